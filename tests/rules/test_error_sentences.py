"""Every error code and alarm the program can raise has a sentence for the operator, and no sentence lacks its fact."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import broadcaster
from broadcaster.gui.errors import SENTENCES

PACKAGE = Path(broadcaster.__file__).parent
_RAISERS = {"Refused", "Tampered", "BroadcasterError"}
_ALARMS = {"raise_", "_raise_alarm", "Alarm"}


def codes(source: str) -> dict[str, set[str]]:
    """Code → names of the facts given with it, wherever a literal code is used."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        first = node.args[0]
        if name not in _RAISERS | _ALARMS or not isinstance(first, ast.Constant) or not isinstance(first.value, str):
            continue
        code = first.value if name in _RAISERS else f"alarm.{first.value}"
        found.setdefault(code, set()).update(word.arg for word in node.keywords if word.arg)
    return found


def all_codes() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for code, facts in codes(path.read_text(encoding="utf-8")).items():
            found.setdefault(code, set()).update(facts)
    return found


def test_every_code_has_a_sentence() -> None:
    found = all_codes()
    assert len(found) > 60
    assert sorted(set(found) - set(SENTENCES)) == []


def test_sentences_can_be_formatted() -> None:
    for code, sentence in SENTENCES.items():
        names = {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}
        assert all(name.isidentifier() for name in names), code


def test_codes_are_found() -> None:
    assert codes('raise Refused("a.b", "text", name=1)\nself.alarms.raise_("silence", title=2)') == {
        "a.b": {"name"}, "alarm.silence": {"title"}}
