"""What a few file formats say about their own end, where the decoder does not pass it on."""

from __future__ import annotations

from typing import IO

from broadcaster.base.errors import Refused

_HEAD = 65_536
_MOST_TAG = 24 << 20
_UNKNOWN_SIZES = {0, 0xFFFFFFFF, 0x7FFFFFFF}


def promised_share(file: IO[bytes]) -> float:
    """How much of the bytes a RIFF header promises is there: 1.0 for whole files and other formats."""
    size = file.seek(0, 2)
    file.seek(0)
    head = file.read(12)
    if head[:4] not in {b"RIFF", b"RIFX"} or head[8:12] != b"WAVE":
        return 1.0
    promised = int.from_bytes(head[4:8], "little" if head[:4] == b"RIFF" else "big")
    return 1.0 if promised in _UNKNOWN_SIZES else min(1.0, size / (promised + 8))


def tells_its_length(file: IO[bytes]) -> bool:
    """Whether the container's length is a fact; AMR, AAC and an MP3 without Xing header only let it be guessed."""
    head = _after_id3(file)
    if head.startswith((b"#!AMR", b"ADIF")):
        return False
    if len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0:  # MPEG audio or ADTS frame
        return any(mark in head[:4096] for mark in (b"Xing", b"Info", b"VBRI"))
    return True


def ends_properly(file: IO[bytes]) -> bool:
    """Whether the last page of an Ogg file is marked as the last; True for other formats."""
    size = file.seek(0, 2)
    file.seek(0)
    if file.read(4) != b"OggS":
        return True
    file.seek(max(0, size - 2 * _HEAD))
    tail = file.read()
    last = tail.rfind(b"OggS")
    return last >= 0 and len(tail) > last + 5 and bool(tail[last + 5] & 4)


def after_huge_tag(file: IO[bytes]) -> int:
    """Where to begin reading: after an ID3 tag so big that the demuxer would take all memory for it, else 0."""
    length = _id3_length(file)
    return length if length > _MOST_TAG else 0


def _after_id3(file: IO[bytes]) -> bytes:
    file.seek(_id3_length(file))
    return file.read(_HEAD)


def _id3_length(file: IO[bytes]) -> int:
    file.seek(0)
    head = file.read(10)
    if head[:3] != b"ID3" or len(head) < 10:
        return 0
    length = 0
    for byte in head[6:10]:
        length = (length << 7) | (byte & 0x7F)
    return 10 + length


def unreadable_file(name: str, error: OSError) -> Refused:
    """The medium failed (a stick pulled out, a share gone), not the sound."""
    return Refused("file.unreadable", f"cannot read {name}: {error.strerror or error}", name=name,
                   detail=error.strerror or "")
