"""The bus without samples: who would sound on which frames, and how loud; for runs nobody listens to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from broadcaster.air.checks import Stamp, stamp_of
from broadcaster.air.meter import Block, Meter
from broadcaster.air.mixer import Mixer, Voice, read_from
from broadcaster.air.sources import FlacSource, Source

LEVEL = 0.1
"""Of a sound that was not read (−20 dBFS, about the house loudness)."""
_NOTHING = np.zeros((1, 2), np.float32)


class DrySource:
    """A sound of known length: counts what would have been heard of it."""

    def __init__(self, frames: int | None, first: int = 0, stamp: Stamp | None = None, silent: int = 0) -> None:
        """`frames` None: without end. `silent`: so many frames of it, at its beginning, nobody would hear."""
        self._rest = None if frames is None else max(0, frames - first)
        self._silent = silent
        self._closed = False
        if frames is not None:
            self.frames = frames
        if stamp is not None:
            self.stamp = stamp

    @property
    def ended(self) -> bool:
        return self._closed or self._rest == 0

    def read(self, count: int) -> Block:
        """For whoever asks for samples: a level, not a sound."""
        quiet = self._silent
        given, _ = self.pass_over(count)
        block = np.full((given, 1), LEVEL, np.float32)
        block[:quiet] = 0.0
        return block

    def pass_over(self, count: int) -> tuple[int, float]:
        """How many of the next `count` frames there are, and their level."""
        given = 0 if self._closed else count if self._rest is None else min(count, self._rest)
        if self._rest is not None:
            self._rest -= given
        heard = max(0, given - self._silent)
        self._silent -= given - heard
        return given, LEVEL if heard else 0.0

    def close(self) -> None:
        self._closed = True


class DryRelay(DrySource):
    """Another station's programme that is there, is not (`lost`), or says nothing (`silent_frames` long)."""

    def __init__(self, *, lost: bool = False, silent_frames: int = 0) -> None:
        super().__init__(None, silent=silent_frames)
        self._lost, self._given = lost, 0
        self.reconnects = 0

    @property
    def received_seconds(self) -> float:
        return 0.0 if self._lost else self._given / 48_000

    @property
    def lost_seconds(self) -> float:
        return self._given / 48_000 if self._lost else 0.0

    def pass_over(self, count: int) -> tuple[int, float]:
        given, level = super().pass_over(count)
        self._given += given
        return given, level


class DryShelf:
    """Opens a cut's file once, to see that it can be decoded and how long it is."""

    def __init__(self) -> None:
        self._known: dict[Stamp, int] = {}

    def open(self, path: Path, first: int = 0) -> Source:
        """As `sources.FlacSource`. Raises Refused("air.unreadable_cut") or OSError."""
        stamp = stamp_of(path.stat())
        if stamp not in self._known:
            source = FlacSource(path)
            self._known[stamp] = source.frames
            source.close()
        return DrySource(self._known[stamp], first, stamp)


class DryMixer(Mixer):
    """Begins and ends every voice on the same frame as the bus with samples."""

    def __init__(self, locate: Callable[[float], int]) -> None:
        super().__init__(locate)
        self.meter: DryMeter = DryMeter()
        self._reach = 0

    @property
    def silent(self) -> bool:
        """Something is on and nobody would hear it."""
        return self._current is not None and not self.meter.loudest

    def render(self, first: int, count: int) -> Block:
        """Nothing to hear; `meter` knows how loud it would have been."""
        out = np.broadcast_to(_NOTHING, (count, 2))
        with self._lock:
            self._reach = first + count
            self.meter.begin()
            self._fill(out, first)
            self._lay_over(out, first)
            self.head = first + count
            self.meter.note(first, count)
        return out

    def _lay_over(self, out: Block, first: int) -> bool:
        voice = self._over
        if voice is None:
            return False
        voice.start = first if voice.start is None else voice.start
        end = min(first + len(out), self._stop_of(voice))
        given = self._mix(voice, out[:max(0, end - first)], first)
        if voice.spent or end < first + len(out):
            self._finish(voice, max(first, end))
            self._over = None
        return given > 0

    def _stop_of(self, voice: Voice) -> int:
        """A bound that lies in the block at hand holds from its beginning: blocks may be far longer than a fade."""
        stop = super()._stop_of(voice)
        if voice.limit is None and voice.start is not None and \
                stop < voice.start + voice.length + voice.starved and stop <= self._reach:
            voice.limit = stop
        return stop

    def _mix(self, voice: Voice, out: Block, position: int) -> int:
        given, level = _taken(voice, min(len(out), voice.length - voice.played))
        voice.peak = max(voice.peak, level)
        voice.squares += level * level * given
        voice.played += given
        if given < len(out) and not voice.spent:
            voice.starved += len(out) - given
        self.meter.hear(level if given else 0.0)
        return given


def _taken(voice: Voice, count: int) -> tuple[int, float]:
    """How much of it there is, and how loud; samples are made only for sources that several zones share."""
    if isinstance(voice.source, DrySource):
        return voice.source.pass_over(count)
    block = read_from(voice, count)
    return len(block), float(np.abs(block).max(initial=0.0))


class DryMeter(Meter):
    """Levels that were told, not measured."""

    def __init__(self) -> None:
        super().__init__()
        self.loudest = 0.0

    def begin(self) -> None:
        self.loudest = 0.0

    def hear(self, level: float) -> None:
        self.loudest = max(self.loudest, level)

    def note(self, first: int, count: int) -> None:
        """The block that ends here."""
        peaks, squares = (self.loudest,) * 2, (self.loudest ** 2 * count,) * 2
        with self._lock:
            self._blocks.append((first, count, (peaks[0], peaks[1]), (squares[0], squares[1])))
