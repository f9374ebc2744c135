"""What a report says: counts by definition, Vietnamese throughout, the layout of Nghị định 30/2020."""

from __future__ import annotations

import csv
import re
import unicodedata
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from docx.shared import Mm
from reports_office import LETTER, Office, airing

from broadcaster.asrun.model import AiringQuery, Outcome
from broadcaster.base.errors import Refused

ENGLISH = re.compile(r"\b(the|report|total|page|date|time|aired|missed|power|title|from|to|of|number|none)\b", re.I)


def test_items_are_never_mixed_with_airings(busy: Office) -> None:
    report = busy.reports.for_month("2026-11")
    sums = report.totals
    assert sums.items == {"tin": 1, "bai": 1, "thong_bao": 1}
    assert (sums.airings, sums.new_airings, sums.repeats, sums.partial) == (9, 3, 6, 1)
    assert (sums.planned, sums.missed, sums.missed_by_reason) == (10, 1, {"power": 1})
    assert sums.seconds == 5 * 90 + 3 * 300 + 45
    assert (sums.days, sums.sessions) == (3, 6)
    assert [(row.news, row.features, row.airings) for row in report.rows] == [(1, 0, 5), (0, 1, 3), (0, 0, 1)]


def test_a_directive_counts_only_its_own_airings_and_shows_short_days(busy: Office) -> None:
    report = busy.reports.for_directive(LETTER)
    assert len(report.rows) == 1
    assert (report.totals.airings, report.totals.planned) == (5, 6)
    assert [(item.day, item.aired, item.planned) for item in report.short_days] == [(date(2026, 11, 22), 1, 2)]


def test_the_edges_of_a_period_are_inclusive(busy: Office) -> None:
    assert busy.reports.for_period(date(2026, 11, 22), date(2026, 11, 23)).totals.airings == 5
    assert busy.reports.for_period(date(2026, 11, 23), date(2026, 11, 23)).totals.airings == 3
    assert busy.reports.for_month("2026-12").totals.planned == 0


@pytest.mark.parametrize("month", ["2026-13", "11-2026", "2026-1", "", "0000-01"])
def test_a_wrong_month_is_refused(office: Office, month: str) -> None:
    with pytest.raises(Refused) as refusal:
        office.reports.for_month(month)
    assert refusal.value.code == "report.month"


def test_wrong_requests_are_refused_and_leave_no_file(office: Office, out: Path) -> None:
    with pytest.raises(Refused, match="ends"):
        office.reports.for_period(date(2026, 11, 2), date(2026, 11, 1))
    with pytest.raises(Refused) as refusal:
        office.reports.write(office.reports.for_month("2026-11"), "odt", out / "x.odt")
    assert refusal.value.code == "report.format"
    assert not out.exists()
    out.write_text("in the way", encoding="utf-8")
    with pytest.raises(Refused) as refusal:
        office.reports.write(office.reports.for_month("2026-11"), "docx", out / "x.docx")
    assert refusal.value.code == "disk.unwritable"


def texts_of(path: Path) -> list[str]:
    document = Document(str(path))
    cells = [paragraph.text for table in document.tables for row in table.rows for cell in row.cells
             for paragraph in cell.paragraphs]
    return [paragraph.text for paragraph in document.paragraphs] + cells


def written(office: Office, report: Any, fmt: str, out: Path) -> Path:
    return office.reports.write(report, fmt, out / f"bao-cao.{fmt}")


def test_the_document_says_what_it_must(busy: Office, out: Path) -> None:
    path = written(busy, busy.reports.for_directive(LETTER), "docx", out)
    text = "\n".join(texts_of(path))
    for phrase in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ỦY BAN NHÂN DÂN XÃ MẪU", "BÁO CÁO",
        "/BC-UBND", "Mẫu, ngày       tháng 11 năm 2026", "Kính gửi: Sở Văn hóa, Thể thao và Du lịch tỉnh Mẫu.",
        "Thực hiện Công văn số 1349/STTTT-TTBCXB ngày 18/11/2026 của Sở Thông tin và Truyền thông về việc tuyên truyền "
        "phòng, chống đuối nước trẻ em, Ủy ban nhân dân xã Mẫu báo cáo", "I. TÌNH HÌNH CHUNG", "24 cụm loa",
        "II. KẾT QUẢ THỰC HIỆN", "5 lượt, trong đó phát mới 1 lượt, phát lại 4 lượt; tổng thời lượng 7,5 phút",
        "đã phát 5/6 lượt theo lịch (83,3 %); không phát 1 lượt (lý do: mất điện 1 lượt)", "22/11/2026 (1/2 lượt)",
        "III. KHÓ KHĂN, VƯỚNG MẮC", "IV. ĐỀ XUẤT, KIẾN NGHỊ", "./.", "Nơi nhận:", "- Lưu: VT, VHXH.",
        "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "PHỤ LỤC", "Trích nhật ký phát thanh", "Không phát (mất điện)",
    ):
        assert phrase in text, phrase
    assert unicodedata.is_normalized("NFC", text)
    assert not ENGLISH.search(text)


def test_the_result_table_has_the_columns_asked_for(busy: Office, out: Path) -> None:
    document = Document(str(written(busy, busy.reports.for_month("2026-11"), "docx", out)))
    table = next(table for table in document.tables if len(table.columns) == 10)
    assert [cell.text for cell in table.rows[0].cells] == [
        "STT", "Nội dung tuyên truyền", "Văn bản chỉ đạo", "Số tin", "Số bài", "Số lượt phát", "Thời lượng (phút)",
        "Thời gian (từ - đến)", "Cụm loa", "Ghi chú"]
    assert [cell.text for cell in table.rows[1].cells] == [f"({i})" for i in range(1, 11)]
    assert [cell.text for cell in table.rows[2].cells] == [
        "1", "Phòng, chống đuối nước trẻ em", "1349/STTTT-TTBCXB", "1", "0", "5", "7,5", "21/11/2026\n23/11/2026",
        "Toàn bộ", "1 lượt không phát"]
    assert [cell.text for cell in table.rows[-1].cells][1:7] == ["Tổng cộng", "", "1", "1", "9", "23,3"]
    heads = [row for row in table.rows if row._tr.xpath("./w:trPr/w:tblHeader")]
    assert len(heads) == 2, "head and numbers are repeated on every page"


