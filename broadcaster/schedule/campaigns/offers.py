"""What a person could move when a campaign does not fit into a day. Proposals only; pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from math import ceil
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.protocol.rundown import QuietHours, Urgency
from broadcaster.schedule.campaigns.make_up_offer import Limits, cost, fits_in, free_seconds, may_air_in, spaced
from broadcaster.schedule.days.edits import Edits, Spot, inserted, moved, resized
from broadcaster.schedule.days.state import DayState
from broadcaster.schedule.model import Campaign, DayPlan, Per, Placed, SessionFill, zones_meet
from broadcaster.schedule.plan.build import LOCK
from broadcaster.schedule.plan.sittings import in_quiet

_RANK = {Urgency.EMERGENCY: 0, Urgency.PRIORITY: 1, Urgency.ROUTINE: 2}
_MOST_MOVES = 2


@dataclass(frozen=True)
class Offer:
    """One way out; `code` is worded at the edge."""

    code: str
    """lengthen, move, other_hours, other_zones, spacing, more_days, lower."""
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Ground:
    """What a way out must not break."""

    limits: Limits
    quiet: QuietHours
    minutes: int
    """The most a session may last by the rule profile …"""
    longer: Mapping[str, int]
    """… and by an override: template id -> minutes; empty id: every session."""
    campaigns: Mapping[str, Campaign]
    now: datetime

    def most(self, fill: SessionFill) -> int:
        template = fill.session_id.partition("/")[2]
        return max([self.minutes, *(minutes for name, minutes in self.longer.items() if name in {"", template})])


def left_out(plan: DayPlan, campaign: Campaign) -> int:
    """Airings of it that found no place in a plan; all of them where no session of the day may carry it."""
    for warning in plan.warnings:
        if warning.facts.get("campaign") == campaign.id and warning.code == "item_left_out":
            return int(str(warning.facts["times"]))
        if warning.facts.get("campaign") == campaign.id and warning.code in {"daypart_limit", "zone_limit"}:
            return campaign.asked_on(plan.rundown.day)
    return 0


def offers(plan: DayPlan, campaign: Campaign, ground: Ground) -> list[Offer]:
    """Ways to bring in one more airing, those that change least first; none where everything fits."""
    missing = left_out(plan, campaign)
    if not missing:
        return []
    fills = [fill for fill in plan.fills if fill.held and ground.now < fill.starts_at - LOCK]
    fitting = [fill for fill in fills if may_air_in(fill, campaign, ground.limits)]
    near = [fill for fill in fitting if spaced(plan, fill, campaign)]
    found = _moves(plan, campaign, near, fills, ground)
    found += [offer for fill in near if (offer := _longer(plan, campaign, fill, ground))]
    found += _other_limits(plan, campaign, [fill for fill in fills if fill not in fitting], ground)
    found += [Offer("spacing", {**_session(fill), "minutes": campaign.spacing_minutes}) for fill in fitting
              if fill not in near and fits_in(fill, campaign, plan)][:1]
    return found + _fewer(campaign, missing)


def takes_edits(offer: Offer) -> bool:
    """Whether a way out is a decision for that day, rather than other terms of the campaign."""
    return offer.code in {"move", "lengthen"}


def changes_of(offer: Offer) -> dict[str, Any]:
    """Other terms of the campaign that take it, as edit_campaign wants them; none for a decision for that day."""
    freed: dict[str, dict[str, Any]] = {
        "other_hours": {"dayparts": ()}, "other_zones": {"zones": ()}, "spacing": {"spacing_minutes": 0}}
    if offer.code not in {"lower", "more_days"}:
        return freed.get(offer.code, {})
    times = {"times": int(str(offer.facts["times"]))}
    return {**times, "last_day": date.fromisoformat(str(offer.facts["last"]))} if offer.code == "more_days" else times


def helps(before: DayPlan, after: DayPlan, campaign: Campaign) -> bool:
    """Whether fewer of its airings are left out, and none more of anybody else's."""
    had, has = _all_left_out(before), _all_left_out(after)
    return left_out(after, campaign) < left_out(before, campaign) and not any(
        times > had.get(name, 0) for name, times in has.items() if name != campaign.id)


def edits_of(offer: Offer, campaign: Campaign, state: DayState) -> Edits:
    """The decisions that take it, for the day of `state`; none for other terms of the campaign.

    A session touched by hand gets nothing by itself any more, so the airing that had no room is put in with it.
    Raises Refused as schedule/days/edits.py does: the day may have changed since it was offered.
    """
    if not takes_edits(offer):
        return ()
    placed = Placed(campaign.cart.id, campaign.id)
    if offer.code == "lengthen":
        session, minutes = str(offer.facts["session"]), int(str(offer.facts["minutes"]))
        edits = resized(state, session, state.frame(session).starts, minutes)
        return inserted(_after(state, edits), placed, Spot(session)) if state.by_hand(session) else edits
    source, target = str(offer.facts["source_id"]), str(offer.facts["target_id"])
    places = [number for number, item in enumerate(state.listed(source)) if item.campaign == offer.facts["campaign"]]
    if not places:
        raise Refused("schedule.item_unknown", "what was to be moved is not there any more", name=offer.facts["source"],
                      position=0)
    edits = moved(state, Spot(source, places[-1]), state, Spot(target))
    there, here = inserted(_after(state, edits), placed, Spot(source)), {state.name_of(source)}
    return (*(edit for edit in edits if edit.session not in here), *there)


