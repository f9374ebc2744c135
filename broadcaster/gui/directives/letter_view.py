"""The letter's own words, with the place a field was read from marked and scrolled into sight."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from broadcaster.gui.directives.model import utf16_place
from broadcaster.gui.theme import colors, sizes, text_font


class LetterView(QPlainTextEdit):
    """Read only; `mark` shows one stretch, `mark_unsure` all doubtful ones."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFont(text_font(sizes.body, QFont.Weight.Normal))
        self.setAccessibleName(self.tr("Text of the letter"))
        self.setStyleSheet("QPlainTextEdit { border: 0; padding: 0; }")
        self._text = ""
        self._doubtful: list[tuple[int, int]] = []
        self._marked: tuple[int, int] | None = None

    def show_text(self, text: str) -> None:
        """Another letter."""
        self._text = text
        self._marked = None
        self.setPlainText(text)

    def mark_unsure(self, spans: list[tuple[int, int]]) -> None:
        """Stretches to look at, in amber."""
        self._doubtful = spans
        self._paint()

    def mark(self, span: tuple[int, int] | None) -> None:
        """Mark this stretch and bring it into sight; None takes the mark away."""
        self._marked = span
        self._paint()
        if span is None:
            return
        cursor = self._cursor(span)
        cursor.setPosition(cursor.selectionStart())
        self.setTextCursor(cursor)
        self.centerCursor()

    def marked_text(self) -> str:
        """The words now marked."""
        return self._text[self._marked[0]:self._marked[1]] if self._marked else ""

    def _paint(self) -> None:
        spans = [(span, colors.read_unsure) for span in self._doubtful]
        if self._marked:
            spans.append((self._marked, colors.read_sure))
        self.setExtraSelections([self._selection(span, color) for span, color in spans])

    def _selection(self, span: tuple[int, int], color: str) -> QTextEdit.ExtraSelection:
        found = QTextEdit.ExtraSelection()
        found.cursor = self._cursor(span)
        look = QTextCharFormat()
        look.setBackground(QColor(color))
        found.format = look
        return found

    def _cursor(self, span: tuple[int, int]) -> QTextCursor:
        last = self.document().characterCount() - 1
        cursor = self.textCursor()
        cursor.setPosition(min(utf16_place(self._text, span[0]), last))
        cursor.setPosition(min(utf16_place(self._text, span[1]), last), QTextCursor.MoveMode.KeepAnchor)
        return cursor
