"""What the on-air page says around the broadcast: the helper's alarms, trial stations, first steps; window sizes."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from gui_steps import settle
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot
from test_gui_on_air import Player, on_air

from broadcaster.accounts.model import Role
from broadcaster.base.clock import VirtualClock, format_time
from broadcaster.base.paths import shipped
from broadcaster.base.settings import NOBODY, Settings, changed
from broadcaster.gui import app as gui_app
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.on_air.model import first_steps
from broadcaster.gui.window_place import fits, keep_on_screen, show_whole
from broadcaster.protocol.messages import Alarm
from broadcaster.wiring import App

Opener = Callable[[], MainWindow]
HEARD_WORDS = "Không phát ra loa (chỉ để thử)"


def keeper_says(app: App, *alarms: tuple[str, dict[str, Any]], age: float = 0.0, sessions: Any = ()) -> None:
    """The file the helper writes every five seconds."""
    now = format_time(app.clock.now() - timedelta(seconds=age))
    body = {"at": now, "pid": 1, "sessions": list(sessions),
            "alarms": [{"code": code, "since": now, "facts": facts} for code, facts in alarms]}
    (app.home.run / "keeper.status.json").write_text(json.dumps(body), encoding="utf-8")


@pytest.fixture
def player(station: App) -> Any:
    player = Player(station)
    yield player
    player.server.close()


def test_the_helpers_alarms_stand_beside_the_players(qtbot: QtBot, player: Player, station: App,
                                                     open_window: Opener) -> None:
    keeper_says(station, ("session_empty", {"sessions": ["morning"]}), ("disk_low", {"free_mb": 120}),
                sessions=[{"session": "morning", "name": "Buổi sáng", "seconds": 0.0,
                           "starts_at": format_time(station.clock.now() + timedelta(days=1))},
                          {"session": "afternoon", "name": "Buổi chiều", "seconds": 60.0,
                           "starts_at": format_time(station.clock.now() + timedelta(hours=1))}])
    page = on_air(open_window())
    settle(qtbot)
    missed = Alarm("missed", player.status.at, {"title": "Tin A", "session": "S"})
    player.status = replace(player.status, alarms=(missed,))
    player.show(qtbot, lambda: "Tin A" in page.notices.alarms.text())
    first, *rest = page.notices.alarms.text().splitlines()
    assert "120 MB" in first, "what needs a person at once comes first"
    assert len(rest) == 1, "empty sessions are no alarm at a station that was not set up yet"
    page._show_steps([])
    assert "Buổi sáng 22/11 05:17" in page.notices.alarms.text()
    assert "morning" not in page.notices.alarms.text()
    assert "Buổi chiều" not in page.notices.alarms.text()


def test_alarms_come_and_go_with_the_helpers_file(qtbot: QtBot, station: App, open_window: Opener) -> None:
    window = open_window()
    settle(qtbot)
    notices = on_air(window).notices
    assert notices.isHidden()
    keeper_says(station, ("publish_failed", {"detail": "x"}))
    window.keeper.look()
    assert "Không cập nhật được lịch phát" in notices.alarms.text() or "x" in notices.alarms.text()
    assert notices.isVisible()
    (station.home.run / "keeper.status.json").write_text('{"at": "half', encoding="utf-8")
    window.keeper.look()
    assert notices.isHidden()


def test_a_silent_helper_is_said_after_a_while(qtbot: QtBot, station: App, open_window: Opener) -> None:
    assert isinstance(station.clock, VirtualClock)
    keeper_says(station, age=3600)
    window = open_window()
    settle(qtbot)
    assert window.keeper.alarms == (), "it is being started together with the window"
    station.clock.advance(120)
    window.keeper.look()
    assert [alarm.code for alarm in window.keeper.alarms] == ["keeper_silent"]
    assert "Chương trình thường trực không trả lời" in on_air(window).notices.alarms.text()
    keeper_says(station)
    window.keeper.look()
    assert window.keeper.alarms == ()


def test_a_default_device_shows_no_empty_brackets(qtbot: QtBot, player: Player, open_window: Opener) -> None:
    page = on_air(open_window())
    alarm = Alarm("no_device", player.status.at, {"device": "", "problem": "absent"})
    player.status = replace(player.status, state="no_device", device_ok=False, on_air=None, alarms=(alarm,))
    player.show(qtbot, lambda: bool(page.notices.alarms.text()))
    assert "()" not in page.notices.alarms.text()
    assert "mặc định" in page.notices.alarms.text()


def test_playing_to_nobody_is_named_calmly(qtbot: QtBot, player: Player, open_window: Opener) -> None:
    window = open_window()
    page = on_air(window)
    player.status = replace(player.status, device=NOBODY)
    player.show(qtbot, lambda: HEARD_WORDS in window._status.words())
    assert "không có tiếng ra loa" in page.notices.trial.text()
    assert page.notices.alarms.text() == ""
    assert page.lamp_words() == "ĐANG PHÁT"
    window.go("settings")
    settle(qtbot)
    settings = window.page("settings")
    box = settings.fields["audio.device"]  # type: ignore[union-attr]
    assert isinstance(box, QComboBox)
    words = [box.itemText(index) for index in range(box.count())]
    assert words[0] == "Thiết bị mặc định của máy"
    assert HEARD_WORDS in words
    assert NOBODY not in words


def test_a_sample_station_tells_its_pins_once(qtbot: QtBot, station: App, open_window: Opener) -> None:
    station.home.demo_note.write_text("Cán bộ truyền thanh: 1111\nPhó Chủ tịch: 2222\n", encoding="utf-8")
    window = open_window()
    settle(qtbot)
    demo = on_air(window).notices.demo
    assert "Cán bộ truyền thanh – 1111, Phó Chủ tịch – 2222" in demo.text()
    qtbot.mouseClick(demo.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert demo.isHidden()
    window.close()
    again = open_window()
    settle(qtbot)
    assert on_air(again).notices.demo.isHidden()


def test_a_new_station_says_what_to_do_first(qtbot: QtBot, station: App, open_window: Opener) -> None:
    window = open_window()
    page = on_air(window)
    qtbot.waitUntil(page.steps.isVisible, timeout=10_000)
    assert [step.done for step in page.steps.steps] == [False, True, False, False, False]
    assert page._lines.isHidden(), "an empty meter and day would look broken"
    assert page.lamp_words() == "ĐANG KHỞI ĐỘNG", "not an alarm while the player is being started"
    assert isinstance(station.clock, VirtualClock)
    station.clock.advance(60)
    qtbot.waitUntil(lambda: page.lamp_words() == "CHƯA CHẠY", timeout=10_000)
    buttons = page.steps.findChildren(QPushButton)
    assert {button.text() for button in buttons} == {"Nhập tên đài", "Thử và chọn", "Thêm văn bản", "Mở Bản tin",
                                                     "Mở phần thiết lập, hoặc thử đài mẫu…"}
    letter = sorted(shipped("resources", "letters").glob("*.txt"))[0]
    station.directives.add(letter, by="x")
    qtbot.waitUntil(lambda: page.steps.steps[3].done, timeout=10_000)
    next(button for button in page.steps.findChildren(QPushButton) if button.text() == "Mở Bản tin").click()
    assert window._current == "bulletins"
    settle(qtbot)


def test_the_steps_are_over_once_something_is_scheduled() -> None:
    named = changed(Settings(), "station", name="Đài xã Mẫu Hai")
    assert first_steps(named, [], 0, 1) == []
    steps = first_steps(named, [], 3, 0)
    assert [step.done for step in steps] == [True, False, False, True, False]
    assert first_steps(named, [], 0, 0, ("sound", "voice", "rules", "sessions"))[2].done


def test_one_person_alone_is_not_enough_unless_allowed(station: App) -> None:
    people = [person for person in station.accounts.people() if person.role is Role.APPROVER]
    assert not first_steps(Settings(), people, 0, 0)[1].done
    alone = changed(Settings(), "approval", single_person=True)
    assert first_steps(alone, people, 0, 0)[1].done


def test_a_window_with_its_frame_stays_on_the_screen(qtbot: QtBot) -> None:
    assert fits(QSize(1366, 768), QSize(1920, 1040))
    assert not fits(QSize(1366, 768), QSize(1366, 768))
    room = QGuiApplication.primaryScreen().availableGeometry()
    big, small = QMainWindow(), QMainWindow()
    for window in (big, small):
        qtbot.addWidget(window)
    big.setMinimumSize(room.width() + 50, 300)
    big.resize(room.width() + 50, room.height())
    show_whole(big)
    assert big.isMaximized()
    assert big.minimumWidth() <= room.width(), "else it could never be drawn onto the screen"
    small.resize(300, 200)
    small.move(room.right() - 20, room.bottom() - 20)
    show_whole(small)
    assert not small.isMaximized()
    assert room.contains(small.geometry())
    small.resize(room.width() + 1, 200)
    keep_on_screen(small)
    assert small.isMaximized()


def test_a_lost_helper_is_started_again(qtbot: QtBot, station: App, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Path] = []
    monkeypatch.setattr(gui_app, "_KEEPER_MS", 50)
    monkeypatch.setattr(gui_app, "start_keeper", lambda home: started.append(home.root))
    owner = QMainWindow()
    qtbot.addWidget(owner)
    gui_app._look_after_keeper(station.home, owner)
    qtbot.waitUntil(lambda: len(started) >= 3, timeout=10_000)
    for timer in owner.findChildren(QTimer):
        timer.stop()  # else it outlives the stand-in and starts a real one
    settle(qtbot)
