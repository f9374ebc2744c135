"""The recovery phrase on paper: one A4 page to be put into an envelope and locked away, not beside the stick."""

from __future__ import annotations

from datetime import datetime

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
    "Cài chương trình trên máy mới, cắm USB hoặc ổ đĩa chứa bản sao lưu.",
    "Ở màn hình đầu tiên chọn “Khôi phục từ bản sao lưu”, chọn bản cần lấy lại.",
    "Khi được hỏi, gõ tám nhóm số dưới đây theo thứ tự (có hay không có dấu cách đều được). Chữ số cuối mỗi nhóm để "
    "kiểm tra: gõ sai nhóm nào chương trình báo ngay nhóm đó.",
)
_KEEP = (
    "Mất phiếu này thì không ai mở được bản sao lưu, kể cả người viết chương trình. Ai cầm cả phiếu này và bản sao lưu "
    "thì đọc được toàn bộ dữ liệu của đài. Vì vậy cho phiếu vào phong bì dán kín, cất nơi có khóa và không để chung "
    "chỗ với USB hay ổ đĩa sao lưu; không chụp ảnh, không gửi qua mạng.")


def phrase_pdf(station: str, printed: datetime, phrase: str) -> bytes:
    """The page. `printed` is the station's time."""
    load_fonts()
    below = f"In lúc {printed:%H:%M} ngày {printed:%d/%m/%Y} – dùng cho các bản sao lưu mã hóa từ lúc này"
    when = "Khi nào dùng: máy hỏng, mất hoặc thay máy mới, cần lấy lại đài từ bản sao lưu đã mã hóa."
    story: list[Flowable] = [
        *heading(station, "PHIẾU MỞ BẢN SAO LƯU", below), para(when, REGULAR, 12, spaceAfter=8), *steps(_STEPS),
        Spacer(1, 14), _groups(phrase.split()), Spacer(1, 16), warning(_KEEP), Spacer(1, 24), foot()]
    return page_pdf("Phiếu mở bản sao lưu", station, story)


def _groups(groups: list[str]) -> Table:
    half = len(groups) // 2
    style = ParagraphStyle("group", fontName=DIGITS, fontSize=20, leading=24, textColor=INK)
    cells = [[Paragraph(f'<font name="{REGULAR}" size="11" color="#444c55">{number}.</font>&nbsp;{group}', style)
              for number, group in enumerate(groups, start=1)][start:start + half] for start in (0, half)]
    table = Table(cells, colWidths=[WIDTH / half] * half)
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.6, LINE), ("TOPPADDING", (0, 0), (-1, -1), 12),
                               ("BOTTOMPADDING", (0, 0), (-1, -1), 14), ("LEFTPADDING", (0, 0), (-1, -1), 10)]))
    return table
