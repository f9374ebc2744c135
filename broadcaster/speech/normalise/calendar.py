"""Dates, months, quarters and school years."""

from __future__ import annotations

import re

from broadcaster.speech.normalise.forms import (
    BEGIN,
    COUNTED,
    DAY,
    END,
    MONTH,
    SHARES,
    TAKEN,
    YEAR,
    Answer,
    Match,
    Rule,
    Said,
    after,
    before,
    in_context,
    of_kind,
    rule,
)
from broadcaster.speech.normalise.numbers import day, month, number, ordinal, roman

_NAMED = re.compile(r"(?:^|\W)(ngày|hôm|mùng|mồng)\s+\Z", re.I)
_FEASTS = {"8/3", "30/4", "1/5", "01/5", "19/5", "1/6", "01/6", "27/7", "19/8", "2/9", "02/9", "20/10", "20/11",
           "22/12",
           "3/2", "03/2", "7/11", "07/11", "26/3", "10/3", "21/6", "27/2", "28/6", "18/11", "9/5", "7/5", "07/5",
           "23/9", "15/5", "15/10", "14/10",
           "1/12", "1/10", "6/1", "9/1", "17/10", "9/11", "12/12", "25/12", "24/12", "1/1", "01/01", "01/1"}


def rules() -> list[Rule]:
    return of_kind("date", [*_ranges(), *_lists(), *_whole(), *_short(), *_months(), *_years()])


def _ranges() -> list[Rule]:
    to = r"(?:\s?[-–]\s?|\s+đến\s+(?P<whole>hết\s+)?(?:ngày\s+)?)"
    return [
        rule(rf"{BEGIN}{YEAR}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\w/-])",
             lambda m: f"ngày {day(m[3])} tháng {month(m[2])}{_year(m[1])}"),
        # The dash between two dates: 15/8/2021 - 20/8/2021, 7/2021 - 4/2022.
        in_context(r"(?:[ ][-–]|[-–])[ ]?(?=(?:ngày )?\d{1,2}[/.-]\d)", lambda m, text: (
            " đến " if re.search(r"\d[/.-][12]\d{3}\Z", before(m, text, 6)) else None)),
        in_context(rf"{BEGIN}{DAY}\s?[-–]\s?{DAY}([/.]){MONTH}(?:\3{YEAR})?{END}", _days),
        in_context(rf"{BEGIN}{DAY}\s?[-–]\s?{DAY}(-){MONTH}-{YEAR}{END}", _days),
        in_context(rf"{BEGIN}{DAY}([/.]){MONTH}{to}{DAY}\2{MONTH}(?:\2{YEAR})?{END}", _two_dates),
        in_context(rf"{BEGIN}{DAY}-{MONTH}(?:\s[-–]\s|\s+đến\s+(?P<whole>hết\s+)?(?:ngày\s+)?){DAY}-{MONTH}"
                   rf"(?:-{YEAR})?{END}",
                   lambda m, text: f"{_first(m, text)} tháng {month(m[2])}{_until(m)} {day(m[4])} tháng {month(m[5])}"
                                   f"{_year(m[6])}"),
        rule(rf"\b(từ ngày|các ngày|trong ngày)\s+{DAY}\s?[-–]\s?{DAY}(?![\w/.,-]|\s?[-–])",
             lambda m: f"{m[1]} {day(m[2])} đến ngày {day(m[3])}", re.I),
        rule(rf"\b(ngày)\s+{DAY}\s?[-–]\s?{DAY}(?=\s+(?:tháng|âm lịch))",
             lambda m: f"{m[1]} {day(m[2])} đến ngày {day(m[3])}", re.I),
        rule(rf"\b(quý)\s?([IV]+|[1-4])(?:\s?[/.-]\s?{YEAR})?(?!\w)(?:(\s?[-–,+&]\s?|\s+và\s+)([IV]+|"
             rf"[1-4])(?:/{YEAR})?(?!\w))?", _quarter, re.I),
        rule(rf"\bQ\.?(IV|I{{1,3}})(?:/{YEAR})?(?!\w)", lambda m: f"quý {number(roman(m[1]))}{_year(m[2])}"),
    ]


