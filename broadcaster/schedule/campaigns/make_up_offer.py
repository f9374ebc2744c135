"""What was missed on a day, and in which session of today it could be made up. Proposals only; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from broadcaster.base.frames import RATE
from broadcaster.protocol.rundown import PlannedSession
from broadcaster.schedule.model import Campaign, DayPlan, SessionFill
from broadcaster.schedule.plan.build import LOCK
from broadcaster.schedule.plan.limits import in_hours, in_zones

LEFT_OUT = "left_out"
"""Reason of an airing that was asked for and never planned: the day had no room for it."""


@dataclass(frozen=True)
class Missed:
    """Airings of one campaign that one day still owes."""

    campaign: Campaign
    day: date
    times: int
    reason: str
    """As the airing log has it (power_loss, break_in, …), or `left_out`."""
    note: str = ""
    session_name: str = ""
    """Where the first of them should have aired; empty for `left_out`."""
    partial: bool = False
    """It went out, but not whole."""
    offer: SessionFill | None = None
    """A session of today that has room; None: today is full, or the item may not air."""


@dataclass(frozen=True)
class Limits:
    """What decides where an item may go on one day."""

    zones: tuple[str, ...]
    dayparts: Mapping[str, tuple[str, str]]
    zones_of: Mapping[str, tuple[str, ...]]
    """Session id -> its zones."""


def room_of(plan: DayPlan, campaign: Campaign, limits: Limits, now: datetime) -> list[SessionFill]:
    """Sessions of the plan that could take one more airing, the best first: without the same item, then emptiest."""
    free = []
    for fill in plan.fills:
        carries = [item.campaign == campaign.id for item in plan.programme.get(fill.session_id, ())]
        if fill.held and now < fill.starts_at - LOCK and fits_in(fill, campaign, plan) \
                and may_air_in(fill, campaign, limits) and spaced(plan, fill, campaign):
            free.append((sum(carries), -free_seconds(fill, plan), fill.starts_at, fill))
    return [row[-1] for row in sorted(free, key=lambda row: row[:-1])]


def fits_in(fill: SessionFill, campaign: Campaign, plan: DayPlan) -> bool:
    """Whether its sound, with the bridge before it, finds room."""
    return cost(fill, campaign, plan) <= free_seconds(fill, plan)


def free_seconds(fill: SessionFill, plan: DayPlan) -> float:
    """What is left between the last sound of a session and its end."""
    session = _session(plan, fill)
    if session is None or not session.events:
        return fill.limit_seconds
    ends = (event.starts_at + timedelta(seconds=event.cut.frames / RATE) for event in session.events)
    return (fill.starts_at + timedelta(seconds=fill.limit_seconds) - max(ends)).total_seconds()


def cost(fill: SessionFill, campaign: Campaign, plan: DayPlan) -> float:
    """Seconds one more airing takes of a session, the bridge before it included."""
    session = _session(plan, fill)
    bridge = next((event.cut.frames for event in session.events if event.kind == "nhac_cat"), 0) if session else 0
    return (campaign.cart.cut.frames + bridge) / RATE


def may_air_in(fill: SessionFill, campaign: Campaign, limits: Limits) -> bool:
    """By time of day and zones, of the item and of the campaign."""
    reached = limits.zones_of.get(fill.session_id, ())
    return all(in_hours(own, fill.starts_at, limits.dayparts) and in_zones(own, reached, limits.zones)
               for own in (campaign, campaign.cart))


def spaced(plan: DayPlan, fill: SessionFill, campaign: Campaign) -> bool:
    """Whether its other airings of the day keep the distance it wants, wherever in the session it may come."""
    least = timedelta(minutes=campaign.spacing_minutes)
    length = timedelta(seconds=fill.planned_seconds)
    starts = [event.starts_at for session in plan.rundown.sessions for event in session.events
              if event.campaign == campaign.id]
    return all(fill.starts_at - start >= least or start - (fill.starts_at + length) >= least for start in starts) \
        if least else True


def offered(missed: Sequence[Missed], plan: DayPlan, limits: Limits, now: datetime) -> list[Missed]:
    """With a session for each that may still air; room taken by one is not offered to the next."""
    result = []
    for item in missed:
        free = room_of(plan, item.campaign, limits, now) if item.campaign.is_open(plan.rundown.day) else []
        best = free[0] if free else None
        if best is not None:
            taken = replace(best, limit_seconds=best.limit_seconds - cost(best, item.campaign, plan))
            plan = replace(plan, fills=tuple(taken if fill is best else fill for fill in plan.fills))
        result.append(replace(item, offer=best))
    return result


def _session(plan: DayPlan, fill: SessionFill) -> PlannedSession | None:
    return next((session for session in plan.rundown.sessions if session.id == fill.session_id), None)
