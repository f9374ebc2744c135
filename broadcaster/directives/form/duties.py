"""What is asked in figures: when to air, how often, when to report."""

from __future__ import annotations

import itertools
import re

from broadcaster.directives.form import days
from broadcaster.directives.form.layout import Letter, found, tidy
from broadcaster.directives.model import Field

_CLOCK = r"(?:\d{1,2}\s?(?:giờ|[hgH])\s?\d{0,2}(?:\s*phút)?,?\s+)?"
_RANGE = re.compile(rf"(?:[Tt]ừ\s+(?:nay\s+)?|(?:[Tt]hời gian"
                    rf"|THỜI GIAN)[^.:\n]{{0,60}}:\s*(?:[Tt]ừ\s+)?){_CLOCK}(?:ngày\s+)?"
                    + days.DAY.format("a")
                    + rf"\s*,?\s*(?:đến|tới|-|–|(?:và\s+)?kết thúc(?:\s+vào)?)"
                    rf"\s+(?:hết\s+)?{_CLOCK}(?:hết\s+)?(?:ngày\s+)?(?:hết ngày\s+)?"
                    + days.DAY.format("b"))
_MONTHS = re.compile(r"[Tt]ừ\s+tháng\s+(?P<am>\d{1,2})(?:\s?[/-]\s?(?P<ay>(?:19|20)\d\d))?\s+(?:đến"
    r"|tới)\s+(?:hết\s+)?"
                     r"(?:tháng\s+(?P<bm>\d{1,2})(?!\d|[/-]\d{1,2}[/-])(?:(?:\s?[/-]\s?|\s+năm\s+)(?P<by>(?:19"
                     r"|20)\d\d))?"
                     r"|(?P<bm2>\d{1,2})\s?[/-]\s?(?P<by2>(?:19|20)\d\d)|năm\s+(?P<byy>(?:19|20)\d\d))")
_QUARTER = re.compile(r"[Tt]rong\s+quý\s+(?P<q>III|II|IV|I|[1-4])(?:\s?[/-]\s?|\s+năm\s+|,?\s+)(?P<by>(?:19|20)\d\d)")
# "trong các ngày 02, 03 và 04/01/2025"
_DAY_LIST = re.compile(r"(?:[Tt]rong|[Vv]ào)\s+(?:các|hai|ba|\d{1,2})\s+ngày\s*:?\s+(?P<ad>\d{1,2})"
                       r"(?:\s*,\s*\d{1,2}){0,6}\s*(?:,|và|-|–)\s*"
                       + days.DAY.format("b"))
_UNTIL_MONTH = re.compile(r"(?:[Tt]ừ\s+(?P<now>nay)\s+)?(?:cho\s+)?đến\s+hết\s+"
                          r"(?:tháng\s+(?P<bm>\d{1,2})(?!\s?[/-]\s?\d{1,2}[/-])"
                          r"(?:(?:\s?[/-]\s?|\s+năm\s+)(?P<by>(?:19|20)\d\d))?|năm\s+(?P<byy>(?:19|20)\d\d))")
_FROM_NOW = re.compile(r"[Tt]ừ\s+(?:nay|ngày\s+(?:nhận|ban hành)[^.;]{0,30}?)\s+(?:cho\s+)?(?:đến"
    r"|tới)\s+(?:hết\s+)?(?:ngày\s+)?"
                       + days.DAY.format("b"))
_ONE_MONTH = re.compile(r"[Tt]rong\s+(?:cả\s+)?tháng\s+(?P<bm>\d{1,2})(?:\s?[/-]\s?|\s+năm\s+)(?P<by>(?:19|20)\d\d)")
# "từ 13-15/5/2019": the month stands behind the second day only.
_SHORT_RANGE = re.compile(r"[Tt]ừ\s+(?:ngày\s+)?(?P<ad>\d{1,2})\s?[-–]\s?(?P<bd>\d{1,2})\s?[/.]\s?(?P<bm>\d{1,2})"
                          r"(?:\s?[/.]\s?(?P<by>(?:19|20)\d\d))?")