def _days(m: Match, text: str) -> Answer:
    """15-20/8: two numbers before a month are days."""
    if (m[3] == "." and not m[5] and not _named(m, text)) or text[:m.start()].lower().endswith("thứ "):
        return None
    return f"{_first(m, text)} đến ngày {day(m[2])} tháng {month(m[4])}{_year(m[5])}"


def _two_dates(m: Match, text: str) -> Answer:
    sure = m[7] or _named(m, text)
    if not sure and (m[2] == "." or re.match(rf"\s+{SHARES}", text[m.end():m.end() + 20])):
        return None
    return f"{_first(m, text)} tháng {month(m[3])}{_until(m)} {day(m[5])} tháng {month(m[6])}{_year(m[7])}"


def _until(m: Match) -> str:
    """Up to a day or to the end of it: hết is never lost."""
    return " đến hết ngày" if m["whole"] else " đến ngày"


def _named(m: Match, text: str) -> str:
    """The word before that says a day comes: ngày, hôm, mùng, mồng; else nothing."""
    found = _NAMED.search(before(m, text, 12))
    return found[1].lower() if found else ""


def _first(m: Match, text: str) -> str:
    named = _named(m, text)
    if named in {"mùng", "mồng"}:
        return number(int(m[1]))
    return day(m[1]) if named else f"ngày {day(m[1])}"


def _lists() -> list[Rule]:
    more = r"((?:\s?[,;]\s?|\s+và\s+|\s?&\s?|\s+hoặc\s+)(?:ngày\s+)?)"
    return [
        # các ngày 27, 28 và 29/10/2023
        rule(rf"\b((?:các |trong |hai )?(?:ngày|sáng|chiều|tối|"
             rf"hôm))\s+({DAY}(?:{more}{DAY}){{1,8}})/{MONTH}(?:/{YEAR})?{END}", _day_list, re.I),
        rule(rf"\b(tháng)\s+{MONTH}\s?(,|và|-|–|đến)\s?{MONTH}/{YEAR}{END}", _month_pair, re.I),
        rule(rf"\b(tháng)\s+{MONTH}\s?(-|–)\s?{MONTH}(?![\w/.-]|[.,]\d)", _month_pair, re.I),
        rule(rf"{BEGIN}(){MONTH}\s?(-|–)\s?{MONTH}/{YEAR}{END}", _month_pair),
        rule(rf"\b(các tháng|tháng)\s+{MONTH}((?:\s?,\s?(?:0?[1-9]|1[0-2])(?![\w/.])){{1,11}}(?:\s+và\s+(?:0?[1-9]|"
             rf"1[0-2])(?![\w/.]))?)",
             lambda m: f"{m[1]} {month(m[2])}" + re.sub(r"\d+", lambda n: month(n[0]), m[3]), re.I),
    ]


def _day_list(m: Match) -> Answer:
    found = re.sub(r"\d+", lambda n: day(n[0]), m[2]).replace("&", "và")
    rest = list(m.groups())[-2:]
    return f"{m[1]} {found} tháng {month(rest[0] or '')}{_year(rest[1])}"


def _month_pair(m: Match) -> Answer:
    year = m[5] if m.re.groups >= 5 else None
    joint = {"-": " đến", "–": " đến", "đến": " đến", ",": ",", "và": " và"}[m[3]]
    return f"{m[1] or 'tháng'} {month(m[2])}{joint} tháng {month(m[4])}{_year(year)}"


def _whole() -> list[Rule]:
    return [
        in_context(rf"{BEGIN}{DAY}\s?([/.-])\s?{MONTH}\s?\2\s?{YEAR}{END}",
                   lambda m, text: f"{_first(m, text)} tháng {month(m[3])}{_year(m[4])}"),
        in_context(rf"{BEGIN}{DAY}([/.-]){MONTH}\2(\d\d){END}", lambda m, text: (
            f"{_first(m, text)} tháng {month(m[3])}{_year(_century(m[4]))}" if m[2] == "/" or _named(m,
                                                                                                     text) else None)),
        # 31/2/2021 is no day, yet read it as one.
        in_context(rf"{BEGIN}{MONTH}/{YEAR}{END}", lambda m, text: (
            ("" if before(m, text, 8).rstrip().lower().endswith("tháng") else "tháng ") + month(m[1]) + _year(m[2]))),
        rule(rf"\b(tháng\s+){MONTH}\s?[-–.]\s?{YEAR}{END}", lambda m: f"{m[1]}{month(m[2])}{_year(m[3])}", re.I),
        rule(rf"\b(tháng)/{YEAR}{END}", lambda m: f"{m[1]}{_year(m[2])}", re.I),
        rule(rf"\bT{MONTH}\s?[/-]\s?{YEAR}{END}", lambda m: f"tháng {month(m[1])}{_year(m[2])}"),
    ]


