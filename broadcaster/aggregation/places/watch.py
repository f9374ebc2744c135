"""A call that cannot hang: it runs in a thread of its own and is given up once nothing has moved for a while."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
Shown = Callable[[int, int], object]
Cancelled = Callable[[], bool]

_TICK = 0.05
_SLOWEST = 4_000
"""Bytes a second; whoever is slower than the worst mobile line counts as gone."""


class GivenUp(Exception):
    """Nobody waits for this call any more."""


class Stalled(Exception):
    """Nothing moved for too long."""


class Beat:
    """Told by the call whenever something moved: `beat(done, total)`."""

    def __init__(self, shown: Shown, stall: float) -> None:
        self._shown = shown
        self._stall = stall
        self.count = 0
        self.allowed = stall
        self.over = threading.Event()

    def expect(self, size: int) -> None:
        """So many bytes go in one piece, without a word in between."""
        self.allowed = self._stall + size / _SLOWEST
        self.count += 1

    def __call__(self, done: int = 0, total: int = 0) -> None:
        if self.over.is_set():
            raise GivenUp
        self.allowed = self._stall
        self.count += 1
        if total:
            self._shown(done, total)


def run(work: Callable[[Beat], T], stall: float, shown: Shown, cancelled: Cancelled,
        abort: Callable[[], object]) -> T:
    """What `work(beat)` gives. Raises what it raises; Stalled; GivenUp once `cancelled()`.

    `abort` is called from here when the call is left to itself: it closes what the call waits for.
    """
    beat = Beat(shown, stall)
    results: list[T] = []
    failures: list[BaseException] = []
    ended = threading.Event()

    def call() -> None:
        try:
            results.append(work(beat))
        except BaseException as error:
            failures.append(error)
        finally:
            ended.set()

    threading.Thread(target=call, name="place", daemon=True).start()
    told, still = -1, 0.0
    while not ended.wait(_TICK):
        still = still + _TICK if beat.count == told else 0.0
        told = beat.count
        if (off := cancelled()) or still > beat.allowed:
            beat.over.set()
            abort()
            raise GivenUp if off else Stalled
    if failures:
        raise failures[0]
    return results[0]
