"""How often, on which days and at what time of day a letter wants something aired, out of its own sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from broadcaster.base.vietnamese import nfc

PARTS = {"sáng": "morning", "trưa": "noon", "chiều": "afternoon", "tối": "evening"}
_COUNTS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6}
_FIGURE = r"(?P<count>\d{1,2}|một|hai|ba|bốn|năm|sáu)"
_TIMES = (rf"(?P<least>(?:ít nhất|tối thiểu)\s+(?:là\s+|từ\s+)?)?(?:\d{{1,2}}\s?(?:[-–]|đến)\s?)?{_FIGURE}\s*"
          r"(?:\(\w+\)\s*)?(?:lần|lượt|buổi|chương trình)(?:\s+phát(?:\s+(?:thanh|sóng))?)?")
_UNIT = r"(?:01\s+|1\s+|một\s+)?(?P<unit>ngày|tuần|tháng|buổi)"
_OVER = (
    re.compile(rf"{_TIMES}\s*(?:/|trên|mỗi|hàng|hằng|trong|một)\s*{_UNIT}\b"),
    re.compile(rf"(?:mỗi|hàng|hằng|trong)\s+{_UNIT}\s+(?:[^\W\d]+\s+){{0,6}}?{_TIMES}(?!\w)"),
    re.compile(rf"{_UNIT}(?:\s*/\s*|\s+(?:phát\s+)?){_TIMES}(?!\w)"),
)
_EVERY = re.compile(r"(?P<days>\d{1,2}|hai|ba|bốn|năm)\s+ngày\s*(?:/|phát\s|một\s)\s*(?:0?1\s+|một\s+)?lần"
                    r"|(?P<other>cách\s+ngày)")
_WITHIN_THE_DAY = re.compile(r"\d{1,3}\s*(?:phút|giờ|tiếng)\s*(?:/|một\s|phát\s)\s*(?:0?1\s+|một\s+)?lần"
                             r"|(?:mỗi|cứ)\s+(?:\d{1,3}\s+)?(?:phút|giờ|tiếng)\s+(?:phát\s+)?(?:0?1\s+|một\s+)?lần")
_DAILY = re.compile(r"(?:hàng|hằng|mỗi|tất cả các)\s+ngày|trong\s+các\s+buổi")
_WEEKLY = re.compile(r"(?:hàng|hằng|mỗi)\s+tuần")
_NAME = r"(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])"
_DAY = rf"(?:thứ\s+{_NAME}|chủ\s+nhật|\bcn)\b"
_DAYS = re.compile(rf"{_DAY}(?:\s*(?:,|và|;|&)\s*(?:{_DAY}|{_NAME}\b))*")
_DAY_RANGE = re.compile(rf"từ\s+(?P<first>{_DAY})\s+(?:đến|tới)\s+(?:hết\s+)?(?P<last>{_DAY})")
_NUMBERS = {"hai": 1, "ba": 2, "tư": 3, "năm": 4, "sáu": 5, "bảy": 6, "bẩy": 6,
            "2": 1, "3": 2, "4": 3, "5": 4, "6": 5, "7": 6}
_WEEKEND = re.compile(r"(?:các\s+)?(?:ngày\s+)?(?:nghỉ\s+)?cuối tuần")
_NOT_THESE = re.compile(rf"\btrừ\s+(?:các\s+)?(?:ngày\s+)?(?:nghỉ\s+)?(?P<days>{_DAYS.pattern}|cuối tuần)")
_MORE = re.compile(rf"(?:tăng|ưu tiên|chú trọng)[^.;]{{0,80}}?(?:{_DAYS.pattern}|cuối tuần)")
_PARTS = re.compile(r"(?:^|buổi|vào|khung giờ|giờ|phát|thanh|/ngày|[,(:]|và)\s*(?:buổi\s+)?"
                    r"(?P<part>sáng|trưa|chiều|tối)\b(?!\s+(?:thiểu|đa)\b)")
_DATED_AFTER = re.compile(r"\s*[,(]?\s*(?:ngày\s+)?\d{1,2}\s?(?:[/.-]|tháng)")
_SPREAD = {1: "6", 2: "36", 3: "246", 4: "1356", 5: "12345", 6: "123456"}
"""So many airings a week, spread over it: Saturday is when most people are at home."""
_EVERY_DAYS = {2: "1357", 3: "147", 4: "15", 5: "16"}
ALL_DAYS = "1234567"
MOST_TIMES = 24


@dataclass(frozen=True)
class Rhythm:
    """What the sentences say; `times` 0: no figure."""

    times: int = 0
    weekdays: str = ALL_DAYS
    at_least: bool = False
    parts: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    week: int = 0
    """Airings a week, where they are counted so."""


def rhythm(words: str) -> Rhythm:
    """Of one or more sentences. A figure nobody wrote is not made up: `times` stays 0."""
    plain = " ".join(nfc(words).lower().split())
    more = _MORE.search(plain)
    # "more on Saturdays" names days without keeping the others silent.
    rest = plain[: more.start()] + plain[more.end():] if more else plain
    parts = tuple(dict.fromkeys(PARTS[match["part"]] for match in _PARTS.finditer(rest)))
    weekdays, named = _weekdays(rest)
    reasons = [reason for reason, holds in (
        ("weekdays_from_letter", named), ("more_at_weekends", bool(more)), ("parts_of_day_from_letter", bool(parts)),
    ) if holds]
    counted = next((found for pattern in _OVER if (found := pattern.search(plain))), None)
    if counted:
        return _counted(counted, weekdays, parts, reasons)
    if _WITHIN_THE_DAY.search(plain):
        # No session holds that: a person breaks in, or plans more sessions.
        reasons.append("frequency_within_the_day")
    if every := _EVERY.search(plain):
        gap = 2 if every["other"] else _number(every["days"])
        return Rhythm(1, _EVERY_DAYS.get(gap, "6"), False, parts, ("frequency_every_days", *reasons))
    if named and _WEEKLY.search(rest):
        return Rhythm(1, weekdays, False, parts, ("frequency_weekly", *reasons))
    if parts and (_DAILY.search(rest) or len(parts) > 1):
        return Rhythm(len(parts), weekdays, False, parts, ("frequency_from_letter", *reasons))
    return Rhythm(0, weekdays, False, parts, tuple(reasons))


def _counted(found: re.Match[str], weekdays: str, parts: tuple[str, ...], reasons: list[str]) -> Rhythm:
    count, unit, least = _number(found["count"]), found["unit"], bool(found["least"])
    if least:
        reasons.append("at_least")
    if unit == "tuần":
        days = weekdays if weekdays != ALL_DAYS else _SPREAD.get(count, ALL_DAYS)
        return Rhythm(min(MOST_TIMES, max(1, -(-count // len(days)))), days, least, parts,
                      ("frequency_weekly", *reasons), count)
    if unit == "tháng":
        return Rhythm(1, weekdays if weekdays != ALL_DAYS else _SPREAD[1], least, parts,
                      ("frequency_monthly", *reasons))
    # "2 lần/buổi" counts for each session of the day: two where the letter does not name them.
    times = count * (max(2, len(parts)) if unit == "buổi" else 1)
    return Rhythm(min(max(1, times), MOST_TIMES), weekdays, least, parts, ("frequency_from_letter", *reasons))


def _weekdays(plain: str) -> tuple[str, bool]:
    """ISO digits, and whether the letter names them."""
    if left_out := _NOT_THESE.search(plain):
        missing = "67" if "cuối tuần" in left_out["days"] else _named(left_out["days"])
        return "".join(day for day in ALL_DAYS if day not in missing), True
    if span := _DAY_RANGE.search(plain):
        first, last = int(_named(span["first"])), int(_named(span["last"]))
        if first <= last:
            return "".join(str(day) for day in range(first, last + 1)), True
    for listed in _DAYS.finditer(plain):
        # A day with a date ("thứ Bảy, ngày 15/5") is an event, not a rhythm.
        if not _DATED_AFTER.match(plain, listed.end()):
            return _named(listed.group()), True
    return ("67", True) if _WEEKEND.search(plain) else (ALL_DAYS, False)


def _named(words: str) -> str:
    days = {_NUMBERS[word] for word in re.findall(rf"\b{_NAME}\b", words)}
    if re.search(r"chủ\s+nhật|\bcn\b", words):
        days.add(7)
    return "".join(str(day) for day in sorted(days))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS[word]
