"""Numbers, digits and letters in Vietnamese words."""

from __future__ import annotations

import re

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_LETTERS = dict(zip("ABCDĐEFGHIJKLMNOPQRSTUVWXYZƯƠÂĂÊÔ", (
    "a", "bê", "xê", "dê", "đê", "e", "ép", "giê", "hát", "i", "gi", "ca", "lờ", "em", "nờ", "o", "pê", "quy", "rờ",
    "ét", "tê", "u", "vê", "vê kép", "ích", "i", "dét", "ư", "ơ", "ớ", "á", "ê", "ô"), strict=True))
_GROUPS = ("", " nghìn", " triệu")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN_FORM = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+\Z|\d{1,3}(?:,\d{3}){2,}\Z")


def number(value: int) -> str:
    """21 → hai mươi mốt; beyond a billion billions, digit by digit."""
    if value >= 10**18:
        return digits(str(value))
    if value >= 10**9:
        rest = value % 10**9
        return f"{number(value // 10**9)} tỷ" + (f" {_below_billion(rest, True)}" if rest else "")
    return _below_billion(value, False)


def written_number(text: str) -> str:
    """1.245, 1,245,000 and 3,5 as written; leading zeros are read one by one."""
    whole, _, part = (text, "", "") if _THOUSANDS.match(text) else text.partition(",")
    plain = re.sub(r"\D", "", whole)
    spoken = digits(plain) if (len(plain) > 1 and plain.startswith("0")) or len(plain) > 18 else number(int(plain))
    if part:
        spoken += " phẩy " + (number(int(part)) if len(part) <= 2 and not part.startswith("0") else digits(part))
    return spoken


def amount(text: str) -> str:
    """A count: the zero that fills a form (05 người) is not read."""
    return number(int(text)) if len(text) == 2 and text.isdecimal() else written_number(text)


def digits(text: str) -> str:
    """One by one, as telephone numbers are read."""
    return " ".join(_DIGITS[int(character)] for character in text if character.isdecimal())


def day(text: str) -> str:
    value = int(text)
    return f"mùng {number(value)}" if 1 <= value <= 10 else number(value)


def month(text: str) -> str:
    return "tư" if int(text) == 4 else number(int(text))


def ordinal(value: int) -> str:
    return {1: "nhất", 4: "tư"}.get(value, number(value))


def letters(text: str) -> str:
    """Letter by letter; digits as numbers."""
    spoken = []
    for part in re.findall(r"\d+|[^\W\d_]", text):
        spoken.append(written_number(part) if part.isdecimal() else _LETTERS.get(part.upper(), part.lower()))
    return " ".join(spoken)


def roman(text: str) -> int:
    """The value of a well-formed Roman numeral, else 0."""
    if not text or not _ROMAN_FORM.match(text):
        return 0
    total = 0
    for this, after in zip(text, f"{text[1:]} ", strict=True):
        value = _ROMAN[this]
        total += -value if _ROMAN.get(after, 0) > value else value
    return total


def _below_billion(value: int, full: bool) -> str:
    groups = [value % 1000, value // 1000 % 1000, value // 1_000_000]
    spoken: list[str] = []
    for place in (2, 1, 0):
        if groups[place] or (place == 0 and not spoken and not full):
            spoken.append(_group(groups[place], full or bool(spoken)) + _GROUPS[place])
    return " ".join(spoken)


def _group(value: int, full: bool) -> str:
    hundreds, tens, ones = value // 100, value // 10 % 10, value % 10
    spoken = [f"{_DIGITS[hundreds]} trăm"] if hundreds or full else []
    if tens == 1:
        spoken.append("mười")
    elif tens:
        spoken.append(f"{_DIGITS[tens]} mươi")
    elif ones and spoken:
        spoken.append("linh")
    if ones == 1 and tens > 1:
        spoken.append("mốt")
    elif ones == 4 and tens > 1:
        spoken.append("tư")
    elif ones == 5 and tens:
        spoken.append("lăm")
    elif ones or not spoken:
        spoken.append(_DIGITS[ones])
    return " ".join(spoken)
