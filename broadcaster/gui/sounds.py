"""Sounds to listen to at the desk, read piece by piece at any place: a file, or two that take turns.

No Qt; numpy and libsndfile are loaded by whoever listens first.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Block = NDArray[numpy.float32]
    Peaks = NDArray[numpy.float32]


class Sound(Protocol):
    """Something that sounds. Read on one thread, opened and closed there."""

    @property
    def rate(self) -> int: ...

    @property
    def channels(self) -> int: ...

    @property
    def frames(self) -> int: ...

    def read(self, at: int, count: int) -> Block:
        """(frames, channels) from frame `at`; shorter or empty at the end."""
        ...

    def close(self) -> None:
        ...


class FileSound:
    """One sound file. Raises Refused("preview.unreadable")."""

    def __init__(self, path: Path) -> None:
        import soundfile

        try:
            self._file = soundfile.SoundFile(str(path))
        except (OSError, RuntimeError) as error:
            raise unreadable(path, error) from error
        self._path = path
        self.rate, self.channels, self.frames = self._file.samplerate, self._file.channels, self._file.frames
        self._at = 0

    def read(self, at: int, count: int) -> Block:
        at = max(0, min(at, self.frames))
        try:
            if at != self._at:
                self._file.seek(at)
            block: Block = self._file.read(count, dtype="float32", always_2d=True)
        except (OSError, RuntimeError) as error:
            raise unreadable(self._path, error) from error
        self._at = at + len(block)
        return block

    def close(self) -> None:
        self._file.close()


def unreadable(path: Path, error: Exception) -> Refused:
    """A file that cannot be played, by its name."""
    return Refused("preview.unreadable", f"cannot play {path.name}: {error}", name=path.name)


STEP = RATE // 100
"""Frames of the house format per peak: 10 ms."""
_READ = RATE * 10


def peaks_of(block: Block, step: int = STEP) -> Peaks:
    """The peak of every `step` frames of one channel; the last, shorter piece counts as one."""
    import numpy

    level = numpy.abs(block[:, 0])
    if not len(level):
        return numpy.zeros(0, dtype=numpy.float32)
    return numpy.maximum.reduceat(level, numpy.arange(0, len(level), step)).astype(numpy.float32)


def file_peaks(path: Path, told: Callable[[int], object]) -> Peaks:
    """The peak of every 10 ms of a whole house-format file; `told(frames)` may raise to stop.

    Raises Refused("preview.unreadable").
    """
    import numpy

    sound, found, at = FileSound(path), [], 0
    try:
        while len(block := sound.read(at, _READ)):
            found.append(peaks_of(block))
            at += len(block)
            told(len(block))
    finally:
        sound.close()
    return numpy.concatenate(found) if found else numpy.zeros(0, dtype=numpy.float32)


def bars_of(peaks: Peaks, step: int, first: int, count: int, bars: int) -> list[float]:
    """The highest of `peaks` (one per `step` frames) under each of `bars` columns of a part, in frames."""
    import numpy

    if not len(peaks) or bars <= 0:
        return []
    edges = ((first + numpy.arange(bars) * count // bars) // step).clip(0, len(peaks) - 1)
    end = max(int(edges[-1]) + 1, min(len(peaks), -(-(first + count) // step)))
    found: list[float] = numpy.maximum.reduceat(peaks[:end], edges).tolist()
    return found


_CROSS_SECONDS = 0.01


class Turns:
    """Two sounds of one rate, of which one sounds: `second` says which, and changing it is heard without a gap.

    `across(second, frame)` tells where in the other sound (`second`: in the second) the moment `frame` of this one is
    heard; `gains` are factors. Frames count from where it began to play, in the sound it began with.
    """

    channels = 1

    def __init__(self, across: Callable[[bool, int], int] = lambda second, frame: frame,
                 gains: tuple[float, float] = (1.0, 1.0), *, second: bool = False) -> None:
        self.second = second
        self.rate = RATE
        self._across, self._gains = across, gains
        self._both: tuple[Sound, Sound] | None = None
        self._sounding = second
        self._shift = 0

    def open(self, first: Sound, second: Sound) -> None:
        """On the playing thread. Raises Refused("preview.unreadable") when they cannot be compared."""
        self._both = first, second
        if (first.rate, first.channels) != (second.rate, second.channels):
            self.close()
            raise Refused("preview.unreadable", "the two sounds differ in rate or channels", name="")
        self.rate, self.channels = first.rate, first.channels

    @property
    def frames(self) -> int:
        return self._both[self._sounding].frames - self._shift if self._both else 0

    def place(self, at: int) -> tuple[bool, int]:
        """Which of the two sounds, and where in it, when `at` frames are played."""
        return self._sounding, at + self._shift

    def read(self, at: int, count: int) -> Block:
        was, now = self._sounding, self.second
        if was == now:
            return self._read(now, at + self._shift, count)
        before = self._read(was, at + self._shift, count)
        self._shift = self._across(now, at + self._shift) - at
        self._sounding = now
        block = self._read(now, at + self._shift, count)
        self._cross(before, block)
        return block

    def close(self) -> None:
        for sound in self._both or ():
            sound.close()
        self._both = None

    def _read(self, second: bool, at: int, count: int) -> Block:
        import numpy

        assert self._both is not None
        return self._both[second].read(at, count) * numpy.float32(self._gains[second])

    def _cross(self, old: Block, new: Block) -> None:
        import numpy

        steps = min(len(old), len(new), round(self.rate * _CROSS_SECONDS))
        fade = numpy.linspace(0, 1, steps, dtype=numpy.float32)[:, None]
        new[:steps] = new[:steps] * fade + old[:steps] * (1 - fade)
