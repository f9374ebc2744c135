"""The report page on a station that really aired: choose, look at the pages, write as Word, PDF, Excel and CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pypdfium2
import pytest
from gui_steps import settle
from page_station import APPROVER, Station, page_of
from page_station import sound as make_sound
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

from broadcaster.base.paths import StationHome
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.reports.model import LETTER, MONTH, PERIOD, QUARTER, Asked, choices, file_name, with_ending
from broadcaster.gui.reports.wording_dialog import WordingDialog
from broadcaster.library.model import CartKind
from broadcaster.reports.profile_file import profile_toml

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
    window.go("reports")
    settle(qtbot)
    yield page_of(window, "reports")
    window.close()
    settle(qtbot)


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


def words_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        found = []
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            found.append(text.get_text_bounded())
            text.close()
            page.close()
        return " ".join(" ".join(found).split())
    finally:
        document.close()


def choose(page: Any, subject: str) -> None:
    page.chooser.subject.setCurrentIndex(page.chooser.subject.findData(subject))


def test_an_empty_period_is_an_honest_report(page: Any) -> None:
    assert page.pages.page_count >= 1
    assert "không có nội dung tuyên truyền nào được phát" in words_of(page.drawn.pdf)
    assert page.side.tiles() == []
    assert page.docx_button.isEnabled()


def test_no_letters_yet(qtbot: Any, page: Any) -> None:
    choose(page, LETTER)
    settle(qtbot)
    assert "Sổ chưa có văn bản nào" in page.pages._canvas.words
    assert not any(part.isEnabled() for part in page.takers)


def test_a_month_by_its_pages_and_figures(qtbot: Any, page: Any, station: Station, tmp_path: Path,
                                          monkeypatch: pytest.MonkeyPatch) -> None:
    air(station)
    page.on_shown()
    settle(qtbot)
    assert page.title.whole_text().endswith("tháng 11 năm 2026")
    assert page.side.tiles()[0] == "1 tin"
    assert page.side.tiles()[3] == "2 lượt phát"
    assert "Cuộc thi Bác Hồ với thiếu nhi" in words_of(page.drawn.pdf)
    assert page.side.note.text().startswith("Đã phát 2/2 lượt theo lịch")
    turn_pages_by_keys_and_make_them_larger(qtbot, page)
    print_with_the_paper_turned_as_each_page_lies(page, tmp_path / "in.pdf", monkeypatch)
    page.chooser.period.setCurrentIndex(1)
    settle(qtbot)
    assert "Cuộc thi Bác Hồ với thiếu nhi" not in words_of(page.drawn.pdf)


def turn_pages_by_keys_and_make_them_larger(qtbot: Any, page: Any) -> None:
    view = page.pages
    assert view.page == 1
    assert view.page_count > 1
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == view.page_count
    assert not page.on.isEnabled()
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.page == view.page_count - 1
    qtbot.keyClick(view, Qt.Key.Key_Home)
    before = view._canvas.places[0].width()
    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view._canvas.places[0].width() > before
    qtbot.waitUntil(lambda: 0 in view._canvas._pictures
                    and view._canvas._pictures[0].width() == view._canvas.places[0].width())
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view._canvas.places[0].width() == before


def print_with_the_paper_turned_as_each_page_lies(page: Any, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def accept(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(target))
        dialog.printer().setResolution(72)
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    page.print_button.click()
    printed = pypdfium2.PdfDocument(target.read_bytes())
    across = [printed.get_page_size(number)[0] > printed.get_page_size(number)[1] for number in range(len(printed))]
    printed.close()
    assert across == [width > height for width, height in page.drawn.sizes]
    assert {True, False} == set(across)


def test_one_letter_a_period_and_each_format(qtbot: Any, page: Any, station: Station, tmp_path: Path,
                                             monkeypatch: pytest.MonkeyPatch) -> None:
    letter = air(station)
    page.on_shown(letter)
    settle(qtbot)
    assert "574/VHTT-TTCS" in page.title.whole_text()
    choose(page, PERIOD)
    page.chooser.first.set_value(date(2026, 11, 22))
    page.chooser.last.set_value(date(2026, 11, 20))
    settle(qtbot)
    assert page.asked().first == date(2026, 11, 20)
    assert page.side.tiles()[3] == "2 lượt phát"
    page.on_shown("2026-Q4")
    settle(qtbot)
    assert (page.asked().subject, page.asked().value) == (QUARTER, "2026-Q4")
    assert "quý IV năm 2026" in page.title.whole_text()
    page.on_shown("2026-11")
    settle(qtbot)
    names: list[str] = []

    def answer(_parent: Any, _title: str, proposed: str, _kinds: str) -> tuple[str, str]:
        names.append(Path(proposed).name)
        return str(tmp_path / Path(proposed).stem), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    for button in (page.docx_button, page.pdf_button, page.xlsx_button, page.csv_button):
        button.click()
        settle(qtbot)
    assert names == [f"bao-cao-thang-2026-11.{fmt}" for fmt in ("docx", "pdf", "xlsx", "csv")]
    words = docx.Document(str(tmp_path / "bao-cao-thang-2026-11.docx"))
    assert "BÁO CÁO" in "\n".join(part.text for part in words.paragraphs)
    assert words_of((tmp_path / "bao-cao-thang-2026-11.pdf").read_bytes()) == words_of(page.drawn.pdf)
    book = openpyxl.load_workbook(tmp_path / "bao-cao-thang-2026-11.xlsx")
    assert book.sheetnames
    book.close()
    with (tmp_path / "bao-cao-thang-2026-11.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [line[1] for line in csv.reader(file) if line[1:]][1] == "Cuộc thi Bác Hồ với thiếu nhi"
    assert page.shell.memory.value("reports/folder", "") == str(tmp_path)


def test_a_place_that_cannot_be_written_is_said(qtbot: Any, page: Any, tmp_path: Path,
                                                monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tệp").write_text("không phải thư mục")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "tệp" / "a.docx"), ""))
    page.docx_button.click()
    settle(qtbot)
    assert page.window().toast.isVisible()


def test_the_last_choice_is_remembered(qtbot: Any, page: Any, station: Station) -> None:
    choose(page, QUARTER)
    settle(qtbot)
    window = MainWindow(station.app, page.shell.memory)
    qtbot.addWidget(window)
    window.show()
    window.go("reports")
    settle(qtbot)
    assert page_of(window, "reports").asked().subject == QUARTER
    window.close()
    settle(qtbot)


def test_an_addressee_in_its_own_words(qtbot: Any, page: Any, station: Station) -> None:
    dialog = WordingDialog(page, page.shell, page.asked().profile)
    qtbot.addWidget(dialog)
    dialog.basis.setPlainText("Căn cứ Kế hoạch của {commune};\n\n")
    dialog.to.setPlainText("Sở Y tế {nowhere}")
    dialog._save()
    assert "nowhere" in dialog.wrong.text()
    dialog.to.setPlainText("Sở Y tế tỉnh Mẫu")
    dialog._save()
    assert dialog.result() == WordingDialog.DialogCode.Accepted
    page.chooser.fill_addressees()
    page.reload()
    settle(qtbot)
    said = words_of(page.drawn.pdf)
    assert "Kính gửi: Sở Y tế tỉnh Mẫu." in said
    assert "Căn cứ Kế hoạch của xã Mẫu;" in said
    # A damaged file of the station's own is named in the place of the pages.
    (own,) = (station.app.home.root / "reports").glob("*.toml")
    own.write_text(own.read_text(encoding="utf-8").replace("xã", "").replace("{commune}", "{nowhere}"),
                   encoding="utf-8")
    page.reload()
    settle(qtbot)
    assert "nowhere" in page.pages._canvas.words
    assert not page.docx_button.isEnabled()
    own.write_text(profile_toml(station.app.reports.profile("ubnd-xa")).replace("ubnd-xa", own.stem), encoding="utf-8")
    again = WordingDialog(page, page.shell, own.stem)
    qtbot.addWidget(again)
    assert again.charts.isChecked()
    assert not again.back.isHidden()
    again.back.click()
    assert not own.exists()
    page.reload()
    settle(qtbot)
    assert page.docx_button.isEnabled()


def test_names_and_periods(station: Station) -> None:
    assert with_ending("/a/bao.cao", "docx") == Path("/a/bao.cao.docx")
    assert with_ending("/a/b.DOCX", "docx") == Path("/a/b.DOCX")
    assert choices(MONTH, date(2026, 1, 3))[1] == ("2025-12", "Tháng 12 năm 2025")
    assert choices(MONTH, date(2026, 1, 20), 15)[0][0] == "2026-02"
    report = station.app.reports.for_period(date(2026, 11, 1), date(2026, 11, 9))
    assert file_name(report, Asked(PERIOD)) == "bao-cao-2026-11-01-den-2026-11-09"
    assert file_name(report, Asked(QUARTER, "2026-Q4")) == "bao-cao-quy-2026-q4"
    letter = station.app.directives.add(LETTERS / "01.txt").directive
    assert file_name(station.app.reports.for_directive(letter.id), Asked(LETTER, letter.id)) == \
        "bao-cao-van-ban-574-vhtt-ttcs"
