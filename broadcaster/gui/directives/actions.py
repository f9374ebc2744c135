"""What the register's buttons do: read it, bring letters in, correct a field, draft a bulletin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from broadcaster.accounts.model import Role
from broadcaster.base.errors import Refused
from broadcaster.bulletins.attachments import SCRIPTS, SOUNDS, Attached
from broadcaster.bulletins.model import Bulletin
from broadcaster.directives import readers
from broadcaster.directives.model import (
    AiringProposal,
    Attachment,
    Citation,
    Directive,
    DirectiveRow,
    Due,
    Registered,
    Reminder,
    WorkNote,
)
from broadcaster.gui.directives.words import DUE_SOON_DAYS
from broadcaster.gui.ops import Cancelled, Step
from broadcaster.gui.page import Shell
from broadcaster.reports.writers.register import write_register
from broadcaster.schedule.campaigns.coverage_model import Coverage
from broadcaster.wiring import App

_FOLDER = "directives/folder"
_EXPORT_FOLDER = "directives/export_folder"
_MOST_FILES = 500


@dataclass(frozen=True)
class Taken:
    """What became of one file."""

    name: str
    registered: Registered | None = None
    error: Exception | None = None


@dataclass(frozen=True)
class Opened:
    """One letter and everything that belongs to it."""

    letter: Directive
    proposal: AiringProposal | None
    line: DirectiveRow
    work: WorkNote
    reminders: list[Reminder]
    links: list[Citation]
    files: list[Attachment]
    told: frozenset[str] = frozenset()
    """Ids of the points that tell the people something."""
    covered: Coverage | None = None
    """How far its campaigns have come."""


@dataclass(frozen=True)
class Listed:
    """The register, and what is due."""

    rows: list[DirectiveRow]
    due: list[Due]
    today: date


@dataclass(frozen=True)
class Brought:
    """What became of one file that came with a letter."""

    name: str
    attached: Attached | None = None
    error: Exception | None = None


def on_duty(app: App) -> str:
    """Whose work this is when nobody signs for it: who is signed in, else the only one who writes."""
    if app.accounts.here is not None:
        return app.accounts.here.name
    people = app.accounts.people()
    # Where nobody but the administrator writes, it is theirs: so a new station is set up.
    names = next(filter(None, ([person.name for person in people if person.role is role]
                               for role in (Role.OPERATOR, Role.ADMIN))), [])
    return names[0] if len(names) == 1 else ""


def listing(app: App, words: str) -> Listed:
    """The register, newest first, each letter with where it stands; and what is due in the next days."""
    today = app.clock.now().date()
    return Listed(app.directives.list(words), app.directives.reminders.due(today, DUE_SOON_DAYS), today)


def _told(app: App, letter: Directive) -> frozenset[str]:
    """Without the wording of bulletins a letter is still read."""
    try:
        return app.bulletins.told_by_default(letter)
    except Refused:
        return frozenset()


def open_letter(app: App, directive_id: str) -> Opened:
    """The letter with all that belongs to it."""
    letters = app.directives
    letter = letters.get(directive_id)
    return Opened(letter, letters.airing_proposal(directive_id), letters.row(directive_id),
                  letters.work.of(directive_id), letters.reminders.of(directive_id), letters.citations(directive_id),
                  app.attachments.of(directive_id), _told(app, letter), app.coverage.of_directive(directive_id))


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
            step(number * pages + done, files * pages,
                 words.format(name=path.name, page=min(done + 1, pages), pages=pages))

    return page


def add_text(app: App, text: str, name: str) -> Registered:
    """Register a letter that was pasted."""
    return app.directives.add_text(text, name, on_duty(app))


def after(app: App, directive_id: str, act: Callable[[str], object]) -> Opened:
    """Do something in the name of whoever is on duty, then read the letter again."""
    act(on_duty(app))
    return open_letter(app, directive_id)


def attach(app: App, directive_id: str, paths: Sequence[Path], step: Step) -> list[Brought]:
    """Keep files with a letter; one that cannot be taken stops none of the others. Raises Cancelled."""
    brought, by = [], on_duty(app)
    for number, path in enumerate(paths):
        step(number, len(paths), path.name)
        try:
            done = app.attachments.attach(directive_id, path, by, _page_of(path, number, len(paths), step),
                                          lambda: step.cancelled)
            brought.append(Brought(path.name, done))
        except Cancelled:
            raise
        except Exception as error:
            step(number, len(paths), path.name)
            brought.append(Brought(path.name, error=error))
    return brought


def draft(app: App, directive_id: str, points: Sequence[str] | None) -> Bulletin:
    """A bulletin of the ticked points; None for a letter that has none."""
    return app.bulletins.draft(directive_id, points, on_duty(app))


def sound_of(app: App, item: Attachment) -> Path:
    """The file to listen to: the house copy of an imported sound, else the file as it came."""
    if item.cart_id:
        return app.home.audio(app.library.get(item.cart_id).cut.sha256)
    return app.attachments.file(item.id)


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
            found += sorted(item for item in path.iterdir() if item.suffix.lower() in readers.SUFFIXES)
        elif path is not None:
            found.append(path)
    return found[:_MOST_FILES]


def ask_files(parent: QWidget, shell: Shell) -> list[Path]:
    """One or more letters; the folder is remembered."""
    translate = QCoreApplication.translate
    words = translate("Directives", "Letters")
    return _ask(parent, shell, translate("Directives", "Choose the letters"), f"{words} ({readers.FILTER})")


def ask_attachments(parent: QWidget, shell: Shell) -> list[Path]:
    """One or more files that came with a letter."""
    translate = QCoreApplication.translate
    words = translate("Directives", "Sounds and scripts")
    patterns = " ".join(f"*{suffix}" for suffix in (*SOUNDS, *SCRIPTS))
    return _ask(parent, shell, translate("Directives", "Choose the files that came with the letter"),
                f"{words} ({patterns})")


def ask_export(parent: QWidget, shell: Shell) -> Path | None:
    """Where to write the register: a workbook, or text for other programs."""
    translate = QCoreApplication.translate
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(str(shell.memory.value(_EXPORT_FOLDER, documents)))
    workbook, text = translate("Directives", "Excel workbook"), translate("Directives", "CSV text")
    chosen, kind = QFileDialog.getSaveFileName(
        parent, translate("Directives", "Export the register"),
        str(folder / translate("Directives", "Register of letters.xlsx")), f"{workbook} (*.xlsx);;{text} (*.csv)")
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() not in {".xlsx", ".csv"}:
        path = path.with_name(f"{path.name}.{'csv' if 'csv' in kind else 'xlsx'}")
    shell.memory.setValue(_EXPORT_FOLDER, str(path.parent))
    return path


def export(path: Path, lines: Sequence[DirectiveRow]) -> int:
    """Write these lines of the register; returns how many."""
    return write_register(path, lines)


def _ask(parent: QWidget, shell: Shell, title: str, patterns: str) -> list[Path]:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    every = QCoreApplication.translate("Directives", "All files")
    names, _ = QFileDialog.getOpenFileNames(parent, title, str(shell.memory.value(_FOLDER, documents)),
                                            f"{patterns};;{every} (*)")
    if names:
        shell.memory.setValue(_FOLDER, str(Path(names[0]).parent))
    return [Path(name) for name in names]
