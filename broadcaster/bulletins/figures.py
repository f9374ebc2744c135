"""The figures of a text whatever their form: days, hours, phones, amounts. What a bulletin must not lose."""

from __future__ import annotations

import re
from dataclasses import dataclass

from broadcaster.bulletins.page_marks import GROUNDS

_TIMES = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}
_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_SIGNED = re.compile(r"\b\d+[A-ZĐ]?\s?/\s?(?:\d{4}\s?/\s?)?[A-ZĐ][\w&]*(?:\s?-\s?[A-ZĐ][\w&]*)*")
_CITED = re.compile(r"(?:Nghị quyết|Nghị định|Công văn|Công điện|Kế hoạch|Quyết định|Chỉ thị|Thông báo|Thông tư"
                    r"|Phương án|Hướng dẫn|Luật|văn bản)\s+số:?\s+\d+[\w/\-&]*(?:,?\s+ngày"
                    r"\s+\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{4})?", re.I)
_LINK = re.compile(r"<?\b(?:https?://|www\.)[^\s<>]+>?")
_IN_WORDS = re.compile(rf"\b({'|'.join(_WORDS)})\s+(?:ngày|lần|giờ|hộ|người|con|tháng|tuần|triệu|nghìn|đồng|thôn|khu"
                       r"|mét)\b", re.I)
_FIGURE = re.compile(
    r"(?P<phone>(?<![\d/.,])(?:\+84|0|1[89]00)[\d .\-]{6,14}\d(?![\d/]))"
    r"|(?P<date>\b\d{1,2}\s*[/\-.]\s*\d{1,2}\s*[/\-.]\s*\d{4}\b|\b\d{1,2}\s?/\s?\d{1,2}\b(?!\s*giờ)"
    r"|\b\d{1,2}\s+tháng\s+\d{1,2}\b(?:\s+năm\s+\d{4})?)"
    r"|(?P<clock>\b\d{1,2}\s?(?:giờ|h|g)\b(?:\s?\d{2}\b(?!\s*[/%\d]))?|\b\d{1,2}[hg:]\d{2}\b)"
    r"|(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?:\s+(?P<times>nghìn|ngàn|triệu|tỷ|tỉ)\b)?", re.I)


@dataclass(frozen=True)
class Figure:
    """One of them."""

    value: str
    """The same for every way to write it."""
    text: str
    """As it stands."""
    start: int
    end: int


def figures(text: str) -> list[Figure]:
    """In order; the numbers of cited documents and links are none."""
    masked = re.sub(r"\((0\d{2,3})\)(?=[ .\-]?\d)", r" \1 ", text)
    for pattern in (_LINK, GROUNDS, _CITED, _SIGNED):
        masked = pattern.sub(lambda found: " " * len(found[0]), masked)
    return [Figure(value, found[0].strip(), found.start(), found.end()) for found in _FIGURE.finditer(masked)
            if (value := _value(found))]


def values(text: str) -> frozenset[str]:
    """The figures a text tells; small numbers in words count too."""
    told = {figure.value for figure in figures(text)}
    return frozenset(told | {str(_WORDS.index(found[1].lower()) + 1) for found in _IN_WORDS.finditer(text)})


def _value(found: re.Match[str]) -> str:
    digits = re.findall(r"\d+", found[0])
    if found["phone"]:
        return "".join(digits)
    if found["date"]:
        day, month = int(digits[0]), int(digits[1])
        return f"{day}.{month}" if 1 <= day <= 31 and 1 <= month <= 12 else found[0].replace(" ", "")
    if found["clock"]:
        return f"{int(digits[0])}:{int(digits[1]) if len(digits) > 1 else 0:02d}"
    return _amount(found["number"], found["times"])


def _amount(number: str, times: str | None) -> str:
    value = float(number.replace(".", "").replace(",", "."))
    value *= _TIMES[times.lower()] if times else 1
    return f"{value:.6f}".rstrip("0").rstrip(".")
