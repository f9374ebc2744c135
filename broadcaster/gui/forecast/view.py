"""Chạy thử: choose days and faults, see what to worry about first, then day by day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QProgressBar, QSplitter, QTabWidget, QVBoxLayout, QWidget

from broadcaster.base.errors import BroadcasterError
from broadcaster.gui.forecast import export
from broadcaster.gui.forecast.child import ForecastChild
from broadcaster.gui.forecast.fault_dialog import ask_fault
from broadcaster.gui.forecast.model import airing_rows, day_rows, letter_rows, session_names
from broadcaster.gui.forecast.parts import DayLine, FaultChip, FindingLine, Intro, cleared
from broadcaster.gui.forecast.tables import LENGTH, airings_table, letters_table
from broadcaster.gui.forecast.words import count_words, fault_words
from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.flow import FlowLayout
from broadcaster.gui.widgets.form import number_field
from broadcaster.gui.widgets.layout import Card, ElidedLabel, label, row, scrolled
from broadcaster.gui.widgets.times import DateField
from broadcaster.wiring import App

MOST_DAYS = 60
_EARLY = time(5)
_NARROW = 900
"""Below this width the list of airings goes without lengths."""
_MOST_LINES = 80
"""Findings shown; all of them are in the file that is saved."""


class ForecastView(QWidget):
    """Runs `broadcaster forecast` beside the window; nothing of the station is touched."""

    def __init__(self, app: App, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self._app, self._shell = app, shell
        self.faults: list[str] = []
        self.answer: dict[str, Any] | None = None
        self._lines: list[DayLine] = []
        self.child = ForecastChild(app.home, self)
        self.child.progressed.connect(self._progressed)
        self.child.done.connect(self.show_answer)
        self.child.failed.connect(self._failed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self._top())
        self._intro = Intro(self._try, _while_on_air(app))
        self._both = self._results()
        self._both.hide()
        box.addWidget(self._intro, 1)
        box.addWidget(self._both, 1)
        self._show_faults()
        self._show_running(False)

    def show(self, day: date | None = None) -> None:
        """Come to the front; `day`: where a run would begin."""
        if day is not None and not self.child.running:
            self.first.set_value(max(day, self._app.clock.now().date()))
        super().show()

    def run(self) -> None:
        """Play the chosen days ahead."""
        self._show_running(True)
        self.bar.setRange(0, 0)
        self.step.set_text(self.tr("Planning the days…"))
        self.child.start(self.first.value(), self.days.value(), self.faults)

    def cancel(self) -> None:
        self.child.cancel()
        self._show_running(False)

    def add_fault(self, text: str = "") -> None:
        """Ask for a fault, or take `text`."""
        text = text or ask_fault(self, self.first.value(), self.days.value())
        if text and text not in self.faults:
            self.faults.append(text)
            self._show_faults()

    def _try(self, fault: str) -> None:
        """One of the questions a person may begin with, on the first day that is still whole."""
        tomorrow = self._app.clock.now().date() + timedelta(days=1)
        self.days.setValue(max(2, self.days.value()))
        self.add_fault(f"{fault}@{max(tomorrow, self.first.value())}")
        self.run()

    def remove_fault(self, text: str) -> None:
        self.faults.remove(text)
        self._show_faults()

    def save(self) -> None:
        """Take the answer away as text or CSV."""
        if self.answer is None:
            return
        name = self.tr("trial run {first}").format(first=self.answer["first_day"])
        path = export.ask_file(self, self._shell, name)
        if path is None:
            return
        try:
            export.write(path, self.answer)
        except BroadcasterError as error:
            self._shell.error(error)
            return
        self._shell.notify(self.tr("Saved: {file}").format(file=path.name))

    def hideEvent(self, event: QHideEvent) -> None:
        """A window that goes leaves no child behind; another view in front lets it finish."""
        super().hideEvent(event)
        if self.window().isHidden():
            self.cancel()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.airings.setColumnHidden(LENGTH, self.width() < _NARROW)

    # Building

    def _top(self) -> Card:
        self.first = DateField(self._app.clock.now().date())
        self.first.setAccessibleName(self.tr("First day"))
        self.days = number_field(7, 1, MOST_DAYS, self.tr(" days"))
        self.days.setAccessibleName(self.tr("How many days"))
        self.fault_button = button(self.tr("Suppose a fault…"), "plus", self.add_fault)
        self.run_button = primary_button(self.tr("Run it"), "play", self.run)
        self.stop_button = button(self.tr("Stop"), "square", self.cancel)
        self.save_button = button(self.tr("Save…"), "file-down", self.save)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Days done"))
        self.step = ElidedLabel("", "soft")
        self.chips = QWidget()
        self.chips.setObjectName("plain")
        self._chips = FlowLayout(self.chips)
        card = Card()
        card.add(row(label(self.tr("From"), "soft"), self.first, self.days, self.fault_button, None, self.save_button,
                     self.stop_button, self.run_button), self.chips)
        self._working = QWidget()
        self._working.setObjectName("plain")
        line = row(self.bar, self.step)
        line.setContentsMargins(0, 0, 0, 0)
        line.setStretch(0, 2)
        line.setStretch(1, 1)
        self._working.setLayout(line)
        card.add(self._working)
        return card

    def _results(self) -> QSplitter:
        self.banner = Banner()
        self._findings = QVBoxLayout()
        self._findings.setContentsMargins(0, 0, 0, 0)
        self._findings.setSpacing(0)
        self._days = QVBoxLayout()
        self._days.setContentsMargins(0, 0, 0, 0)
        self._days.setSpacing(0)
        left = Card(self.tr("What to worry about"))
        left.add(self.banner)
        left.add(_scrolling(self._findings), stretch=1)
        self.airings, self.letters = airings_table(), letters_table()
        self._make_tabs()
        right = QSplitter(Qt.Orientation.Vertical)
        right.setChildrenCollapsible(False)
        above, below = Card(self.tr("Day by day")), Card()
        above.add(_scrolling(self._days), stretch=1)
        below.add(self.tabs, stretch=1)
        right.addWidget(above)
        right.addWidget(below)
        right.setSizes([240, 300])
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(12)
        both.addWidget(left)
        both.addWidget(right)
        both.setSizes([330, 770])
        both.setStretchFactor(0, 1)
        both.setStretchFactor(1, 2)
        return both

    def _make_tabs(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.addTab(self.airings, self.tr("Airings of the day"))
        self.tabs.addTab(self.letters, self.tr("Minutes per letter"))

    # Showing

    def show_answer(self, answer: dict[str, Any]) -> None:
        """What the run said."""
        self._show_running(False)
        self.answer = answer
        self.save_button.setEnabled(True)
        findings = answer["findings"]
        levels = {each["level"] for each in findings}
        grave = "bad" if "break" in levels else "wait" if "loss" in levels else "good"
        self._intro.hide()
        self._both.show()
        made = datetime.fromisoformat(answer["made_at"])
        words = self.tr("{words} Run at {time}.").format(words=count_words(findings), time=f"{made:%H:%M}")
        self.banner.show_text(words, grave, "circle-check" if grave == "good" else "triangle-alert")
        self._show_findings(answer)
        cleared(self._days)
        self._lines = []
        for item in day_rows(answer):
            line = DayLine(item)
            line.pressed.connect(partial(self.choose_day, item.day))
            self._days.addWidget(line)
            self._lines.append(line)
        self._days.addStretch(1)
        self.letters.show_rows(letter_rows(answer))
        first = next((each["day"] for each in findings if each["day"]), answer["first_day"])
        self.choose_day(date.fromisoformat(first))

    def choose_day(self, day: date) -> None:
        """Its airings below."""
        if self.answer is None:
            return
        found: Mapping[str, Any] | None = next(
            (each for each in self.answer["days"] if each["day"] == day.isoformat()), None)
        for line in self._lines:
            line.set_chosen(line.day == day)
        self.tabs.setTabText(0, self.tr("Airings of {day}").format(day=f"{day:%d/%m}"))
        self.airings.show_rows(airing_rows(found) if found else [])
        self.airings.set_empty("calendar-days", self.tr("Nothing would be aired on this day."))

    def _show_findings(self, answer: Mapping[str, Any]) -> None:
        cleared(self._findings)
        names = session_names(answer)
        for finding in answer["findings"][:_MOST_LINES]:
            line = FindingLine(finding, names)
            if finding["day"]:
                line.pressed.connect(partial(self._open_day, date.fromisoformat(finding["day"])))
            self._findings.addWidget(line)
        more = len(answer["findings"]) - _MOST_LINES
        if more > 0:
            self._findings.addWidget(label(self.tr("… and {count} more: save the run to read them all.").format(
                count=more), "soft", wrap=True))
        self._findings.addStretch(1)

    def _open_day(self, day: date) -> None:
        self.tabs.setCurrentIndex(0)
        self.choose_day(day)

    def _show_faults(self) -> None:
        cleared(self._chips)
        for text in self.faults:
            day = date.fromisoformat(text.rpartition("@")[2])
            self._chips.addWidget(FaultChip(fault_words(text, day), partial(self.remove_fault, text)))
        self.chips.setVisible(bool(self.faults))

    def _show_running(self, running: bool) -> None:
        self._working.setVisible(running)
        self.stop_button.setVisible(running)
        self.run_button.setVisible(not running)
        for part in (self.first, self.days, self.fault_button, self.chips, self._intro):
            part.setEnabled(not running)
        self.save_button.setEnabled(not running and self.answer is not None)

    def _progressed(self, done: int, of: int) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        day = self.first.value() + timedelta(days=done - 1)
        self.step.set_text(self.tr("{day} is played").format(day=f"{day:%d/%m/%Y}"))

    def _failed(self, error: BroadcasterError) -> None:
        self._show_running(False)
        self._shell.error(error)


def _while_on_air(app: App) -> time:
    """Ten minutes into the day's first session."""
    try:
        first = min((each.starts for each in app.schedule.held()), default=_EARLY)
    except BroadcasterError:
        first = _EARLY
    minutes = min(first.hour * 60 + first.minute + 10, 24 * 60 - 1)
    return time(minutes // 60, minutes % 60)


def _scrolling(box: QVBoxLayout) -> QWidget:
    inner = QWidget()
    inner.setLayout(box)
    return scrolled(inner)
