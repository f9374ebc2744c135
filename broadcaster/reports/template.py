"""The sentences of reports: the shipped report.toml, with the station's own lines laid over it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from broadcaster.base.paths import shipped, write_atomic
from broadcaster.reports.own_files import ALWAYS, TextFile, facts_in, parsed, read_text

NAME = "report.toml"
Words = Mapping[str, Mapping[str, str]]
"""Section -> name -> text; in [signing] lists of them."""

_LONGEST_SHEET = 31
_SENTENCES = frozenset({"letterhead", "subject", "basis", "section", "situation", "results", "other_channels", "former",
                        "difficulties", "proposals", "recipients", "signing", "signature", "breakdown"})
"""Sections in which facts may be named; the others hold bare names."""
_OPEN = frozenset({"zones", "origins", "kinds", "channels", "doc_types"})
"""Sections a station may add names to."""


@cache
def shipped_words() -> Words:
    """As the program brings them."""
    return read_text(shipped("resources", "templates", NAME)).table


def own_path(home: Path) -> Path:
    return home / "templates" / NAME


def load_words(home: Path) -> Words:
    """All sentences of this station. Raises Refused: report.file_broken, file_word, file_value, file_fact."""
    path = own_path(home)
    if not path.exists():
        return shipped_words()
    return laid_over(shipped_words(), read_text(path))


def own_text(home: Path) -> str:
    """The station's own lines as they stand; empty while there are none. Raises Refused("report.file_broken")."""
    path = own_path(home)
    return read_text(path).text if path.exists() else ""


def shipped_text() -> str:
    """The whole template with its comments, to begin from."""
    return read_text(shipped("resources", "templates", NAME)).text


def save_words(home: Path, text: str) -> None:
    """Store the station's own lines after checking them; an empty text takes them away. Raises as load_words."""
    laid_over(shipped_words(), parsed(text, NAME))
    if text.strip():
        write_atomic(own_path(home), text.encode("utf-8"))
    else:
        own_path(home).unlink(missing_ok=True)


def laid_over(words: Words, own: TextFile) -> Words:
    """`own` checked against `words`, line by line, and laid over it."""
    result: dict[str, dict[str, Any]] = {name: dict(section) for name, section in words.items()}
    for name, section in own.table.items():
        if name not in words:
            raise own.unknown(name, words)
        if not isinstance(section, dict):
            raise own.wrong(name, section, "a section", name)
        for key, value in section.items():
            _check(own, name, key, value, words[name])
            result[name][key] = value
    _check_sheets(own, result["sheets"])
    return result


def _check_sheets(own: TextFile, names: Mapping[str, str]) -> None:
    """As spreadsheets take them: short, without certain signs, no two alike."""
    lower = [name.lower() for name in names.values()]
    for key, value in own.table.get("sheets", {}).items():
        twice = lower.count(value.lower()) > 1
        if twice or not 0 < len(value) <= _LONGEST_SHEET or set(value) & set("[]:*?/\\") or value.strip("'") != value:
            raise own.wrong(key, value, "a name for a sheet: short, no []:*?/\\, no two alike", "sheets")


def _check(own: TextFile, section: str, key: str, value: object, known: Mapping[str, Any]) -> None:
    if key not in known and section not in _OPEN:
        raise own.unknown(key, known, section)
    plain = known.get(key, "")
    lines = value if isinstance(value, list) and isinstance(plain, list) else [value]
    for each in lines:
        if not isinstance(each, str) or (isinstance(plain, list) and not isinstance(value, list)):
            raise own.wrong(key, value, "a list of texts" if isinstance(plain, list) else "a text", section)
        given = plain if isinstance(plain, str) else " ".join(plain)
        allowed = facts_in(given) | (ALWAYS if section in _SENTENCES else frozenset())
        own.check_facts(key, each, allowed, section, given)
