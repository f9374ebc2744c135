"""Drives a sentinel in virtual time: what goes to the output, what the monitor hears, and when it is asked."""

from __future__ import annotations

import numpy as np

from broadcaster.air.sentinel.sentinel import Sentinel
from broadcaster.air.sentinel.verdict import Verdict
from broadcaster.air.timeline import Timeline
from broadcaster.base.clock import VirtualClock
from broadcaster.base.frames import RATE
from broadcaster.base.settings import ZoneSection

QUEUED = round(0.4 * RATE)
"""Frames handed over ahead of the one that sounds."""
_STEP = RATE // 10


class Listening:
    """Frame 0 sounds when it begins; sample 0 of the monitor is heard at the same moment."""

    def __init__(self, clock: VirtualClock, monitor: str = "microphone", longest_delay: float = 6.0) -> None:
        clock.advance(1_000)
        self.clock, self.timeline = clock, Timeline()
        self.timeline.base = clock.monotonic()
        self.sentinel = Sentinel(ZoneSection("a", monitor=monitor), clock, self.timeline, threaded=False,
                                 longest_delay=longest_delay)
        self.waited = 0.0
        """Seconds from the end of the airing to its verdict."""

    def verdict(self, bus: np.ndarray, heard: np.ndarray, first: float, last: float, **words: bool) -> Verdict:
        """Of the airing from `first` to `last` seconds; `bus` and `heard` are mono and begin together."""
        future, frame, silence = None, 0, np.zeros(_STEP, np.float32)
        while future is None or not future.done():
            assert frame < len(bus) + 30 * RATE, "no verdict"
            self._hand_over(frame + QUEUED, bus)
            self.clock.advance(_STEP / RATE)
            part = heard[frame:frame + _STEP]
            if len(part) == _STEP:
                self.sentinel.hear(self.clock.monotonic(), part)
            elif len(heard):
                self.sentinel.hear(self.clock.monotonic(), silence)
            frame += _STEP
            if future is None and frame >= last * RATE:
                future = self.sentinel.judge("e1", round(first * RATE), round(last * RATE), **words)
            if frame % (5 * _STEP) == 0:
                self.sentinel.poll()
        self.waited = frame / RATE - last
        return future.result()

    def _hand_over(self, first: int, bus: np.ndarray) -> None:
        for start in range(first, first + _STEP, 960):
            block = bus[start:start + 960]
            block = np.concatenate((block, np.zeros(960 - len(block), np.float32)))
            self.sentinel.reference(start, np.stack((block, block), axis=1))
