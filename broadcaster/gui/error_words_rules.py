"""The sentences about the hours of sessions and the rules for them (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

RULES: dict[str, Any] = {
    "rules.exists": QT_TRANSLATE_NOOP(
        "Errors",
        "The station has rules of its own called “{name}” already. Nothing was changed."),
    "rules.hard": QT_TRANSLATE_NOOP(
        "Errors",
        "No reason lifts the quiet hours: they hold for everything but a confirmed emergency."),
    "rules.in_use": QT_TRANSLATE_NOOP(
        "Errors",
        "These rules are in use and were not removed. Choose others first, also in the special period {where}."),
    "rules.most": QT_TRANSLATE_NOOP("Errors", "{value} is not possible: from 1 to {most}."),
    "rules.not_own": QT_TRANSLATE_NOOP(
        "Errors",
        "These rules come with the program and cannot be removed. Nothing was changed."),
    "rules.reason": QT_TRANSLATE_NOOP("Errors", "Write the reason first: it goes into the record."),
    "rules.unknown": QT_TRANSLATE_NOOP("Errors", "This reason was taken back already."),
    "rules.volume": QT_TRANSLATE_NOOP(
        "Errors",
        "{file}: the volume from {starts} to {ends} has no length, or meets another. Nothing was changed."),
    "schedule.relay_outside": QT_TRANSLATE_NOOP(
        "Errors",
        "The relay at {starts} ({minutes} minutes) does not lie inside the session. Make the session longer, or move "
        "the relay."),
    "schedule.relays_overlap": QT_TRANSLATE_NOOP(
        "Errors",
        "Two relays sound at {starts}. Move one of them."),
}
