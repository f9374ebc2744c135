"""Đơn vị và sổ cũ: the tree, a merger and its way back, an old logbook in and out again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from gui_steps import APPROVER, PIN, settle, type_vi
from page_station import answer
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from broadcaster.base.settings import load_settings
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.people.merge_dialog import MergeDialog
from broadcaster.gui.people.page import PeoplePage
from broadcaster.gui.people.records_dialog import RecordsDialog
from broadcaster.gui.people.unit_dialog import UnitDialog
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.gui.widgets.dialogs import ConfirmDialog
from broadcaster.units.model import Unit

Opener = Callable[[], MainWindow]
BOOK = """Ngày,Giờ,Nội dung,Thời lượng
02/01/2024,5h30,Tiêm chủng,5
31/02/2024,5h,Sai ngày,5
03/01/2024,17h,Nông vụ,3
"""


def page_of(qtbot: QtBot, window: MainWindow, item: str) -> PeoplePage:
    window.go("people", item)
    settle(qtbot)
    page = window.page("people")
    assert isinstance(page, PeoplePage)
    return page


def sign(dialog: PinDialog) -> None:
    dialog.pin.setText(PIN)
    dialog.sign.click()


def names(page: PeoplePage) -> list[str]:
    rows = page.units.table.rows
    return [rows.row_at(number).name.strip() for number in range(len(rows.ids))]


def test_a_unit_is_entered_moved_and_taken_out_with_a_way_back(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    window.app.units.save(Unit("", "Tỉnh Mẫu", "province"))
    page = page_of(qtbot, window, "units")

    def fill(dialog: UnitDialog) -> None:
        dialog.save.click()
        assert dialog.form.complaints() == ["Ghi tên đơn vị."]
        type_vi(dialog.name, "Xã Mẫu")
        dialog.above.setCurrentIndex(1)
        dialog.role.setCurrentIndex(dialog.role.findData("own"))
        dialog.save.click()

    answer(qtbot, PinDialog, sign)
    answer(qtbot, UnitDialog, fill)
    page.units.add_button.click()
    settle(qtbot)
    assert names(page) == ["Tỉnh Mẫu", "└  Xã Mẫu"]
    assert page.units.superior.text() == "Báo cáo gửi: Tỉnh Mẫu."
    page.units.undo_button.click()
    settle(qtbot)
    assert names(page) == ["Tỉnh Mẫu"]
    assert not page.units.undo_button.isEnabled()
    page.units.table.selectRow(0)
    answer(qtbot, PinDialog, sign)
    page.units.remove_button.click()
    settle(qtbot)
    assert names(page) == []
    page.units.undo_button.click()
    settle(qtbot)
    assert names(page) == ["Tỉnh Mẫu"]
    done = window.app.trail.entries(limit=3)
    assert [(entry.who, entry.action) for entry in done] == [
        (APPROVER, f"unit.{act}") for act in ("undo", "remove", "undo")]


def test_a_merger_makes_zones_and_is_taken_back_in_one_step(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    page = page_of(qtbot, window, "units")

    def fill(dialog: MergeDialog) -> None:
        assert not dialog.save.isEnabled()
        dialog.own.setText("Xã Mẫu")
        type_vi(dialog.rows[0].name, "Xã Mẫu Đông")
        type_vi(dialog.rows[1].name, "Xã Mẫu Tây")
        dialog.rows[1].zone.setCurrentIndex(dialog.rows[1].zone.findData(""))
        assert "Cụm loa mới: Xã Mẫu Đông." in dialog.summary.text()
        dialog.save.click()

    answer(qtbot, PinDialog, sign)
    answer(qtbot, MergeDialog, fill)
    page.units.merge_button.click()
    settle(qtbot)
    qtbot.waitUntil(lambda: window.page("people") is not page, timeout=10_000)  # the zones are new settings
    settle(qtbot)
    assert [zone.name for zone in load_settings(window.app.home).zones] == ["Xã Mẫu Đông"]
    assert {(item.name, item.role, item.zone) for item in window.app.units.all()} == {
        ("Xã Mẫu", "own", ""), ("Xã Mẫu Đông", "former", "Xã Mẫu Đông"), ("Xã Mẫu Tây", "former", "")}
    page_of(qtbot, window, "units").units.undo_button.click()
    settle(qtbot)
    assert window.app.units.all() == []


def test_an_old_logbook_is_looked_at_taken_in_found_and_taken_out(
        qtbot: QtBot, open_window: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_window()
    window.app.units.save(Unit("", "Xã Mẫu Đông", "former_commune", role="former"))
    (tmp_path / "sổ.csv").write_text(BOOK, encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "sổ.csv"), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "ra"), ""))
    page = page_of(qtbot, window, "records")
    records = page.records

    def look(dialog: RecordsDialog) -> None:
        qtbot.waitUntil(dialog.keep.isEnabled, timeout=10_000)
        assert dialog.verdict.text() == "2 dòng từ ngày 02/01/2024 đến ngày 03/01/2024; bỏ ra 1 dòng."
        assert "thời lượng ← “Thời lượng”" in dialog.columns.text()
        assert dialog.bad.rows.row_at(0).row == 3
        dialog.keep.click()

    answer(qtbot, PinDialog, sign)
    answer(qtbot, RecordsDialog, look)
    records.take()
    settle(qtbot)
    assert records.totals.text().startswith("2 dòng")
    type_vi(records.search, "nong vu")
    qtbot.waitUntil(lambda: records.totals.text().startswith("1 dòng"), timeout=10_000)
    records.export_button.click()
    settle(qtbot)
    assert "Nông vụ" in (tmp_path / "ra.csv").read_text(encoding="utf-8-sig")
    records.files.selectRow(0)
    answer(qtbot, ConfirmDialog, lambda dialog: dialog.yes.click())
    answer(qtbot, PinDialog, sign)
    records.out_button.click()
    settle(qtbot)
    assert window.app.units.totals() == (0, 0)
    assert not records.files_card.isVisible()
