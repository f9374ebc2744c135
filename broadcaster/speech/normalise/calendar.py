"""Times of day, dates, months, quarters and school years."""

from __future__ import annotations

import re

from broadcaster.speech.normalise.forms import BEGIN, DAY, END, MONTH, YEAR, Match, Rule, rule
from broadcaster.speech.normalise.numbers import day, month, number, ordinal, roman

_HALVES = {"SA": " sáng", "AM": " sáng", "CH": " chiều", "PM": " chiều"}


def rules() -> list[Rule]:
    return [*_times(), *_ranges(), *_dates()]


def _times() -> list[Rule]:
    hour, minute = r"([01]?\d|2[0-4])", r"([0-5]\d)"
    return [
        rule(r"(?:(?<=\dh)|(?<=h\d\d)|(?<=:\d\d)|(?<=giờ))\s?[-–]\s?(?=\d{1,2}\s?(?:h|:|giờ))", " đến "),
        rule(rf"(?<![\d:]){hour}:{minute}:{minute}(?:\s?(SA|CH|AM|PM)\b)?(?![\d:])",
             lambda m: f"{_hour(m)} {number(int(m[3]))} giây{_HALVES.get(m[4] or '', '')}"),
        rule(rf"(?<![\d:]){hour}:{minute}\s?(SA|CH|AM|PM)\b", lambda m: f"{_hour(m)}{_HALVES[m[3]]}"),
        rule(rf"\b{hour}\s?(?:h|:|giờ)\s?{minute}(?:\s?phút\b|\s?ph?\b|['’′])?(?!\w)", _hour),
        rule(rf"\b{hour}h(?!\w)", lambda m: f"{number(int(m[1]))} giờ"),
    ]


def _hour(m: Match) -> str:
    return f"{number(int(m[1]))} giờ" + (f" {number(int(m[2]))} phút" if int(m[2]) else "")


def _ranges() -> list[Rule]:
    named = r"((?:ngày|hôm|mùng|mồng)\s+)?"
    to = r"(?:\s?[-–]\s?|\s+đến\s+(?:hết\s+)?(?:ngày\s+)?)"
    return [
        rule(rf"{BEGIN}{named}{DAY}\s?[-–]\s?{DAY}/{MONTH}(?:/{YEAR})?{END}",
             lambda m: f"{m[1] or 'ngày '}{day(m[2])} đến ngày {day(m[3])} tháng {month(m[4])}{_year(m[5])}", re.I),
        rule(rf"{BEGIN}{named}{DAY}/{MONTH}{to}{DAY}/{MONTH}(?:/{YEAR})?{END}",
             lambda m: f"{m[1] or 'ngày '}{day(m[2])} tháng {month(m[3])} đến ngày {day(m[4])} tháng {month(m[5])}"
                       f"{_year(m[6])}", re.I),
        rule(rf"\b(từ ngày|các ngày)\s+{DAY}\s?[-–]\s?{DAY}(?![\w/.,-]|\s?[-–])",
             lambda m: f"{m[1]} {day(m[2])} đến ngày {day(m[3])}", re.I),
        rule(rf"\b(quý)\s+([IV]+|[1-4])(?:/{YEAR})?\b", _quarter, re.I),
    ]


def _dates() -> list[Rule]:
    named = r"((?:ngày|hôm|mùng|mồng)\s+)?"
    before = r"ngày|sáng|trưa|chiều|tối|đêm|hôm|từ|đến|trước|sau|hết|vào|chủ nhật"
    return [
        rule(rf"{BEGIN}{named}{DAY}\s?([/.-])\s?{MONTH}\s?\3\s?{YEAR}{END}",
             lambda m: f"{m[1] or 'ngày '}{day(m[2])} tháng {month(m[4])}{_year(m[5])}", re.I),
        rule(rf"{BEGIN}(tháng\s+)?{MONTH}/{YEAR}{END}", lambda m: f"{m[1] or 'tháng '}{month(m[2])}{_year(m[3])}",
             re.I),
        rule(rf"\b(tháng\s+){MONTH}\s?[-–]\s?{YEAR}{END}", lambda m: f"{m[1]}{month(m[2])}{_year(m[3])}", re.I),
        rule(rf"\b(tháng)/{YEAR}{END}", lambda m: f"{m[1]}{_year(m[2])}", re.I),
        rule(rf"(?:\b({before})\s+|(?<=kỷ niệm )|(?<=lễ )|(?<=dịp )|(?<=mừng )){DAY}/{MONTH}{END}", _short_date, re.I),
        rule(rf"\b(thứ)\s+([2-7])(,?\s*\(?){DAY}/{MONTH}{END}",
             lambda m: f"{m[1]} {ordinal(int(m[2]))}, ngày {day(m[4])} tháng {month(m[5])}", re.I),
        rule(rf"\b(ngày|sáng|chiều|tối)\s+{DAY}-{MONTH}(?![\w/-])", _short_date, re.I),
        rule(rf"\b(ngày|mùng|mồng)\s+{DAY}\b(?![.,]?\d)",
             lambda m: f"{m[1]} {day(m[2]) if m[1].lower() == 'ngày' else number(int(m[2]))}", re.I),
        rule(rf"\b(tháng)\s+{MONTH}\b(?![.,]?\d)", lambda m: f"{m[1]} {month(m[2])}", re.I),
        rule(rf"\b(năm|giai đoạn|nhiệm kỳ|niên khóa|năm học)\s+{YEAR}\s?[-–]/?\s?{YEAR}\b",
             lambda m: f"{m[1]} {number(int(m[2]))} đến {number(int(m[3]))}", re.I),
        rule(r"(?:(?<=\b[2-7], )|(?<=\b[2-7] và )|(?<=[Tt]hứ bảy, )|(?<=[Ss]áng )|(?<=[Cc]hiều ))CN\b", "chủ nhật"),
    ]


def _year(text: str | None) -> str:
    return f" năm {number(int(text))}" if text else ""


def _short_date(m: Match) -> str:
    named = m[1] or "ngày"
    return f"{named}{'' if named.lower() == 'ngày' else ' ngày'} {day(m[2])} tháng {month(m[3])}"


def _quarter(m: Match) -> str:
    value = roman(m[2].upper()) or (int(m[2]) if m[2].isdecimal() else 0)
    return f"{m[1]} {number(value)}" + (f" năm {number(int(m[3]))}" if m[3] else "") if value else m[0]
