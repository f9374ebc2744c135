"""The backups tab and the dialog that brings one back, on a real place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from gui_steps import settle
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from broadcaster.accounts.model import Right
from broadcaster.asrun.identity import Identity
from broadcaster.base.clock import format_time
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import save_settings
from broadcaster.care.backup.model import Drill
from broadcaster.care.backup.service import BackupService
from broadcaster.care.backup.vault import plain_phrase
from broadcaster.gui.backup import actions, restore_dialog, words
from broadcaster.gui.backup.phrase_dialog import PhraseDialog
from broadcaster.gui.backup.restore_dialog import RestoreDialog
from broadcaster.gui.backup.tab import BackupTab
from broadcaster.gui.main_window import MainWindow
from broadcaster.protocol.restored import Restored, write_restored


@pytest.fixture
def window(open_window: Callable[[], MainWindow]) -> MainWindow:
    return open_window()


@pytest.fixture
def tab(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> BackupTab:
    (tmp_path / "usb").mkdir()
    BackupService(window.app.home, window.app.clock).choose(str(tmp_path / "usb"))
    tab = BackupTab(window.app, window)
    qtbot.addWidget(tab)
    tab.show()
    tab.on_shown()
    settle(qtbot)
    return tab


def test_from_nothing_to_a_tried_backup(tab: BackupTab, qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    assert tab._sentence.text() == "Chưa có bản sao lưu nào"
    assert not tab.drill_button.isEnabled()
    assert "cùng ổ đĩa" in tab.warning.text()
    tab.make()
    qtbot.waitUntil(lambda: tab.seen is not None and len(tab.seen.lines) == 1)
    settle(qtbot)
    assert tab._sentence.text().startswith("Bản sao lưu gần nhất: hôm nay")
    line = tab.table.rows.row_at(0)
    assert words.state_of(line) == ("đã thử: dùng được", "good")
    (tmp_path / "usb").rename(tmp_path / "away")
    tab.look()
    settle(qtbot)
    assert tab._sentence.text() == "Chưa cắm ổ đĩa sao lưu"


def test_rhythm_is_saved_only_on_wish(tab: BackupTab, qtbot: QtBot) -> None:
    assert tab.save_button.isHidden()
    tab.days.setValue(10)
    assert not tab.save_button.isHidden()
    assert tab.service.settings().backup.keep_days == 7
    tab.save_button.click()
    settle(qtbot)
    assert tab.service.settings().backup.keep_days == 10
    assert tab.save_button.isHidden()


def test_restored_station_asks_for_the_old_computer(
        tab: BackupTab, qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    write_restored(window.app.home, Restored("2026-11-20T230000", format_time(window.app.clock.now())))
    tab.look()
    settle(qtbot)
    assert "Máy cũ đã tắt chưa?" in tab.waits.text()
    monkeypatch.setattr(actions, "may_restore", lambda shell, purpose: "Phó Chủ tịch")
    tab.confirm_button.click()
    settle(qtbot)
    assert tab.waits.isHidden()


def test_phrase_must_be_typed_before_anything_is_encrypted(tab: BackupTab, qtbot: QtBot) -> None:
    dialog = PhraseDialog(tab, tab.service, "Phó Chủ tịch", tab.app.clock.now())
    qtbot.addWidget(dialog)
    dialog.typed.setText("123")
    dialog.done_button.click()
    assert "40 chữ số" in dialog.told.text()
    assert not tab.service.settings().backup.encrypted
    dialog.typed.setText(dialog.phrase.replace(" ", ""))
    dialog.done_button.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert tab.service.settings().backup.encrypted
    assert plain_phrase(dialog.phrase) == dialog.phrase


def test_bringing_back_on_a_new_computer(
        tab: BackupTab, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tab.service.make()
    fresh = StationHome(tmp_path / "máy mới")
    monkeypatch.setattr(actions, "sticks", lambda: [("USB", str(tmp_path / "usb"))])
    monkeypatch.setattr(restore_dialog, "confirm", lambda *words, **more: True)
    monkeypatch.setattr(restore_dialog.Sheet, "exec", lambda sheet: 1)
    dialog = RestoreDialog(tab, fresh, "", lambda: None)
    qtbot.addWidget(dialog)
    dialog.look()
    settle(qtbot)
    assert dialog.table.current_row().line.name == made.name
    dialog.go_on.click()
    qtbot.waitUntil(lambda: dialog.restored)
    settle(qtbot)
    assert fresh.database.exists()
    assert fresh.key.read_bytes() == tab.app.home.key.read_bytes()


def test_words_of_a_bad_trial() -> None:
    bad = Drill("2026-11-21T23:00:00+07:00", True, ("counts: carts is 1, was 40",))
    assert words.drill_words(bad) == "Đã thử lúc 23:00 21/11/2026: không đạt. Hãy sao lưu lại."


def test_place_is_signed_for(tab: BackupTab, qtbot: QtBot, window: MainWindow, tmp_path: Path,
                             monkeypatch: pytest.MonkeyPatch) -> None:
    """All of the station goes there every night: nobody who passes by sends it to a stick of their own."""
    asked: list[object] = []
    monkeypatch.setattr(window, "ask_pin", lambda right, _: asked.append(right))
    tab._choose(str(tmp_path))
    tab.accept()
    settle(qtbot)
    assert tab.service.where().folder == (tmp_path / "usb").resolve()
    assert asked == [Right.RESTORE]


def test_backup_of_another_key_is_told(tab: BackupTab, qtbot: QtBot, tmp_path: Path) -> None:
    """The same name proves nothing: with it come people and PINs of whoever made it."""
    tab.service.make()
    other = StationHome(tmp_path / "máy khác")
    other.create()
    Identity(other).sign(b"")
    found = actions.found_in(other, [tmp_path / "usb"])
    assert [each.strange for each in found] == [True]
    assert [each.strange for each in actions.found_in(tab.app.home, [tmp_path / "usb"])] == [False]
    dialog = RestoreDialog(tab, other, "", lambda: None)
    qtbot.addWidget(dialog)
    dialog._show(found)
    assert "không phải do đài trên máy này" in dialog.told.text()


def test_what_lies_on_a_server_is_said_to_be_left_out(tab: BackupTab, qtbot: QtBot) -> None:
    office = replace(tab.app.settings.office, role="office", database="postgresql://dai@may/so")
    save_settings(tab.app.home, replace(tab.service.settings(), office=office))
    tab.look()
    settle(qtbot)
    assert "PostgreSQL" in tab.warning.text()
