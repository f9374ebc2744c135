"""The month on a station whose day was really played, and special days from the form to the plan and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from gui_steps import APPROVER, PIN, settle, type_vi
from page_station import DAY, Station, answer
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.gui.calendar.cell import CELL_ROLE
from broadcaster.gui.calendar.model import Cell, Month, cell_words, fault_words, lunar_mark
from broadcaster.gui.calendar.month import LAST, MonthView
from broadcaster.gui.calendar.period_dialog import PeriodDialog
from broadcaster.gui.calendar.periods_dialog import PeriodsDialog
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.gui.widgets.reason import ReasonDialog
from broadcaster.schedule.calendar.days import days_of
from broadcaster.schedule.model import Period
from broadcaster.wiring import App

Opener = Callable[[], MainWindow]


@pytest.fixture
def played(home: StationHome, tmp_path: Path) -> Iterator[Station]:
    made = Station(home, tmp_path)
    made.people()
    made.sessions("05:00")
    yield made
    made.app.close()


@pytest.fixture
def month(qtbot: QtBot, played: Station) -> Iterator[MonthView]:
    view = MonthView(played.app, None)  # type: ignore[arg-type]  # it asks nothing of the window around it
    view.resize(1100, 600)
    view.show()
    yield view
    settle(qtbot)
    view.close()
    view.deleteLater()


def shown(qtbot: QtBot, view: MonthView, day: date) -> dict[date, Cell]:
    view.show_month(day)
    settle(qtbot)
    assert view.month is not None
    return {cell.day: cell for cell in view.month.cells}


def test_the_month_shows_what_aired_and_what_is_planned(qtbot: QtBot, played: Station, month: MonthView) -> None:
    played.campaign(played.approved("Phòng, chống đuối nước"), times=1, days=3)
    played.play_until(6)
    played.clock.advance(86_400)
    played.app.asrun.file()
    cells = shown(qtbot, month, DAY)
    assert len(cells) == 42
    assert (min(cells), max(cells)) == (date(2026, 10, 26), date(2026, 12, 6))
    aired, planned, empty = cells[DAY], cells[DAY + timedelta(2)], cells[DAY + timedelta(3)]
    assert aired.past
    assert (aired.filled > 0, aired.missed) == (True, 0)
    assert not planned.past
    assert (planned.filled > 0, planned.limit, planned.sessions) == (True, 600, 1)
    assert (empty.filled, fault_words(empty)) == (0, ("trống", "bad"))
    assert fault_words(cells[date(2026, 12, 6)]) == ("trống", "bad")
    assert fault_words(shown(qtbot, month, date(2027, 1, 1))[date(2027, 1, 1)]) == ("trống", "plain")
    shown(qtbot, month, DAY)
    assert cells[date(2026, 11, 1)].limit == 0
    assert "Đã phát" in month.sum.whole_text()
    assert "Đã xếp" in month.sum.whole_text()


def test_lunar_days_holidays_and_periods_stand_in_their_cells(qtbot: QtBot, played: Station, month: MonthView) -> None:
    period = played.app.periods.add(Period(
        "", "mourning", "Quốc tang", date(2026, 11, 27), date(2026, 11, 28), "Lễ Quốc tang", "1/TB",
        without=("nhac",)))
    cells = shown(qtbot, month, DAY)
    assert [lunar_mark(cells[date(2026, 11, day)]) for day in (8, 9, 10)] == ["30", "1/10", "2"]
    assert cells[date(2026, 11, 20)].special.names == ("Ngày Nhà giáo Việt Nam",)
    assert [day.day for day, cell in cells.items() if cell.special.period == period] == [27, 28]
    place = month.grid.cells.place_of(date(2026, 11, 27))
    words = place.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Quốc tang (27/11 – 28/11/2026)" in words
    assert "Âm lịch: ngày 19 tháng Mười năm Bính Ngọ" in words


def test_keys_move_through_days_and_months(qtbot: QtBot, month: MonthView) -> None:
    shown(qtbot, month, DAY)
    opened: list[date] = []
    month.opened.connect(opened.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Return):
        qtbot.keyClick(month.grid, key)
    assert opened == [date(2026, 11, 28)]
    moved: list[date] = []
    month.moved.connect(moved.append)
    qtbot.keyClick(month.grid, Qt.Key.Key_PageDown)
    settle(qtbot)
    assert (month.first, month.chosen) == (date(2026, 12, 1), date(2026, 12, 28))
    month.grid.choose(date(2027, 1, 3))
    qtbot.keyClick(month.grid, Qt.Key.Key_Down)
    settle(qtbot)
    assert (month.first, month.grid.day()) == (date(2027, 1, 1), date(2027, 1, 10))
    qtbot.waitUntil(lambda: moved == [date(2026, 12, 28), date(2027, 1, 10)])
    shown(qtbot, month, date(2027, 3, 31))
    qtbot.keyClick(month.grid, Qt.Key.Key_PageUp)
    settle(qtbot)
    assert month.chosen == date(2027, 2, 28)


def test_the_cursor_stays_when_the_same_month_is_read_again(qtbot: QtBot, month: MonthView) -> None:
    shown(qtbot, month, DAY)
    month.grid.choose(date(2026, 11, 5))
    shown(qtbot, month, DAY)
    assert month.grid.day() == date(2026, 11, 5)
    assert month.strip_head.whole_text() == "Thứ Năm, 05/11/2026"
    shown(qtbot, month, date(2026, 11, 6))
    assert month.grid.day() == date(2026, 11, 6)


def test_the_last_month_there_is(qtbot: QtBot, month: MonthView) -> None:
    shown(qtbot, month, LAST)
    qtbot.keyClick(month.grid, Qt.Key.Key_PageDown)
    settle(qtbot)
    assert month.chosen == LAST


@pytest.mark.parametrize("size", [(1100, 600), (640, 400)])
def test_it_paints_at_any_size(qtbot: QtBot, month: MonthView, size: tuple[int, int]) -> None:
    """A fuller day is darker, whatever the size; painting raises nothing."""
    shown(qtbot, month, DAY)
    month.resize(*size)
    QApplication.processEvents()
    empty = month.grid.grab().toImage()
    assert month.month is not None
    full = tuple(Cell(cell.special, cell.past, 600, 600, 1) for cell in month.month.cells)
    month.grid.cells.show_month(Month(month.first, DAY, full))
    QApplication.processEvents()
    dark = month.grid.grab().toImage()
    spot = month.grid.visualRect(month.grid.cells.place_of(date(2026, 11, 25))).center()
    spot.setY(spot.y() + month.grid.horizontalHeader().height() + 4)
    assert dark.pixelColor(spot).lightness() < empty.pixelColor(spot).lightness()


def test_words_of_days_that_have_nothing() -> None:
    special = days_of(date(2026, 11, 4), date(2026, 11, 4))[0]
    assert cell_words(Cell(special, past=True))[-1] == "Hôm đó không xếp và không phát gì."
    assert cell_words(Cell(special))[-1] == "Không có buổi phát nào."
    assert cell_words(Cell(special, limit=600, sessions=1, empty=1))[-1] == "1 buổi, chưa xếp gì"
    assert fault_words(Cell(special, filled=600, limit=600, sessions=1, over=75)) == ("thừa 1 phút", "bad")
    assert fault_words(Cell(special, past=True, filled=60, limit=600, missed=2)) == ("2 lượt lỡ", "bad")


# Special days


@pytest.fixture
def periods(qtbot: QtBot, open_window: Opener) -> Iterator[PeriodsDialog]:
    window = open_window()
    dialog = PeriodsDialog(window, window.app, window)
    dialog.show()
    settle(qtbot)
    yield dialog
    settle(qtbot)
    dialog.close()
    dialog.deleteLater()


def sign(dialog: PinDialog) -> None:
    dialog.who.setCurrentIndex(dialog.who.findData(APPROVER))
    dialog.pin.setText(PIN)
    dialog.sign.click()


def names(dialog: PeriodsDialog) -> list[str]:
    return [dialog.table.rows.row_at(number).name for number in range(len(dialog.table.rows.ids))]


def in_mourning(qtbot: QtBot, said: list[str]) -> Callable[[Any], None]:
    """Fill in the form for two days of mourning, read it back and save it."""
    def fill(dialog: PeriodDialog) -> None:
        dialog.kind.setCurrentIndex(dialog.kind.findData("mourning"))
        assert dialog.without.chosen() == ("nhac", "nhac_cat", "nhac_hieu")
        assert dialog.name.text() == "Quốc tang"
        dialog.first.set_value(date(2026, 11, 28))
        dialog.last.set_value(date(2026, 11, 29))
        assert dialog.length.text() == "2 ngày: Thứ Bảy đến hết Chủ nhật · âm lịch 20/10 – 21/10"
        dialog.next.click()
        said.extend(dialog.form.complaints())
        type_vi(dialog.number, "12/TB-UBND")
        type_vi(dialog.reason, "Lễ Quốc tang")
        dialog.next.click()
        settle(qtbot)
        assert dialog.steps.currentIndex() == 1
        said.extend(item.text() for item in dialog.review.said.findChildren(type(dialog.length)))
        dialog.save.click()
    return fill


def test_mourning_from_the_form_to_the_plan_and_back(qtbot: QtBot, periods: PeriodsDialog) -> None:
    app, said = periods._app, list[str]()
    answer(qtbot, PinDialog, sign)
    answer(qtbot, PeriodDialog, in_mourning(qtbot, said))
    periods.add_button.click()
    settle(qtbot)
    assert said[0] == "Ghi số văn bản yêu cầu."
    assert "Quốc tang: từ thứ Bảy 28/11/2026 đến hết Chủ nhật 29/11/2026 (2 ngày)." in said
    assert names(periods) == ["Quốc tang"]
    assert periods.changed
    assert [item.without for item in app.periods.between(date(2026, 11, 28), date(2026, 11, 28))] == [
        ("nhac", "nhac_cat", "nhac_hieu")]
    periods.take_back()
    settle(qtbot)
    assert names(periods) == []
    assert periods.undone.text() == "Đã hoàn tác."
    assert not periods.undo_button.isVisible()


def test_a_removed_period_comes_back(qtbot: QtBot, periods: PeriodsDialog) -> None:
    app = periods._app
    kept = app.periods.add(app.periods.draft("holiday", date(2026, 12, 1)))
    periods._read()
    settle(qtbot)

    def why(dialog: ReasonDialog) -> None:
        type_vi(dialog.field, "nhập nhầm")
        dialog.yes.click()
    answer(qtbot, ReasonDialog, why)
    answer(qtbot, PinDialog, sign)
    periods.remove_button.click()
    settle(qtbot)
    assert names(periods) == []
    assert periods.undone.text() == "Đã bỏ “Ngày lễ”."
    periods.activateWindow()
    qtbot.waitUntil(periods.isActiveWindow)
    qtbot.keyClick(periods, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot)
    assert app.periods.between(date(2026, 12, 1), date(2026, 12, 1)) == [kept]
    assert names(periods) == ["Ngày lễ"]


def test_a_holiday_is_taken_over_with_its_note(qtbot: QtBot, periods: PeriodsDialog) -> None:
    periods.tabs.setCurrentIndex(1)
    periods.proposals.select_id((date(2027, 2, 5), "Tết Nguyên đán"))

    def take(dialog: PeriodDialog) -> None:
        assert (dialog.first.value(), dialog.last.value()) == (date(2027, 2, 5), date(2027, 2, 9))
        dialog.next.click()
        settle(qtbot)
        dialog.save.click()
    answer(qtbot, PinDialog, sign)
    answer(qtbot, PeriodDialog, take)
    periods.take_button.click()
    settle(qtbot)
    assert names(periods) == ["Tết Nguyên đán"]
    states = {item.period.name: item.known is not None for item in map(
        periods.proposals.rows.row_at, range(len(periods.proposals.rows.ids)))}
    assert states["Tết Nguyên đán"]
    assert not states["Tết Dương lịch"]


def test_a_slip_in_the_station_s_own_holidays_hides_nothing_else(qtbot: QtBot, open_window: Opener,
                                                                 station: App) -> None:
    station.periods.add(station.periods.draft("holiday", date(2026, 12, 1)))
    write_atomic(station.home.root / "calendar" / "holidays.toml", b"[a")
    window = open_window()
    dialog = PeriodsDialog(window, window.app, window)
    qtbot.addWidget(dialog)
    dialog.show()
    settle(qtbot)
    assert names(dialog) == ["Ngày lễ"]
    assert "holidays.toml" in dialog.proposals._empty._sentence.text()
    assert station.periods.days(date(2026, 11, 20), date(2026, 11, 20))[0].names == ("Ngày Nhà giáo Việt Nam",)
    dialog.reject()


def test_what_the_service_refuses_is_said_in_the_form(qtbot: QtBot, periods: PeriodsDialog) -> None:
    app = periods._app
    app.periods.add(app.periods.draft("holiday", date(2026, 12, 1)))
    dialog = PeriodDialog(periods, app, app.periods.draft("holiday", date(2026, 12, 1)), periods._offer, "thử")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.read_back()
    settle(qtbot)
    assert dialog.wrong.text() == "Những ngày này đã có “Ngày lễ”. Chưa lưu gì."
    assert dialog.steps.currentIndex() == 0
    dialog.last.set_value(date(2026, 11, 30))
    dialog.read_back()
    assert dialog.form.complaints() == ["Ngày cuối đang đứng trước ngày đầu."]
    dialog.reject()


def test_sessions_of_the_day_are_chosen_and_overlaps_told(qtbot: QtBot, periods: PeriodsDialog) -> None:
    app = periods._app
    app.periods.add(app.periods.draft("holiday", date(2026, 12, 1)))
    draft = app.periods.draft("disaster", date(2026, 11, 30))
    dialog = PeriodDialog(periods, app, draft, periods._offer, "thử")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.held.setCurrentIndex(1)
    first, *rest = dialog.sessions.parts
    for key in rest:
        dialog.sessions.parts[key].setChecked(False)
    assert dialog.period().sessions == (first,)
    type_vi(dialog.number, "5/CĐ")
    type_vi(dialog.reason, "Bão số 5")
    dialog.read_back()
    settle(qtbot)
    assert "Trùng với “Ngày lễ” ngày 01/12/2026" in dialog.review.overlap.text()
    dialog.back.click()
    dialog.held.setCurrentIndex(0)
    assert dialog.period().sessions is None
    dialog.reject()


def test_every_cell_has_words_for_a_screen_reader(qtbot: QtBot, month: MonthView) -> None:
    shown(qtbot, month, DAY)
    model = month.grid.cells
    for row in range(model.rowCount()):
        for column in range(7):
            place = model.index(row, column)
            assert place.data(Qt.ItemDataRole.AccessibleTextRole).startswith(
                ("Thứ", "Chủ")), place.data(CELL_ROLE).day
