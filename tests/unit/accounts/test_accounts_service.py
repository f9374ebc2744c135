"""People, PINs and locks on a real database."""

from __future__ import annotations

import subprocess
import sys
import threading
import unicodedata
from datetime import timedelta

import pytest

from broadcaster.accounts.model import Role
from broadcaster.accounts.service import AccountService
from broadcaster.base.clock import VirtualClock, parse_time
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.db.engine import Database, open_database

NAME = "Phó Chủ tịch"


@pytest.fixture
def accounts(database: Database, clock: VirtualClock) -> AccountService:
    service = AccountService(database, clock)
    service.add(NAME, "Phó Chủ tịch UBND xã Mẫu", Role.APPROVER, "2468")
    return service


def refusal(accounts: AccountService, pin: str, name: str = NAME) -> Refused:
    with pytest.raises(Refused) as caught:
        accounts.check_pin(name, pin)
    return caught.value


def test_right_pin_names_the_person(accounts: AccountService) -> None:
    person = accounts.check_pin(NAME, "2468")
    assert (person.name, person.role, person.may_approve) == (NAME, Role.APPROVER, True)


def test_name_in_decomposed_unicode_and_other_case_is_found(accounts: AccountService) -> None:
    assert accounts.check_pin(unicodedata.normalize("NFD", f"  {NAME.upper()} "), "2468").name == NAME


def test_same_name_twice_is_refused(accounts: AccountService) -> None:
    with pytest.raises(Refused) as caught:
        accounts.add("phó chủ tịch", "", Role.VIEWER, "1357")
    assert caught.value.code == "person.exists"


@pytest.mark.parametrize("pin", ["", "123", "1" * 13, "12a4", "١٢٣٤", "1234\n", " 1234"])
def test_pin_must_be_digits(accounts: AccountService, pin: str) -> None:
    with pytest.raises(Refused) as caught:
        accounts.add("Cán bộ khác", "", Role.OPERATOR, pin)
    assert caught.value.code == "pin.form"
    assert [person.name for person in accounts.people()] == [NAME]


def test_ten_wrong_pins(accounts: AccountService, clock: VirtualClock) -> None:
    """Four warnings, a lock at the fifth; further tries, even the right PIN, change nothing while it lasts."""
    answers = [refusal(accounts, "0000") for _ in range(10)]
    assert [answer.code for answer in answers] == ["pin.wrong"] * 4 + ["pin.locked"] * 6
    assert [answer.facts["tries_left"] for answer in answers[:4]] == [4, 3, 2, 1]
    until = clock.now() + timedelta(minutes=5)
    assert {parse_time(answer.facts["until"]) for answer in answers[4:]} == {until}
    assert refusal(accounts, "2468").code == "pin.locked"
    clock.advance(301)
    assert accounts.check_pin(NAME, "2468").name == NAME
    assert refusal(accounts, "0000").facts["tries_left"] == 4


def test_locks_double_up_to_an_hour(accounts: AccountService, clock: VirtualClock) -> None:
    for _ in range(4):
        refusal(accounts, "0000")
    minutes = []
    for _ in range(7):
        until = parse_time(refusal(accounts, "0000").facts["until"])
        minutes.append((until - clock.now()).total_seconds() / 60)
        clock.advance((until - clock.now()).total_seconds() + 1)
    assert minutes == [5, 10, 20, 40, 60, 60, 60]


def test_lock_survives_a_restart(accounts: AccountService, home: StationHome, clock: VirtualClock) -> None:
    for _ in range(5):
        refusal(accounts, "0000")
    again = open_database(home.database)
    try:
        assert refusal(AccountService(again, clock), "2468").code == "pin.locked"
    finally:
        again.close()


@pytest.mark.parametrize("step", [-365 * 86400, -600, 3600, 365 * 86400])
def test_setting_the_clock_neither_frees_nor_locks_for_years(accounts: AccountService, clock: VirtualClock,
                                                             step: float) -> None:
    for _ in range(5):
        refusal(accounts, "0000")
    clock.step_wall(step)
    assert refusal(accounts, "2468").code == "pin.locked"
    clock.advance(301)
    assert accounts.check_pin(NAME, "2468").name == NAME


