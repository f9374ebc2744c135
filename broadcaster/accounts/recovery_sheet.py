"""The recovery sheet on paper: one A4 page of one-time codes, to be put into an envelope and locked away."""

from __future__ import annotations

import io
from datetime import datetime
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Spacer, Table, TableStyle

from broadcaster.base.paths import shipped
from broadcaster.base.vietnamese import one_line

_REGULAR, _SEMI, _BOLD, _DIGITS = "BeVietnamPro-Regular", "BeVietnamPro-SemiBold", "BeVietnamPro-Bold", "Courier-Bold"
_INK, _SOFT, _LINE = HexColor("#17212b"), HexColor("#444c55"), HexColor("#9aa5af")
_MARGIN = 22 * mm
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
    _fonts()
    out = io.BytesIO()
    width, height = A4
    document = BaseDocTemplate(out, pagesize=A4, title="Phiếu khôi phục", author=_drawn(station), lang="vi-VN",
                               invariant=1)
    frame = Frame(_MARGIN, _MARGIN, width - 2 * _MARGIN, height - 2 * _MARGIN, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate("page", [frame]))
    document.build(_story(station, printed, codes, width - 2 * _MARGIN))
    return out.getvalue()


def _story(station: str, printed: datetime, codes: list[str], width: float) -> list[Flowable]:
    story: list[Flowable] = [
        _para(station.upper(), _SEMI, 12, alignment=TA_CENTER, textColor=_SOFT),
        _para("PHIẾU KHÔI PHỤC MÃ PIN", _BOLD, 24, alignment=TA_CENTER, spaceBefore=8, spaceAfter=2),
        _para(f"In lúc {printed:%H:%M} ngày {printed:%d/%m/%Y} – {len(codes)} mã, mỗi mã dùng một lần", _REGULAR, 11,
              alignment=TA_CENTER, textColor=_SOFT, spaceAfter=16),
        _para("Khi nào dùng: có người quên mã PIN mà không đủ hai người khác cùng ký xác nhận; hoặc người quản trị duy "
              "nhất bị khóa ngoài.", _REGULAR, 12, spaceAfter=8)]
    story += [_para(f"{number}. {step}", _REGULAR, 12, leftIndent=16, firstLineIndent=-16, spaceAfter=4)
              for number, step in enumerate(_STEPS, start=1)]
    return [*story, Spacer(1, 12), _codes(codes, width), Spacer(1, 14), _warning(width), Spacer(1, 22), _foot(width)]


def _codes(codes: list[str], width: float) -> Table:
    half = (len(codes) + 1) // 2
    numbered = [_code(number, code) for number, code in enumerate(codes, start=1)]
    cells = [[numbered[line], *(numbered[line + half:line + half + 1] or [""])] for line in range(half)]
    table = Table(cells, colWidths=[width / 2] * 2)
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.6, _LINE), ("TOPPADDING", (0, 0), (-1, -1), 10),
                               ("BOTTOMPADDING", (0, 0), (-1, -1), 12), ("LEFTPADDING", (0, 0), (-1, -1), 12)]))
    return table


def _code(number: int, code: str) -> Paragraph:
    style = ParagraphStyle("code", fontName=_DIGITS, fontSize=16, leading=20, textColor=_INK)
    return Paragraph(f'<font name="{_REGULAR}" size="11" color="#444c55">{number}.</font>&nbsp;&nbsp;{escape(code)}',
                     style)


def _warning(width: float) -> Table:
    box = Table([[_para(_KEEP, _SEMI, 11.5)]], colWidths=[width])
    box.setStyle(TableStyle([("BOX", (0, 0), (-1, -1), 1.2, HexColor("#a61f1a")), ("LEFTPADDING", (0, 0), (-1, -1), 12),
                             ("RIGHTPADDING", (0, 0), (-1, -1), 12), ("TOPPADDING", (0, 0), (-1, -1), 8),
                             ("BOTTOMPADDING", (0, 0), (-1, -1), 10)]))
    return box


def _foot(width: float) -> Table:
    lines = [["Người nhận phiếu", "Nơi cất giữ"], ["", ""], ["…………………………………………", "…………………………………………"]]
    table = Table([[_para(text, _SEMI, 11, alignment=TA_CENTER) for text in line] for line in lines],
                  colWidths=[width / 2] * 2, rowHeights=[18, 46, 18])
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")]))
    return table


def _para(text: str, font: str, size: float, **more: Any) -> Paragraph:
    style = ParagraphStyle(f"{font}{size}", fontName=font, fontSize=size, leading=size * 1.4,
                           **{"textColor": _INK, **more})
    return Paragraph(escape(_drawn(text)), style)


def _drawn(text: str) -> str:
    """Only what the font has: an empty box on paper tells nobody anything."""
    known = pdfmetrics.getFont(_REGULAR).face.charToGlyph
    return "".join(letter for letter in one_line(text) if ord(letter) in known or letter == " ")


@cache
def _fonts() -> None:
    """By file, so that no other version of the same name is taken."""
    for name in (_REGULAR, _SEMI, _BOLD):
        pdfmetrics.registerFont(TTFont(name, str(shipped("resources", "fonts", f"{name}.ttf"))))
