"""The weekly schedule as a PDF to print, sign and hang up: A4 across, its head again on every page."""

from __future__ import annotations

import io
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from broadcaster.base.vietnamese import one_line
from broadcaster.bulletins.kit.paper import Code, Rule, drawable, register_fonts
from broadcaster.schedule.sheets.sheet_text import Paper, PaperDay, PaperSession, words

_PAGE = landscape(A4)
_EDGE, _TOP = 15 * mm, 14 * mm
_WIDTH = _PAGE[0] - 2 * _EDGE
_COLUMNS = (44 * mm, 28 * mm, 9 * mm, _WIDTH - 169 * mm, 40 * mm, 22 * mm, 26 * mm)
_HEAD = 8 * mm
_REGULAR, _SEMI, _BOLD = "BeVietnamPro-Regular", "BeVietnamPro-SemiBold", "BeVietnamPro-Bold"
_INK, _SOFT, _RED = HexColor("#17212b"), HexColor("#444c55"), HexColor("#a61f1a")
_LINE, _BAND, _GROUND = HexColor("#9aa5af"), HexColor("#eaf3f2"), HexColor("#f3f5f7")
_CODE = 30 * mm
_LONGEST = 400

Story = list[Flowable]


def sheet_pdf(paper: Paper) -> bytes:
    """As many pages as the week takes."""
    register_fonts()
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=_PAGE, title=f"{paper.title} {paper.week}", author=paper.station,
                               lang="vi-VN", invariant=1)
    whole = Frame(_EDGE, _TOP, _WIDTH, _PAGE[1] - 2 * _TOP, 0, 0, 0, 0)
    below = Frame(_EDGE, _TOP, _WIDTH, _PAGE[1] - 2 * _TOP - _HEAD, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate("first", [whole]),
                               PageTemplate("later", [below], onPage=lambda canvas, _: _draw_head(canvas, paper))])
    story = [NextPageTemplate("later"), *_letterhead(paper), _column_head(paper)]
    for day in paper.days:
        story.append(_day(day))
    document.build([*story, *_close(paper)], canvasmaker=lambda *args, **more: _Pages(*args, paper=paper, **more))
    return out.getvalue()


def _letterhead(paper: Paper) -> Story:
    head = words()["letterhead"]
    left: Story = [_para(paper.issuer, 11, align=TA_CENTER), _para(paper.station, 11, _BOLD, align=TA_CENTER),
                   Rule(30 * mm, 3)]
    right: Story = [_para(head["country"], 11, _BOLD, align=TA_CENTER),
                    _para(head["motto"], 11.5, _BOLD, align=TA_CENTER), Rule(46 * mm, 3), Spacer(1, 4),
                    _para(paper.place_and_date, 11, align=TA_CENTER)]
    title: Story = [Spacer(1, 8), _para(paper.title, 17, _BOLD, align=TA_CENTER),
                    _para(paper.week, 12, _SEMI, align=TA_CENTER)]
    if paper.mark:
        title.append(_para(paper.mark, 12, _BOLD, align=TA_CENTER, color=_RED))
    return [_bare([[left, right]], [_WIDTH * 0.44, _WIDTH * 0.56]), *title, Spacer(1, 8)]


def _column_head(paper: Paper) -> Table:
    cells = [_para(name, 9.5, _BOLD, align=TA_CENTER) for name in paper.columns]
    table = Table([cells], colWidths=list(_COLUMNS), rowHeights=[_HEAD])
    table.setStyle(TableStyle([("BACKGROUND", (0, 0), (-1, -1), _GROUND), ("BOX", (0, 0), (-1, -1), 0.6, _INK),
                               ("INNERGRID", (0, 0), (-1, -1), 0.4, _LINE), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                               *_padding(2)]))
    return table


def _draw_head(canvas: Canvas, paper: Paper) -> None:
    table = _column_head(paper)
    table.wrapOn(canvas, _WIDTH, _HEAD)
    table.drawOn(canvas, _EDGE, _PAGE[1] - _TOP - _HEAD)


def _day(day: PaperDay) -> Table:
    """Its first row, the day, comes again where it runs on to another page."""
    rows: list[list[Any]] = [[_para(day.words, 10.5, _BOLD), *[""] * 6]]
    style: list[tuple[Any, ...]] = [
        ("SPAN", (0, 0), (-1, 0)), ("BACKGROUND", (0, 0), (-1, 0), _BAND), ("BOX", (0, 0), (-1, -1), 0.6, _INK),
        ("LINEBELOW", (0, 0), (-1, 0), 0.4, _LINE), ("VALIGN", (0, 0), (-1, -1), "TOP"), *_padding(2.5)]
    if not day.sessions:
        rows.append([_para(words()["values"]["nothing"], 9.5, color=_SOFT), *[""] * 6])
        style.append(("SPAN", (0, 1), (-1, 1)))
    for session in day.sessions:
        style += [("LINEABOVE", (0, len(rows)), (-1, len(rows)), 0.5, _SOFT)]
        rows += _session_rows(session)
    style += [("LINEBEFORE", (column, 1), (column, -1), 0.3, _LINE) for column in range(1, 7) if day.sessions]
    style += [("LINEABOVE", (2, row), (-1, row), 0.3, _LINE) for row in range(2, len(rows))]
    return _DayTable(rows, colWidths=list(_COLUMNS), repeatRows=1, style=TableStyle(style))


