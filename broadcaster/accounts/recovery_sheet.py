"""The recovery sheet on paper: one A4 page of one-time codes, to be put into an envelope and locked away."""

from __future__ import annotations

from datetime import datetime
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Spacer, Table, TableStyle

from broadcaster.accounts.sheet_parts import (
    DIGITS,
    INK,
    LINE,
    REGULAR,
    WIDTH,
    foot,
    heading,
    load_fonts,
    page_pdf,
    para,
    steps,
    warning,
)

_STEPS = (
    "Ở màn hình đăng nhập hoặc trong mục Người dùng, bấm “Quên mã PIN”.",
    "Chọn tên người quên, chọn “Dùng phiếu khôi phục”, nhập một mã dưới đây (chữ hoa hay chữ thường đều được).",
    "Đặt mã PIN hoặc mật khẩu mới. Gạch bỏ mã vừa dùng: mỗi mã chỉ dùng được một lần.",
)
_KEEP = (
    "Ai cầm phiếu này đều có thể đặt lại mã PIN của bất kỳ người nào ở đài. Cho phiếu vào phong bì dán kín, cất nơi có "
    "khóa (ví dụ két của văn phòng), không chụp ảnh, không gửi qua mạng. Mỗi lần dùng đều được ghi vào nhật ký người "
    "dùng. In phiếu mới thì phiếu này hết giá trị.")


def sheet_pdf(station: str, printed: datetime, codes: list[str]) -> bytes:
    """The page. `printed` is the station's time."""
    load_fonts()
    return page_pdf("Phiếu khôi phục", station, _story(station, printed, codes))


def _story(station: str, printed: datetime, codes: list[str]) -> list[Flowable]:
    below = f"In lúc {printed:%H:%M} ngày {printed:%d/%m/%Y} – {len(codes)} mã, mỗi mã dùng một lần"
    when = ("Khi nào dùng: có người quên mã PIN mà không đủ hai người khác cùng ký xác nhận; hoặc người quản trị duy "
            "nhất bị khóa ngoài.")
    return [*heading(station, "PHIẾU KHÔI PHỤC MÃ PIN", below), para(when, REGULAR, 12, spaceAfter=8), *steps(_STEPS),
            Spacer(1, 12), _codes(codes), Spacer(1, 14), warning(_KEEP), Spacer(1, 22), foot()]


def _codes(codes: list[str]) -> Table:
    half = (len(codes) + 1) // 2
    numbered = [_code(number, code) for number, code in enumerate(codes, start=1)]
    cells = [[numbered[line], *(numbered[line + half:line + half + 1] or [""])] for line in range(half)]
    table = Table(cells, colWidths=[WIDTH / 2] * 2)
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.6, LINE), ("TOPPADDING", (0, 0), (-1, -1), 10),
                               ("BOTTOMPADDING", (0, 0), (-1, -1), 12), ("LEFTPADDING", (0, 0), (-1, -1), 12)]))
    return table


def _code(number: int, code: str) -> Paragraph:
    style = ParagraphStyle("code", fontName=DIGITS, fontSize=16, leading=20, textColor=INK)
    return Paragraph(f'<font name="{REGULAR}" size="11" color="#444c55">{number}.</font>&nbsp;&nbsp;{escape(code)}',
                     style)
