"""The sentences about playing the coming days ahead (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

FORECAST: dict[str, Any] = {
    "forecast.broken": QT_TRANSLATE_NOOP(
        "Errors", "The trial run broke off. Nothing of the station was changed. Try it again. ({detail})"),
    "forecast.days": QT_TRANSLATE_NOOP("Errors", "A trial run is for 1 to {most} days, not {days}."),
    "forecast.fault": QT_TRANSLATE_NOOP("Errors", "“{fault}” is no fault that can be supposed."),
    "forecast.fault_day": QT_TRANSLATE_NOOP(
        "Errors", "The fault “{fault}” is on {day}; the trial run is from {first} to {last}."),
    "forecast.fault_past": QT_TRANSLATE_NOOP(
        "Errors", "The time of the fault “{fault}” is over. Choose a later time or day."),
    "forecast.item_unknown": QT_TRANSLATE_NOOP(
        "Errors", "No item called “{what}” is planned on {day}, so its file cannot be missing."),
    "forecast.no_relay": QT_TRANSLATE_NOOP("Errors", "No relay is planned on {day}, so none can be lost."),
    "forecast.past": QT_TRANSLATE_NOOP("Errors", "The day {day} is over. A trial run begins today or later."),
}
