"""A voiced text in house form, sentence by sentence: after an edit only the changed sentence is worked on.

The voice's file is sentences between exact silences. Each is brought to 48 kHz and measured alone and kept; gain,
limiter and loudness of the whole then come from what was kept, by the same rules as house.py's.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import av
import numpy as np
import soundfile
from numpy.typing import NDArray

from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.base.paths import sha256_of, unwritable
from broadcaster.library.decode import Source
from broadcaster.library.house import SILENT_DB, Made, wanted_gain
from broadcaster.library.limiter import gain_curve, true_peaks
from broadcaster.library.loudness import CEILING_DB, Loudness, decibels
from broadcaster.library.mixdown import Samples
from broadcaster.library.trim import COLUMNS, Bounds, bounds
from broadcaster.library.weighting import STEP, TAIL_STEPS, Energies, energies, loudness

LONGEST_SECONDS = 20 * 60
"""Longer ones go the way of all sounds, which needs no more memory for an hour than for a minute."""
_PAUSE_SECONDS, _LOOK_SECONDS = 0.15, 0.01
_KEPT_BYTES = 160 << 20
_HEADROOM = 0.5
"""Kept samples lie 6 dB down: another rate may overshoot."""
_BLOCK = 4 * RATE
Voice = NDArray[np.int16]


@dataclass(frozen=True)
class _Piece:
    """One sentence at 48 kHz, in whole milliseconds."""

    samples: Voice
    energies: Energies
    peaks: NDArray[np.float32]

    @property
    def bytes(self) -> int:
        return self.samples.nbytes + self.energies.nbytes + self.peaks.nbytes


class VoicedPieces:
    """Sentences already brought to 48 kHz, by their sound. Safe to use from several threads."""

    def __init__(self, most_bytes: int = _KEPT_BYTES) -> None:
        self._most = most_bytes
        self._kept: OrderedDict[bytes, _Piece] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def of(self, sounds: Sequence[Voice], rate: int) -> list[_Piece]:
        """Each of these, from memory where it is there."""
        keys = [hashlib.sha256(rate.to_bytes(4, "big") + sound.tobytes()).digest() for sound in sounds]
        with self._lock:
            found = {key: self._kept[key] for key in keys if key in self._kept}
        missing = {key: sound for key, sound in zip(keys, sounds, strict=True) if key not in found}
        with ThreadPoolExecutor(2) as pool:
            found |= zip(missing, pool.map(lambda sound: _piece(sound, rate), missing.values()), strict=True)
        with self._lock:
            for key in keys:
                self._keep(key, found[key])
        return [found[key] for key in keys]

    def _keep(self, key: bytes, piece: _Piece) -> None:
        if key in self._kept:
            self._kept.move_to_end(key)
            return
        self._kept[key] = piece
        self._bytes += piece.bytes
        while self._bytes > self._most and len(self._kept) > 1:
            self._bytes -= self._kept.popitem(last=False)[1].bytes


@dataclass(frozen=True)
class _Text:
    """The whole, in milliseconds: where its pieces begin, and its energies and peaks."""

    starts: list[int]
    pieces: list[_Piece]
    energies: Energies
    peaks: NDArray[np.float32]

    def block(self, first: int, last: int) -> Samples:
        """Its samples between two milliseconds, at the voice's own level."""
        sound = np.zeros((last - first) * STEP, dtype=np.float32)
        for start, piece in zip(self.starts, self.pieces, strict=True):
            end = start + len(piece.peaks)
            if start < last and end > first:
                low, high = max(start, first), min(end, last)
                sound[(low - first) * STEP:(high - first) * STEP] = \
                    piece.samples[(low - start) * STEP:(high - start) * STEP]
        sound *= np.float32(1 / 32767 / _HEADROOM)
        return sound


def suits(file: IO[bytes]) -> bool:
    """Whether this is what a voice writes: a mono WAV of 16 bits, not too long."""
    try:
        file.seek(0)
        info = soundfile.info(file)
    except (soundfile.SoundFileError, OSError):
        return False
    finally:
        file.seek(0)
    return (info.format, info.subtype, info.channels) == ("WAV", "PCM_16", 1) \
        and 8_000 <= info.samplerate <= 192_000 and 0 < info.duration <= LONGEST_SECONDS


