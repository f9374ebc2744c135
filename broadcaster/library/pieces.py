"""A recording written as it will be stored: the sound itself, and beside it what was cut off or faded."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from broadcaster.base.frames import RATE
from broadcaster.base.paths import sha256_of
from broadcaster.library.loudness import Loudness, Meter
from broadcaster.library.mixdown import Samples
from broadcaster.library.shape import Edit, Shape
from broadcaster.library.trim import Picture

Pcm = NDArray[np.int16]
CUT, ENDS = "house.flac", "ends.flac"


@dataclass(frozen=True)
class Written:
    """Two finished files in a working folder; `ends` is None when nothing was cut off or faded."""

    file: Path
    sha256: str
    frames: int
    waveform: bytes
    loudness: Loudness
    ends: Path | None
    edit: Edit | None


def rounded(block: Samples) -> Pcm:
    """House format: 16 bits, no dither, so that the same source always gives the same bytes."""
    level = block * np.float32(32767)
    np.rint(level, out=level)
    np.clip(level, -32768, 32767, out=level)
    return level.astype(np.int16)


def write(whole: Iterable[Pcm], shape: Shape, work: Path, meter: bool = True) -> Written:
    """Write the sound of `shape` out of its whole recording, which comes in blocks. Loudness only with `meter`."""
    with _Writer(shape, work, meter) as writer:
        for block in whole:
            writer.add(block)
    return writer.written()


class _Writer:
    def __init__(self, shape: Shape, work: Path, meter: bool) -> None:
        self._shape = shape
        self._position = 0
        self._picture = Picture(shape.frames)
        self._meter = Meter() if meter else None
        self._cut_path, self._ends_path = work / CUT, work / ENDS
        self._cut = _opened(self._cut_path)
        taken = (shape.head_frames, shape.tail_frames, shape.fade_in_frames, shape.fade_out_frames)
        self._ends = _opened(self._ends_path) if any(taken) else None

    def __enter__(self) -> _Writer:
        return self

    def __exit__(self, *_: object) -> None:
        for file, path in ((self._cut, self._cut_path), (self._ends, self._ends_path)):
            if file is not None:
                file.close()
                with path.open("rb+") as on_disk:
                    os.fsync(on_disk.fileno())

    def add(self, block: Pcm) -> None:
        shape, start, end = self._shape, self._position, self._position + len(block)
        first, last = shape.head_frames, shape.whole_frames - shape.tail_frames
        fade_in, fade_out = first + shape.fade_in_frames, last - shape.fade_out_frames
        if self._ends is not None:
            for low, high in ((0, fade_in), (fade_out, shape.whole_frames)):
                if max(low, start) < min(high, end):
                    self._ends.write(block[max(low, start) - start:min(high, end) - start])
        if max(first, start) < min(last, end):
            low, high = max(first, start), min(last, end)
            self._write_cut(_faded(block[low - start:high - start], low - first, shape))
        self._position = end

    def _write_cut(self, samples: Pcm) -> None:
        self._cut.write(samples)
        level = samples.astype(np.float32) / np.float32(32768)
        self._picture.add(level)
        if self._meter is not None:
            self._meter.add(level)

    def written(self) -> Written:
        """After everything was added and closed."""
        loudness = Loudness(None, -120.0)
        if self._meter is not None:
            self._meter.close()
            loudness = self._meter.mix()
        edit, shape = None, self._shape
        if self._ends is not None:
            edit = Edit(shape.head_frames, shape.tail_frames, shape.fade_in_frames, shape.fade_out_frames,
                        sha256_of(self._ends_path))
        return Written(self._cut_path, sha256_of(self._cut_path), shape.frames, self._picture.bytes(), loudness,
                       None if self._ends is None else self._ends_path, edit)


def _opened(path: Path) -> soundfile.SoundFile:
    return soundfile.SoundFile(path, "w", RATE, 1, "PCM_16", format="FLAC")


def _faded(samples: Pcm, position: int, shape: Shape) -> Pcm:
    """Cosine ramps over the first and the last frames of the sound."""
    end = position + len(samples)
    if position >= shape.fade_in_frames and end <= shape.frames - shape.fade_out_frames:
        return samples
    places = np.arange(position, end)
    gain = None
    if position < shape.fade_in_frames:
        gain = _ramp((places + 0.5) / shape.fade_in_frames)
    left = shape.frames - places
    if shape.fade_out_frames and int(left[-1]) <= shape.fade_out_frames:
        down = _ramp((left - 0.5) / shape.fade_out_frames)
        gain = down if gain is None else gain * down
    return samples if gain is None else np.rint(samples * gain).astype(np.int16)


def _ramp(share: NDArray[np.float64]) -> NDArray[np.float64]:
    ramp: NDArray[np.float64] = 0.5 - 0.5 * np.cos(np.pi * np.clip(share, 0.0, 1.0))
    return ramp
