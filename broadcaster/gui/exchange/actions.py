"""What the two dialogs do: write a file, read one, take over what was chosen."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from broadcaster.base.paths import write_atomic
from broadcaster.gui.page import Shell
from broadcaster.gui.publishing import publish
from broadcaster.schedule.exchange.model import Incoming
from broadcaster.schedule.exchange.service import Accepted
from broadcaster.wiring import App

_FOLDER = "exchange/folder"


def form_words() -> dict[str, str]:
    """Kinds of files, as a person chooses one."""
    return {"csv": QCoreApplication.translate("Exchange", "Table for Excel (CSV)"),
            "ics": QCoreApplication.translate("Exchange", "Calendar (iCalendar)"),
            "json": QCoreApplication.translate("Exchange", "Programmes for other loudspeaker software (JSON)")}


def write(app: App, what: str, form: str, span: tuple[date, date], path: Path) -> Path:
    """Both days of `span` inclusive."""
    write_atomic(path, app.exchange.export(what, form, *span))
    return path


def take_over(app: App, incoming: Incoming, places: Collection[int], by: str, reason: str) -> Accepted:
    made = app.exchange.accept(incoming, places, by, reason)
    publish(app)
    return made


def take_back(app: App, made: Accepted, by: str) -> None:
    app.exchange.take_back(made, by)
    publish(app)


def ask_target(parent: QWidget, shell: Shell, name: str, form: str) -> Path | None:
    """Where to write; the folder is remembered."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent, QCoreApplication.translate("Exchange", "Save the schedule"), str(_folder(shell) / f"{name}.{form}"),
        f"{form_words()[form]} (*.{form})")
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() != f".{form}":
        path = path.with_name(f"{path.name}.{form}")
    shell.memory.setValue(_FOLDER, str(path.parent))
    return path


def ask_source(parent: QWidget, shell: Shell) -> Path | None:
    """Which file to read."""
    kinds = QCoreApplication.translate("Exchange", "Schedules (*.csv *.txt *.ics *.json)")
    chosen, _ = QFileDialog.getOpenFileName(parent, QCoreApplication.translate("Exchange", "Choose a schedule"),
                                            str(_folder(shell)), kinds)
    if not chosen:
        return None
    shell.memory.setValue(_FOLDER, str(Path(chosen).parent))
    return Path(chosen)


def _folder(shell: Shell) -> Path:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(str(shell.memory.value(_FOLDER, documents)))
