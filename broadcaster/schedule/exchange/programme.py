"""The vendor-neutral programme model: a sound, its days, its time of day (docs/formats.md). Pure.

The words are those shared by the programs of loudspeaker makers. Three of their faults are kept out by construction:
weekdays are ISO's, Sunday is 7 (a 0 is read as Sunday too); both days of a range count; a length is kept instead of
an end, so that what begins before midnight may end after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from broadcaster.base.clock import at
from broadcaster.base.errors import Refused
from broadcaster.base.vietnamese import one_line
from broadcaster.schedule.exchange.model import EARLIEST_YEAR, LATEST_YEAR

FORMAT = "dai-xa.programmes"
VERSION = 1
MOST_REPEATS = 24
_DAY_SECONDS = 86_400
_LAST_SECOND = time(23, 59, 59)


class Type(StrEnum):
    """Where the sound comes from."""

    FILE = "file"
    RELAY = "relay"
    FM = "fm"
    TEXT = "text"
    """Read by a synthetic voice."""
    RECORDING = "recording"


class Mode(StrEnum):
    """On which days of its range it is held."""

    ONCE = "once"
    DAILY = "daily"
    WEEKLY = "weekly"
    NOW = "now"


@dataclass(frozen=True)
class Programme:
    """One entry of another program's schedule."""

    name: str
    type: Type
    mode: Mode
    start_date: date
    end_date: date
    """Inclusive."""
    time: time
    duration_seconds: int = 0
    """Of one airing; 0: not known."""
    weekdays: str = "1234567"
    """ISO, for WEEKLY."""
    repeats: int = 1
    """Airings one after the other."""
    gap_seconds: int = 0
    """Between two repeats."""
    gain_db: int = 0
    targets: tuple[str, ...] = ()
    """Names of zones or devices; none: all."""
    creator: str = ""
    approver: str = ""
    status: str = ""

    def days(self) -> Iterator[date]:
        """The days it is held on, both ends of the range included."""
        for number in range((self.end_date - self.start_date).days + 1):
            day = self.start_date + timedelta(days=number)
            if self.mode is not Mode.WEEKLY or str(day.isoweekday()) in self.weekdays:
                yield day

    def airings(self) -> Iterator[tuple[datetime, datetime]]:
        """Start and end of every airing, in order; an end may lie on the next day."""
        step = timedelta(seconds=self.duration_seconds + self.gap_seconds)
        for day in self.days():
            for number in range(self.repeats):
                begins = at(day, _seconds(self.time)) + number * step
                yield begins, begins + timedelta(seconds=self.duration_seconds)


def grouped(single: Iterable[Programme]) -> list[Programme]:
    """The same airings in as few entries: days that follow each other, or the same weekdays of some weeks.

    `single` are held on one day each.
    """
    days: dict[Programme, set[date]] = {}
    epoch = date(EARLIEST_YEAR, 1, 1)
    for item in single:
        days.setdefault(replace(item, mode=Mode.ONCE, start_date=epoch, end_date=epoch), set()).add(item.start_date)
    found = [each for item, held in days.items() for each in _ranges(item, sorted(held))]
    return sorted(found, key=lambda item: (item.start_date, item.time, item.name, item.end_date))


def _ranges(item: Programme, days: Sequence[date]) -> Iterator[Programme]:
    weekdays = "".join(sorted({str(day.isoweekday()) for day in days}))
    first, last = days[0], days[-1]
    whole = replace(item, mode=Mode.WEEKLY, start_date=first, end_date=last, weekdays=weekdays)
    if len(days) > len(weekdays) and len(weekdays) < 7 and list(whole.days()) == list(days):
        yield whole
        return
    begin = 0
    for place, day in enumerate(days):
        if place + 1 == len(days) or days[place + 1] - day != timedelta(days=1):
            mode = Mode.ONCE if place == begin else Mode.DAILY
            yield replace(item, mode=mode, start_date=days[begin], end_date=day)
            begin = place + 1


def to_json(programmes: Iterable[Programme], station: str) -> dict[str, Any]:
    """As docs/formats.md says it."""
    return {"format": FORMAT, "version": VERSION, "station": station,
            "programmes": [_plain(programme) for programme in programmes]}


