"""A date that may be left open: a button while it is, a calendar field with a way back once it is set."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from broadcaster.gui.widgets.buttons import button, icon_button
from broadcaster.gui.widgets.layout import row
from broadcaster.gui.widgets.times import DateField

USUAL_DAYS = 30
"""How long an item holds when an end is set and not said yet."""


class OptionalDate(QWidget):
    """`changed` when a person chose, cleared or typed another day; `value()` is an ISO date or ""."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], open_words: str, ahead: int = 0) -> None:
        """`ahead`: days from today to begin with; an end that began today would stop the item at once."""
        super().__init__()
        self.setObjectName("plain")
        self._today = today
        self._ahead = timedelta(days=ahead)
        self._shown = ""
        self.set_button = button(open_words, "calendar-days", self._begin)
        self.field = DateField(today())
        self.field.editingFinished.connect(self._edited)
        # The field takes the day over only after the calendar has told it.
        self.field.calendarWidget().clicked.connect(lambda _: QTimer.singleShot(0, self, self._edited))
        self.clear_button = icon_button("x", self.tr("No date"), self._clear)
        box = row(self.set_button, self.field, self.clear_button, spacing=4)
        box.setContentsMargins(0, 0, 0, 0)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.setFocusProxy(self.set_button)
        self.show_value("")

    def value(self) -> str:
        return self._shown

    def show_value(self, day: str) -> None:
        """An ISO date, or "" for none."""
        self._shown = day
        if day:
            self.field.blockSignals(True)
            self.field.set_value(date.fromisoformat(day))
            self.field.blockSignals(False)
        self.set_button.setVisible(not day)
        self.field.setVisible(bool(day))
        self.clear_button.setVisible(bool(day))
        self.setFocusProxy(self.field if day else self.set_button)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.field.setAccessibleName(name)
        self.set_button.setAccessibleName(f"{name}: {self.set_button.text()}")
        self.clear_button.setAccessibleName(f"{name}: {self.clear_button.toolTip()}")

    def _begin(self) -> None:
        self.show_value((self._today() + self._ahead).isoformat())
        self.field.setFocus()
        self.changed.emit()

    def _edited(self) -> None:
        day = self.field.value().isoformat()
        # A field that was just cleared is left by the keyboard too: that is not another day.
        if self._shown and day != self._shown:
            self._shown = day
            self.changed.emit()

    def _clear(self) -> None:
        self.show_value("")
        self.set_button.setFocus()
        self.changed.emit()
