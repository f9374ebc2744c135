"""Written Vietnamese into words to be read aloud."""

from __future__ import annotations

from broadcaster.base.vietnamese import nfc
from broadcaster.speech.model import Reading


def normalise(text: str) -> str:
    return nfc(text)


def readings(text: str) -> list[Reading]:
    return [Reading(text, text, 0, len(text))] if text else []
