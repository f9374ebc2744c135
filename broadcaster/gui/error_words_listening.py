"""The sentences about listening to sounds and shaping them in the window (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

LISTENING: dict[str, Any] = {
    "preview.device_gone": QT_TRANSLATE_NOOP(
        "Errors",
        "The device for listening in the window, {name}, is not there; {used} is used instead. The broadcast is not "
        "touched. Plug it in again or choose another in the settings."),
    "preview.device_lost": QT_TRANSLATE_NOOP(
        "Errors",
        "The device for listening, {name}, has gone. Listening was stopped, because only the station's own "
        "loudspeakers are left. The broadcast is not touched. Plug it in again."),
    "preview.device_on_air": QT_TRANSLATE_NOOP(
        "Errors",
        "What is listened to here comes out of {used}, because the station itself plays on the computer's own sound "
        "device."),
    "shape.bulletin": QT_TRANSLATE_NOOP(
        "Errors",
        "This is the sound of a bulletin: it is shaped where the bulletin is made. Nothing was changed."),
    "shape.changed": QT_TRANSLATE_NOOP(
        "Errors",
        "The item was given another sound meanwhile, so nothing was saved. Look at it again and shape the new sound."),
    "shape.file": QT_TRANSLATE_NOOP(
        "Errors",
        "The sound file of {name} is missing or damaged, so nothing was changed. Import it again or restore the backup."),
    "shape.range": QT_TRANSLATE_NOOP(
        "Errors",
        "A mark lies outside the recording. Nothing was changed. Move it back and save again."),
    "shape.silent": QT_TRANSLATE_NOOP(
        "Errors",
        "Only silence would stay of this sound. Nothing was changed. Move the beginning or the end."),
    "shape.state": QT_TRANSLATE_NOOP(
        "Errors",
        "The item is out of use, so its sound was not changed. Put it back first."),
    "shape.too_short": QT_TRANSLATE_NOOP(
        "Errors",
        "Less than {seconds} s of the sound would stay. Nothing was changed. Move the beginning or the end."),
}
