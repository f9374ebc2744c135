"""The schedule of one day as words for paper. Pure but for its wording file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from broadcaster.base.frames import clock_text, seconds
from broadcaster.base.paths import shipped
from broadcaster.base.settings import StationSection
from broadcaster.library.model import FRAME_KINDS
from broadcaster.protocol.rundown import PlannedSession, RundownEvent
from broadcaster.schedule.model import ALL
from broadcaster.schedule.sheets import sheet_text

_PLACE = re.compile(r"^(?:xã|phường|thị trấn|đặc khu)\s+", re.I)


@dataclass(frozen=True)
class DaySession:
    """One session: a head, and a row for each item."""

    span: str
    """05:00 – 05:45."""
    name: str
    zones: str
    filled: str
    items: tuple[tuple[str, str, str, str, str], ...]
    """Time, number, title, letter, length."""


@dataclass(frozen=True)
class DayPaper:
    """Everything that is printed."""

    issuer: str
    station: str
    place_and_date: str
    title: str
    day: str
    columns: tuple[str, ...]
    sessions: tuple[DaySession, ...]
    notes: tuple[str, ...]
    running: str


def day_paper(day: date, sessions: Sequence[PlannedSession], station: StationSection, now: datetime,
              frame: Collection[str] = FRAME_KINDS) -> DayPaper:
    """`sessions`: as planned at `now`, or as published for a day that is over."""
    head, values = words()["head"], words()["values"]
    ordered = sorted(sessions, key=lambda item: (item.starts_at, item.id))
    shown = tuple(_session(session, frame) for session in ordered)
    own = [event for session in ordered for event in session.events if event.kind not in frame]
    notes = [values["total"].format(sessions=len(shown), items=len(own),
                                    length=clock_text(sum(seconds(event.cut.frames) for event in own)))] \
        if shown else []
    notes.append(values["published"] if day < now.date() else values["planned"].format(
        time=f"{now:%H:%M ngày %d/%m/%Y}"))
    return DayPaper(station.issuer, station.name.upper(), _place(station, now), head["title"],
                    values["day"].format(weekday=_weekday(day), day=f"{day:%d/%m/%Y}"),
                    tuple(words()["columns"].values()), shown, tuple(notes),
                    head["running"].format(day=f"{day:%d/%m/%Y}"))


@cache
def words() -> dict[str, Any]:
    """The wording of the paper."""
    return tomllib.loads(shipped("resources", "templates", "day_sheet.toml").read_text(encoding="utf-8"))


def _session(session: PlannedSession, frame: Collection[str]) -> DaySession:
    values = words()["values"]
    used = sum(seconds(event.cut.frames) for event in session.events)
    limit = (session.hard_end - session.starts_at).total_seconds()
    zones = values["zones"] if not session.zones or ALL in session.zones else ", ".join(session.zones)
    items = [event for event in session.events if event.kind not in frame]
    return DaySession(
        f"{session.starts_at:%H:%M} – {session.hard_end:%H:%M}", session.name, zones,
        values["filled"].format(used=clock_text(used), limit=clock_text(limit)) if used else "",
        tuple(_item(number, event) for number, event in enumerate(items, start=1)))


def _item(number: int, event: RundownEvent) -> tuple[str, str, str, str, str]:
    title = words()["values"]["relay"].format(title=event.title) if event.relay is not None else event.title
    return (f"{event.starts_at:%H:%M:%S}", str(number), title, event.directive.number if event.directive else "",
            clock_text(seconds(event.cut.frames)))


def _place(station: StationSection, now: datetime) -> str:
    place = _PLACE.sub("", station.commune.strip())
    blank: str = sheet_text.words()["letterhead"]["date_blank"]
    return blank.format(place=place[:1].upper() + place[1:], year=now.year)


def _weekday(day: date) -> str:
    return str(sheet_text.words()["weekdays"]["names"][day.weekday()])
