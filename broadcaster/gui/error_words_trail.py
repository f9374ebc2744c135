"""The sentences about the trail of who did what (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

TRAIL: dict[str, Any] = {
    "trail.format": QT_TRANSLATE_NOOP("Errors", "The record cannot be written as {format}; there are {known}."),
    "trail.unreadable": QT_TRANSLATE_NOOP("Errors", "{path} cannot be read."),
}
