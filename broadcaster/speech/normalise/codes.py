"""Roman numerals, letters with numbers: khóa XV, NB.1.8.1, TK1-TS, 5K."""

from __future__ import annotations

import re

from broadcaster.speech.normalise.forms import (
    TAKEN,
    Answer,
    Match,
    Rule,
    Said,
    after,
    before,
    in_context,
    rule,
)
from broadcaster.speech.normalise.numbers import digits, letters, month, number, ordinal, roman

_NUMERAL_COMES = re.compile(
    r"(?:^|\W)(phần|phần thứ|chương|mục|thế kỷ|tk|lần thứ|lần|đại hội|đại hội đảng|khóa|khoá|kỳ|cấp|loại|hạng|"
    r"kỳ họp thứ|"
    r"kỳ họp|quân khu|vùng|bậc|thứ|nhóm|đợt|giai đoạn|học kỳ|độ|vòng|bảng|lớp|quý|phụ lục|biểu|khu vực|tuyến|tập|quyển|"
    r"bước|dự án|tiểu dự án|hợp phần|tiết|điều|khoản|ngạch|báo động|thành phần|trung ương|nội dung|năm thứ|kỳ thi|"
    r"thế chiến|liên khu|khối)[\s“”\"«»‘’]+\Z", re.I)

_ONE_OF_MANY = re.compile(
    r"(?:(?:trung|sư|lữ|quân|binh|tiểu) đoàn|quân chủng|binh chủng|bệnh viện|trường|nhà máy|trạm|khu|cụm|đội|"
    r"trung tâm|kho|chi đội|vùng|học viện|miền|chi cục|hải quân|nhóm|tổ)[^.,;:()\n\d]{1,24}\s\Z", re.I)
"""Trung đoàn Pháo binh I: numbered, with a name between."""


def romans() -> list[Rule]:
    values = r"(X{0,3}(?:IX|IV|V?I{0,3})|X{1,3}L?)"
    return [
        in_context(rf"(?:[ ][-–]|[-–])[ ]?(?=[^\W\d]|{TAKEN})", _repeated),
        rule(r"\bBĐ\s?(I{1,3}|[123])(?!\w)", lambda m: f"báo động {number(roman(m[1]) or int(m[1]))}"),
        rule(r"\b(?:TK|tk)\s+([IVX]+)(?!\w)", lambda m: f"thế kỷ {number(roman(m[1]))}" if roman(m[1]) else None),
        rule(r"(?<=thứ )([IVX]+)\s?/\s?([12]\d{3})(?![\w/])",
             lambda m: f"{ordinal(roman(m[1]))} năm {number(int(m[2]))}" if roman(m[1]) else None),
        in_context(r"\b([IVXLC]+)((?:\s?(?:,|-|–|và|đến)\s?[IVXL]+(?!\w)){0,8})(?!\w)(?!\.[A-ZĐ])", _numerals),
        rule(rf"(?<![\w&/.])(?<![^\d{TAKEN}]-)(?=[IVX]{{2,}})({values})(?![\w&]|-[A-ZĐ])", _bare_roman),
        rule(r"\bHK(I{1,3}|[12])(?!\w)", lambda m: f"học kỳ {number(roman(m[1]) or int(m[1]))}"),
    ]


_COUNTS = re.compile(r"(?:^|\W)(cấp|lớp|khối|tháng|tuần|trang|câu|bậc|mức|tiết|tầng|năm|điều)\s"
                     r"\d{1,4}(?:/\d{4})?\Z", re.I)


def _repeated(m: Match, text: str) -> Answer:
    """Cấp 6 - cấp 7: the counting word is said again behind the dash."""
    if not text[m.start() - 1:m.start()].isdecimal():
        return None
    found = _COUNTS.search(before(m, text, 18))
    return " đến " if found and re.match(rf"{found[1]}\s\d", text[m.end():m.end() + 8], re.I) else None


def _numerals(m: Match, text: str) -> Answer:
    """Khóa XV; báo động II - III: numerals after a word that counts."""
    found = _NUMERAL_COMES.search(before(m, text, 24))
    if not found and _ONE_OF_MANY.search(before(m, text, 40)) and m[1] in {"I", "II", "III", "IV", "V"} and not m[2]:
        return Said(number(roman(m[1])), (letters(m[1]),))
    if not found or not roman(m[1]) or m[1] in {"C", "L", "D", "M"}:
        return None
    if m[1] == "X" and found[1].lower() in {"độ", "cấp", "nhóm", "loại"}:
        return None
    rest = re.sub(r"\s?[-–]\s?", " đến ", m[2])
    rest = re.sub(r"\b[IVXL]+\b", lambda n: number(roman(n[0])) if roman(n[0]) else n[0], rest)
    first = ordinal(roman(m[1])) if found[1].lower().endswith("thứ") else number(roman(m[1]))
    return Said(first + rest, (letters(m[1]) + rest,) if len(m[1]) == 1 else ())


