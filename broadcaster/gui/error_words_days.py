"""The sentences about single days made by hand (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

DAYS: dict[str, Any] = {
    "air.no_room": QT_TRANSLATE_NOOP(
        "Errors",
        "“{title}” is {seconds} seconds too long for what is left of this session. Nothing was changed. Choose a "
        "shorter item, or put it into the next session."),
    "air.no_session": QT_TRANSLATE_NOOP(
        "Errors",
        "No session is on the air now, so there is no place for the item. Put it into a session of the schedule."),
    "schedule.begun": QT_TRANSLATE_NOOP(
        "Errors",
        "“{name}” ({starts}) has begun or is over: it is not changed any more. What has to be said now can be put "
        "next into the running session."),
    "schedule.copy_nothing": QT_TRANSLATE_NOOP(
        "Errors",
        "There was nothing that could be copied: nothing planned, or all sessions there have begun. Nothing was "
        "changed."),
    "schedule.copy_same": QT_TRANSLATE_NOOP("Errors", "Choose another day to copy to."),
    "schedule.edits_broken": QT_TRANSLATE_NOOP(
        "Errors",
        "The file “{name}” holds no changes of a schedule. Nothing was changed."),
    "schedule.item_unknown": QT_TRANSLATE_NOOP(
        "Errors",
        "This item is not there any more: the schedule has changed meanwhile. Nothing was changed; look at the day "
        "again."),
    "schedule.minutes": QT_TRANSLATE_NOOP(
        "Errors",
        "A session of {minutes} minutes is not possible. Choose a length from 1 to {most} minutes."),
    "schedule.name": QT_TRANSLATE_NOOP("Errors", "Give the session a name first."),
    "schedule.not_held": QT_TRANSLATE_NOOP(
        "Errors",
        "“{name}” is not held on this day. Hold it first, then put items into it."),
    "schedule.not_open": QT_TRANSLATE_NOOP(
        "Errors",
        "“{title}” is to air from {first} to {last} only, so it was not put there. Nothing was changed. Extend the "
        "campaign first, or put the item in from the library."),
    "schedule.not_today": QT_TRANSLATE_NOOP(
        "Errors",
        "“{title}” may not air today: it is not approved, or its days are over. Look at it in the library."),
    "schedule.rule": QT_TRANSLATE_NOOP(
        "Errors",
        "“{name}” would go beyond the rules that hold for the station. Nothing was changed. If it has to be, write "
        "the reason down as an exception first."),
    "schedule.moved_on": QT_TRANSLATE_NOOP(
        "Errors",
        "Somebody else has changed this session meanwhile. Nothing was changed; the page shows it as it is now. "
        "Do it again if it is still wanted."),
}
