"""The tables of the consolidated report as typed values: pages dress them, sheets keep the numbers. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from broadcaster.aggregation.office.consolidated import Consolidated, Words
from broadcaster.aggregation.office.figures import (
    FIGURE_NAMES,
    FacetLine,
    Figures,
    Reporting,
    StationLine,
    UnitLine,
    add_up,
)
from broadcaster.library.categories import languages, shipped_categories
from broadcaster.reports import wording
from broadcaster.reports.document import Align, Column
from broadcaster.reports.tables import Grid, Value

_WIDTHS = {"number": 13, "unit": 32, "station": 34, "subject": 46, "letter": 38, "value": 44, "reason": 60,
           "reporting": 26, "last_day": 29, "week": 20, "planned": 24, "done": 24, "minutes": 27, "relay": 25,
           "verified": 24, "share": 15, "stations": 14, "missed": 20}
_LEFT = frozenset({"unit", "station", "subject", "letter", "value", "reason", "reporting"})
_MOST_LETTERS = 60
"""Columns of letters in the sheet of stations and letters."""


def grid(names: Mapping[str, str], keys: Sequence[str], rows: Sequence[tuple[Value, ...]],
         total: tuple[Value, ...] | None = None) -> Grid:
    """A table whose heads are the template's."""
    return Grid(tuple(Column(key, names.get(key, key), _WIDTHS.get(key, 16),
                             Align.LEFT if key in _LEFT else Align.CENTER) for key in keys), tuple(rows), total)


_BRIEF = ("number", "unit", "stations", "stopped", "planned", "done", "share", "minutes", "verified")
"""What an upright page has room for."""


def units(report: Consolidated, words: Words, *, brief: bool = False) -> Grid:
    """A row for each unit: the children of the unit asked for, or the highest ones that part the stations."""
    names = words["columns"]
    lines = [*_parting(report)]
    if lines and (rest := _beside(report, lines, names["no_unit"])).stations:
        lines.append(rest)
    rows = [(number, line.name, line.stations, line.reporting.get(Reporting.CURRENT, 0), line.stopped,
             *_counts(line.figures)) for number, line in enumerate(lines, 1)]
    whole = report.overview.total
    keys = ("number", "unit", "stations", "current", "stopped", "planned", "done", "share", "missed", "minutes",
            "relay", "verified")
    total: list[Value] = [None, names["total"], whole.stations, whole.reporting.get(Reporting.CURRENT, 0),
                          whole.stopped, *_counts(whole.figures)]
    # As text: a sheet adds up numbers, and shares do not add up.
    share = whole.figures.share
    total[keys.index("share")] = "" if share is None else wording.number(100 * share, 1)
    kept = [place for place, key in enumerate(keys) if not brief or key in _BRIEF]
    return grid(names, [keys[place] for place in kept], [tuple(row[place] for place in kept) for row in rows],
                tuple(total[place] for place in kept))


def _parting(report: Consolidated) -> list[UnitLine]:
    found = list(report.overview.units)
    if not found:
        return []
    parent = report.overview.query.unit
    while True:
        below = [line for line in found if line.parent == parent]
        if len(below) != 1 or not any(line.parent == below[0].ref for line in found):
            return below
        parent = below[0].ref


def _beside(report: Consolidated, lines: Sequence[UnitLine], name: str) -> UnitLine:
    """Stations at none of these units: without them the rows do not make the total."""
    whole = report.overview.total
    of_units = add_up(line.figures for line in lines)
    states = {state: count - sum(line.reporting.get(state, 0) for line in lines)
              for state, count in whole.reporting.items()}
    figures = Figures(*(getattr(whole.figures, each) - getattr(of_units, each) for each in FIGURE_NAMES))
    return UnitLine(0, 0, name, 0, whole.stations - sum(line.stations for line in lines), states,
                    whole.days - sum(line.days for line in lines), figures)


def stations(lines: Sequence[StationLine], words: Words) -> Grid:
    """A row for each station."""
    said = words["reporting"]
    rows: list[tuple[Value, ...]] = [
        (number, line.name, line.unit_name, said[str(line.reporting)], _day(line.last_day), line.days,
         *_counts(line.figures)) for number, line in enumerate(lines, 1)]
    keys = ("number", "station", "unit", "reporting", "last_day", "days", "planned", "done", "share", "missed",
            "minutes", "relay", "verified")
    return grid(words["columns"], keys, rows)


