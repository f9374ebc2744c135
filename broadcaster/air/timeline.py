"""Frames and wall time: which frame leaves the loudspeaker when.

Two measured numbers tie them together. `base` is the steady time at which frame 0 left the device; the sound
card drives it. `skew` is wall time minus steady time; the operator, the network or a battery may step it, and
whatever is not yet sounding follows the step, while what sounds goes on at the card's own pace.
"""

from __future__ import annotations

import threading
from collections import deque

import numpy as np

from broadcaster.base.clock import Clock, unix
from broadcaster.base.frames import RATE

_OFFSET_SECONDS = 10.0
_BASE_SECONDS = 20.0
_STEADY_JUMP = 0.005
_STEADY_COUNT = 50


class Timeline:
    """Converts frames to wall time (seconds since 1970) and back."""

    def __init__(self) -> None:
        self.base = 0.0
        self.skew = 0.0

    def frame_at(self, wall: float) -> int:
        """The frame that leaves at `wall`."""
        return round((wall - self.skew - self.base) * RATE)

    def wall_of(self, frame: int) -> float:
        """When `frame` leaves."""
        return self.base + frame / RATE + self.skew

    def frame_now(self, steady: float) -> int:
        """The frame that leaves at the steady time `steady`."""
        return round((steady - self.base) * RATE)

    def measure_skew(self, clock: Clock) -> float:
        """Read both clocks and go by them from now on."""
        self.skew = read_skew(clock)
        return self.skew


def read_skew(clock: Clock) -> float:
    """Wall minus steady time: both are read three times, and the reading that was interrupted least is believed."""
    readings = []
    for _ in range(3):
        before = clock.monotonic()
        wall = unix(clock.now())
        after = clock.monotonic()
        readings.append((after - before, wall - (before + after) / 2))
    return min(readings)[1]


class DacTracker:
    """Finds `base` from the device's own reports.

    A callback is never early, so the smallest steady − stream offset of ten seconds is the true one; DAC
    times wander by ±20 ms on a busy machine, so the median of twenty seconds stands for the base. Both are
    forgotten when the device is re-opened, ran dry, or has clearly and steadily jumped.
    """

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._offsets: deque[tuple[float, float]] = deque()
        self._bases: deque[tuple[float, float]] = deque()
        self._lock = threading.Lock()
        self.first_base: float | None = None

    def observe(self, steady: float, stream_now: float, dac: float, frame: int) -> None:
        """One callback: `frame` is handed over at `steady`, to leave at stream time `dac`."""
        with self._lock:
            self._offsets.append((steady, steady - stream_now))
            while self._offsets[0][0] < steady - _OFFSET_SECONDS:
                self._offsets.popleft()
            self._bases.append((steady, dac - frame / RATE))
            while self._bases[0][0] < steady - _BASE_SECONDS:
                self._bases.popleft()

    def reset(self, *, offsets: bool = True) -> None:
        """Forget; `offsets=False` after an underrun, which moves the frames but not the clocks."""
        with self._lock:
            self._bases.clear()
            if offsets:
                self._offsets.clear()
            self.first_base = None

    def update(self) -> bool:
        """Set the timeline's base from what was seen; False while nothing was."""
        with self._lock:
            if not self._offsets or not self._bases:
                return False
            offset = min(value for _, value in self._offsets)
            bases = np.array([value for _, value in self._bases])
            middle = float(np.median(bases))
            recent = bases[-_STEADY_COUNT:] - middle
            if len(bases) > 2 * _STEADY_COUNT and (np.all(recent > _STEADY_JUMP) or np.all(recent < -_STEADY_JUMP)):
                self._bases = deque(list(self._bases)[-_STEADY_COUNT:])
                middle = float(np.median(bases[-_STEADY_COUNT:]))
        self._timeline.base = middle + offset
        if self.first_base is None:
            self.first_base = self._timeline.base
        return True

    def drift_ms(self) -> float:
        """How far the card's clock has run from the machine's since it was opened."""
        return 0.0 if self.first_base is None else (self._timeline.base - self.first_base) * 1000
