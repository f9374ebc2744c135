"""From airings to the rows and totals of a report, in one pass. Pure; says nothing about pages or sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol

from broadcaster.asrun.model import CONTENT_KINDS, Airing, Outcome
from broadcaster.asrun.totals import first_heard, totals
from broadcaster.reports.model import Letter, Report, ReportQuery, Sender
from broadcaster.reports.tally import Contents, Days, Heard, Seen, axes, seen

EXTRACT = 500
"""How many rows of the log a report keeps; whoever wants all asks the log itself."""


def compile_report(sender: Sender, made_on: date, first: date, last: date, letter: Letter | None,
                   airings: Iterable[Airing], *, query: ReportQuery | None = None, month_from: int = 1) -> Report:
    """`airings`: the log of the period (or directive), in order, read once; music and tunes are left out here.

    Each row counts as the newest correction says. Memory grows with contents and groups, not with airings.
    """
    query = query or ReportQuery()
    contents, days, heard, log, breakdowns = Contents(), Days(), Heard(), _Log(), axes(month_from)
    parts: list[_Part] = [contents, days, heard, log, *breakdowns.values()]

    def passing() -> Iterator[Airing]:
        for told, row in _counting(first_heard(airings), query):
            one = seen(told, row)
            for part in parts:
                part.add(one)
            yield told

    sums = totals(passing(), query.kinds or CONTENT_KINDS)
    groups = {name: axis.groups() for name, axis in breakdowns.items()}
    groups["month"] = tuple(sorted(groups["month"], key=lambda group: group.key))
    return Report(sender, made_on, first, last, letter, contents.rows(), sums, days.coverage(), tuple(log.kept),
                  query=query, log_rows=log.count, breakdowns=groups, heard=dict(heard.counts),
                  log_days=log.days)


def counted(airings: Iterable[Airing], query: ReportQuery) -> Iterator[Airing]:
    """The rows a report rests on, each as it counts."""
    return (row for _, row in _counting(airings, query))


def _counting(airings: Iterable[Airing], query: ReportQuery) -> Iterator[tuple[Airing, Airing]]:
    """Each row as the log has it, and as it counts."""
    kinds = query.kinds or CONTENT_KINDS
    for told in airings:
        if told.kind in kinds and (not query.campaign_id or told.campaign == query.campaign_id):
            row = told.counted
            if row.outcome is not Outcome.PENDING:
                yield told, row


class _Part(Protocol):
    """What counts along."""

    def add(self, one: Seen) -> None:
        """One airing."""
        ...


class _Log:
    """The first rows, and how many there were."""

    def __init__(self) -> None:
        self.kept: list[Airing] = []
        self.count = 0
        self._first = self._last = ""

    def add(self, one: Seen) -> None:
        row = one.row
        self.count += 1
        self._first = min(self._first or row.day, row.day)
        self._last = max(self._last, row.day)
        if len(self.kept) < EXTRACT:
            self.kept.append(row)

    @property
    def days(self) -> tuple[date, date] | None:
        return (date.fromisoformat(self._first), date.fromisoformat(self._last)) if self.count else None
