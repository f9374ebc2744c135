"""Các đài cấp dưới: packages dragged in, a key compared, letters and stations, down to the proof of one airing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from gui_steps import APPROVER, PIN, settle
from page_station import answer
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from broadcaster.accounts.model import Role
from broadcaster.aggregation.office.figures import Cell, Reporting
from broadcaster.aggregation.office.model import PackageState
from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import load_settings, save_settings
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.office import actions, model
from broadcaster.gui.office.key_dialog import KeyDialog
from broadcaster.gui.office.orders_dialog import OrdersDialog
from broadcaster.gui.office.page import INBOX, MATRIX, TREND, OfficePage
from broadcaster.gui.office.report_dialog import ReportDialog
from broadcaster.gui.office.station_sheet import StationSheet
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.gui.settings.office_card import ROLE
from broadcaster.gui.widgets.dialogs import ConfirmDialog
from broadcaster.wiring import App, build_app

sys.path.insert(0, str(Path(__file__).parents[1] / "contracts"))
from office_sender import Station

DAYS = ("2026-11-19", "2026-11-20")
LETTER = Path(__file__).parents[1] / "data" / "letters" / "01.txt"
Opener = Callable[[], MainWindow]


@pytest.fixture
def office(home: StationHome) -> Iterator[App]:
    """An office alone, on a Saturday morning."""
    settings = load_settings(home)
    save_settings(home, replace(settings, office=replace(settings.office, role="office")))
    app = build_app(home, VirtualClock(datetime(2026, 11, 21, 7, 30, tzinfo=STATION_ZONE)))
    app.accounts.add(APPROVER, "Lãnh đạo phòng", Role.ADMIN, PIN)
    yield app
    app.close()


@pytest.fixture
def window(qtbot: QtBot, office: App) -> Iterator[MainWindow]:
    shown = MainWindow(office, lambda: build_app(office.home, office.clock))
    shown.resize(1366, 768)
    shown.show()
    yield shown
    shown.close()
    settle(qtbot)
    if shown.app is not office:
        shown.app.close()
    shown.deleteLater()
    QApplication.sendPostedEvents(None, 0)
    QApplication.processEvents()


@pytest.fixture
def below(tmp_path: Path) -> Station:
    return Station(tmp_path / "dai", "xa-mau")


def page_of(qtbot: QtBot, window: MainWindow) -> OfficePage:
    window.go("office")
    settle(qtbot)
    page = window.page("office")
    assert isinstance(page, OfficePage)
    return page


def sign(dialog: PinDialog) -> None:
    dialog.pin.setText(PIN)
    dialog.sign.click()


def trusted(app: App, below: Station, *days: str) -> None:
    """Taken in without the window."""
    app.office.take([below.package(day) for day in days])
    app.office.trust("xa-mau", below.identity.fingerprint, APPROVER)


def drop(page: OfficePage, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    page.dropEvent(QDropEvent(QPointF(200, 200), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                              Qt.KeyboardModifier.NoModifier))


def column(table: Any, number: int) -> list[str]:
    return [str(table.rows.index(place, number).data()) for place in range(len(table.rows.ids))]


def test_without_stations_it_says_how_to_begin(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(qtbot, window)
    assert page.stack.currentWidget() is page.welcome
    assert not page.report_button.isVisible()
    assert page.inbox.own.digits.text() == page.app.identity.fingerprint


def test_a_package_dragged_in_counts_after_a_telephone_call(
        qtbot: QtBot, window: MainWindow, below: Station) -> None:
    page = page_of(qtbot, window)
    drop(page, below.package(DAYS[0]), below.package(DAYS[1]))
    settle(qtbot)
    settle(qtbot)
    assert page.tabs.currentIndex() == INBOX
    assert page.doubt.isVisible()
    assert column(page.inbox.packages.table, 3) == ["Chờ khóa"] * 2

    def compare(dialog: KeyDialog) -> None:
        digits = below.identity.fingerprint.split()
        assert digits[-1] not in dialog.digits.text()
        dialog.typed.setText("0")
        dialog.yes.click()
        assert dialog.form.complaints() != []
        dialog.typed.setText(digits[-1])
        dialog.yes.click()

    answer(qtbot, KeyDialog, compare)
    answer(qtbot, PinDialog, sign)
    page.inbox.keys.compare.click()
    settle(qtbot)
    settle(qtbot)
    assert column(page.inbox.packages.table, 3) == ["Đã nhập"] * 2
    assert not page.doubt.isVisible()
    page.tabs.setCurrentIndex(0)
    settle(qtbot)
    assert column(page.stations.stations, 2) == ["Báo cáo đủ"]
    qtbot.waitUntil(lambda: page.stations.strip.marks(1) is not None)
    page.stations.search.setText("khong co dai nay")
    qtbot.waitUntil(lambda: column(page.stations.stations, 0) == [])


def test_a_damaged_file_is_refused_with_what_to_tell_the_station(
        qtbot: QtBot, window: MainWindow, office: App, below: Station) -> None:
    trusted(office, below, DAYS[0])
    path = below.package(DAYS[1])
    path.write_bytes(path.read_bytes()[:-40])
    page = page_of(qtbot, window)
    page.take_files([path])
    settle(qtbot)
    settle(qtbot)
    page.inbox.packages.trouble.click()
    table = page.inbox.packages.table
    assert column(table, 3) == ["Bị từ chối"]
    table.selectRow(0)
    assert "Báo cho đài" in page.inbox.packages.note.text()


def test_a_stranger_is_refused(qtbot: QtBot, window: MainWindow, office: App, below: Station) -> None:
    office.office.take([below.package(DAYS[0])])
    page = page_of(qtbot, window)
    answer(qtbot, ConfirmDialog, lambda dialog: dialog.yes.click())
    answer(qtbot, PinDialog, sign)
    page.inbox.keys.refuse.click()
    settle(qtbot)
    settle(qtbot)
    assert office.office.waiting() == []
    assert [line.state for line in office.office.packages()] == [PackageState.REFUSED]


def test_many_files_can_be_called_off(office: App, below: Station) -> None:
    paths = [below.package(f"2026-10-{day:02}", airings=1) for day in range(1, 26)]
    seen: list[tuple[int, int]] = []

    class Half:
        """Somebody presses Cancel after the first file."""

        cancelled = False

        def __call__(self, done: int, total: int, text: str) -> None:
            seen.append((done, total))
            self.cancelled = True

    half: Any = Half()
    results = actions.take(office, paths, half)
    assert seen == [(1, 25)]
    assert len(results) == len(office.office.packages()) == 20  # what was begun is kept, the rest untouched


@pytest.mark.skipif(not Path("/dev/shm").is_mount(), reason="no second disk here")
def test_answers_are_put_back_on_a_stick_alone() -> None:
    """The tests' own folder may lie on either."""
    own, stick = Path.home(), Path("/dev/shm")
    assert actions.stick_of([stick / "1.dxgoi", stick / "2.dxgoi"]) == stick
    assert actions.stick_of([own / "1.dxgoi"]) is None
    assert actions.stick_of([stick / "1.dxgoi", own / "2.dxgoi"]) is None


