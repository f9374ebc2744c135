"""Zones in the settings page: filled in with plain words, checked on the spot, saved with everything else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from gui_steps import settle, type_vi
from hypothesis import given
from hypothesis import strategies as st
from page_station import Station, answer, page_of, shown_window
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import NOBODY, Settings, ZoneSection, load_settings, save_settings
from broadcaster.base.zones import check_zones
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.settings.columns import Columns
from broadcaster.gui.settings.horn_trial import HornTrial, before_and_after
from broadcaster.gui.settings.page import SettingsPage
from broadcaster.gui.settings.zone_dialog import ZoneDialog
from broadcaster.gui.settings.zone_model import (
    COMMAND,
    FOLDER,
    STREAM,
    OutputParts,
    PowerParts,
    complaint,
    output_parts,
    output_words,
    power_parts,
    sound_words,
    state_words,
)
from broadcaster.protocol.messages import Status, ZoneStatus

Opener = Callable[[], MainWindow]
EAST = ZoneSection("Thôn Đông", "USB Audio: – (hw:1,0)", "1", "04:30 -6, 06:00 0", True, "tone",
                   "serial:/dev/ttyUSB7 lcus1", 4.0, 6.5, "Đầu vào USB")


def settings_page(qtbot: QtBot, window: MainWindow) -> SettingsPage:
    window.go("settings")
    settle(qtbot)
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    return page


def dialog_for(qtbot: QtBot, page: SettingsPage, zone: ZoneSection | None = None,
               others: tuple[ZoneSection, ...] = ()) -> ZoneDialog:
    dialog = ZoneDialog(page.window(), page.shell, zone, others)
    qtbot.addWidget(dialog)
    dialog.show()
    settle(qtbot)
    return dialog


def complaints(dialog: ZoneDialog) -> list[str]:
    return [text for form in (*dialog._forms, *dialog._output.forms) for text in form.complaints()]


def test_a_station_without_zones_says_so(qtbot: QtBot, open_window: Opener) -> None:
    page = settings_page(qtbot, open_window())
    assert page.zones.one.isVisibleTo(page)
    assert page.zones.one.whole_text() == "Một cụm, phát ra thiết bị đã chọn ở trên."
    assert page.zones.add_button.text() == "Thêm cụm loa…"
    assert not page.zones.table.isVisibleTo(page)
    assert page.unsaved() == ""


def test_a_zone_is_added_and_saved(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    page = settings_page(qtbot, window)

    def fill(dialog: ZoneDialog) -> None:
        type_vi(dialog.name, "Thôn Đông")
        dialog._output.channels.setCurrentIndex(dialog._output.channels.findData("2"))
        dialog.horn.setChecked(True)
        dialog.gain.add_button.click()
        dialog.gain.gain_fields()[0].setValue(-9.5)
        dialog.power.setCurrentIndex(dialog.power.findData(COMMAND))
        dialog.on_order.setText("bat 'tầng 1'")
        dialog.off_order.setText("tat")
        dialog.save.click()

    came = answer(qtbot, ZoneDialog, fill)
    page.zones.add_button.click()
    assert came
    wanted = ZoneSection("Thôn Đông", channels="2", gain="04:30 -9.5", horn=True, power="command:bat 'tầng 1' || tat")
    assert page.zones.zones == (wanted,)
    assert page.zones.table.isVisibleTo(page)
    assert page.unsaved() == "cài đặt"
    page.save_button.click()
    qtbot.waitUntil(lambda: load_settings(window.app.home).zones == (wanted,), timeout=10_000)
    settle(qtbot)
    assert page_of(window, "settings").zones.zones == (wanted,)


def test_a_zone_is_changed_removed_and_brought_back(qtbot: QtBot, home: StationHome, open_window: Opener) -> None:
    window = open_window()
    save_settings(home, Settings(zones=(EAST, ZoneSection("Thôn Tây", NOBODY))))
    window.rebuild()
    page = settings_page(qtbot, window)
    assert [zone.name for zone in page.zones.zones] == ["Thôn Đông", "Thôn Tây"]
    assert not page.zones.edit_button.isEnabled()
    page.zones.table.selectRow(0)
    answer(qtbot, ZoneDialog, lambda dialog: (dialog.name.setText("Thôn Bắc"), dialog.save.click()))
    page.zones.edit_button.click()
    assert [zone.name for zone in page.zones.zones] == ["Thôn Bắc", "Thôn Tây"]
    answer(qtbot, ZoneDialog, lambda dialog: dialog.reject())
    page.zones.edit_button.click()
    page.zones.remove_button.click()
    assert [zone.name for zone in page.zones.zones] == ["Thôn Tây"]
    assert page.unsaved()
    page.back_button.click()
    assert page.zones.zones == window.app.settings.zones
    assert page.unsaved() == ""


AS_SAVED = (
    EAST, ZoneSection("A", "icecast://source:m%E1%BA%ADt%20kh%E1%BA%A9u%40%2F@127.0.0.1:8010/dong.mp3"),
    ZoneSection("A", "folder:/srv/gửi đi"), ZoneSection("A", NOBODY, wake="tone"),
    ZoneSection("A", power="serial:COM12 dtr"), ZoneSection("A", power="command:bat || tat", pre_roll=0.0),
    ZoneSection("A", "Thiết bị không còn", "3,4", "00:00 -40, 23:59 6", monitor="Micrô không còn"),
)


def test_opening_and_accepting_changes_nothing(qtbot: QtBot, open_window: Opener) -> None:
    page = settings_page(qtbot, open_window())
    for zone in AS_SAVED:
        dialog = dialog_for(qtbot, page, zone)
        assert dialog.zone() == zone
        dialog.save.click()
        assert complaints(dialog) == []
        assert not dialog.isVisible()


def test_what_is_wrong_is_said_beside_the_field(qtbot: QtBot, open_window: Opener) -> None:
    dialog = dialog_for(qtbot, settings_page(qtbot, open_window()), None, (ZoneSection("Thôn Tây", channels="1"),))
    output = dialog._output

    def refused() -> str:
        dialog.save.click()
        assert dialog.isVisible()
        return " ".join(complaints(dialog))

    assert "tên riêng" in refused()
    dialog.name.setText("thôn tây")
    assert "tên riêng" in refused()
    dialog.name.setText("Thôn Đông")
    assert "Thôn Tây" in refused()
    output.kind.setCurrentIndex(output.kind.findData(STREAM))
    assert "máy chủ" in refused()
    output.host.setText("đài.vn/?#")
    output.mount.setText("mẫu")
    assert refused()
    output.host.setText("127.0.0.1")
    assert "mật khẩu" in refused()
    output.kind.setCurrentIndex(output.kind.findData(FOLDER))
    assert "thư mục" in refused()
    output.kind.setCurrentIndex(output.kind.findData(NOBODY))
    dialog.gain.set_text("04:30 -6")
    dialog.gain.add_button.click()
    dialog.gain.steps[1].at.set_value(dialog.gain.steps[0].at.value())
    assert "một lần" in refused()
    dialog.gain.remove(dialog.gain.steps[1])
    dialog.power.setCurrentIndex(dialog.power.findData("lcus1"))
    assert "COM3" in refused()
    dialog.power.setCurrentIndex(dialog.power.findData(COMMAND))
    dialog.on_order.setText("bat 'dở dang")
    dialog.off_order.setText("tat")
    assert "hai lệnh" in refused()
    dialog.on_order.setText("bat")
    dialog.save.click()
    assert not dialog.isVisible()
    check_zones([dialog.zone()])


def test_only_fields_that_mean_something_show(qtbot: QtBot, open_window: Opener) -> None:
    dialog = dialog_for(qtbot, settings_page(qtbot, open_window()))
    output = dialog._output
    shown: dict[str, set[QWidget]] = {}
    fields = (output.device, output.channels, output.host, output.folder)
    for kind in ("device", STREAM, FOLDER, NOBODY):
        output.kind.setCurrentIndex(output.kind.findData(kind))
        shown[kind] = {field for field in fields if field.isVisible()}
    assert shown == {"device": {output.device, output.channels}, STREAM: {output.host}, FOLDER: {output.folder},
                     NOBODY: set()}
    assert not dialog.port.isVisible()
    dialog.power.setCurrentIndex(dialog.power.findData("rts"))
    assert dialog.port.isVisible()
    assert dialog.pre_roll.isVisible()
    assert not dialog.on_order.isVisible()


def test_the_switch_can_be_tried(qtbot: QtBot, open_window: Opener, tmp_path: Path) -> None:
    told = tmp_path / "told.txt"
    script = "import sys; open(sys.argv[1], 'a').write(sys.argv[2])"
    order = f'"{sys.executable}" -I -S -c "{script}" "{told}"'
    page = settings_page(qtbot, open_window())
    dialog = dialog_for(qtbot, page, ZoneSection("A", power=f"command:{order} + || {order} -"))
    dialog.try_button.click()
    assert not dialog.try_button.isEnabled()
    qtbot.waitUntil(dialog.try_button.isEnabled, timeout=30_000)
    assert told.read_text() == "+-"
    assert "Đã bật rồi tắt" in dialog.try_note.text()
    dialog.on_order.setText("khong-co-lenh-nay")
    dialog.try_button.click()
    qtbot.waitUntil(dialog.try_button.isEnabled, timeout=30_000)
    assert "không trả lời" in complaints(dialog)[0]
    page.shell.air.status = Status(at="", pid=1, state="on_air", zones=(ZoneStatus("A", "on_air", power="on"),))
    dialog.try_button.click()
    assert dialog.try_button.isEnabled()
    assert "khi không phát" in dialog.try_note.text()
    page.shell.air.status = None


def test_every_control_of_the_dialog_has_a_name(qtbot: QtBot, open_window: Opener) -> None:
    dialog = dialog_for(qtbot, settings_page(qtbot, open_window()), EAST)
    output, parts = dialog._output, [dialog.name, dialog.horn, dialog.wake, dialog.power, dialog.port, dialog.on_order,
                                     dialog.off_order, dialog.pre_roll, dialog.post_roll, dialog.monitor, dialog.save]
    parts += [output.kind, output.device, output.channels, output.host, output.port, output.mount, output.user,
              output.password, output.folder, *dialog.gain.gain_fields(), dialog.trial.before, dialog.trial.after]
    assert [part for part in parts if not part.accessibleName()] == []


_WORDS = st.text(st.characters(exclude_categories=("C",)), min_size=1, max_size=20)


@given(_WORDS, _WORDS)
def test_any_password_comes_back(user: str, password: str) -> None:
    parts = OutputParts(STREAM, host="127.0.0.1", mount="mau.mp3", user=user, password=password)
    assert output_parts(parts.text) == parts
    assert password not in output_words(ZoneSection("A", parts.text)) or password in "icecast://127.0.0.1:8000/mau.mp3"


@given(st.text(max_size=40))
def test_any_text_is_taken_apart(text: str) -> None:
    output_parts(text), output_parts(f"icecast:{text}"), output_parts(f"icecast://{text}")
    power_parts(text), power_parts(f"serial:{text}"), power_parts(f"command:{text}")


def test_switches_come_back() -> None:
    for parts in (PowerParts(), PowerParts("rts", port="COM3"), PowerParts(COMMAND, "a b", "c")):
        assert power_parts(parts.text) == parts


def test_two_zones_on_the_same_channels_are_told() -> None:
    left = ZoneSection("A", "USB", "1")
    assert complaint(ZoneSection("B", "USB", "1,2"), [left])[0] == "channels"
    assert complaint(ZoneSection("B", "USB"), [left])[0] == "channels"
    assert complaint(ZoneSection("B", "USB", "2"), [left]) == ("", "")
    assert complaint(ZoneSection("B", NOBODY), [ZoneSection("A", NOBODY)]) == ("", "")


def test_words_of_a_zone(qtbot: QtBot) -> None:
    assert sound_words(EAST) == "Loa nén, \u22126 … 0 dB"
    assert sound_words(ZoneSection("A")) == "Giữ nguyên"
    assert state_words(EAST, None)[0] == "chưa rõ"
    status = Status(at="", pid=1, state="idle", zones=(ZoneStatus("Thôn Đông", "on_air", output_ok=True),))
    assert state_words(EAST, status) == ("đang phát", "good")
    assert state_words(ZoneSection("Mới"), status)[0] == "sau khi lưu"
    failed = Status(at="", pid=1, state="idle", zones=(ZoneStatus("Thôn Đông", "idle", power="failed"),))
    assert state_words(EAST, failed) == ("không bật được nguồn", "bad")


def test_a_narrow_window_stacks_the_columns(qtbot: QtBot, home: StationHome, open_window: Opener) -> None:
    window = open_window()
    save_settings(home, Settings(zones=(EAST,)))
    window.rebuild()
    page = settings_page(qtbot, window)
    columns = page.findChildren(Columns)
    assert [part.stacked for part in columns] == [False, False]
    window.setMinimumSize(QSize(600, 400))
    window.resize(910, 512)  # 1366 x 768 at 150 %
    qtbot.waitUntil(lambda: all(part.stacked for part in columns))
    assert all(part.width() <= page.width() for part in (*columns, page.zones))
    assert page.zones.table.isColumnHidden(3)
    assert page.zones.table.horizontalHeader().length() <= page.zones.table.width()
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: not any(part.stacked for part in columns))
    assert not page.zones.table.isColumnHidden(3)


@pytest.fixture
def furnished(home: StationHome, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    station = Station(home, tmp_path)
    station.people()
    station.approved("Nhắc tiêm chủng", seconds=3.0)
    station.add("Chưa duyệt")
    yield from shown_window(qtbot, station)
    station.app.close()


def test_the_horn_profile_is_heard_before_and_after(qtbot: QtBot, furnished: MainWindow) -> None:
    dialog = dialog_for(qtbot, settings_page(qtbot, furnished), EAST)
    trial = dialog.findChild(HornTrial)
    assert trial is not None
    assert [trial.items.itemText(number) for number in range(trial.items.count())] == ["Nhắc tiêm chủng"]
    trial.after.click()
    qtbot.waitUntil(lambda: bool(trial._pairs), timeout=10_000)
    pair = trial._pairs[trial.items.currentData()]
    before, rate = soundfile.read(pair.before)
    after, _ = soundfile.read(pair.after)
    assert rate == RATE
    assert before.shape == after.shape

    def below_150_hz(samples: np.ndarray) -> float:
        power = np.square(np.abs(np.fft.rfft(samples)))
        return float(power[: round(150 * len(samples) / RATE)].sum() / power.sum())

    assert below_150_hz(after) < below_150_hz(before) / 20
    trial.stop()
    dialog.reject()
    settle(qtbot)


def test_a_sound_that_is_gone_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cannot play"):
        before_and_after(tmp_path / "gone.flac", tmp_path)