@contextmanager
def made(file: IO[bytes], name: str, folder: Path, target_lufs: float, kept: VoicedPieces) -> Iterator[Made]:
    """Like house.made, for what `suits`. Raises Refused: sound.silent, disk.*."""
    import tempfile

    sound, rate = soundfile.read(file, dtype="int16")
    text = _text(sound, rate, kept)
    if decibels(float(text.peaks.max(initial=0.0))) < SILENT_DB:
        raise Refused("sound.silent", f"{name} holds only silence", name=name, seconds=round(len(sound) / rate, 1))
    text, cut = _trimmed(text)
    curve, after = _levelled(text, target_lufs)
    source = Source(name)
    source.rates.add(rate)
    try:
        with tempfile.TemporaryDirectory(dir=folder, prefix="voice-") as work:
            path, picture = _write(Path(work) / "house.flac", text, curve)
            yield Made(path, sha256_of(path), len(text.peaks) * STEP, after, picture, source, cut.warnings)
    except soundfile.SoundFileRuntimeError as error:
        raise Refused("disk.full", f"the disk is full, it seems: cannot write in {folder}", path=str(folder)) from error
    except OSError as error:
        if error.filename is None or Path(str(error.filename)).is_relative_to(folder):
            raise unwritable(folder, error) from error
        raise


def sentences(sound: Voice, rate: int) -> list[tuple[int, int]]:
    """(first, after the last) sample of each stretch between exact silences; the same wherever it stands."""
    look = max(1, round(rate * _LOOK_SECONDS))
    padded = np.pad(sound, (0, -len(sound) % look))
    loud = np.flatnonzero(padded.reshape(-1, look).any(axis=1))
    if not len(loud):
        return []
    least = round(rate * _PAUSE_SECONDS)
    found: list[tuple[int, int]] = []
    breaks = np.flatnonzero(np.diff(loud) > least // look - 1)
    firsts, lasts = [loud[0], *loud[breaks + 1]], [*loud[breaks], loud[-1]]
    for first, last in zip(firsts, lasts, strict=True):
        start = first * look + int(np.flatnonzero(padded[first * look:(first + 1) * look])[0])
        end = last * look + int(np.flatnonzero(padded[last * look:(last + 1) * look])[-1]) + 1
        if found and start - found[-1][1] < least:
            found[-1] = (found[-1][0], int(end))
        else:
            found.append((int(start), int(end)))
    return found


def _piece(sound: Voice, rate: int) -> _Piece:
    """At 48 kHz, measured."""
    converter = av.AudioResampler(format="flt", layout="mono", rate=RATE)
    blocks = []
    for start in range(0, len(sound), 1 << 16):
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound[start:start + (1 << 16)])[np.newaxis],
                                           format="s16", layout="mono")
        frame.sample_rate = rate
        blocks += converter.resample(frame)
    blocks += converter.resample(None)
    joined = np.concatenate([block.to_ndarray()[0] for block in blocks])
    joined = np.pad(joined, (0, -len(joined) % STEP)).astype(np.float32)
    steps = len(joined) // STEP
    peaks = true_peaks([joined])  # one step more: the interpolation sees a peak a third of a millisecond late
    peaks[steps - 1] = max(peaks[steps - 1:])
    samples = np.clip(np.rint(joined * (32767 * _HEADROOM)), -32768, 32767).astype(np.int16)
    return _Piece(samples, energies(joined), peaks[:steps])


