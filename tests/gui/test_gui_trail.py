"""Nhật ký thao tác: filters, one thing's acts, the check, the export."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from gui_steps import APPROVER, OPERATOR, settle, type_vi
from page_station import answer
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from broadcaster.accounts.trail_service import verify_file
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.people.page import PeoplePage
from broadcaster.gui.people.trail import TrailSection
from broadcaster.gui.people.trail_check import TrailCheckDialog

Opener = Callable[[], MainWindow]


def trail_of(qtbot: QtBot, window: MainWindow, item: str = "trail") -> TrailSection:
    window.go("people", item)
    settle(qtbot)
    page = window.page("people")
    assert isinstance(page, PeoplePage)
    assert page.tabs.currentWidget() is page.trail
    return page.trail


@pytest.fixture
def window(open_window: Opener) -> MainWindow:
    made = open_window()
    record = made.app.accounts.record
    record(OPERATOR, "cart.submit", "cart:1", title="Lịch tiêm chủng")
    record(APPROVER, "cart.give_back", "cart:1", title="Lịch tiêm chủng", reason="Sai tên thôn")
    record(OPERATOR, "cart.edit", "cart:2", title=["Tin cũ", "Tin mới"])
    return made


def _are(found: list[str], count: int) -> bool:
    return len(found) == count


def shown(section: TrailSection) -> list[str]:
    rows = section.table.rows
    return [rows.row_at(number).deed for number in range(len(rows.ids))]


def test_acts_are_found_by_words_people_and_kind(qtbot: QtBot, window: MainWindow) -> None:
    section = trail_of(qtbot, window)
    assert len(shown(section)) == 5  # the two people of the station are acts too
    assert section.count.text() == "5 việc"
    type_vi(section.search, "sai ten")
    qtbot.waitUntil(lambda: shown(section) == ["trả lại âm thanh “Lịch tiêm chủng”"])
    section.search.clear()
    qtbot.waitUntil(lambda: len(shown(section)) == 5)
    section.chips["library"].click()
    settle(qtbot)
    assert shown(section) == ["sửa thông tin âm thanh"]
    section.person.setCurrentIndex(section.person.findData(APPROVER))
    settle(qtbot)
    assert shown(section) == []
    section.table._empty._action.click()
    settle(qtbot)
    assert len(shown(section)) == 5
    assert not section.chips["library"].isChecked()


def test_one_thing_s_acts_by_a_link_and_what_was_changed(qtbot: QtBot, window: MainWindow) -> None:
    section = trail_of(qtbot, window, "trail:cart:1")
    assert len(shown(section)) == 2
    assert section.subject_chip.isVisible()
    section.table.selectRow(0)
    assert section.detail.sentence.text() == f"{APPROVER} trả lại âm thanh “Lịch tiêm chủng”."
    section.subject_chip.click()
    settle(qtbot)
    assert len(shown(section)) == 5
    section.table.selectRow(0)
    assert "Tên: Tin cũ → Tin mới" in section.detail.changes.accessibleDescription()
    section.detail.all_button.click()
    settle(qtbot)
    assert shown(section) == ["sửa thông tin âm thanh"]


def test_a_new_act_comes_in_while_the_list_is_open(qtbot: QtBot, window: MainWindow) -> None:
    section = trail_of(qtbot, window)
    section.table.selectRow(1)
    told = section.detail.sentence.text()
    window.app.accounts.record(OPERATOR, "session.lock", "person:1", why="idle")
    qtbot.waitUntil(lambda: len(shown(section)) == 6, timeout=10_000)
    assert shown(section)[0] == "khóa cửa sổ"
    assert section.detail.sentence.text() == told


def test_the_check_says_in_one_sentence_whether_it_holds(qtbot: QtBot, window: MainWindow) -> None:
    section = trail_of(qtbot, window)
    said: list[str] = []

    def read(dialog: TrailCheckDialog) -> None:
        said.append(dialog.verdict.text())
        dialog.accept()

    for altered in (False, True):
        if altered:
            with window.app.database.engine.begin() as connection:
                connection.execute(text("UPDATE audit SET person = 'Ai đó' WHERE id = 2"))
        answer(qtbot, TrailCheckDialog, read)
        section.check_button.click()
        settle(qtbot)
        expected = 1 + altered
        qtbot.waitUntil(partial(_are, said, expected), timeout=10_000)
    assert said[0].startswith("Cả 5 việc đều liền mạch")
    assert said[1].startswith("Nhật ký không liền mạch ở 1 chỗ")


def test_the_chain_is_exported_whole(qtbot: QtBot, window: MainWindow, tmp_path: Path,
                                     monkeypatch: pytest.MonkeyPatch) -> None:
    section = trail_of(qtbot, window)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "nhật ký"), ""))
    section.export("jsonl")
    settle(qtbot)
    path = tmp_path / "nhật ký.jsonl"
    assert len(path.read_bytes().splitlines()) == 5
    assert verify_file(path) == []
    assert "5 việc" in window.toast.text()
