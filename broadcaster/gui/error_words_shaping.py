"""The sentences about trimming and fading a sound (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

SHAPING: dict[str, Any] = {
    "shape.bulletin": QT_TRANSLATE_NOOP(
        "Errors", "“{title}” was made from a bulletin. Trim it where that bulletin is produced."),
    "shape.changed": QT_TRANSLATE_NOOP(
        "Errors", "“{title}” was given another sound while you were trimming it. Nothing was changed. Open it again."),
    "shape.file": QT_TRANSLATE_NOOP(
        "Errors",
        "The sound file of “{name}” is missing or damaged, so it cannot be trimmed. Bring the sound in again."),
    "shape.range": QT_TRANSLATE_NOOP(
        "Errors", "These marks do not fit into the sound. Nothing was changed. Move the cut or fade marks apart."),
    "shape.silent": QT_TRANSLATE_NOOP(
        "Errors", "Only silence would stay between these marks. Nothing was changed. Move the cut marks apart."),
    "shape.state": QT_TRANSLATE_NOOP(
        "Errors", "“{title}” is out of use. Bring it back first, then trim it."),
    "shape.too_short": QT_TRANSLATE_NOOP(
        "Errors", "Less than {seconds} seconds would stay. Nothing was changed. Move the cut marks apart."),
}
