"""A report as data: figures and copies from the airing log, no format and no sentences."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from broadcaster.asrun.model import Airing, Totals
from broadcaster.bulletins.kit.hand_outs import Asked
from broadcaster.bulletins.model import HandOut


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

    @property
    def news(self) -> int:
        return self.items if self.kind == "tin" else 0

    @property
    def features(self) -> int:
        return self.items if self.kind == "bai" else 0


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
    """The extract of the log it rests on: content items only, nothing still to come."""
    hand_outs: tuple[HandOut, ...] = ()
    """What was handed out or posted beside the loudspeakers, by day."""
    asked: tuple[Asked, ...] = ()
    """The ways the letter asks for, done or not; empty for a period."""

    @property
    def is_month(self) -> bool:
        """Whether it covers exactly one calendar month."""
        from_first = self.first.day == 1 and (self.first.year, self.first.month) == (self.last.year, self.last.month)
        return from_first and self.last.day == monthrange(self.last.year, self.last.month)[1]

    @property
    def short_days(self) -> tuple[DayCoverage, ...]:
        return tuple(day for day in self.coverage if day.aired < day.planned)
