"""Where an airing that was missed is made up: a later session of the same day, on a zone both have. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from broadcaster.protocol.rundown import PlannedSession, RundownEvent
from broadcaster.schedule.model import Campaign, PlanWarning, Rules, zones_meet
from broadcaster.schedule.plan.limits import in_hours, in_zones


def with_make_up(sessions: Sequence[PlannedSession], locked: Sequence[PlannedSession],
                 campaigns: Mapping[str, Campaign], rules: Rules) -> tuple[list[PlannedSession], list[PlanWarning]]:
    """`sessions` with each event's make-up session; a warning for each campaign whose session is not held."""
    every = [*locked, *sessions]
    wanting: dict[str, Campaign] = {}
    result = []
    for session in sessions:
        events = []
        for event in session.events:
            campaign = campaigns.get(event.campaign)
            target = _target(session, campaign, every, rules) if campaign else None
            if target is None and campaign is not None and _wants(session, campaign):
                wanting[campaign.id] = campaign
            events.append(_made_up_in(event, target))
        result.append(replace(session, events=tuple(events)))
    held = {_template(session) for session in every}
    return result, [
        PlanWarning("make_up_missing", "", {"title": item.title, "campaign": item.id, "name": item.if_missed.session})
        for item in wanting.values() if item.if_missed.session not in held]


def _target(session: PlannedSession, campaign: Campaign, every: Sequence[PlannedSession],
            rules: Rules) -> PlannedSession | None:
    template, cart = campaign.if_missed.session, campaign.cart
    later = [item for item in every if template and _template(item) == template
             and item.starts_at > session.starts_at and zones_meet(item.zones, session.zones)
             and in_hours(cart, item.starts_at, rules.dayparts) and in_zones(cart, item.zones, rules.zones)]
    return later[0] if later else None


def _made_up_in(event: RundownEvent, target: PlannedSession | None) -> RundownEvent:
    return event if target is None else replace(event, make_up=target.id)


def _wants(session: PlannedSession, campaign: Campaign) -> bool:
    return bool(campaign.if_missed.session) and campaign.if_missed.session != _template(session)


def _template(session: PlannedSession) -> str:
    """A session's id is <day>/<template>."""
    return session.id.partition("/")[2]
