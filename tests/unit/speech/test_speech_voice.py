"""The voice itself: real engine, real child processes, real WAV files."""

from __future__ import annotations

import sys
import time
import wave
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from broadcaster.base.errors import Refused
from broadcaster.base.settings import Settings
from broadcaster.speech.pace import Pace
from broadcaster.speech.sentences import pieces
from broadcaster.speech.service import SpeechService
from broadcaster.speech.voice_process import VoiceProcess

TEXT = "Kính thưa bà con. Sáng ngày 19/7/2021, trên 70% dân số đã tiêm vắc xin, theo kế hoạch của xã."


@pytest.fixture
def speech() -> Iterator[SpeechService]:
    service = SpeechService(Settings())
    yield service
    service.close()


def seconds(path: Path) -> float:
    with wave.open(str(path)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (22_050, 1, 2)
        return file.getnframes() / 22_050


def test_vietnamese_voices_are_there(speech: SpeechService) -> None:
    assert {"vi", "vi-vn-x-south"} <= {voice.id for voice in speech.voices()}


@pytest.mark.parametrize("rate", [110, 130, 160])
def test_length_is_foretold(speech: SpeechService, tmp_path: Path, rate: int) -> None:
    real = seconds(speech.synthesise(TEXT, tmp_path, rate=rate))
    assert speech.estimate_seconds(TEXT, rate=rate) == pytest.approx(real, rel=0.12)


@pytest.mark.parametrize("voice", ["xx", "en", "vi+../../x", ""])
def test_unknown_voice_is_refused(speech: SpeechService, tmp_path: Path, voice: str) -> None:
    with pytest.raises(Refused) as refusal:
        speech.synthesise(TEXT, tmp_path, voice=voice or "-")
    assert refusal.value.code == "speech.unknown_voice"
    assert not list(tmp_path.iterdir())


def test_nothing_to_read_is_refused(speech: SpeechService, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="nothing to read"):
        speech.synthesise(" ./. \n - ", tmp_path)


def test_cancel_leaves_no_file(speech: SpeechService, tmp_path: Path) -> None:
    steps: list[int] = []
    with pytest.raises(Refused) as refusal:
        speech.synthesise(TEXT, tmp_path, progress=lambda done, of: steps.append(done), cancelled=lambda: bool(steps))
    assert refusal.value.code == "speech.cancelled"
    assert steps == [1]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("program", "code"), [
    ("import time; time.sleep(60)", "speech.timeout"),
    ("import os; os._exit(11)", "speech.crashed"),
    ("print('no json', flush=True); input()", "speech.crashed"),
])
def test_sick_engine_harms_nobody(program: str, code: str, tmp_path: Path) -> None:
    process = VoiceProcess([sys.executable, "-c", program], seconds=2)
    for _ in range(2):
        with pytest.raises(Refused) as refusal:
            process.speak("a", "vi", 130, tmp_path / "a.wav")
        assert refusal.value.code == code
    process.close()


def test_cancel_does_not_wait_for_a_slow_engine(tmp_path: Path) -> None:
    process = VoiceProcess([sys.executable, "-c", "import time; time.sleep(60)"], seconds=50)
    with pytest.raises(Refused) as refusal:
        process.speak("a", "vi", 130, tmp_path / "a.wav", cancelled=lambda: True)
    assert refusal.value.code == "speech.cancelled"
    process.close()


def test_engine_goes_on_after_its_process_was_killed(tmp_path: Path) -> None:
    process = VoiceProcess()
    process.speak("Xin chào", "vi", 130, tmp_path / "a.wav")
    assert process._child is not None
    process._child.kill()
    process._child.wait()
    process.speak("Xin chào", "vi", 130, tmp_path / "b.wav")
    process.close()
    assert seconds(tmp_path / "b.wav") == pytest.approx(seconds(tmp_path / "a.wav"), rel=0.02)


def test_unused_process_ends_and_comes_back(tmp_path: Path) -> None:
    process = VoiceProcess(rest_after=0.2)
    for name in ("a", "b"):
        process.speak("Xin chào", "vi", 130, tmp_path / f"{name}.wav")
        begun = time.monotonic()
        while process._child is not None and time.monotonic() - begun < 20:
            time.sleep(0.02)
        assert process._child is None
    process.close()
    assert (tmp_path / "b.wav").stat().st_size > 5000


def test_requests_at_once_are_all_answered(speech: SpeechService, tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        texts = [f"Thôn số {number}, xin chào bà con." for number in range(8)]
        made = list(pool.map(lambda text: seconds(speech.synthesise(text, tmp_path)), texts))
    assert len(list(tmp_path.glob("*.wav"))) == 8
    assert min(made) > 0.8


def test_pace_is_learnt_from_what_was_heard(tmp_path: Path) -> None:
    piece, pace = pieces("Kính thưa bà con nhân dân xã nhà.")[0], Pace(tmp_path / "pace.json")
    before = pace.seconds(piece, "piper:cham", 130)
    for _ in range(100):
        pace.learn(piece.text, "piper:cham", 130, 1.5 * before)
    pace.save()
    again = Pace(tmp_path / "pace.json")
    assert again.seconds(piece, "piper:cham", 130) == pytest.approx(1.5 * before, rel=0.05)
    assert again.seconds(piece, "piper:khac", 130) == pytest.approx(before)


@pytest.mark.parametrize("content", ["", "[]", "{\"vi\": 3}", "{\"vi\": [0, \"x\"]}", "{\"vi\": [-1, 1e9]}"])
def test_damaged_pace_is_as_good_as_none(content: str, tmp_path: Path) -> None:
    (tmp_path / "pace.json").write_text(content)
    piece = pieces("Xin chào.")[0]
    assert Pace(tmp_path / "pace.json").seconds(piece, "vi", 130) == Pace().seconds(piece, "vi", 130)


def test_pauses_follow_the_build_of_the_text() -> None:
    found = pieces("Kính thưa bà con. Mai họp thôn.\nThứ nhất, dọn vệ sinh.\n\nSau đây là lịch tiêm.\n"
                   "Xin nhắc lại, số điện thoại một hai ba.\n\nChúng tôi xin nhắc lại những điều chính.\nXin chào.")
    assert [piece.pause_ms for piece in found] == [450, 900, 1500, 2500, 2500, 900, 900]


def test_long_sentence_is_parted_at_commas() -> None:
    found = pieces(", ".join(["một hai ba bốn năm"] * 40) + ".")
    assert len(found) > 2
    assert all(len(piece.text) <= 221 for piece in found)
