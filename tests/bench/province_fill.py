"""The province written straight into the tables of an office, without packages: for the bench of its questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import province_rows as rows
from numpy.typing import NDArray
from province_day import Day, day_rows
from province_world import World
from sqlalchemy import Connection

from broadcaster.aggregation.office.letter_totals import make_totals
from broadcaster.db.office import OfficeDatabase, make_partitions
from broadcaster.db.office_schema import FIGURES

_MONTH = ("station", "month", "days", *FIGURES, "late_days")


def fill(database: OfficeDatabase, world: World, airings: Callable[[int], bool] = lambda _index: True) -> int:
    """Everything of `world`; log rows only of the days for which `airings` says so. Returns how many of those."""
    with database.write() as c:
        for name, columns in (("unit", rows.units(world)), ("station", rows.stations(world)),
                              ("directive", rows.letters(world)), ("duty", rows.duties(world))):
            insert(c, name, columns)
    written, months = 0, Months(len(world.stations))
    for index in range(world.days):
        day = day_rows(world, index)
        with database.write() as c:
            insert(c, "day_figures", figure_columns(world, day))
            insert(c, "day_reasons", rows.reasons(world, day))
            insert(c, "directive_figures", rows.letter_figures(world, day))
            if airings(index):
                make_partitions(c, {world.day(index).isoformat()[:7]})
                insert(c, "airing", rows.airing(world, day))
                written += len(day)
        months.add(world, day)
    with database.write() as c:
        insert(c, "month_figures", months.columns())
        make_totals(c, range(1, len(world.stations) + 1), range(1, len(world.letters) + 1), taken_out=False)
    return written


def analyse(database: OfficeDatabase) -> None:
    """What the server does by itself some minutes after such a load."""
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as c:
        c.exec_driver_sql("VACUUM ANALYZE" if database.is_server else "ANALYZE")


def insert(c: Connection, table: str, columns: rows.Columns) -> None:
    """Append whole columns, as fast as the database takes them."""
    names = ", ".join(f'"{name}"' for name in columns)
    raw: Any = c.connection.driver_connection
    if c.dialect.name == "postgresql":
        with raw.cursor() as cursor, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
            copy.write(rows.as_copy(columns))
        return
    marks = ", ".join("?" * len(columns))
    raw.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows.as_rows(columns))


def figure_columns(world: World, day: Day) -> rows.Columns:
    """Rows of table day_figures."""
    made = rows.figures(world, day)
    station = made.pop("station").tolist()
    return {"station": station, "day": [world.day(day.index).isoformat()] * len(station),
            **{name: values.tolist() for name, values in made.items()}}


class Months:
    """Sums of day_figures, grown day by day."""

    def __init__(self, stations: int) -> None:
        self._stations = stations
        self._sums: dict[str, NDArray[np.int64]] = {}

    def add(self, world: World, day: Day) -> None:
        figures = rows.figures(world, day)
        there = figures["station"] - 1
        month = world.day(day.index).isoformat()[:7]
        sums = self._sums.setdefault(month, np.zeros((len(FIGURES) + 2, self._stations), np.int64))
        sums[0, there] += 1
        for place, name in enumerate(FIGURES, start=1):
            sums[place, there] += figures[name]
        sums[-1, there] = np.maximum(sums[-1, there], figures["late_days"])

    def columns(self) -> rows.Columns:
        """Rows of table month_figures."""
        found: rows.Columns = {name: [] for name in _MONTH}
        for month, sums in self._sums.items():
            there = np.flatnonzero(sums[0])
            _extend(found, [(there + 1).tolist(), [month] * len(there), *sums[:, there].tolist()])
        return found


def _extend(found: rows.Columns, parts: Iterable[list[Any]]) -> None:
    for name, part in zip(_MONTH, parts, strict=True):
        found[name] += part
