"""What is to be done for a letter by a day: the report it asks for, and whatever else a person notes."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sqlalchemy import Connection, delete, insert, or_, select, update

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.ids import new_id
from broadcaster.base.vietnamese import fold, one_line
from broadcaster.db.engine import Database
from broadcaster.db.schema import directive, directive_reminder
from broadcaster.directives import store
from broadcaster.directives.corrections import last_day_of
from broadcaster.directives.model import Directive, Due, Reminder
from broadcaster.directives.register import deadline

_TABLE = directive_reminder
_PREPARE, _DUE = "Chuẩn bị báo cáo (hạn {day})", "Đến hạn báo cáo"
_MONTHLY = "Báo cáo hằng tháng (trước ngày {day})"
_EVERY_MONTH = re.compile(r"ngay\s+(?:mong\s+)?(\d{1,2})\s+(?:cua\s+)?(?:hang|moi)\s+thang"
                          r"|(?:hang|moi)\s+thang\b[^.;]{0,30}?ngay\s+(?:mong\s+)?(\d{1,2})\b(?!\s*[/-]|\s+thang)")
_OF_MONTHLY = re.compile(r"Báo cáo hằng tháng \(trước ngày (\d{1,2})\)")


class Reminders:
    """Use cases of follow-ups. Every one leaves a line in the audit trail."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def of(self, directive_id: str) -> list[Reminder]:
        """Those of one letter, by day; done ones too."""
        with self._database.read() as c:
            rows = c.execute(select(_TABLE).where(_TABLE.c.directive_id == directive_id)
                             .order_by(_TABLE.c.due, _TABLE.c.id)).all()
        return [_reminder(row) for row in rows]

    def add(self, directive_id: str, day: date, text: str, by: str = "") -> Reminder:
        """Raises Refused: directive.unknown, reminder.text."""
        words = one_line(text)
        if not words:
            raise Refused("reminder.text", "a reminder needs some words")
        with self._database.write("directive_reminder", "audit") as c:
            if c.scalar(select(directive.c.id).where(directive.c.id == directive_id)) is None:
                raise Refused("directive.unknown", f"no letter {directive_id!r} in the register", ref=directive_id)
            made = put(c, directive_id, day, words)
            self._note(c, by, "reminder.add", made, day=day.isoformat())
        return made

    def done(self, reminder_id: str, by: str = "") -> Reminder:
        """Tick it off; a monthly one comes again next month. Raises Refused("reminder.unknown")."""
        with self._database.write("directive_reminder", "audit") as c:
            before = _get(c, reminder_id)
            c.execute(update(_TABLE).where(_TABLE.c.id == reminder_id, _TABLE.c.done_at == "")
                      .values(done_at=self._now(), done_by=by))
            if not before.done_at and (following := _following(before)) and not _open_monthly(c, before):
                put(c, before.directive_id, following, before.text)
            self._note(c, by, "reminder.done", before)
            return _get(c, reminder_id)

    def undo(self, reminder_id: str, by: str = "") -> Reminder:
        """Open again. Raises Refused("reminder.unknown")."""
        with self._database.write("directive_reminder", "audit") as c:
            before = _get(c, reminder_id)
            if following := _following(before):
                c.execute(delete(_TABLE).where(
                    _TABLE.c.directive_id == before.directive_id, _TABLE.c.text == before.text,
                    _TABLE.c.due == following.isoformat(), _TABLE.c.done_at == ""))
            c.execute(update(_TABLE).where(_TABLE.c.id == reminder_id).values(done_at="", done_by=""))
            self._note(c, by, "reminder.undo", before)
            return _get(c, reminder_id)

    def move(self, reminder_id: str, day: date, by: str = "") -> Reminder:
        """To another day. Raises Refused("reminder.unknown")."""
        with self._database.write("directive_reminder", "audit") as c:
            before = _get(c, reminder_id)
            c.execute(update(_TABLE).where(_TABLE.c.id == reminder_id).values(due=day.isoformat()))
            self._note(c, by, "reminder.move", before, before=before.due.isoformat(), after=day.isoformat())
            return _get(c, reminder_id)

    def due(self, today: date, within: int = 0) -> list[Due]:
        """Reports and reminders whose day is over, is today or comes within so many days; the oldest first."""
        last = today + timedelta(days=within)
        with self._database.read() as c:
            found = _reports(c, last) + _open(c, last)
        return sorted(found, key=lambda item: (item.day, item.kind, item.number, item.reminder_id))

    def _note(self, c: Connection, by: str, action: str, item: Reminder, **detail: str) -> None:
        store.note(c, self._clock.now(), by, action, item.directive_id, reminder=item.id, text=item.text, **detail)

    def _now(self) -> str:
        return format_time(self._clock.now())


