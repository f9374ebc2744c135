"""The operating system's own voices through pyttsx3: SAPI5 on Windows, NSSpeechSynthesizer on macOS.

pyttsx3's second `runAndWait` may hang or say nothing there, so each request gets a fresh engine. macOS writes AIFF
whatever the file is called, and neither driver knows a pitch: what it wrote is read and written anew.
"""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.speech.model import Voice
from broadcaster.speech.voices.engine import failed, no_engine, unknown_voice
from broadcaster.speech.voices.wav import pitch_factor, write_float

_VOLUME = 0.8


class SystemEngine:
    """Engine over one of pyttsx3's drivers; only its Vietnamese voices exist for us."""

    def __init__(self, name: str, driver: str, prepare: Callable[[], None] = lambda: None,
                 suffix: str = ".wav") -> None:
        """`name`: sapi5 | nsss, before the ":" of a voice's id. `prepare` registers a driver of our own."""
        self._name, self._driver, self._suffix = name, driver, suffix
        try:
            prepare()
            fresh(driver)
        except Exception as error:  # COM, Objective-C and pyttsx3 raise what they like
            raise no_engine(error) from error

    def version(self) -> str:
        return f"{self._name} 1"

    def voices(self) -> list[Voice]:
        found = [voice for voice in fresh(self._driver).getProperty("voices") if _vietnamese(voice)]
        return [Voice(f"{self._name}:{voice.id}", str(voice.name), self._name, _region(voice),
                      "", {"female": "female", "male": "male"}.get(str(voice.gender or "").lower(), ""))
                for voice in found]

    def speak(self, text: str, voice: str, rate: int, out: Path, pitch: int = 50) -> None:
        if voice not in {known.id for known in self.voices()}:
            raise unknown_voice(voice)
        factor = pitch_factor(pitch)
        with tempfile.TemporaryDirectory(prefix="dai-xa-voice-") as folder:
            made = Path(folder) / f"a{self._suffix}"
            self._write(text, voice.removeprefix(f"{self._name}:"), round(rate / factor), made)
            try:
                sound, sample_rate = _read(made)
                write_float(out, sound, sample_rate * factor)
            except (OSError, RuntimeError) as error:
                raise failed(error) from error

    def _write(self, text: str, token: str, rate: int, made: Path) -> None:
        errors: list[Exception] = []
        engine = fresh(self._driver)
        engine.connect("error", lambda name=None, exception=None: errors.append(exception))
        try:
            engine.setProperty("voice", token)
            engine.setProperty("rate", rate)
            engine.setProperty("volume", _VOLUME)
            engine.save_to_file(text or " ", str(made))  # pyttsx3 stumbles over nothing
            engine.runAndWait()
        except Exception as error:
            raise failed(error) from error
        finally:
            del engine
            gc.collect()
        if errors or not made.exists():
            raise failed(errors[0] if errors else "no file")


def fresh(driver: str) -> Any:
    """A new engine; pyttsx3.init would hand out the old one."""
    from pyttsx3.engine import Engine

    return Engine(driver)


def sapi5() -> SystemEngine:
    """Windows; OneCore voices included, which SAPI does not list by itself."""
    from broadcaster.speech.voices import sapi_onecore

    return SystemEngine("sapi5", sapi_onecore.DRIVER, sapi_onecore.register)


def nsss() -> SystemEngine:
    """macOS, where the voice "Linh" is there from the start."""
    return SystemEngine("nsss", "nsss", suffix=".aiff")


def _vietnamese(voice: Any) -> bool:
    return any(str(language).lower().replace("_", "-").lstrip("\x05").startswith("vi")
               for language in voice.languages or [])


def _region(voice: Any) -> str:
    return "north" if "an" in str(voice.name).lower().split() else ""


def _read(path: Path) -> tuple[Any, int]:
    import soundfile

    try:
        sound, rate = soundfile.read(path, dtype="float32", always_2d=True)
    except soundfile.SoundFileError as error:
        raise Refused("speech.failed", f"the voice made no sound file: {error}", detail=str(error)) from error
    return sound.mean(axis=1), int(rate)
