"""Sessions and special periods out of an iCalendar file, whoever wrote it. Pure.

Nothing is ever expanded: a rule is one of the few a session can follow, or it is refused. Zones that a file defines
itself are not read; a zone counts by its name, and a time without one is the station's.
"""

from __future__ import annotations

import base64
import re
import tomllib
from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any

from icalendar import Calendar, Event

from broadcaster.base.clock import STATION_ZONE
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.vietnamese import fold, one_line
from broadcaster.schedule.exchange.ical_write import DAYS, PERIOD, SESSION
from broadcaster.schedule.exchange.model import EARLIEST_YEAR, LATEST_YEAR, MOST_ROWS, Found, Reading, refusal
from broadcaster.schedule.model import Period, SessionTemplate
from broadcaster.schedule.sessions.templates import template_from

_BEGIN = re.compile(r"^BEGIN:VEVENT\s*$", re.IGNORECASE | re.MULTILINE)
_RULE_WORDS = {"FREQ", "BYDAY", "INTERVAL", "WKST", "UNTIL"}
_PERIOD_KIND = "event"
_LONGEST_DAY = 24 * 60
_MOST_OWN = 20_000


def read(text: str, name: str, kinds: Collection[str]) -> Reading:
    """`kinds`: the kinds of special periods the station knows. Raises Refused: exchange.broken, exchange.too_many."""
    count = len(_BEGIN.findall(text))
    if count > MOST_ROWS:
        raise Refused("exchange.too_many", f"{name} has {count} events, more than {MOST_ROWS}", name=name, count=count,
                      most=MOST_ROWS)
    try:
        calendars = Calendar.from_ical(_without_zones(text), multiple=True)
        events = [event for calendar in calendars for event in calendar.walk("VEVENT") if isinstance(event, Event)]
    except Exception as error:  # whatever stumbles inside the library means the same to a person
        raise Refused("exchange.broken", f"{name} is no readable calendar: {type(error).__name__}", name=name,
                      detail=one_line(str(error), 120)) from error
    found: list[Found] = []
    refused, ids = [], set[str]()
    for place, event in enumerate(events, start=1):
        title = one_line(str(event.get("SUMMARY", "")), 120)
        try:
            what = _what(event, title, kinds, ids)
        except BroadcasterError as error:
            refused.append(refusal(place, title, error))
            continue
        if what is not None:
            found.append(Found(place, what))
    return Reading(tuple(found), tuple(refused))


def _without_zones(text: str) -> str:
    """Line by line, so that no file can make it slow."""
    kept, inside = [], False
    for line in text.splitlines(keepends=True):
        word = line.strip().upper()
        inside = inside or word == "BEGIN:VTIMEZONE"
        if not inside:
            kept.append(line)
        inside = inside and word != "END:VTIMEZONE"
    return "".join(kept)


def _what(event: Event, title: str, kinds: Collection[str], ids: set[str]) -> SessionTemplate | Period | None:
    """None: another season of a session that was read already."""
    if event.errors:
        word, detail = event.errors[0]
        raise Refused("exchange.value", f"{word}: {detail}", name=str(word), value=one_line(str(detail), 60))
    if not title:
        raise Refused("exchange.no_name", "something without a name")
    begins = _moment(event, "DTSTART")
    if begins is None:
        raise Refused("exchange.value", "an event without a start", name="DTSTART", value="")
    for word in ("EXDATE", "RDATE", "EXRULE", "RECURRENCE-ID"):
        if word in event:
            raise Refused("exchange.exceptions", f"{title}: single days are taken out of it or added ({word})",
                          name=title, word=word)
    if not isinstance(begins, datetime):
        return _period(event, title, begins, kinds)
    own = _own_words(event, SESSION)
    session = _session(event, title, begins, own, ids)
    if own and session.id in ids:
        return None
    ids.add(session.id)
    return session


def _session(event: Event, title: str, begins: datetime, own: str, ids: Collection[str]) -> SessionTemplate:
    base = _as_written(own, title) if own else None
    if event.get("RRULE") is None:
        raise Refused("exchange.single", f"{title}: held once only, no session that comes back", name=title)
    local, shift = _at_the_station(begins, title)
    weekdays = _weekdays(event.get("RRULE"), begins.date(), shift, title, seasonal=base is not None)
    minutes = _minutes(event, begins, title)
    if base is not None:
        return replace(base, name=title, starts=local.time().replace(tzinfo=None), minutes=minutes, weekdays=weekdays)
    return template_from({"id": _free_id(title, ids), "name": title, "starts": f"{local:%H:%M:%S}", "minutes": minutes,
                          "weekdays": weekdays}, title)


def _as_written(own: str, title: str) -> SessionTemplate:
    try:
        return template_from(tomllib.loads(own), title)
    except (ValueError, RecursionError) as error:
        raise Refused("exchange.value", f"{title}: {SESSION} is damaged", name=SESSION, value="") from error


def _at_the_station(begins: datetime, title: str) -> tuple[datetime, int]:
    """The start by the station's clock, and by how many days it moved. A zone that changes its clock has no one hour
    here: refused."""
    if begins.tzinfo is None:
        return begins, 0
    if len({_offset(begins.tzinfo, begins + timedelta(days=91 * n)) for n in range(4)}) > 1:
        raise Refused("exchange.zone", f"{title}: its zone changes between summer and winter", name=title,
                      zone=str(begins.tzinfo))
    local = begins.astimezone(STATION_ZONE)
    return local, (local.date() - begins.date()).days