def _session_rows(session: PaperSession) -> list[list[Any]]:
    rows = []
    for place, (number, title, letter, length, note) in enumerate(session.items):
        first = _named(session, session.name) if place == 0 else [_Again(session), ""]
        rows.append([*first, _para(number, 9.5, align=TA_CENTER), _para(title, 10), _para(letter, 9.5),
                     _para(length, 9.5, align=TA_RIGHT), _para(note, 9, color=_SOFT)])
    return rows


def _close(paper: Paper) -> Story:
    lines: Story = [Spacer(1, 7), *(_para(line, 10) for line in (*paper.totals, *paper.signed))]
    if paper.warning:
        lines.append(_para(paper.warning, 10.5, _SEMI, color=_RED))
    lines.append(_para(paper.digest, 8.5, color=_SOFT))
    names = words()["signature"]
    places = [[_para(office, 11, _BOLD, align=TA_CENTER), _para(names["hand"], 9.5, align=TA_CENTER, color=_SOFT),
               Spacer(1, 19 * mm), _para(name, 11, _SEMI, align=TA_CENTER)]
              for office, name in ((names["author"], paper.author), (names["approver"], paper.approver))]
    code: Story = [Code(paper.code, _CODE), _para(words()["values"]["qr"], 8, color=_SOFT)] if paper.code else []
    room = (_WIDTH - 52 * mm) / 2
    return [KeepTogether([*lines, Spacer(1, 7), _bare([[code, *places]], [52 * mm, room, room])])]


class _Again(Flowable):  # type: ignore[misc]
    """Nothing, until a page break puts it at the top: then the session is named again."""

    def __init__(self, session: PaperSession) -> None:
        super().__init__()
        self.session = session

    def wrap(self, *_: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        pass


class _DayTable(Table):  # type: ignore[misc]
    def onSplit(self, T: Table, byRow: int = 1) -> None:  # reportlab's own names
        first = T._cellvalues[1] if len(T._cellvalues) > 1 else ()
        found = first[0] if first else None
        found = found[0] if isinstance(found, list | tuple) else found
        if isinstance(found, _Again):
            again = words()["values"]["again"].format(name=found.session.name)
            T._cellvalues[1] = [*_named(found.session, again), *first[2:]]


def _named(session: PaperSession, name: str) -> list[Any]:
    return [[_para(session.span, 10.5, _BOLD), _para(name, 10, _SEMI)], _para(session.zones, 9.5)]


class _Pages(Canvas):  # type: ignore[misc]
    """Knows how many pages there are before it prints their numbers."""

    def __init__(self, *args: Any, paper: Paper, **more: Any) -> None:
        super().__init__(*args, **more)
        self._paper = paper
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:
        self._kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for page in self._kept:
            self.__dict__.update(page)
            self._foot(len(self._kept))
            super().showPage()
        super().save()

    def _foot(self, pages: int) -> None:
        head = words()["letterhead"]
        self.setFont(_REGULAR, 8)
        self.setFillColor(_SOFT)
        self.drawString(_EDGE, 8 * mm, drawable(f"{self._paper.running} · {self._paper.station}", _REGULAR)[:160])
        self.drawRightString(_PAGE[0] - _EDGE, 8 * mm, head["page"].format(page=self._pageNumber, pages=pages))
        if self._paper.mark and self._pageNumber > 1:
            self.setFont(_BOLD, 8)
            self.setFillColor(_RED)
            self.drawCentredString(_PAGE[0] / 2, 8 * mm, self._paper.mark)


def _para(text: str, size: float, font: str = _REGULAR, *, align: int = TA_LEFT, color: Any = _INK) -> Paragraph:
    style = ParagraphStyle(f"{font}{size}", fontName=font, fontSize=size, leading=size * 1.32, textColor=color,
                           alignment=align, splitLongWords=1)
    return Paragraph(escape(drawable(one_line(text, _LONGEST), font)), style)


def _bare(rows: list[list[Any]], widths: list[float]) -> Table:
    table = Table(rows, colWidths=widths)
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0),
                               ("RIGHTPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, -1), 0)]))
    return table


def _padding(points: float) -> list[tuple[Any, ...]]:
    return [("TOPPADDING", (0, 0), (-1, -1), points), ("BOTTOMPADDING", (0, 0), (-1, -1), points + 1),
            ("LEFTPADDING", (0, 0), (-1, -1), 4), ("RIGHTPADDING", (0, 0), (-1, -1), 4)]
