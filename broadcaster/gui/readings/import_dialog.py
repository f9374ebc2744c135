"""What could not be taken from a file of readings, line by line."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from broadcaster.gui.widgets.buttons import primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import label
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import Table
from broadcaster.speech.lexicon_file import Fault, Imported


@dataclass(frozen=True)
class _Line:
    fault: Fault

    @property
    def id(self) -> int:
        return self.fault.line


class ImportReport(Sheet):
    """The good lines are in the lexicon already; these are not."""

    def __init__(self, parent: QWidget, said: str, report: Imported) -> None:
        super().__init__(parent, "", 620)
        self.setWindowTitle(self.tr("Lines that were left out"))
        self.body.addWidget(label(said, "strong", wrap=True))
        self.body.addWidget(label(self.tr(
            "{count} lines were left out. Each line needs the word, a tab, and how it is read.").format(
                count=len(report.bad)), "soft", wrap=True))
        self.table = Table("readings.faults", [
            Column(self.tr("Line"), lambda line: str(line.fault.line), 70, digits=True),
            Column(self.tr("What stands there"), lambda line: line.fault.text or "–", 0),
            Column(self.tr("What is missing"), lambda line: _reason(line.fault.reason), 220),
        ], accessible=self.tr("Lines that were left out"))
        self.table.setMinimumHeight(220)
        self.table.show_rows([_Line(fault) for fault in report.faults])
        self.body.addWidget(self.table, 1)
        close = primary_button(self.tr("Close"), "", self.accept)
        close.setDefault(True)
        self.buttons(close)


def _reason(reason: str) -> str:
    translate = QCoreApplication.translate
    return {"written": translate("Readings", "the word"), "spoken": translate("Readings", "how it is read"),
            "long": translate("Readings", "it is too long")}.get(reason, reason)
