"""The sentences of the disk guards (see error_words.py); those of the check-up are in gui/doctor/finding_words.py."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

DOCTOR: dict[str, Any] = {
    "alarm.disk_getting_full": QT_TRANSLATE_NOOP(
        "Errors",
        "The disk is getting full: {free_mb} MB left. Free some room this week; the broadcast goes on."),
    "disk.no_room": QT_TRANSLATE_NOOP(
        "Errors",
        "Only {free_mb} MB are free on the disk, and {keep_mb} MB are kept for the broadcast and its log. Nothing was "
        "taken in. Free some room (Care of this computer), then try again."),
    "doctor.remedy_failed": QT_TRANSLATE_NOOP(
        "Errors", "That could not be done from here ({detail}). Nothing was changed. Follow “What do I do now?”."),
    "doctor.remedy_unknown": QT_TRANSLATE_NOOP("Errors", "This version does not know that remedy ({remedy})."),
    "home.missing": QT_TRANSLATE_NOOP("Errors", "There is no station in {path}."),
}
