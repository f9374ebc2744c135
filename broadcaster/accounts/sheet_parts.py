"""Pages to be printed, put into an envelope and locked away: what the recovery sheets have in common."""

from __future__ import annotations

import io
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Table, TableStyle

from broadcaster.base.paths import shipped
from broadcaster.base.vietnamese import one_line

REGULAR, SEMI, BOLD, DIGITS = "BeVietnamPro-Regular", "BeVietnamPro-SemiBold", "BeVietnamPro-Bold", "Courier-Bold"
INK, SOFT, LINE = HexColor("#17212b"), HexColor("#444c55"), HexColor("#9aa5af")
_MARGIN = 22 * mm
WIDTH = A4[0] - 2 * _MARGIN


def page_pdf(title: str, station: str, story: list[Flowable]) -> bytes:
    """One A4 page. Make the story after `load_fonts`."""
    out = io.BytesIO()
    width, height = A4
    document = BaseDocTemplate(out, pagesize=A4, title=title, author=drawn(station), lang="vi-VN", invariant=1)
    frame = Frame(_MARGIN, _MARGIN, width - 2 * _MARGIN, height - 2 * _MARGIN, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate("page", [frame]))
    document.build(story)
    return out.getvalue()


def heading(station: str, title: str, below: str) -> list[Flowable]:
    """Whose page it is, what it is, when it was printed."""
    return [para(station.upper(), SEMI, 12, alignment=TA_CENTER, textColor=SOFT),
            para(title, BOLD, 24, alignment=TA_CENTER, spaceBefore=8, spaceAfter=2),
            para(below, REGULAR, 11, alignment=TA_CENTER, textColor=SOFT, spaceAfter=16)]


def steps(texts: tuple[str, ...]) -> list[Flowable]:
    """Numbered lines."""
    return [para(f"{number}. {step}", REGULAR, 12, leftIndent=16, firstLineIndent=-16, spaceAfter=4)
            for number, step in enumerate(texts, start=1)]


def warning(text: str) -> Table:
    """What must not be overlooked, in a box."""
    box = Table([[para(text, SEMI, 11.5)]], colWidths=[WIDTH])
    box.setStyle(TableStyle([("BOX", (0, 0), (-1, -1), 1.2, HexColor("#a61f1a")), ("LEFTPADDING", (0, 0), (-1, -1), 12),
                             ("RIGHTPADDING", (0, 0), (-1, -1), 12), ("TOPPADDING", (0, 0), (-1, -1), 8),
                             ("BOTTOMPADDING", (0, 0), (-1, -1), 10)]))
    return box


def foot() -> Table:
    """Who took the page, and where it lies."""
    lines = [["Người nhận phiếu", "Nơi cất giữ"], ["", ""], ["…………………………………………", "…………………………………………"]]
    table = Table([[para(text, SEMI, 11, alignment=TA_CENTER) for text in line] for line in lines],
                  colWidths=[WIDTH / 2] * 2, rowHeights=[18, 46, 18])
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")]))
    return table


def para(text: str, font: str, size: float, **more: Any) -> Paragraph:
    """One paragraph in the house's type."""
    style = ParagraphStyle(f"{font}{size}", fontName=font, fontSize=size, leading=size * 1.4,
                           **{"textColor": INK, **more})
    return Paragraph(escape(drawn(text)), style)


def drawn(text: str) -> str:
    """Only what the font has: an empty box on paper tells nobody anything."""
    known = pdfmetrics.getFont(REGULAR).face.charToGlyph
    return "".join(letter for letter in one_line(text) if ord(letter) in known or letter == " ")


@cache
def load_fonts() -> None:
    """By file, so that no other version of the same name is taken."""
    for name in (REGULAR, SEMI, BOLD):
        pdfmetrics.registerFont(TTFont(name, str(shipped("resources", "fonts", f"{name}.ttf"))))
