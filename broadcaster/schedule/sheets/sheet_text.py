"""The weekly schedule as words for paper, the same for print and for Word. Pure but for its wording file."""

from __future__ import annotations

import hashlib
import hmac
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from broadcaster.base.clock import parse_time
from broadcaster.base.frames import clock_text
from broadcaster.base.paths import shipped
from broadcaster.base.settings import StationSection
from broadcaster.protocol.verifier import canonical
from broadcaster.schedule.model import ALL
from broadcaster.schedule.sheets.changes import total
from broadcaster.schedule.sheets.sheet import APPROVED, RETURNED, Sheet, SheetItem, Slot, digest_of

_PLACE = re.compile(r"^(?:xã|phường|thị trấn|đặc khu)\s+", re.I)
_MARK = "DAIXALT1"
_SEAL_LETTERS = 24
"""96 bits, as on the approval slip."""


@dataclass(frozen=True)
class PaperSession:
    """One session: a row for its name, one for each item."""

    span: str
    """05:00 – 05:45."""
    name: str
    zones: str
    items: tuple[tuple[str, str, str, str, str], ...]
    """Number, title, letter, length, note."""


@dataclass(frozen=True)
class PaperDay:
    words: str
    sessions: tuple[PaperSession, ...]


@dataclass(frozen=True)
class Paper:
    """Everything that is printed."""

    issuer: str
    station: str
    place_and_date: str
    title: str
    week: str
    mark: str
    """What the sheet is not: approved; empty for an approved one."""
    columns: tuple[str, ...]
    days: tuple[PaperDay, ...]
    totals: tuple[str, ...]
    signed: tuple[str, ...]
    """Who drew it up and who approved it."""
    warning: str
    """What must not be overlooked."""
    author: str
    approver: str
    digest: str
    code: str
    """What the QR code holds; empty on a draft."""
    running: str


def paper_of(monday: date, slots: Sequence[Slot], sheet: Sheet | None, station: StationSection, today: date,
             key: bytes, titles: Mapping[str, str] | None = None) -> Paper:
    """`sheet` None: a draft. `titles`: a person's name -> office."""
    head, values = words()["letterhead"], words()["values"]
    last = monday + timedelta(days=6)
    span = {"first": f"{monday:%d/%m}", "last": f"{last:%d/%m/%Y}"}
    approved = sheet is not None and sheet.state == APPROVED
    digest = digest_of(monday, slots)
    return Paper(
        station.issuer, station.name.upper(), _place_and_date(station, sheet, today), head["title"],
        head["week"].format(first=_day(monday), last=_day(last)),
        "" if approved else head[sheet.state if sheet else "draft"], tuple(words()["columns"].values()),
        tuple(_paper_day(monday + timedelta(days=n), slots) for n in range(7)), _totals(slots),
        _signed(sheet, titles or {}), values["self_approved"] if approved and sheet and sheet.self_approved else "",
        sheet.submitted_by if sheet else "", sheet.approver if approved and sheet else "",
        values["digest"].format(digest=digest), code_text(sheet, key) if sheet else "", head["running"].format(**span))


def code_text(sheet: Sheet, key: bytes) -> str:
    """What is printed as a QR code: the sheet, its digest, and a short seal of both with its state."""
    parts = (sheet.id, sheet.digest, sheet.state)
    short = hmac.new(key, canonical(["week", *parts]), hashlib.sha256).hexdigest()[:_SEAL_LETTERS]
    # Capitals only: the code is a third smaller in the alphanumeric mode.
    return ":".join((_MARK, sheet.id, sheet.digest, short)).upper()


@cache
def words() -> dict[str, Any]:
    """The wording of the paper."""
    return tomllib.loads(shipped("resources", "templates", "week_sheet.toml").read_text(encoding="utf-8"))


def _paper_day(day: date, slots: Sequence[Slot]) -> PaperDay:
    of_day = [slot for slot in slots if slot.day == day]
    names = {slot.session: slot.name for slot in slots}
    heading = words()["values"]["day"].format(weekday=_weekday(day), day=f"{day:%d/%m/%Y}")
    return PaperDay(heading, tuple(_paper_session(slot, names) for slot in of_day))


def _paper_session(slot: Slot, names: Mapping[str, str]) -> PaperSession:
    values = words()["values"]
    zones = values["all_zones"] if not slot.zones or ALL in slot.zones else ", ".join(slot.zones)
    span = f"{slot.starts:%H:%M} – {slot.ends:%H:%M}"
    return PaperSession(span, slot.name, zones, tuple(
        (str(number), item.title, item.number, clock_text(item.seconds), _note(item, names))
        for number, item in enumerate(slot.items, start=1)))


def _note(item: SheetItem, names: Mapping[str, str]) -> str:
    values = words()["values"]
    made_up = values["make_up"].format(name=names.get(item.make_up, item.make_up)) if item.make_up else ""
    return "; ".join(filter(None, (values["repeat"] if item.repeat else "", made_up)))


def _totals(slots: Sequence[Slot]) -> tuple[str, ...]:
    values = words()["values"]
    items, airings = total(slots)
    if not airings:
        return (values["empty"],)
    length = clock_text(sum(item.seconds for slot in slots for item in slot.items))
    return (values["total"].format(sessions=len(slots), items=items, airings=airings, length=length), values["frame"])


def _signed(sheet: Sheet | None, titles: Mapping[str, str]) -> tuple[str, ...]:
    values = words()["values"]
    if sheet is None:
        return ()
    lines = [values["submitted"].format(name=_person(sheet.submitted_by, titles), time=_moment(sheet.submitted_at))]
    if sheet.approver and sheet.state == RETURNED:
        lines.append(values["returned"].format(name=_person(sheet.approver, titles), reason=sheet.reason))
    elif sheet.approved_at:
        lines.append(values["approved"].format(name=_person(sheet.approver, titles), time=_moment(sheet.approved_at)))
    return tuple(lines)


def _person(name: str, titles: Mapping[str, str]) -> str:
    office = titles.get(name, "")
    return f"{name} ({office})" if office and office != name else name


def _place_and_date(station: StationSection, sheet: Sheet | None, today: date) -> str:
    head = words()["letterhead"]
    place = _PLACE.sub("", station.commune.strip())
    place = place[:1].upper() + place[1:]
    if sheet is None or sheet.state != APPROVED:
        return str(head["date_blank"].format(place=place, year=today.year))
    day = parse_time(sheet.approved_at)
    # The decree writes a nought before the first nine days and before January and February.
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return str(head["date"].format(place=place, day=f"{day.day:02}", month=month, year=day.year))


def _moment(text: str) -> str:
    moment: datetime = parse_time(text)
    return f"{moment:%H:%M ngày %d/%m/%Y}"


def _day(day: date) -> str:
    return f"{_weekday(day)}, ngày {day:%d/%m/%Y}"


def _weekday(day: date) -> str:
    return str(words()["weekdays"]["names"][day.weekday()])
