"""Templates, campaigns and the plan of a day. No I/O."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from broadcaster.library.model import Cart
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.rundown import DirectiveRef, QuietHours, Rundown, Urgency

ALL = "all"
_EARLY, _LATE = 5, 19
DEFAULT_LATE = 15
"""Minutes an item may start late unless its campaign says otherwise (R4: no blind catching up)."""


@dataclass(frozen=True)
class IfMissed:
    """What becomes of an airing whose time passed: a failure, a break-in or a late start was in the way."""

    late_minutes: int = DEFAULT_LATE
    """It may still start so many minutes late; 0: never."""
    session: str = ""
    """Id of the template in which it is made up on the same day; empty: nowhere."""

    def __str__(self) -> str:
        """As stored and as written on the command line: late:15, make-up:chieu, skip."""
        if self.session:
            return f"make-up:{self.session}"
        return f"late:{self.late_minutes}" if self.late_minutes else "skip"


def unusual_start(starts: time) -> bool:
    """Before five in the morning, or after seven in the evening: asked why, and because 5:00 may mean 17:00."""
    return starts.hour < _EARLY or starts.hour >= _LATE


def zones_meet(one: Collection[str], other: Collection[str]) -> bool:
    """Whether two sessions sound on a common zone."""
    return not one or not other or ALL in one or ALL in other or bool(set(one) & set(other))


@dataclass(frozen=True)
class SessionTemplate:
    """A session as it stands in schedules/*.toml (docs/formats.md)."""

    id: str
    name: str
    """Buổi sáng."""
    starts: time
    minutes: int
    weekdays: str = "1234567"
    """ISO days on which it is held: 1 = Monday … 7 = Sunday."""
    opening: tuple[str, ...] = ("nhac_hieu", "loi_xuong")
    bridge: str = "nhac_cat"
    closing: tuple[str, ...] = ("loi_chao", "nhac_hieu")
    zones: tuple[str, ...] = (ALL,)
    """Names of station.toml's zones, or "all"."""


@dataclass(frozen=True)
class RuleProfile:
    """What a province or city allows; a file of schedules/profiles/ (docs/formats.md). Broken rules are warnings."""

    id: str
    name: str
    session_minutes: int = 60
    sessions_a_day: int = 2
    weekdays: str = "1234567"
    quiet_from: str = "21:00"
    """Proposed to a new station; station.toml decides."""
    quiet_to: str = "04:30"
    default_times: int = 2
    """Airings a day of an item whose letter names no figure."""
    thin_percent: int = 25
    """A session filled less than this is pointed out."""


@dataclass(frozen=True)
class Campaign:
    """One item to be aired N times a day from one day to another, both inclusive."""

    id: str
    title: str
    cart: Cart
    times_per_day: int
    first_day: date
    last_day: date
    weekdays: str = "1234567"
    urgency: Urgency = Urgency.ROUTINE
    directive_id: str = ""
    state: str = "active"
    if_missed: IfMissed = IfMissed()

    def runs_on(self, day: date) -> bool:
        return self.state == "active" and self.first_day <= day <= self.last_day \
            and str(day.isoweekday()) in self.weekdays


@dataclass(frozen=True)
class Airable:
    """A cart with all that the player will ask about it."""

    cart: Cart
    approval: Approval | None = None
    """The approval in force; None when there is none or it was voided."""
    directive: DirectiveRef | None = None
    voice: str = ""
    """Name of the synthetic voice, empty for a recording."""
    text_sha256: str = ""
    """Of the bulletin's text as it is now, empty for a sound without a text."""


@dataclass(frozen=True)
class Running:
    """A campaign as the planner sees it."""

    campaign: Campaign
    airable: Airable
    first_aired: str = ""
    """ISO day of its first airing, empty while it has none."""


@dataclass(frozen=True)
class Rules:
    """What holds for every day of this station."""

    station_id: str
    station_name: str
    quiet: QuietHours
    profile: RuleProfile
    lead_in_seconds: float
    key: bytes
    now: datetime
    """When the plan is made: sessions begun by then stay as published."""
    zones: tuple[str, ...] = ()
    """Names of the station's zones; none: it has one, which plays everything."""
    dayparts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Times of day an item may be kept to: name -> from and to, HH:MM."""


@dataclass(frozen=True)
class SessionFill:
    """How full one planned session is."""

    session_id: str
    name: str
    starts_at: datetime
    planned_seconds: float
    """All that was meant for it, including what did not fit."""
    limit_seconds: float
    held: bool = True
    """False: it does not stand on the week's approved sheet."""

    @property
    def over_seconds(self) -> float:
        return self.planned_seconds - self.limit_seconds


@dataclass(frozen=True)
class PlanWarning:
    """Something the planner wants a person to know; `code` is worded at the edge."""

    code: str
    """session_empty, session_thin, session_over, session_shortened, session_overlap, session_begun, session_long,
    sessions_many, weekday, quiet_hours, item_left_out, furniture_missing, not_approved, expired, not_yet, withdrawn,
    superseded, archived, approval_broken, make_up_missing, zone_unknown, daypart_limit, zone_limit,
    week_not_approved, session_not_on_sheet, not_on_sheet."""
    session_id: str = ""
    facts: dict[str, object] = field(default_factory=dict)


def note(warning: PlanWarning) -> str:
    """A warning as one English line, for the rundown and the command line."""
    facts = ", ".join(f"{key}={value}" for key, value in warning.facts.items())
    return " ".join(part for part in (warning.code, warning.session_id, facts) if part)


@dataclass(frozen=True)
class DayPlan:
    """The plan of one day, ready to publish."""

    rundown: Rundown
    fills: tuple[SessionFill, ...] = ()
    warnings: tuple[PlanWarning, ...] = ()


@dataclass(frozen=True)
class DayCoverage:
    """How one day of a campaign went: what was asked, planned and aired."""

    day: date
    asked: int
    planned: int
    aired: int
    partial: int = 0
