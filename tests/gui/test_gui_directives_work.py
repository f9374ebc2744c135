"""The register as a book: chips, what is due, files beside a letter, links, marks; each taken back."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from gui_steps import OPERATOR, settle
from page_station import answer, page_of, sound
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from sqlalchemy import update

from broadcaster.db.schema import directive
from broadcaster.directives.model import AiringProposal, Attachment, DirectiveRow, RelayProposal
from broadcaster.gui.directives.dialogs import BroughtDialog, ReminderDialog, ReportedDialog
from broadcaster.gui.directives.model import proposal_words
from broadcaster.gui.directives.words import due_tone, due_words, kept, kind_words
from broadcaster.gui.main_window import MainWindow
from broadcaster.wiring import App

Opener = Callable[[], MainWindow]
TODAY = date(2026, 11, 21)


def letter(station: App, number: str, asks: str = "Đề nghị phát thanh 02 lần/ngày.", **fields: object) -> str:
    made = station.directives.add_text(f"Kính gửi: UBND xã Mẫu.\n\n{number}. {asks}", number, OPERATOR).directive
    for name, value in {"number": number, **fields}.items():
        station.directives.correct(made.id, name, value, OPERATOR)
    return made.id


@pytest.fixture
def open_page(qtbot: Any, open_window: Opener) -> Callable[[str], Any]:
    def show(item: str = "") -> Any:
        window = open_window()
        window.go("directives", item)
        settle(qtbot)
        return page_of(window, "directives")

    return show


def numbers(page: Any) -> list[str]:
    return [page.table.rows.row_at(place).number for place in range(len(page.table.rows.ids))]


def drop(page: Any, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    page.dropEvent(QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                              Qt.KeyboardModifier.NoModifier))


def row(**values: Any) -> DirectiveRow:
    made = {"id": "x", "number": "", "issuer": "", "subject": "", "issued_date": "2025-01-01", "urgency": "",
            "report_due": "", "received_at": None}
    return DirectiveRow(**{**made, **values})


@pytest.mark.parametrize(("values", "words", "tone"), [
    ({"report_due": "2026-11-20", "overdue": True}, "20/11 · quá hạn", "bad"),
    ({"report_due": "2020-01-31", "overdue": True}, "31/01/2020 · quá hạn", "bad"),
    ({"report_due": "2026-11-21"}, "21/11 · hôm nay", "wait"),
    ({"report_due": "2026-11-24"}, "24/11 · còn 3 ngày", "wait"),
    ({"report_due": "2026-12-25"}, "25/12/2026", "plain"),
    ({"report_due": "2026-10", "overdue": True}, "31/10 · quá hạn", "bad"),
    ({"report_due": "mai"}, "mai", "plain"),
    ({"asks_report": True}, "không ghi ngày", "plain"),
    ({"report_due": "2026-11-20", "state": "reported", "reported_at": "2026-11-19"}, "đã gửi 19/11/2026", "plain"),
    ({}, "", "plain")])
def test_a_due_day_is_said_in_words_not_in_colour_alone(values: dict[str, Any], words: str, tone: str) -> None:
    assert (due_words(row(**values), TODAY), due_tone(row(**values), TODAY)) == (words, tone)


def test_chips_and_years_choose() -> None:
    late = row(report_due="2026-11-20", overdue=True, asks_report=True)
    sent = row(asks_report=True, state="reported")
    assert [kept(late, name, "") for name in ("all", "new", "report", "overdue")] == [True] * 4
    assert [kept(sent, name, "") for name in ("all", "new", "report", "overdue")] == [True, False, False, False]
    assert kept(row(state="planned"), "running", "2025")
    assert not kept(late, "all", "2024")


def test_proposals_are_said_whole() -> None:
    asked = AiringProposal(2, date(2026, 12, 1), date(2026, 12, 10), at_least=True, parts_of_day=("morning",),
                           relay=RelayProposal(date(2026, 12, 5), "morning", "", "Lễ mít tinh"))
    assert proposal_words(asked) == (
        "Ít nhất 2 lần/ngày, từ 01/12/2026 đến hết 10/12/2026, buổi sáng.\n"
        "Tiếp sóng “Lễ mít tinh” buổi sáng 05/12/2026: văn bản không ghi giờ, phải hỏi lại.")


def test_files_are_said_by_what_became_of_them(station: App) -> None:
    item = Attachment("a", "d", "other", "x.xlsx", "", "", station.clock.now())
    assert kind_words(item) == "tệp .xlsx"


def test_the_book_is_filtered(qtbot: Any, open_page: Callable[[str], Any], station: App) -> None:
    letter(station, "1/A-B", report_due="2026-11-20", issued_date="2026-11-01")
    letter(station, "2/A-B", report_due="2026-12-20", issued_date="2025-11-01")
    station.bulletins.draft(letter(station, "3/A-B"), by=OPERATOR)
    page = open_page("overdue")
    assert numbers(page) == ["1/A-B"]
    assert page.register.chips["overdue"].text().endswith("1")
    page.register.chips["report"].click()
    assert sorted(numbers(page)) == ["1/A-B", "2/A-B"]
    page.register.year.setCurrentIndex(page.register.year.findData("2025"))
    page.register.year.activated.emit(page.register.year.currentIndex())
    assert numbers(page) == ["2/A-B"]
    page.register.chips["running"].click()
    assert "đang chọn" in page.table._empty._sentence.text()
    page.table._empty._action.click()
    assert len(numbers(page)) == 3


def test_what_is_due_stands_above_and_is_ticked_off(qtbot: Any, open_page: Callable[[str], Any], station: App) -> None:
    made = letter(station, "1/A-B", report_due="2026-11-20")
    station.directives.reminders.add(made, date(2026, 11, 22), "Gọi lại", OPERATOR)
    page = open_page("")
    lines = page.register.due.lines
    assert [line.what.whole_text() for line in lines] == ["Báo cáo cấp trên – 1/A-B", "Gọi lại – 1/A-B"]
    lines[1].done_button.click()
    settle(qtbot)
    assert len(page.register.due.lines) == 1
    page.undo()
    settle(qtbot)
    assert len(page.register.due.lines) == 2

    def fill(dialog: ReportedDialog) -> None:
        dialog.note.setText("gửi thư điện tử")
        dialog.take.click()

    answer(qtbot, ReportedDialog, fill)
    page.register.due.lines[0].done_button.click()
    qtbot.waitUntil(lambda: station.directives.work.of(made).work == "reported", timeout=10_000)
    settle(qtbot)
    assert station.directives.work.of(made).note == "gửi thư điện tử"
    assert page.detail.work.state.text() == "đã báo cáo"
    assert "gửi thư điện tử" in page.detail.work.note.text()
    page.detail.undo_button.click()
    settle(qtbot)
    assert station.directives.work.of(made).work == ""


def test_nothing_due_takes_no_room(open_page: Callable[[str], Any], station: App) -> None:
    letter(station, "1/A-B")
    assert open_page("").register.due.isHidden()


def test_marks_and_reminders_of_a_letter(qtbot: Any, open_page: Callable[[str], Any], station: App) -> None:
    made = letter(station, "1/A-B")
    page = open_page(made)
    card = page.detail.work
    card.no_duty_button.click()
    settle(qtbot)
    assert card.state.text() == "không phải phát"
    assert OPERATOR in card.note.text()
    card.unmark_button.click()
    settle(qtbot)
    assert card.state.text() == "chưa soạn"
    said: list[str] = []

    def fill(dialog: ReminderDialog) -> None:
        dialog.take.click()
        said.extend(dialog.form.complaints())
        dialog.words.setText("Gọi lại")
        dialog.take.click()

    answer(qtbot, ReminderDialog, fill)
    card.remind_button.click()
    settle(qtbot)
    (item,) = station.directives.reminders.of(made)
    assert said
    assert (item.due, item.text) == (date(2026, 11, 22), "Gọi lại")

    def later(dialog: ReminderDialog) -> None:
        dialog.day.set_value(date(2026, 11, 30))
        dialog.take.click()

    answer(qtbot, ReminderDialog, later)
    card.movers[item.id].click()
    settle(qtbot)
    assert station.directives.reminders.of(made)[0].due == date(2026, 11, 30)
    page.undo()
    settle(qtbot)
    assert station.directives.reminders.of(made) == [item]
    card.ticks[item.id].click()
    settle(qtbot)
    assert station.directives.reminders.of(made)[0].done_by == OPERATOR
    page.undo()
    settle(qtbot)
    assert not station.directives.reminders.of(made)[0].done_at


def test_doubtful_fields_come_first_and_are_confirmed(qtbot: Any, open_page: Callable[[str], Any],
                                                     station: App) -> None:
    made = letter(station, "1/A-B")
    with station.database.write("directive") as c:
        fields = {name: {"value": item.value, "span": item.span, "confidence": item.confidence, "source": item.source}
                  for name, item in station.directives.get(made).fields.items()}
        fields["airing_frequency"]["confidence"] = 0.4
        c.execute(update(directive).where(directive.c.id == made).values(fields=fields, scanned=True))
    page = open_page(made)
    line = page.detail.rows["airing_frequency"]
    assert page.detail.fields.doubt_card.isVisible()
    assert page.detail.fields.doubt_card.isAncestorOf(line)
    assert "Bản quét" in page.detail.scan_note.text()
    line.right_button.click()
    settle(qtbot)
    assert station.directives.get(made).fields["airing_frequency"].source == "operator"
    assert line.badge.text() == ""
    page.detail.undo_button.click()
    settle(qtbot)
    kept_field = station.directives.get(made).fields["airing_frequency"]
    assert (kept_field.source, kept_field.confidence) == ("parsed", 0.4)
    assert line.badge.text() == "cần xem lại"


def test_files_dropped_on_a_letter_stay_with_it(qtbot: Any, open_page: Callable[[str], Any], station: App,
                                               tmp_path: Path) -> None:
    made = letter(station, "1/A-B", attachments=["Thông điệp phòng dịch"])
    page = open_page(made)
    assert page.detail.files.promised.text() == "Văn bản nhắc tới: Thông điệp phòng dịch"
    script = tmp_path / "lời đọc.txt"
    script.write_text("Mời bà con đi tiêm phòng.", encoding="utf-8")
    drop(page, sound(tmp_path / "thông điệp.wav"), script)
    qtbot.waitUntil(lambda: len(station.attachments.of(made)) == 2, timeout=20_000)
    settle(qtbot)
    assert len(station.directives.list()) == 1
    first, second = page.detail.files.lines
    assert [first.state.text(), second.state.text()] == ["âm thanh, đã có trong Thư viện", "lời đọc, đã có bản nháp"]
    assert page.detail.work.state.text() == "đã soạn"
    second.buttons["remove"].click()
    settle(qtbot)
    assert len(page.detail.files.lines) == 1
    page.undo()
    settle(qtbot)
    assert len(page.detail.files.lines) == 2
    page.detail.files.lines[1].buttons["go"].click()
    settle(qtbot)
    assert page_of(page.window(), "bulletins").shown.directive_id == made


def test_files_that_are_no_use_get_a_verdict(qtbot: Any, open_page: Callable[[str], Any], station: App, tmp_path: Path,
                                            monkeypatch: pytest.MonkeyPatch) -> None:
    made = letter(station, "1/A-B")
    page = open_page(made)
    form, broken = tmp_path / "biểu mẫu.docx", tmp_path / "hỏng.mp3"
    form.write_bytes(b"PK\x03\x04" + bytes(200))
    broken.write_bytes(bytes(300))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(form), str(broken)], ""))
    seen: list[list[str]] = []

    def read(dialog: BroughtDialog) -> None:
        seen.append(dialog.sentences)
        dialog.accept()

    answer(qtbot, BroughtDialog, read)
    page.detail.files.add_button.click()
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    settle(qtbot)
    assert len(seen[0]) == 2
    assert all(seen[0])
    (line,) = page.detail.files.lines
    assert line.state.text() == "tệp .docx"
    line.buttons["draft"].click()
    settle(qtbot)
    assert page.window().toast.isVisible()
    assert station.bulletins.list() == []


def test_links_lead_to_the_other_letter_and_back(qtbot: Any, open_page: Callable[[str], Any], station: App) -> None:
    plan = letter(station, "15/KH-UBND", issued_date="2026-10-01")
    made = letter(station, "20/VHTT", based_on=["15/KH-UBND", "7/QĐ-TTg"], issued_date="2026-11-01")
    page = open_page(made)
    assert list(page.detail.links.buttons) == ["15/KH-UBND"]
    page.detail.links.buttons["15/KH-UBND"].click()
    settle(qtbot)
    assert page.detail.letter.id == plan
    assert list(page.detail.links.buttons) == ["20/VHTT"]
    page.detail.back_button.click()
    settle(qtbot)
    assert page.detail.letter.id == made
    page.detail.back_button.click()
    settle(qtbot)
    assert page.stack.currentIndex() == 0


@pytest.mark.parametrize("name", ["sổ.csv", "sổ.xlsx", "sổ"])
def test_the_book_is_exported(qtbot: Any, open_page: Callable[[str], Any], station: App, tmp_path: Path, name: str,
                              monkeypatch: pytest.MonkeyPatch) -> None:
    letter(station, "1/A-B", subject="=1+1", report_due="2026-11-20")
    page = open_page("")
    target = tmp_path / name
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), "Bảng tính Excel (*.xlsx)"))
    page.export_button.click()
    settle(qtbot)
    if target.suffix == ".csv":
        lines = target.read_text(encoding="utf-8-sig").splitlines()
        assert lines[0].startswith("STT,Ngày đến,Tác giả")
        assert "' =1+1" in lines[1]
        assert "20/11/2026 (quá hạn)" in lines[1]
        return
    with zipfile.ZipFile(target if target.suffix else target.with_name("sổ.xlsx")) as book:
        assert "1/A-B" in book.read("xl/sharedStrings.xml").decode()
