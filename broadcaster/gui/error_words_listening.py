"""The sentences about listening in the window (see error_words.py)."""

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
}
