"""The weekly sheet in the schedule page: submit, approve, give back, print; and campaigns that follow an item."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from page_station import APPROVER, DAY, PIN, Station, active_dialog, answer, page_of, shown_window
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QPushButton
from sqlalchemy import update

from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, changed, save_settings
from broadcaster.db.schema import cart, schedule_sheet
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.gui.schedule.sheet_dialog import WeekSheetDialog
from broadcaster.gui.schedule.sheet_model import change_words, days_words
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.reason import ReasonDialog
from broadcaster.schedule.sheets.sheet import Change

WRITER = "Cán bộ truyền thanh"


@pytest.fixture
def station(home: StationHome, tmp_path: Path) -> Iterator[Station]:
    save_settings(home, changed(Settings(), "approval", weekly_sheet=True))
    made = Station(home, tmp_path)
    made.people()
    made.sessions("05:00", "17:00")
    made.campaign(made.approved("Phòng, chống đuối nước"))
    yield made
    made.app.close()


@pytest.fixture
def window(qtbot: Any, station: Station) -> Iterator[MainWindow]:
    yield from shown_window(qtbot, station)


def open_schedule(qtbot: Any, window: MainWindow) -> Any:
    window.go("schedule")
    page = page_of(window, "schedule")
    qtbot.waitUntil(lambda: page.shown is not None)
    return page


def sign_as(name: str, pin: str) -> Callable[[PinDialog], None]:
    def sign(dialog: PinDialog) -> None:
        dialog.who.setCurrentIndex(dialog.who.findData(name))
        dialog.pin.setText(pin)
        dialog.sign.click()
    return sign


def ready(dialog: WeekSheetDialog, of: date = DAY) -> bool:
    return dialog.pdf_button.isEnabled() and dialog.look is not None and dialog.look.monday <= of < \
        dialog.look.monday + timedelta(days=7)


def with_sheet(qtbot: Any, page: Any, act: Callable[[WeekSheetDialog], None]) -> None:
    """Open the sheet, do something with it, close it."""
    failures: list[BaseException] = []

    def go() -> None:
        dialog = active_dialog(WeekSheetDialog)
        try:
            qtbot.waitUntil(lambda: ready(dialog), timeout=20_000)
            act(dialog)
        except BaseException as error:
            failures.append(error)
        finally:
            dialog.reject()

    QTimer.singleShot(0, go)
    page.open_sheet()
    if failures:
        raise failures[0]


def badge_becomes(qtbot: Any, dialog: WeekSheetDialog, words: str) -> None:
    qtbot.waitUntil(lambda: dialog.badge.text() == words and ready(dialog), timeout=20_000)


def banners(page: Any) -> list[str]:
    return [banner.text() for banner in page.side.findChildren(Banner) if not banner.isHidden()]


def test_a_week_is_submitted_approved_and_airs(qtbot: Any, window: MainWindow, station: Station) -> None:
    page = open_schedule(qtbot, window)
    qtbot.waitUntil(lambda: any("chưa được duyệt" in text for text in banners(page)))

    def act(dialog: WeekSheetDialog) -> None:
        assert dialog.badge.text() == "chưa trình"
        assert not dialog.approve_button.isVisible()
        assert dialog.shown is not None
        assert len(dialog.shown.images) >= 1
        answer(qtbot, PinDialog, sign_as(WRITER, "1111"))
        dialog.submit_button.click()
        badge_becomes(qtbot, dialog, "chờ duyệt")
        assert not dialog.submit_button.isVisible()
        answer(qtbot, PinDialog, sign_as(APPROVER, PIN))
        dialog.approve_button.click()
        badge_becomes(qtbot, dialog, "đã duyệt")
        assert APPROVER in dialog.text.text()
        assert not dialog.approve_button.isVisible()
    with_sheet(qtbot, page, act)
    qtbot.waitUntil(lambda: not any("chưa được duyệt" in text for text in banners(page)))
    assert station.app.sheets.current(DAY) is not None
    assert list(station.home.rundowns.glob(f"{DAY}.r1.json")), "the player has it at once"


def test_given_back_with_a_reason_the_author_reads_it(qtbot: Any, window: MainWindow, station: Station) -> None:
    station.app.sheets.submit(DAY, WRITER)
    page = open_schedule(qtbot, window)

    def give_reason(dialog: ReasonDialog) -> None:
        dialog.field.setText("Thiếu bản tin phòng dịch")
        answer(qtbot, PinDialog, sign_as(APPROVER, PIN))
        dialog.yes.click()

    def act(dialog: WeekSheetDialog) -> None:
        answer(qtbot, ReasonDialog, give_reason)
        dialog.back_button.click()
        badge_becomes(qtbot, dialog, "bị trả lại")
        assert "Thiếu bản tin phòng dịch" in dialog.text.text()
        assert dialog.submit_button.isVisible()
    with_sheet(qtbot, page, act)
    assert station.app.sheets.current(DAY) is None


def test_changes_since_the_approval_are_told_and_both_versions_shown(qtbot: Any, window: MainWindow,
                                                                     station: Station) -> None:
    station.app.sheets.submit(DAY, WRITER)
    station.app.sheets.approve(DAY, station.app.accounts.by_name(APPROVER))
    station.campaign(station.approved("Thu gom rác thải"), times=1)
    page = open_schedule(qtbot, window)
    qtbot.waitUntil(lambda: any("Thu gom rác thải" in text for text in banners(page)))

    def act(dialog: WeekSheetDialog) -> None:
        assert dialog.badge.text() == "đã duyệt, có thay đổi"
        assert dialog.look is not None
        assert [change.code for change in dialog.look.changes] == ["item_added"]
        assert dialog.shown is not None
        assert dialog.shown.paper.mark.startswith("BẢN DỰ THẢO")
        next(chip for chip in dialog.chips.buttons() if chip.property("version") == "in_force").click()
        qtbot.waitUntil(lambda: dialog.shown is not None and dialog.shown.version == "in_force" and ready(dialog))
        assert dialog.shown.paper.mark == ""
        assert dialog.submit_button.isVisible()
    with_sheet(qtbot, page, act)


def test_other_weeks_and_an_altered_one(qtbot: Any, window: MainWindow, station: Station) -> None:
    station.app.sheets.submit(DAY, WRITER)
    with station.app.database.write() as c:
        c.execute(update(schedule_sheet).values(state="approved"))
    page = open_schedule(qtbot, window)

    def act(dialog: WeekSheetDialog) -> None:
        assert "từ bên ngoài" in dialog.altered.text()
        dialog.after.click()
        qtbot.waitUntil(lambda: ready(dialog, DAY + timedelta(days=7)), timeout=20_000)
        assert dialog.altered.text() == ""
        dialog.before.click()
        dialog.before.click()
        qtbot.waitUntil(lambda: ready(dialog, DAY - timedelta(days=7)), timeout=20_000)
        assert dialog.badge.text() == "trống"
        assert not dialog.submit_button.isVisible()
    with_sheet(qtbot, page, act)


def test_saved_as_pdf_and_word(qtbot: Any, window: MainWindow, station: Station, tmp_path: Path,
                               monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_schedule(qtbot, window)
    names = iter([str(tmp_path / "lịch"), str(tmp_path / "lịch.docx")])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (next(names), ""))

    def act(dialog: WeekSheetDialog) -> None:
        dialog.pdf_button.click()
        qtbot.waitUntil((tmp_path / "lịch.pdf").exists)
        dialog.docx_button.click()
        qtbot.waitUntil((tmp_path / "lịch.docx").exists)
    with_sheet(qtbot, page, act)
    assert (tmp_path / "lịch.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "lịch.docx").read_bytes().startswith(b"PK")


def test_a_campaign_follows_its_item_with_one_press_and_comes_back(qtbot: Any, window: MainWindow,
                                                                   station: Station) -> None:
    made = station.app.schedule.campaigns()[0]
    new = station.approved("Phòng, chống đuối nước, bản mới")
    with station.app.database.write("cart") as c:
        c.execute(update(cart).where(cart.c.id == made.cart.id).values(state="superseded", superseded_by=new.id))
    page = open_schedule(qtbot, window)
    qtbot.waitUntil(lambda: any("đã được thay" in text and "bản mới" in text for text in banners(page)))
    (button,) = [part for part in page.side.findChildren(QPushButton) if part.text() == "Phát mục mới"]
    answer(qtbot, PinDialog, sign_as(WRITER, "1111"))
    button.click()
    qtbot.waitUntil(lambda: station.app.schedule.campaign(made.id).cart.id == new.id)
    qtbot.waitUntil(lambda: not any("đã được thay" in text for text in banners(page)))
    page.hand.undo()
    qtbot.waitUntil(lambda: station.app.schedule.campaign(made.id).cart.id == made.cart.id)


def test_changes_in_words() -> None:
    monday = date(2026, 11, 23)
    week = tuple(monday + timedelta(n) for n in range(7))
    assert days_words(week) == "cả tuần"
    assert days_words(week[:5]) == "Thứ Hai – Thứ Sáu"
    assert days_words((week[0], week[2])) == "Thứ Hai, Thứ Tư"
    assert change_words(Change("session_zones", week, 14, "Buổi sáng", before="all", after="Thôn Đông")) == \
        "“Buổi sáng” đổi cụm loa: mọi cụm loa → Thôn Đông (cả tuần)"
    for code in ("session_added", "session_removed", "session_moved", "item_added", "item_removed", "item_moved",
                 "item_renamed", "order"):
        words = change_words(Change(code, week, 2, "Buổi sáng", "Mục a", f"{time(5):%H:%M}", f"{time(6):%H:%M}"))
        assert "{" not in words
        assert len(words) > 10
