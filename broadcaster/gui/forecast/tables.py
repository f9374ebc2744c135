"""The two lists of a forecast: the airings of a day, and what each letter would get."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import Table

LENGTH = 3
"""The column a narrow window does without."""


def airings_table() -> Table:
    """Of `model.AiringRow`."""
    translate = QCoreApplication.translate
    table = Table("forecast.airings", [
        Column(translate("Forecast", "Planned"), lambda item: item.planned, 96, digits=True),
        Column(translate("Forecast", "Begins"), lambda item: item.started, 96, digits=True),
        Column(translate("Forecast", "Content"), lambda item: item.title, 0, tip=lambda item: item.title),
        Column(translate("Forecast", "Length"), lambda item: item.length, 98),
        Column(translate("Forecast", "Outcome"), lambda item: item.outcome, 168, tone=lambda item: item.tone,
               tip=lambda item: item.outcome),
    ], accessible=translate("Forecast", "Predicted airings of the day"))
    table.set_empty("calendar-days", translate("Forecast", "Choose a day above."))
    return table


def letters_table() -> Table:
    """Of `model.LetterRow`."""
    translate = QCoreApplication.translate
    table = Table("forecast.letters", [
        Column(translate("Forecast", "Letter"), lambda item: item.number, 190),
        Column(translate("Forecast", "Subject"), lambda item: item.subject, 0, tip=lambda item: item.subject),
        Column(translate("Forecast", "Airings"), lambda item: item.airings, 104, digits=True),
        Column(translate("Forecast", "Length"), lambda item: item.length, 130),
    ], accessible=translate("Forecast", "Minutes per letter"))
    table.set_empty("file-text", translate("Forecast", "Nothing is planned for any letter in these days."))
    return table
