"""One day as a person finds it, and what no edit of it may do. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from broadcaster.base.errors import Refused
from broadcaster.protocol.rundown import QuietHours, RundownEvent
from broadcaster.schedule.model import ALL, DayPlan, Placed, SessionEdit, SessionTemplate, zones_meet
from broadcaster.schedule.plan.build import LOCK
from broadcaster.schedule.plan.sittings import in_quiet, sitting_of

MOST_MINUTES = 24 * 60


@dataclass(frozen=True)
class Frame:
    """A session's name, hours and zones on one day: its template's, or a person's."""

    session: str
    """Template id, or that of a session of this day alone."""
    name: str
    starts: time
    minutes: int
    zones: tuple[str, ...] = (ALL,)

    def hours(self, day: date) -> tuple[datetime, datetime]:
        """Absolute start and end; it may end after midnight."""
        sitting = sitting_of(SessionTemplate(self.session, self.name, self.starts, self.minutes), day)
        return sitting.starts_at, sitting.hard_end


@dataclass(frozen=True)
class DayState:
    """All that edits of one day start from. Sessions are named by template id, or as the plan does: <day>/<id>."""

    day: date
    plan: DayPlan
    edits: Mapping[str, SessionEdit]
    """Template id -> what was decided for it."""
    templates: Mapping[str, SessionTemplate]
    quiet: QuietHours
    now: datetime

    def after(self, edits: Sequence[SessionEdit], plan: DayPlan) -> DayState:
        """The same day with more edits and the plan they make, so that the next edit builds on them."""
        merged = {**self.edits, **{edit.session: edit for edit in edits if edit.day == self.day}}
        return replace(self, plan=plan,
                       edits={name: edit for name, edit in merged.items() if not edit.says_nothing})

    def name_of(self, session: str) -> str:
        """<day>/<id> -> id."""
        return session.removeprefix(f"{self.day.isoformat()}/")

    def edit(self, session: str) -> SessionEdit:
        """What was decided, or that nothing was."""
        name = self.name_of(session)
        return self.edits.get(name) or SessionEdit(self.day, name)

    def shown(self, session: str) -> tuple[Placed, ...]:
        """The planned programme: what airs."""
        return tuple(self.plan.programme.get(f"{self.day.isoformat()}/{self.name_of(session)}", ()))

    def listed(self, session: str) -> tuple[Placed, ...]:
        """What is shown, and between it what a person put there and does not air now: positions of edits count it."""
        shown, own = self.shown(session), self.edit(session).items
        return own if own is not None and len(_numbers(shown, own)) == len(shown) else shown

    def numbers(self, session: str) -> list[int]:
        """For each item shown its position in `listed`."""
        return _numbers(self.shown(session), self.listed(session))

    def by_hand(self, session: str) -> bool:
        """Whether a person decides its whole programme."""
        return self.edit(session).items is not None

    def is_held(self, session: str) -> bool:
        """Whether it stands in the plan, be it empty."""
        name = f"{self.day.isoformat()}/{self.name_of(session)}"
        return any(fill.session_id == name for fill in self.plan.fills)

    def frame(self, session: str) -> Frame:
        """Its hours as they are now. Raises Refused: schedule.template_unknown."""
        name, edit = self.name_of(session), self.edit(session)
        template = self.templates.get(name)
        if template is None and (edit.starts is None or not edit.minutes):
            raise Refused("schedule.template_unknown", f"no session {name!r} on {self.day}", name=name)
        if template is None:
            assert edit.starts is not None
            return Frame(name, edit.name or name, edit.starts, edit.minutes, edit.zones or (ALL,))
        return Frame(name, edit.name or template.name, edit.starts or template.starts,
                     edit.minutes or template.minutes, edit.zones or template.zones)

    def is_gone(self, session: str) -> bool:
        """Whether something was decided for a session that no longer exists: it can only be cleared away."""
        name, edit = self.name_of(session), self.edit(session)
        return name in self.edits and name not in self.templates and (edit.starts is None or not edit.minutes)

    def begun(self, session: str) -> bool:
        """Whether it may no longer be changed: on the air, or over."""
        name = f"{self.day.isoformat()}/{self.name_of(session)}"
        starts = next((item.starts_at for item in self.plan.rundown.sessions if item.id == name), None)
        if starts is None and self.is_gone(session):
            return False
        return self.now >= (starts or self.frame(session).hours(self.day)[0]) - LOCK


