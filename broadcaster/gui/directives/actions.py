"""What the register's buttons do: read it, bring letters in, correct a field, draft a bulletin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from broadcaster.accounts.model import Role
from broadcaster.bulletins.model import Bulletin
from broadcaster.directives.model import AiringProposal, Directive, Registered
from broadcaster.gui.directives.model import Line, state_of
from broadcaster.gui.ops import Cancelled, Step
from broadcaster.gui.page import Shell
from broadcaster.wiring import App

_FOLDER = "directives/folder"
SUFFIXES = (".docx", ".pdf", ".txt")
_MOST_FILES = 500


@dataclass(frozen=True)
class Taken:
    """What became of one file."""

    name: str
    registered: Registered | None = None
    error: Exception | None = None


@dataclass(frozen=True)
class Opened:
    """One letter and what it asks of the loudspeakers."""

    letter: Directive
    proposal: AiringProposal | None


def on_duty(app: App) -> str:
    """Whose work this is when nobody signs for it: the operator, where the station has one; else nobody is named."""
    operators = [person.name for person in app.accounts.people() if person.role is Role.OPERATOR]
    return operators[0] if len(operators) == 1 else ""


def listing(app: App, words: str) -> list[Line]:
    """The register, newest first, each letter with where it stands."""
    today = app.clock.now().date()
    running: dict[str, bool] = {}
    for campaign in app.schedule.campaigns():
        if campaign.directive_id and campaign.state == "active" and campaign.last_day >= today:
            begun = campaign.first_day <= today
            running[campaign.directive_id] = running.get(campaign.directive_id, False) or begun
    return [Line(row, state_of(row, running)) for row in app.directives.list(words)]


def open_letter(app: App, directive_id: str) -> Opened:
    """The letter and a proposal for it."""
    return Opened(app.directives.get(directive_id), app.directives.airing_proposal(directive_id))


def add_files(app: App, paths: Sequence[Path], step: Step) -> list[Taken]:
    """Register each file; one that cannot be read stops none of the others. Raises Cancelled when called off."""
    taken, by = [], on_duty(app)
    for number, path in enumerate(paths):
        step(number, len(paths), path.name)
        try:
            done = app.directives.add(path, by, _page_of(path, number, len(paths), step), lambda: step.cancelled)
            taken.append(Taken(path.name, done))
        except Cancelled:
            raise
        except Exception as error:
            step(number, len(paths), path.name)
            taken.append(Taken(path.name, error=error))
    return taken


def _page_of(path: Path, number: int, files: int, step: Step) -> Callable[[int, int], None]:
    """A scan takes seconds a page: the pages of a file are told beside its name."""
    words = QCoreApplication.translate("Directives", "{name}: page {page} of {pages}")

    def page(done: int, pages: int) -> None:
        if pages > 1:
            step(number, files, words.format(name=path.name, page=min(done + 1, pages), pages=pages))

    return page


def add_text(app: App, text: str, name: str) -> Registered:
    """Register a letter that was pasted."""
    return app.directives.add_text(text, name, on_duty(app))


def correct(app: App, directive_id: str, field: str, value: Any) -> Opened:
    """Store the operator's value; the proposal may change with it."""
    app.directives.correct(directive_id, field, value, on_duty(app))
    return open_letter(app, directive_id)


def draft(app: App, directive_id: str, points: Sequence[str] | None) -> Bulletin:
    """A bulletin of the ticked points; None for a letter that has none."""
    return app.bulletins.draft(directive_id, points, on_duty(app))


def open_original(app: App, directive_id: str) -> Path:
    """The file as it came, once it is known to be there."""
    return app.directives.original(directive_id)


def show_file(path: Path) -> bool:
    """With whatever program this computer has for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def files_of(urls: Sequence[QUrl]) -> list[Path]:
    """Local files; folders give the letters in them. A file named by hand is tried whatever it is called."""
    found: list[Path] = []
    for url in urls:
        path = Path(url.toLocalFile()) if url.isLocalFile() else None
        if path is not None and path.is_dir():
            found += sorted(item for item in path.iterdir() if item.suffix.lower() in SUFFIXES)
        elif path is not None:
            found.append(path)
    return found[:_MOST_FILES]


def ask_files(parent: QWidget, shell: Shell) -> list[Path]:
    """One or more files; the folder is remembered."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    translate = QCoreApplication.translate
    names, _ = QFileDialog.getOpenFileNames(
        parent, translate("Directives", "Choose the letters"), str(shell.memory.value(_FOLDER, documents)),
        translate("Directives", "Letters (*.docx *.pdf *.txt)") + ";;" + translate(
            "Directives", "All files (*)"))
    if names:
        shell.memory.setValue(_FOLDER, str(Path(names[0]).parent))
    return [Path(name) for name in names]
