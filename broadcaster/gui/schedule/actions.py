"""What the schedule page reads and changes. A change is published at once, so that the player has it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from broadcaster.asrun.model import AiringQuery
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.vietnamese import fold
from broadcaster.gui.publishing import publish
from broadcaster.gui.schedule.day import Day
from broadcaster.library.model import ITEM_KINDS, Cart, State
from broadcaster.protocol.rundown import PlannedSession, Rundown, read_rundown, revisions_of
from broadcaster.schedule.calendar.days import CalendarDay
from broadcaster.schedule.days.state import DayState
from broadcaster.schedule.model import Campaign, DayPlan, PlanWarning, SessionFill
from broadcaster.wiring import App

log = logging.getLogger(__name__)
T = TypeVar("T")

_USABLE = (State.APPROVED, State.CHECKED, State.SUBMITTED, State.DRAFT, State.RETURNED)
_MOST_ITEMS = 300
_OF_SHEETS = {"week_not_approved", "session_not_on_sheet", "not_on_sheet"}


def read_day(app: App, day: date) -> Day:
    """A past day as it was published; today and later as it would be published now. Both with what aired."""
    today = app.clock.now().date()
    airings = tuple(app.asrun.airings(AiringQuery(first_day=day.isoformat(), last_day=day.isoformat())))
    campaigns = [item for item in app.schedule.campaigns() if _touches(item, day)]
    aired = app.schedule.aired_counts(campaigns)
    shown = Day(day, airings=airings, campaigns=tuple((item, aired[item.id]) for item in campaigns),
                quiet=app.schedule.quiet(), coverage=app.coverage.of_campaigns(campaigns), marks=_marks(app, day, day))
    if day < today:
        published = published_day(app, day)
        return replace(shown, sessions=published.sessions if published else ())
    state = app.days.state(day)
    bound = app.schedule.plan(day) if app.settings.approval.weekly_sheet else None
    return replace(shown, sessions=_with_empty(state), warnings=_warnings(state, bound),
                   proposals=tuple(app.schedule.superseded()), fills=_fills(state, bound), state=state,
                   titles=_titles(app, [state], campaigns))


def read_week(app: App, first: date) -> list[Day]:
    """Seven days, without campaigns."""
    today = app.clock.now().date()
    days = [first + timedelta(n) for n in range(7)]
    rows = app.asrun.airings(AiringQuery(first_day=days[0].isoformat(), last_day=days[-1].isoformat()))
    start = max(today, first)
    ahead = (days[-1] - start).days + 1
    states = {state.day: state for state in app.days.states(start, ahead)} if ahead > 0 else {}
    bound = {plan.rundown.day: plan for plan in app.schedule.plan_days(start, ahead)} \
        if ahead > 0 and app.settings.approval.weekly_sheet else {}
    titles = _titles(app, list(states.values()), app.schedule.campaigns())
    marks = {day.day: _marks_of(day) for day in app.periods.days(days[0], days[-1])}
    found = []
    for day in days:
        shown = Day(day, airings=tuple(row for row in rows if row.day == day.isoformat()), marks=marks.get(day, ()))
        state = states.get(day)
        if state is None:
            published = published_day(app, day)
            found.append(replace(shown, sessions=published.sessions if published else ()))
        else:
            found.append(replace(shown, sessions=_with_empty(state), fills=_fills(state, bound.get(day)), state=state,
                                 warnings=_warnings(state, bound.get(day)), titles=titles))
    return found


def approved_items(app: App, words: str) -> list[Cart]:
    """What may be put into a session now."""
    return app.library.find(words, ITEM_KINDS, (State.APPROVED,), _MOST_ITEMS)


def campaigns_on(app: App, day: date, words: str) -> list[Campaign]:
    """Running on that day, with these words in the title."""
    wanted = fold(words)
    return [item for item in app.schedule.campaigns(day) if wanted in fold(item.title)]


def stop_campaign(app: App, campaign: Campaign, by: str, reason: str) -> Campaign:
    stopped = app.schedule.stop_campaign(campaign.id, by, reason)
    publish(app)
    return stopped


def resume_campaign(app: App, campaign: Campaign, by: str) -> Campaign:
    resumed = app.schedule.resume_campaign(campaign.id, by)
    publish(app)
    return resumed


def move_campaign(app: App, campaign: Campaign, cart_id: str, by: str) -> Campaign:
    """Another item in its place."""
    moved = app.schedule.move_campaign(campaign.id, cart_id, by)
    publish(app)
    return moved


def order_campaign(app: App, campaign: Campaign, day: date, step: int, by: str) -> tuple[list[str], list[str]]:
    """Before (-1) or behind (1) its neighbour of that day: the ids of all of its urgency, as they were and are now."""
    same = sorted((item for item in app.schedule.campaigns() if item.state == "active" and item.last_day >= day
                   and item.urgency is campaign.urgency), key=lambda item: (item.position, item.id))
    before = [item.id for item in same]
    here = [item.id for item in same if _touches(item, day)]
    number = here.index(campaign.id) + step if campaign.id in here else -1
    if not 0 <= number < len(here):
        return before, before
    after = [name for name in before if name != campaign.id]
    after.insert(after.index(here[number]) + (step > 0), campaign.id)
    app.schedule.order_campaigns(after, by)
    publish(app)
    return before, after


def _with_empty(state: DayState) -> tuple[PlannedSession, ...]:
    """The planned sessions, those that will not be held because nothing is planned, and those left out by hand."""
    plan = state.plan
    held = {session.id for session in plan.rundown.sessions}
    empty = [PlannedSession(fill.session_id, fill.name, fill.starts_at,
                            fill.starts_at + timedelta(seconds=fill.limit_seconds), state.frame(fill.session_id).zones,
                            ()) for fill in plan.fills if fill.session_id not in held]
    known = held | {session.id for session in empty}
    dropped = []
    for name, edit in state.edits.items():
        session = f"{state.day.isoformat()}/{name}"
        if not edit.held and session not in known:
            frame = state.frame(name)
            dropped.append(PlannedSession(session, frame.name, *frame.hours(state.day), frame.zones, ()))
    return (*plan.rundown.sessions, *empty, *dropped)


def _warnings(state: DayState, bound: DayPlan | None) -> tuple[PlanWarning, ...]:
    """Of the plan as it is decided here; `bound`: the one that airs, where an approved weekly sheet decides."""
    waiting = [item for item in bound.warnings if item.code in _OF_SHEETS] if bound else []
    return (*waiting, *state.plan.warnings)


def _fills(state: DayState, bound: DayPlan | None) -> dict[str, SessionFill]:
    unheld = {fill.session_id for fill in bound.fills if not fill.held} if bound else set()
    return {fill.session_id: replace(fill, held=fill.held and fill.session_id not in unheld)
            for fill in state.plan.fills}


def _titles(app: App, states: Sequence[DayState], campaigns: Sequence[Campaign]) -> dict[str, Cart]:
    """Every item of the programmes, by id."""
    known = {item.cart.id: item.cart for item in campaigns}
    wanted = {item.cart for state in states for items in state.plan.programme.values() for item in items}
    wanted |= {item.cart for state in states for edit in state.edits.values() for item in edit.items or ()}
    for name in wanted - known.keys():
        try:
            known[name] = app.library.get(name)
        except BroadcasterError as error:
            log.warning("%s", error.text)
    return known


def _marks(app: App, first: date, last: date) -> tuple[tuple[str, str], ...]:
    return tuple(mark for day in app.periods.days(first, last) for mark in _marks_of(day))


def _marks_of(day: CalendarDay) -> tuple[tuple[str, str], ...]:
    """Special periods first: they change what airs."""
    period = day.period
    names = tuple((name, "info") for name in day.names)
    return names if period is None else ((period.name, "wait"), *names)


def _touches(campaign: Campaign, day: date) -> bool:
    return campaign.first_day <= day <= campaign.last_day and str(day.isoweekday()) in campaign.weekdays


def published_day(app: App, day: date) -> Rundown | None:
    for path in revisions_of(app.home.rundowns, day):
        try:
            return read_rundown(path, app.key)
        except BroadcasterError as error:
            log.warning("%s", error.text)
    return None