_ONE_DAY = re.compile(r"trong\s+(?:một\s+|01\s+)?ngày\s+" + days.DAY.format("b"))
_UNTIL = re.compile(r"(?:liên tục |thường xuyên |cho )?đến hết ngày\s+" + days.DAY.format("b"))
_SINCE = re.compile(r"(?:[Kk]ể\s+)?[Tt]ừ\s+ngày\s+" + days.DAY.format("b") + r"(?!\s*(?:trở về|,?\s*(?:đến|tới|-"
    r"|–)))")
_NOW = re.compile(r"[Tt]ừ\s+nay\s+(?:cho\s+)?(?:đến|tới)\s+(?=[^\d\s])(?!hết|ngày|tháng|năm)")
_OPEN = ((_UNTIL, 0.55), (_SINCE, 0.55), (_UNTIL_MONTH, 0.55), (_NOW, 0.5))
_CLOSED = ((_RANGE, 0.9), (_SHORT_RANGE, 0.9), (_MONTHS, 0.9), (_FROM_NOW, 0.75), (_ONE_MONTH, 0.85), (_ONE_DAY, 0.65),
           (_QUARTER, 0.8), (_DAY_LIST, 0.7))
_FOR_AIRING = re.compile(r"cao điểm|thời gian|phát thanh|phát sóng|truyền thanh|tuyên truyền|treo |lần/|tập trung"
    r"|tiếp âm|tháng hành động|tuần lễ|\bloa\b"
                         r"|thực hiện|phát ", re.IGNORECASE)
_NOT_AIRING = re.compile(r"tập huấn|hội nghị|tham gia lớp"
                         r"|diễn ra|giai đoạn|nhiệm kỳ|căn cứ|theo quy định|kết quả thực hiện từ", re.IGNORECASE)
_COUNT = r"(?:\d{1,2}(?:\s?(?:[-–]|đến)\s?\d{1,2})?|một|hai|ba|bốn|năm)"
_LEAST = r"(?:(?:ít nhất|tối thiểu|không dưới|từ)\s+(?:là\s+)?)?"
_FREQUENCY = re.compile(
    rf"{_LEAST}{_COUNT}\s*(?:lần|lượt|buổi)\s*(?:phát(?:\s+(?:thanh|sóng))?\s*)?(?:/|trên|mỗi|một"
    rf"|trong)\s*(?:một\s+|01\s+)?"
    rf"(?:ngày|tuần|buổi|tháng)|\b(?:mỗi|một|hằng|hàng|01)?\s?\b(?:ngày|tuần)\s+(?:phát(?:\s+(?:thanh|sóng))?\s+)?"
    rf"{_LEAST}{_COUNT}\s*(?:lần|lượt|buổi)\b",
    re.IGNORECASE)
_AIRED = re.compile(r"phát|truyền thanh|tuyên truyền|thông báo|tần suất|thời lượng|\bloa\b|\bđài\b|tiếp âm|nhắc",
                    re.IGNORECASE)
_OURS = re.compile(r"cơ sở|cấp xã|\bxã\b|phường|loa", re.IGNORECASE)
_OTHER_WORK = re.compile(r"báo cáo|\bhọp\b|kiểm tra|\bphun\b|\buống\b|\brửa\b|vệ sinh|thu gom|giao ban|tưới",
                         re.IGNORECASE)
_WEEKDAY = r"(?:thứ\s+(?:Hai|Ba|Tư|Năm|Sáu|Bảy|[2-7])|Chủ\s+nhật)"
_WEEKDAYS = (rf"(?:(?:buổi\s+)?(?:sáng|trưa|chiều|tối)\s+)?(?:(?:các\s+)?ngày\s+)?{_WEEKDAY}(?:(?:\s*,\s*"
             rf"|\s+và\s+|\s*,?\s+đến\s+)"
             rf"{_WEEKDAY}){{0,6}}")
