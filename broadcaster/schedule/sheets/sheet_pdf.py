"""The weekly schedule as a PDF to print, sign and hang up: A4 across, its head again on every page."""

from __future__ import annotations

import io
from functools import partial
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    NextPageTemplate,
    PageTemplate,
    Spacer,
    Table,
    TableStyle,
)

from broadcaster.bulletins.kit.paper import Code, Rule, register_fonts
from broadcaster.schedule.sheets.pages import (
    BAND,
    BOLD,
    EDGE,
    GROUND,
    INK,
    LINE,
    RED,
    SEMI,
    SOFT,
    TOP,
    Pages,
    Story,
    bare,
    para,
)
from broadcaster.schedule.sheets.sheet_text import Paper, PaperDay, PaperSession, words

_PAGE = landscape(A4)
_WIDTH = _PAGE[0] - 2 * EDGE
_COLUMNS = (44 * mm, 28 * mm, 9 * mm, _WIDTH - 169 * mm, 40 * mm, 22 * mm, 26 * mm)
_HEAD = 8 * mm
_CODE = 30 * mm



def sheet_pdf(paper: Paper) -> bytes:
    """As many pages as the week takes."""
    register_fonts()
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=_PAGE, title=f"{paper.title} {paper.week}", author=paper.station,
                               lang="vi-VN", invariant=1)
    whole = Frame(EDGE, TOP, _WIDTH, _PAGE[1] - 2 * TOP, 0, 0, 0, 0)
    below = Frame(EDGE, TOP, _WIDTH, _PAGE[1] - 2 * TOP - _HEAD, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate("first", [whole]),
                               PageTemplate("later", [below], onPage=lambda canvas, _: _draw_head(canvas, paper))])
    story = [NextPageTemplate("later"), *_letterhead(paper), _column_head(paper)]
    for day in paper.days:
        story.append(_day(day))
    document.build([*story, *_close(paper)],
                   canvasmaker=partial(Pages, running=f"{paper.running} · {paper.station}", mark=paper.mark))
    return out.getvalue()


def _letterhead(paper: Paper) -> Story:
    head = words()["letterhead"]
    left: Story = [para(paper.issuer, 11, align=TA_CENTER), para(paper.station, 11, BOLD, align=TA_CENTER),
                   Rule(30 * mm, 3)]
    right: Story = [para(head["country"], 11, BOLD, align=TA_CENTER),
                    para(head["motto"], 11.5, BOLD, align=TA_CENTER), Rule(46 * mm, 3), Spacer(1, 4),
                    para(paper.place_and_date, 11, align=TA_CENTER)]
    title: Story = [Spacer(1, 8), para(paper.title, 17, BOLD, align=TA_CENTER),
                    para(paper.week, 12, SEMI, align=TA_CENTER)]
    if paper.mark:
        title.append(para(paper.mark, 12, BOLD, align=TA_CENTER, color=RED))
    return [bare([[left, right]], [_WIDTH * 0.44, _WIDTH * 0.56]), *title, Spacer(1, 8)]


def _column_head(paper: Paper) -> Table:
    cells = [para(name, 9.5, BOLD, align=TA_CENTER) for name in paper.columns]
    table = Table([cells], colWidths=list(_COLUMNS), rowHeights=[_HEAD])
    table.setStyle(TableStyle([("BACKGROUND", (0, 0), (-1, -1), GROUND), ("BOX", (0, 0), (-1, -1), 0.6, INK),
                               ("INNERGRID", (0, 0), (-1, -1), 0.4, LINE), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                               *_padding(2)]))
    return table


def _draw_head(canvas: Canvas, paper: Paper) -> None:
    table = _column_head(paper)
    table.wrapOn(canvas, _WIDTH, _HEAD)
    table.drawOn(canvas, EDGE, _PAGE[1] - TOP - _HEAD)


def _day(day: PaperDay) -> Table:
    """Its first row, the day, comes again where it runs on to another page."""
    rows: list[list[Any]] = [[para(day.words, 10.5, BOLD), *[""] * 6]]
    style: list[tuple[Any, ...]] = [
        ("SPAN", (0, 0), (-1, 0)), ("BACKGROUND", (0, 0), (-1, 0), BAND), ("BOX", (0, 0), (-1, -1), 0.6, INK),
        ("LINEBELOW", (0, 0), (-1, 0), 0.4, LINE), ("VALIGN", (0, 0), (-1, -1), "TOP"), *_padding(2.5)]
    if not day.sessions:
        rows.append([para(words()["values"]["nothing"], 9.5, color=SOFT), *[""] * 6])
        style.append(("SPAN", (0, 1), (-1, 1)))
    for session in day.sessions:
        style += [("LINEABOVE", (0, len(rows)), (-1, len(rows)), 0.5, SOFT)]
        rows += _session_rows(session)
    style += [("LINEBEFORE", (column, 1), (column, -1), 0.3, LINE) for column in range(1, 7) if day.sessions]
    style += [("LINEABOVE", (2, row), (-1, row), 0.3, LINE) for row in range(2, len(rows))]
    return _DayTable(rows, colWidths=list(_COLUMNS), repeatRows=1, style=TableStyle(style))


def _session_rows(session: PaperSession) -> list[list[Any]]:
    rows = []
    for place, (number, title, letter, length, note) in enumerate(session.items):
        first = _named(session, session.name) if place == 0 else [_Again(session), ""]
        rows.append([*first, para(number, 9.5, align=TA_CENTER), para(title, 10), para(letter, 9.5),
                     para(length, 9.5, align=TA_RIGHT), para(note, 9, color=SOFT)])
    return rows


def _close(paper: Paper) -> Story:
    lines: Story = [Spacer(1, 7), *(para(line, 10) for line in (*paper.totals, *paper.signed))]
    if paper.warning:
        lines.append(para(paper.warning, 10.5, SEMI, color=RED))
    lines.append(para(paper.digest, 8.5, color=SOFT))
    names = words()["signature"]
    places = [[para(office, 11, BOLD, align=TA_CENTER), para(names["hand"], 9.5, align=TA_CENTER, color=SOFT),
               Spacer(1, 19 * mm), para(name, 11, SEMI, align=TA_CENTER)]
              for office, name in ((names["author"], paper.author), (names["approver"], paper.approver))]
    code: Story = [Code(paper.code, _CODE), para(words()["values"]["qr"], 8, color=SOFT)] if paper.code else []
    room = (_WIDTH - 52 * mm) / 2
    return [KeepTogether([*lines, Spacer(1, 7), bare([[code, *places]], [52 * mm, room, room])])]


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
    return [[para(session.span, 10.5, BOLD), para(name, 10, SEMI)], para(session.zones, 9.5)]


def _padding(points: float) -> list[tuple[Any, ...]]:
    return [("TOPPADDING", (0, 0), (-1, -1), points), ("BOTTOMPADDING", (0, 0), (-1, -1), points + 1),
            ("LEFTPADDING", (0, 0), (-1, -1), 4), ("RIGHTPADDING", (0, 0), (-1, -1), 4)]
