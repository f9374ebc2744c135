"""What lies between a live input's clock and the output's: a short store that is never played faster or slower.

Two cards never run at the same speed. When the input runs ahead, the oldest is dropped, with a 5 ms crossfade; when it
falls behind, there is silence until a few milliseconds are in hand again. A cushion that proved too small grows.
"""

from __future__ import annotations

import threading
from collections import deque

import numpy as np

from broadcaster.air.meter import Block
from broadcaster.base.frames import RATE

MOST = RATE // 2
"""Frames kept at most: 0.5 s."""
_FIRST_CUSHION, _GROWTH, _MOST_CUSHION = RATE // 50, RATE // 50, RATE // 4
_SLACK = RATE // 25
"""What may lie unused before it is dropped."""
_LOOK = 5 * RATE
_BLEND = RATE // 200


class InputRing:
    """Filled by the input's callback, emptied by the output's."""

    def __init__(self) -> None:
        self.received = 0
        self.dropped = 0
        self.inserted = 0
        """Frames of silence given for want of input, once it had begun."""
        self._blocks: deque[Block] = deque()
        self._held = 0
        self._cushion = _FIRST_CUSHION
        self._flowing = False
        self._began = False
        self._least = MOST
        self._looked = 0
        self._lock = threading.Lock()

    def put(self, block: Block) -> None:
        """Add what the card gave; beyond MOST the oldest goes."""
        with self._lock:
            self.received += len(block)
            self._blocks.append(block)
            self._held += len(block)
            if self._held > MOST:
                self._drop(self._held - self._cushion - _SLACK if self._flowing else self._held - MOST)

    def take(self, count: int) -> Block:
        """Exactly `count` frames."""
        out = np.zeros((count, 1), np.float32)
        with self._lock:
            if not self._flowing:
                if self._held < count + self._cushion:
                    self.inserted += count if self._began else 0
                    return out
                self._drop(self._held - count - self._cushion - _SLACK)
                self._flowing = self._began = True
                self._least, self._looked = MOST, 0
            given = self._pull(out)
            if given < count:
                out[max(0, given - _BLEND):given] *= np.linspace(1, 0, min(given, _BLEND), dtype=np.float32)[:, None]
                self.inserted += count - given
                self._flowing = False
                self._cushion = min(self._cushion + _GROWTH, _MOST_CUSHION)
            else:
                self._trim(count)
        return out

    def clear(self) -> None:
        """The input was lost: what is left is old."""
        with self._lock:
            self._blocks.clear()
            self._held = 0
            self._flowing = False
            self._cushion = _FIRST_CUSHION

    def _pull(self, out: Block) -> int:
        at = 0
        while at < len(out) and self._blocks:
            block = self._blocks.popleft()
            part = block[:len(out) - at]
            out[at:at + len(part)] = part
            at += len(part)
            if len(part) < len(block):
                self._blocks.appendleft(block[len(part):])
        self._held -= at
        return at

    def _trim(self, count: int) -> None:
        """Drop what was never needed in the last seconds: the input's clock is ahead."""
        self._least = min(self._least, self._held)
        self._looked += count
        if self._looked >= _LOOK:
            if self._least > self._cushion + _SLACK:
                self._drop(self._least - self._cushion)
            self._least, self._looked = MOST, 0

    def _drop(self, count: int) -> None:
        if count <= 0:
            return
        old = np.zeros((min(_BLEND, count), 1), np.float32)
        self._pull(old)
        rest = count - len(old)
        while rest > 0 and self._blocks:
            block = self._blocks.popleft()
            part = min(rest, len(block))
            self._held -= part
            rest -= part
            if part < len(block):
                self._blocks.appendleft(block[part:])
        self.dropped += count - rest
        if self._blocks:
            first = self._blocks[0].copy()
            size = min(len(old), len(first))
            ramp = np.linspace(0, 1, size, dtype=np.float32)[:, None]
            first[:size] = first[:size] * ramp + old[:size] * (1 - ramp)
            self._blocks[0] = first