_WEEKLY = re.compile(rf"{_WEEKDAYS}\s+(?:hàng|hằng)\s+tuần|(?:hàng|hằng)\s+tuần,?\s+vào\s+{_WEEKDAYS}")
_EVERY = re.compile(r"\b\d{1,3}\s*(?:phút|giờ|tiếng)(?:\s+(?:một|1|01))?\s*/?\s*lần\b", re.IGNORECASE)
_DAILY = re.compile(r"\b(?:hằng|hàng|mỗi)\s+ngày,?\s+(?:vào\s+)?(?:lúc|các khung giờ|khung giờ)"
                    r"\s+\d{1,2}\s?[hgiờ:]{1,3}\s?\d{0,2}"
                    r"(?:\s*(?:,|và)\s*\d{1,2}\s?[hgiờ:]{1,3}\s?\d{0,2}){0,5}", re.IGNORECASE)
_REMIND = re.compile(r"thường xuyên[^.]{0,80}?\bđịnh kỳ\s+nhắc\s+lại")
_FITTING = re.compile(r"vào\s+(?:các\s+)?(?:thời điểm thích hợp|(?:thời điểm|giờ) có đông người nghe"
    r"|khung giờ (?:cao điểm|vàng|phù hợp))")
_WEEKEND = re.compile(r"tăng\s+(?:thêm\s+)?thời lượng[^.;]{0,60}?(?P<days>thứ Bảy và Chủ nhật|thứ Bảy, Chủ nhật"
    r"|thứ 7 và Chủ nhật)")
_DUE = re.compile(r"(?:[Tt]rước|[Cc]hậm nhất|[Hh]ạn(?: cuối| báo cáo| gửi)?|[Mm]uộn nhất)\s*:?\s+(?:là\s+"
                  r"|đến\s+|vào\s+)*"
                  r"(?:\d{1,2}\s?(?:giờ|[hg])\s?\d{0,2}\s*(?:phút)?,?\s*)?(?:(?:hết\s+)?ngày\s+"
                  r"|(?=\d{1,2}[/-]\d{1,2}[/-](?:19|20)))"
                  + days.DAY.format("b"))
_OTHER_DUE = re.compile(r"(?:hoàn thành|trang trí|treo|sơ tán|xong|khắc phục|đăng ký)\b(?![^.;]*(?:báo cáo"
                        r"|kết quả|gửi))")
_REPORT = re.compile(r"báo cáo|kết quả|tổng hợp", re.IGNORECASE)
_ON_REQUEST = re.compile(r"[Bb]áo cáo[^.]{0,160}?khi\s+(?:có\s+|được\s+)?yêu\s+cầu")


def window(letter: Letter, issued: str | None) -> tuple[Field, Field]:
    """First and last day asked for, both inclusive; years of titles and of events are no window."""
    told = _window(letter, issued, _CLOSED) or _window(letter, issued, _OPEN)
    if told:
        return told
    # Days stand there, yet of something else as it seems: a person may know better.
    other = _window(letter, issued, _CLOSED[:2], least=-9)
    none = Field(None, None, 0.55 if other else 0.85)
    return none, none


def _window(letter: Letter, issued: str | None, patterns: tuple[tuple[re.Pattern[str], float], ...], least: int = 1
            ) -> tuple[Field, Field] | None:
    best: tuple[int, int, Field, Field] | None = None
    for pattern, sure in patterns:
        for match in itertools.islice(pattern.finditer(letter.flow, *letter.body_span), 300):
            first, last = _days_of(pattern, match, issued)
            weight = _weight(letter, match)
            if (first is None and last is None) or weight < least:
                continue
            span = match.start(), match.end()
            rank = (-weight, match.start())
            if best is None or rank < best[:2]:
                confidence = sure if weight > 1 else sure - 0.15
                best = (*rank, Field(first, span if first else None, confidence if first else 0.5),
                        Field(last, span if last else None, confidence))
    return (best[2], best[3]) if best else None


