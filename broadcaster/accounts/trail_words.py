"""What was done, in Vietnamese: sentences of acts and names of their details, from resources/people/acts.toml."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from broadcaster.base.clock import parse_time
from broadcaster.base.paths import shipped
from broadcaster.base.vietnamese import fold, one_line

OTHER = "other"
_LONGEST_MARK = 16


@dataclass(frozen=True)
class Group:
    """Acts that are filtered together."""

    key: str
    words: str


@dataclass(frozen=True)
class Fact:
    """One detail of an act; `before` only where something was changed."""

    name: str
    value: str
    before: str | None = None


@cache
def table() -> dict[str, Any]:
    """The whole file."""
    return tomllib.loads(shipped("resources", "people", "acts.toml").read_text(encoding="utf-8"))


@cache
def sentences() -> dict[str, tuple[str, str]]:
    """Act → (group, sentence)."""
    return {act: (group["key"], words) for group in table()["group"] for act, words in group["acts"].items()}


def groups() -> list[Group]:
    """In the order they are offered; acts no group names are `other`."""
    return [*(Group(item["key"], item["words"]) for item in table()["group"]), Group(OTHER, table()["other"])]


def group_of(action: str) -> str:
    return sentences().get(action, (OTHER, ""))[0]


def acts_of(group: str) -> list[str]:
    return [action for action, (key, _) in sentences().items() if key == group]


def acts_named(word: str) -> list[str]:
    """Acts whose own words hold this folded word."""
    return [action for action, text in _folded().items() if word in text]


def who(person: str, action: str) -> str:
    """The name as it was signed; what acted where nobody signed."""
    if person:
        return person
    return str(table()["program" if action in table()["by_program"] else "nobody"])


def deed(action: str, title: str, detail: Mapping[str, Any]) -> str:
    """What was done, without who did it."""
    words = sentences().get(action, (OTHER, action))[1]
    plain = {name: _value(name, value) for name, value in detail.items() if not isinstance(value, (dict, list))}
    text = words.format_map(defaultdict(str, {**plain, "item": f"“{title}”" if title else ""}))
    return re.sub(r"\s+", " ", text).strip(" :")


def facts(detail: Mapping[str, Any]) -> list[Fact]:
    """Every detail a person can use, before and after where both are known."""
    found = [_fact(name, value) for name, value in detail.items() if name not in table()["hidden"]]
    return [fact for fact in found if fact.value or fact.before]


def reason(detail: Mapping[str, Any]) -> str:
    return _value("reason", detail.get("reason") or "")


@cache
def _folded() -> dict[str, str]:
    names = {group.key: group.words for group in groups()}
    return {action: fold(f"{re.sub('{[^}]*}', ' ', words)} {names[key]}")
            for action, (key, words) in sentences().items()}


def _fact(name: str, value: Any) -> Fact:
    key = name.rpartition(".")[2]
    label = str(table()["fields"].get(key, name))
    # A pair is what stood there and what stands there now; only settings and edits write lists of two.
    if isinstance(value, list) and len(value) == 2 and name not in _LISTS:
        before, after = (_value(key, each) for each in value)
        return Fact(label, after or str(table()["nothing"]), before or str(table()["nothing"]))
    return Fact(label, _value(key, value))


_LISTS = {"fields", "lines", "zones_of", "former"}


def _value(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return str(table()["yes" if value else "no"])
    if isinstance(value, dict):
        return ", ".join(f"{_value('channel', key)}" if name == "channels" else f"{key}: {_value(key, each)}"
                         for key, each in value.items())
    if isinstance(value, list):
        return ", ".join(str(table()["fields"].get(each, each)) if name == "fields" else _value(name, each)
                         for each in value)
    text = "" if value is None else str(value)
    text = _spoken(name, text)
    return _moment(text) or (f"{text[:_LONGEST_MARK]}…" if _is_mark(text) else one_line(text, 1000))


def _spoken(name: str, text: str) -> str:
    """As [values] has it; "late:15" is looked up as "late" and filled with the 15."""
    known: dict[str, str] = table()["values"].get(name, {})
    head, mark, rest = text.partition(":")
    if text in known or not mark or head not in known:
        return known.get(text, text)
    return known[head].format(rest)


def _moment(text: str) -> str:
    """A day or time as people write it."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d(T\S+)?", text):
        return ""
    try:
        return f"{date.fromisoformat(text):%d/%m/%Y}" if len(text) == 10 else f"{parse_time(text):%d/%m/%Y %H:%M}"
    except ValueError:
        return ""


def _is_mark(text: str) -> bool:
    return re.fullmatch(r"[0-9a-f]{64}", text) is not None