def test_clock_set_back_while_the_program_was_closed_locks_for_an_hour_at_most(
        accounts: AccountService, database: Database, clock: VirtualClock) -> None:
    for _ in range(5):
        refusal(accounts, "0000")
    clock.step_wall(-365 * 86400)
    again = AccountService(database, clock)
    assert refusal(again, "2468").code == "pin.locked"
    clock.advance(3601)
    assert again.check_pin(NAME, "2468").name == NAME


def test_guesses_at_the_same_time_are_counted_one_by_one(accounts: AccountService) -> None:
    codes: list[str] = []

    def guess() -> None:
        try:
            accounts.check_pin(NAME, "0000")
        except Refused as error:
            codes.append(error.code)

    threads = [threading.Thread(target=guess) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(codes) == ["pin.locked"] * 4 + ["pin.wrong"] * 4


def test_a_person_changes_their_own_pin(accounts: AccountService) -> None:
    with pytest.raises(Refused) as caught:
        accounts.change_pin(NAME, "2468", "2468")
    assert caught.value.code == "pin.same"
    accounts.change_pin(NAME, "2468", "mật khẩu của tôi")
    assert refusal(accounts, "2468").code == "pin.wrong"
    assert accounts.check_pin(NAME, unicodedata.normalize("NFD", "mật khẩu của tôi")).name == NAME


def test_an_unlocked_person_signs_again(accounts: AccountService) -> None:
    for _ in range(5):
        refusal(accounts, "0000")
    assert accounts.roster()[0].locked_until == "2026-11-21T04:55:00.000+07:00"
    accounts.unlock(NAME, by="Quản trị")
    assert accounts.roster()[0].locked_until == ""
    assert accounts.check_pin(NAME, "2468").name == NAME


def test_deactivated_person_signs_nothing(accounts: AccountService) -> None:
    accounts.add("Chủ tịch", "", Role.APPROVER, "8642")
    accounts.deactivate(NAME, by="Quản trị")
    assert refusal(accounts, "2468").code == "person.inactive"
    assert [person.name for person in accounts.people()] == ["Chủ tịch"]
    assert [person.name for person in accounts.people(active_only=False)] == ["Chủ tịch", NAME]
    accounts.activate(NAME, by="Quản trị")
    assert accounts.check_pin(NAME, "2468").active


def test_unknown_name(accounts: AccountService) -> None:
    assert refusal(accounts, "2468", "Không ai").code == "person.unknown"


def test_five_names_tried_at_one_window_make_it_wait(accounts: AccountService, clock: VirtualClock) -> None:
    for number in range(5):
        accounts.add(f"Trưởng thôn {number}", "", Role.OPERATOR, "8642")
    for number in range(5):
        assert refusal(accounts, "0000", f"Trưởng thôn {number}").code == "pin.wrong"
    waiting = refusal(accounts, "2468")
    assert (waiting.code, waiting.facts["seconds"]) == ("pin.wait", 5)
    clock.step_wall(3600)
    assert refusal(accounts, "2468").code == "pin.wait", "setting the clock shortens no wait"
    clock.advance(5)
    assert refusal(accounts, "0000").code == "pin.wrong"
    assert refusal(accounts, "2468").facts["seconds"] == 10
    clock.advance(10)
    assert accounts.check_pin(NAME, "2468").name == NAME
    assert refusal(accounts, "0000", "Trưởng thôn 0").code == "pin.wrong"


def test_all_are_added_or_none(accounts: AccountService) -> None:
    with pytest.raises(Refused):
        accounts.add_all([("Cán bộ truyền thanh", "", Role.ADMIN, "8642"), (NAME, "", Role.APPROVER, "8642")])
    assert [person.name for person in accounts.people()] == [NAME]


def test_a_person_is_changed_and_the_trail_says_what(accounts: AccountService) -> None:
    accounts.add("Can bộ", "", Role.OPERATOR, "8642")
    changed = accounts.edit("Can bộ", new_name="Cán bộ truyền thanh", title="Công chức", role=Role.ADMIN, by=NAME)
    assert (changed.name, changed.title, changed.role) == ("Cán bộ truyền thanh", "Công chức", Role.ADMIN)
    told = accounts.audit(f"person:{changed.id}")[0]
    assert (told.person, told.action, told.detail["role"]) == (NAME, "person.edit", ["operator", "admin"])
    with pytest.raises(Refused) as caught:
        accounts.edit("Cán bộ truyền thanh", new_name=NAME.upper(), by=NAME)
    assert caught.value.code == "person.exists"


def test_who_has_signed_keeps_the_name(accounts: AccountService) -> None:
    """A new name would let them approve what they wrote under the old one."""
    accounts.add("Cán bộ truyền thanh", "", Role.OPERATOR, "8642")
    accounts.record("Cán bộ truyền thanh", "session.start", "person:1")
    accounts.edit("Cán bộ truyền thanh", new_name="Cán bộ", by=NAME)
    accounts.edit("Cán bộ", new_name="Cán bộ truyền thanh", by=NAME)
    accounts.record("Cán bộ truyền thanh", "bulletin.submit", "bulletin:1")
    with pytest.raises(Refused) as caught:
        accounts.edit("Cán bộ truyền thanh", new_name="Người khác", by=NAME)
    assert caught.value.code == "person.signed"
    assert accounts.edit("Cán bộ truyền thanh", title="Công chức", by=NAME).title == "Công chức"


def test_the_last_who_decides_stays(accounts: AccountService) -> None:
    accounts.add("Cán bộ truyền thanh", "", Role.OPERATOR, "8642")
    for change in (lambda: accounts.deactivate(NAME), lambda: accounts.edit(NAME, role=Role.OPERATOR)):
        with pytest.raises(Refused) as caught:
            change()
        assert caught.value.code == "person.last"
    accounts.edit(NAME, role=Role.ADMIN)
    accounts.edit("Cán bộ truyền thanh", role=Role.APPROVER)
    with pytest.raises(Refused, match="last admin"):
        accounts.edit(NAME, role=Role.APPROVER)
    accounts.edit("Cán bộ truyền thanh", role=Role.ADMIN)
    accounts.deactivate(NAME)
    assert [person.name for person in accounts.people()] == ["Cán bộ truyền thanh"]


def test_the_roster_says_when_somebody_last_did_something(accounts: AccountService) -> None:
    accounts.record(NAME, "bulletin.approve", "bulletin:1")
    refusal(accounts, "0000")
    standing = accounts.roster()[0]
    assert (standing.last_signed, standing.locked_until) == ("2026-11-21T04:50:00.000+07:00", "")


def test_pin_is_stored_only_as_argon2id(accounts: AccountService, database: Database) -> None:
    with database.read() as connection:
        stored = connection.exec_driver_sql("SELECT pin_hash FROM person").scalar_one()
    assert stored.startswith("$argon2id$")


def test_hashing_costs_what_it_should() -> None:
    """Read from a fresh program: the tests here hash with less work."""
    code = "from broadcaster.accounts.pins import hash_pin; print(hash_pin('2468'))"
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert made.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_audit_tells_who_did_what_newest_first(accounts: AccountService) -> None:
    person = accounts.by_name(NAME)
    accounts.record(person, "bulletin.approve", "bulletin:1", words=120)
    accounts.record("Cán bộ", "bulletin.submit", "bulletin:2")
    assert [entry.action for entry in accounts.audit(limit=2)] == ["bulletin.submit", "bulletin.approve"]
    entry = accounts.audit("bulletin:1")[0]
    assert (entry.person, entry.detail, entry.at) == (NAME, {"words": 120}, "2026-11-21T04:50:00.000+07:00")
    assert [entry.action for entry in accounts.audit(f"person:{person.id}")] == ["person.add"]
