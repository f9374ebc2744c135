"""What is read at a place, word by word: a manifest may come from anybody's stick, signed with anybody's key."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from typing import Any, TypeVar

from broadcaster.base.clock import parse_time
from broadcaster.care.backup.model import Backup, Counts, Drill, Entry, FileList, Part, Wrap

Kind = TypeVar("Kind", Backup, Counts, Wrap)

_LONGEST = 400
_MOST = 1 << 53
_HASH = re.compile(r"[0-9a-f]{64}")


def backup_from(name: str, body: dict[str, Any]) -> Backup:
    """A manifest without its signature. Raises ValueError, TypeError, KeyError."""
    given = {key: value for key, value in body.items() if key != "format"}
    wrap = None if given["wrap"] is None else _made(Wrap, given["wrap"])
    found = _made(Backup, {**given, "wrap": None, "counts": _made(Counts, given["counts"]),
                           "left_out": _texts(given["left_out"])}, {"wrap": wrap})
    if found.name != name:
        raise ValueError("it bears another name")
    parse_time(found.made_at)
    _hash(found.list_object)
    return found


def list_from(body: dict[str, Any]) -> FileList:
    """The list of files. Raises ValueError, TypeError, KeyError, IndexError."""
    objects = {_hash(name): _number(size) for name, size in body["objects"]}
    names = list(objects)
    return FileList(tuple(
        Entry(_text(path), _number(mode), _number(size), _hash(sha256), int(mtime), tuple(
            Part(names[_number(place)], _number(offset), _number(length), _hash(digest))
            for place, offset, length, digest in parts))
        for path, mode, size, sha256, mtime, parts in body["files"]), objects)


def drill_from(body: dict[str, Any]) -> Drill:
    """What came of a trial. Raises ValueError, TypeError, KeyError."""
    given = {**body, "problems": _texts(body["problems"]), "notes": _texts(body["notes"])}
    found = Drill(**given)
    parse_time(found.at)
    if type(found.full) is not bool or not isinstance(found.seconds, int | float):
        raise ValueError("a word of it is of another kind")
    return found


def _made(kind: type[Kind], given: dict[str, Any], more: dict[str, Any] | None = None) -> Kind:
    """One of our frozen classes, each field of the kind it says."""
    checks: dict[str, Callable[[Any], Any]] = {"str": _text, "int": _number, "bool": _flag}
    known = {each.name: str(each.type) for each in fields(kind)}
    if not isinstance(given, dict) or given.keys() - known.keys():
        raise ValueError("it says what nobody asked")
    return kind(**{**{key: checks.get(known[key], _as_it_is)(value) for key, value in given.items()}, **(more or {})})


def _as_it_is(value: Any) -> Any:
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise ValueError("a text is none, or too long")
    return value


def _number(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= _MOST:
        raise ValueError("a number is none, or out of all reason")
    return value


def _flag(value: Any) -> bool:
    if type(value) is not bool:
        raise ValueError("neither yes nor no")
    return value


def _hash(value: Any) -> str:
    """Also what an object is called: a name of another form could lead out of the place."""
    if not isinstance(value, str) or not _HASH.fullmatch(value):
        raise ValueError("a hash is none")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ValueError("not a list of texts")
    return tuple(value)
