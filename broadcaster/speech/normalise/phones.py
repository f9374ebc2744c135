"""Telephone numbers, hot lines, accounts and identity numbers: read digit by digit."""

from __future__ import annotations

import re

from broadcaster.speech.normalise.forms import Answer, Match, Rule, Said, after, of_kind, rule
from broadcaster.speech.normalise.numbers import digits, letters, written_number

_HOT = r"(?:11[1-9]|1022|1080|10[5689]\d|1717)"
_CALLED = (r"(?:tổng đài|hotline|đường dây nóng|điện thoại|điện thoại bàn|di động|SĐT|ĐTDĐ|DĐ|ĐT|tel|số máy|fax|mobile)"
           r"(?: số| là| liên hệ| tư vấn| hỗ trợ| miễn phí| trực ban)?")
_LEADS = (r"gọi|gọi số|gọi đến|gọi tới|gọi ngay|số máy|thoại|nóng|hotline|tổng đài|SĐT|ĐTDĐ|ĐT|tel|fax|liên hệ|"
          r"nhắn tin đến|công an|cứu hỏa|cấp cứu|trẻ em|đầu số|(?:gọi|thoại|nóng|đài|máy|đến|tới|khẩn cấp) số")
_ACCOUNTS = (r"tài khoản(?: số)?|STK|TK|mã số thuế|MST|mã số(?: định danh)?|mã định danh|mã bưu chính|mã vạch|số thẻ|"
             r"thẻ(?: BHYT)? số|số định danh|(?:CCCD|CMND|CMT|căn cước(?: công dân)?|chứng minh(?: nhân dân)?|hộ chiếu)"
             r"(?: số)?|số seri|số sê-ri|mã (?:hồ sơ|đơn vị|khách hàng)")
_MESSAGES = r"gửi|gửi đến|gửi tới|gửi số|gửi đến số|đầu số|tổng đài|bấm|nhấn|nhắn tin đến số"
_COUNTED = r"(?! (?:thanh niên|người|hộ|đồng|ca|lượt|cuộc)\b)"


def rules() -> list[Rule]:
    return of_kind("phone", [*_full(), *_short(), *_accounts()])


def _full() -> list[Rule]:
    return [
        rule(r"(?<!\w)(?:\(\+?84\)|\+84|\(\+84|84(?=-\d{2,3}-\d{6}))[ .\-]?(?:\(0\))?[ )]?"
             r"(\d{1,3}(?:[ .\-]?\d{2,4}){2,3})(?!\d)",
             lambda m: f"không {digits(m[1])}" if 8 <= len(digits(m[1]).split()) <= 10 else None),
        rule(r"(?<![\w.,/-])(?:\(0\d{1,3}\)(?:[ .\-]{0,3}\d){6,8}|02(?:[ .\-]{0,3}\d){8,9}"
             r"|0[13456789]\d(?:[ .\-]{0,1}\d){7,8})(?!\d|[.,]\d)", lambda m: digits(m[0])),
        # Digits hidden from view: 0977xxx123.
        rule(r"(?<![\w.,/])0\d{1,5}(?:[ .]?(?:\d{1,4}|[xX*]{2,6})){1,4}(?!\w)", _hidden),
        rule(r"(?<=[\d\ue000][/-])0[35789]\d{8}(?!\d)", lambda m: digits(m[0])),
        rule(r"(?<![\w.,/])1[89]00[ .\-]?\d{2,4}(?:[ .\-]?\d{2,3})?(?![\d/])(?!\s?(?:đồng|đ\b))",
             lambda m: digits(m[0])),
        after(_CALLED, r"(?<![\d.,/-])(\d{3,4}(?:[ .\-]\d{2,4}){1,3}|\d{1,2}(?:[ .\-]\d{3}){2}|\d{7,11})(?!\d)",
              lambda m: digits(m[0])),
        after(r"máy lẻ|số máy|nhánh|số nội bộ", r"(?<![\d.,/])(\d{2,4})(?![\d/])", lambda m: digits(m[0])),
        after(r"gọi(?: đến| tới| qua)?(?: số)?", r"(?<![\d.,/])(\d{6,8})(?![\w.,/])", lambda m: digits(m[0])),
        after(_MESSAGES, r"(?<![\d.,/])(\d{3,6})(?=\s*(?:[,.;:)]|$|để |hoặc |và |theo ))", lambda m: digits(m[0]),
              re.M),
    ]


def _hidden(m: Match) -> Answer:
    if not re.search("[xX*]{2}", m[0]):
        return None
    return ", ".join(digits(part) if part[0].isdecimal() else " ".join(["ích"] * len(part))
                     for part in re.findall(r"[\d .]*\d|[xX*]+", m[0]))


def _short() -> list[Rule]:
    joined = rf"(?:\s*(?:,|hoặc|và|/|-)\s*(?:số )?{_HOT}(?!\d)){{0,6}}"
    return [
        after(_LEADS, rf"(?<![\w.,/])1[017](?:[1-9]|22|80|[5689]\d|17)(?<!1[07]\d){joined}(?![\d/.,]\d|\d){_COUNTED}",
              _hot_lines),
        after("số", rf"(?<![\w.,/])11[1-5]{joined}(?![\d/.,]\d|\d){_COUNTED}", _hot_lines),
        rule(r"(?<![\w.,/-])11[1-5](?= \((?:công an|cứu|chữa|cấp|cảnh|y tế|bảo vệ|tìm))", lambda m: digits(m[0])),
        rule(r"(?<=\()11[1-5](?=\))", lambda m: digits(m[0])),
    ]


def _hot_lines(m: Match) -> Answer:
    return re.sub(r"\d+|\s*[/-]\s*", lambda part: digits(part[0]) if part[0].isdecimal() else ", ", m[0])


def _accounts() -> list[Rule]:
    return [
        after(_ACCOUNTS, r"(?<![\d.,/])\d{4,}(?:[ .\-]\d+){0,8}(?!\d)", lambda m: digits(m[0])),
        after(_ACCOUNTS, r"(?<!\w)([A-Z]{1,2})(\d{4,}(?:[ .\-]\d+){0,8})(?!\d)",
              lambda m: f"{letters(m[1])} {digits(m[2])}"),
        # So long a number without points is nobody's amount.
        rule(r"(?<![\w.,/-])(?:0\d{5,}|\d{9,})(?![\d/]|[.,]\d|\s?(?:đồng|đ\b|VN|USD))",
             lambda m: Said(digits(m[0]), (written_number(m[0]),))),
    ]