def position_of(state: DayState, event_id: str) -> tuple[str, int]:
    """Session and position of the item an event of the plan is. Raises Refused: schedule.item_unknown (a tune …)."""
    for session in state.plan.rundown.sessions:
        if any(event.id == event_id for event in session.events):
            for position, event in enumerate(events_of(state, session.id)):
                if event is not None and event.id == event_id:
                    return session.id, state.numbers(session.id)[position]
    raise Refused("schedule.item_unknown", f"{event_id!r} is no item that can be moved", name=event_id, position=0)


def events_of(state: DayState, session: str, items: Sequence[Placed] | None = None) -> list[RundownEvent | None]:
    """For each item, else of the programme shown, the event that plays it; None for one the plan has no event for."""
    name = f"{state.day.isoformat()}/{state.name_of(session)}"
    events = next((item.events for item in state.plan.rundown.sessions if item.id == name), ())
    found: list[RundownEvent | None] = []
    rest = list(events)
    for item in state.shown(session) if items is None else items:
        at = next((number for number, event in enumerate(rest) if plays(event, item)), None)
        found.append(None if at is None else rest[at])
        rest = rest if at is None else rest[at + 1:]
    return found


def refuse_begun(state: DayState, session: str) -> None:
    """Raises Refused: schedule.begun, schedule.template_unknown."""
    if state.begun(session):
        frame = state.frame(session)
        raise Refused("schedule.begun", f"{frame.name} of {state.day} has begun and is not changed any more",
                      name=frame.name, starts=f"{frame.starts:%H:%M}", day=state.day.isoformat())


def refuse_hours(state: DayState, frame: Frame) -> None:
    """New hours of a session. Raises Refused: schedule.minutes, schedule.begun, schedule.quiet_hours, schedule.overlap.

    A rule of the profile is no matter for here: the planner keeps it, and whoever stores the edit is told.
    """
    refuse_start(state, frame)
    refuse_quiet(state, frame)
    starts_at, ends_at = frame.hours(state.day)
    for fill in state.plan.fills:
        if state.name_of(fill.session_id) == frame.session:
            continue
        ends = fill.starts_at + timedelta(seconds=fill.limit_seconds)
        if fill.starts_at < ends_at and starts_at < ends and zones_meet(_zones(state, fill.session_id), frame.zones):
            raise Refused("schedule.overlap", f"{frame.name} and {fill.name} overlap", name=frame.name, other=fill.name)


def refuse_start(state: DayState, frame: Frame) -> None:
    """Raises Refused: schedule.minutes, schedule.begun (a start that is over)."""
    if not 1 <= frame.minutes <= MOST_MINUTES:
        raise Refused("schedule.minutes", f"{frame.minutes} minutes are not between 1 and {MOST_MINUTES}",
                      name=frame.name, minutes=frame.minutes, most=MOST_MINUTES)
    if state.now >= frame.hours(state.day)[0] - LOCK:
        raise Refused("schedule.begun", f"{frame.starts:%H:%M} on {state.day} is over", name=frame.name,
                      starts=f"{frame.starts:%H:%M}", day=state.day.isoformat())


def refuse_quiet(state: DayState, frame: Frame) -> None:
    """Raises Refused: schedule.quiet_hours."""
    starts_at, ends_at = frame.hours(state.day)
    if in_quiet(state.quiet, starts_at, ends_at):
        raise Refused("schedule.quiet_hours", f"{frame.name} ({frame.starts:%H:%M}, {frame.minutes} min) lies in "
                      f"quiet hours {state.quiet.start}–{state.quiet.end}", name=frame.name,
                      starts=f"{frame.starts:%H:%M}", ends=f"{ends_at:%H:%M}", quiet_from=state.quiet.start,
                      quiet_to=state.quiet.end)


def _zones(state: DayState, session: str) -> Sequence[str]:
    try:
        return state.frame(session).zones
    except Refused:  # a published session whose template is gone
        return (ALL,)


def _numbers(shown: Sequence[Placed], items: Sequence[Placed]) -> list[int]:
    """For each item shown its number in the whole list; shorter where one is not found in order."""
    numbers: list[int] = []
    start = 0
    for item in shown:
        found = next((number for number in range(start, len(items)) if items[number] == item), None)
        if found is None:
            break
        numbers.append(found)
        start = found + 1
    return numbers


def plays(event: RundownEvent, item: Placed) -> bool:
    """Whether the event is an airing of the item."""
    # A campaign may air another sound than when it was put there.
    return event.campaign == item.campaign and (bool(item.campaign) or f"/{item.cart[-8:]}-" in event.id)
