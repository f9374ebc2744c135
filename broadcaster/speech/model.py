"""From written to spoken text, and the voices that say it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Reading:
    """One stretch of text and how it will be read; `spoken` equals `written` where nothing changes."""

    written: str
    spoken: str
    start: int
    end: int

    @property
    def changed(self) -> bool:
        return self.written != self.spoken


@dataclass(frozen=True)
class Voice:
    """One voice of one engine."""

    id: str
    """"vi", "vi-vn-x-south+f3", "piper:vais1000"."""
    name: str
    engine: str
    """espeak | sapi5 | piper."""
    region: str = ""
    """north | central | south."""
