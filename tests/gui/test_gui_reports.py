"""The report page on a station that really aired: choose, look, write as Word, Excel and CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from gui_steps import settle
from page_station import APPROVER, Station, page_of
from page_station import sound as make_sound
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from broadcaster.base.paths import StationHome
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.reports.model import LETTER, PERIOD, Asked, file_name, months, with_ending
from broadcaster.library.model import CartKind

LETTERS = Path(__file__).parent.parent / "data" / "letters"


@pytest.fixture
def station(home: StationHome, tmp_path: Path) -> Iterator[Station]:
    made = Station(home, tmp_path)
    made.people()
    yield made
    made.app.close()


@pytest.fixture
def page(qtbot: Any, station: Station, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: True)
    window = MainWindow(station.app)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    yield page_of_reports(qtbot, window)
    window.close()
    settle(qtbot)


def page_of_reports(qtbot: Any, window: MainWindow) -> Any:
    window.go("reports")
    settle(qtbot)
    return page_of(window, "reports")


def air(station: Station) -> str:
    """A day with one news item for a letter; the letter's id."""
    letter = station.app.directives.add(LETTERS / "01.txt").directive
    station.furniture()
    station.sessions("05:00", "17:00")
    wav = make_sound(station.folder / "tin.wav", 3.0, 77)
    cart = station.app.library.add(wav, title="Cuộc thi Bác Hồ với thiếu nhi",
                                   kind=CartKind.NEWS, directive_id=letter.id, by="Cán bộ truyền thanh").cart
    station.app.approvals.submit(f"cart:{cart.id}", "Cán bộ truyền thanh")
    station.app.approvals.approve(f"cart:{cart.id}", station.app.accounts.by_name(APPROVER))
    station.campaign(station.app.library.get(cart.id), times=2, days=3)
    station.play_until(18)
    return letter.id


def tiles(page: Any) -> list[str]:
    return [page.figures.itemAt(number).widget().accessibleName() for number in range(page.figures.count())]


def shown(page: Any) -> list[str]:
    return [page.table.rows.row_at(number).row.title for number in range(len(page.table.rows.ids))]


def test_an_empty_period_says_so(page: Any) -> None:
    assert "Không phát nội dung nào" in page.table._empty._sentence.text()
    assert not page.docx_button.isEnabled()
    assert tiles(page) == []


def test_no_letters_yet(qtbot: Any, page: Any) -> None:
    page.subject.setCurrentIndex(page.subject.findData("letter"))
    settle(qtbot)
    assert "Sổ chưa có văn bản nào" in page.table._empty._sentence.text()
    assert not page.docx_button.isEnabled()


def test_a_month_by_its_figures(qtbot: Any, page: Any, station: Station) -> None:
    air(station)
    page.on_shown()
    settle(qtbot)
    assert page.title.whole_text().endswith("tháng 11 năm 2026")
    assert tiles(page)[0] == "1 tin"
    assert tiles(page)[3] == "2 lượt phát"
    assert shown(page) == ["Cuộc thi Bác Hồ với thiếu nhi"]
    assert page.note.text().startswith("Đã phát 2/2 lượt theo lịch")
    page.month.setCurrentIndex(1)
    settle(qtbot)
    assert shown(page) == []


def test_one_letter_and_a_period(qtbot: Any, page: Any, station: Station) -> None:
    letter = air(station)
    page.on_shown(letter)
    settle(qtbot)
    assert "574/VHTT-TTCS" in page.title.whole_text()
    assert shown(page) == ["Cuộc thi Bác Hồ với thiếu nhi"]
    page.subject.setCurrentIndex(page.subject.findData(PERIOD))
    page.first.set_value(date(2026, 11, 22))
    page.last.set_value(date(2026, 11, 20))
    settle(qtbot)
    assert page.asked().first == date(2026, 11, 20)
    assert shown(page) == ["Cuộc thi Bác Hồ với thiếu nhi"]


def test_each_format_is_written_where_asked(qtbot: Any, page: Any, station: Station, tmp_path: Path,
                                            monkeypatch: pytest.MonkeyPatch) -> None:
    air(station)
    page.on_shown()
    settle(qtbot)
    names: list[str] = []

    def choose(_parent: Any, _title: str, proposed: str, _kinds: str) -> tuple[str, str]:
        names.append(Path(proposed).name)
        return str(tmp_path / Path(proposed).stem), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    for button in (page.docx_button, page.xlsx_button, page.csv_button):
        button.click()
        settle(qtbot)
    assert names == [f"bao-cao-thang-2026-11.{fmt}" for fmt in ("docx", "xlsx", "csv")]
    words = docx.Document(str(tmp_path / "bao-cao-thang-2026-11.docx"))
    assert "BÁO CÁO" in "\n".join(part.text for part in words.paragraphs)
    book = openpyxl.load_workbook(tmp_path / "bao-cao-thang-2026-11.xlsx")
    assert book.sheetnames
    book.close()
    with (tmp_path / "bao-cao-thang-2026-11.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [line[1] for line in csv.reader(file) if line[1:]][1] == "Cuộc thi Bác Hồ với thiếu nhi"
    assert page.shell.memory.value("reports/folder") == str(tmp_path)


def test_a_place_that_cannot_be_written_is_said(qtbot: Any, page: Any, station: Station, tmp_path: Path,
                                                monkeypatch: pytest.MonkeyPatch) -> None:
    air(station)
    page.on_shown()
    settle(qtbot)
    (tmp_path / "tệp").write_text("không phải thư mục")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "tệp" / "a.docx"), ""))
    page.docx_button.click()
    settle(qtbot)
    assert page.window().toast.isVisible()


def test_names_and_months() -> None:
    assert with_ending("/a/bao.cao", "docx") == Path("/a/bao.cao.docx")
    assert with_ending("/a/b.DOCX", "docx") == Path("/a/b.DOCX")
    assert months(date(2026, 1, 3))[1] == ("2025-12", "Tháng 12/2025")
    assert len(months(date(2026, 1, 3))) == 18


def test_file_names_suit_every_system(station: Station) -> None:
    report = station.app.reports.for_period(date(2026, 11, 1), date(2026, 11, 9))
    assert file_name(report, Asked(PERIOD)) == "bao-cao-2026-11-01-den-2026-11-09"
    letter = station.app.directives.add(LETTERS / "01.txt").directive
    assert file_name(station.app.reports.for_directive(letter.id), Asked(LETTER, letter.id)) == \
        "bao-cao-van-ban-574-vhtt-ttcs"