def _offset(zone: tzinfo, moment: datetime) -> timedelta | None:
    return zone.utcoffset(moment.replace(tzinfo=None))


def _weekdays(rule: Any, day: date, shift: int, title: str, *, seasonal: bool) -> str:
    """ISO digits of a rule that is every day or some weekdays of every week; anything else is refused."""
    words = {str(word).upper(): value for word, value in rule.items()} if hasattr(rule, "items") else {}
    freq = str(_first(words.get("FREQ"))).upper()
    plain = set(words) <= _RULE_WORDS and _first(words.get("INTERVAL", 1)) == 1 and freq in {"DAILY", "WEEKLY"}
    if not plain or (freq == "DAILY" and "BYDAY" in words):
        raise Refused("exchange.rule", f"{title}: comes back in a way no session does", name=title)
    if "UNTIL" in words and not seasonal:
        raise Refused("exchange.ends", f"{title}: ends on a day, a session goes on", name=title)
    if freq == "DAILY":
        return "1234567"
    asked = words.get("BYDAY")
    named = [str(item).upper() for item in (asked if isinstance(asked, list) else [asked] if asked else [])]
    if any(item not in DAYS for item in named):
        raise Refused("exchange.rule", f"{title}: comes back in a way no session does", name=title)
    digits = [DAYS.index(item) for item in named] or [day.weekday()]
    return "".join(sorted({str((digit + shift) % 7 + 1) for digit in digits}))


def _minutes(event: Event, begins: datetime, title: str) -> int:
    ends, lasts = _moment(event, "DTEND"), getattr(event.get("DURATION"), "dt", None)
    if isinstance(ends, datetime) and (ends.tzinfo is None) == (begins.tzinfo is None):
        lasts = ends.astimezone(UTC) - begins.astimezone(UTC) if ends.tzinfo else ends - begins
    seconds = lasts.total_seconds() if isinstance(lasts, timedelta) else 0.0
    if not 60 <= seconds <= _LONGEST_DAY * 60 or seconds % 60:
        raise Refused("exchange.length", f"{title}: no length of whole minutes within a day", name=title)
    return int(seconds) // 60


def _period(event: Event, title: str, first: date, kinds: Collection[str]) -> Period:
    if event.get("RRULE") is not None:
        raise Refused("exchange.yearly", f"{title}: a special period is made for one time, not for every year",
                      name=title)
    after, lasts = _moment(event, "DTEND"), getattr(event.get("DURATION"), "dt", None)
    if isinstance(lasts, timedelta) and after is None:
        if lasts.days > 366:
            raise Refused("exchange.value", "DURATION: too long", name="DURATION", value=str(lasts))
        after = first + lasts
    if isinstance(after, datetime):
        after = after.date()
    last = max(first, (after or first + timedelta(days=1)) - timedelta(days=1))
    words = dict(line.partition("=")[::2] for line in _own_words(event, PERIOD).splitlines())
    sessions = words.get("sessions")
    kind = next((item for item in _categories(event) if item in kinds), _PERIOD_KIND)
    return Period("", kind, title, first, last, words.get("reason", ""), words.get("directive", ""),
                  words.get("profile", ""),
                  None if sessions is None else () if sessions == "-" else tuple(sessions.split(",")),
                  tuple(filter(None, words.get("without", "").split(","))))


def _categories(event: Event) -> list[str]:
    found = event.get("CATEGORIES")
    groups = found if isinstance(found, list) else [found] if found is not None else []
    return [str(word) for group in groups for word in getattr(group, "cats", [])]


def _moment(event: Event, word: str) -> datetime | date | None:
    """A date, or a time; a time in a zone nobody knows is refused rather than taken for the station's."""
    value = event.get(word)
    if isinstance(value, list):
        raise Refused("exchange.value", f"{word} stands there twice", name=word, value="")
    moment = getattr(value, "dt", None)
    if not isinstance(moment, date):
        return None
    if not EARLIEST_YEAR <= moment.year <= LATEST_YEAR:
        raise Refused("exchange.value", f"{word}: {moment} lies beyond all planning", name=word, value=str(moment))
    zone = value.params.get("TZID")
    if zone and isinstance(moment, datetime) and moment.tzinfo is None:
        raise Refused("exchange.zone", f"{word}: unknown zone {zone!r}", name=word, zone=one_line(str(zone), 60))
    return moment


def _own_words(event: Event, word: str) -> str:
    """What we wrote ourselves; what cannot be read is as if it were not there."""
    value = event.get(word)
    if value is not None and len(str(value)) > _MOST_OWN:
        return ""
    try:
        return base64.urlsafe_b64decode(str(value)).decode("utf-8") if value is not None else ""
    except ValueError:
        return ""


def _free_id(title: str, taken: Collection[str]) -> str:
    """A short name out of the words: Buổi sáng -> buoi-sang."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(title)).strip("-")[:32].strip("-") or "buoi"
    return next(each for each in (plain, *(f"{plain}-{n}" for n in range(2, MOST_ROWS + 2))) if each not in taken)


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value
