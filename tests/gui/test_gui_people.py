"""The people page: who is here, forgotten PINs, the recovery sheet, a new station's first people."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from argon2 import PasswordHasher
from gui_steps import APPROVER, OPERATOR, PIN, settle, type_vi
from page_station import answer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from broadcaster.accounts import pins
from broadcaster.accounts.model import Role
from broadcaster.base.errors import Refused
from broadcaster.base.settings import load_settings
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.people.dialogs import PersonDialog, PinChangeDialog
from broadcaster.gui.people.forgotten import ForgottenDialog
from broadcaster.gui.people.page import PeoplePage
from broadcaster.gui.people.team import TeamSection
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.gui.sign_in_form import secret_complaint
from broadcaster.gui.widgets.dialogs import ConfirmDialog
from broadcaster.wiring import App

Opener = Callable[[], MainWindow]
ADMIN = "Quản trị"


@pytest.fixture(autouse=True)
def _quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same argon2id with less memory."""
    monkeypatch.setattr(pins, "_HASHER", PasswordHasher(time_cost=1, memory_cost=1_024, parallelism=1))


def team_of(qtbot: QtBot, window: MainWindow) -> TeamSection:
    window.go("people")
    settle(qtbot)
    page = window.page("people")
    assert isinstance(page, PeoplePage)
    return page.team


def choose(team: TeamSection, name: str) -> None:
    line = next(line for line in team._standings if line.person.name == name)
    assert team.table.select_id(line.id)


def sign(dialog: PinDialog) -> None:
    dialog.pin.setText(PIN)
    dialog.sign.click()


