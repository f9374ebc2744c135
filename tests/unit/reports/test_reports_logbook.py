"""The paper logbook, read back: columns, corrections struck through, sums, faults, names, seals, days off."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest
from reports_office import Office, airing

from broadcaster.accounts.model import Person, Role
from broadcaster.asrun import correction_store
from broadcaster.asrun.model import Correction, Outcome
from broadcaster.asrun.signatures import SignatureService
from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.settings import Settings
from broadcaster.reports.logbook import span_words
from broadcaster.reports.logbook_service import LogbookService

FRIDAY = date(2026, 11, 20)
OFFICER = Person("p1", "Cán bộ truyền thanh", "Cán bộ", Role.OPERATOR)
SEALED = "5f" * 16


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock(datetime(2026, 11, 23, 7, 5, tzinfo=STATION_ZONE))


@pytest.fixture
def book(office: Office) -> LogbookService:
    office.log(
        airing("a", FRIDAY, title="Lịch tiêm chủng", number="1349/STTTT-TTBCXB"),
        replace(airing("b", FRIDAY, 18_100, title="Thu gom rác", kind="bai", outcome=Outcome.MISSED, reason="power"),
                origin="superior"),
        airing("c", FRIDAY, 17 * 3600, title="Nhạc hiệu", kind="nhac_hieu"),
        airing("d", FRIDAY, 17 * 3600 + 60, title="Nhạc cắt hỏng", kind="nhac_cat", outcome=Outcome.MISSED,
               reason="file_missing"),
        airing("e", FRIDAY + timedelta(days=2), title="Chủ nhật xanh"),
        airing("f", FRIDAY + timedelta(days=3), 10 * 3600, title="Chưa phát", outcome=Outcome.PENDING))
    with office.database.write("correction") as c:
        correction_store.add(c, Correction("1", "b", FRIDAY.isoformat(), Outcome.AIRED, "", "máy phát điện chạy",
                                           "Cán bộ truyền thanh", "2026-11-21T07:00:00.000+07:00"))
    signatures = SignatureService(office.database, office.clock, office.asrun)
    signatures.sign_day(FRIDAY, OFFICER)
    return LogbookService(office.database, Settings(), office.clock, office.asrun, signatures,
                          lambda day: f"DAIXA1 xa-mau {day} {SEALED} 0123456789abcdef" if day == "2026-11-20" else "")


def pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        found = []
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            found.append(" ".join(text.get_text_bounded().split()))
            text.close()
            page.close()
        return found
    finally:
        document.close()


def test_a_day_on_paper(book: LogbookService) -> None:
    (page,) = pages(book.pdf(FRIDAY, FRIDAY))
    for words in ("SỔ NHẬT KÝ PHÁT THANH", "Thứ Sáu, ngày 20/11/2026", "Lịch tiêm chủng", "05:00:00 05:01:30",
                  "(05:01)", "Cấp trên gửi", "Tiếng Việt", "Không phát (mất điện) Đã phát",
                  "Đính chính: máy phát điện chạy (Cán bộ truyền thanh, 21/11/2026 07:00)",
                  "Cộng trong ngày: 2 lượt phát", "đính chính 1 lượt", "Sự cố: không.",
                  "Đã ký trong phần mềm: Cán bộ truyền thanh (Cán bộ), 23/11/2026 07:05.",
                  "Dấu niêm phong của ngày: 5f5f 5f5f 5f5f 5f5f", "Lãnh đạo phụ trách", "Trang 1/1",
                  "Không ghi 1 nhạc hiệu", "Nhạc cắt hỏng"):
        assert words in page, words
    assert "Nhạc hiệu" not in page.replace("nhạc hiệu", "")


def test_a_span_says_which_days_were_silent(book: LogbookService) -> None:
    text = " ".join(pages(book.pdf(FRIDAY, FRIDAY + timedelta(days=10))))
    assert "Chủ nhật, ngày 22/11/2026" in text
    assert "Chưa ký trong phần mềm." in text
    assert "Ngày này chưa có dấu niêm phong." in text
    assert "Còn 1 mục chưa đến giờ phát." in text
    assert "Ngày chưa kết thúc" in text
    assert "Cộng cả kỳ: 2 ngày có phát, 3 lượt phát" in text
    assert "1 ngày không có lịch phát và không phát: 21/11." in text


def test_many_pages_count_themselves(office: Office, book: LogbookService) -> None:
    office.log(*(airing(f"n{number}", FRIDAY + timedelta(days=1), 18_000 + 100 * number) for number in range(60)))
    found = pages(book.pdf(FRIDAY + timedelta(days=1), FRIDAY + timedelta(days=1)))
    assert len(found) > 2
    assert [re.search(r"Trang (\d+)/(\d+)", page).groups() for page in found] == [  # type: ignore[union-attr]
        (str(number), str(len(found))) for number in range(1, len(found) + 1)]
    assert all("Giờ phát" in page for page in found[:-1])


def test_endless_words_fit_their_page(office: Office, book: LogbookService) -> None:
    saturday = FRIDAY + timedelta(days=1)
    office.log(replace(airing("z", saturday, title="tuyên truyền " * 400), voice="x" * 900, ordered_by="y " * 900,
                       session_name="buổi " * 300, approver="z" * 2_000, zones=tuple(f"Thôn {n}" for n in range(300))))
    assert pages(book.pdf(saturday, saturday))


def test_fonts_are_embedded(book: LogbookService) -> None:
    pdf = book.pdf(FRIDAY, FRIDAY)
    assert b"/FontFile2" in pdf
    assert b"BeVietnamPro" in pdf


def test_word_and_excel_hold_the_same(book: LogbookService, tmp_path: Path) -> None:
    last = FRIDAY + timedelta(days=2)
    assert book.write(FRIDAY, last, "docx", tmp_path / "so.docx") == 2
    assert book.write(FRIDAY, last, "xlsx", tmp_path / "so.xlsx") == 2
    word = docx.Document(str(tmp_path / "so.docx"))
    runs = [run for table in word.tables for row in table.rows for cell in row.cells for part in cell.paragraphs
            for run in part.runs]
    assert [run.text for run in runs if run.font.strike] == ["Không phát (mất điện)"]
    assert any("Dấu niêm phong" in part.text for part in word.paragraphs)
    made = openpyxl.load_workbook(tmp_path / "so.xlsx", rich_text=True)
    made.close()
    sheet = made["Nhật ký"]
    rows = [row for row in sheet.iter_rows(values_only=True) if row[2] == "Thu gom rác"]
    assert str(rows[0][9]) == "Không phát (mất điện) Đã phát"
    assert rows[0][9][0].font.strike
    assert rows[0][7] == 1.5
    assert sheet.freeze_panes == "A5"


def test_nothing_at_all(book: LogbookService, tmp_path: Path) -> None:
    (page,) = pages(book.pdf(date(2026, 1, 5), date(2026, 1, 5)))
    assert "Không có lịch phát và không phát gì trong ngày." in page
    (page,) = pages(book.pdf(date(2025, 1, 1), date(2025, 12, 31)))
    assert "Không có ngày nào trong kỳ có nhật ký." in page
    for fmt in ("docx", "xlsx"):
        assert book.write(date(2025, 1, 5), date(2025, 1, 6), fmt, tmp_path / f"a.{fmt}") == 0


@pytest.mark.parametrize(("first", "last", "fmt", "code"), [
    (FRIDAY, FRIDAY - timedelta(days=1), "pdf", "report.period"),
    (FRIDAY, FRIDAY, "odt", "report.format"),
    (FRIDAY - timedelta(days=90), FRIDAY, "docx", "logbook.long")])
def test_what_cannot_be_is_refused(book: LogbookService, tmp_path: Path, first: date, last: date, fmt: str,
                                   code: str) -> None:
    with pytest.raises(Refused) as refused:
        book.write(first, last, fmt, tmp_path / "so")
    assert refused.value.code == code
    assert [path.name for path in tmp_path.iterdir()] == ["trạm mẫu"]


def test_called_off_halfway_leaves_nothing(book: LogbookService, tmp_path: Path) -> None:
    def stop(day: date) -> None:
        raise InterruptedError

    with pytest.raises((InterruptedError, Refused)):
        book.write(FRIDAY, FRIDAY + timedelta(days=5), "pdf", tmp_path / "so.pdf", stop)
    assert [path.name for path in tmp_path.iterdir()] == ["trạm mẫu"]


def test_spans_in_words() -> None:
    assert span_words(FRIDAY, FRIDAY) == "Thứ Sáu, ngày 20/11/2026"
    assert span_words(date(2026, 11, 16), date(2026, 11, 22)) == "Tuần từ 16/11/2026 đến 22/11/2026"
    assert span_words(date(2026, 11, 1), date(2026, 11, 30)) == "Tháng 11 năm 2026"
    assert span_words(date(2026, 1, 1), date(2026, 12, 31)) == "Từ 01/01/2026 đến 31/12/2026"
