"""Keyboard and screen reader: every page and every dialog of the program, asked through Qt's own accessibility."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from access_stage import DIALOGS, WINDOWS, Stage, classes, fill, make
from access_sweep import double_keys, faults, key_faults
from gui_steps import settle
from page_station import Station
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from broadcaster.base.clock import format_time
from broadcaster.base.paths import StationHome
from broadcaster.gui.access import voice
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.schedule.campaign_row import CampaignRow
from broadcaster.gui.schedule.header import Header
from broadcaster.gui.sidebar import places
from broadcaster.gui.status_bar import StatusBar
from broadcaster.gui.widgets.table import Table
from broadcaster.protocol.messages import Alarm, Insert, Status


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path) -> Iterator[Station]:
    folder = tmp_path_factory.mktemp("access")
    made = fill(StationHome(folder / "trạm mẫu"), migrated_file, folder)
    yield made
    made.app.close()


@pytest.fixture(scope="module")
def window(filled: Station, qapp: QApplication) -> Iterator[MainWindow]:
    shown = MainWindow(filled.app)
    shown.resize(1366, 768)
    shown.show()
    shown.activateWindow()
    yield shown
    shown.close()
    shown.deleteLater()
    QApplication.sendPostedEvents(None, 0)


class _Flashes(QObject):
    """Parts that are shown before they have a place: each is a window of its own for a moment, and takes the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow() \
                and watched.windowType() == Qt.WindowType.Window and not watched.windowTitle():
            shown = next((line for line in reversed(traceback.extract_stack()) if "broadcaster" in line.filename), None)
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()!r} flashes up as a window: {shown}")
        return False


_STAY = {"lock_screen.LockSheet"}
"""Esc must not open a locked window."""


@pytest.fixture
def flashes(qapp: QApplication) -> Iterator[list[str]]:
    look = _Flashes()
    qapp.installEventFilter(look)
    yield look.seen
    qapp.removeEventFilter(look)


@pytest.fixture
def stage(window: MainWindow, tmp_path: Path) -> Stage:
    return Stage(window, tmp_path)


def test_every_dialog_of_the_program_is_looked_at() -> None:
    assert set(DIALOGS) == set(classes())


def test_every_dialog_speaks_and_is_left_by_a_key(qtbot: QtBot, stage: Stage, flashes: list[str]) -> None:
    found: list[str] = []
    for name in (*DIALOGS, *WINDOWS):
        dialog = make(stage, name)
        dialog.show()
        dialog.activateWindow()
        settle(qtbot)
        found += [f"{name} {fault}" for fault in (*faults(dialog), *key_faults(dialog), *double_keys(dialog))]
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        if dialog.isVisible() and name not in _STAY:
            found.append(f"{name}: Esc does not close it")
        dialog.deleteLater()
    assert not (found + flashes), "\n".join(found + flashes)


def test_every_page_speaks(qtbot: QtBot, stage: Stage, flashes: list[str]) -> None:
    found = _looked_at(qtbot, stage.window, {
        "directives": stage.letter.id, "bulletins": stage.bulletin.id, "library": stage.cart.id,
        "approvals": stage.waiting.subject})
    assert not (found + flashes), "\n".join(found + flashes)


def test_every_page_of_a_new_station_speaks(qtbot: QtBot, open_window: Callable[[], MainWindow],
                                           flashes: list[str]) -> None:
    found = _looked_at(qtbot, open_window(), {}, views=False)
    assert not (found + flashes), "\n".join(found + flashes)


def _looked_at(qtbot: QtBot, window: MainWindow, items: dict[str, str], *, views: bool = True) -> list[str]:
    """Every page, every tab and view of it, with one row of each list chosen."""
    found: list[str] = []
    _come_forward(qtbot, window)
    names = [place.name for place in places(window.app.settings.office.role)]
    for name in (*names, "style"):
        window.go(name, items.get(name, ""))
        settle(qtbot)
        page = window.page(name)
        assert page is not None
        for table in page.findChildren(Table):
            if table.isVisible() and table.rows.ids and not table.currentIndex().isValid():
                table.selectRow(0)
        settle(qtbot)
        for words in _views(qtbot, page) if views else [""]:
            found += [f"{name}{words} {fault}" for fault in (
                *faults(page), *key_faults(page), *double_keys(window))]
    return found


def _come_forward(qtbot: QtBot, window: QWidget) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def _views(qtbot: QtBot, page: QWidget) -> Iterator[str]:
    """Turns to one after the other."""
    yield ""
    for tabs in page.findChildren(QTabWidget):
        for number in range(1, tabs.count()):
            if tabs.isVisible() and tabs.isTabVisible(number):
                tabs.setCurrentIndex(number)
                settle(qtbot)
                yield f", {tabs.tabText(number)}:"
    for header in page.findChildren(Header):
        for view in header.views[1:]:
            view.click()
            settle(qtbot)
            yield f", {view.text()}:"


def test_what_matters_is_announced(qtbot: QtBot, stage: Stage) -> None:
    """A screen reader hears of silence and of an open microphone at once, and of a song when it has a moment."""
    heard: list[tuple[str, bool]] = []
    voice.said.connect(lambda words, urgent: heard.append((words, urgent)))
    bar = StatusBar(stage.app.home)
    qtbot.addWidget(bar)
    status = Status(at=format_time(stage.app.clock.now()), pid=1, state="on_air", device="Loa", device_ok=True)
    insert = Insert("i1", "live", "Nói trực tiếp", "", "on_air", "")
    for state in (status, status, replace(status, insert=insert), replace(status, state="stopped")):
        bar.show_status(state)
    assert [urgent for _, urgent in heard] == [False, False, True, True]
    stage.window.go("on_air")
    notices = stage.window.page("on_air").notices
    notices.show_status(replace(status, alarms=(Alarm("no_device", status.at),)))
    words, urgent = heard[-1]
    assert urgent
    assert "thiết bị" in words
    stage.window.toast.show_good("Đã lưu.")
    assert heard[-1] == ("Đã lưu.", False)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_menus_open_by_key(qtbot: QtBot, stage: Stage) -> None:
    stage.window.go("library", stage.cart.id)
    settle(qtbot)
    _press_for_menu(qtbot, stage.window.page("library").table)
    stage.window.go("schedule")
    settle(qtbot)
    _press_for_menu(qtbot, stage.window.page("schedule").findChild(CampaignRow))


def _press_for_menu(qtbot: QtBot, part: QWidget) -> None:
    shown: list[int] = []

    def leave() -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            shown.append(len(menu.actions()))
            menu.close()

    timer = QTimer()
    timer.timeout.connect(leave)
    timer.start(20)
    _come_forward(qtbot, part.window())  # a menu that closes leaves no window active here
    part.setFocus()
    QTest.keyClick(part, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: bool(shown))
    timer.stop()
    assert shown[0] > 1
