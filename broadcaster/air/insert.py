"""One thing a person put on the air out of the plan, as data."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from broadcaster.air.live import LiveHub
from broadcaster.air.session_run import Item, SessionRun
from broadcaster.air.sources import Source
from broadcaster.base.frames import RATE
from broadcaster.base.settings import Settings
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.emergency import EmergencyMessage
from broadcaster.protocol.journal import Reason
from broadcaster.protocol.relay_address import told
from broadcaster.protocol.rundown import (
    CutRef,
    DirectiveRef,
    Overrun,
    PlannedSession,
    QuietHours,
    Rundown,
    RundownEvent,
    Urgency,
)

if TYPE_CHECKING:
    from broadcaster.air.line import Line

_WAIT = 600.0
"""Seconds a round may wait for the item before it, or for a lost device."""
_SESSION_NAMES = {"live": "Phát trực tiếp", "relay": "Tiếp sóng", "next": "Phát tiếp ngay"}


@dataclass(frozen=True)
class Piece:
    """One sound of a round."""

    kind: str
    title: str
    cut: CutRef
    """A file's, or an empty hash and the planned length."""
    approval: Approval
    voice: str = ""
    open_source: Callable[[], Source] | None = None
    campaign: str = ""
    directive: DirectiveRef | None = None


_SEALED = ("insert", "insert_kind", "by", "confirmed", "zones", "rounds", "every_minutes", "repeats", "began", "ends",
           "message", "address", "relay_kind")


@dataclass(eq=False)
class Insert:
    """Ordered by a person, bounded by an end."""

    id: str
    kind: str
    """break_in, live, relay, next."""
    title: str
    by: str
    confirmed: bool
    then: str
    """What becomes of what it interrupts: resume, restart, drop."""
    zones: tuple[str, ...]
    urgency: Urgency
    began: float
    """Wall time of the order."""
    pieces: tuple[Piece, ...] = ()
    """What one round plays, in order."""
    rounds: int = 1
    every: float = 0.0
    """Seconds from the beginning of one round to that of the next."""
    ends_at: float = math.inf
    """Wall time at which it ends by itself, at the latest."""
    message: EmergencyMessage | None = None
    repeats: int = 1
    device: str = ""
    address: str = ""
    relay_kind: str = ""
    over_programme: bool = False
    why: str = ""
    """Why it was ordered, where that was said."""
    hub: LiveHub | None = None

    round: int = 0
    """Rounds begun or left out."""
    retry_at: float = 0.0
    """When the round a crash cut short begins again."""
    attempt: int = 0
    """How often this round was begun again."""
    runs: list[tuple[Line, SessionRun]] = field(default_factory=list)
    """The round that is on the air."""
    owed: list[Line] = field(default_factory=list)
    """Where something more urgent cut this round short."""
    finishing: Reason | None = None
    """Why it is over, while its recording is still being written."""

    @property
    def seconds(self) -> float:
        """Length of one round."""
        return sum(piece.cut.frames for piece in self.pieces) / RATE

    @property
    def next_at(self) -> float:
        """Wall time of the next round."""
        return max(self.began + self.round * self.every, self.retry_at)

    @property
    def exempt(self) -> bool:
        """Whether quiet hours do not bind it: a confirmed emergency."""
        return self.urgency is Urgency.EMERGENCY and self.confirmed

    @property
    def waits_its_turn(self) -> bool:
        """Whether what sounds is played to its end first."""
        return self.kind == "next" or self.urgency is Urgency.PRIORITY

    def sounding(self) -> bool:
        """Whether its round is still on the air on any line."""
        return any(not run.over() for _, run in self.runs)

    def again(self, wall: float) -> None:
        """The round that was cut short is due again now, from its beginning."""
        self.retry_at = wall
        self.ends_at = max(self.ends_at, wall + self.seconds + 30.0)

    def leave_out(self) -> None:
        """The next round does not sound."""
        self.round, self.attempt, self.retry_at = self.round + 1, 0, 0.0
        self.owed = []

    def session(self, now: datetime, settings: Settings, busy: float = 0.0) -> SessionRun:
        """The next round, as a session of its own; `busy`: seconds for which it has to wait for its turn."""
        number = f"{self.id}-{self.round}" + ("b" * self.attempt)
        wait, most = busy + _WAIT, busy + settings.audio.max_session_minutes * 60
        events = tuple(self._event(f"{number}-{index}", piece, now, wait) for index, piece in enumerate(self.pieces, 1))
        lasting = self.seconds + wait if self.kind == "break_in" else max(0.0, self.ends_at - now.timestamp())
        session = PlannedSession(f"insert-{number}", self._session_name(), now, now + timedelta(seconds=lasting),
                                 self.zones or ("all",), events)
        plan = Rundown(settings.station.id, settings.station.name, now.date(), 0, now,
                       QuietHours(settings.hours.quiet_from, settings.hours.quiet_to), (session,))
        items = [Item(event, open_source=piece.open_source) for event, piece in zip(events, self.pieces, strict=True)]
        return SessionRun("", plan, session, items, cursor=now.timestamp(), longest=now.timestamp() + most,
                          insert=self.id, exempt=self.exempt)

    def facts(self) -> dict[str, Any]:
        """What the journal's "ordered" line says, enough to take it up again."""
        return {
            "insert": self.id, "insert_kind": self.kind, "title": self.title, "by": self.by,
            "confirmed": self.confirmed, "then": self.then, "zones": list(self.zones), "urgency": str(self.urgency),
            "rounds": self.rounds, "every_minutes": self.every / 60, "repeats": self.repeats, "began": self.began,
            "ends": self.ends_at, "message": self.message.slug if self.message else "", "address": told(self.address),
            "login": told(self.address) != self.address,
            "relay_kind": self.relay_kind, "device": self.device, "talk_over": self.over_programme,
            **({"why": self.why} if self.why else {})}

    @staticmethod
    def sealed(facts: Mapping[str, Any]) -> dict[str, Any]:
        """What of `facts` the station's seal on the "ordered" line covers: what sounds, where and how long."""
        return {"order": {name: facts.get(name) for name in _SEALED}}

    def _session_name(self) -> str:
        urgent = "Phát khẩn cấp" if self.urgency is Urgency.EMERGENCY else "Phát ưu tiên"
        return _SESSION_NAMES.get(self.kind, urgent)

    def _event(self, name: str, piece: Piece, now: datetime, wait: float) -> RundownEvent:
        return RundownEvent(
            id=name, kind=piece.kind, title=piece.title, cut=piece.cut, starts_at=now, hard=False,
            latest_start=now + timedelta(seconds=self.seconds + wait), approval=piece.approval, overrun=Overrun.FADE,
            urgency=self.urgency, voice=piece.voice, campaign=piece.campaign, directive=piece.directive)


def moved(run: SessionRun, step: float) -> None:
    """The wall clock was set: an insert lasts as long as it was to last."""
    shift = timedelta(seconds=step)
    run.session = replace(run.session, starts_at=run.session.starts_at + shift, hard_end=run.session.hard_end + shift)
    run.longest += step
    for item in run.items:
        event = item.event
        item.event = replace(event, starts_at=event.starts_at + shift, latest_start=event.latest_start + shift)
