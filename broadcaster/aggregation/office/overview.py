"""What the office sees: who reports, what was planned and aired, what became of its letters, from the sums alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from broadcaster.aggregation.office import figure_store as store
from broadcaster.aggregation.office.figures import (
    STOPPED,
    AiringLine,
    DayLine,
    FacetLine,
    Figures,
    Matrix,
    OfficeQuery,
    Overview,
    Reporting,
    StationLine,
    UnitLine,
    WeekLine,
    add_up,
)
from broadcaster.aggregation.office.matrix import (
    by_name,
    cells_of,
    is_asked,
    letter_line,
    line_of,
    matrix_order,
    rows_of,
)
from broadcaster.base.clock import STATION_ZONE, Clock, parse_time
from broadcaster.base.errors import Refused
from broadcaster.base.vietnamese import fold
from broadcaster.db.office import OfficeDatabase

SORTS = ("name", "unit", "share", "planned", "done", "missed", "verified", "minutes", "last_day", "late")
FACETS = ("kind", "origin", "language", "category", "urgency")


class OverviewService:
    """Answers from the figures of days and months; only a single day's log is read row by row."""

    def __init__(self, database: OfficeDatabase, clock: Clock, silent_days: int) -> None:
        self._database = database
        self._clock = clock
        self._silent_days = silent_days

    def overview(self, query: OfficeQuery) -> Overview:
        """Totals of the whole and of every unit, and the stations. Raises office.period, office.unit, office.sort."""
        _check(query)
        with self._database.read() as c:
            tree = store.units(c)
            lines = self._lines(query, tree, store.stations(c), store.station_sums(c, query.first, query.last))
        asked = _asked(query, lines)
        shown = sorted(asked, key=_order(query), reverse=query.descending)
        return Overview(query, self._today, _unit_line(0, 0, "", 0, lines), _tree(tree, query, lines),
                        tuple(_page(shown, query.offset, query.limit)), len(asked))

    def unit_named(self, name: str) -> int:
        """The ref of the first unit called so, however its accents are typed; 0: none."""
        with self._database.read() as c:
            return next((row.ref for row in store.units(c) if fold(row.name) == fold(name)), 0)

    def stopped(self, query: OfficeQuery) -> tuple[StationLine, ...]:
        """Stations somebody should telephone: silent, never heard of, forked; the longest silence first."""
        found = self.overview(replace(query, reporting=STOPPED, limit=0, offset=0)).stations
        return tuple(sorted(found, key=lambda line: (-line.quiet_days, by_name(line.name))))

    def matrix(self, query: OfficeQuery) -> Matrix:
        """Letter × station. Raises as `overview`."""
        _check(query)
        with self._database.read() as c:
            tree = store.units(c)
            lines = self._lines(query, tree, store.stations(c), store.station_sums(c, query.first, query.last))
            named = [row for row in store.letters(c, query.first, query.last, query.least_stations)
                     if is_asked(query, row)]
            page = _page(named, query.letter_offset, query.letter_limit)
            refs = [row.ref for row in page]
            cells = cells_of(store.letter_cells(c, refs, query.last))
        rows = rows_of(cells, {line.ref: line for line in _asked(query, lines)})
        heads = tuple(letter_line(row, rows) for row in page)
        rows.sort(key=matrix_order(query, _order(query)), reverse=query.descending)
        shown = tuple(line_of(row) for row in _page(rows, query.offset, query.limit))
        return Matrix(query, self._today, heads, len(named), shown, len(rows))

    def trend(self, query: OfficeQuery) -> tuple[WeekLine, ...]:
        """Week by week; weeks in which nobody stated anything are there too. Raises as `overview`."""
        _check(query)
        with self._database.read() as c:
            found = store.day_totals(c, query.first, query.last, _below(store.units(c), query.unit))
        weeks: dict[date, list[date]] = {}
        for offset in range((query.last - query.first).days + 1):
            day = query.first + timedelta(days=offset)
            weeks.setdefault(day - timedelta(days=day.weekday()), []).append(day)
        return tuple(_week(monday, [found[day] for day in days if day in found], len(days))
                     for monday, days in weeks.items())

    def reasons(self, query: OfficeQuery) -> dict[str, int]:
        """Reason -> planned airings that did not go out, or not wholly; the most first. Raises as `overview`."""
        _check(query)
        with self._database.read() as c:
            found = store.reasons(c, query.first, query.last, _below(store.units(c), query.unit))
        return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))

    def facets(self, query: OfficeQuery) -> dict[str, list[FacetLine]]:
        """What sounded in the whole months of the period, by each of FACETS; empty lists where there is no such month.

        Raises as `overview`.
        """
        _check(query)
        months, _ = store.cut(query.first, query.last)
        with self._database.read() as c:
            found = store.facets(c, months, _below(store.units(c), query.unit))
        return {name: found.get(name, []) for name in FACETS}

    def station(self, ref: int, query: OfficeQuery) -> StationLine:
        """One station in the period. Raises Refused("office.station_unknown"), office.period."""
        _check(query)
        whole = replace(query, unit=0, reporting=(), words="")
        with self._database.read() as c:
            lines = self._lines(whole, store.units(c), [row for row in store.stations(c) if row.ref == ref],
                                store.station_sums(c, query.first, query.last))
        if not lines:
            raise Refused("office.station_unknown", f"no such station: {ref}", station=str(ref))
        return lines[0]

    def days(self, ref: int, first: date, last: date) -> tuple[DayLine, ...]:
        """Every day of one station, also those it never stated. Raises Refused("office.period")."""
        _check(OfficeQuery(first, last))
        with self._database.read() as c:
            found = store.station_days(c, ref, first, last)
        span = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
        return tuple(found.get(day) or DayLine(day, False, Figures()) for day in span)

    def day_shares(self, refs: Collection[int], first: date, last: date) -> dict[int, dict[date, float | None]]:
        """Station -> day -> done of planned (None: nothing planned); for the stations in sight, not for all."""
        with self._database.read() as c:
            return store.day_shares(c, refs, first, last)

    def airings(self, ref: int, day: date, letter: int = 0) -> list[AiringLine]:
        """The log of one day of one station, or of one letter on it."""
        with self._database.read() as c:
            return store.airings(c, ref, day, letter)

    @property
    def _today(self) -> date:
        return self._clock.now().astimezone(STATION_ZONE).date()

    def _lines(self, query: OfficeQuery, tree: Sequence[Any], rows: Iterable[Any],
               sums: dict[int, store.Sums]) -> list[StationLine]:
        names = {row.ref: row.name for row in tree}
        below = _below(tree, query.unit)
        nothing = store.Sums(0, 0, Figures())
        found = []
        for row in rows:
            if below is not None and row.unit not in below:
                continue
            stated = sums.get(row.ref, nothing)
            quiet = self._quiet_days(row)
            found.append(StationLine(
                row.ref, row.id, row.name, row.commune, row.unit, names.get(row.unit, ""), self._reporting(row, quiet),
                quiet, row.last_day or "", row.last_received_at, stated.days, stated.late_days, stated.figures))
        return found

    def _quiet_days(self, row: Any) -> int:
        """Since the last package; since it was trusted, where none came."""
        text = row.last_received_at or row.trusted_at
        return max((self._today - _local_day(text)).days, 0) if text else 0

    def _reporting(self, row: Any, quiet_days: int) -> Reporting:
        if row.state == "fork":
            return Reporting.FORK
        if not row.last_day:
            return Reporting.NEVER
        if quiet_days > self._silent_days:
            return Reporting.SILENT
        return Reporting.CURRENT if row.last_day >= (self._today - timedelta(days=1)).isoformat() else Reporting.LATE


