"""The sentences about chime, music and recordings of bulletins (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

PRODUCTION: dict[str, Any] = {
    "production.cancelled": QT_TRANSLATE_NOOP("Errors", "Stopped. The bulletin sounds as before."),
    "production.no_words": QT_TRANSLATE_NOOP(
        "Errors",
        "“{title}” has no words of its present text yet. Read it aloud or record it, then add chime and music."),
    "production.part_ambiguous": QT_TRANSLATE_NOOP(
        "Errors",
        "{count} items of the library are called “{name}”. Nothing was changed. Name the one you mean."),
    "production.part_missing": QT_TRANSLATE_NOOP(
        "Errors",
        "“{name}” is no longer in the library, so the sound was not made. The words are safe. Choose another sound "
        "in its place."),
    "production.part_not_approved": QT_TRANSLATE_NOOP(
        "Errors",
        "“{name}” is not approved or no longer valid, so the sound was not made. The words are safe. Have it "
        "approved in the library or choose another."),
    "production.too_long": QT_TRANSLATE_NOOP(
        "Errors",
        "This would take {minutes} minutes; at most {limit} are made in one piece. Repeat it less often, or plan "
        "several airings."),
    "production.value": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} cannot be {value}: it lies between {low} and {high}. Nothing was changed."),
    "recording.too_long": QT_TRANSLATE_NOOP(
        "Errors",
        "The recording was ended after {minutes} minutes. What was said until then is kept."),
    "recording.unplugged": QT_TRANSLATE_NOOP(
        "Errors",
        "The microphone gives no more sound: was it unplugged? What was said until then is kept. Plug it in and go "
        "on from the last sentence."),
}
