"""The programme of one day as hand-made sessions of another. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from broadcaster.base.errors import Refused
from broadcaster.schedule.days.state import DayState, Frame, plays, refuse_begun, refuse_hours
from broadcaster.schedule.model import Placed, SessionEdit

Checked = Callable[[Placed], tuple[Placed, str]]
"""The item as it would air on the target day (a campaign may air another sound by now), and why it may not; empty when
it may."""


@dataclass(frozen=True)
class LeftOut:
    """What a copy does not bring along; without `cart`, a whole session."""

    session: str
    """Its name, as people call it."""
    why: str
    """not_approved, expired, not_yet, withdrawn, superseded, archived, approval_broken, campaign_over, unknown; of a
    session: begun, quiet_hours, overlap, minutes, nothing_left."""
    cart: str = ""


@dataclass(frozen=True)
class Copied:
    """What a copy makes of one day."""

    edits: tuple[SessionEdit, ...]
    left_out: tuple[LeftOut, ...] = ()
    before: tuple[SessionEdit, ...] = ()
    """What was there before, once it is stored: storing that is the way back."""

    @property
    def items(self) -> int:
        """Airings brought along."""
        return sum(len(edit.items or ()) for edit in self.edits)


def copied_day(source: DayState, target: DayState, checked: Checked) -> Copied:
    """Every session of `source` that holds something; sessions only the target has stay as they are.

    Hours follow the target's templates, unless somebody changed them for the source day.
    """
    edits: list[SessionEdit] = []
    left: list[LeftOut] = []
    for frame in _frames(source):
        items = programme_of(source, frame.session)
        if not items and not source.by_hand(frame.session):
            continue
        reasons = list(map(checked, items))
        left += [LeftOut(frame.name, why, item.cart) for item, why in reasons if why]
        kept = tuple(item for item, why in reasons if not why)
        if items and not kept:  # silence by hand is nobody's wish: the planner fills it
            left.append(LeftOut(frame.name, "nothing_left"))
            continue
        try:
            edits.append(replace(_target_frame(source, target, frame), items=kept))
        except Refused as refusal:
            left.append(LeftOut(frame.name, refusal.code.removeprefix("schedule.")))
    return Copied((*edits, *_not_held(source, target)), tuple(left))


def programme_of(state: DayState, session: str) -> tuple[Placed, ...]:
    """What was planned or, for a session that has begun, published: items without tunes, relays and filler."""
    name, own = f"{state.day.isoformat()}/{state.name_of(session)}", list(state.edit(session).items or ())
    if name in state.plan.programme:
        return tuple(own) or state.shown(session)  # also what waits there: it is told why it stays behind
    found: list[Placed] = []
    for event in next((item.events for item in state.plan.rundown.sessions if item.id == name), ()):
        item = next((item for item in own if plays(event, item)), None)
        if item is not None:
            own.remove(item)
            found.append(item)
        elif event.campaign:
            found.append(Placed("", event.campaign))
    return tuple(found)


def _frames(state: DayState) -> list[Frame]:
    """The sessions that stand in the plan, at the hours of their templates; published ones as they were."""
    frames = []
    published = {session.id: session for session in state.plan.rundown.sessions}
    for fill in state.plan.fills:
        session = published.get(fill.session_id)
        try:
            frame = state.frame(fill.session_id)
        except Refused:  # its template is gone since
            minutes = max(1, round(fill.limit_seconds / 60))
            zones = session.zones if session else ("all",)
            frame = Frame(state.name_of(fill.session_id), fill.name, fill.starts_at.time(), minutes, zones)
        frames.append(frame)
    return frames


def _target_frame(source: DayState, target: DayState, frame: Frame) -> SessionEdit:
    """Held on the target, at its own hours or at those a person chose for the source."""
    chosen, held = source.edit(frame.session), target.is_held(frame.session)
    if frame.session in target.templates or held:
        refuse_begun(target, frame.session)
    edit = replace(target.edit(frame.session), held=True, relays=chosen.relays, reason=chosen.reason)
    if frame.session in target.templates and not (chosen.starts or chosen.minutes or chosen.zones):
        own = target.frame(frame.session)
        frame = replace(frame, starts=own.starts, minutes=own.minutes, zones=own.zones)
        if held:
            return edit
    refuse_hours(target, frame)
    return replace(edit, name=frame.name if not held else edit.name, starts=frame.starts, minutes=frame.minutes,
                   zones=frame.zones)


def _not_held(source: DayState, target: DayState) -> Sequence[SessionEdit]:
    """What a person called off on the source day is not held on the target day either."""
    return [replace(target.edit(name), held=False) for name, edit in source.edits.items()
            if not edit.held and name in target.templates and target.is_held(name) and not target.begun(name)]
