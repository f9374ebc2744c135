"""What the first look of the day shows. No I/O."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from broadcaster.asrun.model import CONTENT_KINDS, NOT_HEARD, Airing, Outcome, Totals
from broadcaster.asrun.signatures import Standing
from broadcaster.asrun.totals import is_partial, totals

BAD, WAIT = "bad", "wait"


@dataclass(frozen=True)
class Risk:
    """Something that may go wrong today, or went wrong and waits for somebody."""

    code: str
    """"alarm.…": one of the alarms of player and resident helper; else "risk.…"."""
    text: str
    """In plain English, for the command line and the log; the window has its own words."""
    level: str = WAIT
    """bad: something will not sound, or nobody could prove it; wait: it has time until this evening."""
    page: str = ""
    """Where it is mended; empty: outside of the program."""
    item: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class SessionToday:
    """A session of today, and how full it is."""

    id: str
    name: str
    starts_at: datetime
    seconds: float
    limit: float
    state: str
    """past, on_air, to_come; not_held: not on the week's approved sheet."""


@dataclass(frozen=True)
class DayLook:
    """What became of one day's plan. Counts are of what reports count; tunes and bridges are only listed."""

    day: date
    totals: Totals
    rows: tuple[Airing, ...]
    """Everything planned and aired, each with what was said of it afterwards."""

    @property
    def not_as_planned(self) -> tuple[Airing, ...]:
        """What a person should look at, or said something of; what listeners miss first."""
        found = [row for row in self.rows if row.correction is not None or not _as_planned(row)]
        return tuple(sorted(found, key=lambda row: (row.kind not in CONTENT_KINDS, row.planned_start)))

    @property
    def corrected(self) -> tuple[Airing, ...]:
        """Of which somebody said something afterwards."""
        return tuple(row for row in self.rows if row.correction is not None)


@dataclass(frozen=True)
class Morning:
    """The whole answer."""

    at: datetime
    yesterday: DayLook
    standing: Standing
    """Of yesterday: whether somebody signed it."""
    unsigned: tuple[Standing, ...]
    """Earlier days that wait for a name, the oldest first."""
    week: Standing
    """For the leader: the oldest of the last four weeks that waits for a name, else the last."""
    sessions: tuple[SessionToday, ...]
    risks: tuple[Risk, ...]
    """The worst first."""
    seal: str = ""
    """What the paper shows of yesterday's seal; empty: there is none."""


def day_look(day: date, rows: Iterable[Airing]) -> DayLook:
    """One day of the log as the morning page counts it."""
    kept = tuple(rows)
    return DayLook(day, totals(kept), kept)


def _as_planned(row: Airing) -> bool:
    now = row.counted
    if row.verification in NOT_HEARD:
        return False
    return now.outcome in {Outcome.AIRED, Outcome.PENDING} or (now.outcome is Outcome.UNSCHEDULED
                                                               and not is_partial(now))
