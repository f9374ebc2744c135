"""For how long there has been sound, or none: what a relay's fallback and a live line are judged by."""

from __future__ import annotations

import numpy as np

from broadcaster.air.meter import Block
from broadcaster.base.frames import RATE

QUIET_DB = -50.0
"""Below this rms (dBFS) a tenth of a second counts as silence."""
PAUSE_SECONDS = 1.0
"""Speech breathes: a pause this long does not break what is called unbroken sound."""

_PIECE = RATE // 10
_FLOOR = 10 ** (QUIET_DB / 10)


class SoundWatch:
    """Counts in frames, not by a clock: it is as right in virtual time as on the air."""

    def __init__(self) -> None:
        self._square = 0.0
        self._filled = 0
        self._quiet = 0
        self._run = 0

    @property
    def silent_for(self) -> float:
        """Seconds since the last sound."""
        return self._quiet / RATE

    @property
    def sounding_for(self) -> float:
        """Seconds of sound without a pause longer than PAUSE_SECONDS; 0 while in such a pause."""
        return self._run / RATE

    def add(self, block: Block) -> None:
        """Samples, whatever they hold."""
        at = 0
        while at < len(block):
            part = block[at:at + _PIECE - self._filled]
            self._square += float(np.vdot(part, part)) / part.shape[1]
            at += len(part)
            self._advance(len(part))

    def add_nothing(self, count: int) -> None:
        """`count` frames in which nothing came."""
        while count > 0:
            part = min(count, _PIECE - self._filled)
            count -= part
            self._advance(part)

    def _advance(self, count: int) -> None:
        self._filled += count
        if self._filled < _PIECE:
            return
        if self._square >= _FLOOR * _PIECE:
            self._quiet = 0
            self._run += _PIECE
        else:
            self._quiet += _PIECE
            self._run = self._run + _PIECE if self._run and self._quiet <= PAUSE_SECONDS * RATE else 0
        self._square, self._filled = 0.0, 0
