"""The sentences about corrections of the airing log and the names under it (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

LOG: dict[str, Any] = {
    "airing.unknown": QT_TRANSLATE_NOOP("Errors", "That row is not in the airing log any more. Read the log again."),
    "correction.future": QT_TRANSLATE_NOOP(
        "Errors", "“{title}” is planned for {day}: what has not happened yet cannot be corrected."),
    "correction.name": QT_TRANSLATE_NOOP("Errors", "A correction bears a name. Sign with your name and PIN."),
    "correction.note": QT_TRANSLATE_NOOP("Errors", "Write in a few words what happened: it goes into the record."),
    "correction.outcome": QT_TRANSLATE_NOOP(
        "Errors", "“{title}” cannot be corrected to that outcome. Choose another one."),
    "correction.pending": QT_TRANSLATE_NOOP(
        "Errors", "“{title}” has not ended yet. Correct it when its outcome stands in the log."),
    "correction.reason": QT_TRANSLATE_NOOP("Errors", "Choose one of the reasons of the list."),
    "correction.same": QT_TRANSLATE_NOOP("Errors", "The same was said of “{title}” already. Nothing was added."),
    "signature.days": QT_TRANSLATE_NOOP(
        "Errors",
        "{count} days of this week are not signed yet, the first is {day}. Have them signed, then sign the week."),
    "signature.empty": QT_TRANSLATE_NOOP(
        "Errors", "Nothing was planned or aired on {day}, so there is nothing to sign."),
    "signature.not_over": QT_TRANSLATE_NOOP("Errors", "{day} is not over yet. The log is signed the day after."),
    "signature.pending": QT_TRANSLATE_NOOP(
        "Errors",
        "{count} items have no outcome yet. The journal is filed within a minute while the resident helper runs; sign "
        "then."),
    "signature.twice": QT_TRANSLATE_NOOP(
        "Errors", "{name} signed this already ({at}), and nothing has changed since."),
}
