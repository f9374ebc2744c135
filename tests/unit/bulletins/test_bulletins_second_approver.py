"""Where two must agree: nothing airs on one yes, and the second must have seen what the first saw."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
import soundfile

from broadcaster.accounts.model import Person, Role
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import ApprovalSection, Settings, save_settings
from broadcaster.bulletins.sign_off import FirstYes
from broadcaster.library.model import CartKind, State
from broadcaster.protocol.approval import Approval
from broadcaster.wiring import App, build_app

AUTHOR = "Cán bộ truyền thanh"


@pytest.fixture
def app(home: StationHome, clock: VirtualClock) -> Iterator[App]:
    save_settings(home, Settings(approval=ApprovalSection(second_approver=True)))
    made = build_app(home, clock)
    yield made
    made.close()


@pytest.fixture
def chief(app: App) -> Person:
    return app.accounts.add("Phó Chủ tịch", "", Role.APPROVER, "2222")


@pytest.fixture
def board(app: App) -> Person:
    return app.accounts.add("Trưởng ban biên tập", "", Role.APPROVER, "3333")


@pytest.fixture
def message(app: App, tmp_path: Path) -> str:
    random = np.random.default_rng(1)
    soundfile.write(tmp_path / "a.wav", 0.2 * random.standard_normal(96_000), 48_000)
    subject = f"cart:{app.library.add(tmp_path / 'a.wav', kind=CartKind.NOTICE, by=AUTHOR).cart.id}"
    app.approvals.submit(subject, AUTHOR)
    return subject


def state(app: App, subject: str) -> State:
    return app.library.get(subject.removeprefix("cart:")).state


def test_one_yes_airs_nothing_and_two_do(app: App, chief: Person, board: Person, message: str) -> None:
    first = app.approvals.approve(message, chief, "2026-12-31")
    assert isinstance(first, FirstYes)
    assert state(app, message) is State.CHECKED
    assert app.approvals.current(message.removeprefix("cart:")) is None
    assert [(item.state, item.first_approver) for item in app.approvals.pending()] == [(State.CHECKED, chief.name)]
    given = app.approvals.approve(message, board, "2027-01-31", valid_from="2026-11-25")
    assert isinstance(given, Approval)
    assert (given.approver, given.second_approver) == (chief.name, board.name)
    assert (given.valid_from, given.valid_until) == ("2026-11-25", "2026-12-31")  # the days both agreed to
    assert state(app, message) is State.APPROVED
    assert [step.act for step in app.approvals.history(message)] == ["new", "submit", "first_yes", "approve"]


def test_the_second_is_somebody_else(app: App, chief: Person, message: str) -> None:
    app.approvals.approve(message, chief)
    with pytest.raises(Refused) as refusal:
        app.approvals.approve(message, chief)
    assert refusal.value.code == "approval.second"
    assert state(app, message) is State.CHECKED


def test_what_changed_between_the_two_needs_both_again(app: App, chief: Person, board: Person) -> None:
    made = app.bulletins.new("Lịch tiêm", "Mai tiêm vắc xin lúc 7h30.", CartKind.NOTICE, AUTHOR)
    app.bulletins.voice(made.id)
    subject = f"bulletin:{made.id}"
    app.approvals.submit(subject, AUTHOR)
    app.approvals.approve(subject, chief)
    texts = [item for item in app.kit.shown_for_approval(made.id)][1:]  # one channel's text was not shown to the second
    with pytest.raises(Refused) as refusal:
        app.approvals.approve(subject, board, channels=texts)
    assert refusal.value.code == "approval.changed"
    app.bulletins.save(made.id, text="Mai tiêm vắc xin lúc 8h00.")
    assert app.bulletins.get(made.id).state is State.DRAFT
    app.bulletins.voice(made.id)
    app.approvals.submit(subject, AUTHOR)
    assert isinstance(app.approvals.approve(subject, board), FirstYes)
    assert isinstance(app.approvals.approve(subject, chief), Approval)
    last = app.approvals.last_approved(subject)
    assert last is not None
    assert (last.text, last.holds) == ("Mai tiêm vắc xin lúc 8h00.", True)


def test_given_back_after_the_first_yes_begins_anew(app: App, chief: Person, board: Person, message: str) -> None:
    app.approvals.approve(message, chief)
    app.approvals.give_back(message, board, "Nghe không rõ")
    assert state(app, message) is State.RETURNED
    app.approvals.submit(message, AUTHOR)
    assert isinstance(app.approvals.approve(message, board), FirstYes)


@pytest.mark.parametrize(("start", "end"), [("2026-12-02", "2026-12-01"), ("soon", ""), ("", "2026-11-20")])
def test_days_that_make_no_sense(app: App, chief: Person, message: str, start: str, end: str) -> None:
    with pytest.raises(Refused) as refusal:
        app.approvals.approve(message, chief, end, valid_from=start)
    assert refusal.value.code == "approval.date"
    assert state(app, message) is State.SUBMITTED


def test_days_its_author_gave_are_approved_with_it(app: App, chief: Person, board: Person, message: str) -> None:
    app.approvals.give_back(message, chief, "Ghi hạn phát")
    app.library.edit([message.removeprefix("cart:")], {"valid_until": "2026-12-24"}, AUTHOR)
    app.approvals.submit(message, AUTHOR)
    app.approvals.approve(message, chief)
    given = app.approvals.approve(message, board)
    assert isinstance(given, Approval)
    assert given.valid_until == "2026-12-24"
    assert app.library.get(message.removeprefix("cart:")).valid_until == "2026-12-24"


@pytest.mark.parametrize("forged", [
    "UPDATE cart SET state = 'checked'",
    "UPDATE cart SET state = 'checked'; INSERT INTO first_yes (subject, text_sha256, audio_sha256, approver, at) "
    "SELECT 'cart:' || id, '', cut_sha256, 'Trưởng ban biên tập', '2026-11-20T08:00:00.000+07:00' FROM cart",
])
def test_a_first_yes_that_nobody_gave_is_none(app: App, chief: Person, board: Person, message: str,
                                              forged: str) -> None:
    with closing(sqlite3.connect(app.home.database)) as raw, raw:
        raw.executescript(forged)
    assert isinstance(app.approvals.approve(message, chief), FirstYes)  # and not the second of two
    assert state(app, message) is State.CHECKED


def test_a_first_yes_moved_to_another_item_is_none(app: App, chief: Person, board: Person, message: str) -> None:
    app.approvals.approve(message, chief)
    with closing(sqlite3.connect(app.home.database)) as raw, raw:
        raw.execute("UPDATE first_yes SET approver = 'Trưởng ban biên tập'")
    assert app.approvals.pending()[0].first_approver == ""
    assert isinstance(app.approvals.approve(message, chief), FirstYes)  # signed as oneself, not as somebody else
    assert isinstance(app.approvals.approve(message, board), Approval)


def test_who_left_between_signing_in_and_signing_signs_nothing(app: App, chief: Person, board: Person,
                                                               message: str) -> None:
    app.accounts.add("Chủ tịch", "", Role.APPROVER, "4545")
    app.accounts.deactivate(chief.name)
    app.accounts.edit(board.name, role=Role.OPERATOR)
    for person in (chief, board):  # as the window still holds them
        assert person.may_approve
        with pytest.raises(Refused) as refusal:
            app.approvals.approve(message, person)
        assert refusal.value.code == "approval.role"
    assert state(app, message) is State.SUBMITTED


SPELLINGS = ["PHÓ CHỦ TỊCH", "  phó   chủ tịch ", unicodedata.normalize("NFD", "Phó Chủ tịch")]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_another_spelling_is_the_same_person(app: App, chief: Person, message: str, spelling: str) -> None:
    app.approvals.approve(message, chief)
    with pytest.raises(Refused) as refusal:
        app.approvals.approve(message, app.accounts.check_pin(spelling, "2222"))
    assert refusal.value.code == "approval.second"
    with pytest.raises(Refused) as refusal:
        app.accounts.add(spelling, "", Role.APPROVER, "4444")
    assert refusal.value.code == "person.exists"
    with pytest.raises(Refused) as refusal:
        app.accounts.edit(chief.name, new_name="Chủ tịch")  # and be somebody else for the second yes
    assert refusal.value.code == "person.signed"
