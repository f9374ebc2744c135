"""What a campaign must obey before it is stored: refusals a person can act on. No I/O."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from broadcaster.base.errors import Refused
from broadcaster.protocol.rundown import Urgency
from broadcaster.schedule.model import ALL, DEFAULT_LATE, Campaign, IfMissed, Per, SessionTemplate
from broadcaster.schedule.sessions.templates import weekdays_of

MOST_TIMES = 24
MOST_A_WEEK = 7 * MOST_TIMES
MOST_SPACING = 720
LATEST_MINUTES = 240


def checked(campaign: Campaign, zones: Collection[str], dayparts: Collection[str], today: date) -> Campaign:
    """With its lists in order. `zones`, `dayparts`: those the station knows.

    Raises Refused: schedule.times, schedule.times_week, schedule.window, schedule.past, schedule.never,
    schedule.weekdays, schedule.spacing, schedule.zone_unknown, schedule.daypart_unknown.
    """
    per = Per(campaign.per)
    if per is Per.WEEK and not 1 <= campaign.times <= MOST_A_WEEK:
        raise Refused("schedule.times_week", f"{campaign.times} times a week is not between 1 and {MOST_A_WEEK}",
                      times=campaign.times, most=MOST_A_WEEK)
    weekdays = checked_frame(campaign.times if per is Per.DAY else 1, campaign.first_day, campaign.last_day,
                             campaign.weekdays, today)
    if not 0 <= campaign.spacing_minutes <= MOST_SPACING:
        raise Refused("schedule.spacing", f"{campaign.spacing_minutes} minutes is not between 0 and {MOST_SPACING}",
                      minutes=campaign.spacing_minutes, most=MOST_SPACING)
    return replace(campaign, per=per, weekdays=weekdays, urgency=Urgency(campaign.urgency),
                   zones=_zones(campaign.zones, zones), dayparts=_dayparts(campaign.dayparts, dayparts))


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


def same_airings(one: Campaign, other: Campaign) -> bool:
    """Whether two campaigns ask for just the same: what is done about a miss, and their order, do not count."""
    return replace(one, id=other.id, title=other.title, if_missed=other.if_missed, position=other.position,
                   cart=other.cart) == other and one.cart.id == other.cart.id


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
    if word == "late" and value.isascii() and value.isdigit() and len(value) <= 3:
        return IfMissed(int(value))
    return IfMissed(0) if word == "skip" else IfMissed()


def _zones(wanted: Sequence[str], known: Collection[str]) -> tuple[str, ...]:
    for zone in wanted:
        if zone != ALL and zone not in known:
            raise Refused("schedule.zone_unknown", f"the station has no zone {zone!r}", zone=zone)
    # Every zone by name is the same as no limit: a zone that is added later is then meant too.
    return () if ALL in wanted or set(wanted) == set(known) else tuple(dict.fromkeys(wanted))


def _dayparts(wanted: Sequence[str], known: Collection[str]) -> tuple[str, ...]:
    for part in wanted:
        if part not in known:
            near = difflib.get_close_matches(part, known, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else f"; one of {', '.join(known)}"
            raise Refused("schedule.daypart_unknown", f"no time of day {part!r}{hint}", name=part)
    return () if set(wanted) == set(known) else tuple(part for part in known if part in wanted)


def _template_id(value: str, templates: list[SessionTemplate]) -> str:
    found = next((item.id for item in templates if value in {item.id, item.name}), "")
    if not found:
        near = difflib.get_close_matches(value, [item.id for item in templates], n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise Refused("schedule.template_unknown", f"no session {value!r}{hint}", name=value)
    return found
