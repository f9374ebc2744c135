"""The text of a bulletin, in letters large enough to read aloud from; what is read otherwise is underlined."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from broadcaster.base.vietnamese import nfc
from broadcaster.gui.bulletins.model import Heard
from broadcaster.gui.directives.model import utf16_place
from broadcaster.gui.theme import ACCENT, text_font

_MOST_MARKS = 600
_OPENING_AND_BODY = 2


class BulletinText(QTextEdit):
    """Plain text only, whatever is pasted."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(text_font(17))
        self.setAccessibleName(self.tr("Text of the bulletin"))
        self.setPlaceholderText(self.tr("Write here what will be read aloud…"))
        self.setStyleSheet("QTextEdit { border: 0; padding: 2px; } QTextEdit:focus { border: 0; padding: 2px; }")

    def show_text(self, text: str) -> None:
        """Another bulletin: the undo steps of the last one go."""
        self.setExtraSelections([])
        self.setPlainText(text)
        self._space_lines()
        self.document().clearUndoRedoStacks()

    def text(self) -> str:
        return self.toPlainText()

    def show_heard(self, text: str, heard: Sequence[Heard]) -> None:
        """Underline, if this is still the text the readings were made of."""
        if text != self.text() or nfc(text) != text:
            return
        plain = utf16_place(text, len(text)) == len(text)
        marks = [place for item in heard for place in item.places][:_MOST_MARKS]
        if not plain:
            marks = [(utf16_place(text, start), utf16_place(text, end)) for start, end in marks]
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        look.setUnderlineColor(QColor(ACCENT))
        look.setBackground(QColor("#edf7f6"))
        self.setExtraSelections([self._mark(place, look) for place in marks])

    def add_item(self, words: str) -> None:
        """One more item, behind those of the body; selected, so that it is read over. It can be undone."""
        if self.isReadOnly():
            return
        parts = self.text().split("\n\n")
        at = len("\n\n".join(parts[:2] if len(parts) > _OPENING_AND_BODY else parts))
        cursor = self._cursor((utf16_place(self.text(), at),) * 2)
        before = cursor.position()
        cursor.insertText(f"\n{words}" if at else words)
        cursor.setPosition(before + 1 if at else 0)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setFocus()

    def select(self, place: tuple[int, int]) -> None:
        """Bring a stretch into sight; places count as Python counts."""
        text = self.text()
        self.setTextCursor(self._cursor((utf16_place(text, place[0]), utf16_place(text, place[1]))))
        self.ensureCursorVisible()

    def _mark(self, place: tuple[int, int], look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = self._cursor(place)
        mark.format = look
        return mark

    def _cursor(self, place: tuple[int, int]) -> QTextCursor:
        last = self.document().characterCount() - 1
        cursor = self.textCursor()
        cursor.setPosition(min(place[0], last))
        cursor.setPosition(min(place[1], last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _space_lines(self) -> None:
        shape = QTextBlockFormat()
        shape.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(shape)
