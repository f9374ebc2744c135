"""What the on-air page says of several zones, of the sentinel's verdict and of the day; the wall display; the shelf."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from gui_steps import settle
from page_station import Station, answer, page_of, shown_window
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from test_gui_inserts import strike
from test_gui_on_air import LONG, Player, on_air

from broadcaster.asrun.model import Airing, Outcome, ZoneAiring
from broadcaster.base.paths import StationHome
from broadcaster.gui.help.key_sheet import KeySheet
from broadcaster.gui.library.emergency_dialog import EmergencyDialog
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.microphone import Microphone
from broadcaster.gui.on_air.day import day_blocks, legend, tone_of
from broadcaster.gui.on_air.model import LIVE_SILENT_AFTER_S, SILENT_AFTER_S, Ears, lamp
from broadcaster.gui.on_air.zone_words import verdict_tip, verdict_words, zone_line
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.library.model import Cart
from broadcaster.protocol.emergency import messages_of
from broadcaster.protocol.messages import Alarm, Insert, Status, ZoneStatus
from broadcaster.protocol.rundown import QuietHours
from broadcaster.wiring import App

ROOT = Path(__file__).resolve().parents[2]
QUIET = QuietHours("21:00", "04:30")
Opener = Callable[[], MainWindow]


@pytest.fixture
def player(station: App) -> Iterator[Player]:
    player = Player(station)
    yield player
    player.server.close()


def four_zones(status: Status) -> Status:
    """One sounds, one sounds something else, one has lost its output, one rests."""
    assert status.on_air is not None
    return replace(status, zones=(
        ZoneStatus("Trung tâm", "on_air", "Loa USB", True, status.on_air, (-9.0, -9.0), power="on", heard_db=-28.0),
        ZoneStatus("Đông", "on_air", "Loa phụ", True, replace(status.on_air, title="Tiếp sóng"), (-18.0, -18.0),
                   gain_db=-6.0),
        ZoneStatus("Đoài", "no_device", "USB Audio CODEC", False),
        ZoneStatus("Thôn Thượng – Hạ và khu tái định cư ven sông", "idle", "null", True, power="off")))


def test_every_zone_has_its_own_line(qtbot: QtBot, player: Player, open_window: Opener) -> None:
    page = on_air(open_window())
    player.status = four_zones(player.status)
    player.show(qtbot, lambda: len(page.zones.words()) == 4)
    first, second, third, fourth = page.zones.words()
    assert first == "Trung tâm: đang phát: Lịch tiêm chủng tháng 11 · Loa USB · tăng âm bật · nghe kiểm: −28 dB"
    assert second == "Đông: đang phát: Tiếp sóng · Loa phụ · mức −6 dB"
    assert third == "Đoài: mất đầu ra: USB Audio CODEC: mất kết nối"
    assert "đang nghỉ" in fourth
    assert page.zones.meter("Đông").level() == pytest.approx(-18.0)
    assert page.strip.lanes() == tuple(zone.name for zone in player.status.zones)
    assert page.lamp_words() == "ĐANG PHÁT, 1/4 CỤM KHÔNG CÓ TIẾNG"
    player.status = replace(player.status, zones=player.status.zones[:1])
    player.show(qtbot, lambda: len(page.zones.words()) == 1)
    assert page.strip.lanes() == ()


def test_a_zone_that_stays_silent_is_told_apart(player: Player) -> None:
    status = four_zones(player.status)
    ears = Ears()
    ears.hear(status, 0.0)
    quiet = replace(status.zones[1], peak_db=(-120.0, -120.0))
    silent = replace(status, zones=(status.zones[0], quiet, *status.zones[2:]))
    ears.hear(silent, SILENT_AFTER_S + 1)
    assert ears.mute(silent, SILENT_AFTER_S + 1) == ["Đông", "Đoài"]
    assert ears.silent_for(silent, SILENT_AFTER_S + 1) == 0.0, "another zone is heard"
    assert zone_line(quiet, mute=True).state == "không tiếng"
    dead = replace(silent, zones=(replace(status.zones[0], peak_db=(-120.0, -120.0)), *silent.zones[1:]))
    ears.hear(dead, SILENT_AFTER_S + 2)
    ears.hear(dead, 2 * SILENT_AFTER_S + 3)
    assert ears.silent_for(dead, 2 * SILENT_AFTER_S + 3) > SILENT_AFTER_S


def test_a_speaker_may_think(player: Player, station: App) -> None:
    now = station.clock.now()
    live = replace(player.status, insert=Insert("i", "live", "Phát trực tiếp", "x", "on_air", player.status.at))
    assert lamp(live, SILENT_AFTER_S + 1, QUIET, now).words == "ĐANG NÓI TRỰC TIẾP"
    assert lamp(live, LIVE_SILENT_AFTER_S + 1, QUIET, now).words == "ĐANG PHÁT, KHÔNG CÓ TIẾNG"


def test_all_outputs_lost_is_no_device(player: Player, station: App) -> None:
    status = four_zones(player.status)
    lost = replace(status, zones=tuple(replace(zone, state="no_device", output_ok=False) for zone in status.zones))
    assert lamp(lost, 0.0, QUIET, station.clock.now()).words == "KHÔNG CÓ THIẾT BỊ ÂM THANH"
    opening = replace(status, zones=tuple(replace(zone, state="idle", output_ok=False, on_air=None)
                                          for zone in status.zones), on_air=None)
    assert lamp(opening, 0.0, QUIET, station.clock.now()).look == "calm", "it is only being opened"


def test_the_verdict_claims_no_more_than_is_known(qtbot: QtBot, player: Player, open_window: Opener) -> None:
    assert verdict_words({}) == ("", "plain")
    assert verdict_words({"verdict": "sent"}) == ("Mục trước: đã gửi", "info")
    assert verdict_words({"verdict": "not_heard"})[1] == "bad"
    tip = verdict_tip({"verdict": "heard", "score": 0.824, "zone": "Đông"})
    assert "82 %" in tip
    assert "Đông" in tip
    assert "%" not in verdict_tip({"verdict": "sent", "score": 0.0})
    page = on_air(open_window())
    player.status = replace(player.status, verdict={"verdict": "heard", "score": 0.8})
    player.show(qtbot, lambda: page.now.verdict.text() == "Mục trước: nghe thấy")
    assert page.now.verdict.isVisible()
    assert "đến 05:20:42" in page.line.whole_text()
    bad = {"verdict": "not_heard", "score": 0.1, "at": player.status.at, "title": "Lịch tiêm chủng", "zone": "Đông"}
    player.status = replace(player.status, verdict=bad)
    player.show(qtbot, lambda: "[Đông]" in page.notices.alarms.text())
    assert "tăng âm" in page.notices.alarms.text()


def test_the_same_trouble_in_two_zones_stands_twice(qtbot: QtBot, player: Player, open_window: Opener) -> None:
    page = on_air(open_window())
    at = player.status.at
    alarms = [Alarm("no_device", at, {"device": "A", "zone": "Đông"}),
              Alarm("no_device", at, {"device": "B", "zone": "Đoài"}),
              Alarm("missed", at, {"title": LONG, "session": "S"}), Alarm("slept", at, {"seconds": 90}),
              Alarm("disk_low", at, {"free_mb": 1})]
    player.status = replace(player.status, alarms=tuple(alarms))
    player.show(qtbot, lambda: "[Đông]" in page.notices.alarms.text())
    assert "[Đoài]" in page.notices.alarms.text()
    assert "và 2 cảnh báo khác" in page.notices.alarms.text()
    page.notices._more.click()
    assert "90 giây" in page.notices.alarms.text()
    assert "cảnh báo khác" not in page.notices.alarms.text()
    assert page.stop.isVisible()


def test_what_was_put_in_has_its_own_colour() -> None:
    assert tone_of("khan_cap", Outcome.UNSCHEDULED) == "emergency"
    assert tone_of("truc_tiep", Outcome.AIRED) == "live"
    assert tone_of("tiep_song", Outcome.MISSED) == "bad", "nothing sounded"
    assert tone_of("tin", Outcome.PARTIAL) == "wait"


def test_a_zone_that_missed_it_has_its_own_block() -> None:
    at = "2026-11-21T05:00:00+07:00"
    plain = Airing("a", "2026-11-21", "s", "Buổi sáng", "Tin", "tin", "routine", at, 48_000 * 60, at, "", 48_000 * 60,
                   Outcome.PARTIAL, "", "", "", ("all",), "", "", "", "", "", "", "", "", "", False, "", 1, 2)
    zones = (ZoneAiring("Đông", Outcome.AIRED, 48_000 * 60, started_at=at), ZoneAiring("Đoài", Outcome.MISSED))
    blocks, _ = day_blocks(None, [plain, replace(plain, by_zone=zones)])
    assert [(block.tone, block.lanes) for block in blocks] == [
        ("wait", ()), ("good", ("Đông",)), ("bad", ("Đoài",))]
    assert "Tin (Đoài) – không phát" in blocks[2].tip
    assert [words for _, words in legend(blocks)] == ["đã phát", "phát một phần", "không phát"]


def test_the_wall_display_shows_and_obeys(qtbot: QtBot, player: Player, open_window: Opener) -> None:
    window = open_window()
    page = on_air(window)
    player.status = four_zones(player.status)
    player.show(qtbot, page.skip.isEnabled)
    strike(qtbot, window, Qt.Key.Key_F11)
    wall = page.sheets.wall
    assert wall is not None
    player.show(qtbot, lambda: wall.lamp.words() == "ĐANG PHÁT, 1/4 CỤM KHÔNG CÓ TIẾNG")
    assert wall.title.whole_text() == "Lịch tiêm chủng tháng 11"
    assert wall.countdown.text() == "−3:00"
    assert "05:20:42" in wall.next.text()
    assert wall.clock.text() == "05:17:42"
    strike(qtbot, wall, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: [c["command"] for c in player.commands] == ["stop_all"], timeout=5000)
    strike(qtbot, wall, Qt.Key.Key_Space)
    settle(qtbot)
    assert len(player.commands) == 1, "no button has the focus there"
    strike(qtbot, wall, Qt.Key.Key_Escape)
    assert page.sheets.wall is None


def test_a_question_mark_lists_the_keys(qtbot: QtBot, player: Player, open_window: Opener) -> None:
    page = on_air(open_window())
    page.setFocus()
    strike(qtbot, page, Qt.Key.Key_Question)
    assert isinstance(page.sheets.shown, KeySheet)
    page.sheets.shown.reject()


@pytest.fixture
def real(home: StationHome, tmp_path: Path) -> Iterator[Station]:
    made = Station(home, tmp_path)
    made.people()
    yield made
    made.app.close()


@pytest.fixture
def window(qtbot: Any, real: Station) -> Iterator[MainWindow]:
    yield from shown_window(qtbot, real)


def sign(dialog: PinDialog) -> None:
    dialog.who.setCurrentIndex(dialog.who.findData("Cán bộ truyền thanh"))
    dialog.pin.setText("1111")
    dialog.sign.click()


def keep_ready(qtbot: Any, page: Any, act: Callable[[EmergencyDialog], None]) -> None:
    asked = answer(qtbot, EmergencyDialog, lambda dialog: (act(dialog), answer(qtbot, PinDialog, sign)))
    page._with_one(page.deeds.emergency)
    assert asked
    settle(qtbot)


def test_an_approved_item_is_kept_ready_from_the_library(qtbot: Any, real: Station, window: MainWindow) -> None:
    cart: Cart = real.approved("Vỡ đê – sơ tán ngay")
    window.go("library", cart.id)
    page = page_of(window, "library")
    qtbot.waitUntil(page.detail.isVisible)

    def choose(dialog: EmergencyDialog) -> None:
        assert dialog.key.currentData() == "1", "the first free key"
        dialog.often.parts["half_hour"].click()
        dialog.yes.click()

    keep_ready(qtbot, page, choose)
    (message,) = messages_of(real.home, real.app.key)
    assert (message.title, message.key, message.every_minutes) == ("Vỡ đê – sơ tán ngay", 1, 30)
    assert message.chime is not None
    assert "đã để sẵn" in window.toast.text()
    notices = page_of(window, "on_air").notices
    real.home.audio(message.cut.sha256).write_bytes(b"altered")
    window.go("on_air")
    qtbot.waitUntil(lambda: "Vỡ đê – sơ tán ngay” sẽ không phát được" in notices.alarms.text(), timeout=10_000)
    window.go("library", cart.id)
    keep_ready(qtbot, page, lambda dialog: dialog._remove())
    window.go("on_air")
    qtbot.waitUntil(lambda: "Vỡ đê" not in notices.alarms.text(), timeout=10_000)
    assert messages_of(real.home, real.app.key) == []


def test_a_missing_microphone_is_said(qtbot: QtBot) -> None:
    microphone = Microphone()
    failures: list[Any] = []
    microphone.failed.connect(failures.append)
    microphone.listen("no such input")
    qtbot.waitUntil(lambda: bool(failures), timeout=10_000)
    assert failures[0].code == "preview.no_input"
    microphone.stop()


LISTEN = """
import json, sys
from PySide6.QtCore import QCoreApplication, QTimer
from broadcaster.gui.microphone import Microphone, input_names
app = QCoreApplication([])
levels, failures = [], []
microphone = Microphone()
microphone.level.connect(lambda level: (levels.append(level), len(levels) < 5 or app.quit()))
microphone.failed.connect(lambda error: (failures.append(str(error)), app.quit()))
microphone.listen("mic")
QTimer.singleShot(40_000, app.quit)
app.exec()
microphone.stop()
print(json.dumps({"names": input_names(), "levels": levels, "failures": failures}))
"""


def test_a_real_input_is_heard(tmp_path: Path) -> None:
    sys.path.insert(0, str(ROOT / "tests" / "air"))
    try:
        from air_pulse import PulseServer, missing_parts
    finally:
        sys.path.remove(str(ROOT / "tests" / "air"))
    if missing := missing_parts():
        pytest.skip(f"not here: {missing}")
    server = PulseServer(tmp_path / "pulse")
    with (tmp_path / "pulse" / "asoundrc").open("a") as file:
        file.write('pcm.mic { type pulse device "zone_a.monitor" hint { show on description "mic" } }\n')
    server.start()
    try:
        done = subprocess.run([sys.executable, "-c", LISTEN], cwd=ROOT, capture_output=True, text=True, timeout=60,
                              env={**server.env, "QT_QPA_PLATFORM": os.environ["QT_QPA_PLATFORM"]}, check=False)
    finally:
        server.close()
    found = json.loads(done.stdout.splitlines()[-1])
    assert "mic" in found["names"]
    assert found["failures"] == []
    assert len(found["levels"]) >= 5
    assert max(found["levels"]) < -90.0, "nobody plays"
