"""Loudness and true peak by EBU R128 (ITU-R BS.1770), as a mono sound measures when it is played on two channels."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from broadcaster.base.frames import RATE
from broadcaster.library.matrices import (
    GROUP,
    GROUPS,
    LEVELS,
    ORDER,
    REACH,
    ROW,
    from_drives,
    from_sound,
    from_states,
    most_overshoot,
)
from broadcaster.library.mixdown import Samples
from broadcaster.library.weighting import loudness

CEILING_DB = -1.5
"""dBTP no stored sound exceeds."""
STEP = RATE // 100
"""Frames each stored energy stands for."""
PEAK_STEP = ROW
"""Frames each stored peak stands for."""
_BLOCK = RATE // 2
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
        self._before = np.zeros((len(weights), REACH), dtype=np.float32)
        self._drives = np.zeros((len(weights), (GROUPS - 1) * GROUP, ORDER), dtype=np.float32)
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
        if self._count >= _BLOCK + REACH:
            self._weigh_whole(np.concatenate(self._waiting, axis=1))

    def close(self) -> None:
        """After the last block."""
        if not self.frames:
            return
        filling = np.zeros((len(self._weights), -self._count % _BLOCK + REACH), dtype=np.float32)
        self._weigh_whole(np.concatenate([*self._waiting, filling], axis=1))
        self._waiting, self._count = [], 0

    def _weigh_whole(self, joined: Samples) -> None:
        """As many blocks as are there with what follows them."""
        start = 0
        while start + _BLOCK + REACH <= joined.shape[1]:
            self._weigh(joined[:, start:start + _BLOCK + REACH])
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
        """`_BLOCK` frames and the REACH that follow them."""
        joined = np.concatenate([self._before, block], axis=1)
        self._before = joined[:, _BLOCK:_BLOCK + REACH]
        alike = len(joined) > 1 and bool((joined[1:] == joined[0]).all())
        count = 1 if alike else len(joined)
        rows = sliding_window_view(joined, ROW + 2 * REACH, axis=1)[:, ::ROW]
        found = [from_sound()[LEVELS:] @ rows[channel].T for channel in range(count)]
        weighted = [self._weighted(channel, found[channel]) for channel in range(count)]
        self._drives[count:] = self._drives[0]
        self._mixed.append(_energy(_mean(weighted)))
        if len(self._weights) > 1:
            parts = [_energy(sound) for sound in weighted] * (len(joined) if alike else 1)
            self._all.append(np.sum([weight * part for weight, part in zip(self._weights, parts, strict=True)], axis=0))
        self._look_for_peaks(rows[:count])

    def _weighted(self, channel: int, found: Samples) -> Samples:
        """A row per frame of the millisecond, a column per millisecond."""
        drives = np.concatenate([self._drives[channel], found[ROW:].T])
        self._drives[channel] = drives[-(GROUPS - 1) * GROUP:]
        groups = sliding_window_view(drives.reshape(-1), GROUPS * GROUP * ORDER)[::GROUP * ORDER]
        states = (groups @ from_drives()).reshape(-1, ORDER)
        weighted: Samples = found[:ROW] + from_states() @ states.T
        return weighted

    def _look_for_peaks(self, rows: Samples) -> None:
        if not self._keep_peaks:  # then only what could be the highest matters
            rows = rows[:, np.abs(rows).max(axis=(0, 2)) * most_overshoot() > self._highest_mix]
            if not rows.size:
                return
        levels = [from_sound()[:LEVELS] @ channel.T for channel in rows]
        steps = np.abs(_mean(levels)).max(axis=0)
        highest = float(steps.max())
        self._highest_mix = max(self._highest_mix, highest)
        self._highest = max(self._highest, *([highest] if len(levels) == 1 else
                                             [float(max(level.max(), -level.min())) for level in levels]))
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
    if len(channels) == 1:
        return channels[0]
    mean: Samples = sum(channels[1:], start=channels[0]) * np.float32(1 / len(channels))
    return mean


def _energy(weighted: Samples) -> NDArray[np.float32]:
    rows: NDArray[np.float32] = np.einsum("ij,ij->j", weighted, weighted).reshape(-1, STEP // ROW).sum(axis=1)
    return rows
