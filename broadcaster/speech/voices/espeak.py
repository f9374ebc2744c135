"""The voice that is always there: eSpeak NG's Vietnamese, through pyttsx3."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyttsx3

from broadcaster.speech.model import Voice
from broadcaster.speech.voices import espeak_driver
from broadcaster.speech.voices.engine import failed, no_engine, unknown_voice
from broadcaster.speech.voices.espeak_library import EspeakError

LICENCE = "GPL-3.0-or-later"
_REGIONS = {"vi": "north", "vi-vn-x-central": "central", "vi-vn-x-south": "south"}
_VARIANT = re.compile(r"\+(?:[fm][1-9]|[A-Za-z][\w-]{1,20})\Z")


class EspeakEngine:
    """Engine over pyttsx3 with our driver."""

    def __init__(self) -> None:
        espeak_driver.register()
        try:
            self._engine: Any = pyttsx3.init(espeak_driver.DRIVER)
        except EspeakError as error:
            raise no_engine(error) from error
        self._errors: list[Exception] = []
        self._engine.connect("error", lambda name=None, exception=None: self._errors.append(exception))
        self._codes = [code for code, _ in espeak_driver.library().vietnamese()]

    def version(self) -> str:
        return f"espeak-ng {espeak_driver.library().version()}"

    def voices(self) -> list[Voice]:
        known = sorted(self._codes, key=lambda code: list(_REGIONS).index(code) if code in _REGIONS else 99)
        plain = [Voice(code, f"eSpeak {code}", "espeak", _REGIONS.get(code, ""), LICENCE, "male") for code in known]
        female = [replace(voice, id=f"{voice.id}+f3", name=f"{voice.name} +f3", gender="female") for voice in plain]
        return plain + female

    def speak(self, text: str, voice: str, rate: int, out: Path, pitch: int = 50) -> None:
        self._check(voice)
        self._errors.clear()
        self._engine.setProperty("voice", voice)
        self._engine.setProperty("rate", int(rate))
        self._engine.setProperty("pitch", int(pitch))
        self._engine.setProperty("volume", 0.7)  # at 1.0 eSpeak reaches full scale
        self._engine.save_to_file(text or " ", str(out))  # pyttsx3 stumbles over nothing
        self._engine.runAndWait()
        if self._errors or not out.exists():
            raise failed(self._errors[0] if self._errors else "no file")

    def _check(self, voice: str) -> None:
        # eSpeak takes any name that begins like a voice and goes on in English: only known ones pass.
        base, plus, _ = voice.partition("+")
        if base not in self._codes or (plus and not _VARIANT.match(voice[len(base):])):
            raise unknown_voice(voice)
