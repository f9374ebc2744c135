"""When a job runs: every so many seconds, counted from its last run, never from a grid of missed runs."""

from __future__ import annotations

from datetime import datetime, timedelta

from apscheduler.triggers.base import BaseTrigger


class Rhythm(BaseTrigger):  # type: ignore[misc]  # APScheduler has no types
    """At once, then every `seconds`.

    APScheduler's own interval lists each run missed since the last one: with the clock set ten years ahead, that
    fills the memory. Here one late run stands for all of them.
    """

    def __init__(self, seconds: float) -> None:
        self._interval = timedelta(seconds=seconds)

    def get_next_fire_time(self, previous_fire_time: datetime | None, now: datetime) -> datetime:
        return now + self._interval if previous_fire_time else now
