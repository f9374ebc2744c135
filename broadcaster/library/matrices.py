"""Interpolation and K-weighting of a millisecond as matrix products: many times quicker than transforms, where numpy
has no recursive filter."""

from __future__ import annotations

import functools

import numpy as np
from numpy.typing import NDArray

from broadcaster.base.frames import RATE
from broadcaster.library.weighting import HIGH_PASS, SHELF

ROW = RATE // 1000
"""Frames that are worked on together."""
REACH = 16
"""Frames the interpolation looks back and ahead."""
PHASES = 4
GROUP, GROUPS = 10, 8
"""The filter's states come ten rows at a time out of the drives of that many tens, which is longer than it rings."""
ORDER = 4
LEVELS, WEIGHED = PHASES * ROW, (PHASES + 1) * ROW
"""Rows of `from_sound`: up to LEVELS the interpolated sound, up to WEIGHED the weighted one, then the drives."""
# FFmpeg's own interpolation: 32 taps under a Kaiser window.
_BETA = 9.0
_RINGS = 64 * ROW
Matrix = NDArray[np.float32]


@functools.cache
def from_sound() -> Matrix:
    """Of a row and REACH frames on either side: itself at four times the rate, what the filter makes of it from
    rest, and how that drives the filter's states."""
    window = ROW + 2 * REACH
    told = np.zeros((WEIGHED + ORDER, window))
    offsets = np.arange(1 - REACH, REACH + 1)
    for phase in range(PHASES):
        distance = offsets - phase / PHASES
        taps = np.sinc(distance) * np.i0(_BETA * np.sqrt(np.maximum(0.0, 1 - (distance / REACH) ** 2)))
        for frame in range(ROW):
            told[phase * ROW + frame, frame + REACH + offsets] = taps / taps.sum()
    step, drive, out, through = _filter()
    answer = np.array([through, *(out @ power @ drive for power in _powers(step, ROW - 1))])
    for frame in range(ROW):
        told[LEVELS + frame:WEIGHED, REACH + frame] = answer[:ROW - frame]
        told[WEIGHED:, REACH + frame] = np.linalg.matrix_power(step, ROW - 1 - frame) @ drive
    return np.ascontiguousarray(told, dtype=np.float32)


@functools.cache
def most_overshoot() -> float:
    """No interpolated frame is higher than this many times the highest frame around it."""
    return float(np.abs(from_sound()[:LEVELS]).sum(axis=1).max())


@functools.cache
def from_states() -> Matrix:
    """What the states before a row add to its weighted sound."""
    step, _, out, _ = _filter()
    return np.array([out @ power for power in _powers(step, ROW)], dtype=np.float32)


@functools.cache
def from_drives() -> Matrix:
    """The states before each row of a group, from the drives of GROUPS groups, of which it is the last."""
    row = np.linalg.matrix_power(_filter()[0], ROW)
    found = np.zeros((GROUPS * GROUP, ORDER, GROUP, ORDER))
    for late, power in enumerate(_powers(row, GROUPS * GROUP - 1)):
        for place in range(GROUP):
            source = (GROUPS - 1) * GROUP + place - 1 - late
            if source >= 0:
                found[source, :, place] = power.T
    return found.reshape(GROUPS * GROUP * ORDER, GROUP * ORDER).astype(np.float32)


def _filter() -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64], float]:
    """(step, drive, out, through): states' = step·states + drive·frame, weighted = out·states + through·frame.

    Of all such forms the one whose states are as far from each other as can be: single precision is enough then.
    """
    above, below = np.polymul(SHELF[0], HIGH_PASS[0]), np.polymul(SHELF[1], HIGH_PASS[1])
    step = np.eye(ORDER, k=1)
    step[:, 0] -= below[1:]
    drive, out = above[1:] - below[1:] * above[0], np.eye(ORDER)[0]
    _, turn = np.linalg.qr(np.array([out @ power for power in _powers(step, _RINGS)]))
    back = np.linalg.inv(turn)
    return turn @ step @ back, turn @ drive, out @ back, float(above[0])


def _powers(matrix: NDArray[np.float64], count: int) -> list[NDArray[np.float64]]:
    """The matrix to the powers 0 … count − 1."""
    powers = [np.eye(len(matrix))]
    for _ in range(count - 1):
        powers.append(powers[-1] @ matrix)
    return powers