def _century(text: str) -> str:
    return f"{'20' if int(text) < 50 else '19'}{text}"


_DAY_COMES = re.compile(
    r"(?:^|\W)(mùng|mồng|ngày|rạng sáng|sáng|trưa|chiều|tối|đêm|hôm|từ|đến|trước|sau|hết|vào|chủ nhật|lễ|dịp|mừng|nghỉ|"
    r"kỷ niệm|quốc khánh|lao động|phụ nữ|quốc tế|liệt sĩ|liệt sỹ|nhà giáo|thiếu nhi|thống nhất|qua|kể từ|tính đến|hạn|"
    r"tức|tức là|giỗ tổ|nhà giáo việt nam|việt nam)\s+\Z", re.I)
_STREET = re.compile(r"(?:đường|phố|phường|quảng trường|trường|thpt|thcs|tiểu học|mầm non|mẫu giáo|công viên|nhà máy|"
                     r"nông trường|chợ|cầu)\s+\Z", re.I)
_COUNTING = re.compile(r"(?:thôn|ấp|tổ|khu|khu phố|tổ dân phố|đội|xóm|buôn|bản|khóm|cụm|lớp|khối|bậc|mũi|đợt|nhóm|"
                       r"mục|câu|bài|trang|cột|số|phòng|tầng|kênh|tiểu khu|khu vực|khoảnh|lô|hàng|bảng|chi bộ)\s+\Z",
                       re.I)
"""What is numbered: thôn 1-5."""
_OF_A_KIND = re.compile(r"(?:^|\W)(?:lớp|hạng|bậc|thương tật|thương binh|bệnh binh|khối|tổ|đội|kiệt|hẻm)\s+\Z", re.I)
"""Lớp 5/2, thương binh hạng 2/4."""
_SUNDAY = re.compile(r"(?:[2-7],|[2-7] và|bảy,|bảy và|sáng|chiều|tối|ngày)\s+\Z", re.I)


def _short() -> list[Rule]:
    return [
        rule(rf"\b(thứ)\s+([2-7]|hai|ba|tư|năm|sáu|bảy)(,?\s*\(?|\s?[-–]\s?)\s?(?:ngày\s+)?{DAY}/{MONTH}{END}",
             lambda m: f"{m[1]} {ordinal(int(m[2])) if m[2].isdecimal() else m[2]}, ngày {day(m[4])} tháng "
                       f"{month(m[5])}", re.I),
        in_context(rf"(?<![\w/.,]){DAY}/{MONTH}{END}", _by_context),
        rule(rf"\b(ngày|sáng|chiều|tối|dịp|lễ|trước|sau|hết)\s+{DAY}-{MONTH}(?![\w/-]|[.,]\d|\s+(?:ngày|tháng|năm|lần|"
             rf"người|giờ|tuần))",
             _dashed, re.I),
        in_context(rf"(?<=[\w,] )(?<!\d )(?<!từ )(?<!thắng )(?<!thua )(?<!tỷ số ){DAY}-{MONTH}(?=\s*(?:$|[.;)]|,(?=\s)|"
                   rf"và |là |đến ))",
             _dashed_feast),
        rule(rf"\b(ngày|rạng sáng|sáng|trưa|chiều|tối|đêm|hôm|dịp lễ)\s+{DAY}\.{MONTH}(?![\w/-]|[.,]\d|\s?(?:giờ|h)\b)",
             _dashed, re.I),
        in_context(rf"(?<=[\d{TAKEN}] và ){DAY}-{MONTH}(?![\w/-]|[.,]\d)", _dashed_feast),
        # So many times a day is no day of the month.
        rule(rf"\b(ngày)\s+{DAY}\b(?=\s+(?:lần|viên|buổi|bữa|gói|giờ|tiếng|cữ|ca|phiên|suất|liều|lượt)(?!\w))",
             lambda m: f"{m[1]} {number(int(m[2]))}", re.I),
        rule(rf"\b(ngày|mùng|mồng)\s+{DAY}\b(?![.,]?\d|%)",
             lambda m: f"{m[1]} {day(m[2]) if m[1].lower() == 'ngày' else number(int(m[2]))}", re.I),
    ]


