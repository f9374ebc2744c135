"""Nhật ký thao tác: who did what, searched, filtered, checked, taken away. Nothing here can change an act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QPushButton, QWidget

from broadcaster.accounts.trail_service import Entry, Filter
from broadcaster.accounts.trail_words import Group
from broadcaster.gui.i18n import number_text
from broadcaster.gui.log.model import CUSTOM, period_days, periods
from broadcaster.gui.ops import Op
from broadcaster.gui.people.section import Section
from broadcaster.gui.people.trail_check import TrailCheckDialog
from broadcaster.gui.people.trail_detail import TrailDetail
from broadcaster.gui.people.tray import tray
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.chips import chip
from broadcaster.gui.widgets.dialogs import ProgressDialog
from broadcaster.gui.widgets.form import choice
from broadcaster.gui.widgets.layout import Card, label, row, show_if
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.search import SearchField
from broadcaster.gui.widgets.table import Table
from broadcaster.gui.widgets.times import DateField
from broadcaster.gui.widgets.two_panes import TwoPanes
from broadcaster.protocol.verifier import Fault

_EVERYBODY, _FOLDER = "*", "people/folder"
_NARROW = 900


@dataclass(frozen=True)
class Found:
    """The answer to one question."""

    wanted: Filter
    count: int
    people: Sequence[str]
    groups: Sequence[Group]
    subject: str


class TrailSection(Section):
    """The record of who did what; `go("people", "trail:cart:ID")` shows one thing's."""

    name = "trail"

    def build(self) -> None:
        self._asked, self._chosen, self._subject, self._filling = 0, 0, "", False
        self._shown = Filter()
        self.chips: dict[str, QPushButton] = {}
        self._make_table()
        self.detail = TrailDetail(self.app, self.shell)
        self.detail.subject_wanted.connect(self._show_subject)
        box = Card()
        box.add(self._top(), self._second(), self._chip_line())
        box.add(self.table, stretch=1)
        self.panes = TwoPanes(self.shell.memory, "people/trail", box, self.detail, [640, 330], _NARROW)
        self.detail.closed.connect(self.panes.show_list)
        self.panes.alone.connect(self.detail.back.setVisible)
        self.detail.back.setVisible(False)
        self.body.addWidget(self.panes, 1)

    def on_shown(self, item: str = "") -> None:
        """`item`: a subject such as "cart:ID"; a letter's is its bare id."""
        if item:
            self._show_subject(item)
        else:
            self.reload()

    def on_changes(self, kinds: frozenset[str]) -> None:
        if kinds & {"audit", "*"}:
            self.reload()

    def wanted(self) -> Filter:
        """What the filters ask for."""
        person = str(self.person.currentData())
        days = self._days()
        groups = tuple(key for key, each in self.chips.items() if each.isChecked())
        return Filter(self.search.text().strip(), None if person == _EVERYBODY else person, groups, self._subject,
                      days[0] if days else None, days[1] if days else None)

    def reload(self) -> None:
        """Ask again; only the newest answer is shown."""
        self._asked += 1
        asked, wanted, trail = self._asked, self.wanted(), self.app.trail

        def look() -> Found:
            return Found(wanted, trail.count(wanted), trail.people(), trail.groups(),
                         trail.title(wanted.subject) if wanted.subject else "")

        Op(look).on_success(lambda found: self._show(found) if asked == self._asked else None).start(self)

    def _make_table(self) -> None:
        self.table = Table("people.trail", [
            Column(self.tr("Time"), lambda item: f"{item.at:%d/%m/%Y %H:%M}", 166, digits=True),
            Column(self.tr("Who"), lambda item: item.who, 196, tip=lambda item: item.who),
            Column(self.tr("What was done"), lambda item: item.deed, 0, tip=lambda item: item.sentence),
        ], accessible=self.tr("Who did what"))
        self.table.setMinimumHeight(200)
        self.table.picked.connect(self._pick)
        self.table.opened.connect(self._open)
        self.table.clicked.connect(lambda _: self._open(self.table.current_row()))

    def _top(self) -> QHBoxLayout:
        self.search = SearchField(self.tr("Search person, deed, title, reason (accents may be left out)…"))
        self.search.searched.connect(lambda _: self.reload())
        self.check_button = button(self.tr("Check"), "shield-check", self._check)
        self.export_button = button(self.tr("Export…"), "file-down", self._export_menu)
        line = row(self.search, self.check_button, self.export_button)
        line.setStretch(0, 1)
        return line

    def _second(self) -> QWidget:
        today = self.app.clock.now().date()
        self.person = choice([(_EVERYBODY, self.tr("Everybody"))])
        self.person.setAccessibleName(self.tr("Who"))
        self.person.currentIndexChanged.connect(lambda _: self.reload())
        self.period = choice(periods(), "all")
        self.period.setAccessibleName(self.tr("Period"))
        self.first, self.last = DateField(today), DateField(today)
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        self.period.currentIndexChanged.connect(lambda _: self._period_changed())
        place, flow = tray()
        for field, width in ((self.person, 190), (self.period, 206), (self.first, 124), (self.last, 124)):
            field.setMinimumWidth(width)
            flow.addWidget(field)
        for day in (self.first, self.last):
            day.dateChanged.connect(lambda _: self.reload())
            day.hide()
        return place

    def _chip_line(self) -> QHBoxLayout:
        self._tray, self._flow = tray()
        self.subject_chip = chip("")
        self.subject_chip.setChecked(True)
        self.subject_chip.clicked.connect(lambda: self._show_subject(""))
        self.subject_chip.hide()
        self._flow.addWidget(self.subject_chip)
        self.count = label("", "soft")
        line = row(self._tray, self.count, spacing=8)
        line.setStretch(0, 1)
        return line

    def _days(self) -> tuple[date, date] | None:
        period = str(self.period.currentData())
        if period == CUSTOM:
            days = sorted((self.first.value(), self.last.value()))
            return days[0], days[1]
        return period_days(period, self.app.clock.now().date())

    def _period_changed(self) -> None:
        for part in (self.first, self.last):
            part.setVisible(self.period.currentData() == CUSTOM)
        self.reload()

    def _show_subject(self, subject: str) -> None:
        self._subject = subject
        if subject:
            self._clear()
        self.panes.show_list()
        self.reload()

    def _show(self, found: Found) -> None:
        self._filling = True
        self._show_people(found.people)
        self._show_groups(found.groups)
        self.table.show_ids(range(found.count), partial(self._fetch, found.wanted))
        self._keep_chosen(found.wanted)
        self._filling = False
        self.count.setText(self.tr("{count} acts").format(count=number_text(found.count)))
        subject = found.subject or self.tr("one item")
        self.subject_chip.setText(self.tr("Only: {title}").format(title=_short(subject)).replace("&", "&&"))
        self.subject_chip.setAccessibleName(self.tr("Remove this filter: {filter}").format(filter=subject))
        self.subject_chip.setToolTip(self.subject_chip.accessibleName())
        self.subject_chip.setChecked(True)
        show_if(self.subject_chip, bool(self._subject))
        self.export_button.setEnabled(found.count > 0)
        if found.wanted == Filter():
            self.table.set_empty("clipboard-list", self.tr("Nothing was done yet. Every act will stand here."))
        else:
            self.table.set_empty("search", self.tr("Nothing matches. Try other words, another person or period."),
                                 self.tr("Show everything"), self._show_all)

    def _fetch(self, wanted: Filter, places: Sequence[int]) -> list[Entry]:
        return self.app.trail.entries(wanted, len(places), places[0]) if places else []

    def _show_people(self, people: Sequence[str]) -> None:
        if [self.person.itemData(at) for at in range(1, self.person.count())] == list(people):
            return
        chosen = self.person.currentData()
        self.person.blockSignals(True)
        self.person.clear()
        self.person.addItem(self.tr("Everybody"), _EVERYBODY)
        for name in people:
            self.person.addItem(name or self.tr("Nobody signed"), name)
        self.person.setCurrentIndex(max(0, self.person.findData(chosen)))
        self.person.blockSignals(False)

    def _show_groups(self, groups: Sequence[Group]) -> None:
        for group in groups:
            if group.key not in self.chips:
                self.chips[group.key] = chip(group.words)
                self.chips[group.key].clicked.connect(lambda _: self.reload())
                self._flow.addWidget(self.chips[group.key])

    def _keep_chosen(self, wanted: Filter) -> None:
        """Rows are known by place: after new acts came, the same place may hold another one. The details stay."""
        line: Entry | None = self.table.current_row()
        if line is None or line.id != self._chosen:
            self.table.clearSelection()
            self.table.setCurrentIndex(self.table.rows.index(-1, -1))
            if wanted != self._shown:
                self.detail.show_entry(None)
        self._shown = wanted

    def _clear(self) -> None:
        """Every filter but the subject."""
        for field in (self.search, self.person, self.period):
            field.blockSignals(True)
        self.search.clear()
        self.person.setCurrentIndex(0)
        self.period.setCurrentIndex(self.period.findData("all"))
        for field in (self.search, self.person, self.period):
            field.blockSignals(False)
        for part in (self.first, self.last):
            part.hide()
        for each in self.chips.values():
            each.setChecked(False)

    def _show_all(self) -> None:
        self._subject = ""
        self._clear()
        self.reload()

    def _pick(self, entry: Entry | None) -> None:
        if self._filling:
            return
        self._chosen = entry.id if entry else 0
        self.detail.show_entry(entry)

    def _open(self, entry: Entry | None) -> None:
        if entry is not None:
            self.panes.show_item()

    def _check(self) -> None:
        trail = self.app.trail
        dialog = ProgressDialog(self, self.tr("Checking every act against the one before it…"))
        dialog.run(lambda step: (trail.count(), trail.verify()), self._show_check)

    def _show_check(self, result: tuple[int, list[Fault]]) -> None:
        dialog = TrailCheckDialog(self.window(), *result)
        dialog.exec()
        dialog.deleteLater()

    def _export_menu(self) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("Excel workbook…"), lambda: self.export("xlsx"))
        menu.addAction(self.tr("CSV text…"), lambda: self.export("csv"))
        menu.addAction(self.tr("To be checked elsewhere (JSON lines, chained)…"), lambda: self.export("jsonl"))
        menu.exec(self.export_button.mapToGlobal(QPoint(0, self.export_button.height() + 2)))
        menu.deleteLater()

    def export(self, fmt: str) -> None:
        """What is now asked for; chained lines leave none out in between."""
        wanted, trail = self.wanted(), self.app.trail
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(str(self.shell.memory.value(_FOLDER, documents)))
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Export the record"),
                                                str(folder / f"{self.tr('Who did what')}.{fmt}"), f"(*.{fmt})")
        if not chosen:
            return
        path = Path(chosen) if Path(chosen).suffix.lower() == f".{fmt}" else Path(f"{chosen}.{fmt}")
        self.shell.memory.setValue(_FOLDER, str(path.parent))
        dialog = ProgressDialog(self, self.tr("Writing {file}…").format(file=path.name))
        dialog.run(lambda step: trail.export(path, fmt, wanted), lambda count: self.shell.notify(
            self.tr("{count} acts were written to {file}.").format(count=number_text(count), file=path)))


def _short(text: str) -> str:
    return text if len(text) <= 48 else f"{text[:47].rstrip()}…"
