"""Blocks of a document into lines: columns of a letterhead or foot one after the other, other tables row by row.

A block is a paragraph (str) or a table: rows of cells, a cell being blocks again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from broadcaster.base.vietnamese import fold
from broadcaster.directives.readers.encodings import repaired

Block: TypeAlias = "str | Table"
Cell: TypeAlias = "list[Block]"
Table: TypeAlias = "list[list[Cell]]"

MAX_DEPTH = 12
"""Tables deeper inside tables than this are read as plain paragraphs."""
_LAYOUT_ROWS = 4
_LONG = 160
_HEAD = re.compile(r"cong hoa xa hoi|doc lap ?[-–]|dang cong san|, ngay\s+[\d.… ]*thang|^so ?:")
_FOOT = re.compile(r"noi nhan|noi gui|^(?:kt|tm|tl|tuq|q)\. ")
_TO = re.compile(r"kinh g[uo]i")
_GAP = re.compile(r"\t+| {4,}")
_LABEL = re.compile(r"^\S{1,6}[\t ]+")
_ENTRY = re.compile(r"\s*[-–+] ?\S.{0,100}$")
_NEIGHBOURS = 2
_HEAD_BLOCKS = 20
_FOOT_BLOCKS = 25


def text_of(blocks: list[Block]) -> str:
    """The letter's text: paragraphs separated by blank lines, old encodings converted."""
    strings = iter(repaired(list(_strings(blocks))))
    paragraphs = [text for block in blocks for text in _flat(_replaced(block, strings)) if text.strip()]
    return "\n\n".join(paragraph.strip(" \n") for paragraph in by_columns(paragraphs))


def by_columns(paragraphs: list[str]) -> list[str]:
    """Letterhead and foot whose columns stand side by side on one line, parted by tabs or blanks."""
    head = paragraphs[:_HEAD_BLOCKS]
    to = next((index for index, text in enumerate(head) if _TO.match(fold(text[:60]).strip())), _HEAD_BLOCKS)
    found = _cued(paragraphs, range(min(to, len(head))), _HEAD)
    if found is not None:
        paragraphs = _parted(paragraphs, *found)
    foot = _cued(paragraphs, range(max(0, len(paragraphs) - _FOOT_BLOCKS), len(paragraphs)), _FOOT)
    if foot is None:
        return paragraphs
    first, last = foot
    while last + 1 < len(paragraphs) and _ENTRY.match(paragraphs[last + 1]):
        last += 1
    return _parted(paragraphs, first, last)


def _cued(paragraphs: list[str], where: range, cue: re.Pattern[str]) -> tuple[int, int] | None:
    """First and last of neighbouring paragraphs that hold a gap, if one of them speaks of a letterhead or a foot."""
    runs: list[list[int]] = []
    for index in where:
        text = paragraphs[index]
        if "\n" in text or len(text) > _LONG or not _GAP.search(_LABEL.sub("", text.strip())):
            continue
        if runs and index - runs[-1][-1] <= _NEIGHBOURS:
            runs[-1].append(index)
        else:
            runs.append([index])
    for run in runs:
        if any(cue.search(fold(part).strip()) for index in run for part in _GAP.split(paragraphs[index])):
            return run[0], run[-1]
    return None


def _parted(paragraphs: list[str], first: int, last: int) -> list[str]:
    left: list[str] = []
    right: list[str] = []
    for text in paragraphs[first : last + 1]:
        parts = [part.strip() for part in _GAP.split(text) if part.strip()]
        if len(parts) == 1:
            (right if _GAP.match(text) else left).append(parts[0])
        else:
            left.append(parts[0])
            right.append(" ".join(parts[1:]))
    return [*paragraphs[:first], *("\n".join(column) for column in (left, right) if column), *paragraphs[last + 1 :]]


def _strings(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, str):
            yield block
        else:
            for row in block:
                for cell in row:
                    yield from _strings(cell)


def _replaced(block: Block, strings: Iterator[str]) -> Block:
    if isinstance(block, str):
        return next(strings)
    return [[[_replaced(inner, strings) for inner in cell] for cell in row] for row in block]


def _flat(block: Block) -> Iterator[str]:
    if isinstance(block, str):
        yield block
        return
    rows = [row for row in ([_cell(cell) for cell in row] for row in block) if any(row)]
    filled = [column for column in range(max(map(len, rows), default=0))
              if any(column < len(row) and row[column] for row in rows)]
    if len(filled) <= 1:
        yield from (line for row in rows for cell in row for line in cell)
    elif len(filled) == 2 and len(rows) <= _LAYOUT_ROWS and _is_layout(rows):
        for column in filled:
            yield _column([line for row in rows if column < len(row) for line in row[column]])
    else:
        for row in rows:
            yield " | ".join(" ".join(cell).replace("\n", " ") for cell in row)


def _cell(cell: Cell) -> list[str]:
    return [line.strip() for block in cell for line in _flat(block) if line.strip()]


def _is_layout(rows: list[list[list[str]]]) -> bool:
    """A letterhead or foot, or cells of several paragraphs: to be read down, not across."""
    words = [fold(line).strip() for row in rows for cell in row for line in cell]
    return any(len(cell) > 1 for row in rows for cell in row) or any(
        _HEAD.search(line) or _FOOT.search(line) for line in words)


def _column(lines: list[str]) -> str:
    text = ""
    for line in lines:
        before = text.rpartition("\n")[2]
        text += ("" if not text else "\n\n" if len(before) > _LONG or len(line) > _LONG else "\n") + line
    return text
