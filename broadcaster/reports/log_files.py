"""The airing log as a table for another program: a million rows as fast as they are read, in bounded memory."""

from __future__ import annotations

import codecs
import csv
import io
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from broadcaster.asrun.model import AiringQuery
from broadcaster.asrun.service import AsRunService
from broadcaster.base.clock import parse_time
from broadcaster.base.csv_text import disarmed
from broadcaster.base.errors import Refused
from broadcaster.base.paths import sync_folder, unwritable
from broadcaster.reports import wording
from broadcaster.reports.writers.log_rows import MINUTE, LogTexts, Memo, log_columns, log_heads, words
from broadcaster.reports.writers.sheet_stream import SheetStream

Writer = Callable[[Path, "Pieces"], int]
Pieces = Iterable[Sequence[Sequence[Any]]]
"""Stored rows (asrun.log_store.LogRow), some thousand at a time."""

_OFFSET = "+07:00"
_HALF = MINUTE // 2


def write_csv(path: Path, pieces: Pieces) -> int:
    """UTF-8 with BOM, formulas disarmed; returns how many rows."""
    line, count = _Lines(), 0
    with path.open("wb") as out:
        out.write(codecs.BOM_UTF8 + (",".join(map(_quoted, log_heads())) + "\r\n").encode())
        for piece in pieces:
            out.write("".join([line.of(number, row) for number, row in enumerate(piece, start=count + 1)]).encode())
            count += len(piece)
    return count


class _Lines:
    """A line of the text file from a stored row; every text is quoted once."""

    def __init__(self) -> None:
        self._texts = LogTexts(_quoted)
        self._quoted = Memo(_quoted)
        self._days = Memo(lambda day: f"{day[8:10]}/{day[5:7]}/{day[:4]}")
        self._tenths = Memo(lambda number: _quoted(wording.number(number / 10, 1)))

    def of(self, number: int, stored: Sequence[Any]) -> str:
        day, session, started, ended, title, directive, frames, verification, percent, approved_at, facts, told = stored
        texts, quoted = self._texts, self._quoted
        kind, origin, language, zones, outcome, voice, approver, note = texts.said[facts]
        start = started[11:19] if started[23:] == _OFFSET else _hour(started)
        end = ended[11:19] if ended[23:] == _OFFSET else _hour(ended)
        return (f"{number},{self._days[day]},{quoted[session]},{start},{end},{quoted[title]},{kind},"
                f"{origin},{quoted[directive]},{language},{self._tenths[(frames * 10 + _HALF) // MINUTE]},{zones},"
                f"{outcome},{texts.verifications[verification, percent]},{voice},{approver},"
                f"{texts.moments[approved_at]},{note},{texts.corrections[told]}\r\n")


def write_xlsx(path: Path, pieces: Pieces) -> int:
    """Real dates and numbers, the head frozen; returns how many rows."""
    with SheetStream(path, words()["sheet"]["name"], log_columns(), title=words()["sheet"]["title"]) as sheet:
        return sheet.write(_numbered(pieces))


def _numbered(pieces: Pieces) -> Iterator[tuple[Any, ...]]:
    row, count = LogTexts().row, 0
    for piece in pieces:
        for stored in piece:
            count += 1
            yield (count, *row(stored))


def _hour(text: str) -> str:
    """05:00:12 at the station, of a time written in any other way than ours."""
    return parse_time(text).strftime("%H:%M:%S") if text else ""


def _quoted(text: object) -> str:
    """One field as csv writes it."""
    out = io.StringIO(newline="")
    csv.writer(out).writerow([disarmed(text), ""])
    return out.getvalue()[:-3]


_WRITERS: dict[str, Writer] = {"csv": write_csv, "xlsx": write_xlsx}
LOG_FORMATS = tuple(_WRITERS)


def write_log(asrun: AsRunService, query: AiringQuery, fmt: str, path: Path) -> int:
    """Write the whole file or nothing; returns how many rows.

    Raises Refused: report.format, disk.full, disk.unwritable.
    """
    if fmt not in _WRITERS:
        raise Refused("report.format", f"no such log format: {fmt} (there are {', '.join(LOG_FORMATS)})",
                      format=fmt, known=", ".join(LOG_FORMATS))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".log-") as folder:
            draft = Path(folder) / f"log.{fmt}"
            count = _WRITERS[fmt](draft, asrun.stored(query))
            draft.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise unwritable(path, error) from error
    return count