def _bare_roman(m: Match) -> Answer:
    value = roman(m[1])
    # VI, XI in a line of capitals are Vietnamese syllables; XX, XXX stand for blanks.
    return number(value) if value and m[1] not in {"VI", "XI", "XX", "XXX"} else None


def codes() -> list[Rule]:
    return [
        # Varieties keep a space: giống lúa OM 5451; lúa HT 2025 is a crop of a year.
        after("giống|giống lúa|giống ngô|lúa|ngô|lạc|đậu tương",
              r"\b([A-ZĐ]{2,4})\s(?!(?:19|20)\d\d\b)(\d{2,5})(?![\w/]|[.,]\d)", _variety),
        # Variants (NB.1.8.1), forms (TK1-TS), vitamins.
        rule(r"(?<![\w.])([A-ZĐ]{1,4})((?:\.\d{1,2}){2,4})(?![\w]|[.,]\d)",
             lambda m: letters(m[1]) + " " + " chấm ".join(number(int(part)) for part in m[2][1:].split("."))),
        rule(r"(?<![\w.-])([A-ZĐ]{1,3})(\d{1,2}[a-z]?)-([A-ZĐ]{2,5})(?![\w-])",
             lambda m: f"{letters(m[1])} {letters(m[2])} {letters(m[3])}"),
        rule(r"\b([Vv]itamine?)\s+((?:[ABCDEKP]\d{0,2}(?:\s?(?:,|và|\+)\s?(?=[ABCDEKP](?!\w|\.)|[ABCDEKP]\d))?)+)(?!\w)",
             _vitamins),
        rule(r"(?<=\d)\s?(EC|SC|WP|WG|SL|SG|GR|EW|OD|SP|WDG|ND)(?!\w)", lambda m: f" {letters(m[1])}"),
        rule(r"(?<![\w.-])([A-ZĐ]{1,4})\.(\d{1,3})(?![\w]|[.,]\d)", lambda m: f"{letters(m[1])} {number(int(m[2]))}"),
        rule(r"(?<![\w-])([A-ZĐ]{1,4})(\d{1,3})([A-ZĐ]{1,2})(\d{0,3})(?!\w)", lambda m: " ".join(
            part for part in (letters(m[1]), number(int(m[2])), letters(m[3]),
                              number(int(m[4])) if m[4] else "") if part)),
        rule(r"(?<![\w.,])(\d{1,3})([A-ZĐ]{1,2})(\d{0,2})(?![\w])", lambda m: " ".join(
            part for part in (number(int(m[1])), letters(m[2]), number(int(m[3])) if m[3] else "") if part)),
        rule(r"(?<![\w.,])(\d{1,3})([a-dđ])(?!\w)", lambda m: f"{number(int(m[1]))} {letters(m[2])}"),
        rule(r"\b([A-ZĐ]{1,4})(\d{1,3})[.](\d{1,2})(?![\w]|[.,]\d)",
             lambda m: f"{letters(m[1])} {number(int(m[2]))} chấm {number(int(m[3]))}"),
        rule(r"\bT([1-9]|1[0-2])(?![\w]|[.,]\d)", lambda m: Said(
            f"tê {number(int(m[1]))}", (*((f"thứ {ordinal(int(m[1]))}",) if 1 < int(m[1]) < 8 else ()),
                                        f"tháng {month(m[1])}"), risky=True)),
        rule(r"\b([A-ZĐ]{1,5})[-]?(\d{1,3})(?![\w]|[.,]\d)", lambda m: f"{letters(m[1])} {number(int(m[2]))}"),
        rule(r"\b([A-ZĐ]{1,5})[-]?(\d{4,6})(?![\w]|[.,]\d)", lambda m: f"{letters(m[1])} {digits(m[2])}"),
    ]


def _variety(m: Match) -> Answer:
    if roman(m[1]):
        return None
    return f"{letters(m[1])} {digits(m[2]) if len(m[2]) > 3 else number(int(m[2]))}"


def _vitamins(m: Match) -> str:
    said = re.sub(r"([A-Z])(\d{0,2})", lambda one: " ".join(
        part for part in ("đê" if one[1] == "D" else letters(one[1]), one[2] and number(int(one[2]))) if part), m[2])
    return f"vi ta min {said.replace('+', 'và')}"
