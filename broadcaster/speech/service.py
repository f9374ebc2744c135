"""Text in, spoken words and sound out."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from broadcaster.base.errors import Refused
from broadcaster.base.settings import Settings
from broadcaster.speech.model import Reading, Voice
from broadcaster.speech.normalise import normalise, readings
from broadcaster.speech.sentence_cache import SentenceCache, cache_key
from broadcaster.speech.sentences import pieces, syllables
from broadcaster.speech.voice_process import VoiceProcess

if TYPE_CHECKING:
    from broadcaster.speech.samples import Samples

_SLOWEST, _FASTEST = 80, 300
# Seconds after trimming = (A x syllables + B x inner commas + C) / rate, fitted on eSpeak NG 1.52.
_A, _B, _C = 37.4, 48.0, 8.0
_REGION = {"vi-vn-x-south": 1.06, "vi-vn-x-central": 1.06}


class SpeechService:
    """What the rest of the program asks of the voice."""

    def __init__(self, settings: Settings, process: VoiceProcess | None = None, *, cache: Path | None = None) -> None:
        """`cache`: a folder for voiced sentences, so that they last from run to run; without one, memory alone."""
        self._settings = settings
        self._process = process or VoiceProcess()
        self._cache = SentenceCache(cache)
        self._version = ""

    def normalise(self, text: str) -> str:
        """The text as it will be read aloud."""
        return normalise(text)

    def readings(self, text: str) -> list[Reading]:
        """The text in stretches, each with its spoken form: the "đọc là…" preview."""
        return readings(text)

    def voices(self) -> list[Voice]:
        """The voices of this computer. Raises Refused: speech.*."""
        found, self._version = self._process.voices()
        return found

    def estimate_seconds(self, text: str, voice: str | None = None, rate: int | None = None) -> float:
        """How long the sound will be, within a few per cent, without making it."""
        name, speed = self._choice(voice, rate)
        region = _REGION.get(name.partition("+")[0], 1.0)
        total = 0.0
        wanted = pieces(normalise(text))
        for piece in wanted:
            commas = max(0, piece.text.rstrip(" ,").count(","))
            total += (_A * syllables(piece.text) + _B * commas + _C) / speed * region + piece.pause_ms / 1000
        return total - (wanted[-1].pause_ms / 1000 if wanted else 0.0)  # no pause after the last one

    def synthesise(self, text: str, folder: Path, voice: str | None = None, rate: int | None = None,
                   progress: Callable[[int, int], None] | None = None,
                   cancelled: Callable[[], bool] | None = None) -> Path:
        """Read `text` into a new WAV in `folder` (22,050 Hz, mono, 16 bit), sentence by sentence.

        Raises Refused: speech.empty, speech.cancelled, speech.unknown_voice, speech.timeout, speech.crashed,
        speech.failed, speech.no_engine, disk.*.
        """
        # numpy is loaded by whoever lets something be read, not at the window's start.
        from broadcaster.speech.samples import pause, write_speech

        name, speed = self._choice(voice, rate)
        wanted = pieces(normalise(text))
        if not wanted:
            raise Refused("speech.empty", "there is nothing to read")
        parts: list[Samples] = []
        with tempfile.TemporaryDirectory(prefix="dai-xa-voice-") as scratch:
            for index, piece in enumerate(wanted):
                if cancelled is not None and cancelled():
                    raise Refused("speech.cancelled", "reading was cancelled")
                parts.append(self._say(piece.text, name, speed, Path(scratch) / "a.wav"))
                if index < len(wanted) - 1:
                    parts.append(pause(piece.pause_ms))
                if progress is not None:
                    progress(index + 1, len(wanted))
        return write_speech(folder, parts)

    def close(self) -> None:
        """End the voice's process."""
        self._process.close()

    def _choice(self, voice: str | None, rate: int | None) -> tuple[str, int]:
        speed = int(rate or self._settings.speech.rate)
        return voice or self._settings.speech.voice, min(_FASTEST, max(_SLOWEST, speed))

    def _say(self, text: str, voice: str, rate: int, scratch: Path) -> Samples:
        from broadcaster.speech.samples import read_piece, trimmed

        if not self._version:
            self.voices()
        key = cache_key(self._version, voice, str(rate), text)
        kept = self._cache.get(key)
        if kept is not None:
            return kept
        scratch.unlink(missing_ok=True)
        self._process.speak(text, voice, rate, scratch)
        sound = trimmed(read_piece(scratch))
        self._cache.put(key, sound)
        return sound
