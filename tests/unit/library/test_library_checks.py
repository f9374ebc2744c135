"""What the import found is kept with the sound and told in facts."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
import soundfile
from library_reference import reference
from library_sounds import RATE, babble, encode, wav
from PIL import Image

from broadcaster.base.errors import Refused
from broadcaster.library import tags
from broadcaster.library.checks import WARNINGS, Checks
from broadcaster.library.content import speech_share
from broadcaster.library.decode import Source, blocks
from broadcaster.library.house import Made, examine
from broadcaster.library.loudness import Meter


def examined(path: Path) -> Made:
    folder = path.parent / "out"
    folder.mkdir(exist_ok=True)
    return examine(path, folder, -18.0)


def test_findings_are_those_of_the_source(tmp_path: Path) -> None:
    left, right = 0.5 * babble(6.0, seed=1), 0.3 * babble(6.0, seed=2)
    hole = np.zeros(3 * RATE)
    sound = np.stack([np.concatenate([hole, left, hole, left, hole]), np.concatenate([hole, right, hole, right, hole])])
    path = wav(tmp_path / "a.wav", sound.T, subtype="PCM_24")
    checks = examined(path).checks
    assert checks is not None
    meter = reference(sound)
    assert checks.source_lufs == pytest.approx(meter.lufs, abs=0.1)
    assert checks.source_true_peak_db == pytest.approx(meter.true_peak_db, abs=0.1)
    assert (checks.head_silence, checks.middle_silence) == pytest.approx((3.0, 3.0), abs=0.03)
    assert (checks.source_seconds, checks.channels, checks.codec, checks.rate) == (21.0, 2, "pcm_s24le", 48_000)
    assert abs(checks.correlation or 1) < 0.1
    assert checks.warnings == ("silent_head", "silent_tail")
    assert checks.facts("silent_tail") == {"seconds": 3.0}
    assert Checks.from_json(checks.to_json()) == checks


def test_the_finished_files_stay_where_they_were_wanted(tmp_path: Path) -> None:
    made = examined(encode(tmp_path / "a.mp3", np.concatenate([np.zeros(RATE), babble(3.0)]), title="Bản tin sáng"))
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["ends.flac", "house.flac"]
    assert soundfile.info(made.file).frames == made.frames
    assert made.source.title == "Bản tin sáng"
    assert made.edit is not None
    assert made.edit.head_frames > 0.9 * RATE


def test_channels_against_each_other_are_said(tmp_path: Path) -> None:
    sound = babble(4.0)
    opposite = examined(wav(tmp_path / "a.wav", np.stack([sound, -sound], axis=1)))
    faint = examined(wav(tmp_path / "b.wav", np.stack([sound, -0.5 * sound], axis=1)))
    assert opposite.warnings == ("opposite_polarity",)
    assert faint.warnings == ("mono_loss",)
    assert faint.checks is not None
    assert faint.checks.facts("mono_loss") == {"db": pytest.approx(10.0, abs=0.3), "correlation": -1.0}


def test_every_warning_has_facts_and_unknown_keys_are_left_out() -> None:
    assert all(Checks().facts(code) for code in WARNINGS)
    assert Checks.from_json({"seconds": 3.0, "from_the_future": 1}).seconds == 3.0
    assert Checks.from_json({}) == Checks()


def test_a_head_with_nothing_but_zeros_behind_it_is_cut_off(tmp_path: Path) -> None:
    path = encode(tmp_path / "a.mp3", babble(3.0))
    with path.open("ab") as file:
        file.truncate(path.stat().st_size + (40 << 20))
    with path.open("rb") as file, pytest.raises(Refused) as caught:
        list(blocks(file, Source("a")))
    assert caught.value.code == "sound.truncated"


def test_a_tag_bigger_than_memory_is_passed_over(tmp_path: Path) -> None:
    whole = encode(tmp_path / "a.mp3", babble(2.0)).read_bytes()
    size = 30 << 20
    head = b"ID3\x03\x00\x00" + bytes((size >> shift) & 0x7F for shift in (21, 14, 7, 0))
    path = tmp_path / "b.mp3"
    path.write_bytes(head + bytes(size) + whole[whole.index(b"\xff\xfb"):])
    with path.open("rb") as file:
        assert sum(map(len, blocks(file, Source("b")))) == 2 * RATE


def test_speech_and_music_are_told_apart() -> None:
    """Syllables with gaps on one hand, held chords on the other; what is between must only not be sure."""
    random = np.random.default_rng(1)
    place = np.arange(20 * RATE) / RATE
    syllables = np.clip(np.sin(2 * np.pi * 4.3 * place), 0, 1) * (np.sin(2 * np.pi * 0.4 * place) > -0.7)
    chord = sum(np.sin(2 * np.pi * hertz * place) for hertz in (220, 277, 330)) * (1 + 0.2 * np.sin(place))
    assert (_share(syllables * random.standard_normal(len(place))) or 0) > 0.8
    assert (_share(chord) or 0) < 0.2
    assert _share(chord[:RATE]) is None


def _share(sound: np.ndarray) -> float | None:
    meter = Meter()
    meter.add((0.1 * sound).astype(np.float32))
    meter.close()
    return speech_share(meter.energies())


@pytest.mark.parametrize(("raw", "expected"), [
    ("Hà Nội mùa thu".encode(), "Hà Nội mùa thu"),
    ("Hà Nội mùa thu".encode().decode("latin-1").encode(), "Hà Nội mùa thu"),
    (b"Th\xab b\xb8o c\xf1a \xf1y ban", "Thô báo của ủy ban"),
    ("Beyoncé – Déjà vu".encode(), "Beyoncé – Déjà vu"),
    ("Beyoncé".encode("latin-1"), "Beyoncé"),
    ("Trường Sơn".encode("cp1258", "replace"), None),
    (b"plain", "plain"),
])
def test_tags_in_old_letters_are_read(raw: bytes, expected: str | None) -> None:
    found = tags.legible(raw.decode("utf-8", "surrogateescape"))
    assert found == expected if expected else "\ufffd" not in found


def test_a_cover_becomes_small_and_a_bomb_becomes_none(tmp_path: Path) -> None:
    picture = io.BytesIO()
    Image.new("RGBA", (900, 700), (200, 30, 30, 255)).save(picture, "PNG")
    with Image.open(io.BytesIO(tags.small(picture.getvalue()))) as small:
        assert (small.format, max(small.size)) == ("JPEG", 256)
    bomb = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(bomb, "PNG")
    assert tags.small(bomb.getvalue()) == b""
    assert tags.small(picture.getvalue()[:200]) == b""
    assert tags.small(b"no picture") == b""


def test_a_cover_is_read_out_of_an_mp3(tmp_path: Path) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (300, 300), (0, 90, 200)).save(picture, "JPEG")
    body = b"\x00image/jpeg\x00\x03\x00" + picture.getvalue()
    frame = b"APIC" + len(body).to_bytes(4, "big") + b"\x00\x00" + body
    size = len(frame)
    tag = b"ID3\x03\x00\x00" + bytes((size >> shift) & 0x7F for shift in (21, 14, 7, 0)) + frame
    plain = encode(tmp_path / "a.mp3", babble(2.0)).read_bytes()
    path = tmp_path / "b.mp3"
    path.write_bytes(tag + plain[plain.index(b"\xff\xfb"):])
    made = examined(path)
    with Image.open(io.BytesIO(made.cover)) as cover:
        assert cover.size == (256, 256)
