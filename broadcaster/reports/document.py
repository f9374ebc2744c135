"""A report as a document: blocks in order, built once, drawn alike by every writer of pages (docx, pdf, screen).

Nothing here knows fonts or files. Texts are final: a writer formats no number and chooses no word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Align(StrEnum):
    """Of the texts of a column."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Style(StrEnum):
    """Of a paragraph; measures are the writer's, after Nghị định 30/2020 Phụ lục I."""

    BODY = "body"
    """14, justified, first line indented."""
    BASIS = "basis"
    """As BODY, italic: what the report rests on; each ends with ";"."""
    NOTE = "note"
    """12, italic, justified, not indented."""
    CAPTION = "caption"
    """As BODY, stays on one page with what follows: a table, or the signature."""


@dataclass(frozen=True)
class Letterhead:
    """Two columns, two rows, no lines; number and date stand on one line."""

    above: str
    """The body above the issuer, capitals, not bold; mostly empty."""
    issuer: str
    """Capitals, bold, a line a third of its length below."""
    country: str
    motto: str
    """Bold, a line as long as itself below."""
    number: str
    """"Số:        /BC-UBND": left blank for the clerk."""
    place_and_date: str
    """Italic."""


@dataclass(frozen=True)
class Title:
    """Centred; a short line under the subject."""

    kind: str
    """BÁO CÁO"""
    subject: str
    to: tuple[str, ...] = ()
    """"Kính gửi: …", a line each; none: no such line."""


@dataclass(frozen=True)
class Heading:
    """Level 1: "I. …" in bold capitals; level 2: "1. …" in bold. Stays with what follows."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    text: str
    style: Style = Style.BODY


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    key: str
    head: str
    width: float
    """Parts of the table's width; a writer scales them to the page it has."""
    align: Align = Align.LEFT


@dataclass(frozen=True)
class Table:
    """Ruled, its head repeated on every page, no row broken over two."""

    columns: tuple[Column, ...]
    rows: Sequence[tuple[str, ...]]
    """As many texts as columns; "\\n" breaks a line inside a cell. A row of one text alone is the bold head of a group:
    it spans the table and stays with the next row."""
    total: tuple[str, ...] | None = None
    """A last row, bold."""
    numbered: bool = False
    """Below the head a row (1) (2) (3), repeated with it."""


@dataclass(frozen=True)
class Foot:
    """Nơi nhận on the left, the signature on the right; kept on one page."""

    title: str
    """Nơi nhận:"""
    recipients: tuple[str, ...]
    authority: tuple[str, ...]
    """TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH: bold capitals, a line each."""
    name: str = ""
    """Below the space for signature and seal, bold; empty: filled in by hand."""


@dataclass(frozen=True)
class Appendix:
    """A new page, across if `landscape`; its heading lines are centred."""

    kind: str
    """PHỤ LỤC"""
    title: str
    basis: str
    """"(Kèm theo Báo cáo số …)", italic."""
    landscape: bool = True


Block = Letterhead | Title | Heading | Paragraph | Table | Foot | Appendix


@dataclass(frozen=True)
class Document:
    """The whole, in order of reading."""

    title: str
    """Of the file's properties."""
    author: str
    blocks: tuple[Block, ...]
    landscape: bool = False
    """Of the pages before an appendix; margins: 20 mm above and below, 30 mm left, 15 mm right."""

    def tables(self) -> list[Table]:
        """All of them, in order."""
        return [block for block in self.blocks if isinstance(block, Table)]

    def texts(self) -> list[str]:
        """Headings and paragraphs, in order: what a person reads between the tables."""
        return [block.text for block in self.blocks if isinstance(block, Heading | Paragraph)]
