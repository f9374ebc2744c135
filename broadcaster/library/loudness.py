"""Loudness and true peak by EBU R128 (ITU-R BS.1770), as a mono sound measures when it is played on two channels."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from broadcaster.base.frames import RATE
from broadcaster.library.mixdown import Samples
from broadcaster.library.weighting import loudness, response

CEILING_DB = -1.5
"""dBTP no stored sound exceeds."""
STEP = RATE // 100
"""Frames each stored energy stands for."""
PEAK_STEP = RATE // 1000
"""Frames each stored peak stands for."""
# Half a second at a time: the transform of a whole second does not fit the processor's cache.
_BLOCK = RATE // 2
_AFTER = 128
"""Frames the interpolation looks ahead."""
_SIZE = 27_648
_BEFORE = _SIZE - _BLOCK - _AFTER
"""More than the weighting filter rings."""
Spectrum = NDArray[np.complex64]
# Rounding up in half precision keeps a stored peak from being under the true one.
_ROUND_UP = 1.0005


@dataclass(frozen=True)
class Loudness:
    """Integrated loudness (None when nothing passes the gate: too short or silent) and true peak."""

    lufs: float | None
    true_peak_db: float


class Meter:
    """Measures a sound that comes in blocks, in bounded memory: 100 energies and 1,000 peaks a second are kept."""

    def __init__(self, weights: tuple[float, ...] = (1.0,), keep_peaks: bool = False) -> None:
        """`weights`: one per channel. The mix of the channels is measured beside them."""
        self._weights = weights
        self._keep_peaks = keep_peaks
        self._waiting: list[Samples] = []
        self._count = 0
        self._history = np.zeros((len(weights), _BEFORE), dtype=np.float32)
        self._mixed: list[NDArray[np.float32]] = []
        self._all: list[NDArray[np.float32]] = []
        self._peaks: list[NDArray[np.float16]] = []
        self._highest = 0.0
        self._highest_mix = 0.0
        self.frames = 0

    def add(self, block: Samples) -> None:
        """`block`: frames of a mono sound, or channels × frames."""
        block = block if block.ndim == 2 else block[np.newaxis]
        self.frames += block.shape[1]
        self._waiting.append(block)
        self._count += block.shape[1]
        if self._count >= _BLOCK + _AFTER:
            self._weigh_whole(np.concatenate(self._waiting, axis=1))

    def close(self) -> None:
        """After the last block."""
        if not self.frames:
            return
        filling = np.zeros((len(self._weights), -self._count % _BLOCK + _AFTER), dtype=np.float32)
        self._weigh_whole(np.concatenate([*self._waiting, filling], axis=1))
        self._waiting, self._count = [], 0

    def _weigh_whole(self, joined: Samples) -> None:
        """As many blocks as are there with what follows them."""
        start = 0
        while start + _BLOCK + _AFTER <= joined.shape[1]:
            self._weigh(joined[:, start:start + _BLOCK + _AFTER])
            start += _BLOCK
        self._waiting, self._count = [joined[:, start:].copy()], joined.shape[1] - start

    def energies(self) -> NDArray[np.float32]:
        """K-weighted, of the mix, per STEP."""
        return _joined(self._mixed)[:-(-self.frames // STEP)]

    def peaks(self) -> NDArray[np.float32]:
        """True peaks of the mix per PEAK_STEP."""
        found: NDArray[np.float32] = _joined(self._peaks)[:-(-self.frames // PEAK_STEP)].astype(np.float32)
        return found

    def mix(self, start: int = 0, end: int | None = None) -> Loudness:
        """Of the mix between two frames, both on a STEP; the peak is that of all of it."""
        steps = self.energies()[start // STEP:None if end is None else -(-end // STEP)]
        return Loudness(_rounded(loudness(steps, STEP)), round(decibels(self._highest_mix), 2))

    def channels(self) -> Loudness:
        """Of all channels, as a meter hears the source itself; mono counts on two channels."""
        if len(self._weights) == 1:
            return self.mix()
        steps = _joined(self._all)[:-(-self.frames // STEP)]
        return Loudness(_rounded(loudness(steps, STEP, channels=1)), round(decibels(self._highest), 2))

    def _weigh(self, block: Samples) -> None:
        """`_BLOCK` frames and the `_AFTER` that follow them."""
        joined = np.concatenate([self._history, block], axis=1)
        self._history = joined[:, _BLOCK:_BLOCK + _BEFORE]
        alike = len(joined) > 1 and bool((joined[1:] == joined[0]).all())
        sounds = list(joined[:1] if alike else joined)
        spectra: list[Spectrum] = [np.fft.rfft(sound) for sound in sounds]  # type: ignore[misc]  # stays single
        weighted = [_inverse(spectrum, 0) for spectrum in spectra]
        self._mixed.append(_energy(_mean(weighted)))
        if len(self._weights) > 1:
            parts = [_energy(sound) for sound in weighted] * (len(joined) if alike else 1)
            self._all.append(np.sum([weight * part for weight, part in zip(self._weights, parts, strict=True)], axis=0))
        self._look_for_peaks([sound[_BEFORE:_BEFORE + _BLOCK] for sound in sounds], spectra)

    def _look_for_peaks(self, sounds: list[Samples], spectra: list[Spectrum]) -> None:
        mixed = np.zeros(_BLOCK, dtype=np.float32)
        for part in range(4):
            between = sounds if part == 0 else [_inverse(spectrum, part) for spectrum in spectra]
            level = np.abs(_mean(between))
            np.maximum(mixed, level, out=mixed)
            self._highest = max(self._highest, *(float(max(x.max(), -x.min())) for x in between))
        steps = mixed.reshape(-1, PEAK_STEP).max(axis=1)
        self._highest_mix = max(self._highest_mix, float(steps.max()))
        if self._keep_peaks:
            self._peaks.append((steps * _ROUND_UP).astype(np.float16))


def measure(blocks: Iterable[Samples]) -> Loudness:
    """Of a whole mono sound."""
    meter = Meter()
    for block in blocks:
        meter.add(block)
    meter.close()
    return meter.mix()


def decibels(level: float) -> float:
    """20·log10, with −120 for silence."""
    return 20 * math.log10(level) if level > 1e-6 else -120.0


def _rounded(lufs: float | None) -> float | None:
    return None if lufs is None else round(lufs, 2)


def _joined(parts: list[NDArray[np.floating]]) -> NDArray[np.floating]:
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.float32)


def _mean(channels: list[Samples]) -> Samples:
    mean: Samples = channels[0] if len(channels) == 1 else np.mean(channels, axis=0, dtype=np.float32)
    return mean


def _energy(weighted: Samples) -> NDArray[np.float32]:
    steps = weighted.reshape(-1, STEP)
    found: NDArray[np.float32] = np.einsum("ij,ij->i", steps, steps)
    return found


def _inverse(spectrum: Spectrum, part: int) -> Samples:
    """The block under the K-weighting (part 0), or as it is `part` quarters of a frame later."""
    factor = response(_SIZE) if part == 0 else _later(part)
    return np.asarray(np.fft.irfft(spectrum * factor, _SIZE)[_BEFORE:_BEFORE + _BLOCK], dtype=np.float32)


@functools.cache
def _later(part: int) -> Spectrum:
    turn: Spectrum = np.exp(2j * np.pi * np.arange(_SIZE // 2 + 1) * (part / 4 / _SIZE)).astype(np.complex64)
    return turn
