"""Every voice engine keeps the same promises; ToneEngine is the smallest one that does."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import pytest

from broadcaster.base.errors import Refused
from broadcaster.speech.model import Voice
from broadcaster.speech.voices.engine import Engine
from broadcaster.speech.voices.espeak import EspeakEngine, unknown_voice
from broadcaster.speech.voices.espeak_driver import write_wav


class ToneEngine:
    """A beep as long as the text; a real WAV."""

    def version(self) -> str:
        return "tone 1"

    def voices(self) -> list[Voice]:
        return [Voice("tone", "Tone", "tone")]

    def speak(self, text: str, voice: str, rate: int, out: Path) -> None:
        if voice != "tone":
            raise unknown_voice(voice)
        time = np.arange(len(text) * 22_050 * 10 // rate) / 22_050
        samples = (np.sin(time * 2 * np.pi * 440) * 9000).astype("<i2").tobytes()
        try:
            write_wav(out, samples, 22_050)
        except OSError as error:
            raise Refused("speech.failed", str(error), detail=str(error)) from error


@pytest.fixture(params=[ToneEngine, EspeakEngine])
def engine(request: pytest.FixtureRequest) -> Engine:
    return request.param()


def frames(path: Path) -> int:
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        return file.getnframes()


def test_file_is_whole_when_speak_returns(engine: Engine, tmp_path: Path) -> None:
    voice = engine.voices()[0].id
    for place in range(3):
        engine.speak("Kính thưa bà con nhân dân", voice, 130, tmp_path / f"{place}.wav")
        assert frames(tmp_path / f"{place}.wav") > 5000


def test_faster_is_shorter(engine: Engine, tmp_path: Path) -> None:
    voice = engine.voices()[0].id
    for rate in (100, 200):
        engine.speak("Kính thưa bà con nhân dân xã nhà", voice, rate, tmp_path / f"{rate}.wav")
    assert frames(tmp_path / "200.wav") < 0.8 * frames(tmp_path / "100.wav")


def test_unknown_voice_and_unwritable_place_are_refused(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        engine.speak("a", "no such voice", 130, tmp_path / "a.wav")
    assert refusal.value.code == "speech.unknown_voice"
    for _ in range(2):
        with pytest.raises(Refused) as refusal:
            engine.speak("a", engine.voices()[0].id, 130, tmp_path / "no" / "such" / "a.wav")
        assert refusal.value.code == "speech.failed"
    assert not list(tmp_path.iterdir())


def test_long_text_does_not_crash(engine: Engine, tmp_path: Path) -> None:
    engine.speak("Kính thưa bà con. " * 1500, engine.voices()[0].id, 200, tmp_path / "a.wav")
    assert frames(tmp_path / "a.wav") > 100_000
