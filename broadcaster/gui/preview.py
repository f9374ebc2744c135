"""Listening at the desk: plays one sound file on the default output, never through the station's own player."""

from __future__ import annotations

import logging
import threading
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from broadcaster.base.errors import Refused
from broadcaster.gui.devices import PORTAUDIO

log = logging.getLogger(__name__)

_BLOCK_SECONDS = 0.1


class PreviewPlayer(QObject):
    """`play(path)`, `pause()`, `seek(seconds)`, `stop()`; all return at once.

    Signals: `position(seconds)` ten times a second, `state_changed("playing" | "paused" | "stopped")`,
    `failed(Refused)`: preview.no_device, preview.unreadable. Only one sound plays at a time.
    """

    position = Signal(float)
    state_changed = Signal(str)
    failed = Signal(object)
    _news = Signal(int, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = 0
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._path: Path | None = None
        self._at = 0.0
        self.state = "stopped"
        self._news.connect(self._on_news, Qt.ConnectionType.QueuedConnection)

    def play(self, path: Path | None = None, start: float | None = None) -> None:
        """Play a file from `start` seconds; without a path go on where it was paused."""
        if path is not None and path != self._path:
            self._path, self._at = path, 0.0
        if start is not None:
            self._at = start
        if self._path is None:
            return
        self._end_thread()
        self._run += 1
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._sound, name="preview", daemon=True,
                                        args=(self._run, self._path, self._at, self._stop))
        self._thread.start()
        self._change("playing")

    def pause(self) -> None:
        """Stop sounding, keep the place."""
        if self.state == "playing":
            self._end_thread()
            self._change("paused")

    def toggle(self, path: Path) -> None:
        """What a play/pause button does."""
        if self.state == "playing" and path == self._path:
            self.pause()
        else:
            self.play(path)

    def seek(self, seconds: float) -> None:
        """Another place; goes on playing if it was."""
        self._at = max(0.0, seconds)
        self.position.emit(self._at)
        if self.state == "playing":
            self.play(start=self._at)

    def stop(self) -> None:
        """End, and forget the file."""
        self._end_thread()
        self._path, self._at = None, 0.0
        self._change("stopped")

    def _end_thread(self) -> None:
        self._stop.set()
        if self._thread and self._thread.is_alive():
            self._thread.join(2)
        self._thread = None
        self._run += 1

    def _change(self, state: str) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)

    def _on_news(self, run: int, kind: str, value: Any) -> None:
        if run != self._run:
            return
        if kind == "position":
            self._at = float(value)
            self.position.emit(self._at)
            return
        self._at = 0.0
        self._change("stopped")
        if kind == "failed":
            self.failed.emit(value)

    def _sound(self, run: int, path: Path, start: float, stop: threading.Event) -> None:
        try:
            _play_file(path, start, stop, lambda at: self._tell(run, "position", at))
        except Refused as refusal:
            self._tell(run, "failed", refusal)
            return
        if not stop.is_set():
            self._tell(run, "ended", None)

    def _tell(self, run: int, kind: str, value: object) -> None:
        try:
            self._news.emit(run, kind, value)
        except RuntimeError:  # the window is gone
            self._stop.set()


def _play_file(path: Path, start: float, stop: threading.Event, tell: Any) -> None:
    # numpy, PortAudio and libsndfile are loaded by whoever listens first, not at the window's start.
    try:
        import sounddevice
        import soundfile
    except OSError as error:
        raise Refused("preview.no_device", f"no sound library: {error}") from error
    try:
        sound = soundfile.SoundFile(str(path))
    except (OSError, RuntimeError) as error:
        raise Refused("preview.unreadable", f"cannot play {path.name}: {error}", name=path.name) from error
    with sound:
        block = round(sound.samplerate * _BLOCK_SECONDS)
        sound.seek(min(round(start * sound.samplerate), sound.frames))
        try:
            with PORTAUDIO:
                opened = sounddevice.OutputStream(samplerate=sound.samplerate, channels=sound.channels, dtype="float32")
            with opened as out:
                while not stop.is_set() and len(data := sound.read(block, dtype="float32", always_2d=True)):
                    out.write(data)
                    tell(max(0.0, sound.tell() / sound.samplerate - out.latency))
        except sounddevice.PortAudioError as error:
            raise Refused("preview.no_device", f"no sound output here: {error}") from error


def output_names() -> list[str]:
    """The sound outputs of this computer; empty without any."""
    try:
        import sounddevice
    except OSError:
        return []
    with PORTAUDIO:
        devices = sounddevice.query_devices()
    return list(dict.fromkeys(str(item["name"]) for item in devices if item["max_output_channels"] >= 1))
