"""The sentences about special days and the calendar (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

CALENDAR: dict[str, Any] = {
    "calendar.words": QT_TRANSLATE_NOOP(
        "Errors",
        "The file of holidays cannot be used: {path} ({detail}). The plan is not touched. Correct that line."),
    "calendar.years": QT_TRANSLATE_NOOP(
        "Errors", "The lunar calendar is known from {first} to {last}. Choose a day between them."),
    "period.directive": QT_TRANSLATE_NOOP(
        "Errors",
        "“{name}” changes what airs, so the number of the letter that orders it is needed. Nothing was saved."),
    "period.item_kind": QT_TRANSLATE_NOOP(
        "Errors", "There is no kind of item “{name}”. Nothing was saved. Choose another one."),
    "period.kind": QT_TRANSLATE_NOOP(
        "Errors", "There is no kind of special day “{name}”. Nothing was saved. Choose another one."),
    "period.name": QT_TRANSLATE_NOOP("Errors", "The special day needs a name. Nothing was saved."),
    "period.order": QT_TRANSLATE_NOOP(
        "Errors", "The last day ({last}) is before the first ({first}). Nothing was saved. Correct the days."),
    "period.past": QT_TRANSLATE_NOOP(
        "Errors", "These days are over ({last}): what aired does not change any more. Nothing was saved."),
    "period.reason": QT_TRANSLATE_NOOP(
        "Errors", "“{name}” changes what airs, so a reason is needed. Nothing was saved."),
    "period.session": QT_TRANSLATE_NOOP(
        "Errors", "There is no session “{name}” any more. Nothing was saved. Choose the sessions again."),
    "period.too_long": QT_TRANSLATE_NOOP(
        "Errors", "{count} days are too many, {limit} are the most. Nothing was saved. Correct the days."),
    "period.twice": QT_TRANSLATE_NOOP("Errors", "“{name}” is entered for these days already. Nothing was saved."),
    "period.unknown": QT_TRANSLATE_NOOP(
        "Errors", "The special day “{name}” was removed meanwhile. Nothing was saved. Open the list again."),
    "period.year": QT_TRANSLATE_NOOP("Errors", "{year} is no year of the calendar."),
}
