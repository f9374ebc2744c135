"""The sentences about voice packs (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

VOICES: dict[str, Any] = {
    "speech.pack_broken": QT_TRANSLATE_NOOP(
        "Errors",
        "This voice pack is damaged and was not used. Copy it to the stick again. ({detail})"),
    "speech.pack_cancelled": QT_TRANSLATE_NOOP("Errors", "Adding the voice was stopped. Nothing was changed."),
    "speech.pack_files": QT_TRANSLATE_NOOP(
        "Errors",
        "There is no complete voice pack here: {missing} is missing. A pack is a folder or zip with an .onnx file and "
        "its .onnx.json beside it."),
    "speech.pack_json": QT_TRANSLATE_NOOP(
        "Errors",
        "The description of this voice pack is incomplete ({key}). Nothing was changed. Ask for a pack made for "
        "Piper."),
    "speech.pack_language": QT_TRANSLATE_NOOP(
        "Errors",
        "This voice does not speak Vietnamese ({language}). Nothing was changed."),
    "speech.pack_several": QT_TRANSLATE_NOOP(
        "Errors",
        "{count} voices lie together here ({names}). Put each into a folder of its own and add one at a time."),
    "speech.pack_too_large": QT_TRANSLATE_NOOP(
        "Errors",
        "This voice pack has {mb} MB; at most {limit} MB are taken. Nothing was changed."),
    "speech.pack_unknown": QT_TRANSLATE_NOOP("Errors", "There is no voice pack called “{name}” any more."),
}
