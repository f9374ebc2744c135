"""Counting airings along an axis while they stream past, so that a year or a province needs no list. No I/O."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from broadcaster.asrun.model import RELAY, SOUNDED, Airing, Outcome, Verification
from broadcaster.asrun.totals import is_partial
from broadcaster.base.frames import seconds
from broadcaster.reports.model import DayCoverage, Group, Row
from broadcaster.reports.periods import month_key

_RELAYED, _OWN = "relay", "own"


class Seen(NamedTuple):
    """One airing, and what every count asks of it: asked once."""

    row: Airing
    """As it counts."""
    item: str
    """The sound; empty where nothing went out."""
    planned: bool
    """Whether it counts against the plan."""
    missed: bool
    partial: bool


def seen(told: Airing, row: Airing) -> Seen:
    """`told`: as the log has it; `row`: as it counts."""
    sounded = row.outcome in SOUNDED
    planned, missed = told.planned, row.outcome is Outcome.MISSED
    return Seen(row, (row.cut_sha256 or row.id) if sounded else "", planned, missed, sounded and is_partial(row))


@dataclass
class Count:
    """The sums of one group so far."""

    items: set[str] = field(default_factory=set)
    airings: int = 0
    repeats: int = 0
    partial: int = 0
    planned: int = 0
    missed: int = 0
    frames: int = 0

    def add(self, one: Seen) -> None:
        self.planned += one.planned
        if one.item:
            self.items.add(one.item)
            self.airings += 1
            self.repeats += one.row.is_repeat
            self.partial += one.partial
            self.frames += one.row.aired_frames
        elif one.missed:
            self.missed += one.planned

    def group(self, key: str) -> Group:
        return Group(key, len(self.items), self.airings, self.repeats, seconds(self.frames), self.planned,
                     self.missed)


class Axis:
    """A breakdown in the making: `keys` says which groups an airing belongs to."""

    def __init__(self, keys: Callable[[Airing], Iterable[str]]) -> None:
        self._keys = keys
        self._counts: dict[str, Count] = {}

    def add(self, one: Seen) -> None:
        for key in self._keys(one.row):
            count = self._counts.get(key)
            if count is None:
                count = self._counts[key] = Count()
            count.add(one)

    def groups(self) -> tuple[Group, ...]:
        """The fullest first; those of months in order."""
        found = [count.group(key) for key, count in self._counts.items()]
        return tuple(sorted(found, key=lambda group: (-group.airings, -group.seconds, group.key)))


class Contents:
    """The rows of the report: all airings of one title for one letter."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, str], _Content] = {}

    def add(self, one: Seen) -> None:
        row = one.row
        key = row.directive_id, row.kind, row.title
        content = self._found.get(key)
        if content is None:
            content = self._found[key] = _Content(row.directive_number, row.directive_subject)
        content.add(one)

    def rows(self) -> tuple[Row, ...]:
        """In order of their first airing; what never sounded has none."""
        return tuple(content.row(kind, title) for (_, kind, title), content in self._found.items()
                     if content.count.airings)


@dataclass
class _Content:
    directive: str
    subject: str
    count: Count = field(default_factory=Count)
    missed: int = 0
    days: set[str] = field(default_factory=set)
    zones: dict[str, None] = field(default_factory=dict)

    def add(self, one: Seen) -> None:
        self.count.add(one)
        if one.item:
            self.days.add(one.row.day)
            self.zones.update(dict.fromkeys(one.row.zones))
        self.missed += one.missed

    def row(self, kind: str, title: str) -> Row:
        count = self.count
        return Row(title, kind, self.directive, len(count.items), count.airings, count.repeats, count.partial,
                   self.missed, seconds(count.frames), date.fromisoformat(min(self.days)),
                   date.fromisoformat(max(self.days)), tuple(self.zones), self.subject)


class Days:
    """Planned against aired, day by day."""

    def __init__(self) -> None:
        self._days: dict[str, list[int]] = {}

    def add(self, one: Seen) -> None:
        if one.planned:
            counts = self._days.setdefault(one.row.day, [0, 0])
            counts[0] += 1
            counts[1] += bool(one.item)

    def coverage(self) -> tuple[DayCoverage, ...]:
        return tuple(DayCoverage(date.fromisoformat(day), *counts) for day, counts in sorted(self._days.items()))


class Heard:
    """Campaign -> airings the monitor heard."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def add(self, one: Seen) -> None:
        if one.item and one.row.campaign and one.row.verification == Verification.HEARD:
            self.counts[one.row.campaign] += 1


def axes(month_from: int = 1) -> dict[str, Axis]:
    """A fresh one of each of model.AXES."""
    @lru_cache(maxsize=4000)
    def reporting_month(day: str) -> str:
        return month_key(date.fromisoformat(day), month_from)

    return {
        "kind": Axis(lambda row: (row.kind,)),
        "origin": Axis(lambda row: (origin_of(row),)),
        "source": Axis(lambda row: (row.title,) if origin_of(row) == _RELAYED else ()),
        "language": Axis(lambda row: (row.language,)),
        "category": Axis(lambda row: (row.category,)),
        "zone": Axis(zones_of),
        "urgency": Axis(lambda row: (row.urgency,)),
        "month": Axis(lambda row: (reporting_month(row.day),)),
    }


def origin_of(row: Airing) -> str:
    """own, superior, shipped, relay; a live speech is the station's own."""
    if row.is_relay or row.kind == RELAY:
        return _RELAYED
    return row.origin or (_OWN if row.insert_id else "")


def zones_of(row: Airing) -> tuple[str, ...]:
    """Where it was to sound; a zone that heard nothing of it is not counted among those reached."""
    if row.by_zone:
        return tuple(dict.fromkeys(each.zone for each in row.by_zone
                                   if row.outcome not in SOUNDED or each.outcome in SOUNDED))
    return row.zones
