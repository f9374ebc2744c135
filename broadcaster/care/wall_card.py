"""One page for the wall: hours, what to do each morning and when something goes wrong, room for telephone numbers.

Letters are to be read from a step and a half away; nothing of it is read from the screen.
"""

from __future__ import annotations

import io
import tomllib
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from reportlab.lib.colors import HexColor, black
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Spacer, Table, TableStyle

from broadcaster.base.paths import shipped
from broadcaster.base.vietnamese import one_line
from broadcaster.reports.writers.pdf_letters import BOLD, CENTER, ITALIC, register_serif, serif
from broadcaster.schedule.model import SessionTemplate
from broadcaster.wiring import App

_EDGE = 13 * mm
_WIDTH = A4[0] - 2 * _EDGE
_INK, _GREY, _RULE = black, HexColor("#d9d9d9"), HexColor("#777777")
_BODY = 17.0
_SCALES = (1.2, 1.15, 1.1, 1.05, 1.0, 0.95, 0.9, 0.85, 0.8, 0.74, 0.68)
_FEW, _MOST_SESSIONS, _LONGEST = 5, 12, 60
_ONE_LINE = 34

Story = list[Flowable]


def wall_card(app: App, day: date) -> bytes:
    """The PDF: always one page. `day`: whose season's hours it shows."""
    templates = sorted((each for each in app.schedule.templates() if each.weekdays and each.in_season(day)),
                       key=lambda each: (each.starts, each.name))
    quiet = app.settings.hours
    return card_pdf(app.settings.station.name, templates, (quiet.quiet_from, quiet.quiet_to), day)


def card_pdf(station: str, templates: Sequence[SessionTemplate], quiet: tuple[str, str], day: date) -> bytes:
    """As large as one page allows."""
    register_serif()
    for scale in _SCALES:
        data, pages = _built(station, templates, quiet, day, scale)
        if pages == 1:
            break
    return data


def _built(station: str, templates: Sequence[SessionTemplate], quiet: tuple[str, str], day: date,
           scale: float) -> tuple[bytes, int]:
    out, text = io.BytesIO(), words()
    document = BaseDocTemplate(out, pagesize=A4, title=f"{text['title']}: {station}", author=station, lang="vi-VN",
                               invariant=1)
    frame = Frame(_EDGE, _EDGE, _WIDTH, A4[1] - 2 * _EDGE, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate("page", [frame]))
    document.build([*_head(station, scale), _hours_and_keys(templates, quiet, day, scale),
                    *_parts(scale), *_phones(scale), *_foot(day, scale)])
    return out.getvalue(), document.page


def _head(station: str, scale: float) -> Story:
    size = 28 if len(station) < _ONE_LINE else 20
    return [serif(station.upper(), size * scale, BOLD, alignment=CENTER, spaceAfter=7 * scale)]


def _hours_and_keys(templates: Sequence[SessionTemplate], quiet: tuple[str, str], day: date, scale: float) -> Table:
    text = words()
    left: Story = [_name(text["hours"], scale), Spacer(1, 3 * scale)]
    large, small = (19, 13) if len(templates) <= _FEW else (13, 11)
    for each in templates[:_MOST_SESSIONS]:
        ends = datetime.combine(day, each.starts) + timedelta(minutes=each.minutes)
        left.append(serif(f"{each.starts:%H:%M} – {ends:%H:%M}", large * scale, BOLD))
        left.append(serif(one_line(f"{each.name}, {days_words(each.weekdays)}", _LONGEST), small * scale,
                          spaceAfter=2 * scale))
    if not templates:
        left.append(serif(text["no_hours"], _BODY * scale))
    left.append(serif(text["quiet"].format(start=quiet[0], end=quiet[1]), 12.5 * scale, ITALIC, spaceBefore=3 * scale))
    right: Story = [_name(text["keys_title"], scale), Spacer(1, 3 * scale)]
    right += [_key(key, does, scale) for key, does in text["keys"]]
    table = Table([[left, right]], colWidths=[_WIDTH * 0.46, _WIDTH * 0.54])
    table.setStyle(TableStyle([
        ("VALIGN", (0, 0), (-1, -1), "TOP"), ("BOX", (0, 0), (-1, -1), 1.2, _INK),
        ("LINEAFTER", (0, 0), (0, 0), 0.8, _RULE), ("LEFTPADDING", (0, 0), (-1, -1), 8),
        ("RIGHTPADDING", (0, 0), (-1, -1), 8), ("TOPPADDING", (0, 0), (-1, -1), 6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 7)]))
    return table


