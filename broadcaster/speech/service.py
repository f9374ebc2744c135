"""Text in, spoken words and sound out."""

from __future__ import annotations

from broadcaster.base.settings import Settings


class SpeechService:
    """What the rest of the program asks of the voice."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def close(self) -> None:
        """End the voice's process."""
