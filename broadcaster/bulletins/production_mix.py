"""Mixing a bulletin with pydub: parts in a row, music under them, in slices so that length costs no memory.

pydub is handed raw samples (it would call ffmpeg for FLAC), 32 bits wide and 12 dB down, so that words and music
together cannot be clipped before the limiter sees them. Only who produces loads it.
"""

from __future__ import annotations

import itertools
import math
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import soundfile
from numpy.typing import NDArray

from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.bulletins.model import Production
from broadcaster.bulletins.production import Layout, bed_levels

if TYPE_CHECKING:
    from pydub import AudioSegment

_PER_MS = RATE // 1000
_SLICE_MS = 20_000
_EDGE_MS = 3
"""Every part is faded this short at both ends: a sound cut in the middle of a wave would click."""
_SEAM_MS = 500
_SHIFT = 14
"""16-bit samples in 32 bits, 12 dB down."""
_SCALE = np.float32(1 / (1 << (15 + _SHIFT)))
_MOST_DB, _LEAST_DB = 6.0, -20.0


@dataclass(frozen=True)
class Source:
    """One part's sound, and the gain that brings it to the loudness of the words."""

    path: Path
    ms: int
    gain_db: float = 0.0


def matched(lufs: float | None, words: float | None) -> float:
    """The gain in dB that makes a part as loud as the words; 0 where one of them is too short to be measured."""
    if lufs is None or words is None:
        return 0.0
    return max(_LEAST_DB, min(_MOST_DB, words - lufs))


def write_mix(out: Path, plan: Layout, production: Production, sources: Mapping[str, Source],
              progress: Callable[[int, int], None] | None = None,
              cancelled: Callable[[], bool] | None = None) -> None:
    """Write the mix as a WAV of 48 kHz, mono, 32-bit float. Raises Refused: production.cancelled, sound.unreadable."""
    with soundfile.SoundFile(out, "w", RATE, 1, "FLOAT", format="WAV") as file:
        done = 0
        for piece in _pieces(plan, production, sources):
            if cancelled is not None and cancelled():
                raise Refused("production.cancelled", "stopped; the bulletin is as it was")
            file.write(np.frombuffer(piece.raw_data, dtype=np.int32).astype(np.float32) * _SCALE)
            done += len(piece)
            if progress is not None:
                progress(done, plan.length)


def _pieces(plan: Layout, production: Production, sources: Mapping[str, Source]) -> Iterator[AudioSegment]:
    parts = {name: _part(source) for name, source in sources.items() if name != "bed"}
    levels = bed_levels(plan, production)
    bed = _Bed(sources["bed"], plan.of("bed")[0].length) if levels else None
    bounds = {edge for item in plan.stretches for edge in (item.start, item.end)}
    bounds |= {0, plan.length, *range(0, plan.length, _SLICE_MS)}
    edges = sorted(bounds)
    for start, end in itertools.pairwise(edges):
        front = next((item for item in plan.stretches if item.part != "bed" and item.start <= start < item.end), None)
        if front is None:
            piece = _silence(end - start)
        else:
            own = parts[front.part][(start - front.start) * _PER_MS:(end - front.start) * _PER_MS]
            piece = _segment(own, end - start)
            piece = piece.apply_gain(gain) if (gain := sources[front.part].gain_db) else piece
        if bed is not None and levels[0][0] <= start < levels[-1][0]:
            piece = piece.overlay(bed.under(start, end, levels))
        yield piece


class _Bed:
    """Music as long as it is needed: what is too short begins anew, its end laid softly over its beginning."""

    def __init__(self, source: Source, needed: int) -> None:
        samples = _part(source, needed * _PER_MS)
        whole = len(samples) // _PER_MS
        once = _segment(samples, whole)
        once = once.apply_gain(source.gain_db) if source.gain_db else once
        self._period = whole
        self._first = self._again = once
        if whole < needed:
            seam = min(_SEAM_MS, whole // 4)
            self._period = whole - seam
            twice = once.append(once, crossfade=seam)
            self._first, self._again = once[:self._period], twice[self._period:2 * self._period]

    def under(self, start: int, end: int, levels: tuple[tuple[int, float], ...]) -> AudioSegment:
        """Its sound between two milliseconds of the whole, at the wanted level."""
        first = levels[0][0]
        edges = sorted({start, end, *(at for at, _ in levels if start < at < end)})
        found = None
        for low, high in itertools.pairwise(edges):
            piece = self._sound(low - first, high - first)
            before, after = _level(levels, low), _level(levels, high)
            piece = piece.apply_gain(before) if before == after else \
                piece.fade(from_gain=before, to_gain=after, start=0, duration=high - low)
            found = piece if found is None else found.append(piece, crossfade=0)
        return found

    def _sound(self, start: int, end: int) -> AudioSegment:
        found = _silence(0)
        while start < end:
            rounds, place = divmod(start, self._period)
            last = min(self._period, place + end - start)
            found = found.append((self._again if rounds else self._first)[place:last], crossfade=0)
            start += last - place
        return found


def _level(levels: tuple[tuple[int, float], ...], at: int) -> float:
    """dB at a moment: between two points the amplitude runs straight, as pydub's fade does."""
    for (low, before), (high, after) in itertools.pairwise(levels):
        if low <= at <= high:
            share = (at - low) / (high - low)
            return 20 * math.log10(10 ** (before / 20) * (1 - share) + 10 ** (after / 20) * share)
    return levels[-1][1]


def _part(source: Source, most: int = -1) -> NDArray[np.int16]:
    """A sound in whole milliseconds, without a step at its ends."""
    try:
        samples, rate = soundfile.read(source.path, frames=most, dtype="int16", always_2d=True)
    except (OSError, soundfile.SoundFileError) as error:
        raise Refused("sound.unreadable", f"cannot read {source.path.name}", name=source.path.name) from error
    if rate != RATE:
        raise Refused("sound.unreadable", f"{source.path.name} is not in house form", name=source.path.name)
    mono: NDArray[np.int16] = np.pad(samples[:, 0], (0, -len(samples) % _PER_MS))
    edge = min(_EDGE_MS * _PER_MS, len(mono) // 2)
    ramp = np.linspace(0.0, 1.0, edge, endpoint=False)
    mono[:edge] = mono[:edge] * ramp
    mono[len(mono) - edge:] = mono[len(mono) - edge:] * ramp[::-1]
    return mono


def _segment(samples: NDArray[np.int16], ms: int) -> AudioSegment:
    wanted = ms * _PER_MS
    wide = np.pad(samples[:wanted], (0, max(0, wanted - len(samples)))).astype(np.int32) << _SHIFT
    return _kind()(data=wide.tobytes(), sample_width=4, frame_rate=RATE, channels=1)


def _silence(ms: int) -> AudioSegment:
    return _segment(np.zeros(0, dtype=np.int16), ms)


def _kind() -> Any:
    with warnings.catch_warnings():
        # It warns that ffmpeg is not installed, which it is never asked for, and of Python's own coming changes.
        warnings.simplefilter("ignore")
        from pydub import AudioSegment
    return AudioSegment
