"""The station's own templates/bulletin.toml, changed line by line: comments and order written by hand stay."""

from __future__ import annotations

import json
import re
import string
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.base.paths import write_atomic
from broadcaster.bulletins.wording import NAME, broken, own_words, shipped_words

Value = str | int | bool | list[str]
Place = tuple[str, str]
"""(section, name); the section is "" for the words of every kind."""

KINDS = ("tin", "bai", "thong_bao")
_ALWAYS = frozenset({"station", "commune", "province", "title", "source", "issuer"})
_NEEDED = {"phone": "phone", "repeat_phone": "phone", "phone_theirs": "phone", "repeat_phone_theirs": "phone",
           "part": "part", "about": "topic", "also": "topic", "heading": "topic", "praise": "topic"}
_HEADLINES = frozenset({"count", "items"})
_TABLES = frozenset({"ordinals", "next"})
_KEY = re.compile(r"^\s*([\w\-]+)\s*=")
_SECTION = re.compile(r"^\s*\[\s*([\w\-]+)\s*\]\s*(?:#.*)?$")
_HEAD = "# Lời văn bản tin của đài. Dòng nào không có ở đây thì dùng lời có sẵn của chương trình.\n"


@dataclass(frozen=True)
class Line:
    """One line of the wording."""

    section: str
    name: str
    own: Value | None
    """The station's words; None: the shipped ones."""
    shipped: Value | None
    """None in a kind's section: the words of every kind."""

    @property
    def place(self) -> Place:
        return self.section, self.name


def lines(home: Path) -> list[Line]:
    """Every line a person may change, general words first. Raises Refused("template.broken")."""
    shipped, own = shipped_words(), own_words(home)
    names = [name for name, value in shipped.items() if not isinstance(value, dict) and name not in _TABLES]
    found = [Line("", name, own.get(name), shipped[name]) for name in names]
    for kind in KINDS:
        theirs, ours = shipped.get(kind, {}), own.get(kind, {})
        if not isinstance(ours, dict):
            raise broken(f"{kind}: a section is needed")
        found += [Line(kind, name, ours.get(name), theirs.get(name)) for name in names]
    return found


def facts_of(name: str) -> frozenset[str]:
    """The {facts} a line may name."""
    if name == "headlines":
        return _ALWAYS | _HEADLINES
    return _ALWAYS | {_NEEDED[name]} if name in _NEEDED else _ALWAYS


def check_line(name: str, value: Value) -> None:
    """Raises Refused: template.unknown_fact, template.missing_fact, template.braces (line, fact)."""
    needed = _NEEDED.get(name)
    for text in value if isinstance(value, list) else [value]:
        if not isinstance(text, str):
            continue
        named = _named(name, text)
        for fact in named - facts_of(name):
            raise Refused("template.unknown_fact", f"{name}: there is no {{{fact}}} in this line", line=name, fact=fact)
        if needed and needed not in named:
            raise Refused("template.missing_fact", f"{name}: {{{needed}}} is missing", line=name, fact=needed)


def save_lines(home: Path, changes: Mapping[Place, Value | None]) -> None:
    """Store these; None goes back to the shipped words. Raises Refused: template.*; nothing is written then."""
    for (_, name), value in changes.items():
        if value is not None:
            check_line(name, value)
    path = home / "templates" / NAME
    before = path.read_text(encoding="utf-8-sig") if path.is_file() else _HEAD
    after = changed(before, changes)
    try:
        tomllib.loads(after)
    except tomllib.TOMLDecodeError as error:  # a file of a form this does not know: left as it is
        raise broken(f"{path}: {error}") from error
    if after != before:
        path.parent.mkdir(exist_ok=True)
        write_atomic(path, after.encode())


def with_changes(own: Mapping[str, Any], changes: Mapping[Place, Value | None]) -> dict[str, Any]:
    """The station's words as they would be, for a look before they are stored."""
    words = {name: dict(value) if isinstance(value, dict) else value for name, value in own.items()}
    for (section, name), value in changes.items():
        place = words.setdefault(section, {}) if section else words
        if not isinstance(place, dict):
            raise broken(f"{section}: a section is needed")
        if value is None:
            place.pop(name, None)
        else:
            place[name] = value
    return words


def changed(text: str, changes: Mapping[Place, Value | None]) -> str:
    """The file's text with these lines set or taken out, all else as it was."""
    rows = text.replace("\r\n", "\n").split("\n")
    for place, value in changes.items():
        at = _assignments(rows)
        new = [] if value is None else [f"{place[1]} = {_toml(value)}"]
        if place in at:
            first, last = at[place]
            rows[first:last] = new
        elif new:
            _insert(rows, place, new[0])
    return "\n".join(rows).rstrip() + "\n"


def _toml(value: Value) -> str:
    """JSON's strings, numbers and lists are TOML's too, but for one character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _assignments(rows: Sequence[str]) -> dict[Place, tuple[int, int]]:
    """Where each line of the wording stands: first row, and the row behind its last."""
    found: dict[Place, tuple[int, int]] = {}
    section, row = "", 0
    while row < len(rows):
        if match := _SECTION.match(rows[row]):
            section = match[1]
        elif match := _KEY.match(rows[row]):
            last = _end(rows, row)
            found[section, match[1]] = (row, last)
            row = last
            continue
        row += 1
    return found


def _end(rows: Sequence[str], first: int) -> int:
    """A value may go over several rows: as many as make it whole."""
    for last in range(first + 1, min(len(rows), first + 60) + 1):
        try:
            tomllib.loads("\n".join(rows[first:last]))
        except tomllib.TOMLDecodeError:
            continue
        return last
    return first + 1


def _insert(rows: list[str], place: Place, new: str) -> None:
    at = _assignments(rows)
    siblings = [last for (section, _), (_, last) in at.items() if section == place[0]]
    if siblings:
        rows.insert(max(siblings), new)
        return
    heads = {match[1]: row for row, line in enumerate(rows) if (match := _SECTION.match(line))}
    if place[0] in heads:
        rows.insert(heads[place[0]] + 1, new)
    elif place[0]:
        rows += ["", f"[{place[0]}]", new]
    else:
        rows.insert(min(heads.values(), default=len(rows)), new)


def _named(name: str, text: str) -> frozenset[str]:
    try:
        parts = [field for _, field, _, _ in string.Formatter().parse(text) if field is not None]
    except ValueError as error:
        raise Refused("template.braces", f"{name}: {error}", line=name) from error
    return frozenset(parts)
