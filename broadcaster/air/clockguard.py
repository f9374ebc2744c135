"""Whether the machine's clock can be believed, and whether somebody has just moved it."""

from __future__ import annotations

from datetime import datetime, timedelta

OLDEST_YEAR = 2025
BACK_SECONDS = 60.0
_AHEAD = timedelta(days=366)
STEP_SECONDS = 0.5


class ClockGuard:
    """A dead battery boots in 1970; a clock behind the journal's last line would air things twice."""

    def __init__(self, high_water: datetime | None) -> None:
        self._high_water = high_water
        self._skew: float | None = None

    @property
    def high_water(self) -> datetime | None:
        return self._high_water

    def problem(self, now: datetime) -> str:
        """"" when the clock is fit to air by; else implausible, behind_journal or far_ahead."""
        if now.year < OLDEST_YEAR:
            return "implausible"
        if self._high_water is None:
            return ""
        if (self._high_water - now).total_seconds() > BACK_SECONDS:
            return "behind_journal"
        return "far_ahead" if now - self._high_water > _AHEAD else ""

    def wrote(self, now: datetime) -> None:
        """A line was written by a believable clock."""
        self._high_water = max(self._high_water or now, now)

    def confirm(self) -> None:
        """A person says that the clock is right and the journal's last line is not."""
        self._high_water = None

    def step(self, skew: float) -> float:
        """Seconds by which the wall clock was moved since the last look; 0 for a slow drift."""
        before, self._skew = self._skew, skew
        if before is None or abs(skew - before) < STEP_SECONDS:
            return 0.0
        return skew - before
