"""What the station's own records say a person must see to: alarms until it is done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from broadcaster.base.clock import parse_time
from broadcaster.keeper.alarms import HeldAlarms
from broadcaster.schedule.model import DayPlan
from broadcaster.wiring import App


def sheets(app: App, plans: Sequence[DayPlan], alarms: HeldAlarms) -> None:
    """A week nobody approved airs nothing; what came after the approval waits: both are said before the day."""
    weeks = app.sheets.unapproved()
    if weeks:
        last = weeks[0] + timedelta(days=6)
        alarms.raise_("sheet_missing", first=f"{weeks[0]:%d/%m}", last=f"{last:%d/%m/%Y}")
    else:
        alarms.clear("sheet_missing")
    waiting = sorted({str(warning.facts.get("title") or warning.facts["name"]) for plan in plans
                      for warning in plan.warnings if warning.code in {"not_on_sheet", "session_not_on_sheet"}})
    if waiting:
        alarms.raise_("sheet_behind", count=len(waiting), titles=", ".join(waiting[:3]))
    else:
        alarms.clear("sheet_behind")


def overdue(app: App, today: date, alarms: HeldAlarms) -> None:
    """Reports whose day has passed; what is only near stands above the register of letters."""
    late = [due for due in app.directives.reminders.due(today, 0) if due.kind == "report" and due.day < today]
    if late:
        numbers = [due.number or due.subject[:60] for due in late]
        alarms.raise_("report_overdue", count=len(late), letters=", ".join(numbers[:3]))
    else:
        alarms.clear("report_overdue")


def strays(app: App, alarms: HeldAlarms) -> None:
    """An older database beside newer files, or the reverse, is said aloud; nothing is taken away for it."""
    older = app.strays.look()
    if older is not None:
        until = f"{parse_time(older.until):%H:%M (%d/%m/%Y)}" if older.until else "?"
        alarms.raise_("database_older", until=until, sounds=len(older.sounds), approvals=len(older.approvals))
    else:
        alarms.clear("database_older")
    missing = app.strays.missing()
    if missing:
        alarms.raise_("sounds_missing", count=len(missing), title=missing[0][1])
    else:
        alarms.clear("sounds_missing")


def ledger(app: App, alarms: HeldAlarms) -> None:
    """Nothing airs by a ledger that does not hold together."""
    fault = app.approval_book.trouble()
    if fault:
        alarms.raise_("approvals_broken", fault=fault)
    else:
        alarms.clear("approvals_broken")
