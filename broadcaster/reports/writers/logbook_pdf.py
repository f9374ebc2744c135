"""The logbook as PDF to print, sign and keep: A4 across, its head again on every page, a year in bounded memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import IO, Any
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    LongTable,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from broadcaster.bulletins.kit.paper import Code, Rule, drawable, register_fonts
from broadcaster.reports.logbook import Book, BookDay, BookLine, Sums
from broadcaster.reports.writers.log_rows import words
from broadcaster.reports.writers.pdf_letters import Mark, fitted, shortened, style
from broadcaster.schedule.sheets.pages import BAND, BOLD, GROUND, INK, LINE, REGULAR, SEMI, SOFT, Story, bare, para

_PAGE = landscape(A4)
_EDGE, _TOP = 10 * mm, 12 * mm
_WIDTH = _PAGE[0] - 2 * _EDGE
_COLUMNS = tuple(part * mm for part in (8, 15, 50, 16, 18, 26, 16, 11, 16, 26, 16, 28, 31))
_WIDTHS = (*_COLUMNS[:-1], _WIDTH - sum(_COLUMNS[:-1]))
_CENTRED, _RIGHT = {0, 1, 3, 6}, {7}
_OUTCOME = 9
_SIZE = 7.8
_CODE = 17 * mm
_PAGES = "pages"


def write_pdf(out: str | Path | IO[bytes], book: Book, days: Iterable[BookDay], sums: Sums) -> None:
    """As many pages as the days take. `sums`: filled while `days` are read, printed at the end."""
    register_fonts()
    document = BaseDocTemplate(out if not isinstance(out, Path) else str(out), pagesize=_PAGE, lang="vi-VN",
                               title=f"{book.title} {book.span}", author=book.station, invariant=1)
    frame = Frame(_EDGE, _TOP, _WIDTH, _PAGE[1] - 2 * _TOP, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate("page", [frame]))
    document.build([*_letterhead(book), _Days(book, iter(days), sums)], canvasmaker=partial(_Pages, book=book))


class _Pages(Canvas):  # type: ignore[misc]
    """The foot of every page; how many there are is drawn once, at the end, and shown on all of them."""

    def __init__(self, *args: Any, book: Book, **more: Any) -> None:
        super().__init__(*args, **more)
        self._book = book

    def showPage(self) -> None:
        self.saveState()
        self.setFont(REGULAR, 7.5)
        self.setFillColor(SOFT)
        self.drawString(_EDGE, 7 * mm, drawable(f"{self._book.running} · {self._book.printed}", REGULAR)[:190])
        right = _PAGE[0] - _EDGE - 10 * mm
        self.drawRightString(right, 7 * mm, words()["book"]["page"].format(page=self._pageNumber))
        self.translate(right, 7 * mm)
        self.doForm(_PAGES)
        self.restoreState()
        super().showPage()

    def save(self) -> None:
        if self._code:
            self.showPage()
        self.beginForm(_PAGES)
        self.setFont(REGULAR, 7.5)
        self.setFillColor(SOFT)
        self.drawString(0, 0, str(self._pageNumber - 1))
        self.endForm()
        super().save()


class _Days(Flowable):  # type: ignore[misc]
    """Stands for all days still to come: takes the next one out when its turn is there, so one is in memory."""

    def __init__(self, book: Book, days: Iterator[BookDay], sums: Sums) -> None:
        super().__init__()
        self._book, self._days, self._sums = book, days, sums
        self._next: Story | None = None
        self._some = False

    def wrap(self, *_: float) -> tuple[float, float]:
        return 0, 10 * _PAGE[1]

    def split(self, *_: float) -> Story:
        day = next(self._days, None)
        nothing = Spacer(0, 0)
        if day is not None:
            self._some = True
            return [nothing, *_day(self._book, day), self]
        empty = [] if self._some else [para(words()["book"]["no_days"], 11, color=SOFT)]
        return [nothing, *empty, *_close(self._book, self._sums)]


def _letterhead(book: Book) -> Story:
    head = words()["book"]
    left: Story = [para(book.issuer, 10.5, align=TA_CENTER), para(book.station.upper(), 10.5, BOLD, align=TA_CENTER),
                   Rule(28 * mm, 3)]
    right: Story = [para(head["country"], 10.5, BOLD, align=TA_CENTER),
                    para(head["motto"], 10.5, BOLD, align=TA_CENTER), Rule(42 * mm, 3)]
    return [bare([[left, right]], [_WIDTH * 0.45, _WIDTH * 0.55]), Spacer(1, 6),
            para(book.title, 17, BOLD, align=TA_CENTER), para(book.span, 12, SEMI, align=TA_CENTER), Spacer(1, 8)]


def _day(book: Book, day: BookDay) -> Story:
    """Its table, and what stands under it; the day and the column heads come again on every page."""
    heads = [_cell(name, place, BOLD) for place, name in enumerate(book.columns)]
    rows: list[list[Any]] = [[para(day.heading, 10, BOLD), *[""] * (len(_WIDTHS) - 1)], heads]
    look: list[tuple[Any, ...]] = [
        ("SPAN", (0, 0), (-1, 0)), ("BACKGROUND", (0, 0), (-1, 0), BAND), ("BACKGROUND", (0, 1), (-1, 1), GROUND),
        ("BOX", (0, 0), (-1, -1), 0.6, INK), ("INNERGRID", (0, 1), (-1, -1), 0.3, LINE),
        ("LINEBELOW", (0, 1), (-1, 1), 0.6, INK), ("VALIGN", (0, 0), (-1, 1), "MIDDLE"),
        ("VALIGN", (0, 2), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 2.5),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2.5), ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5)]
    for session in day.sessions:
        place = len(rows)
        look += [("SPAN", (0, place), (-1, place)), ("NOSPLIT", (0, place), (-1, place + 1)),
                 ("LINEABOVE", (0, place), (-1, place), 0.6, SOFT)]
        rows.append([para(session.name, 8.6, SEMI), *[""] * (len(_WIDTHS) - 1)])
        rows += [_line(line) for line in session.lines]
    table = LongTable(rows, colWidths=list(_WIDTHS), repeatRows=2, style=TableStyle(look), splitInRow=1)
    mark: Story = [] if book.single else [Mark(day.heading)]
    under = KeepTogether([Spacer(1, 4), _under(book, day), Spacer(1, 9)])
    return [*mark, table, under] if day.sessions else [KeepTogether([*mark, table, Spacer(1, 4), _under(book, day),
                                                                      Spacer(1, 9)])]


def _under(book: Book, day: BookDay) -> Table:
    """Sums, faults and names on the left, the seal and its code on the right."""
    left = [para(text, 8.8, font) for text, font in ((day.totals, SEMI), (day.faults, REGULAR), (day.signed, REGULAR))
            if text]
    left += [para(day.left_out, 7.5, color=SOFT)] if day.left_out else []
    if not book.single:
        left.append(para(f"{words()['signed']['writer']}: {'.' * 60}", 8.8))
    right: list[Any] = [para(day.seal, 8, color=SOFT, align=TA_RIGHT)]
    if day.code:
        right.append(para(words()["seal"]["check"], 7.5, color=SOFT, align=TA_RIGHT))
    code = Code(day.code, _CODE) if day.code else ""
    return bare([[left, right, "", code]], [_WIDTH - 82 * mm - _CODE, 78 * mm, 2 * mm, _CODE + 2 * mm])


def _close(book: Book, sums: Sums) -> Story:
    """What the whole span adds up to, who signed its weeks, and the places for two hands."""
    names = words()["signed"]
    lines: Story = [] if book.single else [para(sums.text(), 10, SEMI), *(
        para(text, 9) for text in (sums.days_off(), *book.weeks) if text)]
    places = [[para(names[who], 11, BOLD, align=TA_CENTER), para(names["hand"], 9, align=TA_CENTER, color=SOFT),
               Spacer(1, 20 * mm)] for who in ("officer", "leader")]
    return [KeepTogether([Spacer(1, 5), *lines, Spacer(1, 6), bare([places], [_WIDTH / 2] * 2)])]


def _line(line: BookLine) -> list[Any]:
    cells = [_cell(text, place) for place, text in enumerate(line.cells)]
    if line.struck:
        old = escape(drawable(line.struck, REGULAR))
        new = escape(drawable(line.cells[_OUTCOME], SEMI))
        cells[_OUTCOME] = Paragraph(f'<strike>{old}</strike><br/><font name="{SEMI}">{new}</font>',
                                    style(_SIZE, REGULAR, leading=_SIZE * 1.25))
    return cells


@lru_cache(2_000)
def _cell(text: str, place: int, font: str = REGULAR) -> Any:
    """The same paragraph wherever the same text stands in the same column."""
    if not text:
        return ""
    align = TA_CENTER if place in _CENTRED or font == BOLD else TA_RIGHT if place in _RIGHT else 0
    room = _WIDTHS[place] - 5.5
    shown = fitted(shortened(text, room, _SIZE), room, font, _SIZE)
    lines = [escape(drawable(part, font)) for part in shown.split("\n")]
    return Paragraph("<br/>".join(lines), style(_SIZE, font, leading=_SIZE * 1.25, alignment=align))
