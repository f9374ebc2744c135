"""The paper logbook on the screen: a day, its week or its month; looked at, printed, saved."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from broadcaster.asrun.signatures import monday_of
from broadcaster.gui.errors import explain
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.printing import print_pdf
from broadcaster.gui.reports.pages_view import PagesView, page_sizes
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import ProgressDialog, Sheet
from broadcaster.gui.widgets.form import choice
from broadcaster.gui.widgets.layout import label, row
from broadcaster.gui.widgets.times import DateField

_FOLDER = "log/folder"


class LogbookDialog(Sheet):
    """`day`: where it opens."""

    def __init__(self, parent: QWidget | None, shell: Shell, day: date) -> None:
        super().__init__(parent, QCoreApplication.translate("LogbookDialog", "Logbook"), 720)
        self._shell, self._asked = shell, 0
        self._pdf = b""
        self.span = choice([("day", self.tr("One day")), ("week", self.tr("Its week")),
                            ("month", self.tr("Its month"))])
        self.span.setAccessibleName(self.tr("Which days"))
        self.day = DateField(day)
        self.day.setAccessibleName(self.tr("Day"))
        self.span.currentIndexChanged.connect(lambda _: self._read())
        self.day.dateChanged.connect(lambda _: self._read())
        self.words = label("", "soft")
        line = row(label(self.tr("Logbook"), "title"), None, self.span, self.day)
        self.body.addLayout(line)
        self.paper = PagesView()
        self.paper.setMinimumHeight(300)
        self.body.addWidget(self.paper, 1)
        self.save = button(self.tr("Save…"), "save", self._save)
        self.print = primary_button(self.tr("Print…"), "printer", self._print)
        self.print.setDefault(True)
        self.buttons(self.words, button(self.tr("Close"), "", self.reject), self.save, self.print)
        self.resize(960, 700)
        self._read()

    def days(self) -> tuple[date, date]:
        """First and last day of what is chosen."""
        day, span = self.day.value(), str(self.span.currentData())
        if span == "week":
            return monday_of(day), monday_of(day) + timedelta(days=6)
        if span == "month":
            return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
        return day, day

    def _read(self) -> None:
        for part in (self.save, self.print):
            part.setEnabled(False)
        self._asked += 1
        (first, last), asked, app = self.days(), self._asked, self._shell.app
        self.words.setText(self.tr("The page is being drawn…"))

        def made() -> tuple[bytes, list[tuple[float, float]]]:
            pdf = app.logbook.pdf(first, last)
            return pdf, page_sizes(pdf)

        Op(made, lane="slow").on_success(lambda found: self._show(*found) if asked == self._asked else None) \
            .on_failure(self._cannot).start(self)

    def _show(self, pdf: bytes, sizes: list[tuple[float, float]]) -> None:
        self._pdf = pdf
        self.words.setText("")
        self.paper.show_pdf(pdf, sizes)
        for part in (self.save, self.print):
            part.setEnabled(True)

    def _cannot(self, error: Exception) -> None:
        self.words.setText("")
        self.paper.show_words(explain(error).text)

    def _save(self) -> None:
        first, last = self.days()
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(str(self._shell.memory.value(_FOLDER, documents)))
        days = f"{first}" if first == last else f"{first}-{last}"
        kinds = {self.tr("PDF (*.pdf)"): "pdf", self.tr("Word document (*.docx)"): "docx",
                 self.tr("Excel workbook (*.xlsx)"): "xlsx"}
        chosen, kind = QFileDialog.getSaveFileName(self, self.tr("Save the logbook"),
                                                   str(folder / f"so-nhat-ky-{days}.pdf"), ";;".join(kinds))
        if not chosen:
            return
        path = Path(chosen)
        fmt = path.suffix.lower().removeprefix(".")
        if fmt not in kinds.values():
            fmt = kinds.get(kind, "pdf")
            path = path.with_name(f"{path.name}.{fmt}")
        self._shell.memory.setValue(_FOLDER, str(path.parent))
        app, shell = self._shell.app, self._shell
        ProgressDialog(self, self.tr("Writing {file}…").format(file=path.name)).run(
            lambda step: app.logbook.write(first, last, fmt, path, lambda _: step(0, 0)),
            lambda _: shell.notify(QCoreApplication.translate("LogbookDialog", "Saved: {path}").format(path=path)),
            shell.error)

    def _print(self) -> None:
        print_pdf(self, self._shell, self._pdf, self.tr("Logbook"))


def show_logbook(shell: Shell, parent: QWidget, day: date) -> None:
    """Open it and wait until it is closed."""
    dialog = LogbookDialog(parent.window(), shell, day)
    dialog.exec()
    dialog.deleteLater()
