"""Pasting a letter, and what became of several files brought in at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from broadcaster.gui.directives.actions import Taken
from broadcaster.gui.directives.model import name_of
from broadcaster.gui.errors import explain
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import text_field
from broadcaster.gui.widgets.layout import column, label, row, scrolled


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
