"""No device, in real time: into a file, or to nobody. To try a station on a machine without sound."""

from __future__ import annotations

import threading
from pathlib import Path

from broadcaster.air.outputs.wav import create_wav, to_pcm
from broadcaster.air.sink import Render, Swap
from broadcaster.air.timeline import Timeline
from broadcaster.base.clock import Clock
from broadcaster.base.frames import RATE
from broadcaster.base.settings import NOBODY

BLOCK = 960


class LiveWavSink:
    """Takes a block whenever its time has come, on its own thread."""

    latency = 0.05
    underruns = 0
    problem = ""
    ok = True

    def __init__(self, clock: Clock, render: Render, path: Path | None) -> None:
        self.timeline = Timeline()
        self.name = str(path) if path else NOBODY
        self._clock, self._render = clock, render
        self._file = create_wav(path) if path else None
        self._head = 0
        self._swapping = threading.Lock()
        self._closing = threading.Event()
        self.timeline.measure_skew(clock)
        self.timeline.base = clock.monotonic() + self.latency
        self._thread = threading.Thread(target=self._run, name="wav-sink", daemon=True)
        self._started = False

    def heard(self) -> int:
        return max(0, min(self._head, self.timeline.frame_now(self._clock.monotonic())))

    def drop(self, swap: Swap | None = None) -> int:
        with self._swapping:
            heard = self._head
            if swap is not None:
                swap(heard)
        return heard

    def rebuild(self) -> None:
        """A file needs none."""

    def poll(self) -> None:
        """Begin at the first look, when everything else is in its place; nothing can be lost here."""
        if not self._started:
            self._started = True
            self._thread.start()

    def drift_ms(self) -> float:
        return 0.0

    def close(self) -> None:
        self._closing.set()
        if self._started:
            self._thread.join()
        if self._file is not None:
            self._file.close()

    def _run(self) -> None:
        while not self._closing.wait(0.01):
            due = round((self._clock.monotonic() - self.timeline.base + self.latency) * RATE)
            while self._head + BLOCK <= due:
                with self._swapping:
                    block = self._render(self._head, BLOCK)
                    self._head += BLOCK
                if self._file is not None:
                    self._file.write(to_pcm(block))
