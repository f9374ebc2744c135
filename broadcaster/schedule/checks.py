"""What a template or a campaign must obey before it is stored: refusals a person can act on. No I/O."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from datetime import date, timedelta

from broadcaster.base.errors import Refused
from broadcaster.protocol.rundown import QuietHours
from broadcaster.schedule.model import DEFAULT_LATE, IfMissed, SessionTemplate, zones_meet
from broadcaster.schedule.sittings import in_quiet, sitting_of
from broadcaster.schedule.templates import weekdays_of

MOST_TIMES = 24
LATEST_MINUTES = 240


def refuse_clash(template: SessionTemplate, others: Iterable[SessionTemplate], quiet: QuietHours, day: date) -> None:
    """Raises Refused: schedule.quiet_hours, schedule.overlap. On different zones two may run side by side (R27)."""
    sitting = sitting_of(template, day)
    if in_quiet(quiet, sitting.starts_at, sitting.hard_end):
        raise Refused(
            "schedule.quiet_hours",
            f"{template.name} ({template.starts:%H:%M}, {template.minutes} min) lies in quiet hours "
            f"{quiet.start}–{quiet.end}", name=template.name, starts=f"{template.starts:%H:%M}",
            ends=f"{sitting.hard_end:%H:%M}", quiet_from=quiet.start, quiet_to=quiet.end)
    for other in others:
        there = sitting_of(other, day)
        if other.id != template.id and set(other.weekdays) & set(template.weekdays) \
                and zones_meet(other.zones, template.zones) \
                and there.starts_at < sitting.hard_end and sitting.starts_at < there.hard_end:
            raise Refused("schedule.overlap", f"{template.name} and {other.name} overlap", name=template.name,
                          other=other.name)


def checked_frame(times: int, first: date, last: date, weekdays: str, today: date) -> str:
    """The weekdays in order. Raises Refused: schedule.times, schedule.window, schedule.past, schedule.never …"""
    if not 1 <= times <= MOST_TIMES:
        raise Refused("schedule.times", f"{times} times a day is not between 1 and {MOST_TIMES}", times=times,
                      most=MOST_TIMES)
    weekdays = weekdays_of(weekdays, "campaign")
    if last < first:
        raise Refused("schedule.window", f"the last day {last} is before the first {first}", first=str(first),
                      last=str(last))
    if last < today:
        raise Refused("schedule.past", f"the last day {last} is over", last=str(last))
    days = (first + timedelta(days=n) for n in range(min(7, (last - first).days + 1)))
    if not any(str(day.isoweekday()) in weekdays for day in days):
        raise Refused("schedule.never", f"no day from {first} to {last} is one of the weekdays {weekdays}",
                      first=str(first), last=str(last), weekdays=weekdays)
    return weekdays


def if_missed_from(text: str, templates: Iterable[SessionTemplate]) -> IfMissed:
    """late:MINUTES, make-up:SESSION (by id or name) or skip.

    Raises Refused: schedule.if_missed, schedule.template_unknown.
    """
    word, _, value = text.strip().partition(":")
    word, value = word.strip().lower(), value.strip()
    if word == "skip" and not value:
        return IfMissed(0)
    if word == "late" and value.isascii() and value.isdigit() and 1 <= int(value) <= LATEST_MINUTES:
        return IfMissed(int(value))
    if word == "make-up" and value:
        return IfMissed(DEFAULT_LATE, _template_id(value, list(templates)))
    raise Refused(
        "schedule.if_missed", f"{text!r} is not late:MINUTES (1 to {LATEST_MINUTES}), make-up:SESSION or skip",
        value=text, most=LATEST_MINUTES)


def stored_if_missed(text: str) -> IfMissed:
    """What the database holds; a session that is gone since stays named, the planner warns of it."""
    word, _, value = text.partition(":")
    if word == "make-up":
        return IfMissed(DEFAULT_LATE, value)
    if word == "late" and value.isdigit():
        return IfMissed(int(value))
    return IfMissed(0) if word == "skip" else IfMissed()


def _template_id(value: str, templates: list[SessionTemplate]) -> str:
    found = next((item.id for item in templates if value in {item.id, item.name}), "")
    if not found:
        near = difflib.get_close_matches(value, [item.id for item in templates], n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise Refused("schedule.template_unknown", f"no session {value!r}{hint}", name=value)
    return found
