"""Reading a PDF page by where its letters stand, columns of head and foot apart.

The order inside the file is no reading order: letters of a fallback font come late, and the two columns of a
letterhead are mixed line by line.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from broadcaster.directives.readers import columns
from broadcaster.directives.readers.columns import Piece


@dataclass(frozen=True)
class _Glyph:
    left: float
    right: float
    baseline: float
    height: float
    text: str
    spaced: bool


def lines(textpage: Any, width: float, height: float, rotation: int = 0) -> list[str]:
    """Lines from top to bottom of the page as it is shown (`rotation` degrees clockwise, `width` × `height`)."""
    def shown(x: float, y: float) -> tuple[float, float]:
        """Where a point of the stored page stands on the page as it is shown."""
        if rotation == 90:
            return y, height - x
        if rotation == 180:
            return width - x, height - y
        return (width - y, x) if rotation == 270 else (x, y)

    return columns.lines([_pieces(row) for row in _rows(_glyphs(textpage, shown))], width)


def _glyphs(textpage: Any, shown: Callable[[float, float], tuple[float, float]]) -> Iterator[_Glyph]:
    x, y = ctypes.c_double(), ctypes.c_double()
    spaced = False
    for index in range(textpage.count_chars()):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        if code in {0, 10, 13, 32, 0xA0}:
            spaced = True
            continue
        box = textpage.get_charbox(index, loose=True)
        pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
        (left, _), (right, _) = sorted((shown(box[0], box[1]), shown(box[2], box[3])))
        text = "-" if code in {2, 0xFFFE} else chr(code)
        size = max(pdfium.FPDFText_GetFontSize(textpage, index), 4.0)
        yield _Glyph(left, right, shown(x.value, y.value)[1], size, text, spaced)
        spaced = False


def _rows(glyphs: Iterator[_Glyph]) -> list[list[_Glyph]]:
    rows: list[list[_Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: -g.baseline):
        if rows and abs(rows[-1][0].baseline - glyph.baseline) < 0.3 * rows[-1][0].height:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [sorted(row, key=lambda g: g.left) for row in rows]


def _pieces(row: list[_Glyph]) -> list[Piece]:
    runs = [[row[0]]]
    for before, glyph in pairwise(row):
        if glyph.left - before.right > 1.5 * glyph.height:
            runs.append([glyph])
        else:
            runs[-1].append(glyph)
    return [Piece(run[0].left, run[-1].right, run[0].baseline, run[0].height, _joined(run)) for run in runs]


def _joined(run: list[_Glyph]) -> str:
    text = run[0].text
    for before, glyph in pairwise(run):
        gap = glyph.left - before.right
        text += (" " if (glyph.spaced and gap > 0.05 * glyph.height) or gap > 0.2 * glyph.height else "") + glyph.text
    return text
