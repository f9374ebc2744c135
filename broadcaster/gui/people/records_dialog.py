"""What an old logbook holds, before it is kept: columns recognised, records, lines left out and why."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTabWidget, QWidget

from broadcaster.gui.errors import explain
from broadcaster.gui.i18n import length_text, number_text
from broadcaster.gui.ops import Op
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, choice
from broadcaster.gui.widgets.layout import label
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import Table
from broadcaster.units.model import FORMER, BadRow, Reading, Unit
from broadcaster.wiring import App


class RecordsDialog(Sheet):
    """Ends accepted with how many were `taken`."""

    def __init__(self, parent: QWidget | None, app: App, path: Path, by: str, units: Sequence[Unit],
                 unit: str = "") -> None:
        title = QCoreApplication.translate("RecordsDialog", "Take an old logbook in")
        super().__init__(parent, title, 760)
        self._app, self._path, self._by = app, path, by
        self.taken = 0
        former = sorted(units, key=lambda item: (item.role != FORMER, item.name))
        self.unit = choice([(item.id, item.name) for item in former], unit)
        self.form = Form(label_width=130)
        self.form.add(self.tr("Whose logbook"), self.unit)
        self.verdict = Banner(self.tr("Reading {file}…").format(file=path.name), "info", "info")
        self.columns = label("", "soft", wrap=True)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setMinimumHeight(260)
        self._make_tables()
        self.body.addWidget(label(title, "title"))
        for part in (self.form, self.verdict, self.columns):
            self.body.addWidget(part)
        self.body.addWidget(self.tabs, 1)
        self.keep = primary_button(self.tr("Take in"), "check", self._take)
        self.keep.setDefault(True)
        self.keep.setEnabled(False)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.keep)
        if not former:
            self.verdict.show_text(self.tr("Enter the former station under “Units” first."), "wait")
            return
        service = app.units
        Op(lambda: service.read(path), lane="slow").on_success(self._show).on_failure(self._failed).start(self)

    def _make_tables(self) -> None:
        self.records = Table("people.preview", [
            Column(self.tr("Day"), lambda item: f"{item[1].day[8:]}/{item[1].day[5:7]}/{item[1].day[:4]}", 112,
                   digits=True),
            Column(self.tr("Time"), lambda item: item[1].time, 70, digits=True),
            Column(self.tr("Content"), lambda item: item[1].title, 0),
            Column(self.tr("Length"), lambda item: length_text(item[1].seconds) if item[1].seconds else "", 100),
            Column(self.tr("Approved by"), lambda item: item[1].approver, 140),
        ])
        self.bad = Table("people.bad_rows", [
            Column(self.tr("Line"), lambda item: str(item.row), 76, digits=True),
            Column(self.tr("Why it is left out"), problem_words, 210),
            Column(self.tr("What stands there"), lambda item: item.text, 0),
        ])
        self.bad.set_empty("circle-check", self.tr("No line is left out."))

    def _show(self, reading: Reading) -> None:
        records = reading.records
        if not records:
            self.verdict.show_text(self.tr("No line can be read as a record."), "bad")
        else:
            days = sorted(item.day for item in records)
            first, last = (f"{day[8:]}/{day[5:7]}/{day[:4]}" for day in (days[0], days[-1]))
            self.verdict.show_text(self.tr(
                "{count} records from {first} to {last}; {bad} lines are left out.").format(
                    count=number_text(len(records)), first=first, last=last, bad=number_text(len(reading.bad))),
                "wait" if reading.bad else "good", "triangle-alert" if reading.bad else "circle-check")
        self.columns.setText(self.tr("Columns recognised: {columns}.").format(columns=", ".join(
            f"{field_words(name)} ← “{heading}”" for name, heading in reading.columns.items())))
        self.records.show_rows(list(enumerate(records)), key=lambda item: item[0])
        self.bad.show_rows(reading.bad, key=lambda item: item.row)
        self.tabs.addTab(self.records, self.tr("Records ({count})").format(count=number_text(len(records))))
        self.tabs.addTab(self.bad, self.tr("Left out ({count})").format(count=number_text(len(reading.bad))))
        self.keep.setEnabled(bool(records))

    def _take(self) -> None:
        self.keep.setEnabled(False)
        units, path, unit, by = self._app.units, self._path, str(self.unit.currentData()), self._by
        Op(lambda: units.take(path, unit, by), lane="slow").on_success(self._taken).on_failure(self._failed).start(self)

    def _taken(self, reading: Reading) -> None:
        self.taken = len(reading.records)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.verdict.show_text(explain(error).text, "bad")


def problem_words(row: BadRow) -> str:
    """Why a line is left out."""
    translate = QCoreApplication.translate
    return {
        "no_date": translate("OldRecords", "has no day"),
        "bad_date": translate("OldRecords", "the day cannot be read"),
        "no_title": translate("OldRecords", "says nothing of the content"),
    }.get(row.problem, row.problem)


def field_words(name: str) -> str:
    """What a column is taken for."""
    translate = QCoreApplication.translate
    return {
        "day": translate("OldRecords", "day"), "time": translate("OldRecords", "time"),
        "title": translate("OldRecords", "content"), "kind": translate("OldRecords", "kind"),
        "seconds": translate("OldRecords", "length"), "author": translate("OldRecords", "made by"),
        "approver": translate("OldRecords", "approved by"), "note": translate("OldRecords", "note"),
    }.get(name, name)
