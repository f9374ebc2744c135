"""A voiced text in house form: measured by sentence, right as a whole, the same whatever was kept from before."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
from library_sounds import babble

from broadcaster.base.errors import Refused
from broadcaster.library import house, voiced
from broadcaster.library.loudness import Loudness, measure
from broadcaster.library.voiced import VoicedPieces, sentences
from broadcaster.library.weighting import energies, loudness

RATE = 22_050


def speech(*levels: float, rate: int = RATE, pause: float = 0.45) -> np.ndarray:
    """Sentences of different level and length between exact silences."""
    parts: list[np.ndarray] = []
    for number, level in enumerate(levels):
        parts += [level * babble(1.3 + 0.37 * number, number + 1, rate), np.zeros(int(pause * rate))]
    return (np.concatenate(parts[:-1]) * 32767).astype(np.int16)


def written(path: Path, sound: np.ndarray, rate: int = RATE) -> Path:
    soundfile.write(path, sound, rate, subtype="PCM_16")
    return path


def made(path: Path, target: float = -18.0, kept: VoicedPieces | None = None) -> tuple[Loudness, Loudness, bytes, int]:
    """(what it says, what FFmpeg's meter says, the samples, frames)."""
    with path.open("rb") as file, voiced.made(file, path.name, path.parent, target, kept or VoicedPieces()) as sound:
        samples, _ = soundfile.read(sound.file, dtype="float32")
        assert len(samples) == sound.frames
        assert len(sound.waveform) == 1000
        return sound.loudness, heard(samples), samples.tobytes(), sound.frames


def heard(samples: np.ndarray) -> Loudness:
    return measure(samples[start:start + 48_000] for start in range(0, len(samples), 48_000))


@pytest.mark.parametrize("levels", [(0.2, 0.2, 0.2), (0.9, 0.9), (0.01, 0.3, 0.9, 0.05), (0.02,), (1.9, 0.3)])
@pytest.mark.parametrize("target", [-18.0, -23.0, -14.0])
def test_loudness_and_peak_are_those_a_meter_finds(levels: tuple[float, ...], target: float, tmp_path: Path) -> None:
    said, found, _, _ = made(written(tmp_path / "a.wav", speech(*levels)), target)
    assert said.lufs is not None
    assert said.lufs == pytest.approx(found.lufs, abs=0.1)
    assert found.true_peak_db <= -1.0
    assert said.true_peak_db == pytest.approx(found.true_peak_db, abs=0.4)
    assert target - 0.5 <= found.lufs <= target + 0.3


@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 44_100, 48_000])
def test_same_as_the_way_of_all_sounds(rate: int, tmp_path: Path) -> None:
    path = written(tmp_path / "a.wav", speech(0.2, 0.4, 0.3, rate=rate), rate)
    said, _, samples, frames = made(path)
    with path.open("rb") as file, house.made(file, "a", tmp_path, -18.0) as other:
        theirs, _ = soundfile.read(other.file, dtype="float32")
    assert said.lufs == pytest.approx(other.loudness.lufs, abs=0.15)
    assert frames == pytest.approx(other.frames, abs=48 * 12)
    ours = np.frombuffer(samples, dtype=np.float32)
    count = min(len(ours), len(theirs)) // 4800 * 4800
    ours, theirs = (np.sqrt((part[:count].reshape(-1, 4800) ** 2).mean(axis=1)) for part in (ours, theirs))
    assert np.corrcoef(ours, theirs)[0, 1] > 0.99


def test_picture_shows_the_same_shape(tmp_path: Path) -> None:
    for levels in ((0.05, 0.4, 0.1), (0.2,)):
        path = written(tmp_path / "a.wav", speech(*levels)[:30_000 if len(levels) > 1 else 9_000])
        with path.open("rb") as file, voiced.made(file, "a", tmp_path, -18.0, VoicedPieces()) as sound:
            ours = np.frombuffer(sound.waveform, dtype=np.uint8).astype(int)
        with path.open("rb") as file, house.made(file, "a", tmp_path, -18.0) as sound:
            theirs = np.frombuffer(sound.waveform, dtype=np.uint8).astype(int)
        wide = [part.reshape(-1, 10).max(axis=1) for part in (ours, theirs)]
        assert np.corrcoef(wide[0], wide[1])[0, 1] > 0.9
        assert abs(int(ours.max()) - int(theirs.max())) < 12