def letters(report: Consolidated, words: Words) -> Grid:
    """A row for each letter."""
    rows = [(number, line.number, line.subject, line.stations, line.required, line.due, line.aired,
             _share(line.aired, line.due), line.verified, line.fulfilled)
            for number, line in enumerate(report.matrix.letters, 1)]
    keys = ("number", "letter", "subject", "stations", "required", "due", "aired", "share", "verified", "fulfilled")
    return grid(words["columns"], keys, rows)


def matrix(report: Consolidated, words: Words) -> Grid:
    """Station × letter: "aired/required"; the newest letters where there are very many."""
    shown = report.matrix.letters[:_MOST_LETTERS]
    rows: list[tuple[Value, ...]] = []
    for number, line in enumerate(report.matrix.lines, 1):
        cells = [line.cells.get(letter.ref) for letter in shown]
        rows.append((number, line.station.name, line.total.required, line.total.aired,
                     *(f"{cell.aired}/{cell.required}" if cell else None for cell in cells)))
    names = {**words["columns"], **{f"letter{letter.ref}": letter.number for letter in shown}}
    return grid(names, ("number", "station", "required", "aired", *(f"letter{letter.ref}" for letter in shown)), rows)


def weeks(report: Consolidated, words: Words) -> Grid:
    """A row for each week."""
    rows: list[tuple[Value, ...]] = [(line.monday, line.station_days, *_counts(line.figures)) for line in report.weeks]
    return grid(words["columns"], ("week", "days", "planned", "done", "share", "missed", "minutes", "relay",
                                   "verified"), rows)


def facet(lines: Sequence[FacetLine], name: str, words: Words) -> Grid:
    """What sounded, by one mark."""
    rows = [(_value(name, line.value), line.items, line.airings, line.repeats, round(line.seconds / 60))
            for line in lines]
    names = {**words["columns"], "value": words["facets"][name].capitalize()}
    return grid(names, ("value", "items", "airings", "repeats", "minutes"), rows)


def reasons(report: Consolidated, words: Words) -> Grid:
    """Why something did not go out."""
    rows = [(reason_name(reason), count) for reason, count in report.reasons.items()]
    return grid(words["columns"], ("reason", "count"), rows, (words["columns"]["total"], sum(report.reasons.values())))


def stopped(lines: Sequence[StationLine], words: Words) -> Grid:
    """Whom to telephone."""
    said = words["reporting"]
    rows: list[tuple[Value, ...]] = [(number, line.name, line.unit_name, said[str(line.reporting)],
                                      _day(line.last_day), line.quiet_days) for number, line in enumerate(lines, 1)]
    return grid(words["columns"], ("number", "station", "unit", "reporting", "last_day", "quiet_days"), rows)


def sheets(report: Consolidated, words: Words) -> list[tuple[str, str, Grid]]:
    """(Name, title, table) of every sheet of the workbook; without the empty ones."""
    names, title = words["sheets"], words["letterhead"]["subject"].format(span=report.period.name)
    found = [(names["units"], title, units(report, words)),
             (names["stations"], title, stations(report.overview.stations, words)),
             (names["letters"], title, letters(report, words)), (names["matrix"], title, matrix(report, words)),
             (names["weeks"], title, weeks(report, words))]
    found += [(f"Theo {words['facets'][name]}", title, facet(lines, name, words))
              for name, lines in report.facets.items() if lines]
    found += [(names["reasons"], title, reasons(report, words)),
              (names["stopped"], title, stopped(report.stopped, words))]
    return [found[0], *(each for each in found[1:] if each[2].rows)]


def reason_name(reason: str) -> str:
    return wording.words()["reasons"].get(reason, reason)


def _value(name: str, value: str) -> str:
    texts = wording.words()
    known = {"kind": "kinds", "origin": "origins", "urgency": "urgencies"}.get(name)
    names: Mapping[str, str] = texts[known] if known else _library_names().get(name, {})
    return names.get(value, value) or texts["breakdown"]["unknown"]


@cache
def _library_names() -> dict[str, dict[str, str]]:
    """What the shipped library calls its classes and tongues; a class of a station's own keeps its key."""
    return {"category": {item.key: item.words for item in shipped_categories()}, "language": languages()}


def _counts(figures: Figures) -> tuple[Value, ...]:
    """planned, done, share, missed, minutes, relay, verified."""
    return (figures.planned, figures.done, None if figures.share is None else 100 * figures.share, figures.missed,
            round(figures.seconds / 60), round(figures.relay_seconds / 60), figures.verified)


def _share(done: int, of: int) -> float | None:
    return 100 * min(done / of, 1.0) if of else None


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
