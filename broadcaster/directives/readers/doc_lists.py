"""The numbers an old Word document shows before list paragraphs but does not store in their text."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from broadcaster.directives.readers.doc_file import LIST_OVERRIDES, LISTS, STYLES, DocFile
from broadcaster.directives.readers.doc_formats import ParagraphFormat, paragraph_format
from broadcaster.directives.readers.numbering import numeral

_KINDS = {0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 22: "decimalZero"}
_BULLET, _NONE = 23, 255
_MOST = 5_000


@dataclass(frozen=True)
class _Level:
    kind: int
    start: int
    template: str


class ListNumbers:
    """Counts list paragraphs in document order. A document whose lists cannot be read has no labels."""

    def __init__(self, document: DocFile) -> None:
        self._counts: dict[tuple[int, int], int] = {}
        try:
            self._lists, self._names = _lists(document.part(LISTS), document), _overrides(document.part(LIST_OVERRIDES))
            self._styles = _styles(document.part(STYLES))
        except (struct.error, IndexError, ValueError):
            self._lists, self._names, self._styles = {}, [], []

    def label(self, form: ParagraphFormat) -> str:
        """"1. ", "- " or nothing."""
        number, depth = form.list_number, form.level
        if not number and form.style < len(self._styles):
            number, depth = self._styles[form.style]
        levels = self._lists.get(self._names[number - 1]) if 0 < number <= len(self._names) else None
        if not levels or depth >= len(levels):
            return ""
        level = levels[depth]
        if level.kind == _BULLET:
            return "- "
        key = self._names[number - 1]
        self._counts[key, depth] = self._counts.get((key, depth), level.start - 1) + 1
        for deeper in range(depth + 1, 9):
            self._counts.pop((key, deeper), None)
        if level.kind == _NONE:
            return ""
        return "".join(self._shown(key, levels, character) for character in level.template).strip() + " "

    def _shown(self, key: int, levels: list[_Level], character: str) -> str:
        depth = ord(character)
        if depth >= len(levels):
            return character
        return numeral(self._counts.get((key, depth), levels[depth].start), _KINDS.get(levels[depth].kind, "decimal"))


def _lists(data: bytes, document: DocFile) -> dict[int, list[_Level]]:
    """Levels by list; they follow the fixed part, wherever the header says that ends."""
    if len(data) < 2:
        return {}
    count = min(struct.unpack_from("<h", data)[0], _MOST)
    offset, length = struct.unpack_from("<II", document.word, 0x9A + 8 * LISTS)
    rest = document.table_from(offset + length)
    position = 0
    found: dict[int, list[_Level]] = {}
    for index in range(count):
        start = 2 + 28 * index
        key, flags = struct.unpack_from("<i", data, start)[0], data[start + 26]
        levels: list[_Level] = []
        for _ in range(1 if flags & 1 else 9):
            level, position = _level(rest, position)
            levels.append(level)
        found[key] = levels
    return found


def _level(data: bytes, position: int) -> tuple[_Level, int]:
    start, kind = struct.unpack_from("<iB", data, position)
    characters, paragraphs = data[position + 24], data[position + 25]
    position += 28 + characters + paragraphs
    length = struct.unpack_from("<H", data, position)[0]
    text = data[position + 2 : position + 2 + 2 * length].decode("utf-16-le", "replace")
    return _Level(kind, min(max(start, 0), 9999), text[:40]), position + 2 + 2 * length


def _overrides(data: bytes) -> list[int]:
    count = min(struct.unpack_from("<I", data)[0], _MOST) if len(data) >= 4 else 0
    return [struct.unpack_from("<i", data, 4 + 16 * index)[0] for index in range(count)]


def _styles(data: bytes) -> list[tuple[int, int]]:
    """List and level by style number: a paragraph may get both from its style alone."""
    if len(data) < 6:
        return []
    head, count, base = struct.unpack_from("<HHH", data)
    position = 2 + head
    found: list[tuple[int, int]] = []
    for _ in range(min(count, _MOST)):
        size = struct.unpack_from("<H", data, position)[0]
        found.append(_of_style(data[position + 2 : position + 2 + size], base))
        position += 2 + size + size % 2
    return found


def _of_style(data: bytes, base: int) -> tuple[int, int]:
    if len(data) < base + 2 or struct.unpack_from("<H", data, 2)[0] & 0xF != 1:
        return 0, 0
    name = struct.unpack_from("<H", data, base)[0]
    position = base + 2 + 2 * (name + 1)
    size = struct.unpack_from("<H", data, position)[0] if position + 2 <= len(data) else 0
    form = paragraph_format(data[position + 4 : position + 2 + size], ParagraphFormat())
    return form.list_number, form.level
