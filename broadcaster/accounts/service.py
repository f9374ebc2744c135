"""Who may write, approve and look: people with PINs, and the record of what they did."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from broadcaster.accounts import store
from broadcaster.accounts.model import AuditEntry, Person, Role
from broadcaster.accounts.pins import LONGEST_LOCK, TRIES, hash_pin, lock_after, pin_matches
from broadcaster.base.clock import Clock, format_time, parse_time
from broadcaster.base.errors import Refused
from broadcaster.base.ids import new_id
from broadcaster.base.vietnamese import one_line
from broadcaster.db.engine import Database


class AccountService:
    """People, their PINs, the audit trail."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(self, name: str, title: str, role: Role, pin: str, by: str = "") -> Person:
        """A new person. Raises Refused: person.name, person.exists, pin.form."""
        person = Person(new_id(), one_line(name, 100), one_line(title, 200), Role(role))
        if not person.name:
            raise Refused("person.name", "a person needs a name")
        pin_hash = hash_pin(pin)
        with self._database.write("person", "audit") as connection:
            if _named(store.people(connection, active_only=False), person.name):
                raise Refused("person.exists", f"{person.name} is already there", name=person.name)
            try:
                store.add_person(connection, person, pin_hash, self._now())
            except IntegrityError as error:  # another program was quicker
                raise Refused("person.exists", f"{person.name} is already there", name=person.name) from error
            self._audit(connection, by, "person.add", person, role=person.role.value)
        return person

    def people(self, active_only: bool = True) -> list[Person]:
        """Everyone, by name."""
        with self._database.read() as connection:
            return store.people(connection, active_only)

    def by_name(self, name: str) -> Person:
        """The person of that name, small and capital letters alike. Raises Refused("person.unknown")."""
        person = _named(self.people(active_only=False), one_line(name, 100))
        if person is None:
            raise Refused("person.unknown", f"nobody here is called {one_line(name, 100)!r}", name=one_line(name, 100))
        return person

    def check_pin(self, name: str, pin: str) -> Person:
        """The person, if the PIN is theirs. Raises Refused: person.unknown, person.inactive, pin.wrong, pin.locked.

        Wrong tries and locks are stored: a restart forgives nothing.
        """
        person = self.by_name(name)
        if not person.active:
            raise Refused("person.inactive", f"{person.name} may no longer sign", name=person.name)
        with self._database.read() as connection:
            state = store.pin_state(connection, person.id)
        self._refuse_locked(person, state)
        right = pin_matches(pin, state.hash)
        if right and not state.wrong:
            return person
        # Tries made at the same time are judged one after another: the sixth finds the lock of the fifth.
        with self._database.write("person", "audit") as connection:
            state = store.pin_state(connection, person.id)
            self._refuse_locked(person, state)
            if right:
                store.change_person(connection, person.id, wrong_pins=0, locked_until="")
                return person
            refusal = self._count_wrong(connection, person, state.wrong + 1)
        raise refusal

    def set_pin(self, name: str, pin: str, by: str = "") -> None:
        """A new PIN, which also lifts a lock. Raises Refused: person.unknown, pin.form."""
        pin_hash = hash_pin(pin)
        self._change(name, by, "person.set_pin", pin_hash=pin_hash, wrong_pins=0, locked_until="")

    def deactivate(self, name: str, by: str = "") -> None:
        """They sign nothing any more; what they signed stays. Raises Refused("person.unknown")."""
        self._change(name, by, "person.deactivate", active=False)

    def activate(self, name: str, by: str = "") -> None:
        """Undo `deactivate`. Raises Refused("person.unknown")."""
        self._change(name, by, "person.activate", active=True)

    def record(self, person: Person | str, action: str, subject: str, **detail: Any) -> None:
        """Write down who did what; inside another unit of work use accounts.store.add_audit."""
        with self._database.write("audit") as connection:
            store.add_audit(connection, self._now(), _name_of(person), action, subject, detail)

    def audit(self, subject: str = "", limit: int = 200) -> list[AuditEntry]:
        """What was done, newest first."""
        with self._database.read() as connection:
            return store.audit(connection, subject, limit)

    def _change(self, name: str, by: str, action: str, **values: Any) -> None:
        person = self.by_name(name)
        with self._database.write("person", "audit") as connection:
            store.change_person(connection, person.id, **values)
            self._audit(connection, by, action, person)

    def _count_wrong(self, connection: Connection, person: Person, wrong: int) -> Refused:
        lock = lock_after(wrong)
        if not lock:
            store.change_person(connection, person.id, wrong_pins=wrong)
            return Refused("pin.wrong", f"wrong PIN for {person.name}, {TRIES - wrong} tries left",
                           name=person.name, tries_left=TRIES - wrong)
        until = self._clock.now() + lock
        store.change_person(connection, person.id, wrong_pins=wrong, locked_until=format_time(until))
        self._audit(connection, person.name, "pin.locked", person, wrong=wrong, until=format_time(until))
        return _locked(person, until)

    def _refuse_locked(self, person: Person, state: store.PinState) -> None:
        if not state.locked_until:
            return
        until = parse_time(state.locked_until)
        left = (until - self._clock.now()).total_seconds()
        # More than the longest lock means the wall clock was set back: that must not lock anyone for years.
        if 0 < left <= LONGEST_LOCK.total_seconds():
            raise _locked(person, until)

    def _audit(self, connection: Connection, by: str, action: str, person: Person, **detail: Any) -> None:
        detail["name"] = person.name
        store.add_audit(connection, self._now(), by, action, f"person:{person.id}", detail)

    def _now(self) -> str:
        return format_time(self._clock.now())


def _named(people: list[Person], name: str) -> Person | None:
    """An exact name first; else one that differs in letter case only."""
    exact = [person for person in people if person.name == name]
    return next(iter(exact or [person for person in people if person.name.casefold() == name.casefold()]), None)


def _locked(person: Person, until: datetime) -> Refused:
    return Refused("pin.locked", f"{person.name} is locked until {until:%H:%M} after too many wrong PINs",
                   name=person.name, until=format_time(until))


def _name_of(person: Person | str) -> str:
    return person.name if isinstance(person, Person) else person
