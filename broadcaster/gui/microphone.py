"""The computer's sound inputs, and how loud one of them is now: to choose a microphone before anybody hears it."""

from __future__ import annotations

import logging
import math
import threading
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from broadcaster.base.errors import Refused
from broadcaster.gui.devices import PORTAUDIO, look_again

log = logging.getLogger(__name__)

_BLOCK_SECONDS = 0.1
_SILENT_DB = -120.0


class Microphone(QObject):
    """`listen(name)` and `stop()` return at once; the player must find the input free before it opens it.

    Signals: `level(dBFS)` ten times a second, `failed(Refused)`: preview.no_input. Nothing is kept or sent anywhere.
    """

    level = Signal(float)
    failed = Signal(object)
    _news = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = 0
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._news.connect(self._on_news, Qt.ConnectionType.QueuedConnection)

    def listen(self, name: str) -> None:
        """Measure this input (empty: the system's default) instead of the one before."""
        self.stop()
        self._run += 1
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._measure, name="microphone", daemon=True,
                                        args=(self._run, name, self._stop))
        self._thread.start()

    def stop(self) -> None:
        """Let go of the input; waits a moment for it."""
        self._stop.set()
        if self._thread and self._thread.is_alive():
            self._thread.join(2)
        self._thread = None
        self._run += 1

    def _on_news(self, run: int, value: object) -> None:
        if run != self._run:
            return
        if isinstance(value, float):
            self.level.emit(value)
        else:
            self.failed.emit(value)

    def _measure(self, run: int, name: str, stop: threading.Event) -> None:
        try:
            _read(name, stop, lambda db: self._tell(run, db))
        except Refused as refusal:
            self._tell(run, refusal)

    def _tell(self, run: int, value: object) -> None:
        try:
            self._news.emit(run, value)
        except RuntimeError:  # the window is gone
            self._stop.set()


def _read(name: str, stop: threading.Event, tell: Any) -> None:
    # numpy and PortAudio are loaded by whoever opens a microphone, not at the window's start.
    try:
        import numpy
        import sounddevice
    except OSError as error:
        raise Refused("preview.no_input", f"no sound library: {error}", name=name) from error
    try:
        # By name, never by number: numbers change when a device is plugged in.
        with PORTAUDIO:
            opened = sounddevice.InputStream(device=input_number(sounddevice, name), channels=1, dtype="float32")
        with opened as stream:
            block = round(stream.samplerate * _BLOCK_SECONDS)
            while not stop.is_set():
                data, _ = stream.read(block)
                peak = float(numpy.max(numpy.abs(data))) if len(data) else 0.0
                tell(20 * math.log10(peak) if peak > 1e-6 else _SILENT_DB)
    except (sounddevice.PortAudioError, ValueError) as error:
        raise Refused("preview.no_input", f"no sound input {name!r} here: {error}", name=name) from error


def input_number(sounddevice: Any, name: str) -> int | None:
    """PortAudio's present number of an input; None for the default. Raises ValueError when it is not there."""
    if not name:
        return None
    for number, item in enumerate(sounddevice.query_devices()):
        if item["name"] == name and item["max_input_channels"] >= 1:
            return number
    raise ValueError("absent")


def input_names() -> list[str]:
    """The sound inputs of this computer as it is now; empty without any."""
    try:
        import sounddevice
    except OSError:
        return []
    with PORTAUDIO:
        look_again(sounddevice)
        devices = sounddevice.query_devices()
    return list(dict.fromkeys(str(item["name"]) for item in devices if item["max_input_channels"] >= 1))
