"""What the subjects of the trail are called, and by which words an act is found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Table, select

from broadcaster.base.vietnamese import fold, one_line
from broadcaster.db import schema

_MOST_VARIABLES = 500
_NAMED: dict[str, tuple[Table, str]] = {
    "cart": (schema.cart, "title"), "bulletin": (schema.bulletin, "title"), "campaign": (schema.campaign, "title"),
    "person": (schema.person, "name"), "unit": (schema.unit, "name"), "cut": (schema.cut, "original_name"),
    "sheet": (schema.schedule_sheet, "monday"), "relay": (schema.relay_source, "name"),
    "period": (schema.period, "name"), "airing": (schema.airing, "title"),
}
_POINTING: dict[str, tuple[Table, str]] = {
    "approval": (schema.approval, "subject"), "handout": (schema.hand_out, "directive_id"),
}
_LONGEST = 2_000


def titles(connection: Connection, subjects: Iterable[str]) -> dict[str, str]:
    """Subject → what it is called now; what has no name of its own, or is gone, is left out."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for subject in subjects:
        kind, mark, key = subject.partition(":")
        kinds[kind if mark else "directive"].add(key if mark else subject)
    found: dict[str, str] = {}
    for kind, keys in kinds.items():
        if kind in _NAMED:
            found |= {f"{kind}:{key}": one_line(str(name), 200)
                      for key, name in _column(connection, *_NAMED[kind], keys) if name}
        elif kind == "directive":
            found |= dict(_letters(connection, keys))
        elif kind in _POINTING:
            found |= _pointed(connection, kind, keys)
    return found


def folded(connection: Connection, person: str, subject: str, detail: dict[str, Any]) -> str:
    """What is searched for one act: who, its subject's name as it then was, every text of its details."""
    parts = [person, _title(connection, subject), *_texts(detail)]
    return fold(" ".join(part for part in parts if part)[:_LONGEST])


_ONE = {kind: f"SELECT {name} FROM {table.name} WHERE id = ?"  # noqa: S608 - names of our own tables
        for kind, (table, name) in _NAMED.items() if kind != "cut"}


def _title(connection: Connection, subject: str) -> str:
    # The driver's own statement: thousands of acts are written in one unit of work.
    kind, _, key = subject.partition(":")
    if kind in _ONE:
        return str(connection.exec_driver_sql(_ONE[kind], (key,)).scalar() or "")
    return titles(connection, [subject]).get(subject, "")


def _column(connection: Connection, table: Table, name: str, keys: set[str]) -> Iterator[tuple[str, Any]]:
    key = table.primary_key.columns[0] if len(table.primary_key.columns) == 1 else table.c.id
    ordered = sorted(keys)
    for start in range(0, len(ordered), _MOST_VARIABLES):
        part = ordered[start:start + _MOST_VARIABLES]
        for row in connection.execute(select(key, table.c[name]).where(key.in_(part))):
            yield str(row[0]), row[1]


def _letters(connection: Connection, keys: set[str]) -> Iterator[tuple[str, str]]:
    numbers = dict(_column(connection, schema.directive, "number", keys))
    subjects = dict(_column(connection, schema.directive, "subject", keys))
    files = dict(_column(connection, schema.directive, "file_name", keys))
    for key in numbers:
        name = " – ".join(part for part in (numbers[key], subjects[key]) if part)
        yield key, one_line(name or str(files[key]), 200)


def _pointed(connection: Connection, kind: str, keys: set[str]) -> dict[str, str]:
    """An approval is called what was approved, a hand-out what the letter is called."""
    table, name = _POINTING[kind]
    ways = {key: str(subject) for key, subject in _column(connection, table, name, keys) if subject}
    called = titles(connection, [way for way in ways.values() if not way.startswith(f"{kind}:")])
    return {f"{kind}:{key}": called[way] for key, way in ways.items() if way in called}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        # Hashes and ids hold no words.
        if not _is_mark(value):
            yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def _is_mark(text: str) -> bool:
    return len(text) in {26, 64} and text.isalnum() and text.isascii() and any(c.isdigit() for c in text)
