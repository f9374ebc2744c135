"""Forgotten PINs: two who vouch, or the sheet in the envelope."""

from __future__ import annotations

import threading
from datetime import datetime

import pytest

from broadcaster.accounts.model import Role
from broadcaster.accounts.recovery import RecoveryService
from broadcaster.accounts.service import AccountService
from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.db.engine import Database

ADMIN, APPROVER, OPERATOR, VIEWER = "Quản trị", "Phó Chủ tịch", "Cán bộ truyền thanh", "Trưởng thôn"
PIN = "258079"


@pytest.fixture
def accounts(database: Database, clock: VirtualClock) -> AccountService:
    service = AccountService(database, clock)
    service.add_all([(ADMIN, "", Role.ADMIN, PIN), (APPROVER, "", Role.APPROVER, PIN),
                     (OPERATOR, "", Role.OPERATOR, PIN), (VIEWER, "", Role.VIEWER, PIN)])
    return service


@pytest.fixture
def recovery(database: Database, clock: VirtualClock, accounts: AccountService) -> RecoveryService:
    return RecoveryService(database, clock, accounts)


def code_of(work: object) -> str:
    with pytest.raises(Refused) as caught:
        work()  # type: ignore[operator]
    return caught.value.code


def test_two_others_give_a_pin_that_signs_nothing_but_its_change(
        accounts: AccountService, recovery: RecoveryService) -> None:
    for _ in range(5):
        code_of(lambda: accounts.check_pin(OPERATOR, "0000"))
    accounts.attempts.right()
    pin = recovery.by_two(OPERATOR, (APPROVER, PIN), (VIEWER, PIN))
    assert code_of(lambda: accounts.check_pin(OPERATOR, pin)) == "pin.must_change"
    assert code_of(lambda: accounts.check_pin(OPERATOR, PIN)) == "pin.wrong", "the forgotten one holds no more"
    assert code_of(lambda: accounts.change_pin(OPERATOR, pin, pin)) == "pin.same"
    accounts.change_pin(OPERATOR, pin, "mật khẩu mới của tôi")
    assert accounts.check_pin(OPERATOR, "mật khẩu mới của tôi").name == OPERATOR
    assert code_of(lambda: accounts.check_pin(OPERATOR, pin)) == "pin.wrong", "used once"
    told = [entry for entry in accounts.audit() if entry.action == "person.vouch"]
    assert [(entry.person, entry.detail["with"]) for entry in told] == [(VIEWER, [APPROVER]), (APPROVER, [VIEWER])]


@pytest.mark.parametrize(("first", "second", "code"), [
    ((APPROVER, PIN), (APPROVER, PIN), "reset.same"), ((APPROVER, PIN), (OPERATOR, PIN), "reset.self"),
    ((APPROVER, PIN), ("Không ai", PIN), "person.unknown"), ((APPROVER, "0000"), (ADMIN, PIN), "pin.wrong"),
    ((APPROVER, PIN), (ADMIN, "0000"), "pin.wrong")])
def test_whose_word_does_not_count(first: tuple[str, str], second: tuple[str, str], code: str,
                                   accounts: AccountService, recovery: RecoveryService) -> None:
    assert code_of(lambda: recovery.by_two(OPERATOR, first, second)) == code
    assert accounts.check_pin(OPERATOR, PIN).name == OPERATOR


def test_two_who_approve_nothing_are_not_enough(accounts: AccountService, recovery: RecoveryService) -> None:
    assert code_of(lambda: recovery.by_two(ADMIN, (OPERATOR, PIN), (VIEWER, PIN))) == "reset.rank"
    assert accounts.check_pin(ADMIN, PIN).role is Role.ADMIN


