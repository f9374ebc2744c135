"""A look-ahead limiter with a curve known beforehand: no sample above the ceiling, no audible pumping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from broadcaster.base.frames import RATE
from broadcaster.library.mixdown import Samples

_STEP = RATE // 1000
_REACH = 6
"""Milliseconds the gain starts to move before a peak, and takes to come back."""
_TAPS = 16
_PIECE = 60_000


def true_peaks(blocks: Iterable[Samples]) -> NDArray[np.float32]:
    """The true peak of every millisecond, by interpolating to four times the rate."""
    found = []
    tail = np.zeros(2 * _TAPS, dtype=np.float32)
    for block in _whole_steps(blocks):
        joined = np.concatenate([tail, block])
        level = np.abs(joined[_TAPS:-_TAPS])
        for kernel in _kernels():
            between = np.abs(np.convolve(joined, kernel, mode="same"))[_TAPS:-_TAPS]
            level = np.maximum(level, between)
        found.append(level.reshape(-1, _STEP).max(axis=1))
        tail = joined[-2 * _TAPS:]
    return np.concatenate(found) if found else np.zeros(0, dtype=np.float32)


def gain_curve(peaks: NDArray[np.float32], gain: float, ceiling: float) -> NDArray[np.float32]:
    """The factor at the middle of every millisecond so that `peaks` × factor stays under `ceiling`."""
    margin = 4 * _REACH
    parts = []
    # Piece by piece with what stands around it: hours of sound take no more memory than minutes.
    for start in range(0, len(peaks), _PIECE):
        first = max(0, start - margin)
        curve = _curve(peaks[first:start + _PIECE + margin], gain, ceiling)
        parts.append(curve[start - first:start - first + _PIECE])
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.float32)


def _curve(peaks: NDArray[np.float32], gain: float, ceiling: float) -> NDArray[np.float32]:
    needed = np.minimum(gain, ceiling / np.maximum(peaks, 1e-9)).astype(np.float32)
    # Peaks are seen up to _TAPS frames late; one millisecond more on each side also covers the interpolation.
    reach = _REACH + 2
    padded = np.pad(needed, reach, mode="edge")
    lowest = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1).min(axis=1)
    smooth = np.hanning(2 * _REACH + 3)[1:-1]
    padded = np.pad(lowest, _REACH, mode="edge")
    return np.convolve(padded, (smooth / smooth.sum()).astype(np.float32), mode="valid").astype(np.float32)


def limited(blocks: Iterable[Samples], curve: NDArray[np.float32]) -> Iterator[Samples]:
    """The sound under the gain curve."""
    position = 0
    shares = np.arange(_STEP, dtype=np.float32) / np.float32(_STEP)
    for block in blocks:
        # From the middle of the millisecond before to that of the one behind.
        first, last = position // _STEP - 1, (position + len(block)) // _STEP + 1
        marks = curve[np.clip(np.arange(first, last + 1), 0, len(curve) - 1)]
        ramps = (marks[:-1, np.newaxis] + np.diff(marks)[:, np.newaxis] * shares).reshape(-1)
        begin = position - first * _STEP - _STEP // 2
        yield block * ramps[begin:begin + len(block)]
        position += len(block)


def _whole_steps(blocks: Iterable[Samples]) -> Iterator[Samples]:
    rest = np.zeros(0, dtype=np.float32)
    for block in blocks:
        joined = np.concatenate([rest, block])
        whole = len(joined) // _STEP * _STEP
        rest = joined[whole:]
        if whole:
            yield joined[:whole]
    # The last samples are seen only once more follows them.
    yield np.pad(rest, (0, -len(rest) % _STEP + _STEP))


def _kernels() -> list[NDArray[np.float32]]:
    """Windowed sinc for the three points between two samples."""
    offsets = np.arange(-_TAPS, _TAPS + 1)
    window = np.hanning(len(offsets) + 2)[1:-1]
    return [(np.sinc(offsets - part) * window).astype(np.float32) for part in (0.25, 0.5, 0.75)]
