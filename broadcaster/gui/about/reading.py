"""A long text to read and to look through: licences, notices."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import label, row
from broadcaster.gui.widgets.search import SearchField

_WIDTH, _HEIGHT = 860, 560


class Reading(Sheet):
    """`markdown`: the text has headings and tables. No link leads out of the program."""

    def __init__(self, parent: QWidget | None, title: str, text: str, *, markdown: bool = False) -> None:
        super().__init__(parent, title, _WIDTH)
        self.resize(_WIDTH, _HEIGHT)
        self.text = QTextBrowser()
        self.text.setAccessibleName(title)
        self.text.setOpenLinks(False)
        if markdown:
            self.text.setMarkdown(text)
        else:
            self.text.setPlainText(text)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.search = SearchField(self.tr("Find in this text"))
        self.search.returnPressed.connect(self.find_next)
        self.next = button(self.tr("Next"), "chevron-down", self.find_next)
        self.found = label("", "faint")
        self.body.addWidget(label(title, "title"))
        self.body.addLayout(row(self.search, self.next, self.found, None))
        self.body.addWidget(self.text, 1)
        close = primary_button(self.tr("Close"), "", self.accept)
        self.buttons(close)
        self.search.setFocus()

    def find_next(self) -> None:
        """The next place, from the top again after the last."""
        words = self.search.text().strip()
        if not words:
            return
        found = self.text.find(words)
        if not found:
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            found = self.text.find(words, QTextDocument.FindFlag(0))
        self.found.setText("" if found else self.tr("Not found"))
