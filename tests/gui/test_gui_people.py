"""The people page: who is here, forgotten PINs, the recovery sheet, a new station's first people."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from argon2 import PasswordHasher
from gui_steps import APPROVER, OPERATOR, PIN, settle, type_vi
from page_station import active_dialog, answer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from broadcaster.accounts import pins
from broadcaster.accounts.model import Role
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import load_settings
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.people.dialogs import PersonDialog, PinChangeDialog
from broadcaster.gui.people.forgotten import ForgottenDialog
from broadcaster.gui.people.page import PeoplePage
from broadcaster.gui.people.set_up import SetUpDialog
from broadcaster.gui.people.team import TeamSection
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.gui.sign_in_form import secret_complaint
from broadcaster.gui.widgets.dialogs import ConfirmDialog
from broadcaster.wiring import App, build_app

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


@pytest.fixture
def empty_window(qtbot: QtBot, home: StationHome) -> Iterator[MainWindow]:
    """A new station: nobody is there."""
    app = build_app(home)
    window = MainWindow(app, lambda: build_app(home))
    window.resize(1366, 768)
    window.show()
    yield window
    window.close()
    settle(qtbot)
    window.app.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, 0)
    QApplication.processEvents()


@pytest.mark.parametrize("alone", [False, True])
def test_a_new_station_is_set_up_in_three_steps(alone: bool, qtbot: QtBot, empty_window: MainWindow, pdf: Path) -> None:
    window = empty_window
    settle(qtbot)

    def steps(dialog: SetUpDialog) -> None:
        dialog.next.click()
        assert dialog.who.complaints() == ["Hãy nhập họ tên."]
        type_vi(dialog.who.name, OPERATOR)
        for field in (dialog.who.pin, dialog.who.again):
            field.setText(PIN)
        dialog.next.click()
        if alone:
            dialog.alone.setChecked(True)
            assert "tự duyệt" in dialog.meaning.text()
        else:
            type_vi(dialog.approver.name, OPERATOR)
            for field in (dialog.approver.pin, dialog.approver.again):
                field.setText(PIN)
            dialog.next.click()
            qtbot.waitUntil(lambda: bool(dialog.told.text()), timeout=5000)
            assert window.app.accounts.people() == [], "both or none"
            dialog._show(1)
            dialog.approver.name.setText(APPROVER)
        dialog.next.click()
        qtbot.waitUntil(lambda: dialog.steps.currentIndex() == 2, timeout=5000)
        dialog.sheet_button.click()
        qtbot.waitUntil(lambda: "Đã lưu phiếu" in dialog.sheet_state.text(), timeout=5000)
        dialog.sign_in.setChecked(alone)
        dialog.next.click()

    came = answer(qtbot, SetUpDialog, steps)
    window.set_up()
    settle(qtbot)
    assert came == [True]
    people = {person.name: person.role for person in window.app.accounts.people()}
    assert people == ({OPERATOR: Role.ADMIN} if alone else {OPERATOR: Role.ADMIN, APPROVER: Role.APPROVER})
    assert len(codes_in(pdf)) == 8
    settings = load_settings(window.app.home)
    assert (settings.approval.single_person, settings.people.sign_in) == (alone, alone)
    actions = [entry.action for entry in window.app.accounts.audit()]
    assert ("settings.approval" in actions) == alone
    qtbot.waitUntil(lambda: (window._sign_in.screen is not None) is alone, timeout=5000)
    window.set_up()
    assert active_dialog(SetUpDialog) is None


def test_set_up_may_wait_and_is_not_asked_again(qtbot: QtBot, empty_window: MainWindow) -> None:
    window = empty_window
    settle(qtbot)
    came = answer(qtbot, SetUpDialog, lambda dialog: dialog.later.click())
    window.set_up()
    settle(qtbot)
    assert came == [True]
    window.set_up()
    assert active_dialog(SetUpDialog) is None
    assert window.app.accounts.people() == []
    assert team_of(qtbot, window).table._empty.isVisible()


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
