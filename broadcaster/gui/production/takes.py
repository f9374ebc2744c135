"""Recordings of one's own voice until one of them is taken: kept as they are spoken, found again after a crash.

A take being spoken is a WAV whose header does not know its length yet, beside a note of its rate, text and marks; when
it ends the header is put right. No Qt here; numpy is loaded by whoever records.
"""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, unwritable, write_atomic

HEADER_BYTES = 44
_SEARCH_MS = 700
_QUIET_MS = 20


@dataclass(frozen=True)
class Take:
    """One recording that may become the words of a bulletin."""

    path: Path
    """Ends in .wav, or in .pcm while it is being spoken."""
    text: str
    """What stood in front of the speaker."""
    rate: int = 48_000
    marks: tuple[tuple[int, int], ...] = ()
    """(sentence, millisecond at which it came up), ascending."""
    noise_db: float | None = None
    clipped: bool = False
    seconds: float = 0.0

    @property
    def number(self) -> int:
        return int(self.path.stem.rpartition("-")[2])

    def begin_of(self, sentence: int) -> int:
        """Millisecond at which a sentence came up; the end where it was never reached."""
        return next((at for place, at in self.marks if place >= sentence), round(self.seconds * 1000))


class TakeShelf:
    """The takes of one bulletin in recordings/takes."""

    def __init__(self, home: StationHome, bulletin_id: str) -> None:
        self._folder = home.recordings / "takes"
        self._id = re.sub(r"\W", "", bulletin_id)

    def takes(self) -> list[Take]:
        """Oldest first; one that a crash or power cut ended is finished now. Raises Refused: disk.*."""
        if not self._folder.is_dir():
            return []
        for raw in sorted(self._folder.glob(f"{self._id}-*.pcm")):
            self.finish(self._noted(raw))
        found = [self._noted(path) for path in self._folder.glob(f"{self._id}-*.wav")]
        return sorted((take for take in found if take.seconds > 0), key=lambda take: take.number)

    def begin(self, text: str, rate: int, seed: bytes = b"", marks: Sequence[tuple[int, int]] = ()) -> Take:
        """A new take, beginning with `seed` (what is kept of an older one). Raises Refused: disk.*."""
        numbers = [int(path.stem.rpartition("-")[2]) for path in self._folder.glob(f"{self._id}-*.*")]
        take = Take(self._folder / f"{self._id}-{max(numbers, default=0) + 1}.pcm", text, rate, tuple(marks))
        self._note(take)
        try:
            take.path.write_bytes(_header(rate, 0) + seed)
        except OSError as error:
            raise unwritable(take.path, error) from error
        return take

    def finish(self, take: Take) -> Take:
        """A whole WAV; an empty one goes. Raises Refused: disk.*."""
        target = take.path.with_suffix(".wav")
        size = _sound_bytes(take.path)
        if size < 2:
            self.discard(take)
            return replace(take, path=target, seconds=0.0)
        try:
            with take.path.open("r+b") as file:
                file.truncate(HEADER_BYTES + size)
                file.write(_header(take.rate, size))
            take.path.replace(target)
        except OSError as error:
            raise unwritable(target, error) from error
        done = replace(take, path=target, seconds=size // 2 / take.rate)
        self._note(done)
        return done

    def discard(self, take: Take) -> None:
        """This one is not wanted."""
        for suffix in (".pcm", ".wav", ".json"):
            with suppress(OSError):
                take.path.with_suffix(suffix).unlink(missing_ok=True)

    def kept_until(self, take: Take, sentence: int) -> tuple[bytes, tuple[tuple[int, int], ...]]:
        """Samples and marks of a take before a sentence: cut in the pause nearest to where that came up."""
        import numpy

        samples = _samples(take)
        step = take.rate * _QUIET_MS // 1000
        at = take.begin_of(sentence) * take.rate // 1000
        reach = take.rate * _SEARCH_MS // 1000
        first, last = max(0, at - reach), min(len(samples), at + reach)
        whole = (last - first) // step
        if whole > 1 and at < len(samples):
            pieces = samples[first:first + whole * step].astype(numpy.float64).reshape(whole, step)
            at = first + int((pieces ** 2).mean(axis=1).argmin()) * step + step // 2
        kept = samples[:at]
        return kept.astype("<i2").tobytes(), tuple(mark for mark in take.marks if mark[0] < sentence)

    def trimmed(self, take: Take, start_ms: int, end_ms: int, out: Path) -> Path:
        """A part of a take as a WAV. Raises Refused: disk.*."""
        samples = _samples(take)[start_ms * take.rate // 1000:end_ms * take.rate // 1000]
        try:
            out.write_bytes(_header(take.rate, samples.nbytes) + samples.astype("<i2").tobytes())
        except OSError as error:
            raise unwritable(out, error) from error
        return out

    def _note(self, take: Take) -> None:
        words = {key: value for key, value in asdict(take).items() if key != "path"}
        write_atomic(take.path.with_suffix(".json"), json.dumps(words, ensure_ascii=False).encode())

    def _noted(self, path: Path) -> Take:
        """What is known of a take; without its note it still is a sound."""
        words: dict[str, Any] = {}
        with suppress(OSError, ValueError):
            words = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        rate = int(words.get("rate") or 48_000)
        marks = tuple((int(place), int(at)) for place, at in words.get("marks") or ())
        seconds = _sound_bytes(path) // 2 / rate
        return Take(path, str(words.get("text") or ""), rate, marks, words.get("noise_db"),
                    bool(words.get("clipped")), seconds)


def shape(take: Take) -> tuple[bytes, int, int]:
    """(waveform as in Cut.waveform, first and last millisecond that are not silence)."""
    import numpy

    from broadcaster.library.trim import COLUMNS

    samples = numpy.abs(_samples(take).astype(numpy.float32)) / 32768
    if not len(samples):
        return b"", 0, 0
    edges = numpy.linspace(0, len(samples), min(COLUMNS, len(samples)) + 1).astype(int)[:-1]
    columns = numpy.maximum.reduceat(samples, edges)
    step = max(1, take.rate // 100)
    peaks = numpy.pad(samples, (0, -len(samples) % step)).reshape(-1, step).max(axis=1)
    loud = numpy.flatnonzero(peaks > max(0.01, float(peaks.max()) * 0.05))
    first, last = (int(loud[0]), int(loud[-1]) + 1) if len(loud) else (0, len(peaks))
    end = round(len(samples) * 1000 / take.rate)
    return (columns * 255).clip(0, 255).astype("uint8").tobytes(), max(0, first * 10 - 150), min(end, last * 10 + 250)


def _samples(take: Take) -> Any:
    import numpy

    try:
        data = take.path.read_bytes()
    except OSError as error:
        raise Refused("file.unreadable", f"cannot read {take.path.name}", name=take.path.name,
                      detail=str(error.strerror)) from error
    return numpy.frombuffer(data[HEADER_BYTES:len(data) // 2 * 2], dtype="<i2")


def _sound_bytes(path: Path) -> int:
    size = path.stat().st_size if path.exists() else 0
    return max(0, size - HEADER_BYTES) // 2 * 2


def _header(rate: int, size: int) -> bytes:
    """Of a WAV with `size` bytes of 16-bit mono."""
    return struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + size, b"WAVE", b"fmt ", 16, 1, 1, rate, rate * 2, 2, 16,
                       b"data", size)
