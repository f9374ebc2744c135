"""A recording put together again from its cut and what was cut off it: to hear it at any place, and to see it whole.

No Qt; numpy and libsndfile are loaded by whoever looks or listens first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from broadcaster.base.frames import RATE
from broadcaster.gui.library.wave_model import Marks
from broadcaster.gui.sounds import STEP, FileSound, bars_of, peaks_of
from broadcaster.library.shape import Edit

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    from broadcaster.gui.sounds import Block, Peaks

SILENT = 10 ** (-50 / 20)
_PAUSE = 60
_BLOCK = RATE * 10
_FINE_STEP = STEP // 20


@dataclass(frozen=True)
class Recording:
    """The files a recording lies in."""

    cut: Path
    frames: int
    """Of the cut."""
    edit: Edit | None = None
    """None: the cut is all there is."""
    ends: Path | None = None

    @property
    def whole(self) -> int:
        return self.frames + (self.edit.head_frames + self.edit.tail_frames if self.edit else 0)


class WholeSound:
    """The recording as it was before anything was cut off or faded. Raises Refused("preview.unreadable")."""

    rate, channels = RATE, 1

    def __init__(self, recording: Recording) -> None:
        self._whole = recording.whole
        cut = FileSound(recording.cut)
        self._files = [cut]
        edit = recording.edit
        if edit is None or recording.ends is None:
            self._parts = [(0, self._whole, cut, 0)]
            return
        try:
            ends = FileSound(recording.ends)
        except Exception:
            cut.close()
            raise
        self._files.append(ends)
        first = edit.head_frames + edit.fade_in_frames
        last = edit.head_frames + recording.frames - edit.fade_out_frames
        # The ends file: head, fade-in and fade-out as they were, tail.
        self._parts = [(0, first, ends, 0), (first, last, cut, edit.fade_in_frames), (last, self._whole, ends, first)]

    @property
    def frames(self) -> int:
        return self._whole

    def read(self, at: int, count: int) -> Block:
        import numpy

        pieces = []
        for start, end, file, offset in self._parts:
            low, high = max(at, start), min(at + count, end)
            if low < high:
                pieces.append(file.read(low - start + offset, high - low))
        return numpy.concatenate(pieces) if pieces else numpy.zeros((0, 1), dtype=numpy.float32)

    def close(self) -> None:
        for file in self._files:
            file.close()


class ShapedSound(WholeSound):
    """The recording with the fades that `marks()` gives while it plays, up to where it then ends.

    `beyond`: what is cut off at the end is listened to as well. It sounds as it is.
    """

    def __init__(self, recording: Recording, marks: Callable[[], Marks], *, beyond: bool = False) -> None:
        super().__init__(recording)
        self._marks = marks
        self._beyond = beyond

    @property
    def frames(self) -> int:
        return self._whole if self._beyond else self._marks().end

    def read(self, at: int, count: int) -> Block:
        import numpy

        block, marks = super().read(at, count), self._marks()
        if not (marks.fade_in or marks.fade_out):
            return block
        place = numpy.arange(at, at + len(block)) + 0.5
        gain = numpy.ones(len(block))
        if marks.fade_in:
            gain *= _ramp((place - marks.start) / marks.fade_in)
        if marks.fade_out:
            gain *= _ramp((marks.end - place) / marks.fade_out)
        gain[(place < marks.start) | (place >= marks.end)] = 1
        shaped: Block = (block * gain[:, None]).astype(numpy.float32)
        return shaped


def _ramp(share: NDArray[numpy.float64]) -> NDArray[numpy.float64]:
    """As library/pieces.py fades."""
    import numpy

    ramp: NDArray[numpy.float64] = 0.5 - 0.5 * numpy.cos(numpy.pi * share.clip(0, 1))
    return ramp


class Envelope:
    """The peak of every 10 ms of a whole recording; coarse until `fill` has read it."""

    def __init__(self, recording: Recording, picture: bytes) -> None:
        import numpy

        self.frames = recording.whole
        self.peaks: Peaks = numpy.zeros(max(1, -(-self.frames // STEP)), dtype=numpy.float32)
        self.known = 0
        head = recording.edit.head_frames // STEP if recording.edit else 0
        count = min(len(self.peaks) - head, -(-recording.frames // STEP))
        columns = numpy.frombuffer(picture, dtype=numpy.uint8)
        if len(columns) and count > 0:
            self.peaks[head:head + count] = columns[numpy.arange(count) * len(columns) // count] / 255
        self.ceiling = float(self.peaks.max(initial=0.0))

    def fill(self, recording: Recording, told: Callable[[int, int], object]) -> None:
        """Read the recording; `told(done, total)` may raise to stop. Raises Refused("preview.unreadable")."""
        sound = WholeSound(recording)
        try:
            at = 0
            while len(block := sound.read(at, _BLOCK)):
                peaks = peaks_of(block, STEP)
                first = at // STEP
                self.peaks[first:first + len(peaks)] = peaks
                at += len(block)
                self.known = first + len(peaks)
                told(at, self.frames)
        finally:
            sound.close()
        self.known = len(self.peaks)

    def pauses(self) -> list[tuple[int, int]]:
        """(from, to) in frames where more than half a second is silent, as far as it is known."""
        import numpy

        quiet = numpy.concatenate([[False], self.peaks[:self.known] < SILENT, [False]])
        edges = numpy.flatnonzero(quiet[1:] != quiet[:-1])
        return [(int(first) * STEP, min(self.frames, int(last) * STEP))
                for first, last in edges.reshape(-1, 2) if last - first >= _PAUSE]

    def bars(self, first: int, count: int, bars: int) -> list[float]:
        """The peak under each of `bars` columns of a part, 0…1."""
        return bars_of(self.peaks, STEP, first, count, bars)


@dataclass(frozen=True)
class Detail:
    """A short part of a recording, finer than an envelope shows it."""

    first: int
    peaks: Peaks

    def covers(self, first: int, count: int) -> bool:
        return self.first <= first and first + count <= self.first + len(self.peaks) * _FINE_STEP

    def bars(self, first: int, count: int, bars: int) -> list[float]:
        return bars_of(self.peaks, _FINE_STEP, first - self.first, count, bars)


def detail(recording: Recording, first: int, count: int) -> Detail:
    """Read a part once more. Raises Refused("preview.unreadable")."""
    first = max(0, first // _FINE_STEP * _FINE_STEP)
    sound = WholeSound(recording)
    try:
        return Detail(first, peaks_of(sound.read(first, min(count, recording.whole - first)), _FINE_STEP))
    finally:
        sound.close()
