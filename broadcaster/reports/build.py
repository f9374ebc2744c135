"""A report becomes a document: the parts its addressee wants, in the order of the decree. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from broadcaster.asrun.model import Airing
from broadcaster.base.clock import parse_time
from broadcaster.base.frames import seconds
from broadcaster.reports import other_channels, tables, wording
from broadcaster.reports.document import (
    Align,
    Appendix,
    Block,
    Column,
    Document,
    Foot,
    Heading,
    Letterhead,
    Paragraph,
    Style,
    Table,
    Title,
)
from broadcaster.reports.periods import ROMAN, month_number
from broadcaster.reports.sentences import Sentences
from broadcaster.reports.tables import Band, Grid, plain

_LOG_WIDTHS = {"number": 10, "day": 22, "session": 26, "time": 32, "title": 56, "minutes": 22, "outcome": 30,
               "zones": 26, "approver": 34}
_LOG_ROWS = 300
"""A log longer than this (some fifteen pages) goes along as a workbook; on paper stand its days."""
_DAYS = 62
"""More days than this, and on paper stand its months."""
_ROMAN = (*ROMAN, "V", "VI")
_HAND_OUT_WIDTHS = (10, 21, 26, 44, 16, 26, 25)


def build(says: Sentences) -> Document:
    """All blocks; the same for every writer."""
    return Document(says.subject(), says.report.sender.station, tuple(_blocks(says)), says.profile.landscape)


def _blocks(says: Sentences) -> Iterator[Block]:
    words = says.words["letterhead"]
    yield Letterhead(country=words["country"], motto=words["motto"], **says.letterhead())
    yield Title(says.say("letterhead", "title"), says.subject(), says.to())
    for text in says.basis():
        yield Paragraph(text, Style.BASIS)
    yield Paragraph(says.opening())
    number = 0
    for name in says.profile.sections:
        body = list(_SECTIONS[name](says))
        if body:
            yield Heading(f"{_ROMAN[number]}. {says.say('section', name)}")
            yield from body
            number += 1
    yield Paragraph(says.closing(), Style.CAPTION)
    yield Foot(says.say("recipients", "title"), tuple(says.recipients()), says.authority(), says.own(
        says.profile.signer))
    yield from _appendix(says)


def _situation(says: Sentences) -> Iterator[Block]:
    for text in says.situation():
        yield Paragraph(text)


def _results(says: Sentences) -> Iterator[Block]:
    report, number = says.report, 0
    if report.rows or report.totals.planned:
        for part in says.content():
            number += 1
            yield Paragraph(f"{number}. {part[0]}")
            for text in part[1:]:
                yield Paragraph(text)
    by_letter = says.profile.table == "letter" or (says.profile.table == "auto" and len(report.rows) > tables.MANY)
    if says.profile.table != "none":
        if report.rows:
            yield Paragraph(says.say("results", "table_letters", count=wording.number(len(report.rows)))
                            if by_letter else says.say("results", "table"), Style.CAPTION)
        yield dressed(tables.letters(says) if by_letter else tables.contents(says), numbered=True)
        yield Paragraph(says.say("results", "definition"), Style.NOTE)
    for title, grid in ((says.say("results", "asked_table"), tables.requirements(says)),
                        (says.say("results", "breakdown"), tables.breakdowns(says))):
        if grid.rows and report.rows:
            number += 1
            yield Paragraph(f"{number}. {title}", Style.CAPTION)
            yield dressed(grid)
    yield from _other_channels(says, number + 1)


def _other_channels(says: Sentences, number: int) -> Iterator[Block]:
    sentences = other_channels.sentences(says.report, says.words)
    if not sentences:
        return
    yield Paragraph(f"{number}. {says.say('other_channels', 'title')}", Style.CAPTION)
    for text in sentences:
        yield Paragraph(text)
    if says.report.hand_outs:
        heads = other_channels.heads(says.words)
        aligns = (Align.CENTER, Align.CENTER, Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT)
        yield Table(tuple(Column(key, head, width, align) for key, head, width, align in zip(
            other_channels.HEADS, heads, _HAND_OUT_WIDTHS, aligns, strict=True)),
            [tuple(plain(value) for value in row) for row in other_channels.rows(says.report)])


def _former(says: Sentences) -> Iterator[Block]:
    if says.report.former:
        yield Paragraph(says.say("former", "intro"))
        yield dressed(tables.former(says))


def _difficulties(says: Sentences) -> Iterator[Block]:
    for text in says.difficulties():
        yield Paragraph(text)


def _proposals(says: Sentences) -> Iterator[Block]:
    for text in says.proposals():
        yield Paragraph(text)


_SECTIONS: dict[str, Callable[[Sentences], Iterator[Block]]] = {
    "situation": _situation, "results": _results, "former": _former, "difficulties": _difficulties,
    "proposals": _proposals}


def _appendix(says: Sentences) -> Iterator[Block]:
    """The log, or the days where the log is too long for paper."""
    report, kind = says.report, says.profile.appendix
    if kind == "none" or not report.log_rows:
        return
    whole = kind == "log" and report.log_rows <= min(_LOG_ROWS, len(report.airings))
    basis = says.say("section", "appendix_basis", symbol=says.profile.symbol, year=report.made_on.year,
                     month=month_number(report.made_on.month))
    by_month = len(report.coverage) > _DAYS
    title = "appendix_title" if whole else "appendix_months" if by_month else "appendix_days"
    yield Appendix(says.say("section", "appendix"), says.say("section", title), basis, landscape=whole)
    if whole:
        yield log_table(says, report.airings)
        return
    if kind == "log":
        yield Paragraph(says.say("section", "appendix_long", count=wording.number(report.log_rows)), Style.NOTE)
    yield dressed(tables.days(says, by_month=by_month))


def log_table(says: Sentences, airings: tuple[Airing, ...]) -> Table:
    """The extract of the log."""
    names = says.words["log_columns"]
    aligns = {"number": Align.CENTER, "day": Align.CENTER, "time": Align.CENTER, "minutes": Align.RIGHT}
    columns = tuple(Column(key, names[key], width, aligns.get(key, Align.LEFT)) for key, width in _LOG_WIDTHS.items())
    return Table(columns, [(wording.number(number), *_log_row(says, row)) for number, row in enumerate(airings, 1)])


def _log_row(says: Sentences, row: Airing) -> tuple[str, ...]:
    times = "–".join(f"{parse_time(text):%H:%M:%S}" for text in (row.started_at or row.planned_start, row.ended_at)
                     if text)
    return (wording.day(parse_time(row.planned_start).date()), row.session_name, times, row.title,
            wording.minutes(seconds(row.aired_frames)), wording.outcome_heard(row), says.zones(row.zones),
            wording.approver(row))


def dressed(grid: Grid, *, numbered: bool = False) -> Table:
    """Values as words."""
    rows = [(row.text,) if isinstance(row, Band) else tuple(plain(value) for value in row) for row in grid.rows]
    total = tuple(plain(value) for value in grid.total) if grid.total else None
    return Table(grid.columns, rows, total, numbered)

