"""A filter of given loudness per frequency, run over an endless sound in pieces of any length."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from broadcaster.base.frames import RATE

Mono = NDArray[np.float32]
"""Samples of one channel."""
Spectrum = NDArray[np.complexfloating]
Magnitude = Callable[[NDArray[np.floating]], NDArray[np.float64]]
"""Frequencies in Hz -> factors."""

TAPS = 1024
_SIZE = 2048
PIECE = _SIZE - TAPS + 1
"""Samples one transform filters."""
_GRID = 1 << 15
_FLOOR = 1e-4
LATE = 16
"""Samples an interpolated value comes late."""


def minimum_phase(magnitude: Magnitude, taps: int = TAPS) -> NDArray[np.float64]:
    """The shortest-delayed filter with this response: its logarithm's real cepstrum, folded to one side."""
    grid = np.fft.rfftfreq(_GRID, 1 / RATE)
    logarithm = np.log(np.maximum(magnitude(grid), _FLOOR))
    cepstrum = np.fft.irfft(logarithm, _GRID)
    fold = np.zeros(_GRID)
    fold[0] = fold[_GRID // 2] = 1
    fold[1:_GRID // 2] = 2
    impulse = np.fft.irfft(np.exp(np.fft.rfft(cepstrum * fold)), _GRID)[:taps]
    impulse[taps // 2:] *= np.hanning(taps)[taps // 2:]  # the tail ends softly instead of being cut
    return np.asarray(impulse)


def between(part: float) -> NDArray[np.float64]:
    """Gives the value `part` of the way to the next sample, LATE samples late: true peaks lie between samples."""
    places = np.arange(-LATE, LATE + 1)
    return np.asarray(np.sinc(places - part) * np.hanning(2 * LATE + 3)[1:-1])


class Convolver:
    """Overlap-save: `run(samples)` gives as many filtered samples, and as many from half a sample later."""

    size = _SIZE

    def __init__(self, impulse: NDArray[np.float64]) -> None:
        halfway = np.convolve(impulse, between(0.5))[:TAPS]
        straight = np.zeros(TAPS)
        straight[LATE:len(impulse) + LATE] = impulse[:TAPS - LATE]  # both rows equally late
        self._response = np.fft.rfft(np.stack([straight, halfway]), _SIZE).astype(np.complex64)
        self._past = np.zeros(TAPS - 1, np.float32)
        self.spectrum: Spectrum = np.zeros(_SIZE // 2 + 1, np.complex64)
        """Of the newest _SIZE samples that came, unwindowed."""

    @property
    def delay(self) -> int:
        """Samples the sound comes later, besides the filter's own turn of phase."""
        return LATE

    def run(self, samples: Mono) -> Mono:
        """(2, count): the filtered sound, and what lies between its samples."""
        if len(samples) <= PIECE:
            return self._piece(samples)
        parts = [self._piece(samples[first:first + PIECE]) for first in range(0, len(samples), PIECE)]
        return np.concatenate(parts, axis=1)

    def reset(self) -> None:
        """Forget the past: silence."""
        self._past[:] = 0

    def _piece(self, samples: Mono) -> Mono:
        count = len(samples)
        window = np.zeros(_SIZE, np.float32)
        window[:TAPS - 1] = self._past
        window[TAPS - 1:TAPS - 1 + count] = samples
        self._past[:] = window[count:count + TAPS - 1]
        self.spectrum = np.fft.rfft(window)
        both = np.fft.irfft(self.spectrum * self._response, _SIZE)
        return np.asarray(both[:, TAPS - 1:TAPS - 1 + count], np.float32)
