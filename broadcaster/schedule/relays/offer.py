"""A programme of another station on one day, as a letter asks: in the session it falls in, or as its own. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from broadcaster.base.errors import Refused
from broadcaster.schedule.days.edits import Edits, added_session, relays_set, resized
from broadcaster.schedule.days.state import DayState, Frame, refuse_begun, refuse_hours
from broadcaster.schedule.model import RelaySlot, SessionEdit


@dataclass(frozen=True)
class RelayOffer:
    """What would be stored, and what to tell of it."""

    edits: Edits
    session: str
    """Name of the session it is in; empty: one of its own."""
    ends_at: datetime
    """Of the relay."""
    longer_until: datetime | None = None
    """The session is held longer for it, until then."""


def offer(state: DayState, slot: RelaySlot, title: str) -> RelayOffer:
    """`title`: what a session of its own would be called.

    Raises Refused: relay.overlap, schedule.begun, schedule.minutes, schedule.quiet_hours, schedule.overlap.
    """
    begins, ends = Frame("", title, slot.starts, slot.minutes).hours(state.day)
    around = _around(state, begins)
    if around is None:
        made, = added_session(state, title, slot.starts, slot.minutes)
        return RelayOffer(relays_set(_after(state, made), made.session, [slot]), "", ends)
    refuse_begun(state, around.session)
    slots = _slots(state, around.session)
    _refuse_taken(state, slots, begins, ends)
    _, over = around.hours(state.day)
    longer = ends if ends > over else None
    if longer is not None:
        minutes = around.minutes + -(-round((ends - over).total_seconds()) // 60)
        refuse_hours(state, replace(around, minutes=minutes))
        wider, = resized(state, around.session, around.starts, minutes)
        state = _after(state, wider)
    return RelayOffer(relays_set(state, around.session, [*slots, slot]), around.name, ends, longer)


def usual_start(part_of_day: str) -> time:
    """Where the hour field begins while nobody knows the hour; a person has to say it."""
    return {"morning": time(8, 0), "noon": time(11, 0), "afternoon": time(14, 0), "evening": time(18, 0)}.get(
        part_of_day, time(8, 0))


def _around(state: DayState, begins: datetime) -> Frame | None:
    """The session held at that moment."""
    for fill in state.plan.fills:
        if fill.held and fill.starts_at <= begins < fill.starts_at + timedelta(seconds=fill.limit_seconds):
            return state.frame(fill.session_id)
    return None


def _slots(state: DayState, session: str) -> tuple[RelaySlot, ...]:
    relays = state.edit(session).relays
    if relays is not None:
        return relays
    template = state.templates.get(state.name_of(session))
    return template.relays if template else ()


def _refuse_taken(state: DayState, slots: Sequence[RelaySlot], begins: datetime, ends: datetime) -> None:
    for slot in slots:
        starts, over = Frame("", "", slot.starts, slot.minutes).hours(state.day)
        if starts < ends and begins < over:
            raise Refused("relay.overlap", f"another relay begins at {slot.starts:%H:%M}",
                          starts=f"{slot.starts:%H:%M}", ends=f"{over:%H:%M}")


def _after(state: DayState, edit: SessionEdit) -> DayState:
    return state.after([edit], state.plan)
