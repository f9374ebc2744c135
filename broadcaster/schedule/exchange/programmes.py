"""Between our plans and the vendor-neutral programme model. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import time
from typing import Any

from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.frames import RATE
from broadcaster.protocol.rundown import PlannedSession, RundownEvent
from broadcaster.schedule.exchange import programme
from broadcaster.schedule.exchange.model import MOST_ROWS, Found, Reading, Terms, refusal
from broadcaster.schedule.exchange.programme import Mode, Programme, Type
from broadcaster.schedule.model import ALL, DayPlan

Hours = Mapping[str, tuple[str, str]]
"""Times of day: key -> from and to, HH:MM; the end is not part of it."""


def planned(plans: Sequence[DayPlan]) -> list[Programme]:
    """Everything planned, in as few entries as say just the same."""
    return programme.grouped(_single(session, event) for plan in plans
                             for session in plan.rundown.sessions for event in session.events)


def _single(session: PlannedSession, event: RundownEvent) -> Programme:
    source = Type.RELAY if event.relay else Type.TEXT if event.voice else Type.FILE
    begins = event.starts_at
    return Programme(
        event.title, source, Mode.ONCE, begins.date(), begins.date(),
        time(begins.hour, begins.minute, begins.second), round(event.cut.frames / RATE),
        targets=() if ALL in session.zones else session.zones, approver=event.approval.approver, status="planned")


def written(programmes: Sequence[Programme], station: str) -> bytes:
    body = programme.to_json(programmes, station)
    return json.dumps(body, ensure_ascii=False, indent=1).encode("utf-8")


def read(text: str, name: str, hours: Hours) -> Reading:
    """Campaigns: what is aired several times on the same days becomes one. Raises Refused: exchange.broken,
    exchange.newer, exchange.too_many."""
    found: dict[Terms, Found] = {}
    refused = []
    for place, body in enumerate(_entries(text, name), start=1):
        try:
            one = programme.from_json(body)
            _refuse_foreign(one)
        except BroadcasterError as error:
            refused.append(refusal(place, body.get("name", "") if isinstance(body, dict) else "", error))
            continue
        terms = _terms(one, hours)
        same = replace(terms, times=0, dayparts=())
        if same in found:
            place, terms = found[same].place, _both(found[same].what, terms, hours)
        found[same] = Found(place, terms)
    return Reading(tuple(found.values()), tuple(refused))


def _both(one: object, other: Terms, hours: Hours) -> Terms:
    assert isinstance(one, Terms)
    parts = tuple(part for part in hours if part in {*one.dayparts, *other.dayparts})
    limited = one.dayparts and other.dayparts
    return replace(other, times=one.times + other.times, dayparts=parts if limited else ())


def _entries(text: str, name: str) -> Iterator[Any]:
    try:
        body = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused("exchange.broken", f"{name} is no readable JSON", name=name,
                      detail=type(error).__name__) from error
    if not isinstance(body, dict) or body.get("format") != programme.FORMAT \
            or not isinstance(body.get("programmes"), list):
        raise Refused("exchange.broken", f"{name} is no list of programmes", name=name, detail="format")
    if body.get("version") != programme.VERSION:
        raise Refused("exchange.newer", f"{name} is of version {body.get('version')!r}", name=name,
                      version=str(body.get("version"))[:20])
    count = len(body["programmes"])
    if count > MOST_ROWS:
        raise Refused("exchange.too_many", f"{name} has {count} programmes, more than {MOST_ROWS}", name=name,
                      count=count, most=MOST_ROWS)
    yield from body["programmes"]


def _refuse_foreign(one: Programme) -> None:
    """What is no campaign: a relay needs a standing decision, "now" needs a person at the microphone."""
    if one.type in {Type.RELAY, Type.FM}:
        raise Refused("exchange.relay", f"{one.name}: a relay is no item", name=one.name)
    if one.mode is Mode.NOW:
        raise Refused("exchange.now", f"{one.name}: to be aired at once", name=one.name)


def _terms(one: Programme, hours: Hours) -> Terms:
    clock = f"{one.time:%H:%M}"
    parts = tuple(key for key, (begins, ends) in hours.items() if begins <= clock < ends)
    weekdays = one.weekdays if one.mode is Mode.WEEKLY else "1234567"
    return Terms(one.name, one.repeats, one.start_date, one.end_date, weekdays=weekdays, dayparts=parts,
                 zones=one.targets)
