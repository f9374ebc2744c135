"""Asked, aired, missing, still to come: counted from what a campaign asked for and the airing log. No I/O."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from broadcaster.schedule.model import Campaign, DayCoverage, Per

AIRED, PARTIAL, MADE_UP, PENDING = "aired", "partial", "made_up", "pending"
Counts = Mapping[date, Mapping[str, int]]
"""Day -> outcome -> airings, planned ones only."""
_DAYS = ("first_day", "last_day")


@dataclass(frozen=True)
class Edit:
    """One change of a campaign, out of the trail."""

    day: date
    changed: Mapping[str, Sequence[Any]]
    """Field -> its value before and after, as the trail holds them."""


@dataclass(frozen=True)
class Past:
    """What the airing log and the trail know of one campaign."""

    counts: Counts
    edits: Sequence[Edit] = ()
    """Oldest first."""
    since: date = date.min
    """When it was made: nobody could air it before."""


@dataclass(frozen=True)
class Coverage:
    """How far one campaign, or all of a letter, has come: “đã phát 14/20, còn thiếu 6”."""

    asked: int = 0
    """Over the whole window."""
    aired: int = 0
    """Whole, those made up included."""
    partial: int = 0
    made_up: int = 0
    missing: int = 0
    """Due by now and not aired whole, nor made up later."""
    to_come: int = 0
    """Asked for from now on."""
    beside: int = 0
    """Aired for the letter without a campaign: break-ins, items put in by hand."""
    days: tuple[DayCoverage, ...] = ()
    """Only days that ask for something or aired something, in order."""


def coverage_of(campaign: Campaign, past: Past, today: date) -> Coverage:
    """Of one campaign."""
    days = tuple(filter(None, (day_of(campaign, past, day, today) for day in _days(campaign, past))))
    extra = sum(max(0, day.aired - day.asked) for day in days)
    aired, due = sum(day.aired for day in days), sum(day.asked - day.to_come for day in days)
    made_up = sum(past.counts.get(day.day, {}).get(MADE_UP, 0) for day in days) + extra
    asked = sum(day.asked for day in days)
    return Coverage(asked, aired, sum(day.partial for day in days), made_up, max(0, due - aired),
                    asked - due, 0, days)


def together(parts: Iterable[Coverage], beside: int = 0) -> Coverage:
    """Of a letter: its campaigns added up, day by day."""
    known = list(parts)
    days: dict[date, DayCoverage] = {}
    for row in (row for part in known for row in part.days):
        old = days.get(row.day, DayCoverage(row.day, 0, 0, 0))
        days[row.day] = DayCoverage(row.day, old.asked + row.asked, old.planned + row.planned, old.aired + row.aired,
                                    old.partial + row.partial, old.made_up + row.made_up, old.to_come + row.to_come)

    def total(name: str) -> int:
        return sum(getattr(part, name) for part in known)

    return Coverage(total("asked"), total("aired"), total("partial"), total("made_up"), total("missing"),
                    total("to_come"), beside, tuple(days[day] for day in sorted(days)))


def as_it_was(campaign: Campaign, edits: Sequence[Edit], day: date) -> Campaign:
    """The campaign as it stood at the end of `day`: what was changed later does not count against that day."""
    for edit in reversed(edits):
        if edit.day <= day:
            break
        before = {name: values[0] for name, values in edit.changed.items() if name in ("times", "weekdays", "per")}
        before |= {name: date.fromisoformat(edit.changed[name][0]) for name in _DAYS if name in edit.changed}
        if "per" in before:
            before["per"] = Per(before["per"])
        campaign = replace(campaign, **before)
    return campaign


def _days(campaign: Campaign, past: Past) -> list[date]:
    first, last = campaign.first_day, campaign.last_day
    for edit in past.edits:
        first = min([first, *(date.fromisoformat(each) for each in edit.changed.get("first_day", ()))])
        last = max([last, *(date.fromisoformat(each) for each in edit.changed.get("last_day", ()))])
    window = {first + timedelta(days=n) for n in range((last - first).days + 1)}
    return sorted(window | set(past.counts))


def day_of(campaign: Campaign, past: Past, day: date, today: date) -> DayCoverage | None:
    """One day of it; None where it asked for nothing and nothing was planned."""
    counts = past.counts.get(day, {})
    planned, pending = sum(counts.values()), counts.get(PENDING, 0)
    if day < past.since:
        asked = planned
    elif campaign.state == "active":
        asked = as_it_was(campaign, past.edits, day).asked_on(day)
    else:  # stopped: only what was planned before
        asked = planned - pending if day <= today else 0
    if not asked and not planned:
        return None
    to_come = asked if day > today or (day == today and not planned) else min(asked, pending)
    return DayCoverage(day, asked, planned, counts.get(AIRED, 0) + counts.get(MADE_UP, 0), counts.get(PARTIAL, 0),
                       counts.get(MADE_UP, 0), to_come)
