"""Leaflets, notices and scripts as PDF: fonts embedded, nothing cut off, a long text flows to the next page.

The type is made smaller down to a size that is still read from a wall before a second page is begun.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

import segno
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT
from reportlab.lib.pagesizes import A4, A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from broadcaster.base.paths import shipped
from broadcaster.bulletins.kit.blocks import Block, Sheet

_PAGES = {"A4": A4, "A5": A5}
_SCALES = (1.35, 1.25, 1.16, 1.08, 1.0, 0.92, 0.85, 0.78, 0.71)
_FLOWING = 0.78
"""The size of a text that needs more pages than one anyway."""
_INK, _SOFT, _ACCENT, _GROUND = HexColor("#17212b"), HexColor("#444c55"), HexColor("#0b6e73"), HexColor("#eaf3f2")
_REGULAR, _SEMI, _BOLD = "BeVietnamPro-Regular", "BeVietnamPro-SemiBold", "BeVietnamPro-Bold"
_TOGETHER = re.compile(r"(?<=\d) (?=\d)|(?<=\d) (?=[-–] \d)|(?<=\d [-–]) (?=\d)|(?<=ngày) (?=\d)|(?<=năm) (?=\d)", re.I)
"""A number is not parted at the end of a line."""
_ENDLESS = re.compile(r"[^ ]{121,}")
_WRITE_ON = 8
_TITLE_LINES = 4

Story = list[Flowable]
Making = Callable[[Sheet, "_Style"], Story]


@dataclass(frozen=True)
class _Style:
    """Paragraph styles of one page at one scale."""

    scale: float
    width: float

    def of(self, size: float, font: str = _REGULAR, **more: Any) -> ParagraphStyle:
        points = size * self.scale
        more = {"leading": points * 1.36, "textColor": _INK, "splitLongWords": 1, **more}
        return ParagraphStyle(f"{font}{size}", fontName=font, fontSize=points, **more)


def leaflet_pdf(sheet: Sheet) -> bytes:
    """A sheet to give out."""
    return _fitted(sheet, _leaflet)


def poster_pdf(sheet: Sheet) -> bytes:
    """A notice to post on a board: a large title, a place to sign."""
    return _fitted(sheet, _poster)


def script_pdf(sheet: Sheet) -> bytes:
    """Large print, as many pages as it takes."""
    return _built(sheet, _script, 1.0)[0]


def _fitted(sheet: Sheet, make: Making) -> bytes:
    for scale in _SCALES:
        data, pages = _built(sheet, make, scale)
        if pages == 1:
            return data
    return _built(sheet, make, _FLOWING)[0]


def _built(sheet: Sheet, make: Making, scale: float) -> tuple[bytes, int]:
    register_fonts()
    width, height = _PAGES[sheet.page]
    small = 0.74 if sheet.page == "A5" else 1.0
    margin = 18 * mm * small
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=(width, height), title=_title(sheet), author=" ".join(sheet.head),
                               lang="vi-VN", invariant=1)
    frame = Frame(margin, margin, width - 2 * margin, height - 2 * margin, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate("page", [frame], onPage=lambda canvas, doc: _furniture(canvas, doc, sheet)))
    document.build(make(sheet, _Style(scale * small, width - 2 * margin)))
    return out.getvalue(), document.page


def _leaflet(sheet: Sheet, style: _Style) -> Story:
    story: Story = [_para(line, style.of(13 if number else 14, _SEMI, alignment=TA_CENTER, textColor=_SOFT))
                    for number, line in enumerate(sheet.head)]
    story.append(Spacer(1, 8 * style.scale))
    for block in sheet.blocks:
        story += _block(block, style, title=27)
    if sheet.link:
        story.append(KeepTogether([Spacer(1, 10 * style.scale), _code_row(sheet, style)]))
    return story


def _poster(sheet: Sheet, style: _Style) -> Story:
    story: Story = [_para(line, style.of(15, _BOLD, alignment=TA_CENTER)) for line in sheet.head[:1]]
    story += [Spacer(1, 6 * style.scale), Rule(style.width * 0.3), Spacer(1, 14 * style.scale)]
    story += [_para(line, style.of(23, _BOLD, alignment=TA_CENTER, spaceAfter=4)) for line in sheet.head[1:]]
    for block in sheet.blocks:
        story += _block(block, style, title=38, body=19)
    last = Table([[_code(sheet, style), _signature(sheet, style)]], colWidths=[style.width * 0.42, style.width * 0.58])
    last.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]))
    return [*story, KeepTogether([Spacer(1, 18 * style.scale), last])]


def _script(sheet: Sheet, style: _Style) -> Story:
    story: Story = [_para(line, style.of(13, _SEMI if number else _BOLD, alignment=TA_CENTER, textColor=_SOFT))
                    for number, line in enumerate(sheet.head)]
    if sheet.caption:
        story.append(_para(sheet.caption, style.of(11, textColor=_SOFT, alignment=TA_CENTER)))
    story.append(Spacer(1, 8))
    for block in sheet.blocks:
        story += _script_block(block, style)
    if sheet.lines:
        rules: Story = [Rule(style.width, 26, "#9aa5af") for _ in range(_WRITE_ON)]
        story.append(KeepTogether([Spacer(1, 14), _para(sheet.lines, style.of(12, _SEMI)), *rules]))
    return story


def _script_block(block: Block, style: _Style) -> Story:
    if block.kind == "title":
        return [_para(block.text, style.of(22, _BOLD, alignment=TA_CENTER, spaceAfter=12))]
    if block.kind == "sentence":
        numbered = style.of(18, leftIndent=34, spaceBefore=7, bulletFontName=_SEMI, bulletFontSize=13,
                            bulletColor=_SOFT, leading=27)
        marked = escape(drawable(block.text, _REGULAR)).replace("//", f'<font color="#0b6e73" name="{_BOLD}">//</font>')
        return [Paragraph(marked, numbered, bulletText=f"{block.number}.")]
    if block.kind == "hint":
        return [_para(block.text, style.of(12.5, leftIndent=34, textColor=_ACCENT))]
    looks = {"heading": (16, _BOLD, 18.0), "question": (15, _SEMI, 9.0), "answer": (15, _REGULAR, 2.0)}
    size, font, before = looks.get(block.kind, (15, _REGULAR, 4.0))
    together = block.kind in {"heading", "question"}
    return [_para(block.text, style.of(size, font, spaceBefore=before, keepWithNext=together))]


def _block(block: Block, style: _Style, *, title: float, body: float = 15) -> Story:
    if block.kind == "title":
        return [_big(block.text, style, title), Spacer(1, 12 * style.scale)]
    if block.kind == "point":
        look = style.of(body, leftIndent=body * 1.3 * style.scale, bulletIndent=2, spaceAfter=body * 0.4 * style.scale,
                        bulletFontName=_BOLD, bulletFontSize=body * style.scale, bulletColor=_ACCENT)
        return [Paragraph(escape(drawable(block.text, _REGULAR)), look, bulletText="•")]
    if block.kind == "phone":
        return [Spacer(1, 8 * style.scale), _phone(block.text, style, body), Spacer(1, 8 * style.scale)]
    if block.kind == "small":
        return [_para(block.text, style.of(body * 0.72, textColor=_SOFT, spaceBefore=3))]
    return [_para(block.text, style.of(body, spaceAfter=body * 0.5 * style.scale))]


def _big(text: str, style: _Style, size: float) -> Paragraph:
    """A title as large as it may be: its longest word fits the line and it takes at most four of them."""
    shown = drawable(text, _BOLD).upper()
    while size > 15:
        points = size * style.scale
        longest = max((pdfmetrics.stringWidth(word, _BOLD, points) for word in shown.split()), default=0)
        paragraph = Paragraph(escape(shown), style.of(size, _BOLD, alignment=TA_CENTER, textColor=HexColor("#a61f1a"),
                                                      leading=points * 1.25))
        _, height = paragraph.wrap(style.width, 10_000)
        if longest <= style.width and height <= _TITLE_LINES * points * 1.26:
            return paragraph
        size -= 1
    return Paragraph(escape(shown), style.of(15, _BOLD, alignment=TA_CENTER, textColor=HexColor("#a61f1a")))


def _phone(text: str, style: _Style, body: float) -> Table:
    words, _, number = text.rpartition(":")
    lines = [[_para(words, style.of(body * 0.85, _SEMI, alignment=TA_CENTER))]] if words else []
    lines.append([_para(number.strip(), style.of(body * 1.6, _BOLD, alignment=TA_CENTER, textColor=_ACCENT))])
    box = Table(lines, colWidths=[style.width])
    box.setStyle(TableStyle([("BACKGROUND", (0, 0), (-1, -1), _GROUND), ("TOPPADDING", (0, 0), (-1, -1), 4),
                             ("BOTTOMPADDING", (0, 0), (-1, -1), 5), ("ROUNDEDCORNERS", [6, 6, 6, 6])]))
    return box


def _signature(sheet: Sheet, style: _Style) -> Story:
    if not sheet.signature:
        return []
    day, *office = sheet.signature
    return [_para(day, style.of(12.5, alignment=TA_CENTER, spaceAfter=3)),
            *(_para(line, style.of(13.5, _BOLD, alignment=TA_CENTER)) for line in office),
            Spacer(1, 74 * style.scale)]


def _code(sheet: Sheet, style: _Style) -> Story:
    if not sheet.link:
        return []
    return [Code(sheet.link, 96 * style.scale), _para(sheet.caption, style.of(11, textColor=_SOFT, alignment=TA_LEFT))]


def _code_row(sheet: Sheet, style: _Style) -> Table:
    side = 88 * style.scale
    row = Table([[Code(sheet.link, side), _para(sheet.caption, style.of(13, _SEMI))]],
                colWidths=[side + 12, style.width - side - 12])
    row.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]))
    return row


class Code(Flowable):  # type: ignore[misc]
    """The QR code of a link, drawn as squares: sharp in any size."""

    def __init__(self, link: str, side: float) -> None:
        super().__init__()
        self._rows = [list(row) for row in segno.make(link, error="m", micro=False).matrix]
        self._side = side

    def wrap(self, *_: float) -> tuple[float, float]:
        return self._side, self._side + 4

    def draw(self) -> None:
        step = self._side / len(self._rows)
        self.canv.setFillColor(Color(0, 0, 0))
        for top, row in enumerate(self._rows):
            for left, dark in enumerate(row):
                if dark:
                    self.canv.rect(left * step, self._side - (top + 1) * step, step * 1.02, step * 1.02, 0, 1)


class Rule(Flowable):  # type: ignore[misc]
    """A thin line in the middle; `room` above it."""

    def __init__(self, width: float, room: float = 1, color: str = "#17212b") -> None:
        super().__init__()
        self._width, self._room, self._color = width, room, color

    def wrap(self, available: float, _: float) -> tuple[float, float]:
        self._left = (available - self._width) / 2
        return available, self._room

    def draw(self) -> None:
        self.canv.setStrokeColor(HexColor(self._color))
        self.canv.setLineWidth(0.7)
        self.canv.line(self._left, 0, self._left + self._width, 0)


def _furniture(canvas: Any, document: Any, sheet: Sheet) -> None:
    width, height = _PAGES[sheet.page]
    if sheet.draft:
        canvas.saveState()
        canvas.setFillColor(Color(0.75, 0.1, 0.1, alpha=0.16))
        canvas.translate(width / 2, height / 2)
        canvas.rotate(52)
        size = width / 11
        canvas.setFont(_BOLD, size)
        canvas.drawCentredString(0, 0, sheet.draft)
        canvas.restoreState()
        canvas.setFillColor(HexColor("#a61f1a"))
        canvas.setFont(_BOLD, width / 55)
        canvas.drawCentredString(width / 2, height - width / 32, sheet.draft)
    canvas.setFillColor(_SOFT)
    canvas.setFont(_REGULAR, 8)
    if sheet.running:
        canvas.drawString(width * 0.08, width / 38, drawable(sheet.running, _REGULAR)[:90])
    if document.page > 1:
        canvas.drawRightString(width * 0.92, width / 38, sheet.page_words.replace("{page}", str(document.page)))


def _para(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(drawable(text, style.fontName)), style)


def drawable(text: str, font: str) -> str:
    """Only what the font can draw: an empty box on paper tells nobody anything."""
    known = pdfmetrics.getFont(font).face.charToGlyph
    drawn = "".join(c for c in _TOGETHER.sub("\u00a0", text) if ord(c) in known or c in " \u00a0")
    # Letter by letter the layout would take minutes over them.
    return _ENDLESS.sub(lambda word: " ".join(re.findall(r".{1,60}", word[0])), drawn)


def _title(sheet: Sheet) -> str:
    return next((block.text for block in sheet.blocks if block.kind == "title"), "")


@cache
def register_fonts() -> None:
    """By file, so that no other version of the same name is taken."""
    for name in (_REGULAR, _SEMI, _BOLD):
        pdfmetrics.registerFont(TTFont(name, str(shipped("resources", "fonts", f"{name}.ttf"))))
