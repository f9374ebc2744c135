"""The window's own look and words for every gui test, and whole windows on a fresh station."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partialmethod

import pytest
from gui_steps import APPROVER, OPERATOR, PIN, settle
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from broadcaster.accounts.model import Role
from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.gui.i18n import load_translations
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.theme import apply_theme
from broadcaster.wiring import App, build_app

UNANSWERED = 60.0  # seconds


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp: QApplication) -> None:
    apply_theme(qapp)
    assert load_translations(qapp) >= 3


@pytest.fixture(scope="session", autouse=True)
def _patient() -> Iterator[None]:
    """The 5 s of waitUntil say more about what else the machine does; what is there already is not waited for."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QtBot, "waitUntil", partialmethod(QtBot.waitUntil, timeout=20_000))
        yield


@pytest.fixture(autouse=True)
def _no_question_for_ever(qapp: QApplication) -> Iterator[None]:
    """A dialog that no test answers is closed and said: within its exec not even pytest's own time limit is heard."""
    seen, since = None, 0.0

    def look() -> None:
        nonlocal seen, since
        dialog = QApplication.activeModalWidget()
        if dialog is not seen:
            seen, since = dialog, time.monotonic()
        elif isinstance(dialog, QDialog) and time.monotonic() - since > UNANSWERED:
            QDialog.done(dialog, 0)
            raise AssertionError(f"nobody answered {type(dialog).__name__} {dialog.windowTitle()!r}")

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(1000)
    yield
    timer.stop()


@pytest.fixture
def station(home: StationHome) -> Iterator[App]:
    """A real station with one person who writes and one who approves, on a Saturday at 05:17."""
    app = build_app(home, VirtualClock(datetime(2026, 11, 21, 5, 17, 42, tzinfo=STATION_ZONE)))
    app.accounts.add(OPERATOR, "Công chức văn hóa – xã hội", Role.OPERATOR, PIN)
    app.accounts.add(APPROVER, "Phó Chủ tịch UBND xã Mẫu", Role.APPROVER, PIN)
    yield app
    app.close()


@pytest.fixture
def open_window(qtbot: QtBot, station: App) -> Iterator[Callable[[], MainWindow]]:
    """Open windows on `station`; they are closed, and their work awaited, at the end."""
    windows: list[MainWindow] = []

    def open_one() -> MainWindow:
        window = MainWindow(station, lambda: build_app(station.home, station.clock))
        window.resize(1366, 768)
        window.show()
        windows.append(window)
        return window

    yield open_one
    for window in windows:
        for page in list(window._pages.values()):
            page.unsaved = lambda: ""  # type: ignore[method-assign]
        window.close()
        settle(qtbot)
        if window.app is not station:
            window.app.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, 0)
    QApplication.processEvents()
