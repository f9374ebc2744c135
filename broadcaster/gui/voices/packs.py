"""The menu that brings voice packs in and puts them away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from broadcaster.gui.ops import Op
from broadcaster.gui.voices import actions
from broadcaster.gui.voices.pack_dialog import PackDialog
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.dialogs import ProgressDialog, confirm
from broadcaster.speech.model import Pack
from broadcaster.wiring import App


class PackMenu(QObject):
    """`button` opens it; `changed(name)` is called when a pack came or went."""

    def __init__(self, app: App, window: QWidget, failed: Callable[[Exception], object],
                 changed: Callable[[str], object]) -> None:
        super().__init__(window)
        self._app, self._window, self._failed, self._changed = app, window, failed, changed
        self._chosen = ""
        self._removed: Sequence[Pack] = ()
        self.button = button(self.tr("Voice packs"), "download")
        self.menu = QMenu(self.button)
        self.menu.aboutToShow.connect(self._fill)
        self.button.setMenu(self.menu)

    def choose(self, pack: str) -> None:
        """The pack of the voice that is selected; empty: it belongs to none."""
        self._chosen = pack

    def show_removed(self, packs: Sequence[Pack]) -> None:
        """What can be brought back."""
        self._removed = packs

    def look(self, path: Path) -> None:
        """Read what the pack says, show it, and take it in if the person agrees."""
        Op(partial(actions.look, self._app, path), lane="slow").on_success(
            partial(self._ask, path)).on_failure(self._failed).start(self)

    def _fill(self) -> None:
        self.menu.clear()
        self.menu.addAction(self.tr("Add from a zip file…"), self._from_file)
        self.menu.addAction(self.tr("Add from a folder…"), self._from_folder)
        if self._chosen:
            self.menu.addSeparator()
            self.menu.addAction(self.tr("Put away {name}…").format(name=self._chosen), self._remove)
        if self._removed:
            self.menu.addSeparator()
            for pack in self._removed:
                self.menu.addAction(self.tr("Bring back {name}").format(name=pack.name),
                                    partial(self._restore, pack.name))

    def _from_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self._window, self.tr("Add a voice"), "", self.tr("Voice pack (*.zip)"))
        if path:
            self.look(Path(path))

    def _from_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self._window, self.tr("The folder with the .onnx file"))
        if path:
            self.look(Path(path))

    def _ask(self, path: Path, pack: Pack) -> None:
        dialog = PackDialog(self._window, pack)
        dialog.accepted.connect(partial(self._install, path))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _install(self, path: Path) -> None:
        app, words = self._app, self.tr("Copying and trying the voice…")
        progress = ProgressDialog(self._window, self.tr("Adding a voice"))
        progress.run(lambda step: actions.install(app, path, step, words), self._installed, self._failed)

    def _installed(self, pack: Pack | None) -> None:
        if pack is not None:
            self._changed(pack.name)

    def _remove(self) -> None:
        name = self._chosen
        if confirm(self._window, self.tr("Put this voice away?"),
                   self.tr("Bulletins voiced already stay as they are. It can be brought back in this menu."),
                   self.tr("Put it away")):
            Op(partial(actions.remove, self._app, name), lane="slow").on_success(
                lambda _: self._changed("")).on_failure(self._failed).start(self)

    def _restore(self, name: str) -> None:
        Op(partial(actions.restore, self._app, name), lane="slow").on_success(
            lambda pack: self._changed(pack.name)).on_failure(self._failed).start(self)
