"""The sentences about campaigns and what is made up (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

CAMPAIGNS: dict[str, Any] = {
    "campaign.no_offer": QT_TRANSLATE_NOOP(
        "Errors", "There is no way out number {number}; there are {count}. Nothing was changed."),
    "campaign.no_times": QT_TRANSLATE_NOOP(
        "Errors", "Say how many times: the letter counts otherwise (by the day or by the week)."),
    "schedule.daypart_unknown": QT_TRANSLATE_NOOP(
        "Errors", "“{name}” is no time of day the program knows. Nothing was changed."),
    "schedule.no_room": QT_TRANSLATE_NOOP(
        "Errors",
        "No session of today has room for “{title}”, so nothing was changed. Make a session longer or take something "
        "out, then try again."),
    "schedule.nothing_missed": QT_TRANSLATE_NOOP(
        "Errors",
        "Nothing of “{title}” is missing from {day} any more: somebody has settled it. Nothing was changed."),
    "schedule.order": QT_TRANSLATE_NOOP(
        "Errors",
        "Campaigns of differing urgency cannot be put in order: the more urgent one always goes first. Nothing was "
        "changed."),
    "schedule.spacing": QT_TRANSLATE_NOOP(
        "Errors", "{minutes} minutes between two airings are not possible; at most {most}."),
    "schedule.times_week": QT_TRANSLATE_NOOP(
        "Errors", "{times} airings a week are not possible; at most {most}."),
    "schedule.zone_unknown": QT_TRANSLATE_NOOP(
        "Errors",
        "The station has no zone “{zone}”. Nothing was changed. Choose the zones again, or add the zone under "
        "Settings."),
}