def _plain(item: Programme) -> dict[str, Any]:
    body = asdict(item)
    body |= {"type": str(item.type), "mode": str(item.mode), "start_date": item.start_date.isoformat(),
             "end_date": item.end_date.isoformat(), "time": item.time.isoformat(),
             "weekdays": [int(digit) for digit in item.weekdays], "targets": list(item.targets)}
    return body


def from_json(body: Mapping[str, Any]) -> Programme:
    """One entry. Raises Refused("exchange.value") that names the word and its value."""
    if not isinstance(body, Mapping):
        raise _value("programme", body)
    start = _date(body, "start_date")
    end = _date(body, "end_date") if body.get("end_date") not in (None, "") else start
    if end < start:
        raise _value("end_date", body.get("end_date"))
    mode = Mode(_word(body, "mode", [str(item) for item in Mode], str(Mode.DAILY)))
    begins = _time(body.get("time"), "time")
    name = one_line(_text(body, "name"), 300)
    if not name:
        raise _value("name", body.get("name"))
    targets = body.get("targets") or []
    if not isinstance(targets, list) or len(targets) > 500:
        raise _value("targets", targets)
    return Programme(
        name, Type(_word(body, "type", [str(item) for item in Type], str(Type.FILE))), mode, start,
        start if mode in {Mode.ONCE, Mode.NOW} else end, begins, _length(body, begins),
        _weekdays(body.get("weekdays"), mode), _whole(body, "repeats", 1, 1, MOST_REPEATS),
        _whole(body, "gap_seconds", 0, 0, _DAY_SECONDS), _whole(body, "gain_db", 0, -60, 14),
        tuple(one_line(str(item), 120) for item in targets), one_line(_text(body, "creator"), 120),
        one_line(_text(body, "approver"), 120), one_line(_text(body, "status"), 120))


def _length(body: Mapping[str, Any], begins: time) -> int:
    """Seconds; from `end_time` where another program keeps that: one before the start is of the next day, and the
    last second of a day stands for midnight."""
    if body.get("duration_seconds") not in (None, ""):
        return _whole(body, "duration_seconds", 0, 0, _DAY_SECONDS)
    if body.get("end_time") in (None, ""):
        return 0
    if body["end_time"] in {"24:00", "24:00:00"}:
        return _DAY_SECONDS - _seconds(begins)
    ends = _time(body["end_time"], "end_time")
    until = _DAY_SECONDS if ends == _LAST_SECOND else _seconds(ends)
    return (until - _seconds(begins)) % _DAY_SECONDS


def _weekdays(value: object, mode: Mode) -> str:
    if mode is not Mode.WEEKLY:
        return "1234567"
    if not isinstance(value, list) or not value or not all(
            isinstance(day, int) and not isinstance(day, bool) and 0 <= day <= 7 for day in value):
        raise _value("weekdays", value)
    return "".join(sorted({str(day or 7) for day in value}))


def _date(body: Mapping[str, Any], name: str) -> date:
    try:
        found = date.fromisoformat(str(body.get(name)))
    except ValueError as error:
        raise _value(name, body.get(name)) from error
    if not EARLIEST_YEAR <= found.year <= LATEST_YEAR:
        raise _value(name, body.get(name))
    return found


def _time(value: object, name: str) -> time:
    try:
        found = time.fromisoformat(str(value))
    except ValueError as error:
        raise _value(name, value) from error
    if found.tzinfo is not None or found.microsecond:
        raise _value(name, value)
    return found


def _text(body: Mapping[str, Any], name: str) -> str:
    value = body.get(name, "")
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > 5_000:
        raise _value(name, value)
    return value


def _word(body: Mapping[str, Any], name: str, known: Sequence[str], default: str) -> str:
    value = body.get(name, default)
    if value not in known:
        raise _value(name, value)
    return str(value)


def _whole(body: Mapping[str, Any], name: str, default: int, least: int, most: int) -> int:
    value = body.get(name, default)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise _value(name, value)
    return value


def _seconds(moment: time) -> int:
    return moment.hour * 3600 + moment.minute * 60 + moment.second


def _value(name: str, value: object) -> Refused:
    shown = one_line(str(value)[:200], 60)
    return Refused("exchange.value", f"{name}: {shown!r} cannot be used", name=name, value=shown)
