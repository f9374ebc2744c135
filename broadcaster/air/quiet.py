"""Quiet hours as the player sees them: the union of what the plan says and what the station's settings say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from broadcaster.protocol.rundown import QuietHours


class QuietGuard:
    """The windows in which nothing may sound. The end of a window belongs to the day, not to the quiet."""

    def __init__(self, windows: Iterable[QuietHours]) -> None:
        self._windows = [(time.fromisoformat(item.start), time.fromisoformat(item.end)) for item in windows]

    def covers(self, moment: datetime) -> bool:
        """Whether `moment` lies in any window."""
        clock = moment.time()
        return any(start <= clock < end if start <= end else clock >= start or clock < end
                   for start, end in self._windows)

    def next_start(self, moment: datetime) -> datetime | None:
        """When the next silence begins: `moment` itself inside a window, None when there are no windows."""
        if self.covers(moment):
            return moment
        starts = [_next(moment, start) for start, end in self._windows if start != end]
        return min(starts, default=None)


def _next(moment: datetime, clock: time) -> datetime:
    day = datetime.combine(moment.date(), clock, tzinfo=moment.tzinfo)
    return day if day > moment else day + timedelta(days=1)
