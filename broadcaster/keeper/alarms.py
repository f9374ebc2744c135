"""What a person must know, from the resident helper; the window has the words for each code."""

from __future__ import annotations

import logging
import threading
from typing import Any

from broadcaster.base.clock import Clock, format_time
from broadcaster.protocol.messages import Alarm

log = logging.getLogger(__name__)


class HeldAlarms:
    """Codes that hold now, each once; from any thread."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._now: dict[str, Alarm] = {}

    def raise_(self, code: str, /, **facts: Any) -> None:
        """Hold an alarm. Its `since` stays, its facts follow."""
        with self._lock:
            known = self._now.get(code)
            self._now[code] = Alarm(code, known.since if known else format_time(self._clock.now()), facts)
        if known is None:
            log.error("%s %s", code, facts)

    def clear(self, code: str) -> None:
        with self._lock:
            held = self._now.pop(code, None)
        if held:
            log.info("%s is over", code)

    def holds(self, code: str) -> bool:
        return code in self._now

    def all(self) -> tuple[Alarm, ...]:
        with self._lock:
            return tuple(self._now.values())
