"""What can be said of an item: classes of content, rights, times of day, languages. Data, not code."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, shipped
from broadcaster.base.settings import clock_time
from broadcaster.base.vietnamese import fold, one_line
from broadcaster.db.item_words import category_token


@dataclass(frozen=True)
class Category:
    """A class of the essential information of Nghị định 49/2024/NĐ-CP, or one of the station's own."""

    key: str
    words: str
    """As people say it."""
    hint: str = ""
    """What belongs there, in a sentence."""
    aliases: tuple[str, ...] = ()
    """Other words by which people look for it in a list of categories."""
    own: bool = False
    """Added by the station."""


@dataclass(frozen=True)
class Right:
    """A reason why a sound may be broadcast."""

    key: str
    words: str
    hint: str = ""
    needs_end: bool = False
    """Runs out: an item under it should say until when."""
    safe: bool = True
    """False: nobody knows; worth a second look before it airs."""


@dataclass(frozen=True)
class Daypart:
    """A time of day."""

    key: str
    words: str
    start: str
    """HH:MM."""
    end: str
    """HH:MM, exclusive."""


Tokens = Callable[[str, bool], list[str]]
_Entry = TypeVar("_Entry", Category, Right, Daypart)


def categories(home: StationHome) -> list[Category]:
    """The shipped classes, then those of HOME/library/categories.toml; one of the same key takes the shipped one's
    place. Raises Refused("library.words")."""
    found = {item.key: item for item in shipped_categories()}
    own = home.root / "library" / "categories.toml"
    if own.exists():
        found |= {item.key: replace(item, own=True) for item in _read(Category, own)}
    return list(found.values())


def shipped_categories() -> list[Category]:
    """The classes every station knows."""
    return _read(Category, shipped("resources", "library", "categories.toml"))


def tokens(known: Sequence[Category]) -> Tokens:
    """For db.search: by which tokens a typed word finds the items of every category it names."""
    named = [(category_token(item.key), frozenset(fold(item.words).replace(",", " ").split())) for item in known]

    def more(word: str, beginning: bool) -> list[str]:
        # One letter begins a word of nearly every category: it would find everything.
        begins = beginning and len(word) > 1
        return [token for token, words in named
                if word in words or (begins and any(other.startswith(word) for other in words))]

    return more


def rights() -> list[Right]:
    return _read(Right, shipped("resources", "library", "rights.toml"))


def dayparts() -> list[Daypart]:
    found = _read(Daypart, shipped("resources", "library", "dayparts.toml"))
    for part in found:
        clock_time(part.start, part.key)
        clock_time(part.end, part.key)
    return found


def languages() -> dict[str, str]:
    """BCP 47 code to the name people use."""
    table = _table(shipped("resources", "library", "languages.toml"))
    return {str(code): str(name) for code, name in table.items()}


def _read(kind: type[_Entry], path: Path) -> list[_Entry]:
    """Tables of one file: [key] with the fields of `kind`."""
    return [_entry(kind, key, values, path) for key, values in _table(path).items()]


def _entry(kind: type[_Entry], key: str, values: Any, path: Path) -> _Entry:
    """Raises Refused("library.words") unless each value is of its field's type."""
    types = {"aliases": list, "needs_end": bool, "safe": bool}
    known = {item.name for item in fields(kind)} - {"key", "own"}
    fits = isinstance(values, dict) and set(values) <= known and all(
        isinstance(value, types.get(name, str)) for name, value in values.items())
    if not fits or not one_line(values.get("words", "")) or not one_line(key):
        raise _broken(path, f"[{key}] is not written as the others are")
    built: dict[str, Any] = {name: tuple(one_line(str(word)) for word in value) if name == "aliases" else value
                             for name, value in values.items()}
    try:
        return kind(key=one_line(key), **built)
    except TypeError as error:
        raise _broken(path, f"[{key}]: {error}") from error


def _table(path: Path) -> dict[str, Any]:
    try:
        return _parsed(path, path.stat().st_mtime_ns)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _broken(path, str(error)) from error


@lru_cache(maxsize=16)
def _parsed(path: Path, _changed_at: int) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _broken(path: Path, detail: str) -> Refused:
    return Refused("library.words", f"cannot use {path}: {detail}", path=str(path), detail=detail)
