"""Remarks: named, kept in order, taken back only by whoever wrote them, never out of the trail."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from kit_case import AUTHOR

from broadcaster.accounts.model import Person, Role
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.bulletins.comments import LONGEST
from broadcaster.wiring import App, build_app


@pytest.fixture
def app(home: StationHome, clock: VirtualClock) -> Iterator[App]:
    made = build_app(home, clock)
    yield made
    made.close()


@pytest.fixture
def chief(app: App) -> Person:
    return app.accounts.add("Phó Chủ tịch", "", Role.APPROVER, "2222")


@pytest.fixture
def subject(app: App) -> str:
    return f"bulletin:{app.bulletins.new('Họp thôn', 'Mời bà con.', by=AUTHOR).id}"


def test_in_the_order_they_were_said(app: App, chief: Person, subject: str) -> None:
    for number in range(5):
        app.comments.add(subject, f"Ý kiến {number}", chief if number % 2 else AUTHOR)
    assert [(item.by, item.text) for item in app.comments.list(subject)] == [
        (chief.name if number % 2 else AUTHOR, f"Ý kiến {number}") for number in range(5)]
    assert app.comments.counts() == {subject: 5}


def test_one_takes_back_only_ones_own(app: App, chief: Person, subject: str) -> None:
    mine = app.comments.add(subject, "Thiếu địa điểm.", chief)
    with pytest.raises(Refused) as caught:
        app.comments.remove(mine.id, AUTHOR)
    assert caught.value.code == "comment.not_yours"
    app.comments.remove(mine.id, chief)
    assert app.comments.list(subject) == []
    with pytest.raises(Refused) as caught:
        app.comments.remove(mine.id, chief)
    assert caught.value.code == "comment.unknown"
    trail = [(entry.action, entry.detail["text"]) for entry in app.accounts.audit(subject) if "comment" in entry.action]
    assert trail == [("comment.remove", "Thiếu địa điểm."), ("comment.add", "Thiếu địa điểm.")]


def test_an_item_made_from_a_bulletin_shares_its_remarks(app: App, chief: Person, subject: str) -> None:
    key = subject.partition(":")[2]
    app.bulletins.voice(key)
    app.approvals.submit(subject, AUTHOR)
    app.approvals.approve(subject, chief)
    cart = app.approvals.cart_of(key)
    app.comments.add(f"cart:{cart.id}", "Đã nghe.", chief)
    assert [item.text for item in app.comments.list(subject)] == ["Đã nghe."]


def test_a_week_can_be_remarked_on(app: App, chief: Person) -> None:
    app.comments.add("sheet:2026-11-23", "Thiếu buổi trưa.", chief)
    assert len(app.comments.list("sheet:2026-11-23")) == 1


def test_nothing_is_said_about_what_is_not_there(app: App) -> None:
    for wrong in ("bulletin:gone", "cart:gone", "sheet:", "sheet:2026-13-01", "sheet:20261123", "", "x"):
        with pytest.raises(Refused) as caught:
            app.comments.add(wrong, "Ý kiến", AUTHOR)
        assert caught.value.code == "comment.subject"
        assert app.comments.list(wrong) == []


def test_empty_and_endless_remarks(app: App, subject: str) -> None:
    for text, code in (("", "comment.empty"), (" \n\t ", "comment.empty"), ("\0", "comment.empty"),
                       ("dài " * LONGEST, "comment.long")):
        with pytest.raises(Refused) as caught:
            app.comments.add(subject, text, AUTHOR)
        assert caught.value.code == code


def test_hostile_words_stay_words(app: App, subject: str) -> None:
    words = "<b>đậm</b> '; drop table comment; -- 🎺\nDòng hai"
    app.comments.add(subject, words, AUTHOR)
    assert app.comments.list(subject)[0].text == words
