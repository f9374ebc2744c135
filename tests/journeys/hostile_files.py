"""Files that mean no good, made on the spot."""

from __future__ import annotations

import itertools
import struct
import wave
import zipfile
import zlib
from pathlib import Path

import numpy as np
from hostile import LETTERS, MESSAGE

from broadcaster.base.paths import shipped

_BODY = b'<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
_END = b"</w:body></w:document>"


def empty(path: Path) -> None:
    path.write_bytes(b"")


def huge_sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200_000_000)


def huge_text(path: Path) -> None:
    block = "Căn cứ Công văn số 12/UBND về việc tuyên truyền phòng, chống dịch bệnh.\n".encode() * 20_000
    with path.open("wb") as file:
        while file.tell() < 200_000_000:
            file.write(block)


def picture_file(path: Path) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
                     + chunk(b"IDAT", zlib.compress(bytes(4))) + chunk(b"IEND", b""))


def cut_off(source: Path, share: float, path: Path) -> None:
    data = source.read_bytes()
    path.write_bytes(data[:int(len(data) * share)])


def docx_with(path: Path, *pieces: bytes, times: int = 1) -> None:
    """A real letter whose text is replaced."""
    with zipfile.ZipFile(LETTERS / "seed-000.docx") as source, \
            zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for entry in source.infolist():
            if entry.filename != "word/document.xml":
                target.writestr(entry.filename, source.read(entry.filename))
                continue
            with target.open(entry.filename, "w", force_zip64=True) as file:
                file.write(_BODY)
                for _ in range(times):
                    for piece in pieces:
                        file.write(b"<w:p><w:r><w:t>" + piece + b"</w:t></w:r></w:p>")
                file.write(_END)


def bomb(path: Path) -> None:
    docx_with(path, b"A" * 300_000, times=1_500)


def lying_bomb(path: Path) -> None:
    """The same, but its directory says that it unpacks to 50,000 bytes."""
    bomb(path)
    data = bytearray(path.read_bytes())
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        length = struct.unpack("<H", data[place + 28:place + 30])[0]
        if data[place + 46:place + 46 + length] == b"word/document.xml":
            struct.pack_into("<I", data, place + 24, 50_000)
        place = data.find(b"PK\x01\x02", place + 4)
    path.write_bytes(data)


def laughing_bomb(path: Path) -> None:
    """Entities of entities, that unfold to a thousand million words."""
    names = "abcdefghij"
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in itertools.pairwise(names))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target, \
            zipfile.ZipFile(LETTERS / "seed-000.docx") as source:
        for entry in source.infolist():
            data = source.read(entry.filename)
            if entry.filename == "word/document.xml":
                text = b"<w:p><w:r><w:t>&j;</w:t></w:r></w:p>"
                data = f"<!DOCTYPE x [{entities}]>".encode() + _BODY[21:] + text + _END
            target.writestr(entry.filename, data)


def wordy_docx(path: Path) -> None:
    """Honest about its size, and 16 MB of words."""
    letters = np.random.default_rng(7).integers(97, 105, 1_000_000, dtype=np.uint8)
    docx_with(path, letters.tobytes(), times=16)


def bare_mp3(path: Path) -> None:
    """A tag, and no sound behind it."""
    path.write_bytes(b"ID3\x04\x00\x00\x00\x00\x00\x00")


def truncated_mp3(path: Path) -> None:
    cut_off(shipped("resources", "audio", MESSAGE), 0.5, path)


def soundless_wav(path: Path) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(48_000)


def silent_wav(path: Path) -> None:
    soundless_wav(path)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(48_000)
        file.writeframes(bytes(2 * 48_000 * 3))


def text_as_wav(path: Path) -> None:
    path.write_text("Đây là một văn bản, không phải âm thanh.\n" * 200, encoding="utf-8")


def tone(path: Path, hertz: float, seconds: float = 2.0) -> None:
    """A good sound, different for each pitch."""
    time = np.arange(int(48_000 * seconds)) / 48_000
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(48_000)
        file.writeframes((np.sin(2 * np.pi * hertz * time) * 12_000).astype("<i2").tobytes())
