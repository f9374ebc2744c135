"""What only a person knows of the work on a letter: the report went out, or nothing is to be aired."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, select, update

from broadcaster.base.clock import Clock
from broadcaster.base.errors import Refused
from broadcaster.base.vietnamese import one_line
from broadcaster.db.engine import Database
from broadcaster.db.schema import directive
from broadcaster.directives import store
from broadcaster.directives.model import WorkNote


class Work:
    """Marks on a letter; each can be put back with `put_back`, each leaves a line in the audit trail."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def of(self, directive_id: str) -> WorkNote:
        """Raises Refused("directive.unknown")."""
        with self._database.read() as c:
            return _note(c, directive_id)

    def mark_reported(self, directive_id: str, by: str, note: str = "", day: date | None = None) -> WorkNote:
        """The report went out on `day` (today if not said). Raises Refused: directive.unknown, directive.report_day."""
        today = self._clock.now().date()
        day = day or today
        if day > today:
            raise Refused("directive.report_day", f"the report cannot have gone out on {day}, which is to come",
                          day=f"{day:%d/%m/%Y}")
        return self._put(directive_id, by, "directive.reported",
                         WorkNote("reported", day.isoformat(), by, one_line(note, 1000)))

    def mark_no_duty(self, directive_id: str, by: str, note: str = "") -> WorkNote:
        """Nothing of it is to be aired here. Raises Refused("directive.unknown")."""
        return self._put(directive_id, by, "directive.no_duty", WorkNote("none", "", by or "?", one_line(note, 1000)))

    def unmark(self, directive_id: str, by: str) -> WorkNote:
        """Take the mark away: what was drafted and aired tells again. Raises Refused("directive.unknown")."""
        return self._put(directive_id, by, "directive.unmark", WorkNote())

    def put_back(self, directive_id: str, before: WorkNote, by: str) -> WorkNote:
        """Undo: the mark as it was. Raises Refused("directive.unknown")."""
        return self._put(directive_id, by, "directive.mark_undo", before)

    def _put(self, directive_id: str, by: str, action: str, mark: WorkNote) -> WorkNote:
        with self._database.write("directive", "audit") as c:
            before = _note(c, directive_id)
            put(c, directive_id, mark)
            detail: dict[str, Any] = {"before": before.work, "day": mark.reported_at, "note": mark.note}
            store.note(c, self._clock.now(), by, action, directive_id, **detail)
        return mark


def put(c: Connection, directive_id: str, mark: WorkNote) -> None:
    c.execute(update(directive).where(directive.c.id == directive_id).values(
        work=mark.work, reported_at=mark.reported_at, reported_by=mark.by, report_note=mark.note))


def _note(c: Connection, directive_id: str) -> WorkNote:
    row = c.execute(select(directive.c.work, directive.c.reported_at, directive.c.reported_by,
                           directive.c.report_note).where(directive.c.id == directive_id)).first()
    if row is None:
        raise Refused("directive.unknown", f"no letter {directive_id!r} in the register", ref=directive_id)
    return WorkNote(row.work, row.reported_at, row.reported_by, row.report_note)
