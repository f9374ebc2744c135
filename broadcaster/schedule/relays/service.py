"""Use cases of relay sources: register, approve by a standing decision, withdraw, try."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, RowMapping

from broadcaster.accounts.model import Person
from broadcaster.accounts.service import AccountService
from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.base.vietnamese import one_line
from broadcaster.bulletins import store as bulletins_store
from broadcaster.bulletins.approval_store import steps
from broadcaster.bulletins.relay_yes import TABLES, Asked, RelayApprover
from broadcaster.bulletins.sign_off import FirstYes, Step
from broadcaster.db.engine import Database
from broadcaster.library import store as library_store
from broadcaster.library.model import State
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.relay_address import check_address, told
from broadcaster.protocol.rundown import CutRef, Relay
from broadcaster.schedule.model import RelaySource
from broadcaster.schedule.relays import relay_store
from broadcaster.schedule.relays.model import KIND, LONGEST_ID, RelayStanding, RelayState, RelayTrial, short_name
from broadcaster.schedule.relays.trial import TRIAL_SECONDS, try_relay

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NAME, _NOTE, _ADDRESS = 120, 500, 1000


class RelayService:
    """Programmes the station may take over."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock, key: bytes,
                 accounts: AccountService) -> None:
        self._database = database
        self._home = home
        self._clock = clock
        self._accounts = accounts
        self._approver = RelayApprover(settings, clock, key)

    def sources(self) -> list[RelaySource]:
        """For the planner: those not removed, each with its approval if that is in force."""
        with self._database.read() as c:
            return relay_store.sources(c)

    def standings(self, *, removed: bool = False) -> list[RelayStanding]:
        """For the list, by name; `removed`: those too."""
        with self._database.read() as c:
            return [self._standing(c, row) for row in relay_store.rows(c, removed)]

    def get(self, source_id: str) -> RelayStanding:
        """Also a removed one. Raises Refused("relay.unknown")."""
        with self._database.read() as c:
            return self._standing(c, _row(c, source_id))

    def add(self, source_id: str, name: str, relay: Relay, *, fallback: str = "", note: str = "",
            by: str = "") -> RelayStanding:
        """A new one, not approved yet. `source_id` "": made from its name. `fallback`: id of an approved item, or "";
        `relay.fallback` is not asked.

        Raises Refused: relay.id, relay.exists, relay.name, relay.kind, relay.address, relay.missing_file,
        relay.fallback.
        """
        key = source_id or short_name(name, [item.id for item in self.standings(removed=True)])
        if not _ID.fullmatch(key) or len(key) > LONGEST_ID:
            raise Refused("relay.id", f"{source_id!r} is no short name: small letters, digits and hyphens",
                          id=one_line(source_id, 40))
        check_address(relay)
        with self._database.write("relay_source", "audit") as c:
            if relay_store.row(c, key) is not None:
                raise Refused("relay.exists", f"there is a source {key!r} already", id=key)
            relay_store.add(
                c, id=key, name=_named(name), kind=relay.kind, address=relay.address[:_ADDRESS],
                **_fallback(c, fallback), note=one_line(note, _NOTE), created_by=one_line(by, 100),
                created_at=self._now())
            self._note(c, by, "add", key, name=_named(name), address=told(relay.address), note=one_line(note, _NOTE))
        return self.get(key)

    def change(self, source_id: str, *, name: str | None = None, relay: Relay | None = None,
               fallback: str | None = None, note: str | None = None, by: str = "") -> RelayStanding:
        """None leaves it. Another address, kind or fallback is another programme: its approval ends.

        Raises Refused as `add`, and relay.unknown.
        """
        if relay is not None:
            check_address(relay)
        with self._database.write("relay_source", *TABLES) as c:
            before = _row(c, source_id)
            values: dict[str, Any] = {}
            if relay is not None:
                values |= {"kind": relay.kind, "address": relay.address[:_ADDRESS]}
            if fallback is not None:
                values |= _fallback(c, fallback)
            bound = {key: value for key, value in values.items() if before[key] != value}
            if name is not None:
                values["name"] = _named(name)
            if note is not None:
                values["note"] = one_line(note, _NOTE)
            changed = {key: value for key, value in values.items() if before[key] != value}
            if changed:
                relay_store.change(c, source_id, **changed)
                self._note_change(c, by, before, changed)
            if bound:
                self._approver.end(c, subject(source_id), relay_store.CHANGED)
                relay_store.change(c, source_id, approval_id="")
        return self.get(source_id)

    def approve(self, source_id: str, by: Person, *, valid_until: str = "", valid_from: str = "",
                reason: str = "", seen: str = "") -> Approval | FirstYes:
        """Let it air exactly as it is now, on ISO days; `reason`: why by whoever entered it.

        `seen`: digest of what was shown. Where two must agree, the first gets a FirstYes.
        Raises Refused: relay.unknown, relay.removed, relay.changed, relay.fallback, relay.missing_file, approval.role,
        approval.self, approval.reason, approval.date, approval.second, approval.audio_missing.
        """
        with self._database.write("relay_source", *TABLES) as c:
            row = _row(c, source_id)
            if row["removed_at"]:
                raise Refused("relay.removed", f"{row['name']!r} was removed", name=row["name"])
            if relay_store.fallback_gone(row):
                raise _no_fallback(row["cart_title"] or "")
            source = relay_store.source_of(row, held=False)
            if seen and seen != source.relay.digest():
                raise Refused("relay.changed", f"{row['name']!r} was changed since it was shown", name=row["name"])
            check_address(source.relay)
            self._need_sound(source)
            given = self._approver.give(c, self._asked(c, row), by, (valid_from, valid_until), one_line(reason))
            if isinstance(given, Approval):
                relay_store.change(c, source_id, approval_id=given.id)
        return given

    def withdraw(self, source_id: str, by: Person | str, reason: str) -> None:
        """It may no longer air; whoever may approve may. Raises Refused: relay.unknown, approval.reason,
        approval.role."""
        why = one_line(reason)
        if not why:
            raise Refused("approval.reason", "a reason is needed")
        if isinstance(by, Person) and not by.may_approve:
            raise Refused("approval.role", f"{by.name} may not approve", name=by.name)
        with self._database.write("relay_source", *TABLES) as c:
            _row(c, source_id)
            self._approver.end(c, subject(source_id), relay_store.WITHDRAWN + why)
            self._note(c, by.name if isinstance(by, Person) else by, "withdraw", source_id, reason=why)

    def remove(self, source_id: str, by: str, reason: str = "") -> None:
        """Off the list; its approval ends, its history stays. Raises Refused("relay.unknown")."""
        with self._database.write("relay_source", *TABLES) as c:
            if _row(c, source_id)["removed_at"]:
                return
            self._approver.end(c, subject(source_id), relay_store.WITHDRAWN + (one_line(reason) or "removed"))
            relay_store.change(c, source_id, removed_at=self._now())
            self._note(c, by, "remove", source_id, reason=one_line(reason))

    def restore(self, source_id: str, by: str) -> RelayStanding:
        """Undo `remove`; it has to be approved anew. Raises Refused("relay.unknown")."""
        with self._database.write("relay_source", "audit") as c:
            if _row(c, source_id)["removed_at"]:
                relay_store.change(c, source_id, removed_at="", approval_id="")
                self._note(c, by, "restore", source_id)
        return self.get(source_id)

    def history(self, source_id: str) -> list[Step]:
        """Its way so far, oldest first."""
        with self._database.read() as c:
            return steps(c, subject(source_id), "")

    def test(self, source_id: str, seconds: float = TRIAL_SECONDS, *, level: Callable[[float], object] | None = None,
             cancelled: Callable[[], bool] | None = None) -> RelayTrial:
        """Listen to it for some seconds, off the air. `level` is told dBFS some times a second.

        Takes as long as that: not on the window's thread. Raises Refused: relay.unknown, relay.trial.
        """
        return self.try_out(self.get(source_id).source.relay, seconds, level=level, cancelled=cancelled)

    def try_out(self, relay: Relay, seconds: float = TRIAL_SECONDS, *, level: Callable[[float], object] | None = None,
                cancelled: Callable[[], bool] | None = None) -> RelayTrial:
        """The same before it is entered. Raises Refused: relay.kind, relay.address, relay.missing_file, relay.trial."""
        return try_relay(relay, seconds, level=level, cancelled=cancelled)

    def _standing(self, c: Connection, row: RowMapping) -> RelayStanding:
        asked = self._asked(c, row)
        first = self._approver.first(c, asked)
        source = relay_store.source_of(row, held=not row["voided_at"])
        return RelayStanding(
            source, self._state(row, source, first), row["note"], _hands(c, row)[-1], asked.authors,
            row["fallback_cart_id"] or "", row["cart_title"] or "", relay_store.taken_back(row),
            first.approver if first else "")

    def _state(self, row: RowMapping, source: RelaySource, first: FirstYes | None) -> RelayState:
        today, given = self._clock.now().date().isoformat(), source.approval
        if row["removed_at"]:
            return RelayState.REMOVED
        if first is not None:
            return RelayState.CHECKED
        if given is None or given.audio_sha256 != source.relay.digest():
            return RelayState.WITHDRAWN if relay_store.taken_back(row) else RelayState.DRAFT
        if given.valid_until and given.valid_until < today:
            return RelayState.EXPIRED
        if relay_store.fallback_gone(row):
            return RelayState.FALLBACK_GONE
        return RelayState.NOT_YET if given.valid_from > today else RelayState.APPROVED

    def _asked(self, c: Connection, row: RowMapping) -> Asked:
        return Asked(subject(row["id"]), row["name"], relay_store.source_of(row, held=False).relay.digest(),
                     frozenset(name.casefold() for name in _hands(c, row) if name))

    def _need_sound(self, source: RelaySource) -> None:
        if source.fallback is not None and not (path := self._home.audio(source.fallback.sha256)).is_file():
            raise Refused("approval.audio_missing", f"the sound file is missing: {path}", path=str(path))

    def _note_change(self, c: Connection, by: str, before: RowMapping, changed: dict[str, Any]) -> None:
        said = {key: [before[key], value] for key, value in changed.items() if key in {"name", "note"}}
        if "address" in changed:
            said["address"] = [told(before["address"]), told(changed["address"])]
        if "fallback_cart_id" in changed:
            said["fallback"] = [before["fallback_cart_id"] or "", changed["fallback_cart_id"] or ""]
        act = "change" if set(changed) <= {"name", "note"} else "address"
        self._note(c, by, act, before["id"], **said)

    def _note(self, c: Connection, by: str, act: str, source_id: str, **detail: object) -> None:
        bulletins_store.audit(c, self._now(), one_line(by, 100), f"{KIND}.{act}", subject(source_id), **detail)

    def _now(self) -> str:
        return format_time(self._clock.now())


