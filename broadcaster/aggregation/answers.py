"""Receipts read: whose they are, what they are about, what they change. Anybody may lay a file into a shared folder."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sqlalchemy import Connection

from broadcaster.aggregation import deliveries, receipts
from broadcaster.aggregation.deliveries import QUEUED, RECEIVED, REFUSED, SENT, WAITS_ABOVE, Delivery, problem
from broadcaster.aggregation.model import Receipt
from broadcaster.aggregation.places.place import Place
from broadcaster.aggregation.secrets import TrustBook
from broadcaster.asrun.identity import fingerprint
from broadcaster.base.clock import Clock, format_time, parse_time
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.db.engine import Database

_OPEN = (QUEUED, SENT, REFUSED)
_AT_ONCE = 60
"""Answers asked for in one round."""
UNKNOWN, CHANGED = "office.unknown", "office.key_changed"


class Answers:
    """Receipts of one station; what counted is kept in outbox/receipts/."""

    def __init__(self, database: Database, home: StationHome, clock: Clock) -> None:
        self._database = database
        self._home = home
        self._clock = clock
        self._seen: set[str] = set()
        """sha256 of what was looked at and changed nothing: not looked at again by this process."""

    def outstanding(self) -> list[Delivery]:
        """What an answer could still come for."""
        with self._database.read() as connection:
            return [row for row in deliveries.in_state(connection, _OPEN) if row.place or row.state != QUEUED]

    def fetch(self, place: Place, station: str) -> list[Delivery]:
        """Read what lies in the place; a broken answer is noted at its package and holds up no other."""
        changed: list[Delivery] = []
        for row in self.outstanding()[-_AT_ONCE:]:
            name = receipts.file_name(station, row.number)
            try:
                data = place.get(f"{receipts.FOLDER}/{name}", receipts.MAX_BYTES)
            except Refused as refusal:
                if refusal.code in {"place.missing", "place.too_large"}:
                    continue
                raise
            mark = hashlib.sha256(data).hexdigest()
            if mark in self._seen:
                continue
            try:
                taken = self.take(data, name, station)
            except BroadcasterError as refusal:
                self._note(row.number, refusal)
                if refusal.code not in {UNKNOWN, CHANGED}:
                    self._seen.add(mark)
                continue
            self._seen.add(mark)
            if taken != row:
                changed.append(taken)
        return changed

    def take(self, data: bytes, name: str, station: str) -> Delivery:
        """Let one answer count. Raises Refused: receipt.broken, .forged, .other_station, .other_package, .unknown,
        office.unknown, office.key_changed; NewerFormat."""
        receipt = receipts.from_bytes(data, name)
        row = self._check(receipt, name, station)
        self._check_key(receipt)
        kept = self._home.outbox / receipts.FOLDER / receipts.file_name(station, receipt.number)
        if row.state == RECEIVED or _older(receipt, row) or (row.answered_at and _holds(kept, data)):
            return row
        values = {"state": {receipts.RECEIVED: RECEIVED, receipts.REFUSED: REFUSED}.get(receipt.state, SENT),
                  "answered_at": _at(receipt, format_time(self._clock.now())), "next_try": "",
                  "problem": self._said(receipt)}
        write_atomic(kept, data)
        with self._database.write("delivery") as connection:
            deliveries.change(connection, receipt.number, _OPEN, **values)
            found = deliveries.by_number(connection, receipt.number)
        return found or row

    def forget_doubts(self, connection: Connection) -> None:
        """The key was confirmed: answers are read again."""
        self._seen.clear()
        for row in deliveries.in_state(connection, _OPEN):
            if row.code in {UNKNOWN, CHANGED}:
                deliveries.change(connection, row.number, _OPEN, problem={})

    def _check(self, receipt: Receipt, name: str, station: str) -> Delivery:
        if receipt.station != station:
            raise Refused("receipt.other_station", f"{name} is for another station", name=name,
                          station=receipt.station[:80])
        with self._database.read() as connection:
            row = deliveries.by_number(connection, receipt.number)
        if row is None:
            raise Refused("receipt.unknown", f"{name} answers a package this station has not made", name=name,
                          number=receipt.number)
        if row.sha256 != receipt.package:
            raise Refused("receipt.other_package", f"{name} answers another package number {receipt.number} than ours",
                          name=name, number=receipt.number)
        return row

    def _check_key(self, receipt: Receipt) -> None:
        trusted = TrustBook(self._home).office()
        facts = {"key": receipt.key, "fingerprint": fingerprint(receipt.key)}
        if trusted is None:
            raise Refused(UNKNOWN, f"nobody has confirmed the office's key yet: {facts['fingerprint']}", **facts)
        if trusted.key != receipt.key:
            raise Refused(CHANGED, "the answer is signed with another key than the office's",
                          before=fingerprint(trusted.key), **facts)

    def _said(self, receipt: Receipt) -> dict[str, object]:
        if receipt.state == receipts.RECEIVED:
            return {}
        facts = {str(key)[:40]: value if isinstance(value, int | float | bool) else str(value)[:300]
                 for key, value in list(receipt.facts.items())[:20]}
        if receipt.state == receipts.WAITING:
            return problem(WAITS_ABOVE, {**facts, "code": receipt.code})
        return problem(receipt.code or "refused", facts)

    def _note(self, number: int, refusal: BroadcasterError) -> None:
        with self._database.write("delivery") as connection:
            deliveries.change(connection, number, _OPEN, problem=problem(refusal.code, dict(refusal.facts)))


def _at(receipt: Receipt, now: str) -> str:
    """The office's own time, as far as it is one; never later than now, or no later answer would count."""
    try:
        said = parse_time(receipt.at)
    except ValueError:
        return now
    return min(format_time(said), now)


def _holds(path: Path, data: bytes) -> bool:
    """The very answer that counted before: it still lies there when its package was sent again."""
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def _older(receipt: Receipt, row: Delivery) -> bool:
    """An answer played again after a newer one."""
    try:
        return bool(row.answered_at) and format_time(parse_time(receipt.at)) < row.answered_at
    except ValueError:
        return True
