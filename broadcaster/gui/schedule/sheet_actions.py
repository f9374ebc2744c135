"""What the window of the weekly sheet asks of the services. Runs off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from broadcaster.accounts.model import Person
from broadcaster.base.paths import write_atomic
from broadcaster.gui.page import Shell
from broadcaster.gui.publishing import publish
from broadcaster.gui.schedule.sheet_model import DRAFT, IN_FORCE, WAITING
from broadcaster.schedule.sheets.service import WeekLook
from broadcaster.schedule.sheets.sheet import Sheet
from broadcaster.schedule.sheets.sheet_text import Paper, paper_of
from broadcaster.wiring import App

_FOLDER = "schedule/folder"
_MOST_PAGES = 40
"""Whoever approves sees the whole week; a longer one is printed."""
_PAGE_WIDTH = 1300
"""Pixels; a page across is wider than the others."""


@dataclass(frozen=True)
class Shown:
    """One version of a week, as it lies on the table."""

    version: str
    paper: Paper
    pdf: bytes
    images: list[QImage]


def look(app: App, day: date) -> WeekLook:
    return app.sheets.look(day)


def draw(app: App, of: WeekLook, version: str) -> Shown:
    """The paper of one version."""
    from broadcaster.gui.kit.previews import pages
    from broadcaster.schedule.sheets.sheet_pdf import sheet_pdf
    sheet: Sheet | None = {DRAFT: None, WAITING: of.waiting, IN_FORCE: of.in_force}[version]
    titles = {person.name: person.title for person in app.accounts.people(active_only=False)}
    paper = paper_of(of.monday, sheet.slots if sheet else of.draft, sheet, app.settings.station,
                     app.clock.now().date(), app.key, titles)
    pdf = sheet_pdf(paper)
    return Shown(version, paper, pdf, pages(pdf, _MOST_PAGES, _PAGE_WIDTH))


def submit(app: App, monday: date, by: Person) -> Sheet:
    return app.sheets.submit(monday, by)


def approve(app: App, sheet: Sheet, by: Person, reason: str = "") -> Sheet:
    """Exactly the sheet that was shown."""
    approved = app.sheets.approve(sheet.monday, by, sheet.digest, reason)
    publish(app)
    return approved


def give_back(app: App, monday: date, by: Person, reason: str) -> Sheet:
    return app.sheets.give_back(monday, by, reason)


def write_pdf(path: Path, shown: Shown) -> Path:
    write_atomic(path, shown.pdf)
    return path


def write_docx(path: Path, shown: Shown) -> Path:
    from broadcaster.reports.writers.week_sheet import week_docx
    write_atomic(path, week_docx(shown.paper))
    return path


def ask_file(parent: QWidget, shell: Shell, title: str, monday: date, ending: str) -> Path | None:
    """Where to write; the folder is remembered."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(str(shell.memory.value(_FOLDER, documents)))
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(folder / f"lich-phat-thanh-tuan-{monday}.{ending}"),
                                            {"pdf": "PDF (*.pdf)", "docx": "Word (*.docx)"}[ending])
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() != f".{ending}":
        path = path.with_name(f"{path.name}.{ending}")
    shell.memory.setValue(_FOLDER, str(path.parent))
    return path
