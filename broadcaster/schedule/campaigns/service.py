"""Use cases of campaigns: what shall air how often; made, changed, put in order, stopped, moved to another item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.ids import new_id
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.base.vietnamese import one_line
from broadcaster.db.engine import Database
from broadcaster.directives.service import DirectiveService
from broadcaster.library.categories import dayparts as known_dayparts
from broadcaster.library.model import Cart, State
from broadcaster.protocol.rundown import Urgency
from broadcaster.schedule import store
from broadcaster.schedule.campaigns.campaign_checks import checked, if_missed_from, same_airings
from broadcaster.schedule.campaigns.make_up_offer import Limits
from broadcaster.schedule.model import ALL, Airable, Campaign, DayPlan, IfMissed
from broadcaster.schedule.sessions.templates import session_files

_CHANGEABLE = ("title", "times", "per", "first_day", "last_day", "weekdays", "urgency", "if_missed",
               "spacing_minutes", "dayparts", "zones", "position")


class CampaignService:
    """Campaigns of one station; ScheduleService is one that plans them too."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock,
                 directives: DirectiveService) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
        self._directives = directives

    def campaigns(self, active_on: date | None = None) -> list[Campaign]:
        """All campaigns, oldest first; with a day, only those that air on it."""
        with self._database.read() as c:
            return store.campaigns(c, active_on)

    def campaign(self, ref: str) -> Campaign:
        """By id, or the beginning or end of one."""
        with self._database.read() as c:
            ids = store.campaign_ids(c, ref) if ref else []
            found = store.campaigns(c, campaign_id=ids[0]) if len(ids) == 1 else []
            if not found:  # none, several, or one whose item is gone
                raise Refused("schedule.campaign_unknown", f"{ref!r} may mean several campaigns" if len(ids) > 1 else
                              f"no campaign {ref!r}", name=ref, found=len(ids) if len(ids) > 1 else 0)
            return found[0]

    def add_campaign(self, cart_id: str, times: int, first_day: date, last_day: date,
                     weekdays: str = "1234567", urgency: Urgency = Urgency.ROUTINE, by: str = "",
                     if_missed: str = "", **more: Any) -> Campaign:
        """Air an item `times` times on each of `weekdays` from `first_day` to `last_day`, both inclusive.

        `if_missed`: late:MINUTES, make-up:SESSION or skip; empty: as IfMissed() says. `more`: per, spacing_minutes,
        dayparts, zones, position, as in Campaign; without a position it goes behind the others of its urgency. An item
        not approved yet may be planned for; until it is approved, it is left out with a warning.
        """
        with self._database.write("campaign", "audit") as c:
            return self.add_campaign_in(c, cart_id, by, times=times, first_day=first_day, last_day=last_day,
                                        weekdays=weekdays, urgency=urgency, if_missed=if_missed, **more)

    def add_campaign_in(self, c: Connection, cart_id: str, by: str, known: Sequence[Campaign] | None = None,
                        **terms: Any) -> Campaign:
        """The same within a unit of work that holds more; `known`: those it may double, if not all there are."""
        new = self._drafted(c, cart_id, **terms)
        if "position" not in terms:
            new = replace(new, position=store.last_position(c, new.urgency))
        _refuse_double(new, store.campaigns(c) if known is None else known)
        store.insert_campaign(c, new, by, self._now())
        store.record(c, self._now(), by, "campaign_added", f"campaign:{new.id}", cart=new.cart.id, **_facts(new))
        return new

    def drafted(self, cart_id: str, **terms: Any) -> Campaign:
        """The campaign `add_campaign` would store, checked, for a look at what it would do; nothing is stored."""
        with self._database.read() as c:
            return self._drafted(c, cart_id, **terms)

    def edit_campaign(self, campaign_id: str, by: str = "", **changes: Any) -> Campaign:
        """Other times, days, order …: any of add_campaign's words, and `title`.

        What was before stands in the trail; editing back with it is the way to undo. Sessions that have begun keep
        what they have. Raises Refused as add_campaign does.
        """
        campaign = self.campaign(campaign_id)
        with self._database.write("campaign", "audit") as c:
            new = self._changed(campaign, changes)
            before, after = _facts(campaign), _facts(new)
            differing = [name for name in after if before[name] != after[name]]
            if differing:
                _refuse_double(new, store.campaigns(c))
                store.update_campaign(c, new)
                store.record(c, self._now(), by, "campaign_edited", f"campaign:{new.id}",
                             **{name: [before[name], after[name]] for name in differing})
        return new

    def edited(self, campaign_id: str, **changes: Any) -> Campaign:
        """The campaign `edit_campaign` would store, checked; nothing is stored."""
        return self._changed(self.campaign(campaign_id), changes)

    def order_campaigns(self, ids: Sequence[str], by: str = "") -> list[Campaign]:
        """Who goes first among campaigns of one urgency, the first of `ids` first; the others keep their places behind.

        Raises Refused: schedule.campaign_unknown, schedule.order (they are of differing urgency).
        """
        known = {item.id: item for item in self.campaigns()}
        chosen = [known[self.campaign(ref).id] for ref in dict.fromkeys(ids)]
        if len({item.urgency for item in chosen}) > 1:
            raise Refused("schedule.order", "campaigns of differing urgency have no order among them: the more urgent "
                                            "always goes first", count=len(chosen))
        rest = [item for item in known.values() if chosen and item.urgency is chosen[0].urgency and item not in chosen]
        rest.sort(key=lambda item: (item.position, item.id))
        with self._database.write("campaign", "audit") as c:
            for place, item in enumerate([*chosen, *rest], start=1):
                store.set_position(c, item.id, place)
            store.record(c, self._now(), by, "campaigns_ordered", "",
                         order="; ".join(f"{place}. {item.title}" for place, item in enumerate(chosen, start=1)))
        return [replace(item, position=place) for place, item in enumerate([*chosen, *rest], start=1)]

    def stop_campaign(self, campaign_id: str, by: str = "", reason: str = "") -> Campaign:
        """Plan no more of it; sessions that have begun keep what they have."""
        return self._set_state(campaign_id, "stopped", "campaign_stopped", by, reason)

    def resume_campaign(self, campaign_id: str, by: str = "") -> Campaign:
        """Plan a stopped campaign again."""
        return self._set_state(campaign_id, "active", "campaign_resumed", by, "")

    def superseded(self) -> list[tuple[Campaign, Cart]]:
        """Campaigns still to air whose item gave way to another, with that one: proposals, nothing moves by itself."""
        with self._database.read() as c:
            return [(item, cart) for item in store.campaigns(c)
                    if item.state == "active" and item.last_day >= self._clock.now().date()
                    and item.cart.state is State.SUPERSEDED and (cart := store.successor(c, item.cart)) is not None]

    def move_campaign(self, campaign_id: str, cart_id: str, by: str = "") -> Campaign:
        """Air another item in its place, from the next session on; the way back is the same with the old item's id."""
        with self._database.write("campaign", "audit") as c:
            found = store.campaigns(c, campaign_id=campaign_id)
            if not found:
                raise Refused("schedule.campaign_unknown", f"no campaign {campaign_id!r}", name=campaign_id, found=0)
            campaign, cart = found[0], self._schedulable(c, cart_id, take_back=True).cart
            title = cart.title if campaign.title == campaign.cart.title else campaign.title
            store.move(c, campaign.id, cart.id, title)
            store.record(c, self._now(), by, "campaign_moved", f"campaign:{campaign.id}", cart=cart.id,
                         before=campaign.cart.id)
        return replace(campaign, cart=cart, title=title)

    def carts_for(self, ref: str) -> list[str]:
        """Ids of the carts a person means: a cart, a bulletin (their id, its beginning or end), or a whole letter."""
        with self._database.read() as c:
            ids = store.cart_ids(c, ref) if ref else []
        if len(ids) > 1:
            raise Refused("schedule.cart_unknown", f"{ref!r} may mean several items", name=ref, found=len(ids))
        if ids:
            return ids
        letter = self._directives.find(ref)
        with self._database.read() as c:
            carts = store.carts_of_directive(c, letter.id)
        if not carts:
            raise Refused("schedule.nothing_to_air", f"no item was made for {ref} yet", name=ref)
        return carts

    def limits(self, plan: DayPlan) -> Limits:
        """What decides on the planned day where an item may go."""
        templates = {item.id: item.zones for item in session_files(self._home).held}
        reached = {fill.session_id: templates.get(fill.session_id.partition("/")[2], (ALL,)) for fill in plan.fills}
        reached |= {session.id: session.zones for session in plan.rundown.sessions}
        return Limits(tuple(zone.name for zone in self._settings.zones),
                      {part.key: (part.start, part.end) for part in known_dayparts()}, reached)

    def _drafted(self, c: Connection, cart_id: str, **terms: Any) -> Campaign:
        cart = self._schedulable(c, cart_id).cart
        terms["if_missed"] = self._policy(terms.get("if_missed", ""))
        new = Campaign(new_id(), cart.title, cart, directive_id=cart.directive_id, **terms)
        return self._checked(new, self._clock.now().date())

    def _changed(self, campaign: Campaign, changes: dict[str, Any]) -> Campaign:
        if unknown := set(changes) - set(_CHANGEABLE):
            raise TypeError(f"a campaign's {', '.join(sorted(unknown))} cannot be edited")
        if "if_missed" in changes:
            changes = {**changes, "if_missed": self._policy(changes["if_missed"])}
        if "title" in changes:
            changes = {**changes, "title": one_line(changes["title"], 300) or campaign.title}
        new = replace(campaign, **changes)
        # A campaign that is over may be given its old last day back.
        today = self._clock.now().date() if new.last_day != campaign.last_day else date.min
        return self._checked(new, today)

    def _checked(self, campaign: Campaign, today: date) -> Campaign:
        return checked(campaign, [zone.name for zone in self._settings.zones],
                       [part.key for part in known_dayparts()], today)

    def _policy(self, value: str | IfMissed) -> IfMissed:
        if isinstance(value, IfMissed):
            value = str(value)
        return if_missed_from(value, session_files(self._home).held) if value else IfMissed()

    def _schedulable(self, c: Connection, cart_id: str, take_back: bool = False) -> Airable:
        found = store.airable(c, cart_id)
        if found is None:
            raise Refused("schedule.cart_unknown", f"no item {cart_id!r}", name=cart_id, found=0)
        if found.cart.kind in store.FURNITURE:
            raise Refused("schedule.kind", f"{found.cart.title!r} belongs to the frame of a session, it is no item",
                          title=found.cart.title, kind=str(found.cart.kind))
        if found.cart.state is State.WITHDRAWN:
            raise Refused("schedule.withdrawn", f"{found.cart.title!r} was withdrawn", title=found.cart.title)
        if found.cart.state in {State.SUPERSEDED, State.ARCHIVED} and not take_back:
            raise Refused("schedule.put_away", f"{found.cart.title!r} is {found.cart.state}", title=found.cart.title,
                          state=str(found.cart.state))
        return found

    def _set_state(self, campaign_id: str, state: str, action: str, by: str, reason: str) -> Campaign:
        campaign = self.campaign(campaign_id)
        with self._database.write("campaign", "audit") as c:
            store.set_state(c, campaign.id, state)
            store.record(c, self._now(), by, action, f"campaign:{campaign.id}", reason=reason)
        return replace(campaign, state=state)

    def _now(self) -> str:
        return format_time(self._clock.now())


def _refuse_double(new: Campaign, known: Sequence[Campaign]) -> None:
    for old in known:
        if old.id != new.id and same_airings(old, new):
            raise Refused("schedule.duplicate", f"{new.cart.title!r} already airs like that", title=new.cart.title,
                          campaign=old.id)


def _facts(campaign: Campaign) -> dict[str, Any]:
    """What a person may change of it, as plain values for the trail."""
    plain: dict[str, Any] = {name: getattr(campaign, name) for name in _CHANGEABLE}
    return {name: ", ".join(value) if isinstance(value, tuple) else value if isinstance(value, int) else str(value)
            for name, value in plain.items()}
