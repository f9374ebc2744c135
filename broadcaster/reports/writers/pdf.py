"""A document as PDF in the layout of Nghị định 30/2020/NĐ-CP: what the Word file looks like, ready to print."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Frame,
    KeepTogether,
    LongTable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Spacer,
    TableStyle,
)
from reportlab.platypus import Table as Grid

from broadcaster.bulletins.kit.paper import Rule
from broadcaster.reports.document import (
    Align,
    Appendix,
    Block,
    Document,
    Foot,
    Heading,
    Letterhead,
    Paragraph,
    Style,
    Table,
    Title,
)
from broadcaster.reports.writers.pdf_letters import (
    ACROSS,
    BOLD,
    BOLD_ITALIC,
    CENTER,
    ITALIC,
    JUSTIFY,
    LEFT,
    REGULAR,
    RIGHT,
    UPRIGHT,
    Mark,
    Story,
    fitted,
    register_serif,
    serif,
    shortened,
)

BODY, TABLE = 14.0, 11.0
_INDENT = 12.7 * mm
_ALIGN = {Align.LEFT: LEFT, Align.CENTER: CENTER, Align.RIGHT: RIGHT}
_NUMBER_SIZE = 13
_PADDING = 6.5
_LINE, _TABLE_BEGINS = 31, 105
"""Points: a heading with the space around it; a table's head and its first row."""


def pdf_bytes(document: Document, charts: Story | None = None) -> bytes:
    """The whole file. `charts`: an appendix of pictures, on a page of their own at the end."""
    register_serif()
    out = io.BytesIO()
    made = BaseDocTemplate(out, pagesize=A4, title=document.title, author=document.author, lang="vi-VN", invariant=1)
    first = ACROSS if document.landscape else UPRIGHT
    templates = {UPRIGHT: _page(UPRIGHT, A4, 20 * mm, 30 * mm, 15 * mm),
                 ACROSS: _page(ACROSS, landscape(A4), 20 * mm, 20 * mm, 20 * mm)}
    if document.landscape:
        templates[ACROSS] = _page(ACROSS, landscape(A4), 20 * mm, 30 * mm, 15 * mm)
    made.addPageTemplates([templates[first], *(each for name, each in templates.items() if name != first)])
    story = _Story(templates[first].frames[0]._width, across=document.landscape)
    for place, block in enumerate(document.blocks):
        story.put(block, room=_room(document.blocks[place:]))
    made.build([*story.parts, *(charts or [])])
    return out.getvalue()


def _page(name: str, size: tuple[float, float], edge: float, left: float, right: float) -> PageTemplate:
    """A page without furniture but its number, centred above from the second one on."""
    width, height = size
    frame = Frame(left, edge, width - left - right, height - 2 * edge, 0, 0, 0, 0)

    def number(canvas: Canvas, document: Any) -> None:
        if document.page > 1:
            canvas.setFont(REGULAR, _NUMBER_SIZE)
            canvas.drawCentredString(left + (width - left - right) / 2, height - 10 * mm - _NUMBER_SIZE * 0.7,
                                     str(document.page))

    return PageTemplate(name, [frame], onPage=number, pagesize=size)


def _room(blocks: Sequence[Block]) -> float:
    """A heading stays with the heading, caption or table below it: how much room they need at least."""
    room = 0.0
    for block in blocks:
        if isinstance(block, Heading) or (isinstance(block, Paragraph) and block.style is Style.CAPTION):
            room += _LINE
        else:
            return room + (_TABLE_BEGINS if isinstance(block, Table) else 2 * _LINE) if room else 0.0
    return room


