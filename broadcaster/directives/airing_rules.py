"""From a letter's wording to a proposal for the loudspeakers. A person confirms it; nothing airs by itself.

The wordings are those of real letters (docs/glossary.md names the terms): "ít nhất 02 lần/ngày", "vào sáng Chủ nhật
hàng tuần", "từ nay đến hết ngày 31/8", "cao điểm từ tháng 7 đến tháng 4", "tiếp âm … vào sáng ngày 15/5".
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from broadcaster.base.vietnamese import fold
from broadcaster.directives.airing_words import Rhythm, rhythm
from broadcaster.directives.model import AiringProposal, Directive, ParsedLetter
from broadcaster.directives.relay_words import relay_event

_RADIO = re.compile(r"truyen\s+thanh|thong\s+tin\s+co\s+so|loa\s+(?:phat|truyen|phuong|keo|cong\s+cong)"
                    r"|phat\s+thanh(?!\s*(?:[-–,]|va)\s*truyen\s+hinh)|tiep\s+am|tiep\s+song")
_DISTRIBUTION = re.compile(r"noi\s+nhan")
_PRIORITY = re.compile(r"uu\s+tien[^.;]{0,80}?(?:phat|thoi\s+luong)|tang\s+(?:cuong\s+)?thoi\s+luong[^.;]{0,40}?phat")
_RELAY = re.compile(r"tiep\s+(?:am|thanh|song)\b")
_REPEAT = re.compile(r"dinh\s+ky[^.;]{0,20}?nhac\s+lai|nhac\s+(?:di\s+)?nhac\s+lai"
                     r"|thuong\s+xuyen[^.;]{0,60}?tuyen\s+truyen|tuyen\s+truyen[^.;]{0,40}?thuong\s+xuyen")
_AIRS = re.compile(r"phát\s+(?:thanh|sóng|trên|nội dung|bài|tin|thông|bản)|truyền thanh|trên loa|loa\s+(?:phát|truyền)"
                   r"|tần suất|thời lượng|lần/", re.IGNORECASE)
_DURATION = re.compile(r"(?:trong|liên tục|thời gian|kéo dài)\s+(?:vòng\s+|thời gian\s+|ít nhất\s+|liên tục\s+|là\s+)*"
                       r"(\d{1,3})\s*(?:\(\w+\)\s*)?(ngày|tuần|tháng)\b"
                       r"(?!\s*(?:/|kể từ ngày nhận|làm việc))", re.IGNORECASE)
_LENGTHS = {"ngày": 1, "tuần": 7, "tháng": 30}
_MOST_DAYS = 366


def propose(letter: ParsedLetter | Directive, received: date, default_times: int = 2,
            default_days: int = 10) -> AiringProposal | None:
    """Times a day, first and last day, urgency, and why; None when the letter asks nothing of the loudspeakers.

    `default_times`, `default_days`: taken where the letter names no figure, and said so in the reasons.
    """
    body = _body(letter.text)
    plain = fold(body)
    if not letter.value("airing_frequency") and not _RADIO.search(plain):
        return None
    told = _rhythm(letter, body)
    reasons = list(told.reasons)
    if not told.times:
        if "frequency_within_the_day" not in reasons:
            reasons.append("repeat_asked" if _REPEAT.search(plain) else "frequency_unsaid")
        reasons.append("frequency_default")
    first, last = _window(letter, body, received, default_days, reasons)
    urgency = _urgency(letter, plain, reasons)
    relay = relay_event(body, letter.value("issued_date"), received)
    if relay:
        reasons.append("relay_event")
    elif _RELAY.search(plain):
        reasons.append("relay_asked")
    return AiringProposal(told.times or default_times, first, last, told.weekdays, urgency, tuple(reasons),
                          told.at_least, told.parts, relay, told.week)


def _body(text: str) -> str:
    """Without the list of who gets a copy: it names stations that are asked nothing."""
    cut = text[:200_000]
    found = _DISTRIBUTION.search(fold(cut)) if len(fold(cut)) == len(cut) else None
    return cut[: found.start()] if found else cut


def _rhythm(letter: ParsedLetter | Directive, body: str) -> Rhythm:
    """The field that was read (or corrected by a person) first; then the sentences that speak of airing."""
    words = str(letter.value("airing_frequency") or "")
    told = rhythm(words) if words else Rhythm()
    corrected = letter.fields["airing_frequency"].source == "operator" if "airing_frequency" in letter.fields else False
    if told.times or corrected:
        return told if corrected else _with_days(told, letter.fields["airing_frequency"].span, body)
    sentences = [part for part in re.split(r"(?<=[.;])\s+|\n\s*\n", body) if _AIRS.search(part)]
    for sentence in sentences[:200]:
        other = rhythm(sentence)
        if other.times:
            return other
    return told


def _with_days(told: Rhythm, span: tuple[int, int] | None, body: str) -> Rhythm:
    """The field holds the figure; its own sentence may name weekdays and times of day besides."""
    if span is None or "weekdays_from_letter" in told.reasons:
        return told
    start = max(body.rfind(mark, 0, span[0]) + 1 for mark in (".", ";", "\n\n"))
    ends = [end for mark in (".", ";", "\n\n") if (end := body.find(mark, span[1])) >= 0]
    around = rhythm(body[start: min(ends, default=len(body))])
    return around if around.times else told


def _window(letter: ParsedLetter | Directive, body: str, received: date, default_days: int,
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
    length = next((int(found[1]) * _LENGTHS[found[2].lower()] for sentence in re.split(r"[.;]\s|\n\s*\n", body)
                   if _AIRS.search(sentence) and (found := _DURATION.search(sentence))), 0)
    if 0 < length <= _MOST_DAYS and "window_passed" not in reasons:
        reasons.append("window_counted")
        return start, start + timedelta(days=length - 1)
    reasons.append("window_default")
    return start, start + timedelta(days=max(1, default_days) - 1)


def _urgency(letter: ParsedLetter | Directive, plain: str, reasons: list[str]) -> str:
    # The mark speeds the paper; only a person may call a message an emergency, which breaks into programmes.
    for code, holds in (("urgency_mark", bool(letter.value("urgency"))),
                        ("urgency_type", letter.value("doc_type") == "cong_dien"),
                        ("priority_asked", bool(_PRIORITY.search(plain)))):
        if holds:
            reasons.append(code)
            return "priority"
    return "routine"


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None
