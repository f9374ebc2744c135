"""Times of day as people say them, so that 5:00 is never taken for 17:00."""

from __future__ import annotations

from datetime import time

from broadcaster.schedule.words import spoken_time


def hour_words(clock: time | str) -> str:
    """5 giờ 30 sáng; empty for what is no time."""
    try:
        return spoken_time(time.fromisoformat(clock) if isinstance(clock, str) else clock)
    except ValueError:
        return ""
