"""What every voice engine offers. Engines live in worker processes, never in the window."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from broadcaster.base.errors import Refused
from broadcaster.speech.model import Voice


class Engine(Protocol):
    """One way to turn spoken Vietnamese into a WAV file."""

    def version(self) -> str:
        """Name and version; part of the key of kept sentences."""
        ...

    def voices(self) -> list[Voice]:
        """Every Vietnamese voice that can be named in `speak`, best first; variants of timbre excepted."""
        ...

    def speak(self, text: str, voice: str, rate: int, out: Path, pitch: int = 50) -> None:
        """Write all of `out` (voices.wav's kind) or nothing. Raises Refused: speech.unknown_voice, speech.failed.

        `rate` is eSpeak's words per minute for every engine; `pitch` goes from 0 to 99.
        """
        ...


def unknown_voice(voice: str) -> Refused:
    return Refused("speech.unknown_voice", f"there is no voice {voice!r}", voice=voice)


def failed(error: Exception | str) -> Refused:
    detail = str(error) or type(error).__name__
    return Refused("speech.failed", f"the voice failed: {detail}", detail=detail)


def no_engine(reason: Exception | str) -> Refused:
    return Refused("speech.no_engine", f"the reading voice cannot start: {reason}", detail=str(reason))
