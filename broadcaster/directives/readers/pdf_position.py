"""Reading a PDF page by where its letters stand: needed when the order inside the file is not the reading order."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium


@dataclass(frozen=True)
class _Glyph:
    left: float
    right: float
    middle: float
    height: float
    text: str


def lines(textpage: Any) -> list[str]:
    """Lines from top to bottom; rows split by a wide gap (the letterhead) left column first."""
    glyphs = _glyphs(textpage)
    result: list[str] = []
    right_column: list[str] = []
    for row in _rows(glyphs):
        pieces = _pieces(row)
        if len(pieces) == 2:
            result.append(pieces[0])
            right_column.append(pieces[1])
            continue
        result += right_column
        right_column = []
        result += pieces
    return result + right_column


def _glyphs(textpage: Any) -> list[_Glyph]:
    found = []
    for index in range(textpage.count_chars()):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        if code in {0, 10, 13, 32, 0xA0}:
            continue
        left, bottom, right, top = textpage.get_charbox(index, loose=True)
        text = "-" if code in {2, 0xFFFE} else chr(code)
        found.append(_Glyph(left, right, (bottom + top) / 2, max(top - bottom, 1.0), text))
    return found


def _rows(glyphs: list[_Glyph]) -> list[list[_Glyph]]:
    rows: list[list[_Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: -g.middle):
        if rows and abs(rows[-1][0].middle - glyph.middle) < 0.4 * rows[-1][0].height:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [sorted(row, key=lambda g: g.left) for row in rows]


def _pieces(row: list[_Glyph]) -> list[str]:
    pieces = [row[0].text]
    for before, glyph in itertools.pairwise(row):
        gap = glyph.left - before.right
        if gap > 2.5 * glyph.height:
            pieces.append(glyph.text)
        else:
            pieces[-1] += (" " if gap > 0.12 * glyph.height else "") + glyph.text
    return pieces
