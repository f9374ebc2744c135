"""Database and ledger of approvals: what one forgot, the other tells; what was taken back stays so."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
import soundfile

from broadcaster.accounts.model import Person, Role
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.cli.main import main
from broadcaster.library.model import CartKind, State
from broadcaster.protocol.approval import Approval
from broadcaster.wiring import App, build_app

AUTHOR, CHIEF = "Cán bộ truyền thanh", "Phó Chủ tịch"
Open = Callable[[], App]


@pytest.fixture
def reopen(home: StationHome, clock: VirtualClock) -> Iterator[Open]:
    """Opens the station, closing it first if it is open."""
    opened: list[App] = []

    def build() -> App:
        while opened:
            opened.pop().close()
        opened.append(build_app(home, clock))
        return opened[0]

    yield build
    for app in opened:
        app.close()


@pytest.fixture
def app(reopen: Open) -> App:
    return reopen()


@pytest.fixture
def chief(app: App) -> Person:
    return app.accounts.add(CHIEF, "", Role.APPROVER, "2222")


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    soundfile.write(tmp_path / "a.wav", 0.2 * np.random.default_rng(1).standard_normal(96_000), 48_000)
    return tmp_path / "a.wav"


@pytest.fixture
def given(app: App, chief: Person, sound: Path) -> Approval:
    cart = app.library.add(sound, kind=CartKind.NOTICE, by=AUTHOR).cart
    app.approvals.submit(f"cart:{cart.id}", AUTHOR)
    approval = app.approvals.approve(f"cart:{cart.id}", chief)
    assert isinstance(approval, Approval)
    return approval


def edit(app: App, home: StationHome, sql: str) -> None:
    """Somebody with a program for SQLite."""
    app.close()
    with closing(sqlite3.connect(home.database)) as raw, raw:
        assert raw.execute(sql).rowcount > 0


def item(app: App, given: Approval) -> State:
    return app.library.get(given.subject.removeprefix("cart:")).state


def test_every_way_to_end_an_approval_stands_in_the_ledger(app: App, given: Approval, chief: Person) -> None:
    assert app.approval_book.ledger().lets(given)
    app.library.withdraw(given.subject.removeprefix("cart:"), AUTHOR, "Sai giờ")
    assert not app.approval_book.ledger().lets(given)


def test_a_text_changed_after_the_approval_ends_it_there_too(app: App, chief: Person) -> None:
    made = app.bulletins.new("Lịch tiêm", "Mai tiêm vắc xin lúc 7h30.", CartKind.NOTICE, AUTHOR)
    app.bulletins.voice(made.id)
    app.approvals.submit(f"bulletin:{made.id}", AUTHOR)
    approval = app.approvals.approve(f"bulletin:{made.id}", chief)
    assert isinstance(approval, Approval)
    app.bulletins.save(made.id, text="Mai tiêm vắc xin lúc 8h00.")
    assert not app.approval_book.ledger().lets(approval)


def test_a_withdrawal_taken_out_of_the_database_comes_back(app: App, given: Approval, home: StationHome,
                                                           reopen: Open) -> None:
    app.approvals.withdraw(given.subject, CHIEF, "Sai giờ")
    edit(app, home, "UPDATE approval SET voided_at = '', voided_reason = ''")
    with closing(sqlite3.connect(home.database)) as raw, raw:
        raw.execute(f"UPDATE cart SET state = 'approved', approval_id = '{given.id}'")
    again = reopen()
    assert item(again, given) is State.WITHDRAWN
    assert again.approvals.current(given.subject.removeprefix("cart:")) is None


def test_an_old_copy_of_the_database_learns_what_it_forgot(app: App, given: Approval, home: StationHome,
                                                           reopen: Open, tmp_path: Path) -> None:
    app.close()
    shutil.copy(home.database, tmp_path / "copy.db")
    again = reopen()
    again.approvals.withdraw(given.subject, CHIEF, "Sai giờ")
    again.close()
    for old in home.root.glob("station.db*"):
        old.unlink()
    shutil.copy(tmp_path / "copy.db", home.database)
    again = reopen()
    assert item(again, given) is State.WITHDRAWN
    assert not again.approval_book.ledger().lets(given)


def test_an_approval_put_into_the_database_by_hand_is_none(app: App, given: Approval, home: StationHome,
                                                           reopen: Open) -> None:
    app.approvals.withdraw(given.subject, CHIEF, "Sai giờ")
    edit(app, home, "INSERT INTO approval SELECT 'x', subject, text_sha256, audio_sha256, approver, approved_at, "
         "valid_until, self_approved, valid_from, second_approver, second_at, text, seal, '', '' FROM approval")
    assert "x" not in reopen().approval_book.ledger().approved


@pytest.mark.parametrize("how", ["lost", "altered", "cut"])
def test_a_damaged_ledger_is_made_anew_from_a_database_that_is_whole(
        app: App, given: Approval, home: StationHome, reopen: Open, sound: Path, how: str) -> None:
    app.close()
    raw = home.approvals.read_bytes()
    if how == "lost":
        home.approvals.unlink()
    else:
        home.approvals.write_bytes(raw[:40] + b"?" + raw[41:] if how == "altered" else raw[len(raw) // 2:])
    again = reopen()
    assert again.approval_book.trouble() == ""
    assert again.approval_book.ledger().lets(given)
    assert len(list(home.approvals.parent.glob("*.broken-*"))) == (how != "lost")


@pytest.mark.parametrize("how", ["lost", "altered"])
def test_a_damaged_ledger_and_an_edited_database_let_nothing_air(
        app: App, given: Approval, home: StationHome, reopen: Open, tmp_path: Path, how: str) -> None:
    sound = tmp_path / "b.wav"
    soundfile.write(sound, 0.2 * np.random.default_rng(2).standard_normal(96_000), 48_000)
    app.approvals.withdraw(given.subject, CHIEF, "Sai giờ")
    edit(app, home, "UPDATE approval SET voided_at = '', voided_reason = ''")
    if how == "lost":
        home.approvals.unlink()
    else:
        raw = home.approvals.read_bytes()
        home.approvals.write_bytes(raw[:40] + b"?" + raw[41:])
    again = reopen()
    assert again.approval_book.trouble() == ("missing" if how == "lost" else "altered")
    cart = again.library.add(sound, by=AUTHOR).cart
    again.approvals.submit(f"cart:{cart.id}", AUTHOR)
    with pytest.raises(Refused) as refusal:
        again.approvals.approve(f"cart:{cart.id}", again.accounts.by_name(CHIEF))
    assert refusal.value.code == "ledger.broken"
    assert again.library.get(cart.id).state is State.SUBMITTED
    again.approval_book.rebuild(again.database, "Quản trị", "Đĩa hỏng")
    assert not again.approval_book.ledger().lets(given)  # the trail remembers the withdrawal
    assert item(again, given) is State.WITHDRAWN


def test_a_station_from_before_there_was_a_ledger_gets_one(app: App, given: Approval, home: StationHome,
                                                           reopen: Open) -> None:
    app.close()
    home.approvals.unlink()
    with closing(sqlite3.connect(home.database)) as raw, raw:
        raw.execute("DELETE FROM audit")
    assert reopen().approval_book.ledger().lets(given)


def test_a_withdrawal_while_the_ledger_cannot_be_read_is_entered_later(
        app: App, given: Approval, home: StationHome, reopen: Open) -> None:
    home.approvals.rename(home.approvals.with_suffix(".kept"))
    home.approvals.mkdir()
    app.approvals.withdraw(given.subject, CHIEF, "Sai giờ")
    assert not app.approval_book.ledger().lets(given)  # nothing is let meanwhile
    home.approvals.rmdir()
    home.approvals.with_suffix(".kept").rename(home.approvals)
    assert given.id in reopen().approval_book.ledger().ended


@pytest.mark.parametrize(("sql", "problem"), [
    ("UPDATE audit SET person = 'Người khác' WHERE id = 2", "altered"),
    ("DELETE FROM audit WHERE id = 2", "broken_link"),
    ("DELETE FROM audit WHERE id > 2", "missing"),
])
def test_a_trail_that_was_edited_shows_it(app: App, given: Approval, home: StationHome, reopen: Open, sql: str,
                                          problem: str) -> None:
    with app.database.read() as connection:
        assert app.approval_book.trail_faults(connection) == []
    edit(app, home, sql)
    again = reopen()
    with again.database.read() as connection:
        assert problem in {fault.problem for fault in again.approval_book.trail_faults(connection)}


def test_a_withdrawal_cut_off_the_ledger_and_out_of_the_database_comes_back(
        app: App, given: Approval, home: StationHome, reopen: Open) -> None:
    """An older ledger is whole in itself: the trail of acts still knows."""
    before = home.approvals.read_bytes()
    app.approvals.withdraw(given.subject, CHIEF, "Sai giờ")
    edit(app, home, "UPDATE approval SET voided_at = '', voided_reason = ''")
    with closing(sqlite3.connect(home.database)) as raw, raw:
        raw.execute(f"UPDATE cart SET state = 'approved', approval_id = '{given.id}'")
    home.approvals.write_bytes(before)
    again = reopen()
    assert item(again, given) is State.WITHDRAWN
    assert given.id in again.approval_book.ledger().ended


def test_an_administrator_makes_the_ledger_anew_on_the_command_line(
        app: App, given: Approval, home: StationHome, reopen: Open) -> None:
    app.accounts.add(AUTHOR, "", Role.OPERATOR, "1111")
    app.approvals.withdraw(given.subject, CHIEF, "Sai giờ")
    edit(app, home, "UPDATE approval SET voided_at = '', voided_reason = ''")
    home.approvals.unlink()
    order = ["--home", str(home.root), "approve", "rebuild", "--reason", "Đĩa hỏng"]
    assert main(order) == 2, "nobody signs"
    assert main([*order, "--as", AUTHOR, "--pin", "1111"]) == 1
    assert reopen().approval_book.trouble() == "missing"
    assert main([*order, "--as", CHIEF, "--pin", "2222"]) == 0
    again = reopen()
    assert again.approval_book.trouble() == ""
    assert not again.approval_book.ledger().lets(given)
