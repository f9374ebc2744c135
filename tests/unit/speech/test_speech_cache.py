"""Voiced sentences are kept from run to run, within a limit, and never trusted blindly."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from broadcaster.base.settings import Settings, changed
from broadcaster.speech.engines import Engines
from broadcaster.speech.sentence_cache import SentenceCache, cache_key
from broadcaster.speech.service import SpeechService
from broadcaster.speech.voice_process import VoiceProcess

SOUND = np.arange(-500, 500, dtype=np.int16)


class CountingProcess(VoiceProcess):
    """The real process, counting what it is asked to say."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def speak(self, text: str, voice: str, rate: int, out: Path, pitch: int = 50,
              cancelled: Callable[[], bool] | None = None) -> None:
        self.said.append(text)
        super().speak(text, voice, rate, out, pitch, cancelled)


@pytest.fixture
def processes() -> Iterator[list[CountingProcess]]:
    started: list[CountingProcess] = []
    yield started
    for process in started:
        process.close()


def said(text: str, folder: Path, processes: list[CountingProcess], pitch: int = 50) -> list[str]:
    """What a new run has to voice for `text`."""
    processes.append(CountingProcess())
    engines = Engines(processes={"espeak": processes[-1]})
    settings = changed(Settings(), "speech", pitch=pitch)
    SpeechService(settings, engines, cache=folder / "cache").synthesise(text, folder / "out")
    return processes[-1].said


def test_next_run_voices_the_changed_sentence_alone(tmp_path: Path, processes: list[CountingProcess]) -> None:
    assert len(said("Kính thưa bà con. Mai họp thôn. Xin cảm ơn.", tmp_path, processes)) == 3
    assert said("Kính thưa bà con. Mốt họp thôn. Xin cảm ơn.", tmp_path, processes) == ["Mốt họp thôn."]


def test_another_pitch_is_another_sound(tmp_path: Path, processes: list[CountingProcess]) -> None:
    assert len(said("Mai họp thôn.", tmp_path, processes)) == 1
    assert len(said("Mai họp thôn.", tmp_path, processes, pitch=60)) == 1
    assert said("Mai họp thôn.", tmp_path, processes) == []


def test_same_sound_comes_back(tmp_path: Path) -> None:
    SentenceCache(tmp_path).put("k", SOUND)
    found = SentenceCache(tmp_path).get("k")
    assert found is not None
    assert np.array_equal(found, SOUND)
    assert SentenceCache(tmp_path).get("other") is None


@pytest.mark.parametrize("damage", [b"", b"dai-xa-voice-1\n", b"RIFF....WAVE" * 200])
def test_damaged_entry_is_as_good_as_absent(tmp_path: Path, damage: bytes) -> None:
    SentenceCache(tmp_path).put("k", SOUND)
    (tmp_path / "k").write_bytes(damage)
    assert SentenceCache(tmp_path).get("k") is None
    assert not (tmp_path / "k").exists()


def test_one_altered_sample_is_noticed(tmp_path: Path) -> None:
    SentenceCache(tmp_path).put("k", SOUND)
    data = bytearray((tmp_path / "k").read_bytes())
    data[-1] ^= 1
    (tmp_path / "k").write_bytes(data)
    assert SentenceCache(tmp_path).get("k") is None


def test_longest_unused_go_first(tmp_path: Path) -> None:
    cache = SentenceCache(tmp_path, disk_bytes=7 * (SOUND.nbytes + 47))
    for number in range(7):
        cache.put(f"k{number}", SOUND)
        os.utime(tmp_path / f"k{number}", (1000 + number, 1000 + number))
    assert SentenceCache(tmp_path).get("k0") is not None  # used just now
    cache.put("k7", SOUND)
    left = {path.name for path in tmp_path.iterdir()}
    assert {"k0", "k7"} <= left
    assert "k1" not in left
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 7 * (SOUND.nbytes + 47)


def test_folder_that_cannot_be_written_harms_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = SentenceCache(tmp_path / "file" / "cache")
    cache.put("k", SOUND)
    assert cache.get("k") is SOUND


def test_key_tells_voice_rate_and_text_apart() -> None:
    assert len({cache_key("1", "vi", "130", "a"), cache_key("1", "vi", "131", "a"), cache_key("1", "vi", "130", "b"),
                cache_key("2", "vi", "130", "a"), cache_key("1", "vi1", "30", "a")}) == 5
