"""A document as a Word file in the layout of Nghị định 30/2020/NĐ-CP, ready for number, date and signature."""

from __future__ import annotations

import io
from typing import Any

from docx import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Mm

from broadcaster.reports.document import (
    Align,
    Appendix,
    Block,
    Document,
    Foot,
    Heading,
    Letterhead,
    Paragraph,
    Style,
    Table,
    Title,
)
from broadcaster.reports.writers import word_layout as layout

CENTER, LEFT, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT
_UPRIGHT, _ACROSS = 165, 257
"""Millimetres between the margins of a page."""
_OVER = 3
"""A ruled table stands 1.5 mm over the text on either side, as tables here are wont to."""
_BAND_ALIGN = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}


def docx_bytes(document: Document) -> bytes:
    """The whole file."""
    writer = _Writer(document)
    for block in document.blocks:
        writer.put(block)
    out = io.BytesIO()
    writer.word.save(out)
    return out.getvalue()


class _Writer:
    """Blocks onto pages, one after another."""

    def __init__(self, document: Document) -> None:
        self.word: Any = WordDocument()
        layout.set_page(self.word.sections[0])
        layout.set_font(self.word)
        self._width = _UPRIGHT
        if document.landscape:
            _across(self.word.sections[0])
            self._width = 297 - 30 - 15
        core = self.word.core_properties
        core.title, core.author, core.language = layout.clean(document.title)[:255], document.author[:255], "vi-VN"
        core.comments = core.keywords = core.subject = ""
        self._after_table = False

    def put(self, block: Block) -> None:
        """One block below the others."""
        match block:
            case Letterhead():
                self._letterhead(block)
            case Title():
                self._title(block)
            case Heading():
                self._heading(block)
            case Paragraph():
                self._paragraph(block)
            case Table():
                self._table(block)
            case Foot():
                self._foot(block)
            case Appendix():
                self._appendix(block)
        self._after_table = isinstance(block, Table)

    def _letterhead(self, block: Letterhead) -> None:
        left_width = round(self._width * 0.4)
        table = layout.bare_table(self.word, 2, (left_width, self._width - left_width))
        left, right = table.rows[0].cells
        first = left.paragraphs[0]
        if block.above:
            layout.write(first, block.above, size=12.5, align=CENTER, after=0)
            first = left.add_paragraph()
        layout.write(first, block.issuer, size=12.5, bold=True, align=CENTER, after=0)
        layout.rule(left.add_paragraph(), width_mm=24, column_mm=left_width)
        layout.write(right.paragraphs[0], block.country, size=12.5, bold=True, align=CENTER, after=0)
        layout.write(right.add_paragraph(), block.motto, size=13.5, bold=True, align=CENTER, after=0)
        layout.rule(right.add_paragraph(), width_mm=61, column_mm=self._width - left_width)
        left, right = table.rows[1].cells
        layout.write(left.paragraphs[0], block.number, size=13, align=CENTER, before=6, after=0)
        layout.write(right.paragraphs[0], block.place_and_date, size=13.5, italic=True, align=CENTER, before=6,
                     after=0)

    def _title(self, block: Title) -> None:
        layout.write(self.word.add_paragraph(), block.kind, size=14, bold=True, align=CENTER, before=18, after=0)
        layout.write(self.word.add_paragraph(), block.subject, bold=True, align=CENTER, after=0)
        layout.rule(self.word.add_paragraph(), width_mm=40, column_mm=self._width)
        for number, line in enumerate(block.to):
            paragraph = self.word.add_paragraph()
            several = len(block.to) > 1
            layout.write(paragraph, line, align=LEFT if several else CENTER, before=6 if number == 0 else 0,
                         after=6 if number == len(block.to) - 1 else 0)
            if several:
                paragraph.paragraph_format.left_indent = Cm(3.2 if number == 0 else 5)

    def _heading(self, block: Heading) -> None:
        paragraph = self.word.add_paragraph()
        layout.write(paragraph, block.text, bold=True, before=8, indent=True)
        paragraph.paragraph_format.keep_with_next = True

    def _paragraph(self, block: Paragraph) -> None:
        paragraph = self.word.add_paragraph()
        if block.style is Style.NOTE:
            layout.write(paragraph, block.text, size=12, italic=True, before=6, justify=True)
        else:
            layout.write(paragraph, block.text, italic=block.style is Style.BASIS, indent=True, justify=True,
                         before=8 if self._after_table else 0)
        paragraph.paragraph_format.keep_with_next = block.style is Style.CAPTION

    def _table(self, block: Table) -> None:
        across, whole = self._width + _OVER, sum(column.width for column in block.columns)
        table = layout.grid(self.word, [column.head for column in block.columns],
                            [column.width * across / whole for column in block.columns], numbered=block.numbered)
        aligns = [_BAND_ALIGN[column.align] for column in block.columns]
        layout.add_rows(table, block.rows, aligns)
        if block.total is not None:
            layout.add_rows(table, [block.total], aligns, bold=True)

    def _foot(self, block: Foot) -> None:
        if self._after_table:
            layout.write(self.word.add_paragraph(), "", size=6, after=0)
        half = round(self._width * 0.485)
        table = layout.bare_table(self.word, 1, (half, self._width - half), keep=True)
        left, right = table.rows[0].cells
        layout.write(left.paragraphs[0], block.title, size=12, bold=True, italic=True, before=10, after=0)
        for line in block.recipients:
            layout.write(left.add_paragraph(), line, size=11, after=0)
        for number, line in enumerate(block.authority):
            paragraph = right.paragraphs[0] if number == 0 else right.add_paragraph()
            layout.write(paragraph, line, bold=True, align=CENTER, before=0 if number else 10, after=0)
        for _ in range(4):
            layout.write(right.add_paragraph(), "", after=0)
        if block.name:
            layout.write(right.add_paragraph(), block.name, bold=True, align=CENTER, after=0)

    def _appendix(self, block: Appendix) -> None:
        section = self.word.add_section(WD_SECTION.NEW_PAGE)
        section.different_first_page_header_footer = False
        if block.landscape:
            _across(section)
            section.left_margin, section.right_margin, section.top_margin = Mm(20), Mm(20), Mm(25)
            self._width = _ACROSS
        else:
            section.orientation = WD_ORIENT.PORTRAIT
            section.page_width, section.page_height = Mm(210), Mm(297)
            self._width = _UPRIGHT
        layout.write(self.word.add_paragraph(), block.kind, bold=True, align=CENTER, after=0)
        layout.write(self.word.add_paragraph(), block.title, bold=True, align=CENTER, after=0)
        layout.write(self.word.add_paragraph(), block.basis, size=13, italic=True, align=CENTER, after=8)


def _across(section: Any) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
