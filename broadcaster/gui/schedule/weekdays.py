"""Seven small switches, Monday first."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from broadcaster.gui.i18n import weekday_text
from broadcaster.gui.widgets.chips import chip

_MONDAY = date(2026, 11, 16)


class WeekdayPicker(QWidget):
    """`value()`: ISO digits, "1234567" for every day; empty when nothing is switched on."""

    changed = Signal()

    def __init__(self, value: str = "1234567") -> None:
        super().__init__()
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(5)
        self.days: list[QPushButton] = []
        for number, short in enumerate(_short_names(), start=1):
            part = chip(short)
            part.setAccessibleName(weekday_text(_MONDAY + timedelta(number - 1)))
            part.setToolTip(part.accessibleName())
            part.setChecked(str(number) in value)
            part.clicked.connect(lambda _: self.changed.emit())
            self.days.append(part)
            box.addWidget(part)
        box.addStretch(1)

    def value(self) -> str:
        return "".join(str(number) for number, part in enumerate(self.days, start=1) if part.isChecked())

    def set_value(self, value: str) -> None:
        for number, part in enumerate(self.days, start=1):
            part.setChecked(str(number) in value)


def _short_names() -> tuple[str, ...]:
    translate = QCoreApplication.translate
    return (translate("Schedule", "Mo"), translate("Schedule", "Tu"), translate("Schedule", "We"),
            translate("Schedule", "Th"), translate("Schedule", "Fr"), translate("Schedule", "Sa"),
            translate("Schedule", "Su"))
