"""Which frame sounded, or was heard, at which steady time: two sound cards and one clock, never assumed equal."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque

from broadcaster.base.frames import RATE

_REMEMBERED = 4_000
_NEWS, _REFINED = 0.0005, 0.1
_LOOK_SECONDS = 10.0
_GAP_SECONDS = 0.4


class FrameTimes:
    """The steady time of frame 0 as it was believed when each frame sounded."""

    def __init__(self) -> None:
        self._known: list[tuple[int, float]] = []
        """(first frame it holds for, steady time of frame 0)."""

    def note(self, frame: int, base: float) -> None:
        """`frame` is sounding now, and `base` is the steady time of frame 0.

        A small step means that it is known better now than some seconds ago; a great one that a device was opened.
        """
        while len(self._known) > 1 and self._known[-1][0] >= frame:
            self._known.pop()
        if self._known:
            first, before = self._known[-1]
            step = abs(base - before)
            if step < _NEWS:
                return
            if first >= frame or (step < _REFINED and frame - first < _LOOK_SECONDS * RATE):
                self._known[-1] = (first, base)
                return
        self._known.append((frame, base))
        if len(self._known) > _REMEMBERED:
            del self._known[:_REMEMBERED // 4]

    def steady_of(self, frame: int) -> float:
        """When `frame` sounded; 0.0 while nothing is known."""
        if not self._known:
            return 0.0
        place = bisect_right(self._known, (frame, float("inf"))) - 1
        return self._known[max(0, place)][1] + frame / RATE

    def frame_at(self, steady: float) -> float:
        """The frame, with its fraction, that sounded at `steady`."""
        if not self._known:
            return 0.0
        guess = (steady - self._known[-1][1]) * RATE
        return guess + (steady - self.steady_of(round(guess))) * RATE


class CaptureCount:
    """Numbers the samples of an input so that they keep step with the steady clock.

    A block is never early, so the smallest difference of ten seconds is the true one. Samples that were lost leave a
    gap in the numbers, as long as the time that passed.
    """

    def __init__(self) -> None:
        self._next = 0
        self._offsets: deque[tuple[float, float]] = deque()

    def number(self, steady: float, count: int) -> int:
        """The number of the first of `count` samples whose last one was there at `steady`."""
        if self._offsets:
            behind = steady - (self._next + count) / RATE - self.base
            if abs(behind) > _GAP_SECONDS:
                self._next = max(self._next, self._next + round(behind * RATE))
                self._offsets.clear()
        first = self._next
        self._next += count
        self._offsets.append((steady, steady - self._next / RATE))
        while self._offsets[0][0] < steady - _LOOK_SECONDS:
            self._offsets.popleft()
        return first

    @property
    def base(self) -> float:
        """The steady time of sample 0."""
        return min(offset for _, offset in self._offsets) if self._offsets else 0.0

    @property
    def count(self) -> int:
        """The number the next sample will have."""
        return self._next
