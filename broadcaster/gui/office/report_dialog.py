"""Which consolidated report: the period and the kind of file."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from broadcaster.aggregation.office.figures import OfficeQuery
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, choice
from broadcaster.gui.widgets.layout import label
from broadcaster.gui.widgets.times import DateField


class ReportDialog(Sheet):
    """Begins with the period and the unit the page shows."""

    def __init__(self, parent: QWidget | None, query: OfficeQuery) -> None:
        title = QCoreApplication.translate("ReportDialog", "Consolidated report")
        super().__init__(parent, title, 540)
        self._query = query
        self.body.addWidget(label(title, "title"))
        self.form = Form(label_width=150)
        self.first, self.last = DateField(query.first), DateField(query.last)
        self.kind = choice([("docx", self.tr("Document for Word")), ("pdf", self.tr("PDF, to be printed")),
                            ("xlsx", self.tr("Tables for Excel, every station")), ("csv", self.tr("CSV"))])
        self.shared = QCheckBox(self.tr("Leave out what a commune set itself"))
        self.shared.setChecked(True)
        self.form.add(self.tr("From"), self.first)
        self.form.add(self.tr("To"), self.last)
        self.form.add(self.tr("File"), self.kind)
        self.form.add(self.tr("Letters"), self.shared)
        self.body.addWidget(self.form)
        if query.unit:
            self.body.addWidget(label(self.tr("Only of the unit that is chosen on the page."), "soft", wrap=True))
        self.yes = primary_button(self.tr("Save…"), "save", self._check)
        self.yes.setDefault(True)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.yes)

    @property
    def fmt(self) -> str:
        return str(self.kind.currentData())

    @property
    def query(self) -> OfficeQuery:
        return replace(self._query, first=self.first.value(), last=self.last.value(),
                       least_stations=2 if self.shared.isChecked() else 1)

    def _check(self) -> None:
        if self.last.value() < self.first.value():
            self.form.wrong(self.last, self.tr("The last day lies before the first."))
            return
        self.accept()
