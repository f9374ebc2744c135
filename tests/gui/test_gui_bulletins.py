"""The bulletin page on a real station: write, save by itself, hear, submit, sign, give back, change, plan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from gui_steps import APPROVER, OPERATOR, PIN, settle, type_vi
from page_station import answer, page_of

from broadcaster.bulletins.model import Bulletin, text_sha256
from broadcaster.gui.bulletins.approve_dialog import ApproveDialog
from broadcaster.gui.campaigns.dialog import CampaignDialog
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.gui.widgets.dialogs import ConfirmDialog
from broadcaster.gui.widgets.reason import ReasonDialog
from broadcaster.library.model import State
from broadcaster.wiring import App

LETTERS = Path(__file__).parent.parent / "data" / "letters"
NASTY = '“Ngoặc kép” \'đơn\'\nxuống dòng 🎺 <b>đậm</b> ' + "dài " * 1250
Opener = Callable[[], MainWindow]


@pytest.fixture
def page(qtbot: Any, open_window: Opener) -> Any:
    window = open_window()
    window.go("bulletins")
    settle(qtbot)
    return page_of(window, "bulletins")


@pytest.fixture
def written(qtbot: Any, page: Any, station: App) -> Bulletin:
    """A short bulletin on the desk."""
    made = station.bulletins.new("Tiêm phòng dại", "Mời bà con đưa chó đến UBND xã ngày 01/12/2026.", by=OPERATOR)
    page.on_shown(made.id)
    settle(qtbot)
    return made


def voiced(qtbot: Any, page: Any) -> None:
    page.sound.voice_button.click()
    settle(qtbot)


def signing(qtbot: Any, name: str, pin: str = PIN) -> None:
    def sign(dialog: PinDialog) -> None:
        dialog.who.setCurrentIndex(dialog.who.findData(name))
        dialog.pin.setText(pin)
        dialog.sign.click()

    answer(qtbot, PinDialog, sign)


def submitted(qtbot: Any, page: Any) -> None:
    voiced(qtbot, page)
    signing(qtbot, OPERATOR)
    page.bar.submit.click()
    settle(qtbot)


def approved(qtbot: Any, page: Any) -> None:
    submitted(qtbot, page)

    def go_on(dialog: ApproveDialog) -> None:
        signing(qtbot, APPROVER)
        dialog.sign.click()

    answer(qtbot, ApproveDialog, go_on)
    page.bar.approve.click()
    settle(qtbot)


def test_an_empty_list_says_what_to_do(page: Any) -> None:
    assert page.table._empty.isVisible()
    assert "Hãy soạn từ một văn bản" in page.table._empty._sentence.text()
    assert page.desk.currentIndex() == 0


def test_what_is_typed_saves_itself(qtbot: Any, page: Any, station: App) -> None:
    page.new_button.click()
    settle(qtbot)
    made = page.shown
    page.editor.title.clear()
    type_vi(page.editor.title, "Lịch cắt điện")
    type_vi(page.editor.text, "Điện cắt từ 8 giờ đến 11 giờ ngày 02/12/2026.")
    assert page.editor.saved.text() == "Chưa lưu"
    qtbot.waitUntil(lambda: station.bulletins.get(made.id).text.startswith("Điện cắt"), timeout=5000)
    settle(qtbot)
    kept = station.bulletins.get(made.id)
    assert (kept.title, kept.author) == ("Lịch cắt điện", OPERATOR)
    assert page.editor.saved.text() == "Đã lưu lúc 05:17"
    assert page.table.rows.row_at(0).title == "Lịch cắt điện"
    page.editor.text.undo()
    assert page.editor.text.text() == ""


def test_saving_does_not_disturb_who_is_typing(qtbot: Any, page: Any, station: App, written: Bulletin) -> None:
    page.editor.title.clear()
    type_vi(page.editor.title, "Lịch  ")
    page.editor.text.setPlainText("Một ")
    page.editor.text.insertPlainText("\u00a0hai\u0007 ")
    qtbot.waitUntil(lambda: station.bulletins.get(written.id).title == "Lịch", timeout=5000)
    settle(qtbot)
    page.on_changes(frozenset({"bulletin"}))
    settle(qtbot)
    assert page.editor.title.text() == "Lịch  "
    assert page.editor.title.cursorPosition() == 6
    place = page.editor.text.textCursor().position()
    assert place > 0
    page.editor.save_button.click()
    settle(qtbot)
    assert page.editor.text.textCursor().position() == place


def test_leaving_saves_too_and_nothing_is_unsaved(qtbot: Any, page: Any, station: App, written: Bulletin) -> None:
    page.editor.text.insertPlainText("Thưa bà con. ")
    page.window().go("on_air")
    settle(qtbot)
    assert station.bulletins.get(written.id).text.startswith("Thưa bà con. ")
    page.window().go("bulletins")
    settle(qtbot)
    page.editor.text.insertPlainText("Kính ")
    assert type(page).unsaved(page) == ""
    assert "Kính " in station.bulletins.get(written.id).text


def test_an_empty_title_keeps_the_old_one(qtbot: Any, page: Any, station: App, written: Bulletin) -> None:
    page.editor.title.clear()
    page._touched()
    page.save()
    settle(qtbot)
    assert station.bulletins.get(written.id).title == "Tiêm phòng dại"


def test_a_nasty_title_becomes_one_line(qtbot: Any, page: Any, station: App, written: Bulletin) -> None:
    page.editor.title.setText(NASTY)
    page._touched()
    page.save()
    settle(qtbot)
    title = station.bulletins.get(written.id).title
    assert "🎺 <b>đậm</b>" in title
    assert "\n" not in title
    assert len(title) <= 300
    assert page.isVisible()


def test_readings_are_listed_and_underlined(qtbot: Any, page: Any, written: Bulletin) -> None:
    qtbot.waitUntil(lambda: len(page.editor.readings.rows.ids) == 2, timeout=5000)
    rows = [page.editor.readings.rows.row_at(number) for number in range(2)]
    assert rows[0].written == "UBND"
    assert rows[1].written.endswith("01/12/2026")
    assert rows[0].spoken == "ủy ban nhân dân"
    assert "từ · khoảng" in page.editor.measure.text()
    page.editor.readings.selectRow(1)
    assert page.editor.text.textCursor().selectedText() == rows[1].written


def test_reading_aloud_makes_the_sound_of_the_text_as_it_stands(qtbot: Any, page: Any, station: App,
                                                               written: Bulletin) -> None:
    assert not page.bar.submit.isEnabled()
    page.editor.text.setPlainText("Câu một. Câu hai ở đây.")
    voiced(qtbot, page)
    kept = station.bulletins.get(written.id)
    assert kept.text == "Câu một. Câu hai ở đây."
    assert kept.audio_current
    assert kept.cut is not None
    assert page.sound.time.text().startswith("0:00 / ")
    assert page.bar.submit.isEnabled()
    page.editor.text.setPlainText("Câu khác.")
    assert not page.bar.submit.isEnabled()
    page.save()
    settle(qtbot)
    assert page.sound.stale.text() == "đọc lời cũ"


def test_a_sound_that_cannot_be_played_is_said(qtbot: Any, page: Any, station: App, written: Bulletin) -> None:
    voiced(qtbot, page)
    cut = station.bulletins.get(written.id).cut
    assert cut is not None
    station.home.audio(cut.sha256).unlink()
    page.sound.play_button.click()
    qtbot.waitUntil(lambda: page.window().toast.isVisible(), timeout=10_000)
    assert page.sound.player.state == "stopped"


def test_a_very_long_text_keeps_its_marks_in_place(qtbot: Any, page: Any, written: Bulletin) -> None:
    page.editor.text.setPlainText("🎺 Họp tại UBND lúc 7 giờ. " * 1500)
    qtbot.waitUntil(lambda: len(page.editor.readings.rows.ids) == 2, timeout=20_000)
    qtbot.waitUntil(lambda: len(page.editor.text.extraSelections()) == 600, timeout=20_000)
    marks = page.editor.text.extraSelections()
    assert {mark.cursor.selectedText() for mark in marks} <= {"UBND", "7", "7 giờ", "lúc 7 giờ"}
    settle(qtbot)


def test_cancelled_reading_changes_nothing(qtbot: Any, page: Any, station: App, written: Bulletin) -> None:
    from broadcaster.gui.widgets.dialogs import ProgressDialog

    page.editor.text.setPlainText("Một câu dài để đọc. " * 200)
    answer(qtbot, ProgressDialog, lambda dialog: dialog.reject())
    voiced(qtbot, page)
    assert station.bulletins.get(written.id).cut is None


def test_an_empty_text_cannot_be_read(qtbot: Any, page: Any, station: App, written: Bulletin) -> None:
    page.editor.text.setPlainText("  \n ")
    voiced(qtbot, page)
    assert page.window().toast.isVisible()
    assert station.bulletins.get(written.id).cut is None


def test_from_draft_to_approval(qtbot: Any, page: Any, station: App, written: Bulletin) -> None:
    submitted(qtbot, page)
    assert station.bulletins.get(written.id).state is State.SUBMITTED
    assert page.bar.badge.text() == "chờ duyệt"
    assert page.editor.text.isReadOnly()
    said: list[str] = []

    def read(dialog: ApproveDialog) -> None:
        said.append(dialog.facts.text())
        said.append(dialog.words.toPlainText())
        signing(qtbot, APPROVER)
        dialog.sign.click()

    answer(qtbot, ApproveDialog, read)
    page.bar.approve.click()
    settle(qtbot)
    kept = station.bulletins.get(written.id)
    assert kept.state is State.APPROVED
    assert kept.cut is not None
    assert kept.cut.sha256[:8] in said[0]
    assert text_sha256(kept.text)[:8] in said[0]
    assert said[1] == kept.text
    approval = station.approvals.current(station.approvals.cart_of(written.id).id)
    assert approval is not None
    assert (approval.approver, approval.text_sha256) == (APPROVER, text_sha256(kept.text))


def test_the_wrong_pin_approves_nothing(qtbot: Any, page: Any, station: App, written: Bulletin) -> None:
    submitted(qtbot, page)
    said: list[str] = []

    def wrong(dialog: PinDialog) -> None:
        dialog.pin.setText("0000")
        dialog.sign.click()
        qtbot.waitUntil(lambda: bool(dialog.complaint()))
        said.append(dialog.complaint())
        dialog.reject()

    def go_on(dialog: ApproveDialog) -> None:
        answer(qtbot, PinDialog, wrong)
        dialog.sign.click()

    answer(qtbot, ApproveDialog, go_on)
    page.bar.approve.click()
    settle(qtbot)
    assert said
    assert station.bulletins.get(written.id).state is State.SUBMITTED


def test_what_changed_since_it_was_shown_is_not_signed(qtbot: Any, page: Any, station: App, written: Bulletin) -> None:
    submitted(qtbot, page)

    def go_on(dialog: ApproveDialog) -> None:
        station.bulletins.save(written.id, title="Tên khác")
        signing(qtbot, APPROVER)
        dialog.sign.click()

    answer(qtbot, ApproveDialog, go_on)
    page.bar.approve.click()
    settle(qtbot)
    assert station.bulletins.get(written.id).state is State.SUBMITTED
    assert page.window().toast.isVisible()


def test_given_back_with_a_reason(qtbot: Any, page: Any, station: App, written: Bulletin) -> None:
    submitted(qtbot, page)

    def write(dialog: ReasonDialog) -> None:
        dialog.field.setText("Thiếu số điện thoại")
        signing(qtbot, APPROVER)
        dialog.yes.click()

    answer(qtbot, ReasonDialog, write)
    page.bar.give_back.click()
    settle(qtbot)
    assert station.bulletins.get(written.id).state is State.RETURNED
    assert page.reason.text() == "Bị trả lại: Thiếu số điện thoại"
    assert not page.editor.text.isReadOnly()


def test_changing_an_approved_text_warns_and_voids(qtbot: Any, page: Any, station: App, written: Bulletin) -> None:
    approved(qtbot, page)
    assert page.editor.text.isReadOnly()
    answer(qtbot, ReasonDialog, ReasonDialog.reject)
    page.bar.unlock.click()
    settle(qtbot)
    assert page.editor.text.isReadOnly()
    answer(qtbot, ReasonDialog, lambda dialog: (
        dialog.choice.offered["Có chỗ sai trong bài"].click(), dialog.yes.click()))
    page.bar.unlock.click()
    settle(qtbot)
    assert not page.editor.text.isReadOnly()
    assert [(step.act, step.reason) for step in station.approvals.history(f"bulletin:{written.id}")][-1] == (
        "reopened", "Có chỗ sai trong bài")
    assert not page.bar.campaign.isEnabled()
    page.editor.text.setPlainText("Lời mới.")
    page.save()
    settle(qtbot)
    assert station.bulletins.get(written.id).state is State.DRAFT
    assert station.approvals.current(station.approvals.cart_of(written.id).id) is None
    assert page.bar.badge.text() == "bản nháp"


def test_withdrawn_with_a_reason(qtbot: Any, page: Any, station: App, written: Bulletin) -> None:
    approved(qtbot, page)

    def write(dialog: ReasonDialog) -> None:
        dialog.field.setText("Hết hạn")
        signing(qtbot, APPROVER)
        dialog.yes.click()

    answer(qtbot, ReasonDialog, write)
    page.bar.withdraw.click()
    settle(qtbot)
    assert station.bulletins.get(written.id).state is State.WITHDRAWN
    assert not page.table.rows.ids


def test_an_approved_bulletin_is_planned_as_its_letter_asks(qtbot: Any, page: Any, station: App) -> None:
    letter = station.directives.add(LETTERS / "01.txt").directive
    made = station.bulletins.draft(letter.id, None, OPERATOR)
    station.bulletins.save(made.id, text="Một câu ngắn.")
    page.on_shown(made.id)
    settle(qtbot)
    approved(qtbot, page)

    def plan(dialog: CampaignDialog) -> None:
        dialog.save.click()

    answer(qtbot, CampaignDialog, plan)
    signing(qtbot, OPERATOR)
    page.bar.campaign.click()
    qtbot.waitUntil(lambda: bool(station.schedule.campaigns()), timeout=20_000)
    settle(qtbot)
    (campaign,) = station.schedule.campaigns()
    proposal = station.directives.airing_proposal(letter.id)
    assert proposal is not None
    assert (campaign.times, campaign.first_day, campaign.last_day) == (
        proposal.times_per_day, proposal.first_day, proposal.last_day)
    assert campaign.directive_id == letter.id


def test_drafts_are_put_away_and_found_again(qtbot: Any, page: Any, station: App, written: Bulletin) -> None:
    answer(qtbot, ConfirmDialog, lambda dialog: dialog.yes.click())
    page.bar.away.click()
    settle(qtbot)
    assert not page.table.rows.ids
    page.state.setCurrentIndex(page.state.findData("withdrawn"))
    settle(qtbot)
    assert list(page.table.rows.ids) == [written.id]


def test_search_and_filter(qtbot: Any, page: Any, station: App, written: Bulletin) -> None:
    station.bulletins.new("Lịch cắt điện", "Cắt điện.")
    page.search.setText("tiem phong")
    page.search.searched.emit("tiem phong")
    settle(qtbot)
    assert list(page.table.rows.ids) == [written.id]
    page.search.clear()
    page.state.setCurrentIndex(page.state.findData("approved"))
    settle(qtbot)
    assert not page.table.rows.ids
    assert page.table._empty._sentence.text() == "Không tìm thấy."
