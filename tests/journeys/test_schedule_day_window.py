"""A morning at the schedule page: campaign, drag, undo, lock, hours, special days, month, a look ahead, paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from gui_steps import settle, type_vi
from page_station import APPROVER, PIN, Station, active_dialog, page_of, shown_window
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from broadcaster.base.clock import STATION_ZONE, SystemClock, VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.gui.calendar.model import Cell
from broadcaster.gui.calendar.period_dialog import PeriodDialog
from broadcaster.gui.calendar.periods_dialog import PeriodsDialog
from broadcaster.gui.campaigns.dialog import CampaignDialog
from broadcaster.gui.i18n import load_translations
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.gui.schedule import header
from broadcaster.gui.schedule.cargo import Cargo, packed
from broadcaster.gui.schedule.day import Head, Item
from broadcaster.gui.theme import apply_theme
from broadcaster.gui.widgets.reason import ReasonDialog
from broadcaster.library.model import CartKind
from broadcaster.wiring import build_app

NEW, OLD, MUSIC = "Phòng, chống đuối nước", "Thu gom rác thải", "Nhạc quê hương"


class Tomorrow(Station):
    """Four in the morning of the day after this one: a look ahead is a process of its own and goes by the true time."""

    def __init__(self, home: StationHome, folder: Path) -> None:
        self.home, self.folder, self._made = home, folder, 0
        today = SystemClock().now().date()
        self.day: date = today + timedelta(days=1)
        self.clock = VirtualClock(datetime.combine(self.day, time(4, 0), STATION_ZONE))
        self.app = build_app(home, self.clock)


@pytest.fixture
def station(home: StationHome, tmp_path: Path) -> Iterator[Tomorrow]:
    made = Tomorrow(home, tmp_path)
    made.people()
    made.furniture()
    made.sessions("05:30", "17:00", minutes=4)
    made.campaign(made.approved(OLD, seconds=50.0), times=2)
    made.campaign(made.approved(MUSIC, CartKind.MUSIC, seconds=30.0), times=1)
    made.approved(NEW, seconds=40.0)
    yield made
    made.app.close()


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, station: Tomorrow) -> Iterator[Any]:
    apply_theme(qapp)
    load_translations(qapp)
    for window in shown_window(qtbot, station):
        yield opened(qtbot, window)


def opened(qtbot: QtBot, window: MainWindow) -> Any:
    window.go("schedule")
    page = page_of(window, "schedule")
    qtbot.waitUntil(lambda: page.shown is not None)
    return page


def answer(kind: type[QDialog], act: Callable[[Any], object], tries: int = 1000) -> list[bool]:
    """Once a dialog of that kind shows, do something with it; the list tells whether it came."""
    done: list[bool] = []

    def look(left: int = tries) -> None:
        dialog = active_dialog(kind)
        if dialog is not None:
            done.append(True)
            act(dialog)
        elif left:
            QTimer.singleShot(20, lambda: look(left - 1))

    QTimer.singleShot(0, look)
    return done


def sign(dialog: PinDialog) -> None:
    dialog.who.setCurrentIndex(dialog.who.findData(APPROVER))
    dialog.pin.setText(PIN)
    dialog.sign.click()


def titles(page: Any, session: str) -> list[str]:
    return [item.title for item in page.timeline.items() if item.session == session and item.place >= 0]


def item(page: Any, session: str, title: str) -> Item:
    return next(one for one in page.timeline.items() if (one.session, one.title) == (session, title))


def head(page: Any, session: str) -> Head:
    return next(one for one in page.timeline.entries() if isinstance(one, Head) and one.session == session)


def drag(page: Any, cargo: Cargo, to: int) -> None:
    """Hold it there, let it go: what the window system sends."""
    mime, place, none = packed(cargo), QPoint(200, to), Qt.KeyboardModifier.NoModifier
    page.timeline.dragMoveEvent(QDragMoveEvent(place, Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, none))
    page.timeline.dropEvent(QDropEvent(QPointF(place), Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, none))


def chosen(page: Any, words: str) -> Any:
    """What stands under these words in the menu “…”."""
    return next(entry[1] for entry in page.more.entries() if entry and entry[0].startswith(words))


@pytest.mark.timeout(120)
def test_a_day_is_planned_at_the_window(qtbot: QtBot, page: Any, station: Tomorrow, tmp_path: Path,
                                        monkeypatch: pytest.MonkeyPatch) -> None:
    morning, evening = f"{station.day}/buoi-0530", f"{station.day}/buoi-1700"
    a_campaign_is_added(qtbot, page, station)
    qtbot.waitUntil(lambda: NEW in titles(page, morning) and NEW in titles(page, evening))
    it_is_dragged_and_all_is_undone_and_done_again(qtbot, page, morning, evening)
    a_session_is_locked(qtbot, page, station, morning)
    an_early_start_is_asked_again(qtbot, page, station, morning)
    days_of_mourning_are_entered(qtbot, page, station)
    the_month_shows_them(qtbot, page, station)
    a_look_ahead_has_nothing_to_worry_about(qtbot, page, station)
    the_day_goes_to_paper(qtbot, page, tmp_path, monkeypatch)
    assert titles(page, morning), "and the day still stands"


def a_campaign_is_added(qtbot: QtBot, page: Any, station: Tomorrow) -> None:
    def fill(dialog: CampaignDialog) -> None:
        settle(qtbot)
        row = next(number for number in range(dialog.table.model().rowCount())
                   if dialog.table.rows.row_at(number).title == NEW)
        dialog.table.selectRow(row)
        dialog.times.setValue(2)
        assert "Phát 2 lần/ngày" in dialog.words.text()
        dialog.save.click()

    signed, filled = answer(PinDialog, sign), answer(CampaignDialog, fill)
    page.bar.add.click()
    qtbot.waitUntil(lambda: bool(filled))
    settle(qtbot)
    assert signed
    assert [item.times for item in station.app.schedule.campaigns() if item.title == NEW] == [2]


def it_is_dragged_and_all_is_undone_and_done_again(qtbot: QtBot, page: Any, morning: str, evening: str) -> None:
    before = titles(page, morning), titles(page, evening)
    signed = answer(PinDialog, sign)
    drag(page, page.timeline.cargo_of(item(page, morning, NEW)), page.timeline.place_of(
        head(page, evening).id).bottom() + 2)
    qtbot.waitUntil(lambda: titles(page, evening).count(NEW) == 2)
    assert signed, "the first change by hand is signed"
    assert NEW not in titles(page, morning)
    moved = titles(page, morning), titles(page, evening)
    assert page.bar.undo.isEnabled()
    page.bar.undo.click()
    qtbot.waitUntil(lambda: (titles(page, morning), titles(page, evening)) == before)
    settle(qtbot)
    assert page.bar.redo.isEnabled()
    page.bar.redo.click()
    qtbot.waitUntil(lambda: (titles(page, morning), titles(page, evening)) == moved)
    settle(qtbot)
    page.bar.undo.click()
    qtbot.waitUntil(lambda: (titles(page, morning), titles(page, evening)) == before)
    settle(qtbot)


def a_session_is_locked(qtbot: QtBot, page: Any, station: Tomorrow, morning: str) -> None:
    page.timeline.choose(f"head:{morning}")
    page.days.inspector.session.lock.click()
    qtbot.waitUntil(lambda: head(page, morning).by_hand)
    settle(qtbot)
    kept = station.app.days.edits(station.day, station.day)[station.day]
    assert [len(edit.items or ()) for edit in kept] == [len(titles(page, morning))]


def an_early_start_is_asked_again(qtbot: QtBot, page: Any, station: Tomorrow, morning: str) -> None:
    part = page.days.inspector.session
    page.timeline.choose(f"head:{morning}")
    part.show_hours(time(4, 45), 4)
    asked = answer(ReasonDialog, lambda dialog: (type_vi(dialog.field, "Họp dân sớm"), dialog.yes.click()))
    part.save.click()
    qtbot.waitUntil(lambda: station.app.days.state(station.day).frame("buoi-0530").starts == time(4, 45))
    settle(qtbot)
    assert asked, "a start before five is asked about"
    assert station.app.days.edits(station.day, station.day)[station.day][0].reason == "Họp dân sớm"
    assert head(page, morning).by_hand, "other hours take nothing out of a locked session"


def days_of_mourning_are_entered(qtbot: QtBot, page: Any, station: Tomorrow) -> None:
    def fill(dialog: PeriodDialog) -> None:
        dialog.kind.setCurrentIndex(dialog.kind.findData("mourning"))
        dialog.first.set_value(station.day + timedelta(2))
        dialog.last.set_value(station.day + timedelta(3))
        type_vi(dialog.number, "12/TB-UBND")
        type_vi(dialog.reason, "Lễ Quốc tang")
        dialog.next.click()
        settle(qtbot)
        assert dialog.steps.currentIndex() == 1, dialog.form.complaints()
        dialog.save.click()

    def enter(dialog: PeriodsDialog) -> None:
        settle(qtbot)
        answer(PinDialog, sign)
        answer(PeriodDialog, fill)
        dialog.add_button.click()
        settle(qtbot)
        dialog.reject()

    entered = answer(PeriodsDialog, enter)
    chosen(page, "Đợt đặc biệt")()
    settle(qtbot)
    assert entered
    first = station.day + timedelta(2)
    assert [period.without for period in station.app.periods.between(first, first)] == [
        ("nhac", "nhac_cat", "nhac_hieu")]
    sounding = {event.kind for plan in station.app.schedule.plan_days(first, 2)
                for session in plan.rundown.sessions for event in session.events}
    assert sounding
    assert not sounding & {"nhac", "nhac_cat", "nhac_hieu"}


def the_month_shows_them(qtbot: QtBot, page: Any, station: Tomorrow) -> None:
    page.bar.views[header.MONTH].click()
    settle(qtbot)
    qtbot.waitUntil(lambda: page.month is not None and page.month.month is not None)
    cells: dict[date, Cell] = {cell.day: cell for cell in page.month.month.cells}
    mourning = cells.get(station.day + timedelta(2))
    if mourning is not None:  # six weeks are shown; at the end of a month the day may be on the next page
        assert [period.kind for period in mourning.special.periods] == ["mourning"]
    assert cells[station.day].sessions == 2


def a_look_ahead_has_nothing_to_worry_about(qtbot: QtBot, page: Any, station: Tomorrow) -> None:
    page.bar.views[header.FORECAST].click()
    settle(qtbot)
    view = page.forecast
    view.cancel()
    view.first.set_value(station.day)
    view.days.setValue(1)
    with qtbot.waitSignal(view.child.done, timeout=60_000):
        view.run_button.click()
    assert "Không có gì phải lo" in view.banner.text(), view.banner.text()
    page.bar.views[header.DAY].click()
    settle(qtbot)


def the_day_goes_to_paper(qtbot: QtBot, page: Any, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = folder / "Lịch phát trong ngày.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), "PDF (*.pdf)"))
    chosen(page, "Lưu lịch ngày")()
    settle(qtbot)
    assert target.read_bytes().startswith(b"%PDF")
