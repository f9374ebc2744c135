"""The sentences about the wording and the language of bulletins (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

DRAFTING: dict[str, Any] = {
    "bulletin.language": QT_TRANSLATE_NOOP(
        "Errors",
        "No voice here reads {language}. Record “{title}” with a person's voice instead; the text stays for reading."),
    "bulletin.language_unknown": QT_TRANSLATE_NOOP("Errors", "There is no language “{language}” in the list."),
    "template.braces": QT_TRANSLATE_NOOP("Errors", "A curly bracket is opened or closed too often in this line."),
    "template.missing_fact": QT_TRANSLATE_NOOP("Errors", "This line must keep “{fact}” in curly brackets."),
    "template.unknown_fact": QT_TRANSLATE_NOOP("Errors", "This line cannot fill in “{fact}”. Take it out."),
}
