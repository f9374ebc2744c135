"""The sentences about what follows a letter: files beside it, reminders, the report (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

REGISTER: dict[str, Any] = {
    "attachment.empty": QT_TRANSLATE_NOOP("Errors", "{name} is empty."),
    "attachment.letter_itself": QT_TRANSLATE_NOOP("Errors", "{name} is this letter itself; it is in the register."),
    "attachment.missing": QT_TRANSLATE_NOOP("Errors", "The file {name} cannot be found. Add it again."),
    "attachment.too_large": QT_TRANSLATE_NOOP("Errors", "{name} is larger than 500 MB and cannot be kept here."),
    "attachment.unknown": QT_TRANSLATE_NOOP("Errors", "This file is not in the register any more."),
    "directive.report_day": QT_TRANSLATE_NOOP(
        "Errors", "{day} is still to come. Choose the day on which the report went out."),
    "reminder.text": QT_TRANSLATE_NOOP("Errors", "Write in a few words what is to be done."),
    "reminder.unknown": QT_TRANSLATE_NOOP("Errors", "This reminder is not there any more."),
}
