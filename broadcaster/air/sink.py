"""Where sound goes: one protocol for the device and for a file in virtual time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from broadcaster.air.meter import Block
from broadcaster.air.timeline import Timeline

Render = Callable[[int, int], Block]
"""(first frame, count) -> samples."""


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
        """Why not ok: "", "absent", "lost", "unusable"."""
        ...

    def heard(self) -> int:
        """All frames below this one have left."""
        ...

    def drop(self) -> int:
        """Throw away what is queued but not yet heard; the first frame that was not heard."""
        ...

    def poll(self) -> None:
        """Look after the device: called often, returns at once."""
        ...

    def drift_ms(self) -> float: ...

    def close(self) -> None: ...
