"""Pasting a letter, and what became of several files brought in at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from broadcaster.gui.directives.actions import Brought, Taken
from broadcaster.gui.directives.model import name_of
from broadcaster.gui.directives.words import kind_words
from broadcaster.gui.errors import explain
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, text_field
from broadcaster.gui.widgets.layout import column, label, row, scrolled
from broadcaster.gui.widgets.times import DateField


class PasteDialog(Sheet):
    """A letter that came as text: from a message, a mail, a web page."""

    def __init__(self, parent: QWidget | None, text: str) -> None:
        super().__init__(parent, "", 720)
        self.setWindowTitle(self.tr("Paste a letter"))
        self.body.addWidget(label(self.tr("Paste a letter"), "title"))
        self.body.addWidget(label(self.tr("The whole text, from the name of the office down to the signature."),
                                  "soft", wrap=True))
        self.name = text_field(self.tr("Pasted letter"), limit=150)
        self.name.setAccessibleName(self.tr("Name"))
        self.text = QPlainTextEdit(text)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Text of the letter"))
        self.text.setMinimumHeight(320)
        self.wrong = label("", "wrong", wrap=True)
        self.wrong.hide()
        line = row(label(self.tr("Name"), "soft"), self.name)
        line.setStretch(1, 1)
        self.body.addLayout(line)
        self.body.addWidget(self.text, 1)
        self.body.addWidget(self.wrong)
        self.take = primary_button(self.tr("Put into the register"), "plus", self._take)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.take)
        self.text.setFocus()

    def _take(self) -> None:
        if any(character.isalpha() for character in self.text.toPlainText()):
            self.accept()
            return
        self.wrong.setText(self.tr("There is no text yet: copy it where it stands and press Ctrl+V here."))
        self.wrong.show()
        self.text.setFocus()


class TakenDialog(Sheet):
    """One line for each file: in the register, known already, or refused and why."""

    def __init__(self, parent: QWidget | None, taken: Sequence[Taken]) -> None:
        super().__init__(parent, "", 680)
        self.setWindowTitle(self.tr("Letters brought in"))
        new = sum(item.registered is not None and not item.registered.known for item in taken)
        self.body.addWidget(label(self.tr("{new} of {total} letters are new in the register").format(
            new=new, total=len(taken)), "title", wrap=True))
        content = QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(0, 0, 8, 0)
        box.setSpacing(12)
        self.sentences: list[str] = []
        for item in taken:
            box.addLayout(self._line(item))
        box.addStretch(1)
        area = scrolled(content)
        area.setMinimumHeight(min(420, 60 * len(taken) + 20))
        self.body.addWidget(area, 1)
        close = primary_button(self.tr("Close"), "", self.accept)
        close.setDefault(True)
        self.buttons(close)

    def sizeHint(self) -> QSize:
        return QSize(720, super().sizeHint().height())

    def _line(self, item: Taken) -> QVBoxLayout:
        if item.error is not None:
            badge, sentence = Badge(self.tr("refused"), "bad"), explain(item.error).text
        elif item.registered is not None and item.registered.known:
            badge, sentence = Badge(self.tr("known already"), "info"), name_of(item.registered.directive)
        else:
            badge = Badge(self.tr("taken"), "good")
            sentence = name_of(item.registered.directive) if item.registered else ""
        self.sentences.append(sentence)
        head = row(badge, label(item.name, "strong"), None)
        return column(head, label(sentence, "soft", wrap=True), spacing=3)


class BroughtDialog(Sheet):
    """One line for each file that came with a letter: kept, known already, kept but no draft, or refused."""

    def __init__(self, parent: QWidget | None, brought: Sequence[Brought]) -> None:
        super().__init__(parent, "", 680)
        self.setWindowTitle(self.tr("Files that came with the letter"))
        self.body.addWidget(label(self.tr("Files that came with the letter"), "title", wrap=True))
        content = QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(0, 0, 8, 0)
        box.setSpacing(12)
        self.sentences: list[str] = []
        for item in brought:
            box.addLayout(self._line(item))
        box.addStretch(1)
        area = scrolled(content)
        area.setMinimumHeight(min(420, 60 * len(brought) + 20))
        self.body.addWidget(area, 1)
        close = primary_button(self.tr("Close"), "", self.accept)
        close.setDefault(True)
        self.buttons(close)

    def _line(self, item: Brought) -> QVBoxLayout:
        done = item.attached
        if done is None:
            badge, sentence = Badge(self.tr("refused"), "bad"), explain(item.error).text if item.error else ""
        elif done.known:
            badge, sentence = Badge(self.tr("known already"), "info"), self.tr("This file is with the letter already.")
        elif done.problem is not None:
            badge = Badge(self.tr("kept"), "wait")
            sentence = self.tr("No draft was made of it: {reason}").format(reason=explain(done.problem).text)
        else:
            badge, sentence = Badge(self.tr("taken"), "good"), kind_words(done.attachment)
        self.sentences.append(sentence)
        return column(row(badge, label(item.name, "strong"), None), label(sentence, "soft", wrap=True), spacing=3)


class ReportedDialog(Sheet):
    """On which day the report went out, and how."""

    def __init__(self, parent: QWidget | None, name: str, today: date) -> None:
        super().__init__(parent, "", 520)
        self.setWindowTitle(self.tr("The report went out"))
        self.body.addWidget(label(self.tr("The report went out"), "title"))
        self.body.addWidget(label(name, "soft", wrap=True))
        self.form = Form(150)
        self.day = DateField(today)
        self.note = text_field("", self.tr("by mail, on paper, number of the report…"), limit=1000)
        self.form.add(self.tr("Day"), self.day)
        self.form.add(self.tr("Note"), self.note)
        self.body.addWidget(self.form)
        self.take = primary_button(self.tr("Reported"), "check", self.accept)
        self.take.setDefault(True)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.take)
        self.note.setFocus()


class ReminderDialog(Sheet):
    """Something to do for a letter, by a day."""

    def __init__(self, parent: QWidget | None, name: str, day: date, words: str = "") -> None:
        """`words`: of a reminder that is there already and shall only be moved."""
        super().__init__(parent, "", 520)
        title = self.tr("To another day") if words else self.tr("Add a reminder")
        self.setWindowTitle(title)
        self.body.addWidget(label(title, "title"))
        self.body.addWidget(label(name, "soft", wrap=True))
        self.form = Form(150)
        self.words = text_field(words, self.tr("what is to be done"))
        self.words.setReadOnly(bool(words))
        self.day = DateField(day)
        self.form.add(self.tr("What"), self.words)
        self.form.add(self.tr("By"), self.day)
        self.body.addWidget(self.form)
        self.take = primary_button(self.tr("Move") if words else self.tr("Add"), "check" if words else "plus",
                                   self._take)
        self.take.setDefault(True)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.take)
        (self.day if words else self.words).setFocus()

    def _take(self) -> None:
        self.form.clear()
        if self.words.text().strip():
            self.accept()
        else:
            self.form.wrong(self.words, self.tr("Write in a few words what is to be done."))
