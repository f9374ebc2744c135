"""What every voice engine offers. Engines live in the worker process, never in the window."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from broadcaster.speech.model import Voice


class Engine(Protocol):
    """One way to turn spoken Vietnamese into a WAV file."""

    def version(self) -> str:
        """Name and version; part of the cache key."""
        ...

    def voices(self) -> list[Voice]:
        """Every voice that can be named in `speak`, best first; variants of timbre excepted."""
        ...

    def speak(self, text: str, voice: str, rate: int, out: Path) -> None:
        """Write all of `out` (16-bit mono WAV) or nothing. Raises Refused: speech.unknown_voice, speech.failed."""
        ...
