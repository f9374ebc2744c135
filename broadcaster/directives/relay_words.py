"""The one programme of a station above that a letter asks to relay: its day, and its hour if the letter says it."""

from __future__ import annotations

import re
from datetime import date

from broadcaster.base.vietnamese import nfc
from broadcaster.directives.airing_words import PARTS
from broadcaster.directives.form import days
from broadcaster.directives.model import RelayProposal

_ASKED = re.compile(r"tiếp\s+(?:âm|thanh|sóng)\b", re.IGNORECASE)
_DAY = re.compile(r"(?:ngày\s+)" + days.DAY.format("b"), re.IGNORECASE)
_PAPER = re.compile(r"số\s*:?\s*\d[^\s]*/[^\s]+\s*,?\s*\Z", re.IGNORECASE)
_PART = re.compile(r"\b(sáng|trưa|chiều|tối)\b(?!\s+thiểu)", re.IGNORECASE)
_TIME = re.compile(r"(?<![\d/])([01]?\d|2[0-3])\s?(?:giờ|h|g|:)\s?([0-5]\d)?(?:\s?phút)?(?![\d/])", re.IGNORECASE)
_PROGRAMME = re.compile(r"(?:chương trình|lễ|buổi|phiên|hội nghị|bài)\s[^.;]{5,160}?"
                        r"(?=\s*(?:,?\s*(?:vào|lúc|từ|bắt đầu)\b|\bngày\s+\d|[.;(]|$))", re.IGNORECASE)
_AROUND = 400


def relay_event(text: str, issued: str | None, received: date) -> RelayProposal | None:
    """The relay with a day of its own; a daily relay of the news is the schedule's affair, not an event.

    A year that is not written is that of the issue, or the next one for a day before it.
    """
    plain = nfc(text)
    events = []
    for found in _ASKED.finditer(plain):
        start, end = _sentence(plain, found.start())
        if event := _event(" ".join(plain[start:end].split()), issued, received):
            events.append(event)
    # A heading names the programme only; the sentence that asks also names the part of the day.
    return max(events, key=lambda event: bool(event.time) + bool(event.part_of_day), default=None)


def _event(sentence: str, issued: str | None, received: date) -> RelayProposal | None:
    told = next((day for found in _DAY.finditer(sentence) if not _PAPER.search(sentence, 0, found.start())
                 and (day := _day(found, issued, received))), None)
    if told is None:
        return None
    part, hour = _PART.search(sentence), _TIME.search(sentence)
    programme = _PROGRAMME.search(sentence)
    return RelayProposal(told, PARTS[part[1].lower()] if part else "",
                         f"{int(hour[1]):02}:{hour[2] or '00'}" if hour else "",
                         programme.group().strip(" ,") if programme else "")


def _day(found: re.Match[str], issued: str | None, received: date) -> date | None:
    day, month, year = days.parts(found, "b")
    written = days.iso(day, month, year or days.year_of(issued) or received.year)
    if written is None:
        return None
    told = date.fromisoformat(written)
    if year is None and issued and len(issued) == 10 and written < issued:
        later = days.iso(day, month, told.year + 1)
        return date.fromisoformat(later) if later else None
    return told


def _sentence(text: str, place: int) -> tuple[int, int]:
    """From the full stop or line before to the one behind; a dot inside a date or an abbreviation ends nothing."""
    start = max(text.rfind(mark, max(0, place - _AROUND), place) + len(mark) for mark in (". ", ";", "\n\n", ":\n"))
    start = max(start, place - _AROUND, 0)
    ends = [end for mark in (". ", ".\n", ";", "\n\n") if (end := text.find(mark, place, place + _AROUND)) >= 0]
    return start, min(ends, default=min(len(text), place + _AROUND))
