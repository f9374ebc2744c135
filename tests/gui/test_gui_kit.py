"""The tab of the other channels: look, type, undo, sign, write files, note what was handed out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from gui_steps import APPROVER, OPERATOR, PIN, settle, type_vi
from page_station import answer, page_of
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from broadcaster.bulletins.model import Bulletin
from broadcaster.gui.bulletins.approve_dialog import ApproveDialog
from broadcaster.gui.kit.hand_out_dialog import HandOutDialog
from broadcaster.gui.kit.model import HAND_OUTS
from broadcaster.gui.kit.texts_view import ChannelsDialog
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.gui.widgets.dialogs import ConfirmDialog
from broadcaster.wiring import App

TEXT = """Thời gian: từ 7 giờ đến 11 giờ ngày 01/12/2026.
Đề nghị bà con đăng ký trước ngày 28/11/2026.
Khi cần, xin gọi số điện thoại 0912 345 678."""


@pytest.fixture
def written(station: App) -> Bulletin:
    return station.bulletins.new("Tiêm phòng dại", TEXT, by=OPERATOR)


@pytest.fixture
def page(qtbot: Any, open_window: Callable[[], MainWindow], written: Bulletin) -> Any:
    window = open_window()
    window.go("bulletins", written.id)
    settle(qtbot)
    found = page_of(window, "bulletins")
    found.tabs.setCurrentIndex(found._modules.index("broadcaster.gui.kit.tab"))
    settle(qtbot)
    return found


@pytest.fixture
def tab(page: Any) -> Any:
    return page._made[page._tab]


def pick(qtbot: Any, tab: Any, channel: str) -> None:
    assert tab.list.select_id(channel)
    settle(qtbot)


def states(tab: Any) -> dict[str, str]:
    rows = [tab.list.item(number).data(256) for number in range(tab.list.count())]
    return {row.id: row.state for row in rows}


def approved(qtbot: Any, station: App, bulletin: Bulletin, page: Any) -> None:
    station.bulletins.voice(bulletin.id)
    station.approvals.submit(f"bulletin:{bulletin.id}", OPERATOR)
    station.approvals.approve(f"bulletin:{bulletin.id}", station.accounts.by_name(APPROVER))
    page._read_again()
    settle(qtbot)


def test_every_channel_shows_its_words_and_counts(qtbot: Any, tab: Any) -> None:
    assert tab.channel == "sms"
    assert tab.editor.words().startswith("Xa Mau: Tiem phong dai.")
    assert "1 tin" in tab.editor.count.text()
    assert set(states(tab).values()) == {"theo bản tin", ""}
    for channel in ("social", "portal", "led", "leaflet", "poster", "script"):
        pick(qtbot, tab, channel)
        assert tab.editor.words(), channel
        assert tab.editor.paper.isVisible() == (channel in {"leaflet", "poster", "script"})
        assert tab.editor.led.isVisible() == (channel == "led")
        if tab.editor.paper.isVisible():
            assert tab.editor.paper._images, channel
    pick(qtbot, tab, "led")
    assert tab.editor.led.accessibleDescription() == "TIÊM PHÒNG DẠI"


def test_what_is_typed_saves_itself_and_can_be_undone(qtbot: Any, tab: Any, station: App, written: Bulletin) -> None:
    pick(qtbot, tab, "social")
    made = tab.editor.words()
    type_vi(tab.editor.text, "Kính gửi bà con: ")
    qtbot.waitUntil(lambda: station.kit.text(written.id, "social").edited, timeout=5000)
    settle(qtbot)
    assert states(tab)["social"] == "đã sửa"
    own = tab.editor.words()
    tab.editor.regenerate_button.click()
    settle(qtbot)
    assert tab.editor.words() == made
    assert tab.editor.undo_button.isVisible()
    tab.editor.undo_button.click()
    settle(qtbot)
    assert tab.editor.words() == own
    assert states(tab)["social"] == "đã sửa"


def test_going_away_saves(qtbot: Any, tab: Any, page: Any, station: App, written: Bulletin) -> None:
    type_vi(tab.editor.text, "A ")
    pick(qtbot, tab, "led")
    assert station.kit.text(written.id, "sms").text.startswith("A Xa Mau")
    type_vi(tab.editor.text, "B ")
    page.window().go("library")
    assert station.kit.text(written.id, "led").text.startswith("B TIÊM"), "on the spot: the window may be closing"
    settle(qtbot)


def test_measures_make_the_text_anew(qtbot: Any, tab: Any, station: App) -> None:
    pick(qtbot, tab, "led")
    tab.editor.measures.uppercase.setChecked(False)
    settle(qtbot)
    assert tab.editor.words().startswith("Tiêm phòng dại")
    pick(qtbot, tab, "sms")
    tab.editor.measures.accents.setChecked(True)
    settle(qtbot)
    assert "Tiêm phòng dại" in tab.editor.words()
    assert tab.editor.measures.segments.value() == 3
    assert station.kit.words().options.sms_accents


def test_too_much_is_said(qtbot: Any, tab: Any) -> None:
    tab.editor.text.setPlainText("a" * 161)
    assert "2 tin" in tab.editor.count.text()
    assert tab.editor.count.objectName() == "wrong"
    tab.editor.text.setPlainText("tin có dấu")
    assert "vì có ký tự ó" in tab.editor.count.text()
    settle(qtbot)


def test_a_changed_bulletin_asks_for_a_look(qtbot: Any, tab: Any, page: Any, station: App, written: Bulletin) -> None:
    station.kit.edit(written.id, "sms", "Tiem ngay 01/12")
    station.bulletins.save(written.id, text=TEXT.replace("01/12", "02/12"))
    page._read_again()
    settle(qtbot)
    assert states(tab)["sms"] == "xem lại"
    assert tab.editor.behind.isVisible()
    tab.editor.keep_button.click()
    settle(qtbot)
    assert not tab.editor.behind.isVisible()
    assert states(tab)["sms"] == "đã sửa"


def test_channels_are_signed_with_the_bulletin(qtbot: Any, tab: Any, page: Any, station: App,
                                               written: Bulletin) -> None:
    station.bulletins.voice(written.id)
    station.approvals.submit(f"bulletin:{written.id}", OPERATOR)
    page._read_again()
    settle(qtbot)
    assert tab.editor.text.isReadOnly()
    seen: list[list[str]] = []

    def look(dialog: ApproveDialog) -> None:
        seen.append([dialog.tabs.tabText(number) for number in range(dialog.tabs.count())])
        answer(qtbot, PinDialog, sign)
        dialog.sign.click()

    def sign(dialog: PinDialog) -> None:
        dialog.who.setCurrentIndex(dialog.who.findData(APPROVER))
        dialog.pin.setText(PIN)
        dialog.sign.click()

    answer(qtbot, ApproveDialog, look)
    page.bar.approve.click()
    settle(qtbot)
    qtbot.waitUntil(lambda: states(tab)["sms"] == "đã duyệt", timeout=5000)
    settle(qtbot)
    assert seen[0][0] == "Loa truyền thanh"
    assert {"Tin nhắn SMS", "Zalo, Facebook", "Tờ rơi"} <= set(seen[0])
    assert not tab.approve_button.isVisible()
    assert not tab.editor.text.isReadOnly()
    type_vi(tab.editor.text, "X ")
    tab.save()
    settle(qtbot)
    assert states(tab)["sms"] == "chưa duyệt"

    def go_on(dialog: ChannelsDialog) -> None:
        answer(qtbot, PinDialog, sign)
        dialog.sign.click()

    answer(qtbot, ChannelsDialog, go_on)
    tab.approve_button.click()
    qtbot.waitUntil(lambda: states(tab)["sms"] == "đã duyệt", timeout=5000)
    settle(qtbot)


def test_files_are_written(qtbot: Any, tab: Any, page: Any, station: App, written: Bulletin, tmp_path: Path,
                           monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "ra"))
    monkeypatch.setattr("broadcaster.gui.kit.tab.QDesktopServices.openUrl", lambda _: True)
    answer(qtbot, ConfirmDialog, lambda dialog: dialog.no.click())
    tab.export("sms")
    settle(qtbot)
    assert not (tmp_path / "ra").exists(), "nobody approved it, and nobody wanted a draft"
    approved(qtbot, station, written, page)
    tab.export()
    settle(qtbot)
    assert len(list((tmp_path / "ra").iterdir())) == 11
    tab.editor.copy_button.click()
    assert QGuiApplication.clipboard().text() == station.kit.text(written.id, "sms").text


def test_hand_outs_are_noted_and_taken_back(qtbot: Any, tab: Any, station: App, written: Bulletin) -> None:
    pick(qtbot, tab, HAND_OUTS)
    panel = tab.hand_outs
    assert panel.isVisible()

    def fill(dialog: HandOutDialog) -> None:
        dialog.save.click()
        assert dialog.isVisible(), "a place is needed"
        assert dialog.form.complaints()
        dialog.place.setText("Thôn 3")
        dialog.count.setValue(80)
        dialog.by.setText("Trưởng thôn")
        dialog.save.click()

    answer(qtbot, HandOutDialog, fill)
    panel.add_button.click()
    qtbot.waitUntil(lambda: len(station.hand_outs.list()) == 1, timeout=5000)
    settle(qtbot)
    item = station.hand_outs.list()[0]
    assert (item.place, item.count, item.bulletin_id) == ("Thôn 3", 80, written.id)
    assert states(tab)[HAND_OUTS] == "1 lần"
    panel.table.selectRow(0)
    panel.remove_button.click()
    settle(qtbot)
    assert station.hand_outs.list() == []
    panel.undo_button.click()
    settle(qtbot)
    assert station.hand_outs.list() == [item]


def test_a_bad_photo_keeps_what_was_typed(qtbot: Any, tab: Any, station: App, tmp_path: Path) -> None:
    pick(qtbot, tab, HAND_OUTS)
    (tmp_path / "ảnh.jpg").write_bytes(b"no picture")
    shown: list[str] = []

    def fill(dialog: HandOutDialog) -> None:
        dialog.place.setText("Thôn 3")
        dialog.by.setText("Trưởng thôn")
        dialog.take_photo(tmp_path / "ảnh.jpg")
        dialog.save.click()
        qtbot.waitUntil(lambda: bool(dialog.wrong.text()), timeout=5000)
        shown.append(dialog.wrong.text() + dialog.place.text())
        dialog.reject()

    answer(qtbot, HandOutDialog, fill)
    tab.hand_outs.add_button.click()
    qtbot.waitUntil(lambda: bool(shown), timeout=8000)
    settle(qtbot)
    assert "không phải là ảnh" in shown[0]
    assert shown[0].endswith("Thôn 3")
    assert station.hand_outs.list() == []
