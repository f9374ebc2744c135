"""From one database to another: when a file becomes too small, everything goes over, in one unit of work."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Table, func, select

from broadcaster.aggregation.office.bulk import add_rows
from broadcaster.base.errors import Refused
from broadcaster.db.office import OfficeDatabase, make_partitions
from broadcaster.db.office_schema import airing, metadata

_PIECE = 20_000


def move(source: OfficeDatabase, target: OfficeDatabase, told: Callable[[str, int], None]) -> dict[str, int]:
    """Copy every table; gives table -> rows. The source stays as it is. `told` hears of each table as it is done.

    Raises Refused("office.target_not_empty"); then and on any fault the target is as it was.
    """
    copied: dict[str, int] = {}
    with source.read() as old, target.write("station") as new:
        for table in metadata.sorted_tables:
            if new.execute(select(func.count()).select_from(table)).scalar():
                raise Refused("office.target_not_empty", f"{target.name} holds an office's data already",
                              name=target.name)
        for table in metadata.sorted_tables:
            copied[table.name] = _copy(old, new, table)
            told(table.name, copied[table.name])
    return copied


def _copy(old: Connection, new: Connection, table: Table) -> int:
    count = 0
    rows: Any = old.execution_options(yield_per=_PIECE).execute(select(table)).partitions()
    for part in rows:
        if table is airing:
            make_partitions(new, {row.day[:7] for row in part})
        add_rows(new, table, [tuple(row) for row in part] if new.dialect.name == "postgresql" else
                 [_plain(row) for row in part])
        count += len(part)
    return count


def _plain(row: Any) -> tuple[Any, ...]:
    """As SQLite's driver takes it: JSON as text."""
    return tuple(json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value for value in row)
