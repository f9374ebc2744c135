"""The schedule of one day as a PDF to print, sign and lay beside the player: A4, its head again on every page."""

from __future__ import annotations

import io
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepTogether, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from broadcaster.base.vietnamese import one_line
from broadcaster.bulletins.kit.paper import Rule, drawable, register_fonts
from broadcaster.schedule.sheets import sheet_text
from broadcaster.schedule.sheets.day_text import DayPaper, DaySession, words

_SIDE, _TOP = 15 * mm, 14 * mm
_WIDTH = A4[0] - 2 * _SIDE
_COLUMNS = (19 * mm, 9 * mm, _WIDTH - 103 * mm, 32 * mm, 24 * mm, 19 * mm)
_REGULAR, _SEMI, _BOLD = "BeVietnamPro-Regular", "BeVietnamPro-SemiBold", "BeVietnamPro-Bold"
_INK, _SOFT = HexColor("#17212b"), HexColor("#444c55")
_LINE, _BAND, _GROUND = HexColor("#9aa5af"), HexColor("#eaf3f2"), HexColor("#f3f5f7")
_LONGEST = 400

Story = list[Flowable]


def day_pdf(paper: DayPaper) -> bytes:
    """As many pages as the day takes."""
    register_fonts()
    out = io.BytesIO()
    document = SimpleDocTemplate(out, pagesize=A4, leftMargin=_SIDE, rightMargin=_SIDE, topMargin=_TOP,
                                 bottomMargin=_TOP, title=f"{paper.title} {paper.day}", author=paper.station,
                                 lang="vi-VN", invariant=1)
    story = [*_letterhead(paper), _table(paper), *_close(paper)]
    document.build(story, canvasmaker=lambda *args, **more: _Pages(*args, paper=paper, **more))
    return out.getvalue()


def _letterhead(paper: DayPaper) -> Story:
    head = sheet_text.words()["letterhead"]
    left: Story = [_para(paper.issuer, 10.5, align=TA_CENTER), _para(paper.station, 10.5, _BOLD, align=TA_CENTER),
                   Rule(26 * mm, 3)]
    right: Story = [_para(head["country"], 10.5, _BOLD, align=TA_CENTER),
                    _para(head["motto"], 10.5, _BOLD, align=TA_CENTER), Rule(40 * mm, 3), Spacer(1, 4),
                    _para(paper.place_and_date, 10.5, align=TA_CENTER)]
    return [_bare([[left, right]], [_WIDTH * 0.42, _WIDTH * 0.58]), Spacer(1, 8),
            _para(paper.title, 16, _BOLD, align=TA_CENTER), _para(paper.day, 12, _SEMI, align=TA_CENTER),
            Spacer(1, 8)]


def _table(paper: DayPaper) -> Table:
    """One table for the whole day: the column heads come again on every page."""
    rows: list[list[Any]] = [[_para(name, 9.5, _BOLD, align=TA_CENTER) for name in paper.columns]]
    style: list[tuple[Any, ...]] = [
        ("BACKGROUND", (0, 0), (-1, 0), _GROUND), ("BOX", (0, 0), (-1, -1), 0.6, _INK),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, _INK), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
        ("LEFTPADDING", (0, 0), (-1, -1), 4), ("RIGHTPADDING", (0, 0), (-1, -1), 4)]
    for session in paper.sessions:
        _add(rows, style, session)
    if not paper.sessions:
        rows.append([_para(words()["values"]["nothing"], 10, color=_SOFT), *[""] * 5])
        style.append(("SPAN", (0, 1), (-1, 1)))
    return Table(rows, colWidths=list(_COLUMNS), repeatRows=1, style=TableStyle(style))


def _add(rows: list[list[Any]], style: list[tuple[Any, ...]], session: DaySession) -> None:
    first = len(rows)
    rows.append([_para(f"{session.span}   {session.name}", 10.5, _BOLD), "", "", _para(session.zones, 9),
                 _para(session.filled, 9, align=TA_RIGHT), ""])
    style += [("SPAN", (0, first), (2, first)), ("SPAN", (4, first), (5, first)),
              ("BACKGROUND", (0, first), (-1, first), _BAND), ("LINEABOVE", (0, first), (-1, first), 0.5, _SOFT),
              ("NOSPLIT", (0, first), (-1, first + 1))]
    for time, number, title, letter, length in session.items:
        rows.append([_para(time, 9.5, align=TA_CENTER), _para(number, 9.5, align=TA_CENTER), _para(title, 10),
                     _para(letter, 9.5), _para(length, 9.5, align=TA_RIGHT), ""])
        style += [("LINEABOVE", (0, len(rows) - 1), (-1, len(rows) - 1), 0.3, _LINE)]
        style += [("LINEBEFORE", (column, len(rows) - 1), (column, len(rows) - 1), 0.3, _LINE)
                  for column in range(1, len(_COLUMNS))]
    if not session.items:
        rows.append([_para(words()["values"]["empty"], 9.5, color=_SOFT), *[""] * 5])
        style.append(("SPAN", (0, len(rows) - 1), (-1, len(rows) - 1)))


def _close(paper: DayPaper) -> Story:
    names = words()["signature"]
    lines: Story = [Spacer(1, 7), *(_para(note, 9.5, color=_SOFT) for note in paper.notes), Spacer(1, 9)]
    places = [[_para(names[who], 10.5, _BOLD, align=TA_CENTER),
               _para(names["hand"], 9, align=TA_CENTER, color=_SOFT), Spacer(1, 20 * mm)]
              for who in ("author", "operator", "approver")]
    return [KeepTogether([*lines, _bare([places], [_WIDTH / 3] * 3)])]


class _Pages(Canvas):  # type: ignore[misc]
    """Knows how many pages there are before it prints their numbers."""

    def __init__(self, *args: Any, paper: DayPaper, **more: Any) -> None:
        super().__init__(*args, **more)
        self._paper = paper
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:
        self._kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for page in self._kept:
            self.__dict__.update(page)
            self.setFont(_REGULAR, 8)
            self.setFillColor(_SOFT)
            self.drawString(_SIDE, 8 * mm, drawable(f"{self._paper.running} · {self._paper.station}", _REGULAR)[:110])
            number = sheet_text.words()["letterhead"]["page"].format(page=self._pageNumber, pages=len(self._kept))
            self.drawRightString(A4[0] - _SIDE, 8 * mm, number)
            super().showPage()
        super().save()


def _para(text: str, size: float, font: str = _REGULAR, *, align: int = TA_LEFT, color: Any = _INK) -> Paragraph:
    style = ParagraphStyle(f"{font}{size}", fontName=font, fontSize=size, leading=size * 1.32, textColor=color,
                           alignment=align, splitLongWords=1)
    return Paragraph(escape(drawable(one_line(text, _LONGEST), font)), style)


def _bare(rows: list[list[Any]], widths: list[float]) -> Table:
    table = Table(rows, colWidths=widths)
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0),
                               ("RIGHTPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, -1), 0)]))
    return table
