"""The report as comma-separated text: its table, and below it, after an empty line each, the others."""

from __future__ import annotations

import io
from collections.abc import Iterable

from broadcaster.base.csv_text import disarmed, write_rows
from broadcaster.reports import other_channels, tables, wording
from broadcaster.reports.sentences import Sentences
from broadcaster.reports.tables import Band, Grid, plain


def csv_bytes(says: Sentences) -> bytes:
    """UTF-8 with BOM, formulas disarmed, numbers and days as Vietnamese Excel reads them."""
    out, report = io.StringIO(newline=""), says.report
    names = says.words["columns"]
    keys = [each for key in says.profile.columns for each in (("first", "last") if key == "span" else (key,))]
    rows = []
    for number, row in enumerate(report.rows, start=1):
        values = {"number": number, "title": row.title, "directive": row.directive, "news": row.news,
                  "features": row.features, "airings": row.airings, "minutes": wording.minutes(row.seconds),
                  "first": plain(row.first), "last": plain(row.last), "zones": says.zones(row.zones),
                  "note": wording.row_note(row)}
        rows.append([values[key] for key in keys])
    write_rows(out, [str(disarmed(names[key])) for key in keys], rows)
    for grid in (tables.breakdowns(says), tables.requirements(says), tables.former(says)):
        if grid.rows:
            _grid(out, grid)
    if report.hand_outs:
        out.write("\r\n")
        write_rows(out, [str(disarmed(text)) for text in other_channels.heads(says.words)],
                   ([plain(value) for value in row] for row in other_channels.rows(report)))
    return out.getvalue().encode("utf-8-sig", "replace")


def grids_csv(grids: Iterable[Grid]) -> bytes:
    """Tables alone, an empty line between them."""
    out = io.StringIO(newline="")
    for grid in grids:
        _grid(out, grid)
    return out.getvalue().removeprefix("\r\n").encode("utf-8-sig", "replace")


def _grid(out: io.StringIO, grid: Grid) -> None:
    out.write("\r\n")
    write_rows(out, [str(disarmed(column.head)) for column in grid.columns],
               ([row.text] if isinstance(row, Band) else [plain(value) for value in row] for row in grid.rows))
