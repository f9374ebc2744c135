"""Programmes of other stations in the window: entered, approved, tried, withdrawn; planned as a letter asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from gui_steps import APPROVER, OPERATOR, PIN, settle
from page_station import answer, page_of, sound

from broadcaster.directives.model import RelayProposal
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.gui.relays.approve_dialog import RelayApproveDialog
from broadcaster.gui.relays.letter_dialog import LetterRelayDialog
from broadcaster.gui.relays.model import detail_words, from_words, state_words, tone_of, trial_words
from broadcaster.gui.relays.source_dialog import SourceDialog
from broadcaster.gui.relays.sources_dialog import RelaySourcesDialog
from broadcaster.gui.widgets.dialogs import ConfirmDialog
from broadcaster.gui.widgets.reason import ReasonDialog
from broadcaster.protocol.rundown import Relay
from broadcaster.schedule.relays.model import RelayState, RelayTrial, Trial
from broadcaster.wiring import App

Opener = Callable[[], MainWindow]
VOV = Relay("stream", "http://loa:mk@tinh.vn/vov1")


def signing(qtbot: Any, name: str) -> list[bool]:
    def sign(dialog: PinDialog) -> None:
        dialog.who.setCurrentIndex(dialog.who.findData(name))
        dialog.pin.setText(PIN)
        dialog.sign.click()

    return answer(qtbot, PinDialog, sign)


@pytest.fixture
def open_sources(qtbot: Any, open_window: Opener) -> Callable[[], RelaySourcesDialog]:
    def show() -> RelaySourcesDialog:
        window = open_window()
        dialog = RelaySourcesDialog(window, window.app, window)
        dialog.show()
        settle(qtbot)
        return dialog

    return show


def states(dialog: RelaySourcesDialog) -> list[str]:
    return [state_words(dialog.table.rows.row_at(place)) for place in range(len(dialog.table.rows.ids))]


def test_nothing_yet_says_what_to_do(open_sources: Callable[[], RelaySourcesDialog]) -> None:
    dialog = open_sources()
    assert dialog.table._empty.isVisible()
    assert not any(part.isEnabled() for part in (dialog.listen, dialog.edit, dialog.approve, dialog.withdraw))
    assert dialog.add.isEnabled()


def test_entered_then_approved_withdrawn_removed_and_back(qtbot: Any, station: App,
                                                          open_sources: Callable[[], RelaySourcesDialog]) -> None:
    dialog = open_sources()

    def enter(form: SourceDialog) -> None:
        form.save.click()
        assert form.form.complaints() == ["Hãy đặt tên quen gọi của chương trình."]
        form.name.setText("Thời sự VOV1")
        form.save.click()
        assert form.form.complaints() == ["Hãy gõ địa chỉ của chương trình: http://… hoặc https://…"]
        form.address.setText("tinh.vn/vov1")
        form.save.click()

    signing(qtbot, OPERATOR)
    answer(qtbot, SourceDialog, enter)
    dialog.add.click()
    settle(qtbot)
    made, = station.relays.standings()
    assert (made.id, made.source.relay.address, made.author) == ("thoi-su-vov1", "http://tinh.vn/vov1", OPERATOR)
    assert states(dialog) == ["Chưa duyệt"]

    answer(qtbot, RelayApproveDialog, lambda shown: shown.sign.click())
    signing(qtbot, APPROVER)
    dialog.approve.click()
    settle(qtbot)
    settle(qtbot)
    assert station.relays.get(made.id).state is RelayState.APPROVED
    assert states(dialog) == ["Đã duyệt"]
    assert f"{APPROVER} duyệt ngày 21/11/2026" in dialog.detail.text()
    assert dialog.changed

    def say(asked: ReasonDialog) -> None:
        asked.field.setText("Đài tỉnh đổi giờ")
        asked.yes.click()

    answer(qtbot, ReasonDialog, say)
    signing(qtbot, APPROVER)
    dialog.withdraw.click()
    settle(qtbot)
    settle(qtbot)
    assert states(dialog) == ["Đã thu hồi"]
    assert "Đài tỉnh đổi giờ" in dialog.detail.text()

    answer(qtbot, ConfirmDialog, lambda asked: asked.yes.click())
    signing(qtbot, OPERATOR)
    dialog.remove.click()
    settle(qtbot)
    settle(qtbot)
    assert states(dialog) == []
    dialog.removed.click()
    settle(qtbot)
    assert states(dialog) == ["Đã bỏ"]
    signing(qtbot, OPERATOR)
    dialog.restore.click()
    settle(qtbot)
    settle(qtbot)
    assert station.relays.get(made.id).state is RelayState.DRAFT
    dialog.close()


def test_who_entered_it_is_told_why_they_cannot_approve_it(qtbot: Any, station: App,
                                                           open_sources: Callable[[], RelaySourcesDialog]) -> None:
    station.relays.add("tinh", "Đài tỉnh", VOV, by=APPROVER)
    dialog = open_sources()
    answer(qtbot, RelayApproveDialog, lambda shown: shown.sign.click())
    signing(qtbot, APPROVER)
    dialog.approve.click()
    settle(qtbot)
    assert APPROVER in dialog.wrong.text()
    assert station.relays.get("tinh").state is RelayState.DRAFT
    dialog.close()


def test_another_address_asks_for_approval_anew(qtbot: Any, station: App,
                                                open_sources: Callable[[], RelaySourcesDialog]) -> None:
    station.relays.add("tinh", "Đài tỉnh", VOV, by=OPERATOR)
    station.relays.approve("tinh", station.accounts.by_name(APPROVER))
    dialog = open_sources()
    warned: list[str] = []

    def change(form: SourceDialog) -> None:
        warned.append(form.warning.text())
        form.kind.choose("line")
        form._show_kind()
        form.save.click()

    signing(qtbot, OPERATOR)
    answer(qtbot, SourceDialog, change)
    dialog.edit.click()
    settle(qtbot)
    assert "phải duyệt lại" in warned[0]
    found = station.relays.get("tinh")
    assert (found.source.relay, found.state) == (Relay("line", ""), RelayState.DRAFT)
    dialog.close()


def test_a_trial_shows_a_level_and_then_a_sentence(qtbot: Any, station: App, tmp_path: Path,
                                                   open_sources: Callable[[], RelaySourcesDialog]) -> None:
    station.relays.add("tep", "Hội nghị", Relay("file", str(sound(tmp_path / "a.wav", 1.0))), by=OPERATOR)
    dialog = open_sources()
    dialog.listen.click()
    assert dialog.trial.listening
    assert dialog.trial.words.text() == "Đang thử tín hiệu “Hội nghị”…"
    qtbot.waitUntil(lambda: bool(dialog.trial.result.text()), timeout=30_000)
    assert dialog.trial.result.text().startswith("Nghe rõ")
    dialog.listen.click()
    dialog.reject()
    assert not dialog.trial.listening
    settle(qtbot)


def test_what_is_not_entered_yet_can_be_tried(qtbot: Any, station: App, tmp_path: Path, open_window: Opener) -> None:
    form = SourceDialog(open_window(), station, OPERATOR)
    form.show()
    form.listen.click()
    assert form.form.complaints() == ["Hãy gõ địa chỉ của chương trình: http://… hoặc https://…"]
    form.kind.choose("file")
    form._show_kind()
    form.file.setText(str(sound(tmp_path / "a.wav", 1.0)))
    form.listen.click()
    qtbot.waitUntil(lambda: bool(form.trial.result.text()), timeout=30_000)
    assert form.trial.result.text().startswith("Nghe rõ")
    assert not station.relays.standings()
    form.reject()
    settle(qtbot)


def test_no_password_is_shown_and_every_problem_has_words() -> None:
    assert from_words(VOV) == "http://tinh.vn/vov1"
    assert from_words(Relay("line", "")) == "Đầu vào của máy: mặc định"
    words = {trial_words(RelayTrial(Trial.NO_ANSWER, -120, problem))[0] for problem in (
        "unreachable", "refused", "not_sound", "lost", "absent", "unusable", "missing", "")}
    assert len(words) == 8
    assert trial_words(RelayTrial(Trial.HEARD, -52.0))[1] == "wait", "heard, and much too low"
    assert trial_words(RelayTrial(Trial.SILENT, -120))[1] == "wait"


def relay_dialog(qtbot: Any, window: MainWindow, asked: RelayProposal) -> LetterRelayDialog:
    dialog = LetterRelayDialog(window, window.app, window, asked)
    dialog.show()
    settle(qtbot)
    return dialog


def looked(qtbot: Any, dialog: LetterRelayDialog) -> None:
    qtbot.waitUntil(lambda: bool(dialog.words.text() or dialog.wrong.text()), timeout=10_000)


def test_a_letter_s_relay_asks_for_its_hour_and_goes_into_the_schedule(qtbot: Any, station: App,
                                                                       open_window: Opener) -> None:
    station.relays.add("tinh", "Đài tỉnh", VOV, by=OPERATOR)
    day = date(2026, 11, 24)
    dialog = relay_dialog(qtbot, open_window(), RelayProposal(day, "morning", "", "Phiên khai mạc Đại hội"))
    qtbot.wait(400)
    settle(qtbot)
    assert not dialog.save.isEnabled(), "the letter names no hour: nobody guesses it"
    assert "chưa được duyệt" in dialog.state.text()
    dialog.starts.set_value(time(5, 20))
    dialog.minutes.setValue(15)
    looked(qtbot, dialog)
    template = next(item for item in station.schedule.templates() if item.starts == time(5, 0))
    assert "05:20 (5 giờ 20 sáng)" in dialog.words.text()
    assert template.name in dialog.words.text()
    signing(qtbot, OPERATOR)
    dialog.save.click()
    settle(qtbot)
    settle(qtbot)
    edit = station.days.edits(day, day)[day][0]
    assert edit.session == template.id
    assert [(slot.source, slot.starts, slot.minutes) for slot in edit.relays or ()][-1] == ("tinh", time(5, 20), 15)
    assert not dialog.isVisible()


def test_a_relay_in_quiet_hours_cannot_be_stored(qtbot: Any, station: App, open_window: Opener) -> None:
    station.relays.add("tinh", "Đài tỉnh", VOV, by=OPERATOR)
    dialog = relay_dialog(qtbot, open_window(), RelayProposal(date(2026, 11, 24), "evening", "22:30", "Thời sự"))
    looked(qtbot, dialog)
    assert not dialog.words.text()
    assert "giờ yên lặng (21:00–04:30)" in dialog.wrong.text()
    assert not dialog.save.isEnabled()
    dialog.reject()


def test_the_letter_s_page_has_the_button(qtbot: Any, station: App, open_window: Opener) -> None:
    text = ("UBND XÃ MẪU\nSố: 15/UBND-VX\nXã Mẫu, ngày 20 tháng 11 năm 2026\n\n"
            "Đề nghị tiếp sóng trực tiếp phiên khai mạc Đại hội vào sáng ngày 24/11/2026.")
    made = station.directives.add_text(text, "15", OPERATOR).directive
    plain = station.directives.add_text("Đề nghị phát thanh 02 lần/ngày.", "16", OPERATOR).directive
    window = open_window()
    window.go("directives", made.id)
    settle(qtbot)
    page = page_of(window, "directives")
    assert station.directives.airing_proposal(made.id).relay is not None  # type: ignore[union-attr]
    assert page.detail.relay.isVisibleTo(page.detail)
    seen = answer(qtbot, LetterRelayDialog, lambda dialog: dialog.reject())
    page.detail.relay.put.click()
    settle(qtbot)
    assert seen
    page.open_letter(plain.id)
    settle(qtbot)
    assert page.detail.relay.isHidden()


def test_what_stands_beside_a_source(station: App) -> None:
    station.relays.add("tinh", "Đài tỉnh", VOV, note="QĐ 12/QĐ-UBND", by=OPERATOR)
    station.relays.approve("tinh", station.accounts.by_name(APPROVER), valid_until="2026-12-31")
    item = station.relays.get("tinh")
    assert state_words(item) == "Duyệt đến 31/12/2026"
    assert [tone_of(item, day) for day in (date(2026, 12, 16), date(2026, 12, 17))] == ["good", "wait"]
    assert detail_words(item) == f"QĐ 12/QĐ-UBND. {APPROVER} duyệt ngày 21/11/2026."
