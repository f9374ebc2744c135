"""Telephone numbers, hot lines, accounts and identity numbers: read digit by digit."""

from __future__ import annotations

import re

from broadcaster.speech.normalise.forms import Answer, Match, Rule, Said, of_kind, rule
from broadcaster.speech.normalise.numbers import digits, written_number

_HOT = r"(?:11[1-5]|1022|1080|10[5689]\d|116|117|118|119|1717)"
_LEADS = (r"(?:gọi|gọi số|gọi đến|gọi tới|gọi ngay|số máy|số|thoại|nóng|hotline|tổng đài|SĐT|ĐTDĐ|ĐT|Tel|TEL|fax|Fax|liên hệ|"
          r"nhắn tin đến|điện|công an|cứu hỏa|cấp cứu|trẻ em|đầu số)")
_GROUPED = r"\d(?:[ .\-\u00a0]{0,2}\d)"


def rules() -> list[Rule]:
    return of_kind("phone", [*_full(), *_short(), *_accounts()])


def _full() -> list[Rule]:
    called = (r"(?:tổng đài|hotline|đường dây nóng|số điện thoại|điện thoại|điện thoại bàn|di động|SĐT|ĐTDĐ|ĐT|Tel|số máy|Fax|fax|DĐ|Mobile|mobile)"
              r"(?: số| là| liên hệ| tư vấn| hỗ trợ| miễn phí)?\s?[:.]?\s?")
    return [
        rule(r"(?<!\w)(?:\(\+?84\)|\+84|\(\+84|84(?=-\d{2,3}-\d{6}))[ .\-]?(?:\(0\))?[ )]?(\d{1,3}(?:[ .\-]?\d{2,4}){2,3})(?!\d)",
             lambda m: f"không {digits(m[1])}" if 8 <= len(digits(m[1]).split()) <= 10 else None),
        rule(r"(?<![\w.,/-])(?:\(0\d{1,3}\)(?:[ .\-]{0,3}\d){6,8}|02(?:[ .\-]{0,3}\d){8,9}"
             r"|0[13456789]\d(?:[ .\-]{0,1}\d){7,8})(?!\d|[.,]\d)", lambda m: digits(m[0])),
        rule(rf"(?<=[\d{chr(0xe000)}][/-])0[35789]\d{{8}}(?!\d)", lambda m: digits(m[0])),
        rule(r"(?<![\w.,/])1[89]00[ .\-]?\d{2,4}(?:[ .\-]?\d{2,3})?(?![\d/])(?!\s?(?:đồng|đ\b))", lambda m: _line(m[0])),
        rule(rf"(?i:\b({called}))(\d{{3,4}}(?:[ .\-]\d{{2,4}}){{1,3}}|\d{{1,2}}(?:[ .\-]\d{{3}}){{2}}|\d{{7,11}})(?!\d)",
             lambda m: f"{_lead(m[1])}{digits(m[2])}"),
        rule(r"(?i:(máy lẻ|số máy|nhánh|số nội bộ)[: ]+)(\d{2,4})(?![\d/])", lambda m: f"{m[1]} {digits(m[2])}"),
        rule(r"(?i:\b(gọi(?: đến| tới| qua)?(?: số)?)\s+)(\d{6,8})(?![\w.,/])", lambda m: f"{m[1]} {digits(m[2])}"),
        rule(r"(?i:\b(gửi|gửi đến|gửi tới|gửi số|gửi đến số|đầu số|tổng đài|bấm|nhấn|số tổng đài|nhắn tin đến số)\s+)(\d{3,6})"
             r"(?=\s*(?:[,.;:)]|$|để |hoặc |và |theo ))", lambda m: f"{m[1]} {digits(m[2])}", re.M),
    ]


def _line(text: str) -> Answer:
    return Said(digits(text))


def _lead(text: str) -> str:
    plain = text.strip()
    for short, said in (("SĐT", "số điện thoại"), ("ĐTDĐ", "điện thoại di động"), ("ĐT", "điện thoại"),
                        ("Tel", "điện thoại"), ("DĐ", "di động"), ("Mobile", "di động"), ("Fax", "phách"), ("fax", "phách"), ("hotline", "đường dây nóng")):
        if plain.startswith(short):
            plain = said + plain[len(short):]
    return plain + " "


def _short() -> list[Rule]:
    joined = rf"(?:\s*(?:,|hoặc|và|/|-)\s*(?:số )?{_HOT})*"
    return [
        rule(rf"\b({_LEADS}[: ]+)({_HOT}{joined})(?![\d/.,]\d|\d)(?! (?:thanh niên|người|hộ|đồng|ca|lượt|cuộc)\b)", _hot_lines, re.I),
        rule(r"(?<![\w.,/-])11[1-5](?= \((?:công an|cứu|chữa|cấp|cảnh|y tế|bảo vệ|tìm))", lambda m: digits(m[0])),
        rule(rf"(?<=\()({_HOT})(?=\))", lambda m: digits(m[0])),
    ]


def _hot_lines(m: Match) -> Answer:
    if re.fullmatch(r"số[: ]+", m[1], re.I) and not re.match(r"11[1-5]|1022", m[2]):
        return None
    return _hot_lead(m[1]) + re.sub(
        r"\d+|\s*[/-]\s*", lambda part: digits(part[0]) if part[0].isdecimal() else ", ", m[2])


def _hot_lead(text: str) -> str:
    return re.sub(r"SĐT", "số điện thoại", re.sub(r"\bhotline\b", "đường dây nóng", re.sub(r"\bĐT\b", "điện thoại", text)))


def _accounts() -> list[Rule]:
    lead = (r"(?:số tài khoản|tài khoản(?: số)?|STK|TK|mã số thuế|MST|mã số(?: định danh)?|mã định danh|mã bưu chính|mã vạch|"
            r"số thẻ|thẻ(?: BHYT)? số|số định danh|(?:CCCD|CMND|CMT|căn cước(?: công dân)?|chứng minh(?: nhân dân)?|hộ chiếu)(?: số)?|"
            r"số (?:CCCD|CMND|CMT|căn cước(?: công dân)?)|số seri|số sê-ri|mã (?:hồ sơ|đơn vị|khách hàng))")
    short = {"STK": "số tài khoản", "TK": "tài khoản", "MST": "mã số thuế"}
    return [
        rule(rf"(?i:\b({lead})(\s?[: ]\s?))((?:[A-Z]{{1,2}})?\d{{4,}}(?:[ .\-]\d+)*)(?!\d)",
             lambda m: f"{_named(m[1], short)} {_letters_digits(m[3])}"),
        # So long a number without points is nobody's amount.
        rule(r"(?<![\w.,/-])(?:0\d{5,}|\d{9,})(?![\d/]|[.,]\d|\s?(?:đồng|đ\b|VN|USD))",
             lambda m: Said(digits(m[0]), (written_number(m[0]),))),
    ]


def _named(text: str, short: dict[str, str]) -> str:
    for written, said in (*short.items(), ("CCCD", "căn cước công dân"), ("CMND", "chứng minh nhân dân"),
                          ("CMT", "chứng minh thư"), ("BHYT", "bảo hiểm y tế")):
        text = re.sub(rf"\b{written}\b", said, text)
    return text


def _letters_digits(text: str) -> str:
    from broadcaster.speech.normalise.numbers import letters

    head = re.match(r"[A-Z]*", text)
    lead = head[0] if head else ""
    return " ".join(part for part in (letters(lead), digits(text[len(lead):])) if part)
