"""The library page on a real station: bring sounds in, find them, hear them, sign for them, take them out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from gui_steps import settle
from page_station import PIN, Station, answer, page_of, shown_window, sound
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from broadcaster.base.paths import StationHome
from broadcaster.gui.campaigns.dialog import CampaignDialog
from broadcaster.gui.library import filters
from broadcaster.gui.library.import_dialog import ImportDialog
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.gui.widgets.reason import ReasonDialog
from broadcaster.library.model import CartKind, State

NASTY = '“Ngoặc kép” \'đơn\'\nxuống dòng 🎺 <b>đậm</b> ' + "dài " * 1250


@pytest.fixture
def station(home: StationHome, tmp_path: Path) -> Iterator[Station]:
    made = Station(home, tmp_path)
    made.people()
    yield made
    made.app.close()


@pytest.fixture
def window(qtbot: Any, station: Station) -> Iterator[MainWindow]:
    yield from shown_window(qtbot, station)


def open_library(qtbot: Any, window: MainWindow, rows: int) -> Any:
    window.go("library")
    page = page_of(window, "library")
    qtbot.waitUntil(lambda: len(page.table.rows.ids) == rows)
    return page


def sign(dialog: PinDialog, name: str = "Phó Chủ tịch", pin: str = PIN) -> None:
    dialog.who.setCurrentIndex(dialog.who.findData(name))
    dialog.pin.setText(pin)
    dialog.sign.click()


def run_import(qtbot: Any, page: Any, paths: list[Path], then: Any = None) -> list[Any]:
    verdicts: list[Any] = []

    def act(dialog: ImportDialog) -> None:
        qtbot.waitUntil(dialog.start_button.isEnabled)
        dialog.start_button.click()
        qtbot.waitUntil(dialog.done_button.isVisible, timeout=30_000)
        verdicts.extend(dialog.verdicts())
        dialog.done_button.click()
    came = answer(qtbot, ImportDialog, act)
    then() if then else page.import_files(paths)
    assert came
    return verdicts


def test_empty_library_says_what_to_do(qtbot: Any, window: MainWindow) -> None:
    page = open_library(qtbot, window, 0)
    empty = page.table._empty
    qtbot.waitUntil(empty._action.isVisible)
    assert not page.detail.isVisible()


def test_each_file_gets_its_verdict(qtbot: Any, window: MainWindow, station: Station, tmp_path: Path) -> None:
    page = open_library(qtbot, window, 0)
    folder = tmp_path / "thư mục"
    folder.mkdir()
    sound(folder / "tin sáng.wav", 3, 7)
    (folder / "rỗng.mp3").write_bytes(b"")
    (folder / "văn bản.wav").write_text("Đây không phải âm thanh", encoding="utf-8")
    (folder / "ghi chú.txt").write_text("không xét", encoding="utf-8")
    found = {item.name: item for item in run_import(qtbot, page, [folder, folder / "không có.wav"])}
    assert set(found) == {"tin sáng.wav", "rỗng.mp3", "văn bản.wav", "không có.wav"}
    assert found["tin sáng.wav"].tone in {"good", "wait"}
    for name in ("rỗng.mp3", "văn bản.wav", "không có.wav"):
        assert found[name].tone == "bad"
        assert found[name].sentence
    qtbot.waitUntil(lambda: len(page.table.rows.ids) == 1)
    assert station.app.library.find()[0].state is State.DRAFT


def test_the_same_sound_is_not_stored_twice(qtbot: Any, window: MainWindow, station: Station, tmp_path: Path) -> None:
    page = open_library(qtbot, window, 0)
    path = sound(tmp_path / "một.wav", 2, 3)
    run_import(qtbot, page, [path])
    (again,) = run_import(qtbot, page, [path])
    assert again.tone == "info"
    assert station.app.library.count() == 1


def test_files_can_be_dropped(qtbot: Any, window: MainWindow, station: Station, tmp_path: Path) -> None:
    page = open_library(qtbot, window, 0)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(sound(tmp_path / "kéo thả.wav", 2, 4)))])
    enter = QDragEnterEvent(page.rect().center(), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
                            Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(page.rect().center()), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
                      Qt.KeyboardModifier.NoModifier)
    run_import(qtbot, page, [], lambda: QApplication.sendEvent(page, drop))
    assert station.app.library.find()[0].title == "kéo thả"


def test_file_dialog_takes_many(qtbot: Any, window: MainWindow, station: Station, tmp_path: Path,
                                monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_library(qtbot, window, 0)
    paths = [sound(tmp_path / f"{n}.wav", 2, 20 + n) for n in range(2)]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in paths], ""))
    run_import(qtbot, page, [], page.add_button.click)
    assert station.app.library.count() == 2
    assert Path(str(window.memory.value("library/folder", ""))) == tmp_path


def test_stopping_an_import_keeps_what_was_taken(qtbot: Any, window: MainWindow, station: Station,
                                                 tmp_path: Path) -> None:
    page = open_library(qtbot, window, 0)
    paths = [sound(tmp_path / f"dài {n}.wav", 40, 40 + n) for n in range(4)]

    def act(dialog: ImportDialog) -> None:
        qtbot.waitUntil(dialog.start_button.isEnabled)
        dialog.start_button.click()
        qtbot.waitUntil(lambda: dialog.verdicts()[0].tone != "plain", timeout=30_000)
        dialog.cancel_button.click()
        assert dialog.done_button.isVisible()
        dialog.done_button.click()
    answer(qtbot, ImportDialog, act)
    page.import_files(paths)
    qtbot.waitUntil(lambda: len(page.table.rows.ids) >= 1)
    assert 1 <= station.app.library.count() < 4


def test_search_without_accents_and_filters(qtbot: Any, window: MainWindow, station: Station) -> None:
    station.add("Phòng, chống đuối nước")
    station.add("Lịch cắt điện", CartKind.NEWS)
    page = open_library(qtbot, window, 2)
    page.search.setText("duoi nuoc")
    qtbot.waitUntil(lambda: len(page.table.rows.ids) == 1)
    assert page.table.rows.row_at(0).cart.title == "Phòng, chống đuối nước"
    page.search.clear()
    page.bar.set_filter(filters.with_chosen(page.bar.filter, "kind", ("tin",)))
    qtbot.waitUntil(lambda: [page.table.rows.row_at(n).cart.title for n in range(len(page.table.rows.ids))]
                    == ["Lịch cắt điện"])
    page.bar.set_filter(filters.with_chosen(page.bar.filter, "state", ("approved",)))
    qtbot.waitUntil(lambda: not page.table.rows.ids)
    page.table._empty._action.click()
    qtbot.waitUntil(lambda: len(page.table.rows.ids) == 2)


def test_from_draft_to_approved_with_two_signatures(qtbot: Any, window: MainWindow, station: Station) -> None:
    cart = station.add("Thu gom rác thải")
    page = open_library(qtbot, window, 1)
    page.table.selectRow(0)
    answer(qtbot, PinDialog, lambda dialog: sign(dialog, "Cán bộ truyền thanh", "1111"))
    page.detail.buttons["submit"].click()
    qtbot.waitUntil(page.detail.buttons["approve"].isVisible)
    answer(qtbot, PinDialog, sign)
    page.detail.buttons["approve"].click()
    qtbot.waitUntil(page.detail.buttons["campaign"].isVisible)
    assert station.app.library.get(cart.id).state is State.APPROVED
    assert station.app.approvals.current(cart.id) is not None


def test_wrong_pin_changes_nothing(qtbot: Any, window: MainWindow, station: Station) -> None:
    cart = station.add("Thu gom rác thải")
    station.app.approvals.submit(f"cart:{cart.id}", "Cán bộ truyền thanh")
    page = open_library(qtbot, window, 1)
    page.table.selectRow(0)

    def wrong(dialog: PinDialog) -> None:
        sign(dialog, pin="0000")
        qtbot.waitUntil(lambda: bool(dialog.complaint()))
        dialog.reject()
    answer(qtbot, PinDialog, wrong)
    page.detail.buttons["approve"].click()
    assert station.app.library.get(cart.id).state is State.SUBMITTED


def test_given_back_with_a_reason(qtbot: Any, window: MainWindow, station: Station) -> None:
    cart = station.add("Thu gom rác thải")
    station.app.approvals.submit(f"cart:{cart.id}", "Cán bộ truyền thanh")
    page = open_library(qtbot, window, 1)
    page.table.selectRow(0)

    def give(dialog: ReasonDialog) -> None:
        dialog.yes.click()
        assert dialog.isVisible(), "a reason is required"
        dialog.field.setText("Sai tên thôn")
        answer(qtbot, PinDialog, sign)
        dialog.yes.click()
    answer(qtbot, ReasonDialog, give)
    page.detail.buttons["give_back"].click()
    qtbot.waitUntil(lambda: "Sai tên thôn" in page.detail.reason.text())
    assert station.app.library.get(cart.id).state is State.RETURNED


def test_withdraw_and_take_back(qtbot: Any, window: MainWindow, station: Station) -> None:
    cart = station.approved("Thu gom rác thải")
    page = open_library(qtbot, window, 1)
    page.table.selectRow(0)

    def withdraw(dialog: ReasonDialog) -> None:
        dialog.field.setText("hết hiệu lực")
        answer(qtbot, PinDialog, sign)
        dialog.yes.click()
    answer(qtbot, ReasonDialog, withdraw)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(page.detail.buttons["restore"].isVisible)
    assert station.app.library.get(cart.id).state is State.WITHDRAWN
    page.editing.take_back()
    qtbot.waitUntil(lambda: station.app.library.get(cart.id).state is State.DRAFT)
    settle(qtbot)
    assert page.table.rows.ids == [cart.id]


def test_nasty_title_is_kept_as_one_plain_line(qtbot: Any, window: MainWindow, station: Station) -> None:
    cart = station.add("Tên cũ")
    page = open_library(qtbot, window, 1)
    page.table.selectRow(0)

    field = page.detail.fields.title
    answer(qtbot, PinDialog, sign)
    field.setText("   ")
    field.editingFinished.emit()
    qtbot.waitUntil(lambda: bool(window.toast.text()))
    assert station.app.library.get(cart.id).title == "Tên cũ", "an empty title is refused"
    qtbot.waitUntil(lambda: field.text() == "Tên cũ")
    field.setText(NASTY)
    field.editingFinished.emit()
    qtbot.waitUntil(lambda: station.app.library.get(cart.id).title != "Tên cũ")
    title = station.app.library.get(cart.id).title
    assert title.startswith('“Ngoặc kép” \'đơn\' xuống dòng 🎺 <b>đậm</b>')
    assert len(title) <= 300
    qtbot.waitUntil(lambda: page.detail.title.text().startswith("“Ngoặc kép”"))
    page.editing.take_back()
    qtbot.waitUntil(lambda: station.app.library.get(cart.id).title == "Tên cũ")


def test_letter_numbers_stand_in_the_list(qtbot: Any, window: MainWindow, station: Station, tmp_path: Path) -> None:
    text = """ỦY BAN NHÂN DÂN TỈNH MẪU\nSố: 1349/UBND-VX\nMẫu, ngày 20 tháng 11 năm 2026
