"""The schedule of one day as a PDF to print, sign and lay beside the player: A4, its head again on every page."""

from __future__ import annotations

import io
from functools import partial
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether, SimpleDocTemplate, Spacer, Table, TableStyle

from broadcaster.bulletins.kit.paper import Rule, register_fonts
from broadcaster.schedule.sheets import sheet_text
from broadcaster.schedule.sheets.day_text import DayPaper, DaySession, words
from broadcaster.schedule.sheets.pages import (
    BAND,
    BOLD,
    EDGE,
    GROUND,
    INK,
    LINE,
    SEMI,
    SOFT,
    TOP,
    Pages,
    Story,
    bare,
    para,
)

_WIDTH = A4[0] - 2 * EDGE
_COLUMNS = (19 * mm, 9 * mm, _WIDTH - 103 * mm, 32 * mm, 24 * mm, 19 * mm)



def day_pdf(paper: DayPaper) -> bytes:
    """As many pages as the day takes."""
    register_fonts()
    out = io.BytesIO()
    document = SimpleDocTemplate(out, pagesize=A4, leftMargin=EDGE, rightMargin=EDGE, topMargin=TOP,
                                 bottomMargin=TOP, title=f"{paper.title} {paper.day}", author=paper.station,
                                 lang="vi-VN", invariant=1)
    story = [*_letterhead(paper), _table(paper), *_close(paper)]
    document.build(story, canvasmaker=partial(Pages, running=f"{paper.running} · {paper.station}"))
    return out.getvalue()


def _letterhead(paper: DayPaper) -> Story:
    head = sheet_text.words()["letterhead"]
    left: Story = [para(paper.issuer, 10.5, align=TA_CENTER), para(paper.station, 10.5, BOLD, align=TA_CENTER),
                   Rule(26 * mm, 3)]
    right: Story = [para(head["country"], 10.5, BOLD, align=TA_CENTER),
                    para(head["motto"], 10.5, BOLD, align=TA_CENTER), Rule(40 * mm, 3), Spacer(1, 4),
                    para(paper.place_and_date, 10.5, align=TA_CENTER)]
    return [bare([[left, right]], [_WIDTH * 0.42, _WIDTH * 0.58]), Spacer(1, 8),
            para(paper.title, 16, BOLD, align=TA_CENTER), para(paper.day, 12, SEMI, align=TA_CENTER),
            Spacer(1, 8)]


def _table(paper: DayPaper) -> Table:
    """One table for the whole day: the column heads come again on every page."""
    rows: list[list[Any]] = [[para(name, 9.5, BOLD, align=TA_CENTER) for name in paper.columns]]
    style: list[tuple[Any, ...]] = [
        ("BACKGROUND", (0, 0), (-1, 0), GROUND), ("BOX", (0, 0), (-1, -1), 0.6, INK),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, INK), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
        ("LEFTPADDING", (0, 0), (-1, -1), 4), ("RIGHTPADDING", (0, 0), (-1, -1), 4)]
    for session in paper.sessions:
        _add(rows, style, session)
    if not paper.sessions:
        rows.append([para(words()["values"]["nothing"], 10, color=SOFT), *[""] * 5])
        style.append(("SPAN", (0, 1), (-1, 1)))
    return Table(rows, colWidths=list(_COLUMNS), repeatRows=1, style=TableStyle(style))


def _add(rows: list[list[Any]], style: list[tuple[Any, ...]], session: DaySession) -> None:
    first = len(rows)
    rows.append([para(f"{session.span}   {session.name}", 10.5, BOLD), "", "", para(session.zones, 9),
                 para(session.filled, 9, align=TA_RIGHT), ""])
    style += [("SPAN", (0, first), (2, first)), ("SPAN", (4, first), (5, first)),
              ("BACKGROUND", (0, first), (-1, first), BAND), ("LINEABOVE", (0, first), (-1, first), 0.5, SOFT),
              ("NOSPLIT", (0, first), (-1, first + 1))]
    for time, number, title, letter, length in session.items:
        rows.append([para(time, 9.5, align=TA_CENTER), para(number, 9.5, align=TA_CENTER), para(title, 10),
                     para(letter, 9.5), para(length, 9.5, align=TA_RIGHT), ""])
        style += [("LINEABOVE", (0, len(rows) - 1), (-1, len(rows) - 1), 0.3, LINE)]
        style += [("LINEBEFORE", (column, len(rows) - 1), (column, len(rows) - 1), 0.3, LINE)
                  for column in range(1, len(_COLUMNS))]
    if not session.items:
        rows.append([para(words()["values"]["empty"], 9.5, color=SOFT), *[""] * 5])
        style.append(("SPAN", (0, len(rows) - 1), (-1, len(rows) - 1)))


def _close(paper: DayPaper) -> Story:
    names = words()["signature"]
    lines: Story = [Spacer(1, 7), *(para(note, 9.5, color=SOFT) for note in paper.notes), Spacer(1, 9)]
    places = [[para(names[who], 10.5, BOLD, align=TA_CENTER),
               para(names["hand"], 9, align=TA_CENTER, color=SOFT), Spacer(1, 20 * mm)]
              for who in ("author", "operator", "approver")]
    return [KeepTogether([*lines, bare([places], [_WIDTH / 3] * 3)])]