class _Story:
    """Blocks one below the other."""

    def __init__(self, width: float, *, across: bool) -> None:
        self.parts: Story = []
        self._width, self._across = width, across
        self._after_table = False

    def put(self, block: Block, *, room: float = 0) -> None:
        """`room`: points it needs together with what must not be parted from it."""
        if room:
            self.parts.append(CondPageBreak(room))
        match block:
            case Letterhead():
                self._letterhead(block)
            case Title():
                self._title(block)
            case Heading():
                self._heading(block)
            case Paragraph():
                self._paragraph(block)
            case Table():
                self._table(block)
            case Foot():
                self._foot(block)
            case Appendix():
                self._appendix(block)
        self._after_table = isinstance(block, Table)

    def _letterhead(self, block: Letterhead) -> None:
        centred: dict[str, Any] = {"alignment": CENTER}
        above = [serif(block.above, 12.5, **centred)] if block.above else []
        left = [*above, serif(block.issuer, 12.5, BOLD, **centred), Rule(24 * mm, 4)]
        right = [serif(block.country, 12.5, BOLD, **centred), serif(block.motto, 13.5, BOLD, **centred),
                 Rule(61 * mm, 4)]
        below = [serif(block.number, 13, **centred), serif(block.place_and_date, 13.5, ITALIC, **centred)]
        table = Grid([[left, right], below], colWidths=[self._width * 0.4, self._width * 0.6])
        table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0),
                                   ("RIGHTPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, 0), 0),
                                   ("TOPPADDING", (0, 1), (-1, 1), 7), ("BOTTOMPADDING", (0, 0), (-1, -1), 0)]))
        self.parts.append(table)

    def _title(self, block: Title) -> None:
        self.parts += [Spacer(1, 18), Mark(block.kind), serif(block.kind, 14, BOLD, alignment=CENTER),
                       serif(block.subject, BODY, BOLD, alignment=CENTER), Rule(40 * mm, 5), Spacer(1, 4)]
        several = len(block.to) > 1
        for number, line in enumerate(block.to):
            indent = (32 * mm if number == 0 else 50 * mm) if several else 0
            self.parts.append(serif(line, BODY, alignment=LEFT if several else CENTER, leftIndent=indent,
                                    spaceBefore=6 if number == 0 else 0,
                                    spaceAfter=6 if number == len(block.to) - 1 else 0))

    def _heading(self, block: Heading) -> None:
        self.parts += [Mark(block.text, block.level - 1), serif(
            block.text, BODY, BOLD, firstLineIndent=_INDENT, spaceBefore=8, spaceAfter=6)]

    def _paragraph(self, block: Paragraph) -> None:
        if block.style is Style.NOTE:
            self.parts.append(serif(block.text, 12, ITALIC, alignment=JUSTIFY, spaceBefore=6, spaceAfter=6))
            return
        font = ITALIC if block.style is Style.BASIS else REGULAR
        self.parts.append(serif(block.text, BODY, font, alignment=JUSTIFY, firstLineIndent=_INDENT, spaceAfter=6,
                                spaceBefore=8 if self._after_table else 0))

    def _table(self, block: Table) -> None:
        whole = sum(column.width for column in block.columns)
        widths = [column.width * self._width / whole for column in block.columns]
        self.parts.append(ruled(block, widths))

    def _foot(self, block: Foot) -> None:
        left: Story = [serif(block.title, 12, BOLD_ITALIC), *(serif(line, 11) for line in block.recipients)]
        right: Story = [serif(line, BODY, BOLD, alignment=CENTER) for line in block.authority]
        right += [Spacer(1, 25 * mm)]
        right += [serif(block.name, BODY, BOLD, alignment=CENTER)] if block.name else []
        half = self._width * 0.485
        table = Grid([[left, right]], colWidths=[half, self._width - half])
        table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]))
        # A signature alone on its page signs nothing: the closing sentence goes with it.
        closing = [self.parts.pop()] if self.parts and not self._after_table else []
        self.parts.append(KeepTogether([*closing, Spacer(1, 10), table]))

    def _appendix(self, block: Appendix) -> None:
        # Only pages of its own form need another template; the frame's width follows it.
        self.parts += [NextPageTemplate(ACROSS if block.landscape else UPRIGHT), PageBreak()]
        self._width = (A4[1] - 40 * mm) if block.landscape else (A4[0] - 45 * mm)
        self.parts += [Mark(f"{block.kind}: {block.title}" if block.title else block.kind),
                       serif(block.kind, BODY, BOLD, alignment=CENTER),
                       serif(block.title, BODY, BOLD, alignment=CENTER),
                       serif(block.basis, 13, ITALIC, alignment=CENTER, spaceAfter=8)]


def ruled(block: Table, widths: list[float]) -> LongTable:
    """A ruled table whose head comes again on every page; a row of one text spans it, in bold."""
    aligns = [_ALIGN[column.align] for column in block.columns]

    def cells(texts: Sequence[str], font: str = REGULAR) -> list[Any]:
        return [serif(fitted(shortened(text, width - _PADDING, TABLE), width - _PADDING, font, TABLE), TABLE, font,
                      alignment=align) for text, align, width in zip(texts, aligns, widths, strict=True)]

    rows: list[list[Any]] = [[serif(column.head, TABLE, BOLD, alignment=CENTER) for column in block.columns]]
    look: list[tuple[Any, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.5, black), ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
        ("VALIGN", (0, 1), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 3), ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 3)]
    if block.numbered:
        rows.append([serif(f"({number})", TABLE, alignment=CENTER) for number in range(1, len(aligns) + 1)])
    heads = len(rows)
    for row in block.rows:
        if len(row) == 1 < len(aligns):
            place = len(rows)
            look += [("SPAN", (0, place), (-1, place)), ("NOSPLIT", (0, place), (-1, place + 1))]
            rows.append([serif(row[0], TABLE, BOLD), *[""] * (len(aligns) - 1)])
        else:
            rows.append(cells(row))
    if block.total is not None:
        look.append(("NOSPLIT", (0, len(rows) - 1), (-1, len(rows))))
        rows.append(cells(block.total, BOLD))
    return LongTable(rows, colWidths=widths, repeatRows=heads, style=TableStyle(look), splitInRow=1)