def subject(source_id: str) -> str:
    """As approvals and the trail name it."""
    return f"{KIND}:{source_id}"


def _row(c: Connection, source_id: str) -> RowMapping:
    found = relay_store.row(c, source_id)
    if found is None:
        raise Refused("relay.unknown", f"there is no source {one_line(source_id, 40)!r}", id=one_line(source_id, 40))
    return found


def _hands(c: Connection, row: RowMapping) -> list[str]:
    return [str(row["created_by"]), *relay_store.hands(c, subject(row["id"]))]


def _named(name: str) -> str:
    plain = one_line(name, _NAME)
    if not plain:
        raise Refused("relay.name", "a name is needed")
    return plain


def _fallback(c: Connection, cart_id: str) -> dict[str, Any]:
    """The columns of what replaces it. Raises Refused("relay.fallback") for an item that may not air."""
    if not cart_id:
        return {"fallback_cart_id": None, "fallback_sha256": "", "fallback_frames": 0}
    carts = library_store.carts(c, [cart_id])
    if not carts or carts[0].state is not State.APPROVED:
        raise _no_fallback(carts[0].title if carts else cart_id)
    cut = CutRef(carts[0].cut.sha256, carts[0].cut.frames)
    return {"fallback_cart_id": cart_id, "fallback_sha256": cut.sha256, "fallback_frames": cut.frames}


def _no_fallback(title: str) -> Refused:
    return Refused("relay.fallback", f"{title!r} is not approved and cannot replace a relay", title=title)
