"""The sentences about the station's lexicon (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

LEXICON: dict[str, Any] = {
    "lexicon.empty": QT_TRANSLATE_NOOP("Errors", "Write both the word and how it is read."),
    "lexicon.full": QT_TRANSLATE_NOOP(
        "Errors",
        "The lexicon holds at most {limit} words. Nothing was changed. Take out words that are not needed."),
    "lexicon.no_previous": QT_TRANSLATE_NOOP("Errors", "There is no earlier lexicon to go back to."),
    "lexicon.nothing": QT_TRANSLATE_NOOP(
        "Errors",
        "No words were found in {name}. Nothing was changed. Each line needs the word and, in the next column, how it "
        "is read."),
    "lexicon.too_long": QT_TRANSLATE_NOOP(
        "Errors",
        "The word may have {written} characters and its reading {spoken}. Shorten it."),
    "lexicon.unknown": QT_TRANSLATE_NOOP("Errors", "“{written}” is not in the lexicon."),
    "lexicon.unreadable": QT_TRANSLATE_NOOP(
        "Errors",
        "The lexicon file {name} cannot be read. Nothing was changed. Save it as text (UTF-8) and try again. "
        "({detail})"),
}
