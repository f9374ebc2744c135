"""The sheet of keys cannot lie: it names every key the sources bind, and none that nobody binds."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import broadcaster.gui
from broadcaster.gui.help.key_list import key_list

GUI = Path(broadcaster.gui.__file__).parent
_NAMED = re.compile(r"^(?:(?:Ctrl|Alt|Shift)\+)*(?:[A-Z0-9?=+-]|F\d{1,2}|Del(?:ete)?|Ins(?:ert)?|Esc|Enter|Return|"
                    r"Space|Home|End|PageUp|PageDown|Left|Right|Up|Down|Backspace|Tab)$")
_SAME = {"Return": "Enter", "←": "Left", "→": "Right", "↑": "Up", "↓": "Down"}
_BINDERS = {"QShortcut", "QKeySequence", "_shortcut", "setShortcut"}
_UNSAID = {"Ctrl+=", "Tab"}
"""Another way to type a key that is named; and what every program does."""
_QTS = {"Ctrl+A", "Tab", "Shift+Tab", "…"}
"""What Qt's own lists and windows do; and the sign between the first and the last of a row of keys."""


def one(name: str) -> str:
    """A key in one spelling."""
    for word, same in _SAME.items():
        name = re.sub(rf"(?<![A-Za-z]){re.escape(word)}$", same, name)
    return name


@cache
def bound() -> set[str]:
    """Literal keys with a modifier, and function keys, wherever a module binds keys."""
    found: set[str] = set()
    for path in sorted(GUI.rglob("*.py")):
        if path.parent.name == "help" and path.name.startswith("key_"):
            continue
        source = path.read_text(encoding="utf-8")
        if not any(word in source for word in _BINDERS):
            continue
        tree = ast.parse(source)
        names = {getattr(node.func, "attr", getattr(node.func, "id", "")) for node in ast.walk(tree)
                 if isinstance(node, ast.Call)}
        if not names & _BINDERS:
            continue
        texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)
                 and isinstance(node.value, str)}
        found |= {one(text) for text in texts if _NAMED.match(text) and ("+" in text or re.match(r"F\d+$", text))}
    return found - _UNSAID


def listed() -> set[str]:
    return {one(key) for keys in key_list("both") for names, _ in keys.rows for key in names.split()}


def handled() -> set[str]:
    """Keys without modifiers, and those the painted widgets look at themselves."""
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(GUI.rglob("*.py"))
                   if path.parent.name != "help" or not path.name.startswith("key_"))
    found = {one(name) for name in re.findall(r"Key\.Key_(\w+)", text)}
    found |= {one(name) for name in re.findall(r'"(\w+|\?)"', text) if _NAMED.match(name)}
    return found | {"?"}


def test_every_bound_key_is_listed() -> None:
    known = listed() | {f"Ctrl+{number}" for number in range(1, 10)}
    assert len(bound()) > 25
    assert sorted(bound() - known) == []


def test_every_listed_key_is_bound() -> None:
    there, plain = bound(), handled()
    unbound = []
    for key in listed():
        last = key.rsplit("+", 1)[-1] if not key.endswith("+") else "Plus"
        last = {"-": "Minus", "+": "Plus"}.get(last, last)
        if key in there or key in _QTS or (last in plain or last.isdigit()):
            continue
        unbound.append(key)
    assert unbound == []


def test_no_place_lists_a_key_twice() -> None:
    for keys in key_list("both"):
        names = [names for names, _ in keys.rows]
        assert len(names) == len(set(names)), keys.place
