"""A day laid out as its approved sheet says: what does not stand on the sheet waits. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from broadcaster.protocol.rundown import PlannedSession, Rundown, Urgency
from broadcaster.schedule.model import DayPlan, PlanWarning, Running, SessionTemplate, note
from broadcaster.schedule.plan.sittings import Sitting, sitting_of
from broadcaster.schedule.plan.spread import Ask, Room
from broadcaster.schedule.sheets.sheet import Slot, monday_of, relay_name

HAND = "hand:"
"""Before the id of an item put in without a campaign, where campaigns are named."""


@dataclass(frozen=True)
class DaySheet:
    """What an approved sheet says about one day."""

    slots: Mapping[str, Slot]
    """Session id -> row; empty for a week nobody approved."""

    @classmethod
    def of(cls, slots: Sequence[Slot], day: date) -> DaySheet:
        return cls({slot.session: slot for slot in slots if slot.day == day})

    def templates(self, templates: Sequence[SessionTemplate], day: date) -> list[SessionTemplate]:
        """Those held at the hour and in the zones that were approved; of the next days, all: they may end this one."""
        kept = []
        for template in templates:
            slot = self.slots.get(f"{day.isoformat()}/{template.id}")
            if slot and slot.starts == sitting_of(template, day).starts_at and set(slot.zones) == set(template.zones):
                named = {item.cart for item in slot.items}
                relays = tuple(relay for relay in template.relays if relay_name(relay.source) in named)
                kept.append(replace(template, relays=relays))
        return kept

    def ending(self, sitting: Sitting) -> Sitting:
        """Not longer than approved."""
        return replace(sitting, hard_end=min(sitting.hard_end, self.slots[sitting.id].ends))

    def fill(self, sittings: Sequence[Sitting], numbers: Sequence[Sequence[int]], rooms: Sequence[Room],
             asks: Sequence[Ask], carts: Mapping[str, str]) -> tuple[dict[str, int], list[list[str]]]:
        """How many airings of which campaign found no place, and the campaigns of each room in order.

        `numbers`: the rooms of each sitting; `carts`: campaign id -> cart id. An airing nobody asks for any more, or
        that may not be aired, is passed over.
        """
        left = {ask.campaign_id: ask.times - ask.done for ask in asks}
        left_out: dict[str, int] = {}
        programme: list[list[str]] = [[] for _ in rooms]
        for sitting, own in zip(sittings, numbers, strict=True):
            place = relays = 0
            for item in self.slots[sitting.id].items:
                if item.cart.startswith(relay_name("")):
                    relays += 1
                    place = max(place, min(relays, len(own) - 1))
                    continue
                able = [ask for ask in asks if carts[ask.campaign_id] == item.cart and left[ask.campaign_id] > 0
                        and (ask.rooms is None or ask.rooms & set(own))]
                if not able:
                    continue
                name = item.campaign or HAND + item.cart
                ask = min(able, key=lambda ask: (ask.campaign_id != name, ask.rank))
                left[ask.campaign_id] -= 1
                taken = next((n for n in range(place, len(own)) if rooms[own[n]].take(ask)), None)
                if taken is None:
                    left_out[ask.campaign_id] = left_out.get(ask.campaign_id, 0) + 1
                else:
                    place = taken
                    programme[own[taken]].append(ask.campaign_id)
        return left_out, programme

    def made_up(self, session: PlannedSession) -> PlannedSession:
        """Nothing is made up in a session the sheet does not name for it."""
        slot = self.slots.get(session.id)
        named = {(item.campaign, item.make_up) for item in slot.items} if slot else set()
        return replace(session, events=tuple(
            event if (event.campaign, event.make_up) in named else replace(event, make_up="")
            for event in session.events))


def with_waiting(plan: DayPlan, free: DayPlan, running: Sequence[Running], approved: bool) -> DayPlan:
    """`plan` follows the sheet; what `free`, the plan without one, holds beyond it is told as waiting."""
    day = plan.rundown.day
    known = {fill.session_id for fill in plan.fills}
    missing = [replace(fill, planned_seconds=0.0, held=False) for fill in free.fills if fill.session_id not in known]
    fills = tuple(sorted((*plan.fills, *missing), key=lambda fill: (fill.starts_at, fill.session_id)))
    waiting = [*_sessions_waiting({fill.session_id: fill.name for fill in missing}, free),
               *_items_waiting(plan, free, running, {fill.session_id for fill in missing})]
    if not approved:
        waiting = [PlanWarning("week_not_approved", "", {"monday": monday_of(day).isoformat()})] if missing else []
    rundown = replace(plan.rundown, notes=(*plan.rundown.notes, *map(note, waiting)))
    return replace(plan, rundown=rundown, fills=fills, warnings=(*plan.warnings, *waiting))


def _sessions_waiting(missing: Mapping[str, str], free: DayPlan) -> list[PlanWarning]:
    held = {session.id for session in free.rundown.sessions}
    return [PlanWarning("session_not_on_sheet", session, {"name": name}) for session, name in missing.items()
            if session in held]


def _items_waiting(plan: DayPlan, free: DayPlan, running: Sequence[Running],
                   missing: Collection[str]) -> list[PlanWarning]:
    more = _airings(free.rundown, missing) - _airings(plan.rundown, ())
    return [PlanWarning("not_on_sheet", "", {
        "title": item.campaign.title, "campaign": item.campaign.id, "times": more[item.campaign.id],
        "emergency": item.campaign.urgency is Urgency.EMERGENCY}) for item in running if more[item.campaign.id]]


def _airings(rundown: Rundown, without: Collection[str]) -> Counter[str]:
    return Counter(event.campaign for session in rundown.sessions if session.id not in without
                   for event in session.events if event.campaign)

