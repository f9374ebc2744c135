"""Who did what: searched, checked, taken away. The trail itself is written by db/trail.py, with each act."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row

from broadcaster.accounts import trail_file, trail_store, trail_words
from broadcaster.accounts.trail_words import Fact, Group
from broadcaster.base.clock import parse_time
from broadcaster.base.errors import Refused
from broadcaster.base.vietnamese import fold
from broadcaster.db import trail_words as names
from broadcaster.db.engine import Database
from broadcaster.protocol.verifier import Fault, verify

FORMATS = ("csv", "xlsx", "jsonl")
_FEW = 400


@dataclass(frozen=True)
class Filter:
    """Which acts; what is empty restricts nothing."""

    words: str = ""
    """Anywhere in person, deed, title, reason or details; accents may be left out."""
    person: str | None = None
    """Empty text: acts nobody signed."""
    groups: tuple[str, ...] = ()
    subject: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Entry:
    """One act in words."""

    id: int
    at: datetime
    who: str
    group: str
    deed: str
    """What was done, without who did it."""
    title: str
    reason: str
    subject: str
    action: str
    detail: dict[str, Any]
    hash: str

    @property
    def sentence(self) -> str:
        """The whole of it in one line."""
        return f"{self.who} {self.deed}"

    @property
    def facts(self) -> list[Fact]:
        """The details, before and after."""
        return trail_words.facts(self.detail)


class TrailService:
    """Reads; there is no way to change or delete an act."""

    def __init__(self, database: Database, faults: Callable[[Connection], list[Fault]]) -> None:
        self._database = database
        self._faults = faults

    def entries(self, wanted: Filter | None = None, limit: int = 100, offset: int = 0) -> list[Entry]:
        """Newest first."""
        with self._database.read() as connection:
            return _entries(connection, trail_store.page(connection, _where(wanted or Filter()), limit, offset))

    def count(self, wanted: Filter | None = None) -> int:
        with self._database.read() as connection:
            return trail_store.count(connection, _where(wanted or Filter()))

    def people(self) -> list[str]:
        """Everybody who ever signed anything; an empty name where nobody signed."""
        with self._database.read() as connection:
            return trail_store.people(connection)

    def groups(self) -> list[Group]:
        """Those that have acts."""
        with self._database.read() as connection:
            present = {trail_words.group_of(action) for action in trail_store.actions(connection)}
        return [group for group in trail_words.groups() if group.key in present]

    def title(self, subject: str) -> str:
        """What a subject is called now; empty when it has no name or is gone."""
        with self._database.read() as connection:
            return names.titles(connection, [subject]).get(subject, "")

    def verify(self) -> list[Fault]:
        """Where the trail does not hold together, or is shorter than the ledger of approvals vouches for."""
        with self._database.read() as connection:
            return self._faults(connection)

    def export(self, path: Path, fmt: str, wanted: Filter | None = None) -> int:
        """The acts asked for, oldest first: all of the file or none; returns how many.

        jsonl holds the chained rows, so none between the first and the last that match is left out: `verify_file`, or
        anything that can hash, checks it without this program. Raises Refused: trail.format, disk.full,
        disk.unwritable.
        """
        if fmt not in FORMATS:
            raise Refused("trail.format", f"no such format: {fmt} (there are {', '.join(FORMATS)})", format=fmt,
                          known=", ".join(FORMATS))
        with self._database.read() as connection:
            # One view of the trail, however many acts are added while it is written.
            connection.exec_driver_sql("BEGIN")
            try:
                where = _where(wanted or Filter())
                if fmt == "jsonl":
                    return trail_file.write_lines(path, trail_store.lines(
                        connection, *trail_store.bounds(connection, where)))
                return trail_file.write_table(path, fmt, _rows(connection, where))
            finally:
                connection.exec_driver_sql("ROLLBACK")


def verify_file(path: Path) -> list[Fault]:
    """Check an exported jsonl file by itself, wherever it lies. Raises Refused("trail.unreadable")."""
    try:
        return list(verify([path]))
    except OSError as error:
        raise Refused("trail.unreadable", f"cannot read {path}: {error.strerror}", path=str(path)) from error


def _where(wanted: Filter) -> ColumnElement[bool]:
    words = "".join(c if c.isalnum() else " " for c in fold(wanted.words)).split()
    tokens = [(word, trail_words.acts_named(word)) for word in dict.fromkeys(words)]
    actions = [action for group in wanted.groups for action in trail_words.acts_of(group)]
    unlike = list(trail_words.sentences()) if trail_words.OTHER in wanted.groups else None
    last = (wanted.last + timedelta(1)).isoformat() if wanted.last and wanted.last < date.max else ""
    return trail_store.matching(tokens, wanted.person, actions, unlike, wanted.subject,
                                wanted.first.isoformat() if wanted.first else "", last)


def _entries(connection: Connection, rows: Sequence[Row[Any]]) -> list[Entry]:
    called = names.titles(connection, {row.subject for row in rows})
    return [_entry(row, called.get(row.subject, "")) for row in rows]


def _rows(connection: Connection, where: ColumnElement[bool]) -> Iterator[Entry]:
    """Titles are looked up for some hundred acts at a time."""
    batch: list[Row[Any]] = []
    for row in trail_store.rows(connection, where):
        batch.append(row)
        if len(batch) == _FEW:
            yield from _entries(connection, batch)
            batch = []
    yield from _entries(connection, batch)


def _entry(row: Row[Any], called: str) -> Entry:
    detail = dict(row.detail)
    told = detail.get("title") or detail.get("name")
    # As it was called when it was done, if that was written down.
    title = told if isinstance(told, str) and told else called
    return Entry(row.id, parse_time(row.at), trail_words.who(row.person, row.action),
                 trail_words.group_of(row.action), trail_words.deed(row.action, title, detail), title,
                 trail_words.reason(detail), row.subject, row.action, detail, row.hash)
