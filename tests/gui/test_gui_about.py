"""About this program: what it was built from, its licences to read, and the facts copied for whoever helps."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from gui_steps import settle
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from broadcaster import __version__
from broadcaster.care.build_facts import BuildFacts
from broadcaster.gui.about import actions
from broadcaster.gui.about.reading import Reading
from broadcaster.gui.about.tab import AboutTab
from broadcaster.gui.care.page import CarePage
from broadcaster.gui.main_window import MainWindow

Opener = Callable[[], MainWindow]


def about_tab(qtbot: QtBot, window: MainWindow) -> AboutTab:
    window.go("care", "about")
    settle(qtbot)
    page = window.page("care")
    assert isinstance(page, CarePage)
    tab = page.tab("about")
    assert isinstance(tab, AboutTab)
    qtbot.waitUntil(lambda: tab.about is not None, timeout=15_000)
    return tab


def test_facts_are_shown_and_copied(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    tab = about_tab(qtbot, window)
    assert tab.version.text() == f"Phiên bản {__version__}"
    assert tab.check.isHidden(), "the sources have no list of files to be held against"
    tab.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert f"Phiên bản: {__version__}" in copied
    assert str(window.app.home.root) in copied


def test_what_a_virus_scanner_took_is_told(qtbot: QtBot, open_window: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    tab = about_tab(qtbot, open_window())
    monkeypatch.setattr(actions, "altered", lambda: ["_internal/a.so: changed", "_internal/b.so: gone"])
    tab.check_files()
    qtbot.waitUntil(lambda: "_internal/b.so" in tab.checked.text(), timeout=15_000)
    assert tab.checked.text().startswith("2 tệp")
    assert tab.check.isEnabled()


def test_licences_can_be_read_and_searched(qtbot: QtBot, open_window: Opener) -> None:
    tab = about_tab(qtbot, open_window())
    seen: list[str] = []

    def look() -> None:
        sheet = QApplication.activeModalWidget()
        if not isinstance(sheet, Reading):
            QTimer.singleShot(20, look)
            return
        sheet.search.setText("eSpeak")
        sheet.find_next()
        seen.append(sheet.text.textCursor().selectedText())
        sheet.search.setText("không có chữ này")
        sheet.find_next()
        seen.append(sheet.found.text())
        sheet.accept()

    QTimer.singleShot(0, look)
    tab.show_licences()
    assert seen == ["espeak", "Không tìm thấy"]


def test_a_build_is_named_by_day_and_commit() -> None:
    facts = BuildFacts("1.0.0", "6d0716d80f1cabcdef", "2026-11-21T18:30:00+00:00")
    assert actions.build_words(facts) == "22/11/2026 01:30 · 6d0716d80f1c"
    assert actions.build_words(BuildFacts("1.0.0", date="yesterday")) == ""
