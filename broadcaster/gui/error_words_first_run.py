"""The sentences about the first steps and the demo station (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

FIRST_RUN: dict[str, Any] = {
    "demo.failed": QT_TRANSLATE_NOOP(
        "Errors", "The demo station could not be made: {detail}. Your own station is not touched."),
    "demo.open": QT_TRANSLATE_NOOP(
        "Errors", "The demo station's window is still open. Close it first, then delete it."),
}