def _by_context(m: Match, text: str) -> Answer:
    """15/8, 1/5, 2/3: a day or a share."""
    above, below = int(m[1]), int(m[2])
    ahead, behind = text[m.end():m.end() + 32], before(m, text)
    found = _DAY_COMES.search(behind)
    named = found[1].lower() if found else ""
    share, counted = re.match(rf"\s+(?:(?:trong|của) )?{SHARES}", ahead), re.match(rf"\s+{COUNTED}(?!\w)", ahead)
    if share or re.match(rf"\s?(?:-|–|đến)\s?\d{{1,2}}/\d{{1,2}}\s+{SHARES}", ahead):
        return None
    if counted and named != "ngày" and (above <= below or not named):
        return None
    if _OF_A_KIND.search(behind):
        return f"{number(above)} trên {number(below)}"
    if _STREET.search(behind) and not counted:
        return Said(f"{number(above)} tháng {month(m[2])}", (f"{number(above)} trên {number(below)}",))
    spoken = number(above) if named in {"mùng", "mồng"} else day(m[1]) if named in {"ngày",
                                                                                    "hôm"} else f"ngày {day(m[1])}"
    sure = named or above > below or _among_dates(m, behind, ahead)
    if sure or (m[0] in _FEASTS and not re.search(r"%\s?\($", behind)):
        return Said(f"{spoken} tháng {month(m[2])}", _as_share(above, below) if above < below else (), risky=not sure)
    return None


def _among_dates(m: Match, behind: str, ahead: str) -> bool:
    """Does something beside it say that this is a day: another date, brackets, the lunar calendar?"""
    if re.search(r"%\s?\($", behind) or re.match(rf"\s*\)\s+{COUNTED}", ahead):
        return False
    return (behind.endswith("(") or re.search(r"\b[Nn]gày [^,.;()\d\n]{3,60}$", behind) is not None
            or re.match(r"\s*\)|\s+âm lịch|\s*\(", ahead) is not None
            or re.search(r"\d/\d{1,2}\s?(?:,|;|và|-|–|đến|hoặc)\s*(?:ngày\s+)?$", behind) is not None
            or re.match(r"\s?(?:,|;|và|-|–|đến|hoặc)\s*(?:ngày\s+)?\d{1,2}/\d{1,2}(?!\w)", ahead) is not None)


def _as_share(above: int, below: int) -> tuple[str, ...]:
    return (f"{number(above)} phần {number(below)}", f"{number(above)} trên {number(below)}")


def _dashed(m: Match) -> Answer:
    named = m[1] if m[1].lower() == "ngày" else f"{m[1]} ngày"
    return Said(f"{named} {day(m[2])} tháng {month(m[3])}", (f"{m[1]} {number(int(m[2]))} đến {number(int(m[3]))}",))


def _dashed_feast(m: Match, text: str) -> Answer:
    if f"{int(m[1])}/{int(m[2])}" not in _FEASTS or _COUNTING.search(before(m, text)):
        return None
    if _STREET.search(before(m, text)):
        return f"{number(int(m[1]))} tháng {month(m[2])}"
    return f"ngày {day(m[1])} tháng {month(m[2])}"


