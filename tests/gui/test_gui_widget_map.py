"""The map that tests on a real screen find their way by."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from gui_steps import OPERATOR, settle
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.gui.widget_map import VARIABLE, install_widget_map, write_map


def test_it_tells_what_can_be_reached_and_where(
        qtbot: QtBot, tmp_path: Path, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    window.go("settings")
    settle(qtbot)
    path = tmp_path / "map.json"
    write_map(path)
    body = json.loads(path.read_bytes())
    found = {part["text"]: part for part in body["widgets"]}
    side = window._side.buttons["library"]
    corner = side.mapToGlobal(QPoint(0, 0))
    assert found["Thư viện"]["rect"] == [corner.x(), corner.y(), side.width(), side.height()]
    people = [part["text"] for part in body["widgets"] if part["kind"] == "cell"]
    assert all(text for text in people)
    dialog = PinDialog(window, window.app.accounts, window.app.accounts.people(), "Duyệt")
    dialog.open()
    dialog.pin.setText("2580")
    QApplication.processEvents()
    write_map(path)
    texts = [part["text"] for part in json.loads(path.read_bytes())["widgets"]]
    assert "Thư viện" not in texts, "behind a dialog nothing can be reached"
    assert any(OPERATOR in text for text in texts)
    assert "2580" not in texts, "a PIN is never told"
    dialog.reject()
    dialog.deleteLater()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_entries_of_an_open_menu_can_be_reached(
        qtbot: QtBot, tmp_path: Path, open_window: Callable[[], MainWindow]) -> None:
    menu = QMenu(open_window())
    menu.addAction("In trong ngày\tCtrl+P")
    menu.addSeparator()
    menu.popup(QPoint(100, 100))
    write_map(tmp_path / "map.json")
    found = [part for part in json.loads((tmp_path / "map.json").read_bytes())["widgets"] if part["kind"] == "action"]
    assert [part["text"] for part in found] == ["In trong ngày"]
    assert found[0]["rect"][3] > 5
    menu.close()
    menu.deleteLater()


def test_it_is_silent_unless_asked(
        qtbot: QtBot, tmp_path: Path, open_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_window()
    settle(qtbot)
    monkeypatch.delenv(VARIABLE, raising=False)
    before = len(window.children())
    install_widget_map(window)
    assert len(window.children()) == before
    monkeypatch.setenv(VARIABLE, str(tmp_path / "map.json"))
    install_widget_map(window)
    qtbot.waitUntil((tmp_path / "map.json").exists, timeout=10_000)
