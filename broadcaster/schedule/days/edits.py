"""What a person does to single sessions of a day, as new SessionEdits. Pure; nothing is stored here.

Whoever touches one item of a session decides its whole programme from then on (`items`); every function gives back
only the edits that change. Positions count DayState.listed, from 0: what airs, and what waits between it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time

from broadcaster.base.errors import Refused
from broadcaster.base.vietnamese import fold, one_line
from broadcaster.schedule.days.state import DayState, Frame, refuse_begun, refuse_hours
from broadcaster.schedule.model import ALL, Placed, RelaySlot, SessionEdit

Edits = tuple[SessionEdit, ...]
LAST = 10_000
"""A position after everything."""


@dataclass(frozen=True)
class Spot:
    """A place in a session: an item, or where one is put (before the item that stands there now)."""

    session: str
    position: int = LAST


def moved(source: DayState, item: Spot, target: DayState, to: Spot) -> Edits:
    """One item elsewhere: in its session, to another one, to another day.

    Raises Refused: schedule.begun, schedule.item_unknown, schedule.template_unknown, schedule.not_held.
    """
    refuse_begun(source, item.session)
    if source.day == target.day and source.name_of(item.session) == target.name_of(to.session):
        items = _items(source, item.session)
        at = _place(items, to.position)
        number = _number(source, item, items)
        placed = items.pop(number)
        items.insert(at - (number < at), placed)
        return (_with(source, item.session, items),)
    taken = _items(source, item.session)
    placed = taken.pop(_number(source, item, taken))
    return (_with(source, item.session, taken), *inserted(target, placed, to))


def inserted(state: DayState, item: Placed, to: Spot) -> Edits:
    """One more item. Raises Refused: schedule.begun, schedule.template_unknown, schedule.not_held."""
    refuse_begun(state, to.session)
    if not state.is_held(to.session):
        name = state.frame(to.session).name
        raise Refused("schedule.not_held", f"{name} is not held on {state.day}", name=name, day=state.day.isoformat())
    items = _items(state, to.session)
    items.insert(_place(items, to.position), item)
    return (_with(state, to.session, items),)


def removed(state: DayState, item: Spot) -> Edits:
    """One airing less here; a campaign that counts on it is given another place by the planner, where there is one.

    Raises Refused: schedule.begun, schedule.item_unknown.
    """
    refuse_begun(state, item.session)
    items = _items(state, item.session)
    items.pop(_number(state, item, items))
    return (_with(state, item.session, items),)


def reordered(state: DayState, session: str, order: Sequence[int]) -> Edits:
    """The items in another order: position now, in the order wanted.

    Raises Refused: schedule.begun, schedule.item_unknown (not each position once).
    """
    refuse_begun(state, session)
    items = _items(state, session)
    if sorted(order) != list(range(len(items))):
        raise _no_item(state, session, len(order))
    return (_with(state, session, [items[position] for position in order]),)


def locked(state: DayState, session: str) -> Edits:
    """Keep the programme just as it is shown, whatever is added or stopped later. Raises Refused: schedule.begun."""
    refuse_begun(state, session)
    return (_with(state, session, _items(state, session)),)


def released(state: DayState, session: str) -> Edits:
    """Let the planner fill it again; its hours stay as they are. Raises Refused: schedule.begun."""
    refuse_begun(state, session)
    return (replace(state.edit(session), items=None),)


def restored(state: DayState, session: str) -> Edits:
    """As its template says in everything; a session of this day alone is gone. Raises Refused: schedule.begun."""
    refuse_begun(state, session)
    return (SessionEdit(state.day, state.name_of(session)),)


def resized(state: DayState, session: str, starts: time, minutes: int, zones: Sequence[str] = ()) -> Edits:
    """Other hours for this day. `zones`: none leaves them as they are.

    Raises Refused: schedule.begun, schedule.minutes, schedule.quiet_hours, schedule.overlap.
    """
    refuse_begun(state, session)
    frame = replace(state.frame(session), starts=starts, minutes=minutes)
    frame = replace(frame, zones=tuple(zones)) if zones else frame
    refuse_hours(state, frame)
    return (_framed(state, frame),)


def dropped(state: DayState, session: str) -> Edits:
    """Not held on this day. Raises Refused: schedule.begun."""
    refuse_begun(state, session)
    if state.name_of(session) not in state.templates:
        return restored(state, session)
    return (replace(state.edit(session), held=False),)


def held(state: DayState, session: str) -> Edits:
    """Held after all: one that was dropped, or one that the weekday, the season or the period leaves out.

    Raises Refused: schedule.begun, schedule.quiet_hours, schedule.overlap, schedule.template_unknown.
    """
    refuse_begun(state, session)
    if state.is_held(session):
        return ()
    frame, edit = state.frame(session), replace(state.edit(session), held=True)
    refuse_hours(state, frame)
    template = state.templates.get(frame.session)
    if state.edit(session).held or (template is not None and not template.held_on(state.day)):
        # Hours of its own are what says that it is held all the same.
        edit = replace(edit, name=frame.name, starts=frame.starts, minutes=frame.minutes)
    return (edit,)


def added_session(state: DayState, name: str, starts: time, minutes: int, zones: Sequence[str] = (ALL,)) -> Edits:
    """A session of this day alone; the planner fills it. Raises Refused: as `resized`, and schedule.name."""
    title = one_line(name)
    if not title:
        raise Refused("schedule.name", "the session needs a name")
    frame = Frame(_new_id(state, title), title, starts, minutes, tuple(zones) or (ALL,))
    refuse_hours(state, frame)
    return (SessionEdit(state.day, frame.session, name=title, starts=starts, minutes=minutes, zones=frame.zones),)


def relays_set(state: DayState, session: str, slots: Sequence[RelaySlot]) -> Edits:
    """Other relays for this day, () for none. Raises Refused: schedule.begun, schedule.relay_outside."""
    refuse_begun(state, session)
    frame = state.frame(session)
    starts_at, ends_at = frame.hours(state.day)
    for slot in slots:
        begins, ends = Frame("", "", slot.starts, slot.minutes).hours(state.day)
        if begins < starts_at or ends > ends_at or not 1 <= slot.minutes <= MOST_RELAY:
            raise Refused("schedule.relay_outside", f"the relay at {slot.starts:%H:%M} does not lie in {frame.name}",
                          name=frame.name, starts=f"{slot.starts:%H:%M}", minutes=slot.minutes)
    slots = tuple(sorted(slots, key=lambda slot: slot.starts))
    template = state.templates.get(frame.session)
    same = template is not None and slots == template.relays
    return (replace(state.edit(session), relays=None if same else slots),)


MOST_RELAY = 24 * 60


def _with(state: DayState, session: str, items: Sequence[Placed]) -> SessionEdit:
    return replace(state.edit(session), items=tuple(items))


def _framed(state: DayState, frame: Frame) -> SessionEdit:
    """Only what differs from the template is said, so that going back to its hours leaves no edit."""
    edit, template = state.edit(frame.session), state.templates.get(frame.session)
    if template is None or not template.held_on(state.day):
        return replace(edit, name=frame.name, starts=frame.starts, minutes=frame.minutes, zones=frame.zones)
    return replace(edit, starts=None if frame.starts == template.starts else frame.starts,
                   minutes=0 if frame.minutes == template.minutes else frame.minutes,
                   zones=() if set(frame.zones) == set(template.zones) else frame.zones)


def _items(state: DayState, session: str) -> list[Placed]:
    return list(state.listed(session))


def _number(state: DayState, item: Spot, items: Sequence[Placed]) -> int:
    if not 0 <= item.position < len(items):
        raise _no_item(state, item.session, item.position)
    return item.position


def _place(items: Sequence[Placed], position: int) -> int:
    return max(0, min(position, len(items)))


def _no_item(state: DayState, session: str, position: int) -> Refused:
    name = state.frame(session).name
    return Refused("schedule.item_unknown", f"{name} has no item {position + 1} any more", name=name,
                   position=position + 1)


def _new_id(state: DayState, title: str) -> str:
    """Small letters, digits and hyphens, as templates are named; not that of another session of the day."""
    stem = re.sub(r"[^a-z0-9]+", "-", fold(title)).strip("-")[:30] or "buoi"
    taken = {*state.templates, *state.edits}
    return next(name for number in range(1, len(taken) + 2)
                if (name := f"{stem}-{number}") not in taken)
