"""Silence at both ends, long holes, and the picture of a sound, from its peaks per 10 ms."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from broadcaster.base.frames import RATE

STEP = RATE // 100
"""Frames per peak."""
COLUMNS = 1000
_SILENCE = 10 ** (-50 / 20)
_BELOW_PEAK = 10 ** (-40 / 20)
_KEPT = 5
_HOLE_STEPS = 10 * 100
_LONG_HEAD, _LONG_TAIL = 100, 200

Peaks = NDArray[np.float32]


@dataclass(frozen=True)
class Bounds:
    """Which part of a sound is kept, in frames, and what was noticed."""

    start: int
    end: int
    warnings: tuple[str, ...]
    hole: int = 0
    """The longest silence inside."""
    head: int = 0
    tail: int = 0
    """Silence at the ends, of which 50 ms are kept."""


def peaks_of(block: NDArray[np.float32]) -> Peaks:
    """The peak of every 10 ms; the last, shorter piece counts as one."""
    whole = len(block) // STEP * STEP
    peaks = np.abs(block[:whole]).reshape(-1, STEP).max(axis=1)
    if whole < len(block):
        peaks = np.append(peaks, np.abs(block[whole:]).max())
    found: Peaks = peaks.astype(np.float32)
    return found


def bounds(peaks: Peaks, frames: int) -> Bounds:
    """Cut what is under −50 dBFS (in a faint recording: 40 dB under its peak) at both ends, but for 50 ms."""
    level = min(_SILENCE, float(peaks.max(initial=0.0)) * _BELOW_PEAK)
    loud = np.flatnonzero(peaks > level)
    if not len(loud):
        return Bounds(0, frames, ())
    first, last = int(loud[0]), int(loud[-1])
    warnings = []
    if first > _LONG_HEAD:
        warnings.append("silent_head")
    if len(peaks) - 1 - last > _LONG_TAIL:
        warnings.append("silent_tail")
    hole = int(np.diff(loud).max()) - 1 if len(loud) > 1 else 0
    if hole >= _HOLE_STEPS:
        warnings.append("silent_middle")
    return Bounds(max(0, first - _KEPT) * STEP, min(frames, (last + 1 + _KEPT) * STEP), tuple(warnings), hole * STEP,
                  first * STEP, max(0, frames - (last + 1) * STEP))


class Picture:
    """Peaks of a sound that comes in blocks, in columns of one byte each."""

    def __init__(self, frames: int, columns: int = COLUMNS) -> None:
        self._frames = max(1, frames)
        self._count = columns
        self._columns = np.zeros(columns, dtype=np.float32)
        self._position = 0

    def add(self, block: NDArray[np.float32]) -> None:
        if not len(block):
            return
        # The column of a frame is frame·columns // frames: these begin in this block, or have begun before.
        end = self._position + len(block)
        columns = np.arange(self._column(self._position), self._column(end - 1) + 1)
        starts = np.maximum(-(-columns * self._frames // self._count) - self._position, 0)
        filled = np.diff(starts, append=len(block)) > 0  # a sound shorter than its picture leaves some out
        columns, starts = columns[filled], starts[filled]
        level = np.maximum(np.maximum.reduceat(block, starts), -np.minimum.reduceat(block, starts))
        self._columns[columns] = np.maximum(self._columns[columns], level)
        self._position += len(block)

    def _column(self, frame: int) -> int:
        return frame * self._count // self._frames

    def bytes(self) -> bytes:
        columns = self._columns
        if self._frames < self._count:  # shorter than a column each: repeat instead of leaving holes
            columns = columns[(np.arange(self._count) * self._frames // self._count) * self._count // self._frames]
        return np.clip(np.rint(columns * 255), 0, 255).astype(np.uint8).tobytes()
