"""The house format: 48 kHz mono 16-bit FLAC at house loudness, written to a temporary file until it is known good.

The same source always gives the same bytes: one static gain, no dither, no time stamps.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import IO

import numpy as np
import soundfile
from numpy.typing import NDArray

from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.base.paths import unwritable
from broadcaster.library import tags
from broadcaster.library.checks import MOST_MONO_LOSS_DB, Checks
from broadcaster.library.decode import Cancelled, Progress, Source, blocks
from broadcaster.library.fingerprints import phases
from broadcaster.library.limiter import gain_curve, limited
from broadcaster.library.listening import Listening
from broadcaster.library.loudness import CEILING_DB, STEP, Loudness, decibels
from broadcaster.library.mixdown import Samples
from broadcaster.library.pieces import Pcm, Written, rounded, write
from broadcaster.library.shape import Edit, Shape
from broadcaster.library.source_file import opened, refuse_changed, shown_name, stamp
from broadcaster.library.trim import Bounds
from broadcaster.library.weighting import loudness

SILENT_DB = -60.0
MOST_LIMITING_DB = 9.0
"""How far peaks are held down before the whole is left quieter instead."""
_MOST_GAIN_DB = 40.0
_SHORT_HEADROOM_DB = 6.0
_TOLERANCE_LU = 0.5
_CLIPPED_SHARE = 0.0005
_NARROW_BAND = 22_050
_SHORT_SECONDS = 1.0
_CURVE_STEP = RATE // 1000
# Lossy decoders overshoot full scale: the 24-bit spool holds everything 12 dB down.
_SPOOL_GAIN = 0.25
_PLAIN_SECONDS = 20 * 60


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
    checks: Checks | None = None
    """None for what was made here: nothing had to be checked."""
    edit: Edit | None = None
    ends: Path | None = None
    """What was cut off; None when nothing was."""
    prints: tuple[bytes, ...] = ()
    """fingerprints.phases of it; empty for what was made here."""
    cover: bytes = b""


@dataclass(frozen=True)
class _Spool:
    """The decoded, untouched sound and what was heard in it."""

    path: Path
    heard: Listening
    bounds: Bounds
    plain: bool
    """Bare numbers, which is quicker and three times as big."""

    @property
    def shape(self) -> Shape:
        return Shape(self.bounds.start, self.heard.frames - self.bounds.end, whole_frames=self.heard.frames)

    def read(self) -> Iterator[Samples]:
        """All of it, at its own level."""
        if self.plain:
            with self.path.open("rb") as raw:
                while len(block := np.fromfile(raw, dtype=np.float32, count=4 * RATE)):
                    yield block
            return
        with soundfile.SoundFile(self.path) as file:
            while len(block := file.read(4 * RATE, dtype="float32")):
                block *= np.float32(1 / _SPOOL_GAIN)
                yield block

    def part(self, first: int, count: int) -> Samples:
        """Some of it, at its own level."""
        if self.plain:
            return np.fromfile(self.path, dtype=np.float32, count=count, offset=4 * first)
        with soundfile.SoundFile(self.path) as file:
            file.seek(first)
            found: Samples = file.read(count, dtype="float32") * np.float32(1 / _SPOOL_GAIN)
            return found


@contextmanager
def made(original: IO[bytes], name: str, folder: Path, target_lufs: float, progress: Progress | None = None,
         cancelled: Cancelled | None = None) -> Iterator[Made]:
    """Make the house form of `original` in a folder of its own under `folder`, gone when the block ends.

    Raises Refused: sound.*, import.cancelled, disk.full, disk.unwritable.
    """
    with _plain_errors(folder), tempfile.TemporaryDirectory(dir=folder, prefix="import-") as work:
        yield _make(original, name, Path(work), target_lufs, progress, cancelled)


def examine(path: Path, out_folder: Path, target_lufs: float, progress: Progress | None = None,
            cancelled: Cancelled | None = None) -> Made:
    """Like `made`, for another process: the finished files stay in `out_folder`, which is the caller's to remove.

    Raises Refused: as `made`, and file.*.
    """
    name = shown_name(path)
    with opened(path) as file, _plain_errors(out_folder):
        before = stamp(file)
        sound = _make(file, name, out_folder, target_lufs, progress, cancelled)
        refuse_changed(file, name, before)
    return sound


@contextmanager
def _plain_errors(folder: Path) -> Iterator[None]:
    try:
        yield
    except soundfile.SoundFileRuntimeError as error:
        # libsndfile tells only "System error." when a write fails; nearly always the disk is full.
        raise Refused("disk.full", f"the disk is full, it seems: cannot write in {folder}", path=str(folder)) from error
    except OSError as error:
        if error.filename is None or Path(str(error.filename)).is_relative_to(folder):
            raise unwritable(folder, error) from error
        raise


def _make(original: IO[bytes], name: str, work: Path, target: float, progress: Progress | None,
          cancelled: Cancelled | None) -> Made:
    source = Source(name)
    spool = _decode_to(work / "mix.flac", original, source, False, _part(progress, 0.0, 0.7), cancelled)
    first = spool.heard
    if source.cancels_out:
        spool = _decode_to(work / "left.flac", original, Source(name), True, None, cancelled)
    if decibels(spool.heard.peak) < SILENT_DB:
        raise Refused("sound.silent", f"{name} holds only silence", name=name,
                      seconds=round(source.decoded_seconds, 1))
    before = spool.heard.meter.mix(spool.bounds.start, spool.bounds.end)
    watch = _Watch(spool, source, _part(progress, 0.7, 1.0), cancelled)
    written, after, gain = _level(spool, before, work, target, watch)
    prints = phases(spool.part, spool.bounds.start, spool.bounds.end)
    for left_over in ("mix.flac", "left.flac"):
        (work / left_over).unlink(missing_ok=True)
    checks = _checked(source, first, spool.bounds, after, target, gain)
    return Made(written.file, written.sha256, written.frames, after, written.waveform, source, checks.warnings, checks,
                written.edit, written.ends, prints, tags.cover(original))


def _decode_to(path: Path, original: IO[bytes], source: Source, left_only: bool, progress: Progress | None,
               cancelled: Cancelled | None) -> _Spool:
    heard = Listening(source, left_only)
    decoded = blocks(original, source, left_only=left_only, hear=heard.hear, progress=progress, cancelled=cancelled)
    first = next(decoded, None)  # how long it is stands in the source from here on
    plain = 0 < source.promised_seconds <= _PLAIN_SECONDS
    whole = chain([] if first is None else [first], decoded)
    with _writing(path, plain) as write_down:
        for block in whole:
            heard.add(block)
            write_down(block)
    heard.close()
    return _Spool(path, heard, heard.bounds(), plain)


@contextmanager
def _writing(spool: Path, plain: bool) -> Iterator[Callable[[Samples], object]]:
    if plain:
        with spool.open("wb") as raw:
            yield lambda block: raw.write(block.tobytes())
        return
    with soundfile.SoundFile(spool, "w", RATE, 1, "PCM_24", format="FLAC", compression_level=0.0) as file:
        yield lambda block: file.write(block * np.float32(_SPOOL_GAIN))


def wanted_gain(before: Loudness, target: float) -> tuple[float, float]:
    """(the gain in dB that brings a sound to `target`, the most its peaks bear with the limiter)."""
    room = CEILING_DB - before.true_peak_db
    # Too short to have a loudness: its peak decides.
    wanted = room - _SHORT_HEADROOM_DB if before.lufs is None else target - before.lufs
    most = room + MOST_LIMITING_DB
    return min(wanted, _MOST_GAIN_DB, most), most


def _level(spool: _Spool, before: Loudness, work: Path, target: float,
           watch: Callable[[Iterator[Pcm]], Iterator[Pcm]]) -> tuple[Written, Loudness, float]:
    """One static gain where the peaks allow it; else the limiter. Returns what was written, its loudness, the gain."""
    gain, most = wanted_gain(before, target)
    if gain <= CEILING_DB - before.true_peak_db:
        factor = np.float32(10 ** (gain / 20))
        written = write(watch(rounded(block * factor) for block in spool.read()), spool.shape, work, meter=False)
        lufs = None if before.lufs is None else round(before.lufs + gain, 2)
        return written, Loudness(lufs, round(before.true_peak_db + gain, 2)), gain
    curve, gain = _limit(spool, target, gain, most)
    whole = watch(rounded(block) for block in limited(spool.read(), curve))
    written = write(whole, spool.shape, work, meter=True)
    return written, written.loudness, gain


def _limit(spool: _Spool, target: float, gain: float, most: float) -> tuple[NDArray[np.float32], float]:
    """The gain of every millisecond; what the limiter takes of the loudness is made good as far as peaks bear it."""
    # A tenth of a decibel below the ceiling: rounding to 16 bits and the meter's own interpolation.
    ceiling = 10 ** ((CEILING_DB - 0.1) / 20)
    peaks, energies = spool.heard.meter.peaks(), spool.heard.meter.energies()
    kept = slice(spool.bounds.start // STEP, -(-spool.bounds.end // STEP))
    per_step = STEP // _CURVE_STEP
    for _ in range(4):
        curve = gain_curve(peaks, 10 ** (gain / 20), ceiling)
        squares = np.square(np.pad(curve, (0, -len(curve) % per_step), mode="edge")).reshape(-1, per_step).mean(axis=1)
        lufs = loudness((energies * squares[:len(energies)])[kept], STEP)
        lost = target - lufs if lufs is not None else 0.0
        if lost < 0.1 or gain >= most:
            break
        gain = min(gain + lost, most)
    return curve, gain


def _checked(source: Source, first: Listening, found: Bounds, after: Loudness, target: float, gain: float) -> Checks:
    heard = first.meter.channels()
    frames = found.end - found.start
    checks = Checks(
        seconds=round(frames / RATE, 3), source_seconds=round(first.frames / RATE, 3),
        head_silence=round(found.head / RATE, 2), middle_silence=round(found.hole / RATE, 2),
        tail_silence=round(found.tail / RATE, 2), clipped=round(source.clipped_samples / max(1, source.samples), 6),
        source_lufs=heard.lufs, source_true_peak_db=heard.true_peak_db, lufs=after.lufs,
        true_peak_db=after.true_peak_db, gain_db=round(gain, 2), limited=gain > CEILING_DB - heard.true_peak_db,
        target_lufs=target, channels=source.channels, correlation=source.correlation,
        mono_loss_db=round(source.mono_loss_db, 1), speech=first.speech(), container=source.container,
        codec=source.codec, rate=source.rate, bit_rate=source.bit_rate, encoder_delay=source.delay,
        encoder_padding=source.padding)
    return Checks(**{**checks.__dict__, "warnings": _warnings(source, found, checks)})


def _warnings(source: Source, found: Bounds, checks: Checks) -> tuple[str, ...]:
    told = {
        "clipped": checks.clipped > _CLIPPED_SHARE,
        "quiet": checks.lufs is not None and checks.lufs < checks.target_lufs - _TOLERANCE_LU,
        "short": checks.seconds < _SHORT_SECONDS,
        "truncated": source.tail_missing,
        "resampled": max(source.rates) < _NARROW_BAND,
        "opposite_polarity": source.cancels_out,
        "mono_loss": not source.cancels_out and checks.mono_loss_db > MOST_MONO_LOSS_DB,
    }
    return (*found.warnings, *(code for code, is_so in told.items() if is_so))


class _Watch:
    """Tells how far the writing is, and stops it when that is asked for."""

    def __init__(self, spool: _Spool, source: Source, progress: Progress | None, cancelled: Cancelled | None) -> None:
        self._total = max(1, spool.heard.frames)
        self._name = source.name
        self._progress = progress
        self._cancelled = cancelled

    def __call__(self, blocks: Iterator[Pcm]) -> Iterator[Pcm]:
        done = 0
        for block in blocks:
            if self._cancelled is not None and self._cancelled():
                raise Refused("import.cancelled", f"{self._name}: stopped", name=self._name)
            done += len(block)
            if self._progress is not None:
                self._progress(done / self._total)
            yield block


def _part(progress: Progress | None, start: float, end: float) -> Progress | None:
    if progress is None:
        return None
    return lambda share: progress(start + share * (end - start))
