"""The sentences about guide and first aid (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

HELP: dict[str, Any] = {
    "guide.unknown_code": QT_TRANSLATE_NOOP("Errors", "There are no steps for “{asked}”. Read the guide (F1)."),
}