def put(c: Connection, directive_id: str, day: date, text: str) -> Reminder:
    made = Reminder(new_id(), directive_id, day, text)
    c.execute(insert(_TABLE).values(id=made.id, directive_id=directive_id, due=day.isoformat(), text=text))
    return made


def propose(letter: Directive, today: date) -> list[tuple[date, str]]:
    """Reminders the letter itself gives cause for: the day before its report, the day itself, or each month."""
    last = deadline(str(letter.value("report_due") or ""))
    if last is not None:
        wanted = [(last - timedelta(days=1), _PREPARE.format(day=f"{last:%d/%m/%Y}")), (last, _DUE)]
        return [(day, text) for day, text in wanted if day >= today]
    monthly = _EVERY_MONTH.search(fold(str(letter.value("report_duty") or "")))
    number = int(monthly.group(1) or monthly.group(2)) if monthly else 0
    if 1 <= number <= 31:
        return [(_before(number, today), _MONTHLY.format(day=number))]
    return []


def keep_up(c: Connection, letter: Directive, today: date, old_due: str = "") -> None:
    """Inside a unit of work: another report date moves the reminders made for the old one."""
    last = deadline(old_due)
    if last is not None:
        c.execute(delete(_TABLE).where(
            _TABLE.c.directive_id == letter.id, _TABLE.c.done_at == "",
            _TABLE.c.text.in_((_PREPARE.format(day=f"{last:%d/%m/%Y}"), _DUE))))
    known = set(c.execute(select(_TABLE.c.text).where(_TABLE.c.directive_id == letter.id, _TABLE.c.done_at == ""))
                .scalars())
    for day, text in propose(letter, today):
        if text not in known:
            put(c, letter.id, day, text)


def _before(number: int, today: date) -> date:
    """The day before that day of this month, or of the next one when it is past."""
    year, month = today.year, today.month
    while True:
        end = last_day_of(year, month)
        day = end.replace(day=min(number, end.day)) - timedelta(days=1)
        if day >= today:
            return day
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def _following(reminder: Reminder) -> date | None:
    found = _OF_MONTHLY.fullmatch(reminder.text)
    return _before(int(found.group(1)), reminder.due + timedelta(days=2)) if found else None


def _open_monthly(c: Connection, reminder: Reminder) -> bool:
    return c.execute(select(_TABLE.c.id).where(
        _TABLE.c.directive_id == reminder.directive_id, _TABLE.c.text == reminder.text, _TABLE.c.done_at == "",
        _TABLE.c.id != reminder.id)).first() is not None


def _reports(c: Connection, last: date) -> list[Due]:
    # A month alone ("2026-11") sorts before its days, and its real last day is looked at below.
    rows = c.execute(select(directive.c.id, directive.c.number, directive.c.subject, directive.c.report_due).where(
        directive.c.report_due != "", directive.c.report_due <= last.isoformat(), directive.c.work != "reported")).all()
    days = [(row, deadline(row.report_due)) for row in rows]
    return [Due(row.id, row.number, row.subject, day, "report") for row, day in days
            if day is not None and day <= last]


def _open(c: Connection, last: date) -> list[Due]:
    rows = c.execute(
        select(_TABLE, directive.c.number, directive.c.subject, directive.c.report_due, directive.c.work)
        .join(directive, directive.c.id == _TABLE.c.directive_id)
        .where(_TABLE.c.done_at == "", _TABLE.c.due <= last.isoformat(),
               # The report's own day is told by the report, not twice; a report made needs no reminder.
               or_(_TABLE.c.text != _DUE, directive.c.report_due == ""),
               or_(directive.c.work != "reported", ~_TABLE.c.text.like("Chuẩn bị báo cáo (hạn %")))).all()
    return [Due(row.directive_id, row.number, row.subject, date.fromisoformat(row.due), "reminder", row.text, row.id)
            for row in rows]


def _get(c: Connection, reminder_id: str) -> Reminder:
    row = c.execute(select(_TABLE).where(_TABLE.c.id == reminder_id)).first()
    if row is None:
        raise Refused("reminder.unknown", f"no such reminder: {reminder_id}", id=reminder_id)
    return _reminder(row)


def _reminder(row: object) -> Reminder:
    values = row._mapping  # type: ignore[attr-defined]
    return Reminder(values["id"], values["directive_id"], date.fromisoformat(values["due"]), values["text"],
                    values["done_at"], values["done_by"])
