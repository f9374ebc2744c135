"""The paper logbook of any span of days, in any of its formats."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from broadcaster.asrun.model import AiringQuery
from broadcaster.asrun.service import AsRunService
from broadcaster.asrun.signatures import WEEK, SignatureService
from broadcaster.base.clock import Clock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import sync_folder, unwritable
from broadcaster.base.settings import Settings
from broadcaster.db.engine import Database
from broadcaster.reports import store
from broadcaster.reports.logbook import Book, BookDay, Sums, book_of, day_of

BOOK_FORMATS = ("pdf", "docx", "xlsx")
LONGEST_WORD = 62
"""Days in a Word document: a longer one no longer opens on the machines it is for."""


class LogbookService:
    """Sổ nhật ký phát thanh: what was broadcast, corrected, signed and sealed, day by day."""

    def __init__(self, database: Database, settings: Settings, clock: Clock, asrun: AsRunService,
                 signatures: SignatureService, seal_text: Callable[[str], str]) -> None:
        """`seal_text`: what the code under a day holds; empty for a day without a seal."""
        self._database = database
        self._settings = settings
        self._clock = clock
        self._asrun = asrun
        self._signatures = signatures
        self._seal_text = seal_text

    def pdf(self, first: date, last: date) -> bytes:
        """To look at and to print. Raises as `write`."""
        from broadcaster.reports.writers.logbook_pdf import write_pdf

        out, sums = io.BytesIO(), Sums()
        write_pdf(out, self._book(first, last), self._days(first, last, sums, lambda _: None), sums)
        return out.getvalue()

    def write(self, first: date, last: date, fmt: str, path: Path,
              step: Callable[[date], None] = lambda _: None) -> int:
        """Write the whole file or nothing; returns how many days it holds. `step` hears of each day, and may raise.

        Raises Refused: report.period, report.format, logbook.long, disk.full, disk.unwritable.
        """
        book = self._book(first, last)
        if fmt not in BOOK_FORMATS:
            raise Refused("report.format", f"no such logbook format: {fmt} (there are {', '.join(BOOK_FORMATS)})",
                          format=fmt, known=", ".join(BOOK_FORMATS))
        if fmt == "docx" and (last - first).days >= LONGEST_WORD:
            raise Refused("logbook.long", f"a Word logbook holds at most {LONGEST_WORD} days; PDF and Excel any number",
                          days=(last - first).days + 1, most=LONGEST_WORD)
        sums, count = Sums(), 0

        def counted() -> Iterator[BookDay]:
            nonlocal count
            for day in self._days(first, last, sums, step):
                count += 1
                yield day

        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=path.parent, prefix=".book-") as folder:
                draft = Path(folder) / f"book.{fmt}"
                _writer(fmt)(draft, book, counted(), sums)
                draft.replace(path)
            sync_folder(path.parent)
        except OSError as error:
            raise unwritable(path, error) from error
        return count

    def _book(self, first: date, last: date) -> Book:
        if last < first:
            raise Refused("report.period", f"the period ends ({last}) before it begins ({first})",
                          first=first.isoformat(), last=last.isoformat())
        weeks = self._signatures.list(first.isoformat(), last.isoformat(), WEEK)
        return book_of(first, last, self._settings.station, self._clock.now(), weeks)

    def _days(self, first: date, last: date, sums: Sums, step: Callable[[date], None]) -> Iterator[BookDay]:
        """Days of which there is something to tell; of a single one, always."""
        day, known, today = first, set(self._asrun.days()), self._clock.now().date()
        while day <= last:
            name = day.isoformat()
            with self._database.read() as c:
                faults = store.faults(c, day, day)
            if name in known or faults or first == last:
                rows = self._asrun.airings(AiringQuery(first_day=name, last_day=name))
                yield day_of(day, rows, faults, self._signatures.standing(day), self._seal_text(name), sums)
            elif day < today:
                sums.silent.append(day)
            step(day)
            day += timedelta(days=1)


def _writer(fmt: str) -> Callable[[Path, Book, Iterator[BookDay], Sums], None]:
    # Loaded by whoever prints first.
    if fmt == "pdf":
        from broadcaster.reports.writers.logbook_pdf import write_pdf

        return write_pdf
    if fmt == "docx":
        from broadcaster.reports.writers.logbook_docx import write_docx

        return write_docx
    from broadcaster.reports.writers.logbook_xlsx import write_xlsx

    return write_xlsx
