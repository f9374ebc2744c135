"""The weekly schedule on paper: every item of every session is there, and what the paper is not is said on it."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date, datetime, timedelta

import pypdfium2
import pytest
from docx import Document

from broadcaster.base.clock import STATION_ZONE
from broadcaster.base.settings import StationSection
from broadcaster.reports.writers.week_sheet import week_docx
from broadcaster.schedule.sheets.sheet import APPROVED, SUBMITTED, Sheet, SheetItem, Slot
from broadcaster.schedule.sheets.sheet_pdf import sheet_pdf
from broadcaster.schedule.sheets.sheet_text import Paper, code_text, paper_of

MONDAY = date(2026, 11, 23)
KEY = bytes(range(32))
STATION = StationSection()


def week(count: int, title: str = "Mục số", days: int = 7) -> tuple[Slot, ...]:
    slots = []
    for n in range(days):
        day = MONDAY + timedelta(n)
        for hour, name in ((5, "Buổi sáng"), (17, "Buổi chiều")):
            starts = datetime(day.year, day.month, day.day, hour, tzinfo=STATION_ZONE)
            items = tuple(SheetItem(f"c{k}", f"{title} {k}", f"{40 + k}/UBND-VX", hour > 5, 61.0, f"k{k}")
                          for k in range(count))
            slots.append(Slot(day, f"{day}/{hour}", name, starts, starts + timedelta(minutes=45), ("all",), items))
    return tuple(slots)


def sheet(slots: tuple[Slot, ...], state: str = APPROVED, approver: str = "Phó Chủ tịch") -> Sheet:
    return Sheet("01m7", MONDAY, slots, state, "Cán bộ truyền thanh", "2026-11-20T16:05:00.000+07:00",
                 approver if state != SUBMITTED else "", "2026-11-20T17:10:00.000+07:00" if state == APPROVED else "",
                 "sai giờ" if state == "returned" else "").sealed(KEY)


def paper(slots: tuple[Slot, ...], of: Sheet | None = None) -> Paper:
    return paper_of(MONDAY, slots, of, STATION, date(2026, 11, 20), KEY, {"Phó Chủ tịch": "Phó Chủ tịch UBND xã"})


def pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    found = []
    for page in document:
        text = page.get_textpage()
        found.append(" ".join(text.get_text_range().split()))
        text.close()
        page.close()
    document.close()
    return found


def test_every_airing_is_on_the_paper_and_every_page_has_its_head() -> None:
    slots = week(9)
    found = pages(sheet_pdf(paper(slots, sheet(slots))))
    assert len(found) > 2
    assert sum(len(re.findall(r"Mục số \d", text)) for text in found) == 7 * 2 * 9
    assert all("Thực hiện văn bản" in text and f"/{len(found)}" in text for text in found)
    assert "LỊCH PHÁT THANH TUẦN" in found[0]
    assert any("(tiếp)" in text for text in found[1:])
    last = found[-1]
    for words in (sheet(slots).digest, "NGƯỜI DUYỆT", "Phó Chủ tịch (Phó Chủ tịch UBND xã)",
                  "9 nội dung khác nhau", "126 lượt phát"):
        assert words in last


@pytest.mark.parametrize(("state", "mark"), [
    ("", "BẢN DỰ THẢO"), ("submitted", "ĐANG CHỜ DUYỆT"), ("returned", "BỊ TRẢ LẠI"), ("voided", "THAY THẾ"),
    ("approved", "")])
def test_only_an_approved_sheet_looks_like_one(state: str, mark: str) -> None:
    slots = week(1)
    made = paper(slots, sheet(slots, state) if state else None)
    text = " ".join(pages(sheet_pdf(made)))
    assert (mark in text) if mark else made.mark == ""
    assert ("ngày 20 tháng 11" in text) is (state == "approved")
    assert made.approver == ("Phó Chủ tịch" if state == "approved" else "")
    if state == "returned":
        assert "sai giờ" in text


def test_who_approved_their_own_schedule_is_said_on_it() -> None:
    slots = week(1)
    alone = paper(slots, sheet(slots, approver="Cán bộ truyền thanh"))
    assert "tự duyệt" in " ".join(pages(sheet_pdf(alone)))
    assert paper(slots, sheet(slots)).warning == ""


def test_an_empty_week_and_endless_names_are_printed_too() -> None:
    assert "chưa có nội dung" in " ".join(pages(sheet_pdf(paper(()))))
    wild = week(2, "Thông báo " + "rất dài " * 80 + "x" * 900 + " \ufffe\x00<b>&", days=2)
    wild = tuple(replace(slot, name="Buổi " + "y" * 300, zones=("Thôn " + "z" * 80,) * 30) for slot in wild)
    assert pages(sheet_pdf(paper(wild)))
    assert week_docx(paper(wild))


def test_the_word_document_says_the_same() -> None:
    slots = week(3)
    document = Document(io.BytesIO(week_docx(paper(slots, sheet(slots)))))
    section = document.sections[0]
    assert section.page_width > section.page_height
    grid = document.tables[1]
    cells = [cell.text for row in grid.rows for cell in row.cells]
    assert sum(text.startswith("Mục số") for text in cells) == 42
    assert "Thứ Hai, ngày 23/11/2026" in cells
    assert sheet(slots).digest in "\n".join(line.text for line in document.paragraphs)


def test_a_printed_code_names_one_sheet_in_one_state() -> None:
    slots = week(1)
    codes = {code_text(one, key) for one in (sheet(slots), sheet(slots, SUBMITTED), sheet(week(2)))
             for key in (KEY, bytes(32))}
    assert len(codes) == 6
    assert re.fullmatch(r"DAIXALT1:01M7:[0-9A-F]{64}:[0-9A-F]{24}", code_text(sheet(slots), KEY))
