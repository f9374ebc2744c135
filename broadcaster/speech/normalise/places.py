"""House numbers, roads, plates, plots."""

from __future__ import annotations

from broadcaster.speech.normalise.forms import Rule, after, of_kind, rule
from broadcaster.speech.normalise.numbers import digits, letters, number

_ROADS = {"QL": "quốc lộ", "TL": "tỉnh lộ", "ĐT": "đường tỉnh", "HL": "hương lộ", "ĐH": "đường huyện", "ĐX": "đường xã",
          "DT": "đường tỉnh"}
_AREAS = {"KP": "khu phố", "TDP": "tổ dân phố", "P": "phường", "Q": "quận", "TK": "tiểu khu", "KV": "khu vực"}


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
        rule(rf"(?<!\w)({roads})[ .\-]?(\d{{1,4}})([A-ZĐ]?)(?!\w|[./-]\d)",
             lambda m: " ".join([_ROADS[m[1]], number(int(m[2])), *([letters(m[3])] if m[3] else [])])),
        rule(r"(?<=\d)/(?=(?:KP|TDP|[ấẤ]p|[Tt]hôn|[Kk]hu phố)(?:\d|\s))", ", "),
        rule(r"(?<!\w)H\.[ ]?(?=[A-ZĐ][^\W\d_])", "huyện "),
        rule(rf"(?<!\w)({areas})[ .\-]{{1,2}}(\d{{1,3}})([A-ZĐ]?)(?!\w|[./-]\d)|(?<!\w)(KP|TDP)(\d{{1,2}})(?!\w)",
             lambda m: f"{_AREAS[m[1] or m[4]]} {number(int(m[2] or m[5]))}" + (f" {letters(m[3])}" if m[3] else "")),
    ])


def _numbers(first: str, rest: str) -> str:
    return " trên ".join(_one(part) for part in [first, *rest.strip("/").split("/")])


def _one(part: str) -> str:
    return " ".join([number(int(part.rstrip("ABCDEFGHIKLMNPQRSTabcdefghiklmnpqrst"))),
                     *([letters(part[-1])] if not part[-1].isdecimal() else [])])
