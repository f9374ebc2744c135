"""Signing in at the window: the lock, what stays reachable, whose rights hold, and that nothing begun is lost."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from argon2 import PasswordHasher
from gui_steps import APPROVER, OPERATOR, PIN, settle, type_vi
from page_station import active_dialog, answer
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from broadcaster.accounts import pins
from broadcaster.accounts.model import Right, Role
from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, changed, save_settings
from broadcaster.gui.lock_screen import Cover
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.on_air.break_in_dialog import BreakInDialog
from broadcaster.gui.people.dialogs import PersonDialog
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.gui.sign_in import SignIn
from broadcaster.gui.widgets.dialogs import ConfirmDialog
from broadcaster.wiring import App, build_app

Opener = Callable[[], MainWindow]
VIEWER = "Trưởng thôn"


@pytest.fixture(autouse=True)
def _quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same argon2id with less memory."""
    monkeypatch.setattr(pins, "_HASHER", PasswordHasher(time_cost=1, memory_cost=1_024, parallelism=1))


@pytest.fixture
def station(home: StationHome) -> Iterator[App]:
    """A station whose people sign in, with one who only looks."""
    save_settings(home, changed(Settings(), "people", sign_in=True))
    app = build_app(home, VirtualClock(datetime(2026, 11, 21, 5, 17, 42, tzinfo=STATION_ZONE)))
    app.accounts.add_all([(OPERATOR, "Công chức văn hóa – xã hội", Role.OPERATOR, PIN),
                          (APPROVER, "Phó Chủ tịch UBND xã Mẫu", Role.APPROVER, PIN), (VIEWER, "", Role.VIEWER, PIN)])
    yield app
    app.close()


def guard_of(window: MainWindow) -> SignIn:
    return window._sign_in


def sign_in(qtbot: QtBot, window: MainWindow, name: str, pin: str = PIN) -> None:
    settle(qtbot)
    screen = guard_of(window).screen
    assert screen is not None
    form = screen.card.form
    form.who.setCurrentIndex(form.who.findData(name))
    form.pin.setText(pin)
    qtbot.keyClick(form.pin, Qt.Key.Key_Return)
    settle(qtbot)


def locked(window: MainWindow) -> bool:
    return guard_of(window).screen is not None


