"""The rules, in the order they claim stretches of the text: special forms first, plain numbers last."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

from broadcaster.speech.normalise import lexicon
from broadcaster.speech.normalise.numbers import day, digits, letters, month, number, ordinal, roman, written_number

Match = re.Match[str]
Rule = tuple[re.Pattern[str], Callable[[Match], str]]

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_D, _M, _Y = r"(0?[1-9]|[12]\d|3[01])", r"(0?[1-9]|1[0-2])", r"([12]\d{3})"
_END, _BEGIN = r"(?![\w/])", r"(?<![\w/.,])"
_VOWELS = "aeiouyăâêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
_SYLLABLE = re.compile(
    rf"(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[{_VOWELS}]{{1,3}}(?:ch|ng|nh|[cmnpt])?\Z", re.I)


@functools.cache
def rules() -> tuple[Rule, ...]:
    """Built once: the tables are read then."""
    return (*_marks(), *_codes(), *_times(), *_dates(), *_ordinals(), *_amounts(), *_words(), *_rest())


def _rule(pattern: str, spoken: Callable[[Match], str] | str, flags: int = 0) -> Rule:
    return re.compile(pattern, flags), (spoken if callable(spoken) else lambda _: spoken)


def _marks() -> list[Rule]:
    return [
        _rule(r"[\u200b-\u200f\u2060\ufeff\u00ad*_#`]+", ""),
        _rule(r"\u00a0", " "),
        _rule(r"\./[.,]", "."),
        _rule(r"(?m)^[ \t]*[-–+•][ \t]+", ""),
        _rule(r"(?m)^[ \t]*([IVX]+)\.[ \t]+", lambda m: f"phần {number(roman(m[1]))}, " if roman(m[1]) else m[0]),
        _rule(r"(?m)^[ \t]*(\d{1,2})[.)][ \t]+(?=\D)", lambda m: f"{number(int(m[1]))}, "),
        _rule(r"(?m)^[ \t]*([a-zđ])\)[ \t]+", lambda m: f"ý {m[1]}, "),
    ]


def _codes() -> list[Rule]:
    site = r"<?(?:https?://|www\.)[^\s<>,;]*[\w/]>?|\b[\w-]{2,63}(?:\.[\w-]{2,63}){0,8}\.(?:vn|com|net|org|gov|edu)\b(?:/[\w\-/]*)?"
    return [
        _rule(r"\b[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+", lambda m: _address(m[0])),
        _rule(site, lambda m: _address(m[0])),
        _rule(r"\bcovid\s?[-–]?\s?19\b", "cô vít mười chín", re.I),
        _rule(r"(?<![\w.,/])(?:0\d{2,4}[ .-]\d{3,4}[ .]?\d{3,4}|0\d{2,3}(?:[ .]\d{2,4}){2,4}|0\d{9,10}"
              r"|1[89]00[ .]?\d{2,4}(?:[ .]?\d{2})?)(?![\d/])", lambda m: digits(m[0])),
        _rule(r"(?<=gọi )1[0-2]\d\b|(?<=số )11[1-5]\b", lambda m: digits(m[0])),
        _rule(r"\b(\d{1,5})(?:/([12]\d{3}))?\s?[/-](?=[A-ZĐ]{2}|[A-ZĐ]+-)[A-ZĐƯa-z&]{1,14}(?:[-/][A-ZĐƯ&][A-ZĐƯa-z&]*)*",
              lambda m: number(int(m[1])) + (f" năm {number(int(m[2]))}" if m[2] else "")),
    ]


def _times() -> list[Rule]:
    return [
        _rule(r"\b([01]?\d|2[0-4])\s?(?:h|:|giờ)\s?([0-5]\d)(?:\s?phút)?\b", _hour),
        _rule(r"\b([01]?\d|2[0-4])h\b", lambda m: f"{number(int(m[1]))} giờ"),
    ]


def _hour(m: Match) -> str:
    return f"{number(int(m[1]))} giờ" + (f" {number(int(m[2]))} phút" if int(m[2]) else "")


def _dates() -> list[Rule]:
    named = r"((?:ngày|hôm|mùng|mồng)\s+)?"
    return [
        _rule(rf"{_BEGIN}{named}{_D}\s?[-–]\s?{_D}/{_M}(?:/{_Y})?{_END}",
              lambda m: f"{m[1] or 'ngày '}{day(m[2])} đến ngày {day(m[3])} tháng {month(m[4])}{_year(m[5])}", re.I),
        _rule(rf"{_BEGIN}{named}{_D}\s?([/.-])\s?{_M}\s?\3\s?{_Y}{_END}",
              lambda m: f"{m[1] or 'ngày '}{day(m[2])} tháng {month(m[4])}{_year(m[5])}", re.I),
        _rule(rf"{_BEGIN}(tháng\s+)?{_M}/{_Y}{_END}", lambda m: f"{m[1] or 'tháng '}{month(m[2])}{_year(m[3])}", re.I),
        _rule(rf"(?:\b(ngày|sáng|trưa|chiều|tối|đêm|hôm)\s+|(?<=kỷ niệm )|(?<=lễ )|(?<=dịp )|(?<=mừng ))"
              rf"{_D}/{_M}{_END}", _short_date, re.I),
        _rule(rf"\b(ngày|mùng|mồng)\s+{_D}\b(?![.,]?\d)",
              lambda m: f"{m[1]} {day(m[2]) if m[1].lower() == 'ngày' else number(int(m[2]))}", re.I),
        _rule(rf"\b(tháng)\s+{_M}\b(?![.,]?\d)", lambda m: f"{m[1]} {month(m[2])}", re.I),
        _rule(rf"\b(năm|giai đoạn|nhiệm kỳ|niên khóa|năm học)\s+{_Y}\s?[-–]/?\s?{_Y}\b",
              lambda m: f"{m[1]} {number(int(m[2]))} đến {number(int(m[3]))}", re.I),
        _rule(rf"\b(quý)\s+([IV]+|[1-4])(?:/{_Y})?\b", _quarter, re.I),
    ]


def _year(text: str | None) -> str:
    return f" năm {number(int(text))}" if text else ""


def _short_date(m: Match) -> str:
    named = m[1] or "ngày"
    return f"{named}{'' if named.lower() == 'ngày' else ' ngày'} {day(m[2])} tháng {month(m[3])}"


def _quarter(m: Match) -> str:
    value = roman(m[2].upper()) or (int(m[2]) if m[2].isdecimal() else 0)
    return f"{m[1]} {number(value)}" + (f" năm {number(int(m[3]))}" if m[3] else "") if value else m[0]


def _ordinals() -> list[Rule]:
    before = r"phần|chương|mục|thế kỷ|lần thứ|đại hội|khóa|khoá|kỳ|cấp|loại|hạng|kỳ họp thứ|quân khu|vùng|bậc"
    return [
        _rule(rf"\b((?i:{before}))\s+([IVXLC]+)\b",
              lambda m: f"{m[1]} {number(roman(m[2]))}" if roman(m[2]) else m[0]),
        _rule(r"\b(thứ)\s+(\d{1,2})\b", lambda m: f"{m[1]} {ordinal(int(m[2]))}", re.I),
        _rule(r"\b(\d{1,2})([KFGH])\b", lambda m: f"{number(int(m[1]))} {letters(m[2])}"),
        _rule(r"\b([A-ZĐ]{1,2})(\d{1,3})\b", lambda m: f"{letters(m[1])} {number(int(m[2]))}"),
    ]


def _amounts() -> list[Rule]:
    per = r"ngày|tuần|tháng|quý|năm|người|hộ|lần|liều|giờ|phút|khẩu|ca|suất|sào|ha|kg|m2"
    units = lexicon.alternatives("units")
    return [
        _rule(r"(?<=[\d%đ])\s?[-–]\s?(?=\d)", " đến "),
        _rule(rf"(?<![\w,.])({_NUMBER})\s?(?:đ|₫|VNĐ|VND)(?!\w)", lambda m: f"{written_number(m[1])} đồng"),
        _rule(rf"(?<![\w,.])({_NUMBER})\s?({units})(?!\w)",
              lambda m: f"{written_number(m[1])} {lexicon.table('units')[m[2]]}"),
        _rule(rf"(?<![\w,.])({_NUMBER})\s?%", lambda m: f"{written_number(m[1])} phần trăm"),
        _rule(r"(?<![\w,./])(\d{1,4})/(\d{1,4})(?![\w/])", _fraction),
        _rule(rf"(?<=\w)\s?/\s?(?=(?:{per})\b)", " một "),
    ]


def _fraction(m: Match) -> str:
    joined = "phần" if int(m[2]) <= 10 else "trên"
    return f"{number(int(m[1]))} {joined} {number(int(m[2]))}"


def _words() -> list[Rule]:
    foreign = {word.lower(): spoken for word, spoken in lexicon.table("foreign").items()}
    return [
        _rule(rf"(?<![\w&])(?:{lexicon.alternatives('abbreviations')})(?![\w&])",
              lambda m: lexicon.table("abbreviations")[m[0]] + (" " if m[0].endswith(".") else "")),
        _rule(rf"(?<!\w)(?:{lexicon.alternatives('foreign')})(?!\w)", lambda m: foreign[m[0].lower()], re.I),
        _rule(r"(?<!\w)[A-ZĐƯƠÂĂÊÔ]{2,}(?!\w)", _capitals),
        _rule(r"(?<!\w)[^\W\d_]{2,}(?!\w)", lambda m: m[0].lower() if m[0].isupper() else m[0]),
    ]


def _capitals(m: Match) -> str:
    return m[0].lower() if _SYLLABLE.match(m[0]) else letters(m[0])


def _rest() -> list[Rule]:
    return [
        _rule(_NUMBER, lambda m: f" {written_number(m[0])} " if _touches(m) else written_number(m[0])),
        _rule(r"\s?&\s?", " và "),
        _rule(r"\s?\+\s?", " cộng "),
        _rule(r"(?<=\w)\s?/\s?(?=\w)", " hoặc "),
        _rule(r"[“”\"«»‘’<>|\\^~=@/]+", " "),
        _rule(r"[ \t]?[(\[{]", ", "),
        _rule(r"[)\]}]", ","),
        _rule(r"[ \t][-–—]{1,3}[ \t]", ", "),
        _rule(r"[–—]", " "),
        _rule(r"\.{2,}|…", "."),
    ]


def _touches(m: Match) -> bool:
    around = m.string[max(0, m.start() - 1):m.start()] + m.string[m.end():m.end() + 1]
    return any(character.isalpha() for character in around)


def _address(text: str) -> str:
    """A web or mail address label by label."""
    plain = re.sub(r"^https?://|^www\.|/$", "", text.strip("<>"))
    spoken = []
    for part in re.findall(r"covid|[^\W\d_]+|\d+|[.@/]", plain, re.I):
        spoken.append({".": "chấm", "@": "a còng", "/": "gạch chéo"}.get(part) or _label(part))
    return " ".join(spoken)


def _label(part: str) -> str:
    if part.isdecimal():
        return written_number(part)
    known = {word.lower(): spoken for word, spoken in lexicon.table("foreign").items()}
    if part.lower() in known:
        return known[part.lower()]
    return part.lower() if any(letter in _VOWELS for letter in part.lower()) else letters(part)
