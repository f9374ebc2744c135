"""From what is stored to the plans of several days, reading everything once."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import Connection

from broadcaster.base.clock import Clock
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, clock_time
from broadcaster.bulletins.store import withdrawn_approvals
from broadcaster.library.categories import dayparts
from broadcaster.protocol.ledger import Ledger, LedgerBook
from broadcaster.protocol.rundown import PlannedSession, QuietHours, Rundown, rundown_from
from broadcaster.schedule import publish as files
from broadcaster.schedule import store
from broadcaster.schedule.calendar import period_store
from broadcaster.schedule.days import edit_store
from broadcaster.schedule.model import (
    Airable,
    Campaign,
    DayPlan,
    PlanWarning,
    RelaySource,
    RuleProfile,
    Rules,
    Running,
    SessionEdit,
)
from broadcaster.schedule.plan.build import build_day
from broadcaster.schedule.plan.by_sheet import DaySheet, with_waiting
from broadcaster.schedule.plan.given import Given
from broadcaster.schedule.plan.limits import problem_of
from broadcaster.schedule.relays import relay_store
from broadcaster.schedule.rules import rule_store
from broadcaster.schedule.sessions import kept_files
from broadcaster.schedule.sheets import sheet_store
from broadcaster.schedule.sheets.sheet import Sheet, monday_of
from broadcaster.schedule.stored import Broken, Unreadable

FILLER = ("nhac",)
"""Kinds of items that may fill a gap before a relay."""


class Planner:
    """Knows where rules, campaigns, sheets and published plans are."""

    def __init__(self, home: StationHome, settings: Settings, clock: Clock, key: bytes) -> None:
        self._home = home
        self._settings = settings
        self._clock = clock
        self._key = key
        self._book = LedgerBook(home, key)

    def plans(self, c: Connection, first: date, days: int, by_sheet: bool = True,
              edits: Sequence[SessionEdit] = (), also: Sequence[Running] = ()) -> Iterator[DayPlan]:
        """One plan a day.

        `by_sheet`: only what stands on the approved sheet, where station.toml asks for sheets. `edits`: as if these
        were stored in place of what is; `also`: as if these campaigns were stored, too.
        """
        last = first + timedelta(days=max(0, days - 1))
        ledger, broken = self.ledger(), list[Unreadable]()
        rules, templates = self.rules(broken), kept_files.templates(self._home, broken)
        given = self._given(c, ledger, first, last, edits, broken)
        known = {item.campaign.id for item in also}
        running = [item for item in self._running(c, ledger, first, last, broken) if item.campaign.id not in known]
        running = sorted([*running, *also], key=lambda item: item.campaign.id)
        available = _unlimited_first([_let(item, ledger) for item in store.furniture(c, broken)])
        withdrawn = withdrawn_approvals(c) | ledger.ended.keys()
        kept = store.kept_plans(c, first.isoformat(), last.isoformat())
        bound = by_sheet and self._settings.approval.weekly_sheet
        sheets = sheet_store.in_force(c, monday_of(first), last, self._key) if bound else None
        for day in (first + timedelta(days=n) for n in range(days)):
            furniture, published = self._furniture(available, day), self._published(c, day, kept)
            night = self._night(c, day, rules)

            def build(sheet: DaySheet | None, day: date = day, furniture: Mapping[str, Airable] = furniture,
                      published: Rundown | None = published, night: Sequence[PlannedSession] = night) -> DayPlan:
                return build_day(day, templates, running, furniture, rules, published, sheet, given, night)

            plan = build(None)
            if sheets is not None:
                plan = _by_sheet(plan, sheets, running, build)
            marked = files.marked(plan.rundown, withdrawn)
            yield replace(plan, rundown=replace(marked, ledger=ledger.head if ledger.there else ""),
                          warnings=(*plan.warnings, *map(_unread, dict.fromkeys(broken))))

    def as_if(self, c: Connection, campaign: Campaign) -> Running | None:
        """A campaign that is not stored, with its item as the planner would see it; None when there is no such item."""
        found = store.airable(c, campaign.cart.id)
        return Running(campaign, _let(found, self.ledger())) if found else None

    def _running(self, c: Connection, ledger: Ledger, first: date, last: date, broken: Broken) -> list[Running]:
        found = store.running(c, first, last, broken=broken)
        aired = store.first_airings(c, [item.campaign for item in found])
        return [replace(item, airable=_let(item.airable, ledger), first_aired=aired.get(item.campaign.id, ""))
                for item in found]

    def _given(self, c: Connection, ledger: Ledger, first: date, last: date, edits: Sequence[SessionEdit],
               broken: Broken) -> Given:
        """What people decided. The day after the last counts, too: its first session may end the last one of before."""
        decided = edit_store.edits(c, first, last + timedelta(days=1), broken)
        for edit in edits:
            others = [item for item in decided.get(edit.day, ()) if item.session != edit.session]
            decided[edit.day] = (*others, edit)
        periods = period_store.periods(c, first, last + timedelta(days=1), broken)
        carts = {item.cart for of_day in decided.values() for edit in of_day for item in edit.items or ()}
        filler: dict[str, list[Airable]] = {}
        for item in store.airables(c, carts, FILLER, broken):
            filler.setdefault(str(item.cart.kind), []).append(_let(item, ledger))
        by_hand = {item.cart.id: item for items in filler.values() for item in items if item.cart.id in carts}
        return Given(
            periods, decided, rule_store.overrides(c, broken),
            {name: kept_files.profile(self._home, name, broken)
             for name in sorted({item.profile for item in periods if item.profile})},
            {item.id: _let_relay(item, ledger) for item in relay_store.sources(c, broken)},
            {kind: [item for item in filler.get(kind, ()) if item.approval] for kind in FILLER}, by_hand)

    def ledger(self) -> Ledger:
        """What the player goes by, beyond the database."""
        return self._book.read()

    def rules(self, broken: Broken) -> Rules:
        """What holds for every day, as of now."""
        station = self._settings.station
        hours = {part.key: (part.start, part.end) for part in dayparts()}
        profile = kept_files.profile(self._home, self._settings.hours.profile, broken)
        return Rules(station.id, station.name, self.quiet(), profile, self._settings.audio.lead_in, self._key,
                     self._clock.now(), tuple(zone.name for zone in self._settings.zones), hours)

    def profile(self) -> RuleProfile:
        """The rule profile named in station.toml; of a damaged file, as it last was good."""
        return kept_files.profile(self._home, self._settings.hours.profile, [])

    def quiet(self) -> QuietHours:
        """The quiet hours of station.toml."""
        hours = self._settings.hours
        return QuietHours(clock_time(hours.quiet_from, "hours.quiet_from").strftime("%H:%M"),
                          clock_time(hours.quiet_to, "hours.quiet_to").strftime("%H:%M"))

    def _night(self, c: Connection, day: date, rules: Rules) -> Sequence[PlannedSession]:
        """What was published for the day before, where it may have begun."""
        if day > rules.now.date() + timedelta(days=1):
            return ()
        before = self._published(c, day - timedelta(days=1), set())
        return before.sessions if before else ()

    def _published(self, c: Connection, day: date, kept: Set[str]) -> Rundown | None:
        """What was published last; from its copy, if its file was altered or lost: what began stays planned."""
        found = files.newest_good(self._home, day, self._key)
        name = max((name for name in kept if name.startswith(day.isoformat())), key=files.revision_of, default="")
        if not name or (found is not None and found.revision >= files.revision_of(name)):
            return found
        try:
            return rundown_from(store.kept_plan(c, name), name, self._key)
        except (BroadcasterError, zlib.error):
            return found

    def _furniture(self, available: Sequence[Airable], day: date) -> dict[str, Airable]:
        chosen: dict[str, Airable] = {}
        for item in available:
            if not problem_of(item, day, self._key):
                chosen.setdefault(str(item.cart.kind), item)
        return chosen


def _let(item: Airable, ledger: Ledger) -> Airable:
    """Whatever the database says: an approval that the ledger does not let airs nothing."""
    approval = item.approval
    if approval is None or ledger.lets(approval):
        return item
    altered = not ledger.fault and approval.id in ledger.approved and approval.id not in ledger.ended
    return replace(item, approval=replace(approval, seal="") if altered else None)


def _unread(fault: Unreadable) -> PlanWarning:
    return PlanWarning("unreadable", "", vars(fault))


def _unlimited_first(available: Sequence[Airable]) -> list[Airable]:
    """A tune kept to some hours or zones is taken only where there is none for all."""
    return sorted(available, key=lambda item: bool(item.cart.dayparts or item.cart.zones))


def _let_relay(source: RelaySource, ledger: Ledger) -> RelaySource:
    approval = source.approval
    return source if approval is None or ledger.lets(approval) else replace(source, approval=None)


def _by_sheet(free: DayPlan, sheets: Mapping[date, Sheet], running: Sequence[Running],
              build: Callable[[DaySheet | None], DayPlan]) -> DayPlan:
    day = free.rundown.day
    sheet = sheets.get(monday_of(day))
    plan = build(DaySheet.of(sheet.slots if sheet else (), day))
    return with_waiting(plan, free, [item for item in running if item.campaign.is_open(day)], sheet is not None)
