"""The ways out that hold: each is tried by the planner before it is offered."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.schedule import store
from broadcaster.schedule.calendar import period_store
from broadcaster.schedule.campaigns.make_up_offer import Limits
from broadcaster.schedule.campaigns.offers import Ground, Offer, changes_of, edits_of, helps, offers
from broadcaster.schedule.days import edit_store
from broadcaster.schedule.days.state import DayState
from broadcaster.schedule.model import Campaign, DayPlan
from broadcaster.schedule.planning import Planner
from broadcaster.schedule.rules import rule_store
from broadcaster.schedule.sessions.templates import load_profile, session_files


def ways_out(c: Connection, planner: Planner, home: StationHome, now: datetime, campaign: Campaign, plan: DayPlan,
             limits: Limits) -> list[Offer]:
    """What lets one more airing into a planned day, and takes none from another campaign."""
    day = plan.rundown.day
    longer = {item.session: item.most for item in rule_store.overrides(c) if item.rule == "session_long"}
    period = next(iter(reversed(period_store.periods(c, day, day))), None)
    rules = load_profile(home, period.profile) if period and period.profile else planner.profile()
    ground = Ground(limits, planner.quiet(), rules.session_minutes, longer,
                    {item.id: item for item in store.campaigns(c)}, now)
    decided = {edit.session: edit for edit in edit_store.edits(c, day, day).get(day, ())}
    state = DayState(day, plan, decided, {item.id: item for item in session_files(home).held}, ground.quiet, now)
    return [offer for offer in offers(plan, campaign, ground)
            if helps(plan, _tried(c, planner, offer, campaign, state), campaign)]


def _tried(c: Connection, planner: Planner, offer: Offer, campaign: Campaign, state: DayState) -> DayPlan:
    """The day with one way out taken; as it was where that cannot be done."""
    also = planner.as_if(c, replace(campaign, **changes_of(offer)))
    try:
        edits = edits_of(offer, campaign, state)
    except Refused:
        return state.plan
    return next(planner.plans(c, state.day, 1, by_sheet=False, edits=edits, also=[also] if also else []))
