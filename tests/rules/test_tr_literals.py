"""tr() and translate() take plain literals: an f-string or a name is extracted wrongly and never found again."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

GUI = Path(__file__).parents[2] / "broadcaster" / "gui"
# Looks sentences up in tables that are themselves marked with QT_TRANSLATE_NOOP.
_TABLES = {"errors.py", "finding_words.py"}


def wrong_calls(source: str) -> list[int]:
    """Lines of translated texts that are not plain literals."""
    wrong = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        needed = {"tr": 1, "translate": 2, "QT_TRANSLATE_NOOP": 2}.get(name)
        if name == "translate" and node.args and not isinstance(node.args[0], ast.Constant):
            continue  # str.translate(table)
        if needed and not (len(node.args) >= needed and all(
                isinstance(word, ast.Constant) and isinstance(word.value, str) for word in node.args[:needed])):
            wrong.append(node.lineno)
    return wrong


@pytest.mark.parametrize("path", sorted(GUI.rglob("*.py")), ids=lambda path: str(path.relative_to(GUI)))
def test_only_literals_are_translated(path: Path) -> None:
    if path.name not in _TABLES:
        assert wrong_calls(path.read_text(encoding="utf-8")) == []


def test_the_rule_sees_what_it_should() -> None:
    assert wrong_calls('self.tr(f"{n} items")') == [1]
    assert wrong_calls('translate("Context", words)') == [1]
    assert wrong_calls('self.tr("{n} items").format(n=1)\ntext.translate(table)') == []
