"""What an operator may order. Each order is a function (conductor, words of the message, by) -> words of the answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from broadcaster.air.airlog import heard_of
from broadcaster.air.conductor import Conductor
from broadcaster.air.order_words import text_of, why_of
from broadcaster.base.clock import STATION_ZONE, format_time, unix
from broadcaster.base.errors import Refused
from broadcaster.protocol.journal import Kind, Reason

Words = dict[str, Any]

HOLD_SECONDS = 900.0
"""STOP ALL while no session runs holds the ones that would begin within so many seconds."""


def stop_all(conductor: Conductor, words: Words, by: str) -> Words:
    """Silence at once: what the devices have queued is thrown away.

    Holds until resume or the session's end. The item that sounded is not taken up again by resume: it may be the
    very reason for the stop. Inserts end, those that wait to be repeated too.
    """
    heard = {line.name: line.sink.heard() for line in conductor.lines}
    for line in conductor.lines:
        for run in line.roster.runs:
            run.stopped, run.late = True, Reason.OPERATOR
        line.mixer.clear()
    for line in conductor.lines:
        line.sink.drop()
        line.power_off("stop_all")
    names = list(dict.fromkeys(run.session.id for run in conductor.runs if not run.insert))
    until = unix(conductor.clock.now()) + (0.0 if names else HOLD_SECONDS)
    conductor.desk.held_until = until
    conductor.scribe.write(Kind.OPERATOR, action="stop_all", by=by, day=_day(conductor), sessions=names,
                           holds_until=format_time(datetime.fromtimestamp(until, STATION_ZONE)), **why_of(words))
    for line in conductor.lines:
        for run in line.runs:
            for airing in list(run.airings):
                frames = heard_of(airing.voice, heard[line.name])
                line.airlog.end(airing, frames, Reason.OPERATOR)
                if not frames and not airing.item.heard and not run.insert:
                    line.roster.reopen(run, airing.item)
    conductor.inserts.end("", Reason.OPERATOR)
    return {"sessions": names}


def resume(conductor: Conductor, words: Words, by: str) -> Words:
    """Go on with the next item; also an operator's word that the clock is right and the journal's is not."""
    now = conductor.clock.now()
    if conductor.clock_problem in {"behind_journal", "far_ahead"}:
        conductor.guard.confirm()
        conductor.scribe.write(Kind.CLOCK, valid=True, confirmed=True, by=by, now=format_time(now))
    held, conductor.desk.held_until = unix(now) < conductor.desk.held_until, 0.0
    stopped = [run for run in conductor.runs if run.stopped]
    names = list(dict.fromkeys(run.session.id for run in stopped))
    conductor.scribe.write(Kind.OPERATOR, action="resume", by=by, day=_day(conductor), sessions=names,
                           **why_of(words))
    for run in stopped:
        run.stopped, run.cursor = False, max(run.cursor, unix(now))
    return {"sessions": names, "held": held}


def skip(conductor: Conductor, words: Words, by: str) -> Words:
    """End the item that sounds, with a short fade; the next follows at once. On every line that plays it.

    `event_id`: the item that was meant. By the time the order is here something else may sound: that is let be.
    """
    meant = str(words.get("event_id") or "")
    for line in conductor.lines:
        current = line.mixer.current()
        for run in line.runs:
            for airing in [each for each in run.airings if each.voice is current]:
                meant = meant or airing.item.event.id
                if airing.item.event.id == meant and line.mixer.skip(airing.voice):
                    airing.forced = Reason.OPERATOR
                    line.scribe.write(Kind.OPERATOR, action="skip", by=by, day=run.day, skipped=meant,
                                      **why_of(words))
    if not any(airing.forced for line in conductor.lines for run in line.runs for airing in run.airings
               if airing.item.event.id == meant):
        raise Refused("air.nothing_on_air", "nothing is on air" if not words.get("event_id") else
                      "the item that was meant is not on air any more")
    return {"event_id": meant}


def reload(conductor: Conductor, words: Words, by: str) -> Words:
    """Read plan and settings now instead of within a second."""
    now = conductor.clock.now()
    conductor.poll(now, force=True)
    plan = conductor.book.plan(now.date())
    return {"rundown": plan.name if plan else ""}


def break_in(conductor: Conductor, words: Words, by: str) -> Words:
    """Play a prepared message now."""
    return {"insert": conductor.inserts.break_in(words, by).id}


def play_next(conductor: Conductor, words: Words, by: str) -> Words:
    """Play an approved item after the one that sounds; what was to follow it comes after."""
    insert = conductor.inserts.play_next(words, by)
    return {"insert": insert.id, "zones": list(insert.zones)}


def live_on(conductor: Conductor, words: Words, by: str) -> Words:
    """Open the microphone until a fixed end."""
    insert = conductor.inserts.live(words, by)
    return {"insert": insert.id, "ends_at": format_time(datetime.fromtimestamp(insert.ends_at, STATION_ZONE))}


def relay_on(conductor: Conductor, words: Words, by: str) -> Words:
    """Take over another programme until a fixed end."""
    insert = conductor.inserts.relay(words, by)
    return {"insert": insert.id, "ends_at": format_time(datetime.fromtimestamp(insert.ends_at, STATION_ZONE))}


def _ender(kind: str) -> Callable[[Conductor, Words, str], Words]:
    def end(conductor: Conductor, words: Words, by: str) -> Words:
        names = [insert.id for insert in conductor.inserts.of(kind)]
        if not names:
            raise Refused("air.nothing_on_air", f"no {kind} is on", kind=kind)
        # Before it is carried out: killed on the way, the next player must not take up what was called off.
        conductor.scribe.write(Kind.OPERATOR, action=f"end_{kind}", by=by, day=_day(conductor), inserts=names,
                               **why_of(words))
        return {"inserts": conductor.inserts.end(kind)}

    return end


def say_why(conductor: Conductor, words: Words, by: str) -> Words:
    """The reason for what was ordered without one: an emergency sounds first and is explained afterwards.

    `about`: id of the insert or the event. `day`: that of the order, where it is not today.
    Raises Refused: air.reason, air.order.
    """
    why, about = why_of(words), text_of(words, "about")
    if not why:
        raise Refused("air.reason", "a reason is needed")
    day = text_of(words, "day") or conductor.clock.now().date().isoformat()
    conductor.scribe.write(Kind.OPERATOR, action="say_why", by=by, day=day, about=about, **why)
    return {}


def _day(conductor: Conductor) -> str:
    planned = [run for run in conductor.runs if not run.insert]
    return planned[0].day if planned else conductor.clock.now().date().isoformat()


ORDERS: dict[str, Callable[[Conductor, Words, str], Words]] = {
    "reload": reload, "stop_all": stop_all, "resume": resume, "skip": skip,
    "break_in": break_in, "end_break_in": _ender("break_in"), "play_next": play_next, "end_next": _ender("next"),
    "live_on": live_on, "live_off": _ender("live"),
    "relay_on": relay_on, "relay_off": _ender("relay"), "say_why": say_why,
}
"""By the command's name on the socket."""
