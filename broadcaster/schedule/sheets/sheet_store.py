"""Sheets in the database: read with suspicion, because whoever edits a row must not put anything on the air."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from sqlalchemy import Connection, RowMapping, String, insert, select, type_coerce, update

from broadcaster.db.schema import schedule_sheet
from broadcaster.schedule.sheets.sheet import APPROVED, Sheet, rows_of, slots_from

_SHEET = schedule_sheet.c


def sheets(c: Connection, first: date | None = None, last: date | None = None, state: str = "") -> list[Sheet]:
    """Sheets of the weeks that begin from `first` to `last`, oldest first; a row nobody can read has no slots."""
    # As text: a body that is no JSON must not end the reading of the others.
    columns = [column for column in schedule_sheet.c if column.name != "body"]
    query = select(*columns, type_coerce(_SHEET.body, String).label("raw")).order_by(_SHEET.submitted_at, _SHEET.id)
    if first is not None and last is not None:
        query = query.where(_SHEET.monday >= first.isoformat(), _SHEET.monday <= last.isoformat())
    if state:
        query = query.where(_SHEET.state == state)
    found = [_sheet(row) for row in c.execute(query).mappings()]
    return [item for item in found if item is not None]


def in_force(c: Connection, first: date, last: date, key: bytes) -> dict[date, Sheet]:
    """Monday -> the approved sheet whose seal holds, the last approved where there are several."""
    good = [item for item in sheets(c, first, last, APPROVED) if item.intact(key)]
    return {item.monday: item for item in sorted(good, key=lambda item: (item.approved_at, item.id))}


def add(c: Connection, sheet: Sheet) -> None:
    c.execute(insert(schedule_sheet).values(
        id=sheet.id, monday=sheet.monday.isoformat(), body=rows_of(sheet.slots), digest=sheet.digest,
        **_signature(sheet)))


def change(c: Connection, sheet: Sheet) -> None:
    """State and signature; the rows of a sheet never change."""
    c.execute(update(schedule_sheet).where(_SHEET.id == sheet.id).values(**_signature(sheet)))


def _signature(sheet: Sheet) -> dict[str, Any]:
    return {"state": sheet.state, "submitted_by": sheet.submitted_by, "submitted_at": sheet.submitted_at,
            "approver": sheet.approver, "approved_at": sheet.approved_at, "reason": sheet.reason, "seal": sheet.seal}


def _sheet(row: RowMapping) -> Sheet | None:
    try:
        monday = date.fromisoformat(row["monday"])
    except (ValueError, TypeError):
        return None
    try:
        slots = slots_from(json.loads(row["raw"]))
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        slots = ()  # its seal no longer holds
    words = {name: str(row[name]) for name in ("state", "submitted_by", "submitted_at", "approver", "approved_at",
                                               "reason", "seal")}
    return Sheet(str(row["id"]), monday, slots, **words)
