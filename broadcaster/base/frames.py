"""Sample frames, the only unit of time inside audio. House format: 48 kHz, mono, 16-bit FLAC."""

from __future__ import annotations

from typing import NewType

Frames = NewType("Frames", int)

RATE = 48_000
"""Frames per second of everything stored and played."""


def frames(seconds: float) -> Frames:
    """The nearest whole number of frames."""
    return Frames(round(seconds * RATE))


def seconds(count: int) -> float:
    """Frames as seconds."""
    return count / RATE


def clock_text(duration_seconds: float) -> str:
    """m:ss, or h:mm:ss from an hour on."""
    whole = max(0, round(duration_seconds))
    hours, rest = divmod(whole, 3600)
    minutes, secs = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{secs:02}" if hours else f"{minutes}:{secs:02}"
