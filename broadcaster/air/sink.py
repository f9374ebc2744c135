"""Where sound goes: one protocol for the device and for a file in virtual time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from broadcaster.air.meter import Block
from broadcaster.air.timeline import Timeline

Render = Callable[[int, int], Block]
"""(first frame, count) -> samples."""


Swap = Callable[[int], None]
"""Given the first frame that was not heard."""


class AudioSink(Protocol):
    """Takes frames in order, for ever; silence is frames too."""

    timeline: Timeline
    latency: float
    """Seconds between handing a frame over and hearing it."""
    underruns: int

    @property
    def name(self) -> str:
        """The device as a person knows it."""
        ...

    @property
    def ok(self) -> bool:
        """Frames are being taken, and it is known when they sound."""
        ...

    @property
    def problem(self) -> str:
        """Why not ok: "", "opening", "absent", "lost", "unusable"; of a stream also "connecting", "refused"."""
        ...

    def heard(self) -> int:
        """All frames below this one have left."""
        ...

    def drop(self, swap: Swap | None = None) -> int:
        """Throw away what is queued but not yet heard, and go on at once; the first frame that was not heard.

        `swap` is called with that frame after the device has stopped and before it asks for sound again: whoever
        breaks in puts the new sound in place there, so that its first sample is the next one to be heard. It must
        not block and is called exactly once, also when nothing is open.
        """
        ...

    def rebuild(self) -> None:
        """Close and open again whatever sound goes out through."""
        ...

    def poll(self) -> None:
        """Look after the device: called often, returns at once."""
        ...

    def drift_ms(self) -> float: ...

    def close(self) -> None: ...
