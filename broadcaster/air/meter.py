"""Levels of the samples that were handed to the device, kept until they have been heard."""

from __future__ import annotations

import math
import threading
from collections import deque

import numpy as np
from numpy.typing import NDArray

from broadcaster.protocol.messages import SILENT_DB

_BLOCKS = 400

Block = NDArray[np.float32]
"""Samples as (frames, channels)."""


def decibels(amplitude: float) -> float:
    """dBFS, never below SILENT_DB."""
    return max(SILENT_DB, 20 * math.log10(amplitude)) if amplitude > 0 else SILENT_DB


class Meter:
    """Peak and loudness (rms) per block, asked for by frame."""

    def __init__(self) -> None:
        self._blocks: deque[tuple[int, int, tuple[float, float], tuple[float, float]]] = deque(maxlen=_BLOCKS)
        self._lock = threading.Lock()

    def add(self, first: int, block: Block, sounding: bool) -> None:
        """Note one block that begins at frame `first`."""
        peaks, squares = (0.0, 0.0), (0.0, 0.0)
        if sounding:
            left, right = block[:, 0], block[:, 1]
            peaks = (float(np.abs(left).max()), float(np.abs(right).max()))
            squares = (float(np.dot(left, left)), float(np.dot(right, right)))
        with self._lock:
            self._blocks.append((first, len(block), peaks, squares))

    def levels(self, frame: int, window: int) -> tuple[tuple[float, float], tuple[float, float]]:
        """(peak dBFS, rms dBFS) left and right, of the `window` frames heard just before `frame`."""
        heard = []
        with self._lock:
            for item in reversed(self._blocks):  # asked for many times a second: no further back than needed
                if item[0] + item[1] <= frame - window:
                    break
                if item[0] < frame:
                    heard.append(item)
        if not heard:
            return (SILENT_DB, SILENT_DB), (SILENT_DB, SILENT_DB)
        total = sum(item[1] for item in heard)
        peak = tuple(decibels(max(item[2][side] for item in heard)) for side in (0, 1))
        rms = tuple(decibels(math.sqrt(sum(item[3][side] for item in heard) / total)) for side in (0, 1))
        return (peak[0], peak[1]), (rms[0], rms[1])
