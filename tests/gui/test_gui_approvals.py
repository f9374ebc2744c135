"""The approver's desk on a real station: judge, sign, give back, remark, print and check a slip."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from gui_steps import APPROVER, OPERATOR, PIN, settle
from page_station import PIN as DESK_PIN
from page_station import Station, answer, page_of, shown_window
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QLabel

from broadcaster.accounts.model import Role
from broadcaster.asrun.model import AiringQuery
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import ApprovalSection, Settings, save_settings
from broadcaster.bulletins.desk import Pile
from broadcaster.gui.approvals import actions
from broadcaster.gui.approvals.sign_dialog import SignDialog
from broadcaster.gui.approvals.slip_dialog import CheckDialog, SlipDialog
from broadcaster.gui.approvals.stack import LeftDialog, StackDialog
from broadcaster.gui.bulletins.sign_terms import SignTerms
from broadcaster.gui.log.actions import own_reason
from broadcaster.gui.log.model import approver_words
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.gui.printing import print_pages
from broadcaster.gui.widgets.reason import ReasonDialog
from broadcaster.library.model import State
from broadcaster.wiring import App, build_app

Opener = Callable[[], MainWindow]
TEXT = "Mời bà con đưa chó đến UBND xã lúc 7 giờ 30 ngày 01/12/2026."
LONG = "Lịch cắt điện " + "các thôn Đông, Đoài, Trung, Hạ " * 9


def submitted(app: App, title: str = "Tiêm phòng dại", text: str = TEXT) -> str:
    made = app.bulletins.new(title, text, by=OPERATOR)
    app.bulletins.voice(made.id)
    app.approvals.submit(f"bulletin:{made.id}", OPERATOR)
    return f"bulletin:{made.id}"


def approved(app: App, until: str = "") -> str:
    subject = submitted(app)
    app.approvals.approve(subject, app.accounts.by_name(APPROVER), until)
    return subject


def edited(app: App, subject: str, text: str) -> None:
    key = subject.partition(":")[2]
    app.bulletins.save(key, text=text, by=OPERATOR)
    app.bulletins.voice(key)
    app.approvals.submit(subject, OPERATOR)


def shown(qtbot: Any, open_window: Opener, item: str = "") -> Any:
    window = open_window()
    window.go("approvals", item)
    settle(qtbot)
    return page_of(window, "approvals")


def signing(qtbot: Any, name: str) -> None:
    def sign(dialog: PinDialog) -> None:
        dialog.who.setCurrentIndex(dialog.who.findData(name))
        dialog.pin.setText(PIN)
        dialog.sign.click()

    answer(qtbot, PinDialog, sign)


def test_nothing_waits_and_the_page_says_where_it_comes_from(qtbot: Any, open_window: Opener) -> None:
    page = shown(qtbot, open_window)
    assert page.table._empty.isVisible()
    assert "Không có gì chờ duyệt" in page.table._empty._sentence.text()
    assert not page.detail.approve.isVisible()
    for pile in Pile:
        page.chips[pile].click()
        settle(qtbot)
        assert page.table._empty._sentence.text()


def test_everything_to_judge_it_and_a_signature(qtbot: Any, open_window: Opener, station: App) -> None:
    subject = submitted(station)
    submitted(station, LONG)
    page = shown(qtbot, open_window)
    detail = page.detail
    assert [row.subject for row in page.table.rows.ids and [page.table.rows.row_at(0)]] == [subject]
    assert detail.words.toPlainText() == TEXT
    assert "bảy giờ ba mươi" in detail.spoken.toPlainText()
    assert page.chips[Pile.WAITING].text() == "Chờ duyệt 2"
    assert OPERATOR in detail.line.whole_text()
    assert not detail.tabs.isTabVisible(detail.tabs.indexOf(detail.changes))

    def sign(dialog: SignDialog) -> None:
        dialog.terms._end.set_button.click()
        dialog.terms._end.show_value("2026-12-31")
        signing(qtbot, APPROVER)
        dialog.sign.click()

    answer(qtbot, SignDialog, sign)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot)
    assert station.bulletins.get(subject[9:]).state is State.APPROVED
    assert station.slips.of(subject).approval.valid_until == "2026-12-31"  # type: ignore[union-attr]
    assert page.chips[Pile.APPROVED].text() == "Đã duyệt 1"
    page.chips[Pile.APPROVED].click()
    settle(qtbot)
    assert "đến hết 31/12/2026" in detail.note.text()
    assert detail.withdraw.isVisible()


def test_the_bar_counts_what_waits(qtbot: Any, open_window: Opener, station: App) -> None:
    window = open_window()
    settle(qtbot)
    button = window._side.buttons["approvals"]
    assert button.accessibleName() == "Duyệt"
    subject = submitted(station)
    qtbot.waitUntil(lambda: button.accessibleName() == "Duyệt, 1 mục đang chờ", timeout=10_000)
    station.approvals.give_back(subject, station.accounts.by_name(APPROVER), "Thiếu giờ")
    qtbot.waitUntil(lambda: button.accessibleName() == "Duyệt", timeout=10_000)
    settle(qtbot)


def test_given_back_with_a_reason_and_withdrawn(qtbot: Any, open_window: Opener, station: App) -> None:
    subject, old = submitted(station), approved(station)
    page = shown(qtbot, open_window, subject)

    def why(dialog: ReasonDialog) -> None:
        dialog.field.setText("Ghi rõ địa điểm")
        signing(qtbot, APPROVER)
        dialog.yes.click()

    answer(qtbot, ReasonDialog, why)
    page.detail.give_back.click()
    settle(qtbot)
    assert station.bulletins.get(subject[9:]).returned_reason == "Ghi rõ địa điểm"
    page.on_shown(subject)
    settle(qtbot)
    assert page._pile is Pile.RETURNED
    assert "Ghi rõ địa điểm" in page.detail.note.text()
    page.on_shown(old)
    settle(qtbot)
    answer(qtbot, ReasonDialog, why)
    page.detail.withdraw.click()
    settle(qtbot)
    assert station.bulletins.get(old[9:]).state is State.WITHDRAWN


def test_changes_are_shown_with_signs_and_the_figures_first(qtbot: Any, open_window: Opener, station: App) -> None:
    subject = approved(station)
    edited(station, subject, TEXT.replace("7 giờ 30", "8 giờ"))
    page = shown(qtbot, open_window)
    view = page.detail.changes
    assert page.detail.tabs.currentWidget() is view
    assert "Giờ: 7 giờ 30 → 8 giờ" in view.figures.text()
    assert "−7 giờ 30" in view.text.toPlainText()
    assert "+8 giờ" in view.text.toPlainText()
    assert view.count.text() == "1 chỗ thay đổi"
    view.on.click()
    assert view.count.text() == "chỗ 1/1"
    view.sounds.click()
    player = view._player
    assert player is not None
    page.on_changes(frozenset({"*"}))
    settle(qtbot)
    assert view._player is player, "another program's writing must not cut off who listens"
    assert view._stack.currentIndex() == 1
    page.detail.silence()


def test_nobody_signs_what_was_changed_after_it_was_shown(station: App) -> None:
    subject = submitted(station)
    seen = actions.material(station, subject)
    edited(station, subject, TEXT + " Xin cảm ơn.")
    with pytest.raises(Refused) as caught:
        actions.approve(station, seen, station.accounts.by_name(APPROVER))
    assert caught.value.code == "bulletin.changed"


def test_a_remark_is_signed_and_only_its_author_takes_it_back(qtbot: Any, open_window: Opener, station: App) -> None:
    subject = submitted(station)
    page = shown(qtbot, open_window)
    card = page.detail.remarks
    assert not card.send.isEnabled()
    card.field.setPlainText("Thiếu số điện thoại.")
    signing(qtbot, APPROVER)
    card.send.click()
    settle(qtbot)
    assert [item.by for item in station.comments.list(subject)] == [APPROVER]
    assert page.detail.tabs.tabText(page.detail.tabs.indexOf(card)) == "Ý kiến (1)"
    assert card.field.toPlainText() == ""
    signing(qtbot, OPERATOR)
    card._remove(station.comments.list(subject)[0])
    settle(qtbot)
    assert APPROVER in page.shell.toast.text()
    signing(qtbot, APPROVER)
    card._remove(station.comments.list(subject)[0])
    settle(qtbot)
    assert station.comments.list(subject) == []


def test_the_author_reads_remarks_on_the_bulletin_desk(qtbot: Any, open_window: Opener, station: App) -> None:
    subject = submitted(station)
    station.approvals.give_back(subject, station.accounts.by_name(APPROVER), "Ghi rõ địa điểm")
    station.comments.add(subject, "Thiếu nhà văn hóa thôn nào.", APPROVER)
    window = open_window()
    window.go("bulletins", subject[9:])
    settle(qtbot)
    page = page_of(window, "bulletins")
    page.tabs.setCurrentIndex(page.tabs.count() - 1)
    settle(qtbot)
    tab = page._made[page.tabs.count() - 1]
    words = " ".join(part.text() for part in tab.findChildren(QLabel))
    assert "Thiếu nhà văn hóa thôn nào." in words
    assert "Ghi rõ địa điểm" in words
    page.bar.desk.click()
    settle(qtbot)
    assert page_of(window, "approvals").detail.row.subject == subject


def test_a_slip_is_shown_saved_printed_and_checked(qtbot: Any, open_window: Opener, station: App, tmp_path: Path,
                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    subject = approved(station)
    window = open_window()
    dialog = SlipDialog(window, window, subject, "Tiêm phòng dại", approved=True)
    dialog.show()
    settle(qtbot)
    assert dialog.paper._images
    out = tmp_path / "phiếu"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    dialog.save.click()
    settle(qtbot)
    saved = out.with_suffix(".pdf").read_bytes()
    assert saved == station.slips.pdf(subject)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    print_pages(printer, saved)
    assert (tmp_path / "in.pdf").stat().st_size > 5_000
    dialog.close()
    check = CheckDialog(window, window)
    check.show()
    for code, words in ((station.slips.of(subject).code, "Còn hiệu lực"), ("gì đó", "không phải mã của phiếu duyệt"),
                        (station.slips.of(subject).code[:-1] + "%", "Không hợp lệ")):
        check.code.setText(code)
        check._check()
        settle(qtbot)
        assert words in check.verdict.text()
    check.close()


def test_the_terms_say_what_a_signature_means_here(qtbot: Any, station: App) -> None:
    def words(app: App, authors: set[str], state: State = State.SUBMITTED, first: str = "") -> str:
        terms = SignTerms(app, state, authors, first)
        qtbot.addWidget(terms)
        return terms.notes.text()

    assert words(station, {OPERATOR.casefold()}) == ""
    assert "không được tự duyệt" in words(station, {APPROVER.casefold()})
    save_settings(station.home, Settings(approval=ApprovalSection(single_person=True, second_approver=True)))
    other = build_app(station.home, station.clock)
    assert "Đài một người" in words(other, {APPROVER.casefold()})
    assert "cần hai người duyệt" in words(other, {OPERATOR.casefold()})
    assert "chỉ có thể rút ngắn" in words(other, {OPERATOR.casefold()}, State.CHECKED, APPROVER)
    other.close()


def test_two_agree_one_after_the_other(qtbot: Any, open_window: Opener, station: App) -> None:
    save_settings(station.home, Settings(approval=ApprovalSection(second_approver=True)))
    app = build_app(station.home, station.clock)
    second = app.accounts.add("Trưởng ban biên tập", "", Role.APPROVER, PIN)
    subject = submitted(app)
    app.approvals.approve(subject, app.accounts.by_name(APPROVER))
    page = shown(qtbot, open_window, subject)
    assert page._pile is Pile.SECOND
    assert f"{APPROVER} đã đồng ý" in page.detail.note.text()
    assert any("người thứ nhất" in step for step in _history(page))
    app.approvals.approve(subject, second)
    app.close()


def test_what_waits_long_stands_out(qtbot: Any, open_window: Opener, station: App) -> None:
    submitted(station)
    station.clock.advance(timedelta(days=4).total_seconds())  # type: ignore[attr-defined]
    page = shown(qtbot, open_window)
    column = page.table.rows.columns[1]
    chosen = page.table.rows.row_at(0)
    assert column.text(chosen) == "4 ngày"
    assert column.tone(chosen) == "bad"


def test_a_week_is_read_and_signed_here_too(qtbot: Any, tmp_path: Path, home: StationHome) -> None:
    station = Station(home, tmp_path)
    station.people()
    station.sessions("05:00")
    station.campaign(station.approved("Tiêm phòng dại"))
    monday = date(2026, 11, 23)
    station.app.sheets.submit(monday, OPERATOR)
    for window in shown_window(qtbot, station):
        window.go("approvals")
        settle(qtbot)
        page = page_of(window, "approvals")
        assert page.table.rows.row_at(0).title == "Tuần 23/11 – 29/11/2026"
        assert "Tiêm phòng dại" in page.detail.sheet.rows.toPlainText()
        assert not page.detail.slip.isVisible()
        take_pin(qtbot)
        page.detail.approve.click()
        settle(qtbot)
        assert station.app.sheets.current(monday) is not None
        assert page.table._empty.isVisible()
    station.app.close()


def test_the_log_says_whoever_approved_their_own_work(home: StationHome, tmp_path: Path) -> None:
    save_settings(home, Settings(approval=ApprovalSection(single_person=True)))
    station = Station(home, tmp_path)
    chief = station.people()
    station.sessions("05:00")
    cart = station.add("Tiêm phòng dại")
    station.app.approvals.submit(f"cart:{cart.id}", chief.name)
    station.app.approvals.approve(f"cart:{cart.id}", chief, reason="Một mình trực đài")
    station.campaign(cart, times=1)
    station.play_until(6)
    rows = [row for row in station.app.asrun.airings(AiringQuery()) if row.title == cart.title]
    assert rows
    assert all(row.self_approved for row in rows)
    assert {approver_words(row) for row in rows} == {f"{chief.name} (tự soạn)"}
    assert own_reason(station.app, rows[0]) == "Một mình trực đài"
    station.app.close()


def take_pin(qtbot: Any) -> None:
    def sign(dialog: PinDialog) -> None:
        dialog.who.setCurrentIndex(dialog.who.findData(APPROVER))
        dialog.pin.setText(DESK_PIN)
        dialog.sign.click()

    answer(qtbot, PinDialog, sign)


def _history(page: Any) -> list[str]:
    grid = page.detail.history._grid
    return [grid.itemAt(number).widget().text() for number in range(grid.count())]


def test_several_are_signed_at_once_and_one_refused_holds_up_none(
        qtbot: Any, open_window: Opener, station: App) -> None:
    subjects = [submitted(station, f"Thông báo {number}", f"{TEXT} Lần {number}.") for number in range(4)]
    page = shown(qtbot, open_window)
    page.table.setFocus()
    page.table.selectAll()
    assert page.detail.approve.text() == "Duyệt 4 mục…"
    assert not page.detail.slip.isVisible()
    page.reload()  # somebody else saved something: the choice stays
    settle(qtbot)
    assert len(page.table.selected_rows()) == 4
    assert page.detail.approve.text() == "Duyệt 4 mục…"

    def changed_meanwhile(dialog: StackDialog) -> None:
        assert {line.title for line in map(dialog.table.rows.row_at, range(4))} == {
            f"Thông báo {number}" for number in range(4)}
        station.approvals.withdraw(subjects[0], station.accounts.by_name(APPROVER), "Sai ngày")
        dialog.sign.click()

    told: list[str] = []
    answer(qtbot, StackDialog, changed_meanwhile)
    signing(qtbot, APPROVER)
    answer(qtbot, LeftDialog, lambda dialog: (told.append(dialog.reasons.toPlainText()), dialog.accept()))
    qtbot.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot)
    assert "Thông báo 0" in told[0]
    assert "Thông báo 1" not in told[0]
    states = [station.bulletins.get(subject.partition(":")[2]).state for subject in subjects]
    assert states == [State.WITHDRAWN] + [State.APPROVED] * 3
    assert page.window().focusWidget() is page.table


def test_several_go_back_for_one_reason(qtbot: Any, open_window: Opener, station: App) -> None:
    subjects = [submitted(station, f"Thông báo {number}", f"{TEXT} Lần {number}.") for number in range(2)]
    page = shown(qtbot, open_window)
    page.table.selectAll()
    answer(qtbot, ReasonDialog, lambda dialog: (dialog.field.setText("Thiếu nơi tiêm"), dialog.yes.click()))
    signing(qtbot, APPROVER)
    page.detail.give_back.click()
    settle(qtbot)
    for subject in subjects:
        found = station.bulletins.get(subject.partition(":")[2])
        assert (found.state, found.returned_reason) == (State.RETURNED, "Thiếu nơi tiêm")


def test_the_cursor_stays_at_the_list_after_a_signature(qtbot: Any, open_window: Opener, station: App) -> None:
    for number in range(2):
        submitted(station, f"Thông báo {number}", f"{TEXT} Lần {number}.")
    page = shown(qtbot, open_window)
    page.detail.approve.setFocus()
    answer(qtbot, SignDialog, lambda dialog: dialog.sign.click())
    signing(qtbot, APPROVER)
    page.detail.approve.click()
    settle(qtbot)
    assert page.window().focusWidget() is page.table
    assert page.table.current_row() is not None
