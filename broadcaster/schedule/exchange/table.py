"""Planned items and campaigns as tables a spreadsheet opens; campaigns out of tables people keep. Pure.

Heads are read in Vietnamese or English, in any order. "Thứ" counts as Vietnamese do, 2 to 7 and CN; "weekdays" counts
as ISO does, 1 to 7.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any

from broadcaster.base.csv_text import write_rows
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.frames import RATE
from broadcaster.base.vietnamese import fold, one_line
from broadcaster.protocol.rundown import Urgency
from broadcaster.schedule.exchange.model import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    MOST_ROWS,
    Found,
    Reading,
    Terms,
    refusal,
)
from broadcaster.schedule.model import ALL, Campaign, DayPlan, Per

PLAN_HEADS = ("Ngày", "Thứ", "Buổi phát", "Giờ", "Mục", "Loại", "Thời lượng (giây)", "Mức độ", "Phát lại", "Cụm loa",
              "Số công văn", "Người duyệt", "Đợt phát")
CAMPAIGN_HEADS = ("Mục", "Số lần", "Tính theo", "Từ ngày", "Đến ngày", "Thứ", "Mức độ", "Buổi", "Cụm loa",
                  "Cách nhau (phút)")
_WEEKDAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
_URGENCY = {Urgency.ROUTINE: "Thường", Urgency.PRIORITY: "Ưu tiên", Urgency.EMERGENCY: "Khẩn cấp"}
_HEADS: Mapping[str, tuple[str, ...]] = {
    "item": ("muc", "ten muc", "ten bai", "bai", "tieu de", "noi dung", "ten chuong trinh", "chuong trinh", "item",
             "title", "name"),
    "times": ("so lan", "so lan phat", "so luot", "times", "count", "plays"),
    "per": ("tinh theo", "per"),
    "first": ("tu ngay", "ngay bat dau", "from", "first day", "start", "start date"),
    "last": ("den ngay", "den het ngay", "ngay ket thuc", "to", "until", "last day", "end", "end date"),
    "thu": ("thu", "cac thu", "thu trong tuan", "ngay trong tuan"),
    "weekdays": ("weekdays", "days"),
    "urgency": ("muc do", "uu tien", "urgency", "priority", "level"),
    "dayparts": ("buoi", "khung gio", "thoi diem", "dayparts", "daypart"),
    "zones": ("cum loa", "khu vuc", "dia ban", "zones", "zone", "targets"),
    "spacing": ("cach nhau phut", "cach nhau", "gian cach", "spacing", "spacing minutes"),
}
_MOST_CELLS = 60
_MOST_CELL = 2_000
_TIMES = re.compile(r"(\d{1,4})\s*(?:lan|x|times)?\s*(?:(?:/|moi|mot|per|a|trong)\s*(ngay|tuan|day|week))?")
_NUMBERS = {"hai": "2", "ba": "3", "tu": "4", "nam": "5", "sau": "6", "bay": "7"}
_ISO = {"2": 1, "3": 2, "4": 3, "5": 4, "6": 5, "7": 6, "8": 7, "cn": 7}
_EVERY_DAY = {"", "tat ca", "hang", "hang tuan", "moi", "tat ca trong tuan", "ca tuan"}
_ENTITLED = {"thuong": Urgency.ROUTINE, "thong thuong": Urgency.ROUTINE, "binh thuong": Urgency.ROUTINE,
             "routine": Urgency.ROUTINE, "uu tien": Urgency.PRIORITY, "priority": Urgency.PRIORITY,
             "khan cap": Urgency.EMERGENCY, "khan": Urgency.EMERGENCY, "emergency": Urgency.EMERGENCY}


def plan_table(plans: Sequence[DayPlan]) -> bytes:
    """One line for each planned item, as Excel opens it: UTF-8 with a mark, formulas disarmed."""
    return _written(PLAN_HEADS, (row for plan in plans for row in _plan_rows(plan)))


def _plan_rows(plan: DayPlan) -> Iterable[tuple[object, ...]]:
    for session in plan.rundown.sessions:
        for event in session.events:
            yield (f"{event.starts_at:%d/%m/%Y}", _WEEKDAYS[event.starts_at.weekday()], session.name,
                   f"{event.starts_at:%H:%M:%S}", event.title, event.kind, round(event.cut.frames / RATE),
                   _URGENCY[event.urgency], "x" if event.repeat else "",
                   "" if ALL in session.zones else "; ".join(session.zones),
                   event.directive.number if event.directive else "", event.approval.approver, event.campaign)


def campaign_table(campaigns: Sequence[Campaign], daypart_words: Mapping[str, str]) -> bytes:
    """In the columns that are read again."""
    return _written(CAMPAIGN_HEADS, (
        (item.cart.title, item.times, "tuần" if item.per is Per.WEEK else "ngày", f"{item.first_day:%d/%m/%Y}",
         f"{item.last_day:%d/%m/%Y}", " ".join(_WEEKDAYS[int(digit) - 1] for digit in item.weekdays),
         _URGENCY[item.urgency], "; ".join(daypart_words.get(key, key) for key in item.dayparts),
         "; ".join(item.zones), item.spacing_minutes or "") for item in campaigns))


def _written(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    out = io.StringIO(newline="")
    write_rows(out, heads, rows)
    return out.getvalue().encode("utf-8-sig")


def read_campaigns(text: str, name: str, daypart_words: Mapping[str, str]) -> Reading:
    """Campaigns of a table with heads. `daypart_words`: key -> as people say it.

    Raises Refused: exchange.heads (a column that is needed is missing), exchange.too_many, exchange.broken.
    """
    rows = _rows(text, name)
    place, columns = _columns(rows, name)
    found: list[Found] = []
    refused = []
    for number, row in enumerate(rows[place + 1:], start=place + 2):
        cells = {word: _cell(row[column]) for word, column in columns.items() if column < len(row)}
        if not any(cells.values()):
            continue
        try:
            found.append(Found(number, _terms(cells, daypart_words)))
        except BroadcasterError as error:
            refused.append(refusal(number, cells.get("item", ""), error))
    return Reading(tuple(found), tuple(refused))


def _rows(text: str, name: str) -> list[list[str]]:
    head = text[:8_000]
    mark = max(";\t,", key=head.count)
    try:
        rows = [row[:_MOST_CELLS] for row in
                islice(csv.reader(io.StringIO(text, newline=""), delimiter=mark), MOST_ROWS + 21)]
    except csv.Error as error:
        raise Refused("exchange.broken", f"{name} is no readable table: {error}", name=name,
                      detail=str(error)) from error
    if len(rows) > MOST_ROWS + 20:
        raise Refused("exchange.too_many", f"{name} has more than {MOST_ROWS} lines", name=name, count=len(rows),
                      most=MOST_ROWS)
    return rows


def _columns(rows: Sequence[Sequence[str]], name: str) -> tuple[int, dict[str, int]]:
    """Where the heads stand, and which column says what; a title above the table is passed over."""
    known = {word: key for key, words in _HEADS.items() for word in words}
    best: tuple[int, dict[str, int]] = 0, {}
    for place, row in enumerate(rows[:20]):
        columns: dict[str, int] = {}
        for column, cell in enumerate(row):
            key = known.get(" ".join(re.findall(r"[a-z0-9]+", fold(cell[:100]))))
            if key and key not in columns:
                columns[key] = column
        if len(columns) > len(best[1]):
            best = place, columns
    missing = [word for word, key in (("Mục", "item"), ("Số lần", "times"), ("Đến ngày", "last")) if key not in best[1]]
    if missing:
        raise Refused("exchange.heads", f"{name}: no column {', '.join(missing)}", name=name, heads=", ".join(missing))
    return best


def _cell(value: str) -> str:
    """On one line; the apostrophe by which a formula was disarmed goes."""
    plain = one_line(value[:_MOST_CELL])
    return plain[2:] if plain.startswith("' ") and plain[2:3] in "=+-@" else plain


def _terms(cells: Mapping[str, str], daypart_words: Mapping[str, str]) -> Terms:
    item = cells.get("item", "")
    if not item:
        raise Refused("exchange.no_name", "something without a name")
    times, per = _times(cells.get("times", ""), cells.get("per", ""))
    first = cells.get("first", "")
    weekdays = _thu(cells["thu"]) if cells.get("thu") else _iso_days(cells.get("weekdays", ""))
    spacing = cells.get("spacing", "") or "0"
    if not re.fullmatch(r"\d{1,4}", spacing):
        raise _value("Cách nhau (phút)", spacing)
    return Terms(item, times, _day("Từ ngày", first) if first else None, _day("Đến ngày", cells.get("last", "")), per,
                 weekdays, _urgency(cells.get("urgency", "")),
                 tuple(_listed(cells.get("dayparts", ""), lambda word: _daypart(word, daypart_words))),
                 tuple(_listed(cells.get("zones", ""), str)), int(spacing))


def _times(text: str, per: str) -> tuple[int, Per]:
    """2 · 2 lần · 3 lần/tuần · with the unit in a column of its own."""
    found = _TIMES.fullmatch(fold(text).strip())
    if found is None:
        raise _value("Số lần", text)
    unit = fold(per).strip().removeprefix("moi ") or found[2] or "ngay"
    if unit not in {"ngay", "tuan", "day", "week"}:
        raise _value("Tính theo", per)
    return int(found[1]), Per.WEEK if unit in {"tuan", "week"} else Per.DAY


def _day(name: str, text: str) -> date:
    """21/11/2026, 21-11-2026, 21.11.2026 or 2026-11-21; the year in full."""
    found = re.fullmatch(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})", text)
    parts = (found[3], found[2], found[1]) if found else ()
    if not found and (found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00)?)?", text)):
        parts = (found[1], found[2], found[3])
    try:
        day = date(*map(int, parts)) if parts else None
    except ValueError:
        day = None
    if day is None or not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise Refused("exchange.day", f"{name}: {text!r} is no day, write 21/11/2026", name=name, value=text[:40])
    return day


def _thu(text: str) -> str:
    """As Vietnamese count: T2 … T7, CN; thứ Hai đến thứ Sáu; hằng ngày. 8 is Sunday too, 1 is no day."""
    plain = fold(text).replace("chu nhat", "cn")
    for word, digit in _NUMBERS.items():
        plain = re.sub(rf"\b{word}\b", digit, plain)
    plain = " ".join(re.sub(r"\b(?:cac|thu|ngay|va|t)\b|\bt(?=\d)", " ", plain).split())
    if plain in _EVERY_DAY:
        return "1234567"
    digits: set[int] = set()
    for part in re.split(r"[\s,;.+/]+", re.sub(r"\s*(?:-|–|den|to)\s*", "-", plain)):
        found = re.fullmatch(r"([2-8]|cn)(?:-([2-8]|cn))?", part)
        pieces = [(found[1], found[2] or found[1])] if found else [(digit, digit) for digit in part]
        for first, last in pieces:
            begin, end = _ISO.get(first, 0), _ISO.get(last, 0)
            if not 1 <= begin <= end:
                raise _value("Thứ", text)
            digits |= set(range(begin, end + 1))
    return "".join(str(digit) for digit in sorted(digits))


def _iso_days(text: str) -> str:
    """1 (Monday) … 7 (Sunday), in any writing; nothing: every day."""
    digits = re.findall(r"[1-7]", text)
    if text and (not digits or re.sub(r"[1-7\s,;.+/]", "", text)):
        raise _value("weekdays", text)
    return "".join(sorted(set(digits))) or "1234567"


def _urgency(text: str) -> Urgency:
    plain = fold(text).strip()
    if plain and plain not in _ENTITLED:
        raise _value("Mức độ", text)
    return _ENTITLED.get(plain, Urgency.ROUTINE)


def _daypart(word: str, known: Mapping[str, str]) -> str:
    plain = fold(word).strip().removeprefix("buoi ")
    for key, words in known.items():
        if plain in {key, fold(words)}:
            return key
    raise _value("Buổi", word)


def _listed(text: str, each: Callable[[str], str]) -> list[str]:
    return [each(word.strip()) for word in re.split(r"[;,]", text) if word.strip()]


def _value(name: str, value: Any) -> Refused:
    shown = one_line(str(value)[:200], 60)
    return Refused("exchange.value", f"{name}: {shown!r} cannot be used", name=name, value=shown)
