"""Sums of months, made by the database itself from what it holds: marked stale with the rows, made anew afterwards."""

from __future__ import annotations

from calendar import monthrange
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    MetaData,
    String,
    Table,
    and_,
    case,
    delete,
    distinct,
    func,
    literal,
    select,
    tuple_,
)

from broadcaster.asrun.model import CONTENT_KINDS, SOUNDED
from broadcaster.db.office import OfficeDatabase
from broadcaster.db.office_schema import (
    FIGURES,
    Day,
    airing,
    day_figures,
    day_reasons,
    month_facets,
    month_figures,
    stale_month,
)

_AT_ONCE = 2_000
"""Station-months in one unit of work."""
_FACETS = ("kind", "origin", "language", "category", "urgency")
_touched = Table("touched", MetaData(), Column("station", Integer), Column("month", String), Column("first", Day),
                 Column("last", Day), prefixes=["TEMPORARY"])


def refresh_months(database: OfficeDatabase) -> int:
    """Make the stale sums anew, a portion at a time; gives how many station-months. A crash leaves the rest marked."""
    done = 0
    while True:
        with database.write("month_figures") as c:
            count = _refresh(c)
        done += count
        if count < _AT_ONCE:
            return done


def _refresh(c: Connection) -> int:
    rows = c.execute(select(stale_month).order_by(stale_month.c.month, stale_month.c.station).limit(_AT_ONCE)).all()
    if not rows:
        return 0
    _touched.create(c, checkfirst=False)
    c.execute(_touched.insert(), [_span(int(row.station), str(row.month)) for row in rows])
    if c.dialect.name == "postgresql":
        c.exec_driver_sql("ANALYZE touched")
    for table in (month_figures, month_facets, stale_month):
        c.execute(delete(table).where(tuple_(table.c.month, table.c.station).in_(
            select(_touched.c.month, _touched.c.station))))
    _sum_figures(c)
    for facet in _FACETS:
        _sum_facet(c, facet)
    _sum_reasons(c)
    _touched.drop(c, checkfirst=False)
    return len(rows)


def _span(station: int, month: str) -> dict[str, Any]:
    year, number = int(month[:4]), int(month[5:7])
    return {"station": station, "month": month, "first": f"{month}-01",
            "last": f"{month}-{monthrange(year, number)[1]:02d}"}


def _within(table: Table) -> Any:
    return and_(table.c.station == _touched.c.station, table.c.day >= _touched.c.first,
                table.c.day <= _touched.c.last)


def _sum_figures(c: Connection) -> None:
    figures = [func.sum(day_figures.c[name]) for name in FIGURES]
    sums = select(_touched.c.station, _touched.c.month, func.count(), *figures, func.max(day_figures.c.late_days)) \
        .join(day_figures, _within(day_figures)).group_by(_touched.c.station, _touched.c.month)
    c.execute(month_figures.insert().from_select(
        ["station", "month", "days", *FIGURES, "late_days"], sums))


def _sum_facet(c: Connection, facet: str) -> None:
    """What sounded."""
    content = airing.c.kind.in_(CONTENT_KINDS) & airing.c.outcome.in_([str(outcome) for outcome in SOUNDED])
    value = airing.c[facet]
    _add(c, select(
        _touched.c.station, _touched.c.month, literal(facet), value, func.count(),
        func.sum(case((airing.c.is_repeat, 1), else_=0)), func.count(distinct(airing.c.item)),
        func.sum(airing.c.aired_ms) // 1000,
    ).join(airing, _within(airing)).where(content).group_by(_touched.c.station, _touched.c.month, value))


def _sum_reasons(c: Connection) -> None:
    """What did not sound, or not wholly."""
    reasons = day_reasons.c
    _add(c, select(
        _touched.c.station, _touched.c.month, literal("reason"), reasons.reason, func.sum(reasons["count"]),
        literal(0), literal(0), literal(0),
    ).join(day_reasons, _within(day_reasons)).group_by(_touched.c.station, _touched.c.month, reasons.reason))


def _add(c: Connection, rows: Any) -> None:
    c.execute(month_facets.insert().from_select(
        ["station", "month", "facet", "value", "airings", "repeats", "items", "seconds"], rows))
