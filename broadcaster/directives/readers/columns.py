"""Pieces of print on a page back into lines, the two columns of a letterhead or foot one after the other.

Shared by PDF text and recognised pictures: both know only what stands where. Coordinates grow upwards.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_NEAR = 2.6
"""Lines of one column are at most this many font sizes apart."""
_END_OF_HEAD = re.compile(r"\s*(?:Kính gửi|KÍNH GỬI)")


@dataclass(frozen=True)
class Piece:
    """A run of letters without a wide gap."""

    left: float
    right: float
    baseline: float
    height: float
    text: str


def lines(rows: list[list[Piece]], width: float) -> list[str]:
    """Lines from top to bottom; each column of a two-column block as one entry of several lines."""
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


def _band_end(rows: list[list[Piece]], start: int, width: float) -> int:
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


def _is_right(piece: Piece, width: float) -> bool:
    return piece.left > 0.42 * width


def _is_narrow(piece: Piece, width: float) -> bool:
    centred = abs((piece.left + piece.right) / 2 - width / 2) < 0.05 * width and piece.left < 0.47 * width
    return not centred and (_is_right(piece, width) or piece.right < 0.56 * width)
