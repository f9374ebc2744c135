"""Use cases of planning: templates, campaigns, the plan of a day, its publication."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Connection

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.ids import new_id
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.base.vietnamese import one_line
from broadcaster.db.engine import Database
from broadcaster.directives.service import DirectiveService
from broadcaster.library.model import Cart, State
from broadcaster.library.service import LibraryService
from broadcaster.protocol.rundown import QuietHours, Urgency
from broadcaster.schedule import publish as files
from broadcaster.schedule import store
from broadcaster.schedule.checks import checked_frame, if_missed_from, refuse_clash
from broadcaster.schedule.model import (
    Airable,
    Campaign,
    DayCoverage,
    DayPlan,
    IfMissed,
    RuleProfile,
    SessionTemplate,
    unusual_start,
)
from broadcaster.schedule.planning import Planner
from broadcaster.schedule.templates import (
    file_of,
    load_templates,
    own_files,
    template_from,
    to_toml,
    write_template,
)


class ScheduleService:
    """What airs when, for one station."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock, key: bytes,
                 library: LibraryService, directives: DirectiveService) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
        self._key = key
        self._library = library
        self._directives = directives
        self._planner = Planner(home, settings, clock, key)

    # Templates

    def templates(self) -> tuple[SessionTemplate, ...]:
        """The sessions as they stand in the files now, in order of time."""
        return load_templates(self._home)

    def profile(self) -> RuleProfile:
        """The rule profile named in station.toml."""
        return self._planner.profile()

    def quiet(self) -> QuietHours:
        """The quiet hours of station.toml."""
        return self._planner.quiet()

    def save_template(self, template: SessionTemplate, by: str = "", reason: str = "") -> SessionTemplate:
        """Store a new or changed session; a start at an unusual hour needs a reason, for the record.

        Refused: schedule.quiet_hours, schedule.overlap, schedule.reason, schedule.value …
        """
        checked = template_from(tomllib.loads(to_toml(template)), f"{template.id}.toml")
        refuse_clash(checked, self.templates(), self.quiet(), self._clock.now().date())
        why = self._why_so_early(checked, one_line(reason))
        with self._database.write("audit") as c:
            store.record(c, self._now(), by, "template_saved", f"template:{checked.id}", starts=str(checked.starts),
                         minutes=checked.minutes, weekdays=checked.weekdays, **why)
            write_template(self._home, checked)
        return checked

    def _why_so_early(self, template: SessionTemplate, reason: str) -> dict[str, str]:
        """The reason as a fact, where one is needed: before five in the morning or after seven in the evening."""
        old = next((item for item in self.templates() if item.id == template.id), None)
        if not unusual_start(template.starts) or (old is not None and old.starts == template.starts):
            return {}
        if not reason:
            raise Refused("schedule.reason", f"a session at {template.starts:%H:%M} needs a reason",
                          name=template.name, starts=f"{template.starts:%H:%M}")
        return {"reason": reason}

    def remove_template(self, template_id: str, by: str = "") -> None:
        """No longer hold a session. Published sessions that have begun are not touched."""
        found = {item.id: item for item in self.templates()}
        if template_id not in found:
            raise Refused("schedule.template_unknown", f"no session {template_id!r}", name=template_id)
        if len(found) == 1:
            raise Refused("schedule.last_template", "a station keeps at least one session", name=template_id)
        with self._database.write("audit") as c:
            store.record(c, self._now(), by, "template_removed", f"template:{template_id}")
            if not own_files(self._home):
                write_template(self._home, found[template_id])
            file_of(self._home, template_id).unlink(missing_ok=True)

    # Campaigns

    def campaigns(self, active_on: date | None = None) -> list[Campaign]:
        """All campaigns, oldest first; with a day, only those that air on it."""
        with self._database.read() as c:
            return store.campaigns(c, active_on)

    def campaign(self, ref: str) -> Campaign:
        """By id, or the beginning or end of one."""
        with self._database.read() as c:
            ids = store.campaign_ids(c, ref) if ref else []
            if len(ids) != 1:
                raise Refused("schedule.campaign_unknown", f"no campaign {ref!r}" if not ids else
                              f"{ref!r} may mean several campaigns", name=ref, found=len(ids))
            return store.campaigns(c, campaign_id=ids[0])[0]

    def add_campaign(self, cart_id: str, times: int, first_day: date, last_day: date,
                     weekdays: str = "1234567", urgency: Urgency = Urgency.ROUTINE, by: str = "",
                     if_missed: str = "") -> Campaign:
        """Air an item `times` times on each of `weekdays` from `first_day` to `last_day`, both inclusive.

        `if_missed`: late:MINUTES, make-up:SESSION or skip; empty: as IfMissed() says. An item not approved yet may be
        planned for; until it is approved, it is left out with a warning.
        """
        weekdays = checked_frame(times, first_day, last_day, weekdays, self._clock.now().date())
        policy = if_missed_from(if_missed, self.templates()) if if_missed else IfMissed()
        with self._database.write("campaign", "audit") as c:
            cart = self._schedulable(c, cart_id).cart
            new = Campaign(new_id(), cart.title, cart, times, first_day, last_day, weekdays, Urgency(urgency),
                           cart.directive_id, if_missed=policy)
            for old in store.campaigns(c):
                if replace(old, id=new.id, title=new.title, if_missed=policy) == new:
                    raise Refused("schedule.duplicate", f"{cart.title!r} already airs like that", title=cart.title,
                                  campaign=old.id)
            store.insert_campaign(c, new, by, self._now())
            store.record(c, self._now(), by, "campaign_added", f"campaign:{new.id}", cart=cart.id, times=times,
                         first_day=str(first_day), last_day=str(last_day), weekdays=weekdays, urgency=str(urgency),
                         if_missed=str(policy))
        return new

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

    def coverage(self, campaign_id: str) -> list[DayCoverage]:
        """Asked, planned and aired for each day of the campaign up to the last published one."""
        campaign = self.campaign(campaign_id)
        with self._database.read() as c:
            aired = store.airings_per_day(c, campaign)
        rows = []
        for name in sorted({path.name[:10] for path in self._home.rundowns.glob("????-??-??.r*.json")}):
            day = date.fromisoformat(name)
            if not campaign.first_day <= day <= campaign.last_day:
                continue
            rundown = files.newest_good(self._home, day, self._key)
            planned = sum(event.campaign == campaign.id for session in (rundown.sessions if rundown else ())
                          for event in session.events)
            asked = campaign.times if str(day.isoweekday()) in campaign.weekdays else 0
            whole = aired.get((name, "aired"), 0) + aired.get((name, "made_up"), 0)
            rows.append(DayCoverage(day, asked, planned, whole, aired.get((name, "partial"), 0)))
        return rows

    def aired_counts(self, campaigns: Sequence[Campaign]) -> dict[str, int]:
        """Campaign id -> how often it has aired whole so far, without reading any plan."""
        with self._database.read() as c:
            aired = {item.id: store.airings_per_day(c, item) for item in campaigns}
        return {name: sum(count for (_, outcome), count in rows.items() if outcome in {"aired", "made_up"})
                for name, rows in aired.items()}

    # Plans

    def plan(self, day: date) -> DayPlan:
        """What would be published for `day` now."""
        with self._database.read() as c:
            return next(self._planner.plans(c, day, 1))

    def plan_days(self, first: date, days: int) -> list[DayPlan]:
        """The plans of several days, reading everything once."""
        with self._database.read() as c:
            return list(self._planner.plans(c, first, days))

    def proposed_days(self, first: date, days: int) -> list[DayPlan]:
        """The same as if no sheet limited it: what the next sheet is made of."""
        with self._database.read() as c:
            return list(self._planner.plans(c, first, days, by_sheet=False))

    def publish(self, day: date) -> Path | None:
        """Write the next revision of the day's rundown if it differs from the published one."""
        return self.publish_days(day, 1)[0][1]

    def publish_days(self, first: date, days: int) -> list[tuple[DayPlan, Path | None]]:
        """Plan and publish `days` days from `first`; None where nothing changed."""
        # The write lock is what makes window and keeper one writer of rundown files.
        with self._database.write() as c:
            done = [(plan, files.publish(self._home, plan.rundown, self._key, self._planner.ledger()))
                    for plan in self._planner.plans(c, first, days)]
            self._keep_copies(c, first, days)
        return done

    def _keep_copies(self, c: Connection, first: date, days: int) -> None:
        last = first + timedelta(days=max(0, days - 1))
        kept = store.kept_plans(c, first.isoformat(), last.isoformat())
        for day in (first + timedelta(days=n) for n in range(days)):
            found = files.not_kept(self._home, day, self._key, kept)
            if found is not None:
                store.keep_plan(c, *found)

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
