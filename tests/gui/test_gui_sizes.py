"""Every page on small and very large screens: no word is clipped, nothing lies where no scroll bar reaches."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from gui_steps import settle
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QSplitter,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.layout import ElidedLabel

Opener = Callable[[], MainWindow]
SIZES = {"1280x720": (1264, 672), "1366x768 at 150 %": (911, 512), "1366x768 at 200 %": (683, 384),
         "3840x2160": (3840, 2160)}
_SLACK = 2
_CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QTableView)


def _clipped(page: QWidget) -> list[str]:
    """Words that have less room than they need, and neither wrap nor end in …"""
    found = []
    for each in page.findChildren(QLabel):
        plain = each.textFormat() == Qt.TextFormat.PlainText and not each.wordWrap()
        if not each.isVisible() or not each.text() or not plain or isinstance(each, ElidedLabel | Badge):
            continue
        needed = max(each.fontMetrics().horizontalAdvance(line) for line in each.text().splitlines())
        if needed > each.contentsRect().width() + _SLACK:
            found.append(f"{each.text()[:40]!r} {needed} > {each.contentsRect().width()}")
    for button in page.findChildren(QAbstractButton):
        if button.isVisible() and button.text() and button.width() + _SLACK < button.minimumSizeHint().width():
            found.append(f"button {button.text()!r} {button.width()} < {button.minimumSizeHint().width()}")
    return found


def _out_of_reach(page: QWidget) -> list[str]:
    """Controls that hang over the edge of what holds them: scroll bars reach only what lies inside."""
    found = []
    for each in page.findChildren(QWidget):
        if not isinstance(each, _CONTROLS) or not each.isVisible() or isinstance(each.parent(), QComboBox):
            continue
        holder = each.parentWidget()
        while holder is not None and holder is not page and not _frames(holder):
            holder = holder.parentWidget()
        if holder is None:
            continue
        place = QRect(each.mapTo(holder, QPoint(0, 0)), each.size())
        if not holder.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(place):
            found.append(f"{type(each).__name__} {each.accessibleName()!r} {place.getRect()} in {holder.size()}")
    return found


def _frames(holder: QWidget) -> bool:
    """It is what a scroll area moves, or a side of a splitter."""
    above = holder.parentWidget()
    return isinstance(above, QSplitter) or (
        above is not None and isinstance(above.parentWidget(), QAbstractScrollArea))


@pytest.fixture
def window(open_window: Opener) -> MainWindow:
    shown = open_window()
    shown.setMinimumSize(1, 1)
    return shown


def test_every_page_fits_every_screen(qtbot: QtBot, window: MainWindow) -> None:
    wrong: list[str] = []
    for name in window._side.buttons:
        window.go(name)
        settle(qtbot)
        for screen, size in SIZES.items():
            window.resize(*size)
            end = time.monotonic() + 0.05
            while time.monotonic() < end:
                qtbot.wait(5)
            assert (window.width(), window.height()) == size, f"{name} makes the window larger than {screen}"
            page = window.page(name)
            assert page is not None
            wrong += [f"{screen} {name}: {fault}" for fault in (*_clipped(page), *_out_of_reach(page))]
            holder = window._holders[name]
            if screen == "1280x720":
                assert holder.horizontalScrollBar().maximum() == holder.verticalScrollBar().maximum() == 0, name
            if screen == "1366x768 at 200 %":
                assert holder.horizontalScrollBar().maximum() == 0, f"{name} is scrolled sideways"
            if page.widest:
                assert page.width() <= page.widest, f"{name} sprawls"
    assert wrong == []


def test_the_bar_shows_every_page_at_720_and_scrolls_below(window: MainWindow, qtbot: QtBot) -> None:
    last = list(window._side.buttons.values())[-1]
    window.resize(*SIZES["1280x720"])
    qtbot.wait(30)
    assert last.visibleRegion().boundingRect() == last.rect()
    window.resize(*SIZES["1366x768 at 200 %"])
    qtbot.wait(30)
    assert last.visibleRegion().isEmpty()
    last.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())
