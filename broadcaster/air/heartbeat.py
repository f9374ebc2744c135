"""How lively the player is, readable from any thread: it tells the keeper a busy player from a hung one."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from broadcaster.base.clock import Clock

log = logging.getLogger(__name__)

_STALE_SECONDS = 3.0
"""When nobody looked at the outputs for so long, nothing is said of them."""


class Sink(Protocol):
    """The part of an output that is looked at."""

    @property
    def ok(self) -> bool: ...

    def heard(self) -> int: ...


@dataclass(frozen=True)
class Output:
    """One zone's way out."""

    zone: str
    sink: Sink
    busy: Callable[[], bool]
    """Whether something is sounding there, or about to."""


@dataclass
class _Progress:
    frames: int
    at: float


class Heartbeat:
    """`ticked()` after each good look of the player; `look()` a few times a second from another thread."""

    def __init__(self, clock: Clock, outputs: Callable[[], list[Output]]) -> None:
        self._clock, self._outputs = clock, outputs
        self._ticked = clock.monotonic()
        self._looked = float("-inf")
        self._progress: dict[str, _Progress] = {}
        self._told: list[dict[str, Any]] = []

    def ticked(self) -> None:
        self._ticked = self._clock.monotonic()

    @property
    def tick_age(self) -> float:
        """Seconds since the player last looked at everything without a fault."""
        return self._clock.monotonic() - self._ticked

    def look(self) -> None:
        """See which outputs moved since the last look: a callback that runs without taking frames is no sound."""
        try:
            told = [self._see(output) for output in self._outputs()]
        except Exception:  # a view from another thread of what is just being changed
            log.debug("the outputs could not be looked at", exc_info=True)
            return
        self._told, self._looked = told, self._clock.monotonic()

    def to_json(self) -> dict[str, Any]:
        """tick_age; sound_age: seconds since the liveliest output last moved, None when none claims to work."""
        now = self._clock.monotonic()
        known = now - self._looked < _STALE_SECONDS
        outputs = [{**each, "age": round(now - self._progress[each["zone"]].at, 3)} for each in self._told if known]
        ages = [each["age"] for each in outputs if each["ok"]]
        return {"tick_age": round(self.tick_age, 3), "sound_age": min(ages, default=None), "outputs": outputs}

    def _see(self, output: Output) -> dict[str, Any]:
        frames, now = output.sink.heard(), self._clock.monotonic()
        before = self._progress.get(output.zone)
        if before is None or before.frames != frames or not output.sink.ok:
            self._progress[output.zone] = _Progress(frames, now)
        return {"zone": output.zone, "ok": bool(output.sink.ok), "sounding": bool(output.busy())}
