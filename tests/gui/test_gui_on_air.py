"""The on-air page, driven over a real socket by a LinkServer that stands where the player does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from gui_steps import settle
from page_station import answer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from broadcaster.base.clock import format_time
from broadcaster.base.errors import Refused
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.on_air.model import SILENT_AFTER_S, headline, lamp, start_text
from broadcaster.gui.on_air.page import OnAirPage
from broadcaster.gui.widgets.reason import ReasonDialog
from broadcaster.protocol.link import LinkServer
from broadcaster.protocol.messages import Alarm, OnAir, Status, Upcoming
from broadcaster.protocol.rundown import QuietHours
from broadcaster.wiring import App

LONG = "Thông báo tăng cường phòng, chống sốt xuất huyết và vệ sinh môi trường trên địa bàn toàn xã " * 3


class Player:
    """Pushes a status until the window shows it, and keeps the commands it got."""

    def __init__(self, app: App) -> None:
        self.commands: list[dict[str, Any]] = []
        self.answers: dict[str, dict[str, Any] | Refused] = {}
        self.server = LinkServer(app.home, "air", self._take)
        now = app.clock.now()
        self.status = Status(
            at=format_time(now), pid=1, state="on_air", device="Loa", device_ok=True, peak_db=(-9.0, -12.0),
            journal_seq=1234, drift_ms=30.0,
            on_air=OnAir("e1", "Lịch tiêm chủng tháng 11", "tin", "Buổi sáng", 60.0, 240.0, ("all",)),
            upcoming=(Upcoming("e2", LONG, "tin", "Buổi sáng", format_time(now + timedelta(minutes=3)), 360.0),))

    def _take(self, message: dict[str, Any]) -> dict[str, Any]:
        self.commands.append(message)
        answer = self.answers.get(str(message["command"]), {})
        if isinstance(answer, Refused):
            raise answer
        return answer

    def show(self, qtbot: QtBot, until: Callable[[], bool]) -> None:
        def pushed() -> bool:
            self.server.push({"status": self.status.to_json()})
            return until()

        qtbot.waitUntil(pushed, timeout=15_000)


@pytest.fixture
def player(station: App) -> Iterator[Player]:
    player = Player(station)
    yield player
    player.server.close()


def on_air(window: MainWindow) -> OnAirPage:
    page = window.page("on_air")
    assert isinstance(page, OnAirPage)
    return page


def test_what_sounds_is_shown(qtbot: QtBot, player: Player, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    page = on_air(window)
    player.show(qtbot, lambda: page.lamp_words() == "ĐANG PHÁT")
    assert page.title.whole_text() == "Lịch tiêm chủng tháng 11"
    assert "Buổi sáng" in page.line.whole_text()
    assert page.countdown.text() == "−3:00"
    assert page.progress.value() == 250
    assert page.meter.levels()[0] == pytest.approx(-9.0)
    assert page.next.rows.rowCount() == 1
    assert page.clock.text() == "05:17:42"
    assert page.date.text() == "Thứ Bảy, 21 tháng 11 năm 2026"
    assert "Nhật ký: dòng 1.234" in window._status.words()
    assert page.width() <= window.width(), "a long title must not widen the page"


def test_stop_is_immediate_and_can_be_taken_back(
        qtbot: QtBot, player: Player, open_window: Callable[[], MainWindow]) -> None:
    page = on_air(open_window())
    player.show(qtbot, page.skip.isEnabled)
    page.stop.click()
    qtbot.waitUntil(lambda: [c["command"] for c in player.commands] == ["stop_all"], timeout=5000)
    player.status = replace(player.status, state="stopped", on_air=None, peak_db=(-120.0, -120.0))
    player.show(qtbot, page.resume.isVisible)
    assert page.lamp_words() == "ĐANG DỪNG THEO LỆNH"
    assert not page.stop.isVisible()
    asked = answer(qtbot, ReasonDialog, ReasonDialog.reject)
    page.resume.click()
    assert asked
    answer(qtbot, ReasonDialog, lambda dialog: (dialog.choice.offered["Bấm nhầm"].click(), dialog.yes.click()))
    page.resume.click()
    qtbot.waitUntil(lambda: player.commands[-1]["command"] == "resume", timeout=5000)
    assert player.commands[-1]["why"] == "Bấm nhầm"
    assert len(player.commands) == 2, "turned away: it stays silent"


def test_skip_asks_why_first(qtbot: QtBot, player: Player, open_window: Callable[[], MainWindow]) -> None:
    page = on_air(open_window())
    player.show(qtbot, page.skip.isEnabled)
    def skip(dialog: ReasonDialog) -> None:
        dialog.yes.click()
        assert dialog.isVisible(), "without a reason nothing is skipped"
        dialog.field.setText("  Nội dung\tđã cũ ")
        dialog.yes.click()

    answer(qtbot, ReasonDialog, ReasonDialog.reject)
    page.skip.click()
    settle(qtbot)
    assert player.commands == []
    answer(qtbot, ReasonDialog, skip)
    page.skip.click()
    qtbot.waitUntil(lambda: bool(player.commands), timeout=5000)
    assert (player.commands[0]["event_id"], player.commands[0]["why"]) == ("e1", "Nội dung đã cũ")
    answer(qtbot, ReasonDialog, lambda dialog: (dialog.choice.offered["Nội dung đã cũ"].click(), dialog.yes.click()))
    page.skip.click()
    qtbot.waitUntil(lambda: len(player.commands) == 2, timeout=5000)


def test_alarms_speak_plainly(qtbot: QtBot, player: Player, open_window: Callable[[], MainWindow]) -> None:
    page = on_air(open_window())
    alarm = Alarm("no_device", player.status.at, {"device": "USB Audio", "problem": "absent"})
    player.status = replace(player.status, state="no_device", device_ok=False, on_air=None, alarms=(alarm,))
    player.show(qtbot, lambda: page.lamp_words() == "KHÔNG CÓ THIẾT BỊ ÂM THANH")
    assert "USB Audio" in page.notices.alarms.text()
    assert page.notices.alarms.text().startswith("05:17: Không có thiết bị âm thanh")


def test_a_lost_player_is_said_and_found_again(
        qtbot: QtBot, station: App, player: Player, open_window: Callable[[], MainWindow]) -> None:
    page = on_air(open_window())
    player.show(qtbot, lambda: page.lamp_words() == "ĐANG PHÁT")
    player.server.close()
    qtbot.waitUntil(lambda: page.lamp_words() == "CHƯA CHẠY", timeout=15_000)
    assert max(page.meter.levels()) <= -60.0
    page.stop.click()
    toast = page.window().toast  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "tăng âm" in toast.text(), timeout=10_000)
    again = Player(station)
    again.show(qtbot, lambda: page.lamp_words() == "ĐANG PHÁT")
    again.server.close()


def test_the_lamp_believes_the_meter_not_the_plan(station: App, player: Player) -> None:
    quiet, now = QuietHours("21:00", "04:30"), station.clock.now()
    assert lamp(player.status, 0.0, quiet, now).look == "live"
    assert lamp(player.status, SILENT_AFTER_S + 1, quiet, now).words == "ĐANG PHÁT, KHÔNG CÓ TIẾNG"
    resting = replace(player.status, on_air=None, state="idle")
    assert lamp(resting, 0.0, quiet, now).words == "ĐANG NGHỈ"
    assert lamp(resting, 0.0, quiet, now.replace(hour=22)).words == "GIỜ YÊN LẶNG ĐẾN 04:30"
    assert lamp(None, 0.0, quiet, now).words == "CHƯA CHẠY"


def test_what_comes_tomorrow_says_so(station: App, player: Player) -> None:
    now = station.clock.now()
    later = format_time(now + timedelta(days=1))
    resting = replace(player.status, on_air=None, state="idle",
                      upcoming=(Upcoming("e3", "Nhạc hiệu", "nhac_hieu", "Buổi sáng", later, 11.0),))
    assert headline(resting, now) == ("Tiếp theo: Nhạc hiệu", "Buổi sáng, lúc 05:17 Chủ nhật, 22/11/2026")
    assert start_text(later, now) == "22/11 05:17"
    assert start_text(format_time(now), now) == "05:17:42"


def test_a_low_window_scrolls_instead_of_piling_up(
        qtbot: QtBot, player: Player, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    page = on_air(window)
    player.show(qtbot, page.skip.isEnabled)
    window.setMinimumSize(400, 300)
    window.resize(911, 480)
    qtbot.waitUntil(lambda: page.height() < 480, timeout=5000)
    QApplication.processEvents()
    assert page.stop.geometry().bottom() < page.skip.geometry().top()
    assert page.stop.height() >= 46
