"""Faults as they are written: power:05:10+8m, clock:-1h, missing:TITLE, relay-silent, relay-lost, keeper; each @DAY."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from broadcaster.base.errors import Refused
from broadcaster.base.vietnamese import fold
from broadcaster.forecast.model import Fault, Trouble
from broadcaster.protocol.rundown import Rundown, RundownEvent

_UNITS = {"s": 1, "m": 60, "h": 3600}
_POWER = re.compile(r"(?P<at>\d{1,2}:\d{2})\+(?P<length>\d{1,5})(?P<unit>[smh])")
_CLOCK = re.compile(r"(?:(?P<at>\d{1,2}:\d{2})(?=[+-]))?(?P<length>[+-]\d{1,5})(?P<unit>[smh])")
_DAY = re.compile(r"(?P<rest>.*)@(?P<day>\d{1,2}|\d{4}-\d{2}-\d{2})", re.DOTALL)
_ALIASES = {"silent-relay": "relay-silent", "lost-relay": "relay-lost", "keeper-away": "keeper"}
_LONGEST = 12 * 3600
_ID = 8
"""Letters of a cart's id that its events bear."""


def fault_from(text: str, first: date, days: int) -> Fault:
    """Read one fault; its day is a date or a number from 1 on, else the first of the forecast.

    Raises Refused: forecast.fault, forecast.fault_day.
    """
    rest, day = _day_of(text.strip(), first, days)
    word, _, value = rest.partition(":")
    kind = _ALIASES.get(word.strip(), word.strip())
    if kind not in set(Trouble):
        raise _unclear(text)
    fault = Fault(Trouble(kind), day, text=text.strip())
    if fault.kind is Trouble.POWER:
        return _timed(fault, _POWER.fullmatch(value.strip()))
    if fault.kind is Trouble.CLOCK:
        return _timed(fault, _CLOCK.fullmatch(value.strip()))
    if bool(value.strip()) is not (fault.kind is Trouble.MISSING):
        raise _unclear(text)
    return replace(fault, what=value.strip())


def meant(fault: Fault, plans: Sequence[Rundown]) -> list[RundownEvent]:
    """The planned items of the fault's day whose file it takes away."""
    events = [event for plan in plans if plan.day == fault.day for session in plan.sessions for event in session.events]
    return [event for event in events if event.relay is None and _means(fault.what, event)]


def _means(what: str, event: RundownEvent) -> bool:
    """By a part of its title, by its cart's id, or by the name of its file."""
    if fold(what) in fold(event.title):
        return True
    return len(what) >= _ID and (event.cut.sha256.startswith(what.lower()) or f"/{what[-_ID:]}-" in event.id)


def _timed(fault: Fault, found: re.Match[str] | None) -> Fault:
    if found is None:
        raise _unclear(fault.text)
    length = int(found["length"]) * _UNITS[found["unit"]]
    if not 0 < abs(length) <= _LONGEST:
        raise _unclear(fault.text)
    return replace(fault, at=_clock(found["at"], fault.text) if found["at"] else None, seconds=float(length))


def _clock(text: str, whole: str) -> time:
    try:
        return time.fromisoformat(text.zfill(5))
    except ValueError as error:
        raise _unclear(whole) from error


def _day_of(text: str, first: date, days: int) -> tuple[str, date]:
    found = _DAY.fullmatch(text)
    if found is None:
        return text, first
    try:
        number = found["day"]
        day = first + timedelta(days=int(number) - 1) if number.isdigit() else date.fromisoformat(number)
    except ValueError as error:
        raise _unclear(text) from error
    if not first <= day < first + timedelta(days=days):
        raise Refused("forecast.fault_day", f"{text!r}: the day is not one of the forecast's", fault=text,
                      day=str(day), first=str(first), last=str(first + timedelta(days=days - 1)))
    return found["rest"], day


def _unclear(text: str) -> Refused:
    return Refused("forecast.fault", f"{text!r} is no fault (power:05:10+8m, clock:-1h, clock:05:10+30m, "
                   "missing:TITLE, relay-silent, relay-lost, keeper; each may end with @DAY)", fault=text)
