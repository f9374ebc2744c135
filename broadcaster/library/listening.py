"""All that is heard in one pass over a sound: its levels, its silences and what it is."""

from __future__ import annotations

import numpy as np

from broadcaster.library.content import speech_share
from broadcaster.library.loudness import Meter
from broadcaster.library.mixdown import Levels, Samples
from broadcaster.library.trim import STEP, Bounds, bounds, peaks_of


class Listening:
    """Is given the blocks of a sound as they are decoded."""

    def __init__(self, levels: Levels, left_only: bool) -> None:
        self._levels = levels
        self._left_only = left_only
        self._meter: Meter | None = None
        self._channels = 0
        self._steps: list[np.ndarray] = []
        self._waiting = np.zeros(0, dtype=np.float32)
        self.frames = 0
        self.peak = 0.0

    @property
    def meter(self) -> Meter:
        """Of all channels and their mix."""
        if self._meter is None:
            weights = (1.0,) if self._left_only else self._levels.weights
            self._channels = len(weights)
            self._meter = Meter(weights, keep_peaks=True)
        return self._meter

    def hear(self, channels: Samples) -> None:
        """A block with all its channels."""
        meter = self.meter
        if self._left_only:
            channels = channels[:1]
        elif len(channels) != self._channels:  # the file changed its layout on its way
            channels = np.repeat(channels.mean(axis=0, keepdims=True, dtype=np.float32), self._channels, axis=0)
        meter.add(channels)

    def add(self, block: Samples) -> None:
        """The same block, mixed."""
        self.frames += len(block)
        joined = np.concatenate([self._waiting, block])
        whole = len(joined) // STEP * STEP
        self._steps.append(peaks_of(joined[:whole]))
        self._waiting = joined[whole:]

    def close(self) -> None:
        """After the last block."""
        self._steps.append(peaks_of(self._waiting))
        self.meter.close()
        self.peak = float(np.concatenate(self._steps).max(initial=0.0))

    def bounds(self) -> Bounds:
        """Which part is kept."""
        return bounds(np.concatenate(self._steps), self.frames)

    def speech(self) -> float | None:
        """Share of the sounding time that is speech."""
        return speech_share(self.meter.energies())
