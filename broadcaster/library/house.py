"""The house format: 48 kHz mono 16-bit FLAC at house loudness, written to a temporary file until it is known good.

The same source always gives the same bytes: one static gain, no dither, no time stamps.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

import numpy as np
import soundfile

from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.base.paths import sha256_of, unwritable
from broadcaster.library.decode import Cancelled, Progress, Samples, Source, blocks
from broadcaster.library.limiter import gain_curve, limited, true_peaks
from broadcaster.library.loudness import CEILING_DB, Loudness, decibels, measure
from broadcaster.library.trim import Bounds, Picture, bounds, peaks_of

SILENT_DB = -60.0
MOST_LIMITING_DB = 9.0
"""How far peaks are held down before the whole is left quieter instead."""
_MOST_GAIN_DB = 40.0
_SHORT_HEADROOM_DB = 6.0
_TOLERANCE_LU = 0.5
_CLIPPED_SHARE = 0.0005
_NARROW_BAND = 22_050
_SHORT_SECONDS = 1.0
# Lossy decoders overshoot full scale: the 24-bit spool holds everything 12 dB down.
_SPOOL_GAIN = 0.25


@dataclass(frozen=True)
class Made:
    """A finished sound, still under its temporary name."""

    file: Path
    sha256: str
    frames: int
    loudness: Loudness
    waveform: bytes
    source: Source
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class _Spool:
    """The decoded, untouched sound."""

    path: Path
    frames: int
    peak: float
    bounds: Bounds

    def read(self) -> Iterator[Samples]:
        """The kept part, at its own level."""
        with soundfile.SoundFile(self.path) as file:
            file.seek(self.bounds.start)
            left = self.bounds.end - self.bounds.start
            while left > 0 and len(block := file.read(min(RATE * 4, left), dtype="float32")):
                left -= len(block)
                yield block / np.float32(_SPOOL_GAIN)


@contextmanager
def made(original: IO[bytes], name: str, folder: Path, target_lufs: float, progress: Progress | None = None,
         cancelled: Cancelled | None = None) -> Iterator[Made]:
    """Make the house form of `original` in a folder of its own under `folder`, gone when the block ends.

    Raises Refused: sound.*, import.cancelled, disk.full, disk.unwritable.
    """
    try:
        with tempfile.TemporaryDirectory(dir=folder, prefix="import-") as work:
            spool, source = _spool(original, name, Path(work), _part(progress, 0.0, 0.7), cancelled)
            yield _finish(spool, source, Path(work), target_lufs, _part(progress, 0.7, 1.0), cancelled)
    except soundfile.SoundFileRuntimeError as error:
        # libsndfile tells only "System error." when a write fails; nearly always the disk is full.
        raise Refused("disk.full", f"the disk is full, it seems: cannot write in {folder}", path=str(folder)) from error
    except OSError as error:
        if error.filename is None or Path(str(error.filename)).is_relative_to(folder):
            raise unwritable(folder, error) from error
        raise


def _spool(original: IO[bytes], name: str, work: Path, progress: Progress | None,
           cancelled: Cancelled | None) -> tuple[_Spool, Source]:
    spool, source = _decode_to(work / "mix.flac", original, Source(name), False, progress, cancelled)
    if source.cancels_out:
        spool, source = _decode_to(work / "left.flac", original, Source(name), True, progress, cancelled)
    if decibels(spool.peak) < SILENT_DB:
        raise Refused("sound.silent", f"{name} holds only silence", name=name,
                      seconds=round(source.decoded_seconds, 1))
    return spool, source


def _decode_to(path: Path, original: IO[bytes], source: Source, left_only: bool, progress: Progress | None,
               cancelled: Cancelled | None) -> tuple[_Spool, Source]:
    peaks = []
    count = 0
    waiting = np.zeros(0, dtype=np.float32)
    with soundfile.SoundFile(path, "w", RATE, 1, "PCM_24", format="FLAC", compression_level=0.0) as file:
        for block in blocks(original, source, left_only=left_only, progress=progress, cancelled=cancelled):
            file.write(block * np.float32(_SPOOL_GAIN))
            count += len(block)
            waiting = np.concatenate([waiting, block])
            whole = len(waiting) // (RATE // 100) * (RATE // 100)
            peaks.append(peaks_of(waiting[:whole]))
            waiting = waiting[whole:]
    peaks.append(peaks_of(waiting))
    envelope = np.concatenate(peaks)
    return _Spool(path, count, float(envelope.max(initial=0.0)), bounds(envelope, count)), source


def _finish(spool: _Spool, source: Source, work: Path, target: float, progress: Progress | None,
            cancelled: Cancelled | None) -> Made:
    before = measure(_watched(spool, source, progress, cancelled), 0.5 / spool.peak)
    # The meter says nothing of the peak of a sound shorter than its window.
    before = replace(before, true_peak_db=max(before.true_peak_db, round(decibels(spool.peak), 2)))
    path, picture, after = _level(spool, before, work, target)
    return Made(path, sha256_of(path), spool.bounds.end - spool.bounds.start, after, picture, source,
                _warnings(spool, source, after, target))


def wanted_gain(before: Loudness, target: float) -> tuple[float, float]:
    """(the gain in dB that brings a sound to `target`, the most its peaks bear with the limiter)."""
    room = CEILING_DB - before.true_peak_db
    # Too short to have a loudness: its peak decides.
    wanted = room - _SHORT_HEADROOM_DB if before.lufs is None else target - before.lufs
    most = room + MOST_LIMITING_DB
    return min(wanted, _MOST_GAIN_DB, most), most


def _level(spool: _Spool, before: Loudness, work: Path, target: float) -> tuple[Path, bytes, Loudness]:
    """One static gain where the peaks allow it; else the limiter, whose loss of loudness is made good once or twice."""
    room = CEILING_DB - before.true_peak_db
    wanted, _ = wanted_gain(before, target)
    if wanted <= room:
        path, picture = _write(work / "house.flac", spool, lambda: (block * np.float32(10 ** (wanted / 20))
                                                                    for block in spool.read()))
        lufs = None if before.lufs is None else round(before.lufs + wanted, 2)
        return path, picture, Loudness(lufs, round(before.true_peak_db + wanted, 2))
    return _limit(spool, work, target, wanted, room)


def _limit(spool: _Spool, work: Path, target: float, wanted: float, room: float) -> tuple[Path, bytes, Loudness]:
    peaks = true_peaks(spool.read())
    # A tenth of a decibel below the ceiling: rounding to 16 bits and the meter's own interpolation.
    ceiling = 10 ** ((CEILING_DB - 0.1) / 20)
    gain = wanted
    for _ in range(3):
        curve = gain_curve(peaks, 10 ** (gain / 20), ceiling)
        after = measure(limited(spool.read(), curve))
        lost = target - after.lufs if after.lufs is not None else 0.0
        if lost < 0.2 or gain >= room + MOST_LIMITING_DB:
            break
        gain = min(gain + lost, room + MOST_LIMITING_DB)
    path, picture = _write(work / "house.flac", spool, lambda: limited(spool.read(), curve))
    return path, picture, after


def _write(path: Path, spool: _Spool, sound: Callable[[], Iterator[Samples]]) -> tuple[Path, bytes]:
    picture = Picture(spool.bounds.end - spool.bounds.start)
    with soundfile.SoundFile(path, "w", RATE, 1, "PCM_16", format="FLAC") as file:
        for block in sound():
            picture.add(block)
            file.write(np.clip(np.rint(block * 32767), -32768, 32767).astype(np.int16))
    with path.open("rb+") as file_on_disk:
        os.fsync(file_on_disk.fileno())
    return path, picture.bytes()


def _warnings(spool: _Spool, source: Source, after: Loudness, target: float) -> tuple[str, ...]:
    found = list(spool.bounds.warnings)
    if source.clipped_samples > _CLIPPED_SHARE * source.samples:
        found.append("clipped")
    if after.lufs is not None and after.lufs < target - _TOLERANCE_LU:
        found.append("quiet")
    if spool.bounds.end - spool.bounds.start < _SHORT_SECONDS * RATE:
        found.append("short")
    if source.tail_missing:
        found.append("truncated")
    if max(source.rates) < _NARROW_BAND:
        found.append("resampled")
    return tuple(found)


def _watched(spool: _Spool, source: Source, progress: Progress | None, cancelled: Cancelled | None,
             ) -> Iterator[Samples]:
    total = max(1, spool.bounds.end - spool.bounds.start)
    done = 0
    for block in spool.read():
        if cancelled is not None and cancelled():
            raise Refused("import.cancelled", f"{source.name}: stopped", name=source.name)
        done += len(block)
        if progress is not None:
            progress(done / total)
        yield block


def _part(progress: Progress | None, start: float, end: float) -> Progress | None:
    if progress is None:
        return None
    return lambda share: progress(start + share * (end - start))
