"""The station's lexicon: every reading it has taught the voice."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QHBoxLayout, QWidget

from broadcaster.gui.errors import explain
from broadcaster.gui.ops import Op
from broadcaster.gui.readings import actions
from broadcaster.gui.readings.entry_dialog import EntryDialog
from broadcaster.gui.readings.import_dialog import ImportReport
from broadcaster.gui.readings.model import LexiconRow, when_words
from broadcaster.gui.readings.speaker import Speaker
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, flat_button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import label, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.search import SearchField
from broadcaster.gui.widgets.table import Table
from broadcaster.wiring import App

_FRAME = 70
"""Pixels for the system's own frame and bar on a small screen."""


def open_lexicon(app: App, parent: QWidget | None) -> LexiconWindow:
    """Show the window over `parent`; `changed(Change)` tells of every step."""
    dialog = LexiconWindow(app, parent)
    dialog.open()
    return dialog


class LexiconWindow(Sheet):
    """Search, add, change, take out, bring in, write out, listen; every step can be taken back."""

    changed = Signal(object, bool)
    """actions.Change; True: it was taken back."""

    def __init__(self, app: App, parent: QWidget | None) -> None:
        super().__init__(parent, "", 640)
        self.setWindowTitle(self.tr("The station's lexicon"))
        self.setAcceptDrops(True)
        self._app = app
        self._done: list[actions.Change] = []
        self._asked = 0
        self.speaker = Speaker(app, self)
        self.speaker.failed.connect(self.show_error)
        self.finished.connect(lambda _: self.speaker.stop())
        self.finished.connect(self.deleteLater)
        self.resize(960, min(620, self.screen().availableGeometry().height() - _FRAME))
        self._build()
        self.reload()

    def reload(self, select: str = "") -> None:
        """Read the list again; `select`: the word to stand on."""
        self._asked += 1
        asked, words = self._asked, self.search.text().strip()
        Op(partial(actions.listing, self._app, words)).on_success(
            lambda found: self._show(found, bool(words), select) if asked == self._asked else None
        ).on_failure(self.show_error).start(self)

    def add(self) -> None:
        self._edit(None)

    def edit(self) -> None:
        if (chosen := self.table.current_row()) is not None:
            self._edit(chosen)

    def remove(self) -> None:
        """No question: it can be taken back."""
        chosen = [row.id for row in self.table.selected_rows()]
        if chosen:
            said = self.tr("Taken out: {words}").format(words=", ".join(chosen[:5]) + (" …" if len(chosen) > 5 else ""))
            self._do(Op(partial(actions.forget, self._app, chosen)), said)

    def undo(self) -> None:
        """The last step of this window."""
        if self._done:
            change = self._done.pop()
            Op(partial(actions.undo, self._app, change)).on_success(
                lambda _: self._after(change, self.tr("Taken back."))).on_failure(self.show_error).start(self)

    def bring_in(self, path: Path) -> None:
        """Merge a file; what was left out is shown line by line."""
        Op(partial(actions.bring_in, self._app, path), lane="slow").on_success(
            partial(self._imported, path)).on_failure(self.show_error).start(self)

    def take_out(self, path: Path) -> None:
        """Write all words into a file."""
        Op(partial(actions.take_out, self._app, path)).on_success(
            lambda count: self.banner.show_text(self.tr("{count} words were written to {name}.").format(
                count=count, name=path.name), "good", "circle-check")).on_failure(self.show_error).start(self)

    def show_error(self, error: Exception) -> None:
        self.banner.show_text(explain(error).text, "bad", "circle-alert")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.bring_in(Path(event.mimeData().urls()[0].toLocalFile()))

    def _build(self) -> None:
        self.search = SearchField(self.tr("Search (accents may be left out)…"))
        self.search.searched.connect(lambda _: self.reload())
        self.add_button = primary_button(self.tr("Add a word"), "plus", self.add)
        head = row(self.search, self.add_button)
        head.setStretch(0, 1)
        self.body.addLayout(head)
        self.banner = Banner("")
        self.body.addWidget(self.banner)
        self._make_table()
        self.body.addWidget(self.table, 1)
        self.body.addLayout(self._row_buttons())
        self.count = label("", "faint")
        self.body.addLayout(row(
            self.count, None, button(self.tr("Bring in a file…"), "upload", self._ask_in),
            button(self.tr("Write to a file…"), "download", self._ask_out),
            button(self.tr("Close"), "", self.reject)))
        for keys, act in (("Delete", self.remove), ("Ctrl+Z", self.undo), ("Insert", self.add), ("F2", self.edit)):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.search.setFocus)
        self._show_buttons()

    def _make_table(self) -> None:
        self.table = Table("readings.lexicon", [
            Column(self.tr("Written"), lambda line: line.entry.written, 180),
            Column(self.tr("Read as"), lambda line: line.entry.spoken, 0),
            Column(self.tr("Note"), lambda line: line.entry.note, 150),
            Column(self.tr("Taught"), lambda line: when_words(line.entry.added_at), 124, digits=True,
                   tip=lambda line: f"{when_words(line.entry.added_at)} {line.entry.by}".strip()),
            Column(self.tr("By"), lambda line: line.entry.by, 160),
        ], accessible=self.tr("The station's own readings"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.opened.connect(lambda _: self.edit())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_buttons())
        self.table.setMinimumHeight(160)

    def _row_buttons(self) -> QHBoxLayout:
        self.listen = flat_button(self.tr("Listen"), "headphones", self._listen)
        self.edit_button = flat_button(self.tr("Change…"), "pencil", self.edit)
        self.remove_button = flat_button(self.tr("Take out"), "trash-2", self.remove)
        self.undo_button = flat_button(self.tr("Undo (Ctrl+Z)"), "undo-2", self.undo)
        self.speaker.busy_changed.connect(self._show_listen)
        return row(self.listen, self.edit_button, self.remove_button, None, self.undo_button, spacing=4)

    def _show(self, found: Sequence[LexiconRow], searched: bool, select: str) -> None:
        if searched:
            self.table.set_empty("search", self.tr("Nothing matches."), self.tr("Show all"), self.search.clear)
        else:
            self.table.set_empty("book-open", self.tr(
                "No readings yet. Teach the voice the names and abbreviations of your commune, here or by clicking a "
                "word in a bulletin."), self.tr("Add a word"), self.add)
        self.table.show_rows(found)
        if select:
            self.table.select_id(select)
        self.count.setText(self.tr("{count} words").format(count=len(found)))
        self._show_buttons()

    def _show_buttons(self) -> None:
        chosen = len(self.table.selected_rows())
        self.listen.setEnabled(chosen == 1)
        self.edit_button.setEnabled(chosen == 1)
        self.remove_button.setEnabled(chosen > 0)
        self.undo_button.setEnabled(bool(self._done))

    def _show_listen(self, busy: bool) -> None:
        self.listen.setText(self.tr("Stop") if busy else self.tr("Listen"))

    def _listen(self) -> None:
        chosen = self.table.current_row()
        if self.speaker.busy:
            self.speaker.stop()
        elif chosen is not None:
            self.speaker.say(chosen.entry.spoken)

    def _edit(self, line: LexiconRow | None) -> None:
        dialog = EntryDialog(self, line.entry if line else None, self.speaker)

        def store() -> None:
            work = partial(actions.learn, self._app, *dialog.values(), instead_of=line.id if line else "")
            Op(work).on_success(lambda change: stored(change)).on_failure(dialog.show_error).start(dialog)

        def stored(change: actions.Change) -> None:
            written = dialog.values()[0]
            dialog.accept()
            self._after(change, self.tr("Stored: {written}").format(written=written), written, keep=True)

        dialog.save_asked.connect(store)
        dialog.open()

    def _do(self, op: Op[actions.Change], said: str) -> None:
        op.on_success(lambda change: self._after(change, said, keep=True)).on_failure(self.show_error).start(self)

    def _after(self, change: actions.Change, said: str, select: str = "", *, keep: bool = False) -> None:
        if keep and change.before:
            self._done.append(change)
        self.banner.show_text(said, "good", "circle-check")
        self.reload(select)
        if change.before:
            self.changed.emit(change, not keep)

    def _imported(self, path: Path, change: actions.Change) -> None:
        report = change.imported
        if report is None:
            return
        said = self.tr("{name}: {added} new, {changed} changed, {same} as before.").format(
            name=path.name, added=report.added, changed=report.changed, same=report.same)
        self._after(change, said, keep=True)
        if report.bad:
            dialog = ImportReport(self, said, report)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _ask_in(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Bring in readings"), "", self.tr("Tables (*.tsv *.csv *.txt);;All files (*)"))
        if path:
            self.bring_in(Path(path))

    def _ask_out(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Write the readings to a file"), "tu-dien-cach-doc.tsv",
            self.tr("Table with tabs (*.tsv);;Table for a spreadsheet (*.csv)"))
        if path:
            self.take_out(Path(path))
