"""The window around the pages: the way between them, messages, memory, one window per station, PySide6 itself."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from gui_steps import APPROVER, OPERATOR, PIN, settle, type_vi
from page_station import answer
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from broadcaster.accounts.model import Role
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.gui import app as gui_app
from broadcaster.gui.errors import explain
from broadcaster.gui.instance import SingleInstance
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.ops import Op, Step
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.gui.sidebar import key_of
from broadcaster.gui.widgets.dialogs import ConfirmDialog
from broadcaster.gui.widgets.paged import Column, PagedModel
from broadcaster.gui.widgets.search import SearchField
from broadcaster.wiring import App

Opener = Callable[[], MainWindow]


def test_every_page_opens_by_key(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    titles = [button.text() for button in window._side.buttons.values()]
    assert titles == ["Trực phát", "Sáng nay", "Văn bản", "Bản tin", "Thư viện", "Duyệt", "Lịch phát", "Nhật ký",
                      "Báo cáo", "Gửi cấp trên", "Người dùng", "Cài đặt", "Chăm sóc máy"]
    window.activateWindow()
    for number, name in enumerate(window._side.buttons, start=1):
        qtbot.keySequence(window, key_of(number))
        assert window._current == name
        assert window._side.buttons[name].isChecked()
        settle(qtbot)
    assert window.toast.isHidden()


def test_every_control_has_a_name(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    window.go("settings")
    settle(qtbot)
    inputs = [widget for widget in window.findChildren(QWidget)
              if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
              and not (isinstance(widget, QLineEdit) and widget.objectName() == "qt_spinbox_lineedit")]
    assert len(inputs) > 15
    unnamed = [widget for widget in inputs if not widget.accessibleName() and not getattr(widget, "text", str)()
               and type(widget).__name__ not in {"QScrollArea", "MainWindow"}]
    assert unnamed == []


def test_the_last_page_and_the_size_come_back(qtbot: QtBot, open_window: Opener) -> None:
    first = open_window()
    first.resize(1100, 650)
    first.go("settings")
    settle(qtbot)
    first.close()
    second = MainWindow(first.app)
    qtbot.addWidget(second)
    assert second._current == "settings"
    assert second.height() == 650
    settle(qtbot)
    second.close()


def test_an_error_is_said_in_plain_vietnamese_and_stays(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    window.error(Refused("disk.full", "the disk is full: x", path="/dữ liệu"))
    assert "Ổ đĩa đã đầy" in window.toast.text()
    assert "/dữ liệu" in window.toast.text()
    window.error(ZeroDivisionError("1/0"))
    assert "Chương trình gặp lỗi (số " in window.toast.text()
    window.toast._copy.click()
    assert "ZeroDivisionError" in QApplication.clipboard().text()
    assert window.toast.isVisible()
    window.go("settings")
    settle(qtbot)
    siblings = [child for child in window._stack.children() if isinstance(child, QWidget)]
    assert siblings[-1] is window.toast, "a page opened later must not cover the message"
    window.notify("Đã lưu.")
    assert window.toast.text() == "Đã lưu."


def test_a_sentence_without_its_facts_still_reads() -> None:
    assert "{" not in explain(Refused("pin.wrong", "wrong")).text


def test_slow_work_does_not_stop_the_window(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    ticks: list[float] = []
    timer = QTimer(owner)
    timer.timeout.connect(lambda: ticks.append(time.monotonic()))
    timer.start(10)
    seen: list[int] = []
    threads: list[str] = []

    def work() -> int:
        threads.append(threading.current_thread().name)
        time.sleep(1.0)
        return 42

    Op(work).on_success(seen.append).start(owner)
    qtbot.waitUntil(lambda: seen == [42], timeout=10_000)
    assert threads == ["op-data"]
    assert len(ticks) > 20


def test_a_failed_op_reaches_the_error_bar(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()

    def fail() -> None:
        raise Refused("database.busy", "busy")

    Op(fail).start(window)
    qtbot.waitUntil(lambda: "đang giữ dữ liệu" in window.toast.text(), timeout=5000)


def test_called_off_work_ends_at_its_next_step_and_says_nothing(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    seen: list[object] = []
    steps: list[int] = []
    started, go_on = threading.Event(), threading.Event()

    def work(step: Step) -> str:
        for number in range(5):
            steps.append(number)
            started.set()
            go_on.wait(5)
            step(number, 5)
        return "done"

    op = Op(work).on_progress(lambda *_: None).on_success(seen.append).on_failure(seen.append).start(owner)
    started.wait(5)
    op.cancel()
    go_on.set()
    settle(qtbot)
    assert steps == [0]
    assert seen == []


def test_a_gone_owner_hears_nothing(qtbot: QtBot) -> None:
    owner = QWidget()
    seen: list[object] = []
    gate = threading.Event()
    Op(lambda: gate.wait(5)).on_success(seen.append).start(owner)
    owner.deleteLater()
    QApplication.sendPostedEvents(None, 0)
    QApplication.processEvents()
    gate.set()
    settle(qtbot)
    assert seen == []


def test_ten_wrong_pins_lock_and_never_sign(qtbot: QtBot, station: App) -> None:
    people = [person for person in station.accounts.people() if person.may_approve]
    dialog = PinDialog(None, station.accounts, people, "Duyệt bản tin")
    qtbot.addWidget(dialog)
    dialog.show()
    said = []
    for _ in range(10):
        qtbot.keyClicks(dialog.pin, "0001")
        dialog.sign.click()
        qtbot.waitUntil(lambda: dialog.sign.isEnabled() and bool(dialog.complaint()), timeout=10_000)
        said.append(dialog.complaint())
    assert "Còn 4 lần thử" in said[0]
    assert all("bị khóa" in text for text in said[4:])
    assert dialog.person is None
    qtbot.keyClicks(dialog.pin, PIN)
    dialog.sign.click()
    settle(qtbot)
    assert dialog.person is None, "the right PIN opens nothing while the name is locked"


def test_the_right_pin_signs(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()

    def sign(dialog: PinDialog) -> None:
        assert dialog.who.count() == 1, "only those who may approve are offered"
        qtbot.keyClicks(dialog.pin, PIN)
        qtbot.keyClick(dialog.pin, Qt.Key.Key_Return)

    answer(qtbot, PinDialog, sign)
    person = window.ask_pin(Role.APPROVER, "Duyệt")
    assert person is not None
    assert person.name == APPROVER
    answer(qtbot, PinDialog, PinDialog.reject)
    assert window.ask_pin(None, "Xem") is None
    assert OPERATOR in [person.name for person in window.app.accounts.people()]


def test_enter_means_no(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    answer(qtbot, ConfirmDialog, lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Return))
    assert not window.confirm("Xóa?", "Việc này bỏ bản nháp.", "Xóa", danger=True)
    answer(qtbot, ConfirmDialog, lambda dialog: dialog.yes.click())
    assert window.confirm("Xóa?", "Việc này bỏ bản nháp.", "Xóa", danger=True)


def test_a_second_start_raises_the_first_window(qtbot: QtBot, home: StationHome) -> None:
    first, second = SingleInstance(home), SingleInstance(home)
    assert first.claim()
    with qtbot.waitSignal(first.raised, timeout=5000):
        assert not second.claim()
    first.release()
    assert second.claim()
    second.release()


def test_changes_reach_the_page_on_the_windows_thread(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    page = window.page("on_air")
    assert page is not None
    heard: list[tuple[frozenset[str], str]] = []
    page.on_changes = lambda kinds: heard.append((kinds, threading.current_thread().name))  # type: ignore[method-assign]
    worker = threading.Thread(target=lambda: window.app.accounts.record("", "test", "x"))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: any("audit" in kinds for kinds, _ in heard), timeout=5000)
    assert {name for _, name in heard} == {threading.main_thread().name}


@pytest.mark.parametrize("damage", ["newer", "settings", "file"])
def test_what_keeps_it_from_opening_is_said_not_traced(
        damage: str, qtbot: QtBot, home: StationHome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if damage == "newer":
        gui_build(home).close()
        import sqlite3

        with sqlite3.connect(home.database) as raw:
            raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.close()
    elif damage == "settings":
        home.settings.write_text("[station\nname=", encoding="utf-8")
    else:
        (tmp_path / "tệp").write_text("", encoding="utf-8")
        home = StationHome(tmp_path / "tệp")
    told: list[str] = []

    def tell(error: Exception, place: StationHome) -> None:
        dialog = gui_app.FailureDialog(error, place)
        qtbot.addWidget(dialog)
        told.append(dialog.words.text())

    monkeypatch.setattr(gui_app, "tell_failure", tell)
    monkeypatch.setattr(gui_app, "start_logging", lambda *_: None)
    assert gui_app.run_gui(home, with_keeper=False) == 1
    assert len(told) == 1
    expected = {"newer": "phiên bản mới hơn", "settings": "station.toml bị hỏng", "file": "Không ghi được vào"}
    assert expected[damage] in told[0]
    assert "Traceback" not in told[0]


def gui_build(home: StationHome) -> App:
    from broadcaster.wiring import build_app

    return build_app(home)


def test_searching_waits_for_a_pause_and_takes_vietnamese(qtbot: QtBot) -> None:
    field = SearchField("Tìm")
    qtbot.addWidget(field)
    field.show()
    heard: list[str] = []
    field.searched.connect(heard.append)
    for part in ("sốt ", "xuất ", "huyết"):
        type_vi(field, part)
    qtbot.waitUntil(lambda: heard == ["sốt xuất huyết"], timeout=3000)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert heard[-1] == ""


def test_long_lists_fetch_only_what_is_seen(qtbot: QtBot) -> None:
    fetched: list[int] = []
    model = PagedModel([Column("Số", lambda row: str(row))])
    model.show_ids(range(50_000), lambda ids: fetched.append(len(ids)) or list(ids))
    assert model.rowCount() == 50_000
    assert model.data(model.index(49_999, 0)) == "49999"
    assert model.data(model.index(5, 0)) == "5"
    assert fetched == [100, 100]


def test_pyside_keeps_none_alive() -> None:
    """The 6.12.0 wheel drops a reference to None on each void call under Python 3.11 and aborts later."""
    widget = QWidget()
    before = sys.getrefcount(None)
    for _ in range(10_000):
        widget.update()
    assert sys.getrefcount(None) > before - 1000
    widget.deleteLater()


def test_each_kind_of_act_offers_who_did_it_last(qtbot: QtBot, open_window: Opener, station: App) -> None:
    window = open_window()
    offered: list[str] = []

    def sign_as(name: str) -> Callable[[PinDialog], None]:
        def sign(dialog: PinDialog) -> None:
            offered.append(str(dialog.who.currentData()))
            dialog.who.setCurrentIndex(dialog.who.findData(name))
            dialog.pin.setText(PIN)
            dialog.sign.click()
        return sign

    for role, name in ((Role.OPERATOR, OPERATOR), (Role.APPROVER, APPROVER), (Role.OPERATOR, OPERATOR)):
        answer(qtbot, PinDialog, sign_as(name))
        assert window.ask_pin(role, "Ký").name == name  # type: ignore[union-attr]
    assert offered[2] == OPERATOR, "not the approver, who signed in between"
