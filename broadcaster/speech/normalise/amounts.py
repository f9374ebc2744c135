"""Ordinals, money, measures, percentages, ranges and fractions."""

from __future__ import annotations

import re

from broadcaster.speech.normalise import codes, lexicon
from broadcaster.speech.normalise.forms import (
    COUNTED,
    NUMBER,
    SHARES,
    TAKEN,
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
from broadcaster.speech.normalise.numbers import (
    amount,
    day,
    digits,
    letters,
    month,
    number,
    ordinal,
    written_number,
)

_FREE = r"(?<![\w,.])(?<!\d[/-])"
_PLACES = (r"xã|phường|thị trấn|thôn|ấp|bản|buôn|làng|xóm|tổ dân phố|khu phố|khóm|huyện|thị xã|thành phố|quận|tỉnh|"
           r"đặc khu|"
           r"tổ|khu|phố|đường|ngõ|hẻm|ngách")


def rules() -> list[Rule]:
    return [*of_kind("roman", codes.romans()), *of_kind("number", _early()), *of_kind("unit", _measures()),
            *of_kind("money", _money()), *of_kind("code", codes.codes()), *of_kind("number", [*_signs(), *_shares(),
                                                                                         *_late()])]


def _early() -> list[Rule]:
    large = (r"%|tấn|tạ|tỷ|tỉ|triệu|nghìn|ngàn|ha|km|kg|mét|m|độ|lần|điểm|lít|cm|mm|m2|m3|°|ºC|oC|giờ|phần trăm|tuổi|"
             r"MHz|Mhz|MHZ|GHz|kWh|kV|MW|lít|dB")
    return [
        rule(r"\b(thứ)\s+(\d{1,2})\b(?![.,/]?\d)", lambda m: f"{m[1]} {ordinal(int(m[2]))}", re.I),
        rule(r"(?<![\w.-])([A-ZĐ]{1,3})(\d{1,2})-(\d{1,3})(?![\w.-])",
             lambda m: f"{letters(m[1])} {number(int(m[2]))} {number(int(m[3]))}", kind="code"),
        rule(r"½", "một phần hai"), rule(r"¼", "một phần tư"), rule(r"¾", "ba phần tư"), rule(r"⅓", "một phần ba"),
        rule(r"⅔", "hai phần ba"),
        after(r"tỷ lệ|tỉ lệ|bản đồ|quy hoạch|nồng độ|pha loãng|pha|hòa",
              rf"(?<![\w.,/])(\d{{1,3}})\s?[/:]\s?({NUMBER})(?![\w/])",
              lambda m: f"{number(int(m[1]))} trên {written_number(m[2])}"),
        rule(r"(?<![\w.,:/])1[/:](500|1\.?000|2\.?000|5\.?000|10\.?000|25\.?000|50\.?000)(?![\w/.,])",
             lambda m: f"một trên {written_number(m[1])}"),
        after(r"tỷ số|tỉ số|thắng|thua|hòa|dẫn|kết quả", r"(?<![\w.,/])(\d{1,2})\s?[-–:]\s?(\d{1,2})(?![\w/.,-])",
              lambda m: f"{number(int(m[1]))} {number(int(m[2]))}"),
        rule(r"(?<![\w.,/-])(\d{1,3})-(\d{1,3})-(\d{1,3})(?![\w/.,-])",
             lambda m: " ".join(number(int(n)) for n in m.groups())),
        rule(rf"{_FREE}(\d{{1,3}})\.(\d{{1,2}})(?=\s?(?:{large})(?!\w))", lambda m: written_number(f"{m[1]},{m[2]}")),
        # Three numbers with commas are no decimal: mùng 1,2,3; nor are two small ones after what is numbered.
        rule(r"(?<![\w.,/])\d{1,2}(?:,\d{1,2}){2,}(?![\w%]|[.,/-]\d)", _listed),
        after(r"thôn|ấp|tổ|khu phố|tổ dân phố|xóm|bản|buôn|khoản|điều|lớp|đội|mùng|mồng|khóm|chi bộ|mục|thứ",
              r"(?<![\w.,/])[1-9]\d?,[1-9]\d?(?![\w%]|[.,/-]\d|\s?(?:tỷ|triệu|ha|km|kg|m|tấn|tạ|lần|điểm|%)(?!\w))",
              _listed),
        rule(rf"{_FREE}(\d{{1,3}}),(\d{{3}})(?=\s?(?:đồng|đ|VNĐ|VND|₫)(?!\w))",
             lambda m: written_number(f"{m[1]}.{m[2]}")),
        rule(rf"{_FREE}(\d{{1,3}}(?:[ \u00a0]\d{{3}}){{1,5}})(?=\s?(?:đồng|đ|VNĐ|VND|₫|người|hộ|liều|ca|m2|ha|tấn|"
             rf"lượt)(?!\w))",
             lambda m: written_number(re.sub(r"\s", ".", m[1]))),
        rule(rf"{_FREE}\d{{1,3}}(?:[ \u00a0]\d{{3}}){{2,}}(?![\d/])",
             lambda m: written_number(re.sub(r"\s", ".", m[0]))),
        # Below zero only before degrees.
        rule(r"(?<![\w)])[-−–](?=\d{1,2}(?:,\d)?\s?(?:°|º|độ|oC|[ ]?đến -))", "âm "),
    ]


def _listed(m: Match) -> str:
    return ", ".join(number(int(part)) for part in m[0].split(","))


def _measures() -> list[Rule]:
    units = lexicon.alternatives("units")
    table = lexicon.table("units")
    long_units = [unit for unit in table if len(unit) > 1 and not unit.isupper()]
    return [
        in_context(r"(?:[ ][-–÷]|[-–÷])[ ]?(?=\d|[Kk]m\s?\d)", _to),
        in_context(r"(?:[ ][xX×]|[xX×])[ ]?(?=\d)", lambda m, text: (
            " nhân " if re.search(r"\d\s?(?:[cmk]?m)?\Z", before(m, text, 5)) else None)),
        rule(r"(?<=\w)[ ]x[ ](?=\d)", " nhân "),
        rule(r"\b(lớp)\s+(\d{1,2})/(\d{1,2})(?![\w/])",
             lambda m: f"{m[1]} {number(int(m[2]))} trên {number(int(m[3]))}", re.I),
        rule(r"(?<![\w])[xX×](\d{1,2})(?=\s+(?:lần|viên|gói|ngày|chai|hộp|vỉ))", lambda m: f"nhân {number(int(m[1]))}"),
        rule(r"(?<![\w.,])(\d{1,3})\s?[°º]\s?(\d{1,2})\s?['’′](?:\s?(\d{1,2}(?:,\d+)?)\s?(?:''|"
             r"[\"”″]))?(?:\s?([NSEWBĐ])(?!\w))?", _angle),
        rule(r"(?<![\w.,])(\d{1,2}[.,]\d+)\s?[°º]?\s?([NB])\s?[-–;,]\s?(1\d\d[.,]\d+)\s?[°º]?\s?([EĐ])(?!\w)",
             lambda m: f"{written_number(m[1].replace('.', ','))} độ vĩ bắc, "
                       f"{written_number(m[3].replace('.', ','))} độ kinh đông"),
        rule(r"(?<![\w.,])(\d{1,3}(?:[.,]\d+)?)\s?[°º]?\s?([NE])(?=\s?[,;)-]|\s?$|\s+\d)", _bearing),
        rule(r"(?i:\b(km|lý trình km))\s?(\d{1,4})\s?\+\s?(\d{1,3})(?!\w)",
             lambda m: f"ki lô mét {number(int(m[2]))} cộng {written_number(m[3])}"),
        rule(r"(?<![\w])(?<!\d )(?:Km\s?|km\s)(\d{1,4}(?:,\d+)?)(?![\w+])",
             lambda m: f"ki lô mét {written_number(m[1])}"),
        rule(r"\b(độ)\s?([CF])(?!\w)", lambda m: f"{m[1]} {'xê' if m[2] == 'C' else 'ép'}"),
        rule(r"\b(pH)(?=[\s:=<>]|\d)", "pê hát"),
        rule(rf"{_FREE}(\d{{2}}(?:,\d)?)[0o]C(?!\w)", lambda m: f"{amount(m[1])} độ xê"),
        rule(rf"(?<![\w,.])({NUMBER})\s?({units})/(24|12|48|72|6|3)\s?(?:h|giờ)(?!\w)",
             lambda m: f"{amount(m[1])} {table[m[2]]} trên {number(int(m[3]))} giờ"),
        rule(rf"(?<![\w,.])({NUMBER})\s?({units})(?!\w)(?!['’][^\W\d])", _measure),
        rule(rf"(?<={TAKEN})\s?({lexicon.one_of(long_units)})(?!\w)", lambda m: f" {table[m[1]]}"),
        in_context(rf"(?<=\s)({lexicon.one_of(unit for unit in long_units if unit != 'ph')})(?!\w)", lambda m, text: (
            table[m[1]] if re.search(r"\d\s?(?:vạn|nghìn|ngàn|triệu|tỷ|tỉ)\s\Z", before(m, text, 8)) else None)),
        in_context(r"(?<=\d)T(?!\w)", lambda m, text: (
            " tấn" if re.search(r"(?:xe|tải|trọng|trên|dưới|quá|nặng|đến)[^.;\n]{0,12}\d\Z", before(m, text, 24))
            else None)),
        in_context(r"(?<!\w)S\s?[=:]\s?", lambda m, text: (
            "diện tích " if re.match(r"\d+(?:[.,]\d+)*\s?(?:ha|[cmk]?m[2²])", text[m.end():m.end() + 24]) else None)),
    ]


_KINDS = [(re.compile(rf"\d\s(?:(?:triệu|nghìn|ngàn|tỷ|tỉ)\s)?(?:{units})\Z"),
           re.compile(rf"\d[\d.,]*\s(?:(?:triệu|nghìn|ngàn|tỷ|tỉ)\s)?(?:{units})(?!\w)"))
          for units in ("giây|phút|giờ|ngày|tuần|tháng|năm", "đồng|đ", "g|gam|kg|yến|tạ|tấn", "cm|m|mét|km", "ml|lít",
                        "triệu|tỷ|tỉ|triệu đồng|tỷ đồng")]
"""Units of one kind on both sides of a dash: 3 tháng - 2 năm, 500 kg - 1 tấn."""


def _to(m: Match, text: str) -> Answer:
    """The dash between two amounts: 5-7, 10% - 15%, 30kg-50kg, 25°C–28°C."""
    spaced = m[0].startswith(" ")
    if any(one.search(before(m, text, 12)) and other.match(text[m.end():m.end() + 16]) for one, other in _KINDS):
        return " đến "
    measure = r"\d(?:\s?[%‰đ₫°])?\Z" if spaced else r"\d(?:\s?(?:[%‰đ₫°º]|[°ºo]C|kg|ha|[cmk]?m[23²³]?|g|l|K|k))?\Z"
    return " đến " if re.search(measure, before(m, text, 6)) else None


def _angle(m: Match) -> Answer:
    sides = {"N": " bắc", "B": " bắc", "S": " nam", "E": " đông", "Đ": " đông", "W": " tây"}
    return (f"{number(int(m[1]))} độ {number(int(m[2]))} phút" + (f" {written_number(m[3])} giây" if m[3] else "")
            + sides.get(m[4] or "", ""))


def _bearing(m: Match) -> Answer:
    if "°" not in m[0] and "º" not in m[0]:
        return None
    return f"{written_number(m[1].replace('.', ','))} độ {'bắc' if m[2] == 'N' else 'đông'}"


def _measure(m: Match) -> Answer:
    unit = lexicon.table("units")[m[2]]
    if len(m[2]) == 1 and m[2] in "VWTNAlsK" and m[0][-2:-1] == " " and m[2] in "TNAsK":
        return None
    return f"{amount(m[1])} {unit}"


def _money() -> list[Rule]:
    coins = {"USD": "đô la mỹ", "$": "đô la", "US$": "đô la mỹ", "EUR": "ơ rô", "€": "ơ rô", "JPY": "yên nhật",
             "CNY": "nhân dân tệ",
             "£": "bảng anh", "GBP": "bảng anh", "AUD": "đô la úc", "KRW": "uôn", "won": "uôn"}
    names = lexicon.one_of(coins)
    short = {"k": "nghìn", "K": "nghìn", "tr": "triệu", "Tr": "triệu", "trđ": "triệu đồng", "tr.đ": "triệu đồng",
             "Trđ": "triệu đồng",
             "trđồng": "triệu đồng", "tỷđ": "tỷ đồng", "tr đồng": "triệu đồng", "tr.đồng": "triệu đồng",
             "ngđ": "nghìn đồng", "ng.đ": "nghìn đồng",
             "nđ": "nghìn đồng", "nghđ": "nghìn đồng"}
    return [
        rule(rf"(?<![\w,.])({NUMBER})\s?(?:đ|₫|VNĐ|VND|vnđ|vnd|Đ(?=/|\s*$|[.,;)]))(?!\w)",
             lambda m: f"{amount(m[1])} đồng"),
        rule(rf"(?<!\w)(?:VND|VNĐ)\s?({NUMBER})(?!\w)", lambda m: f"{written_number(m[1])} đồng"),
        rule(rf"(?<![\w,.])({NUMBER})\s?({names})(?!\w)", lambda m: f"{amount(m[1])} {coins[m[2]]}"),
        in_context(r"\b(USD|EUR)(?!\w)", lambda m, text: (
            coins[m[1]] if re.search(r"(?:triệu|tỷ|tỉ|nghìn|ngàn)\s\Z", before(m, text, 8)) else None)),
        rule(rf"(?<!\w)([$€£])\s?({NUMBER})(?!\w)", lambda m: f"{written_number(m[2])} {coins[m[1]]}"),
        rule(r"(?<![\w,.])(\d{1,3})tr(\d)(?!\w)",
             lambda m: f"{number(int(m[1]))} triệu {number(int(m[2]) * 100)} nghìn"),
        rule(rf"(?<![\w,.])({NUMBER})\s?({lexicon.one_of(short)})(?!\w)", lambda m: _short_money(m, short)),
        in_context(r"(?:[ ](?:VNĐ|VND|đ)|VNĐ|VND|đ)(?!\w)", lambda m, text: (
            " đồng" if re.search(r"(?:triệu|tỷ|tỉ|nghìn|ngàn|\dtr)\Z", before(m, text, 8)) else None)),
        rule(rf"(?<![\w,.])({NUMBER})\s?%", lambda m: f"{amount(m[1])} phần trăm"),
        rule(rf"(?<![\w,.])({NUMBER})\s?‰", lambda m: f"{amount(m[1])} phần nghìn"),
    ]


def _short_money(m: Match, short: dict[str, str]) -> Answer:
    if m[2] in "kK" and (len(m[1]) < 2 or " " in m[0]):
        return None
    return f"{amount(m[1])} {short[m[2]]}"


def _signs() -> list[Rule]:
    return [
        rule(r"(?:[≥⩾]|>=)\s*(?=\d)", "ít nhất "), rule(r"(?:[≤⩽]|<=|=<)\s*(?=\d)", "không quá "),
        rule(rf"(?:[≥⩾]|>=)\s*(?={TAKEN})", "ít nhất "), rule(rf"(?:[≤⩽]|<=|=<)\s*(?={TAKEN})", "không quá "),
        rule(rf"(?<!\w)>\s*(?=[\d{TAKEN}])", "trên "), rule(rf"(?<!\w)<\s*(?=[\d{TAKEN}])", "dưới "),
        rule(rf"±\s*(?=[\d{TAKEN}])", "cộng trừ "), rule(rf"[~≈]\s*(?=[\d{TAKEN}])", "khoảng "),
        rule(rf"(?<=[\w{TAKEN}])\s?=\s?(?=[\w{TAKEN}])", " bằng "),
        in_context(r"[ \t]?\(([+-])\)", lambda m, text: (
            (" dương tính" if m[1] == "+" else " âm tính") if _TESTED.search(before(m, text)) else None)),
        after("loại|nhóm|hạng|mức|máu|chuẩn", r"\b([A-DO]|AB)\+(?!\w)", lambda m: f"{letters(m[1])} cộng"),
        rule(r"№\s?(?=\d)|\bNo\.?\s?(?=\d)", "số "),
    ]


_TESTED = re.compile(r"(?:test|xét nghiệm|XN|PCR|nhanh|kết quả|kháng nguyên|HIV)[^.;\n]{0,20}\Z", re.I)


def _shares() -> list[Rule]:
    units = lexicon.alternatives("units")
    return [
        rule(rf"(?<![\w,./])(\d{{1,4}},\d+|{NUMBER})/(\d{{1,4}},\d+|\d{{1,3}}(?:\.\d{{3}})+|\d+)(?=\s+(?:điểm|hộ|người|"
             rf"ha|m2|tỷ|triệu|km))",
             lambda m: f"{written_number(m[1])} trên {written_number(m[2])}" if "," in m[0] or "." in m[0] else None),
        rule(r"(?<=[Cc]úm A)/(?=H|\ue000)", " "),
        in_context(r"(?<![\w,./])(\d{1,4})/(\d{1,4})(?![\w/]|[.,]\d)", _fraction),
        in_context(rf"(?<=[\w{TAKEN}])\s?/\s?({units})(?!\w)", _per_unit),
        in_context(rf"(?<=[^\W\d_])\s?/\s?(?=[a-zà-ỹđ\d])|(?<={TAKEN})\s?/\s?(?=[a-zà-ỹđ])", _per),
        in_context(rf"(?<=[\w{TAKEN}])\s?/\s?(?=[\d{TAKEN}])", _per_amount),
        rule(r"(?<=\d)\+(?=\s|[,.;)]|$)", " cộng"),
        rule(rf"(?<=[{TAKEN}])\s?%", " phần trăm"),
    ]


def _per_amount(m: Match, text: str) -> Answer:
    """100ml/100kg, 140/90 mmHg: one measure on another."""
    measured = re.match(r"\d[\d.,]*\s?(?:[a-zµ]\w{0,4}[23²³]?|[%°])(?!\w)", text[m.end():m.end() + 16])
    return Said(" trên ", (" một ",)) if measured and re.search(r"\d", text[max(0, m.start() - 14):m.start()]) else None


def _per_unit(m: Match, text: str) -> Answer:
    return f" một {lexicon.table('units')[m[1]]}" if _is_amount(m) else None


def _is_amount(m: Match) -> bool:
    """Is there a number among the last words before the stroke?"""
    before = m.string[max(0, m.start() - 40):m.start()]
    words = re.split(r"[,;:()]", before)[-1].split()
    if not words:
        return False
    if re.fullmatch(r"đồng|lần|tấn|tạ|buổi|triệu|nghìn|tỷ|suất|lượt|con|giờ|phút|kg|lít|một|hai|ba", words[-1]):
        return True
    return any(re.search(rf"[\d{TAKEN}]", word) for word in words[-4:])


def _per(m: Match, text: str) -> Answer:
    following = re.match(NUMBER, m.string[m.end():m.end() + 20])
    if following:
        if not _is_amount(m):
            return None
        return " trên " if re.fullmatch(r"1[0.]*", following[0]) else Said(", ", (" trên ",))
    before, after = m.string[max(0, m.start() - 12):m.start()], m.string[m.end():m.end() + 14]
    sides = re.search(rf"(?:^|\W)(?:{_PLACES})$", before, re.I), re.match(rf"(?:{_PLACES})(?!\w)", after, re.I)
    if all(sides):
        return Said(", ", (" hoặc ",))
    if re.search(r"(?:^|\W)và$", before, re.I) or (re.search(r"(?:^|\W)ông$", before, re.I) and after.startswith("bà")):
        return Said(" ", (" hoặc ",))
    return Said(" một ", (" mỗi ", " trên ")) if _is_amount(m) else None


def _fraction(m: Match, text: str) -> Answer:
    above, below = int(m[1]), int(m[2])
    after = text[m.end():m.end() + 24]
    parts, over = f"{number(above)} phần {_below(below)}", f"{number(above)} trên {number(below)}"
    as_day = (f"ngày {day(m[1])} tháng {month(m[2])}",) if 1 <= above <= 31 and 1 <= below <= 12 else ()
    if re.match(rf"\s+(?:(?:trong|của) )?{SHARES}", after):
        small = below <= 10 or above == 1
        return Said(parts if small else over, (over if small else parts, *as_day))
    if re.match(rf"\s+{COUNTED}(?!\w)", after) and below > 4:
        return Said(over, (parts, *as_day))
    if below == 0 or above >= below or (below > 10 and above != 1) or (len(m[1]) > 1 and m[1][0] == "0"):
        return Said(over, (parts, *as_day) if below else ())
    return Said(parts, (over, *as_day), risky=below <= 12)


def _below(value: int) -> str:
    return "tư" if value == 4 else number(value)


def _late() -> list[Rule]:
    return [
        rule(r"(?<![\w.,])(\d{1,3})\.(\d{1,2})(?![\w]|[.,/]\d)", lambda m: Said(
            f"{number(int(m[1]))} chấm {_after_point(m[2])}", (f"{number(int(m[1]))} phẩy {_after_point(m[2])}",))),
        after("đề án|chỉ thị|nghị quyết|công điện", r"(?<![\w.,/])0([1-9])(?![\d/]|[.,]\d)",
              lambda m: Said(f"không {number(int(m[1]))}", (number(int(m[1])),))),
        # Forms have two places for a count: 02 lần. A number of its own keeps its zero: Công điện số 01.
        rule(r"(?<![\w.,/])(?<!số )0([1-9])(?![\d/]|[.,]\d)",
             lambda m: Said(number(int(m[1])), (f"không {number(int(m[1]))}",))),
        rule(r"(?<=\bsố )0([1-9])(?![\d/]|[.,]\d)",
             lambda m: Said(f"không {number(int(m[1]))}", (number(int(m[1])),))),
    ]


def _after_point(text: str) -> str:
    return digits(text) if text.startswith("0") else number(int(text))
