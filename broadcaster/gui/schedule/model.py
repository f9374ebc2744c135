"""When nothing may sound, for the strip of a day."""

from __future__ import annotations

from broadcaster.protocol.rundown import QuietHours

_DAY_S = 86_400


def quiet_stretches(quiet: QuietHours) -> list[tuple[float, float]]:
    """Seconds of the day in which nothing may sound."""
    start, end = _clock_seconds(quiet.start), _clock_seconds(quiet.end)
    if start <= end:
        return [(start, end)] if start < end else []
    return [(0.0, end), (start, float(_DAY_S))]


def _clock_seconds(text: str) -> float:
    hours, minutes = text.split(":")[:2]
    return int(hours) * 3600.0 + int(minutes) * 60
