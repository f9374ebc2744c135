"""The settings page: wrong values are said beside the field, right ones land in station.toml."""

from __future__ import annotations

from collections.abc import Callable

from gui_steps import APPROVER, PIN, settle, type_vi
from page_station import answer
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from broadcaster.base.settings import Settings, ZoneSection, load_settings
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.gui.settings.actions import changed_values
from broadcaster.gui.settings.page import SettingsPage
from broadcaster.gui.widgets.dialogs import ConfirmDialog
from broadcaster.gui.widgets.reason import ReasonDialog

Opener = Callable[[], MainWindow]


def settings_page(qtbot: QtBot, window: MainWindow) -> SettingsPage:
    window.go("settings")
    settle(qtbot)
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    return page


def name_field(page: SettingsPage) -> QLineEdit:
    field = page.fields["station.name"]
    assert isinstance(field, QLineEdit)
    return field


def sign(dialog: PinDialog) -> None:
    dialog.pin.setText(PIN)
    dialog.sign.click()


def test_nothing_is_dirty_at_first(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page = settings_page(qtbot, window)
    assert window.isActiveWindow(), "a part shown before it had a parent flashed up as a window of its own"
    assert page.unsaved() == ""
    assert not page.save_button.isEnabled()


def test_a_new_name_is_saved_and_shown(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    page = settings_page(qtbot, window)
    name_field(page).clear()
    type_vi(name_field(page), "Đài truyền thanh xã Mẫu Hai")
    assert page.unsaved() == "cài đặt"
    page.save_button.click()
    qtbot.waitUntil(lambda: window.windowTitle() == "Đài truyền thanh xã Mẫu Hai", timeout=15_000)
    settle(qtbot)
    assert load_settings(window.app.home).station.name == "Đài truyền thanh xã Mẫu Hai"
    told = window.app.accounts.audit("settings")[0]
    assert told.detail == {"station.name": ["Đài truyền thanh xã Mẫu", "Đài truyền thanh xã Mẫu Hai"]}
    fresh = window.page("settings")
    assert fresh is not page
    assert fresh is not None
    assert fresh.unsaved() == ""


def test_wrong_values_are_said_and_not_saved(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    page = settings_page(qtbot, window)
    name_field(page).setText("   ")
    page.fields["hours.quiet_from"].set_value(page.fields["hours.quiet_to"].value())  # type: ignore[attr-defined]
    page.save_button.click()
    settle(qtbot)
    assert page.forms["station"].complaints() == ["Hãy nhập tên đài."]
    assert "trùng nhau" in page.forms["hours"].complaints()[0]
    assert not window.app.home.settings.exists()
    page.back_button.click()
    assert page.unsaved() == ""
    assert page.forms["station"].complaints() == []


def test_two_approvers_weekly_sheets_and_how_long_sounds_stay(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    page = settings_page(qtbot, window)
    for name in ("approval.second_approver", "approval.weekly_sheet"):
        box = page.fields[name]
        assert isinstance(box, QCheckBox)
        box.setChecked(True)
        assert page.approval.notes[name].text()
    page.fields["library.retention_months"].setValue(36)  # type: ignore[attr-defined]

    answer(qtbot, PinDialog, sign)
    page.save_button.click()
    settle(qtbot)
    saved = load_settings(window.app.home)
    assert (saved.approval.second_approver, saved.approval.weekly_sheet, saved.approval.single_person) == (
        True, True, False)
    assert saved.library.retention_months == 36


def test_waiving_the_second_person_needs_an_approvers_pin(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    page = settings_page(qtbot, window)
    single = page.fields["approval.single_person"]
    assert isinstance(single, QCheckBox)
    single.setChecked(True)
    answer(qtbot, ReasonDialog, ReasonDialog.reject)
    page.save_button.click()
    settle(qtbot)
    assert not load_settings(window.app.home).approval.single_person

    def reason(dialog: ReasonDialog) -> None:
        dialog.yes.click()
        assert dialog.isVisible(), "not without a reason"
        type_vi(dialog.field, "người duyệt đi học")
        answer(qtbot, PinDialog, sign)
        dialog.yes.click()

    answer(qtbot, ReasonDialog, reason)
    page.save_button.click()
    settle(qtbot)
    assert load_settings(window.app.home).approval.single_person
    told = window.app.accounts.audit("settings")[0]
    assert (told.action, told.person, told.detail["reason"]) == ("settings.approval", APPROVER, "người duyệt đi học")


def test_closing_asks_about_unsaved_settings(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    page = settings_page(qtbot, window)
    name_field(page).setText("Đài khác")
    answer(qtbot, ConfirmDialog, lambda dialog: dialog.no.click())
    window.close()
    assert window.isVisible()
    page.back_button.click()
    window.close()
    assert not window.isVisible()


def test_passwords_of_streams_stay_out_of_the_record() -> None:
    zone = ZoneSection("Thôn Đông", output="icecast://nguon:mật-khẩu@may:8000/loa")
    told = changed_values(Settings(), Settings(zones=(zone,)))
    assert told == {"zones": [[], ["Thôn Đông"]]}
