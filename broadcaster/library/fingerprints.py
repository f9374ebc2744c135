"""What a recording can be known by in whatever file it comes: signs of how its spectrum moves, 2 kB at most.

After Haitsma and Kalker: a bit says whether, between two bands, energy went up or down against 0.13 s before.
A short sound keeps every word of 32 bits, a longer one every fourth, a long one four stretches of itself.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from broadcaster.base.frames import RATE
from broadcaster.library.mixdown import Samples

Words = NDArray[np.uint32]
Read = Callable[[int, int], Samples]
"""Frames of a sound at 48 kHz: the first, how many."""
_DOWN = 6
_WINDOW, _HOP = 2048, 256
_SPAN = _HOP * _DOWN
"""Frames at 48 kHz from word to word: 32 ms."""
_BACK = 4
_BANDS = 33
_LOWEST, _HIGHEST = 200.0, 3000.0
_QUIET = 1e-9
_MOST_WORDS = 480
_STRETCHES = 4
_LEAST_WORDS = 90
_LATE = 4
_AT_ONCE = 64
SAME = 0.34
"""Share of differing bits under which two recordings are the same."""
MOST_SHIFT_SECONDS = 1.0
MOST_UNLIKE_SECONDS = 2.0
"""Recordings whose lengths differ more are not compared."""


def phases(read: Read, start: int, end: int) -> tuple[bytes, ...]:
    """The print of the part between two frames as it is stored, and as it would be had the sound begun 32, 64 and
    96 ms later: to look with. Empty ones when that is too short to be known by. No more is read than they tell of."""
    last = end // _SPAN - _WINDOW // _HOP + 1
    plans = [_kept(start // _SPAN + late, last) for late in range(_LATE)]
    words = np.zeros(max(0, last), dtype=np.uint32)
    for first, count in _runs(np.unique(np.concatenate([places for _, places in plans]))):
        for place in range(first, first + count, _AT_ONCE):
            some = min(_AT_ONCE, first + count - place)
            words[place:place + some] = _words(read, place, some)
    return tuple(kind + words[places].astype("<u4").tobytes() if len(places) else b"" for kind, places in plans)


def _kept(first: int, last: int) -> tuple[bytes, NDArray[np.intp]]:
    """(the kind of the print of the words between two, which of them it keeps)."""
    count = last - first
    if count < _LEAST_WORDS:
        return b"", np.zeros(0, dtype=np.intp)
    step = 1 if count <= _MOST_WORDS else 4
    places = np.arange(first, last, step)
    if len(places) > _MOST_WORDS:
        each = _MOST_WORDS // _STRETCHES
        starts = [round(part * (len(places) - each) / (_STRETCHES - 1)) for part in range(_STRETCHES)]
        places = np.concatenate([places[begin:begin + each] for begin in starts])
    return bytes([step, int(count > step * _MOST_WORDS)]), places


def _runs(places: NDArray[np.intp]) -> list[tuple[int, int]]:
    """(first, how many) of neighbours."""
    return [(int(run[0]), len(run)) for run in np.split(places, np.flatnonzero(np.diff(places) > 1) + 1) if len(run)]


def _words(read: Read, first: int, count: int) -> Words:
    """One every 32 ms; bit k is the k-th pair of bands. Before its beginning a sound is still."""
    begin = max(0, first - _BACK)
    windows = first + count - begin
    sound = read(begin * _SPAN, (windows - 1) * _SPAN + _WINDOW * _DOWN)
    low = sound.reshape(-1, _DOWN) @ np.full(_DOWN, 1 / _DOWN, dtype=np.float32)
    frames = sliding_window_view(low, _WINDOW)[::_HOP]
    power = np.square(np.abs(np.fft.rfft(frames * _hann(), axis=1)[:, :_edges()[-1]]))
    bands = np.log(np.add.reduceat(power, _edges()[:-1], axis=1) + _QUIET)
    still = np.zeros((_BACK - (first - begin), _BANDS - 1), dtype=np.float32)
    slopes = np.concatenate([still, np.diff(bands, axis=1)])
    rises = slopes[_BACK:] > slopes[:-_BACK]
    return np.packbits(rises, axis=1, bitorder="little").view("<u4")[:, 0].astype(np.uint32)


@dataclass(frozen=True)
class Likeness:
    """How near the nearest of many is."""

    index: int
    share: float
    """Of equal bits."""


def nearest(looks: Sequence[bytes], others: Sequence[bytes]) -> Likeness | None:
    """Which of `others`, stored prints, is the recording these `phases` are of; None when none is."""
    best: Likeness | None = None
    groups: dict[tuple[int, bytes], list[int]] = {}
    for place, other in enumerate(others):
        groups.setdefault((len(other), other[:2]), []).append(place)
    for (_, kind), places in groups.items():
        for look in looks:
            if len(look) < 4 or look[:2] != kind:
                continue
            unlike = _differences(look, [others[place] for place in places])
            lowest = int(unlike.argmin())
            if unlike[lowest] < SAME and (best is None or 1 - unlike[lowest] > best.share):
                best = Likeness(places[lowest], round(1 - float(unlike[lowest]), 3))
            if look[0] == 1:  # every word is kept: shifting alone finds it
                break
    return best


def _differences(one: bytes, others: Sequence[bytes]) -> NDArray[np.float64]:
    """Of prints of one length and kind."""
    step, parts = one[0], _STRETCHES if one[1] else 1
    first = np.frombuffer(one, "<u4", offset=2)
    second = np.frombuffer(b"".join(other[2:] for other in others), "<u4").reshape(len(others), -1)
    size = min(len(first), second.shape[1]) // parts
    left = first[:size * parts].reshape(1, parts, size)
    right = second[:, :size * parts].reshape(len(others), parts, size)
    most = min(round(MOST_SHIFT_SECONDS * RATE / _SPAN / step), size // 3)
    unlike: NDArray[np.float64] = np.min([_unlike(left, right, shift) for shift in range(-most, most + 1)], axis=0)
    return unlike


def _unlike(left: Words, right: Words, shift: int) -> NDArray[np.float64]:
    size = left.shape[2] - abs(shift)
    left = left[:, :, max(0, shift):max(0, shift) + size]
    right = right[:, :, max(0, -shift):max(0, -shift) + size]
    bits: NDArray[np.float64] = np.bitwise_count(left ^ right).sum(axis=(1, 2)) / (32 * left.size)
    return bits


@functools.cache
def _hann() -> NDArray[np.float32]:
    return np.hanning(_WINDOW).astype(np.float32)


@functools.cache
def _edges() -> NDArray[np.intp]:
    """First line of each band, and of what lies above."""
    hertz = np.geomspace(_LOWEST, _HIGHEST, _BANDS + 1)
    return np.round(hertz * _WINDOW / (RATE / _DOWN)).astype(np.intp)
