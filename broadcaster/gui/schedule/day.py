"""One day as the schedule page holds it: sessions, items, what was decided by hand, what became of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from broadcaster.asrun.model import Airing, Outcome
from broadcaster.gui.schedule.ruler import Stretch
from broadcaster.library.model import Cart
from broadcaster.protocol.rundown import PlannedSession, QuietHours, RundownEvent
from broadcaster.schedule.campaigns.coverage_model import Coverage
from broadcaster.schedule.days.state import DayState, events_of
from broadcaster.schedule.model import Campaign, Choice, DayPlan, Placed, PlanWarning, SessionEdit, SessionFill
from broadcaster.schedule.plan.build import LOCK


@dataclass(frozen=True)
class Head:
    """A session's heading."""

    name: str
    span: str
    note: str
    tone: str = ""
    session: str = ""
    """Id of the session; empty for what stands outside the plan."""
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    state: str = ""
    """open, running, over; empty where nothing can be changed."""
    by_hand: bool = False
    ruler: tuple[Stretch, ...] = ()
    limit: float = 0.0
    """Seconds."""
    over: float = 0.0
    """Seconds that do not fit; below 0: still free."""
    held: bool = True
    size: int = 0
    """How many items its programme has."""

    @property
    def id(self) -> str:
        return f"head:{self.session}"


@dataclass(frozen=True)
class Item:
    """One item of the day."""

    id: str
    clock: str
    title: str
    kind: str
    length: float
    mark: str
    tone: str
    """Of the mark; empty for what is still to come."""
    outcome: Outcome
    campaign: str = ""
    reason: str = ""
    urgent: bool = False
    session: str = ""
    place: int = -1
    """Which item of its session's programme; -1 for tunes, bridges, relays and filler."""
    cart: str = ""
    event: RundownEvent | None = None
    role: str = "own"
    """own, furniture, relay, filler, out (did not fit)."""


@dataclass(frozen=True)
class Gap:
    """A stretch in which nothing airs."""

    seconds: float


@dataclass(frozen=True)
class Note:
    """A sentence below a heading."""

    text: str
    tone: str = "plain"
    session: str = ""


Entry = Head | Item | Gap | Note


@dataclass(frozen=True)
class Day:
    """Everything the page shows of one day."""

    day: date
    sessions: tuple[PlannedSession, ...] = ()
    airings: tuple[Airing, ...] = ()
    fills: Mapping[str, SessionFill] = field(default_factory=dict)
    warnings: tuple[PlanWarning, ...] = ()
    campaigns: tuple[tuple[Campaign, int], ...] = ()
    """Campaign and how often it has aired."""
    proposals: tuple[tuple[Campaign, Cart], ...] = ()
    """Campaigns whose item gave way, and the item that took its place."""
    quiet: QuietHours = field(default_factory=lambda: QuietHours("21:00", "04:30"))
    state: DayState | None = None
    """What edits start from; None for a day that is over."""
    coverage: Mapping[str, Coverage] = field(default_factory=dict)
    """Campaign id -> how far it has come."""
    titles: Mapping[str, Cart] = field(default_factory=dict)
    """Items of the programme, by id."""
    marks: tuple[tuple[str, str], ...] = ()
    """What is special about the day, and its tone: a holiday, a period."""

    @property
    def plan(self) -> DayPlan | None:
        return self.state.plan if self.state else None

    @property
    def choices(self) -> tuple[Choice, ...]:
        return self.state.plan.choices if self.state else ()

    def edit_of(self, session: str) -> SessionEdit | None:
        """What was decided by hand for this session."""
        return self.state.edits.get(self.state.name_of(session)) if self.state else None

    def choice_of(self, event_id: str) -> Choice | None:
        """Why an airing stands where it does."""
        return next((item for item in self.choices if item.event_id == event_id), None)

    def programme_of(self, session: str) -> tuple[Placed, ...]:
        """Its items in order: those that air, and between them what was put in by hand and does not."""
        return self.state.listed(session) if self.state else ()

    def places(self, session: str) -> dict[str, int]:
        """Event id -> which item of the programme it plays."""
        if self.state is None:
            return {}
        played = zip(self.state.numbers(session), events_of(self.state, session), strict=True)
        return {event.id: place for place, event in played if event is not None}

    def waiting(self, session: str) -> list[int]:
        """Which items of the programme were put in by hand and do not air."""
        if self.state is None or self.state.begun(session):
            return []
        aired = set(self.state.numbers(session))
        return [place for place in range(len(self.programme_of(session))) if place not in aired]

    def open_sessions(self) -> list[PlannedSession]:
        """Those that may still be changed, in order."""
        return [session for session in sorted(self.sessions, key=lambda item: item.starts_at)
                if self.state_of(session) == "open" and self.state is not None and self.state.is_held(session.id)]

    def state_of(self, session: PlannedSession) -> str:
        """open, running, over; empty for a day that is over."""
        if self.state is None:
            return ""
        now = self.state.now
        if now >= session.hard_end:
            return "over"
        return "running" if now >= session.starts_at - LOCK else "open"
