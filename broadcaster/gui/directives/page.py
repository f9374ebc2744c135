"""Văn bản: letters come in here, are looked through, and become bulletins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from broadcaster.bulletins.model import Bulletin
from broadcaster.directives.model import Due, Registered, RelayProposal
from broadcaster.gui.bulletins.draft_dialog import choose_and_draft
from broadcaster.gui.directives import actions
from broadcaster.gui.directives.detail import LetterDetail
from broadcaster.gui.directives.dialogs import PasteDialog, TakenDialog
from broadcaster.gui.directives.letter_work import LetterWork
from broadcaster.gui.directives.model import name_of
from broadcaster.gui.directives.register_view import RegisterView
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Page
from broadcaster.gui.relays.letter_dialog import LetterRelayDialog
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import ProgressDialog

_TABLES = {"directive", "directive_attachment", "directive_reminder", "bulletin", "cart", "campaign", "airing", "*"}


class DirectivesPage(Page):
    """The register; opening a line shows the letter in its place."""

    def build(self) -> None:
        self._asked = 0
        self._select_next = ""
        self._ticked = ""
        self._trail: list[str] = []
        self.setAcceptDrops(True)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._register())
        self.detail = LetterDetail(self.shell.memory, self.app.clock.now().date())
        self.work = LetterWork(self, self.detail)
        self.detail.closed.connect(self._back)
        self.detail.original_asked.connect(self._original)
        self.detail.draft_asked.connect(self._draft)
        self.detail.draft_chosen.connect(self._draft_as)
        self.detail.relay.asked.connect(self._put_relay)
        self.stack.addWidget(self.detail)
        self.body.addWidget(self.stack, 1)
        self._keys()

    def on_shown(self, item: str = "") -> None:
        """`item`: the id of a letter to open, or the name of a filter."""
        if item in self.register.chips:
            self._back()
            self.register.choose(item)
        elif item:
            self.open_letter(item)
        self.reload()

    def on_changes(self, kinds: frozenset[str]) -> None:
        if kinds & _TABLES:
            self.reload()
            self.work.refresh()

    def on_close(self) -> None:
        self.work.end()

    def reload(self) -> None:
        """Read the register again with the words now in the search field."""
        words = self.search.text().strip() if self.search else ""
        self._asked += 1
        asked = self._asked
        Op(lambda: actions.listing(self.app, words)).on_success(
            lambda listed: self._show(listed, words) if asked == self._asked else None).start(self)

    def open_letter(self, directive_id: str) -> None:
        """Show one letter in full; from within another one, "back" comes back to that."""
        before = self.work.open_id
        if before and before != directive_id:
            self._trail = [*self._trail[-20:], before]
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
            self.take(paths)
            return
        dialog = PasteDialog(self.window(), data.text() if data is not None and data.hasText() else "")
        if dialog.exec() == PasteDialog.DialogCode.Accepted:
            text, name = dialog.text.toPlainText(), dialog.name.text().strip() or self.tr("Pasted letter")
            Op(lambda: actions.add_text(self.app, text, name), lane="slow").on_success(self._registered).start(self)
        dialog.deleteLater()

    def take(self, paths: list[Path]) -> None:
        """Dropped or pasted files: beside the letter that is open, else into the register."""
        if self.work.open_id:
            self.work.attach(paths)
        else:
            self.add_files(paths)

    # Dropping files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take(actions.files_of(event.mimeData().urls()))

    # Building

    def _register(self) -> QWidget:
        self.add_button = primary_button(self.tr("Add letters…"), "file-plus", self._choose)
        self.paste_button = button(self.tr("Paste a letter"), "copy", self.paste)
        self.export_button = button(self.tr("Export…"), "file-down", self._export)
        self.export_button.setToolTip(self.tr("The lines shown here, as a sheet for printing"))
        self.note = Banner("", "info", "info")
        self.register = RegisterView(self.shell.memory, lambda: self.app.clock.now().date())
        self.search, self.table, self.count = self.register.search, self.register.table, self.register.count
        self.search.searched.connect(lambda _: self.reload())
        self.register.opened.connect(self.open_letter)
        self.register.add_asked.connect(self._choose)
        self.register.due.opened.connect(self.open_letter)
        self.register.due.done.connect(self._due_done)
        result = QWidget()
        box = QVBoxLayout(result)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addLayout(self.header(self.tr("Directives"), self.export_button, self.paste_button, self.add_button))
        box.addWidget(self.note)
        box.addWidget(self.register, 1)
        return result

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

    def undo(self) -> None:
        """Take back what was done last to the open letter, or the reminder that was just ticked off."""
        if self.work.open_id:
            self.work.undo()
        elif self._ticked:
            reminder, self._ticked = self._ticked, ""
            Op(lambda: self.app.directives.reminders.undo(reminder, actions.on_duty(self.app))).on_success(
                lambda _: self.reload()).start(self)

    def _show(self, listed: actions.Listed, words: str) -> None:
        self.register.show_listing(listed, words)
        if self._select_next and self.table.select_id(self._select_next):
            self._select_next = ""

    def _show_letter(self, opened: actions.Opened) -> None:
        self.note.show_text("")
        self.work.start(opened)
        self.stack.setCurrentWidget(self.detail)
        self.detail.draft_button.setFocus()

    def _back(self) -> None:
        if self._trail and self.work.open_id:
            before = self._trail.pop()
            Op(lambda: actions.open_letter(self.app, before)).on_success(self._show_letter).start(self)
            return
        self._to_register()

    def _to_register(self) -> None:
        self._trail = []
        self.work.end()
        self.stack.setCurrentIndex(0)
        self.table.setFocus()
        self.reload()

    def _due_done(self, item: Due) -> None:
        if item.kind == "report":
            self._trail = []
            Op(lambda: actions.open_letter(self.app, item.directive_id)).on_success(self._ask_reported).start(self)
            return
        self._ticked = item.reminder_id
        Op(lambda: self.app.directives.reminders.done(item.reminder_id, actions.on_duty(self.app))).on_success(
            self._told_done).start(self)

    def _ask_reported(self, opened: actions.Opened) -> None:
        self._show_letter(opened)
        self.work.ask_reported()

    def _told_done(self, _: object) -> None:
        self.shell.notify(self.tr("Ticked off. Ctrl+Z opens it again."))
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
        self._to_register()
        self.register.show_everything()
        self._select_next = letter.id
        self.note.show_text(self.tr("This letter is in the register already: {name}").format(name=name_of(letter)),
                            "info", "info")
        self.reload()

    def _export(self) -> None:
        lines = self.register.lines()
        if path := actions.ask_export(self, self.shell):
            Op(lambda: actions.export(path, lines), lane="slow").on_success(
                lambda count: self.shell.notify(self.tr("{count} letters written to {name}.").format(
                    count=count, name=path.name))).start(self)

    def _original(self) -> None:
        letter = self.work.open_id
        Op(lambda: actions.open_original(self.app, letter)).on_success(self._show_original).start(self)

    def _show_original(self, path: Path) -> None:
        if not actions.show_file(path):
            text = self.tr("This computer has no program for this kind of file. It lies here: {path}")
            self.shell.notify(text.format(path=path))

    def _draft(self, points: list[str]) -> None:
        letter = self.work.open_id
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

    def _draft_as(self, points: list[str]) -> None:
        """Kind and number chosen, and the text seen, before it is written."""
        def done(made: Sequence[Bulletin]) -> None:
            self.shell.notify(self.tr("A first text is written. Read it through and change what you like."))
            self.shell.go("bulletins", made[0].id)

        chosen = points if self.detail.points.lines() else None
        choose_and_draft(self, self.app, self.work.open_id, chosen, done)

    def _put_relay(self, asked: RelayProposal) -> None:
        dialog = LetterRelayDialog(self.window(), self.app, self.shell, asked)
        dialog.exec()
        dialog.deleteLater()


PAGE = DirectivesPage
