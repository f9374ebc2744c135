"""Văn bản: letters come in here, are looked through, and become bulletins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from broadcaster.bulletins.model import Bulletin
from broadcaster.directives.model import Registered
from broadcaster.gui.directives import actions
from broadcaster.gui.directives.detail import LetterDetail
from broadcaster.gui.directives.dialogs import PasteDialog, TakenDialog
from broadcaster.gui.directives.model import (
    STATE_TONES,
    URGENCY_TONES,
    Line,
    day_words,
    due_tone,
    name_of,
    sentence_case,
    state_words,
    urgency_words,
)
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Page
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import ProgressDialog
from broadcaster.gui.widgets.layout import Card, label, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.search import SearchField
from broadcaster.gui.widgets.table import Table

_TABLES = {"directive", "bulletin", "campaign", "airing", "*"}


class DirectivesPage(Page):
    """The register; opening a line shows the letter in its place."""

    def build(self) -> None:
        self._asked = 0
        self._open_id = ""
        self._undo: list[tuple[str, Any]] = []
        self._select_next = ""
        self.setAcceptDrops(True)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._register())
        self.detail = LetterDetail(self.shell.memory, self.app.clock.now().date())
        self.detail.closed.connect(self._back)
        self.detail.corrected.connect(self._correct)
        self.detail.undo_asked.connect(self.undo)
        self.detail.original_asked.connect(self._original)
        self.detail.draft_asked.connect(self._draft)
        self.stack.addWidget(self.detail)
        self.body.addWidget(self.stack, 1)
        self._keys()

    def on_shown(self, item: str = "") -> None:
        """`item`: the id of a letter to open."""
        if item:
            self.open_letter(item)
        self.reload()

    def on_changes(self, kinds: frozenset[str]) -> None:
        if kinds & _TABLES:
            self.reload()

    def reload(self) -> None:
        """Read the register again with the words now in the search field."""
        words = self.search.text().strip() if self.search else ""
        self._asked += 1
        asked = self._asked
        Op(lambda: actions.listing(self.app, words)).on_success(
            lambda lines: self._show(lines, words) if asked == self._asked else None).start(self)

    def open_letter(self, directive_id: str) -> None:
        """Show one letter in full."""
        Op(lambda: actions.open_letter(self.app, directive_id)).on_success(self._show_letter).start(self)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Register these files, with progress; cancelling keeps what is in already."""
        if not paths:
            return
        dialog = ProgressDialog(self, self.tr("Reading letters… What is in the register stays there if you cancel."))
        dialog.run(lambda step: actions.add_files(self.app, paths, step), self._taken)

    def paste(self) -> None:
        """What the clipboard holds: files, or the text of a letter."""
        data = QGuiApplication.clipboard().mimeData()
        if data is not None and data.hasUrls() and (paths := actions.files_of(data.urls())):
            self.add_files(paths)
            return
        dialog = PasteDialog(self.window(), data.text() if data is not None and data.hasText() else "")
        if dialog.exec() == PasteDialog.DialogCode.Accepted:
            text, name = dialog.text.toPlainText(), dialog.name.text().strip() or self.tr("Pasted letter")
            Op(lambda: actions.add_text(self.app, text, name), lane="slow").on_success(self._registered).start(self)
        dialog.deleteLater()

    def undo(self) -> None:
        """Put back what the last correction replaced."""
        if not self._undo or not self._open_id:
            return
        field, value = self._undo.pop()
        letter = self._open_id
        Op(lambda: actions.correct(self.app, letter, field, value)).on_success(self._show_corrected).start(self)

    # Dropping files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add_files(actions.files_of(event.mimeData().urls()))

    # Building

    def _register(self) -> QWidget:
        self.add_button = primary_button(self.tr("Add letters…"), "file-plus", self._choose)
        self.paste_button = button(self.tr("Paste a letter"), "copy", self.paste)
        self.note = Banner("", "info", "info")
        self.search = SearchField(self.tr("Search by number, office, subject, text (accents may be left out)…"))
        self.search.searched.connect(lambda _: self.reload())
        self.count = label("", "soft")
        self._make_table()
        line = row(self.search, self.count)
        line.setStretch(0, 1)
        list_card = Card()
        list_card.add(line)
        list_card.add(self.table, stretch=1)
        result = QWidget()
        box = QVBoxLayout(result)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(14)
        box.addLayout(self.header(self.tr("Directives"), self.paste_button, self.add_button))
        box.addWidget(self.note)
        box.addWidget(list_card, 1)
        return result

    def _make_table(self) -> None:
        today = self.app.clock.now().date
        self.table = Table("directives.register", [
            Column(self.tr("Number"), lambda line: line.row.number, 160),
            Column(self.tr("Date"), lambda line: day_words(line.row.issued_date), 122, digits=True),
            Column(self.tr("From"), lambda line: line.row.issuer, 176),
            Column(self.tr("Subject"), lambda line: sentence_case(line.row.subject), 0),
            Column(self.tr("Urgency"), lambda line: urgency_words(line.row.urgency), 120,
                   tone=lambda line: URGENCY_TONES.get(line.row.urgency, "")),
            Column(self.tr("State"), lambda line: state_words(line.state), 116,
                   tone=lambda line: STATE_TONES[line.state]),
            Column(self.tr("Report due"), lambda line: day_words(line.row.report_due), 122,
                   tone=lambda line: due_tone(line.row, today())),
        ], accessible=self.tr("Register of letters"))
        self.table.clicked.connect(lambda _: self._open_line(self.table.current_row()))
        self.table.opened.connect(self._open_line)

    def _keys(self) -> None:
        for keys, action in ((QKeySequence(QKeySequence.StandardKey.Paste), self.paste),
                             (QKeySequence("Ctrl+N"), self._choose), (QKeySequence("Ctrl+Z"), self.undo),
                             (QKeySequence("Alt+Left"), self._back)):
            self._shortcut(keys, action)

    def _shortcut(self, keys: QKeySequence, action: Callable[[], object]) -> None:
        shortcut = QShortcut(keys, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(action)

    # Showing

    def _show(self, lines: Sequence[Line], words: str) -> None:
        if words:
            self.table.set_empty("search", self.tr("No letter holds these words."), self.tr("Show all letters"),
                                 lambda: self.search.clear() if self.search else None)
        else:
            self.table.set_empty("file-text", self.tr(
                "No letters yet. Add the files you received, drop them here, or paste the text of a letter."),
                self.tr("Add letters…"), self._choose)
        self.table.show_rows(lines)
        self.count.setText(self.tr("{count} letters").format(count=len(lines)) if lines else "")
        if self._select_next and self.table.select_id(self._select_next):
            self._select_next = ""

    def _open_line(self, line: Line | None) -> None:
        if line is not None:
            self.open_letter(line.id)

    def _show_letter(self, opened: actions.Opened) -> None:
        self.note.show_text("")
        self._open_id = opened.letter.id
        self._undo = []
        self.detail.show_letter(opened, fresh=True)
        self.detail.show_undo(False)
        self.stack.setCurrentWidget(self.detail)
        self.detail.draft_button.setFocus()

    def _back(self) -> None:
        self._open_id = ""
        self.stack.setCurrentIndex(0)
        self.table.setFocus()
        self.reload()

    # Doing

    def _choose(self) -> None:
        self.add_files(actions.ask_files(self, self.shell))

    def _taken(self, taken: list[actions.Taken]) -> None:
        if len(taken) == 1:
            (item,) = taken
            if item.registered is not None:
                self._registered(item.registered)
            elif item.error is not None:
                self.shell.error(item.error)
            return
        self.reload()
        dialog = TakenDialog(self.window(), taken)
        dialog.exec()
        dialog.deleteLater()

    def _registered(self, registered: Registered) -> None:
        letter = registered.directive
        if not registered.known:
            self.shell.notify(self.tr("“{name}” is in the register.").format(name=name_of(letter)))
            self.open_letter(letter.id)
            return
        self._back()
        if self.search and self.search.text():
            self.search.clear()
        self._select_next = letter.id
        self.note.show_text(self.tr("This letter is in the register already: {name}").format(name=name_of(letter)),
                            "info", "info")
        self.reload()

    def _correct(self, field: str, value: object) -> None:
        letter = self.detail.letter
        if letter is None or letter.id != self._open_id:
            return
        before, letter_id = letter.value(field), letter.id

        def done(opened: actions.Opened) -> None:
            self._undo.append((field, before))
            self._show_corrected(opened)

        def failed(error: Exception) -> None:
            self.shell.error(error)
            self.detail.rows[field].show_field(letter.fields.get(field))

        Op(lambda: actions.correct(self.app, letter_id, field, value)).on_success(done).on_failure(failed).start(self)

    def _show_corrected(self, opened: actions.Opened) -> None:
        if opened.letter.id == self._open_id:
            self.detail.show_letter(opened, fresh=False)
            self.detail.show_undo(bool(self._undo))

    def _original(self) -> None:
        letter = self._open_id
        Op(lambda: actions.open_original(self.app, letter)).on_success(self._show_original).start(self)

    def _show_original(self, path: Path) -> None:
        if not actions.show_file(path):
            text = self.tr("This computer has no program for this kind of file. It lies here: {path}")
            self.shell.notify(text.format(path=path))

    def _draft(self, points: list[str]) -> None:
        letter = self._open_id
        self.detail.draft_button.setEnabled(False)

        def done(bulletin: Bulletin) -> None:
            self.detail.draft_button.setEnabled(True)
            self.shell.notify(self.tr("A first text is written. Read it through and change what you like."))
            self.shell.go("bulletins", bulletin.id)

        def failed(error: Exception) -> None:
            self.detail.draft_button.setEnabled(True)
            self.shell.error(error)

        chosen = points if self.detail.points.lines() else None
        Op(lambda: actions.draft(self.app, letter, chosen)).on_success(done).on_failure(failed).start(self)


PAGE = DirectivesPage
