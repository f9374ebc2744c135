"""From what is stored to the plans of several days, reading everything once."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence, Set
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
from broadcaster.protocol.rundown import QuietHours, Rundown, rundown_from
from broadcaster.schedule import publish as files
from broadcaster.schedule import sheet_store, store
from broadcaster.schedule.build import build_day
from broadcaster.schedule.by_sheet import DaySheet, with_waiting
from broadcaster.schedule.limits import problem_of
from broadcaster.schedule.model import Airable, DayPlan, RuleProfile, Rules, Running, SessionTemplate
from broadcaster.schedule.sheet import Sheet, monday_of
from broadcaster.schedule.templates import load_profile, load_templates


class Planner:
    """Knows where rules, campaigns, sheets and published plans are."""

    def __init__(self, home: StationHome, settings: Settings, clock: Clock, key: bytes) -> None:
        self._home = home
        self._settings = settings
        self._clock = clock
        self._key = key
        self._book = LedgerBook(home, key)

    def plans(self, c: Connection, first: date, days: int, by_sheet: bool = True) -> Iterator[DayPlan]:
        """One plan a day. `by_sheet`: only what stands on the approved sheet, where station.toml asks for sheets."""
        templates, rules = load_templates(self._home), self.rules()
        last = first + timedelta(days=max(0, days - 1))
        ledger = self.ledger()
        running = [replace(item, airable=_let(item.airable, ledger), first_aired=store.first_airing(c, item.campaign))
                   for item in store.running(c, first, last)]
        available = _unlimited_first([_let(item, ledger) for item in store.furniture(c)])
        withdrawn = withdrawn_approvals(c) | ledger.ended.keys()
        kept = store.kept_plans(c, first.isoformat(), last.isoformat())
        bound = by_sheet and self._settings.approval.weekly_sheet
        sheets = sheet_store.in_force(c, monday_of(first), last, self._key) if bound else None
        for day in (first + timedelta(days=n) for n in range(days)):
            of_day = [item for item in running if item.campaign.runs_on(day)]
            furniture, published = self._furniture(available, day), self._published(c, day, kept)
            plan = build_day(day, templates, of_day, furniture, rules, published)
            if sheets is not None:
                plan = _by_sheet(plan, sheets, templates, of_day, furniture, rules, published)
            marked = files.marked(plan.rundown, withdrawn)
            yield replace(plan, rundown=replace(marked, ledger=ledger.head if ledger.there else ""))

    def ledger(self) -> Ledger:
        """What the player goes by, beyond the database."""
        return self._book.read()

    def rules(self) -> Rules:
        """What holds for every day, as of now."""
        station = self._settings.station
        hours = {part.key: (part.start, part.end) for part in dayparts()}
        return Rules(station.id, station.name, self.quiet(), self.profile(), self._settings.audio.lead_in, self._key,
                     self._clock.now(), tuple(zone.name for zone in self._settings.zones), hours)

    def profile(self) -> RuleProfile:
        """The rule profile named in station.toml."""
        return load_profile(self._home, self._settings.hours.profile)

    def quiet(self) -> QuietHours:
        """The quiet hours of station.toml."""
        hours = self._settings.hours
        return QuietHours(clock_time(hours.quiet_from, "hours.quiet_from").strftime("%H:%M"),
                          clock_time(hours.quiet_to, "hours.quiet_to").strftime("%H:%M"))

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


def _unlimited_first(available: Sequence[Airable]) -> list[Airable]:
    """A tune kept to some hours or zones is taken only where there is none for all."""
    return sorted(available, key=lambda item: bool(item.cart.dayparts or item.cart.zones))


def _by_sheet(free: DayPlan, sheets: Mapping[date, Sheet], templates: Sequence[SessionTemplate],
              running: Sequence[Running], furniture: Mapping[str, Airable], rules: Rules,
              published: Rundown | None) -> DayPlan:
    day = free.rundown.day
    sheet = sheets.get(monday_of(day))
    bound = DaySheet.of(sheet.slots if sheet else (), day)
    plan = build_day(day, templates, running, furniture, rules, published, bound)
    return with_waiting(plan, free, running, sheet is not None)
