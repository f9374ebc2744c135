"""Wrong PINs counted over all names: whoever tries one name after another at the same window waits ever longer."""

from __future__ import annotations

import math
import threading

from broadcaster.base.clock import Clock
from broadcaster.base.errors import Refused

FREE = 5
"""Wrong tries, of any names, before the first wait."""
_FIRST, _LONGEST = 5.0, 60.0


class Attempts:
    """Lives as long as the window. The elapsed time counts, so setting the clock changes nothing."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._wrong = 0
        self._until = 0.0
        self._locks: dict[str, float] = {}

    def check(self) -> None:
        """Raises Refused("pin.wait", seconds) while one must wait."""
        left = self._until - self._clock.monotonic()
        if left > 0:
            raise Refused("pin.wait", f"too many wrong tries here: wait {math.ceil(left)} s", seconds=math.ceil(left))

    def wrong(self) -> None:
        """One more."""
        with self._lock:
            self._wrong += 1
            if self._wrong >= FREE:
                wait = min(_FIRST * 2 ** min(self._wrong - FREE, 10), _LONGEST)
                self._until = self._clock.monotonic() + wait

    def right(self) -> None:
        """Somebody who belongs here."""
        with self._lock:
            self._wrong, self._until = 0, 0.0

    def lock(self, person_id: str, seconds: float) -> None:
        """This name was locked here, just now."""
        self._locks[person_id] = self._clock.monotonic() + seconds

    def unlock(self, person_id: str) -> None:
        """Somebody who may has forgiven them."""
        self._locks.pop(person_id, None)
        self.right()

    def locked_for(self, person_id: str) -> float | None:
        """Seconds left of a lock that was seen to begin; None when the stored time must be believed."""
        end = self._locks.get(person_id)
        return None if end is None else max(0.0, end - self._clock.monotonic())