def test_a_locked_window_shows_the_air_and_takes_no_key_but_the_safe_ones(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    settle(qtbot)
    screen = guard_of(window).screen
    assert screen is not None
    assert screen.isVisible()
    assert screen.geometry() == window.centralWidget().rect()
    assert screen.strip.stop.isVisible()
    assert [screen.card.form.who.itemData(place) for place in range(3)] == [OPERATOR, APPROVER, VIEWER]
    before = window._current
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert window._current == before
    assert not window._stack.isEnabled()
    assert window.ask_pin(Role.OPERATOR, "Trình duyệt") is None
    qtbot.keyClick(window, Qt.Key.Key_F7)
    assert "Cửa sổ đang khóa" in screen.card.told.text()
    assert QApplication.activeModalWidget() is None
    ordered: list[str] = []
    command = window.air.command
    window.air.command = lambda word, **words: (ordered.append(word), command(word, **words))[1]  # type: ignore[method-assign]
    screen.strip.stop.click()
    settle(qtbot)
    assert ordered == ["stop_all"]
    qtbot.keyClick(window, Qt.Key.Key_F9)
    emergency = active_dialog(BreakInDialog)
    assert emergency is not None, "an emergency asks nobody to sign in first"
    emergency.reject()
    assert locked(window)


def test_a_question_left_open_is_not_answered_by_who_passes_by(qtbot: QtBot, open_window: Opener) -> None:
    """“Bring this backup back?”, asked of somebody who then went away."""
    window = open_window()
    sign_in(qtbot, window, APPROVER)
    question = ConfirmDialog(window, "Khôi phục bản này?", "", "Khôi phục", danger=True)
    question.open()
    window.lock(why="idle")
    settle(qtbot)
    assert question.findChild(Cover) is not None
    sheet = guard_of(window).sheet
    assert sheet is not None
    assert QApplication.activeModalWidget() is sheet
    sheet.card.form.pin.setText(PIN)
    sheet.card.form.sign()
    settle(qtbot)
    assert question.isVisible(), "its own person finds it as it was"
    question.reject()


def test_the_right_pin_opens_it_and_the_status_bar_says_who(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    sign_in(qtbot, window, OPERATOR, "0000")
    screen = guard_of(window).screen
    assert screen is not None
    assert "Còn 4 lần thử" in screen.card.form.complaint()
    sign_in(qtbot, window, OPERATOR)
    assert not locked(window)
    assert window._status._who.whole_text() == OPERATOR
    assert window.app.accounts.here is not None
    assert window.ask_pin(Role.OPERATOR, "Trình duyệt") is window.app.accounts.here, "asked once is enough"
    for role in (Role.APPROVER, Right.PEOPLE, Right.RETENTION):
        asked = answer(qtbot, PinDialog, PinDialog.reject)
        assert window.ask_pin(role, "Duyệt") is None
        assert asked, "approvals, people and retention are signed each time"
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert locked(window)
    assert not window._status.lock_button.isVisible()
    settle(qtbot)
    told = [entry.action for entry in window.app.accounts.audit() if entry.action.startswith("session.")]
    assert told == ["session.lock", "session.start"]


def test_who_signs_is_led_to_what_waits_and_comes_back_where_they_were(
        qtbot: QtBot, open_window: Opener, station: App) -> None:
    made = station.bulletins.new("Họp thôn", "Mời bà con đi họp.", by=OPERATOR)
    station.bulletins.voice(made.id)
    station.approvals.submit(f"bulletin:{made.id}", OPERATOR)
    window = open_window()
    settle(qtbot)
    sign_in(qtbot, window, OPERATOR)
    assert window._current == "on_air"
    window.lock()
    sign_in(qtbot, window, APPROVER)
    assert window._current == "approvals"
    window.go("reports")
    window.lock()
    sign_in(qtbot, window, APPROVER)
    assert window._current == "reports"


def test_it_locks_when_nobody_is_there_but_not_while_somebody_records(
        qtbot: QtBot, open_window: Opener, station: App) -> None:
    window = open_window()
    sign_in(qtbot, window, OPERATOR)
    clock = station.clock
    assert isinstance(clock, VirtualClock)
    clock.advance(599)
    guard_of(window).idle.look()
    assert not locked(window)
    shift = QKeyEvent(QEvent.Type.KeyPress, int(Qt.Key.Key_Shift), Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, shift)
    clock.advance(599)
    guard_of(window).idle.look()
    assert not locked(window), "a key counts as somebody being there"
    done = threading.Event()
    recorder = threading.Thread(target=done.wait, name="microphone")
    recorder.start()
    clock.advance(3600)
    guard_of(window).idle.look()
    assert not locked(window)
    done.set()
    recorder.join()
    clock.suspend(601)  # the lid was closed: the steady clock stood still
    guard_of(window).idle.look()
    assert locked(window)
    settle(qtbot)


def test_what_was_begun_is_there_again_and_nobody_can_throw_it_away(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    sign_in(qtbot, window, OPERATOR)
    window.go("settings")
    settle(qtbot)
    page = window.page("settings")
    assert page is not None
    field = page.fields["station.name"]  # type: ignore[attr-defined]
    field.clear()
    type_vi(field, "Đài đang sửa dở")
    dialog = PersonDialog(window, window.app.accounts, APPROVER)
    dialog.open()
    type_vi(dialog.name, "Đang viết dở")
    window.lock()
    settle(qtbot)
    cover = dialog.findChild(Cover)
    assert cover is not None
    assert cover.geometry() == dialog.rect()
    sheet = guard_of(window).sheet
    assert sheet is not None
    assert QApplication.activeModalWidget() is sheet
    sheet.reject()
    assert sheet.isVisible(), "turning away is no way in"
    window.close()
    assert window.isVisible(), "whoever passes by cannot discard the draft"
    late = PersonDialog(window, window.app.accounts, APPROVER)
    late.open()
    qtbot.waitUntil(lambda: late.findChild(Cover) is not None, timeout=3000)
    settle(qtbot)
    over = guard_of(window).sheet
    assert over is not None
    assert QApplication.activeModalWidget() is over, "a dialog that comes while it is locked is covered too"
    over.card.form.pin.setText(PIN)
    over.card.form.sign()
    settle(qtbot)
    assert not locked(window)
    assert dialog.isVisible()
    assert dialog.name.text() == "Đang viết dở"
    assert field.text() == "Đài đang sửa dở"
    qtbot.waitUntil(lambda: dialog.findChild(Cover) is None, timeout=3000)
    late.reject()
    dialog.reject()


def test_who_only_looks_changes_nothing(qtbot: QtBot, open_window: Opener, station: App) -> None:
    window = open_window()
    sign_in(qtbot, window, VIEWER)
    window.go("directives")
    settle(qtbot)
    page = window.page("directives")
    assert page is not None
    writing = [part for part in page.findChildren(QPushButton) if part.property("picture") == "file-plus"]
    assert writing
    assert not any(part.isEnabled() for part in writing)
    assert "Quyền ở đây" in writing[0].toolTip()
    writing[0].setEnabled(True)
    assert not writing[0].isEnabled(), "whatever the page thinks"
    assert window.ask_pin(Role.OPERATOR, "Soạn") is None
    assert f"{VIEWER} không có quyền" in window.toast.text()
    with pytest.raises(Refused, match="only looks"):
        station.bulletins.new("Tin", "Kính thưa bà con.", by=VIEWER)
    assert station.bulletins.list() == []
    assert station.accounts.check_pin(VIEWER, PIN).name == VIEWER
    window.lock(why="change")
    sign_in(qtbot, window, OPERATOR)
    assert all(part.isEnabled() for part in writing)
    assert station.bulletins.new("Tin", "Kính thưa bà con.", by=OPERATOR).title == "Tin"


def test_rights_taken_away_end_the_session(qtbot: QtBot, open_window: Opener, station: App) -> None:
    window = open_window()
    sign_in(qtbot, window, OPERATOR)
    station.accounts.deactivate(OPERATOR, by=APPROVER)
    qtbot.waitUntil(lambda: locked(window), timeout=5000)
    settle(qtbot)
    assert not window.allows(Right.LOOK)


def test_a_one_time_pin_becomes_an_own_one_at_the_lock(qtbot: QtBot, open_window: Opener, station: App) -> None:
    station.accounts.add("Quản trị", "", Role.ADMIN, PIN)
    one_time = station.recovery.by_two(OPERATOR, (APPROVER, PIN), ("Quản trị", PIN))
    window = open_window()
    sign_in(qtbot, window, OPERATOR, one_time)
    screen = guard_of(window).screen
    assert screen is not None
    form = screen.card.form
    assert form.new.isVisible()
    form.new.setText("1111")
    form.again.setText("1111")
    form.sign()
    assert "quá dễ đoán" in form.complaint()
    for field in (form.new, form.again):
        field.setText("864209")
    qtbot.keyClick(form.again, Qt.Key.Key_Return)
    settle(qtbot)
    assert not locked(window)
    assert station.accounts.check_pin(OPERATOR, "864209").name == OPERATOR


def test_every_control_of_the_lock_has_a_name(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    settle(qtbot)
    screen = guard_of(window).screen
    assert screen is not None
    inputs = [widget for widget in screen.findChildren(QWidget)
              if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(inputs) >= 5
    assert [widget for widget in inputs if not widget.accessibleName()] == []
