"""Chạy thử: faults in words, a run beside the window, what to worry about first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from page_station import DAY, Station
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from broadcaster.base.clock import SystemClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.forecast.service import forecast
from broadcaster.forecast.told import to_json
from broadcaster.gui.forecast.export import as_csv, as_text
from broadcaster.gui.forecast.fault_dialog import FaultDialog
from broadcaster.gui.forecast.model import airing_rows, day_rows
from broadcaster.gui.forecast.parts import DayLine, FaultChip, FindingLine
from broadcaster.gui.forecast.view import ForecastView

TITLE = "=Thu gom rác thải"


class FakeMemory(dict[str, Any]):
    """The window's memory, in the test's own."""

    def value(self, name: str, default: Any = None) -> Any:
        return self.get(name, default)

    def setValue(self, name: str, value: Any) -> None:
        self[name] = value


class Shell:
    """Remembers what was said."""

    def __init__(self) -> None:
        self.memory = FakeMemory()
        self.errors: list[Exception] = []
        self.notes: list[str] = []

    def error(self, error: Exception) -> None:
        self.errors.append(error)

    def notify(self, text: str) -> None:
        self.notes.append(text)


@pytest.fixture
def place(home: StationHome, tmp_path: Path) -> Iterator[Station]:
    station = Station(home, tmp_path)
    station.people()
    station.sessions("05:00")
    station.campaign(station.approved(TITLE, seconds=3.0), times=1)
    yield station
    station.app.close()


@pytest.fixture
def view(qtbot: QtBot, place: Station) -> Iterator[ForecastView]:
    shell = Shell()
    made = ForecastView(place.app, shell)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show(DAY)
    yield made
    made.cancel()


def answer_of(place: Station, *faults: str) -> dict[str, Any]:
    return to_json(forecast(place.app, 2, None, faults))


def test_what_to_worry_about_comes_first(view: ForecastView, place: Station) -> None:
    answer = answer_of(place, "missing:rác thải@2")
    view.show_answer(answer)
    lines = view.findChildren(FindingLine)
    assert lines[0].accessibleName().startswith("22/11")
    assert TITLE in lines[0].accessibleName()
    assert "thiếu" in lines[0].accessibleName()
    days = view.findChildren(DayLine)
    assert [line.day for line in days] == [DAY, DAY + timedelta(1)]
    assert view.airings.rows.row_at(0).outcome == "sẽ không phát: thiếu tệp âm thanh"
    view.choose_day(DAY)
    assert view.airings.rows.row_at(0).started == "05:00:00"
    assert [row.tone for row in day_rows(answer)] == ["good", "wait"]


def test_a_calm_run_says_so(view: ForecastView, place: Station, qtbot: QtBot) -> None:
    view.show_answer(answer_of(place))
    assert "Không có gì phải lo" in view.banner.text()
    line = view.findChildren(DayLine)[1]
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert "22/11" in view.tabs.tabText(0)
    qtbot.keyClick(view.findChildren(DayLine)[0], Qt.Key.Key_Return)
    assert "21/11" in view.tabs.tabText(0)


def test_faults_are_chosen_in_words_and_taken_away(view: ForecastView) -> None:
    dialog = FaultDialog(view, DAY, 3)
    assert dialog.text() == "power:05:10+8m@2026-11-21"
    view.add_fault(dialog.text())
    dialog.kind.setCurrentIndex(dialog.kind.findData("clock"))
    dialog.day.setCurrentIndex(2)
    assert dialog.text() == "clock:05:10-60m@2026-11-23"
    view.add_fault(dialog.text())
    view.add_fault(dialog.text())  # once is enough
    dialog.kind.setCurrentIndex(dialog.kind.findData("missing"))
    dialog._take()
    assert dialog.form.complaints()
    dialog.what.setText("rác thải")
    assert dialog.text() == "missing:rác thải@2026-11-23"
    words = [chip.accessibleName() for chip in view.findChildren(FaultChip)]
    assert words == ["Mất điện lúc 05:10 trong 8 phút · 21/11", "Đồng hồ lùi 60 phút lúc 05:10 · 23/11"]
    view.remove_fault("power:05:10+8m@2026-11-21")
    assert view.faults == ["clock:05:10-60m@2026-11-23"]
    dialog.deleteLater()


def test_a_run_beside_the_window(view: ForecastView, qtbot: QtBot) -> None:
    view.first.set_value(SystemClock().now().date() + timedelta(days=1))
    view.days.setValue(1)
    with qtbot.waitSignal(view.child.done, timeout=60_000):
        view.run()
        assert view.stop_button.isVisible()
    assert view.answer is not None
    assert view.answer["format"] == "dai-xa.forecast"
    assert view.run_button.isVisible()


def test_a_refusal_is_told_in_words(view: ForecastView, qtbot: QtBot) -> None:
    view.first.set_value(SystemClock().now().date() + timedelta(days=1))
    view.faults = ["missing:không có@1"]
    with qtbot.waitSignal(view.child.failed, timeout=60_000):
        view.run()
    (error,) = view._shell.errors  # type: ignore[attr-defined]
    assert isinstance(error, Refused)
    assert error.code == "forecast.item_unknown"
    assert error.facts["what"] == "không có"


def test_a_question_to_begin_with_runs_at_once(view: ForecastView) -> None:
    question = next(each for each in view.findChildren(QPushButton) if "Nếu mất điện lúc 05:10" in each.text())
    question.click()
    assert view.child.running
    assert not question.isEnabled()
    assert view.faults == [f"power:05:10+8m@{DAY + timedelta(days=1)}"]  # today may have come too far already
    view.cancel()


def test_stopping_leaves_no_child(view: ForecastView, place: Station) -> None:
    view.run()
    process = view.child._process
    assert process is not None
    assert process.waitForStarted(10_000)
    view.cancel()
    assert not view.child.running
    assert process.processId() == 0
    assert not view.stop_button.isVisible()


def test_it_is_saved_as_text_or_table(view: ForecastView, place: Station, tmp_path: Path,
                                      monkeypatch: pytest.MonkeyPatch) -> None:
    answer = answer_of(place, "missing:rác thải@2")
    assert len(airing_rows(answer["days"][0])) == 1
    text = as_text(answer)
    assert text.index("thiếu tệp") < text.index("Thứ Bảy")
    table = as_csv(answer).splitlines()
    assert len(table) == 3
    assert f"'{TITLE}" in table[1]  # no formula
    view.show_answer(answer)
    chosen = tmp_path / "chạy thử"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), "Bảng CSV (*.csv)"))
    view.save()
    assert chosen.with_name("chạy thử.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert view._shell.notes == ["Đã lưu: chạy thử.csv"]  # type: ignore[attr-defined]
