"""The sign in the corner of the desktop, and what closing the window means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from gui_steps import settle
from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QPushButton, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from broadcaster.base.clock import VirtualClock, format_time
from broadcaster.gui.help.what_now import WhatNow
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.tray import closing
from broadcaster.gui.tray.ending import why_not_now
from broadcaster.gui.tray.lamp import Lamp, lamp_icon, lamp_of
from broadcaster.gui.tray.tray import Tray
from broadcaster.protocol.messages import Alarm, OnAir, Status, Upcoming

# The offscreen platform has no bar for a sign and no window in front of another; it says so.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", "does not support raise", extend=True)

IDLE = Status(at="2026-11-21T04:50:00.000+07:00", pid=1, state="idle", device_ok=True)
ON_AIR = replace(IDLE, state="on_air", on_air=OnAir("e", "Tin lũ", "cut", "Buổi sáng", 1, 60))
ALARM = Alarm("silence", IDLE.at)


@pytest.fixture
def placed(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """A desktop with or without a place for the sign: the offscreen platform has none."""
    def place(there: bool) -> None:
        monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: there))
    place(True)
    return place


@pytest.fixture
def window(open_window: Callable[[], MainWindow]) -> MainWindow:
    return open_window()


@pytest.fixture
def tray(window: MainWindow, placed: object) -> Any:
    sign = Tray(window)
    yield sign
    QApplication.setQuitOnLastWindowClosed(True)
    window.removeEventFilter(sign)


def answer(button: str, *, again: bool = True) -> list[str]:
    """Press a button of the dialog that is about to open."""
    seen: list[str] = []

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        seen.append(dialog.windowTitle())
        for box in dialog.findChildren(QCheckBox):
            box.setChecked(again)
        next(each for each in dialog.findChildren(QPushButton) if each.text() == button).click()
    QTimer.singleShot(0, press)
    return seen


def test_the_lamp_says_the_state() -> None:
    assert [lamp_of(status) for status in (None, IDLE, ON_AIR, replace(IDLE, alarms=(ALARM,)),
                                           replace(ON_AIR, alarms=(ALARM,)), replace(ON_AIR, state="no_device"))
            ] == [Lamp.DOWN, Lamp.READY, Lamp.ON_AIR, Lamp.ALARM, Lamp.ON_AIR, Lamp.ALARM]
    assert lamp_of(IDLE, [ALARM]) is Lamp.ALARM, "the helper's alarms count"


def test_the_lamps_differ_without_any_colour(qapp: QApplication) -> None:
    """As somebody sees them who sees no colours: each pair differs in a good part of the badge."""
    drawn = {}
    for lamp in Lamp:
        image = lamp_icon(lamp).pixmap(QSize(32, 32)).toImage()
        drawn[lamp] = [image.pixelColor(x, y).lightness() > 160 for x in range(14, 32) for y in range(14, 32)]
    for one in Lamp:
        for other in Lamp:
            differs = sum(a != b for a, b in zip(drawn[one], drawn[other], strict=True))
            assert one is other or differs > 25, (one, other, differs)


def test_the_tip_tells_what_sounds(tray: Tray, window: MainWindow) -> None:
    window.air.status_changed.emit(ON_AIR)
    assert tray.sign.toolTip().split("\n") == [f"{window.app.settings.station.name}: đang phát", "Tin lũ", "Buổi sáng"]
    window.air.status_changed.emit(None)
    assert "không chạy" in tray.sign.toolTip()


def test_the_menu_says_what_to_do_about_an_alarm(tray: Tray, window: MainWindow) -> None:
    window.air.status_changed.emit(IDLE)
    assert not tray._now_what.isVisible()
    window.air.status_changed.emit(replace(ON_AIR, alarms=(ALARM,)))
    assert tray._now_what.isVisible()
    window.hide()
    tray._now_what.trigger()
    sheet = window.findChild(WhatNow)
    assert sheet.isVisible()
    assert "Bỏ qua mục này" in sheet.words()
    sheet.close()


def test_the_first_closing_says_that_the_station_plays_on(tray: Tray, window: MainWindow) -> None:
    seen = answer("Quay lại")
    assert not window.close()
    assert (seen, window.isVisible()) == (["Đài vẫn tiếp tục phát"], True)
    answer("Để ở góc màn hình")
    assert not window.close()
    assert not window.isVisible()
    tray.open_window()
    assert window.isVisible()
    assert not window.close(), "remembered: no question any more"
    assert not window.isVisible()
    tray.open_window()
    closing.remember(window.memory, closing.Wish.CLOSE)
    assert window.close()


def test_once_only_without_ticking_the_box(tray: Tray, window: MainWindow) -> None:
    answer("Để ở góc màn hình", again=False)
    assert not window.close()
    assert closing.remembered(window.memory) is closing.Wish.ASK
    tray.open_window()


def test_without_a_place_for_the_sign_closing_closes(tray: Tray, window: MainWindow,
                                                     placed: Callable[[bool], None]) -> None:
    placed(False)
    closing.remember(window.memory, closing.Wish.TRAY)
    assert window.close(), "what was chosen on another desktop hides nothing here"


def test_shutting_the_computer_down_is_not_held_up(tray: Tray, window: MainWindow, qapp: QApplication) -> None:
    closing.remember(window.memory, closing.Wish.TRAY)
    tray._on_session_end(None)
    assert window.close()


def test_stop_all_asks_in_the_menu(tray: Tray, window: MainWindow) -> None:
    orders: list[str] = []
    window.air.command = lambda word, **_: orders.append(word) or _Done()  # type: ignore[method-assign,return-value]
    answer("Không, quay lại")
    tray._stop_all()
    assert orders == []
    answer("DỪNG TẤT CẢ")
    tray._stop_all()
    assert orders == ["stop_all"]


class _Done:
    def on_failure(self, _: object) -> _Done:
        return self

    def start(self, _: object) -> None:
        """Nobody to be asked."""


def test_ending_the_station_warns_near_a_session(tray: Tray, window: MainWindow, qtbot: QtBot,
                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[object] = []
    monkeypatch.setattr("broadcaster.gui.tray.tray.end_station", ended.append)
    monkeypatch.setattr(QApplication, "exit", staticmethod(lambda code=0: None))
    answer("Không, quay lại")
    tray._end()
    assert ended == []
    answer("Tắt hẳn đài")
    tray._end()
    settle(qtbot)
    assert ended == [window.app.home]


def test_when_the_station_must_not_be_ended(clock: VirtualClock) -> None:
    def coming(minutes: int) -> Status:
        at = format_time(clock.now() + timedelta(minutes=minutes))
        return replace(IDLE, upcoming=(Upcoming("e", "x", "cut", "s", at, 60),))
    assert [why_not_now(status, clock.now()) for status in (None, IDLE, ON_AIR, coming(29), coming(31))] == [
        "", "", "on_air", "near", ""]
