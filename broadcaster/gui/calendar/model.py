"""A month as cells: what is planned, what aired, what is special; and the words for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from broadcaster.asrun.model import SOUNDED, Airing, Outcome
from broadcaster.base.frames import seconds
from broadcaster.gui.i18n import day_text, length_text
from broadcaster.schedule.calendar.days import CalendarDay
from broadcaster.schedule.model import DayPlan, Period

NEAR_DAYS = 14
"""As far as the keeper publishes."""
FULL = 0.999
"""From here on a day counts as full: frames seldom fill the last second."""


@dataclass(frozen=True)
class Cell:
    """One day of the month view."""

    special: CalendarDay
    past: bool = False
    filled: float = 0.0
    """Seconds planned; of a past day: seconds that sounded."""
    limit: float = 0.0
    """Seconds its sessions last; of a past day: seconds that were planned."""
    sessions: int = 0
    empty: int = 0
    """Sessions in which nothing is planned."""
    thin: int = 0
    over: float = 0.0
    """Seconds that found no place."""
    near: bool = True
    """In the days that are published already: what is empty further off is no fault yet."""
    missed: int = 0
    """Airings of a past day that did not go out, or not whole."""

    @property
    def day(self) -> date:
        return self.special.day

    @property
    def share(self) -> float:
        """How full, 0 to 1."""
        return min(1.0, self.filled / self.limit) if self.limit > 0 else 0.0


@dataclass(frozen=True)
class Month:
    """The whole weeks around one month."""

    first: date
    today: date
    cells: tuple[Cell, ...]

    def holds(self, day: date) -> bool:
        """Whether a day belongs to the month itself."""
        return (day.year, day.month) == (self.first.year, self.first.month)


def plan_cell(special: CalendarDay, plan: DayPlan, today: date) -> Cell:
    """A day to come."""
    held = [fill for fill in plan.fills if fill.held]
    codes = [warning.code for warning in plan.warnings]
    return Cell(special, False, sum(min(fill.planned_seconds, fill.limit_seconds) for fill in held),
                sum(fill.limit_seconds for fill in held), len(held), codes.count("session_empty"),
                codes.count("session_thin"), sum(max(0.0, fill.over_seconds) for fill in held),
                special.day - today <= timedelta(NEAR_DAYS))


def past_cell(special: CalendarDay, airings: Sequence[Airing]) -> Cell:
    """A day that is over: what sounded of what was planned."""
    planned = [item for item in airings if item.outcome is not Outcome.UNSCHEDULED]
    missed = sum(item.outcome in {Outcome.MISSED, Outcome.PARTIAL} for item in planned)
    return Cell(special, True, sum(seconds(item.aired_frames) for item in airings if item.outcome in SOUNDED),
                sum(seconds(item.planned_frames) for item in planned),
                len({item.session_id for item in planned}), missed=missed)


def lunar_mark(cell: Cell) -> str:
    """As on a wall calendar: the day alone, with its month on the first of a lunar month."""
    lunar = cell.special.lunar
    if lunar is None:
        return ""
    return lunar.short if lunar.day == 1 else str(lunar.day)


def amount_words(cell: Cell) -> str:
    """35/90 phút; nothing for a past day without a plan."""
    translate = QCoreApplication.translate
    if not cell.limit and not cell.filled:
        return "" if cell.past else translate("Calendar", "no session")
    return translate("Calendar", "{filled}/{limit} min").format(filled=_minutes(cell.filled),
                                                                  limit=_minutes(cell.limit))


def fault_words(cell: Cell) -> tuple[str, str]:
    """What a person should look at, in a word or two, and its tone; empty when all is well."""
    translate = QCoreApplication.translate
    if cell.past:
        if cell.missed:
            return translate("Calendar", "{count} not aired").format(count=cell.missed), "bad"
        return "", ""
    if cell.over >= 1:
        return translate("Calendar", "{length} over").format(length=length_text(cell.over)), "bad"
    if cell.empty and cell.empty >= cell.sessions:
        return translate("Calendar", "empty"), "bad" if cell.near else "plain"
    if cell.empty:
        return translate("Calendar", "{count} empty").format(count=cell.empty), "wait" if cell.near else "plain"
    if cell.thin:
        return translate("Calendar", "thin"), "wait" if cell.near else "plain"
    return "", ""


def cell_words(cell: Cell) -> list[str]:
    """Everything about the day, a line each: for the strip below, the tip and the screen reader."""
    translate = QCoreApplication.translate
    special = cell.special
    lines = [day_text(cell.day)]
    if special.lunar is not None:
        lines.append(translate("Calendar", "Lunar: {day}").format(day=special.lunar))
    lines.extend(special.names)
    lines.extend(_period_words(period, special.period) for period in special.periods)
    lines.append(_sessions_words(cell))
    if (fault := fault_words(cell)[0]) and cell.filled and not cell.past:
        lines.append(fault[:1].upper() + fault[1:])
    return lines


def month_words(month: Month) -> str:
    """The sum of the days to come of a month, or of what aired in one that is over."""
    translate = QCoreApplication.translate
    own = [cell for cell in month.cells if month.holds(cell.day)]
    aired = sum(cell.filled for cell in own if cell.past)
    planned = sum(cell.filled for cell in own if not cell.past)
    parts = []
    if any(cell.past for cell in own):
        parts.append(translate("Calendar", "Aired {length}").format(length=length_text(aired)))
    if any(not cell.past for cell in own):
        parts.append(translate("Calendar", "Planned {length}").format(length=length_text(planned)) if planned
                     else translate("Calendar", "Nothing is planned yet"))
    empty = sum(cell.empty > 0 for cell in own)
    over = sum(cell.over >= 1 for cell in own)
    if empty:
        parts.append(translate("Calendar", "{count} days with an empty session").format(count=empty))
    if over:
        parts.append(translate("Calendar", "{count} days with too much").format(count=over))
    return " · ".join(parts)


def span_words(first: date, last: date) -> str:
    """18/07/2026, or 18/07 – 20/07/2026."""
    if first == last:
        return f"{first:%d/%m/%Y}"
    return f"{first:%d/%m} – {last:%d/%m/%Y}" if first.year == last.year else f"{first:%d/%m/%Y} – {last:%d/%m/%Y}"


def bands(cells: Sequence[Cell]) -> Mapping[date, tuple[Period, bool]]:
    """Day -> the period that holds, and whether its name stands here: on its first day and on Mondays."""
    found: dict[date, tuple[Period, bool]] = {}
    for cell in cells:
        period = cell.special.period
        if period is not None:
            before = found.get(cell.day - timedelta(1))
            begins = before is None or before[0].id != period.id or cell.day.isoweekday() == 1
            found[cell.day] = (period, begins)
    return found


def _period_words(period: Period, holding: Period | None) -> str:
    translate = QCoreApplication.translate
    text = f"{period.name} ({span_words(period.first_day, period.last_day)})"
    if holding is not None and holding.id != period.id:
        return translate("Calendar", "{period}, gives way to “{other}”").format(period=text, other=holding.name)
    return text


def _sessions_words(cell: Cell) -> str:
    translate = QCoreApplication.translate
    if cell.past:
        if not cell.limit and not cell.filled:
            return translate("Calendar", "Nothing was planned and nothing aired.")
        text = translate("Calendar", "Aired {filled} of {limit} planned").format(
            filled=length_text(cell.filled), limit=length_text(cell.limit))
        missed = translate("Calendar", "{count} not aired whole").format(count=cell.missed)
        return f"{text} · {missed}" if cell.missed else text
    if not cell.sessions:
        return translate("Calendar", "No session is held.")
    if not cell.filled:
        return translate("Calendar", "{count} sessions, nothing is planned").format(count=cell.sessions)
    return translate("Calendar", "{count} sessions · {filled} planned of {limit}").format(
        count=cell.sessions, filled=length_text(cell.filled), limit=length_text(cell.limit))


def _minutes(length: float) -> str:
    return str(round(length / 60)) if length >= 60 or not length else "<1"
