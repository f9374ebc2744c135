"""Names under the log: the officer's under each day, the leader's under each week.

A name stands for the rows as they were shown then. What is said of them afterwards, or a journal that is filed anew,
does not take the name away: it is told beside it, until somebody signs again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection

from broadcaster.accounts.model import Person, Right, need
from broadcaster.asrun import correction_store, signature_store, store
from broadcaster.asrun.model import Airing, AiringQuery, Correction, Outcome, Signature
from broadcaster.asrun.service import AsRunService
from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.ids import new_id
from broadcaster.base.vietnamese import one_line
from broadcaster.db import trail
from broadcaster.db.engine import Database
from broadcaster.protocol.verifier import canonical

DAY, WEEK = "day", "week"
VERSION = 1
LOOK_BACK = 31
"""Days that are asked about when no name stands under them; an old log is not dug out for it."""
_LONGEST = 500
_SHOWN = ("id", "day", "session_name", "title", "kind", "planned_start", "planned_frames", "started_at", "ended_at",
          "aired_frames", "reason", "note", "verification", "zones", "cut_sha256", "approver", "directive_number",
          "ordered_by", "first_seq", "last_seq")
"""Of an airing, what its row on screen and paper rests on; a later version of the program may know more of it."""


@dataclass(frozen=True)
class Standing:
    """How a day or week stands."""

    kind: str
    first: date
    last: date
    state: str
    """open: not over · pending: something has no outcome yet · empty: nothing to sign · unsigned · signed ·
    changed: signed, and then something else was said of it."""
    rows: int = 0
    signature: Signature | None = None
    """The newest that fits; where none fits, the newest."""
    corrections: tuple[Correction, ...] = ()
    """Made after that signature."""
    filed_again: bool = False
    """The rows themselves differ from those that were signed."""

    @property
    def due(self) -> bool:
        """Somebody should look at it and sign."""
        return self.state in {"unsigned", "changed"}


def digest(rows: Iterable[Airing]) -> str:
    """sha256 in hex over the airings as shown, corrections and all (docs/formats.md "Signatures")."""
    ordered = sorted(rows, key=lambda row: (row.day, row.planned_start, row.started_at, row.id))
    return hashlib.sha256(canonical({"version": VERSION, "rows": [_shown(row) for row in ordered]})).hexdigest()


def monday_of(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


class SignatureService:
    """Puts a name under days that are over, and tells where one is missing or no longer fits."""

    def __init__(self, database: Database, clock: Clock, asrun: AsRunService) -> None:
        self._database = database
        self._clock = clock
        self._asrun = asrun

    def sign_day(self, day: date, person: Person, note: str = "") -> Signature:
        """A name under one day. Refused: right.missing, signature.not_over, signature.pending, signature.empty,
        signature.twice."""
        need(person, Right.WRITE)
        return self._sign(DAY, day, day, person, note)

    def sign_week(self, monday: date, person: Person, note: str = "") -> Signature:
        """The leader's name under the week of that day. Refused as `sign_day`, and signature.days: a day of it bears no
        name, or one that no longer fits."""
        need(person, Right.APPROVE)
        first = monday_of(monday)
        return self._sign(WEEK, first, first + timedelta(days=6), person, note)

    def standing(self, day: date) -> Standing:
        """How one day stands."""
        return self.days(day, day)[0]

    def standing_of_week(self, day: date) -> Standing:
        """How the week of that day stands."""
        first = monday_of(day)
        with self._database.read() as c:
            return self._standing(c, WEEK, first, first + timedelta(days=6))

    def days(self, first: date, last: date) -> Sequence[Standing]:
        """How each day stands, both inclusive."""
        with self._database.read() as c:
            return self._days(c, first, last)

    def unsigned(self, before: date, look_back: int = LOOK_BACK) -> Sequence[Standing]:
        """The days before that one, oldest first, which somebody should look at and sign."""
        return [day for day in self.days(before - timedelta(days=look_back), before - timedelta(days=1)) if day.due]

    def list(self, first_day: str = "", last_day: str = "", kind: str = "") -> Sequence[Signature]:
        """Everything ever signed of these ISO days, in the order it was signed."""
        with self._database.read() as c:
            return signature_store.listed(c, first_day, last_day, kind)

    def _sign(self, kind: str, first: date, last: date, person: Person, note: str) -> Signature:
        if last >= self._clock.now().date():
            raise Refused("signature.not_over", f"{last} is not over yet", day=last.isoformat())
        with self._database.write("signature", "audit") as c:
            now = self._standing(c, kind, first, last)
            if kind == WEEK:
                _refuse_days(self._days(c, first, last))
            rows = _rows(c, first, last)
            _refuse(now, rows, person)
            made = Signature(new_id(), kind, first.isoformat(), last.isoformat(),
                             store.head_of(c, first.isoformat(), last.isoformat()), digest(rows), person.name,
                             person.title or str(person.role), format_time(self._clock.now()), one_line(note, _LONGEST))
            signature_store.add(c, made)
            action = "log.sign_day" if kind == DAY else "log.sign_week"
            trail.add(c, made.at, person.name, action, f"{kind}:{made.first_day}", {
                "first_day": made.first_day, "last_day": made.last_day, "rows": len(rows), "head": made.head,
                "rows_sha256": made.rows_sha256, "note": made.note})
        return made

    def _days(self, c: Connection, first: date, last: date) -> Sequence[Standing]:
        rows: dict[str, list[Airing]] = {}
        for row in _rows(c, first, last):
            rows.setdefault(row.day, []).append(row)
        told = _grouped(correction_store.listed(c, first.isoformat(), last.isoformat()))
        signed: dict[str, list[Signature]] = {}
        for each in signature_store.listed(c, first.isoformat(), last.isoformat(), DAY):
            signed.setdefault(each.first_day, []).append(each)
        days = (first + timedelta(days=n) for n in range((last - first).days + 1))
        return [self._judge(DAY, day, day, rows.get(name, []), signed.get(name, []), told.get(name, []))
                for day in days for name in (day.isoformat(),)]

    def _standing(self, c: Connection, kind: str, first: date, last: date) -> Standing:
        span = first.isoformat(), last.isoformat()
        signed = [each for each in signature_store.listed(c, span[0], span[0], kind) if each.last_day == span[1]]
        return self._judge(kind, first, last, _rows(c, first, last), signed, correction_store.listed(c, *span))

    def _judge(self, kind: str, first: date, last: date, rows: Sequence[Airing], signed: Sequence[Signature],
               told: Sequence[Correction]) -> Standing:
        if last >= self._clock.now().date():
            return Standing(kind, first, last, "open", len(rows))
        fits = digest(rows) if signed else ""
        good = [each for each in signed if each.rows_sha256 == fits]
        newest = next(reversed(good or signed), None)
        if any(row.outcome is Outcome.PENDING for row in rows):
            state = "pending"
        elif newest is None:
            state = "unsigned" if rows else "empty"
        else:
            state = "signed" if good else "changed"
        if state != "changed" or newest is None:
            return Standing(kind, first, last, state, len(rows), newest)
        later = tuple(each for each in told if (each.at, each.id) > (newest.at, newest.id))
        return Standing(kind, first, last, state, len(rows), newest, later,
                        digest(_as_of(rows, told, later)) != newest.rows_sha256)


def _refuse(now: Standing, rows: Sequence[Airing], person: Person) -> None:
    waiting = sum(row.outcome is Outcome.PENDING for row in rows)
    if waiting:
        raise Refused("signature.pending", f"{waiting} airings from {now.first} have no outcome yet", count=waiting)
    if not rows:
        raise Refused("signature.empty", f"nothing was planned or aired from {now.first} to {now.last}",
                      day=now.first.isoformat())
    if now.state == "signed" and now.signature is not None and now.signature.person == person.name:
        raise Refused("signature.twice", f"{person.name} signed this already", name=person.name, at=now.signature.at)


def _refuse_days(days: Iterable[Standing]) -> None:
    lacking = [day.first for day in days if day.due]
    if lacking:
        raise Refused("signature.days", f"{len(lacking)} days bear no name yet, the first is {lacking[0]}",
                      count=len(lacking), day=f"{lacking[0]:%d/%m/%Y}")


def _rows(c: Connection, first: date, last: date) -> list[Airing]:
    return list(store.select_airings(c, AiringQuery(first.isoformat(), last.isoformat())))


def _grouped(told: Iterable[Correction]) -> dict[str, list[Correction]]:
    found: dict[str, list[Correction]] = {}
    for each in told:
        found.setdefault(each.day, []).append(each)
    return found


def _as_of(rows: Iterable[Airing], told: Iterable[Correction], later: Sequence[Correction]) -> list[Airing]:
    """The rows as they would have been shown before the later corrections were made."""
    gone = {each.id for each in later}
    before = {each.airing_id: each for each in told if each.id not in gone}
    return [replace(row, correction=before.get(row.id)) for row in rows]


def _shown(row: Airing) -> dict[str, Any]:
    shown: dict[str, Any] = {name: getattr(row, name) for name in _SHOWN}
    shown |= {"outcome": str(row.outcome), "zones": list(row.zones), "correction": None}
    if row.correction is not None:
        told = row.correction
        shown["correction"] = {"id": told.id, "outcome": str(told.outcome or ""), "reason": told.reason,
                               "note": told.note, "by": told.by, "at": told.at}
    return shown