def _key(key: str, does: str, scale: float) -> Table:
    """A framed key, what it does beside it."""
    table = Table([[serif(key, 15 * scale, BOLD, alignment=CENTER), serif(does, 14.5 * scale)]],
                  colWidths=[_WIDTH * 0.215, _WIDTH * 0.295])
    table.setStyle(TableStyle([
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("BOX", (0, 0), (0, 0), 1, _INK), ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4), ("LEFTPADDING", (0, 0), (-1, -1), 3),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2),
        ("LEFTPADDING", (1, 0), (1, 0), 8)]))
    table.hAlign = "LEFT"
    table.spaceAfter = 4 * scale
    return table


def _parts(scale: float) -> Story:
    story: Story = []
    for part in words()["parts"]:
        lines = [serif(f"{number}.\u00a0{line}", _BODY * scale, leftIndent=17 * scale, firstLineIndent=-17 * scale)
                 for number, line in enumerate(part["lines"], start=1)]
        name = serif(part["name"], 15.5 * scale, BOLD)
        table = Table([[name], [lines]], colWidths=[_WIDTH])
        table.setStyle(TableStyle([
            ("BACKGROUND", (0, 0), (0, 0), _GREY), ("BOX", (0, 0), (-1, -1), 1.2, _INK),
            ("LEFTPADDING", (0, 0), (-1, -1), 8), ("RIGHTPADDING", (0, 0), (-1, -1), 6),
            ("TOPPADDING", (0, 0), (0, 0), 1), ("BOTTOMPADDING", (0, 0), (0, 0), 4),
            ("TOPPADDING", (0, 1), (0, 1), 2), ("BOTTOMPADDING", (0, 1), (0, 1), 6)]))
        story += [Spacer(1, 6 * scale), table]
    return story


def _phones(scale: float) -> Story:
    text = words()
    size = 14 * min(scale, 1.0)
    cells: list[list[Any]] = []
    names = [serif(name, size) for name in text["phones"]]
    for place in range(0, len(names), 2):
        cells.append([names[place], "", *([names[place + 1], ""] if place + 1 < len(names) else ["", ""])])
    widths = [_WIDTH * 0.22, _WIDTH * 0.28, _WIDTH * 0.22, _WIDTH * 0.28]
    table = Table(cells, colWidths=widths, rowHeights=[size * 2.5] * len(cells))
    table.setStyle(TableStyle([
        ("VALIGN", (0, 0), (-1, -1), "BOTTOM"), ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("LINEBELOW", (1, 0), (1, -1), 0.9, _RULE), ("LINEBELOW", (3, 0), (3, -1), 0.9, _RULE)]))
    return [Spacer(1, 7 * scale), _name(text["phones_title"], scale), table]


def _foot(day: date, scale: float) -> Story:
    return [serif(words()["foot"].format(day=f"{day:%d/%m/%Y}"), 10.5 * scale, ITALIC, alignment=CENTER,
                  spaceBefore=9 * scale)]


def _name(text: str, scale: float) -> Flowable:
    return serif(text, 15.5 * scale, BOLD)


def days_words(weekdays: str) -> str:
    """ "1234567" -> hằng ngày; "12345" -> T2 – T6; "136" -> T2, T4, T7."""
    text = words()
    if set(weekdays) == set("1234567"):
        return str(text["every_day"])
    days = sorted({int(day) for day in weekdays})
    names = [text["days"][day - 1] for day in days]
    if len(days) > 2 and days == list(range(days[0], days[-1] + 1)):
        return f"{names[0]} – {names[-1]}"
    return ", ".join(names)


@cache
def words() -> dict[str, Any]:
    """What is printed: resources/templates/wall_card.toml."""
    return tomllib.loads(shipped("resources", "templates", "wall_card.toml").read_text(encoding="utf-8"))
