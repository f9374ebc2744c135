"""Ordinals, letters with numbers, money, measures, percentages, ranges and fractions."""

from __future__ import annotations

import re

from broadcaster.speech.normalise import lexicon
from broadcaster.speech.normalise.forms import NUMBER, TAKEN, Match, Rule, rule
from broadcaster.speech.normalise.numbers import day, letters, month, number, ordinal, roman, written_number


def rules() -> list[Rule]:
    return [*_ordinals(), *_amounts()]


def _ordinals() -> list[Rule]:
    before = r"phần|chương|mục|thế kỷ|lần thứ|đại hội|khóa|khoá|kỳ|cấp|loại|hạng|kỳ họp thứ|quân khu|vùng|bậc"
    return [
        rule(rf"\b((?i:{before}))\s+([IVXLC]+)\b",
             lambda m: f"{m[1]} {number(roman(m[2]))}" if roman(m[2]) else m[0]),
        rule(r"\b(thứ)\s+(\d{1,2})\b", lambda m: f"{m[1]} {ordinal(int(m[2]))}", re.I),
        rule(r"\b(\d{1,3})([A-ZĐ])\b", lambda m: f"{number(int(m[1]))} {letters(m[2])}"),
        rule(r"\b([A-ZĐ]{1,4})(\d{1,3})\b", lambda m: f"{letters(m[1])} {number(int(m[2]))}"),
    ]


def _amounts() -> list[Rule]:
    per = r"ngày|tuần|tháng|quý|năm|người|hộ|lần|liều|giờ|phút|khẩu|ca|suất|sào|tấn|con|cây|bộ|chiếc|buổi"
    large = r"%|tấn|tạ|tỷ|triệu|nghìn|ha|km|kg|mét|m|độ|lần|điểm|lít"
    units = lexicon.alternatives("units")
    return [
        rule(r"(?<=[\d%đ])\s?[-–]\s?(?=\d)", " đến "),
        rule(r"[≥]\s*(?=\d)|>=\s*(?=\d)", "ít nhất "),
        rule(r"[≤]\s*(?=\d)|<=\s*(?=\d)", "không quá "),
        rule(r"(?<!\w)>\s*(?=\d)", "trên "),
        rule(r"(?<!\w)<\s*(?=\d)", "dưới "),
        rule(r"±\s*(?=\d)", "cộng trừ "),
        rule(rf"(?<![\w,.])(\d{{1,3}})\.(\d{{1,2}})(?=\s?(?:{large})(?!\w))",
             lambda m: written_number(f"{m[1]},{m[2]}")),
        rule(rf"(?<![\w,.])({NUMBER})\s?(?:đ|₫|VNĐ|VND)(?!\w)", lambda m: f"{written_number(m[1])} đồng"),
        rule(rf"(?<![\w,.])({NUMBER})\s?({units})(?!\w)",
             lambda m: f"{_count(m[1])} {lexicon.table('units')[m[2]]}"),
        rule(rf"(?<![\w,.])({NUMBER})\s?%", lambda m: f"{_count(m[1])} phần trăm"),
        rule(r"(?<![\w,./])(\d{1,4})/(\d{1,4})(?![\w/])", _fraction),
        # Forms have two places for a count: 02 lần. A number of its own keeps its zero: Công điện số 01.
        rule(r"(?<![\w.,/])(?<!số )0([1-9])(?![\d/]|[.,]\d)", lambda m: number(int(m[1]))),
        rule(rf"(?<=[\w{TAKEN}])\s?/\s?({units})(?!\w)", lambda m: f" một {lexicon.table('units')[m[1]]}"),
        rule(rf"(?<=[\w{TAKEN}])\s?/\s?(?=(?:{per})\b)", " một "),
        rule(rf"(?<=[{TAKEN}])%", " phần trăm"),
    ]


def _count(text: str) -> str:
    return number(int(text)) if len(text) == 2 and text.isdecimal() else written_number(text)


def _fraction(m: Match) -> str:
    above, below = int(m[1]), int(m[2])
    if m[0] == "24/7":
        return "hai mươi tư trên bảy"
    # Nobody writes 15/8 for a share: more than the whole is a day and a month.
    if below < above <= 31 and 1 <= below <= 12:
        return f"ngày {day(m[1])} tháng {month(m[2])}"
    return f"{number(above)} {'phần' if below <= 10 else 'trên'} {number(below)}"
