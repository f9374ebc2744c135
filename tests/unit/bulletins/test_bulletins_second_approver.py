"""Where two must agree: nothing airs on one yes, and the second must have seen what the first saw."""

from __future__ import annotations

from collections.abc import Iterator
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
