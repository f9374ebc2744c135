"""Sổ cũ: the logbooks of stations that became this one, taken in from files, searched, taken away again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from broadcaster.gui.i18n import length_text, number_text
from broadcaster.gui.library.optional_date import OptionalDate
from broadcaster.gui.ops import Op
from broadcaster.gui.people.actions import signature
from broadcaster.gui.people.records_dialog import RecordsDialog
from broadcaster.gui.people.section import Section
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import ProgressDialog
from broadcaster.gui.widgets.form import choice
from broadcaster.gui.widgets.layout import Card, label, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.search import SearchField
from broadcaster.gui.widgets.table import ROW_HEIGHT, Table
from broadcaster.units.model import FormerRecord, Unit
from broadcaster.units.service import TakenFile

_FOLDER = "people/records"
_LEAST, _MOST = 1, 4
_NARROW = 880


@dataclass(frozen=True)
class Asked:
    """What the filters ask for."""

    unit: str
    words: str
    first: str
    last: str

    @property
    def everything(self) -> bool:
        return not (self.unit or self.words or self.first or self.last)


@dataclass(frozen=True)
class Found:
    """The answer."""

    asked: Asked
    units: Sequence[Unit]
    files: Sequence[TakenFile]
    count: int
    seconds: int


class RecordsSection(Section):
    """Records on top, the files they came from below. `go("people", "records:UNIT")` shows one unit's."""

    name = "records"

    def build(self) -> None:
        self._units: dict[str, Unit] = {}
        self._asked = 0
        self._make_tables()
        box = Card()
        box.add(self._top(), self._second())
        box.add(self.table, stretch=1)
        self.totals = label("", "soft")
        box.add(self.totals)
        self.body.addWidget(box, 1)
        self.out_button = button(self.tr("Take this file out…"), "trash-2", self._put_out)
        self.files_card = Card(self.tr("Files taken in")).add(self.files, row(self.out_button, None))
        self.body.addWidget(self.files_card)
        self.out_button.setEnabled(False)

    def on_shown(self, item: str = "") -> None:
        self.reload(item)

    def on_changes(self, kinds: frozenset[str]) -> None:
        if kinds & {"former_record", "unit", "*"}:
            self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Who approved is the first to go where the content would have no room.
        self.table.setColumnHidden(5, self.width() < _NARROW)

    def asked(self) -> Asked:
        return Asked(str(self.unit.currentData() or ""), self.search.text().strip(), self.first.value(),
                     self.last.value())

    def reload(self, unit: str = "") -> None:
        """Ask again; only the newest answer is shown."""
        self._asked += 1
        number, units = self._asked, self.app.units
        asked = self.asked() if not unit else Asked(unit, "", "", "")

        def look() -> Found:
            count, seconds = units.totals(asked.unit, asked.words, asked.first, asked.last)
            return Found(asked, units.all(), units.files(), count, seconds)

        Op(look).on_success(lambda found: self._show(found) if number == self._asked else None).start(self)

    def _make_tables(self) -> None:
        self.table = Table("people.records", [
            Column(self.tr("Day"), lambda item: _day(item[1].day), 112, digits=True),
            Column(self.tr("Time"), lambda item: item[1].time, 76, digits=True),
            Column(self.tr("Content"), lambda item: item[1].title, 0, tip=lambda item: _tip(item[1])),
            Column(self.tr("Length"), lambda item: length_text(item[1].seconds) if item[1].seconds else "", 104),
            Column(self.tr("Unit"), lambda item: self._name(item[1].unit_id), 170),
            Column(self.tr("Approved by"), lambda item: item[1].approver, 150),
        ], accessible=self.tr("Old records"))
        self.table.setMinimumHeight(180)
        self.files = Table("people.files", [
            Column(self.tr("File"), lambda item: item.name, 0),
            Column(self.tr("Unit"), lambda item: self._name(item.unit_id), 220),
            Column(self.tr("Records"), lambda item: number_text(item.records), 100, digits=True),
            Column(self.tr("Taken in"), lambda item: _moment(item.imported_at), 172, digits=True),
        ], accessible=self.tr("Files taken in"))
        self.files.picked.connect(lambda item: self.out_button.setEnabled(item is not None))

    def _top(self) -> QHBoxLayout:
        self.search = SearchField(self.tr("Search content, kind, person, note (accents may be left out)…"))
        self.search.searched.connect(lambda _: self.reload())
        self.export_button = button(self.tr("Export…"), "file-down", self._export)
        self.take_button = primary_button(self.tr("Take a logbook in…"), "upload", self.take)
        line = row(self.search, self.export_button, self.take_button)
        line.setStretch(0, 1)
        return line

    def _second(self) -> QHBoxLayout:
        today = self.app.clock.now
        self.unit = choice([("", self.tr("All units"))])
        self.unit.setAccessibleName(self.tr("Unit"))
        self.unit.currentIndexChanged.connect(lambda _: self.reload())
        self.first = OptionalDate(lambda: today().date(), self.tr("from the beginning"))
        self.last = OptionalDate(lambda: today().date(), self.tr("to the end"))
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        for field in (self.first, self.last):
            field.changed.connect(lambda *_: self.reload())
        line = row(self.unit, self.first, self.last)
        line.setStretch(0, 1)
        return line

    def _show(self, found: Found) -> None:
        self._units = {item.id: item for item in found.units}
        self._show_units(found)
        self.table.show_ids(range(found.count), partial(self._fetch, found.asked))
        self.table.setColumnHidden(4, bool(found.asked.unit))
        self.totals.setText(self.tr("{count} records, {length} altogether").format(
            count=number_text(found.count), length=length_text(found.seconds)))
        self.totals.setVisible(found.count > 0)
        self.export_button.setEnabled(found.count > 0)
        self.files.show_rows(found.files, key=lambda item: (item.unit_id, item.sha256))
        rows = min(_MOST, max(_LEAST, len(found.files)))
        self.files.setFixedHeight(ROW_HEIGHT * (rows + 1) + 4)
        self.files_card.setVisible(bool(found.files))
        if found.asked.everything:
            self.table.set_empty("book-open", self.tr(
                "No old logbook was taken in yet. Excel (.xlsx) and CSV files of stations that were merged into this "
                "one can be kept and searched here."), self.tr("Take a logbook in…"), self.take)
        else:
            self.table.set_empty("search", self.tr("Nothing matches. Try other words, another unit or other days."),
                                 self.tr("Show everything"), self._show_all)
        self.take_button.setVisible(bool(found.files) or not found.asked.everything)

    def _show_units(self, found: Found) -> None:
        shown = [item for item in found.units if any(file.unit_id == item.id for file in found.files)
                 or item.id == found.asked.unit]
        self.unit.blockSignals(True)
        self.unit.clear()
        self.unit.addItem(self.tr("All units"), "")
        for item in shown:
            self.unit.addItem(item.name, item.id)
        self.unit.setCurrentIndex(max(0, self.unit.findData(found.asked.unit)))
        self.unit.blockSignals(False)

    def _fetch(self, asked: Asked, places: Sequence[int]) -> list[tuple[int, FormerRecord]]:
        if not places:
            return []
        found = self.app.units.records(asked.unit, asked.words, asked.first, asked.last, len(places), places[0])
        return list(zip(places, found, strict=False))

    def _show_all(self) -> None:
        for field in (self.search, self.unit, self.first, self.last):
            field.blockSignals(True)
        self.search.clear()
        self.unit.setCurrentIndex(0)
        self.first.show_value("")
        self.last.show_value("")
        for field in (self.search, self.unit, self.first, self.last):
            field.blockSignals(False)
        self.reload()

    def take(self) -> None:
        """Choose a file, look at what it holds, keep it."""
        allowed, by = signature(self.shell, self.tr("Taking an old logbook in needs a signature."))
        path = self._ask_file() if allowed else None
        if path is None:
            return
        dialog = RecordsDialog(self.window(), self.app, path, by, list(self._units.values()), self.asked().unit)
        if dialog.exec():
            self.shell.notify(self.tr("{count} records were taken in from {file}.").format(
                count=number_text(dialog.taken), file=path.name))
            self.reload()
        dialog.deleteLater()

    def _ask_file(self) -> Path | None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose the old logbook"), str(self.shell.memory.value(_FOLDER, documents)),
            self.tr("Tables (*.xlsx *.csv *.txt)"))
        if not chosen:
            return None
        self.shell.memory.setValue(_FOLDER, str(Path(chosen).parent))
        return Path(chosen)

    def _put_out(self) -> None:
        file: TakenFile | None = self.files.current_row()
        if file is None or not self.shell.confirm(
                self.tr("Take {file} out?").format(file=file.name),
                self.tr("Its {count} records leave this list. The file itself stays where it is and can be taken in "
                        "again.").format(count=number_text(file.records)), self.tr("Take out"), danger=True):
            return
        allowed, by = signature(self.shell, self.tr("Taking {file} out needs a signature.").format(file=file.name))
        if not allowed:
            return
        chosen, units = file, self.app.units

        def done(count: int) -> None:
            self.shell.notify(self.tr("{count} records were taken out.").format(count=number_text(count)))
            self.reload()

        Op(lambda: units.put_out(chosen, by)).on_success(done).start(self)

    def _export(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Export old records"),
                                                str(Path(documents) / f"{self.tr('Old records')}.csv"), "CSV (*.csv)")
        if not chosen:
            return
        path = Path(chosen) if Path(chosen).suffix.lower() == ".csv" else Path(f"{chosen}.csv")
        asked, units = self.asked(), self.app.units
        dialog = ProgressDialog(self, self.tr("Writing {file}…").format(file=path.name))
        dialog.run(lambda step: units.export_records(path, asked.unit, asked.words, asked.first, asked.last),
                   lambda count: self.shell.notify(self.tr("{count} records were written to {file}.").format(
                       count=number_text(count), file=path)))

    def _name(self, unit_id: str) -> str:
        unit = self._units.get(unit_id)
        return unit.name if unit else ""


def _day(text: str) -> str:
    return f"{text[8:10]}/{text[5:7]}/{text[:4]}"


def _moment(text: str) -> str:
    return f"{_day(text)} {text[11:16]}"


def _tip(item: FormerRecord) -> str:
    more = [f"{name}: {value}" for name, value in item.extra.items()]
    return "\n".join(filter(None, [item.title, item.kind, item.author, item.note, *more]))
