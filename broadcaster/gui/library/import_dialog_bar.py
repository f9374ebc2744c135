"""The quiet bar above the library: an import at work, one that was interrupted, a stick with sounds on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QLabel

from broadcaster.gui.i18n import number_text
from broadcaster.gui.icons import pixmap
from broadcaster.gui.library import import_dialog_words as words
from broadcaster.gui.library.import_dialog import ImportDialog
from broadcaster.gui.library.import_dialog_run import runners
from broadcaster.gui.library.import_dialog_sticks import Stick, StickWatch
from broadcaster.gui.ops import Op
from broadcaster.gui.theme import colors
from broadcaster.gui.widgets.buttons import button, flat_button
from broadcaster.gui.widgets.layout import ElidedLabel, row, show_if
from broadcaster.library.importing.model import WATCHER, ImportRun
from broadcaster.wiring import App

_LOOK_MS = 1000


class ImportBar(QFrame):
    """Hidden while there is nothing to say. `done()` is called when items may have come in."""

    def __init__(self, app: App, done: Callable[[], object], sticks: StickWatch | None = None) -> None:
        super().__init__()
        self.setObjectName("card")
        self._app = app
        self._done = done
        self._left: list[ImportRun] = []
        self._sticks: dict[Path, Stick] = {}
        self._seen: set[Path] = set()
        """Sticks that were answered: not offered again while they are in."""
        self._was_running = False
        picture = QLabel()
        picture.setPixmap(pixmap("download", 20, colors.accent))
        self.text = ElidedLabel()
        self.act_button = button("", "", self._act)
        self.not_button = flat_button("", "x", self._turn_away)
        line = row(picture, self.text, self.act_button, self.not_button)
        line.setContentsMargins(14, 8, 10, 8)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.hide()
        self._watch = sticks or StickWatch(self)
        self._watch.changed.connect(self._sticks_changed)
        timer = QTimer(self)
        timer.timeout.connect(self._show)
        timer.start(_LOOK_MS)
        self.look()

    def look(self) -> None:
        """Ask again for imports that were interrupted."""
        Op(self._app.imports.unfinished).on_success(self._show_left).on_failure(lambda _: None).start(self)

    def open_dialog(self, paths: Sequence[Path] = (), run_id: str = "", runner: object = None) -> list[str]:
        """The import's window; ids of the items it brought or knew."""
        dialog = ImportDialog(self.window(), self._app, paths, run_id, runner)  # type: ignore[arg-type]
        dialog.exec()
        taken = [verdict.cart_id for verdict in dialog.verdicts() if verdict.cart_id]
        dialog.deleteLater()
        self.look()
        self._done()
        return taken

    def _show_left(self, runs: list[ImportRun]) -> None:
        # What the watched folder left is its own job's to go on with.
        self._left = [run for run in runs if run.by != WATCHER]
        self._show()

    def _sticks_changed(self, now: Sequence[Stick]) -> None:
        there = {stick.root: stick for stick in now}
        self._seen &= there.keys()
        self._sticks = {root: stick for root, stick in there.items() if root not in self._seen}
        self._show()

    def _show(self) -> None:
        at_work = runners()
        if self._was_running and not at_work:
            self.look()
            self._done()
        self._was_running = bool(at_work)
        if at_work:
            now = at_work[0].progress
            told = words.progress_words(now) if now else self.tr("starting…")
            self._say(self.tr("Sounds are coming in: {progress}").format(progress=told), self.tr("Look"), "")
        elif self._left:
            told = self.tr("An import was interrupted: {count} files wait.")
            self._say(told.format(count=number_text(self._left[0].waiting)), self.tr("Go on…"), self.tr("Give up"))
        elif self._sticks:
            stick = next(iter(self._sticks.values()))
            told = self.tr("“{name}” holds {count} sound files ({size}).").format(
                name=stick.name, count=number_text(stick.files), size=words.size_words(stick.bytes))
            self._say(told, self.tr("Add them…"), self.tr("Not now"))
        else:
            show_if(self, False)

    def _say(self, text: str, act: str, away: str) -> None:
        self.text.set_text(text)
        for control, name in ((self.act_button, act), (self.not_button, away)):
            if control.text() != name:
                control.setText(name)
                control.setAccessibleName(name)
            control.setVisible(bool(name))
        show_if(self, True)

    def _act(self) -> None:
        at_work = runners()
        if at_work:
            self.open_dialog(runner=at_work[0])
        elif self._left:
            self.open_dialog(run_id=self._left[0].id)
        elif self._sticks:
            root = self._answered()
            self._show()
            self.open_dialog([root])

    def _turn_away(self) -> None:
        if self._left:
            run_id, imports = self._left.pop(0).id, self._app.imports
            Op(lambda: imports.cancel(run_id)).on_success(lambda _: self.look()).start(self)
        elif self._sticks:
            self._answered()
        self._show()

    def _answered(self) -> Path:
        root = next(iter(self._sticks))
        self._sticks.pop(root)
        self._seen.add(root)
        return root


