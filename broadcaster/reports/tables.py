"""The tables of a report as rows of plain values: a page turns them into words, a sheet keeps them as numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from broadcaster.asrun.model import Verification
from broadcaster.reports import wording
from broadcaster.reports.document import Align, Column
from broadcaster.reports.model import Group, Requirement, Row
from broadcaster.reports.sentences import Sentences

Value = str | int | float | date | None
MANY = 120
"""More contents than this, and a page shows a row for each letter instead."""
_WIDTHS = {"number": 10, "title": 35, "directive": 22, "news": 10, "features": 10, "airings": 13, "minutes": 16,
           "span": 21, "zones": 16, "note": 17}
_ALIGNS = {"title": Align.LEFT, "directive": Align.LEFT, "minutes": Align.RIGHT, "zones": Align.LEFT,
           "note": Align.LEFT}
_MOST_ZONES = 3
_NAMES = {"kind": "kinds", "origin": "origins", "urgency": "urgencies", "zone": "zones"}
"""Axis -> the section of report.toml that names its groups."""


@dataclass(frozen=True)
class Band:
    """The head of a group of rows."""

    text: str


@dataclass(frozen=True)
class Grid:
    """A table before it is dressed."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...] | Band, ...]
    total: tuple[Value, ...] | None = None


def plain(value: object) -> str:
    """As a page shows it: minutes with one decimal, days dd/mm/yyyy."""
    if isinstance(value, float):
        return wording.number(value, 1)
    if isinstance(value, date):
        return wording.day(value)
    return "" if value is None else wording.number(value) if isinstance(value, int) else str(value)


def contents(says: Sentences) -> Grid:
    """A row for each content, with the columns of the profile."""
    return _results(says, list(says.report.rows))


def letters(says: Sentences) -> Grid:
    """A row for each letter; contents without one stand together."""
    groups: dict[str, list[Row]] = {}
    for row in says.report.rows:
        groups.setdefault(row.directive, []).append(row)
    return _results(says, [_together(rows, (rows[0].subject or number) if number else says.say("results", "no_letter"),
                                     number) for number, rows in groups.items()])


def _together(rows: list[Row], title: str, directive: str) -> Row:
    def total(name: str) -> int:
        return sum(getattr(row, name) for row in rows)

    days = [day for row in rows for day in (row.first, row.last) if day]
    return _Letter(title, "", directive, total("items"), total("airings"), total("repeats"), total("partial"),
                   total("missed"), sum(row.seconds for row in rows), min(days, default=None), max(days, default=None),
                   tuple(dict.fromkeys(zone for row in rows for zone in row.zones)), "", total("news"),
                   total("features"))


@dataclass(frozen=True)
class _Letter(Row):
    all_news: int = 0
    all_features: int = 0

    @property
    def news(self) -> int:
        return self.all_news

    @property
    def features(self) -> int:
        return self.all_features


def _results(says: Sentences, rows: list[Row]) -> Grid:
    names, keys = says.words["columns"], says.profile.columns
    columns = tuple(Column(key, names[key], _WIDTHS[key], _ALIGNS.get(key, Align.CENTER)) for key in keys)
    body = tuple(tuple(_value(says, key, number, row) for key in keys) for number, row in enumerate(rows, start=1))
    if not body:
        body = (tuple(says.say("results", "empty_row") if key == "title" else _zero(key) for key in keys),)
    sums: dict[str, Value] = {"title": says.say("results", "total"), "news": sum(row.news for row in rows),
            "features": sum(row.features for row in rows), "airings": sum(row.airings for row in rows),
            "minutes": sum(row.seconds for row in rows) / 60}
    return Grid(columns, body, tuple(sums.get(key) for key in keys))


def _zero(key: str) -> Value:
    return {"news": 0, "features": 0, "airings": 0, "minutes": 0.0}.get(key)


def _value(says: Sentences, key: str, number: int, row: Row) -> Value:
    if key == "span":
        return "\n".join(dict.fromkeys(wording.day(day) for day in (row.first, row.last) if day))
    found: dict[str, Value] = {
        "number": number, "title": row.title, "directive": row.directive, "news": row.news, "features": row.features,
        "airings": row.airings, "minutes": row.seconds / 60, "zones": says.zones(row.zones, _MOST_ZONES),
        "note": wording.row_note(row) if row.kind else ""}
    return found[key]


def breakdowns(says: Sentences) -> Grid:
    """The axes of the profile one below the other, each with its groups; axes that say nothing new are left out."""
    names = says.words["breakdown_columns"]
    keys = ("name", "items", "airings", "repeats", "minutes", "share", "missed")
    columns = tuple(Column(key, names[key], 56 if key == "name" else 18,
                           Align.LEFT if key == "name" else Align.RIGHT) for key in keys)
    rows: list[tuple[Value, ...] | Band] = []
    for axis in says.profile.breakdowns:
        found = list(_axis(says, axis))
        if found:
            rows += [Band(says.say("breakdown", axis)), *found]
    return Grid(columns, tuple(rows))


