"""Names of sound devices as a person reads them."""

from __future__ import annotations

import contextlib
import threading
from typing import Any

from PySide6.QtCore import QCoreApplication

from broadcaster.base.settings import NOBODY

PORTAUDIO = threading.Lock()
"""Held by who opens a stream or looks for devices anew: PortAudio dies of both at once."""
_LISTENERS = {"preview", "microphone"}
"""Threads of this process that have a stream open (preview.py and microphone.py)."""


def look_again(sounddevice: Any) -> None:
    """See what was plugged in since; with PORTAUDIO held. To start PortAudio again ends every stream of this process,
    so nothing is done while another thread has one."""
    others = (thread for thread in threading.enumerate() if thread is not threading.current_thread())
    if any(thread.name in _LISTENERS for thread in others):
        return
    with contextlib.suppress(sounddevice.PortAudioError):
        sounddevice._terminate()
        sounddevice._initialize()


def device_words(name: str) -> str:
    """The two names that are no device's own: the system's default, and the one that plays to nobody."""
    if name == NOBODY:
        return QCoreApplication.translate("Devices", "No loudspeakers (only to try the program)")
    return name or QCoreApplication.translate("Devices", "The computer's default")


def plays_to_nobody(name: str) -> bool:
    """Whether this is the device for stations that are only tried out."""
    return name == NOBODY


def serial_ports() -> list[str]:
    """The serial ports a relay may hang on, by the names they are opened with."""
    from serial.tools import list_ports

    return sorted(port.device for port in list_ports.comports())
