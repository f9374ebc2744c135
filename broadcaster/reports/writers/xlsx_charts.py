"""The report's charts as the workbook's own: drawn by the program that opens it, from figures beside them."""

from __future__ import annotations

from typing import Any

from broadcaster.reports import charts
from broadcaster.reports.charts import Bars, Shares
from broadcaster.reports.sentences import Sentences

_FULL = {"color": "#3D5A66"}
_INK = {"color": "#1D2A33", "width": 0.5}
_FONT = {"name": "Times New Roman", "size": 11}
_FIGURES, _PLACE = 0, 5
"""Columns of the figures and of the pictures."""
_PICTURE = {"width": 720, "height": 300}
_ROWS = 17
"""As high as a picture."""


def add_charts(book: Any, says: Sentences, head: Any) -> None:
    """A sheet of figures and charts, where there is anything to compare. `head`: the format of its headings."""
    over_time, parts = charts.over_time(says), charts.shares(says)
    if over_time is None and not parts:
        return
    sheet = book.add_worksheet(says.words["charts"]["title"])
    sheet.set_column(_FIGURES, _FIGURES, 30)
    row = _bars(book, sheet, over_time, head) if over_time is not None else 0
    for each in parts:
        row = _shares(book, sheet, each, head, row)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 1)


def _bars(book: Any, sheet: Any, chart: Bars, head: Any) -> int:
    name = sheet.get_name()
    for column, text in enumerate((chart.title, chart.aired, chart.missed)):
        sheet.write_string(0, _FIGURES + column, text, head)
    for row, bar in enumerate(chart.bars, start=1):
        sheet.write_string(row, _FIGURES, bar.label)
        sheet.write_number(row, _FIGURES + 1, bar.aired)
        sheet.write_number(row, _FIGURES + 2, bar.missed)
    last = len(chart.bars)
    made = book.add_chart({"type": "column", "subtype": "stacked"})
    looks: tuple[dict[str, Any], ...] = (
        {"fill": _FULL}, {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": "#1D2A33", "bg_color": "white"}})
    for column, look in enumerate(looks, start=_FIGURES + 1):
        made.add_series({"name": [name, 0, column], "categories": [name, 1, _FIGURES, last, _FIGURES],
                         "values": [name, 1, column, last, column], "border": _INK, "gap": 40, **look})
    made.set_title({"name": chart.title, "name_font": {**_FONT, "size": 13}})
    made.set_legend({"position": "bottom", "font": _FONT})
    made.set_y_axis({"num_font": _FONT, "major_gridlines": {"visible": True, "line": {"color": "#C9D2D8"}},
                     "num_format": "#,##0", "min": 0})
    made.set_x_axis({"num_font": _FONT})
    made.set_size(_PICTURE)
    sheet.insert_chart(0, _PLACE, made)
    return max(last + 2, _ROWS)


def _shares(book: Any, sheet: Any, chart: Shares, head: Any, first: int) -> int:
    name = sheet.get_name()
    sheet.write_string(first, _FIGURES, chart.title, head)
    for row, share in enumerate(chart.shares, start=first + 1):
        sheet.write_string(row, _FIGURES, share.label)
        sheet.write_number(row, _FIGURES + 1, share.airings)
    last = first + len(chart.shares)
    made = book.add_chart({"type": "bar"})
    made.add_series({"categories": [name, first + 1, _FIGURES, last, _FIGURES],
                     "values": [name, first + 1, _FIGURES + 1, last, _FIGURES + 1], "fill": _FULL, "border": _INK,
                     "gap": 60, "data_labels": {"value": True, "font": _FONT}})
    made.set_title({"name": chart.title, "name_font": {**_FONT, "size": 13}})
    made.set_legend({"none": True})
    made.set_y_axis({"reverse": True, "num_font": _FONT})
    made.set_x_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    made.set_size({**_PICTURE, "height": 90 + 34 * len(chart.shares)})
    sheet.insert_chart(first, _PLACE, made)
    return first + max(len(chart.shares) + 2, _ROWS)
