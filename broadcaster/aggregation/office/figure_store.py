"""The SQL behind the office's questions: sums of the figures tables, the same on SQLite and PostgreSQL.

Whole months come from month_figures and month_facets, the days at either end from the tables by day; so do whole
months whose sums are to be made anew (stale_month). Log rows are read for one day of one station alone.
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    func,
    not_,
    or_,
    select,
    true,
    tuple_,
)

from broadcaster.aggregation.office.figures import FIGURE_NAMES, AiringLine, DayLine, FacetLine, Figures
from broadcaster.aggregation.office.store import day_text
from broadcaster.db.office_schema import (
    airing,
    day_figures,
    day_reasons,
    directive,
    directive_figures,
    duty,
    month_facets,
    month_figures,
    stale_month,
    station,
    unit,
)

_WIDTH = len(FIGURE_NAMES)
Span = tuple[date, date]


@dataclass(frozen=True)
class Sums:
    """What one station stated in a span."""

    days: int
    late_days: int
    figures: Figures


def cut(first: date, last: date) -> tuple[list[str], list[Span]]:
    """(whole months as YYYY-MM, the spans of days at either end) of a period."""
    months: list[str] = []
    edges: list[Span] = []
    day = first
    while day <= last:
        end = day.replace(day=monthrange(day.year, day.month)[1])
        if day.day == 1 and end <= last:
            months.append(day.isoformat()[:7])
        else:
            edges.append((day, min(end, last)))
        day = end + timedelta(days=1)
    return months, edges


def units(c: Connection) -> list[Any]:
    """Rows ref, parent, name, depth, path; by path."""
    return list(c.execute(select(unit.c.ref, unit.c.parent, unit.c.name, unit.c.depth, unit.c.path)
                          .order_by(unit.c.path)))


def stations(c: Connection) -> list[Any]:
    """Every station the office knows, with what its newest packages said."""
    t = station.c
    return list(c.execute(select(t.ref, t.id, t.name, t.commune, t.unit, t.state, t.last_day, t.last_received_at,
                                 t.trusted_at)))


def station_sums(c: Connection, first: date, last: date) -> dict[int, Sums]:
    """What each station stated from `first` to `last`; one that stated nothing is not there."""
    months, edges = cut(first, last)
    stale = _stale(c, months)
    found: dict[int, list[int]] = {}
    for query in _sum_queries(months, edges, stale):
        for row in c.execute(query):
            _add(found, row[0], list(row[1:]))
    return {ref: Sums(values[0], values[1], Figures(*values[2:])) for ref, values in found.items()}


def _sum_queries(months: list[str], edges: list[Span], stale: dict[str, list[int]]) -> Iterator[Select[Any]]:
    table = month_figures.c
    if months:
        fresh: ColumnElement[bool] = table.month.in_(months)
        if stale:
            marked = [(ref, month) for month, refs in stale.items() for ref in refs]
            fresh = and_(fresh, not_(tuple_(table.station, table.month).in_(marked)))
        yield (select(table.station, func.sum(table.days), func.max(table.late_days), *_sums(month_figures))
               .where(fresh).group_by(table.station))
    by_day = (select(day_figures.c.station, func.count(), func.max(day_figures.c.late_days), *_sums(day_figures))
              .group_by(day_figures.c.station))
    for span in edges:
        yield by_day.where(_within(day_figures, span))
    for month, refs in stale.items():
        yield by_day.where(_within(day_figures, _month_span(month)), day_figures.c.station.in_(refs))


def _stale(c: Connection, months: list[str]) -> dict[str, list[int]]:
    """Month -> stations whose sums of it are not made yet."""
    found: dict[str, list[int]] = {}
    if months:
        for ref, month in c.execute(select(stale_month).where(stale_month.c.month.in_(months))):
            found.setdefault(month, []).append(ref)
    return found


def _add(found: dict[int, list[int]], ref: int, values: list[int]) -> None:
    known = found.get(ref)
    if known is None:
        found[ref] = [int(value) for value in values]
        return
    late = max(known[1], values[1])
    found[ref] = [int(one) + int(other) for one, other in zip(known, values, strict=True)]
    found[ref][1] = late


def day_totals(c: Connection, first: date, last: date, units_below: Collection[int] | None) -> dict[date, Sums]:
    """Sums over stations (below these units) for every day that anybody stated."""
    days = day_figures.c
    query = (select(days.day, func.count(), func.max(days.late_days), *_sums(day_figures))
             .where(_within(day_figures, (first, last)), _below(days.station, units_below)).group_by(days.day))
    return {_date(row[0]): Sums(int(row[1]), int(row[2]), Figures(*map(int, row[3:]))) for row in c.execute(query)}


def reasons(c: Connection, first: date, last: date, units_below: Collection[int] | None) -> dict[str, int]:
    """Reason -> planned airings that did not go out, or not wholly."""
    days = day_reasons.c
    found: dict[str, int] = defaultdict(int)
    months, edges = cut(first, last)
    stale = _stale(c, months)
    if months:
        facets = month_facets.c
        query = (select(facets.value, func.sum(facets.airings))
                 .where(facets.month.in_(months), facets.facet == "reason", _below(facets.station, units_below)))
        if stale:
            marked = [(ref, month) for month, refs in stale.items() for ref in refs]
            query = query.where(not_(tuple_(facets.station, facets.month).in_(marked)))
        _count(c, query.group_by(facets.value), found)
    by_day = (select(days.reason, func.sum(days.count)).where(_below(days.station, units_below))
              .group_by(days.reason))
    for span in edges:
        _count(c, by_day.where(_within(day_reasons, span)), found)
    for month, refs in stale.items():
        _count(c, by_day.where(_within(day_reasons, _month_span(month)), days.station.in_(refs)), found)
    return dict(found)


def _count(c: Connection, query: Select[Any], found: dict[str, int]) -> None:
    for word, count in c.execute(query):
        found[word] += int(count)


def facets(c: Connection, months: Sequence[str], units_below: Collection[int] | None) -> dict[str, list[FacetLine]]:
    """What sounded in whole months, by each mark ("kind", "origin", …); most airings first."""
    t = month_facets.c
    query = (select(t.facet, t.value, *(func.sum(t[each]) for each in ("airings", "repeats", "items", "seconds")))
             .where(t.month.in_(months), t.facet != "reason", _below(t.station, units_below))
             .group_by(t.facet, t.value))
    found: dict[str, list[FacetLine]] = {}
    for row in c.execute(query):
        found.setdefault(row[0], []).append(FacetLine(row[1], *map(int, row[2:])))
    return {name: sorted(lines, key=lambda line: (-line.airings, line.value)) for name, lines in found.items()}


def letters(c: Connection, first: date, last: date, least: int) -> list[Any]:
    """Letters with a duty in the period: ref, number, issuer, subject, issued_date, first, last, required, stations."""
    begun = or_(duty.c.first_day.is_(None), duty.c.first_day <= last.isoformat())
    going = or_(duty.c.last_day.is_(None), duty.c.last_day >= first.isoformat())
    asked = (select(duty.c.directive, func.min(duty.c.first_day).label("first"),
                    func.max(duty.c.last_day).label("last"), func.sum(duty.c.required).label("required"),
                    func.count().label("stations"))
             .where(begun, going, duty.c.package > 0).group_by(duty.c.directive)
             .having(func.count() >= least).subquery())
    t = directive.c
    return list(c.execute(
        select(t.ref, t.number, t.issuer, t.subject, t.issued_date, asked.c.first, asked.c.last, asked.c.required,
               asked.c.stations).join(asked, asked.c.directive == t.ref)
        .order_by(t.issued_date.desc(), t.ref.desc())))


def letter_cells(c: Connection, refs: Sequence[int], last: date) -> Iterable[Any]:
    """Rows directive, station, required, due, aired, verified, seconds, newest day on which it aired; up to `last`.

    The running totals where all of a letter's days lie before; the sums of its days where it goes on beyond.
    """
    t, day = duty.c, last.isoformat()
    yield from c.execute(
        select(t.directive, t.station, t.required, t.due, t.aired, t.verified, t.seconds, day_text(t.newest))
        .where(t.directive.in_(refs), or_(t.known_to <= day, and_(t.known_to.is_(None), t.package > 0))))
    going = list(c.scalars(select(t.directive).distinct().where(t.directive.in_(refs), t.known_to > day)))
    if not going:
        return
    f = directive_figures.c
    sums = (select(f.directive, f.station, func.sum(f.required).label("due"), func.sum(f.aired).label("aired"),
                   func.sum(f.verified).label("verified"), func.sum(f.seconds).label("seconds"),
                   func.max(f.day).filter(f.aired > 0).label("newest"))
            .where(f.directive.in_(going), f.day <= day).group_by(f.directive, f.station).subquery())
    s = sums.c
    yield from c.execute(
        select(t.directive, t.station, t.required, *(func.coalesce(s[name], 0) for name in
               ("due", "aired", "verified", "seconds")), day_text(s.newest))
        .outerjoin_from(duty, sums, and_(s.directive == t.directive, s.station == t.station))
        .where(t.directive.in_(going), t.known_to > day, or_(t.package > 0, s.due.is_not(None))))


def station_days(c: Connection, ref: int, first: date, last: date) -> dict[date, DayLine]:
    """The days of one station that it stated."""
    why: dict[date, dict[str, int]] = defaultdict(dict)
    days = day_reasons.c
    for day, reason, count in c.execute(select(days.day, days.reason, days.count).where(
            days.station == ref, _within(day_reasons, (first, last)))):
        why[_date(day)][reason] = count
    t = day_figures.c
    rows = c.execute(select(t.day, t.late_days, t.package, *(t[name] for name in FIGURE_NAMES)).where(
        t.station == ref, _within(day_figures, (first, last))))
    found = {}
    for row in rows:
        day = _date(row[0])
        found[day] = DayLine(day, True, Figures(*row[3:]), row[1], row[2], why.get(day, {}))
    return found


def day_shares(c: Connection, refs: Collection[int], first: date, last: date) -> dict[int, dict[date, float | None]]:
    """What some stations aired of what was planned, day by day; days nobody stated are not there."""
    found: dict[int, dict[date, float | None]] = {ref: {} for ref in refs}
    t = day_figures.c
    rows = c.execute(select(t.station, t.day, t.planned, t.aired + t.partial + t.made_up).where(
        t.station.in_(list(refs)), _within(day_figures, (first, last))))
    for ref, day, planned, done in rows:
        found[ref][_date(day)] = min(done / planned, 1.0) if planned else None
    return found


def airings(c: Connection, ref: int, day: date, letter: int = 0) -> list[AiringLine]:
    """The log of one day of one station (of one letter), in order of plan."""
    t = airing.c
    names = ("station", "day", "position", "id", "session", "title", "kind", "origin", "directive", "planned_second",
             "started_second", "planned_ms", "aired_ms", "outcome", "reason", "verification", "is_repeat", "is_relay",
             "is_corrected", "package")
    query = select(*(t[name] for name in names)).where(t.station == ref, t.day == day.isoformat())
    if letter:
        query = query.where(t.directive == letter)
    return [AiringLine(*row) for row in c.execute(query.order_by(t.position))]


def _sums(table: Table) -> list[ColumnElement[int]]:
    return [func.sum(table.c[name]) for name in FIGURE_NAMES]


def _within(table: Table, span: Span) -> ColumnElement[bool]:
    return table.c.day.between(span[0].isoformat(), span[1].isoformat())


def _month_span(month: str) -> Span:
    year, number = int(month[:4]), int(month[5:])
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def _below(column: ColumnElement[int], units_below: Collection[int] | None) -> ColumnElement[bool]:
    if units_below is None:
        return true()
    return column.in_(select(station.c.ref).where(station.c.unit.in_(sorted(units_below))))


def _date(value: str | date) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)