def _text(sound: Voice, rate: int, kept: VoicedPieces) -> _Text:
    places = sentences(sound, rate)
    pieces = kept.of([sound[first:last] for first, last in places], rate)
    starts = [round(first * 1000 / rate) for first, _ in places]
    ends = [start + len(piece.peaks) for start, piece in zip(starts, pieces, strict=True)]
    length = max([-(-len(sound) * 1000 // rate), *ends])
    power, peaks = np.zeros(length + TAIL_STEPS, dtype=np.float32), np.zeros(length, dtype=np.float32)
    for start, piece in zip(starts, pieces, strict=True):
        power[start:start + len(piece.energies)] += piece.energies
        peaks[start:start + len(piece.peaks)] = np.maximum(peaks[start:start + len(piece.peaks)], piece.peaks)
    return _Text(starts, pieces, power[:length], peaks)


def _trimmed(text: _Text) -> tuple[_Text, Bounds]:
    """Without long silence at both ends, by the same rule as all sounds."""
    tens = np.pad(text.peaks, (0, -len(text.peaks) % 10)).reshape(-1, 10).max(axis=1)
    kept = bounds(tens, len(text.peaks) * STEP)
    first, last = kept.start // STEP, kept.end // STEP
    starts = [start - first for start in text.starts]
    return _Text(starts, text.pieces, text.energies[first:last], text.peaks[first:last]), kept


def _levelled(text: _Text, target: float) -> tuple[NDArray[np.float32], Loudness]:
    """The gain of every millisecond, and what it makes of the whole."""
    before, peak_db = loudness(text.energies), decibels(float(text.peaks.max()))
    gain, most = wanted_gain(Loudness(before, peak_db), target)
    room = CEILING_DB - peak_db
    if gain <= room:
        curve = np.full(len(text.peaks), 10 ** (gain / 20), dtype=np.float32)
        return curve, _measured(text, curve)
    ceiling = 10 ** ((CEILING_DB - 0.1) / 20)
    for _ in range(4):
        curve = gain_curve(text.peaks, 10 ** (gain / 20), ceiling)
        after = _measured(text, curve)
        lost = target - after.lufs if after.lufs is not None else 0.0
        if lost < 0.1 or gain >= most:
            break
        gain = min(gain + lost, most)
    return curve, after


def _measured(text: _Text, curve: NDArray[np.float32]) -> Loudness:
    lufs = loudness(text.energies * curve * curve)
    peak = float((text.peaks * curve).max())
    return Loudness(None if lufs is None else round(lufs, 2), round(decibels(peak), 2))


def _write(path: Path, text: _Text, curve: NDArray[np.float32]) -> tuple[Path, bytes]:
    total = len(text.peaks)
    with soundfile.SoundFile(path, "w", RATE, 1, "PCM_16", format="FLAC", compression_level=0.4) as file, \
            ThreadPoolExecutor(1) as pool:
        writing: Future[None] | None = None
        for first in range(0, total, _BLOCK // STEP):
            last = min(total, first + _BLOCK // STEP)
            block = text.block(first, last)
            _apply(block, curve, first, last)
            samples = np.clip(np.rint(block * np.float32(32767)), -32768, 32767).astype(np.int16)
            if writing is not None:
                writing.result()
            writing = pool.submit(file.write, samples)  # the encoder works beside us
        if writing is not None:
            writing.result()
    with path.open("rb+") as file_on_disk:
        os.fsync(file_on_disk.fileno())
    return path, _picture(text.peaks * curve)


def _picture(levels: NDArray[np.float32]) -> bytes:
    """The loudest millisecond of each column."""
    starts = np.arange(COLUMNS) * len(levels) // COLUMNS
    columns: NDArray[np.uint8] = np.clip(np.rint(np.maximum.reduceat(levels, starts) * 255), 0, 255).astype(np.uint8)
    return columns.tobytes()


def _apply(block: Samples, curve: NDArray[np.float32], first: int, last: int) -> None:
    """Gain within each millisecond runs straight from middle to middle of the curve's."""
    near = np.pad(curve[max(0, first - 1):last + 1], (int(first == 0), int(last == len(curve))), mode="edge")
    if np.ptp(near) == 0:
        block *= near[0]
        return
    middles = np.arange(-1, last - first + 1) * STEP + (STEP - 1) / 2
    block *= np.interp(np.arange(len(block)), middles, near).astype(np.float32)
