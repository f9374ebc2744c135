"""The letter's words, with what is not told marked by a colour and a line, each named in the legend."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTextEdit

from broadcaster.bulletins.coverage import Coverage, Told
from broadcaster.gui.directives.model import utf16_place
from broadcaster.gui.theme import Shades, sizes, text_font
from broadcaster.gui.widgets.layout import label

_LINE = QTextCharFormat.UnderlineStyle
_LOOKS = Shades(figures="read_bad", left_out="read_unsure", shorter="read_shorter", office="read_office",
                picked="read_sure")


class SourceView(QPlainTextEdit):
    """Read only; `part_clicked` with the clause under the mouse."""

    part_clicked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFont(text_font(sizes.small, QFont.Weight.Normal))
        self.setAccessibleName(self.tr("Text of the letter, with what is not told marked"))
        self.setStyleSheet("QPlainTextEdit { border: 0; padding: 0; }")
        self._text = ""
        self._parts: Sequence[Coverage] = ()
        self._picked: Coverage | None = None

    def show_text(self, text: str) -> None:
        """Another letter."""
        self._text = text
        self._parts = ()
        self._picked = None
        self.setPlainText(text)

    def show_parts(self, parts: Sequence[Coverage]) -> None:
        """What is told and what is not, after another look at the bulletin."""
        first = not self._parts and parts
        if parts != self._parts:
            self._parts = parts
            self._paint()
        if first:  # the letterhead is known; what the letter says begins here
            self.setTextCursor(self._cursor(parts[0].start, parts[0].start))
            self.centerCursor()

    def mark(self, part: Coverage | None) -> None:
        """Bring a clause into sight; None takes the mark away."""
        self._picked = part
        self._paint()
        if part is not None:
            cursor = self._cursor(part.start, part.start)
            self.setTextCursor(cursor)
            self.centerCursor()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = self.cursorForPosition(event.position().toPoint()).position()
        for part in self._parts:
            if utf16_place(self._text, part.start) <= place < utf16_place(self._text, part.end):
                self.part_clicked.emit(part)
                return

    def _paint(self) -> None:
        shown = [self._selection(part, *look) for part in self._parts if (look := _look(part))]
        if self._picked:
            shown.append(self._selection(self._picked, _LOOKS["picked"], _LINE.SingleUnderline))
        self.setExtraSelections(shown)

    def _selection(self, part: Coverage, color: str, line: _LINE) -> QTextEdit.ExtraSelection:
        found = QTextEdit.ExtraSelection()
        found.cursor = self._cursor(part.start, part.end)
        look = QTextCharFormat()
        look.setBackground(QColor(color))
        look.setUnderlineStyle(line)
        found.format = look
        return found

    def _cursor(self, start: int, end: int) -> QTextCursor:
        last = self.document().characterCount() - 1
        cursor = self.textCursor()
        cursor.setPosition(min(utf16_place(self._text, start), last))
        cursor.setPosition(min(utf16_place(self._text, end), last), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def legend() -> QLabel:
    """Each mark with its word."""
    translate = QCoreApplication.translate
    words = [(_LOOKS["figures"], translate("Bulletins", "a figure is missing")),
             (_LOOKS["left_out"], translate("Bulletins", "not told")),
             (_LOOKS["shorter"], translate("Bulletins", "told shorter")),
             (_LOOKS["office"], translate("Bulletins", "work of an office"))]
    made = label("", "faint", wrap=True)
    made.setTextFormat(made.textFormat().RichText)
    made.setText(" ".join(f'<span style="background:{color}">&nbsp;{word}&nbsp;</span>' for color, word in words))
    made.setAccessibleName(", ".join(word for _, word in words))
    return made


def _look(part: Coverage) -> tuple[str, _LINE] | None:
    if part.state is Told.TOLD:
        return None
    if part.urgent:
        return _LOOKS["figures"], _LINE.WaveUnderline
    if part.reason in {"office", "citation", "not_chosen"}:
        return _LOOKS["office"], _LINE.NoUnderline
    if part.state is Told.LEFT_OUT:
        return _LOOKS["left_out"], _LINE.DashUnderline
    return _LOOKS["shorter"], _LINE.DotLine
