"""Colours and sizes of letters are tokens: no module of the window but the theme's names one."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2] / "broadcaster" / "gui"
FILES = sorted(path for path in ROOT.rglob("*.py") if not path.name.startswith("theme"))
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{8}\b|\brgba?\("
                     r"|(?:background|color|border[a-z-]*):[^;]*\b(?:white|black)\b"
                     r"|^(?:white|black|gr[ae]y)$")
_MAKERS = {"QColor", "text_font", "digit_font"}
_WORTH_PARSING = re.compile(r"#[0-9a-fA-F]{6}|white|black|gr[ae]y|rgb|GlobalColor|font-size|colors\.|"
                            r"(?:QColor|_font)\(\d")
_LETTERS = re.compile(r"font-size:\s*\d")


def _faults(tree: ast.Module) -> list[str]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if _COLOUR.search(node.value) or _LETTERS.search(node.value):
                found.append(f"line {node.lineno}: {node.value!r}")
        elif isinstance(node, ast.Attribute) and ast.unparse(node).startswith("Qt.GlobalColor."):
            if node.attr != "transparent":
                found.append(f"line {node.lineno}: {ast.unparse(node)}")
        elif isinstance(node, ast.Call):
            found += _numbers(node)
    return found


def _numbers(call: ast.Call) -> list[str]:
    """QColor(1, 2, 3) and text_font(15)."""
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    first = call.args[0] if call.args else None
    number = isinstance(first, ast.Constant) and isinstance(first.value, int)
    return [f"line {call.lineno}: {ast.unparse(call)}"] if number and name in _MAKERS else []


def _baked(tree: ast.Module) -> list[str]:
    """A colour read at import or in a default argument stays what it was when the theme changes."""
    places: list[ast.AST] = [node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)]
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            places += [*node.args.defaults, *filter(None, node.args.kw_defaults)]
        elif isinstance(node, ast.ClassDef):
            places += [part for part in node.body if isinstance(part, ast.Assign | ast.AnnAssign)]
    return [f"line {part.lineno}: {ast.unparse(part)}" for place in places for part in ast.walk(place)
            if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name) and part.value.id == "colors"]


def test_no_module_has_a_colour_of_its_own() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in FILES}
    trees = {path: ast.parse(text) for path, text in texts.items() if _WORTH_PARSING.search(text)}
    assert len(texts) > 300
    assert [f"{path.relative_to(ROOT)} {fault}" for path, tree in trees.items()
            for fault in _faults(tree) + _baked(tree)] == []


def test_the_rule_sees_what_it_is_for() -> None:
    seen = _faults(ast.parse('a = "#0b6e73"; b = "background: white;"; c = QColor(1, 2, 3); d = text_font(15)'))
    assert len(seen) == 4
    assert _faults(ast.parse('label("Red card"); QColor(colors.ink); text_font(sizes.body)')) == []
    assert _baked(ast.parse("def f(a=colors.ink): pass")) != []
