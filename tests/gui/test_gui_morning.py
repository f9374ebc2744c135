"""The morning page on a station whose days were really played (in virtual time), and signing and correcting there."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from gui_steps import settle
from page_station import APPROVER, DAY, PIN, Station, answer, page_of, shown_window
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from broadcaster.accounts.model import Role
from broadcaster.asrun.model import Airing, AiringQuery, Outcome
from broadcaster.base.clock import at
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import changed, load_settings, save_settings
from broadcaster.gui.log.correction_dialog import CorrectionDialog, correction_words
from broadcaster.gui.log.logbook_dialog import LogbookDialog
from broadcaster.gui.log.signing import standing_words
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.morning.days_dialog import DaysDialog
from broadcaster.gui.morning.model import grouped, seal_code
from broadcaster.gui.morning.parts import FigureBox, RiskLine, RowLine, SessionLine
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.gui.widgets.dialogs import ConfirmDialog
from broadcaster.protocol.journal import JournalWriter, Kind
from broadcaster.reports.morning_model import Risk

OFFICER = "Cán bộ truyền thanh"
GOOD, BROKEN = "Phòng, chống đuối nước", "Thu gom rác thải"


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path) -> StationHome:
    """Saturday: one item aired, one whose file was altered; it is Sunday, half past six. Made once, for copies."""
    folder = tmp_path_factory.mktemp("played")
    home = StationHome(folder / "trạm mẫu")
    home.create()
    shutil.copyfile(migrated_file, home.database)
    made = Station(home, folder)
    made.people()
    made.sessions("05:00")
    made.campaign(made.approved(GOOD, seconds=5), times=1)
    broken = made.approved(BROKEN, seconds=3)
    made.campaign(broken, times=1)
    made.app.schedule.publish(DAY)
    home.audio(broken.cut.sha256).write_bytes(b"altered")
    made.play_until(6)
    made.app.schedule.publish(DAY + timedelta(1))
    wake(made, DAY + timedelta(1))
    made.app.close()
    return home


@pytest.fixture
def station(played: StationHome, tmp_path: Path) -> Iterator[Station]:
    home = StationHome(tmp_path / "trạm mẫu")
    shutil.copytree(played.root, home.root)
    made = Station(home, tmp_path)
    made.clock.advance((at(DAY + timedelta(1), 6.5 * 3600) - made.clock.now()).total_seconds())
    yield made
    made.app.close()


@pytest.fixture
def window(qtbot: Any, station: Station) -> Iterator[MainWindow]:
    yield from shown_window(qtbot, station)


def wake(station: Station, day: date) -> None:
    """Half past six: the player begins anew, and the journal is filed."""
    station.clock.advance((at(day, 6.5 * 3600) - station.clock.now()).total_seconds())
    pen = JournalWriter(station.home.asrun, station.clock.now)
    pen.write(Kind.BOOT)
    pen.close()
    station.app.asrun.file()
    station.app.seals.make()


def open_morning(qtbot: Any, window: MainWindow) -> Any:
    window.go("morning")
    page = page_of(window, "morning")
    qtbot.waitUntil(lambda: page.morning is not None)
    settle(qtbot)
    return page


def sign_as(name: str, pin: str) -> Callable[[PinDialog], None]:
    def sign(dialog: PinDialog) -> None:
        dialog.who.setCurrentIndex(dialog.who.findData(name))
        dialog.pin.setText(pin)
        dialog.sign.click()
    return sign


def parts(page: Any, kind: type[Any]) -> list[Any]:
    return [part for part in page.findChildren(kind) if part.isVisible()]


def rows(station: Station) -> dict[str, Airing]:
    return {row.title: row for row in station.app.asrun.airings(AiringQuery(DAY.isoformat(), DAY.isoformat()))}


def test_yesterday_and_today_at_a_glance(qtbot: Any, window: MainWindow) -> None:
    page = open_morning(qtbot, window)
    assert [part.accessibleName() for part in parts(page, FigureBox)] == ["1/2 lượt đã phát / kế hoạch", "1 không phát"]
    assert [line.accessibleName() for line in parts(page, RowLine)] == [
        f"05:00 {BROKEN}: không phát, tệp âm thanh bị sửa"]
    assert page.sign.state.text() == "chưa ký"
    assert page.sign.seal.text().startswith("Đã niêm phong: ")
    assert [line.accessibleName() for line in parts(page, SessionLine)] == [
        "05:00 Buổi sáng: 8 giây / 10 phút, đã xong"]
    assert page.strip.blocks()
    codes = {line.risk.code for line in parts(page, RiskLine)}
    assert "risk.backup_never" in codes
    assert not codes & {"risk.air_down", "risk.keeper_down"}, "they start with the window"
    window.app.clock.sleep(61)
    page.reload()
    qtbot.waitUntil(lambda: {"risk.air_down", "risk.keeper_down"} <= {
        line.risk.code for line in parts(page, RiskLine)})
    next(line for line in parts(page, RiskLine) if line.risk.page == "on_air").go.click()
    assert window.page("on_air") is not None


def test_the_officer_corrects_and_signs(qtbot: Any, window: MainWindow, station: Station) -> None:
    page = open_morning(qtbot, window)

    def correct(dialog: CorrectionDialog) -> None:
        dialog.save.click()
        assert dialog.form.complaints() == ["Viết vài chữ về việc đã xảy ra: điều này được lưu vào hồ sơ."]
        dialog.outcome.setCurrentIndex(dialog.outcome.findData("partial"))
        dialog.reason.setCurrentIndex(0)
        dialog.save.click()
        assert dialog.form.complaints() == ["Hãy chọn lý do."]
        dialog.outcome.setCurrentIndex(dialog.outcome.findData("aired"))
        dialog.note.line.setText("Phát bằng thiết bị dự phòng")
        answer(qtbot, PinDialog, sign_as(OFFICER, "1111"))
        dialog.save.click()

    answer(qtbot, CorrectionDialog, correct)
    parts(page, RowLine)[0].correct.click()
    qtbot.waitUntil(lambda: rows(station)[BROKEN].corrected)
    told = rows(station)[BROKEN]
    assert told.outcome is Outcome.MISSED
    assert told.counted.outcome is Outcome.AIRED
    assert told.correction is not None
    assert told.correction.by == OFFICER
    qtbot.waitUntil(lambda: [part.number.text() for part in parts(page, FigureBox)] == ["2/2", "0"])
    again = CorrectionDialog(window, window, told)
    qtbot.addWidget(again)
    assert again.outcome.currentData() == "aired", "a further word does not take the correction back by the way"
    qtbot.waitUntil(lambda: "Phát bằng thiết bị dự phòng" in again.history.text())
    answer(qtbot, PinDialog, sign_as(OFFICER, "1111"))
    page.sign.sign.click()
    qtbot.waitUntil(lambda: page.sign.state.text() == "đã ký")
    assert not page.sign.sign.isVisible()
    assert page.sign.words.text().startswith(f"Đã ký: {OFFICER}")
    # A word said afterwards does not take the name away: it is told, and signed anew.
    station.app.corrections.take_back(told.id, "Nghe lại: không phát", APPROVER)
    page.reload()
    qtbot.waitUntil(lambda: page.sign.state.text() == "có thay đổi sau khi ký")
    assert "Phó Chủ tịch ghi 1 đính chính" in page.sign.words.text()
    answer(qtbot, PinDialog, sign_as(OFFICER, "1111"))
    page.sign.sign.click()
    qtbot.waitUntil(lambda: page.sign.state.text() == "đã ký")
    assert len(station.app.signatures.list()) == 2


def test_two_weeks_away(qtbot: Any, window: MainWindow, station: Station) -> None:
    for number in (1, 2, 3):
        station.app.schedule.publish(DAY + timedelta(number))
    wake(station, DAY + timedelta(9))  # a Monday
    page = open_morning(qtbot, window)
    assert [day.first for day in page.morning.unsigned] == [DAY + timedelta(number) for number in range(4)]
    assert page.nothing.text() == "Hôm qua không có lịch phát và không phát gì."
    assert not page.sign.sign.isVisible()
    assert not page.sign.week.isEnabled()

    def look(dialog: DaysDialog) -> None:
        if not dialog.all.isEnabled():
            qtbot.waitUntil(dialog.all.isEnabled)
        words = "\n".join(part.text() for part in dialog.findChildren(QLabel))
        assert "Buổi sáng: 2 mục không phát – máy tính tắt" in words
        answer(qtbot, PinDialog, sign_as(OFFICER, "1111"))
        dialog.boxes[DAY].sign.click()
        qtbot.waitUntil(lambda: "Ký cả 3 ngày" in dialog.all.text())
        answer(qtbot, PinDialog, sign_as(OFFICER, "1111"))
        dialog.all.click()

    answer(qtbot, DaysDialog, look)
    page.sign.days.click()
    qtbot.waitUntil(lambda: not page.morning.unsigned and page.sign.week.isEnabled())
    for first, last in ((DAY - timedelta(5), "Tuần 23/11 – 29/11"), (DAY + timedelta(2), "Tuần 23/11 – 29/11")):
        assert page.morning.week.first == first
        answer(qtbot, PinDialog, sign_as(APPROVER, PIN))
        page.sign.week.click()
        qtbot.waitUntil(lambda first=first: page.morning.week.first != first or not page.morning.week.due)
        assert page.sign.week_head.text() == last
    assert page.sign.week_state.text() == "đã ký"
    assert [(each.kind, each.person) for each in station.app.signatures.list()][-2:] == [("week", APPROVER)] * 2


def test_the_log_page_marks_and_signs(qtbot: Any, window: MainWindow, station: Station) -> None:
    window.go("log", DAY.isoformat())
    page = page_of(window, "log")
    qtbot.waitUntil(lambda: len(page.table.rows.ids) == 2 and page.names.isVisible())
    assert page.names.state.text() == "chưa ký"
    answer(qtbot, PinDialog, sign_as(OFFICER, "1111"))
    page.names.sign.click()
    qtbot.waitUntil(lambda: page.names.state.text() == "đã ký")
    station.app.corrections.add(rows(station)[GOOD].id, "missed", "device_lost", "Loa không kêu", OFFICER)
    page.reload()
    qtbot.waitUntil(lambda: page.names.state.text() == "có thay đổi sau khi ký")
    page.chips[Outcome.MISSED].click()
    qtbot.waitUntil(lambda: len(page.table.rows.ids) == 2)
    page.table.selectRow(0)
    shown = [page.table.rows.data(page.table.rows.index(0, column)) for column in range(7)]
    assert "không phát*" in shown
    assert "mất thiết bị âm thanh – “Loa không kêu” – Cán bộ truyền thanh ghi" in shown
    page.export_button.setFocus()


def test_the_logbook_is_looked_at_and_saved(qtbot: Any, window: MainWindow, tmp_path: Path,
                                            monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "sổ.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))

    def look(dialog: LogbookDialog) -> None:
        qtbot.waitUntil(dialog.save.isEnabled)
        assert dialog.days() == (DAY, DAY)
        dialog.span.setCurrentIndex(dialog.span.findData("week"))
        assert dialog.days() == (DAY - timedelta(5), DAY + timedelta(1))
        qtbot.waitUntil(dialog.save.isEnabled)
        dialog.save.click()
        qtbot.waitUntil(target.exists)
        settle(qtbot)
        dialog.reject()

    page = open_morning(qtbot, window)
    done = answer(qtbot, LogbookDialog, look)
    page.print.click()
    assert done
    assert target.read_bytes()[:2] == b"PK"


def test_an_empty_station(qtbot: Any, home: StationHome, tmp_path: Path) -> None:
    bare = Station(home, tmp_path)
    for window in shown_window(qtbot, bare):
        page = open_morning(qtbot, window)
        assert not page.rows.isVisible()
        assert not page.sign.sign.isVisible()
        assert page.sign.state.text() == "không có gì để ký"
        assert "risk.session_empty" in {line.risk.code for line in parts(page, RiskLine)}
    bare.app.close()


def test_a_name_is_more_than_a_click(qtbot: Any, played: StationHome, tmp_path: Path) -> None:
    home = StationHome(tmp_path / "trạm mẫu")
    shutil.copytree(played.root, home.root)
    save_settings(home, changed(load_settings(home), "people", sign_in=True))
    made = Station(home, tmp_path)
    made.clock.advance((at(DAY + timedelta(1), 6.5 * 3600) - made.clock.now()).total_seconds())
    made.app.accounts.add("Trưởng thôn", "", Role.VIEWER, "3333")
    for window in shown_window(qtbot, made):
        enter(qtbot, window, "Trưởng thôn", "3333")
        page = open_morning(qtbot, window)
        assert not page.sign.sign.isEnabled(), "who only looks signs nothing"
        window.lock(why="change")
        enter(qtbot, window, OFFICER, "1111")
        assert page.sign.sign.isEnabled()
        answer(qtbot, ConfirmDialog, lambda dialog: dialog.no.click())
        page.sign.sign.click()
        assert made.app.signatures.standing(DAY).state == "unsigned"
        answer(qtbot, ConfirmDialog, lambda dialog: dialog.yes.click())
        page.sign.sign.click()
        qtbot.waitUntil(lambda page=page: page.sign.state.text() == "đã ký")
    made.app.close()


def enter(qtbot: Any, window: MainWindow, name: str, pin: str) -> None:
    settle(qtbot)
    screen = window._sign_in.screen
    assert screen is not None
    form = screen.card.form
    form.who.setCurrentIndex(form.who.findData(name))
    form.pin.setText(pin)
    qtbot.keyClick(form.pin, Qt.Key.Key_Return)
    settle(qtbot)


def test_words(station: Station) -> None:
    told = station.app.corrections.add(rows(station)[BROKEN].id, None, "", "Đã báo trưởng thôn", OFFICER)
    assert correction_words(told).endswith(f"{OFFICER}: như máy ghi – “Đã báo trưởng thôn”")
    assert seal_code("DAIXA1 xa-mau 2026-11-21 0123456789abcdef0123456789abcdef 4821 0937") == "0123 4567 89ab cdef"
    assert standing_words(station.app.signatures.standing(DAY)) == "Chưa có ai ký."
    assert len(grouped(list(rows(station).values()))) == 2
    from broadcaster.gui.morning.model import risk_words

    assert risk_words(Risk("risk.backup_old", "", facts={"days": 9})).startswith("Bản sao lưu gần nhất đã 9 ngày")
    assert risk_words(Risk("alarm.disk_low", "", facts={"free_mb": 12})).startswith("Ổ đĩa")
