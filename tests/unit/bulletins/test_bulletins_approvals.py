"""Approvals of library items, in a station of one, and what becomes of a plan when an approved text changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
import soundfile

from broadcaster.accounts.model import Person, Role
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import ApprovalSection, Settings, save_settings
from broadcaster.bulletins.model import Bulletin
from broadcaster.library.model import CartKind, State
from broadcaster.protocol.approval import Approval
from broadcaster.wiring import App, build_app

AUTHOR = "Cán bộ truyền thanh"
TOMORROW = date(2026, 11, 22)


@pytest.fixture
def app(home: StationHome, clock: VirtualClock) -> Iterator[App]:
    made = build_app(home, clock)
    yield made
    made.close()


@pytest.fixture
def chief(app: App) -> Person:
    return app.accounts.add("Phó Chủ tịch", "", Role.APPROVER, "2222")


@pytest.fixture
def message(app: App, tmp_path: Path) -> str:
    """An imported sound, as the subject of an approval."""
    random = np.random.default_rng(1)
    soundfile.write(tmp_path / "a.wav", 0.2 * random.standard_normal(96_000), 48_000)
    return f"cart:{app.library.add(tmp_path / 'a.wav', kind=CartKind.NOTICE, by=AUTHOR).cart.id}"


def approved(app: App, chief: Person) -> Bulletin:
    made = app.bulletins.new("Lịch tiêm", "Mai tiêm vắc xin lúc 7h30.", CartKind.NOTICE, AUTHOR)
    app.bulletins.voice(made.id)
    app.approvals.submit(f"bulletin:{made.id}", AUTHOR)
    app.approvals.approve(f"bulletin:{made.id}", chief)
    return app.bulletins.get(made.id)


def planned(app: App) -> set[str]:
    """Approvals of what airs tomorrow, as the published plan says."""
    plan = app.schedule.publish_days(TOMORROW, 1)[0][0]
    return {event.approval.id for session in plan.rundown.sessions for event in session.events}


def on_the_plan(app: App, chief: Person) -> tuple[Bulletin, str, str]:
    """An approved bulletin that airs tomorrow, with the ids of its item and its approval."""
    made = approved(app, chief)
    cart = app.approvals.cart_of(made.id)
    app.schedule.add_campaign(cart.id, 2, TOMORROW, TOMORROW)
    assert cart.approval_id in planned(app)
    return made, cart.id, cart.approval_id


def test_library_item_is_approved(app: App, chief: Person, message: str) -> None:
    app.approvals.submit(message, AUTHOR)
    assert [item.subject for item in app.approvals.pending()] == [message]
    given = app.approvals.approve(message, chief, "2026-12-31")
    cart = app.library.get(message.removeprefix("cart:"))
    assert (cart.state, cart.valid_until, cart.approval_id) == (State.APPROVED, "2026-12-31", given.id)
    assert given.text_sha256 == ""
    assert app.approvals.current(cart.id) == given


def test_library_item_given_back_and_submitted_again(app: App, chief: Person, message: str) -> None:
    app.approvals.submit(message, AUTHOR)
    app.approvals.give_back(message, chief, "Tiếng quá nhỏ")
    cart = app.library.get(message.removeprefix("cart:"))
    assert (cart.state, cart.returned_reason) == (State.RETURNED, "Tiếng quá nhỏ")
    app.approvals.submit(message, AUTHOR)
    assert app.approvals.approve(message, chief).approver == chief.name


def test_library_item_withdrawn_is_not_current(app: App, chief: Person, message: str) -> None:
    app.approvals.submit(message, AUTHOR)
    app.approvals.approve(message, chief)
    app.approvals.withdraw(message, chief, "Hết đợt")
    cart = app.library.get(message.removeprefix("cart:"))
    assert cart.state is State.WITHDRAWN
    assert app.approvals.current(cart.id) is None


def test_approval_ends_with_its_last_day(app: App, chief: Person, message: str, clock: VirtualClock) -> None:
    app.approvals.submit(message, AUTHOR)
    app.approvals.approve(message, chief, "2026-11-21")
    cart = message.removeprefix("cart:")
    assert app.approvals.current(cart) is not None
    clock.advance(24 * 3600)
    assert app.approvals.current(cart) is None


def test_whoever_submitted_cannot_approve(app: App, chief: Person, message: str) -> None:
    app.approvals.submit(message, chief.name.upper())
    with pytest.raises(Refused) as refusal:
        app.approvals.approve(message, chief)
    assert refusal.value.code == "approval.self"


@pytest.mark.parametrize("subject", ["cart:none", "bulletin:none", "none", "", "bulletin:", "cart:%"])
def test_unknown_subject_is_refused(app: App, subject: str) -> None:
    with pytest.raises(Refused) as refusal:
        app.approvals.submit(subject, AUTHOR)
    assert refusal.value.code == "approval.unknown"


def test_station_of_one_says_so(home: StationHome, clock: VirtualClock) -> None:
    save_settings(home, replace(Settings(), approval=ApprovalSection(single_person=True)))
    app = build_app(home, clock)
    try:
        alone = app.accounts.add("Cán bộ đài", "", Role.ADMIN, "3333")
        made = app.bulletins.new("Báo tin", "Mai họp thôn.", CartKind.NOTICE, alone.name)
        app.bulletins.voice(made.id)
        app.approvals.submit(f"bulletin:{made.id}", alone.name)
        for empty in ("", " \n "):
            with pytest.raises(Refused) as refusal:
                app.approvals.approve(f"bulletin:{made.id}", alone, reason=empty)
            assert refusal.value.code == "approval.reason"
        given = app.approvals.approve(f"bulletin:{made.id}", alone, reason="Một mình trực đài")
        assert isinstance(given, Approval)
        assert given.self_approved
        assert app.approvals.history(f"bulletin:{made.id}")[-1].reason == "Một mình trực đài"
        assert app.approvals.own_reason(given.audio_sha256, given.approved_at) == "Một mình trực đài"
        assert app.approvals.own_reason(given.audio_sha256, "2026-01-01T00:00:00+07:00") == ""
        entry = next(entry for entry in app.accounts.audit(f"bulletin:{made.id}") if entry.action.endswith("approve"))
        assert entry.detail["self_approved"] is True
    finally:
        app.close()


@pytest.mark.parametrize("edit", [
    lambda app, made: app.bulletins.save(made.id, text=f"{made.text} "),
    lambda app, made: app.bulletins.save(made.id, text="Lịch tiêm đã đổi."),
    lambda app, made: app.bulletins.voice(made.id, "vi-vn-x-south"),
    lambda app, made: app.bulletins.voice(made.id, None, 160),
], ids=["one blank", "text", "voice", "rate"])
def test_any_edit_takes_the_item_off_the_plan(app: App, chief: Person,
                                              edit: Callable[[App, Bulletin], Bulletin]) -> None:
    made, cart, approval = on_the_plan(app, chief)
    assert edit(app, made).state is State.DRAFT
    assert app.approvals.current(cart) is None
    assert approval not in planned(app)


def test_running_session_loses_what_was_edited(app: App, chief: Person, clock: VirtualClock) -> None:
    made, _, approval = on_the_plan(app, chief)
    clock.advance(24.5 * 3600)  # the morning session of the planned day has begun
    app.bulletins.save(made.id, text="Lịch tiêm đã đổi.")
    assert approval in planned(app)
    rundown = app.schedule.publish_days(TOMORROW, 1)[0][0].rundown
    assert approval in rundown.withdrawn


def test_saving_the_same_text_voids_nothing(app: App, chief: Person) -> None:
    made = approved(app, chief)
    again = app.bulletins.save(made.id, text=made.text, title="Lịch tiêm vắc xin")
    assert again.state is State.APPROVED
    assert app.approvals.current(app.approvals.cart_of(made.id).id) is not None
