"""A report's charts as vectors, readable in black and white: full bars for what aired, hatched for what did not."""

from __future__ import annotations

from reportlab.graphics.shapes import Drawing, Group, Line, Rect, String
from reportlab.lib.colors import HexColor, white
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import KeepTogether, NextPageTemplate, PageBreak, Spacer

from broadcaster.bulletins.kit.paper import drawable
from broadcaster.reports import charts, wording
from broadcaster.reports.charts import Bars, Shares
from broadcaster.reports.sentences import Sentences
from broadcaster.reports.writers.pdf_letters import (
    BOLD,
    CENTER,
    REGULAR,
    UPRIGHT,
    Mark,
    Story,
    register_serif,
    serif,
)

_WIDTH, _HEIGHT = 440.0, 190.0
_LEFT, _BOTTOM, _TOP = 34.0, 34.0, 24.0
_INK, _FULL, _GRID = HexColor("#1d2a33"), HexColor("#3d5a66"), HexColor("#c9d2d8")
_LABELS = 16
"""At most so many words under the bars."""


def chart_story(says: Sentences) -> Story:
    """A page of charts; empty where there is nothing to compare."""
    register_serif()
    over_time, parts = charts.over_time(says), charts.shares(says)
    if over_time is None and not parts:
        return []
    title = says.words["charts"]["title"]
    story: Story = [NextPageTemplate(UPRIGHT), PageBreak(), Mark(title),
                    serif(title.upper(), 14, BOLD, alignment=CENTER, spaceAfter=10)]
    if over_time is not None:
        story.append(KeepTogether([serif(over_time.title, 12, BOLD, spaceAfter=2), bars_drawing(over_time)]))
    for each in parts:
        story.append(KeepTogether([Spacer(1, 12), serif(each.title, 12, BOLD, spaceAfter=4), shares_drawing(each)]))
    return story


def bars_drawing(chart: Bars) -> Drawing:
    """A bar for each stretch of time, what did not air on top of what did."""
    drawing = Drawing(_WIDTH, _HEIGHT)
    top = _scale_top(max(bar.aired + bar.missed for bar in chart.bars))
    room = _HEIGHT - _BOTTOM - _TOP
    for part in range(5):
        y, value = _BOTTOM + room * part / 4, top * part / 4
        drawing.add(Line(_LEFT, y, _WIDTH, y, strokeColor=_GRID if part else _INK, strokeWidth=0.5))
        if value == int(value):
            drawing.add(_words(wording.number(value), _LEFT - 4, y - 3, anchor="end"))
    step = (_WIDTH - _LEFT) / len(chart.bars)
    every = -(-len(chart.bars) // _LABELS)
    for number, bar in enumerate(chart.bars):
        x, width = _LEFT + step * (number + 0.15), step * 0.7
        full = room * bar.aired / top
        if bar.aired:
            drawing.add(Rect(x, _BOTTOM, width, full, fillColor=_FULL, strokeColor=_INK, strokeWidth=0.4))
        if bar.missed:
            drawing.add(_hatched(x, _BOTTOM + full, width, room * bar.missed / top))
        if number % every == 0:
            drawing.add(_words(bar.label, x + width / 2, _BOTTOM - 11, anchor="middle"))
    _legend(drawing, chart)
    return drawing


def shares_drawing(chart: Shares) -> Drawing:
    """A lying bar for each part, its words on the left, its count and share behind it."""
    line = 19.0
    height = line * len(chart.shares) + 4
    drawing = Drawing(_WIDTH, height)
    names = min(170.0, max(stringWidth(drawable(share.label, REGULAR), REGULAR, 10) for share in chart.shares) + 8)
    room = _WIDTH - names - 110
    for number, share in enumerate(chart.shares):
        y = height - line * (number + 1) + 3
        drawing.add(_words(share.label[:34], names - 6, y + 3.5, anchor="end", size=10))
        drawing.add(Rect(names, y, max(0.8, room * share.part), 12, fillColor=_FULL, strokeColor=_INK,
                         strokeWidth=0.4))
        told = f"{wording.number(share.airings)} ({wording.number(100 * share.part, 1)} %)"
        drawing.add(_words(told, names + room * share.part + 6, y + 3, size=10))
    return drawing


def _hatched(x: float, y: float, width: float, height: float) -> Group:
    """White with slanting lines: told from a full bar on any printer."""
    group = Group(Rect(x, y, width, height, fillColor=white, strokeColor=_INK, strokeWidth=0.5))
    gap, start = 3.2, -height
    while start < width:
        # A line at 45°, cut off at the four sides.
        left, low = max(0.0, start), max(0.0, -start)
        right = min(width, start + height)
        if right > left:
            group.add(Line(x + left, y + low, x + right, y + low + (right - left), strokeColor=_INK, strokeWidth=0.5))
        start += gap
    return group


def _legend(drawing: Drawing, chart: Bars) -> None:
    y, x = _HEIGHT - 12, _LEFT
    drawing.add(Rect(x, y, 10, 8, fillColor=_FULL, strokeColor=_INK, strokeWidth=0.4))
    drawing.add(_words(chart.aired, x + 14, y + 1, size=9.5))
    x += 30 + stringWidth(chart.aired, REGULAR, 9.5)
    drawing.add(_hatched(x, y, 10, 8))
    drawing.add(_words(chart.missed, x + 14, y + 1, size=9.5))


def _words(text: str, x: float, y: float, *, anchor: str = "start", size: float = 8.5) -> String:
    return String(x, y, drawable(text, REGULAR), fontName=REGULAR, fontSize=size, textAnchor=anchor, fillColor=_INK)


def _scale_top(most: int) -> int:
    """The next number that four lines divide well."""
    step = 1
    while True:
        for unit in (4, 8, 12, 20, 28):
            if unit * step >= most:
                return unit * step
        step *= 10
