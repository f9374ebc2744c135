"""The SQL of units and former records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, text, update

from broadcaster.base.ids import new_id
from broadcaster.db import schema, search
from broadcaster.units.model import FormerRecord, Unit

_UNIT = schema.unit.c
_RECORD = schema.former_record.c
_PLAIN = ("day", "time", "title", "kind", "seconds", "author", "approver", "note", "extra", "row", "file_name",
          "unit_id")


def units(connection: Connection) -> list[Unit]:
    return [_unit(row) for row in connection.execute(select(schema.unit).order_by(_UNIT.name))]


def unit(connection: Connection, unit_id: str) -> Unit | None:
    row = connection.execute(select(schema.unit).where(_UNIT.id == unit_id)).first()
    return _unit(row) if row else None


def put(connection: Connection, item: Unit) -> None:
    """New, or in the place of the old."""
    values = {**vars(item), "parent_id": item.parent_id or None}
    done = connection.execute(update(schema.unit).where(_UNIT.id == item.id).values(**values))
    if not done.rowcount:
        connection.execute(insert(schema.unit).values(**values))


def clear_role(connection: Connection, role: str) -> None:
    connection.execute(update(schema.unit).where(_UNIT.role == role).values(role=""))


def remove(connection: Connection, unit_id: str) -> None:
    connection.execute(delete(schema.unit).where(_UNIT.id == unit_id))


def record_count(connection: Connection, unit_id: str) -> int:
    return int(connection.scalar(select(func.count()).select_from(schema.former_record)
                                 .where(_RECORD.unit_id == unit_id)) or 0)


def files(connection: Connection) -> list[tuple[str, str, str, int, str]]:
    """(unit, sha256, name, records, when) of each file that was taken in."""
    query = select(_RECORD.unit_id, _RECORD.file_sha256, _RECORD.file_name, func.count(),
                   func.max(_RECORD.imported_at)).group_by(_RECORD.unit_id, _RECORD.file_sha256)
    return [(row[0], row[1], row[2], int(row[3]), row[4]) for row in connection.execute(query)]


def add_records(connection: Connection, records: Iterable[FormerRecord], sha256: str, at: str, by: str) -> None:
    rows = [{**vars(item), "id": new_id(), "file_sha256": sha256, "imported_at": at, "imported_by": by}
            for item in records]
    if rows:
        connection.execute(insert(schema.former_record), rows)
    for row in rows:
        search.index(connection, "former", row["id"], row["title"], row["kind"], row["author"], row["note"])


def remove_file(connection: Connection, unit_id: str, sha256: str) -> int:
    wanted = (_RECORD.unit_id == unit_id) & (_RECORD.file_sha256 == sha256)
    for name in list(connection.scalars(select(_RECORD.id).where(wanted))):
        search.forget(connection, "former", name)
    return connection.execute(delete(schema.former_record).where(wanted)).rowcount


def records(connection: Connection, unit_id: str, found: str, first: str, last: str, limit: int,
            offset: int) -> list[FormerRecord]:
    query = _wanted(select(schema.former_record), unit_id, found, first, last)
    query = query.order_by(_RECORD.day, _RECORD.time, _RECORD.row).limit(limit).offset(offset)
    return [FormerRecord(**{name: getattr(row, name) for name in _PLAIN}) for row in connection.execute(query)]


def totals(connection: Connection, unit_id: str, found: str, first: str, last: str) -> tuple[int, int]:
    """(records, seconds)."""
    query = _wanted(select(func.count(), func.sum(_RECORD.seconds)).select_from(schema.former_record), unit_id, found,
                    first, last)
    row = connection.execute(query).one()
    return int(row[0]), int(row[1] or 0)


def _wanted(query: Any, unit_id: str, found: str, first: str, last: str) -> Any:
    if unit_id:
        query = query.where(_RECORD.unit_id == unit_id)
    if first:
        query = query.where(_RECORD.day >= first)
    if last:
        query = query.where(_RECORD.day <= last)
    expression = search.match_expression(found)
    if expression:
        matching = text("former_record.id IN (SELECT item.ref FROM search CROSS JOIN search_item item"
                        " ON item.id = search.rowid WHERE search MATCH :words AND item.kind = 'former')")
        query = query.where(matching.bindparams(words=expression))
    return query


def _unit(row: Row[Any]) -> Unit:
    return Unit(row.id, row.name, row.level, row.parent_id or "", row.code, row.zone, row.role, row.since, row.until,
                row.note)
