"""Airings must rest on the journal: what is said to have sounded has its START line. No I/O."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from broadcaster.aggregation.journal_check import JournalCheck
from broadcaster.aggregation.model import Resting
from broadcaster.aggregation.records import check_time
from broadcaster.asrun.model import SOUNDED, Airing
from broadcaster.base.frames import RATE

_TURN = re.compile(r"#[0-9]+$")
"""An insert read several times: "…#2" is its second turn, under one event."""
DELIVERED = "delivered"


class RowsCheck:
    """Judges one airing after the other; ValueError says what is wrong with it."""

    def __init__(self, journal: JournalCheck, first_seq: int, last_seq: int, days: Iterable[str], latest: str) -> None:
        self._journal = journal
        self._first, self._last = first_seq, last_seq
        self._days = frozenset(days)
        self._latest = latest
        self._seen: set[str] = set()
        self._damaged = sorted(journal.damaged)
        self.resting: list[Resting] = []

    def check(self, row: Airing) -> None:
        if row.day not in self._days:
            raise ValueError(f"its day {row.day[:20]!r} is not one the package states")
        if not row.id or row.id in self._seen:
            raise ValueError("the same airing twice, or one without a name")
        self._seen.add(row.id)
        self._check_times(row)
        if row.outcome in SOUNDED:
            self._check_sounded(row)

    def _check_times(self, row: Airing) -> None:
        for text in (row.planned_start, row.started_at, row.ended_at, row.approved_at,
                     *(each.started_at for each in row.by_zone), *(each.ended_at for each in row.by_zone)):
            check_time(text, self._latest)
        planned = date.fromisoformat(row.planned_start[:10])
        if abs(planned - date.fromisoformat(row.day)) > timedelta(days=1):
            raise ValueError("it was planned for another day")

    def _check_sounded(self, row: Airing) -> None:
        if (self._last and row.first_seq > self._last) or row.last_seq < row.first_seq or \
                (not row.first_seq and DELIVERED not in row.note.split(";")):
            raise ValueError("it rests on journal lines that are not there")
        if row.first_seq and self._started(row):
            return
        if not row.first_seq and self._handed_over(row):
            return
        reaches_back = self._first != 1 and (row.first_seq < self._first or not self._last)
        spoilt = any(row.first_seq <= number <= row.last_seq for number in self._damaged) \
            or bool(self._damaged and not row.first_seq)
        if not reaches_back and not spoilt:
            raise ValueError("the journal does not say that it sounded")
        self.resting.append(Resting(row.id, row.day, row.first_seq, row.last_seq))

    def _started(self, row: Airing) -> bool:
        event = row.id if row.id in self._journal.starts else _TURN.sub("", row.id)
        return any(row.first_seq <= number <= row.last_seq and starts_row(row, data)
                   for number, data in self._journal.starts.get(event, ()))

    def _handed_over(self, row: Airing) -> bool:
        return any("name" in data and hands_over(row, data)
                   for data in self._journal.handed_over.get((row.day, row.session_id), ()))


def starts_row(row: Airing, data: Mapping[str, Any]) -> bool:
    """Whether the data of a START line of its event bears out what an airing claims."""
    directive = data.get("directive")
    letter = directive.get("id") if isinstance(directive, dict) else ""
    day = str(data.get("day") or str(data.get("rundown") or "")[:10])
    frames = data.get("frames")
    if isinstance(frames, int) and 0 < frames < row.aired_frames - RATE:
        return False
    return (not day or day == row.day) and (not data.get("cut") or data["cut"] == row.cut_sha256) \
        and (not letter or letter == row.directive_id) and not (row.directive_id and not letter and "directive" in data)


def hands_over(row: Airing, data: Mapping[str, Any]) -> bool:
    """Whether a DELIVERED line names the airing."""
    names = data.get("events")
    return not isinstance(names, list) or row.id in names
