"""The sentences about what is to air soon and would not (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

COMING: dict[str, Any] = {
    "alarm.coming_altered": QT_TRANSLATE_NOOP(
        "Errors",
        "The sound of {items} is damaged or was altered, so it will not air. Voice or import it again "
        "and have it approved before the session begins."),
    "alarm.coming_expired": QT_TRANSLATE_NOOP(
        "Errors",
        "The approval of {items} is over by then, so it will not air. Have it approved again or put "
        "something else in its place."),
    "alarm.coming_missing": QT_TRANSLATE_NOOP(
        "Errors",
        "The sound file of {items} is gone, so it will not air. Put the file back from a backup, or "
        "voice or import the item again before the session begins."),
    "alarm.coming_not_approved": QT_TRANSLATE_NOOP(
        "Errors",
        "The approval of {items} does not hold any more, so it will not air. Have it approved again "
        "or put something else in its place."),
    "alarm.next_empty": QT_TRANSLATE_NOOP(
        "Errors",
        "Nothing is planned for {sessions}: the loudspeakers will be silent. Plan something while you are here."),
    "alarm.next_expired": QT_TRANSLATE_NOOP(
        "Errors",
        "Planned, but out of its days, so it will not air: {items}. Have it approved for longer or "
        "plan something else."),
    "alarm.next_not_approved": QT_TRANSLATE_NOOP(
        "Errors",
        "Planned, but not approved yet, so it will not air: {items}. Have it approved before the "
        "session begins."),
    "alarm.next_thin": QT_TRANSLATE_NOOP(
        "Errors", "Very little is planned for {sessions}. Plan more while you are here."),
    "alarm.next_withdrawn": QT_TRANSLATE_NOOP(
        "Errors",
        "Planned, but withdrawn or out of use, so it will not air: {items}. Plan something else or "
        "stop the campaign."),
}
