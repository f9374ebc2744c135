"""The part of each year in which a session is held."""

from __future__ import annotations

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QWidget

from broadcaster.gui.widgets.form import calm_wheel, choice
from broadcaster.gui.widgets.layout import label

_LEAP_YEAR = 2028
_ALL, _PART = "", "part"


class SeasonField(QWidget):
    """`value()`: MM-DD of its first and last day, both inclusive; two empty texts for the whole year."""

    changed = Signal()

    def __init__(self, first: str, last: str) -> None:
        super().__init__()
        self.setObjectName("plain")
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        self.kind = choice([(_ALL, self.tr("All the year")), (_PART, self.tr("Part of the year"))],
                           _PART if first else _ALL)
        self.kind.setAccessibleName(self.tr("Season"))
        self.first = _DayMonth(first or "04-15", self.tr("First day of the season"))
        self.last = _DayMonth(last or "10-14", self.tr("Last day of the season"))
        self._to = label("–", "soft")
        box.addWidget(self.kind, 1)
        for part in (self.first, self._to, self.last):
            box.addWidget(part)
        self.setFocusProxy(self.kind)
        self.kind.currentIndexChanged.connect(lambda _: self._changed())
        for field in (self.first, self.last):
            field.dateChanged.connect(lambda _: self.changed.emit())
        self._show()

    def value(self) -> tuple[str, str]:
        if self.kind.currentData() == _ALL:
            return "", ""
        return self.first.value(), self.last.value()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.kind.setAccessibleName(name)

    def _changed(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        for part in (self.first, self._to, self.last):
            part.setVisible(self.kind.currentData() == _PART)


class _DayMonth(QDateEdit):
    """15/04 of any year."""

    def __init__(self, value: str, name: str) -> None:
        super().__init__()
        self.setDisplayFormat("dd/MM")
        self.setDateRange(QDate(_LEAP_YEAR, 1, 1), QDate(_LEAP_YEAR, 12, 31))
        self.setDate(QDate(_LEAP_YEAR, int(value[:2]), int(value[3:])))
        self.setMinimumHeight(36)
        self.setMinimumWidth(84)
        self.setAccessibleName(name)
        self.setToolTip(name)
        calm_wheel(self)

    def value(self) -> str:
        return f"{self.date().month():02d}-{self.date().day():02d}"
