"""The logbook as a Word file, across, to be added to by hand."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from broadcaster.reports.logbook import Book, BookDay, BookLine, Sums
from broadcaster.reports.writers import word_layout as layout
from broadcaster.reports.writers.log_rows import words

CENTER, LEFT, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT
_WIDTHS = (9, 16, 49, 16, 18, 26, 15, 11, 16, 25, 16, 28, 33)
_SIZE = 9.5
_ALIGNS = ("center", "center", "left", "center", "left", "left", "center", "right", "left", "left", "left", "left",
           "left")
_OUTCOME = 9


def write_docx(path: Path, book: Book, days: Iterable[BookDay], sums: Sums) -> None:
    """A table for each day, its head again on every page."""
    document = Document()
    layout.set_page(document.sections[0])
    layout.set_font(document)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(10)
    core = document.core_properties
    core.title, core.author = layout.clean(f"{book.title} {book.span}")[:255], layout.clean(book.station)[:255]
    core.language = "vi-VN"
    _letterhead(document, book)
    for day in days:
        _day(document, book, day)
    _close(document, book, sums)
    document.save(str(path))


def _letterhead(document: Any, book: Book) -> None:
    names = words()["book"]
    table = layout.bare_table(document, 1, (120, 155))
    left, right = table.rows[0].cells
    layout.write(left.paragraphs[0], book.issuer, size=12, align=CENTER, after=0)
    layout.write(left.add_paragraph(), book.station.upper(), size=12, bold=True, align=CENTER, after=0)
    layout.write(right.paragraphs[0], names["country"], size=12, bold=True, align=CENTER, after=0)
    layout.write(right.add_paragraph(), names["motto"], size=12, bold=True, align=CENTER, after=0)
    layout.write(document.add_paragraph(), book.title, size=16, bold=True, align=CENTER, before=10, after=0)
    layout.write(document.add_paragraph(), book.span, size=13, bold=True, align=CENTER, after=8)


def _day(document: Any, book: Book, day: BookDay) -> None:
    paragraph = document.add_paragraph()
    layout.write(paragraph, day.heading, size=12, bold=True, before=6, after=3)
    paragraph.paragraph_format.keep_with_next = True
    if day.sessions:
        table = layout.grid(document, book.columns, _WIDTHS, numbered=False)
        for session in day.sessions:
            layout.add_rows(table, [(session.name,)], _ALIGNS, size=_SIZE)
            for line in session.lines:
                layout.add_rows(table, [line.cells], _ALIGNS, size=_SIZE)
                if line.struck:
                    _strike(table.rows[-1].cells[_OUTCOME].paragraphs[0], line)
    for text, bold in ((day.totals, True), (day.faults, False), (day.signed, False), (day.seal, False),
                       (day.left_out, False)):
        if text:
            layout.write(document.add_paragraph(), text, size=10.5, bold=bold, before=1, after=1)
    if not book.single:
        layout.write(document.add_paragraph(), f"{words()['signed']['writer']}: {'.' * 60}", size=10.5, after=4)


def _strike(paragraph: Any, line: BookLine) -> None:
    """The old word struck through before the new one."""
    new = paragraph.runs[0]
    old = paragraph.add_run(layout.clean(line.struck))
    old.font.strike, old.font.size = True, Pt(_SIZE)
    paragraph.add_run(" ").font.size = Pt(_SIZE)
    paragraph._p.remove(new._r)
    paragraph._p.append(new._r)


def _close(document: Any, book: Book, sums: Sums) -> None:
    if not book.single:
        for text in filter(None, (sums.text(), sums.days_off(), *book.weeks)):
            layout.write(document.add_paragraph(), text, size=12, bold=True, before=4, after=2)
    names = words()["signed"]
    table = layout.bare_table(document, 1, (137, 138), keep=True)
    for cell, who in zip(table.rows[0].cells, ("officer", "leader"), strict=True):
        layout.write(cell.paragraphs[0], names[who], size=12, bold=True, align=CENTER, before=10, after=0)
        layout.write(cell.add_paragraph(), names["hand"], size=11, italic=True, align=CENTER, after=0)
        for _ in range(4):
            layout.write(cell.add_paragraph(), "", after=0)
