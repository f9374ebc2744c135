"""What a forecast says (docs/formats.md, "The forecast"). No I/O."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from broadcaster.asrun.model import Airing
from broadcaster.schedule.model import PlanWarning


class Trouble(StrEnum):
    """What a forecast can be asked to suppose."""

    POWER = "power"
    CLOCK = "clock"
    MISSING = "missing"
    RELAY_SILENT = "relay-silent"
    RELAY_LOST = "relay-lost"
    KEEPER = "keeper"


@dataclass(frozen=True)
class Fault:
    """One supposed fault; all but the keeper's is over by the next midnight."""

    kind: Trouble
    day: date
    at: time | None = None
    """When the power goes or the clock is moved; a clock without: five minutes into the day's first session."""
    seconds: float = 0.0
    """How long the power is away; by how much the clock is moved."""
    what: str = ""
    """The item whose file is missing: its title or a part of it, its cart's id, or the file's name."""
    text: str = ""
    """As it was asked for."""


class Level(StrEnum):
    """How much a finding matters."""

    BREAK = "break"
    """A rule is broken: nobody may let this happen."""
    LOSS = "loss"
    """Somebody will not hear what was promised."""
    NOTE = "note"
    """Good to know."""


@dataclass(frozen=True)
class Finding:
    """One thing a person should know; `code` is worded at the edge.

    break: quiet_hours, past_end, session_long, sessions_many, not_approved, expired, overlap.
    loss: not_aired, cut_short, late, gap, silence, relay_lost, session_silent, no_plan, campaign_short, clock_off.
    loss or note: plan (the planner's warning in `warning`, its days in `days`).
    note: tune_missing, made_up, relay_fallback, plan_gap.
    """

    level: Level
    code: str
    day: str = ""
    session: str = ""
    zone: str = ""
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Sound:
    """A stretch in which something sounded in a zone, by the true time."""

    zone: str
    day: str
    session: str
    event: str
    starts_at: datetime
    ends_at: datetime
    off: float = 0.0
    """Seconds by which the station's clock was wrong (clock minus truth)."""


@dataclass(frozen=True)
class Gap:
    """Silence between the start of a session and its last sound."""

    session: str
    zone: str
    starts_at: datetime
    ends_at: datetime
    planned: bool
    """The plan itself has nothing there."""
    reason: str = ""

    @property
    def seconds(self) -> float:
        return (self.ends_at - self.starts_at).total_seconds()


@dataclass(frozen=True)
class SessionResult:
    """How one session would go."""

    id: str
    name: str
    zones: tuple[str, ...]
    starts_at: datetime
    hard_end: datetime
    planned_seconds: float
    aired_seconds: float
    """Of the zone that hears most of it."""
    first_sound: datetime | None
    last_sound: datetime | None
    outcomes: dict[str, int]


@dataclass(frozen=True)
class DayResult:
    """How one day would go."""

    day: date
    sessions: tuple[SessionResult, ...]
    airings: tuple[Airing, ...]
    gaps: tuple[Gap, ...]
    warnings: tuple[PlanWarning, ...]
    """What the planner had to say."""


@dataclass(frozen=True)
class DirectiveResult:
    """What a letter would get."""

    number: str
    subject: str
    issuer: str
    airings: int
    missed: int
    seconds: float


@dataclass(frozen=True)
class Forecast:
    """The whole answer."""

    station: str
    made_at: datetime
    begins_at: datetime
    """Sessions begun before are not told."""
    first: date
    last: date
    faults: tuple[Fault, ...]
    findings: tuple[Finding, ...]
    """The gravest first."""
    days: tuple[DayResult, ...]
    directives: tuple[DirectiveResult, ...]
