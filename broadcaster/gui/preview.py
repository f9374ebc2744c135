"""Listening at the desk: plays one sound where listening.py says, never through the station's own player."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from broadcaster.base.errors import Refused
from broadcaster.gui.listening import listening, output_names
from broadcaster.gui.preview_stream import Speaker
from broadcaster.gui.sounds import FileSound, Sound

if TYPE_CHECKING:
    from broadcaster.gui.sounds import Block

__all__ = ["PreviewPlayer", "output_names"]

log = logging.getLogger(__name__)

_BLOCK_SECONDS = 0.05
_TOLD_SECONDS = 0.1
_END_WAIT = 2.0
Span = tuple[float, float]
"""From and to, in seconds."""


@dataclass
class _Run:
    """One time of playing; the thread reads it block by block."""

    number: int
    opener: Callable[[], Sound]
    start: float
    until: float | None
    stop: threading.Event = field(default_factory=threading.Event)


class PreviewPlayer(QObject):
    """`play(path)`, `play_sound(key, opener)`, `pause()`, `seek(seconds)`, `stop()`; all return at once.

    Signals: `position(seconds)` ten times a second, `state_changed("playing" | "paused" | "stopped")`,
    `failed(Refused)`: preview.no_device, preview.unreadable. Only one player of the window sounds at a time: another
    one's start stops this one. `loop` is played again and again while it is set.
    """

    position = Signal(float)
    state_changed = Signal(str)
    failed = Signal(object)
    _news = Signal(int, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run: _Run | None = None
        self._number = 0
        self._thread: threading.Thread | None = None
        self._key: object = None
        self._opener: Callable[[], Sound] | None = None
        self._at = 0.0
        self.state = "stopped"
        self.loop: Span | None = None
        self.device: str | None = None
        """A device to try, whatever the settings say; None: the one they name."""
        self._news.connect(self._on_news, Qt.ConnectionType.QueuedConnection)

    @property
    def at(self) -> float:
        """Where it plays or was paused, in seconds."""
        return self._at

    def play(self, path: Path | None = None, start: float | None = None) -> None:
        """Play a file from `start` seconds; without a path go on where it was paused."""
        opener = None if path is None else lambda: FileSound(path)
        self.play_sound(path, opener, start)

    def play_sound(self, key: object, opener: Callable[[], Sound] | None, start: float | None = None,
                   until: float | None = None) -> None:
        """Play what `opener()` gives on the playing thread; `key` tells one sound from another. Ends at `until`."""
        if opener is not None and (key != self._key or self._opener is None):
            self._key, self._at = key, 0.0
        if opener is not None:
            self._opener = opener
        if start is not None:
            self._at = max(0.0, start)
        if self._opener is None:
            return
        listening().take(self, self.stop)
        self._end_thread()
        self._run = _Run(self._number, self._opener, self._at, until)
        self._thread = threading.Thread(target=self._sound, name="preview", daemon=True, args=(self._run,))
        self._thread.start()
        self._change("playing")

    def pause(self) -> None:
        """Stop sounding, keep the place."""
        if self.state == "playing":
            self._end_thread()
            listening().leave(self)
            self._change("paused")

    def toggle(self, path: Path) -> None:
        """What a play/pause button does."""
        if self.state == "playing" and path == self._key:
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
        """End, and forget the sound."""
        self._end_thread()
        listening().leave(self)
        self._key, self._opener, self._at = None, None, 0.0
        self._change("stopped")

    def _end_thread(self) -> None:
        if self._run is not None:
            self._run.stop.set()
        if self._thread and self._thread.is_alive():
            self._thread.join(_END_WAIT)
        self._thread = self._run = None
        self._number += 1

    def _change(self, state: str) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)

    def _on_news(self, number: int, kind: str, value: Any) -> None:
        if number != self._number:
            return
        if kind == "position":
            self._at = float(value)
            self.position.emit(self._at)
            return
        self._at = 0.0
        listening().leave(self)
        self._change("stopped")
        if kind == "failed":
            self.failed.emit(value)

    def _sound(self, run: _Run) -> None:
        try:
            self._play(run)
        except Refused as refusal:
            self._tell(run, "failed", refusal)
            return
        if not run.stop.is_set():
            self._tell(run, "ended", None)

    def _play(self, run: _Run) -> None:
        sound = _opened(run.opener)
        try:
            with Speaker(sound.rate, sound.channels, self.device) as speaker:
                self._feed(run, sound, speaker)
                if run.stop.is_set():
                    speaker.hush()
        finally:
            sound.close()

    def _feed(self, run: _Run, sound: Sound, speaker: Speaker) -> None:
        block = round(sound.rate * _BLOCK_SECONDS)
        every = max(1, round(_TOLD_SECONDS / _BLOCK_SECONDS))
        at, count = round(run.start * sound.rate), 0
        while not run.stop.is_set():
            at, data = self._next(run, sound, at, block)
            if not len(data):
                return
            speaker.write(data)
            at, count = at + len(data), count + 1
            if count % every == 0:
                self._tell(run, "position", max(0.0, at / sound.rate - speaker.latency))

    def _next(self, run: _Run, sound: Sound, at: int, count: int) -> tuple[int, Block]:
        """Where the next block lies, and its samples: the loop's beginning follows its end without a gap."""
        loop, end = self.loop, sound.frames
        if run.until is not None:
            end = min(end, round(run.until * sound.rate))
        elif loop is not None:
            end = min(end, round(loop[1] * sound.rate))
            if at >= end:
                at = max(0, min(round(loop[0] * sound.rate), end - 1))
        return at, sound.read(at, max(0, min(count, end - at)))

    def _tell(self, run: _Run, kind: str, value: object) -> None:
        try:
            self._news.emit(run.number, kind, value)
        except RuntimeError:  # the window is gone
            run.stop.set()


def _opened(opener: Callable[[], Sound]) -> Sound:
    try:
        return opener()
    except OSError as error:  # the sound library itself is not there
        raise Refused("preview.no_device", f"no sound library: {error}") from error
