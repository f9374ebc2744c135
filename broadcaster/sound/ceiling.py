"""A look-ahead limiter for sound that is still arriving: no true peak above the ceiling, no audible pumping.

The gain is decided once a millisecond, from the highest true peak of that millisecond and its neighbours, and moves
on a soft curve that begins DELAY frames before the peak leaves. library/limiter.py does the same for finished files.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from broadcaster.base.frames import RATE
from broadcaster.sound.convolver import LATE, between

Sound = NDArray[np.float32]
"""Samples as (frames, channels)."""
Levels = NDArray[np.float64]
"""One value per step."""

STEP = RATE // 1000
_SOFT = 5
"""Steps the gain takes to move."""
_BEFORE, _AFTER = 1, _SOFT + 1
"""Steps a peak counts before and after its own: it is seen up to 16 frames late, and gains are drawn from middle to
middle of the steps."""
DELAY = (_AFTER + 2) * STEP
"""Frames the sound leaves later than it came: 8 ms."""
_BACK = 1 - np.exp(-1 / 60)
"""Share of the way back to the wanted gain per step: 60 ms."""
_WEIGHTS = np.hanning(_SOFT + 2)[1:-1] / np.hanning(_SOFT + 2)[1:-1].sum()

Wanted = Callable[[Levels], Levels]
"""Mean square of each new step -> the gain it should have where no peak forbids it."""


class Ceiling:
    """`run(sound, peak, heard)`: as many frames as came in, DELAY later, under the ceiling."""

    def __init__(self, ceiling: float, channels: int, wanted: Wanted | None = None) -> None:
        self._ceiling = ceiling
        self._channels = channels
        self._wanted = wanted
        self.reset()

    def reset(self) -> None:
        """Forget the past: silence."""
        self._line = np.zeros((DELAY, self._channels), np.float32)
        self._rest = np.zeros((2, 0), np.float32)
        self._needed = np.ones(_BEFORE + _AFTER)
        self._lowest = np.ones(_SOFT - 1)
        self._curve = np.ones(2 * _AFTER)
        """Gain of the newest steps; the last one is _AFTER steps older than the last complete step."""
        self._held = 1.0

    def run(self, sound: Sound, peak: NDArray[np.float32], heard: NDArray[np.float32]) -> Sound:
        """`peak` (true peak of each frame) and `heard` (what `wanted` goes by) are one channel, as long as `sound`."""
        count = len(sound)
        line = np.concatenate([self._line, sound])
        self._line = line[count:]
        self._look(peak, heard)
        factor = self._factor(count)
        return line[:count] if factor is None else line[:count] * factor[:, None]

    def _look(self, peak: NDArray[np.float32], heard: NDArray[np.float32]) -> None:
        rest, kept = np.stack([peak, heard]), self._rest.shape[1]
        if kept:
            rest = np.concatenate([self._rest, rest], axis=1)
        steps = rest.shape[1] // STEP
        self._rest = rest[:, steps * STEP:].copy()
        if not steps:
            return
        peaks, levels = rest[:, :steps * STEP].reshape(2, steps, STEP)
        powers = np.einsum("ij,ij->i", levels, levels).astype(np.float64) / STEP
        wanted = self._wanted(powers) if self._wanted else np.ones(steps)
        needed = np.concatenate([self._needed, wanted * self._allowed(peaks.max(axis=1) * wanted)])
        self._needed = needed[steps:]
        fresh = needed[:steps]
        for later in range(1, _BEFORE + _AFTER + 1):
            fresh = np.minimum(fresh, needed[later:later + steps])
        lowest = np.concatenate([self._lowest, fresh])
        self._lowest = lowest[steps:]
        still = lowest.min() == lowest.max() == 1
        self._curve = np.concatenate([self._curve, np.ones(steps) if still else np.convolve(lowest, _WEIGHTS, "valid")])

    def _allowed(self, peaks: Levels) -> Levels:
        """At most 1; down at once, back slowly."""
        if self._held == 1 and peaks.max() <= self._ceiling:
            return np.ones(len(peaks))
        allowed = np.minimum(1.0, self._ceiling / np.maximum(peaks, 1e-9))
        held = self._held
        for number, limit in enumerate(allowed.tolist()):
            held = min(limit, held + (1 - held) * _BACK)
            allowed[number] = held
        self._held = 1.0 if held > 0.99999 else held
        return np.asarray(allowed)

    def _factor(self, count: int) -> NDArray[np.float32] | None:
        """The gain of each frame now leaving; None when it is exactly 1."""
        # The frame that leaves after this call lies `rest + DELAY` frames behind the newest one.
        newest = len(self._curve) - 1 + _AFTER
        end = (newest + 1) * STEP + self._rest.shape[1] - DELAY
        first = (end - count) // STEP - 1
        curve = self._curve[first:]
        self._curve = self._curve[-2 * _AFTER:]
        if curve.min() == curve.max() == 1:
            return None
        places = np.arange(end - count, end) - (first * STEP + (STEP - 1) / 2)
        return np.asarray(np.interp(places, np.arange(len(curve)) * STEP, curve), np.float32)


class Limiter:
    """Lets a zone play louder than the sound was made: any gain, both channels alike, never above the ceiling.

    Samples that need no limiting pass untouched, `delay` frames late.
    """

    delay = DELAY

    def __init__(self, ceiling_db: float, channels: int = 2) -> None:
        self._level = 10 ** (ceiling_db / 20)
        self._ceiling = Ceiling(self._level, channels)
        self._past = np.zeros((2 * LATE, channels), np.float32)
        self._kernels = [np.asarray(between(part), np.float32) for part in (0.25, 0.5, 0.75)]

    def process(self, block: Sound, gain: NDArray[np.float32] | float = 1.0) -> Sound:
        """`gain` is one factor, or one per frame."""
        if not isinstance(gain, float):
            block = block * gain[:, None]
        elif gain != 1.0:
            block = block * np.float32(gain)
        joined = np.concatenate([self._past, block])
        self._past = joined[len(block):]
        peak = np.abs(block).max(axis=1)
        # Between samples a peak is hardly ever twice as high: the costly look is for loud passages only.
        if len(block) and max(joined.max(), -joined.min()) > self._level / 2:
            alike = bool(np.array_equal(joined[:, 0], joined[:, -1]))
            for channel in joined.T[:1] if alike else joined.T:
                for kernel in self._kernels:
                    peak = np.maximum(peak, np.abs(np.convolve(channel, kernel, mode="valid")))
        return self._ceiling.run(block, peak, peak)
