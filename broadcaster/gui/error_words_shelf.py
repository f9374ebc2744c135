"""The sentences about items, their versions and the retention rule (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

SHELF: dict[str, Any] = {
    "alarm.database_older": QT_TRANSLATE_NOOP(
        "Errors",
        "The station's data is older than its files: it ends at {until}, {sounds} sounds and {approvals} approvals "
        "came later. No file was deleted. Call whoever helps you, before you import or approve these items anew."),
    "alarm.sounds_missing": QT_TRANSLATE_NOOP(
        "Errors",
        "The sound files of {count} items are not there, “{title}” is the first: they cannot air. Copy the folder "
        "“audio” back, or import them again."),
    "cart.cue": QT_TRANSLATE_NOOP(
        "Errors", "Listening cannot begin there: “{title}” is only {seconds} seconds long. Nothing was changed."),
    "cart.dates": QT_TRANSLATE_NOOP(
        "Errors",
        "“{title}” would end on {valid_until}, before it begins on {valid_from}. Nothing was changed. Check the days."),
    "cart.value": QT_TRANSLATE_NOOP(
        "Errors", "“{value}” cannot be used here. Nothing was changed. Choose from the list, or write days in full."),
    "cart.version_bulletin": QT_TRANSLATE_NOOP(
        "Errors", "“{title}” was made from a bulletin. Change its words there and have them read again."),
    "cart.version_gone": QT_TRANSLATE_NOOP(
        "Errors",
        "The sound of version {number} of “{title}” is no longer kept. What was taken away less than 30 days ago can "
        "be brought back."),
    "cart.version_unknown": QT_TRANSLATE_NOOP("Errors", "“{title}” has no version {number}."),
    "library.words": QT_TRANSLATE_NOOP(
        "Errors",
        "The list of categories {path} cannot be used ({detail}). Put it right, or delete it to go on with the shipped "
        "list."),
    "retention.altered": QT_TRANSLATE_NOOP(
        "Errors", "The sound of “{title}” was altered or lost where it lay, so it was not brought back."),
    "retention.reason": QT_TRANSLATE_NOOP("Errors", "Say why these sounds are taken away. Nothing was taken yet."),
    "retention.unknown": QT_TRANSLATE_NOOP(
        "Errors", "This sound can no longer be brought back: what is taken away is kept for 30 days."),
    "stray.altered": QT_TRANSLATE_NOOP(
        "Errors", "This sound file is damaged and was not taken in. It stays where it lies."),
    "stray.unknown": QT_TRANSLATE_NOOP("Errors", "This sound file is not there, or an item has it already."),
}
