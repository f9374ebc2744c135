"""Bringing sound files in: choose what they are, watch them go through, read a verdict on each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFileDialog, QProgressBar, QWidget

from broadcaster.accounts.model import Role
from broadcaster.gui.errors import explain
from broadcaster.gui.library import import_dialog_words as words
from broadcaster.gui.library.import_dialog_run import ImportRunner, verdicts_of
from broadcaster.gui.library.model import Verdict, kinds, origins, tally, waiting
from broadcaster.gui.ops import Op
from broadcaster.gui.preview import PreviewPlayer
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import choice
from broadcaster.gui.widgets.layout import ElidedLabel, label, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import Table
from broadcaster.library.importing.model import Found, ImportRun, Progress, Wish
from broadcaster.library.model import CartKind
from broadcaster.wiring import App

_SHOW_EVERY_MS = 150
_WORD_WRAP = int(Qt.TextFlag.TextWordWrap)


class ImportDialog(Sheet):
    """One row per file. Files are brought in by a runner that goes on when this is closed "in the background".

    `paths` begin a new import; `run_id` shows one that was interrupted; `runner` one that is at work.
    """

    def __init__(self, parent: QWidget | None, app: App, paths: Sequence[Path] = (), run_id: str = "",
                 runner: ImportRunner | None = None) -> None:
        super().__init__(parent, QCoreApplication.translate("ImportDialog", "Add sound files"), 780)
        self._app = app
        self._verdicts: list[Verdict] = []
        self._paths: list[Path] = []
        self._runner = runner
        self._stopped = False
        self._fresh: set[int] = set()
        self._early: dict[int, Verdict] = {}
        """Verdicts that came while the list was still being read."""
        self._playing = ""
        self.resize(940, 600)
        self._heading()
        self._make_table()
        self._make_progress()
        self._make_buttons()
        self._make_keys()
        self._show_timer = QTimer(self)
        self._show_timer.setInterval(_SHOW_EVERY_MS)
        self._show_timer.timeout.connect(self._show_fresh)
        if runner or run_id:
            self._open_run(runner.run_id if runner else run_id)
        else:
            Op(lambda: app.imports.files_of([Path(path) for path in paths])).on_success(self._show_found).start(self)
        Op(app.library.categories).on_success(self._show_categories).on_failure(lambda _: None).start(self)

    def verdicts(self) -> list[Verdict]:
        return list(self._verdicts)

    # What the buttons do

    def start(self) -> None:
        """Note the files down, then bring them in, off the window's thread."""
        if self._runner is not None:
            self._go_on()
            return
        by = self._who()
        if by is None:
            return
        for part in (self.start_button, self.kind, self.origin, self.category):
            part.setEnabled(False)
        wish = Wish(CartKind(self.kind.currentData()), str(self.origin.currentData()),
                    str(self.category.currentData() or ""))
        paths, app = list(self._paths), self._app
        Op(lambda: app.imports.start(paths, wish, by)).on_success(self._begin).on_failure(self._failed).start(self)

    def reject(self) -> None:
        """Esc stops what runs; when nothing runs it closes."""
        if self._runner and self._runner.running and not self._stopped:
            self._stop()
            return
        self.player.stop()
        super().reject()

    def _begin(self, run_id: str) -> None:
        self._runner = ImportRunner(self._app, run_id, self.parent() or self)
        self._follow(self._runner)
        self._go_on()

    def _who(self) -> str | None:
        """Who sits here, where people sign in; somebody who may only look needs a colleague's PIN. None: not now."""
        shell = self.parent()
        if getattr(shell, "signed_in", None) is None:
            return ""
        person = shell.ask_pin(Role.OPERATOR, self.tr("Add sound files"))  # type: ignore[union-attr]
        return person.name if person else None

    def _go_on(self) -> None:
        assert self._runner is not None
        self._stopped = False
        self.fault.show_text("")
        self._runner.start()
        self._look_busy()

    def _stop(self) -> None:
        assert self._runner is not None
        self._stopped = True
        self._runner.stop()
        self._look_over()
        self.line.set_text(self.tr("Stopping…"))
        self.start_button.setEnabled(False)

    def _leave(self) -> None:
        """Close; the runner goes on and the library's bar tells how far it is."""
        self.player.stop()
        self.accept()

    def _listen(self) -> None:
        verdict = self.table.current_row()
        if verdict is None or not verdict.cart_id:
            return
        if self._playing == verdict.cart_id and self.player.state == "playing":
            self.player.stop()
            return
        cart_id, app = verdict.cart_id, self._app
        self._playing = cart_id
        Op(lambda: app.home.audio(app.library.get(cart_id).cut.sha256)).on_success(self.player.play) \
            .on_failure(self._failed).start(self)

    def _save_list(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the list"), f"{folder}/nhap-am-thanh.csv",
                                              "CSV (*.csv)")
        if name:
            path, shown = Path(name), self._shown()
            Op(lambda: words.save_list(path, shown)).on_success(
                lambda _: self.line.set_text(self.tr("The list is in {path}.").format(path=path))) \
                .on_failure(self._failed).start(self)

    # Building

    def _heading(self) -> None:
        self.body.addWidget(label(self.tr("Add sound files"), "title"))
        self.body.addWidget(label(self.tr(
            "Each file is checked and brought to the station's loudness. The files themselves are not touched."),
            "soft", wrap=True))
        self.kind = choice(kinds(), str(CartKind.MESSAGE))
        self.kind.setAccessibleName(self.tr("What they are"))
        self.origin = choice(origins(), "superior")
        self.origin.setAccessibleName(self.tr("Who made them"))
        self.category = choice([("", self.tr("none yet"))])
        self.category.setAccessibleName(self.tr("What they are about"))
        self.category.setMaximumWidth(260)
        self.body.addLayout(row(label(self.tr("What they are"), "soft"), self.kind,
                                label(self.tr("Who made them"), "soft"), self.origin,
                                label(self.tr("About"), "soft"), self.category, None))

    def _make_table(self) -> None:
        self.table = Table("library.import", [
            Column(self.tr("File"), lambda item: item.name, 230),
            Column(self.tr("Verdict"), lambda item: item.words, 130, tone=lambda item: item.tone),
            Column(self.tr("Why"), lambda item: item.sentence, 0),
        ], accessible=self.tr("Files"))
        self.table.set_empty("file-audio", self.tr("Looking for sound files…"))
        self.table.setWordWrap(True)
        self.table.picked.connect(lambda _: self._show_listen())
        self.table.opened.connect(lambda _: self._listen())
        self.body.addWidget(self.table, 1)

    def _make_progress(self) -> None:
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.hide()
        self.line = ElidedLabel()
        self.line.setObjectName("soft")
        self.fault = Banner("", "bad")
        self.now = ElidedLabel()
        self.now.setObjectName("faint")
        self.now.hide()
        self.trouble = QCheckBox(self.tr("Only files with trouble"))
        self.trouble.setAccessibleName(self.tr("Only files with trouble"))
        self.trouble.toggled.connect(lambda _: self._show_rows())
        line = row(self.line, self.trouble)
        line.setStretch(0, 1)
        self.body.addWidget(self.fault)
        self.body.addWidget(self.bar)
        self.body.addLayout(line)
        self.body.addWidget(self.now)

    def _make_buttons(self) -> None:
        self.player = PreviewPlayer(self)
        self.player.failed.connect(self._failed)
        self.player.state_changed.connect(lambda _: self._show_listen())
        self.listen_button = button(self.tr("Listen"), "headphones", self._listen)
        self.save_button = button(self.tr("Save the list…"), "save", self._save_list)
        self.start_button = primary_button(self.tr("Add"), "download", self.start)
        self.cancel_button = button(self.tr("Cancel"), "", self.reject)
        self.leave_button = button(self.tr("Go on in the background"), "", self._leave)
        self.done_button = button(self.tr("Close"), "", self.accept)
        for part in (self.leave_button, self.done_button, self.save_button, self.listen_button):
            part.hide()
        self.start_button.setEnabled(False)
        self.body.addSpacing(4)
        self.body.addLayout(row(self.listen_button, self.save_button, None, self.cancel_button, self.leave_button,
                                self.start_button, self.done_button))

    def _make_keys(self) -> None:
        for keys, act in (("Space", self._listen), ("Ctrl+S", self._save_list)):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(_when(act, self.save_button if act == self._save_list else self.listen_button))

    # What is shown

    def _show_found(self, found: Found) -> None:
        self._paths = found.paths
        self._show_verdicts([waiting(number, path.name) for number, path in enumerate(self._paths)])
        self.table.set_empty("file-audio", self.tr("There is no sound file in what was chosen."))
        self.line.set_text(words.found_words(found))
        self.start_button.setEnabled(bool(self._paths))
        self.start_button.setDefault(True)
        self.start_button.setFocus()

    def _show_categories(self, categories: Sequence[object]) -> None:
        for item in categories:
            self.category.addItem(item.words, item.key)  # type: ignore[attr-defined]

    def _open_run(self, run_id: str) -> None:
        for part in (self.kind, self.origin, self.category):
            part.setEnabled(False)
        if self._runner is None:
            self._runner = ImportRunner(self._app, run_id, self.parent() or self)
        runner, app = self._runner, self._app
        self._follow(runner)

        def show(found: tuple[list[Verdict], ImportRun]) -> None:
            verdicts, run = found
            verdicts = [self._early.get(item.id, item) for item in verdicts]
            self.kind.setCurrentIndex(max(0, self.kind.findData(str(run.wish.kind))))
            self.origin.setCurrentIndex(max(0, self.origin.findData(run.wish.origin)))
            self._show_verdicts(verdicts)
            self._look_busy() if runner.running else self._look_over()

        Op(lambda: (verdicts_of(app, run_id), app.imports.run(run_id))).on_success(show).on_failure(self._failed) \
            .start(self)

    def _follow(self, runner: ImportRunner) -> None:
        runner.judged.connect(self._take_verdict)
        runner.moved.connect(self._show_progress)
        runner.ended.connect(self._ended)

    def _show_verdicts(self, verdicts: list[Verdict]) -> None:
        self._verdicts = verdicts
        self._show_rows()

    def _shown(self) -> list[Verdict]:
        only = self.trouble.isChecked()
        return [item for item in self._verdicts if not only or item.tone in words.TROUBLE]

    def _show_rows(self) -> None:
        self.table.show_ids([item.id for item in self._shown()],
                            lambda numbers: [self._verdicts[number] for number in numbers])
        if self.trouble.isChecked() and self._verdicts:
            self.table.set_empty("circle-check", self.tr("No file gives trouble."))
        for place, item in enumerate(self._shown()):
            if item.sentence:
                self._fit(place, item)

    def _take_verdict(self, verdict: Verdict) -> None:
        if verdict.id >= len(self._verdicts):
            self._early[verdict.id] = verdict
            return
        self._verdicts[verdict.id] = verdict
        self._fresh.add(verdict.id)
        if not self._show_timer.isActive():
            self._show_timer.start()

    def _show_fresh(self) -> None:
        fresh, self._fresh = self._fresh, set()
        self._show_timer.stop()
        if not fresh:
            return
        if self.trouble.isChecked():
            self._show_rows()
            return
        self.table.rows.refresh()
        for number in fresh:
            self._fit(number, self._verdicts[number])
        if not self.table.hasFocus():
            self.table.scrollTo(self.table.rows.index(max(fresh), 0))
        self._show_listen()

    def _fit(self, place: int, verdict: Verdict) -> None:
        room = max(80, self.table.columnWidth(2) - 24)
        text = self.table.fontMetrics().boundingRect(0, 0, room, 400, _WORD_WRAP, verdict.sentence)
        self.table.verticalHeader().resizeSection(place, max(42, text.height() + 18))

    def _show_progress(self, now: Progress) -> None:
        if self._stopped:
            return
        self.bar.setValue(round(now.share * 1000))
        self.line.set_text(words.progress_words(now))
        self.now.set_text(self.tr("Now: {names}").format(names=", ".join(now.names)) if now.names else "")

    def _show_listen(self) -> None:
        verdict = self.table.current_row()
        playing = self.player.state == "playing"
        self.listen_button.setText(self.tr("Stop listening") if playing else self.tr("Listen"))
        self.listen_button.setVisible(playing or bool(verdict is not None and verdict.cart_id))

    def _look_busy(self) -> None:
        self.bar.setValue(0)
        for part in (self.bar, self.now, self.cancel_button, self.leave_button):
            part.show()
        for part in (self.start_button, self.done_button, self.save_button):
            part.hide()
        self.cancel_button.setText(self.tr("Stop"))
        self.line.set_text(self.tr("Starting…"))

    def _look_over(self) -> None:
        left = any(item.tone == "plain" for item in self._verdicts)
        for part in (self.bar, self.now, self.cancel_button, self.leave_button):
            part.hide()
        self.start_button.setText(self.tr("Go on"))
        self.start_button.setVisible(left)
        self.start_button.setEnabled(True)
        self.save_button.show()
        self.done_button.show()
        next_step = self.start_button if left else self.done_button
        next_step.setDefault(True)
        next_step.setFocus()
        self.line.set_text(tally(self._verdicts))

    def _ended(self, _run: ImportRun | None, error: Exception | None) -> None:
        self._show_fresh()
        self._look_over()
        if error is not None:
            self._failed(error)

    def _failed(self, error: Exception) -> None:
        self.fault.show_text(explain(error).text, "bad")


def _when(act: Callable[[], object], control: QWidget) -> Callable[[], None]:
    """A key does what a button does, while the button is there."""
    return lambda: None if control.isHidden() else (act(), None)[1]
