"""One session on its way: what of it has aired, what waits, and when the next item may begin."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from broadcaster.air.checks import Stamp
from broadcaster.air.mixer import Voice
from broadcaster.air.sources import Source
from broadcaster.base.clock import format_time, unix
from broadcaster.protocol.journal import Reason
from broadcaster.protocol.relay_address import told
from broadcaster.protocol.rundown import PlannedSession, Rundown, RundownEvent

HARDLY = 0.05
"""Seconds of an item that are not worth to be begun again."""


class State(Enum):
    WAITING = auto()
    COMMITTED = auto()
    """START is on disk, its voice is with the mixer."""
    DONE = auto()


@dataclass(eq=False)
class Item:
    """An event of the running session."""

    event: RundownEvent
    hard: bool = False
    """Still bound to its own start; an item whose start has passed follows the one before it."""
    state: State = State.WAITING
    check: Future[Reason] | None = None
    stamp: Stamp | None = None
    """Of the file that is or was checked."""
    offset: int = 0
    """Frame of the cut it (re)starts from."""
    heard: int = 0
    """Frames that left before, in earlier parts."""
    resumed_from: int | None = None
    """Number of the START line it continues."""
    excused_until: float = 0.0
    """Wall time until which it, just interrupted, may go on even past its latest start."""
    open_source: Callable[[], Source] | None = None
    """Where its sound comes from when that is no cut's file."""
    called: Source | None = None
    """A relay that was called ahead of its time."""
    made_up_from: str = ""
    """Id of the session it was missed in."""

    @property
    def remaining(self) -> float:
        """Seconds still to sound."""
        return max(0, self.event.cut.frames - self.offset) / 48_000

    @property
    def ends_by(self) -> float:
        """Wall time at which another station's programme is over, whenever it was joined; ours has no such time."""
        event = self.event
        return unix(event.starts_at) + event.cut.frames / 48_000 if event.relay and event.hard else math.inf

    def goes_on_elsewhere(self, wall: float) -> bool:
        """Another station's programme has begun without us: it is joined where it is by now."""
        return unix(self.event.starts_at) <= wall < self.ends_by < math.inf


@dataclass(eq=False)
class Airing:
    """One sounding of one item."""

    run: SessionRun
    item: Item
    voice: Voice
    seq: int
    due: float
    """Planned wall time of the first sample."""
    underruns_before: int
    started: float | None = None
    """Measured wall time of the first sample."""
    next_beat: float = 0.0
    bound_reason: Reason = Reason.NONE
    """What would end it before its time."""
    forced: Reason = Reason.NONE
    """What an operator or a fault ended it for."""

    def expected_end(self) -> float:
        """Wall time at which it will be over, as far as is known."""
        began = self.started if self.started is not None else self.due
        natural = began + self.voice.length / 48_000
        if self.voice.limit is not None and self.voice.start is not None:
            natural = min(natural, began + (self.voice.limit - self.voice.start) / 48_000)
        return natural if self.voice.stop_at is None else min(natural, self.voice.stop_at)


@dataclass(eq=False)
class SessionRun:
    """A session that is armed or running; its plan is frozen from then on."""

    plan_name: str
    rundown: Rundown
    session: PlannedSession
    items: list[Item]
    cursor: float
    """Wall time from which the next following item may begin."""
    late: Reason = Reason.NONE
    """Why the session is not running as planned."""
    stopped: bool = False
    next_start: float | None = None
    """When the session after this one begins."""
    longest: float = math.inf
    """Wall time after which the station's limit for a session lets nothing sound."""
    told_quiet: bool = False
    insert: str = ""
    """Id of the insert it plays; empty for a session of the plan."""
    exempt: bool = False
    """A confirmed emergency: quiet hours do not bind it."""
    over_programme: bool = False
    """Sounds over the programme, which goes on."""
    airings: list[Airing] = field(default_factory=list)

    @property
    def day(self) -> str:
        return self.rundown.day.isoformat()

    @property
    def key(self) -> tuple[str, str]:
        return self.day, self.session.id

    def waiting(self) -> list[Item]:
        return [item for item in self.items if item.state is State.WAITING]

    def in_turn(self, wall: float) -> list[Item]:
        """What waits, in the order in which it may begin: a programme that is running elsewhere waits for nobody."""
        return sorted(self.waiting(), key=lambda item: not item.goes_on_elsewhere(wall))

    def over(self) -> bool:
        return not self.airings and all(item.state is State.DONE for item in self.items)

    def end(self) -> float:
        """Wall time after which nothing of it may begin."""
        hard = min(unix(self.session.hard_end), self.longest)
        return hard if self.next_start is None else min(hard, self.next_start)

    def free_from(self) -> float:
        """When the line will be free for the next item."""
        return max([self.cursor] + [airing.expected_end() for airing in self.airings])

    def clock_moved(self, seconds: float, now: float) -> None:
        """The wall clock was set and says `now`: what has sounded, and what is joined to it, moves along."""
        if self.cursor <= now - seconds:
            self.cursor += seconds
        for airing in self.airings:
            if airing.started is not None:
                airing.started += seconds
                airing.next_beat += seconds
            if airing.started is not None or airing.voice.at is None:
                airing.due += seconds

    def due(self, item: Item) -> float:
        """When `item` would begin."""
        return max(unix(item.event.starts_at), self.cursor) if item.hard else self.free_from()

    def facts(self, item: Item) -> dict[str, Any]:
        """What START and MISSED copy, so that a report survives any later edit."""
        event, approval, directive = item.event, item.event.approval, item.event.directive
        extra = {"insert": self.insert} if self.insert else {}
        if item.made_up_from:
            extra["made_up_from"] = item.made_up_from
        if event.relay is not None:
            extra["relay"] = told(event.relay.address)
        return {
            **extra, "event_id": event.id, "day": self.day, "session_id": self.session.id,
            "session_name": self.session.name, "title": event.title, "kind": event.kind,
            "cut": event.cut.sha256, "frames": event.cut.frames,
            "offset": item.offset, "planned_start": format_time(event.starts_at),
            "approval": {"id": approval.id, "approver": approval.approver, "approved_at": approval.approved_at,
                         "text_sha256": approval.text_sha256, "self_approved": approval.self_approved,
                         "second_approver": approval.second_approver},
            "directive": None if directive is None else {
                "id": directive.id, "number": directive.number, "subject": directive.subject,
                "issuer": directive.issuer},
            "campaign": event.campaign, "voice": event.voice, "zones": list(self.session.zones),
            "language": event.language, "category": event.category, "origin": event.origin,
            "urgency": str(event.urgency), "repeat": event.repeat, "rundown": self.plan_name,
        }


def meant_for(zone: str, zones: Sequence[str]) -> bool:
    """Whether what is for `zones` is for `zone`; a station without zones has one, without a name."""
    return not zone or not zones or "all" in zones or zone in zones
