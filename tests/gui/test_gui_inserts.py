"""Emergency, microphone and relay from the window: real key presses, real files, a real socket to a stand-in player."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from gui_steps import settle, type_vi
from page_station import answer
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from test_gui_on_air import Player, on_air

from broadcaster.base.clock import STATION_ZONE, VirtualClock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.settings import Settings, ZoneSection, save_settings
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.on_air.break_in_dialog import BreakInDialog
from broadcaster.gui.on_air.insert_words import insert_line
from broadcaster.gui.on_air.live_dialog import LiveDialog
from broadcaster.gui.on_air.reasons import WhySheet
from broadcaster.gui.on_air.relay_dialog import RelayDialog
from broadcaster.gui.widgets.hold_button import HOLD_SECONDS
from broadcaster.gui.widgets.key_hold import FIRST_REPEAT_MS, RELEASE_MS, KeyHold
from broadcaster.gui.widgets.reason import ReasonDialog
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.emergency import EmergencyMessage, write_message
from broadcaster.protocol.emergency_orders import orders_folder, read_order
from broadcaster.protocol.messages import Insert, OnAir
from broadcaster.protocol.rundown import CutRef, Urgency
from broadcaster.wiring import App, build_app

Opener = Callable[[], MainWindow]
SHA = "ab" * 32


@pytest.fixture
def player(station: App) -> Iterator[Player]:
    player = Player(station)
    yield player
    player.server.close()


def prepare(app: App, slug: str, title: str, key: int, *, good: bool = True, **habits: Any) -> None:
    """A sealed message on the shelf."""
    cut = app.home.audio(SHA)
    cut.parent.mkdir(parents=True, exist_ok=True)
    cut.write_bytes(b"sound")
    approval = Approval("a", "cart:x", "", SHA, "Phó Chủ tịch", format_time(app.clock.now()),
                        "" if good else "2026-01-01").sealed(app.key)
    message = EmergencyMessage(slug, title, CutRef(SHA, 48_000 * 42), approval, key=key, **habits)
    write_message(app.home, message, app.key)


@pytest.fixture
def shelf(station: App) -> App:
    prepare(station, "bao", "Bão khẩn cấp", 1, every_minutes=30, for_minutes=360, repeats=2)
    prepare(station, "chay", "Cháy lớn", 2)
    prepare(station, "cu", "Tin đã hết hạn duyệt", 3, good=False)
    prepare(station, "nuoc", "Tạm ngừng cấp nước", 4, urgency=Urgency.PRIORITY)
    return station


def key(widget: QWidget, code: Qt.Key, *, down: bool, repeated: bool = False) -> None:
    kind = QEvent.Type.KeyPress if down else QEvent.Type.KeyRelease
    QApplication.sendEvent(widget, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, "", repeated))


def strike(qtbot: QtBot, window: QWidget, code: Qt.Key,
           held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key as the window system delivers it to an active window, so that shortcuts work."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)
    qtbot.keyClick(window, code, held)


def sheet_of(page: Any, kind: type[Any]) -> Any:
    assert isinstance(page.sheets.shown, kind)
    return page.sheets.shown


def opened(qtbot: QtBot, page: Any) -> Any:
    page.sheets.break_in()
    sheet = sheet_of(page, BreakInDialog)
    settle(qtbot)
    return sheet


def test_only_a_held_key_airs(qtbot: QtBot, player: Player, shelf: App, open_window: Opener) -> None:
    page = on_air(open_window())
    sheet = opened(qtbot, page)
    assert sheet.list.chosen().message.slug == "bao"
    for _ in range(30):  # a book on the key: it repeats, but was never pressed here
        key(sheet.list, Qt.Key.Key_F9, down=True, repeated=True)
    assert sheet.hold.progress() == 0.0
    key(sheet.list, Qt.Key.Key_Return, down=True)
    qtbot.waitUntil(lambda: 0.05 < sheet.hold.progress() < 0.9, timeout=900)
    key(sheet.list, Qt.Key.Key_Return, down=False)
    qtbot.wait(int(HOLD_SECONDS * 1000) + 100)
    assert player.commands == [], "let go too early: nothing happens"
    key(sheet.list, Qt.Key.Key_F9, down=True)
    qtbot.waitUntil(lambda: bool(player.commands), timeout=5000)
    sent = player.commands[0]
    assert (sent["command"], sent["message"], sent["then"], sent["zones"]) == ("break_in", "bao", "resume", [])
    assert (sent["repeats"], sent["every_minutes"], sent["for_minutes"]) == (2, 30, 360)
    assert sent["by"] == "Cán bộ truyền thanh"
    qtbot.waitUntil(lambda: page.sheets.shown is None, timeout=5000)
    assert "Bão khẩn cấp" in page.window().toast.text()
    assert len(player.commands) == 1


def test_the_key_that_opened_it_must_be_let_go_first(qtbot: QtBot, player: Player, shelf: App,
                                                     open_window: Opener) -> None:
    page = on_air(open_window())
    page.sheets.break_in(by_key=True)
    sheet = sheet_of(page, BreakInDialog)
    settle(qtbot)
    key(sheet.list, Qt.Key.Key_F9, down=True)  # the system's repeat of a key that is still down, not marked as one
    for _ in range(3):
        key(sheet.list, Qt.Key.Key_F9, down=False)
        key(sheet.list, Qt.Key.Key_F9, down=True)
    assert sheet.hold.progress() == 0.0
    key(page.window(), Qt.Key.Key_F9, down=False)  # a quick finger: the release still goes to the window behind
    qtbot.wait(3 * RELEASE_MS)
    key(sheet.list, Qt.Key.Key_F9, down=True)
    qtbot.waitUntil(lambda: sheet.hold.progress() > 0.0, timeout=2000)
    key(sheet.list, Qt.Key.Key_F9, down=False)
    qtbot.waitUntil(lambda: sheet.hold.progress() == 0.0, timeout=2000)
    assert player.commands == []


def test_repeats_are_told_from_presses(qtbot: QtBot) -> None:
    news: list[str] = []
    hold = KeyHold(lambda: news.append("begin"), lambda: news.append("end"))
    hold.press(1, False)
    hold.press(1, True)
    assert news == ["begin", "end"], "no system repeats that soon: it was down before"
    hold.press(1, False)
    assert news == ["begin", "end"], "not before it was let go"
    hold.release(1, False)
    qtbot.wait(3 * RELEASE_MS)
    hold.press(1, False)
    qtbot.wait(FIRST_REPEAT_MS + 50)
    hold.press(1, True)
    hold.release(1, False)  # a repeat as release and press, neither marked
    hold.press(1, False)
    hold.press(2, False)
    qtbot.wait(2 * RELEASE_MS)
    assert news == ["begin", "end", "begin"]
    hold.release(1, False)
    qtbot.waitUntil(lambda: news[-1] == "end", timeout=2000)


def test_the_mouse_must_hold_too(qtbot: QtBot, player: Player, shelf: App, open_window: Opener) -> None:
    page = on_air(open_window())
    sheet = opened(qtbot, page)
    qtbot.mouseDClick(sheet.hold, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(sheet.hold, Qt.MouseButton.LeftButton)
    qtbot.wait(150)
    assert player.commands == []
    sheet.list.choose_key(2)
    sheet.then.choose("drop")
    sheet.often.choose("two_hours")
    qtbot.mousePress(sheet.hold, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(player.commands), timeout=5000)
    sent = player.commands[0]
    assert (sent["message"], sent["then"], sent["every_minutes"], sent["for_minutes"]) == ("chay", "drop", 120, 1440)


def test_f9_opens_it_from_another_page(qtbot: QtBot, player: Player, shelf: App, open_window: Opener) -> None:
    window = open_window()
    window.go("library")
    settle(qtbot)
    strike(qtbot, window, Qt.Key.Key_F9)
    sheet = sheet_of(on_air(window), BreakInDialog)
    assert window._current == "on_air"
    strike(qtbot, sheet, Qt.Key.Key_2)
    assert sheet.list.chosen().message.slug == "chay"
    strike(qtbot, sheet, Qt.Key.Key_9)
    assert sheet.list.chosen().message.slug == "chay", "no message lies on that key"
    sheet.reject()
    settle(qtbot)
    assert player.commands == []


def test_what_cannot_air_says_why(qtbot: QtBot, player: Player, shelf: App, open_window: Opener) -> None:
    sheet = opened(qtbot, on_air(open_window()))
    sheet.list.choose_key(3)
    assert not sheet.hold.isEnabled()
    assert "phê duyệt đã hết hạn" in sheet.wrong.text()
    sheet.hold.press()
    assert sheet.hold.progress() == 0.0
    sheet.list.choose_key(2)
    assert sheet.hold.isEnabled()
    assert sheet.wrong.isHidden()


def test_quiet_hours_ask_for_a_confirmation(qtbot: QtBot, player: Player, shelf: App, open_window: Opener) -> None:
    assert isinstance(shelf.clock, VirtualClock)
    shelf.clock.advance(17 * 3600)
    sheet = opened(qtbot, on_air(open_window()))
    assert sheet.confirmed.isVisible()
    assert not sheet.hold.isEnabled()
    sheet.confirmed.click()
    assert sheet.hold.isEnabled()
    assert sheet.order().confirmed
    sheet.list.choose_key(4)
    assert not sheet.hold.isEnabled(), "a priority message never"
    assert not sheet.confirmed.isVisible()


def test_an_emergency_at_night_sounds_first_and_is_explained_afterwards(
        qtbot: QtBot, player: Player, shelf: App, open_window: Opener) -> None:
    assert isinstance(shelf.clock, VirtualClock)
    shelf.clock.advance(17 * 3600)
    window = open_window()
    page = on_air(window)
    player.answers["break_in"] = {"insert": "i7"}
    sheet = opened(qtbot, page)
    sheet.confirmed.click()
    sheet.hold.held.emit()
    qtbot.waitUntil(lambda: isinstance(page.sheets.shown, WhySheet), timeout=5000)
    assert [one["command"] for one in player.commands] == ["break_in"], "nothing was asked before it sounded"
    page.sheets.shown.reject()
    assert "Bão khẩn cấp" in page.notices.owed.text(), "put off, not forgotten"
    page.notices.why.click()
    late = sheet_of(page, WhySheet)
    late.yes.click()
    assert late.isVisible()
    late.field.setText("Nước dâng nhanh")
    player.answers["say_why"] = {}
    late.yes.click()
    qtbot.waitUntil(lambda: page.sheets.shown is None, timeout=5000)
    said = player.commands[-1]
    assert (said["command"], said["about"], said["why"], said["day"]) == (
        "say_why", "i7", "Nước dâng nhanh", shelf.clock.now().date().isoformat())
    assert not page.notices.owed.text()


def test_who_opens_the_microphone_at_night_says_why(qtbot: QtBot, player: Player, shelf: App,
                                                    open_window: Opener) -> None:
    assert isinstance(shelf.clock, VirtualClock)
    shelf.clock.advance(17 * 3600)
    page = on_air(open_window())
    player.show(qtbot, page.controls.live.isEnabled)
    page.sheets.live()
    sheet = sheet_of(page, LiveDialog)
    settle(qtbot)
    sheet.confirmed.click()
    sheet.go.click()
    assert (player.commands, sheet.wrong.isVisible()) == ([], True)
    next(iter(sheet.why.offered.values())).click()
    sheet.go.click()
    qtbot.waitUntil(lambda: page.sheets.shown is None, timeout=5000)
    assert (player.commands[0]["confirmed"], player.commands[0]["why"]) == (True, "Bão, lũ")


def test_rounds_that_reach_into_quiet_hours_are_told(qtbot: QtBot, player: Player, shelf: App,
                                                     open_window: Opener) -> None:
    assert isinstance(shelf.clock, VirtualClock)
    shelf.clock.advance(11 * 3600)
    sheet = opened(qtbot, on_air(open_window()))
    assert sheet.later.isVisible()
    assert "21:00–04:30" in sheet.later.text()
    assert sheet.hold.isEnabled(), "the rounds of the evening may go out all the same"
    sheet.often.parts["once"].click()
    assert not sheet.later.isVisible()


def test_an_empty_shelf_says_how_to_fill_it(qtbot: QtBot, player: Player, station: App, open_window: Opener) -> None:
    window = open_window()
    page = on_air(window)
    page.sheets.break_in()
    sheet = sheet_of(page, BreakInDialog)
    key(sheet, Qt.Key.Key_Return, down=True)
    sheet.library.click()
    assert window._current == "library"
    settle(qtbot)


def test_without_a_player_the_order_becomes_a_file(qtbot: QtBot, shelf: App, open_window: Opener) -> None:
    page = on_air(open_window())
    sheet = opened(qtbot, page)
    sheet.list.choose_key(2)
    sheet.who.setEditText("")
    type_vi(sheet.who.lineEdit(), "Trưởng thôn Đông")
    sheet.hold.held.emit()
    qtbot.waitUntil(lambda: page.sheets.shown is None, timeout=10_000)
    (path,) = [entry for entry in orders_folder(shelf.home).iterdir() if entry.is_file()]
    order = read_order(path)
    assert (order.slug, order.by, order.then) == ("chay", "Trưởng thôn Đông", "resume")
    assert "Bộ phát không trả lời" in page.window().toast.text()


def test_the_database_may_be_broken(qtbot: QtBot, player: Player, shelf: App, open_window: Opener) -> None:
    page = on_air(open_window())
    settle(qtbot)
    shelf.database.close()
    shelf.home.database.write_bytes(b"no database" * 1000)
    sheet = opened(qtbot, page)
    assert [entry.message.slug for entry in sheet.messages] == ["bao", "chay", "cu", "nuoc"]
    sheet.hold.held.emit()
    qtbot.waitUntil(lambda: bool(player.commands), timeout=5000)
    assert player.commands[0]["by"] == "người trực máy"


def test_a_refusal_is_told_where_it_can_be_mended(qtbot: QtBot, player: Player, shelf: App,
                                                  open_window: Opener) -> None:
    player.answers["break_in"] = Refused("air.insert_active", "x", title="Lũ lên")
    page = on_air(open_window())
    sheet = opened(qtbot, page)
    sheet.hold.held.emit()
    qtbot.waitUntil(lambda: "Lũ lên" in sheet.wrong.text(), timeout=5000)
    assert page.sheets.shown is sheet
    assert sheet.hold.isEnabled()


class Slow(Player):
    """Takes its time over a relay."""

    free = threading.Event()

    def _take(self, message: dict[str, Any]) -> dict[str, Any]:
        answer = super()._take(message)
        if message["command"] == "relay_on":
            self.free.wait(2.5)
        return answer


def test_stop_all_works_in_a_dialog_while_the_player_is_busy(qtbot: QtBot, station: App, open_window: Opener) -> None:
    player = Slow(station)
    try:
        page = on_air(open_window())
        player.show(qtbot, page.controls.relay.isEnabled)
        page.sheets.relay()
        sheet = sheet_of(page, RelayDialog)
        settle(qtbot)
        sheet.address.setEditText("http://127.0.0.1/x")
        sheet.send()
        qtbot.waitUntil(lambda: len(player.commands) == 1, timeout=5000)
        strike(qtbot, sheet, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        qtbot.waitUntil(lambda: player.commands[-1]["command"] == "stop_all", timeout=2000)
        player.free.set()
        qtbot.waitUntil(lambda: page.sheets.shown is None, timeout=5000)
    finally:
        player.free.set()
        player.server.close()


def test_what_cannot_begin_says_why(qtbot: QtBot, player: Player, station: App, open_window: Opener) -> None:
    window = open_window()
    page = on_air(window)
    strike(qtbot, window, Qt.Key.Key_F7)
    assert page.sheets.shown is None
    assert "Bộ phát không trả lời" in window.toast.text()
    player.status = replace(player.status, insert=emergency(player))
    player.show(qtbot, page.insert.isVisible)
    strike(qtbot, window, Qt.Key.Key_F8)
    assert page.sheets.shown is None
    assert "“Bão khẩn cấp” đang phát" in window.toast.text()


def emergency(player: Player, **changes: Any) -> Insert:
    now = datetime.fromisoformat(player.status.at)
    return replace(Insert("i1", "break_in", "Bão khẩn cấp", "Phó Chủ tịch", "on_air",
                          format_time(now + timedelta(hours=6)), (), 2, 13, format_time(now + timedelta(minutes=30))),
                   **changes)


def test_a_running_emergency_can_be_followed_and_ended(qtbot: QtBot, player: Player, station: App,
                                                       open_window: Opener) -> None:
    window = open_window()
    page = on_air(window)
    own = OnAir("e9", "Bão khẩn cấp", "khan_cap", "Khẩn cấp", 12.0, 42.0, ())
    player.status = replace(player.status, on_air=own, insert=emergency(player))
    player.show(qtbot, page.insert.isVisible)
    assert page.lamp_words() == "ĐANG PHÁT KHẨN CẤP"
    assert page.insert.head.whole_text() == "ĐANG PHÁT TIN KHẨN CẤP"
    assert page.insert.countdown.text() == "−0:30"
    assert "đợt 2/13" in page.insert.detail.whole_text()
    assert "đợt sau lúc 05:47:42" in page.insert.detail.whole_text()
    player.status = replace(player.status, on_air=None)
    player.show(qtbot, lambda: page.lamp_words() == "ĐANG NGHỈ")
    assert page.insert.head.whole_text() == "ĐANG PHÁT TIN KHẨN CẤP", "a breath between chime and message"
    player.status = replace(player.status, on_air=own)
    assert not page.controls.live.isEnabled()
    assert "Đang phát khẩn cấp" in window._status.words()
    answer(qtbot, ReasonDialog, ReasonDialog.reject)
    page.insert.end.click()
    settle(qtbot)
    assert player.commands == [], "eleven more rounds are not ended by one slip of the hand"
    answer(qtbot, ReasonDialog, lambda dialog: (dialog.choice.offered["Hết nguy hiểm"].click(), dialog.yes.click()))
    strike(qtbot, window, Qt.Key.Key_F10)
    qtbot.waitUntil(lambda: [c["command"] for c in player.commands] == ["end_break_in"], timeout=5000)
    assert player.commands[0]["why"] == "Hết nguy hiểm"
    player.status = replace(player.status, insert=emergency(player, rounds=1, next_at=""))
    player.show(qtbot, lambda: "đợt" not in page.insert.detail.whole_text())
    player.answers["end_break_in"] = {"inserts": ["i1"]}
    page.insert.end.click()
    qtbot.waitUntil(lambda: isinstance(page.sheets.shown, WhySheet), timeout=5000)
    assert player.commands[-1] == {**player.commands[-1], "command": "end_break_in"}, "silenced first, asked afterwards"
    page.sheets.shown.reject()
    player.status = replace(player.status, insert=None)
    player.show(qtbot, page.insert.isHidden)


def test_between_rounds_and_before_its_turn(station: App, player: Player) -> None:
    now = station.clock.now()
    waiting = insert_line(player.status, emergency(player, state="waiting"), now)
    assert waiting.head == "KHẨN CẤP: CHỜ ĐỢT SAU"
    assert waiting.seconds_left == pytest.approx(1800, abs=1)
    assert waiting.look == "amber"
    queued = insert_line(player.status, emergency(player), now)
    assert queued.head == "ĐÃ RA LỆNH, SẮP PHÁT", "another item still sounds"
    assert queued.seconds_left is None


def test_an_open_microphone_is_never_forgotten(qtbot: QtBot, player: Player, station: App,
                                               open_window: Opener) -> None:
    window = open_window()
    page = on_air(window)
    live = emergency(player, kind="live", title="Phát trực tiếp", rounds=1, next_at="", level_db=-14.0, detail="open",
                     ends_at=format_time(station.clock.now() + timedelta(minutes=8)))
    player.status = replace(player.status, insert=live)
    player.show(qtbot, page.insert.isVisible)
    assert page.lamp_words() == "ĐANG NÓI TRỰC TIẾP"
    assert page.insert.countdown.text() == "−8:00"
    player.show(qtbot, lambda: page.insert.meter.level() == pytest.approx(-14.0))
    window.go("library")
    assert "Micrô đang mở" in window._status.words()
    player.status = replace(player.status, insert=replace(live, detail="no_input", level_db=-120.0))
    player.show(qtbot, lambda: "Không có tiếng từ micrô" in page.insert.detail.whole_text())
    strike(qtbot, window, Qt.Key.Key_F10)
    qtbot.waitUntil(lambda: [c["command"] for c in player.commands] == ["live_off"], timeout=5000)


def test_the_microphone_is_opened_for_a_time(qtbot: QtBot, player: Player, station: App, open_window: Opener) -> None:
    page = on_air(open_window())
    player.answers["live_on"] = {"insert": "i1", "ends_at": format_time(station.clock.now() + timedelta(minutes=5))}
    player.show(qtbot, page.controls.live.isEnabled)
    page.sheets.live()
    sheet = sheet_of(page, LiveDialog)
    settle(qtbot)
    assert sheet.minutes.value() == station.settings.audio.live_minutes
    sheet.presets.parts["5"].click()
    sheet.talk_over.click()
    sheet.go.click()
    qtbot.waitUntil(lambda: page.sheets.shown is None, timeout=5000)
    sent = player.commands[0]
    assert (sent["command"], sent["minutes"], sent["chime"], sent["talk_over"]) == ("live_on", 5, True, True)
    assert sent["confirmed"] is False
    assert "05:22:42" in page.window().toast.text()  # type: ignore[attr-defined]
    page.sheets.live()
    again = sheet_of(page, LiveDialog)
    assert again.minutes.value() == 5, "the same as last time"
    again.reject()
    settle(qtbot)


def test_a_relay_needs_an_address_and_remembers_it(qtbot: QtBot, player: Player, station: App,
                                                   open_window: Opener) -> None:
    page = on_air(open_window())
    player.show(qtbot, page.controls.relay.isEnabled)
    page.sheets.relay()
    sheet = sheet_of(page, RelayDialog)
    settle(qtbot)
    sheet.address.setEditText("đài tỉnh")
    sheet.go.click()
    assert "http://" in sheet.wrong.text()
    assert player.commands == []
    sheet.address.setEditText("phat.example:8000/tinh")
    sheet.minutes.setValue(25)
    sheet.go.click()
    qtbot.waitUntil(lambda: page.sheets.shown is None, timeout=5000)
    sent = player.commands[0]
    assert (sent["kind"], sent["address"], sent["minutes"]) == ("stream", "http://phat.example:8000/tinh", 25)
    page.sheets.relay()
    again = sheet_of(page, RelayDialog)
    assert again.address.currentText() == "http://phat.example:8000/tinh"
    assert again.minutes.value() == 25
    again.kind.parts["file"].click()
    again.go.click()
    assert "tệp âm thanh" in again.wrong.text()
    again.reject()
    settle(qtbot)


def test_orders_go_to_the_chosen_zones(qtbot: QtBot, home: Any, player: Player) -> None:
    save_settings(home, replace(Settings(), zones=tuple(ZoneSection(name=name) for name in ("Đông", "Đoài", "Nam"))))
    app = build_app(home, VirtualClock(datetime(2026, 11, 21, 9, 0, tzinfo=STATION_ZONE)))
    prepare(app, "bao", "Bão", 1)
    window = MainWindow(app)
    window.show()
    try:
        sheet = opened(qtbot, on_air(window))
        assert sheet.order().zones == ()
        sheet.zones.zones["Đoài"].click()
        assert sheet.order().zones == ("Đoài",)
        sheet.zones.zones["Đông"].click()
        sheet.zones.zones["Nam"].click()
        assert sheet.order().zones == (), "all of them is everywhere"
        sheet.zones.zones["Nam"].click()
        sheet.zones.all.click()
        assert sheet.order().zones == ()
        sheet.reject()
    finally:
        window.close()
        settle(qtbot)
        window.deleteLater()
        app.close()
