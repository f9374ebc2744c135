"""What the office above asks of its stations, and the answers: one question feeds screen, print and file. No I/O."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum


class Reporting(StrEnum):
    """How a station keeps its office informed, on the day of asking; from good to bad."""

    CURRENT = "current"
    """Its log has come up to yesterday."""
    LATE = "late"
    """Yesterday's is not here yet."""
    SILENT = "silent"
    """No package for longer than office.silent_days."""
    NEVER = "never"
    """Trusted, and nothing came since."""
    FORK = "fork"
    """Its log split in two: a person decides, nothing more is taken in until then."""


STOPPED = (Reporting.SILENT, Reporting.NEVER, Reporting.FORK)
"""Somebody should telephone."""


@dataclass(frozen=True)
class Figures:
    """Counts over content items of one or many stations' days, as office_schema.FIGURES names them."""

    planned: int = 0
    aired: int = 0
    """Wholly."""
    partial: int = 0
    missed: int = 0
    made_up: int = 0
    unscheduled: int = 0
    verified: int = 0
    """Of what sounded: heard by the monitor."""
    not_heard: int = 0
    repeats: int = 0
    corrected: int = 0
    seconds: int = 0
    relay_seconds: int = 0
    """Of `seconds`."""
    faults: int = 0
    """Damaged journal lines."""

    @property
    def done(self) -> int:
        """Of the planned: went out, wholly, partly or later."""
        return self.aired + self.partial + self.made_up

    @property
    def sounded(self) -> int:
        """Airings in all: also what nobody had planned."""
        return self.done + self.unscheduled

    @property
    def share(self) -> float | None:
        """Done of planned, 0–1; None: nothing was planned."""
        return min(self.done / self.planned, 1.0) if self.planned else None

    @property
    def own_seconds(self) -> int:
        return self.seconds - self.relay_seconds

    def __add__(self, other: Figures) -> Figures:
        return Figures(*(getattr(self, name) + getattr(other, name) for name in FIGURE_NAMES))


FIGURE_NAMES = tuple(each.name for each in fields(Figures))


def add_up(parts: Iterable[Figures]) -> Figures:
    """Thousands of figures, summed by column."""
    columns = zip(*([getattr(part, name) for name in FIGURE_NAMES] for part in parts), strict=True)
    return Figures(*map(sum, columns))


@dataclass(frozen=True)
class OfficeQuery:
    """One question to the office: the window, the printed page and the file ask it the same way."""

    first: date
    last: date
    """Inclusive."""
    unit: int = 0
    """Only stations below this unit; 0: all."""
    reporting: tuple[Reporting, ...] = ()
    """Only such stations; none named: all."""
    words: str = ""
    """In name, commune or id; without accents too."""
    sort: str = "name"
    """name, unit, share, planned, done, missed, verified, minutes, last_day, late; for the matrix also "letter:REF"."""
    descending: bool = False
    offset: int = 0
    limit: int = 0
    """Stations at a time; 0: all."""
    letters: tuple[int, ...] = ()
    """Matrix: only these (their refs)."""
    letter_words: str = ""
    """Matrix: in number, issuer or subject."""
    least_stations: int = 1
    """Matrix: letters asked of at least so many stations; 2 leaves out what a commune set itself."""
    letter_offset: int = 0
    letter_limit: int = 0


@dataclass(frozen=True)
class StationLine:
    """One station in the period of the question."""

    ref: int
    id: str
    name: str
    commune: str
    unit: int
    unit_name: str
    reporting: Reporting
    quiet_days: int
    """Days since its last package, as of today."""
    last_day: str
    """The newest day it stated; empty: none."""
    last_received_at: str
    days: int
    """Days of the period it stated."""
    late_days: int
    """The longest a day of the period waited for its package."""
    figures: Figures


@dataclass(frozen=True)
class UnitLine:
    """All stations at and below one unit; `ref` 0: all there are."""

    ref: int
    parent: int
    name: str
    depth: int
    stations: int
    reporting: dict[Reporting, int]
    days: int
    """Station-days stated."""
    figures: Figures

    @property
    def stopped(self) -> int:
        return sum(self.reporting.get(state, 0) for state in STOPPED)


@dataclass(frozen=True)
class Overview:
    """The office's first page."""

    query: OfficeQuery
    as_of: date
    total: UnitLine
    units: tuple[UnitLine, ...]
    """A tree in reading order: each below its parent."""
    stations: tuple[StationLine, ...]
    """Sorted; of the page asked for."""
    count: int
    """Stations that match, on all pages."""


@dataclass(frozen=True)
class LetterLine:
    """One column of the matrix: a letter and what became of it."""

    ref: int
    number: str
    issuer: str
    subject: str
    issued_date: str
    first_day: str
    last_day: str
    stations: int
    """That it was asked of."""
    required: int
    due: int
    """Of these, up to the last day of the question."""
    aired: int
    verified: int
    fulfilled: int
    """Stations that aired all they were asked for."""


@dataclass(frozen=True)
class Cell:
    """One letter at one station, from its first airing to the last day of the question."""

    required: int
    """In all; 0: no number was set."""
    due: int
    """Of these, up to the last day of the question."""
    aired: int
    verified: int
    seconds: int
    last_day: str
    """Of its newest airing; empty: none."""

    @property
    def open(self) -> int:
        """Airings that should be here and are not."""
        return max(self.due - self.aired, 0)

    @property
    def share(self) -> float | None:
        """Aired of due, 0–1; None: nothing was due."""
        return min(self.aired / self.due, 1.0) if self.due else None


@dataclass(frozen=True)
class MatrixLine:
    """One station across all letters of the page."""

    station: StationLine
    cells: dict[int, Cell]
    """By the letter's ref; none where it was not asked."""
    total: Cell


@dataclass(frozen=True)
class Matrix:
    """Letter × station: what was asked, what aired, what was heard."""

    query: OfficeQuery
    as_of: date
    letters: tuple[LetterLine, ...]
    letter_count: int
    lines: tuple[MatrixLine, ...]
    count: int


@dataclass(frozen=True)
class WeekLine:
    """Seven days from a Monday, cut at the ends of the period."""

    monday: date
    days: int
    station_days: int
    """Station-days stated."""
    figures: Figures


@dataclass(frozen=True)
class DayLine:
    """One day of one station; a day that nobody stated is there too."""

    day: date
    is_stated: bool
    figures: Figures
    late_days: int = 0
    package: int = 0
    reasons: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class AiringLine:
    """One airing, for the way down to its proof."""

    station: int
    day: str
    position: int
    id: str
    session: str
    title: str
    kind: str
    origin: str
    directive: int
    planned_second: int
    started_second: int
    """-1: not at all."""
    planned_ms: int
    aired_ms: int
    outcome: str
    reason: str
    verification: str
    is_repeat: bool
    is_relay: bool
    is_corrected: bool
    package: int


@dataclass(frozen=True)
class FacetLine:
    """What sounded, by one of its marks: a kind, an origin, a language, a category, an urgency."""

    value: str
    airings: int
    repeats: int
    items: int
    """Different sounds, counted station by station and month by month, then added."""
    seconds: int
