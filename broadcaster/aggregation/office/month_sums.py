"""Sums of months, made by the database itself from what it holds: marked stale with the rows, made anew afterwards."""

from __future__ import annotations

from calendar import monthrange
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    MetaData,
    Table,
    and_,
    case,
    delete,
    distinct,
    func,
    literal,
    select,
)

from broadcaster.aggregation.office.bulk import add_rows
from broadcaster.asrun.model import CONTENT_KINDS, SOUNDED
from broadcaster.db.office import OfficeDatabase
from broadcaster.db.office_schema import (
    FIGURES,
    airing,
    day_figures,
    day_reasons,
    month_facets,
    month_figures,
    stale_month,
)

_AT_ONCE = 5_000
"""Stations in one unit of work, all for the same month: PostgreSQL then reads the part of that month alone."""
_FACETS = ("kind", "origin", "language", "category", "urgency")
_touched = Table("touched", MetaData(), Column("station", Integer), prefixes=["TEMPORARY"])


def refresh_months(database: OfficeDatabase) -> int:
    """Make the stale sums anew, a portion at a time; gives how many station-months. A crash leaves the rest marked."""
    done = 0
    while True:
        with database.write("month_figures") as c:
            count = _refresh(c)
        done += count
        if not count:
            return done


def _refresh(c: Connection) -> int:
    month = c.scalar(select(func.min(stale_month.c.month)))
    if month is None:
        return 0
    stations = c.scalars(select(stale_month.c.station).where(stale_month.c.month == month)
                         .order_by(stale_month.c.station).limit(_AT_ONCE)).all()
    _touched.create(c, checkfirst=False)
    add_rows(c, _touched, [(station,) for station in stations])
    if c.dialect.name == "postgresql":
        c.exec_driver_sql("ANALYZE touched")
    for table in (month_figures, month_facets, stale_month):
        c.execute(delete(table).where(table.c.month == month, table.c.station.in_(select(_touched.c.station))))
    _sum_figures(c, month)
    for facet in _FACETS:
        _sum_facet(c, month, facet)
    _sum_reasons(c, month)
    _touched.drop(c, checkfirst=False)
    return len(stations)


def _within(table: Table, month: str) -> Any:
    year, number = int(month[:4]), int(month[5:7])
    return and_(table.c.station == _touched.c.station,
                table.c.day.between(f"{month}-01", f"{month}-{monthrange(year, number)[1]:02d}"))


def _sum_figures(c: Connection, month: str) -> None:
    figures = [func.sum(day_figures.c[name]) for name in FIGURES]
    sums = select(_touched.c.station, literal(month), func.count(), *figures, func.max(day_figures.c.late_days)) \
        .join(day_figures, _within(day_figures, month)).group_by(_touched.c.station)
    c.execute(month_figures.insert().from_select(
        ["station", "month", "days", *FIGURES, "late_days"], sums))


def _sum_facet(c: Connection, month: str, facet: str) -> None:
    """What sounded."""
    content = airing.c.kind.in_(CONTENT_KINDS) & airing.c.outcome.in_([str(outcome) for outcome in SOUNDED])
    value = airing.c[facet]
    _add(c, select(
        _touched.c.station, literal(month), literal(facet), value, func.count(),
        func.sum(case((airing.c.is_repeat, 1), else_=0)), func.count(distinct(airing.c.item)),
        func.sum(airing.c.aired_ms) // 1000,
    ).join(airing, _within(airing, month)).where(content).group_by(_touched.c.station, value))


def _sum_reasons(c: Connection, month: str) -> None:
    """Why what was planned did not air, or not wholly."""
    reasons = day_reasons.c
    _add(c, select(
        _touched.c.station, literal(month), literal("reason"), reasons.reason, func.sum(reasons["count"]),
        literal(0), literal(0), literal(0),
    ).join(day_reasons, _within(day_reasons, month)).group_by(_touched.c.station, reasons.reason))


def _add(c: Connection, rows: Any) -> None:
    c.execute(month_facets.insert().from_select(
        ["station", "month", "facet", "value", "airings", "repeats", "items", "seconds"], rows))
