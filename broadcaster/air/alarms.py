"""What a person must know now; the window has the words for each code."""

from __future__ import annotations

from typing import Any, Protocol

from broadcaster.base.clock import Clock, format_time
from broadcaster.protocol.messages import Alarm


class Raises(Protocol):
    """What can hold an alarm."""

    def raise_(self, code: str, **facts: Any) -> bool: ...

    def clear(self, code: str) -> bool: ...


class Alarms:
    """Codes that hold at this moment, each once for every zone it is about (docs/formats.md lists them)."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._now: dict[tuple[str, str], Alarm] = {}

    def raise_(self, code: str, **facts: Any) -> bool:
        """Hold an alarm; True when it is new. Its `since` stays, its facts follow."""
        key = code, str(facts.get("zone", ""))
        known = self._now.get(key)
        since = known.since if known else format_time(self._clock.now())
        self._now[key] = Alarm(code, since, facts)
        return known is None

    def clear(self, code: str, zone: str = "") -> bool:
        """Let go; True when it was held."""
        return self._now.pop((code, zone), None) is not None

    def all(self) -> tuple[Alarm, ...]:
        return tuple(self._now.values())


class ZoneAlarms:
    """The alarms of one zone."""

    def __init__(self, alarms: Alarms, zone: str) -> None:
        self._alarms, self._zone, self._facts = alarms, zone, {"zone": zone} if zone else {}

    def raise_(self, code: str, **facts: Any) -> bool:
        """As Alarms.raise_."""
        return self._alarms.raise_(code, **facts, **self._facts)

    def clear(self, code: str) -> bool:
        """As Alarms.clear."""
        return self._alarms.clear(code, self._zone)
