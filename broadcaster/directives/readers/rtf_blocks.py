"""Paragraphs and cells as they end in a stream of text, put together into blocks."""

from __future__ import annotations

import re

from broadcaster.directives.readers.layout import Block, Cell, Table

_PAIRS = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_CAPS_SEAM = "\ue011\ue010"


class _Flow:
    """One stream: the body, a text box or a note."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.blocks: list[Block] = []
        self.cell: Cell = []
        self.row: list[Cell] = []
        self.nested: list[str] = []
        self.table: Table = []


class Blocks:
    """Collects blocks; `in_table` says whether the paragraph that ends next lies in a cell."""

    def __init__(self) -> None:
        self.in_table = False
        self._flow = _Flow()
        self._outer: list[tuple[_Flow, bool]] = []
        self._notes: list[list[Block]] = []

    def put(self, text: str) -> None:
        self._flow.text.append(text)

    def label(self, text: str) -> None:
        """What stands before the words of the paragraph that ends next."""
        if text and "".join(self._flow.text).strip():
            self._flow.text.insert(0, text)

    def end(self, word: str) -> None:
        """A paragraph, cell or row ends."""
        flow = self._flow
        text = self._taken()
        if word in {"row", "nestrow"}:
            if word == "nestrow":
                flow.cell.append(" | ".join(flow.nested))
                flow.nested = []
            else:
                flow.table.append(flow.row + ([flow.cell] if flow.cell else []))
                flow.row, flow.cell = [], []
        elif word == "nestcell":
            flow.nested.append(text.strip())
        elif word == "cell":
            flow.cell.append(text)
            flow.row.append(flow.cell)
            flow.cell = []
        elif self.in_table:
            flow.cell.append(text)
        else:
            self._end_table()
            flow.blocks.append(text)

    def open(self, _kind: str) -> None:
        """A text box or note begins inside a paragraph."""
        self._outer.append((self._flow, self.in_table))
        self._flow = _Flow()
        self.in_table = False

    def close(self, kind: str) -> None:
        """It ends: a box stands before its paragraph, a note behind everything."""
        if not self._outer:
            return
        blocks = self._closed()
        self._flow, self.in_table = self._outer.pop()
        if kind == "footnote":
            self._notes.append(blocks)
        else:
            (self._flow.cell if self.in_table else self._flow.blocks).extend(boxed(blocks))

    def finished(self) -> list[Block]:
        """All blocks, notes last."""
        while self._outer:
            self.close("shptxt")
        blocks = self._closed()
        for number, note in enumerate(self._notes, 1):
            text = " ".join(block for block in note if isinstance(block, str))
            blocks.append(f"[{number}] {text.strip()}")
        return blocks

    def _closed(self) -> list[Block]:
        text = self._taken()
        if text.strip() and self.in_table:
            self._flow.cell.append(text)
        elif text.strip():
            self._end_table()
            self._flow.blocks.append(text)
        if self._flow.cell or self._flow.row:
            self._flow.table.append([*self._flow.row, self._flow.cell])
        self._end_table()
        return self._flow.blocks

    def _end_table(self) -> None:
        if self._flow.table:
            self._flow.blocks.append(self._flow.table)
            self._flow.table = []

    def _taken(self) -> str:
        text = "".join(self._flow.text).replace(_CAPS_SEAM, "")
        self._flow.text = []
        return _PAIRS.sub(lambda pair: pair.group().encode("utf-16-le", "surrogatepass").decode("utf-16-le"), text)


def boxed(blocks: list[Block]) -> list[Block]:
    """A text box is a column of its own: short lines of a letterhead stay together."""
    if blocks and all(isinstance(block, str) and len(block) < 100 for block in blocks):
        return ["\n".join(str(block).strip() for block in blocks if str(block).strip())]
    return blocks
