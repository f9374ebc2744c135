"""Formats of an old Word document: which paragraphs end rows of tables, which runs are hidden or in capitals.

Formatting stands in pages of 512 bytes that list ranges of the file and, for each, small operations ("sprms").
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from broadcaster.directives.readers.doc_file import CHARACTER_PAGES, FONTS, PARAGRAPH_PAGES, DocFile
from broadcaster.directives.readers.word_styles import is_capital_font

_PAGE = 512
_MOST_PAGES = 20_000
_SIZES = (1, 1, 2, 4, 2, 2, -1, 3)
_LONG_TABLE = 0xD608
_IN_TABLE, _ROW_END, _LIST, _LEVEL = 0x2416, 0x2417, 0x460B, 0x260A
_DELETED, _HIDDEN, _CAPITALS, _FONT = 0x0800, 0x083C, 0x083B, 0x4A4F


@dataclass(frozen=True)
class ParagraphFormat:
    """What ends with a paragraph mark, and the list it belongs to (0 = none)."""

    in_table: bool = False
    row_end: bool = False
    style: int = 0
    list_number: int = 0
    level: int = 0


@dataclass(frozen=True)
class RunFormat:
    """How letters appear."""

    hidden: bool = False
    capitals: bool = False


F = TypeVar("F", ParagraphFormat, RunFormat)


@dataclass
class Ranges(Generic[F]):
    """Formats by place in the file."""

    default: F
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    formats: list[F] = field(default_factory=list)

    def at(self, offset: int) -> F:
        """The format at this place; the default outside all ranges."""
        index = bisect_right(self.starts, offset) - 1
        return self.formats[index] if index >= 0 and offset < self.ends[index] else self.default


def paragraphs_of(document: DocFile) -> Ranges[ParagraphFormat]:
    def parsed(page: bytes, place: int) -> ParagraphFormat:
        words = page[place]
        start, length = (place + 1, 2 * words - 1) if words else (place + 2, 2 * page[place + 1])
        data = page[start : start + length]
        form = ParagraphFormat(style=struct.unpack_from("<H", data)[0] if len(data) >= 2 else 0)
        return paragraph_format(data[2:], form)

    return _ranges(document, PARAGRAPH_PAGES, 13, ParagraphFormat(), parsed)


def runs_of(document: DocFile) -> Ranges[RunFormat]:
    fonts = _fonts(document)

    def parsed(page: bytes, place: int) -> RunFormat:
        form = RunFormat()
        for code, value in operations(page[place + 1 : place + 1 + page[place]]):
            on = bool(value and value[0] & 0x7F)
            if code in {_DELETED, _HIDDEN}:
                form = replace(form, hidden=form.hidden or on)
            elif code == _CAPITALS:
                form = replace(form, capitals=on)
            elif code == _FONT and len(value) == 2:
                number = struct.unpack("<H", value)[0]
                form = replace(form, capitals=form.capitals or (number < len(fonts) and is_capital_font(fonts[number])))
        return form

    return _ranges(document, CHARACTER_PAGES, 1, RunFormat(), parsed)


def paragraph_format(data: bytes, form: ParagraphFormat) -> ParagraphFormat:
    """A format with these operations laid over it."""
    for code, value in operations(data):
        if code == _IN_TABLE:
            form = replace(form, in_table=value[0] != 0)
        elif code == _ROW_END:
            form = replace(form, row_end=value[0] != 0)
        elif code == _LIST:
            form = replace(form, list_number=struct.unpack("<H", value)[0])
        elif code == _LEVEL:
            form = replace(form, level=min(value[0], 8))
    return form


def operations(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The operations of one format: code and operand."""
    position = 0
    while position + 2 <= len(data):
        code = struct.unpack_from("<H", data, position)[0]
        position += 2
        size = _SIZES[code >> 13]
        if size < 0 and code == _LONG_TABLE:
            size = struct.unpack_from("<H", data, position)[0] + 1 if position + 2 <= len(data) else 0
        elif size < 0:
            size = data[position] + 1 if position < len(data) else 0
        value = data[position : position + size]
        if not value:
            return
        yield code, value
        position += size


def _ranges(document: DocFile, index: int, entry: int, default: F, parsed: Callable[[bytes, int], F]) -> Ranges[F]:
    found = Ranges(default)
    table = document.part(index)
    count = max(0, (len(table) - 4) // 8)
    numbers = struct.unpack_from(f"<{count}I", table, 4 * (count + 1))[:_MOST_PAGES] if count else ()
    known: dict[bytes, F] = {}
    for number in numbers:
        page = document.word[number * _PAGE : (number + 1) * _PAGE]
        if len(page) < _PAGE:
            continue
        for start, end, place in _entries(page, entry):
            if found.starts and start < found.starts[-1]:
                continue
            key = page[place : place + 1] + page[place : place + 600] if place else b""
            if key not in known:
                known[key] = parsed(page, place) if place else default
            found.starts.append(start)
            found.ends.append(end)
            found.formats.append(known[key])
    return found


def _entries(page: bytes, entry: int) -> Iterator[tuple[int, int, int]]:
    """Ranges of one page and where their operations stand in it (0 = none)."""
    count = page[-1]
    if 4 * (count + 1) + entry * count > _PAGE:
        return
    places = struct.unpack_from(f"<{count + 1}I", page, 0)
    for index in range(count):
        yield places[index], places[index + 1], 2 * page[4 * (count + 1) + entry * index]


def _fonts(document: DocFile) -> list[str]:
    """Names by number, from the font table."""
    data = document.part(FONTS)
    names: list[str] = []
    position = 4
    while position < len(data) and len(names) < 2000:
        size = data[position]
        # Fixed bytes come before the name: sizes, weight, character set, signature.
        raw = data[position + 40 : position + 1 + size]
        names.append(raw.decode("utf-16-le", "replace").split("\0")[0])
        position += size + 1
    return names
