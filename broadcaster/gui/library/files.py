"""Sound files coming to the page: asked for, dropped, handed to the import."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from broadcaster.gui.library.import_dialog import ImportDialog
from broadcaster.library.importing.files import SOUND_SUFFIXES
from broadcaster.wiring import App

_FOLDER = "library/folder"


def ask_for_sounds(parent: QWidget, memory: QSettings) -> list[Path]:
    """Many files, or none when the person turned away; the folder is remembered."""
    folder = _folder(memory)
    names, _ = QFileDialog.getOpenFileNames(
        parent, QCoreApplication.translate("Library", "Add sound files"), folder, _patterns())
    return _remembered(memory, names)


def ask_for_folder(parent: QWidget, memory: QSettings) -> list[Path]:
    """A folder or a whole stick, with all that lies below it."""
    name = QFileDialog.getExistingDirectory(
        parent, QCoreApplication.translate("Library", "Add a whole folder"), _folder(memory))
    if name:
        memory.setValue(_FOLDER, name)
    return [Path(name)] if name else []


def ask_for_sound(parent: QWidget, memory: QSettings, title: str) -> Path | None:
    """One file."""
    name, _ = QFileDialog.getOpenFileName(parent, title, _folder(memory), _patterns())
    return next(iter(_remembered(memory, [name] if name else [])), None)


def import_files(owner: QWidget, app: App, paths: Sequence[Path]) -> list[str]:
    """The import's window; ids of the items it brought or knew."""
    dialog = ImportDialog(owner.window(), app, paths)
    dialog.exec()
    taken = [verdict.cart_id for verdict in dialog.verdicts() if verdict.cart_id]
    dialog.deleteLater()
    return taken


def dropped(mime: QMimeData) -> list[Path]:
    """Files and folders that were dropped from this computer."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def _folder(memory: QSettings) -> str:
    music = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
    return str(memory.value(_FOLDER, music))


def _patterns() -> str:
    translate = QCoreApplication.translate
    sounds = " ".join(f"*{suffix}" for suffix in sorted(SOUND_SUFFIXES))
    return "{sounds} ({patterns});;{all} (*)".format(
        sounds=translate("Library", "Sound files"), patterns=sounds, all=translate("Library", "All files"))


def _remembered(memory: QSettings, names: Sequence[str]) -> list[Path]:
    if names:
        memory.setValue(_FOLDER, str(Path(names[0]).parent))
    return [Path(name) for name in names]
