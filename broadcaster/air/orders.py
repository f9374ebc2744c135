"""What an operator may order: stop, resume, skip, read the plan again."""

from __future__ import annotations

from typing import Any

from broadcaster.air.airlog import heard_of
from broadcaster.air.conductor import Conductor
from broadcaster.base.clock import format_time, unix
from broadcaster.base.errors import Refused
from broadcaster.protocol.journal import Kind, Reason


def stop_all(conductor: Conductor, by: str) -> dict[str, Any]:
    """Silence at once: what the device has queued is thrown away. Holds until resume or the session's end.

    The item that sounded is not taken up again by resume: it may be the very reason for the stop.
    """
    heard = conductor.sink.heard()
    for run in conductor.runs:
        run.stopped, run.late = True, Reason.OPERATOR
    conductor.mixer.clear()
    conductor.sink.drop()
    names = [run.session.id for run in conductor.runs]
    conductor.scribe.write(Kind.OPERATOR, action="stop_all", by=by, day=_day(conductor), sessions=names)
    for run in conductor.runs:
        for airing in list(run.airings):
            frames = heard_of(airing.voice, heard)
            conductor.airlog.end(airing, frames, Reason.OPERATOR)
            if not frames and not airing.item.heard:
                conductor.roster.reopen(run, airing.item)
    return {"sessions": names}


def resume(conductor: Conductor, by: str) -> dict[str, Any]:
    """Go on with the next item; also an operator's word that the clock is right and the journal's is not."""
    now = conductor.clock.now()
    if conductor.clock_problem in {"behind_journal", "far_ahead"}:
        conductor.guard.confirm()
        conductor.scribe.write(Kind.CLOCK, valid=True, confirmed=True, by=by, now=format_time(now))
    stopped = [run for run in conductor.runs if run.stopped]
    names = [run.session.id for run in stopped]
    conductor.scribe.write(Kind.OPERATOR, action="resume", by=by, day=_day(conductor), sessions=names)
    for run in stopped:
        run.stopped, run.cursor = False, max(run.cursor, unix(now))
    return {"sessions": names}


def skip(conductor: Conductor, by: str) -> dict[str, Any]:
    """End the item that sounds, with a short fade; the next follows at once."""
    voice = conductor.mixer.skip()
    for run in conductor.runs:
        for airing in run.airings:
            if voice is not None and airing.voice is voice:
                airing.forced = Reason.OPERATOR
                conductor.scribe.write(Kind.OPERATOR, action="skip", by=by, day=run.day,
                                       skipped=airing.item.event.id)
                return {"event_id": airing.item.event.id}
    raise Refused("air.nothing_on_air", "nothing is on air")


def reload(conductor: Conductor) -> dict[str, Any]:
    """Read plan and settings now instead of within a second."""
    now = conductor.clock.now()
    conductor.poll(now, force=True)
    plan = conductor.book.plan(now.date())
    return {"rundown": plan.name if plan else ""}


def _day(conductor: Conductor) -> str:
    return conductor.runs[0].day if conductor.runs else conductor.clock.now().date().isoformat()
