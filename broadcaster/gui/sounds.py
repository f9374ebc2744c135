"""Sounds to listen to at the desk, read piece by piece at any place: a file, or two that take turns.

No Qt; numpy and libsndfile are loaded by whoever listens first.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from broadcaster.base.errors import Refused

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Block = NDArray[numpy.float32]


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


_CROSS_SECONDS = 0.01


class Turns:
    """Two sounds of one rate, of which one sounds: `second` says which, and changing it is heard without a gap.

    `place(at)` tells where in the second the moment `at` of the first is heard, in frames; `gains` are factors.
    """

    def __init__(self, place: Callable[[int], int] = int, back: Callable[[int], int] = int,
                 gains: tuple[float, float] = (1.0, 1.0)) -> None:
        self.second = False
        self.rate = self.channels = self.frames = 0
        self._place, self._back, self._gains = place, back, gains
        self._both: tuple[Sound, Sound] | None = None
        self._sounding = False

    def open(self, first: Sound, second: Sound) -> None:
        """On the playing thread. Raises Refused("preview.unreadable") when they cannot be compared."""
        if (first.rate, first.channels) != (second.rate, second.channels):
            first.close()
            second.close()
            raise Refused("preview.unreadable", "the two sounds differ in rate or channels", name="")
        self._both = first, second
        self.rate, self.channels = first.rate, first.channels
        self.frames = max(first.frames, self._back(second.frames))
        self._sounding = self.second

    def read(self, at: int, count: int) -> Block:
        """`at` counts in the first; where one is over, the other's rest is silence."""
        was, now = self._sounding, self.second
        self._sounding = now
        block = self._read(now, at, count)
        if was != now:
            self._cross(self._read(was, at, len(block)), block)
        return block

    def close(self) -> None:
        for sound in self._both or ():
            sound.close()
        self._both = None

    def _read(self, second: bool, at: int, count: int) -> Block:
        import numpy

        assert self._both is not None
        count = max(0, min(count, self.frames - at))
        sound, start = self._both[second], self._place(at) if second else at
        block = numpy.zeros((count, self.channels), dtype=numpy.float32)
        ahead = max(0, min(count, -start))  # the second may begin later
        found = sound.read(start + ahead, count - ahead) if count > ahead and start + ahead < sound.frames else ()
        if len(found):
            block[ahead:ahead + len(found)] = found * numpy.float32(self._gains[second])
        return block

    def _cross(self, old: Block, new: Block) -> None:
        import numpy

        steps = min(len(old), len(new), round(self.rate * _CROSS_SECONDS))
        fade = numpy.linspace(0, 1, steps, dtype=numpy.float32)[:, None]
        new[:steps] = new[:steps] * fade + old[:steps] * (1 - fade)
