"""The week as a sheet somebody approves: drawn up, submitted, approved or given back, compared with the plan of now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection

from broadcaster.accounts import store as accounts_store
from broadcaster.accounts.model import Person
from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.ids import new_id
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.base.vietnamese import one_line
from broadcaster.db.engine import Database
from broadcaster.schedule import store
from broadcaster.schedule.service import ScheduleService
from broadcaster.schedule.sheets import sheet_store
from broadcaster.schedule.sheets.changes import changes_between
from broadcaster.schedule.sheets.sheet import (
    APPROVED,
    RETURNED,
    SUBMITTED,
    VOIDED,
    Change,
    Sheet,
    Slot,
    monday_of,
    slots_of,
)

DAYS_BEFORE = 2
"""So many days ahead a week that nobody approved is an alarm."""


@dataclass(frozen=True)
class WeekLook:
    """All there is to say about one week."""

    monday: date
    draft: tuple[Slot, ...]
    """As it would be submitted now."""
    last: Sheet | None
    """The newest sheet, whatever became of it."""
    in_force: Sheet | None
    """The approved sheet the planner obeys."""
    waiting: Sheet | None
    changes: tuple[Change, ...]
    """From the approved sheet to the draft."""
    waiting_changes: tuple[Change, ...]
    """From the submitted sheet to the draft: the plan moved on after it was submitted."""
    submitted_changes: tuple[Change, ...] = ()
    """From the approved sheet to the submitted one: what the approver is asked for."""
    altered: bool = False
    """A sheet of this week was changed in the database by something else than this program; it counts for nothing."""


class SheetService:
    """The weekly sheets of one station. A week is named by any of its days."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock, key: bytes,
                 schedule: ScheduleService) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
        self._key = key
        self._schedule = schedule

    @property
    def required(self) -> bool:
        """Whether nothing airs that does not stand on an approved sheet."""
        return self._settings.approval.weekly_sheet

    def draft(self, day: date) -> tuple[Slot, ...]:
        """The week as the plan has it now; days that are over as they were published."""
        plans = self._schedule.proposed_days(monday_of(day), 7)
        carts = {item.id: item.cart.id for item in self._schedule.campaigns()}
        return slots_of(plans, carts)

    def look(self, day: date) -> WeekLook:
        """Draft, sheets and what changed, read at one time."""
        monday, draft = monday_of(day), self.draft(day)
        with self._database.read() as c:
            every = sheet_store.sheets(c, monday, monday)
        good = [item for item in every if item.intact(self._key)]
        in_force, waiting = _newest(good, APPROVED), _newest(good, SUBMITTED)
        return WeekLook(monday, draft, good[-1] if good else None, in_force, waiting,
                        self._changes(in_force, draft), self._changes(waiting, draft),
                        self._changes(in_force, waiting.slots) if waiting else (),
                        len(good) < len(every))

    def current(self, day: date) -> Sheet | None:
        """The approved sheet of the week whose seal holds."""
        with self._database.read() as c:
            return sheet_store.in_force(c, monday_of(day), monday_of(day), self._key).get(monday_of(day))

    def changes(self, day: date) -> tuple[Change, ...]:
        """What is still to come and differs now from what was approved; nothing where nothing was approved."""
        return self._changes(self.current(day), self.draft(day))

    def pending(self) -> list[Sheet]:
        """Sheets that wait for an approver, of weeks that are not over, the longest waiting first."""
        this_week = monday_of(self._clock.now().date())
        with self._database.read() as c:
            found = sheet_store.sheets(c, state=SUBMITTED)
        return [item for item in found if item.monday >= this_week and item.intact(self._key)]

    def unapproved(self) -> list[date]:
        """Mondays of weeks that run or begin within two days and air nothing for want of an approved sheet."""
        if not self.required:
            return []
        today = self._clock.now().date()
        weeks = sorted({monday_of(today), monday_of(today + timedelta(days=DAYS_BEFORE))})
        return [monday for monday in weeks if self.current(monday) is None
                and any(slot.starts > self._clock.now() for slot in self.draft(monday))]

    def submit(self, day: date, by: Person | str) -> Sheet:
        """Lay the week before the approver; a sheet that waited already gives way to it.

        Raises Refused: sheet.past, sheet.empty, sheet.unchanged, sheet.name.
        """
        monday, name = self._week(day), one_line(by.name if isinstance(by, Person) else by, 100)
        if not name:
            raise Refused("sheet.name", "a sheet is submitted by somebody")
        slots = self.draft(monday)
        if not slots:
            raise Refused("sheet.empty", f"nothing is planned for the week of {monday}", monday=str(monday))
        new = Sheet(new_id(), monday, slots, SUBMITTED, name, self._now()).sealed(self._key)
        with self._database.write("schedule_sheet", "audit") as c:
            waiting = self._one(c, monday, SUBMITTED)
            for known in filter(None, (waiting, self._one(c, monday, APPROVED))):
                if known.digest == new.digest:
                    raise Refused("sheet.unchanged", f"the sheet of {monday} is {known.state} as it is",
                                  monday=str(monday), state=known.state)
            if waiting is not None:
                self._put(c, replace(waiting, state=VOIDED))
            sheet_store.add(c, new)
            self._record(c, name, "submit", new)
        return new

    def approve(self, day: date, by: Person, digest: str = "", reason: str = "") -> Sheet:
        """Let the week air as it was submitted. `digest`: of the sheet that was shown, so that no other is signed.

        `reason`: why by whoever submitted it, needed and kept in that case alone.

        Raises Refused: sheet.past, sheet.role, sheet.state, sheet.altered, sheet.other, sheet.self, sheet.reason.
        """
        monday = self._week(day)
        with self._database.write("schedule_sheet", "audit") as c:
            waiting = self._waiting(c, monday, by)
            if digest and digest != waiting.digest:
                raise Refused("sheet.other", f"the sheet of {monday} was submitted anew", monday=str(monday))
            signed = replace(waiting, state=APPROVED, approver=by.name, approved_at=self._now())
            if signed.self_approved and not self._settings.approval.single_person:
                raise Refused("sheet.self", f"{by.name} cannot approve their own sheet", name=by.name)
            why = {"reason": _reason(reason)} if signed.self_approved else {}
            before = self._one(c, monday, APPROVED)
            if before is not None:
                self._put(c, replace(before, state=VOIDED))
            signed = self._put(c, signed)
            self._record(c, by.name, "approve", signed, self_approved=signed.self_approved,
                         takes_place_of=before.id if before else "", **why)
        return signed

    def give_back(self, day: date, by: Person, reason: str) -> Sheet:
        """Not like this; what was approved before goes on holding.

        Raises Refused: sheet.reason, sheet.past, sheet.role, sheet.state, sheet.altered.
        """
        why = _reason(reason)
        monday = self._week(day)
        with self._database.write("schedule_sheet", "audit") as c:
            returned = self._put(c, replace(self._waiting(c, monday, by), state=RETURNED, approver=by.name, reason=why))
            self._record(c, by.name, "give_back", returned, reason=why)
        return returned

    def _changes(self, sheet: Sheet | None, draft: tuple[Slot, ...]) -> tuple[Change, ...]:
        return tuple(changes_between(sheet.slots, draft, self._clock.now())) if sheet else ()

    def _waiting(self, c: Connection, monday: date, by: Person) -> Sheet:
        if not accounts_store.as_now(c, by).may_approve:
            raise Refused("sheet.role", f"{by.name} may not approve", name=by.name)
        waiting = self._one(c, monday, SUBMITTED)
        if waiting is not None:
            return waiting
        if sheet_store.sheets(c, monday, monday, SUBMITTED):
            raise Refused("sheet.altered", f"the sheet of {monday} was altered: submit it again", monday=str(monday))
        raise Refused("sheet.state", f"no sheet of {monday} waits", monday=str(monday))

    def _one(self, c: Connection, monday: date, state: str) -> Sheet | None:
        return _newest([item for item in sheet_store.sheets(c, monday, monday, state) if item.intact(self._key)], state)

    def _put(self, c: Connection, sheet: Sheet) -> Sheet:
        sealed = sheet.sealed(self._key)
        sheet_store.change(c, sealed)
        return sealed

    def _week(self, day: date) -> date:
        monday = monday_of(day)
        if monday + timedelta(days=7) <= self._clock.now().date():
            raise Refused("sheet.past", f"the week of {monday} is over", monday=str(monday))
        return monday

    def _record(self, c: Connection, by: str, action: str, sheet: Sheet, **detail: Any) -> None:
        store.record(c, self._now(), by, f"sheet.{action}", f"sheet:{sheet.id}", monday=sheet.monday.isoformat(),
                     digest=sheet.digest, **detail)

    def _now(self) -> str:
        return format_time(self._clock.now())


def _newest(sheets: list[Sheet], state: str) -> Sheet | None:
    return max((item for item in sheets if item.state == state),
               key=lambda item: (item.approved_at or item.submitted_at, item.id), default=None)


def _reason(reason: str) -> str:
    why = one_line(reason)
    if not why:
        raise Refused("sheet.reason", "a reason is needed")
    return why
