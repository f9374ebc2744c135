"""The library page on a real station: fields that save themselves, many items at once, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from gui_steps import settle
from page_station import PIN, Station, answer, page_of, shown_window, sound
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLineEdit

from broadcaster.base.paths import StationHome
from broadcaster.gui.campaigns.dialog import CampaignDialog
from broadcaster.gui.library import filters
from broadcaster.gui.library.bulk_dialog import BulkDialog
from broadcaster.gui.library.choose_dialog import ChooseDialog
from broadcaster.gui.library.detail import REMARKS, SOUND, USAGE
from broadcaster.gui.library.retention_dialog import RetentionDialog
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.gui.widgets.reason import ReasonDialog
from broadcaster.library.model import CartKind, Filter, State


@pytest.fixture
def station(home: StationHome, tmp_path: Any) -> Iterator[Station]:
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
    settle(qtbot)
    return page


def sign(dialog: PinDialog) -> None:
    dialog.who.setCurrentIndex(dialog.who.findData("Phó Chủ tịch"))
    dialog.pin.setText(PIN)
    dialog.sign.click()


def give_reason(qtbot: Any) -> None:
    def write(dialog: ReasonDialog) -> None:
        dialog.field.setText("hết mùa")
        answer(qtbot, PinDialog, sign)
        dialog.yes.click()
    answer(qtbot, ReasonDialog, write)


def choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_fields_save_themselves_and_are_taken_back(qtbot: Any, window: MainWindow, station: Station) -> None:
    library, cart = station.app.library, station.add("Phòng chống sốt xuất huyết")
    page = open_library(qtbot, window, 1)
    page.table.selectRow(0)
    fields = page.detail.fields
    signed = answer(qtbot, PinDialog, sign)
    choose(fields.category, "y_te")
    qtbot.waitUntil(lambda: library.get(cart.id).category == "y_te")
    assert signed
    fields._dates["valid_until"].set_button.click()
    qtbot.waitUntil(lambda: library.get(cart.id).valid_until == "2026-12-21")
    fields._ticks["dayparts"].chips["morning"].click()
    qtbot.waitUntil(lambda: library.get(cart.id).dayparts == ("morning",))
    fields.note.setPlainText("Phát kèm lời nhắc")
    fields.note.left.emit()
    qtbot.waitUntil(lambda: library.get(cart.id).note == "Phát kèm lời nhắc")
    settle(qtbot)
    assert (page.editing.steps, len(signed)) == (4, 1), "one signature is enough for ten minutes"
    for _ in range(4):
        page.editing.take_back()
        settle(qtbot)
    after = library.get(cart.id)
    assert (after.category, after.valid_until, after.dayparts, after.note) == ("", "", (), "")
    assert fields.category.currentData() == ""
    page.editing.take_back()
    assert page.editing.steps == 0
    station.clock.advance(660)
    asked = answer(qtbot, PinDialog, lambda dialog: dialog.reject())
    choose(fields.category, "giao_duc")
    qtbot.waitUntil(lambda: bool(asked) and fields.category.currentData() == "")
    assert library.get(cart.id).category == "", "who does not sign changes nothing"


def test_many_are_changed_at_once_and_come_back(qtbot: Any, window: MainWindow, station: Station) -> None:
    library = station.app.library
    ids = [station.add(title).id for title in ("Một", "Hai", "Ba")]
    library.edit(ids[:1], {"artist": "Đội văn nghệ thôn"}, "thử")
    page = open_library(qtbot, window, 3)
    page.table.setFocus()
    page.table.selectAll()
    qtbot.waitUntil(page.bulk.isVisible)

    def change(dialog: BulkDialog) -> None:
        assert not dialog.yes.isEnabled(), "nothing is ticked yet"
        choose(dialog.fields["category"], "y_te")  # type: ignore[arg-type]
        dialog.fields["artist"].setText("")  # type: ignore[attr-defined]
        answer(qtbot, PinDialog, sign)
        assert dialog.values() == {"category": "y_te"}
        dialog.yes.click()
    answer(qtbot, BulkDialog, change)
    page.bulk.edit_button.click()
    qtbot.waitUntil(lambda: {cart.category for cart in library.rows(ids)} == {"y_te"})
    settle(qtbot)
    assert library.get(ids[0]).artist == "Đội văn nghệ thôn", "what is not ticked stays"
    assert page.table.selected_count() == 3
    page.editing.take_back()
    settle(qtbot)
    assert {cart.category for cart in library.rows(ids)} == {""}


def test_many_are_submitted_archived_and_taken_back(qtbot: Any, window: MainWindow, station: Station) -> None:
    library = station.app.library
    ids = [station.add("Một").id, station.add("Hai").id, station.approved("Ba").id]
    page = open_library(qtbot, window, 3)
    page.table.selectAll()
    qtbot.waitUntil(page.bulk.buttons["submit"].isVisible)
    answer(qtbot, PinDialog, sign)
    page.bulk.buttons["submit"].click()
    qtbot.waitUntil(lambda: [library.get(i).state for i in ids] == [State.SUBMITTED, State.SUBMITTED, State.APPROVED])
    settle(qtbot)
    give_reason(qtbot)
    page.bulk.buttons["archive"].click()
    qtbot.waitUntil(lambda: not page.table.rows.ids)
    page.bar.set_filter(filters.with_chosen(page.bar.filter, "state", ("archived",)))
    qtbot.waitUntil(lambda: sorted(page.table.rows.ids) == sorted(ids))
    settle(qtbot)
    page.editing.take_back()
    qtbot.waitUntil(lambda: {library.get(i).state for i in ids} == {State.DRAFT})
    settle(qtbot)
    page.bar.chips["state"].click()
    qtbot.waitUntil(lambda: len(page.table.rows.ids) == 3)


def test_many_get_the_same_campaign(qtbot: Any, window: MainWindow, station: Station) -> None:
    ids = {station.approved(title).id for title in ("Một", "Hai")}
    station.approved("Nhạc hiệu", CartKind.SIGNATURE)
    page = open_library(qtbot, window, 3)
    page.table.selectAll()
    qtbot.waitUntil(page.bulk.buttons["campaign"].isVisible)

    def plan(dialog: CampaignDialog) -> None:
        dialog.times.setValue(3)
        dialog.save.click()
    answer(qtbot, PinDialog, sign)
    answer(qtbot, CampaignDialog, plan)
    page.bulk.buttons["campaign"].click()
    qtbot.waitUntil(lambda: len(station.app.schedule.campaigns()) == 2)
    settle(qtbot)
    made = station.app.schedule.campaigns()
    assert {item.cart.id for item in made} == ids, "the frame of a session is no campaign"
    assert {item.times for item in made} == {3}
    page.editing.take_back()
    qtbot.waitUntil(lambda: {item.state for item in station.app.schedule.campaigns()} == {"stopped"})


def test_versions_uses_and_airings(qtbot: Any, window: MainWindow, station: Station, monkeypatch: Any) -> None:
    library = station.app.library
    station.furniture()
    station.sessions("05:00")
    cart = station.approved("Lịch cắt điện")
    station.campaign(cart, times=1)
    station.play_until(6.0)
    page = open_library(qtbot, window, 5)
    page.table.select_ids([cart.id])
    page.detail.show_tab(USAGE)
    qtbot.waitUntil(lambda: bool(page.detail.usage.aired.lines) and bool(page.detail.usage.used.lines))
    assert "21/11/2026" in page.detail.usage.aired.words()[0]
    new = sound(station.folder / "mới.wav", 3, 77)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(new), ""))
    answer(qtbot, PinDialog, sign)
    page._with_one(page.deeds.replace)
    page.detail.show_tab(SOUND)
    qtbot.waitUntil(lambda: len(page.detail.sound.versions.lines) == 2, timeout=15_000)
    assert library.get(cart.id).state is State.DRAFT
    answer(qtbot, ReasonDialog, lambda dialog: (
        dialog.field.setText("Bản trước đúng"), answer(qtbot, PinDialog, sign), dialog.yes.click()))
    page.detail.sound.version_chosen.emit(1)
    qtbot.waitUntil(lambda: library.get(cart.id).cut.sha256 == cart.cut.sha256, timeout=15_000)
    qtbot.waitUntil(lambda: len(page.detail.sound.versions.lines) == 3)
    page.detail.show_tab(USAGE)
    page.detail.usage.used.lines[0].go()
    assert window._current == "schedule"
    settle(qtbot)


def test_another_item_takes_its_place(qtbot: Any, window: MainWindow, station: Station) -> None:
    library = station.app.library
    old, new = station.add("Lịch tiêm chủng tháng 11"), station.add("Lịch tiêm chủng tháng 12")
    page = open_library(qtbot, window, 2)
    page.table.select_ids([old.id])

    def pick(dialog: ChooseDialog) -> None:
        qtbot.waitUntil(lambda: len(dialog.table.rows.ids) == 1)
        assert dialog.table.rows.ids == [new.id], "not itself"
        dialog.table.selectRow(0)
        answer(qtbot, PinDialog, sign)
        dialog.yes.click()
    answer(qtbot, ChooseDialog, pick)
    page._with_one(page.deeds.supersede)
    qtbot.waitUntil(lambda: library.get(old.id).state is State.SUPERSEDED)
    qtbot.waitUntil(lambda: new.title in page.detail.successor.text())
    assert list(page.table.rows.ids) == [new.id]
    page.editing.take_back()
    qtbot.waitUntil(lambda: library.get(old.id).state is State.DRAFT)
    settle(qtbot)


def test_filters_by_ticks_and_keys(qtbot: Any, window: MainWindow, station: Station) -> None:
    station.add("Dân ca quan họ", CartKind.MUSIC)
    news = station.add("Tin xã", CartKind.NEWS)
    page = open_library(qtbot, window, 2)
    page.bar.open_popover()
    popover = page.bar.popover
    popover.tick("kind", "nhac").click()
    qtbot.waitUntil(lambda: len(page.table.rows.ids) == 1)
    assert list(page.bar.chips) == ["kind"]
    popover.tick("airing", "aired").click()
    qtbot.waitUntil(lambda: not page.table.rows.ids)
    popover.groups.setFocus()
    qtbot.keyClick(popover.groups, Qt.Key.Key_Escape)  # not taken by the window's own Esc
    assert not popover.isVisible()
    assert window.focusWidget() is page.bar.filter_button
    assert filters.from_text(str(window.memory.value("library/filter", ""))) == Filter(
        kinds=(CartKind.MUSIC,), never_aired=False)
    page.table._empty._action.click()
    qtbot.waitUntil(lambda: len(page.table.rows.ids) == 2)
    window.go("library", news.id)
    qtbot.waitUntil(lambda: page.table.selected_ids() == [news.id])
    settle(qtbot)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.detail.fields.title.hasFocus() or not window.isActiveWindow()
    page.detail.player.state = "playing"
    played: list[str] = []
    page.detail.play_on = lambda: played.append(page.detail.shown.cart.title)
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: played == ["Dân ca quan họ"], timeout=3000)
    page.detail.player.state = "stopped"


def test_a_withdrawn_item_is_shown_when_asked_for(qtbot: Any, window: MainWindow, station: Station) -> None:
    cart = station.add("Đã rút")
    station.app.library.withdraw(cart.id, "thử", "cũ")
    window.go("library", cart.id)
    page = page_of(window, "library")
    qtbot.waitUntil(lambda: page.detail.isVisible() and page.detail.shown.id == cart.id)
    assert not page.table.rows.ids
    answer(qtbot, PinDialog, sign)
    page.detail.buttons["restore"].click()
    qtbot.waitUntil(lambda: list(page.table.rows.ids) == [cart.id])
    page.detail.show_tab(REMARKS)
    settle(qtbot)


def test_old_sounds_go_and_come_back(qtbot: Any, window: MainWindow, station: Station) -> None:
    library = station.app.library
    cart, kept = station.add("Lịch cũ"), station.add("Đang dùng")
    library.archive(cart.id, "thử", "hết mùa")
    station.clock.advance(800 * 86_400)
    page = open_library(qtbot, window, 1)
    file = station.home.audio(cart.cut.sha256)

    def tidy(dialog: RetentionDialog) -> None:
        qtbot.waitUntil(dialog.remove_button.isVisible)
        assert dialog.table.rows.ids == [cart.cut.sha256], "only what is out of use"
        give_reason(qtbot)
        dialog.remove_button.click()
        qtbot.waitUntil(lambda: not file.exists())
        qtbot.waitUntil(lambda: dialog.aside.rows.ids == [cart.cut.sha256])
        assert not dialog.remove_button.isVisible()
        dialog.aside.selectRow(0)
        answer(qtbot, PinDialog, sign)
        dialog.back_button.click()
        qtbot.waitUntil(file.exists)
        dialog.accept()
    answer(qtbot, RetentionDialog, tidy)
    page.tidy()
    assert file.exists()
    assert station.home.audio(kept.cut.sha256).exists()
    assert library.get(cart.id).title == "Lịch cũ", "what is known of it stays"
    settle(qtbot)


def test_every_control_of_every_part_has_a_name(qtbot: Any, window: MainWindow, station: Station) -> None:
    station.add("Một")
    station.add("Hai")
    page = open_library(qtbot, window, 2)
    page.bar.set_filter(filters.with_chosen(page.bar.filter, "airing", ("never",)))
    settle(qtbot)
    page.table.selectRow(0)
    for tab in range(page.detail.tabs.count()):
        page.detail.show_tab(tab)
        settle(qtbot)
        check_names(page)
    page.table.selectAll()
    settle(qtbot)
    check_names(page)
    page.bar.open_popover()
    settle(qtbot)
    check_names(page.bar.popover)
    page.bar.popover.close()


def check_names(place: Any) -> None:
    for kind in (QAbstractButton, QComboBox, QLineEdit):
        for part in place.findChildren(kind):
            if part.isVisible() and part.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert part.accessibleName() or part.toolTip(), part
