"""Whether the machine's clock can be believed, and whether somebody has just moved it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from broadcaster.base.clock import STEADY_COUNTS_SLEEP

OLDEST_YEAR = 2025
BACK_SECONDS = 60.0
_AHEAD = timedelta(days=366)
STEP_SECONDS = 0.5
SLEEP_SECONDS = 1.0
_SLEEP_BLUR = 3.0
"""After sleep the wall time comes from a clock that counts whole seconds, and is corrected by and by."""


@dataclass(frozen=True)
class Jump:
    """Why the wall clock is not where it was expected."""

    slept: float = 0.0
    """Seconds the machine was asleep: nothing could air, and nobody moved a clock."""
    moved: float = 0.0
    """Seconds by which somebody set the clock, forward or back."""

    def __bool__(self) -> bool:
        return bool(self.slept or self.moved)


def explain(step: float, slept: float, *, steady_counts_sleep: bool = STEADY_COUNTS_SLEEP) -> Jump:
    """Tell "slept" from "set": `step` is the change of wall minus steady time, `slept` what the system counted."""
    slept = slept if slept >= SLEEP_SECONDS else 0.0
    moved = step if steady_counts_sleep else step - slept
    return Jump(slept, 0.0 if abs(moved) < (_SLEEP_BLUR if slept else STEP_SECONDS) else moved)


class ClockGuard:
    """A dead battery boots in 1970; a clock behind the journal's last line would air things twice."""

    def __init__(self, high_water: datetime | None) -> None:
        self._high_water = high_water
        self._skew: float | None = None
        self._slept: float | None = None

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

    def jump(self, skew: float, suspended: float) -> Jump:
        """What happened to the clock since the last look; `suspended`: Clock.suspended()."""
        slept = 0.0 if self._slept is None else max(0.0, suspended - self._slept)
        self._slept = suspended
        before, self._skew = self._skew, skew
        if before is None:
            return Jump()
        return explain(skew - before, slept)