def test_a_known_station_with_a_new_key_is_a_choice(
        qtbot: QtBot, window: MainWindow, office: App, below: Station, tmp_path: Path) -> None:
    trusted(office, below, *DAYS)
    other = Station(tmp_path / "gia", "xa-mau")
    office.office.take([other.package(DAYS[0])])
    page = page_of(qtbot, window)

    def choose(dialog: KeyDialog) -> None:
        dialog.typed.setText(other.identity.fingerprint.split()[-1])
        dialog.yes.click()
        assert dialog.form.complaints() != []
        dialog.other.setChecked(True)
        dialog.yes.click()
        assert dialog.form.complaints() != []
        dialog.new_id.setText("xa-mau-2")
        dialog.yes.click()

    answer(qtbot, KeyDialog, choose)
    answer(qtbot, PinDialog, sign)
    page.inbox.keys.compare.click()
    settle(qtbot)
    settle(qtbot)
    assert [each.id for each in office.office.stations()] == ["xa-mau", "xa-mau-2"]


def test_a_station_that_was_installed_anew_goes_on(
        qtbot: QtBot, window: MainWindow, office: App, below: Station, tmp_path: Path) -> None:
    trusted(office, below, *DAYS)
    anew = Station(tmp_path / "cai-lai", "xa-mau")
    office.office.take([anew.package(DAYS[1])])
    page = page_of(qtbot, window)

    def confirm(dialog: KeyDialog) -> None:
        dialog.typed.setText(anew.identity.fingerprint.split()[-1])
        dialog.same.setChecked(True)
        dialog.yes.click()

    answer(qtbot, KeyDialog, confirm)
    answer(qtbot, PinDialog, sign)
    page.inbox.keys.compare.click()
    settle(qtbot)
    settle(qtbot)
    assert [(each.id, each.key) for each in office.office.stations()] == [("xa-mau", anew.identity.public)]


def test_two_courses_of_a_log_wait_for_a_person(
        qtbot: QtBot, window: MainWindow, office: App, below: Station) -> None:
    trusted(office, below, DAYS[0])
    stand, journal = below.stand, dict(below.journal)
    office.office.take([below.package(DAYS[1])])
    below.restore(stand, journal)
    office.office.take([below.package(DAYS[1], title="Bản tin khác")])
    page = page_of(qtbot, window)
    page.tabs.setCurrentIndex(INBOX)
    assert page.inbox.forks.isVisible()
    answer(qtbot, ConfirmDialog, lambda dialog: dialog.yes.click())
    answer(qtbot, PinDialog, sign)
    page.inbox.forks.go_on.click()
    settle(qtbot)
    settle(qtbot)
    assert office.office.forks() == []
    assert not page.inbox.forks.isVisible()