def _days_of(pattern: re.Pattern[str], match: re.Match[str], issued: str | None) -> tuple[str | None, str | None]:
    year = days.year_of(issued)
    if pattern in (_MONTHS, _ONE_MONTH, _QUARTER, _UNTIL_MONTH):
        return _months_of(pattern, match, issued)
    if pattern is _NOW:
        return (issued if issued and len(issued) == 10 else None), None
    day, month_or_none, written = days.parts(match, "b")
    last = _coming(days.iso(day, month_or_none, written or year), issued, written)
    year = days.year_of(last) or year
    if pattern is _FROM_NOW:
        return (issued if last and issued and len(issued) == 10 else None), last
    if pattern is _ONE_DAY:
        return last, last
    if pattern in (_UNTIL, _SINCE):
        return (last, None) if pattern is _SINCE else (None, last)
    first_day, first_month, named_year = days.parts(match, "a")
    begins = named_year or written or year
    first = days.iso(first_day, first_month or month_or_none, begins)
    if pattern is _DAY_LIST:
        begins, first = year, days.iso(int(match["ad"]), month_or_none, year)
    if first and last and first > last and begins:
        first = days.iso(first_day, first_month or month_or_none, begins - 1)
    return (first, last) if first and last else (None, None)


def _coming(day: str | None, issued: str | None, written: int | None) -> str | None:
    """A day without a year in a letter of December: the January that follows, not the one long gone."""
    if day is None or written or not issued or len(issued) < 7 or day[:7] >= issued[:7]:
        return day
    gone = (int(issued[:4]) - int(day[:4])) * 12 + int(issued[5:7]) - int(day[5:7])
    return f"{int(day[:4]) + 1}{day[4:]}" if gone >= 6 else day


def _months_of(pattern: re.Pattern[str], match: re.Match[str], issued: str | None) -> tuple[str | None, str | None]:
    """First and last day of the months, the quarter or the rest of the year named."""
    named = match.groupdict()
    if pattern is _QUARTER:
        quarter = {"I": 1, "II": 2, "III": 3, "IV": 4}.get(named["q"]) or int(named["q"])
        year = int(named["by"])
        return days.first_of_month(3 * quarter - 2, year), days.last_of_month(3 * quarter, year)
    month = 12 if named.get("byy") else int(named.get("bm") or named.get("bm2") or 0)
    written = named.get("byy") or named.get("by") or named.get("by2")
    begun = named.get("ay") or (issued or "")[:4]
    if not written and not begun:
        return None, None
    last = days.last_of_month(month, int(written or begun))
    if pattern is _UNTIL_MONTH:
        now = issued if named["now"] and issued and len(issued) == 10 else None
        return now, _coming(last, issued, int(written) if written else None)
    if pattern is _ONE_MONTH:
        return days.first_of_month(month, int(written or begun)), last
    first_month = int(named["am"])
    if not written and month < first_month:
        last = days.last_of_month(month, int(begun) + 1)
    first_year = int(named["ay"] or (last or begun)[:4])
    if not named["ay"] and first_month > month:
        first_year -= 1
    return days.first_of_month(first_month, first_year), last


def _weight(letter: Letter, match: re.Match[str]) -> int:
    unit = letter.unit_at(match.start())
    before = letter.flow[max(unit.start if unit else 0, match.start() - 220) : match.start()]
    after = letter.flow[match.end() : match.end() + 60]
    sentence = " ".join((re.split(r"[.;]\s", before)[-1], match.group(), re.split(r"[.;]", after)[0]))
    weight = min(2, len(set(m.lower() for m in _FOR_AIRING.findall(sentence))))
    if unit and re.match(r"(?:[-–\d.\s]*)(?:Thời gian|Thời lượng|Tần suất)", unit.text):
        weight += 2
    return weight - 2 * bool(_NOT_AIRING.search(sentence))


