"""The SQL of import runs and their files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, case, func, insert, select, update

from broadcaster.db import schema
from broadcaster.library.importing.files import kept, path_of
from broadcaster.library.importing.model import FileState, FoundFile, ImportFile, ImportRun, Wish
from broadcaster.library.model import CartKind
from broadcaster.library.source_file import shown_name

_RUN = schema.import_run.c
_FILE = schema.import_file.c


def add_run(connection: Connection, run_id: str, at: str, by: str, wish: Wish, files: Sequence[FoundFile]) -> None:
    words = {"kind": wish.kind.value, "origin": wish.origin, "category": wish.category,
             "directive_id": wish.directive_id, "title": wish.title}
    connection.execute(insert(schema.import_run).values(id=run_id, started_at=at, started_by=by, wish=words,
                                                        state="running"))
    if files:
        connection.execute(insert(schema.import_file), [
            {"run_id": run_id, "number": number, "path": kept(file.path), "size": file.size,
             "modified": str(file.modified)} for number, file in enumerate(files)])


def run(connection: Connection, run_id: str) -> ImportRun | None:
    row = connection.execute(_runs().where(_RUN.id == run_id)).first()
    return _run(row) if row else None


def runs(connection: Connection, state: str) -> list[ImportRun]:
    """Oldest first."""
    rows = connection.execute(_runs().where(_RUN.state == state).order_by(_RUN.started_at, _RUN.id))
    return [_run(row) for row in rows]


def set_run(connection: Connection, run_id: str, state: str, at: str = "") -> None:
    connection.execute(update(schema.import_run).where(_RUN.id == run_id).values(state=state, ended_at=at))


def files(connection: Connection, run_id: str, *, waiting_only: bool = False) -> list[ImportFile]:
    query = select(schema.import_file).where(_FILE.run_id == run_id).order_by(_FILE.number)
    if waiting_only:
        query = query.where(_FILE.state == FileState.WAITING.value)
    return [_file(row) for row in connection.execute(query)]


def settle(connection: Connection, run_id: str, number: int, state: FileState, cart_id: str,
           verdict: Mapping[str, object]) -> None:
    """What became of a file."""
    connection.execute(update(schema.import_file).where(_FILE.run_id == run_id, _FILE.number == number)
                       .values(state=state.value, cart_id=cart_id, verdict=dict(verdict)))


def mark(file: FoundFile) -> tuple[str, int, str]:
    """What a file is known again by: path, size, time of change."""
    return kept(file.path), file.size, str(file.modified)


def seen(connection: Connection, by: str) -> set[tuple[str, int, str]]:
    """The marks of every file of this person's runs."""
    query = select(_FILE.path, _FILE.size, _FILE.modified).join_from(schema.import_file, schema.import_run) \
        .where(_RUN.started_by == by)
    return {(row.path, row.size, row.modified) for row in connection.execute(query)}


def refused(connection: Connection, by: str, marks: set[tuple[str, int, str]]) -> list[ImportFile]:
    """Refused files of this person's runs with one of these marks, oldest run first."""
    query = select(schema.import_file).join_from(schema.import_file, schema.import_run) \
        .where(_RUN.started_by == by, _FILE.state == FileState.REFUSED.value).order_by(_RUN.started_at, _FILE.number)
    return [_file(row) for row in connection.execute(query) if (row.path, row.size, row.modified) in marks]


def _runs() -> Select[Any]:
    waiting = func.sum(case((_FILE.state == FileState.WAITING.value, 1), else_=0))
    return select(schema.import_run, func.count(_FILE.number).label("files"),
                  func.coalesce(waiting, 0).label("waiting")) \
        .join_from(schema.import_run, schema.import_file, isouter=True).group_by(_RUN.id)


def _run(row: Row[Any]) -> ImportRun:
    return ImportRun(row.id, row.started_at, row.started_by, _wish(row.wish), row.state, row.files, int(row.waiting))


def _wish(words: Mapping[str, Any]) -> Wish:
    return Wish(CartKind(words["kind"]), words["origin"], words["category"], words["directive_id"], words["title"])


def _file(row: Row[Any]) -> ImportFile:
    path = path_of(row.path)
    return ImportFile(row.number, path, shown_name(path), row.size, FileState(row.state), row.cart_id,
                      dict(row.verdict or {}))
