"""A sink in virtual time: every block moves the clock and is written to a WAV file; idle hours are leapt over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType

import numpy as np
import soundfile
from numpy.typing import NDArray

from broadcaster.air.meter import Block
from broadcaster.air.sink import Render, Swap
from broadcaster.air.timeline import Timeline
from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE

BLOCK = 4_800


@dataclass(frozen=True)
class Segment:
    """A stretch of the file and the wall time it stands for."""

    file_offset: int
    """First frame in the file."""
    wall: datetime
    frames: int


class WavSink:
    """Frames leave the moment they are handed over; `path=None` plays into the void."""

    latency = 0.0
    underruns = 0
    problem = ""

    def __init__(self, clock: VirtualClock, path: Path | None = None) -> None:
        self.timeline = Timeline()
        self._clock = clock
        self.timeline.base = clock.monotonic()
        self.timeline.measure_skew(clock)
        self._head = 0
        self._file = create_wav(path) if path else None
        self._written = 0
        self._segments: list[list[int | float]] = []
        self._leapt = True
        self.name = str(path) if path else "void"
        self.ok = True

    @property
    def segments(self) -> list[Segment]:
        """What the file holds, in order."""
        return [Segment(int(offset), datetime.fromtimestamp(wall, STATION_ZONE), int(count))
                for offset, wall, count in self._segments]

    def step(self, render: Render, count: int = BLOCK) -> None:
        """Play one block and let its time pass."""
        block = render(self._head, count)
        if self._file is not None:
            if self._leapt:
                self._segments.append([self._written, self.timeline.wall_of(self._head), 0])
                self._leapt = False
            self._file.write(to_pcm(block))
            self._written += count
            self._segments[-1][2] += count
        self._head += count
        self._follow()

    def leap(self, seconds: float) -> None:
        """Let time pass without writing silence."""
        self._head += max(0, round(seconds * RATE))
        self._leapt = True
        self._follow()

    def heard(self) -> int:
        return self._head

    def drop(self, swap: Swap | None = None) -> int:
        heard = self._head
        if swap is not None:
            swap(heard)
        return heard

    def rebuild(self) -> None:
        """A file needs none."""

    def poll(self) -> None:
        """Nothing can be lost here."""

    def drift_ms(self) -> float:
        return 0.0

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def __enter__(self) -> WavSink:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()

    def _follow(self) -> None:
        self._clock.advance(self.timeline.base + self._head / RATE - self._clock.monotonic())


def create_wav(path: Path) -> soundfile.SoundFile:
    """A new file in the form every player knows. Raises Refused("air.unwritable_wav")."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return soundfile.SoundFile(path, "w", samplerate=RATE, channels=2, subtype="PCM_16", format="WAV")
    except (OSError, soundfile.LibsndfileError) as error:
        raise Refused("air.unwritable_wav", f"cannot write {path}: {error}", path=str(path)) from error


def to_pcm(block: Block) -> NDArray[np.int16]:
    """16-bit samples; those that came from a 16-bit cut at 0 dB are the cut's own."""
    return np.clip(np.rint(block * 32768), -32768, 32767).astype(np.int16)
