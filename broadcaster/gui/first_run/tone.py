"""The test tone: one second of sound, one of silence, so that a person has time to walk to the amplifier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadcaster.base.frames import RATE

if TYPE_CHECKING:
    from broadcaster.gui.sounds import Block

LEVEL_DB = -18.0
"""dBFS of the tone's peak: about as loud as speech, with no risk for loudspeakers."""
SILENT_DB = -90.0
SECONDS = 60
"""It ends by itself."""
_PITCH = 1_000.0
_ON, _PERIOD = RATE, 2 * RATE
_EDGE = RATE // 50


def level_at(seconds: float) -> float:
    """dBFS of the peak at this place of the tone."""
    return LEVEL_DB if 0 <= seconds < SECONDS and round(seconds * RATE) % _PERIOD < _ON else SILENT_DB


class Tone:
    """A gui.sounds.Sound that is made while it is read."""

    rate, channels, frames = RATE, 2, SECONDS * RATE

    def read(self, at: int, count: int) -> Block:
        import numpy

        places = numpy.arange(at, max(at, min(at + count, self.frames)))
        within = places % _PERIOD
        # Soft edges: a sudden sine clicks.
        gain = numpy.clip(numpy.minimum(within, _ON - within) / _EDGE, 0.0, 1.0)
        wave = numpy.sin(places * (2 * numpy.pi * _PITCH / RATE)) * gain * 10 ** (LEVEL_DB / 20)
        block: Block = numpy.repeat(wave[:, None], self.channels, axis=1).astype(numpy.float32)
        return block

    def close(self) -> None:
        """Nothing is open."""
