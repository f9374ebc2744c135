"""Use cases of special periods: holidays, mourning, elections, floods."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.ids import new_id
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.base.vietnamese import one_line
from broadcaster.db.engine import Database
from broadcaster.schedule import store
from broadcaster.schedule.calendar import period_store
from broadcaster.schedule.calendar.days import CalendarDay, Holiday, PeriodKind, days_of
from broadcaster.schedule.calendar.files import holidays, period_kinds, shipped_holidays
from broadcaster.schedule.calendar.period_checks import checked
from broadcaster.schedule.calendar.proposals import Proposal, proposals_of
from broadcaster.schedule.calendar.words import overlap_sentences, sentences
from broadcaster.schedule.model import DayPlan, Period
from broadcaster.schedule.service import ScheduleService
from broadcaster.schedule.sessions.templates import load_profile

log = logging.getLogger(__name__)

PREVIEW_DAYS = 31
"""So many days of a period are planned to show what it changes."""


@dataclass(frozen=True)
class ReadBack:
    """What a period will do, before it is saved."""

    period: Period
    """As it would be stored."""
    sentences: tuple[str, ...]
    overlaps: tuple[str, ...] = ()
    """What holds where it meets other periods."""
    before: tuple[Period, ...] = ()
    """Periods of the same days that give way to it."""
    after: tuple[Period, ...] = ()
    """Those it gives way to: they were made later."""


@dataclass(frozen=True)
class DayChange:
    """What a change of the periods makes of one day."""

    day: date
    before: DayPlan
    after: DayPlan


class PeriodService:
    """Days on which other rules hold."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock,
                 schedule: ScheduleService) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
        self._schedule = schedule

    # Looking

    def kinds(self) -> list[PeriodKind]:
        """The kinds of periods, in the order they are offered."""
        return period_kinds()

    def holidays(self) -> list[Holiday]:
        """The days that come back every year: ours and the station's own. Raises Refused("calendar.words")."""
        return holidays(self._home)

    def days(self, first: date, last: date) -> list[CalendarDay]:
        """What is special about each day from `first` to `last`, both inclusive.

        A slip in the station's own file of holidays hides those alone; `holidays` says what is wrong with it.
        """
        try:
            known = self.holidays()
        except Refused as error:
            log.warning("%s", error.text)
            known = shipped_holidays()
        return days_of(first, last, known, self.between(first, last))

    def between(self, first: date, last: date) -> list[Period]:
        """Periods that touch these days, both inclusive; the one made last, which holds, at the end."""
        with self._database.read() as c:
            return period_store.periods(c, first, last)

    def removed(self) -> list[Period]:
        """Periods taken away, the last one first."""
        with self._database.read() as c:
            return period_store.removed(c)

    def get(self, ref: str) -> Period:
        """By id, or the beginning or end of one; a removed one too. Raises Refused("period.unknown")."""
        with self._database.read() as c:
            return self._one(c, ref)

    def proposed(self, year: int) -> list[Proposal]:
        """The holidays of a year as periods for a person to confirm; `known` ones are there already."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        return proposals_of(year, self.holidays(), self.between(first - timedelta(31), last + timedelta(31)))

    def draft(self, kind: str, first_day: date) -> Period:
        """A new period of a kind, with what is usual for it."""
        found = next((item for item in self.kinds() if item.key == kind), None)
        if found is None:
            raise Refused("period.kind", f"no kind of period {kind!r}", name=kind)
        return Period("", kind, found.words, first_day, first_day + timedelta(found.days - 1), without=found.without)

    # Before saving

    def read_back(self, period: Period) -> ReadBack:
        """What it will do, in sentences. Raises Refused for whatever `add` or `change` would refuse."""
        with self._database.read() as c:
            return self._read_back(c, period)

    def preview(self, period: Period) -> list[DayChange]:
        """What saving it changes: the days to come that it covers, or covered before, up to PREVIEW_DAYS.

        The planner itself is asked, in a unit of work that is never committed.
        """
        with self._database.read() as c:
            ready = self._read_back(c, period).period
            days = [ready, *([self._one(c, ready.id)] if ready.id else [])]

        def save(c: Connection) -> None:
            if ready.id:
                period_store.update_period(c, ready)
            else:
                period_store.insert_period(c, replace(ready, id=new_id()), "", self._now())
        return self._compare(days, save)

    # Changing

    def add(self, period: Period, by: str = "") -> Period:
        """Store a new period; its id is given here.

        Refused: period.name, period.kind, period.order, period.too_long, period.past, period.twice, period.session,
        period.item_kind, period.reason, period.directive, schedule.profile.
        """
        with self._database.write("period", "audit") as c:
            return self.add_in(c, period, by)

    def add_in(self, c: Connection, period: Period, by: str) -> Period:
        """The same within a unit of work that holds more."""
        new = replace(self._read_back(c, replace(period, id="")).period, id=new_id())
        period_store.insert_period(c, new, by, self._now())
        self._record(c, by, "period_added", new, **_facts(new))
        return new

    def change(self, period: Period, by: str = "") -> Period:
        """Other words for a stored period; what it said before stands in the trail. Refused as in `add`."""
        with self._database.write("period", "audit") as c:
            old = self._one(c, period.id)
            if period_store.is_removed(c, old.id):
                raise Refused("period.unknown", f"{old.name!r} was removed", name=old.name, found=0)
            changed = self._read_back(c, period).period
            period_store.update_period(c, changed)
            self._record(c, by, "period_changed", changed, **_changes(old, changed))
        return changed

    def remove(self, ref: str, by: str = "", reason: str = "") -> Period:
        """Take it away; `restore` brings it back."""
        with self._database.write("period", "audit") as c:
            period = self._one(c, ref)
            if not period_store.is_removed(c, period.id):
                period_store.set_removed(c, period.id, self._now())
                self._record(c, by, "period_removed", period, **({"reason": why} if (why := one_line(reason)) else {}))
        return period

    def restore(self, ref: str, by: str = "") -> Period:
        """Bring a removed one back, as it was."""
        with self._database.write("period", "audit") as c:
            period = self._one(c, ref)
            if period_store.is_removed(c, period.id):
                period_store.set_removed(c, period.id, "")
                self._record(c, by, "period_restored", period)
        return period

    def _read_back(self, c: Connection, period: Period) -> ReadBack:
        templates = self._schedule.held()
        profile = load_profile(self._home, period.profile) if period.profile else None
        ready = checked(period, self._clock.now().date(), self.kinds(), templates)
        others = period_store.periods(c, ready.first_day, ready.last_day)
        self._refuse_twice(ready, others)
        place = next((number for number, item in enumerate(others) if item.id == ready.id), len(others))
        before, after = tuple(others[:place]), tuple(item for item in others[place:] if item.id != ready.id)
        said = sentences(ready, templates, profile, self._schedule.quiet())
        return ReadBack(ready, tuple(said), tuple(overlap_sentences(ready, before, after)), before, after)

    def _refuse_twice(self, period: Period, others: Sequence[Period]) -> None:
        for other in others:
            if other.id != period.id and replace(other, id=period.id) == period:
                raise Refused("period.twice", f"{period.name!r} stands there already", name=period.name)

    def _compare(self, covering: Sequence[Period], work: Callable[[Connection], None]) -> list[DayChange]:
        first = max(self._clock.now().date(), min(item.first_day for item in covering))
        count = min(PREVIEW_DAYS, (max(item.last_day for item in covering) - first).days + 1)
        before = self._schedule.plan_days(first, count)
        after: Sequence[DayPlan] = ()
        try:
            with self._database.write() as c:
                work(c)
                after = self._schedule.plans_in(c, first, count)
                raise _NeverMind
        except _NeverMind:
            pass
        return [DayChange(old.rundown.day, old, new) for old, new in zip(before, after, strict=True)]

    def _one(self, c: Connection, ref: str) -> Period:
        found = period_store.find(c, ref) if ref else []
        if len(found) != 1:
            raise Refused("period.unknown", f"no period {ref!r}" if not found else f"{ref!r} may mean several periods",
                          name=ref, found=len(found))
        return found[0]

    def _record(self, c: Connection, by: str, action: str, period: Period, **facts: Any) -> None:
        store.record(c, self._now(), by, action, f"period:{period.id}", **({"name": period.name} | facts))

    def _now(self) -> str:
        return format_time(self._clock.now())


class _NeverMind(Exception):
    """Undoes a unit of work that was only tried."""


def _facts(period: Period) -> dict[str, str]:
    """What the trail keeps of a period; what it does not say is left out."""
    facts = {"period_kind": period.kind, "name": period.name, "first_day": str(period.first_day),
             "last_day": str(period.last_day), "directive_number": period.directive_number, "reason": period.reason,
             "profile": period.profile, "without": "; ".join(period.without)}
    if period.sessions is not None:
        facts["sessions"] = "; ".join(period.sessions) or "0"
    return {name: value for name, value in facts.items() if value}


def _changes(old: Period, new: Period) -> dict[str, Any]:
    """Name -> before and now, of what is different."""
    was, now = _facts(old), _facts(new)
    return {name: [was.get(name, ""), now.get(name, "")] for name in sorted(was.keys() | now.keys())
            if was.get(name) != now.get(name)}
