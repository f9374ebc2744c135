"""The pieces of the forecast: a finding, a supposed fault, a day on its strip."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from broadcaster.gui.forecast.model import DayRow
from broadcaster.gui.forecast.words import TONES, finding_words, level_words
from broadcaster.gui.i18n import weekday_text
from broadcaster.gui.theme import ACCENT, ACCENT_SOFT, LINE
from broadcaster.gui.theme import TONES as GROUNDS
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.buttons import icon_button
from broadcaster.gui.widgets.day_strip import DayStrip
from broadcaster.gui.widgets.layout import label, row


class Pressable(QFrame):
    """A frame that can be pressed, also by Enter or the space bar."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pressable")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.set_chosen(False)

    def set_chosen(self, chosen: bool) -> None:
        ground = ACCENT_SOFT if chosen else "transparent"
        self.setStyleSheet(
            f"#pressable {{ background: {ground}; border: 1px solid transparent; border-bottom: 1px solid {LINE};"
            f" border-radius: 0; }} #pressable:hover {{ background: {ACCENT_SOFT if chosen else '#eef3f4'}; }}"
            f" #pressable:focus {{ border: 1px solid {ACCENT}; }}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.pressed.emit()
            return
        super().keyPressEvent(event)


class FindingLine(Pressable):
    """Its day, how much it matters, one sentence."""

    def __init__(self, finding: Mapping[str, Any], names: Mapping[str, str]) -> None:
        super().__init__()
        self.day = str(finding["day"])
        days = finding["facts"].get("days") or [self.day]
        more = f" (+{len(days) - 1})" if len(days) > 1 else ""
        when = f"{date.fromisoformat(self.day):%d/%m}{more}" if self.day else ""
        words = finding_words(finding, names)
        badge = Badge(level_words(str(finding["level"])), TONES.get(str(finding["level"]), "plain"))
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 9)
        box.setSpacing(5)
        box.addLayout(row(badge, label(when, "soft"), None, spacing=8))
        box.addWidget(label(words, wrap=True))
        self.setAccessibleName(f"{when} {words}")


class FaultChip(QFrame):
    """A supposed fault, to be taken away again."""

    def __init__(self, words: str, remove: Callable[[], object]) -> None:
        super().__init__()
        ground, ink = GROUNDS["info"]
        self.setObjectName("chip")
        self.setStyleSheet(f"#chip {{ background: {ground}; border-radius: 15px; }} #chip QLabel {{ color: {ink}; }}")
        box = QHBoxLayout(self)
        box.setContentsMargins(13, 1, 4, 1)
        box.setSpacing(2)
        box.addWidget(label(words))
        box.addWidget(icon_button("x", self.tr("Take away: {fault}").format(fault=words), remove))
        self.setAccessibleName(words)


class DayLine(Pressable):
    """One day: its name, its strip, what became of it."""

    def __init__(self, day: DayRow) -> None:
        super().__init__()
        self.day = day.day
        name = label(f"{weekday_text(day.day)}, {day.day:%d/%m}", "strong")
        strip = DayStrip(self.tr("What would be heard on {day}").format(day=f"{day.day:%d/%m}"))
        strip.show_blocks(day.blocks, day.sessions)
        strip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        words = {"bad": self.tr("against the rules"), "wait": self.tr("look here")}.get(day.tone, self.tr("as planned"))
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 7, 10, 7)
        box.setSpacing(4)
        box.addLayout(row(name, label(day.words, "soft"), None, Badge(words, day.tone), spacing=12))
        box.addWidget(strip)
        self.setAccessibleName(f"{name.text()} {day.words} {words}")


def cleared(box: QVBoxLayout | Any) -> None:
    """Take everything out of a layout."""
    while (item := box.takeAt(0)) is not None:
        widget: QWidget | None = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