def test_a_code_lets_the_only_administrator_in_again_once(accounts: AccountService, recovery: RecoveryService) -> None:
    sheet: list[str] = []
    recovery.new_sheet(sheet.extend, by=ADMIN)
    for _ in range(5):
        code_of(lambda: accounts.check_pin(ADMIN, "0000"))
    assert code_of(lambda: accounts.check_pin(ADMIN, PIN)) == "pin.locked"
    accounts.attempts.right()
    recovery.by_code(ADMIN, sheet[5].lower(), "864209")
    assert accounts.check_pin(ADMIN, "864209").role is Role.ADMIN
    assert code_of(lambda: recovery.by_code(ADMIN, sheet[5], "111222333")) == "reset.code"
    assert accounts.check_pin(ADMIN, "864209").name == ADMIN
    state = recovery.sheet()
    assert (state.left, state.used) == (7, 1)
    told = accounts.audit(f"person:{accounts.by_name(ADMIN).id}")
    assert [entry.action for entry in told][:2] == ["reset.wrong_code", "person.reset"]
    assert told[1].detail["codes_left"] == 7
    assert sheet[5] not in str([entry.detail for entry in accounts.audit()]), "no code stands in the trail"


def test_a_new_sheet_makes_the_old_one_worthless_only_when_it_was_written(
        accounts: AccountService, recovery: RecoveryService, database: Database) -> None:
    old: list[str] = []
    recovery.new_sheet(old.extend)

    def broken_printer(_: list[str]) -> None:
        raise Refused("disk.full", "the disk is full", path="x")

    assert code_of(lambda: recovery.new_sheet(broken_printer)) == "disk.full"
    recovery.by_code(OPERATOR, old[0], "864209")
    new: list[str] = []
    recovery.new_sheet(new.extend)
    assert code_of(lambda: recovery.by_code(OPERATOR, old[1], "975310")) == "reset.code"
    with database.read() as connection:
        stored = connection.exec_driver_sql("SELECT group_concat(code_hash) FROM recovery_code").scalar_one()
    assert stored.count("$argon2id$") == 16
    assert not any(code.replace("-", "") in stored for code in new)


def test_a_code_is_used_by_one_of_two_who_type_it_at_the_same_time(
        accounts: AccountService, recovery: RecoveryService) -> None:
    sheet: list[str] = []
    recovery.new_sheet(sheet.extend)
    went: list[str] = []

    def use(name: str) -> None:
        try:
            went.append(recovery.by_code(name, sheet[0], "864209").name)
        except Refused as error:
            went.append(error.code)

    threads = [threading.Thread(target=use, args=(name,)) for name in (ADMIN, OPERATOR)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(went)[-1] == "reset.code"
    assert recovery.sheet().used == 1


def test_a_code_helps_nobody_who_has_left_and_needs_a_good_pin(
        accounts: AccountService, recovery: RecoveryService) -> None:
    sheet: list[str] = []
    recovery.new_sheet(sheet.extend)
    accounts.deactivate(VIEWER)
    assert code_of(lambda: recovery.by_code(VIEWER, sheet[0], "864209")) == "person.inactive"
    assert code_of(lambda: recovery.by_code(OPERATOR, sheet[0], "matkhau123")) == "pin.weak"
    assert code_of(lambda: recovery.by_code(OPERATOR, "không phải mã", "864209")) == "reset.code"
    assert recovery.sheet().left == 8


def test_the_sheet_is_one_page_with_every_code_on_it() -> None:
    import pypdfium2

    from broadcaster.accounts.codes import new_code
    from broadcaster.accounts.recovery_sheet import sheet_pdf

    codes = [new_code() for _ in range(8)]
    page = sheet_pdf("Đài truyền thanh xã Mẫu " * 8, datetime(2026, 11, 21, 5, 17, tzinfo=STATION_ZONE), codes)
    document = pypdfium2.PdfDocument(page)
    try:
        assert len(document) == 1
        text = document[0].get_textpage().get_text_range()
    finally:
        document.close()
    assert all(code in text for code in codes)
    assert "05:17 ngày 21/11/2026" in text
