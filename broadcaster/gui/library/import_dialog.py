"""Bringing sound files in: choose what they are, watch them go through, read a verdict on each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.gui.errors import explain
from broadcaster.gui.library.model import Verdict, kinds, origins, refused, sound_files, tally, verdict_of, waiting
from broadcaster.gui.ops import Op, Step
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import choice
from broadcaster.gui.widgets.layout import label, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import Table
from broadcaster.library.model import CartKind
from broadcaster.wiring import App


class ImportDialog(Sheet):
    """One row per file. Closing it while it works ends after the present file; what was taken stays."""

    judged = Signal(object)
    """A Verdict, from the working thread."""

    def __init__(self, parent: QWidget | None, app: App, paths: Sequence[Path]) -> None:
        super().__init__(parent, QCoreApplication.translate("ImportDialog", "Add sound files"), 780)
        self._app = app
        self._op: Op[None] | None = None
        self._verdicts: list[Verdict] = []
        self._paths: list[Path] = []
        self.resize(820, 560)
        self._heading()
        self._make_table()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.hide()
        self.line = label(self.tr("Looking for sound files…"), "soft", wrap=True)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.line)
        self.start_button = primary_button(self.tr("Add"), "download", self.start)
        self.cancel_button = button(self.tr("Cancel"), "", self.reject)
        self.done_button = primary_button(self.tr("Close"), "", self.accept)
        self.done_button.hide()
        self.buttons(self.cancel_button, self.start_button, self.done_button)
        self.start_button.setEnabled(False)
        self.judged.connect(self._show_verdict)
        Op(lambda: sound_files([Path(path) for path in paths])).on_success(self._show_files).start(self)

    def verdicts(self) -> list[Verdict]:
        return list(self._verdicts)

    def start(self) -> None:
        """Import one file after another, off the window's thread."""
        for part in (self.start_button, self.kind, self.origin):
            part.setEnabled(False)
        self.bar.setRange(0, len(self._paths) * 100)
        self.bar.show()
        self.cancel_button.setText(self.tr("Stop"))
        kind, origin = CartKind(self.kind.currentData()), str(self.origin.currentData())
        paths, app, tell = list(self._paths), self._app, self._tell
        self._op = Op(lambda step: import_all(app, paths, kind, origin, step, tell), lane="slow")
        self._op.on_progress(self._show_progress).on_success(lambda _: self._finish()).start(self)

    def reject(self) -> None:
        """Stop after what is being read now; a second press, or nothing running, closes."""
        if self._op and not self._op.finished and not self._op.cancelled:
            self._op.cancel()
            self._finish()
            return
        super().reject()

    def _heading(self) -> None:
        self.body.addWidget(label(self.tr("Add sound files"), "title"))
        self.body.addWidget(label(self.tr(
            "Each file is checked and brought to the station's loudness. The files themselves are not touched."),
            "soft", wrap=True))
        self.kind = choice(kinds(), str(CartKind.MESSAGE))
        self.kind.setAccessibleName(self.tr("What they are"))
        self.origin = choice(origins(), "superior")
        self.origin.setAccessibleName(self.tr("Who made them"))
        self.body.addLayout(row(label(self.tr("What they are"), "soft"), self.kind,
                                label(self.tr("Who made them"), "soft"), self.origin, None))

    def _make_table(self) -> None:
        self.table = Table("library.import", [
            Column(self.tr("File"), lambda item: item.name, 230),
            Column(self.tr("Verdict"), lambda item: item.words, 126, tone=lambda item: item.tone),
            Column(self.tr("Why"), lambda item: item.sentence, 0),
        ], accessible=self.tr("Files"))
        self.table.set_empty("file-audio", self.tr("There is no sound file in what was chosen."))
        self.table.setWordWrap(True)
        self.body.addWidget(self.table, 1)

    def _show_files(self, paths: list[Path]) -> None:
        self._paths = paths
        self._verdicts = [waiting(number, path.name) for number, path in enumerate(paths)]
        self.table.show_ids(range(len(paths)), lambda numbers: [self._verdicts[number] for number in numbers])
        self.line.setText(self.tr("{count} files").format(count=len(paths)))
        self.start_button.setEnabled(bool(paths))
        self.start_button.setDefault(True)
        self.start_button.setFocus()

    def _tell(self, verdict: Verdict) -> None:
        with suppress(RuntimeError):  # the dialog is gone
            self.judged.emit(verdict)

    def _show_verdict(self, verdict: Verdict) -> None:
        self._verdicts[verdict.id] = verdict
        self.table.rows.refresh()
        self.table.scrollTo(self.table.rows.index(verdict.id, 0))
        self.table.verticalHeader().resizeSection(verdict.id, self._height(verdict))

    def _height(self, verdict: Verdict) -> int:
        room = self.table.columnWidth(2) - 24
        text = self.table.fontMetrics().boundingRect(0, 0, max(80, room), 400, 0x1000, verdict.sentence)
        return max(42, text.height() + 18)

    def _show_progress(self, done: int, total: int, text: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.line.setText(text)

    def _finish(self) -> None:
        self.bar.hide()
        self.line.setText(tally(self._verdicts))
        self.start_button.hide()
        self.cancel_button.hide()
        self.done_button.show()
        self.done_button.setDefault(True)
        self.done_button.setFocus()


def import_all(app: App, paths: Sequence[Path], kind: CartKind, origin: str, step: Step,
               tell: Callable[[Verdict], object]) -> None:
    """One file after another; a refused one does not keep the next from being tried."""
    total = len(paths) * 100
    for number, path in enumerate(paths):
        def moved(share: float, number: int = number, name: str = path.name) -> None:
            if not step.cancelled:
                step(round((number + share) * 100), total, name)

        moved(0.0)
        if step.cancelled:
            return
        try:
            found = app.library.add(path, kind=kind, origin=origin, progress=moved, cancelled=lambda: step.cancelled)
            tell(verdict_of(number, path.name, found))
        except Refused as refusal:
            if refusal.code == "import.cancelled":
                return
            tell(refused(number, path.name, explain(refusal).text))
        except BroadcasterError as error:
            tell(refused(number, path.name, explain(error).text))
