"""The horn profile: what a horn loudspeaker on a pole needs so that words arrive and its driver lives.

A horn gives nothing below its cut-off (most of them 250–400 Hz) but its driver still moves, unloaded, and breaks;
consonants at 2–4 kHz carry the words over wind and distance; above 7 kHz there is only hiss. Gentle compression
brings soft syllables over the noise of the street. A line of horns is one channel, so the profile is too.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from broadcaster.base.frames import RATE
from broadcaster.sound.balance import Balance
from broadcaster.sound.ceiling import DELAY, STEP, Ceiling, Levels, Sound
from broadcaster.sound.convolver import Convolver, minimum_phase

LOW_CUT, HIGH_CUT = 280.0, 7000.0
PRESENCE, PRESENCE_DB, PRESENCE_OCTAVES = 2800.0, 4.0, 1.0
CEILING_DB = -1.5
"""dBTP nothing exceeds."""
_AIM_DB = CEILING_DB - 0.3  # half a sample is looked at, not every point between two samples
THRESHOLD_DB, RATIO, KNEE_DB = -24.0, 2.0, 8.0
MAKE_UP_DB = 6.0
"""What ordinary speech needs to be as loud as it came; `Balance` goes on from there."""
_ATTACK = 1 - math.exp(-1 / 8)
_RELEASE = 1 - math.exp(-1 / 350)
"""Share of the way to the new level per millisecond."""
_TAIL = RATE // 2
"""Frames of silence after which nothing of the past is heard any more."""
_RESTING = 1 << 60
_BLOCK = 960
"""Frames the player hands over at a time."""


def response(hertz: NDArray[np.floating]) -> NDArray[np.float64]:
    """The profile's curve: fourth-order high-pass, a bell of presence, second-order low-pass."""
    low = np.maximum(hertz, 1.0)
    high_pass = 1 / np.sqrt(1 + (LOW_CUT / low) ** 8)
    low_pass = 1 / np.sqrt(1 + (hertz / HIGH_CUT) ** 4)
    bell = 10 ** (PRESENCE_DB / 20 * np.exp(-(np.log2(low / PRESENCE) / PRESENCE_OCTAVES) ** 2))
    return np.asarray(high_pass * low_pass * bell)


class Leveller:
    """Gentle compression: 2:1 above −24 dBFS, decided once a millisecond."""

    def __init__(self, balance: Balance) -> None:
        self._balance = balance
        self.reset()

    def reset(self) -> None:
        """Forget the past: silence."""
        self._level = 0.0
        self.mean = 1.0
        """Of the newest gains, make-up left out, each weighing as much as what it acted on."""

    def gains(self, powers: Levels) -> Levels:
        """Mean square of each millisecond -> its factor, make-up included."""
        level = self._level
        found = np.empty(len(powers))
        for number, power in enumerate(powers.tolist()):
            level += (power - level) * (_ATTACK if power > level else _RELEASE)
            found[number] = level
        self._level = level
        over = 10 * np.log10(np.maximum(found, 1e-12)) - THRESHOLD_DB
        bent = np.clip(over + KNEE_DB / 2, 0, KNEE_DB) ** 2 / (2 * KNEE_DB)
        excess = np.where(over > KNEE_DB / 2, over, bent)
        gains = 10 ** (excess * ((1 / RATIO - 1) / 20))
        self.mean = math.sqrt(float((gains * gains) @ powers) / max(float(powers.sum()), 1e-12)) or 1.0
        return np.asarray(gains * self._balance.make_up)


class HornProfile:
    """Shapes an endless sound in blocks of any length; `delay` frames late, both channels alike."""

    def __init__(self) -> None:
        self._filter = Convolver(minimum_phase(response))
        self._balance = Balance(response, MAKE_UP_DB)
        self._leveller = Leveller(self._balance)
        self._ceiling = Ceiling(10 ** (_AIM_DB / 20), 1, self._leveller.gains)
        self._silence = _RESTING
        self.delay = DELAY + self._filter.delay

    def process(self, block: Sound, gain: NDArray[np.float32] | float = 1.0) -> Sound:
        """`gain`, one factor or one per frame, acts after the compression and under the ceiling."""
        mono = block[:, 0] if block.shape[1] == 1 else (block[:, 0] + block[:, 1]) * np.float32(0.5)
        if self._rests(mono):
            return np.zeros_like(block)
        both = self._filter.run(mono)
        level = both[0]
        if not (isinstance(gain, float) and gain == 1.0):
            both = both * np.asarray(gain, np.float32)
        shaped = self._ceiling.run(both[0][:, None], np.abs(both).max(axis=0), level)
        self._balance.note(self._filter.spectrum, self._leveller.mean, len(mono))
        return np.repeat(shaped, block.shape[1], axis=1)

    def _rests(self, mono: NDArray[np.float32]) -> bool:
        """After long silence there is nothing to work out: most of the day costs nothing."""
        if mono.any():
            self._silence = 0
            return False
        if self._silence < _TAIL:
            self._silence += len(mono)
            return False
        if self._silence != _RESTING:
            self._filter.reset()
            self._leveller.reset()
            self._ceiling.reset()
            self._silence = _RESTING
        return True


def horned(samples: Sound) -> Sound:
    """A finished sound as a horn zone would play it, in step with the original: for listening before and after."""
    profile = HornProfile()
    padded = np.concatenate([samples, np.zeros((profile.delay + STEP, samples.shape[1]), np.float32)])
    shaped = [profile.process(padded[first:first + _BLOCK]) for first in range(0, len(padded), _BLOCK)]
    return np.concatenate(shaped)[profile.delay:profile.delay + len(samples)]
