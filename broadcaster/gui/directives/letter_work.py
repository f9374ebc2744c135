"""What is done to the letter that is open: corrections, files, marks, reminders; each can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QDialog

from broadcaster.directives.model import Attachment, Field, Reminder
from broadcaster.gui.directives import actions
from broadcaster.gui.directives.detail import LetterDetail
from broadcaster.gui.directives.dialogs import BroughtDialog, ReminderDialog, ReportedDialog
from broadcaster.gui.directives.model import name_of
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Page
from broadcaster.gui.preview import PreviewPlayer
from broadcaster.gui.widgets.dialogs import ProgressDialog, Sheet

translate = QCoreApplication.translate
Act = Callable[[str], object]
"""Called with the name of whoever is on duty."""


class LetterWork(QObject):
    """Ties the signals of a LetterDetail to the services; `undo` takes back the last thing done."""

    def __init__(self, page: Page, detail: LetterDetail) -> None:
        super().__init__(page)
        self._page = page
        self._app = page.app
        self._shell = page.shell
        self._detail = detail
        self._opened: actions.Opened | None = None
        self._undo: list[Act] = []
        self._playing = ""
        self.player = PreviewPlayer(page)
        self.player.failed.connect(page.shell.error)
        self.player.state_changed.connect(self._show_playing)
        detail.corrected.connect(self._correct)
        detail.confirmed.connect(self._confirm)
        detail.undo_asked.connect(self.undo)
        self._connect_work()
        self._connect_files()

    @property
    def open_id(self) -> str:
        """The letter now open; empty when the register shows."""
        return self._opened.letter.id if self._opened else ""

    def start(self, opened: actions.Opened) -> None:
        """Another letter is open: what was done to the one before is done."""
        self.player.stop()
        self._undo = []
        self._opened = opened
        self._detail.show_letter(opened, fresh=True)
        self._detail.show_undo(False)

    def end(self) -> None:
        """Back to the register."""
        self.player.stop()
        self._opened = None
        self._undo = []

    def refresh(self) -> None:
        """Something changed elsewhere: a bulletin was approved, a campaign begun."""
        if letter := self.open_id:
            Op(lambda: actions.open_letter(self._app, letter)).on_success(self._show).start(self._page)

    def undo(self) -> None:
        """Take back the last thing done to this letter."""
        if self._undo and self.open_id:
            self._do(self._undo.pop())

    def attach(self, paths: list[Path]) -> None:
        """Keep these files with the letter, with progress; cancelling keeps what is in already."""
        letter = self.open_id
        if not paths or not letter:
            return
        dialog = ProgressDialog(self._page, translate("Directives", "Taking in the files…"))
        dialog.run(lambda step: actions.attach(self._app, letter, paths, step), self._brought)

    # Fields

    def _correct(self, field: str, value: Any) -> None:
        if self._opened is None:
            return
        letter = self._opened.letter
        before = letter.fields.get(field, Field(None))

        def failed(error: Exception) -> None:
            self._shell.error(error)
            self._detail.rows[field].show_field(letter.fields.get(field))

        self._do(lambda by: self._app.directives.correct(letter.id, field, value, by),
                 lambda by: self._app.directives.put_back(letter.id, field, before, by), failed)

    def _confirm(self, field: str) -> None:
        if self._opened is None:
            return
        letter = self._opened.letter
        before = letter.fields.get(field, Field(None))
        self._do(lambda by: self._app.directives.confirm(letter.id, field, by),
                 lambda by: self._app.directives.put_back(letter.id, field, before, by))

    # The work

    def _connect_work(self) -> None:
        card, letters = self._detail.work, self._app.directives
        card.reported_asked.connect(self.ask_reported)
        card.no_duty_asked.connect(lambda: self._mark(lambda by: letters.work.mark_no_duty(self.open_id, by)))
        card.unmark_asked.connect(lambda: self._mark(lambda by: letters.work.unmark(self.open_id, by)))
        card.reminder_asked.connect(self._ask_reminder)
        card.ticked.connect(self._tick)
        card.move_asked.connect(self._ask_day)
        self._detail.links.opened.connect(lambda letter: self._page.shell.go("directives", letter))

    def ask_reported(self) -> None:
        """On which day, and how."""
        if self._opened is None:
            return
        letter = self._opened.letter
        dialog = ReportedDialog(self._page.window(), name_of(letter), self._app.clock.now().date())
        if _accepted(dialog):
            day, note = dialog.day.value(), dialog.note.text()
            self._mark(lambda by: self._app.directives.work.mark_reported(letter.id, by, note, day))

    def _mark(self, act: Act) -> None:
        if self._opened is not None:
            letter, before = self._opened.letter.id, self._opened.work
            self._do(act, lambda by: self._app.directives.work.put_back(letter, before, by))

    def _ask_reminder(self) -> None:
        if self._opened is None:
            return
        letter = self._opened.letter
        dialog = ReminderDialog(self._page.window(), name_of(letter), self._app.clock.now().date() + timedelta(days=1))
        if _accepted(dialog):
            day, words = dialog.day.value(), dialog.words.text()
            self._do(lambda by: self._app.directives.reminders.add(letter.id, day, words, by))

    def _ask_day(self, reminder: Reminder) -> None:
        if self._opened is None:
            return
        dialog = ReminderDialog(self._page.window(), name_of(self._opened.letter), reminder.due, reminder.text)
        if _accepted(dialog):
            move, day = self._app.directives.reminders.move, dialog.day.value()
            self._do(lambda by: move(reminder.id, day, by), lambda by: move(reminder.id, reminder.due, by))

    def _tick(self, reminder: str, done: bool) -> None:
        reminders = self._app.directives.reminders
        there, back = (reminders.done, reminders.undo) if done else (reminders.undo, reminders.done)

        def failed(error: Exception) -> None:
            self._shell.error(error)
            self._detail.work.ticks[reminder].setChecked(not done)

        self._do(lambda by: there(reminder, by), lambda by: back(reminder, by), failed)

    # Files

    def _connect_files(self) -> None:
        card, files = self._detail.files, self._app.attachments
        card.add_asked.connect(lambda: self.attach(actions.ask_attachments(self._page, self._shell)))
        card.open_asked.connect(lambda item: Op(lambda: files.file(item.id)).on_success(
            self._show_file).start(self._page))
        card.listen_asked.connect(self._listen)
        card.library_asked.connect(lambda item: self._convert(item, files.to_library))
        card.draft_asked.connect(lambda item: self._convert(item, files.make_draft))
        card.go_asked.connect(self._go)
        card.remove_asked.connect(self._remove)

    def _remove(self, item: Attachment) -> None:
        self.player.stop()
        self._do(lambda by: self._app.attachments.remove(item.id, by),
                 lambda by: self._app.attachments.restore(item.id, by))

    def _convert(self, item: Attachment, make: Callable[..., Attachment]) -> None:
        letter = self.open_id
        dialog = ProgressDialog(self._page, translate("Directives", "Taking in the files…"))
        dialog.run(lambda step: actions.after(
            self._app, letter, lambda by: make(item.id, by, lambda done, total: step(done, total, item.file_name),
                                               lambda: step.cancelled)), self._show)

    def _go(self, item: Attachment) -> None:
        self._shell.go("library" if item.cart_id else "bulletins", item.cart_id or item.bulletin_id)

    def _listen(self, item: Attachment) -> None:
        if self._playing == item.id and self.player.state == "playing":
            self.player.stop()
            return

        def play(path: Path) -> None:
            self.player.stop()
            self._playing = item.id
            self.player.play(path, 0.0)

        Op(lambda: actions.sound_of(self._app, item)).on_success(play).start(self._page)

    def _show_playing(self, state: str) -> None:
        if state == "stopped":
            self._playing = ""
        if self._opened is not None:
            self._detail.files.show_files(self._opened.files, self._playing)

    def _show_file(self, path: Path) -> None:
        if not actions.show_file(path):
            text = translate("Directives", "This computer has no program for this kind of file. It lies here: {path}")
            self._shell.notify(text.format(path=path))

    def _brought(self, brought: list[actions.Brought]) -> None:
        new = [item.attached.attachment for item in brought if item.attached and not item.attached.known]
        if new:
            self._undo.append(lambda by: [self._app.attachments.remove(item.id, by) for item in new])
        self.refresh()
        problems = [item for item in brought if item.error or (item.attached and item.attached.problem)]
        if len(brought) == 1 and brought[0].error is not None:
            self._shell.error(brought[0].error)
        elif problems or any(item.attached and item.attached.known for item in brought):
            _accepted(BroughtDialog(self._page.window(), brought))

    # Everything

    def _do(self, act: Act, back: Act | None = None, failed: Callable[[Exception], object] | None = None) -> None:
        letter = self.open_id
        if not letter:
            return

        def done(opened: actions.Opened) -> None:
            if back is not None and opened.letter.id == self.open_id:
                self._undo.append(back)
            self._show(opened)

        op = Op(lambda: actions.after(self._app, letter, act)).on_success(done)
        if failed is not None:
            op.on_failure(failed)
        op.start(self._page)

    def _show(self, opened: actions.Opened) -> None:
        if opened.letter.id == self.open_id:
            self._opened = opened
            self._detail.show_letter(opened, fresh=False)
            self._detail.show_undo(bool(self._undo))


def _accepted(dialog: Sheet) -> bool:
    answer = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return answer