def test_from_a_letter_down_to_the_proof(qtbot: QtBot, window: MainWindow, office: App, below: Station) -> None:
    trusted(office, below, *DAYS)
    page = page_of(qtbot, window)
    page.tabs.setCurrentIndex(MATRIX)
    settle(qtbot)
    view = page.matrix.view
    assert view.rows.rowCount() == 1
    assert "/" in str(view.rows.index(0, 2).data())

    def look(sheet: StationSheet) -> None:
        settle(qtbot)
        settle(qtbot)
        settle(qtbot)
        assert len(sheet.airings.rows.ids) > 0
        qtbot.waitUntil(lambda: "Đã chứng minh" in sheet.proof.verdict.text())
        sheet.reject()

    answer(qtbot, StationSheet, look)
    view._open(view.rows.index(0, 2))


def test_trend_and_calls(qtbot: QtBot, window: MainWindow, office: App, below: Station) -> None:
    trusted(office, below, "2026-11-02")
    assert isinstance(office.clock, VirtualClock)
    office.clock.sleep(timedelta(days=5).total_seconds())
    page = page_of(qtbot, window)
    page.tabs.setCurrentIndex(TREND)
    settle(qtbot)
    assert page.trend.chart.accessibleDescription().count(";") >= 3
    assert len(page.trend.table.rows.ids) == 1, "nothing has come for five days"
    page.trend.copy.click()
    line, = QApplication.clipboard().text().splitlines()
    assert line.startswith("Đài xa-mau\t")


def test_the_report_is_written(qtbot: QtBot, window: MainWindow, office: App, below: Station, tmp_path: Path,
                               monkeypatch: pytest.MonkeyPatch) -> None:
    trusted(office, below, *DAYS)
    page = page_of(qtbot, window)
    target = tmp_path / "báo cáo.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))

    def choose(dialog: ReportDialog) -> None:
        dialog.kind.setCurrentIndex(dialog.kind.findData("xlsx"))
        dialog.yes.click()

    answer(qtbot, ReportDialog, choose)
    page.report_button.click()
    settle(qtbot)
    assert target.read_bytes()[:2] == b"PK"


def test_a_letter_goes_down(qtbot: QtBot, window: MainWindow, office: App, below: Station) -> None:
    trusted(office, below, *DAYS)
    page = page_of(qtbot, window)
    answer(qtbot, OrdersDialog, lambda dialog: (dialog.add_files([LETTER]), dialog.yes.click()))
    answer(qtbot, PinDialog, sign)
    page.orders_button.click()
    settle(qtbot)
    assert len(list((office.home.outbox / "down").glob("*.dxgoi"))) == 1
    assert len(list(office.home.inbox.rglob("*.dxgoi"))) == 1


def test_an_office_becomes_a_station_too(qtbot: QtBot, window: MainWindow) -> None:
    assert list(window._side.buttons) == ["office", "people", "settings", "care"]
    window.go("settings")
    settle(qtbot)
    settings: Any = window.page("settings")
    role = settings.fields[ROLE]
    role.setCurrentIndex(role.findData("both"))
    settings.fields["station.commune"].setText("xã Mẫu")
    settings.save_button.click()
    settle(qtbot)
    settle(qtbot)
    assert "on_air" in window._side.buttons
    assert "office" in window._side.buttons
    assert len(window._page_keys) == len(window._side.buttons)


def test_a_cell_says_in_words_what_its_colour_says() -> None:
    line: Any = type("Line", (), {"reporting": Reporting.CURRENT})
    silent: Any = type("Line", (), {"reporting": Reporting.SILENT})
    assert model.cell_look(None, line).words == "không giao"
    assert model.cell_look(Cell(3, 3, 3, 0, 0, ""), line).tone == "good"
    assert model.cell_look(Cell(3, 3, 0, 0, 0, ""), line).hatched
    assert "thiếu 2" in model.cell_look(Cell(3, 3, 1, 0, 0, ""), line).words
    assert "chưa đến hạn" in model.cell_look(Cell(3, 0, 0, 0, 0, ""), line).words
    assert "chưa báo" in model.cell_look(Cell(3, 0, 0, 0, 0, ""), silent).words
    assert model.short_name("Đài truyền thanh xã Bản Mẫu") == "Xã Bản Mẫu"
    assert model.short_name("Đài mẫu") == "Đài mẫu"
    assert model.percent(0.999) == "99%"
