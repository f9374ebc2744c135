"""Sessions, special periods and planned days as iCalendar, for the calendars people carry. Pure."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneStandard, vText

from broadcaster.protocol.rundown import PlannedSession
from broadcaster.schedule.model import ALL, DayPlan, Period, SessionTemplate
from broadcaster.schedule.sessions.templates import to_toml

ZONE = "Asia/Ho_Chi_Minh"
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SESSION, PERIOD = "X-DAIXA-SESSION", "X-DAIXA-PERIOD"
"""Our own words: what a calendar has no word for, so that a file read again gives the very same."""


def sessions_calendar(templates: Sequence[SessionTemplate], periods: Sequence[Period], station: str, station_id: str,
                      span: tuple[date, date], now: datetime) -> bytes:
    """Sessions as they come back every week, one event for each season within `span`; periods as whole days.

    A session without weekdays has no day of its own and stays out.
    """
    calendar = _calendar(station)
    for template in templates:
        for number, event in enumerate(_season_events(template, span)):
            event.add("uid", f"{template.id}-{number}@{station_id or 'dai-xa'}")
            event.add("dtstamp", now.astimezone(UTC))
            calendar.add_component(event)
    for period in periods:
        calendar.add_component(_period_event(period, station_id, now))
    return bytes(calendar.to_ical())


def plan_calendar(plans: Sequence[DayPlan], station: str, station_id: str, now: datetime) -> bytes:
    """Every planned session on its own day, with what sounds in it."""
    calendar = _calendar(station)
    for plan in plans:
        for session in plan.rundown.sessions:
            event = Event()
            event.add("uid", f"{session.id.replace('/', '-')}@{station_id or 'dai-xa'}")
            event.add("dtstamp", now.astimezone(UTC))
            event.add("summary", session.name)
            event.add("dtstart", _local(session.starts_at), parameters={"TZID": ZONE})
            event.add("duration", session.hard_end - session.starts_at)
            event.add("description", "\n".join(_lines(session)))
            _place(event, session.zones)
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def _lines(session: PlannedSession) -> Iterator[str]:
    for event in session.events:
        number = f" ({event.directive.number})" if event.directive and event.directive.number else ""
        yield f"{event.starts_at:%H:%M:%S} {event.title}{number}"


def _calendar(station: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//Dai Xa//broadcaster//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", vText(station))
    zone = Timezone()
    zone.add("tzid", ZONE)
    standard = TimezoneStandard()
    standard.add("dtstart", datetime.combine(date(1975, 6, 13), time()))
    standard.add("tzoffsetfrom", timedelta(hours=7))
    standard.add("tzoffsetto", timedelta(hours=7))
    zone.add_component(standard)
    calendar.add_component(zone)
    return calendar


def _season_events(template: SessionTemplate, span: tuple[date, date]) -> Iterator[Event]:
    for first, last in _seasons(template, span):
        held = next((day for day in _days(first, last) if str(day.isoweekday()) in template.weekdays), None)
        if held is None:
            continue
        event = Event()
        event.add("summary", template.name)
        event.add("dtstart", datetime.combine(held, template.starts), parameters={"TZID": ZONE})
        event.add("duration", timedelta(minutes=template.minutes))
        event.add("rrule", _rule(template.weekdays, last if template.season_from else None))
        event.add(SESSION, vText(base64.urlsafe_b64encode(to_toml(template).encode("utf-8")).decode("ascii")))
        _place(event, template.zones)
        yield event


def _seasons(template: SessionTemplate, span: tuple[date, date]) -> Iterator[tuple[date, date]]:
    """Stretches of `span` in which the session is in season, both ends inclusive."""
    first: date | None = None
    for day in _days(*span):
        if template.in_season(day):
            first = first or day
        elif first is not None:
            yield first, day - timedelta(days=1)
            first = None
    if first is not None:
        yield first, span[1]


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def _rule(weekdays: str, last: date | None) -> dict[str, object]:
    every_day = len(weekdays) == len(DAYS)
    rule: dict[str, object] = {"freq": "daily"} if every_day else {
        "freq": "weekly", "byday": [DAYS[int(digit) - 1] for digit in weekdays]}
    if last is not None:  # the last moment of the day at the station
        rule["until"] = datetime.combine(last, time(16, 59, 59), UTC)
    return rule


def _period_event(period: Period, station_id: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{period.id}@{station_id or 'dai-xa'}")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("summary", period.name)
    event.add("dtstart", period.first_day)
    event.add("dtend", period.last_day + timedelta(days=1))  # a calendar's last day is the first that is free
    event.add("categories", [period.kind])
    event.add("transp", "TRANSPARENT")
    words = {"reason": period.reason, "directive": period.directive_number, "profile": period.profile,
             "without": ",".join(period.without)}
    if period.sessions is not None:
        words["sessions"] = ",".join(period.sessions) or "-"
    text = "\n".join(f"{name}={value}" for name, value in words.items() if value)
    event.add(PERIOD, vText(base64.urlsafe_b64encode(text.encode("utf-8")).decode("ascii")))
    if period.reason:
        event.add("description", period.reason)
    return event


def _place(event: Event, zones: Sequence[str]) -> None:
    if zones and ALL not in zones:
        event.add("location", ", ".join(zones))


def _local(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)
