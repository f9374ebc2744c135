"""Keeps a shaped sound as loud as it came: measures, as EBU R128 weighs it, what the shaping takes away."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from broadcaster.base.frames import RATE
from broadcaster.sound.convolver import Convolver, Magnitude, Spectrum

_K_STAGES = (((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585)),
             ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621)))
"""ITU-R BS.1770: the filter that makes a level a loudness, for 48 kHz."""
_GATE = 10 ** (-50 / 10)
"""Mean square below which a passage says nothing about loudness."""
_MEMORY = 4.0 * RATE
"""Frames of sounding programme the measure goes back."""
_LEAST, _MOST = 10 ** (1 / 20), 10 ** (9 / 20)


class Balance:
    """`make_up` is the factor that restores the loudness; `note` it after every block."""

    def __init__(self, response: Magnitude, first_db: float) -> None:
        hertz = np.fft.rfftfreq(Convolver.size, 1 / RATE)
        self._plain = weighting(hertz) ** 2 * 2 / Convolver.size ** 2
        self._shaped = self._plain * response(hertz) ** 2
        self._first = 10 ** (first_db / 20)
        self.reset()

    def reset(self) -> None:
        """Begin with the make-up of ordinary speech, as firmly as if it had been heard for a quarter of a second."""
        self._came = 0.01 * RATE / 4
        self._left = self._came / self._first ** 2
        self.make_up = self._first

    def note(self, spectrum: Spectrum, gain: float, count: int) -> None:
        """`spectrum` of the sound as it came, the mean `gain` of the compression, and how many frames were new."""
        power = np.square(spectrum.real) + np.square(spectrum.imag)
        came = float(power @ self._plain)
        if came < _GATE:
            return
        keep = max(0.0, 1 - count / _MEMORY)
        self._came = self._came * keep + came * count
        self._left = self._left * keep + float(power @ self._shaped) * gain ** 2 * count
        self.make_up = min(_MOST, max(_LEAST, (self._came / max(self._left, 1e-12)) ** 0.5))


def weighting(hertz: NDArray[np.floating]) -> NDArray[np.float64]:
    """The K filter's factor at each frequency."""
    back = np.exp(-2j * np.pi * hertz / RATE)
    factor = np.ones_like(back)
    for above, below in _K_STAGES:
        factor = factor * np.polyval(above[::-1], back) / np.polyval(below[::-1], back)
    return np.asarray(np.abs(factor), np.float64)