def test_what_was_kept_changes_no_sample(tmp_path: Path) -> None:
    kept = VoicedPieces()
    first, second = speech(0.2, 0.3, 0.25, 0.2), speech(0.2, 0.3, 0.25, 0.2)
    second[40_000:41_000] //= 2
    made(written(tmp_path / "a.wav", first), kept=kept)
    assert made(written(tmp_path / "b.wav", second), kept=kept) == made(tmp_path / "b.wav")


def test_only_the_changed_sentence_is_worked_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    worked: list[int] = []
    real = voiced._piece
    monkeypatch.setattr(voiced, "_piece", lambda sound, rate: worked.append(len(sound)) or real(sound, rate))
    kept, parts = VoicedPieces(), [(babble(2.0, seed, RATE) * 8000).astype(np.int16) for seed in range(1, 6)]
    gap = np.zeros(RATE // 2, dtype=np.int16)

    def told(*numbers: int) -> int:
        worked.clear()
        sound = np.concatenate([piece for number in numbers for piece in (parts[number], gap)])
        made(written(tmp_path / "a.wav", sound), kept=kept)
        return len(worked)

    assert told(0, 1, 2, 3) == 4
    assert told(0, 1, 2, 3) == 0
    assert told(4, 1, 2, 0, 3, 3) == 1


@pytest.mark.parametrize("shift", [0, 1, 7, 219, 220, 221, 4_001])
def test_sentences_are_the_same_wherever_they_stand(shift: int) -> None:
    sound = speech(0.2, 0.3, 0.2, pause=0.16)
    plain = [sound[first:last].tobytes() for first, last in sentences(sound, RATE)]
    moved = np.concatenate([np.zeros(shift, dtype=np.int16), sound])
    assert [moved[first:last].tobytes() for first, last in sentences(moved, RATE)] == plain
    assert len(plain) == 3


def test_short_pause_parts_nothing() -> None:
    assert len(sentences(speech(0.2, 0.3, pause=0.1), RATE)) == 1
    assert sentences(np.zeros(9000, dtype=np.int16), RATE) == []
    assert sentences(np.ones(1, dtype=np.int16), RATE) == [(0, 1)]


def test_silence_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        made(written(tmp_path / "a.wav", np.zeros(RATE, dtype=np.int16)))
    assert refusal.value.code == "sound.silent"
    assert [path.name for path in tmp_path.iterdir()] == ["a.wav"]


def test_a_single_word_has_a_level_though_no_loudness(tmp_path: Path) -> None:
    said, found, _, frames = made(written(tmp_path / "a.wav", (babble(0.2, 1, RATE) * 9000).astype(np.int16)))
    assert said.lufs is None
    assert frames < 15_000
    assert -9.0 < found.true_peak_db < -1.0


def test_memory_has_a_limit() -> None:
    kept = VoicedPieces(most_bytes=500_000)
    for seed in range(1, 9):
        kept.of([(babble(1.0, seed, RATE) * 9000).astype(np.int16)], RATE)
    assert 0 < kept._bytes <= 500_000
    assert kept._bytes == sum(piece.bytes for piece in kept._kept.values())


@pytest.mark.parametrize(("subtype", "channels", "form", "fits"), [
    ("PCM_16", 1, "WAV", True), ("PCM_24", 1, "WAV", False), ("PCM_16", 2, "WAV", False), ("PCM_16", 1, "FLAC", False)])
def test_what_the_voice_did_not_write_goes_the_long_way(subtype: str, channels: int, form: str, fits: bool,
                                                        tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    soundfile.write(path, np.zeros((1000, channels)), RATE, subtype=subtype, format=form)
    with path.open("rb") as file:
        assert voiced.suits(file) is fits


def test_weighting_is_the_standard_meter_s() -> None:
    sound = (0.3 * babble(7.0, 3)).astype(np.float32)
    assert loudness(energies(sound)) == pytest.approx(heard(sound).lufs, abs=0.02)
    assert loudness(energies(np.zeros(48_000, dtype=np.float32))) is None
    tone = (10 ** (-23 / 20) * np.sin(2 * np.pi * 997 * np.arange(48_000 * 3) / 48_000)).astype(np.float32)
    assert loudness(energies(tone)) == pytest.approx(-23.0, abs=0.1)  # on two channels