@pytest.fixture
def pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the file dialog puts the sheet; no viewer opens."""
    path = tmp_path / "phiếu.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    return path


def codes_in(pdf: Path) -> list[str]:
    document = pypdfium2.PdfDocument(pdf.read_bytes())
    try:
        text = document[0].get_textpage().get_text_range()
    finally:
        document.close()
    return re.findall(r"[A-Z]{4}-[A-Z]{4}-[A-Z]{4}-[A-Z]{4}", text)


def test_a_person_is_added_changed_and_let_go_with_a_signature(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    team = team_of(qtbot, window)
    assert [line.person.name for line in team._standings] == [OPERATOR, APPROVER]

    def fill(dialog: PersonDialog) -> None:
        type_vi(dialog.name, "Trưởng thôn")
        dialog.pin.setText("864209")
        dialog.again.setText("864208")
        dialog.save.click()
        assert dialog.form.complaints() == ["Hai lần nhập không giống nhau."]
        dialog.again.setText("864209")
        dialog.save.click()

    answer(qtbot, PinDialog, sign)
    came = answer(qtbot, PersonDialog, fill)
    team.add_button.click()
    settle(qtbot)
    assert came == [True]
    assert window.app.accounts.check_pin("Trưởng thôn", "864209").role is Role.OPERATOR
    assert "Trưởng thôn đã ký được" in window.toast.text()
    choose(team, "Trưởng thôn")

    def change(dialog: PersonDialog) -> None:
        dialog.role.setCurrentIndex(dialog.role.findData("viewer"))
        dialog.save.click()

    answer(qtbot, PinDialog, sign)
    answer(qtbot, PersonDialog, change)
    team.edit_button.click()
    settle(qtbot)
    assert window.app.accounts.by_name("Trưởng thôn").role is Role.VIEWER
    choose(team, "Trưởng thôn")
    for expected, action in ((False, "Thu quyền…"), (True, "Trả lại quyền")):
        assert team.active_button.text() == action
        if not expected:
            answer(qtbot, ConfirmDialog, lambda dialog: dialog.yes.click())
        answer(qtbot, PinDialog, sign)
        team.active_button.click()
        settle(qtbot)
        assert window.app.accounts.by_name("Trưởng thôn").active is expected
        settle(qtbot)
    told = [(entry.person, entry.action) for entry in window.app.accounts.audit(limit=4)]
    assert told == [(APPROVER, f"person.{act}") for act in ("activate", "deactivate", "edit", "add")]


def test_the_last_who_approves_cannot_leave_and_the_window_says_why(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    team = team_of(qtbot, window)
    choose(team, APPROVER)
    answer(qtbot, ConfirmDialog, lambda dialog: dialog.yes.click())
    answer(qtbot, PinDialog, sign)
    team.active_button.click()
    settle(qtbot)
    assert f"{APPROVER} là người cuối cùng" in window.toast.text()
    assert window.app.accounts.by_name(APPROVER).active


def test_a_locked_name_is_shown_and_unlocked(qtbot: QtBot, open_window: Opener, station: App) -> None:
    for _ in range(5):
        with pytest.raises(Refused):
            station.accounts.check_pin(OPERATOR, "0001")
    station.accounts.attempts.right()
    window = open_window()
    team = team_of(qtbot, window)
    choose(team, OPERATOR)
    assert team.table.rows.data(team.table.rows.index(0, 3)) == "khóa đến 05:22"
    assert team.unlock_button.isVisible()
    answer(qtbot, PinDialog, sign)
    team.unlock_button.click()
    settle(qtbot)
    assert station.accounts.check_pin(OPERATOR, PIN).name == OPERATOR
    qtbot.waitUntil(lambda: not team.unlock_button.isVisible(), timeout=5000)


def test_nobody_sets_anothers_pin_but_two_help_who_forgot_it(qtbot: QtBot, open_window: Opener, station: App) -> None:
    station.accounts.add(ADMIN, "", Role.ADMIN, PIN)
    window = open_window()
    team = team_of(qtbot, window)
    choose(team, OPERATOR)
    given: list[str] = []

    def try_own(dialog: PinChangeDialog) -> None:
        dialog.old.setText("0001")
        dialog.pin.setText("864209")
        dialog.again.setText("864209")
        dialog.save.click()
        qtbot.waitUntil(lambda: bool(dialog.form.complaints()), timeout=5000)
        assert "Còn 4 lần thử" in dialog.form.complaints()[0]
        answer(qtbot, ForgottenDialog, two_sign)
        dialog.forgotten.click()

    def two_sign(dialog: ForgottenDialog) -> None:
        assert dialog.by_two.isChecked()
        assert {dialog.first.currentData(), dialog.second.currentData()} == {APPROVER, ADMIN}
        dialog.first_pin.setText(PIN)
        dialog.second_pin.setText("0001")
        dialog.go_on.click()
        qtbot.waitUntil(lambda: bool(dialog.two.complaints()), timeout=5000)
        dialog.second_pin.setText(PIN)
        dialog.go_on.click()
        qtbot.waitUntil(lambda: hasattr(dialog, "shown"), timeout=5000)
        given.append(dialog.shown.accessibleName())
        dialog.go_on.click()

    answer(qtbot, PinChangeDialog, try_own)
    team.pin_button.click()
    settle(qtbot)
    assert len(given) == 1
    with pytest.raises(Refused, match="their own first"):
        station.accounts.check_pin(OPERATOR, given[0])
    assert station.accounts.change_pin(OPERATOR, given[0], "864209").name == OPERATOR


def test_the_sheet_is_made_and_a_code_of_it_helps(qtbot: QtBot, open_window: Opener, pdf: Path) -> None:
    window = open_window()
    team = team_of(qtbot, window)
    assert "Chưa in phiếu khôi phục" in team.recovery.state.text()
    answer(qtbot, PinDialog, sign)
    team.recovery.print_button.click()
    settle(qtbot)
    codes = codes_in(pdf)
    assert len(codes) == 8
    qtbot.waitUntil(lambda: "Còn 8 mã" in team.recovery.state.text(), timeout=5000)
    dialog = ForgottenDialog(window, window.app, APPROVER)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.by_two.isEnabled(), "there are no two others here"
    assert dialog.by_code.isChecked()
    dialog.code.setText("BCFG-BCFG-BCFG-BCFG")
    for field in (dialog.pin, dialog.again):
        field.setText("864209")
    dialog.go_on.click()
    settle(qtbot)
    assert "Mã này không đúng" in dialog.one.complaints()[0]
    dialog.code.setText(codes[2].lower())
    dialog.go_on.click()
    settle(qtbot)
    assert not dialog.isVisible()
    assert window.app.accounts.check_pin(APPROVER, "864209").name == APPROVER


def test_sign_in_is_turned_on_with_a_signature_and_written_down(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    team = team_of(qtbot, window)
    assert not team.sign_in.save.isEnabled()
    team.sign_in.on.setChecked(True)
    team.sign_in.minutes.setValue(3)
    page = window.page("people")
    assert page is not None
    assert page.unsaved() == "phần đăng nhập"
    answer(qtbot, PinDialog, sign)
    team.sign_in.save.click()
    qtbot.waitUntil(lambda: window._sign_in.screen is not None, timeout=10_000)
    settle(qtbot)
    assert load_settings(window.app.home).people.lock_minutes == 3
    told = window.app.accounts.audit("settings")[0]
    assert (told.person, told.detail) == (APPROVER, {"sign_in": True, "lock_minutes": 3})


@pytest.mark.parametrize("pin", ["", "123", "1111", "1234", "4321", "12a4", "1234567890123", "１２３５", "matkhau123"])
def test_weak_pins_are_refused(pin: str) -> None:
    assert secret_complaint(pin, pin)


def test_passwords_and_pins_are_taken_when_both_entries_agree() -> None:
    for secret in ("2580", "bốn từ vu vơ"):
        assert secret_complaint(secret, secret, OPERATOR) == ""
        assert secret_complaint(secret, secret + "1", OPERATOR)
