"""Where two recordings are the same and where they differ, by their peaks per 10 ms: parts may be moved, cut, added.

No Qt; numpy is loaded by whoever compares first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadcaster.gui.sounds import STEP

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    from broadcaster.gui.sounds import Peaks

    Levels = NDArray[numpy.float32]

PIECE = 50
"""Columns of 10 ms that are judged together."""
_FLOOR_DB = -50.0
_NEAR_DB = 3.0
_WORD = 10
"""Columns a single syllable takes: what differs for so long is another word."""
_APART_DB = 4.0
_LEAST = 3 * STEP
_MOST_LAGS = 12
_MOST_OF = 0.8
"""Share of a piece that must lie inside the other recording."""
_LEAST_LOUD = 0.2
"""Share of a piece that must sound before it can prove anything."""


@dataclass(frozen=True)
class Same:
    """A stretch both have: columns of 10 ms."""

    first: int
    """In A."""
    other: int
    """In B."""
    count: int


@dataclass(frozen=True)
class Match:
    """What two recordings share, in the order of A; `lengths` in columns."""

    same: tuple[Same, ...]
    lengths: tuple[int, int]

    def across(self, to_second: bool, frame: int) -> int:
        """Where in the other recording a frame is heard; in a part only this one has, where that would stand."""
        at = frame // STEP
        best: Same | None = None
        for part in self.same:
            start = part.first if to_second else part.other
            if start <= at or best is None:
                best = part
            if start <= at < start + part.count:
                break
        shift = (best.other - best.first) * STEP if best is not None else 0
        length = self.lengths[1 if to_second else 0] * STEP
        return max(0, min(length - 1, frame + (shift if to_second else -shift)))

    def differing(self, second: bool) -> list[tuple[int, int]]:
        """(from, to) in frames of what only this recording has."""
        found, at = [], 0
        parts = sorted((part.other if second else part.first, part.count) for part in self.same)
        for start, count in parts:
            if start > at:
                found.append((at * STEP, start * STEP))
            at = max(at, start + count)
        if self.lengths[second] > at:
            found.append((at * STEP, self.lengths[second] * STEP))
        return [(start, end) for start, end in found if end - start >= _LEAST]


def match(first: Peaks, second: Peaks, gain_db: float = 0.0) -> Match:
    """Compare two recordings; `gain_db` is what the second needs to be as loud as the first."""
    import numpy

    one, two = _levels(first, 0.0), _levels(second, gain_db)
    pieces = -(-len(two) // PIECE)
    lags, best = numpy.zeros(pieces, dtype=numpy.int64), numpy.full(pieces, _NEAR_DB, dtype=numpy.float32)
    known = numpy.zeros(pieces, dtype=bool)
    loud = numpy.array([(two[at:at + PIECE] > 0).mean() >= _LEAST_LOUD for at in range(0, len(two), PIECE)], dtype=bool)
    for lag in _lags(one, two):
        apart = _apart(one, two, lag)
        nearer = loud & (apart < best)
        lags[nearer], best[nearer], known = lag, apart[nearer], known | nearer
    _fill_pauses(one, two, lags, known, loud)
    same = [fine for part in _stretches(lags, known, len(one), len(two)) for fine in _split(one, two, part)]
    return Match(tuple(same), (len(one), len(two)))


def _levels(peaks: Peaks, gain_db: float) -> Levels:
    import numpy

    level = 20 * numpy.log10(numpy.maximum(peaks, 1e-6)) + numpy.float32(gain_db)
    levels: Levels = (numpy.maximum(level, _FLOOR_DB) - _FLOOR_DB).astype(numpy.float32)
    return levels


def _lags(one: Levels, two: Levels) -> list[int]:
    """By how many columns A may lie behind B, likeliest first: 0, then the peaks of their correlation."""
    import numpy

    if not len(one) or not len(two):
        return []
    size = 1 << (len(one) + len(two) - 1).bit_length()
    left, right = one - one.mean(), two - two.mean()
    found = numpy.fft.irfft(numpy.fft.rfft(left, size) * numpy.conj(numpy.fft.rfft(right, size)), size)
    lags = [0]
    for _ in range(_MOST_LAGS):
        best = int(found.argmax())
        lags.append(best if best < len(one) else best - size)
        found[max(0, best - 3):best + 4] = -numpy.inf
    return list(dict.fromkeys(lags))


def _apart(one: Levels, two: Levels, lag: int) -> Levels:
    """By how many dB each piece of B differs from A `lag` columns later; infinite outside."""
    import numpy

    count = len(two)
    apart = numpy.full(-(-count // PIECE) * PIECE, numpy.nan, dtype=numpy.float32)
    low, high = max(0, -lag), min(count, len(one) - lag)
    if low < high:
        apart[low:high] = numpy.abs(one[low + lag:high + lag] - two[low:high])
    pieces = apart.reshape(-1, PIECE)
    there = (~numpy.isnan(pieces)).sum(axis=1)
    wanted = numpy.full(len(pieces), PIECE)
    if count % PIECE:
        wanted[-1] = count % PIECE
    mean = numpy.nansum(pieces, axis=1) / numpy.maximum(1, there)
    found: Levels = numpy.where(there >= _MOST_OF * wanted, mean, numpy.inf).astype(numpy.float32)
    return found


def _fill_pauses(one: Levels, two: Levels, lags: NDArray[numpy.int64], known: NDArray[numpy.bool_],
                 loud: NDArray[numpy.bool_]) -> None:
    """A pause between two pieces belongs to the piece before it, else to the one after, if A has a pause there too."""
    for order in (range(len(lags)), range(len(lags) - 1, -1, -1)):
        before: int | None = None
        for number in order:
            if known[number]:
                before = int(lags[number])
            elif not loud[number] and before is not None and _fitting_piece(one, two, number, before):
                lags[number], known[number] = before, True


def _fitting_piece(one: Levels, two: Levels, number: int, lag: int) -> bool:
    import numpy

    low, high = number * PIECE, min(len(two), (number + 1) * PIECE)
    if low + lag < 0 or high + lag > len(one):
        return False
    return bool(numpy.abs(one[low + lag:high + lag] - two[low:high]).mean() < _NEAR_DB)


def _stretches(lags: NDArray[numpy.int64], known: NDArray[numpy.bool_], one: int, two: int) -> tuple[Same, ...]:
    """Neighbouring pieces with one lag together."""
    import numpy

    found: list[Same] = []
    for number in numpy.flatnonzero(known):
        lag = int(lags[number])
        at, end = max(int(number) * PIECE, -lag), min(two, (int(number) + 1) * PIECE, one - lag)
        last = found[-1] if found else None
        if last is not None and last.other + last.count == at and last.first + last.count == at + lag:
            found[-1] = Same(last.first, last.other, last.count + end - at)
        elif end > at:
            found.append(Same(at + lag, at, end - at))
    proven = {part.first - part.other for part in found if part.count > PIECE or part.count == two}
    # Half a second alone may be alike by chance.
    return tuple(sorted((part for part in found if part.first - part.other in proven), key=lambda part: part.first))


def _split(one: Levels, two: Levels, part: Same) -> list[Same]:
    """A stretch without the places where a syllable is another: those are lost in the half second around them."""
    import numpy

    left, right = one[part.first:part.first + part.count], two[part.other:part.other + part.count]
    if part.count < 2 * _WORD:
        return [part]
    apart = numpy.maximum(_outside(left, right), _outside(right, left))
    near = numpy.convolve(apart, numpy.full(_WORD, 1 / _WORD), "same")
    # A stretch that was loudened by another limiter is a little apart all along.
    other = near > max(_APART_DB, 4 * float(numpy.median(apart)))
    edges = numpy.flatnonzero(numpy.diff(numpy.concatenate([[True], other, [True]]).astype(numpy.int8)))
    return [Same(part.first + int(start), part.other + int(start), int(end - start))
            for start, end in edges.reshape(-1, 2)]


def _outside(levels: Levels, band: Levels) -> Levels:
    """How far each level lies outside those around its place: a cut inside a column shifts all by less than one."""
    import numpy

    wide = numpy.concatenate([band[:1], band, band[-1:]])
    around = numpy.stack([wide[:-2], wide[1:-1], wide[2:]])
    outside: Levels = numpy.maximum(0, numpy.maximum(levels - around.max(axis=0), around.min(axis=0) - levels))
    return outside
