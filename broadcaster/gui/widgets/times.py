"""Dates and times the Vietnamese way: 21/11/2026 and 17:05, the day beginning on Monday."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import QDate, QLocale, Qt, QTime
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QTimeEdit

from broadcaster.gui.widgets.form import calm_wheel


class DateField(QDateEdit):
    """A date with a calendar."""

    def __init__(self, value: date) -> None:
        super().__init__()
        self.setCalendarPopup(True)
        self.setDisplayFormat("dd/MM/yyyy")
        self.setDateRange(QDate(2000, 1, 1), QDate(2099, 12, 31))
        calendar = QCalendarWidget()
        calendar.setLocale(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setCalendarWidget(calendar)
        self.set_value(value)
        calm_wheel(self)

    def value(self) -> date:
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def set_value(self, value: date) -> None:
        self.setDate(QDate(value.year, value.month, value.day))


class TimeField(QTimeEdit):
    """A time of day on the 24-hour clock."""

    def __init__(self, value: time) -> None:
        super().__init__()
        self.setDisplayFormat("HH:mm")
        self.set_value(value)
        calm_wheel(self)

    def value(self) -> time:
        chosen = self.time()
        return time(chosen.hour(), chosen.minute())

    def set_value(self, value: time) -> None:
        self.setTime(QTime(value.hour, value.minute))
