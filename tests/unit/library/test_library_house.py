"""House form: loudness, peaks, trimming, the picture, the same bytes every time."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
from library_reference import reference
from library_sounds import RATE, babble, encode, wav

from broadcaster.base.errors import Refused
from broadcaster.library.house import Made, made
from broadcaster.library.loudness import CEILING_DB, Loudness

TARGET = -18.0


def house(path: Path, target: float = TARGET) -> tuple[Made, np.ndarray, Loudness]:
    """The verdict, the stored samples, and what an independent measurement of them says."""
    folder = path.parent / "run"
    folder.mkdir(exist_ok=True)
    with path.open("rb") as file, made(file, path.name, folder, target) as sound:
        info = soundfile.info(sound.file)
        assert (info.format, info.samplerate, info.channels, info.subtype) == ("FLAC", RATE, 1, "PCM_16")
        samples, _ = soundfile.read(sound.file, dtype="float32")
    assert list(folder.iterdir()) == []
    return sound, samples, reference(samples)


@pytest.mark.parametrize("level", [1.9, 0.3, 0.02])
def test_loud_and_faint_recordings_come_out_alike(tmp_path: Path, level: float) -> None:
    sound, _, stored = house(wav(tmp_path / "a.wav", level * babble(5.0), subtype="PCM_24"))
    assert stored.lufs == pytest.approx(TARGET, abs=0.1)
    assert sound.loudness.lufs == pytest.approx(stored.lufs, abs=0.1)
    assert sound.warnings == ()


def test_peaks_are_held_under_the_ceiling_and_loudness_kept(tmp_path: Path) -> None:
    speech = babble(5.0)
    speech[::7001] = 0.999  # clicks far above the voice
    sound, _, stored = house(wav(tmp_path / "a.wav", speech * np.where(np.arange(len(speech)) % 7001, 0.35, 0.6)))
    assert stored.lufs == pytest.approx(TARGET, abs=0.5)
    assert stored.true_peak_db <= CEILING_DB + 0.02
    assert sound.loudness.true_peak_db == pytest.approx(stored.true_peak_db, abs=0.1)


def test_what_cannot_be_loud_enough_is_left_quieter_and_said(tmp_path: Path) -> None:
    clicks = 0.001 * babble(5.0)
    clicks[::9001] = 0.9
    sound, _, stored = house(wav(tmp_path / "a.wav", clicks))
    assert "quiet" in sound.warnings
    assert stored.true_peak_db <= CEILING_DB + 0.02


def test_static_gain_changes_nothing_but_the_level(tmp_path: Path) -> None:
    speech = 0.3 * babble(3.0)
    _, samples, _ = house(wav(tmp_path / "a.wav", speech, subtype="FLOAT"))
    gain = np.dot(samples, speech[: len(samples)]) / np.dot(speech, speech)
    assert np.abs(samples - gain * speech[: len(samples)]).max() < 1.5 / 32768


def test_silence_at_the_ends_is_cut_to_50_ms(tmp_path: Path) -> None:
    quiet = np.zeros(3 * RATE)
    sound, samples, _ = house(wav(tmp_path / "a.wav", np.concatenate([quiet, babble(2.0) + 0.05, quiet])))
    assert sound.frames == len(samples) == pytest.approx(2.1 * RATE, abs=0.02 * RATE)
    assert sound.warnings == ("silent_head", "silent_tail")


def test_a_long_hole_is_noticed(tmp_path: Path) -> None:
    sound, _, _ = house(wav(tmp_path / "a.wav", np.concatenate([babble(2.0), np.zeros(11 * RATE), babble(2.0)])))
    assert sound.warnings == ("silent_middle",)


def test_only_silence_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        house(wav(tmp_path / "a.wav", np.zeros(3 * RATE)))
    assert caught.value.code == "sound.silent"


def test_opposite_channels_do_not_cancel_each_other(tmp_path: Path) -> None:
    speech = babble(3.0)
    _, _, stored = house(wav(tmp_path / "a.wav", np.stack([speech, -speech], axis=1)))
    assert stored.lufs == pytest.approx(TARGET, abs=0.1)


def test_clipped_and_narrow_recordings_are_said(tmp_path: Path) -> None:
    clipped, _, _ = house(wav(tmp_path / "a.wav", np.clip(9 * babble(3.0), -1, 1)))
    assert "clipped" in clipped.warnings
    phone, _, _ = house(encode(tmp_path / "b.amr", babble(3.0)))
    assert "resampled" in phone.warnings


@pytest.mark.parametrize("frames", [1, 300, 5000])
def test_blinks_of_sound_survive(tmp_path: Path, frames: int) -> None:
    sound, samples, _ = house(wav(tmp_path / "a.wav", np.full(frames, 0.5)))
    assert len(samples) == sound.frames == frames
    assert "short" in sound.warnings
    assert len(sound.waveform) == 1000
    assert 0.1 < np.abs(samples).max() <= 10 ** (CEILING_DB / 20)


def test_the_picture_shows_where_it_is_loud(tmp_path: Path) -> None:
    half = np.concatenate([0.1 * babble(2.0), babble(2.0)])
    sound, samples, _ = house(wav(tmp_path / "a.wav", half))
    columns = np.frombuffer(sound.waveform, dtype=np.uint8)
    assert len(columns) == 1000
    assert columns.max() == pytest.approx(255 * np.abs(samples).max(), abs=1)
    assert columns[550:].mean() > 5 * columns[:450].mean()


def test_the_same_source_gives_the_same_bytes(tmp_path: Path) -> None:
    path = encode(tmp_path / "a.mp3", babble(3.0))
    assert house(path)[0].sha256 == house(path)[0].sha256


def test_progress_only_grows_and_reaches_the_end(tmp_path: Path) -> None:
    seen: list[float] = []
    path = encode(tmp_path / "a.mp3", babble(20.0))
    with path.open("rb") as file, made(file, "a", tmp_path, TARGET, seen.append):
        pass
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
    assert len(seen) > 5
