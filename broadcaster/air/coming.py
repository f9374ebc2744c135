"""The last look at a session half a minute before it begins: its sounds, its approvals. Asks no other process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime, timedelta

from broadcaster.air.checks import Stamp, check_file, check_relay, stamp
from broadcaster.air.desk import Desk
from broadcaster.air.plan import Plan
from broadcaster.base.clock import unix
from broadcaster.protocol.coming import Fault, alarms_of, fault_of
from broadcaster.protocol.journal import Reason
from broadcaster.protocol.rundown import PlannedSession, RundownEvent

AHEAD_SECONDS = 30.0
FRESH_SECONDS = 3600.0
"""A sound found good is read through again after so long, and at once when its file is another one."""

Submit = Callable[..., "Future[Reason]"]
Planned = tuple[Plan, PlannedSession]


@dataclass
class _Look:
    """What is known of one sound."""

    stamp: Stamp | None
    check: Future[Reason]
    at: float


class ComingWatch:
    """Stepped once a second. What it finds is an alarm; whether an item airs is the judge's to say, when its time
    comes.

    One sound is read at a time: the judge's own look at the first item, on the same thread, never waits for more.
    """

    def __init__(self, desk: Desk, submit: Submit) -> None:
        self._desk, self._submit = desk, submit
        self._looks: dict[str, _Look] = {}
        self._told: set[str] = set()

    def look(self, now: datetime, planned: Iterable[Planned]) -> None:
        """`planned`: the sessions this player is to play."""
        soon = _soon(now, planned)
        faults = list(self._faults(soon))
        sounds = {event.cut.sha256 for _, session in soon for event in session.events}
        self._looks = {sha256: look for sha256, look in self._looks.items()
                       if sha256 in sounds or not look.check.done() or self._age(look) < FRESH_SECONDS}
        self._tell(faults)

    def _faults(self, soon: list[Planned]) -> Iterator[Fault]:
        permits = self._desk.judge.permits
        for plan, session in soon:
            day, mark = plan.rundown.day.isoformat(), plan.rundown.ledger
            for event in session.events:
                reason = permits.event(event, day, mark) or self._sound(event)
                if reason:
                    yield fault_of(session, event, reason)

    def _sound(self, event: RundownEvent) -> Reason:
        """NONE while it is not known yet."""
        sha256 = event.cut.sha256
        known, now = self._looks.get(sha256), self._stamp(event)
        if known is not None and not known.check.done():
            return Reason.NONE
        if known is None or known.stamp != now or self._age(known) >= FRESH_SECONDS:
            if any(not look.check.done() for look in self._looks.values()):
                return known.check.result() if known is not None else Reason.NONE
            known = self._looks[sha256] = _Look(now, self._begin(event), self._desk.clock.monotonic())
        return known.check.result() if known.check.done() else Reason.NONE

    def _stamp(self, event: RundownEvent) -> Stamp | None:
        if event.relay is None:
            return stamp(self._desk.home, event.cut.sha256)
        return stamp(self._desk.home, event.relay.fallback.sha256) if event.relay.fallback else None

    def _begin(self, event: RundownEvent) -> Future[Reason]:
        if event.relay is not None:
            return self._submit(check_relay, self._desk.home, event.relay, event.cut.sha256)
        return self._submit(check_file, self._desk.home, event.cut.sha256)

    def _age(self, look: _Look) -> float:
        return self._desk.clock.monotonic() - look.at

    def _tell(self, faults: list[Fault]) -> None:
        held = alarms_of(faults)
        for code, facts in held.items():
            self._desk.alarms.raise_(code, **facts)
        for code in self._told - set(held):
            self._desk.alarms.clear(code)
        self._told = set(held)


def next_look(now: datetime, planned: Iterable[Planned]) -> datetime | None:
    """When the next session comes into sight."""
    times = [session.starts_at - timedelta(seconds=AHEAD_SECONDS) for _, session in planned]
    return min((moment for moment in times if moment > now), default=None)


def _soon(now: datetime, planned: Iterable[Planned]) -> list[Planned]:
    return [(plan, session) for plan, session in planned
            if 0 <= unix(session.starts_at) - unix(now) <= AHEAD_SECONDS]
