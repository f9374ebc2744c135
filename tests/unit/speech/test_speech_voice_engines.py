"""Engines behind one door: each in its own process, none able to spoil the others."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from broadcaster.base.errors import Refused
from broadcaster.speech.engines import Engines, candidates, engine_of
from broadcaster.speech.pack_shelf import PackShelf
from broadcaster.speech.voice_process import VoiceProcess

PACKS = Path(__file__).parents[2] / "data" / "voices"


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    PackShelf(tmp_path / "voices" / "packs").install(PACKS / "tiny-two", lambda *_: None)
    return tmp_path / "voices" / "packs"


@pytest.fixture
def engines(packs: Path) -> Iterator[Engines]:
    made = Engines(packs)
    yield made
    made.close()


def sick(program: str) -> VoiceProcess:
    return VoiceProcess([sys.executable, "-c", program], seconds=2)


def test_voices_of_all_engines(engines: Engines) -> None:
    found = {voice.id: voice for voice in engines.voices()}
    assert {"vi", "vi-vn-x-central+f3", "piper:vi_vn-two-low#0", "piper:vi_vn-two-low#1"} <= set(found)
    assert found["piper:vi_vn-two-low#1"].name == "two-low · giong-2"
    assert found["piper:vi_vn-two-low#1"].licence.startswith("CC0-1.0")
    assert found["vi+f3"].gender == "female"


def test_absent_engine_is_told_and_harms_nobody(packs: Path, tmp_path: Path) -> None:
    ours = Engines(packs, ["espeak", "sapi5", "nsss", "winrt", "piper"])
    assert {voice.engine for voice in ours.voices()} == {"espeak", "piper"}
    assert [(gone.engine, gone.code) for gone in ours.absent()] == [
        ("sapi5", "speech.no_engine"), ("nsss", "speech.no_engine"), ("winrt", "speech.no_engine")]
    assert all(gone.reason for gone in ours.absent())
    with pytest.raises(Refused) as refusal:
        ours.speak("a", "winrt:An", 130, tmp_path / "a.wav")
    assert refusal.value.code == "speech.no_engine"
    ours.close()


@pytest.mark.parametrize("program", ["import time; time.sleep(60)", "import os; os._exit(11)", "raise SystemExit(0)"])
def test_sick_engine_leaves_the_others(program: str, tmp_path: Path) -> None:
    ours = Engines(processes={"nsss": sick(program)}, names=["nsss", "espeak"])
    assert {voice.engine for voice in ours.voices()} == {"espeak"}
    assert ours.absent()[0].engine == "nsss"
    ours.speak("Xin chào", "vi", 130, tmp_path / "a.wav")
    assert (tmp_path / "a.wav").stat().st_size > 5000
    ours.close()


def test_hanging_engine_is_waited_for_once(tmp_path: Path) -> None:
    marks = tmp_path / "started"
    program = f"import time; open({str(marks)!r}, 'a').write('x'); time.sleep(60)"
    ours = Engines(processes={"nsss": sick(program)}, names=["nsss", "espeak"])
    for _ in range(3):
        assert {voice.engine for voice in ours.voices()} == {"espeak"}
        assert [gone.code for gone in ours.absent()] == ["speech.timeout"]
    assert marks.read_text() == "x"
    ours.close()


def test_no_engine_at_all_says_why() -> None:
    ours = Engines(names=["winrt"]) if sys.platform != "win32" else Engines(names=["nsss"])
    with pytest.raises(Refused) as refusal:
        ours.voices()
    assert refusal.value.code == "speech.no_engine"
    ours.close()


def test_both_neural_and_plain_voice_speak(engines: Engines, tmp_path: Path) -> None:
    for number, voice in enumerate(["piper:vi_vn-two-low#1", "vi", "piper:vi_vn-two-low#0"]):
        engines.speak("Xin chào", voice, 130, tmp_path / f"{number}.wav")
        assert (tmp_path / f"{number}.wav").stat().st_size > 5000


def test_requests_at_once_reach_the_right_engine(engines: Engines, tmp_path: Path) -> None:
    voices = ["vi", "piper:vi_vn-two-low#0", "vi-vn-x-south", "piper:vi_vn-two-low#1"] * 3
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda asked: engines.speak("Xin chào bà con", asked[1], 130, tmp_path / f"{asked[0]}.wav"),
                      enumerate(voices)))
    sizes = [(tmp_path / f"{number}.wav").stat().st_size for number in range(len(voices))]
    assert sizes[:4] * 3 == pytest.approx(sizes, rel=0.02)
    assert len(set(sizes[:3])) == 3


def test_new_pack_is_another_voice_in_the_cache(engines: Engines, packs: Path) -> None:
    before = engines.version("piper:vi_vn-two-low#1")
    assert before.startswith("piper ")
    assert engines.version("vi") != before
    assert engines.version("vi") == engines.version("vi+m5")
    PackShelf(packs).install(PACKS / "tiny", lambda *_: None)
    engines.forget("piper")
    assert engines.version("piper:vi_vn-tiny-medium") != before


def test_names_of_voices_tell_their_engine() -> None:
    assert [engine_of(voice) for voice in ("vi", "vi+f3", "piper:a#3", "nsss:com.apple.Linh", "xx:y", "piper")] == [
        "espeak", "espeak", "piper", "nsss", "espeak", "espeak"]
    assert candidates("win32") == ("espeak", "winrt", "sapi5", "piper")
    assert candidates("darwin")[1] == "nsss"
