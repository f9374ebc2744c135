"""A report as data: figures and copies from the airing log, no format and no sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from broadcaster.asrun.model import Airing, Totals
from broadcaster.bulletins.kit.hand_outs import Asked
from broadcaster.bulletins.model import HandOut
from broadcaster.reports.periods import Period

AXES = ("kind", "origin", "source", "language", "category", "zone", "urgency", "month")
"""By what the figures are broken down. "source": whose programmes were relayed."""


@dataclass(frozen=True)
class ReportQuery:
    """What a report is on: screen, print and file all ask this one way. Exactly one of the first three."""

    period: Period | None = None
    directive_id: str = ""
    campaign_id: str = ""
    zone: str = ""
    kinds: tuple[str, ...] = ()
    profile: str = ""
    """Id of the report profile; empty: the one that fits what is asked."""


@dataclass(frozen=True)
class Sender:
    """Who reports to whom."""

    station: str
    commune: str
    province: str
    issuer: str
    superior: str
    clusters: int


@dataclass(frozen=True)
class Letter:
    """The directive a report answers."""

    kind: str
    """doc_type as parsed: "công văn", "CV", …; may be empty."""
    number: str
    issued: date | None
    issuer: str
    subject: str
    addressee: str = ""
    """Who wrote it, where it asks to report to them; else empty: the report goes to the unit above."""


@dataclass(frozen=True)
class Row:
    """One content: all airings of one title for one directive."""

    title: str
    kind: str
    directive: str
    items: int
    """Different sounds aired under this title."""
    airings: int
    repeats: int
    partial: int
    missed: int
    seconds: float
    first: date | None
    last: date | None
    zones: tuple[str, ...]
    subject: str = ""
    """Of the letter it serves."""

    @property
    def news(self) -> int:
        return self.items if self.kind == "tin" else 0

    @property
    def features(self) -> int:
        return self.items if self.kind == "bai" else 0


@dataclass(frozen=True)
class Group:
    """One line of a breakdown."""

    key: str
    """As the log has it: "tin", "own", "vi", a zone's name, "2026-11" … ; empty: nobody noted it."""
    items: int
    airings: int
    repeats: int
    seconds: float
    planned: int
    missed: int

    @property
    def new(self) -> int:
        return self.airings - self.repeats


@dataclass(frozen=True)
class Requirement:
    """What a letter or a campaign asks for, beside what was done."""

    title: str
    directive: str
    """The letter's number; empty for a campaign of the station's own."""
    asked: int
    """Airings asked for in the period (a letter's "2 lần/ngày trong 5 ngày": 10)."""
    aired: int
    """Of those the campaigns aired, whole; made up ones included."""
    made_up: int
    partial: int
    heard: int
    """Airings the monitor heard."""
    missing: int
    to_come: int
    days_asked: int
    days_covered: int
    """Of the days asked: with at least one airing."""
    beside: int = 0
    """Aired for the letter without a campaign."""


@dataclass(frozen=True)
class Fault:
    """What went wrong with the station itself, from the journal: one kind on one day."""

    day: date
    kind: str
    """power, program, device, clock, silence, amplifier, plan."""
    count: int


@dataclass(frozen=True)
class Former:
    """What a station merged into this one has in its old books for the period."""

    name: str
    records: int
    seconds: int
    untimed: int
    """Of the records: without a length."""
    days: int


@dataclass(frozen=True)
class DayCoverage:
    """Planned against aired on one day."""

    day: date
    planned: int
    aired: int


@dataclass(frozen=True)
class Report:
    """Everything the writers print."""

    sender: Sender
    made_on: date
    first: date
    last: date
    letter: Letter | None
    """None for a report on a period."""
    rows: tuple[Row, ...]
    totals: Totals
    coverage: tuple[DayCoverage, ...]
    airings: tuple[Airing, ...]
    """The extract of the log it rests on: content items only, nothing still to come; at most compile.EXTRACT rows."""
    hand_outs: tuple[HandOut, ...] = ()
    """What was handed out or posted beside the loudspeakers, by day."""
    asked: tuple[Asked, ...] = ()
    """The ways the letter asks for, done or not; empty for a period."""
    query: ReportQuery = field(default_factory=ReportQuery)
    campaign: str = ""
    """Title of the campaign it is on."""
    log_rows: int = 0
    """How many airings it rests on; more than `airings` holds for a long period."""
    log_days: tuple[date, date] | None = None
    """The first and the last of their days."""
    heard: Mapping[str, int] = field(default_factory=dict)
    """Campaign id -> airings the monitor heard."""
    breakdowns: Mapping[str, tuple[Group, ...]] = field(default_factory=dict)
    """By each of AXES."""
    earlier: tuple[Period, Totals] | None = None
    """What it is compared with, where the addressee wants that and there is anything."""
    requirements: tuple[Requirement, ...] = ()
    faults: tuple[Fault, ...] = ()
    former: tuple[Former, ...] = ()

    @property
    def period(self) -> Period | None:
        return self.query.period

    @property
    def short_days(self) -> tuple[DayCoverage, ...]:
        return tuple(day for day in self.coverage if day.aired < day.planned)

    @property
    def days_asked(self) -> int:
        """Days on which something was planned."""
        return sum(day.planned > 0 for day in self.coverage)

    @property
    def days_covered(self) -> int:
        """Of those: on which at least something went out."""
        return sum(day.planned > 0 and day.aired > 0 for day in self.coverage)

    @property
    def unfinished(self) -> bool:
        """Made before the period is over: the figures are those of the days so far."""
        return self.period is not None and self.made_on <= self.period.last