def _all_left_out(plan: DayPlan) -> dict[str, int]:
    return {str(warning.facts["campaign"]): int(str(warning.facts["times"])) for warning in plan.warnings
            if warning.code == "item_left_out"}


def _after(state: DayState, edits: Edits) -> DayState:
    """The same day with these decisions, as far as the next one needs to know."""
    programme = dict(state.plan.programme)
    for edit in edits:
        if edit.items is not None:
            programme[f"{state.day.isoformat()}/{edit.session}"] = edit.items
    return state.after(edits, replace(state.plan, programme=programme))


def _moves(plan: DayPlan, campaign: Campaign, near: Collection[SessionFill], fills: Collection[SessionFill],
           ground: Ground) -> list[Offer]:
    """Another campaign's airing goes to a session with room, and makes place for this one."""
    found: list[tuple[int, float, Offer]] = []
    for source in near:
        short = cost(source, campaign, plan) - free_seconds(source, plan)
        for other in _carried(plan, source, ground):
            gain = cost(source, other, plan)
            if other.id == campaign.id or gain < short or _RANK[other.urgency] < _RANK[campaign.urgency]:
                continue
            without = _without(plan, source, other)
            for target in fills:
                if target is not source and fits_in(target, other, plan) and spaced(without, target, other) \
                        and may_air_in(target, other, ground.limits):
                    facts: dict[str, object] = {
                        "item": other.title, "campaign": other.id, "source": source.name,
                        "source_id": source.session_id, "target": target.name, "target_id": target.session_id}
                    # Not into a session that carries it already, if another will do.
                    found.append((_times(plan, target, other), gain, Offer("move", facts)))
    found.sort(key=lambda row: row[:2])
    return [offer for _, _, offer in found[:_MOST_MOVES]]


def _longer(plan: DayPlan, campaign: Campaign, fill: SessionFill, ground: Ground) -> Offer | None:
    """The session takes it when it ends later: within its profile, before quiet hours and the next session."""
    more = ceil((cost(fill, campaign, plan) - free_seconds(fill, plan)) / 60)
    ends = fill.starts_at + timedelta(seconds=fill.limit_seconds)
    until = ends + timedelta(minutes=more)
    reached = ground.limits.zones_of.get(fill.session_id, ())
    clashes = any(other.starts_at < until and other.starts_at >= fill.starts_at and other is not fill
                  and zones_meet(reached, ground.limits.zones_of.get(other.session_id, ())) for other in plan.fills)
    minutes = ceil(fill.limit_seconds / 60) + more
    if more < 1 or clashes or minutes > ground.most(fill) or in_quiet(ground.quiet, fill.starts_at, until):
        return None
    return Offer("lengthen", {**_session(fill), "more": more, "minutes": minutes, "until": f"{until:%H:%M}"})


def _other_limits(plan: DayPlan, campaign: Campaign, barred: Collection[SessionFill], ground: Ground) -> list[Offer]:
    """Sessions with room that only the campaign's own times of day or zones keep it from."""
    found = []
    for code, freed in (("other_hours", replace(campaign, dayparts=())), ("other_zones", replace(campaign, zones=()))):
        free = [fill for fill in barred if may_air_in(fill, freed, ground.limits) and fits_in(fill, campaign, plan)
                and spaced(plan, fill, campaign)]
        if freed != campaign and free:
            found.append(Offer(code, _session(max(free, key=lambda fill: free_seconds(fill, plan)))))
    return found


def _fewer(campaign: Campaign, missing: int) -> list[Offer]:
    """Fewer airings a day: over more days, as many in all as before; or just fewer."""
    times = campaign.times - missing
    if campaign.per is Per.WEEK or times < 1:
        return []
    days = (campaign.last_day - campaign.first_day).days + 1
    total = sum(campaign.asked_on(campaign.first_day + timedelta(days=n)) for n in range(days))
    last = _until(replace(campaign, times=times, last_day=date.max), total)
    return [Offer("more_days", {"times": times, "last": last.isoformat(), "days": (last - campaign.last_day).days}),
            Offer("lower", {"times": times})]


def _until(campaign: Campaign, total: int) -> date:
    """The day on which its airings reach that number."""
    day, count = campaign.first_day, 0
    while (count := count + campaign.asked_on(day)) < total:
        day += timedelta(days=1)
    return day


def _session(fill: SessionFill) -> dict[str, object]:
    return {"name": fill.name, "session": fill.session_id, "starts": f"{fill.starts_at:%H:%M}"}


def _carried(plan: DayPlan, fill: SessionFill, ground: Ground) -> list[Campaign]:
    names = dict.fromkeys(item.campaign for item in plan.programme.get(fill.session_id, ()))
    return [ground.campaigns[name] for name in names if name in ground.campaigns]


def _times(plan: DayPlan, fill: SessionFill, campaign: Campaign) -> int:
    return sum(item.campaign == campaign.id for item in plan.programme.get(fill.session_id, ()))


def _without(plan: DayPlan, fill: SessionFill, campaign: Campaign) -> DayPlan:
    """The plan less this campaign's airings in one session, to judge the distance of the rest."""
    sessions = tuple(replace(session, events=tuple(
        event for event in session.events if event.campaign != campaign.id or session.id != fill.session_id))
        for session in plan.rundown.sessions)
    return replace(plan, rundown=replace(plan.rundown, sessions=sessions))
