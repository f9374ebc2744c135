"""What the month view reads, and what the dialogs of special periods read and change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from broadcaster.asrun.model import Airing, AiringQuery
from broadcaster.gui.calendar.model import Cell, Month, past_cell, plan_cell
from broadcaster.gui.publishing import publish
from broadcaster.schedule.calendar.days import PeriodKind, weeks_of
from broadcaster.schedule.calendar.proposals import Proposal
from broadcaster.schedule.calendar.service import DayChange, ReadBack
from broadcaster.schedule.model import Period, RuleProfile, SessionTemplate
from broadcaster.schedule.rules.profiles import known_profiles
from broadcaster.wiring import App

T = TypeVar("T")
_BACK = timedelta(days=60)
_AHEAD = timedelta(days=3 * 366)


@dataclass(frozen=True)
class Offer:
    """What a person may choose from while writing a period."""

    kinds: tuple[PeriodKind, ...] = ()
    templates: tuple[SessionTemplate, ...] = ()
    profiles: tuple[RuleProfile, ...] = ()


def read_month(app: App, day: date) -> Month:
    """The whole weeks around the month of `day`: the log for days that are over, the planner for the others."""
    today = app.clock.now().date()
    first, last = weeks_of(day)
    specials = app.periods.days(first, last)
    start = max(first, today)
    plans = {plan.rundown.day: plan for plan in app.schedule.plan_days(start, (last - start).days + 1)} \
        if start <= last else {}
    aired = _aired(app, first, min(last, today - timedelta(1)))
    cells: list[Cell] = []
    for special in specials:
        plan = plans.get(special.day)
        cells.append(plan_cell(special, plan, today) if plan
                     else past_cell(special, aired.get(special.day.isoformat(), ())))
    return Month(day.replace(day=1), today, tuple(cells))


def read_offer(app: App) -> Offer:
    """Kinds of periods, sessions and rule profiles as they are now; a broken file is left out."""
    profiles = (known.profile for known in known_profiles(app.home) if known.fault is None)
    return Offer(tuple(app.periods.kinds()), tuple(app.schedule.held()), tuple(profiles))


def read_periods(app: App) -> list[Period]:
    """Those that are not long over, the next one first."""
    today = app.clock.now().date()
    return sorted(app.periods.between(today - _BACK, today + _AHEAD), key=lambda item: (item.first_day, item.id))


def read_proposals(app: App) -> list[Proposal]:
    """Holidays of this year and the next that are still to come."""
    today = app.clock.now().date()
    found = [*app.periods.proposed(today.year), *app.periods.proposed(today.year + 1)]
    return [item for item in found if item.period.last_day >= today]


def look(app: App, period: Period) -> tuple[ReadBack, list[DayChange]]:
    """What a period would do: in sentences, and day by day."""
    return app.periods.read_back(period), app.periods.preview(period)


def save_period(app: App, period: Period, by: str) -> Period:
    saved = app.periods.change(period, by) if period.id else app.periods.add(period, by)
    publish(app)
    return saved


def remove_period(app: App, period: Period, by: str, reason: str) -> Period:
    removed = app.periods.remove(period.id, by, reason)
    publish(app)
    return removed


def restore_period(app: App, period: Period, by: str) -> Period:
    restored = app.periods.restore(period.id, by)
    publish(app)
    return restored


def _aired(app: App, first: date, last: date) -> dict[str, list[Airing]]:
    """ISO day -> what the log says of it."""
    found: dict[str, list[Airing]] = {}
    if first <= last:
        for airing in app.asrun.airings(AiringQuery(first_day=first.isoformat(), last_day=last.isoformat())):
            found.setdefault(airing.day, []).append(airing)
    return found
