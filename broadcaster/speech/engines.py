"""All voice engines of this computer behind one door; each in a process of its own, started when first asked."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.speech.model import AbsentEngine, Voice
from broadcaster.speech.voice_process import VoiceProcess, worker_command

_OF_SYSTEM = {"win32": ("winrt", "sapi5"), "darwin": ("nsss",)}
_NAMED = ("piper", "winrt", "sapi5", "nsss")
_SECONDS = {"espeak": 30.0, "piper": 90.0}
"""A neural voice on an old computer takes its time, above all for the first sentence."""
_OTHERS_SECONDS = 60.0
_REST_AFTER = {"piper": 180.0}
"""Its model holds some 250 MB, which a small computer has better use for."""


def engine_of(voice: str) -> str:
    """Which engine speaks a voice: the word before its ":", else eSpeak."""
    name = voice.partition(":")[0]
    return name if name in _NAMED and ":" in voice else "espeak"


def candidates(platform: str = sys.platform) -> tuple[str, ...]:
    """The engines this kind of computer may have, best last resort first."""
    return ("espeak", *_OF_SYSTEM.get(platform, ()), "piper")


class Engines:
    """Asks each engine for its voices, and the right one to speak. Safe to use from several threads."""

    def __init__(self, packs: Path | None = None, names: Iterable[str] | None = None,
                 processes: dict[str, VoiceProcess] | None = None) -> None:
        """`packs`: where Piper's packs lie; None: there are none. `processes`: ready ones, by engine."""
        self._packs = packs
        self._names = tuple(names or candidates())
        self._lock = threading.Lock()
        self._processes = dict(processes or {})
        self._found: dict[str, tuple[list[Voice], str]] = {}
        self._absent: dict[str, AbsentEngine] = {}

    def voices(self) -> list[Voice]:
        """Every voice that can be used now. Raises Refused: speech.* only when no engine at all starts."""
        first: BroadcasterError | None = None
        for name in self._names:
            if name in self._absent and self._absent[name].code == "speech.timeout":
                continue  # an engine that hangs would keep everybody waiting each time
            try:
                self._ask(name)
            except BroadcasterError as error:
                first = first or error
        found = [voice for name in self._names for voice in self._found.get(name, ([], ""))[0]]
        if not found and first is not None:
            raise first
        return _once(found)

    def absent(self) -> tuple[AbsentEngine, ...]:
        """The engines that `voices` left out the last time, and why."""
        return tuple(self._absent.values())

    def version(self, voice: str) -> str:
        """What stands for the voice's sound in a cache. Raises Refused: speech.*."""
        name = engine_of(voice)
        if name not in self._found:
            self._ask(name)
        voices, version = self._found.get(name, ([], ""))
        own = next((known.version for known in voices if known.id == voice), "")
        return own or version

    def speak(self, text: str, voice: str, rate: int, out: Path, pitch: int = 50,
              cancelled: Callable[[], bool] | None = None) -> None:
        """One sentence into a WAV. Raises Refused: speech.*."""
        name = engine_of(voice)
        if name not in self._names:
            raise Refused("speech.unknown_voice", f"there is no voice {voice!r} on this computer", voice=voice)
        self._process(name).speak(text, voice, rate, out, pitch, cancelled)

    def forget(self, name: str) -> None:
        """End an engine's process and what is known of it, because its voices changed."""
        with self._lock:
            process = self._processes.pop(name, None)
        self._found.pop(name, None)
        self._absent.pop(name, None)
        if process is not None:
            process.close()

    def close(self) -> None:
        for process in list(self._processes.values()):
            process.close()

    def _ask(self, name: str) -> None:
        self._absent.pop(name, None)
        if name == "piper" and not self._has_packs():
            self._found.pop(name, None)
            return
        try:
            voices, version = self._process(name).voices()
        except BroadcasterError as error:
            self._found.pop(name, None)
            self._absent[name] = AbsentEngine(name, error.code, error.text)
            raise
        self._found[name] = (voices, version)
        if not voices:
            self._absent[name] = AbsentEngine(name, "speech.no_vietnamese", f"{name} has no Vietnamese voice")

    def _has_packs(self) -> bool:
        try:
            return self._packs is not None and any(not place.name.startswith(".") for place in self._packs.iterdir())
        except OSError:
            return False

    def _process(self, name: str) -> VoiceProcess:
        with self._lock:
            if name not in self._processes:
                folder = str(self._packs) if name == "piper" and self._packs is not None else ""
                self._processes[name] = VoiceProcess(worker_command(name, folder),
                                                     _SECONDS.get(name, _OTHERS_SECONDS), _REST_AFTER.get(name))
            return self._processes[name]


def _once(voices: list[Voice]) -> list[Voice]:
    """Windows shows the same voice in two lists: the first is kept."""
    seen: set[str] = set()
    kept = []
    for voice in voices:
        key = voice.name.partition(" - ")[0] if voice.engine in {"sapi5", "winrt"} else voice.id
        if key not in seen:
            kept.append(voice)
            seen.add(key)
    return kept
