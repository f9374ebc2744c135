"""How far a run is and how long it will still take, told honestly."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from broadcaster.base.clock import Clock
from broadcaster.library.importing.model import ImportFile, Progress

_LIGHT = {".wav": 0.1, ".w64": 0.1, ".aif": 0.1, ".aiff": 0.1, ".au": 0.1, ".caf": 0.1, ".flac": 0.25, ".ape": 0.25,
          ".wv": 0.25}
"""A byte of these is less sound, and so less work, than a byte of MP3."""
_EVERY_FILE = 200_000
"""What beginning a file costs, in bytes of MP3."""
_LEAST_SECONDS = 3.0
_SMOOTH_SECONDS = 12.0


class Meter:
    """Told what happens by the threads that work, asked by the one that shows it."""

    def __init__(self, files: Sequence[ImportFile], clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._files = {file.number: file for file in files}
        self._work = {file.number: _work(file) for file in files}
        self._whole = sum(self._work.values())
        self._shares: dict[int, float] = {}
        self._done: set[int] = set()
        self._speed = 0.0
        self._begun = self._at = clock.monotonic()
        self._then = 0.0

    def moved(self, number: int, share: float) -> None:
        """A file that is being worked on."""
        with self._lock:
            self._shares[number] = min(1.0, max(0.0, share))

    def done(self, number: int) -> None:
        with self._lock:
            self._shares.pop(number, None)
            self._done.add(number)

    def put_aside(self, number: int) -> None:
        """It will not be done now."""
        with self._lock:
            self._shares.pop(number, None)
            self._whole -= self._work.pop(number, 0.0)

    def state(self) -> Progress:
        """Now; asked a few times a second."""
        with self._lock:
            finished = sum(self._work.get(number, 0.0) for number in self._done)
            worked = finished + sum(self._work.get(number, 0.0) * share for number, share in self._shares.items())
            size = sum(self._files[number].size for number in self._done)
            size += sum(round(self._files[number].size * share) for number, share in self._shares.items())
            names = tuple(self._files[number].name for number in sorted(self._shares))
            return Progress(len(self._done), len(self._files), size, sum(file.size for file in self._files.values()),
                            self._seconds_left(worked), names)

    def _seconds_left(self, worked: float) -> float | None:
        now = self._clock.monotonic()
        passed = now - self._at
        if passed >= 1.0:
            # Young measurements count fully; later ones are averaged over the last seconds.
            weight = max(passed / _SMOOTH_SECONDS, passed / max(passed, now - self._begun))
            self._speed += min(1.0, weight) * ((worked - self._then) / passed - self._speed)
            self._at, self._then = now, worked
        if now - self._begun < _LEAST_SECONDS or self._speed <= 0:
            return None
        return max(0.0, self._whole - worked) / self._speed


def _work(file: ImportFile) -> float:
    return _EVERY_FILE + file.size * _LIGHT.get(file.path.suffix.lower(), 1.0)