def _check(query: OfficeQuery) -> None:
    if query.last < query.first:
        raise Refused("office.period", f"the period ends ({query.last}) before it begins ({query.first})",
                      first=query.first.isoformat(), last=query.last.isoformat())
    if query.sort not in SORTS and not query.sort.startswith("letter:"):
        raise Refused("office.sort", f"stations cannot be sorted by {query.sort!r} (known: {', '.join(SORTS)})",
                      sort=query.sort, known=", ".join(SORTS))


def _below(tree: Sequence[Any], ref: int) -> frozenset[int] | None:
    """The unit and all under it; None: no unit was named. Raises Refused("office.unit_unknown")."""
    if not ref:
        return None
    inside = frozenset(row.ref for row in tree if f"/{ref}/" in row.path)
    if not inside:
        raise Refused("office.unit_unknown", f"no such unit: {ref}", unit=str(ref))
    return inside


def _asked(query: OfficeQuery, lines: list[StationLine]) -> list[StationLine]:
    words = fold(query.words).split()
    return [line for line in lines
            if (not query.reporting or line.reporting in query.reporting)
            and (not words or all(word in fold(f"{line.name} {line.commune} {line.id}") for word in words))]


def _order(query: OfficeQuery) -> Callable[[StationLine], Any]:
    """Ties stand by name, whichever way round."""
    keys: dict[str, Callable[[StationLine], Any]] = {
        "name": lambda line: 0, "unit": lambda line: by_name(line.unit_name),
        "share": lambda line: -1.0 if line.figures.share is None else line.figures.share,
        "planned": lambda line: line.figures.planned, "done": lambda line: line.figures.done,
        "missed": lambda line: line.figures.missed, "verified": lambda line: line.figures.verified,
        "minutes": lambda line: line.figures.seconds, "last_day": lambda line: line.last_day,
        "late": lambda line: line.late_days,
    }
    chosen = keys.get(query.sort, keys["name"])
    return lambda line: (chosen(line), by_name(line.name), line.ref)


def _page(rows: Sequence[Any], offset: int, limit: int) -> Sequence[Any]:
    return rows[offset:offset + limit] if limit else rows[offset:]


def _tree(tree: Sequence[Any], query: OfficeQuery, lines: list[StationLine]) -> tuple[UnitLine, ...]:
    """Each unit with the stations at and below it, in reading order."""
    below = _below(tree, query.unit)
    children: dict[int, list[Any]] = {}
    for row in tree:
        children.setdefault(row.parent, []).append(row)
    own: dict[int, list[StationLine]] = {}
    paths = {row.ref: [int(part) for part in row.path.split("/") if part] for row in tree}
    for line in lines:
        for ref in paths.get(line.unit, []):
            own.setdefault(ref, []).append(line)
    found: list[UnitLine] = []

    def walk(parent: int) -> None:
        for row in sorted(children.get(parent, []), key=lambda each: by_name(each.name)):
            if below is None or row.ref in below:
                found.append(_unit_line(row.ref, row.parent, row.name, row.depth, own.get(row.ref, [])))
            walk(row.ref)

    walk(0)
    return tuple(found)


def _unit_line(ref: int, parent: int, name: str, depth: int, lines: Sequence[StationLine]) -> UnitLine:
    states = dict.fromkeys(Reporting, 0)
    for line in lines:
        states[line.reporting] += 1
    return UnitLine(ref, parent, name, depth, len(lines), states, sum(line.days for line in lines),
                    add_up(line.figures for line in lines))


def _week(monday: date, days: Sequence[store.Sums], span: int) -> WeekLine:
    return WeekLine(monday, span, sum(day.days for day in days), add_up(day.figures for day in days))


def _local_day(text: str) -> date:
    return parse_time(text).astimezone(STATION_ZONE).date()