def _months() -> list[Rule]:
    return [
        rule(rf"\b(tháng)\s+{MONTH}\b(?![.,]?\d|%)", lambda m: f"{m[1]} {month(m[2])}", re.I),
        rule(r"(?<!\w)T([2-7])(?:\s?[-–]\s?(?:T?([2-7])|(CN)))?(?=\s*(?:,|;|\)|và|hàng tuần|hằng tuần|đến)\s*(?:T[2-7]|"
             r"CN|hàng|hằng|$))|(?<!\w)T([2-7])\s?[-–]\s?(?:T([2-7])|(CN))(?!\w)",
             _weekdays),
        rule(r"(?:(?<=[,;:] )|(?<=^))T([2-7])(?=\s?:)|(?<=, )T([2-7])(?!\w)",
             lambda m: f"thứ {ordinal(int(m[1] or m[2]))}"),
        rule(r"\b(thứ)\s+([2-7])((?:\s?[-–]\s?[2-7]){2,5})(?![\w/])",
             lambda m: f"{m[1]} {ordinal(int(m[2]))}" + "".join(f", thứ {ordinal(int(n))}" for n in re.findall(
                 r"\d", m[3])), re.I),
        rule(r"\b(thứ)\s+([2-7])\s?[-–]\s?(?:thứ\s+)?([2-7])(?![\w/])",
             lambda m: f"{m[1]} {ordinal(int(m[2]))} đến thứ {ordinal(int(m[3]))}", re.I),
        rule(r"\b(thứ)\s+([2-7])((?:,\s?[2-7](?!\w)){1,6}(?:\s+và\s+[2-7](?!\w))?)",
             lambda m: f"{m[1]} {ordinal(int(m[2]))}" + re.sub(
            r"\d", lambda n: ordinal(int(n[0])), m[3]), re.I),
        in_context(r"\bCN(?![\w-])", lambda m, text: "chủ nhật" if _SUNDAY.search(before(m, text, 24)) else None),
        in_context(r"\b(?:ÂL|âl)(?!\w)", lambda m,
                   text: "âm lịch" if re.search(r"\d\s+\Z", before(m, text, 4)) else None),
    ]


def _weekdays(m: Match) -> Answer:
    first, last, sunday = (m[1], m[2], m[3]) if m[1] else (m[4], m[5], m[6])
    end = " đến chủ nhật" if sunday else f" đến thứ {ordinal(int(last))}" if last else ""
    return f"thứ {ordinal(int(first))}{end}"


def _years() -> list[Rule]:
    span = (r"năm|giai đoạn|nhiệm kỳ|niên khóa|niên khoá|năm học|vụ|vụ đông xuân|mùa|đông xuân|kỳ|thời kỳ|chu kỳ|khóa|"
            r"niên vụ")
    return [
        after(span, rf"{BEGIN}{YEAR}\s?[-–/]/?\s?{YEAR}(?![\w/])", lambda m: f"{_number(m[1])} đến {_number(m[2])}"),
        after(span, rf"{BEGIN}{YEAR}\s?[-–/]\s?(\d\d)(?![\w/]|[.,]\d)", _short_span),
        rule(rf"{BEGIN}{YEAR}\s?[-–/]\s?{YEAR}(?![\w/-]|[.,]\d)", _bare_span),
        rule(r"\b(thập niên|những năm|thập kỷ)\s+(\d{2})(?!\w)", lambda m: f"{m[1]} {number(int(m[2]))}", re.I),
    ]


def _number(text: str) -> str:
    return number(int(text))


def _short_span(m: Match) -> Answer:
    return f"{_number(m[1])} đến {_number(m[1][:2] + m[2])}" if int(m[2]) > int(m[1][2:]) else None


def _bare_span(m: Match) -> Answer:
    first, last = int(m[1]), int(m[2])
    return f"{number(first)} đến {number(last)}" if 1800 <= first < last <= 2199 else None


def _year(text: str | None) -> str:
    return f" năm {number(int(text))}" if text else ""


def _quarter(m: Match) -> Answer:
    first, second = _quarter_number(m[2]), _quarter_number(m[5]) if m[5] else 0
    if not first:
        return None
    said = f"{m[1]} {number(first)}{_year(m[3])}"
    if m[5]:
        joint = " đến " if re.search("[-–]", m[4]) else ", " if "," in m[4] else " và "
        said += f"{joint}quý {number(second)}{_year(m[6])}" if second else f"{m[4]}{m[5]}"
    return said


def _quarter_number(text: str) -> int:
    return int(text) if text.isdecimal() else roman(text.upper())