def test_the_page_is_that_of_the_decree(busy: Office, out: Path) -> None:
    path = written(busy, busy.reports.for_month("2026-11"), "docx", out)
    document = Document(str(path))
    first = document.sections[0]
    assert [round(length / Mm(1)) for length in (
        first.page_width, first.page_height, first.top_margin, first.bottom_margin, first.left_margin,
        first.right_margin)] == [210, 297, 20, 20, 30, 15]
    assert first.different_first_page_header_footer
    assert "PAGE" in first.header._element.xml
    assert not first.first_page_header.paragraphs[0].text
    assert document.styles["Normal"].font.name == "Times New Roman"
    sizes = {run.font.size.pt for paragraph in document.paragraphs for run in paragraph.runs}
    assert sizes <= {12, 13, 14}
    with zipfile.ZipFile(path) as package:
        assert "w:themeFont" not in package.read("word/document.xml").decode()


def test_a_period_without_airings_still_gives_an_honest_report(office: Office, out: Path) -> None:
    text = "\n".join(texts_of(written(office, office.reports.for_month("2026-10"), "docx", out)))
    assert "không có nội dung tuyên truyền nào được phát" in text
    assert "Không có nội dung nào được phát" in text
    assert "PHỤ LỤC" not in text


def test_a_letter_without_number_or_date_is_named_as_far_as_possible(office: Office) -> None:
    with pytest.raises(Refused) as refusal:
        office.reports.for_directive("nowhere")
    assert refusal.value.code == "directive.unknown"
    assert office.reports.for_directive(LETTER).totals.airings == 0


def test_T17_strange_titles_reach_every_format(office: Office, out: Path) -> None:
    title = 'Tin "lạ"\n=1+1 📢 \x07\x00 ' + "ộ" * 5000
    office.log(airing("a", date(2026, 11, 21), title=title))
    report = office.reports.for_month("2026-11")
    for fmt in ("docx", "xlsx", "csv"):
        assert written(office, report, fmt, out).stat().st_size > 500
    assert any("Tin \"lạ\"" in text and "📢" in text for text in texts_of(out / "bao-cao.docx"))


def test_the_sheet_holds_numbers_dates_and_formulas(busy: Office, out: Path) -> None:
    path = written(busy, busy.reports.for_month("2026-11"), "xlsx", out)
    book = openpyxl.load_workbook(path)
    sheet = book["Báo cáo"]
    assert sheet.freeze_panes == "A5"
    assert [sheet.cell(5, column).value for column in range(1, 8)] == [
        1, "Phòng, chống đuối nước trẻ em", "1349/STTTT-TTBCXB", 1, 0, 5, 7.5]
    assert sheet["H5"].value == datetime(2026, 11, 21)  # noqa: DTZ001
    assert sheet["B7"].value == "=Lịch cắt điện ngày 24/11/2026"
    assert sheet["B7"].data_type == "s", "a title never becomes a formula"
    assert sheet["F8"].value == "=SUM(F5:F7)"
    values = openpyxl.load_workbook(path, data_only=True)["Báo cáo"]
    assert (values["D8"].value, values["E8"].value, values["F8"].value, values["G8"].value) == (1, 1, 9, 23.25)
    log = values.parent["Nhật ký"]
    assert log.max_row == 11
    assert log["B2"].value == datetime(2026, 11, 21)  # noqa: DTZ001
    assert log["D2"].number_format == "hh:mm:ss"
    book.close()


def test_the_csv_opens_right_in_vietnamese_excel(busy: Office, out: Path) -> None:
    raw = written(busy, busy.reports.for_month("2026-11"), "csv", out).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfSTT,")
    assert b"sep=" not in raw
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines()))
    assert rows[3][1] == "' =Lịch cắt điện ngày 24/11/2026"
    assert rows[1][:7] == ["1", "Phòng, chống đuối nước trẻ em", "1349/STTTT-TTBCXB", "1", "0", "5", "7,5"]


@pytest.mark.parametrize("fmt", ["csv", "xlsx"])
def test_the_whole_log_is_exported_row_by_row(busy: Office, out: Path, fmt: str) -> None:
    path = out / f"nhật ký.{fmt}"
    assert busy.reports.write_log(AiringQuery(), fmt, path) == 11 == busy.asrun.count(AiringQuery())
    if fmt == "csv":
        rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
        assert rows[1][1:5] == ["21/11/2026", "Buổi sáng", "05:00:00", "05:00:15"]
        assert len(rows) == 12
    else:
        book = openpyxl.load_workbook(path)
        sheet = book["Nhật ký"]
        assert (sheet.max_row, sheet.freeze_panes) == (12, "A2")
        assert sheet["D2"].value.strftime("%H:%M:%S") == "05:00:00"
        book.close()
    assert [child.name for child in out.iterdir()] == [path.name], "no draft is left behind"


def test_an_export_asks_as_the_screen_does(busy: Office, out: Path) -> None:
    query = AiringQuery(outcomes=(Outcome.MISSED,))
    assert busy.reports.write_log(query, "csv", out / "log.csv") == len(busy.asrun.airings(query)) == 1
