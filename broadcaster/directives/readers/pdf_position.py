"""Reading a PDF page by where its letters stand, columns of head and foot apart.

The order inside the file is no reading order: letters of a fallback font come late, and the two columns of a
letterhead are mixed line by line.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

_NEAR = 2.6
"""Lines of one column are at most this many font sizes apart."""
_END_OF_HEAD = re.compile(r"\s*(?:Kính gửi|KÍNH GỬI)")


@dataclass(frozen=True)
class _Glyph:
    left: float
    right: float
    baseline: float
    height: float
    text: str
    spaced: bool


@dataclass(frozen=True)
class _Piece:
    """A run of letters without a wide gap."""

    left: float
    right: float
    baseline: float
    height: float
    text: str


def lines(textpage: Any, width: float) -> list[str]:
    """Lines from top to bottom; each column of a two-column block as one entry of several lines."""
    rows = [_pieces(row) for row in _rows(_glyphs(textpage))]
    result: list[str] = []
    index = 0
    while index < len(rows):
        end = _band_end(rows, index, width)
        if end == index:
            result.append(" ".join(piece.text for piece in rows[index]))
            index += 1
            continue
        pieces = [piece for row in rows[index:end] for piece in row]
        for right in (False, True):
            column = [piece.text for piece in pieces if _is_right(piece, width) is right]
            if column:
                result.append("\n".join(column) + "\n")
        index = end
    return result


def _band_end(rows: list[list[_Piece]], start: int, width: float) -> int:
    """Where the two-column block that begins at row `start` ends; `start` itself when none does."""
    last = start
    index = start
    while index < len(rows) and all(_is_narrow(piece, width) for piece in rows[index]) and len(rows[index]) <= 2:
        if index > start and _END_OF_HEAD.match(rows[index][0].text):
            break
        if any(_is_right(piece, width) for piece in rows[index]):
            last = index + 1
        index += 1
    lefts = any(not _is_right(piece, width) for row in rows[start:last] for piece in row)
    if last == start or not lefts:
        return start
    # The left column may be the longer one: its lines go on without a gap.
    while last < index and rows[last - 1][0].baseline - rows[last][0].baseline < _NEAR * rows[last][0].height:
        last += 1
    return last


def _is_right(piece: _Piece, width: float) -> bool:
    return piece.left > 0.42 * width


def _is_narrow(piece: _Piece, width: float) -> bool:
    centred = abs((piece.left + piece.right) / 2 - width / 2) < 0.05 * width and piece.left < 0.47 * width
    return not centred and (_is_right(piece, width) or piece.right < 0.56 * width)


def _glyphs(textpage: Any) -> Iterator[_Glyph]:
    x, y = ctypes.c_double(), ctypes.c_double()
    spaced = False
    for index in range(textpage.count_chars()):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        if code in {0, 10, 13, 32, 0xA0}:
            spaced = True
            continue
        left, _, right, _ = textpage.get_charbox(index, loose=True)
        pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
        text = "-" if code in {2, 0xFFFE} else chr(code)
        yield _Glyph(left, right, y.value, max(pdfium.FPDFText_GetFontSize(textpage, index), 4.0), text, spaced)
        spaced = False


def _rows(glyphs: Iterator[_Glyph]) -> list[list[_Glyph]]:
    rows: list[list[_Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: -g.baseline):
        if rows and abs(rows[-1][0].baseline - glyph.baseline) < 0.3 * rows[-1][0].height:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [sorted(row, key=lambda g: g.left) for row in rows]


def _pieces(row: list[_Glyph]) -> list[_Piece]:
    runs = [[row[0]]]
    for before, glyph in pairwise(row):
        if glyph.left - before.right > 1.5 * glyph.height:
            runs.append([glyph])
        else:
            runs[-1].append(glyph)
    return [_Piece(run[0].left, run[-1].right, run[0].baseline, run[0].height, _joined(run)) for run in runs]


def _joined(run: list[_Glyph]) -> str:
    text = run[0].text
    for before, glyph in pairwise(run):
        gap = glyph.left - before.right
        text += (" " if (glyph.spaced and gap > 0.05 * glyph.height) or gap > 0.2 * glyph.height else "") + glyph.text
    return text