V/v tuyên truyền phòng, chống đuối nước\nKính gửi: Ủy ban nhân dân các xã\n1. Tuyên truyền về đuối nước."""
    letter = station.app.directives.add_text(text, "công văn").directive
    path = sound(tmp_path / "thông điệp.wav", 2, 77)
    station.app.library.add(path, title="Thông điệp", directive_id=letter.id)
    page = open_library(qtbot, window, 1)
    assert page.table.rows.row_at(0).number == "1349/UBND-VX"
    assert "directive" in page.table.shown_columns()


def test_listening_is_honest_about_the_device(qtbot: Any, window: MainWindow, station: Station) -> None:
    station.add("Một mục")
    page = open_library(qtbot, window, 1)
    page.table.selectRow(0)
    page.detail.play_button.click()
    qtbot.waitUntil(lambda: page.detail.wave.position() > 0 or bool(window.toast.text()), timeout=15_000)
    page._close_detail()
    qtbot.waitUntil(lambda: page.detail.player.state == "stopped")


def test_campaign_from_the_library(qtbot: Any, window: MainWindow, station: Station) -> None:
    cart = station.approved("Thu gom rác thải")
    page = open_library(qtbot, window, 1)
    page.table.selectRow(0)

    def plan(dialog: CampaignDialog) -> None:
        dialog.times.setValue(3)
        assert "3" in dialog.words.text()
        dialog.save.click()
    answer(qtbot, PinDialog, sign)
    answer(qtbot, CampaignDialog, plan)
    page.detail.buttons["campaign"].click()
    qtbot.waitUntil(lambda: bool(station.app.schedule.campaigns()))
    (made,) = station.app.schedule.campaigns()
    assert (made.cart.id, made.times) == (cart.id, 3)
    qtbot.waitUntil(lambda: bool(page.detail.usage.used.lines))


def test_every_control_has_a_name(qtbot: Any, window: MainWindow, station: Station) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

    station.add("Một mục")
    page = open_library(qtbot, window, 1)
    page.table.selectRow(0)
    for kind in (QAbstractButton, QComboBox, QLineEdit):
        for part in page.findChildren(kind):
            if part.isVisible() and part.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert part.accessibleName() or part.toolTip(), part
