"""Taking the schedule out and in, at the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from gui_steps import OPERATOR, PIN, settle
from page_station import answer, sound
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from broadcaster.gui.exchange import actions
from broadcaster.gui.exchange.export_dialog import ExportDialog
from broadcaster.gui.exchange.import_dialog import ImportDialog
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.wiring import App


def table(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "lich.csv"
    path.write_text("\n".join(["Mục;Số lần;Đến ngày", *lines]), encoding="utf-8")
    return path


@pytest.fixture
def dialog(qtbot: QtBot, station: App, open_window: Callable[[], MainWindow]) -> ImportDialog:
    window = open_window()
    made = ImportDialog(window, station, window)
    qtbot.addWidget(made)
    made.show()
    return made


def add(station: App, folder: Path, *names: str) -> None:
    for number, name in enumerate(names):
        station.library.add(sound(folder / f"{number}.wav", 1.0, seed=number + 1), title=name, by=OPERATOR)


def sign(dialog: PinDialog) -> None:
    dialog.who.setCurrentIndex(dialog.who.findData(OPERATOR))
    dialog.pin.setText(PIN)
    dialog.sign.click()


def read(qtbot: QtBot, dialog: ImportDialog, path: Path) -> None:
    dialog.read(path)
    settle(qtbot)


def test_a_table_is_read_ticked_taken_over_and_taken_back(qtbot: QtBot, station: App, dialog: ImportDialog,
                                                          tmp_path: Path) -> None:
    add(station, tmp_path, "Một", "Hai")
    assert not dialog.take_button.isEnabled()
    read(qtbot, dialog, table(tmp_path, "Một;2;30/11/2026", "Hai;1;30/11/2026", "Ba;1;30/11/2026"))
    assert dialog.coming.count() == 2
    assert dialog.take_button.text() == "Nhận (2)"
    assert "“Một” phát 2 lần mỗi ngày" in dialog.words.text()
    assert station.schedule.campaigns() == []
    dialog.tabs.setCurrentIndex(1)
    dialog.refused.select_id(4)
    assert "Không có mục nào tên “Ba”" in dialog.words.text()
    dialog.coming.item(1).setCheckState(Qt.CheckState.Unchecked)
    signed = answer(qtbot, PinDialog, sign)
    dialog.take_button.click()
    settle(qtbot)
    assert signed
    assert [(item.title, item.state) for item in station.schedule.campaigns()] == [("Một", "active")]
    assert dialog.changed
    assert "Đã nhận 1 mục" in dialog.told.text()
    dialog.undo_button.click()
    settle(qtbot)
    assert [(item.title, item.state) for item in station.schedule.campaigns()] == [("Một", "stopped")]


def test_a_file_that_is_none_leaves_the_dialog_as_it_was(qtbot: QtBot, dialog: ImportDialog, tmp_path: Path,
                                                         monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Exception] = []
    monkeypatch.setattr(dialog._shell, "error", told.append)
    (tmp_path / "x.ics").write_text("BEGIN:VCALENDAR\nrác", encoding="utf-8")
    read(qtbot, dialog, tmp_path / "x.ics")
    assert [getattr(error, "code", "") for error in told] == ["exchange.broken"]
    assert dialog.choose_button.isEnabled()
    assert not dialog.take_button.isEnabled()


def test_the_schedule_is_written_where_somebody_says(qtbot: QtBot, station: App, open_window: Callable[[], MainWindow],
                                                     tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_window()
    dialog = ExportDialog(window, station, window)
    qtbot.addWidget(dialog)
    dialog.show()
    asked: list[str] = []
    monkeypatch.setattr(actions, "ask_target", lambda parent, shell, name, form: (
        asked.append(name) or tmp_path / f"a.{form}"))
    for what, forms in (("plan", ["csv", "ics", "json"]), ("sessions", ["ics"]), ("campaigns", ["csv"])):
        dialog.what.setCurrentIndex(dialog.what.findData(what))
        assert [dialog.form.itemData(n) for n in range(dialog.form.count())] == forms
    dialog.what.setCurrentIndex(dialog.what.findData("sessions"))
    dialog.last.set_value(date(2026, 11, 1))
    dialog.save()
    assert asked == [], "the last day before the first"
    dialog.last.set_value(date(2026, 12, 1))
    dialog.save()
    settle(qtbot)
    assert (tmp_path / "a.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert asked == ["Các buổi phát 21-11-2026 – 01-12-2026"]


def test_both_stand_in_the_menu_of_the_schedule_page(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    window.go("schedule")
    settle(qtbot)
    page = window._pages["schedule"]
    entries = {entry[0]: entry[1] for entry in page.more.entries() if entry}  # type: ignore[attr-defined]
    for words, kind in (("Xuất lịch ra tệp…", ExportDialog), ("Nhận lịch từ tệp…", ImportDialog)):
        shown = answer(qtbot, kind, lambda dialog: dialog.reject())
        entries[words]()
        assert shown
