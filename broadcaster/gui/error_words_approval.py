"""The sentences about remarks and approval slips (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

APPROVAL: dict[str, Any] = {
    "comment.empty": QT_TRANSLATE_NOOP("Errors", "Write the remark first."),
    "comment.long": QT_TRANSLATE_NOOP(
        "Errors", "The remark has {length} characters; at most {limit} are kept. Shorten it."),
    "comment.not_yours": QT_TRANSLATE_NOOP("Errors", "Only {name} can take this remark back."),
    "comment.subject": QT_TRANSLATE_NOOP("Errors", "What the remark is about is not there any more."),
    "comment.unknown": QT_TRANSLATE_NOOP("Errors", "This remark is not there any more."),
    "slip.code": QT_TRANSLATE_NOOP(
        "Errors", "This is not the code of an approval slip. Scan the square code on the slip and put all of its text "
        "here."),
    "slip.no_sound": QT_TRANSLATE_NOOP(
        "Errors", "“{title}” has no sound yet, so there is nothing to approve. Read it aloud first."),
}
