"""What a person says of an airing afterwards: new rows beside the log, which itself never changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from broadcaster.asrun import correction_store, store
from broadcaster.asrun.model import Airing, AiringQuery, Correction, Outcome
from broadcaster.asrun.service import AsRunService
from broadcaster.base.clock import Clock, format_time, parse_time
from broadcaster.base.errors import Refused
from broadcaster.base.ids import new_id
from broadcaster.base.vietnamese import one_line
from broadcaster.db import trail
from broadcaster.db.engine import Database
from broadcaster.protocol.journal import Reason

_LONGEST = 1000
_TOLD = (Outcome.AIRED, Outcome.PARTIAL, Outcome.MISSED, Outcome.MADE_UP)
_REASONED = (Outcome.MISSED, Outcome.PARTIAL)
_UNPLANNED = (Outcome.PARTIAL, Outcome.MISSED)


class CorrectionService:
    """Adds corrections and tells them."""

    def __init__(self, database: Database, clock: Clock, asrun: AsRunService) -> None:
        self._database = database
        self._clock = clock
        self._asrun = asrun

    def add(self, airing_id: str, outcome: Outcome | str | None, reason: str, note: str, by: str) -> Correction:
        """Say what became of an airing; the newest word counts. `outcome` None: as it was, only noted.

        Refused: airing.unknown, correction.pending, correction.future, correction.note, correction.name,
        correction.outcome, correction.reason, correction.same.
        """
        note, told = one_line(note, _LONGEST), _outcome(outcome)
        if not by.strip():
            raise Refused("correction.name", "a correction is made by somebody")
        if not note:
            raise Refused("correction.note", "a correction says what it is about")
        with self._database.write("correction", "audit") as c:
            row = store.airing_by_id(c, airing_id)
            if row is None:
                raise Refused("airing.unknown", f"no airing {airing_id!r}", id=airing_id)
            earlier = correction_store.listed(c, airing_id=airing_id)
            self._refuse(row, told, reason)
            made = Correction(new_id(), row.id, row.day, told, reason, note, by, self._moment(earlier))
            if earlier and _word(earlier[-1]) == _word(made):
                raise Refused("correction.same", f"{row.title}: the same was said before", title=row.title)
            correction_store.add(c, made)
            trail.add(c, made.at, by, "log.correct", f"airing:{row.id}", {
                "name": row.title, "day": row.day, "outcome": str(told or row.outcome),
                "outcome_before": str(row.outcome), "reason": reason, "note": note})
        return made

    def take_back(self, airing_id: str, note: str, by: str) -> Correction:
        """The journal's own word counts again; what was said stays on record. Refused as `add`."""
        return self.add(airing_id, None, "", note, by)

    def list(self, first_day: str = "", last_day: str = "") -> Sequence[Correction]:
        """All corrections of airings of these ISO days, in the order they were made."""
        with self._database.read() as c:
            return correction_store.listed(c, first_day, last_day)

    def of(self, airing_id: str) -> Sequence[Correction]:
        """Everything said of one airing, oldest first."""
        with self._database.read() as c:
            return correction_store.listed(c, airing_id=airing_id)

    def airing(self, airing_id: str) -> Airing:
        """One row with its newest correction. Refused: airing.unknown."""
        with self._database.read() as c:
            bare = store.airing_by_id(c, airing_id)
            rows = store.select_airings(c, AiringQuery(bare.day, bare.day)) if bare else iter(())
            found = next((row for row in list(rows) if row.id == airing_id), None)
        if found is None:
            raise Refused("airing.unknown", f"no airing {airing_id!r}", id=airing_id)
        return found

    def _refuse(self, row: Airing, told: Outcome | None, reason: str) -> None:
        now = self._clock.now()
        if row.outcome is Outcome.PENDING:
            raise Refused("correction.pending", f"{row.title}: its time has not passed yet", title=row.title)
        if row.day > now.date().isoformat() or (row.planned_start and parse_time(row.planned_start) > now):
            raise Refused("correction.future", f"{row.title} was planned for {row.day}", title=row.title, day=row.day)
        if told is not None and told not in (_TOLD if row.planned else _UNPLANNED):
            raise Refused("correction.outcome", f"{row.title} cannot be called {told}", title=row.title,
                          outcome=str(told))
        if reason not in set(Reason) or (told in _REASONED and not reason):
            known = ", ".join(item for item in Reason if item)
            raise Refused("correction.reason", f"{reason!r} is none of the reasons: {known}", value=reason)

    def _moment(self, earlier: Sequence[Correction]) -> str:
        """Now; a clock set back must not put the newest word below an older one."""
        now = self._clock.now()
        last = max((parse_time(item.at) for item in earlier), default=None)
        return format_time(now if last is None else max(now, last + timedelta(milliseconds=1)))


def _word(told: Correction) -> tuple[Outcome | None, str, str]:
    return told.outcome, told.reason, told.note


def _outcome(value: Outcome | str | None) -> Outcome | None:
    if not value:
        return None
    try:
        return Outcome(value)
    except ValueError:
        raise Refused("correction.outcome", f"there is no outcome {value!r}", title="", outcome=str(value)) from None