def _axis(says: Sentences, axis: str) -> Iterator[tuple[Value, ...]]:
    report = says.report
    if axis == "verification":
        counts = report.totals.verification
        for word in Verification:
            if counts.get(word):
                yield _capital(says.words["verification"][word]), None, counts[word], None, None, None, None
        return
    if axis == "reason":
        names = says.words["reasons"]
        for reason, count in sorted(report.totals.missed_by_reason.items(), key=lambda item: (-item[1], item[0])):
            yield (_capital(names.get(reason, names["program_error"])), None, None, None, None, None, count)
        return
    groups = report.breakdowns.get(axis, ())
    if not telling(axis, groups):
        return
    whole = report.totals.seconds
    for group in groups:
        share = 100 * group.seconds / whole if whole else 0.0
        yield (group_name(says, axis, group.key), group.items, group.airings, group.repeats, group.seconds / 60,
               share, group.missed)


def telling(axis: str, groups: tuple[Group, ...]) -> bool:
    """Whether a breakdown says more than the total: one language, one zone or one month alone does not."""
    if axis in ("kind", "source"):
        return bool(groups)
    return len(groups) > 1 or (axis in ("origin", "category") and any(group.key for group in groups))


def group_name(says: Sentences, axis: str, key: str) -> str:
    """A group as people call it."""
    if not key:
        return says.say("breakdown", "unknown")
    if axis == "month":
        return says.say("breakdown", "month_name", month=key[5:7], year=key[:4])
    if axis in _NAMES:
        name = says.words[_NAMES[axis]].get(key, key)
        return name if axis == "zone" else _capital(name)
    return says.named.get(axis, {}).get(key, key)


def requirements(says: Sentences) -> Grid:
    """Asked, aired, heard: a row for each campaign or letter."""
    names = says.words["requirement_columns"]
    widths = {"number": 12, "title": 44, "directive": 26}
    keys = ("number", "title", "directive", "asked", "aired", "made_up", "heard", "missing", "days")
    columns = tuple(Column(key, names[key], widths.get(key, 15),
                           Align.LEFT if key in ("title", "directive") else Align.CENTER) for key in keys)
    rows = tuple(_requirement(number, item) for number, item in enumerate(says.report.requirements, start=1))
    sums = (None, says.say("results", "total"), None, *(sum(getattr(item, key) for item in says.report.requirements)
                                                        for key in ("asked", "aired", "made_up", "heard", "missing")),
            None)
    return Grid(columns, rows, sums if len(rows) > 1 else None)


def _requirement(number: int, item: Requirement) -> tuple[Value, ...]:
    return (number, item.title, item.directive, item.asked, item.aired, item.made_up, item.heard, item.missing,
            f"{item.days_covered}/{item.days_asked}")


def days(says: Sentences, *, by_month: bool = False) -> Grid:
    """Planned, aired and what went wrong, day by day or month by month."""
    names, report = says.words["day_columns"], says.report
    first = "month" if by_month else "day"
    columns = (Column(first, names[first], 26, Align.CENTER), Column("planned", names["planned"], 26, Align.CENTER),
               Column("aired", names["aired"], 26, Align.CENTER), Column("missing", names["missing"], 26, Align.CENTER),
               Column("faults", names["faults"], 64))
    counts: dict[date, list[int]] = {}
    wrong: dict[date, Counter[str]] = {}
    for item in report.coverage:
        sums = counts.setdefault(item.day.replace(day=1) if by_month else item.day, [0, 0])
        sums[0] += item.planned
        sums[1] += item.aired
    for fault in report.faults:
        wrong.setdefault(fault.day.replace(day=1) if by_month else fault.day, Counter())[fault.kind] += fault.count
    rows = []
    for day in sorted({*counts, *wrong}):
        planned, aired = counts.get(day, (0, 0))
        said = "; ".join(says.words["faults"][kind] + (f" ({count} lần)" if count > 1 else "")
                         for kind, count in wrong.get(day, Counter()).items())
        rows.append((f"{day:%m/%Y}" if by_month else day, planned, aired, planned - aired, _capital(said)))
    return Grid(columns, tuple(rows), (says.say("results", "total"), sum(row[1] for row in rows),
                                       sum(row[2] for row in rows), sum(row[3] for row in rows), None))


def former(says: Sentences) -> Grid:
    """What the books of the former stations hold."""
    names = says.words["former_columns"]
    widths = {"number": 12, "name": 60, "note": 40}
    aligns = {"name": Align.LEFT, "note": Align.LEFT}
    columns = tuple(Column(key, names[key], widths.get(key, 22), aligns.get(key, Align.CENTER))
                    for key in ("number", "name", "records", "days", "minutes", "note"))
    rows = tuple((number, item.name, item.records, item.days, item.seconds / 60,
                  says.say("former", "untimed", count=item.untimed) if item.untimed else "")
                 for number, item in enumerate(says.report.former, start=1))
    sums = (None, says.say("results", "total"), sum(item.records for item in says.report.former), None,
            sum(item.seconds for item in says.report.former) / 60, None)
    return Grid(columns, rows, sums if len(rows) > 1 else None)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


