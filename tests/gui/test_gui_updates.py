"""The page of updates: what a stick offers, how it went, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from gui_steps import settle
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from broadcaster.accounts.model import Person, Right, Role
from broadcaster.base.errors import Refused
from broadcaster.care.installed import Installed
from broadcaster.care.updates.model import FileEntry, Manifest, Record, Step, platform_tag
from broadcaster.care.updates.service import Updates
from broadcaster.care.updates.station import Station
from broadcaster.care.updates.sticks import Found
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.tray.starting_card import StartingCard
from broadcaster.gui.updates import actions
from broadcaster.gui.updates.leaving import LeaveForUpdate
from broadcaster.gui.updates.tab import UpdatesTab

MANIFEST = Manifest("0.2.0", platform_tag(), "2026-11-20T08:00:00+07:00", "0007", ("Phát lại tin đã lỡ.",),
                    (FileEntry("broadcaster", "0" * 64, 1),))

SIGNER = Person("p1", "Phó Chủ tịch", "", Role.ADMIN, True)


@pytest.fixture
def window(open_window: Callable[[], MainWindow]) -> MainWindow:
    return open_window()


@pytest.fixture
def updates(window: MainWindow, tmp_path: Path) -> Updates:
    place = Installed(tmp_path / "cài đặt")
    (place.root / "versions").mkdir(parents=True)
    place.point_to("0.1.0")
    return Updates(place, Station(window.app.home, window.app.clock), window.app.clock)


@pytest.fixture
def tab(window: MainWindow, updates: Updates, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> UpdatesTab:
    offered = [Found(Path("/media/usb/a.dxcapnhat"), MANIFEST),
               Found(Path("/media/usb/b.dxcapnhat"), error=Refused("update.unsigned", "", name="b.dxcapnhat"))]
    monkeypatch.setattr(actions, "look", lambda _: offered)
    tab = UpdatesTab(window.app, window, updates)
    qtbot.addWidget(tab)
    tab.on_shown()
    settle(qtbot)
    return tab


def texts(tab: UpdatesTab) -> str:
    return " ".join(each.text() for each in tab.findChildren(QLabel) if not each.isHidden())


def press(tab: UpdatesTab, words: str) -> None:
    next(each for each in tab.findChildren(QPushButton) if each.text().strip() == words).click()


def test_what_a_stick_offers_and_why_not(tab: UpdatesTab) -> None:
    assert "Phiên bản 0.2.0" in texts(tab)
    assert "Phát lại tin đã lỡ." in texts(tab)
    assert "b.dxcapnhat không phải do nơi làm chương trình phát hành" in texts(tab)


def test_tonight_is_staged_and_said(tab: UpdatesTab, updates: Updates, window: MainWindow, qtbot: QtBot,
                                    monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Path, str]] = []

    def stage(path: Path, when: str, by: str) -> Record:
        asked.append((path, when))
        return updates._set_down(Record("0.2.0", "0.1.0", Step.READY, str(window.app.home.root), when=when))
    monkeypatch.setattr(updates, "stage", stage)
    monkeypatch.setattr(window, "confirm", lambda *_, **__: True)
    monkeypatch.setattr(window, "ask_pin", lambda *_: SIGNER)
    press(tab, "Để tối nay")
    settle(qtbot)
    tab._show_record()
    assert asked == [(Path("/media/usb/a.dxcapnhat"), "tonight")]
    assert "Sau 21:30 tối nay" in tab.result.text()
    assert tab.bar.isHidden(), "nothing is being done now"


def test_what_went_wrong_is_said(tab: UpdatesTab, updates: Updates) -> None:
    updates._set_down(Record("0.2.0", "0.1.0", Step.ROLLED_BACK, code="update.did_not_come_up",
                         facts={"aired_since": True}))
    tab._show_record()
    assert tab.result.text() == ("Bản mới không chạy được nên máy đã tự quay về bản trước. Đài vẫn phát. "
                                 "Những lượt đã phát trong lúc ấy vẫn có trong nhật ký phát thanh.")


def test_going_back_asks_again_where_work_would_be_lost(tab: UpdatesTab, updates: Updates, window: MainWindow,
                                                        qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    updates.place.previous_file.write_text("0.1.0\n")
    updates._set_down(Record("0.2.0", "0.1.0", Step.DONE, at="2026-11-20T22:00:00.000+07:00"))
    tab._show_record()
    sure: list[bool] = []
    left: list[object] = []

    def roll_back(*, even_if_newer: bool, window_closes: bool, by: str) -> Record:
        sure.append(even_if_newer)
        if not even_if_newer:
            raise Refused("update.rollback_would_lose", "", at="x")
        return Record("0.2.0", "0.1.0", Step.ROLLED_BACK)
    monkeypatch.setattr(updates, "roll_back", roll_back)
    monkeypatch.setattr(window, "confirm", lambda *_, **__: True)
    monkeypatch.setattr(window, "ask_pin", lambda *_: SIGNER)
    monkeypatch.setattr(actions, "leave", left.append)
    press(tab, "Quay lại phiên bản 0.1.0…")
    qtbot.waitUntil(lambda: bool(left))
    assert sure == [False, True]


def test_sources_are_not_updated_from_a_stick(window: MainWindow, qtbot: QtBot) -> None:
    tab = UpdatesTab(window.app, window)
    qtbot.addWidget(tab)
    tab.on_shown()
    assert tab._news_card.isHidden()
    assert "chạy từ mã nguồn" in texts(tab)


def test_at_night_the_window_makes_room(window: MainWindow, updates: Updates,
                                        monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[object] = []
    monkeypatch.setattr("broadcaster.gui.updates.leaving.leave", left.append)
    leaving = LeaveForUpdate(window, updates.place)
    waits = Record("0.2.0", "0.1.0", Step.READY, when="tonight", code="update.waits", facts={"reason": "tonight"})
    leaving.look()
    updates._set_down(waits)
    leaving.look()
    assert left == []
    updates._set_down(Record(**{**vars(waits), "facts": {"reason": "window"}}))
    monkeypatch.setattr(window, "_unsaved", lambda: ["bản tin"])
    leaving.look()
    assert left == [], "unsaved words stay"
    monkeypatch.setattr(window, "_unsaved", list)
    leaving.look()
    assert left == [window]


def test_the_switch_acts_at_once(window: MainWindow, qtbot: QtBot, tmp_path: Path,
                                 monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "cấu hình"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "no-bus"))
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "i3")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    card = StartingCard(window.app, window)
    qtbot.addWidget(card)
    card.refresh()
    settle(qtbot)
    assert "mất điện" in card.note.text()
    card.starts.click()
    settle(qtbot)
    assert len(list((tmp_path / "cấu hình" / "autostart").iterdir())) == 1
    assert "khởi động lại máy để thử" in card.note.text()
    card.with_window.click()
    settle(qtbot)
    assert len(list((tmp_path / "cấu hình" / "autostart").iterdir())) == 2
    card.starts.click()
    settle(qtbot)
    assert list((tmp_path / "cấu hình" / "autostart").iterdir()) == []


def test_nobody_puts_in_another_version_unsigned(
        tab: UpdatesTab, updates: Updates, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where nobody signs in at the window: what is asked for is the right to bring the station back."""
    updates.place.previous_file.write_text("0.1.0\n")
    updates._set_down(Record("0.2.0", "0.1.0", Step.DONE, at="2026-11-20T22:00:00.000+07:00"))
    tab._show_record()
    asked: list[object] = []
    monkeypatch.setattr(window, "confirm", lambda *_, **__: True)
    monkeypatch.setattr(window, "ask_pin", lambda right, _: asked.append(right))
    monkeypatch.setattr(updates, "stage", lambda *_: pytest.fail("staged"))
    monkeypatch.setattr(updates, "roll_back", lambda **_: pytest.fail("taken back"))
    press(tab, "Để tối nay")
    press(tab, "Quay lại phiên bản 0.1.0…")
    settle(qtbot)
    assert asked == [Right.RESTORE, Right.RESTORE]
