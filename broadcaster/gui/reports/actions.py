"""What the report page does: compile, write, open the folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from broadcaster.directives.model import DirectiveRow
from broadcaster.gui.page import Shell
from broadcaster.gui.reports.model import LETTER, MONTH, Asked, with_ending
from broadcaster.reports.model import Report
from broadcaster.wiring import App

_FOLDER = "reports/folder"


def letters(app: App) -> list[DirectiveRow]:
    """The register, newest first."""
    return app.directives.list()


def compile_report(app: App, asked: Asked) -> Report:
    """Figures and rows; writes nothing."""
    if asked.subject == LETTER:
        return app.reports.for_directive(asked.value)
    if asked.subject == MONTH:
        return app.reports.for_month(asked.value)
    today = app.clock.now().date()
    return app.reports.for_period(asked.first or today, asked.last or today)


def write(app: App, asked: Asked, fmt: str, path: Path) -> Path:
    """Compiled anew, so that the file holds what is in the log now."""
    return app.reports.write(compile_report(app, asked), fmt, path)


def first_letter(rows: list[DirectiveRow]) -> str:
    """The letter people most likely report on: the newest that was aired."""
    aired = [row.id for row in rows if row.airings]
    return aired[0] if aired else rows[0].id if rows else ""


def ask_file(parent: QWidget, shell: Shell, name: str, fmt: str) -> Path | None:
    """Where to write; the folder is remembered."""
    translate = QCoreApplication.translate
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(str(shell.memory.value(_FOLDER, documents)))
    kinds = {"docx": translate("Reports", "Word document (*.docx)"),
             "xlsx": translate("Reports", "Excel workbook (*.xlsx)"), "csv": translate("Reports", "CSV text (*.csv)")}
    chosen, _ = QFileDialog.getSaveFileName(parent, translate("Reports", "Save the report"),
                                            str(folder / f"{name}.{fmt}"), kinds[fmt])
    if not chosen:
        return None
    path = with_ending(chosen, fmt)
    shell.memory.setValue(_FOLDER, str(path.parent))
    return path


def show_folder(path: Path) -> bool:
    """Open the folder a file lies in."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def month_of(day: date) -> str:
    """YYYY-MM."""
    return f"{day:%Y-%m}"
