"""A forgotten PIN: two colleagues vouch for a person, or a code of the sheet that was printed at set-up."""

from __future__ import annotations

from collections.abc import Callable

from broadcaster.accounts import store
from broadcaster.accounts.codes import CODES, code_matches, hash_code, new_code, one_time_pin, plain_code
from broadcaster.accounts.model import Person, RecoverySheet
from broadcaster.accounts.pins import hash_pin
from broadcaster.accounts.service import AccountService
from broadcaster.accounts.signing import unlocked
from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.ids import new_id
from broadcaster.db.engine import Database


class RecoveryService:
    """Nobody gets at another's name alone: it takes two, or the paper."""

    def __init__(self, database: Database, clock: Clock, accounts: AccountService) -> None:
        self._database = database
        self._clock = clock
        self._accounts = accounts

    def by_two(self, name: str, first: tuple[str, str], second: tuple[str, str]) -> str:
        """A one-time PIN for `name`, on the word of two others (name, PIN), one of whom approves.

        It signs nothing but the choice of a new one. Raises Refused: person.unknown, person.inactive, reset.self,
        reset.same, reset.rank, and all that check_pin raises.
        """
        person = self._active(name)
        names = [self._accounts.by_name(other).id for other, _ in (first, second)]
        if person.id in names:
            raise Refused("reset.self", f"{person.name} cannot vouch for themselves", name=person.name)
        if names[0] == names[1]:
            raise Refused("reset.same", "two different people must sign")
        helpers = [self._accounts.check_pin(*pair) for pair in (first, second)]
        if not any(helper.may_approve for helper in helpers):
            raise Refused("reset.rank", "one of the two must be an administrator or an approver")
        pin = one_time_pin()
        self._renew(person, pin, [helper.name for helper in helpers])
        return pin

    def by_code(self, name: str, code: str, new_pin: str) -> Person:
        """The person's new PIN, for one code of the sheet, which is used up by it.

        Raises Refused: person.unknown, person.inactive, reset.code, pin.wait, pin.form, pin.weak.
        """
        person = self._active(name)
        new_hash = hash_pin(new_pin, person.name)
        self._accounts.attempts.check()
        plain = plain_code(code)
        with self._database.read() as connection:
            known = store.open_codes(connection) if plain else []
        found = next((key for key, code_hash in known if code_matches(plain, code_hash)), "")
        now = format_time(self._clock.now())
        with self._database.write("person", "audit", "recovery_code") as connection:
            right = bool(found) and store.use_code(connection, found, person.id, now)
            if right:
                store.change_person(connection, person.id, pin_hash=new_hash, must_change=False, **unlocked())
                left = len(store.open_codes(connection))
                store.add_audit(connection, now, person.name, "person.reset", f"person:{person.id}",
                                {"name": person.name, "how": "recovery_sheet", "codes_left": left})
            else:
                store.add_audit(connection, now, "", "reset.wrong_code", f"person:{person.id}", {"name": person.name})
        if not right:
            self._accounts.attempts.wrong()
            raise Refused("reset.code", "this code is not on the sheet that holds, or it was used already")
        self._accounts.attempts.right()
        self._accounts.attempts.unlock(person.id)
        return self._accounts.by_name(person.name)

    def sheet(self) -> RecoverySheet:
        """The sheet that now holds."""
        with self._database.read() as connection:
            return RecoverySheet(*store.newest_sheet(connection))

    def new_sheet(self, put_down: Callable[[list[str]], None], by: str = "") -> RecoverySheet:
        """New codes; `put_down` prints or saves them. The sheet before is void only if that worked."""
        codes = [new_code() for _ in range(CODES)]
        hashed = [(new_id(), hash_code(plain_code(code))) for code in codes]
        put_down(codes)
        now = format_time(self._clock.now())
        with self._database.write("recovery_code", "audit") as connection:
            store.add_codes(connection, hashed, now)
            store.add_audit(connection, now, by, "recovery.print", "recovery", {"codes": len(codes)})
        return RecoverySheet(now, len(codes), 0)

    def _active(self, name: str) -> Person:
        person = self._accounts.by_name(name)
        if not person.active:
            raise Refused("person.inactive", f"{person.name} may no longer sign", name=person.name)
        return person

    def _renew(self, person: Person, pin: str, helpers: list[str]) -> None:
        """In the record each of the two stands for themselves."""
        pin_hash = hash_pin(pin)
        now = format_time(self._clock.now())
        with self._database.write("person", "audit") as connection:
            store.change_person(connection, person.id, pin_hash=pin_hash, must_change=True, **unlocked())
            for helper in helpers:
                store.add_audit(connection, now, helper, "person.vouch", f"person:{person.id}",
                                {"name": person.name, "with": [other for other in helpers if other != helper]})
        self._accounts.attempts.unlock(person.id)
