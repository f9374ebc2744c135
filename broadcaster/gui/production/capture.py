"""Recording from a microphone into a file, with its level while it goes. The station's own player is never touched."""

from __future__ import annotations

import math
import os
import threading
from pathlib import Path
from typing import IO, Any

from PySide6.QtCore import QObject, Qt, Signal

from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.base.paths import unwritable
from broadcaster.gui.devices import PORTAUDIO
from broadcaster.gui.microphone import input_number
from broadcaster.gui.production.takes import HEADER_BYTES

NOISE_SECONDS = 2.0
LONGEST_SECONDS = 60 * 60
_BLOCK_SECONDS = 0.05
_PATIENCE_SECONDS, _LOOK_SECONDS = 2.0, 0.01
_SYNC_BLOCKS = 60
"""Every three seconds the recording is safe from a power cut."""
_CLIPPED = 0.985
SILENT_DB = -120.0


class Recorder(QObject):
    """`open(device)` listens; `begin(path)` writes on, `pause`, `resume`, `end`. All but `end` return at once.

    Signals: `level(dBFS, clipped)` twenty times a second, `noise(dBFS)` two seconds after `measure`,
    `grew(seconds)` of the file, `opened(rate)`, `gap` (the computer was too busy, a piece is missing),
    `failed(Refused)`: preview.no_input, recording.unplugged, recording.too_long, disk.*. After a failure nothing is
    written any more; what was written stays.
    """

    level = Signal(float, bool)
    noise = Signal(float)
    grew = Signal(float)
    opened = Signal(int)
    gap = Signal(object)
    failed = Signal(object)
    _news = Signal(int, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = 0
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._file: IO[bytes] | None = None
        self._writing = False
        self._bytes = 0
        self._quiet: list[float] | None = None
        self.rate = 0
        """Of the open input; 0: none is open."""
        self._news.connect(self._on_news, Qt.ConnectionType.QueuedConnection)

    def open(self, device: str) -> None:
        """Listen to this input (empty: the system's default)."""
        self.close()
        self._run += 1
        self._stop = threading.Event()
        # Named like gui/microphone.py's: to look for devices anew would end its stream.
        self._thread = threading.Thread(target=self._listen, name="microphone", daemon=True,
                                        args=(self._run, device, self._stop))
        self._thread.start()

    def close(self) -> None:
        """Let go of the input; a recording ends."""
        self.end()
        self._stop.set()
        if self._thread and self._thread.is_alive():
            self._thread.join(3)
        self._thread = None
        self.rate = 0
        self._run += 1

    def measure(self) -> None:
        """Ask for the noise of the room: nobody speaks for two seconds from now."""
        with self._lock:
            self._quiet = []

    def begin(self, path: Path) -> None:
        """Write from now on, behind what a take holds already (see takes.py). Raises Refused: disk.*."""
        try:
            file = path.open("ab", buffering=0)
        except OSError as error:
            raise unwritable(path, error) from error
        with self._lock:
            self._file, self._bytes, self._writing = file, max(0, path.stat().st_size - HEADER_BYTES), True

    def pause(self) -> None:
        with self._lock:
            self._writing = False

    def resume(self) -> None:
        with self._lock:
            self._writing = self._file is not None

    def end(self) -> None:
        """The file is whole and closed afterwards."""
        with self._lock:
            file, self._file, self._writing = self._file, None, False
            if file is not None:
                file.close()

    @property
    def seconds(self) -> float:
        """Of the file so far."""
        return self._bytes / 2 / self.rate if self.rate else 0.0

    def _on_news(self, run: int, kind: str, value: Any) -> None:
        if run != self._run:
            return
        if kind == "level":
            self.level.emit(*value)
        else:
            {"noise": self.noise, "grew": self.grew, "opened": self.opened, "gap": self.gap,
             "failed": self.failed}[kind].emit(value)

    def _tell(self, run: int, kind: str, value: object) -> None:
        try:
            self._news.emit(run, kind, value)
        except RuntimeError:  # the window is gone
            self._stop.set()

    def _listen(self, run: int, name: str, stop: threading.Event) -> None:
        try:
            stream = _stream(name)
            try:
                self.rate = round(stream.samplerate)
                self._tell(run, "opened", self.rate)
                self._read(run, stream, name, stop)
            finally:
                stream.close()
        except Refused as refusal:
            self.end()
            self._tell(run, "failed", refusal)

    def _read(self, run: int, stream: Any, name: str, stop: threading.Event) -> None:
        import numpy
        import sounddevice

        size, waited, blocks = round(self.rate * _BLOCK_SECONDS), 0.0, 0
        while not stop.is_set():
            try:
                if stream.read_available < size:
                    stop.wait(_LOOK_SECONDS)
                    waited += _LOOK_SECONDS
                    if waited > _PATIENCE_SECONDS or not stream.active:
                        raise _unplugged(name)
                    continue
                data, late = stream.read(size)
            except sounddevice.PortAudioError as error:
                raise _unplugged(name) from error
            waited, blocks = 0.0, blocks + 1
            if late and self._writing:
                self._tell(run, "gap", None)
            samples = numpy.nan_to_num(data[:, 0])
            peak = float(numpy.abs(samples).max(initial=0.0))
            self._tell(run, "level", (_db(peak), peak >= _CLIPPED))
            self._note_noise(run, float(numpy.sqrt(numpy.mean(samples * samples))))
            self._write(run, (samples * 32767).clip(-32768, 32767).astype("<i2").tobytes(), blocks)

    def _note_noise(self, run: int, rms: float) -> None:
        with self._lock:
            if self._quiet is None:
                return
            self._quiet.append(rms)
            if len(self._quiet) < NOISE_SECONDS / _BLOCK_SECONDS:
                return
            # The median: a cough in between is no room noise.
            middle = sorted(self._quiet)[len(self._quiet) // 2]
            self._quiet = None
        self._tell(run, "noise", _db(middle))

    def _write(self, run: int, data: bytes, blocks: int) -> None:
        with self._lock:
            if not self._writing or self._file is None:
                return
            try:
                self._file.write(data)
                if blocks % _SYNC_BLOCKS == 0:
                    os.fsync(self._file.fileno())
            except OSError as error:
                raise unwritable(Path(self._file.name), error) from error
            self._bytes += len(data)
            seconds = self.seconds
        if seconds > LONGEST_SECONDS:
            raise Refused("recording.too_long", "an hour was recorded: that is the most", minutes=LONGEST_SECONDS // 60)
        self._tell(run, "grew", seconds)


def _stream(name: str) -> Any:
    """A running input stream at 48 kHz, or at the device's own rate where it knows no other."""
    # numpy and PortAudio are loaded by whoever records, not at the window's start.
    try:
        import sounddevice
    except OSError as error:
        raise Refused("preview.no_input", f"no sound library: {error}", name=name) from error
    try:
        with PORTAUDIO:
            number = input_number(sounddevice, name)
            try:
                stream = sounddevice.InputStream(RATE, device=number, channels=1, dtype="float32", latency=0.3)
            except sounddevice.PortAudioError:
                stream = sounddevice.InputStream(device=number, channels=1, dtype="float32", latency=0.3)
            stream.start()
        return stream
    except (sounddevice.PortAudioError, ValueError) as error:
        raise Refused("preview.no_input", f"no sound input {name!r} here: {error}", name=name) from error


def _unplugged(name: str) -> Refused:
    return Refused("recording.unplugged", f"the input {name!r} gives no sound any more", name=name)


def _db(level: float) -> float:
    return 20 * math.log10(level) if level > 1e-6 else SILENT_DB
