"""The sheet of one day: drawn, printed, saved as PDF."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from broadcaster.base.paths import write_atomic
from broadcaster.gui.page import Shell
from broadcaster.wiring import App

_FOLDER = "schedule/folder"


def drawn(app: App, day: date) -> bytes:
    """The PDF: of a day that is over as it was published, else as it is planned now."""
    # reportlab is loaded by whoever prints first.
    from broadcaster.gui.schedule.actions import published_day
    from broadcaster.schedule.sheets.day_pdf import day_pdf
    from broadcaster.schedule.sheets.day_text import day_paper
    now = app.clock.now()
    if day < now.date():
        published = published_day(app, day)
        sessions = published.sessions if published else ()
    else:
        sessions = app.schedule.plan(day).rundown.sessions
    return day_pdf(day_paper(day, sessions, app.settings.station, now))


def written(app: App, day: date, path: Path) -> Path:
    write_atomic(path, drawn(app, day))
    return path


def ask_file(parent: QWidget, shell: Shell, day: date) -> Path | None:
    """Where to write; the folder is remembered."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(str(shell.memory.value(_FOLDER, documents)))
    title = QCoreApplication.translate("DayPaper", "Save the day's schedule")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(folder / f"lich-phat-thanh-ngay-{day}.pdf"),
                                            "PDF (*.pdf)")
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() != ".pdf":
        path = path.with_name(f"{path.name}.pdf")
    shell.memory.setValue(_FOLDER, str(path.parent))
    return path


def print_it(parent: QWidget, shell: Shell, pdf: bytes) -> None:
    """Ask for the printer; each page goes to it as a picture."""
    from broadcaster.gui.printing import print_pdf
    print_pdf(parent, shell, pdf, QCoreApplication.translate("DayPaper", "Schedule of the day"))
