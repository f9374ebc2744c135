"""From text to an approved item, with the real voice, library and database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from broadcaster.accounts.model import Person, Role
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.bulletins.model import Bulletin, Production
from broadcaster.library.model import CartKind, State
from broadcaster.wiring import App, build_app

AUTHOR = "Cán bộ truyền thanh"


@pytest.fixture
def app(home: StationHome, clock: VirtualClock) -> Iterator[App]:
    made = build_app(home, clock)
    yield made
    made.close()


@pytest.fixture
def chief(app: App) -> Person:
    return app.accounts.add("Phó Chủ tịch", "", Role.APPROVER, "2222")


def voiced(app: App) -> Bulletin:
    made = app.bulletins.new("Thông báo", "Kính mời bà con đi tiêm vắc xin lúc 7h30.", CartKind.NOTICE, AUTHOR)
    return app.bulletins.voice(made.id)


def approved(app: App, chief: Person) -> Bulletin:
    made = voiced(app)
    app.approvals.submit(f"bulletin:{made.id}", AUTHOR)
    app.approvals.approve(f"bulletin:{made.id}", chief)
    return app.bulletins.get(made.id)


def code_of(refusal: pytest.ExceptionInfo[Refused]) -> str:
    return refusal.value.code


def test_approval_binds_text_and_sound(app: App, chief: Person) -> None:
    made = approved(app, chief)
    cart = app.approvals.cart_of(made.id)
    current = app.approvals.current(cart.id)
    assert made.cut is not None
    assert current is not None
    assert cart.state is made.state is State.APPROVED
    assert current.audio_sha256 == made.cut.sha256 == cart.cut.sha256
    assert current.approver == chief.name
    assert not current.self_approved


def test_changed_text_voids_and_the_item_keeps_its_id(app: App, chief: Person) -> None:
    made = approved(app, chief)
    cart = app.approvals.cart_of(made.id)
    changed = app.bulletins.save(made.id, text="Lịch tiêm đã đổi.", by=AUTHOR)
    assert (changed.state, changed.audio_current) == (State.DRAFT, False)
    assert app.approvals.current(cart.id) is None
    assert app.library.get(cart.id).state is State.DRAFT
    with pytest.raises(Refused) as refusal:
        app.approvals.submit(f"bulletin:{made.id}", AUTHOR)
    assert code_of(refusal) == "approval.no_audio"
    app.bulletins.voice(made.id)
    app.approvals.submit(f"bulletin:{made.id}", AUTHOR)
    app.approvals.approve(f"bulletin:{made.id}", chief)
    assert app.approvals.cart_of(made.id).id == cart.id


def test_author_cannot_approve(app: App, chief: Person) -> None:
    made = app.bulletins.new("Thông báo", "Xin chào.", CartKind.NOTICE, chief.name)
    app.bulletins.voice(made.id)
    app.approvals.submit(f"bulletin:{made.id}", AUTHOR)
    with pytest.raises(Refused) as refusal:
        app.approvals.approve(f"bulletin:{made.id}", chief)
    assert code_of(refusal) == "approval.self"


def test_operator_cannot_approve(app: App) -> None:
    operator = app.accounts.add("Trực đài", "", Role.OPERATOR, "1111")
    made = voiced(app)
    app.approvals.submit(f"bulletin:{made.id}", AUTHOR)
    with pytest.raises(Refused) as refusal:
        app.approvals.approve(f"bulletin:{made.id}", operator)
    assert code_of(refusal) == "approval.role"


def test_altered_sound_is_not_approved(app: App, chief: Person) -> None:
    made = voiced(app)
    assert made.cut is not None
    app.approvals.submit(f"bulletin:{made.id}", AUTHOR)
    path = app.home.audio(made.cut.sha256)
    path.chmod(0o644)
    path.write_bytes(path.read_bytes() + b"x")
    with pytest.raises(Refused) as refusal:
        app.approvals.approve(f"bulletin:{made.id}", chief)
    assert code_of(refusal) == "approval.audio_altered"


def test_given_back_with_a_reason(app: App, chief: Person) -> None:
    made = voiced(app)
    subject = f"bulletin:{made.id}"
    app.approvals.submit(subject, AUTHOR)
    assert [item.subject for item in app.approvals.pending()] == [subject]
    with pytest.raises(Refused):
        app.approvals.give_back(subject, chief, "  ")
    app.approvals.give_back(subject, chief, "Sai giờ")
    assert app.bulletins.get(made.id).returned_reason == "Sai giờ"
    assert app.approvals.pending() == []
    assert [entry.action for entry in app.accounts.audit(subject)][:2] == ["bulletin.give_back", "bulletin.submit"]


def test_withdrawn_item_airs_no_more(app: App, chief: Person) -> None:
    made = approved(app, chief)
    cart = app.approvals.cart_of(made.id)
    app.approvals.withdraw(f"bulletin:{made.id}", chief, "Hết hạn")
    assert app.approvals.current(cart.id) is None
    assert app.library.get(cart.id).state is State.WITHDRAWN


def test_a_letter_that_says_nothing_to_the_people_is_told_as_such(app: App) -> None:
    bare = app.directives.add_text("CÔNG VĂN\nSố: 5/UBND-VX\nV/v hợp tác thông tin\nKính gửi: UBND các xã.\n"
                                   "Đề nghị các xã ký hợp đồng hợp tác thông tin năm 2026.\n", "a.txt").directive
    assert not app.bulletins.tells(bare.id)
    assert "những nội dung sau đây" not in app.bulletins.draft(bare.id).text
    told = app.directives.add_text("CÔNG VĂN\nSố: 6/UBND-VX\nV/v phòng lừa đảo\nKính gửi: UBND các xã.\n"
                                   "Tuyên truyền:\n1. Người dân không cung cấp mã OTP cho bất kỳ ai.\n",
                                   "b.txt").directive
    assert app.bulletins.tells(told.id)


def test_a_production_that_cannot_be_made_voids_nothing(app: App, chief: Person) -> None:
    made = approved(app, chief)
    for wrong in (Production(chime="no such item"), Production(repeats=5, pause_seconds=1e9)):
        with pytest.raises(Refused):
            app.bulletins.produce(made.id, wrong)
        assert app.bulletins.get(made.id) == made
    assert app.approvals.current(app.approvals.cart_of(made.id).id) is not None
