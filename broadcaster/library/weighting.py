"""EBU R128 loudness from energies of short steps: what a part weighs is kept, and the whole is their sum."""

from __future__ import annotations

import functools

import numpy as np
from numpy.typing import NDArray

from broadcaster.base.frames import RATE

Energies = NDArray[np.float32]
STEP = RATE // 1000
TAIL_STEPS = 64
"""Milliseconds the filter rings after the sound's end."""
# ITU-R BS.1770-5, annex 1, at 48 kHz: the head's shelf, then the high-pass.
SHELF = ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585))
HIGH_PASS = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))
_OFFSET = -0.691
_WINDOW_HOPS = 4
_HOP_FRAMES = RATE // 10
_ABSOLUTE_GATE, _RELATIVE_GATE = -70.0, -10.0


def energies(sound: NDArray[np.float32]) -> Energies:
    """K-weighted energy of every millisecond of a sound of whole milliseconds, and of the TAIL_STEPS after it."""
    steps = len(sound) // STEP + TAIL_STEPS
    size = _size(steps * STEP)
    weighted = np.fft.irfft(np.fft.rfft(sound, size) * response(size), size)[:steps * STEP].reshape(-1, STEP)
    found: Energies = np.einsum("ij,ij->i", weighted, weighted).astype(np.float32)
    return found


def loudness(steps: NDArray[np.floating], step: int = STEP, channels: int = 2) -> float | None:
    """Integrated loudness in LUFS from energies of `step` frames each; None when nothing passes the gate.

    A mono sound is played on two channels. Energies that are the sum of several channels already: `channels` = 1.
    """
    per_hop = _HOP_FRAMES // step
    hops = steps[:len(steps) // per_hop * per_hop].reshape(-1, per_hop).sum(axis=1, dtype=np.float64)
    windows = np.convolve(hops, np.ones(_WINDOW_HOPS), mode="valid") if len(hops) >= _WINDOW_HOPS else hops[:0]
    power = channels * windows / (_WINDOW_HOPS * _HOP_FRAMES)
    heard = power[power > _power(_ABSOLUTE_GATE)]
    if not len(heard):
        return None
    heard = heard[heard > heard.mean() * 10 ** (_RELATIVE_GATE / 10)]
    return float(_OFFSET + 10 * np.log10(heard.mean()))


def _power(lufs: float) -> float:
    return float(10 ** ((lufs - _OFFSET) / 10))


def _size(least: int) -> int:
    """A length the transform is quick with."""
    size = 1 << max(12, (least - 1).bit_length() - 3)
    return -(-least // size) * size


@functools.lru_cache(maxsize=8)
def response(size: int) -> NDArray[np.complex64]:
    """What the K-weighting does to each line of a spectrum of `size` samples."""
    turn = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)
    total = np.ones(len(turn), dtype=np.complex128)
    for above, below in (SHELF, HIGH_PASS):
        total *= np.polyval(above[::-1], turn) / np.polyval(below[::-1], turn)
    return total.astype(np.complex64)
