"""What the schedules on paper have in common: their letters, their colours and the foot of their pages."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Table, TableStyle

from broadcaster.base.vietnamese import one_line
from broadcaster.bulletins.kit.paper import drawable
from broadcaster.schedule.sheets.sheet_text import words

EDGE, TOP = 15 * mm, 14 * mm
REGULAR, SEMI, BOLD = "BeVietnamPro-Regular", "BeVietnamPro-SemiBold", "BeVietnamPro-Bold"
INK, SOFT, RED = HexColor("#17212b"), HexColor("#444c55"), HexColor("#a61f1a")
LINE, BAND, GROUND = HexColor("#9aa5af"), HexColor("#eaf3f2"), HexColor("#f3f5f7")
_LONGEST = 400
_LETTER = 5.3
"""Points a letter of the foot may take: what is longer would run into the page number."""

Story = list[Flowable]


class Pages(Canvas):  # type: ignore[misc]
    """Knows how many pages there are before it prints their numbers. `mark`: said at the foot from page 2 on."""

    def __init__(self, *args: Any, running: str, mark: str = "", **more: Any) -> None:
        super().__init__(*args, **more)
        self._running, self._mark = running, mark
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
        width = self._pagesize[0]
        self.setFont(REGULAR, 8)
        self.setFillColor(SOFT)
        self.drawString(EDGE, 8 * mm, drawable(self._running, REGULAR)[:int(width / _LETTER)])
        number = words()["letterhead"]["page"].format(page=self._pageNumber, pages=pages)
        self.drawRightString(width - EDGE, 8 * mm, number)
        if self._mark and self._pageNumber > 1:
            self.setFont(BOLD, 8)
            self.setFillColor(RED)
            self.drawCentredString(width / 2, 8 * mm, self._mark)


def para(text: str, size: float, font: str = REGULAR, *, align: int = TA_LEFT, color: Any = INK) -> Paragraph:
    style = ParagraphStyle(f"{font}{size}", fontName=font, fontSize=size, leading=size * 1.32, textColor=color,
                           alignment=align, splitLongWords=1)
    return Paragraph(escape(drawable(one_line(text, _LONGEST), font)), style)


def bare(rows: list[list[Any]], widths: list[float]) -> Table:
    """Without lines or padding."""
    table = Table(rows, colWidths=widths)
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0),
                               ("RIGHTPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, -1), 0)]))
    return table
