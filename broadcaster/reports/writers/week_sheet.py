"""The weekly schedule as a Word document to work on further: the same words as on the printed sheet."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from broadcaster.reports.writers import word_layout as layout
from broadcaster.schedule.sheets.sheet_text import Paper, PaperDay, words

CENTER, LEFT, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT
_WIDTHS = (44, 28, 10, 97, 40, 22, 26)
_ALIGNS = (LEFT, LEFT, CENTER, LEFT, LEFT, RIGHT, LEFT)


def week_docx(paper: Paper) -> bytes:
    """The whole document, A4 across."""
    document = Document()
    _page(document.sections[0])
    layout.set_font(document)
    core = document.core_properties
    core.title, core.author, core.language = f"{paper.title} {paper.week}", paper.station, "vi-VN"
    core.comments = core.keywords = core.subject = ""
    _letterhead(document, paper)
    table = layout.grid(document, paper.columns, _WIDTHS, numbered=False)
    for day in paper.days:
        _day(table, day)
    _close(document, paper)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _page(section: Any) -> None:
    layout.set_page(section)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(15)


def _letterhead(document: Any, paper: Paper) -> None:
    head = words()["letterhead"]
    left, right = layout.bare_table(document, 1, (117, 150)).rows[0].cells
    layout.write(left.paragraphs[0], paper.issuer, size=12.5, align=CENTER, after=0)
    layout.write(left.add_paragraph(), paper.station, size=12.5, bold=True, align=CENTER, after=0)
    layout.rule(left.add_paragraph(), width_mm=30, column_mm=117)
    layout.write(right.paragraphs[0], head["country"], size=12.5, bold=True, align=CENTER, after=0)
    layout.write(right.add_paragraph(), head["motto"], size=13.5, bold=True, align=CENTER, after=0)
    layout.rule(right.add_paragraph(), width_mm=61, column_mm=150)
    layout.write(right.add_paragraph(), paper.place_and_date, size=13, italic=True, align=CENTER, before=3, after=0)
    layout.write(document.add_paragraph(), paper.title, size=16, bold=True, align=CENTER, before=10, after=0)
    layout.write(document.add_paragraph(), paper.week, size=13, bold=True, align=CENTER, after=0 if paper.mark else 8)
    if paper.mark:
        layout.write(document.add_paragraph(), paper.mark, size=13, bold=True, align=CENTER, after=8)


def _day(table: Any, day: PaperDay) -> None:
    row = layout.add_row(table, (day.words, *[""] * 6), (LEFT,) * 7, bold=True)
    merged = row.cells[0].merge(row.cells[6])
    for empty in merged.paragraphs[1:]:  # a merge keeps the paragraph of every cell
        empty._p.getparent().remove(empty._p)
    _shade(merged, "EAF3F2")
    merged.paragraphs[0].paragraph_format.keep_with_next = True
    if not day.sessions:
        empty_row = layout.add_row(table, (words()["values"]["nothing"], *[""] * 6), (LEFT,) * 7)
        merged = empty_row.cells[0].merge(empty_row.cells[6])
        for empty in merged.paragraphs[1:]:
            empty._p.getparent().remove(empty._p)
    for session in day.sessions:
        for place, item in enumerate(session.items):
            named = (f"{session.span}\n{session.name}", session.zones) if place == 0 else ("", "")
            row = layout.add_row(table, (*named, *item), _ALIGNS)
            for cell in row.cells[:2]:
                _one_below_the_other(cell, place == 0)


def _one_below_the_other(cell: Any, first: bool) -> None:
    """One cell for all rows of a session, over a page break too."""
    merge = OxmlElement("w:vMerge")
    if first:
        merge.set(qn("w:val"), "restart")
    cell._tc.get_or_add_tcPr().append(merge)


def _shade(cell: Any, color: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", color)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _close(document: Any, paper: Paper) -> None:
    for number, line in enumerate((*paper.totals, *paper.signed)):
        layout.write(document.add_paragraph(), line, size=12, before=8 if number == 0 else 0, after=2)
    if paper.warning:
        layout.write(document.add_paragraph(), paper.warning, size=12, bold=True, after=2)
    layout.write(document.add_paragraph(), paper.digest, size=9, after=8)
    names = words()["signature"]
    table = layout.bare_table(document, 2, (133, 134), keep=True)
    for column, (office, name) in enumerate(((names["author"], paper.author), (names["approver"], paper.approver))):
        top, below = table.rows[0].cells[column], table.rows[1].cells[column]
        layout.write(top.paragraphs[0], office, size=13, bold=True, align=CENTER, after=0)
        layout.write(top.add_paragraph(), names["hand"], size=11, italic=True, align=CENTER, after=60)
        layout.write(below.paragraphs[0], name, size=13, bold=True, align=CENTER, after=0)
