"""Lossy files come out as long as they went in, with every click where it was."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest

from broadcaster.library.decode import Source, blocks

AUDIO = Path(__file__).parents[2] / "data" / "audio"
LENGTH = round(30_992 * 48_000 / 44_100)


def decoded(path: Path) -> np.ndarray:
    with path.open("rb") as file:
        return np.concatenate(list(blocks(file, Source(path.name))))


def shift(sound: np.ndarray) -> int:
    """By how many frames it is late against the original."""
    original = decoded(AUDIO / "lossless.flac")
    size = 1 << 17
    spectrum = np.fft.rfft(sound, size) * np.conj(np.fft.rfft(original, size))
    place = int(np.argmax(np.fft.irfft(spectrum, size)))
    return place if place < size // 2 else place - size


@pytest.mark.parametrize("name", ["lossless.flac", "lame.mp3", "edit-list.m4a", "no-edit-list.m4a", "fragments.m4a",
                                  "vorbis.ogg", "opus.opus", "mp3.wav"])
def test_beginning_and_length_are_exact(name: str) -> None:
    sound = decoded(AUDIO / name)
    assert (shift(sound), len(sound)) == (0, LENGTH)


@pytest.mark.parametrize("name", ["untagged.mp3", "adts.aac", "layer2.mp2"])
def test_where_no_length_is_told_the_beginning_is_exact(name: str) -> None:
    """What fills the last packet cannot be told from sound: less than 1,152 frames at 44.1 kHz."""
    sound = decoded(AUDIO / name)
    assert shift(sound) == 0
    assert abs(len(sound) - LENGTH) <= 1_254


def test_the_first_frame_of_a_wma_is_lost_in_every_decoder() -> None:
    sound = decoded(AUDIO / "windows.wma")
    assert -2_230 <= shift(sound) <= 0


def test_itunes_tells_the_length_in_a_comment(tmp_path: Path) -> None:
    data = (AUDIO / "no-edit-list.m4a").read_bytes()
    note = f" 00000000 00000400 {0:08X} {30_992:016X} " + " ".join(["00000000"] * 8)
    path = tmp_path / "itunes.m4a"
    path.write_bytes(_with_comment(data, b"iTunSMPB", note.encode()))
    sound = decoded(path)
    assert (shift(sound), len(sound)) == (0, LENGTH)


def _atom(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body) + 8) + kind + body


def _with_comment(data: bytes, name: bytes, value: bytes) -> bytes:
    """The movie atom stands last: it may grow without anything having to move."""
    entry = _atom(b"----", _atom(b"mean", bytes(4) + b"com.apple.iTunes") + _atom(b"name", bytes(4) + name)
                  + _atom(b"data", struct.pack(">II", 1, 0) + value))
    handler = _atom(b"hdlr", bytes(8) + b"mdirappl" + bytes(9))
    user = _atom(b"udta", _atom(b"meta", bytes(4) + handler + _atom(b"ilst", entry)))
    place = data.rindex(b"moov") - 4
    size = struct.unpack(">I", data[place:place + 4])[0]
    assert place + size == len(data)
    old = data.find(b"udta", place)
    if old >= 0:  # FFmpeg's own comments give way
        start = old - 4
        data = data[:start] + data[start + struct.unpack(">I", data[start:start + 4])[0]:]
    return data[:place] + struct.pack(">I", len(data) - place + len(user)) + data[place + 4:] + user
