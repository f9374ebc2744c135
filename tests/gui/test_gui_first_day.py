"""What a new operator and the leader who signs tripped over on their first day."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from gui_steps import APPROVER, OPERATOR, settle
from page_station import answer, page_of
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from broadcaster.accounts.model import Person, Right, Role
from broadcaster.gui.approvals.sign_dialog import SignDialog
from broadcaster.gui.bulletins.sound_bar import SoundBar
from broadcaster.gui.focus_ring import FocusRing
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.pin_dialog import usual_signer
from broadcaster.library.model import State
from broadcaster.wiring import App

Opener = Callable[[], MainWindow]
TEXT = "Mời bà con đưa chó đến UBND xã lúc 7 giờ 30 ngày 01/12/2026."


def _submitted(app: App) -> str:
    made = app.bulletins.new("Tiêm phòng dại", TEXT, by=OPERATOR)
    app.bulletins.voice(made.id)
    app.approvals.submit(f"bulletin:{made.id}", OPERATOR)
    return made.id


def _person(name: str, role: Role) -> Person:
    return Person(name, name, "", role)


@pytest.mark.parametrize(("right", "last", "first"), [
    (Right.APPROVE, {}, "Phó Chủ tịch"),
    (Right.APPROVE, {Right.WRITE: "Ba"}, "Phó Chủ tịch"),
    (Right.APPROVE, {Right.APPROVE: "An"}, "An"),
    (Right.WRITE, {}, "Ba"),
    (None, {Right.WRITE: "Ba"}, "Ba"),
    (None, {}, ""),
])
def test_the_office_decides_who_is_offered_first(right: Right | None, last: dict[Right | None, str],
                                                 first: str) -> None:
    people = [_person("An", Role.ADMIN), _person("Ba", Role.OPERATOR), _person("Phó Chủ tịch", Role.APPROVER)]
    assert usual_signer(people, right, last) == first


def test_a_bulletin_approved_elsewhere_is_shown_approved(qtbot: QtBot, open_window: Opener, station: App) -> None:
    key = _submitted(station)
    window = open_window()
    window.go("bulletins", key)
    settle(qtbot)
    window.go("approvals")
    station.approvals.approve(f"bulletin:{key}", station.accounts.by_name(APPROVER), "")
    window.go("bulletins")
    settle(qtbot)
    page = page_of(window, "bulletins")
    qtbot.waitUntil(lambda: page.shown.state is State.APPROVED)


def test_who_signs_without_listening_is_told(qtbot: QtBot, open_window: Opener, station: App) -> None:
    _submitted(station)
    window = open_window()
    window.go("approvals")
    settle(qtbot)
    page = page_of(window, "approvals")
    bar: SoundBar = page.detail.sound
    seconds = page.detail.shown.cut.seconds
    said: list[str] = []

    def look(dialog: SignDialog) -> None:
        said.append(dialog.unheard.text() if dialog.unheard.isVisible() else "")
        dialog.reject()

    def ask() -> None:
        answer(qtbot, SignDialog, look)
        page.detail.approve.click()

    ask()
    bar.player.position.emit(seconds - 0.1)  # jumped to the end: nothing was heard on the way
    ask()
    bar.player.position.emit(0.0)
    place = 0.0
    while place < 1.5:
        place += 0.1
        bar.player.position.emit(place)
    ask()
    while place < seconds:
        place += 0.1
        bar.player.position.emit(place)
    ask()
    assert said[0] == said[1] != ""
    assert "chưa nghe" in said[0].lower()
    assert any(place in said[2] for place in ("0:01", "0:02"))
    assert said[3] == ""


def test_nothing_to_choose_from_asks_for_no_choice(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    window.go("approvals")
    settle(qtbot)
    assert page_of(window, "approvals").detail._hint.text() == ""


def test_a_button_that_goes_leaves_the_cursor_on_its_page(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    window.go("morning")
    settle(qtbot)
    page = page_of(window, "morning")
    going = QPushButton("Trình duyệt", page)
    going.show()
    going.setFocus()
    qtbot.waitUntil(going.hasFocus)
    for part in page.findChildren(QPushButton):
        if part is not going:
            part.setEnabled(False)
    going.setEnabled(False)
    qtbot.waitUntil(lambda: not window._side.isAncestorOf(window.focusWidget()))
    assert window.focusWidget() is page or page.isAncestorOf(window.focusWidget())


def test_the_ring_leaves_the_box_of_a_tick_free(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    tick, plain = QCheckBox("Đã nghe", window.centralWidget()), QPushButton("Ký", window.centralWidget())
    rings: list[Any] = [FocusRing(tick), FocusRing(plain)]
    assert [len(ring._lines()) for ring in rings] == [1, 2]
    for ring in rings:
        ring.leave()


def test_a_narrow_status_bar_cuts_no_words_off(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    bar = window._status
    for width, shown in ((1366, True), (900, False), (1366, True)):
        window.resize(width, 520)
        qtbot.waitUntil(lambda shown=shown: bar._journal.isHidden() is not shown)
        assert bar._drift.isHidden() is not shown
        assert not bar._air.isHidden()
