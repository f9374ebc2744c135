"""Templates, campaigns and the plan of a day. No I/O."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time

from broadcaster.library.model import Cart
from broadcaster.protocol.rundown import Rundown, Urgency


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
    zones: tuple[str, ...] = ("all",)


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

    def runs_on(self, day: date) -> bool:
        return self.state == "active" and self.first_day <= day <= self.last_day \
            and str(day.isoweekday()) in self.weekdays


@dataclass(frozen=True)
class SessionFill:
    """How full one planned session is."""

    session_id: str
    name: str
    starts_at: datetime
    planned_seconds: float
    limit_seconds: float

    @property
    def over_seconds(self) -> float:
        return self.planned_seconds - self.limit_seconds


@dataclass(frozen=True)
class PlanWarning:
    """Something the planner wants a person to know; `code` is worded at the edge."""

    code: str
    """session_empty, session_thin, session_over, item_left_out, not_approved, expired, quiet_hours, weekday …"""
    session_id: str = ""
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class DayPlan:
    """The plan of one day, ready to publish."""

    rundown: Rundown
    fills: tuple[SessionFill, ...] = ()
    warnings: tuple[PlanWarning, ...] = ()