def frequency(letter: Letter) -> Field:
    """How often, in the letter's words; figures come before "vào thời điểm thích hợp"."""
    base, sure = _often(letter)
    if base is None:
        return Field(None, None, 0.8)
    words = tidy(base.group())
    if base.re is _FREQUENCY:
        words = re.sub(r"\s*/\s*", "/", words)
        words = words[0].lower() + words[1:]
    if base.re is _REMIND:
        words = "thường xuyên, định kỳ nhắc lại"
    weekend = _WEEKEND.search(letter.flow, *letter.body_span)
    if weekend and base.re is _FREQUENCY:
        words += f"; tăng thời lượng {tidy(weekend['days'])}"
        return found(words, min(base.start(), weekend.start()), max(base.end(), weekend.end()), sure)
    return found(words, base.start(), base.end(), sure)


def _often(letter: Letter) -> tuple[re.Match[str] | None, float]:
    """The wording that speaks of airing, best of our own station; how often to meet or to report is another matter."""
    best: tuple[int, re.Match[str]] | None = None
    for match in itertools.islice(_FREQUENCY.finditer(letter.flow, *letter.body_span), 50):
        weight = _airing_weight(letter, match)
        if weight > 0 and (best is None or weight > best[0]):
            best = weight, match
    if best:
        return best[1], 0.9 if best[0] > 1 else 0.55
    for pattern in (_EVERY, _DAILY, _WEEKLY, _REMIND, _FITTING):
        for match in itertools.islice(pattern.finditer(letter.flow, *letter.body_span), 50):
            if pattern not in (_EVERY, _DAILY, _WEEKLY) or _airing_weight(letter, match) > 1:
                return match, 0.7
    return None, 0.8


def _airing_weight(letter: Letter, match: re.Match[str]) -> int:
    unit = letter.unit_at(match.start())
    before = letter.flow[max(unit.start if unit else 0, match.start() - 300) : match.start()]
    after = letter.flow[match.end() : match.end() + 120]
    clause = re.split(r"[.;]\s", before)[-1] + " " + re.split(r"[.;]\s", after)[0]
    weight = 1 + 2 * bool(_AIRED.search(clause)) + bool(_OURS.search(clause))
    if weight == 1 and _AIRED.search(before):
        weight = 2
    return weight - 3 * bool(_OTHER_WORK.search(clause)) - (weight == 1)


def report(letter: Letter, issued: str | None) -> tuple[Field, Field]:
    """Deadline of the report (not of other work), and whether it is wanted only on request."""
    start, end = letter.body_span
    asked = _ON_REQUEST.search(letter.flow, start, end)
    on_request = found(True, asked.start(), asked.end(), 0.9) if asked else Field(False, None, 0.85)
    doubted = 0.85
    for match in itertools.islice(_DUE.finditer(letter.flow, start, end), 300):
        unit = letter.unit_at(match.start())
        before = letter.flow[max(unit.start if unit else 0, match.start() - 300) : match.start()]
        sentence = re.split(r"[.;]\s", before)[-1]
        after = re.split(r"[.;]\s", letter.flow[match.end() : match.end() + 100])[0]
        day, month, year = days.parts(match, "b")
        due = _coming(days.iso(day, month, year or days.year_of(issued)), issued, year)
        if not due:
            continue
        if _REPORT.search(f"{match.group()} {sentence} {after}") and not _OTHER_DUE.search(sentence):
            firm = re.search(r"báo cáo|kết quả", sentence, re.IGNORECASE) and (issued is None or due >= issued)
            return found(due, match.start(), match.end(), 0.9 if firm else 0.55), on_request
        doubted = 0.55
    return Field(None, None, doubted), on_request
