"""Text in, spoken words and sound out."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from broadcaster.base.errors import Refused
from broadcaster.base.settings import Settings
from broadcaster.speech.engines import Engines
from broadcaster.speech.lexicon_file import Lexicon
from broadcaster.speech.model import AbsentEngine, Pack, Reading, Voice
from broadcaster.speech.pace import Pace
from broadcaster.speech.pack_shelf import PackShelf
from broadcaster.speech.sentence_cache import SentenceCache, cache_key
from broadcaster.speech.sentences import pieces
from broadcaster.speech.voice_process import VoiceProcess, cancelled_reading, worker_command

if TYPE_CHECKING:
    from broadcaster.speech.samples import Samples

_SLOWEST, _FASTEST = 80, 300
_TRIAL = "Xin chào bà con."


@dataclass(frozen=True)
class _Manner:
    """Who reads, and how."""

    voice: str
    rate: int
    pitch: int


class SpeechService:
    """What the rest of the program asks of the voice."""

    def __init__(self, settings: Settings, engines: Engines | None = None, *, cache: Path | None = None,
                 packs: Path | None = None, lexicon: Lexicon | None = None) -> None:
        """`cache`: a folder for voiced sentences, so that they last from run to run; without one, memory alone.

        `packs`: where voice packs lie; by default "packs" beside the cache. `lexicon`: the station's own readings.
        """
        self.lexicon = lexicon
        self._settings = settings
        if packs is None and cache is not None:
            packs = cache.parent / "packs"
        self._engines = engines or Engines(packs)
        self._shelf = PackShelf(packs)
        self._cache = SentenceCache(cache)
        self._pace = Pace(cache.parent / "pace.json" if cache is not None else None)

    def normalise(self, text: str) -> str:
        """The text as it will be read aloud."""
        # Thousands of words and rules, loaded when the first text is to be read.
        from broadcaster.speech.normalise import normalise

        return normalise(text, self.lexicon.table() if self.lexicon else None)

    def readings(self, text: str) -> list[Reading]:
        """The text in stretches, each with its spoken form: the "đọc là…" preview."""
        from broadcaster.speech.normalise import readings

        return readings(text, self.lexicon.table() if self.lexicon else None)

    def voices(self) -> list[Voice]:
        """The voices of this computer. Raises Refused: speech.* when no engine at all starts."""
        return self._engines.voices()

    def absent(self) -> tuple[AbsentEngine, ...]:
        """The engines `voices` left out the last time, and why."""
        return self._engines.absent()

    def estimate_seconds(self, text: str, voice: str | None = None, rate: int | None = None) -> float:
        """How long the sound will be, within a few per cent, without making it."""
        manner = self._manner(voice, rate, None)
        wanted = pieces(self.normalise(text))
        total = sum(self._pace.seconds(piece, manner.voice, manner.rate) + piece.pause_ms / 1000 for piece in wanted)
        return total - (wanted[-1].pause_ms / 1000 if wanted else 0.0)  # no pause after the last one

    def synthesise(self, text: str, folder: Path, voice: str | None = None, rate: int | None = None,
                   progress: Callable[[int, int], None] | None = None,
                   cancelled: Callable[[], bool] | None = None, *, pitch: int | None = None) -> Path:
        """Read `text` into a new WAV in `folder` (22,050 Hz, mono, 16 bit), sentence by sentence.

        Voice, rate and pitch that are not given are the station's.
        Raises Refused: speech.empty, speech.cancelled, speech.unknown_voice, speech.timeout, speech.crashed,
        speech.failed, speech.no_engine, speech.pack_broken, disk.*.
        """
        # numpy is loaded by whoever lets something be read, not at the window's start.
        from broadcaster.speech.samples import pause, write_speech

        manner = self._manner(voice, rate, pitch)
        wanted = pieces(self.normalise(text))
        if not wanted:
            raise Refused("speech.empty", "there is nothing to read")
        parts: list[Samples] = []
        with tempfile.TemporaryDirectory(prefix="dai-xa-voice-") as scratch:
            for index, piece in enumerate(wanted):
                if cancelled is not None and cancelled():
                    raise cancelled_reading()
                parts.append(self._say(piece.text, manner, Path(scratch) / "a.wav", cancelled))
                if index < len(wanted) - 1:
                    parts.append(pause(piece.pause_ms))
                if progress is not None:
                    progress(index + 1, len(wanted))
        self._pace.save()
        return write_speech(folder, parts)

    def packs(self) -> list[Pack]:
        """The voice packs of this station."""
        return self._shelf.packs()

    def look_at_pack(self, path: Path) -> Pack:
        """What a pack (folder or zip) says of itself, its licence above all; installs nothing.

        Raises Refused: speech.pack_*, file.missing, file.unreadable.
        """
        return self._shelf.look(path)

    def install_pack(self, path: Path, progress: Callable[[float], None] | None = None,
                     cancelled: Callable[[], bool] | None = None) -> Pack:
        """Take in a pack (folder or zip), after letting it speak; all of it or nothing.

        Raises Refused: speech.pack_*, file.missing, file.unreadable, disk.*.
        """
        self._engines.forget("piper")  # it may hold files of the pack this one replaces
        made = self._shelf.install(path, _try_pack, progress, cancelled)
        self._engines.forget("piper")
        return made

    def remove_pack(self, name: str) -> None:
        """Put a pack away; `restore_pack` brings it back. Raises Refused: speech.pack_unknown, disk.*."""
        self._engines.forget("piper")  # its open files could not be moved on Windows
        self._shelf.remove(name)

    def removed_packs(self) -> list[Pack]:
        """What `restore_pack` can bring back."""
        return self._shelf.removed()

    def restore_pack(self, name: str) -> Pack:
        """Raises Refused: speech.pack_unknown, disk.*."""
        self._engines.forget("piper")
        made = self._shelf.restore(name)
        self._engines.forget("piper")
        return made

    def close(self) -> None:
        """End the voices' processes."""
        self._pace.save()
        self._engines.close()

    def _manner(self, voice: str | None, rate: int | None, pitch: int | None) -> _Manner:
        speech = self._settings.speech
        speed = int(rate or speech.rate)
        return _Manner(voice or speech.voice, min(_FASTEST, max(_SLOWEST, speed)),
                       min(99, max(0, speech.pitch if pitch is None else int(pitch))))

    def _say(self, text: str, manner: _Manner, scratch: Path, cancelled: Callable[[], bool] | None) -> Samples:
        from broadcaster.speech.samples import read_piece, trimmed
        from broadcaster.speech.voices.wav import SAMPLE_RATE

        version = self._engines.version(manner.voice)
        key = cache_key(version, manner.voice, str(manner.rate), str(manner.pitch), text)
        kept = self._cache.get(key)
        if kept is not None:
            return kept
        scratch.unlink(missing_ok=True)
        self._engines.speak(text, manner.voice, manner.rate, scratch, manner.pitch, cancelled)
        sound = trimmed(read_piece(scratch))
        self._pace.learn(text, manner.voice, manner.rate, len(sound) / SAMPLE_RATE)
        self._cache.put(key, sound)
        return sound


def _try_pack(folder: Path, name: str) -> None:
    """Let the pack in `folder`/`name` say a few syllables, in a process of its own. Raises Refused: speech.*."""
    from broadcaster.speech.samples import read_piece, trimmed

    process = VoiceProcess(worker_command("piper", str(folder)), 90.0)
    try:
        with tempfile.TemporaryDirectory(prefix="dai-xa-voice-") as scratch:
            for voice in process.voices()[0][:1]:
                out = Path(scratch) / "a.wav"
                process.speak(_TRIAL, voice.id, 130, out)
                if len(trimmed(read_piece(out))) > 1000:
                    return
        raise Refused("speech.pack_broken", "this voice pack makes no sound", detail="no sound")
    finally:
        process.close()
