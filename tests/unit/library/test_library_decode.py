"""Real files of every format, whole and broken, through the decoder and the meter."""

from __future__ import annotations

import contextlib
import io
import os
from pathlib import Path

import numpy as np
import pytest
import soundfile
from library_sounds import FORMATS, RATE, babble, encode, wav

from broadcaster.base.errors import Refused
from broadcaster.library import decode
from broadcaster.library.decode import Source, blocks
from broadcaster.library.loudness import measure


def decoded(path: Path) -> tuple[np.ndarray, Source]:
    source = Source(path.name)
    with path.open("rb") as file:
        return np.concatenate(list(blocks(file, source))), source


def refused(path: Path) -> Refused:
    with pytest.raises(Refused) as caught:
        decoded(path)
    return caught.value


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_gives_the_sound_at_house_rate(tmp_path: Path, suffix: str) -> None:
    sound = babble(3.0)
    heard, source = decoded(encode(tmp_path / f"a{suffix}", sound))
    assert len(heard) == pytest.approx(len(sound), abs=0.045 * RATE)
    assert source.bad_packets == 0
    tolerance = 4.0 if suffix == ".amr" else 1.0  # a telephone codec loses half of the noise
    assert measure([heard]).lufs == pytest.approx(measure([sound.astype(np.float32)]).lufs, abs=tolerance)


@pytest.mark.parametrize("suffix", [".flac", ".ogg", ".mp3", ".opus", ".m4a"])
def test_gapless_formats_are_sample_exact_in_length(tmp_path: Path, suffix: str) -> None:
    assert len(decoded(encode(tmp_path / f"a{suffix}", babble(3.0)))[0]) == 3 * RATE


def test_flac_at_house_rate_is_bit_exact(tmp_path: Path) -> None:
    path = tmp_path / "a.flac"
    sound = (babble(1.0) * 32767).astype(np.int16)
    soundfile.write(path, sound, RATE, subtype="PCM_16")
    assert np.array_equal(np.rint(decoded(path)[0] * 32768).astype(np.int16), sound)


def test_name_means_nothing(tmp_path: Path) -> None:
    heard, _ = decoded(encode(tmp_path / "bản tin.wav", babble(2.0), suffix=".mp3"))
    assert len(heard) == 2 * RATE


@pytest.mark.parametrize(("name", "data", "code"), [
    ("zero.mp3", b"", "sound.empty"),
    ("text.wav", "Kính thưa bà con ".encode() * 500, "sound.unreadable"),
    ("picture.mp3", b"\x89PNG\r\n\x1a\n" + bytes(5000), "sound.unreadable"),
    ("random.m4a", np.random.default_rng(3).bytes(100_000), "sound.unreadable"),
    ("zeros.flac", bytes(50_000), "sound.unreadable"),
    ("list.m3u8", b"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n/a.aac\n#EXT-X-ENDLIST\n", "sound.unreadable"),
])
def test_what_is_no_sound_is_refused(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    error = refused(path)
    assert (error.code, error.facts["name"]) == (code, name)


def test_zero_seconds_are_empty(tmp_path: Path) -> None:
    assert refused(wav(tmp_path / "nothing.wav", np.zeros(0))).code == "sound.empty"


@pytest.mark.parametrize("suffix", [".mp3", ".flac", ".wav", ".wma"])
def test_a_file_cut_in_half_is_refused_with_facts(tmp_path: Path, suffix: str) -> None:
    path = encode(tmp_path / f"a{suffix}", babble(6.0))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    error = refused(path)
    assert error.code == "sound.truncated"
    assert error.facts["percent"] < 98


def test_half_an_m4a_is_refused(tmp_path: Path) -> None:
    path = encode(tmp_path / "a.m4a", babble(6.0))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert refused(path).code in {"sound.unreadable", "sound.truncated"}


def test_an_ogg_without_its_end_is_noticed(tmp_path: Path) -> None:
    path = encode(tmp_path / "a.opus", babble(6.0))
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])
    assert decoded(path)[1].tail_missing


def test_a_rotten_mp3_is_refused(tmp_path: Path) -> None:
    path = encode(tmp_path / "a.mp3", babble(6.0))
    data = bytearray(path.read_bytes())
    for place in range(2000, len(data), 300):
        data[place:place + 40] = os.urandom(40)
    path.write_bytes(bytes(data))
    assert refused(path).code in {"sound.truncated", "sound.unreadable"}


def test_random_damage_ends_in_sound_or_a_refusal(tmp_path: Path) -> None:
    random = np.random.default_rng(11)
    for suffix in FORMATS:
        whole = encode(tmp_path / f"a{suffix}", babble(1.0)).read_bytes()
        for _ in range(6):
            data = bytearray(whole)
            for place in random.integers(0, len(data), 8):
                data[place] = random.integers(0, 256)
            heard: list[np.ndarray] = []
            with contextlib.suppress(Refused):
                heard = list(blocks(io.BytesIO(bytes(data)), Source("x")))
            assert all(np.isfinite(block).all() for block in heard)


def test_longer_than_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode, "LONGEST_SECONDS", 2)
    assert refused(wav(tmp_path / "a.wav", babble(3.0))).code == "sound.too_long"


def test_stereo_mix_never_clips(tmp_path: Path) -> None:
    tone = 0.99 * np.sin(2 * np.pi * 440 * np.arange(RATE) / RATE)
    path = wav(tmp_path / "a.wav", np.stack([tone, tone], axis=1))
    heard, _ = decoded(path)
    assert np.abs(heard).max() == pytest.approx(0.99, abs=0.001)


def test_cancel_stops_in_the_middle(tmp_path: Path) -> None:
    path = encode(tmp_path / "a.mp3", babble(10.0))
    asked = iter([False] * 5 + [True] * 1000)
    with path.open("rb") as file, pytest.raises(Refused) as caught:
        list(blocks(file, Source("a"), cancelled=lambda: next(asked)))
    assert caught.value.code == "import.cancelled"


@pytest.mark.parametrize("level", [-23.0, -40.0, -60.0])
def test_meter_agrees_with_the_standard_tone(level: float) -> None:
    """EBU Tech 3341: a 997 Hz stereo tone of −23 dBFS measures −23 LUFS."""
    tone = 10 ** (level / 20) * np.sin(2 * np.pi * 997 * np.arange(5 * RATE) / RATE)
    found = measure([tone.astype(np.float32)])
    assert found.lufs == pytest.approx(level, abs=0.1)
    assert found.true_peak_db == pytest.approx(level, abs=0.1)


def test_meter_says_nothing_of_a_blink() -> None:
    assert measure([babble(0.1).astype(np.float32)]).lufs is None
