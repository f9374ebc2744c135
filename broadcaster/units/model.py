"""The units a station belongs to and grew out of, and the records its forerunners left. No I/O."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from broadcaster.base.vietnamese import fold, one_line

OWN, SUPERIOR, FORMER = "own", "superior", "former"


@dataclass(frozen=True)
class Level:
    """A tier, from resources/units/levels.toml."""

    key: str
    words: str
    rank: int


@dataclass(frozen=True)
class Unit:
    """One administrative unit. What stands above it is its parent, whatever the tier is called."""

    id: str
    name: str
    level: str
    parent_id: str = ""
    code: str = ""
    """Its code in the national list of units, if known."""
    zone: str = ""
    """The zone of loudspeakers a former station became."""
    role: str = ""
    """own, superior (whom reports go to), former (merged into this one), or nothing."""
    since: str = ""
    until: str = ""
    """Last day, ISO; empty while it exists."""
    note: str = ""


@dataclass(frozen=True)
class FormerRecord:
    """One line of a logbook that another station or program kept."""

    day: str
    time: str = ""
    title: str = ""
    kind: str = ""
    seconds: int = 0
    author: str = ""
    approver: str = ""
    note: str = ""
    extra: dict[str, str] = field(default_factory=dict)
    """Columns of the file that have no place here, by their heading."""
    row: int = 0
    """1-based line of the file it came from."""
    file_name: str = ""
    unit_id: str = ""


@dataclass(frozen=True)
class BadRow:
    """A line that could not be taken."""

    row: int
    problem: str
    """no_date | no_title | bad_date."""
    text: str


@dataclass(frozen=True)
class Reading:
    """What a file of old records holds."""

    columns: Mapping[str, str]
    """Field -> the heading it was taken from."""
    records: Sequence[FormerRecord]
    bad: Sequence[BadRow]


_HEADINGS = {
    "day": ("ngay phat song", "ngay phat", "ngay thang", "ngay", "date"),
    "time": ("gio phat song", "gio phat", "gio bat dau", "thoi gian phat", "gio", "time"),
    "title": ("ten tin bai", "noi dung phat", "noi dung", "ten chuong trinh", "tieu de", "tin bai", "title"),
    "kind": ("the loai", "loai tin", "loai", "kind"),
    "seconds": ("thoi luong", "so phut", "phut", "duration", "thoi gian"),
    "author": ("nguoi thuc hien", "bien tap", "nguoi viet", "phat thanh vien", "tac gia", "author"),
    "approver": ("nguoi duyet", "phe duyet", "ky duyet", "approver"),
    "note": ("ghi chu", "note"),
}
_DATE = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})")
_CLOCK = re.compile(r"(\d{1,2})\s*(?:[:hg]|gio)\s*(\d{2})?")
_LENGTH = re.compile(r"(?:(\d+)\s*(?:gio|h)\s*)?(?:(\d+(?:[.,]\d+)?)\s*(?:phut|p|'|$))?\s*(?:(\d+)\s*(?:giay|s|\"))?$")
_COLONS = re.compile(r"(?:(\d+):)?(\d{1,3}):(\d{2})")


def columns_of(headings: Sequence[str]) -> dict[str, int]:
    """Field -> its column, by headings as logbooks have them; the exact heading first, then one that begins so."""
    folded = [" ".join(fold(heading).replace("(", " ").replace("/", " ").split()) for heading in headings]
    found: dict[str, int] = {}
    for exact in (True, False):
        for name, known in _HEADINGS.items():
            for wanted in known:
                place = next((at for at, text in enumerate(folded) if at not in found.values()
                              and (text == wanted if exact else text.startswith(wanted))), None)
                if name not in found and place is not None:
                    found[name] = place
    return found


def record_of(cells: Sequence[object], columns: Mapping[str, int], headings: Sequence[str], row: int,
              last_day: str) -> FormerRecord | BadRow:
    """One line; an empty date is that of the line above, as in a merged cell."""
    def cell(name: str) -> object:
        return cells[columns[name]] if name in columns and columns[name] < len(cells) else None

    text = " | ".join(words(value) for value in cells if words(value))
    day = _day(cell("day")) if words(cell("day")) else last_day
    if not day:
        return BadRow(row, "bad_date" if words(cell("day")) else "no_date", text[:200])
    title = words(cell("title"))
    if not title:
        return BadRow(row, "no_title", text[:200])
    extra = {words(headings[at]): words(value) for at, value in enumerate(cells)
             if at < len(headings) and at not in columns.values() and words(headings[at]) and words(value)}
    return FormerRecord(day, _time(cell("time")), title, words(cell("kind")), _seconds(cell("seconds")),
                        words(cell("author")), words(cell("approver")), words(cell("note")), extra, row)


def words(value: object) -> str:
    """A cell as text."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else one_line(str(value), 1000)


def _day(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    text = words(value)
    if found := _DATE.search(text):
        day, month, year = (int(part) for part in found.groups())
    else:
        try:
            return date.fromisoformat(text[:10]).isoformat()
        except ValueError:
            return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _time(value: object) -> str:
    if isinstance(value, datetime):
        value = value.time()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    found = _CLOCK.search(fold(words(value)))
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return words(value)[:40]
    return f"{int(found[1]):02d}:{int(found[2] or 0):02d}"


def _seconds(value: object) -> int:
    """A bare number counts minutes; 5:30 is five minutes and a half; 0: not told."""
    if isinstance(value, timedelta):
        return int(value.total_seconds())
    if isinstance(value, time):
        return value.hour * 3600 + value.minute * 60 + value.second
    text = fold(words(value)).strip()
    if not text:
        return 0
    if found := _COLONS.fullmatch(text):
        return int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3])
    found = _LENGTH.fullmatch(text)
    if not found or not any(found.groups()):
        return 0
    hours, minutes, seconds = found.groups()
    return int(hours or 0) * 3600 + round(float((minutes or "0").replace(",", ".")) * 60) + int(seconds or 0)
