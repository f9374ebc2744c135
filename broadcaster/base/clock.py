"""The one source of time. Nothing else in the program asks the operating system what time it is.

Vietnam keeps UTC+7 all year (no daylight saving since 1975), so the station's zone is a fixed offset:
right even where the machine has no time zone data or is set to another zone.
"""

from __future__ import annotations

import sys
import threading
import time
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Protocol

STATION_ZONE = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")


class Clock(Protocol):
    """Wall time of the station and a steady count of seconds."""

    def now(self) -> datetime:
        """Wall time, aware, in the station's zone."""
        ...

    def monotonic(self) -> float:
        """Seconds from an arbitrary start, never stepped."""
        ...

    def sleep(self, seconds: float) -> None:
        """Wait; a virtual clock jumps instead."""
        ...

    def suspended(self) -> float:
        """Seconds the machine has slept since it was switched on; 0 where the system does not tell."""
        ...


class SystemClock:
    """The machine's own clocks."""

    def now(self) -> datetime:
        return datetime.now(STATION_ZONE)

    def monotonic(self) -> float:
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        time.sleep(max(0.0, seconds))

    def suspended(self) -> float:
        return _suspended()


class VirtualClock:
    """A clock that only moves when told: a week of planning and playing in seconds."""

    def __init__(self, start: datetime) -> None:
        if start.tzinfo is None:
            raise ValueError("a virtual clock starts at an aware time")
        self._start = start.astimezone(STATION_ZONE)
        self._elapsed = 0.0
        self._wall_offset = timedelta(0)
        self._suspended = 0.0
        self._lock = threading.Lock()

    def now(self) -> datetime:
        with self._lock:
            return self._start + timedelta(seconds=self._elapsed) + self._wall_offset

    def monotonic(self) -> float:
        with self._lock:
            return self._elapsed

    def sleep(self, seconds: float) -> None:
        self.advance(seconds)

    def suspended(self) -> float:
        with self._lock:
            return self._suspended

    def suspend(self, seconds: float) -> None:
        """Let the machine sleep: wall time passes, the steady clock stands still (as on Linux)."""
        with self._lock:
            self._suspended += seconds
            self._wall_offset += timedelta(seconds=seconds)

    def advance(self, seconds: float) -> None:
        """Let `seconds` pass on both clocks."""
        with self._lock:
            self._elapsed += max(0.0, seconds)

    def step_wall(self, seconds: float) -> None:
        """Set the wall clock forward or back, as an operator or a dead battery does."""
        with self._lock:
            self._wall_offset += timedelta(seconds=seconds)


if sys.platform == "win32":
    import ctypes

    STEADY_COUNTS_SLEEP = True
    """Whether monotonic() runs on while the machine sleeps."""

    def _suspended() -> float:
        awake = ctypes.c_ulonglong()
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(awake))
        return max(0.0, time.monotonic() - awake.value / 1e7)
else:
    STEADY_COUNTS_SLEEP = False

    def _suspended() -> float:
        if not hasattr(time, "CLOCK_BOOTTIME"):
            return 0.0
        readings = []
        for _ in range(3):  # believe the reading that was interrupted least
            before = time.clock_gettime(time.CLOCK_MONOTONIC)
            counted = time.clock_gettime(time.CLOCK_BOOTTIME)
            after = time.clock_gettime(time.CLOCK_MONOTONIC)
            readings.append((after - before, counted - (before + after) / 2))
        return max(0.0, min(readings)[1])


def parse_time(text: str) -> datetime:
    """Read an ISO 8601 time that names its offset, into the station's zone."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"time without offset: {text}")
    return moment.astimezone(STATION_ZONE)


def format_time(moment: datetime) -> str:
    """ISO 8601 with milliseconds and offset: 2026-11-21T05:00:00.000+07:00."""
    return moment.astimezone(STATION_ZONE).isoformat(timespec="milliseconds")


def at(day: date, seconds: float) -> datetime:
    """The moment `seconds` after midnight of `day`, in the station's zone."""
    return datetime(day.year, day.month, day.day, tzinfo=STATION_ZONE) + timedelta(seconds=seconds)


def unix(moment: datetime) -> float:
    """Seconds since 1970 UTC."""
    return moment.astimezone(UTC).timestamp()
