"""Mixing a bulletin with pydub: parts in a row, music under them, in slices so that length costs no memory.

pydub is handed raw samples (it would call ffmpeg for FLAC), 32 bits wide and 12 dB down, so that words and music
together cannot be clipped before the limiter sees them. Only who produces loads it.
"""

from __future__ import annotations

import itertools
import math
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache, reduce
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
    with ExitStack() as files:
        file = files.enter_context(soundfile.SoundFile(out, "w", RATE, 1, "FLOAT", format="WAV"))
        parts = {name: _Part(source, files) for name, source in sources.items()}
        done = 0
        for piece in _pieces(plan, production, parts):
            if cancelled is not None and cancelled():
                raise Refused("production.cancelled", "stopped; the bulletin is as it was")
            file.write(np.frombuffer(piece.raw_data, dtype=np.int32).astype(np.float32) * _SCALE)
            done += len(piece)
            if progress is not None:
                progress(done, plan.length)


class _Part:
    """One sound, read from its file as it is needed."""

    def __init__(self, source: Source, files: ExitStack) -> None:
        name = source.path.name
        try:
            self._file = files.enter_context(soundfile.SoundFile(source.path))
        except (OSError, soundfile.SoundFileError) as error:
            raise Refused("sound.unreadable", f"cannot read {name}", name=name) from error
        if (self._file.samplerate, self._file.channels) != (RATE, 1):
            raise Refused("sound.unreadable", f"{name} is not in house form", name=name)
        self._name, self._gain, self.ms = name, source.gain_db, source.ms

    def between(self, start: int, end: int) -> AudioSegment:
        """From one millisecond to another; without a step at the beginning and end of the whole."""
        try:
            self._file.seek(min(start * _PER_MS, self._file.frames))
            samples = self._file.read((end - start) * _PER_MS, dtype="int16")
        except (OSError, soundfile.SoundFileError) as error:
            raise Refused("sound.unreadable", f"cannot read {self._name}", name=self._name) from error
        if start < _EDGE_MS or end > self.ms - _EDGE_MS:
            places = start * _PER_MS + np.arange(len(samples))
            near = np.minimum(places, self.ms * _PER_MS - 1 - places) / (_EDGE_MS * _PER_MS)
            samples = (samples * near.clip(0.0, 1.0)).astype(np.int16)
        piece = _segment(samples, end - start)
        return piece.apply_gain(self._gain) if self._gain else piece


def _pieces(plan: Layout, production: Production, parts: Mapping[str, _Part]) -> Iterator[AudioSegment]:
    levels = bed_levels(plan, production)
    bed = _Bed(parts["bed"], plan.of("bed")[0].length) if levels else None
    bounds = {edge for item in plan.stretches for edge in (item.start, item.end)}
    edges = sorted(bounds | {0, plan.length, *range(0, plan.length, _SLICE_MS)})
    for start, end in itertools.pairwise(edges):
        front = next((item for item in plan.stretches if item.part != "bed" and item.start <= start < item.end), None)
        piece = _segment(np.zeros(0, dtype=np.int16), end - start) if front is None else \
            parts[front.part].between(start - front.start, end - front.start)
        if bed is not None and levels[0][0] <= start < levels[-1][0]:
            piece = piece.overlay(bed.under(start, end, levels))
        yield piece


class _Bed:
    """Music as long as it is needed: what is too short begins anew, its end laid softly over its beginning."""

    def __init__(self, part: _Part, needed: int) -> None:
        self._part = part
        self._seam_ms = min(_SEAM_MS, part.ms // 4) if part.ms < needed else 0
        self._period = part.ms - self._seam_ms
        if self._seam_ms:
            end, beginning = part.between(self._period, part.ms), part.between(0, self._seam_ms)
            self._seam = end.append(beginning, crossfade=self._seam_ms)

    def under(self, start: int, end: int, levels: tuple[tuple[int, float], ...]) -> AudioSegment:
        """Its sound between two milliseconds of the whole, at the wanted level."""
        first = levels[0][0]
        edges = sorted({start, end, *(at for at, _ in levels if start < at < end)})
        return _joined([self._levelled(low - first, high - first, _level(levels, low), _level(levels, high))
                        for low, high in itertools.pairwise(edges)])

    def _levelled(self, start: int, end: int, before: float, after: float) -> AudioSegment:
        piece = self._sound(start, end)
        return piece.apply_gain(before) if before == after else \
            piece.fade(from_gain=before, to_gain=after, start=0, duration=end - start)

    def _sound(self, start: int, end: int) -> AudioSegment:
        found = []
        while start < end:
            rounds, place = divmod(start, self._period)
            seam = self._seam_ms if rounds else 0
            last = min(seam if place < seam else self._period, place + end - start)
            found.append(self._seam[place:last] if place < seam else self._part.between(place, last))
            start += last - place
        return _joined(found)


def _level(levels: tuple[tuple[int, float], ...], at: int) -> float:
    """dB at a moment: between two points the amplitude runs straight, as pydub's fade does."""
    for (low, before), (high, after) in itertools.pairwise(levels):
        if low <= at <= high:
            share = (at - low) / (high - low)
            return 20 * math.log10(10 ** (before / 20) * (1 - share) + 10 ** (after / 20) * share)
    return levels[-1][1]


def _segment(samples: NDArray[np.int16], ms: int) -> AudioSegment:
    wanted = ms * _PER_MS
    wide = np.pad(samples[:wanted], (0, max(0, wanted - len(samples)))).astype(np.int32) << _SHIFT
    return _kind()(data=wide.tobytes(), sample_width=4, frame_rate=RATE, channels=1)


def _joined(pieces: Sequence[AudioSegment]) -> AudioSegment:
    return reduce(lambda whole, piece: whole.append(piece, crossfade=0), pieces)


@cache
def _kind() -> Any:
    with warnings.catch_warnings():
        # It warns that ffmpeg is not installed, which it is never asked for, and of Python's own coming changes.
        warnings.simplefilter("ignore")
        from pydub import AudioSegment
    return AudioSegment
