"""Judging a PIN: wrong ones are counted and lock, whatever the clock says and however many windows try."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from broadcaster.accounts import store
from broadcaster.accounts.attempts import Attempts
from broadcaster.accounts.model import Person
from broadcaster.accounts.pins import LONGEST_LOCK, TRIES, lock_after, pin_matches
from broadcaster.base.clock import Clock, format_time, parse_time
from broadcaster.base.errors import Refused
from broadcaster.db.engine import Database


class Signing:
    """Shared by every act that needs a PIN."""

    def __init__(self, database: Database, clock: Clock, attempts: Attempts) -> None:
        self._database = database
        self._clock = clock
        self._attempts = attempts

    def check(self, person: Person, pin: str) -> Person:
        """`person` if the PIN is theirs, a one-time one too.

        Raises Refused: person.inactive, pin.wrong (name, tries_left), pin.locked (name, until, minutes), pin.wait.
        """
        if not person.active:
            raise Refused("person.inactive", f"{person.name} may no longer sign", name=person.name)
        with self._database.read() as connection:
            state = store.pin_state(connection, person.id)
        self._refuse_locked(person, state)
        self._attempts.check()
        right = pin_matches(pin, state.hash)
        if right and not state.wrong:
            self._attempts.right()
            return person
        # Tries made at the same time are judged one after another: the sixth finds the lock of the fifth.
        with self._database.write("person", "audit") as connection:
            state = store.pin_state(connection, person.id)
            self._refuse_locked(person, state)
            if right:
                store.change_person(connection, person.id, **unlocked())
            else:
                refusal = self._count_wrong(connection, person, state.wrong + 1)
        if right:
            self._attempts.right()
            self._attempts.unlock(person.id)
            return person
        self._attempts.wrong()
        raise refusal

    def locked_seconds(self, person_id: str, locked_until: str) -> float:
        """How long a stored lock lasts yet; 0 when it is over.

        A lock seen to begin here ends when its time has really passed; of one stored earlier more than the longest
        lock means that the clock was set back: it must not lock anybody for years, nor let them in at once.
        """
        if not locked_until:
            return 0.0
        seen = self._attempts.locked_for(person_id)
        if seen is not None:
            return seen
        left = (parse_time(locked_until) - self._clock.now()).total_seconds()
        if left > LONGEST_LOCK.total_seconds():
            left = LONGEST_LOCK.total_seconds()
            self._attempts.lock(person_id, left)
        return max(0.0, left)

    def after(self, seconds: float) -> datetime:
        """The clock's time then."""
        return self._clock.now() + timedelta(seconds=seconds)

    def _count_wrong(self, connection: Connection, person: Person, wrong: int) -> Refused:
        lock = lock_after(wrong)
        if not lock:
            store.change_person(connection, person.id, wrong_pins=wrong)
            return Refused("pin.wrong", f"wrong PIN for {person.name}, {TRIES - wrong} tries left",
                           name=person.name, tries_left=TRIES - wrong)
        until = format_time(self._clock.now() + lock)
        store.change_person(connection, person.id, wrong_pins=wrong, locked_until=until)
        store.add_audit(connection, format_time(self._clock.now()), person.name, "pin.locked", f"person:{person.id}",
                        {"name": person.name, "wrong": wrong, "until": until})
        self._attempts.lock(person.id, lock.total_seconds())
        return self._locked(person, lock.total_seconds())

    def _refuse_locked(self, person: Person, state: store.PinState) -> None:
        left = self.locked_seconds(person.id, state.locked_until)
        if left > 0:
            raise self._locked(person, left)

    def _locked(self, person: Person, left: float) -> Refused:
        until = self.after(left)
        return Refused("pin.locked", f"{person.name} is locked until {until:%H:%M} after too many wrong PINs",
                       name=person.name, until=format_time(until), minutes=max(1, round(left / 60 + 0.49)))


def unlocked() -> dict[str, Any]:
    """The columns of a person who was forgiven."""
    return {"wrong_pins": 0, "locked_until": ""}
