"""Addresses, telephone numbers, document numbers, plates and the like: what is told apart by its form alone."""

from __future__ import annotations

import re

from broadcaster.speech.normalise import lexicon
from broadcaster.speech.normalise.forms import VOWELS, Rule, rule
from broadcaster.speech.normalise.numbers import digits, letters, number, written_number

_LONGEST_PATH = 30
"""Characters of an address after its site that anyone would write down by ear."""
_SYMBOL = r"[A-ZĐƯa-z&]{1,14}\d{0,2}(?:[-/][A-ZĐƯ&][A-ZĐƯa-z&]*\d{0,2})*"
_PAPERS = {"CĐ": "công điện", "CT": "chỉ thị", "NQ": "nghị quyết", "QĐ": "quyết định", "NĐ": "nghị định",
           "KH": "kế hoạch", "TB": "thông báo", "TT": "thông tư", "CV": "công văn", "BC": "báo cáo",
           "HD": "hướng dẫn", "PA": "phương án", "KL": "kết luận", "TTr": "tờ trình"}
_ISSUERS = {"TTg": "thủ tướng", "CP": "chính phủ", "UBND": "ủy ban nhân dân", "HĐND": "hội đồng nhân dân",
            "BYT": "bộ y tế", "TW": "trung ương", "TU": "tỉnh ủy", "BCĐ": "ban chỉ đạo", "BTTTT":
            "bộ thông tin và truyền thông", "QH": "quốc hội", "SYT": "sở y tế"}


def rules() -> list[Rule]:
    return [*_addresses(), *_phones(), *_papers(), *_places()]


def _addresses() -> list[Rule]:
    site = (r"<?(?:https?://|www\.)[^\s<>,;]*[\w/]>?"
            r"|\b[\w-]{2,63}(?:\.[\w-]{2,63}){0,8}\.(?:vn|com|net|org|gov|edu)\b(?:/[\w\-/]*)?")
    return [
        rule(r"\b[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+", lambda m: _address(m[0])),
        rule(site, lambda m: _address(m[0])),
        rule(r"(?<![\w.])[\w-][\w.\-]{0,80}\.(?:pdf|docx?|xlsx?|pptx?|mp3|wav|rar|zip|jpe?g|png)\b", "tệp kèm theo"),
        rule(r"\bsars[-\s]?cov[-\s]?2\b", "xa cô vi hai", re.I),
        rule(r"\bcovid\s?[-–]?\s?19\b", "cô vít mười chín", re.I),
    ]


def _phones() -> list[Rule]:
    lead = "|".join(f"(?<={word})" for word in ("gọi ", "số ", "thoại ", "nóng ", "nóng: ", "thoại: ", "hotline "))
    return [
        rule(r"(?<!\w)(?:\(\+?84\)|\+84)[ .-]?(?:\(0\))?(\d{1,3}(?:[ .-]?\d{2,4}){2,3})(?![\d/])",
             lambda m: f"không {digits(m[1])}" if 8 <= len(digits(m[1]).split()) <= 10 else m[0]),
        rule(r"(?<![\w.,/])(?:\(0\d{2,3}\)(?:[ .-]?\d){6,8}|02\d(?:[ .-]?\d){7,8}|0[35789]\d(?:[ .-]?\d){7})(?![\d/])",
             lambda m: digits(m[0])),
        rule(r"(?<![\w.,/])1[89]00[ .]?\d{2,4}(?:[ .]?\d{2})?(?![\d/])", lambda m: digits(m[0])),
        rule(r"(?<=gọi )1[0-2]\d\b", lambda m: digits(m[0])),
        rule(rf"(?:{lead})11[1-5](?:\s*(?:,|hoặc|và|/|-)\s*11[1-5])*\b",
             lambda m: re.sub(r"\d+|/|-", lambda part: digits(part[0]) if part[0].isdecimal() else ",", m[0])),
        rule(r"(?<=\ue000, )11[1-5]\b", lambda m: digits(m[0])),
        rule(r"(?<=\ue000, \ue000\ue000\ue000, )11[1-5]\b", lambda m: digits(m[0])),
    ]


def _papers() -> list[Rule]:
    papers, issuers = "|".join(sorted(_PAPERS, key=len, reverse=True)), "|".join(_ISSUERS)
    return [
        rule(rf"\b(\d{{1,5}})(?:/([12]\d{{3}}))?(?:[ \t]*/[ \t]?|[ \t]?-)(?=[A-ZĐ]{{2}}|[A-ZĐ]+-){_SYMBOL}",
             lambda m: number(int(m[1])) + (f" năm {number(int(m[2]))}" if m[2] else "")),
        # The number is still blank on the paper.
        rule(rf"(?<=\b[Ss]ố)(?::[ \t.…]*|[ \t.…]+)/(?=[A-ZĐ]{{2}}){_SYMBOL}", " "),
        rule(rf"(?<![\w/-])({papers})-({issuers})(?![\w-])", lambda m: f"{_PAPERS[m[1]]} {_ISSUERS[m[2]]}"),
    ]


def _places() -> list[Rule]:
    house = r"số nhà|nhà số|hẻm số|ngõ số|hẻm|ngõ|ngách|kiệt|thửa|lô"
    road = {"QL": "quốc lộ", "TL": "tỉnh lộ", "ĐT": "đường tỉnh", "HL": "hương lộ", "KP": "khu phố"}
    return [
        rule(rf"\b({house})\s+(\d{{1,4}})((?:/\d{{1,4}}){{1,3}})(?![\w/])", lambda m: " ".join(
            [m[1], number(int(m[2])), *(f"trên {number(int(part))}" for part in m[3].split("/")[1:])]), re.I),
        rule(r"(?<![\w-])(\d{2})[-\s]?([A-ZĐ]\d?)[-\s](\d{3})[. ]?(\d{2})(?![\w.])",
             lambda m: f"{number(int(m[1]))} {letters(m[2])}, {digits(m[3] + m[4])}"),
        rule(rf"(?<!\w)({'|'.join(road)})[ .-]?(\d{{1,3}})([A-ZĐ]?)(?!\w)",
             lambda m: " ".join([road[m[1]], number(int(m[2])), *([letters(m[3])] if m[3] else [])])),
    ]


def _address(text: str) -> str:
    """A web or mail address label by label; of a long one the site alone."""
    plain = re.sub(r"^(?:https?://)?(?:www\.)?|/$", "", text.strip("<>"))
    site, _, path = plain.partition("/")
    if len(path) > _LONGEST_PATH:
        plain = site
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
    return part.lower() if any(letter in VOWELS for letter in part.lower()) else letters(part)
