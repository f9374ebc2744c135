"""When and how a player that died comes back: at once at first, then less often, then in safe mode.

Safe mode is the same player with everything left out that a station can do without: see `air --safe`.
"""

from __future__ import annotations

DELAYS = (0.0, 0.0, 2.0, 10.0, 30.0)
"""Wait before the next start, by the number of deaths in FAILURE_WINDOW; the last one repeats for ever."""
FAILURE_WINDOW = 600.0
SAFE_MODE_AFTER = 3
SAFE_STAY = 1800.0
"""How long a player must live in safe mode before the full one is tried again; doubled each time it fails."""
_LONGEST_STAY = 86_400.0


class Comeback:
    """The deaths of one station's players. Seconds are the clock's monotonic ones."""

    def __init__(self) -> None:
        self._deaths: list[float] = []
        self._safe_since: float | None = None
        self._stay = SAFE_STAY
        self._full_since: float | None = None

    @property
    def safe(self) -> bool:
        """Whether the player is to be started in safe mode."""
        return self._safe_since is not None

    def deaths(self, now: float) -> int:
        """Deaths within the window."""
        self._deaths = [moment for moment in self._deaths if now - moment < FAILURE_WINDOW]
        return len(self._deaths)

    def died(self, now: float) -> float:
        """Count a death; when to start the next one."""
        count = self.deaths(now) + 1
        self._deaths.append(now)
        if count >= SAFE_MODE_AFTER:
            if not self.safe and self._full_since is not None and now - self._full_since < _LONGEST_STAY:
                self._stay = min(self._stay * 2, _LONGEST_STAY)
            self._safe_since = now
        elif self.safe:
            self._safe_since = now
        return now + DELAYS[min(count, len(DELAYS)) - 1]

    def found_safe(self, now: float) -> None:
        """A running player turned out to be in safe mode: another keeper put it there."""
        self._safe_since = now

    def may_leave_safe_mode(self, now: float) -> bool:
        """The safe player has lived long enough for the full one to be tried, at a moment when nothing is due."""
        return self._safe_since is not None and now - self._safe_since >= self._stay

    def leave_safe_mode(self, now: float) -> None:
        self._safe_since, self._full_since, self._deaths = None, now, []
