"""Every voice engine keeps the same promises; ToneEngine is the smallest one that does."""

from __future__ import annotations

import sys
import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import standin_driver

from broadcaster.base.errors import Refused
from broadcaster.speech.model import Voice
from broadcaster.speech.pack_shelf import PackShelf
from broadcaster.speech.voices.engine import Engine, failed, unknown_voice
from broadcaster.speech.voices.espeak import EspeakEngine
from broadcaster.speech.voices.piper import PiperEngine
from broadcaster.speech.voices.system import SystemEngine, nsss, sapi5
from broadcaster.speech.voices.wav import write_wav
from broadcaster.speech.voices.winrt import WinrtEngine

PACKS = Path(__file__).parents[1] / "data" / "voices"
GREETING = "Kính thưa bà con nhân dân xã nhà"


class ToneEngine:
    """A beep as long as the text; a real WAV."""

    def version(self) -> str:
        return "tone 1"

    def voices(self) -> list[Voice]:
        return [Voice("tone", "Tone", "tone")]

    def speak(self, text: str, voice: str, rate: int, out: Path, pitch: int = 50) -> None:
        if voice != "tone":
            raise unknown_voice(voice)
        time = np.arange(len(text) * 22_050 * 3 // rate) / 22_050
        samples = (np.sin(time * 2 * np.pi * 440 * (0.5 + pitch / 100)) * 9000).astype("<i2").tobytes()
        try:
            write_wav(out, samples, 22_050)
        except OSError as error:
            raise failed(error) from error


def espeak(_folder: Path) -> Engine:
    return EspeakEngine()


def piper(folder: Path, pack: str = "tiny") -> Engine:
    PackShelf(folder / "packs").install(PACKS / pack, lambda *_: None)
    return PiperEngine(folder / "packs")


def through_pyttsx3(_folder: Path) -> Engine:
    """The path of SAPI5 and NSSpeech but for the operating system: pyttsx3 itself, a driver that writes AIFF."""
    return SystemEngine("standin", standin_driver.DRIVER, standin_driver.register, ".aiff")


def only_on(platform: str, make: Callable[[], Engine]) -> Callable[[Path], Engine]:
    def made(_folder: Path) -> Engine:
        if sys.platform != platform:
            pytest.skip(f"this engine is part of {platform}")
        return make()
    return made


ENGINES: dict[str, Callable[[Path], Engine]] = {
    "tone": lambda _: ToneEngine(), "espeak": espeak, "piper": piper,
    "piper of two": lambda folder: piper(folder, "tiny-two"), "pyttsx3": through_pyttsx3,
    "sapi5": only_on("win32", sapi5), "winrt": only_on("win32", WinrtEngine), "nsss": only_on("darwin", nsss),
}


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    made = ENGINES[request.param](tmp_path_factory.mktemp("engine"))
    if not made.voices():
        pytest.skip("no Vietnamese voice on this computer")
    return made


def frames(path: Path) -> int:
    with wave.open(str(path)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (22_050, 1, 2)
        return file.getnframes()


def samples(path: Path) -> np.ndarray:
    with wave.open(str(path)) as file:
        return np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")


def test_file_is_whole_when_speak_returns(engine: Engine, tmp_path: Path) -> None:
    voice = engine.voices()[0].id
    for place in range(3):
        engine.speak(GREETING, voice, 130, tmp_path / f"{place}.wav")
        assert frames(tmp_path / f"{place}.wav") > 5000
        assert np.abs(samples(tmp_path / f"{place}.wav")).max() > 1000
    assert len(list(tmp_path.iterdir())) == 3  # nothing half-made beside them


def test_each_voice_listed_can_speak(engine: Engine, tmp_path: Path) -> None:
    ids = [voice.id for voice in engine.voices()]
    assert len(set(ids)) == len(ids)
    for voice in ids:
        engine.speak("Xin chào", voice, 130, tmp_path / "a.wav")
        assert frames(tmp_path / "a.wav") > 2000
        (tmp_path / "a.wav").unlink()


def test_longer_text_is_longer(engine: Engine, tmp_path: Path) -> None:
    voice = engine.voices()[0].id
    for times in (1, 4):
        engine.speak(". ".join([GREETING] * times), voice, 130, tmp_path / f"{times}.wav")
    assert frames(tmp_path / "4.wav") > 2.5 * frames(tmp_path / "1.wav")


def test_faster_is_shorter(engine: Engine, tmp_path: Path) -> None:
    voice = engine.voices()[0].id
    for rate in (100, 200):
        engine.speak(GREETING, voice, rate, tmp_path / f"{rate}.wav")
    assert frames(tmp_path / "200.wav") < 0.8 * frames(tmp_path / "100.wav")


def test_higher_pitch_is_another_sound_as_long(engine: Engine, tmp_path: Path) -> None:
    voice = engine.voices()[0].id
    for pitch in (15, 85):
        engine.speak(GREETING, voice, 130, tmp_path / f"{pitch}.wav", pitch)
    low, high = samples(tmp_path / "15.wav"), samples(tmp_path / "85.wav")
    assert len(high) == pytest.approx(len(low), rel=0.15)
    assert keynote(high) > 1.05 * keynote(low)


def keynote(sound: np.ndarray) -> float:
    """The voice's own tone in hertz: where the sound is most like itself a moment later."""
    power = np.abs(np.fft.rfft(sound.astype(float), 2 * len(sound))) ** 2
    likeness = np.fft.irfft(power)[:22_050 // 50]
    lags = np.arange(22_050 // 600, 22_050 // 60)
    best = likeness[lags].max()
    tops = (lag for lag in lags if likeness[lag] >= 0.9 * best and likeness[lag] > likeness[lag + 1])
    return 22_050 / float(next(tops))


def test_same_words_are_as_long_again(engine: Engine, tmp_path: Path) -> None:
    voice = engine.voices()[0].id
    for place in ("a", "b"):
        engine.speak(GREETING, voice, 130, tmp_path / f"{place}.wav")
    assert frames(tmp_path / "a.wav") == pytest.approx(frames(tmp_path / "b.wav"), rel=0.02)


@pytest.mark.parametrize("voice", ["no such voice", "", "en", "piper:", "piper:../tiny", "piper:tiny#99", "vi+../../x"])
def test_unknown_voice_is_refused(engine: Engine, voice: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        engine.speak("a", voice, 130, tmp_path / "a.wav")
    assert refusal.value.code == "speech.unknown_voice"
    assert not list(tmp_path.iterdir())


def test_unwritable_place_is_refused_and_forgotten(engine: Engine, tmp_path: Path) -> None:
    voice = engine.voices()[0].id
    for _ in range(2):
        with pytest.raises(Refused) as refusal:
            engine.speak("a", voice, 130, tmp_path / "no" / "such" / "a.wav")
        assert refusal.value.code == "speech.failed"
    assert not list(tmp_path.iterdir())
    engine.speak(GREETING, voice, 130, tmp_path / "a.wav")
    assert frames(tmp_path / "a.wav") > 5000


@pytest.mark.parametrize("text", ["", " \n\t ", "…", "\0a\0", "[[a]] {b} <c/> & \\", "🎉 Tết 中文 العربية", "ế" * 300,
                                  "\u202eđảo\u202c \ufeff", "a" * 500])
def test_odd_text_is_no_reason_to_fail(engine: Engine, text: str, tmp_path: Path) -> None:
    engine.speak(text, engine.voices()[0].id, 200, tmp_path / "a.wav")
    frames(tmp_path / "a.wav")


def test_long_text_does_not_crash(engine: Engine, tmp_path: Path) -> None:
    engine.speak("Kính thưa bà con. " * 1200, engine.voices()[0].id, 200, tmp_path / "a.wav")
    assert frames(tmp_path / "a.wav") > 100_000


def test_folder_with_accents_and_blanks(engine: Engine, tmp_path: Path) -> None:
    place = tmp_path / "Trạm truyền thanh xã Mẫu – bản tin số 1"
    place.mkdir()
    engine.speak(GREETING, engine.voices()[0].id, 130, place / "bản tin.wav")
    assert frames(place / "bản tin.wav") > 5000
