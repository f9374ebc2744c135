"""Whoever works without a mouse sees where they are: every kind of control changes when it takes the focus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, time

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QListWidget,
    QPlainTextEdit,
    QRadioButton,
    QSlider,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from broadcaster.gui.focus_ring import FocusRing, install_focus_ring
from broadcaster.gui.widgets import buttons
from broadcaster.gui.widgets.chips import chip
from broadcaster.gui.widgets.form import choice, decimal_field, number_field, text_field
from broadcaster.gui.widgets.hold_button import HoldButton
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.search import SearchField
from broadcaster.gui.widgets.table import Table
from broadcaster.gui.widgets.times import DateField, TimeField
from broadcaster.gui.widgets.waveform import Waveform

LEAST_CONTRAST = 3.0
"""Of the ring against what stood there before (WCAG 2.2, 1.4.11 and 2.4.13)."""


def listed() -> QListWidget:
    made = QListWidget()
    made.addItems(["Một", "Hai"])
    return made


def table() -> Table:
    made = Table("thử", [Column("Tiêu đề", str, 0)])
    made.show_rows(["Một", "Hai"], key=str)
    return made


def tabs() -> QWidget:
    made = QTabWidget()
    for words in ("Một", "Hai"):
        made.addTab(QWidget(), words)
    return made


def side_button() -> QWidget:
    from broadcaster.gui.sidebar import Sidebar

    return Sidebar(lambda _: None)


KINDS: dict[str, Callable[[], QWidget]] = {
    "button": lambda: buttons.button("Lưu", "check"),
    "primary": lambda: buttons.primary_button("Lưu", "check"),
    "danger": lambda: buttons.danger_button("Dừng", "square"),
    "flat": lambda: buttons.flat_button("Sửa", "pencil"),
    "icon": lambda: buttons.icon_button("x", "Đóng"),
    "chip": lambda: chip("đã phát"),
    "hold": lambda: HoldButton("Giữ để phát"),
    "line": lambda: text_field("Xã Mẫu"),
    "search": lambda: SearchField("Tìm…"),
    "choice": lambda: choice([("a", "Một"), ("b", "Hai")]),
    "number": lambda: number_field(3, 0, 9),
    "decimal": lambda: decimal_field(3.0, 0, 9),
    "date": lambda: DateField(date(2026, 11, 21)),
    "time": lambda: TimeField(time(5)),
    "text": lambda: QTextEdit("Bản tin"),
    "plain text": lambda: QPlainTextEdit("Bản tin"),
    "tick": lambda: QCheckBox("Gửi kèm âm thanh"),
    "ticked": lambda: ticked(QCheckBox("Gửi kèm âm thanh")),
    "radio": lambda: QRadioButton("Một người duyệt"),
    "slider": lambda: QSlider(),
    "tabs": tabs,
    "table": table,
    "list": listed,
    "waveform": lambda: Waveform("Sóng âm"),
    "side": side_button,
}


def ticked(box: QCheckBox) -> QCheckBox:
    box.setChecked(True)
    return box


@pytest.fixture
def _ringed(qapp: QApplication) -> Iterator[None]:
    install_focus_ring(qapp)
    yield
    for follower in [child for child in qapp.children() if type(child).__name__ == "_Follower"]:
        qapp.focusChanged.disconnect(follower._on_focus)
        shiboken6.delete(follower)


@pytest.mark.usefixtures("_ringed")
@pytest.mark.parametrize("kind", KINDS)
def test_the_focus_is_seen(qtbot: QtBot, kind: str) -> None:
    holder = QWidget()
    holder.setObjectName("ground")
    qtbot.addWidget(holder)
    box = QVBoxLayout(holder)
    elsewhere, part = buttons.button("Khác"), KINDS[kind]()
    box.addWidget(elsewhere)
    box.addWidget(part)
    holder.resize(420, 320)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    taker = next((one for one in (part, *part.findChildren(QWidget)) if one.focusPolicy() & one.focusPolicy().TabFocus
                  and one.focusProxy() is None and one.isVisible()), part)
    elsewhere.setFocus()
    before = picture(part)
    taker.setFocus()
    assert taker.hasFocus()
    after = picture(part)
    seen = ring(before, after)
    place = taker.tabRect(0) if isinstance(taker, QTabBar) else taker.rect()
    edge = min(place.width() + place.height(), 160)
    assert seen >= 2 * edge, f"{seen} pixels change visibly; a ring two pixels wide has about {4 * edge}"


def picture(part: QWidget) -> QImage:
    QApplication.processEvents()
    return part.window().grab(part.geometry()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def ring(before: QImage, after: QImage) -> int:
    """How many pixels changed by enough to be seen."""
    pairs = Counter((before.pixel(x, y), after.pixel(x, y))
                    for y in range(before.height()) for x in range(before.width()))
    return sum(count for (old, new), count in pairs.items() if old != new and contrast(old, new) >= LEAST_CONTRAST)


def contrast(one: int, other: int) -> float:
    low, high = sorted((_light(QColor(one)), _light(QColor(other))))
    return (high + 0.05) / (low + 0.05)


def _light(color: QColor) -> float:
    parts = [value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4
             for value in (color.redF(), color.greenF(), color.blueF())]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.usefixtures("_ringed")
def test_one_ring_follows_the_keys_and_goes_with_its_widget(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    box = QVBoxLayout(holder)
    first, second = buttons.button("Một"), QCheckBox("Hai")
    for part in (first, second, text_field("Ba")):
        box.addWidget(part)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert [ring.geometry() for ring in rings(holder)] == [second.geometry()]
    holder.resize(500, 300)
    qtbot.waitUntil(lambda: [ring.geometry() for ring in rings(holder)] == [second.geometry()])
    qtbot.keyClick(second, Qt.Key.Key_Tab)
    assert rings(holder) == [], "a field to type in has its own frame"
    second.setFocus()
    second.deleteLater()
    qtbot.waitUntil(lambda: rings(holder) == [])


def rings(holder: QWidget) -> list[FocusRing]:
    return [ring for ring in holder.findChildren(FocusRing) if ring.isVisible()]
