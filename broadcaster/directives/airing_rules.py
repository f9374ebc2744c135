"""From a letter's wording to a proposal for the loudspeakers. A person confirms it; nothing airs by itself."""

from __future__ import annotations

import re
from datetime import date, timedelta

from broadcaster.base.vietnamese import fold
from broadcaster.directives.form.duties import times_of
from broadcaster.directives.model import AiringProposal, Directive, ParsedLetter

_RADIO = re.compile(r"truyen\s+thanh|thong\s+tin\s+co\s+so|loa\s+(?:phat|truyen)|phat\s+thanh(?!\s*(?:[-–,]"
    r"|va)\s*truyen\s+hinh)"
                    r"|tiep\s+am|tiep\s+song")
_DISTRIBUTION = re.compile(r"noi\s+nhan")
_PRIORITY = re.compile(r"uu\s+tien[^.;]{0,80}?(?:phat|thoi\s+luong)")
_RELAY = re.compile(r"tiep\s+(?:am|thanh|song)\s+(?:day\s+du|truc\s+tiep|chuong\s+trinh)")
_DAYS = {"hai": "1", "ba": "2", "tu": "3", "nam": "4", "sau": "5", "bay": "6",
         "2": "1", "3": "2", "4": "3", "5": "4", "6": "5", "7": "6"}
_SPREAD = {1: "6", 2: "36", 3: "246", 4: "1356", 5: "12345", 6: "123456"}
"""So many airings a week, spread over it: Saturday is when most people are at home."""
_MOST_TIMES = 24
_MOST_DAYS = 366


def propose(letter: ParsedLetter | Directive, received: date, default_times: int = 2,
            default_days: int = 10) -> AiringProposal | None:
    """Times a day, first and last day, urgency, and why; None when the letter asks nothing of the loudspeakers."""
    body = _body(letter.text)
    if not letter.value("airing_frequency") and not _RADIO.search(body):
        return None
    reasons: list[str] = []
    times, weekdays = _rhythm(str(letter.value("airing_frequency") or ""), default_times, reasons)
    first, last = _window(letter, received, default_days, reasons)
    urgency = _urgency(letter, body, reasons)
    if _RELAY.search(body):
        reasons.append("relay_asked")
    return AiringProposal(times, first, last, weekdays, urgency, tuple(reasons))


def _body(text: str) -> str:
    plain = fold(text[:200_000])
    end = _DISTRIBUTION.search(plain)
    return plain[: end.start()] if end else plain


def _rhythm(words: str, default_times: int, reasons: list[str]) -> tuple[int, str]:
    counted = times_of(words) if words else None
    plain = fold(words)
    if counted and counted[1] == "tuan":
        reasons.append("frequency_weekly")
        per_week = max(1, counted[0])
        return max(1, round(per_week / 7)), _SPREAD.get(per_week, "1234567")
    if counted and counted[1] in {"ngay", "buoi"}:
        reasons.append("frequency_from_letter")
        if "chu nhat" in plain:
            reasons.append("more_at_weekends")
        times = counted[0] * (2 if counted[1] == "buoi" else 1)
        return min(max(1, times), _MOST_TIMES), "1234567"
    if "hang tuan" in plain:
        day = re.search(r"thu\s+(\w+)\s+hang", plain)
        reasons.append("frequency_weekly")
        return 1, _DAYS.get(day.group(1), "7") if day else "7"
    reasons.append("frequency_default")
    return default_times, "1234567"


def _window(letter: ParsedLetter | Directive, received: date, default_days: int,
            reasons: list[str]) -> tuple[date, date]:
    first, last = _day(letter.value("campaign_start")), _day(letter.value("campaign_end"))
    if last is not None and last < received:
        # An old letter registered today: the days it names are gone, so a person decides anew.
        reasons.append("window_passed")
    elif last is not None:
        reasons.append("window_from_letter")
        start = max(first or received, received)
        return start, min(last, start + timedelta(days=_MOST_DAYS))
    start = max(first, received) if first and last is None else received
    reasons.append("window_default")
    return start, start + timedelta(days=max(1, default_days) - 1)


def _urgency(letter: ParsedLetter | Directive, body: str, reasons: list[str]) -> str:
    # The mark speeds the paper; only a person may call a message an emergency, which breaks into programmes.
    if letter.value("urgency"):
        reasons.append("urgency_mark")
        return "priority"
    if letter.value("doc_type") == "cong_dien":
        reasons.append("urgency_type")
        return "priority"
    if _PRIORITY.search(body):
        reasons.append("priority_asked")
        return "priority"
    return "routine"


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None
