"""A short store between a network, or a disk, and the air."""

from __future__ import annotations

import threading
from collections import deque

import numpy as np

from broadcaster.air.meter import Block
from broadcaster.base.clock import Clock
from broadcaster.base.frames import RATE

_IDLE_SECONDS = 1.0


class JitterBuffer:
    """Evens out how a network delivers: gives nothing until `prefill` seconds are in hand, again after it ran dry.

    When full it makes the sender wait; but while nobody takes from it, the oldest goes, so that a stream called ahead
    of its time is live when its time comes.
    """

    def __init__(self, clock: Clock, prefill: float, most: float) -> None:
        self.received = 0
        self._clock = clock
        self._prefill, self._most = round(prefill * RATE), round(most * RATE)
        self._blocks: deque[Block] = deque()
        self._held = 0
        self._flowing = False
        self._done = False
        self._taken_at = float("-inf")
        self._lock = threading.Lock()
        self._room = threading.Event()

    @property
    def empty(self) -> bool:
        """All of it was taken, and no more is to come."""
        return self._done and not self._held

    def put(self, block: Block, closing: threading.Event, live: bool) -> None:
        """Add; waits for room."""
        while self._held + len(block) > self._most and self._held and not closing.is_set():
            if live and self._clock.monotonic() - self._taken_at > _IDLE_SECONDS:
                closing.wait(len(block) / RATE * 0.9)
                with self._lock:
                    self._held -= len(self._blocks.popleft()) if self._blocks else 0
                continue
            self._room.clear()
            self._room.wait(0.1)
        with self._lock:
            self._blocks.append(block)
            self._held += len(block)
            self.received += len(block)

    def finish(self) -> None:
        """No more is to come."""
        self._done = True

    def take(self, count: int) -> Block:
        """At most `count` frames."""
        self._taken_at = self._clock.monotonic()
        parts: list[Block] = []
        with self._lock:
            self._flowing = self._done or (self._held > 0 if self._flowing else self._held >= self._prefill)
            while self._flowing and count and self._blocks:
                piece = self._blocks.popleft()
                if len(piece) > count:
                    self._blocks.appendleft(piece[count:])
                    piece = piece[:count]
                parts.append(piece)
                count -= len(piece)
                self._held -= len(piece)
        self._room.set()
        return np.concatenate(parts) if parts else np.zeros((0, 1), np.float32)
