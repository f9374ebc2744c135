"""Who may write, approve and look: people with PINs, and the record of what they did."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from broadcaster.accounts import store
from broadcaster.accounts.attempts import Attempts
from broadcaster.accounts.model import AuditEntry, Person, Role, Standing, guard
from broadcaster.accounts.pins import hash_pin
from broadcaster.accounts.signing import Signing, unlocked
from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.ids import new_id
from broadcaster.base.vietnamese import one_line
from broadcaster.db.engine import Database


class AccountService:
    """People, their PINs, the audit trail."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self.attempts = Attempts(clock)
        self._signing = Signing(database, clock, self.attempts)
        self.here: Person | None = None
        """Who is signed in at this window; None without sign-in, on the command line, in the helper."""

    def add(self, name: str, title: str, role: Role, pin: str, by: str = "") -> Person:
        """A new person. Raises Refused: person.name, person.exists, pin.form, pin.weak."""
        return self.add_all([(name, title, role, pin)], by)[0]

    def add_all(self, entries: list[tuple[str, str, Role, str]], by: str = "") -> list[Person]:
        """Several new people (name, title, role, PIN), all of them or none. Refusals as `add`."""
        made = [(_new_person(name, title, role), pin) for name, title, role, pin in entries]
        hashed = [(person, hash_pin(pin, person.name)) for person, pin in made]
        with self._database.write("person", "audit") as connection:
            for person, pin_hash in hashed:
                self._insert(connection, person, pin_hash, by)
        return [person for person, _ in made]

    def people(self, active_only: bool = True) -> list[Person]:
        """Everyone, by name."""
        with self._database.read() as connection:
            return store.people(connection, active_only)

    def roster(self) -> list[Standing]:
        """Everyone, also who has left, with what the list of people shows."""
        with self._database.read() as connection:
            people = store.people(connection, active_only=False)
            locks, acts = store.locks(connection), store.last_acts(connection)
        standings = []
        for person in people:
            left = self._signing.locked_seconds(person.id, locks.get(person.id, ""))
            until = format_time(self._signing.after(left)) if left > 0 else ""
            standings.append(Standing(person, acts.get(person.name, ""), until))
        return standings

    def by_name(self, name: str) -> Person:
        """The person of that name, small and capital letters alike. Raises Refused("person.unknown")."""
        person = _named(self.people(active_only=False), one_line(name, 100))
        if person is None:
            raise Refused("person.unknown", f"nobody here is called {one_line(name, 100)!r}", name=one_line(name, 100))
        return person

    def check_pin(self, name: str, pin: str) -> Person:
        """The person, if the PIN is theirs.

        Wrong tries and locks are stored: a restart forgives nothing.
        Raises Refused: person.unknown, person.inactive, pin.wrong, pin.locked, pin.wait, pin.must_change.
        """
        person = self._signing.check(self.by_name(name), pin)
        if person.must_change:
            raise Refused("pin.must_change", f"{person.name} must choose a PIN of their own first", name=person.name)
        return person

    def change_pin(self, name: str, old: str, new: str) -> Person:
        """A person's own new PIN, for the old one or a one-time one. Refusals as `check_pin`, pin.form, pin.weak,
        pin.same."""
        person = self._signing.check(self.by_name(name), old)
        if old == new:
            raise Refused("pin.same", "the new PIN is the old one")
        pin_hash = hash_pin(new, person.name)
        with self._database.write("person", "audit") as connection:
            store.change_person(connection, person.id, pin_hash=pin_hash, must_change=False)
            self._audit(connection, person.name, "person.change_pin", person)
        return self.by_name(person.name)

    def edit(self, name: str, *, new_name: str | None = None, title: str | None = None, role: Role | None = None,
             by: str = "") -> Person:
        """Another spelling, office or role. What somebody signed carries their name: it stays once they signed.

        Raises Refused: person.unknown, person.name, person.exists, person.signed, person.last.
        """
        with self._database.write("person", "audit") as connection:
            person = self._inside(connection, name)
            wanted = Person(person.id, person.name if new_name is None else one_line(new_name, 100),
                            person.title if title is None else one_line(title, 200),
                            person.role if role is None else Role(role), person.active, person.must_change)
            if wanted == person:
                return person
            self._refuse_name(connection, person, wanted)
            _refuse_last(connection, person, wanted)
            store.change_person(connection, person.id, name=wanted.name, title=wanted.title, role=wanted.role.value)
            changes = {field: [getattr(person, field), getattr(wanted, field)] for field in ("name", "title", "role")
                       if getattr(person, field) != getattr(wanted, field)}
            self._audit(connection, by, "person.edit", wanted, **changes)
        return wanted

    def unlock(self, name: str, by: str = "") -> None:
        """Too many wrong PINs are forgiven. Raises Refused("person.unknown")."""
        with self._database.write("person", "audit") as connection:
            person = self._inside(connection, name)
            store.change_person(connection, person.id, **unlocked())
            self._audit(connection, by, "person.unlock", person)
        self.attempts.unlock(person.id)

    def deactivate(self, name: str, by: str = "") -> None:
        """They sign nothing any more; what they signed stays. Raises Refused: person.unknown, person.last."""
        self._set_active(name, by, active=False)

    def activate(self, name: str, by: str = "") -> None:
        """Undo `deactivate`. Raises Refused("person.unknown")."""
        self._set_active(name, by, active=True)

    def record(self, person: Person | str, action: str, subject: str, **detail: Any) -> None:
        """Write down who did what; inside another unit of work use accounts.store.add_audit."""
        name = person.name if isinstance(person, Person) else person
        with self._database.write("audit") as connection:
            store.add_audit(connection, self._now(), name, action, subject, detail)

    def audit(self, subject: str = "", limit: int = 200) -> list[AuditEntry]:
        """What was done, newest first."""
        with self._database.read() as connection:
            return store.audit(connection, subject, limit)

    def _insert(self, connection: Connection, person: Person, pin_hash: str, by: str) -> None:
        if _named(store.people(connection, active_only=False), person.name):
            raise _exists(person.name)
        try:
            store.add_person(connection, person, pin_hash, self._now())
        except IntegrityError as error:
            raise _exists(person.name) from error
        self._audit(connection, by, "person.add", person, role=person.role.value)

    def _set_active(self, name: str, by: str, *, active: bool) -> None:
        with self._database.write("person", "audit") as connection:
            person = self._inside(connection, name)
            if not active:
                _refuse_last(connection, person, None)
            store.change_person(connection, person.id, active=active)
            self._audit(connection, by, "person.activate" if active else "person.deactivate", person)

    def _inside(self, connection: Connection, name: str) -> Person:
        person = _named(store.people(connection, active_only=False), one_line(name, 100))
        if person is None:
            raise Refused("person.unknown", f"nobody here is called {one_line(name, 100)!r}", name=one_line(name, 100))
        return person

    def _refuse_name(self, connection: Connection, person: Person, wanted: Person) -> None:
        if wanted.name == person.name:
            return
        if not wanted.name:
            raise Refused("person.name", "a person needs a name")
        others = [other for other in store.people(connection, active_only=False) if other.id != person.id]
        if _named(others, wanted.name):
            raise _exists(wanted.name)
        # Approvals and the log know people by name: another one would hide who wrote what they now approve.
        if store.has_signed(connection, person.name):
            raise Refused("person.signed", f"{person.name} has signed things under this name", name=person.name)

    def _audit(self, connection: Connection, by: str, action: str, person: Person, **detail: Any) -> None:
        detail["name"] = person.name
        store.add_audit(connection, self._now(), by, action, f"person:{person.id}", detail)

    def _now(self) -> str:
        return format_time(self._clock.now())


def _new_person(name: str, title: str, role: Role) -> Person:
    person = Person(new_id(), one_line(name, 100), one_line(title, 200), Role(role))
    if not person.name:
        raise Refused("person.name", "a person needs a name")
    return person


def _refuse_last(connection: Connection, person: Person, wanted: Person | None) -> None:
    """Somebody must remain whose word decides over people."""
    people = store.people(connection, active_only=True)
    rest = [other for other in people if other.id != person.id]
    if wanted is not None and wanted.active:
        rest.append(wanted)
    before, after = guard(people), guard(rest)
    if before is not None and (after is None or (before is Role.ADMIN and after is not Role.ADMIN)):
        raise Refused("person.last", f"{person.name} is the last {before.value}: name another one first",
                      name=person.name, role=before.value)


def _named(people: list[Person], name: str) -> Person | None:
    """An exact name first; else one that differs in letter case only."""
    exact = [person for person in people if person.name == name]
    return next(iter(exact or [person for person in people if person.name.casefold() == name.casefold()]), None)


def _exists(name: str) -> Refused:
    return Refused("person.exists", f"{name} is already there", name=name)
