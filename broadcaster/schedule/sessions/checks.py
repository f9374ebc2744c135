"""What a template must obey before it is stored: refusals a person can act on. No I/O."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from broadcaster.base.errors import Refused
from broadcaster.protocol.rundown import QuietHours
from broadcaster.schedule.model import SessionTemplate, zones_meet
from broadcaster.schedule.plan.sittings import in_quiet, sitting_of


def refuse_clash(template: SessionTemplate, others: Iterable[SessionTemplate], quiet: QuietHours, day: date) -> None:
    """Raises Refused: schedule.quiet_hours, schedule.overlap. On different zones two may run side by side (R27).

    Two that are never held on the same day, by weekday or season, do not clash; one that runs past midnight may clash
    with the next day's.
    """
    sitting = sitting_of(template, day)
    if in_quiet(quiet, sitting.starts_at, sitting.hard_end):
        raise Refused(
            "schedule.quiet_hours",
            f"{template.name} ({template.starts:%H:%M}, {template.minutes} min) lies in quiet hours "
            f"{quiet.start}–{quiet.end}", name=template.name, starts=f"{template.starts:%H:%M}",
            ends=f"{sitting.hard_end:%H:%M}", quiet_from=quiet.start, quiet_to=quiet.end)
    for other in others:
        if other.id != template.id and zones_meet(other.zones, template.zones) and _meet_some_day(template, other):
            raise Refused("schedule.overlap", f"{template.name} and {other.name} overlap", name=template.name,
                          other=other.name)


def _meet_some_day(one: SessionTemplate, other: SessionTemplate) -> bool:
    """Whether they sound at one time on any day of any year: its season, then its weekday, whatever year that is."""
    return any(_hours_meet(one, other, shift) and _weekdays_meet(one.weekdays, other.weekdays, shift)
               and any(one.in_season(day) and other.in_season(day + timedelta(days=shift)) for day in _TWO_YEARS)
               for shift in (-1, 0, 1))


def _hours_meet(one: SessionTemplate, other: SessionTemplate, shift: int) -> bool:
    """`shift`: how many days after the one the other is held."""
    first = sitting_of(one, _TWO_YEARS[1])
    second = sitting_of(other, _TWO_YEARS[1] + timedelta(days=shift))
    return first.starts_at < second.hard_end and second.starts_at < first.hard_end


def _weekdays_meet(one: str, other: str, shift: int) -> bool:
    return any(str((int(digit) - 1 + shift) % 7 + 1) in other for digit in one)


_TWO_YEARS = tuple(date(2027, 1, 1) + timedelta(days=n) for n in range(365 + 366))
"""A common year and a leap year: every day of the year, with every day that may come after it."""
