"""Airings must rest on the journal: what is said to have sounded has its START line. No I/O."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from broadcaster.aggregation.journal_check import JournalCheck
from broadcaster.aggregation.model import Resting
from broadcaster.aggregation.records import check_time
from broadcaster.asrun.model import NOT_HEARD, SOUNDED, Airing, Outcome, Verification
from broadcaster.asrun.unplanned import copies
from broadcaster.base.frames import RATE

_TURN = re.compile(r"#[0-9]+$")
"""An insert read several times: "…#2" is its second turn, under one event."""
DELIVERED = "delivered"
_WHOLE = 0.99
"""Somewhat less than reconciling asks for, which is for the station to judge."""
_OWN_WORDS = {"session_name", "urgency"}
"""Of what a START line copies: the plan or the order may say more of these."""
_REPEAT = "is_repeat"
"""An insert read again is a repeat, whatever its START says."""


class Hidden(ValueError):
    """Something the journal tells of is in no row of its ISO day."""

    def __init__(self, text: str, day: str) -> None:
        super().__init__(text)
        self.day = day


class RowsCheck:
    """Judges one airing after the other; ValueError says what is wrong with it."""

    def __init__(self, journal: JournalCheck, first_seq: int, last_seq: int, days: Iterable[str], latest: str) -> None:
        self._journal = journal
        self._first, self._last = first_seq, last_seq
        self._days = frozenset(days)
        self._latest = latest
        self._seen: set[str] = set()
        self._named: set[str] = set()
        """Events that have an airing."""
        self._damaged = sorted(journal.damaged)
        self.resting: list[Resting] = []

    def check(self, row: Airing) -> None:
        if row.day not in self._days:
            raise ValueError(f"its day {row.day[:20]!r} is not one the package states")
        if not row.id or row.id in self._seen:
            raise ValueError("the same airing twice, or one without a name")
        self._seen.add(row.id)
        self._named.add(self._event(row))
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
        if runs := self._runs(row):
            self._check_runs(row, runs)
            return
        if not row.first_seq and self._handed_over(row):
            return
        reaches_back = self._first != 1 and (row.first_seq < self._first or not self._last)
        spoilt = self._spoilt(row) or bool(self._damaged and not row.first_seq)
        if not reaches_back and not spoilt:
            raise ValueError("the journal does not say that it sounded")
        self.resting.append(Resting(row.id, row.day, row.first_seq, row.last_seq))

    def finish(self) -> None:
        """After the last row. What the journal says began or was left out on these days has its row: none is hidden."""
        said = ((name, number, data) for name, lines in self._journal.starts.items() for number, data in lines)
        left_out = ((str(data.get("event_id") or ""), number, data) for number, data in self._journal.missed
                    if data.get("rundown") and data.get("planned_start") and data.get("title")
                    and not data.get("insert"))
        for name, number, data in (*said, *left_out):
            if name and data.get("event_id") and _day(data) in self._days and name not in self._named:
                raise Hidden(f"{name[:80]} of line {number} has no airing", _day(data))

    def _event(self, row: Airing) -> str:
        return row.id if row.id in self._journal.starts else _TURN.sub("", row.id)

    def _runs(self, row: Airing) -> list[tuple[int, dict[str, Any]]]:
        """The START lines an airing rests on; none, if not one of them bears it out."""
        found = [(number, data) for number, data in self._journal.starts.get(self._event(row), ())
                 if row.first_seq and row.first_seq <= number <= row.last_seq and _day(data) in {"", row.day}]
        return found if any(starts_row(row, data) for _, data in found) else []

    def _check_runs(self, row: Airing, runs: list[tuple[int, dict[str, Any]]]) -> None:
        """It sounded no longer, and was heard no better, than the journal says."""
        whole_here = self._first <= row.first_seq and row.last_seq <= self._last
        if not whole_here or self._spoilt(row) or self._handed_over(row):
            return
        sounded: dict[str, int] = {}
        for number, data in runs:
            zone = str(data.get("zone") or "")
            sounded[zone] = sounded.get(zone, 0) + self._played(number, data)
        if row.aired_frames > max(sounded.values()) + RATE:
            raise ValueError("the journal does not say that it sounded so long")
        if row.outcome in {Outcome.AIRED, Outcome.MADE_UP} and not row.is_relay and \
                row.aired_frames < _WHOLE * _length(row, runs):
            raise ValueError("it was broken off, and is called whole")
        words = {self._journal.verdicts.get(number, "") for number, data in runs if self._played(number, data)}
        if row.verification == Verification.HEARD and Verification.HEARD not in words:
            raise ValueError("the journal does not say that it was heard")
        if words & {*NOT_HEARD} and row.verification not in NOT_HEARD:
            raise ValueError("the journal says that it was not heard")

    def _played(self, number: int, data: Mapping[str, Any]) -> int:
        """Frames that sounded after this START, as far as is known; at most those of its cut."""
        end, offset = self._journal.ends.get(number), _whole(data.get("offset"))
        if end is not None and "frames" in end:
            return _whole(end["frames"])
        position = _whole(end.get("position")) if end is not None else self._journal.positions.get(number, 0)
        return max(0, position - offset)

    def _spoilt(self, row: Airing) -> bool:
        return any(row.first_seq <= number <= row.last_seq for number in self._damaged)

    def _handed_over(self, row: Airing) -> bool:
        return any("name" in data and hands_over(row, data)
                   for data in self._journal.handed_over.get((row.day, row.session_id), ()))


def starts_row(row: Airing, data: Mapping[str, Any]) -> bool:
    """Whether the data of a START line of its event bears out what an airing claims."""
    directive = data.get("directive")
    letter = directive.get("id") if isinstance(directive, dict) else ""
    frames = data.get("frames")
    if isinstance(frames, int) and 0 < frames < row.aired_frames - RATE:
        return False
    if not letter and "directive" in data and (row.directive_id or row.directive_number):
        return False
    own = _OWN_WORDS | {_REPEAT} if row.insert_id else _OWN_WORDS
    return _day(data) in {"", row.day} and all(
        getattr(row, name) == value for name, value in copies(data).items() if name not in own)


def _day(data: Mapping[str, Any]) -> str:
    return str(data.get("day") or str(data.get("rundown") or "")[:10])


def _whole(value: object) -> int:
    return int(value) if isinstance(value, int | float) else 0


def _length(row: Airing, runs: list[tuple[int, dict[str, Any]]]) -> int:
    """Frames of the whole item, as planned, and as copied when it began."""
    return max(row.planned_frames, *(_whole(data.get("frames")) for _, data in runs))


def hands_over(row: Airing, data: Mapping[str, Any]) -> bool:
    """Whether a DELIVERED line names the airing."""
    names = data.get("events")
    return not isinstance(names, list) or row.id in names
