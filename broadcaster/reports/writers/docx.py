"""The report as a Word document in the layout of Nghị định 30/2020/NĐ-CP, ready for number, date and signature."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from broadcaster.base.clock import parse_time
from broadcaster.base.frames import seconds
from broadcaster.reports import other_channels, wording
from broadcaster.reports.model import Report
from broadcaster.reports.writers import word_layout as layout

CENTER, LEFT, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT

_WIDTHS = (10, 35, 22, 10, 10, 13, 16, 21, 14, 17)
"""Columns of the result table in mm: 168 mm: 1.5 mm over the text on either side, as tables here are wont to stand."""

_HAND_OUT_WIDTHS = (10, 21, 26, 44, 16, 26, 25)
_LOG_WIDTHS = (10, 22, 26, 32, 60, 22, 30, 18, 37)


def docx_bytes(report: Report) -> bytes:
    """The whole document."""
    document = Document()
    layout.set_page(document.sections[0])
    layout.set_font(document)
    _properties(document, report)
    _letterhead(document, report)
    _title(document, report)
    _body(document, report)
    _foot(document, report)
    if report.airings:
        _appendix(document, report)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _properties(document: Any, report: Report) -> None:
    core = document.core_properties
    core.title, core.author, core.language = wording.subject(report), report.sender.station, "vi-VN"
    core.comments = core.keywords = core.subject = ""


def _letterhead(document: Any, report: Report) -> None:
    texts = wording.words()["letterhead"]
    table = layout.bare_table(document, 2, (66, 99))
    left, right = table.rows[0].cells
    layout.write(left.paragraphs[0], report.sender.issuer.upper(), size=12.5, bold=True, align=CENTER, after=0)
    layout.rule(left.add_paragraph(), width_mm=24, column_mm=66)
    layout.write(right.paragraphs[0], texts["country"], size=12.5, bold=True, align=CENTER, after=0)
    layout.write(right.add_paragraph(), texts["motto"], size=13.5, bold=True, align=CENTER, after=0)
    layout.rule(right.add_paragraph(), width_mm=61, column_mm=99)
    left, right = table.rows[1].cells
    layout.write(left.paragraphs[0], texts["number"], size=13, align=CENTER, before=6, after=0)
    date = texts["date"].format(place=wording.place(report), month=wording.month_number(report.made_on.month),
                                year=report.made_on.year)
    layout.write(right.paragraphs[0], date, size=13.5, italic=True, align=CENTER, before=6, after=0)


def _title(document: Any, report: Report) -> None:
    texts = wording.words()["letterhead"]
    layout.write(document.add_paragraph(), texts["title"], size=14, bold=True, align=CENTER, before=18, after=0)
    layout.write(document.add_paragraph(), wording.subject(report), bold=True, align=CENTER, after=0)
    layout.rule(document.add_paragraph(), width_mm=40, column_mm=165)
    if report.sender.superior:
        layout.write(document.add_paragraph(), texts["to"].format(superior=report.sender.superior), align=CENTER,
                     before=6, after=6)


def _body(document: Any, report: Report) -> None:
    texts, notes = wording.words()["section"], wording.words()["results"]
    _paragraphs(document, [wording.basis(report)], before=8)
    _heading(document, texts["situation"])
    _paragraphs(document, wording.situation(report))
    _heading(document, texts["results"])
    if report.rows:
        _paragraphs(document, [*wording.results(report), notes["table"]])
    elif report.totals.planned:
        _paragraphs(document, wording.results(report))
    _results_table(document, report)
    layout.write(document.add_paragraph(), notes["definition"], size=12, italic=True, before=6, justify=True)
    _other_channels(document, report)
    _heading(document, texts["difficulties"])
    _paragraphs(document, wording.difficulties(report))
    _heading(document, texts["proposals"])
    _paragraphs(document, [wording.words()["proposals"]["none"]])
    _paragraphs(document, [wording.closing(report)], before=8)


def _heading(document: Any, text: str) -> None:
    paragraph = document.add_paragraph()
    layout.write(paragraph, text, bold=True, before=8, indent=True)
    paragraph.paragraph_format.keep_with_next = True


def _paragraphs(document: Any, texts: list[str], before: float = 0) -> None:
    for text in texts:
        layout.write(document.add_paragraph(), text, before=before, indent=True, justify=True)


def _results_table(document: Any, report: Report) -> None:
    names, texts = wording.words()["columns"], wording.words()["results"]
    heads = [names[key] for key in ("number", "title", "directive", "news", "features", "airings", "minutes", "span",
                                    "zones", "note")]
    table = layout.grid(document, heads, _WIDTHS)
    aligns = (CENTER, LEFT, LEFT, CENTER, CENTER, CENTER, RIGHT, CENTER, LEFT, LEFT)
    for index, row in enumerate(report.rows, start=1):
        days = "\n".join(dict.fromkeys(wording.day(day) for day in (row.first, row.last) if day))
        layout.add_row(table, (str(index), row.title, row.directive, str(row.news), str(row.features),
                               wording.number(row.airings), wording.minutes(row.seconds), days,
                               wording.zones(row.zones), wording.row_note(row)), aligns)
    if not report.rows:
        layout.add_row(table, ("", texts["empty_row"], "", "0", "0", "0", wording.minutes(0), "", "", ""), aligns)
    layout.add_row(table, ("", texts["total"], "", str(sum(row.news for row in report.rows)),
                           str(sum(row.features for row in report.rows)),
                           wording.number(sum(row.airings for row in report.rows)),
                           wording.minutes(sum(row.seconds for row in report.rows)), "", "", ""), aligns, bold=True)


def _other_channels(document: Any, report: Report) -> None:
    sentences = other_channels.sentences(report)
    if not sentences:
        return
    _paragraphs(document, [wording.words()["other_channels"]["title"], *sentences])
    if not report.hand_outs:
        return
    table = layout.grid(document, other_channels.heads(), _HAND_OUT_WIDTHS, numbered=False)
    aligns = (CENTER, CENTER, LEFT, LEFT, RIGHT, LEFT, LEFT)
    for number, item in enumerate(report.hand_outs, start=1):
        layout.add_row(table, (str(number), wording.day(item.day), other_channels.name(item.channel), item.place,
                               wording.number(item.count), item.by, other_channels.note(item)), aligns)


def _foot(document: Any, report: Report) -> None:
    texts, signature = wording.words()["recipients"], wording.words()["signature"]
    table = layout.bare_table(document, 1, (80, 85), keep=True)
    left, right = table.rows[0].cells
    layout.write(left.paragraphs[0], texts["title"], size=12, bold=True, italic=True, before=10, after=0)
    for line in wording.recipients(report):
        layout.write(left.add_paragraph(), line, size=11, after=0)
    layout.write(right.paragraphs[0], signature["authority"], bold=True, align=CENTER, before=10, after=0)
    layout.write(right.add_paragraph(), signature["office"], bold=True, align=CENTER, after=0)
    for _ in range(4):
        layout.write(right.add_paragraph(), "", after=0)


def _appendix(document: Any, report: Report) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin, section.right_margin, section.top_margin = Mm(20), Mm(20), Mm(25)
    section.different_first_page_header_footer = False
    texts, names = wording.words()["section"], wording.words()["log_columns"]
    layout.write(document.add_paragraph(), texts["appendix"], bold=True, align=CENTER, after=0)
    layout.write(document.add_paragraph(), texts["appendix_title"], bold=True, align=CENTER, after=0)
    basis = texts["appendix_basis"].format(
        month=wording.month_number(report.made_on.month), year=report.made_on.year, commune=report.sender.commune)
    layout.write(document.add_paragraph(), basis, size=13, italic=True, align=CENTER, after=8)
    heads = [names[key] for key in ("number", "day", "session", "time", "title", "minutes", "outcome", "zones",
                                    "approver")]
    table = layout.grid(document, heads, _LOG_WIDTHS, numbered=False)
    aligns = (CENTER, CENTER, LEFT, CENTER, LEFT, RIGHT, LEFT, LEFT, LEFT)
    for index, row in enumerate(report.airings, start=1):
        times = "–".join(_hour(text) for text in (row.started_at or row.planned_start, row.ended_at) if text)
        layout.add_row(table, (str(index), wording.day(parse_time(row.planned_start).date()), row.session_name, times,
                               row.title, wording.minutes(seconds(row.aired_frames)), wording.outcome_heard(row),
                               wording.zones(row.zones), wording.approver(row)), aligns)


def _hour(text: str) -> str:
    return parse_time(text).strftime("%H:%M:%S")


