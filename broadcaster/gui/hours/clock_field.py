"""A time of day on the 24-hour clock with its word beside it: who typed 05:00 and meant the afternoon sees "sáng"."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from broadcaster.gui.widgets.layout import label
from broadcaster.gui.widgets.times import TimeField
from broadcaster.schedule.words import part_of_day


class ClockField(QWidget):
    """17:05, chiều."""

    changed = Signal()

    def __init__(self, value: time) -> None:
        super().__init__()
        self.setObjectName("plain")
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        self.field = TimeField(value)
        self.field.setMinimumHeight(36)
        self.field.setMinimumWidth(92)
        self.words = label("", "soft")
        self.setFocusProxy(self.field)
        box.addWidget(self.field)
        box.addWidget(self.words, 1)
        self.field.timeChanged.connect(lambda _: self._changed())
        self._show()

    def value(self) -> time:
        return self.field.value()

    def set_value(self, value: time) -> None:
        self.field.set_value(value)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.field.setAccessibleName(name)

    def _changed(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.words.setText(part_text(self.value()))


def part_text(moment: time) -> str:
    """sáng, trưa, chiều, tối, đêm in the window's language."""
    translate = QCoreApplication.translate
    return {"sáng": translate("Hours", "in the morning"), "trưa": translate("Hours", "at noon"),
            "chiều": translate("Hours", "in the afternoon"), "tối": translate("Hours", "in the evening"),
            "đêm": translate("Hours", "at night")}[part_of_day(moment)]


def clock_text(moment: time) -> str:
    """17:05 chiều."""
    return f"{moment:%H:%M} {part_text(moment)}"
