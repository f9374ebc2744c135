"""Use cases of single days: what is put, moved, locked, copied by hand, and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.base.vietnamese import one_line
from broadcaster.db.engine import Database
from broadcaster.schedule import store
from broadcaster.schedule.days import day_checks, edit_store
from broadcaster.schedule.days.copies import Copied, LeftOut, copied_day
from broadcaster.schedule.days.copyable import Copyable
from broadcaster.schedule.days.day_words import carts_of, changes, next_words
from broadcaster.schedule.days.drafts import Drafts
from broadcaster.schedule.days.state import DayState
from broadcaster.schedule.model import DayPlan, Placed, SessionEdit
from broadcaster.schedule.plan.limits import problem_of
from broadcaster.schedule.service import ScheduleService

Edits = tuple[SessionEdit, ...]
WEEK = 7


class DayService:
    """Decisions for single sessions of single days."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock, key: bytes,
                 schedule: ScheduleService) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
        self._key = key
        self._schedule = schedule
        self._drafts = Drafts(home, settings, clock, key)
        database.changes.subscribe(lambda kinds: self._drafts.forget())

    # What is

    def edits(self, first: date, last: date) -> dict[date, Edits]:
        """Day -> what was decided for it, from `first` to `last`, both inclusive."""
        with self._database.read() as c:
            return edit_store.edits(c, first, last)

    def state(self, day: date) -> DayState:
        """A day as it is now: what schedule/days/edits.py starts from."""
        return self.states(day, 1)[0]

    def states(self, first: date, days: int) -> list[DayState]:
        """Several days, reading everything once."""
        return self._states([first + timedelta(days=number) for number in range(days)])

    def _states(self, days: Sequence[date]) -> list[DayState]:
        templates = {item.id: item for item in self._schedule.held()}
        quiet, now = self._schedule.quiet(), self._clock.now()
        self._drafts.forget()
        found = self.edits(min(days), max(days)) if days else {}
        return [DayState(day, plan, {edit.session: edit for edit in found.get(day, ())}, templates, quiet, now)
                for day, plan in self._plans(days).items()]

    def _plans(self, days: Sequence[date], edits: Sequence[SessionEdit] = ()) -> dict[date, DayPlan]:
        """Days close together are planned in one go: campaigns are read once."""
        count = (max(days) - min(days)).days + 1 if days else 0
        runs = [(min(days), count)] if count <= len(days) + WEEK and days else [(day, 1) for day in days]
        with self._database.read() as c:
            found = {plan.rundown.day: plan for first, length in runs
                     for plan in self._drafts.plans(c, first, length, by_sheet=False, edits=edits)}
        return {day: found[day] for day in days}

    def preview(self, day: date, edits: Sequence[SessionEdit]) -> DayPlan:
        """The plan these edits would make, in place of the stored ones of the same sessions; nothing is stored.

        Made to be asked many times a second. A weekly sheet does not limit it: it is what the next sheet is made of.
        """
        self._drafts.freshen()
        return self._plans([day], edits)[day]

    def placed(self, ref: str) -> Placed:
        """What a person means: a campaign, or an item of the library, by id or the beginning or end of one.

        Raises Refused: schedule.cart_unknown, schedule.kind, schedule.withdrawn, schedule.put_away.
        """
        with self._database.read() as c:
            names = store.campaign_ids(c, ref) if ref else []
            if len(names) == 1:
                found = store.campaigns(c, campaign_id=names[0])[0]
                return Placed(found.cart.id, found.id)
            carts = store.cart_ids(c, ref) if ref else []
            if len(carts) != 1:
                raise Refused("schedule.cart_unknown", f"no item {ref!r}" if not carts else
                              f"{ref!r} may mean several items", name=ref, found=len(carts))
            day_checks.schedulable(c, carts[0])
        return Placed(carts[0])

    def next_words(self, item: Placed, session: str = "") -> dict[str, Any]:
        """The words of the order `play_next`: this item, now, in the running session, after what sounds.

        Raises Refused: schedule.cart_unknown, schedule.kind, schedule.not_today. The player may refuse it, too:
        air.no_session, air.no_room, air.not_approved, air.unreadable_cut, air.insert_active, air.quiet_hours.
        """
        day = self._clock.now().date()
        with self._database.read() as c:
            running = store.running(c, campaign_id=item.campaign) if item.campaign else []
            cart_id = running[0].airable.cart.id if running else item.cart
            day_checks.schedulable(c, cart_id)
            found = running[0].airable if running else store.airables(c, {cart_id}, ())[0]
        problem = problem_of(found, day, self._key)
        if problem or found.approval is None:
            raise Refused("schedule.not_today", f"{found.cart.title!r} may not air today: {problem}",
                          title=found.cart.title, why=problem)
        return next_words(found, item.campaign, session)

    # What is stored

    def save(self, edits: Sequence[SessionEdit], by: str = "", reason: str = "") -> Edits:
        """Store decisions, of one day or several; gives back what they replace: storing that is the way back.

        `reason` is needed for a start before 5:00 or after 19:00 that nobody gave a reason for before.
        Raises Refused: schedule.begun, schedule.minutes, schedule.quiet_hours, schedule.overlap, schedule.reason,
        schedule.rule (beyond the rule profile: an override says why), schedule.cart_unknown, schedule.kind,
        schedule.not_open (an item brought to a day outside its campaign).
        """
        return self._save(edits, by, reason, "session_edited")

    def clear(self, day: date, by: str = "") -> Edits:
        """Everything as the templates say, but for what has begun; gives back what was decided before."""
        return self._save(self._nothing(self.state(day)), by, "", "session_cleared")

    def clear_week(self, monday: date, by: str = "") -> Edits:
        """The same for seven days."""
        found = [edit for state in self.states(monday, WEEK) for edit in self._nothing(state)]
        return self._save(found, by, "", "session_cleared")

    # Copies

    def copy_of_day(self, source: date, target: date) -> Copied:
        """What copy_day would store: to be shown before. Raises Refused: schedule.copy_same."""
        if source == target:
            raise Refused("schedule.copy_same", "a day is not copied to itself", day=source.isoformat())
        return self._copied([(self.state(source), self.state(target))])

    def copy_of_week(self, source: date, target: date) -> Copied:
        """What copy_week would store; Mondays. Raises Refused: schedule.copy_same."""
        if source == target:
            raise Refused("schedule.copy_same", "a week is not copied to itself", day=source.isoformat())
        return self._copied(list(zip(self.states(source, WEEK), self.states(target, WEEK), strict=True)))

    def copy_day(self, source: date, target: date, by: str = "", reason: str = "") -> Copied:
        """The programme of one day, planned or held, by hand on another; what may not air there is left out and told.

        Raises Refused: as `save`, and schedule.copy_same, schedule.copy_nothing.
        """
        return self._store_copy(self.copy_of_day(source, target), by, reason, source)

    def copy_week(self, source: date, target: date, by: str = "", reason: str = "") -> Copied:
        """The same for seven days, from Monday to Monday."""
        return self._store_copy(self.copy_of_week(source, target), by, reason, source)

    def _store_copy(self, copied: Copied, by: str, reason: str, source: date) -> Copied:
        if not copied.edits:
            raise Refused("schedule.copy_nothing", f"nothing of {source} can be copied", day=source.isoformat())
        before = self._save(copied.edits, by, reason, "session_copied", from_day=source.isoformat())
        return replace(copied, before=before)

    def _copied(self, days: Sequence[tuple[DayState, DayState]]) -> Copied:
        with self._database.read() as c:
            may = Copyable(c, self._key, days[0][1].day, days[-1][1].day)
            copies = [copied_day(source, target, may.on(target.day)) for source, target in days]
            left = [item for copied in copies for item in copied.left_out]
            names = edit_store.titles(c, {item.cart for item in left if item.cart})
        return Copied(tuple(edit for copied in copies for edit in copied.edits),
                      tuple(LeftOut(item.session, item.why, names.get(item.cart, item.cart)) for item in left))

    # How

    def _nothing(self, state: DayState) -> Edits:
        return tuple(SessionEdit(state.day, name) for name in state.edits if not state.begun(name))

    def _save(self, edits: Sequence[SessionEdit], by: str, reason: str, action: str, **facts: Any) -> Edits:
        edits, why = _latest(edits), one_line(reason)
        days = sorted({edit.day for edit in edits})
        befores, plans = {state.day: state for state in self._states(days)}, self._plans(days, edits)
        afters = {day: befores[day].after(edits, plans[day]) for day in days}
        for day in days:
            day_checks.refuse(befores[day], afters[day], [edit for edit in edits if edit.day == day], why)
        with self._database.write("session_edit", "audit") as c:
            day_checks.refuse_items(c, befores, edits)
            shown = [befores[edit.day].listed(edit.session) for edit in edits]
            names = edit_store.titles(c, carts_of(edits, *shown))
            for edit in edits:
                before, after = befores[edit.day], afters[edit.day]
                edit_store.put(c, replace(edit, reason=why or edit.reason), by, self._now())
                words = changes(before, edit, after, names)
                if words or action != "session_edited":
                    name = day_checks.name_of(before, after, edit.session)
                    store.record(c, self._now(), by, action, f"day:{edit.day}", day=edit.day.isoformat(),
                                 session=name, **facts, **words, **({"reason": why} if why else {}))
        return tuple(befores[edit.day].edit(edit.session) for edit in edits)

    def _now(self) -> str:
        return format_time(self._clock.now())


def _latest(edits: Sequence[SessionEdit]) -> Edits:
    """Of several for one session the last."""
    return tuple({(edit.day, edit.session): edit for edit in edits}.values())
