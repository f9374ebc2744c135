"""House numbers, roads, plates, plots."""

from __future__ import annotations

import re

from broadcaster.speech.normalise.forms import CAPITAL, Answer, Match, Rule, after, before, in_context, of_kind, rule
from broadcaster.speech.normalise.numbers import digits, letters, number

_ROADS = {"QL": "quốc lộ", "TL": "tỉnh lộ", "ĐT": "đường tỉnh", "HL": "hương lộ", "ĐH": "đường huyện", "ĐX": "đường xã",
          "DT": "đường tỉnh"}
_AREAS = {"KP": "khu phố", "TDP": "tổ dân phố", "P": "phường", "Q": "quận", "TK": "tiểu khu", "KV": "khu vực"}

_BEFORE_NAMES = {"TP": "thành phố", "Tp": "thành phố", "tp": "thành phố", "TX": "thị xã", "P": "phường", "H": "huyện",
                 "T": "tỉnh", "X": "xã", "Q": "quận"}
_OFFICES = "Chủ|Trưởng|Giám|Bí|Chánh|Hiệu|Phó|Tổng|Bộ|Viện|Cục|Vụ"
_PERSON = re.compile(r"(?:^|\W)(?:ông|bà|anh|chị|em|cháu|cụ|bé|thầy|cô|đồng chí|đ/c|tên|(?-i:[A-ZĐ][^\W\d_]*))\s+\Z",
                     re.I)
_SEED = re.compile(r"(?:giống|lúa|ngô|khoai|mía)\b[^.;\n]{0,40}\Z", re.I)
"""ĐT8 after it is a kind of seed, no road."""
_NAME = (rf"(?!(?:{_OFFICES})\s)(?:[{CAPITAL}ÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌ"
         r"ỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ])[^\W\d_]*[a-zà-ỹ]")


def rules() -> list[Rule]:
    house = (r"số nhà|nhà số|hẻm số|ngõ số|hẻm|ngõ|ngách|kiệt|thửa|lô|địa chỉ:?|tại số|ở số|trụ sở:?|địa chỉ: số|"
             r"địa chỉ số|cơ sở \d:")
    roads, areas = "|".join(_ROADS), "|".join(_AREAS)
    return of_kind("place", [
        after(rf"(?:{house})(?: số)?", r"(?<![\w.,/])(\d{1,4}[A-Za-z]?)((?:/\d{1,4}[A-Za-z]?){1,4})(?![\w/])",
              lambda m: _numbers(m[1], m[2])),
        after(house, r"(?<![\w.,/])(\d{1,4})([A-Z])(?![\w/])", lambda m: f"{number(int(m[1]))} {letters(m[2])}"),
        rule(r"(?<=[Ss]ố )(\d{1,4}[A-Z]?)((?:/\d{1,4}[A-Z]?){1,4})(?=,?\s+(?:đường|phố|tổ|khu|ấp|hẻm|ngõ|"
             r"[A-ZĐ][a-zà-ỹ]))",
             lambda m: _numbers(m[1], m[2])),
        rule(r"(?<![\w-])(\d{2})[-\s]?([A-ZĐ]{1,2}\d?)\s?[-\s.]\s?(\d{3})[. ]?(\d{2})(?![\w.])",
             lambda m: f"{number(int(m[1]))} {letters(m[2])}, {digits(m[3] + m[4])}"),
        rule(r"(?<![\w-])(\d{2})([A-ZĐ]{1,2}\d?)[-\s](\d{4})(?![\w.])",
             lambda m: f"{number(int(m[1]))} {letters(m[2])}, {digits(m[3])}"),
        in_context(rf"(?<!\w)({roads})[ .\-]?(\d{{1,4}})([A-ZĐ]?)(?!\w|[./-]\d)", _road),
        rule(r"(?<=\d)/(?=(?:KP|TDP|[ấẤ]p|[Tt]hôn|[Kk]hu phố)(?:\d|\s))", ", "),
        # TP.Đà Nẵng, P.Hoàn Kiếm, T. Quảng Ngãi: before a name the point of the short form is no stop.
        in_context(rf"(?<![\w.&])({'|'.join(_BEFORE_NAMES)})\.[ ]?(?={_NAME})", _before_name),
        rule(rf"(?<![\w.&])Q\.[ ]?(?=(?:{_OFFICES}|P?CT|GĐ|TP|BT)(?!\w))", "quyền "),
        rule(rf"(?<!\w)({areas})[ .\-]{{1,2}}(\d{{1,3}})([A-ZĐ]?)(?!\w|[./-]\d)|(?<!\w)(KP|TDP)(\d{{1,2}})(?!\w)",
             lambda m: f"{_AREAS[m[1] or m[4]]} {number(int(m[2] or m[5]))}" + (f" {letters(m[3])}" if m[3] else "")),
    ])


def _road(m: Match, text: str) -> Answer:
    if m[1] in {"ĐT", "DT"} and _SEED.search(before(m, text)):
        return None
    return " ".join([_ROADS[m[1]], number(int(m[2])), *([letters(m[3])] if m[3] else [])])


def _before_name(m: Match, text: str) -> Answer:
    """A single letter after a person's name or title is an initial."""
    return None if len(m[1]) == 1 and _PERSON.search(before(m, text, 16)) else f"{_BEFORE_NAMES[m[1]]} "


def _numbers(first: str, rest: str) -> str:
    return " trên ".join(_one(part) for part in [first, *rest.strip("/").split("/")])


def _one(part: str) -> str:
    return " ".join([number(int(part.rstrip("ABCDEFGHIKLMNPQRSTabcdefghiklmnpqrst"))),
                     *([letters(part[-1])] if not part[-1].isdecimal() else [])])
