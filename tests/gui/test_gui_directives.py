"""The register page on a real station: letters in by file, drop and paste; look, correct, undo; draft."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from gui_steps import OPERATOR, settle
from page_station import answer, page_of
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from broadcaster.gui.directives.dialogs import PasteDialog, TakenDialog
from broadcaster.gui.directives.model import utf16_place
from broadcaster.gui.main_window import MainWindow
from broadcaster.wiring import App

LETTERS = Path(__file__).parent.parent / "data" / "letters"
Opener = Callable[[], MainWindow]


@pytest.fixture
def page(qtbot: Any, open_window: Opener) -> Any:
    window = open_window()
    window.go("directives")
    settle(qtbot)
    return page_of(window, "directives")


def add(qtbot: Any, page: Any, *names: str) -> None:
    page.add_files([LETTERS / name for name in names])
    settle(qtbot)


def toast(page: Any) -> str:
    return str(page.window().toast.text())


def test_an_empty_register_says_what_to_do(page: Any) -> None:
    assert page.table._empty.isVisible()
    assert "kéo thả" in page.table._empty._sentence.text()


def test_a_chosen_file_is_registered_and_opened(qtbot: Any, page: Any, station: App,
                                                monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(LETTERS / "01.txt")], ""))
    page.add_button.click()
    settle(qtbot)
    assert page.stack.currentWidget() is page.detail
    assert "574/VHTT-TTCS" in page.detail.title.whole_text()
    assert page.detail.proposal.text().startswith("1 lần/ngày, từ")
    assert station.directives.list()[0].number == "574/VHTT-TTCS"
    assert station.directives.get(page.detail.letter.id).received_by == OPERATOR
    assert page.shell.memory.value("directives/folder", "") == str(LETTERS)


def test_a_field_shows_where_it_was_read(qtbot: Any, page: Any) -> None:
    add(qtbot, page, "01.txt")
    page.detail.rows["number"].entered.emit("number")
    assert page.detail.view.marked_text() == "Số: 574 /VHTT-TTCS"
    marks = page.detail.view.extraSelections()
    assert marks[-1].cursor.selectedText() == "Số: 574 /VHTT-TTCS"
    point = page.detail.points.lines()[1]
    point.entered.emit(point.point)
    assert page.detail.view.marked_text().startswith(("2", "Thời gian"))


def test_places_hold_after_signs_beyond_the_basic_plane() -> None:
    assert utf16_place("a🎺b", 2) == 3
    assert utf16_place("Đài", 3) == 3


def test_content_is_ticked_and_tasks_are_not(qtbot: Any, page: Any) -> None:
    add(qtbot, page, "01.txt")
    lines = page.detail.points.lines()
    assert [line.point.kind for line in lines] == ["content", "task"]
    assert [line.tick.isChecked() for line in lines] == [True, False]
    qtbot.mouseClick(lines[0], Qt.MouseButton.LeftButton)
    assert not page.detail.points.ticked()
    assert not page.detail.draft_button.isEnabled()


def test_a_correction_is_stored_as_the_operators_and_undone(qtbot: Any, page: Any, station: App) -> None:
    add(qtbot, page, "01.txt")
    letter = page.detail.letter.id
    row = page.detail.rows["airing_frequency"]
    row.editor.setText("03 lần/ngày")
    row.editor.editingFinished.emit()
    settle(qtbot)
    kept = station.directives.get(letter).fields["airing_frequency"]
    assert (kept.value, kept.source) == ("03 lần/ngày", "operator")
    assert page.detail.proposal.text().startswith("3 lần/ngày")
    page.detail.undo_button.click()
    settle(qtbot)
    assert station.directives.get(letter).value("airing_frequency") == "01 lần/ngày"
    assert row.editor.text() == "01 lần/ngày"
    assert not page.detail.undo_button.isEnabled()


def test_a_correction_leaves_the_other_fields_alone(qtbot: Any, page: Any) -> None:
    add(qtbot, page, "01.txt")
    rows = page.detail.rows
    rows["airing_frequency"].editor.setText("03 lần/ngày")
    rows["airing_frequency"].editor.editingFinished.emit()
    rows["issuer"].editor.setText("đang gõ dở")
    settle(qtbot)
    assert rows["issuer"].editor.text() == "đang gõ dở"


def test_every_kind_of_editor_stores_its_value(qtbot: Any, page: Any, station: App) -> None:
    add(qtbot, page, "01.txt")
    rows, letter = page.detail.rows, page.detail.letter.id
    rows["report_due"].editor.set_button.click()
    urgency = rows["urgency"].editor
    urgency.setCurrentIndex(urgency.findData("hoa_toc"))
    urgency.activated.emit(urgency.currentIndex())
    rows["hotlines"].editor.setPlainText("0258 3822 000\n\n  1900 545 483 ")
    rows["hotlines"].editor.edited.emit()
    rows["report_on_request"].editor.click()
    rows["content_items"].editor.setValue(5)
    rows["content_items"].editor.editingFinished.emit()
    rows["campaign_end"].editor.clear_button.click()
    settle(qtbot)
    kept = station.directives.get(letter)
    assert kept.value("report_due") == "2026-11-21"
    assert kept.value("urgency") == "hoa_toc"
    assert kept.value("hotlines") == ["0258 3822 000", "1900 545 483"]
    assert kept.value("report_on_request") is True
    assert kept.value("content_items") == 5
    assert kept.value("campaign_end") is None
    assert page.detail.urgency.text() == "hỏa tốc"


def test_a_refused_value_is_said_and_put_back(qtbot: Any, page: Any, station: App) -> None:
    add(qtbot, page, "01.txt")
    page.detail.corrected.emit("report_due", "ngày mai")
    settle(qtbot)
    assert page.window().toast.isVisible()
    assert station.directives.get(page.detail.letter.id).value("report_due") is None


def test_a_known_letter_is_recognised_and_selected(qtbot: Any, page: Any, tmp_path: Path, station: App) -> None:
    add(qtbot, page, "01.txt")
    add(qtbot, page, "03.txt")
    copy = tmp_path / "bản sao.txt"
    shutil.copy(LETTERS / "01.txt", copy)
    page.add_files([copy])
    settle(qtbot)
    assert page.stack.currentIndex() == 0
    assert "đã có trong sổ" in page.note.text()
    assert page.table.current_row().number == "574/VHTT-TTCS"
    assert len(station.directives.list()) == 2


def test_search_needs_no_accents(qtbot: Any, page: Any) -> None:
    add(qtbot, page, "01.txt")
    add(qtbot, page, "08.txt")
    page._back()
    page.search.setText("bac ho voi thieu nhi")
    page.search.searched.emit(page.search.text())
    settle(qtbot)
    assert [page.table.rows.row_at(n).number for n in range(len(page.table.rows.ids))] == ["574/VHTT-TTCS"]
    page.search.setText("khong co chu nay zzz")
    page.search.searched.emit(page.search.text())
    settle(qtbot)
    assert "Không tìm thấy văn bản nào" in page.table._empty._sentence.text()


def test_several_dropped_files_each_get_a_verdict(qtbot: Any, page: Any, tmp_path: Path, station: App) -> None:
    empty, fake = tmp_path / "trống.txt", tmp_path / "ảnh.pdf"
    empty.write_bytes(b"")
    fake.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(400))
    folder = tmp_path / "thư mục"
    folder.mkdir()
    shutil.copy(LETTERS / "seed-000.docx", folder / "công văn.docx")
    paths = [empty, fake, folder, LETTERS / "08.txt"]
    seen: list[list[str]] = []

    def read(dialog: TakenDialog) -> None:
        seen.append(dialog.sentences)
        dialog.accept()

    came = answer(qtbot, TakenDialog, read)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    page.dropEvent(QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                              Qt.KeyboardModifier.NoModifier))
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    settle(qtbot)
    assert came
    assert len(seen[0]) == 4
    assert all(seen[0])
    assert len(station.directives.list()) == 2


@pytest.mark.parametrize(("name", "content"), [("trống.txt", b""), ("ảnh.pdf", b"\x89PNG\r\n\x1a\n" + bytes(400)),
                                               ("không có.docx", None)])
def test_a_file_that_is_no_letter_is_refused_in_words(qtbot: Any, page: Any, tmp_path: Path, station: App, name: str,
                                                     content: bytes | None) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    page.add_files([path])
    settle(qtbot)
    assert page.window().toast.isVisible()
    assert "Traceback" not in toast(page)
    assert not station.directives.list()


def test_pasted_text_becomes_a_letter(qtbot: Any, page: Any, station: App) -> None:
    QGuiApplication.clipboard().setText((LETTERS / "03.txt").read_text(encoding="utf-8"))
    came = answer(qtbot, PasteDialog, lambda dialog: dialog.take.click())
    page.paste_button.click()
    settle(qtbot)
    assert came
    assert len(station.directives.list()) == 1
    assert page.stack.currentWidget() is page.detail


def test_pasting_nothing_is_said_in_the_dialog(qtbot: Any, page: Any, station: App) -> None:
    QGuiApplication.clipboard().setText(" \n 123 \n")
    said: list[str] = []

    def press(dialog: PasteDialog) -> None:
        dialog.take.click()
        said.append(dialog.wrong.text())
        dialog.reject()

    answer(qtbot, PasteDialog, press)
    page.paste()
    assert "Chưa có nội dung" in said[0]
    assert not station.directives.list()


def test_drafting_opens_the_bulletin_with_the_ticked_points(qtbot: Any, page: Any, station: App) -> None:
    add(qtbot, page, "01.txt")
    letter = page.detail.letter
    page.detail.draft_button.click()
    settle(qtbot)
    (made,) = station.bulletins.list()
    assert made.directive_id == letter.id
    assert made.points == tuple(point.id for point in letter.points if point.kind == "content")
    bulletins = page_of(page.window(), "bulletins")
    assert bulletins.isVisible()
    assert bulletins.shown.id == made.id
    page.window().go("directives")
    settle(qtbot)
    assert page.table.rows.row_at(0).state == "drafted"


def test_a_lost_original_is_said(qtbot: Any, page: Any, station: App) -> None:
    add(qtbot, page, "01.txt")
    station.directives.original(page.detail.letter.id).unlink()
    page.detail.original_button.click()
    settle(qtbot)
    assert page.window().toast.isVisible()


def test_doubtful_fields_are_marked(qtbot: Any, page: Any, station: App) -> None:
    from broadcaster.directives.model import Field

    row = page.detail.rows["issuer"]
    row.show_field(Field("Sở Thông tin", (0, 4), 0.4))
    assert row.badge.text() == "cần xem lại"
    row.show_field(Field("Sở Thông tin", (0, 4), 0.4, "operator"))
    assert row.badge.text() == ""
