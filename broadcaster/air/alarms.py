"""What a person must know now; the window has the words for each code."""

from __future__ import annotations

from typing import Any

from broadcaster.base.clock import Clock, format_time
from broadcaster.protocol.messages import Alarm


class Alarms:
    """Codes that hold at this moment: no_device, plan_refused, no_plan, clock_invalid, journal_refused,
    settings_broken, silence, missed."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._now: dict[str, Alarm] = {}

    def raise_(self, code: str, **facts: Any) -> bool:
        """Hold an alarm; True when it is new. Its `since` stays, its facts follow."""
        known = self._now.get(code)
        since = known.since if known else format_time(self._clock.now())
        self._now[code] = Alarm(code, since, facts)
        return known is None

    def clear(self, code: str) -> bool:
        """Let go; True when it was held."""
        return self._now.pop(code, None) is not None

    def all(self) -> tuple[Alarm, ...]:
        return tuple(self._now.values())
