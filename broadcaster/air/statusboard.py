"""What the window sees ten times a second: measured from what was heard, not from the plan."""

from __future__ import annotations

import os

from broadcaster.air.conductor import Conductor
from broadcaster.air.session_run import Airing, SessionRun, State
from broadcaster.base.clock import format_time, unix
from broadcaster.base.frames import RATE, frames
from broadcaster.protocol.messages import OnAir, Status, Upcoming
from broadcaster.protocol.rundown import PlannedSession, RundownEvent

_WINDOW = frames(0.1)
_UPCOMING = 6


def status_of(conductor: Conductor) -> Status:
    """The player now."""
    now = conductor.clock.now()
    heard = conductor.sink.heard()
    peak, rms = conductor.mixer.meter.levels(heard, _WINDOW)
    plan = conductor.book.plan(now.date())
    on_air = _on_air(conductor, heard)
    return Status(
        at=format_time(now), pid=os.getpid(), state=_state(conductor, on_air), on_air=on_air,
        upcoming=_upcoming(conductor), peak_db=peak, rms_db=rms, device=conductor.sink.name,
        device_ok=conductor.sink.ok, underruns=conductor.sink.underruns,
        drift_ms=round(conductor.sink.drift_ms(), 3), rundown=plan.name if plan else "",
        alarms=conductor.alarms.all(), journal_seq=conductor.scribe.seq)


def _state(conductor: Conductor, on_air: OnAir | None) -> str:
    if not conductor.sink.ok and conductor.sink.problem != "opening":
        return "no_device"
    if on_air:
        return "on_air"
    if any(run.stopped for run in conductor.runs):
        return "stopped"
    return "armed" if conductor.runs else "idle"


def _on_air(conductor: Conductor, heard: int) -> OnAir | None:
    for run in conductor.runs:
        for airing in run.airings:
            start, end = airing.voice.start, airing.voice.end
            if start is not None and start < heard and (end is None or heard < end):
                return _sounding(run, airing, heard - start)
    return None


def _sounding(run: SessionRun, airing: Airing, position: int) -> OnAir:
    event = airing.item.event
    return OnAir(
        event_id=event.id, title=event.title, kind=event.kind, session=run.session.name,
        position_seconds=round((airing.item.offset + position) / RATE, 2),
        duration_seconds=round(event.cut.frames / RATE, 2), zones=run.session.zones,
        directive=event.directive.number if event.directive else "")


def _upcoming(conductor: Conductor) -> tuple[Upcoming, ...]:
    found: list[Upcoming] = []
    for run in conductor.runs:
        pending = [airing.item for airing in run.airings if airing.voice.start is None]
        pending += [item for item in run.items if item.state is State.WAITING]
        found += [_entry(run.session, item.event) for item in pending]
    now = conductor.clock.now()
    for _, session in conductor.roster.ahead(now):
        if len(found) >= _UPCOMING:
            break
        found += [_entry(session, event) for event in session.events if unix(event.starts_at) > unix(now)]
    return tuple(found[:_UPCOMING])


def _entry(session: PlannedSession, event: RundownEvent) -> Upcoming:
    return Upcoming(event.id, event.title, event.kind, session.name, format_time(event.starts_at),
                    round(event.cut.frames / RATE, 2))
