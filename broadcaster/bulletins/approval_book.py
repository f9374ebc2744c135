"""Keeps the database and the ledger of approvals of one mind; where they differ, what was taken back stays so.

The ledger (protocol/ledger.py) is what the player goes by. Every unit of work that touches approvals is written down
there before it is committed; a database that was put back from an older copy learns from it what it forgot.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, select, update

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.paths import StationHome, unwritable
from broadcaster.bulletins.store import APPROVED_ANEW
from broadcaster.db import schema, trail
from broadcaster.db.engine import Database, Undo
from broadcaster.library.model import State
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.ledger import Ledger, LedgerBook, approved, ended, opened
from broadcaster.protocol.rundown import read_rundown
from broadcaster.protocol.verifier import Fault

log = logging.getLogger(__name__)

_APPROVAL = schema.approval.c
_FIELDS = tuple(Approval.__dataclass_fields__)
ENTERED, ENDED = "approval.entered", "approval.ended"


class ApprovalBook:
    """One for the station's services; `write_down` is among the database's last steps before a commit."""

    def __init__(self, home: StationHome, key: bytes, clock: Clock) -> None:
        self._home = home
        self._key = key
        self._clock = clock
        self._book = LedgerBook(home, key)
        self._gone = False

    def ledger(self) -> Ledger:
        return self._book.read()

    def write_down(self, connection: Connection, kinds: frozenset[str]) -> Undo | None:
        """Add to the ledger what this unit of work changed; gives what takes it back. Raises ledger.broken, disk.*.

        While the ledger is damaged nothing that was approved airs: drafts go on and a withdrawal is entered later,
        but a new yes is refused.
        """
        if "approval" not in kinds:
            return None
        fault = self.ledger().fault or ("missing" if self._lost(connection) else "")
        if not fault:
            return self._add(connection, self.ledger())
        if _not_entered(connection):
            raise _broken("the ledger of approvals is damaged", self._book.path, fault)
        return None

    def settle(self, database: Database) -> None:
        """At the start: what one knows and the other does not. A damaged ledger is made anew if nothing contradicts."""
        with database.read() as connection:
            ledger = self.ledger()
            broken = bool(ledger.fault) or self._lost(connection)
            forgotten = _forgotten(connection, self._ended(connection))
            if not (broken or forgotten or self._new(connection, ledger)):
                return
        try:
            with database.write("approval", "cart", "bulletin", "audit") if not broken else database.write() as c:
                if broken:
                    self._heal(c)
                self._follow(c, _forgotten(c, self._ended(c)))
        except Refused as refusal:
            if refusal.code != "ledger.broken":
                raise
            log.error("%s", refusal.text)
            self._gone = not self.ledger().there

    def trouble(self) -> str:
        """Why nothing that was approved may air: altered, broken_link, unreadable, missing; empty when all is well."""
        ledger = self.ledger()
        self._gone = self._gone and not ledger.there
        return ledger.fault or ("missing" if self._gone else "")

    def trail_faults(self, connection: Connection) -> list[Fault]:
        """Where the trail of who did what does not hold together, or ends before an act the ledger vouches for."""
        found = list(trail.verify(connection))
        number, digest = self.ledger().trail
        if number and trail.hash_of(connection, number) != digest and not found:
            found.append(Fault("audit", number, "missing"))
        return found

    def rebuild(self, database: Database, by: str, reason: str) -> None:
        """By an administrator: a ledger anew from the database; whatever any record says was taken back stays so."""
        with database.write("audit") as connection:
            trail.add(connection, self._now(), by, "approval.rebuild", "ledger", {"reason": reason})
            self._anew(connection, reason, self._ended(connection))
        with database.write("approval", "cart", "bulletin", "audit") as connection:
            self._follow(connection, _forgotten(connection, self._ended(connection)))

    def _add(self, connection: Connection, ledger: Ledger) -> Undo | None:
        entries = self._new(connection, ledger)
        if not entries:
            return None
        # The trail's own end, which a chain alone cannot hold: whoever cuts it off leaves this line behind.
        vouched = list(trail.head(connection))
        take_back = partial(self._book.take_back, self._book.add([{**entry, "trail": vouched} for entry in entries]))
        try:
            for entry in entries:
                act, name = (ENTERED, entry["approval"]["id"]) if entry["act"] == "approved" else (ENDED, entry["id"])
                trail.add(connection, entry["at"], "", act, f"approval:{name}", {"reason": entry.get("reason", "")})
        except BaseException:
            take_back()
            raise
        return take_back

    def _new(self, connection: Connection, ledger: Ledger) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for row in connection.execute(select(_APPROVAL.id, _APPROVAL.voided_at, _APPROVAL.voided_reason)):
            over = bool(row.voided_at) and row.voided_reason != APPROVED_ANEW
            if row.id not in ledger.approved:
                if not over and (given := self._given(connection, row.id)) is not None:
                    found.append(approved(given, self._now()))
            elif over and row.id not in ledger.ended:
                found.append(ended(row.id, row.voided_reason, self._now()))
        return found

    def _given(self, connection: Connection, approval_id: str) -> Approval | None:
        """Only what the station itself sealed."""
        row: Row[Any] = connection.execute(select(schema.approval).where(_APPROVAL.id == approval_id)).one()
        given = Approval(**{name: getattr(row, name) for name in _FIELDS})
        return given if given.sealed(self._key).seal == given.seal else None

    def _follow(self, connection: Connection, forgotten: Mapping[str, str]) -> None:
        """The database forgot a withdrawal, or somebody took it out: the item is withdrawn again."""
        for approval_id, reason in forgotten.items():
            subject = connection.scalar(select(_APPROVAL.subject).where(_APPROVAL.id == approval_id))
            connection.execute(update(schema.approval).where(_APPROVAL.id == approval_id)
                               .values(voided_at=self._now(), voided_reason=reason))
            connection.execute(update(schema.cart).where(schema.cart.c.approval_id == approval_id)
                               .values(approval_id=None, state=State.WITHDRAWN.value, updated_at=self._now()))
            kind, _, name = str(subject).partition(":")
            if kind == "bulletin":
                connection.execute(update(schema.bulletin).where(
                    schema.bulletin.c.id == name, schema.bulletin.c.state == State.APPROVED.value)
                    .values(state=State.WITHDRAWN.value, updated_at=self._now()))
            trail.add(connection, self._now(), "", "approval.followed", str(subject), {"reason": reason})
            log.warning("%s is withdrawn again: the ledger of approvals says so", subject)

    def _lost(self, connection: Connection) -> bool:
        """There was a ledger, and now there is none."""
        known = select(schema.audit.c.id).where(schema.audit.c.action == ENTERED).limit(1)
        return not self.ledger().there and connection.scalar(known) is not None

    def _heal(self, connection: Connection) -> None:
        """After damage, from a database whose own record is whole and says nothing else. Raises ledger.broken."""
        over = self._ended(connection)
        holding = set(connection.scalars(select(_APPROVAL.id).where(_APPROVAL.voided_at == "")))
        ours = not holding or any(self._given(connection, name) for name in holding)
        if self.trail_faults(connection) or holding & set(over) or not ours:  # not ours: another key came into the home
            raise _broken("the ledger of approvals is damaged, and the database contradicts itself", self._book.path,
                          self.ledger().fault or "missing")
        self._anew(connection, self.ledger().fault or "missing", over)
        log.warning("the ledger of approvals was damaged and is made anew from the database")

    def _ended(self, connection: Connection) -> dict[str, str]:
        """Whatever any record says was taken back: what can be read of the ledger, the trail."""
        audit = schema.audit.c
        rows = connection.execute(select(audit.subject, audit.detail).where(audit.action == ENDED))
        told = {str(row.subject).partition(":")[2]: str(row.detail.get("reason", "")) for row in rows}
        return {**told, **self.ledger().ended}

    def _anew(self, connection: Connection, reason: str, over: Mapping[str, str]) -> None:
        heads = self.ledger().heads | self._marks()
        path = self._book.path
        if path.exists():
            try:
                path.replace(path.with_name(f"{path.stem}.broken-{self._clock.now():%Y%m%d-%H%M%S}{path.suffix}"))
            except OSError as error:
                raise unwritable(path, error) from error
        self._book.read()
        self._book.add([opened(reason, heads, self._now()),
                        *(ended(name, why, self._now()) for name, why in sorted(over.items()))])
        self._add(connection, self._book.read())

    def _marks(self) -> set[str]:
        """By which lines the plans were made that are published for today and later."""
        today = self._clock.now().date().isoformat()
        found = set()
        for path in self._home.rundowns.glob("*.json"):
            if path.name >= today:
                found.add(self._mark(path))
        return found - {""}

    def _mark(self, path: Path) -> str:
        try:
            return read_rundown(path, self._key).ledger
        except BroadcasterError:
            return ""

    def _now(self) -> str:
        return format_time(self._clock.now())


def _not_entered(connection: Connection) -> bool:
    """An approval holds that was never written down."""
    entered = select(schema.audit.c.subject).where(schema.audit.c.action == ENTERED)
    return connection.scalar(select(_APPROVAL.id).where(
        _APPROVAL.voided_at == "", ("approval:" + _APPROVAL.id).not_in(entered)).limit(1)) is not None


def _broken(text: str, path: Path, fault: str) -> Refused:
    return Refused("ledger.broken", text, path=str(path), fault=fault)


def _forgotten(connection: Connection, over: Mapping[str, str]) -> dict[str, str]:
    """Approvals that hold in the database though `over`, id to reason, says they ended."""
    if not over:
        return {}
    holding = connection.scalars(select(_APPROVAL.id).where(
        (_APPROVAL.voided_at == "") | (_APPROVAL.voided_reason == APPROVED_ANEW)))
    return {name: over[name] for name in holding if name in over}
