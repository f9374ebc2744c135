"""What a zone does to its sound before it leaves: gain by time of day, the horn profile, and the last guard."""

from __future__ import annotations

import math
from bisect import bisect_right

import numpy as np
from numpy.typing import NDArray

from broadcaster.air.meter import Block
from broadcaster.base.clock import STATION_ZONE
from broadcaster.base.frames import RATE
from broadcaster.base.settings import ZoneSection
from broadcaster.base.zones import gain_steps
from broadcaster.sound.ceiling import Limiter
from broadcaster.sound.horn import HornProfile

GUARD = np.float32(10 ** (-1 / 20))
"""Nothing leaves above −1 dBFS."""
CEILING_DB = -1.2
"""dBTP of zones that play louder than the sound was made."""
RAMP_SECONDS = 1.0
"""How long a new gain takes to come: no click, no jump."""
_DAY = 86_400
_OFFSET = int(STATION_ZONE.utcoffset(None).total_seconds())


class Shaper:
    """One zone's shaping. `process` runs on the audio thread: no lock, no wait, no file.

    A zone without horn whose gain never rises above 0 dB has no `delay`, and at 0 dB its samples pass untouched.
    Otherwise everything leaves `delay` frames later, always the same number: the look-ahead of the limiter.
    """

    def __init__(self, zone: ZoneSection) -> None:
        steps = gain_steps(zone.gain)
        self._times = [at.hour * 3600 + at.minute * 60 for at, _ in steps]
        self._gains = [gain for _, gain in steps]
        self._horn = HornProfile() if zone.horn else None
        self._limiter = Limiter(CEILING_DB) if not zone.horn and max(self._gains, default=0.0) > 0 else None
        self._factor: float | None = None
        """The gain reached so far; None before the first block."""
        self._step = 0.0
        self._target = 0.0
        self.guarded = 0
        """Samples the last guard had to cut: 0 unless something before it is broken."""

    @property
    def delay(self) -> int:
        """Frames everything leaves later than it came."""
        return self._horn.delay if self._horn else self._limiter.delay if self._limiter else 0

    def gain_db(self, wall: float) -> float:
        """The gain wanted at this wall time (Unix seconds); before the day's first step the last one still holds."""
        if not self._times:
            return 0.0
        return self._gains[bisect_right(self._times, (wall + _OFFSET) % _DAY) - 1]

    def process(self, block: Block, wall: float) -> Block:
        """The block as it leaves; `wall` is when its first frame will be heard."""
        gain = self._gain(len(block), wall)
        if not math.isfinite(float(block.sum())):  # one such sample would stay in the filters for ever
            block = np.nan_to_num(block, nan=0.0, posinf=0.0, neginf=0.0)
        if self._horn:
            block = self._horn.process(block, gain)
        elif self._limiter:
            block = self._limiter.process(block, gain)
        elif not isinstance(gain, float):
            block = block * gain[:, None]
        elif gain != 1.0:
            block = block * np.float32(gain)
        return self._guard(block)

    def _gain(self, count: int, wall: float) -> NDArray[np.float32] | float:
        """One factor, or one per frame while it moves."""
        target = 10 ** (self.gain_db(wall) / 20)
        if self._factor is None:
            self._factor = self._target = target
        if target != self._target:
            self._target = target
            self._step = (target - self._factor) / (RAMP_SECONDS * RATE)
        if self._factor == target:
            return target
        ramp = self._factor + self._step * np.arange(1, count + 1)
        ramp = np.minimum(ramp, target) if self._step > 0 else np.maximum(ramp, target)
        self._factor = float(ramp[-1]) if count else self._factor
        return np.asarray(ramp, np.float32)

    def _guard(self, block: Block) -> Block:
        if len(block) and max(block.max(), -block.min()) > GUARD:
            self.guarded += int(np.count_nonzero(np.abs(block) > GUARD))
            return np.clip(block, -GUARD, GUARD)
        return block


TONE_HZ = 440.0
_TONE_LEVEL = 10 ** (-30 / 20)
_TONE_FADE = RATE // 2


class ToneSource:
    """The lead-in tone of zones with wake = "tone": soft, faded at both ends, `frames` long. A Source."""

    def __init__(self, frames: int) -> None:
        self.frames = max(0, frames)
        self._at = 0

    @property
    def ended(self) -> bool:
        return self._at >= self.frames

    def read(self, count: int) -> Block:
        places = np.arange(self._at, min(self.frames, self._at + count))
        self._at += len(places)
        fade = max(1, min(_TONE_FADE, self.frames // 2))
        near = np.minimum(places, self.frames - 1 - places) / fade
        envelope = 0.5 - 0.5 * np.cos(np.pi * np.minimum(near, 1.0))
        tone = _TONE_LEVEL * envelope * np.sin(2 * np.pi * TONE_HZ / RATE * places)
        return np.asarray(tone[:, None], np.float32)

    def close(self) -> None:
        self._at = self.frames
