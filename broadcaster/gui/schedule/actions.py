"""What the schedule page reads and changes. A change is published at once, so that the player has it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TypeVar

from PySide6.QtCore import QObject

from broadcaster.accounts.model import Person, Role
from broadcaster.asrun.model import AiringQuery
from broadcaster.base.errors import BroadcasterError
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.publishing import publish
from broadcaster.gui.schedule.model import FURNITURE_KINDS, Day
from broadcaster.library.model import Cart, CartKind, State
from broadcaster.protocol.rundown import PlannedSession, Rundown, Urgency, read_rundown, revisions_of
from broadcaster.schedule.model import Campaign, DayPlan, SessionTemplate
from broadcaster.wiring import App

log = logging.getLogger(__name__)
T = TypeVar("T")

_USABLE = (State.APPROVED, State.CHECKED, State.SUBMITTED, State.DRAFT, State.RETURNED)
ITEM_KINDS = tuple(kind for kind in CartKind if str(kind) not in FURNITURE_KINDS)


def read_day(app: App, day: date) -> Day:
    """A past day as it was published; today and later as it would be published now. Both with what aired."""
    today = app.clock.now().date()
    airings = tuple(app.asrun.airings(AiringQuery(first_day=day.isoformat(), last_day=day.isoformat())))
    campaigns = [item for item in app.schedule.campaigns() if _touches(item, day)]
    aired = app.schedule.aired_counts(campaigns)
    shown = Day(day, airings=airings, campaigns=tuple((item, aired[item.id]) for item in campaigns),
                quiet=app.schedule.quiet())
    if day < today:
        published = _published(app, day)
        return replace(shown, sessions=published.sessions if published else ())
    plan = app.schedule.plan(day)
    return replace(shown, sessions=_with_empty(plan), warnings=plan.warnings,
                   proposals=tuple(app.schedule.superseded()),
                   fills={fill.session_id: fill for fill in plan.fills})


def read_week(app: App, first: date) -> list[Day]:
    """Seven days, without campaigns."""
    today = app.clock.now().date()
    days = [first + timedelta(n) for n in range(7)]
    rows = app.asrun.airings(AiringQuery(first_day=days[0].isoformat(), last_day=days[-1].isoformat()))
    start = max(today, first)
    ahead = (days[-1] - start).days + 1
    plans = {plan.rundown.day: plan for plan in app.schedule.plan_days(start, ahead)} if ahead > 0 else {}
    result = []
    for day in days:
        plan = plans.get(day)
        published = None if plan else _published(app, day)
        sessions = _with_empty(plan) if plan else published.sessions if published else ()
        result.append(Day(day, sessions,
                          tuple(row for row in rows if row.day == day.isoformat()),
                          {fill.session_id: fill for fill in plan.fills} if plan else {},
                          plan.warnings if plan else ()))
    return result


def items_to_air(app: App, words: str) -> list[Cart]:
    """What may become a campaign: items in use, approved ones first."""
    found = app.library.find(words, ITEM_KINDS, _USABLE, 200)
    return sorted(found, key=lambda cart: cart.state is not State.APPROVED)


def add_campaign(app: App, cart_id: str, times: int, first: date, last: date, weekdays: str, urgency: Urgency,
                 by: str, if_missed: str = "") -> Campaign:
    campaign = app.schedule.add_campaign(cart_id, times, first, last, weekdays, urgency, by, if_missed)
    publish(app)
    return campaign


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


def save_template(app: App, template: SessionTemplate, starts: time, minutes: int, weekdays: str,
                  by: str, reason: str = "") -> SessionTemplate:
    """Other hours for a session; refused in quiet hours, at unusual hours without a reason."""
    saved = app.schedule.save_template(replace(template, starts=starts, minutes=minutes, weekdays=weekdays), by, reason)
    publish(app)
    return saved


def change(shell: Shell, owner: QObject, work: Callable[[], T], done: Callable[[T], object],
           failed: Callable[[Exception], object] | None = None) -> None:
    """Do it off the window's thread, then let the player read the plan again."""
    def finish(result: T) -> None:
        shell.air.command("reload").on_failure(lambda _: None).start(owner)
        done(result)
    op = Op(work).on_success(finish)
    if failed:
        op.on_failure(failed)
    op.start(owner)


def writer(shell: Shell, purpose: str) -> Person | None:
    """Someone who may plan, with their PIN."""
    return shell.ask_pin(Role.OPERATOR, purpose)


def _with_empty(plan: DayPlan) -> tuple[PlannedSession, ...]:
    """The planned sessions, and those that will not be held because nothing is planned for them."""
    held = {session.id for session in plan.rundown.sessions}
    empty = tuple(PlannedSession(fill.session_id, fill.name, fill.starts_at,
                                 fill.starts_at + timedelta(seconds=fill.limit_seconds), (), ())
                  for fill in plan.fills if fill.session_id not in held)
    return plan.rundown.sessions + empty


def _touches(campaign: Campaign, day: date) -> bool:
    return campaign.first_day <= day <= campaign.last_day and str(day.isoweekday()) in campaign.weekdays


def _published(app: App, day: date) -> Rundown | None:
    for path in revisions_of(app.home.rundowns, day):
        try:
            return read_rundown(path, app.key)
        except BroadcasterError as error:
            log.warning("%s", error.text)
    return None
