"""Units at the left, their stations at the right: who reports, how much aired, four weeks at a glance."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from broadcaster.aggregation.office.figures import Overview, Reporting, StationLine, UnitLine
from broadcaster.base.vietnamese import fold
from broadcaster.gui.i18n import number_text
from broadcaster.gui.office import model
from broadcaster.gui.office.strip import Marks, StripDelegate, strip_width
from broadcaster.gui.people.tray import tray
from broadcaster.gui.widgets.chips import chip
from broadcaster.gui.widgets.form import choice
from broadcaster.gui.widgets.layout import Card, label, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.search import SearchField
from broadcaster.gui.widgets.table import Table

STRIP_DAYS = 21
_UNIT, _STRIP = 1, 4
_UNITS, _NARROW = 312, 1000
_INDENT = "\u2002"


class StationsTab(QWidget):
    """Filters and sorts what the page asked for; asks again only for another unit, period or order."""

    unit_chosen = Signal(int)
    order_chosen = Signal(str)
    opened = Signal(object)

    def __init__(self, shares: Callable[[Sequence[int], date, date], object]) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._shares = shares
        self._lines: list[StationLine] = []
        self._folded: list[str] = []
        self._days: list[date] = []
        self.units = self._make_units()
        self.stations = self._make_stations()
        self.strip = StripDelegate(self.stations, _STRIP, self._ask_strip)
        self.search = SearchField(self.tr("Search stations (accents may be left out)…"))
        self.search.searched.connect(lambda _: self._filter())
        self.order = choice([("worst", self.tr("Worst first")), ("name", self.tr("By name")),
                             ("share", self.tr("Least aired first")), ("unit", self.tr("By unit"))])
        self.order.setMinimumWidth(178)
        self.order.setAccessibleName(self.tr("Order of the stations"))
        self.order.currentIndexChanged.connect(lambda _: self.order_chosen.emit(str(self.order.currentData())))
        self.chips: dict[Reporting, QPushButton] = {}
        places, flow = tray()
        for state in reversed(Reporting):
            self.chips[state] = chip(model.state_words(state), model.TONES[state])
            self.chips[state].clicked.connect(lambda _: self._filter())
            flow.addWidget(self.chips[state])
        self.summary = label("", "strong", wrap=True)
        self.legend = label(self.tr(
            "Last {days} days, one box a day: the fuller, the more of the plan aired; hatched: nothing came.").format(
                days=STRIP_DAYS), "faint", wrap=True)
        left = Card(self.tr("Units")).add(self.units, stretch=1)
        left.setFixedWidth(_UNITS)
        self._left = left
        find = row(self.search, self.order)
        find.setStretch(0, 1)
        right = Card().add(self.summary, find, places)
        right.add(self.stations, stretch=1)
        right.add(self.legend)
        box = row(left, right, spacing=14)
        box.setStretch(1, 1)
        box.setContentsMargins(0, 12, 0, 0)
        self.setLayout(box)

    def show_overview(self, found: Overview, lines: Sequence[StationLine], today: date) -> None:
        """`lines`: of the unit asked for, in the order asked for."""
        self.units.show_rows([found.total, *found.units] if not found.query.unit else self._whole(found),
                             lambda unit: unit.ref)
        self._lines = list(lines)
        self._folded = [fold(f"{line.name} {line.commune} {line.id}") for line in lines]
        self._days = [today - timedelta(days=back) for back in range(STRIP_DAYS, 0, -1)]
        self.strip.begin(self._days)
        counts = dict.fromkeys(Reporting, 0)
        for line in lines:
            counts[line.reporting] += 1
        for state, button in self.chips.items():
            button.setText(f"{model.state_words(state)}: {number_text(counts[state])}")
            button.setAccessibleName(button.text())
        self._filter()

    def learn(self, found: Mapping[int, Marks], days: Sequence[date]) -> None:
        self.strip.learn(found, list(days))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names before figures where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._left.setFixedWidth(_UNITS - 62 if narrow else _UNITS)
        self.units.setColumnHidden(1, narrow)
        for place in (_UNIT, _STRIP):
            self.stations.setColumnHidden(place, narrow)
        self.legend.setVisible(not narrow)

    def _whole(self, found: Overview) -> list[UnitLine]:
        """Choosing a unit leaves the tree as it was."""
        there: list[UnitLine] = [unit for unit in map(self.units.rows.row_at, range(len(self.units.rows.ids)))
                                 if unit is not None]
        return there or [found.total, *found.units]

    def _filter(self) -> None:
        words = fold(self.search.text()).split()
        states = {state for state, button in self.chips.items() if button.isChecked()}
        shown = [line for line, text in zip(self._lines, self._folded, strict=True)
                 if (not states or line.reporting in states) and all(word in text for word in words)]
        self.stations.show_rows(shown, lambda line: line.ref)
        planned = sum(line.figures.planned for line in shown)
        done = sum(line.figures.done for line in shown)
        share = model.percent(min(done / planned, 1.0)) if planned else "–"
        said = self.tr("{count} stations · {share} of what was planned aired · {calls} to telephone")
        self.summary.setText(said.format(
            count=number_text(len(shown)), share=share,
            calls=number_text(sum(line.reporting in model.CALL for line in shown))))

    def _ask_strip(self, refs: Sequence[int]) -> None:
        if self._days:
            self._shares(refs, self._days[0], self._days[-1])

    def _make_units(self) -> Table:
        table = Table("office.units", [
            Column(self.tr("Unit"), self._unit_name, 0),
            Column(self.tr("Stations"), lambda unit: number_text(unit.stations), 62, right=True, digits=True),
            Column(self.tr("Call"), lambda unit: number_text(unit.stopped) if unit.stopped else "", 78,
                   tone=lambda unit: "bad" if unit.stopped else "",
                   tip=lambda unit: self.tr("{count} stations stopped reporting or are in doubt").format(
                       count=unit.stopped)),
        ], accessible=self.tr("Units"))
        table.picked.connect(self._pick_unit)
        return table

    def _unit_name(self, unit: UnitLine) -> str:
        return self.tr("All stations") if not unit.ref else f"{_INDENT * unit.depth}{unit.name}"

    def _pick_unit(self, unit: UnitLine | None) -> None:
        if unit is not None:
            self.unit_chosen.emit(unit.ref)

    def _make_stations(self) -> Table:
        table = Table("office.stations", [
            Column(self.tr("Station"), lambda line: model.short_name(line.name), 0, tip=_station_tip),
            Column(self.tr("Unit"), lambda line: line.unit_name, 108),
            Column(self.tr("State"), model.state_text, 182, tone=model.state_tone),
            Column(self.tr("Aired of planned"), lambda line: model.share_text(line.figures), 150, digits=True),
            Column(self.tr("Last {days} days").format(days=STRIP_DAYS), lambda _: "", strip_width(STRIP_DAYS),
                   tip=self._strip_tip),
        ], accessible=self.tr("Stations"))
        table.opened.connect(self._open)
        table.set_empty("search", self.tr("No station fits this search."))
        return table

    def _open(self, line: Any) -> None:
        if line is not None:
            self.opened.emit(line)

    def _strip_tip(self, line: StationLine) -> str:
        marks = self.strip.marks(line.ref)
        if marks is None:
            return ""
        return self.tr("{count} of {days} days came; up to {day}").format(
            count=len(marks), days=STRIP_DAYS, day=model.plain_day(line.last_day) or "–")


def _station_tip(line: StationLine) -> str:
    return "\n".join(filter(None, (line.name, line.commune, line.id)))
