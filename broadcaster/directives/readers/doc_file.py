"""The container of an old Word document: its two streams, the pieces its text is made of, and where stories begin."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from broadcaster.base.errors import Refused
from broadcaster.directives.readers.damage import damaged
from broadcaster.directives.readers.kinds import unsupported

MAX_STREAM_BYTES = 50_000_000
MAX_CHARACTERS = 5_000_000
_MAGIC = 0xA5EC
_FIRST_97 = 0x00C1
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_COUNTS = ("body", "footnotes", "headers", "comments", "endnotes", "boxes", "header_boxes")
_OTHERS = {"Workbook": "xls", "Book": "xls", "PowerPoint Document": "ppt", "__properties_version1.0": "msg",
           "VisioDocument": "vsd"}
CLX, CHARACTER_PAGES, PARAGRAPH_PAGES, FONTS, LISTS, LIST_OVERRIDES, STYLES, BOXES = 33, 12, 13, 15, 73, 74, 1, 56
"""Places in the header's table of (offset, length) pairs."""


@dataclass(frozen=True)
class _Piece:
    start: int
    end: int
    offset: int
    wide: bool


class DocFile:
    """One opened document; parsing errors are struct.error, IndexError or ValueError."""

    def __init__(self, word: bytes, table: bytes) -> None:
        self.word = word
        self._table = table
        self._pieces = self._read_pieces()

    def part(self, index: int) -> bytes:
        """The bytes of the table stream that the header's pair number `index` points at."""
        count = struct.unpack_from("<H", self.word, 0x98)[0]
        if index >= count:
            return b""
        offset, length = struct.unpack_from("<II", self.word, 0x9A + 8 * index)
        return self._table[offset : offset + length] if offset + length <= len(self._table) else b""

    def table_from(self, offset: int) -> bytes:
        """The rest of the table stream behind a place in it."""
        return self._table[offset:]

    def spans(self) -> dict[str, tuple[int, int]]:
        """Where the body, the notes and the boxes stand in the text."""
        counts = struct.unpack_from("<3i", self.word, 0x4C) + struct.unpack_from("<4i", self.word, 0x5C)
        found: dict[str, tuple[int, int]] = {}
        position = 0
        for name, count in zip(_COUNTS, counts, strict=True):
            if count < 0 or count > MAX_CHARACTERS:
                raise ValueError(name)
            found[name] = (position, position + count)
            position += count
        return found

    def boxes(self) -> list[tuple[int, int]]:
        """Where each text box stands in the text."""
        start, end = self.spans()["boxes"]
        data = self.part(BOXES)
        count = max(0, (len(data) - 4) // 26)
        marks = struct.unpack_from(f"<{count + 1}i", data) if count else ()
        found = [(start + a, start + b) for a, b in pairwise(marks) if 0 <= a < b <= end - start]
        return found or [(start, end)]

    def characters(self, start: int, end: int) -> Iterator[tuple[str, int]]:
        """Each character between two positions, and its place in the file."""
        for piece in self._pieces:
            first, last = max(start, piece.start), min(end, piece.end)
            if first >= last:
                continue
            size = 2 if piece.wide else 1
            offset = piece.offset + (first - piece.start) * size
            data = self.word[offset : offset + (last - first) * size]
            text = data.decode("utf-16-le", "surrogatepass") if piece.wide and len(data) % 2 == 0 else _narrow(data)
            # A letter beyond the first plane is one character here and two there.
            for character in text:
                yield character, offset
                offset += size * (2 if ord(character) > 0xFFFF else 1)

    def _read_pieces(self) -> list[_Piece]:
        data = self.part(CLX)
        position = 0
        while position < len(data) and data[position] == 1:
            position += 3 + struct.unpack_from("<H", data, position + 1)[0]
        if position >= len(data) or data[position] != 2:
            raise ValueError("no pieces")
        length = struct.unpack_from("<I", data, position + 1)[0]
        table = data[position + 5 : position + 5 + length]
        count = (len(table) - 4) // 12
        ends = struct.unpack_from(f"<{count + 1}i", table, 0)
        pieces: list[_Piece] = []
        for index in range(count):
            place = struct.unpack_from("<I", table, 4 * (count + 1) + 8 * index + 2)[0]
            wide = not place & 0x40000000
            place &= 0x3FFFFFFF
            if 0 <= ends[index] < ends[index + 1] <= MAX_CHARACTERS:
                pieces.append(_Piece(ends[index], ends[index + 1], place if wide else place // 2, wide))
        return pieces


def open_doc(path: Path) -> DocFile:
    """The document in an old container. Raises Refused: letter.damaged, password, unsupported."""
    import olefile

    try:
        with olefile.OleFileIO(str(path), raise_defects=olefile.DEFECT_INCORRECT) as container:
            return _document(container, path)
    except Refused:
        raise
    except Exception as error:
        # The library has many ways to stumble over a broken file; all mean the same.
        raise damaged(path, "doc", type(error).__name__) from error


def _document(container: object, path: Path) -> DocFile:
    def stream(name: str) -> bytes:
        if container.get_size(name) > MAX_STREAM_BYTES:  # type: ignore[attr-defined]
            raise damaged(path, "doc", "too large")
        with container.openstream(name) as file:  # type: ignore[attr-defined]
            return bytes(file.read())

    exists = container.exists  # type: ignore[attr-defined]
    if exists("EncryptedPackage"):
        raise Refused("letter.password", f"{path.name} is protected by a password", name=path.name)
    if not exists("WordDocument"):
        raise unsupported(path, next((kind for name, kind in _OTHERS.items() if exists(name)), "OLE"))
    word = stream("WordDocument")
    magic, version = struct.unpack_from("<HH", word, 0)
    flags = struct.unpack_from("<H", word, 0x0A)[0]
    if magic != _MAGIC or version < _FIRST_97:
        raise unsupported(path, "Word 6/95" if magic in {_MAGIC, 0xA5DC, 0xA59C} else "OLE")
    if flags & _ENCRYPTED:
        raise Refused("letter.password", f"{path.name} is protected by a password", name=path.name)
    return DocFile(word, stream("1Table" if flags & _TABLE_1 else "0Table"))


def _narrow(data: bytes) -> str:
    return "".join(_NARROW[byte] for byte in data)


def _narrow_letter(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


_NARROW = [_narrow_letter(byte) for byte in range(256)]
