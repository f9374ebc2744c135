"""What the report page does: compile, draw, write, print, open the folder."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from broadcaster.directives.model import DirectiveRow
from broadcaster.gui.page import Shell
from broadcaster.gui.reports.model import CAMPAIGN, LETTER, PERIOD, Asked, with_ending
from broadcaster.gui.reports.pages_view import page_sizes
from broadcaster.reports import periods
from broadcaster.reports.model import Report, ReportQuery
from broadcaster.wiring import App

_FOLDER, _LAST = "reports/folder", "reports/last"


@dataclass(frozen=True)
class Drawn:
    """A report and its pages."""

    report: Report
    subject: str
    pdf: bytes
    sizes: list[tuple[float, float]]


def letters(app: App) -> list[DirectiveRow]:
    """The register, newest first."""
    return app.directives.list()


def campaigns(app: App) -> list[tuple[str, str]]:
    """(id, words), the newest first."""
    found = sorted(app.schedule.campaigns(), key=lambda item: (item.first_day, item.id), reverse=True)
    return [(item.id, f"{item.title} ({item.first_day:%d/%m}–{item.last_day:%d/%m/%Y})") for item in found]


def query(app: App, asked: Asked) -> ReportQuery:
    """The one question screen, print and file ask."""
    if asked.subject == LETTER:
        return ReportQuery(directive_id=asked.value, profile=asked.profile)
    if asked.subject == CAMPAIGN:
        return ReportQuery(campaign_id=asked.value, profile=asked.profile)
    if asked.subject == PERIOD:
        today = app.clock.now().date()
        return ReportQuery(periods.free(asked.first or today, asked.last or today), profile=asked.profile)
    return ReportQuery(app.reports.period(asked.value, asked.profile), profile=asked.profile)


def compile_report(app: App, asked: Asked) -> Report:
    """Figures and rows; writes nothing."""
    return app.reports.compile(query(app, asked))


def draw(app: App, asked: Asked) -> Drawn:
    """The report and its pages, as they would be printed."""
    report = compile_report(app, asked)
    pdf = app.reports.pdf(report)
    return Drawn(report, app.reports.says(report).subject(), pdf, page_sizes(pdf))


def write(app: App, asked: Asked, fmt: str, path: Path, step: Callable[..., None]) -> Path:
    """Compiled anew, so that the file holds what is in the log now. Called off before, it leaves the old file alone."""
    step(0, 2)
    report = compile_report(app, asked)
    step(1, 2)
    return app.reports.write(report, fmt, path)


def first_letter(rows: list[DirectiveRow]) -> str:
    """The letter people most likely report on: the newest that was aired."""
    aired = [row.id for row in rows if row.airings]
    return aired[0] if aired else rows[0].id if rows else ""


def ask_file(parent: QWidget, shell: Shell, name: str, fmt: str) -> Path | None:
    """Where to write; the folder is remembered."""
    translate = QCoreApplication.translate
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(str(shell.memory.value(_FOLDER, documents)))
    kinds = {"docx": translate("Reports", "Word document (*.docx)"), "pdf": translate("Reports", "PDF (*.pdf)"),
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


def remember(memory: QSettings, asked: Asked) -> None:
    """What was last chosen; the period itself is chosen anew, nobody wants last year's month by surprise."""
    memory.setValue(_LAST, json.dumps({"subject": asked.subject, "profile": asked.profile}))


def remembered(memory: QSettings) -> tuple[str, str]:
    """Subject and addressee chosen last; empty where nothing was."""
    try:
        last = json.loads(str(memory.value(_LAST, "{}")))
        return str(last.get("subject", "")), str(last.get("profile", ""))
    except (ValueError, AttributeError):
        return "", ""


def default_month(today: date) -> bool:
    """Early in a month people report on the one before."""
    return today.day <= 10
