"""What the window sees ten times a second: measured from what was heard, not from the plan."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime

from broadcaster.air.conductor import Conductor
from broadcaster.air.insert import Insert
from broadcaster.air.line import Line
from broadcaster.air.session_run import Airing, SessionRun, State
from broadcaster.base.clock import STATION_ZONE, format_time, unix
from broadcaster.base.frames import RATE, frames
from broadcaster.protocol import messages
from broadcaster.protocol.messages import OnAir, Status, Upcoming, ZoneStatus
from broadcaster.protocol.rundown import PlannedSession, RundownEvent

_WINDOW = frames(0.1)
_UPCOMING = 6


def status_of(conductor: Conductor) -> Status:
    """The player now."""
    now = conductor.clock.now()
    zones = tuple(_zone(line) for line in conductor.lines)
    shown = next((zone for zone in zones if zone.on_air), zones[0])
    plan = conductor.book.plan(now.date())
    return Status(
        at=format_time(now), pid=os.getpid(), state=_state(zones), on_air=shown.on_air,
        upcoming=_upcoming(conductor), peak_db=shown.peak_db, rms_db=shown.rms_db, device=shown.output,
        device_ok=all(zone.output_ok for zone in zones), underruns=sum(zone.underruns for zone in zones),
        drift_ms=shown.drift_ms, rundown=plan.name if plan else "", alarms=conductor.alarms.all(),
        journal_seq=conductor.scribe.seq, zones=zones, insert=_insert(conductor), verdict=conductor.last_verdict)


def _state(zones: tuple[ZoneStatus, ...]) -> str:
    """The most telling of the zones' states."""
    states = {zone.state for zone in zones}
    if states == {"no_device"}:
        return "no_device"
    return next(state for state in ("on_air", "stopped", "no_device", "armed", "idle") if state in states)


def _zone(line: Line) -> ZoneStatus:
    heard = line.sink.heard()
    peak, rms = line.mixer.meter.levels(heard, _WINDOW)
    on_air = _on_air(line, heard)
    return ZoneStatus(
        name=line.name, state=_line_state(line, on_air), output=line.sink.name, output_ok=line.sink.ok, on_air=on_air,
        peak_db=peak, rms_db=rms, gain_db=line.gain_db(), underruns=line.sink.underruns,
        drift_ms=round(line.sink.drift_ms(), 3), power=line.power_state(), heard_db=line.heard_db())


def _line_state(line: Line, on_air: OnAir | None) -> str:
    if not line.sink.ok and line.sink.problem != "opening":
        return "no_device"
    if on_air:
        return "on_air"
    if line.held():
        return "stopped"
    return "armed" if line.runs else "idle"


def _on_air(line: Line, heard: int) -> OnAir | None:
    for run in line.runs:
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


def _insert(conductor: Conductor) -> messages.Insert | None:
    """The one that sounds, else the one that is repeated next."""
    open_ones = conductor.inserts.open
    if not open_ones:
        return None
    now = unix(conductor.clock.now())
    return _told(min(open_ones, key=lambda insert: (not insert.runs, max(insert.next_at, now))))


def _told(insert: Insert) -> messages.Insert:
    more = insert.round < insert.rounds
    told = messages.Insert(
        id=insert.id, kind=insert.kind, title=insert.title, by=insert.by, state="on_air" if insert.runs else "waiting",
        ends_at=_text(insert.ends_at), zones=insert.zones, round=max(1, insert.round), rounds=insert.rounds,
        next_at=_text(insert.next_at) if more else "")
    hub = insert.hub
    return replace(told, detail=hub.detail, level_db=round(hub.level_db, 1)) if hub else told


def _text(wall: float) -> str:
    return format_time(datetime.fromtimestamp(wall, STATION_ZONE))


def _upcoming(conductor: Conductor) -> tuple[Upcoming, ...]:
    """What comes next, once for all zones, at the time it can really begin."""
    now = unix(conductor.clock.now())
    found: dict[tuple[str, str], Upcoming] = {}
    for line in conductor.lines:
        for run in line.runs:
            at = max(run.free_from(), now)
            for airing in [each for each in run.airings if each.voice.start is None]:
                _add(found, run.session, airing.item.event, airing.due)
            for item in [item for item in run.items if item.state is State.WAITING][:_UPCOMING]:
                at = max(unix(item.event.starts_at), at) if item.hard else at
                _add(found, run.session, item.event, at)
                at += item.remaining
        for _, session in line.roster.ahead(conductor.clock.now()):
            if len(found) >= _UPCOMING:
                break
            for event in session.events:
                if unix(event.starts_at) > now:
                    _add(found, session, event, unix(event.starts_at))
    return tuple(sorted(found.values(), key=lambda entry: entry.starts_at)[:_UPCOMING])


def _add(found: dict[tuple[str, str], Upcoming], session: PlannedSession, event: RundownEvent, at: float) -> None:
    found.setdefault((session.id, event.id), Upcoming(
        event.id, event.title, event.kind, session.name, _text(at), round(event.cut.frames / RATE, 2)))
