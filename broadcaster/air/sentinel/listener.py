"""The zone's monitor: a loopback, a line from the amplifier or a microphone, always open, always listening."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from broadcaster.air.capture import CaptureSource
from broadcaster.air.sentinel.fingerprint import Mono
from broadcaster.base.clock import Clock

Take = Callable[[float, Mono], None]
"""(steady time of the last sample, samples)."""


class Listener(CaptureSource):
    """A capture that nobody reads: each block goes, with its time, to the sentinel."""

    block = 4_800
    """Nobody waits for it: ten calls a second instead of a hundred."""
    wanted_latency = 0.2

    def __init__(self, device: str, clock: Clock, take: Take) -> None:
        self._take = take
        super().__init__(device, clock=clock)

    def _callback(self, data: Any, count: int, times: Any, flags: Any) -> None:
        if self._finished:
            return
        steady = self._clock.monotonic()
        if self._finished:
            return
        self._last_callback = steady
        mono: Mono = data[:, 0].copy() if data.shape[1] == 1 else data.mean(axis=1, dtype=np.float32)
        self._take(steady, mono)
        if not self._sounding:
            self.reopened += 1 if self.problem else 0
            self._sounding, self.problem = True, ""
