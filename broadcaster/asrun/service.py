"""The airing log's use cases: file the journal, check it, set plan against truth, answer questions."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from broadcaster.asrun import store
from broadcaster.asrun.filing import file_journal, forget_filed, verify_journal
from broadcaster.asrun.log_store import select_log
from broadcaster.asrun.model import Airing, AiringQuery, DaySummary, Filed, Outcome, Totals
from broadcaster.asrun.reconcile import reconcile, with_lost_plans
from broadcaster.asrun.totals import day_summary, totals
from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.frames import seconds
from broadcaster.base.paths import StationHome
from broadcaster.db.engine import Database
from broadcaster.protocol.journal import Line, journal_files
from broadcaster.protocol.rundown import Rundown, read_rundown, revisions_of, rundown_from
from broadcaster.protocol.self_test import DAYS, Trend, trend
from broadcaster.protocol.verifier import Fault, verify

log = logging.getLogger(__name__)

_FIRST_YEAR = 1970
_LATE_PLANS = timedelta(days=40)
"""How far back a day is looked at whose rows are none of its plan."""


class AsRunService:
    """What really went out, and what became of every planned event."""

    def __init__(self, database: Database, home: StationHome, clock: Clock, key: bytes) -> None:
        self._database = database
        self._home = home
        self._clock = clock
        self._key = key
        self._unreadable: set[str] = set()

    def file(self) -> Filed:
        """File the journal's new lines and bring the affected days up to date. Faults are reported, never raised."""
        filed, days = file_journal(self._database, self._home.asrun, self._clock)
        for day in sorted(filter(_is_day, days | self._unfinished_days())):
            self.reconcile(date.fromisoformat(day))
        return filed

    def refile(self) -> Filed:
        """Make the filed copy anew from the files, e.g. after a restored database.

        Raises Refused("asrun.lines_missing") while the copy is the only witness of damaged lines.
        """
        forget_filed(self._database, self._home.asrun)
        return self.file()

    def verify(self, paths: list[Path] | None = None) -> list[Fault]:
        """Every fault in the journal: all of it from its first line and against the filed copy, or only `paths`."""
        if paths is None:
            return list(verify_journal(self._database, self._home.asrun))
        return verify_files(paths, self._home.asrun)

    def reconcile(self, day: date) -> list[Airing]:
        """Set one day's plan against the journal and keep the result."""
        rows, stored = self._judged(day)
        if rows != stored:
            with self._database.write("airing") as c:
                store.replace_airings(c, day.isoformat(), rows)
        return rows

    def altered(self) -> Iterator[Fault]:
        """Days that are over whose rows are not what plan and journal give, although nothing new was filed of them:
        somebody changed the table. `reconcile` puts them right."""
        today = self._clock.now().date().isoformat()
        for day in reversed(self.days()):
            if day < today:
                rows, stored = self._judged(date.fromisoformat(day))
                if rows != stored:
                    yield Fault(day, 0, "airing_altered", day)

    def _judged(self, day: date) -> tuple[list[Airing], list[Airing]]:
        """The rows as they should be, and as they are, each by planned start."""
        with self._database.read() as c:
            lines = store.lines_between(c, (day - timedelta(1)).isoformat(), (day + timedelta(2)).isoformat())
            stored = store.airings_of(c, day.isoformat())
            copies = store.published_plans(c, day.isoformat())
        plans, now = self._plans(day, copies), self._clock.now()
        rows = with_lost_plans(reconcile(day, plans, lines, now), stored, plans, now)
        return rows, sorted(stored, key=lambda row: (row.planned_start, row.started_at, row.id))

    def airings(self, query: AiringQuery, *, newest_first: bool = False, limit: int | None = None,
                offset: int = 0) -> list[Airing]:
        """The rows asked for, by planned start."""
        with self._database.read() as c:
            return list(store.select_airings(c, query, newest_first=newest_first, limit=limit, offset=offset))

    def stream(self, query: AiringQuery) -> Iterator[Airing]:
        """The same rows one by one, for files of any length. Read it to the end, or close it."""
        with self._database.read() as c:
            yield from store.select_airings(c, query)

    def stored(self, query: AiringQuery) -> Iterator[Sequence[tuple[Any, ...]]]:
        """The same rows as asrun.log_store.LogRow, some thousand at a time: for a file of a million."""
        with self._database.read() as c:
            yield from select_log(c, query)

    def count(self, query: AiringQuery) -> int:
        with self._database.read() as c:
            return store.count_airings(c, query)

    def totals(self, query: AiringQuery) -> Totals:
        """Distinct items, airings, minutes and misses of the rows asked for."""
        with self._database.read() as c:
            return totals(store.select_airings(c, query))

    def day_summary(self, day: date | str) -> DaySummary:
        """Planned against aired on one day."""
        name = day if isinstance(day, str) else day.isoformat()
        return day_summary(name, self.airings(AiringQuery(first_day=name, last_day=name)))

    def summary(self, query: AiringQuery) -> DaySummary:
        """Planned against aired over the rows asked for, counted by the database; `day` is the first one asked for."""
        with self._database.read() as c:
            found = store.summary(c, query)
        counts = {outcome: count for outcome, (count, _) in found.items()}
        planned = sum(counts.values()) - counts.get(Outcome.UNSCHEDULED, 0)
        return DaySummary(query.first_day, planned, counts.get(Outcome.AIRED, 0) + counts.get(Outcome.MADE_UP, 0),
                          counts.get(Outcome.PARTIAL, 0), counts.get(Outcome.MISSED, 0),
                          seconds(sum(frames for _, frames in found.values())))

    def proof(self, row: Airing) -> list[tuple[str, Line]]:
        """File and line of what the journal says between the first and the last line an airing rests on."""
        if not row.first_seq:
            return []
        with self._database.read() as c:
            return store.lines_of(c, row.first_seq, row.last_seq)

    def self_test(self) -> list[Trend]:
        """How each zone's chain sounds at its monitor, today beside the last month, by the daily opening tune."""
        now = self._clock.now()
        with self._database.read() as c:
            return trend(store.verdicts_since(c, format_time(now - timedelta(days=DAYS + 1))), now)

    def days(self) -> list[str]:
        """ISO days that have a log, newest first."""
        with self._database.read() as c:
            return store.days(c)

    def written_on(self, day: date) -> bool:
        """Whether anything was filed from the journal of that day."""
        with self._database.read() as c:
            return bool(store.head_of(c, day.isoformat(), day.isoformat()))

    def _unfinished_days(self) -> set[str]:
        """Days up to today that were planned and have no final outcome for everything yet."""
        now = self._clock.now().date()
        today, since = now.isoformat(), (now - _LATE_PLANS).isoformat()
        planned = {path.name[:10] for path in self._home.rundowns.glob("????-??-??.r*.json")}
        with self._database.read() as c:
            planned |= store.published_days(c)
            done, pending = set(store.days(c)) - store.unaccounted_days(c, since), store.open_days(c)
        return {day for day in (planned - done) | pending | (planned & {today}) if day <= today}

    def _plans(self, day: date, copies: dict[str, bytes]) -> list[Rundown]:
        """All revisions: the files, and for one that was altered or lost the copy made when it was published."""
        plans = []
        files = {path.name: path for path in revisions_of(self._home.rundowns, day)}
        for name in sorted({*files, *copies}):
            plan = self._from_file(files[name]) if name in files else None
            plan = plan or (self._from_copy(name, copies[name]) if name in copies else None)
            if plan is not None:
                plans.append(plan)
        return plans

    def _from_file(self, path: Path) -> Rundown | None:
        try:
            return read_rundown(path, self._key)
        except BroadcasterError as error:
            self._warn(path.name, error.text)
            return None

    def _from_copy(self, name: str, packed: bytes) -> Rundown | None:
        try:
            return rundown_from(zlib.decompress(packed), name, self._key)
        except (BroadcasterError, zlib.error) as error:
            self._warn(f"copy of {name}", str(error))
            return None

    def _warn(self, name: str, text: str) -> None:
        if name not in self._unreadable:
            self._unreadable.add(name)
            log.warning("not read for the log: %s", text)


def verify_files(paths: list[Path], journal: Path | None = None) -> list[Fault]:
    """Check journal files by themselves, wherever they lie. Raises Refused("asrun.unreadable")."""
    ordered = sorted(paths, key=lambda path: path.name)
    whole = journal is not None and [path.resolve() for path in ordered] == \
        [path.resolve() for path in journal_files(journal)]
    try:
        return list(verify(ordered, "0" * 64 if whole else None))
    except OSError as error:
        raise Refused("asrun.unreadable", f"cannot read {error.filename}: {error.strerror}",
                      path=str(error.filename)) from error


def _is_day(text: str) -> bool:
    """Whether a file's name, or a word in a line, is a day somebody may have planned."""
    try:
        return date.fromisoformat(text).year >= _FIRST_YEAR
    except ValueError:
        return False
