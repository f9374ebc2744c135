"""The sentences about the weekly sheet and what waits for it (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

SHEET: dict[str, Any] = {
    "alarm.plan_unreadable": QT_TRANSLATE_NOOP(
        "Errors",
        "Damaged, and left out of the plan or held as it last was: {names} ({count} in all). Open it in the schedule "
        "and save it again."),
    "alarm.sheet_behind": QT_TRANSLATE_NOOP(
        "Errors",
        "Not on the approved weekly schedule, so not aired: {titles} ({count} in all). Submit the changed week."),
    "alarm.sheet_missing": QT_TRANSLATE_NOOP(
        "Errors",
        "The weekly schedule {first}–{last} is not approved yet: nothing planned airs in that week. Open the schedule, "
        "submit the week and have it approved."),
    "schedule.put_away": QT_TRANSLATE_NOOP(
        "Errors",
        "“{title}” is out of use: another item took its place, or it was archived. Nothing was planned. Choose the "
        "item that is used now."),
    "sheet.altered": QT_TRANSLATE_NOOP(
        "Errors",
        "The schedule of the week from {monday} was changed outside the program after it was submitted. It was not "
        "approved. Submit it again."),
    "sheet.empty": QT_TRANSLATE_NOOP(
        "Errors", "Nothing is planned for the week from {monday}, so there is nothing to submit. Add campaigns first."),
    "sheet.name": QT_TRANSLATE_NOOP("Errors", "A schedule is submitted under a name. Sign with your name and PIN."),
    "sheet.other": QT_TRANSLATE_NOOP(
        "Errors",
        "The week from {monday} was submitted anew while you were reading. Nothing was approved. Look at the new "
        "schedule and approve it then."),
    "sheet.past": QT_TRANSLATE_NOOP("Errors", "The week from {monday} is over. Nothing was changed."),
    "sheet.reason": QT_TRANSLATE_NOOP("Errors", "Write the reason: it goes into the record."),
    "sheet.role": QT_TRANSLATE_NOOP("Errors", "{name} may not approve schedules. Ask someone who may."),
    "sheet.self": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} submitted this schedule and cannot approve it too. Let somebody else approve it, or set the station "
        "to a single person under Settings."),
    "sheet.state": QT_TRANSLATE_NOOP(
        "Errors", "No schedule of the week from {monday} waits for approval. Nothing was changed."),
    "sheet.unchanged": QT_TRANSLATE_NOOP(
        "Errors", "The week from {monday} is submitted or approved exactly as it is now. Nothing needs to be done."),
}
