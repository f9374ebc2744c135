"""The sentences about other channels and what was handed out (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

KIT: dict[str, Any] = {
    "handout.about": QT_TRANSLATE_NOOP("Errors", "Choose the letter or the bulletin this was made from."),
    "handout.by": QT_TRANSLATE_NOOP("Errors", "Write who gave it out."),
    "handout.channel": QT_TRANSLATE_NOOP("Errors", "There is no such channel: {channel}."),
    "handout.count": QT_TRANSLATE_NOOP("Errors", "Write how many there were, from 1 to {limit}."),
    "handout.day": QT_TRANSLATE_NOOP("Errors", "{day} is still to come. Choose the day on which it was given out."),
    "handout.photo_kind": QT_TRANSLATE_NOOP(
        "Errors", "{name} is not a whole photo. Choose a JPG or PNG picture. Nothing was recorded."),
    "handout.photo_large": QT_TRANSLATE_NOOP(
        "Errors", "{name} is larger than 20 MB. Choose a smaller photo. Nothing was recorded."),
    "handout.photo_missing": QT_TRANSLATE_NOOP("Errors", "The photo {name} cannot be read. Nothing was recorded."),
    "handout.place": QT_TRANSLATE_NOOP("Errors", "Write where it was given out or posted."),
    "handout.unknown": QT_TRANSLATE_NOOP("Errors", "This record is not there any more."),
    "kit.bulletin_not_approved": QT_TRANSLATE_NOOP(
        "Errors", "“{title}” is not approved yet. Its channels are approved together with it."),
    "kit.cancelled": QT_TRANSLATE_NOOP("Errors", "Stopped after {done} of {total} files. Those written stay."),
    "kit.changed": QT_TRANSLATE_NOOP(
        "Errors", "The text was changed after it was shown to you. Look at it again, then approve."),
    "kit.channel": QT_TRANSLATE_NOOP("Errors", "There is no such channel: {channel}."),
    "kit.not_approved": QT_TRANSLATE_NOOP(
        "Errors", "Not approved yet: {channels}. Have it approved first, or write it out as a draft."),
    "kit.too_long": QT_TRANSLATE_NOOP(
        "Errors", "The text has {length} characters; at most {limit} are kept. Nothing was changed."),
}
