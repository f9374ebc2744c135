"""The text of a bulletin, in letters large enough to read aloud from; what is read otherwise is underlined."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QToolTip

from broadcaster.base.vietnamese import nfc
from broadcaster.gui.readings.model import Heard, Spot, next_risky, spot_at, spots
from broadcaster.gui.theme import colors, sizes, text_font

_MOST_MARKS = 600
_OPENING_AND_BODY = 2
_SENTENCE_ENDS = ".!?:\n"


class BulletinText(QTextEdit):
    """Plain text only, whatever is pasted."""

    spot_clicked = Signal(object)
    """A marked word (Spot) was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self._show_spots((), "")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(text_font(sizes.lead))
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

    def setReadOnly(self, locked: bool) -> None:
        """Locked, the keyboard still walks through it: words are looked at, not changed."""
        super().setReadOnly(locked)
        if locked:
            self.setTextInteractionFlags(self.textInteractionFlags() | Qt.TextInteractionFlag.TextSelectableByKeyboard)

    def show_heard(self, text: str, heard: Sequence[Heard]) -> None:
        """Underline, if this is still the text the readings were made of."""
        if text != self.text():
            return
        self._show_spots(heard if nfc(text) == text else (), text)
        shown = sorted(self._spots, key=lambda spot: not spot.heard.risky)[:_MOST_MARKS]
        plain, risky = _look(risky=False), _look(risky=True)
        self.setExtraSelections([self._mark(spot, risky if spot.heard.risky else plain) for spot in shown])

    def spot_here(self) -> Spot | None:
        """The marked word at the cursor."""
        place = self._places.from_qt(self.textCursor().selectionStart())
        return spot_at(self._spots, place) if self._fresh() else None

    def next_risky(self, *, back: bool = False) -> Spot | None:
        """Select the next word worth a look; None when there is none."""
        if not self._fresh():
            return None
        cursor = self.textCursor()
        # The word it stands on is passed over; one that begins right at the cursor is not.
        here = cursor.selectionStart() if back or cursor.hasSelection() else cursor.position() - 1
        found = next_risky(self._spots, self._places.from_qt(here) if here >= 0 else -1, back=back)
        if found is not None:
            self.select((found.start, found.end))
        return found

    def rect_of(self, spot: Spot) -> QRect:
        """Where its first line stands, in the viewport."""
        cursor = self._cursor((self._places.to_qt(spot.start),) * 2)
        first = self.cursorRect(cursor)
        cursor.setPosition(self._places.to_qt(spot.end))
        last = self.cursorRect(cursor)
        return first.united(last) if last.top() == first.top() else first

    def write_over(self, spot: Spot, words: str) -> bool:
        """Put the spoken words in place of what was written, as one step that can be undone."""
        if self.isReadOnly() or not self._fresh() or self.text()[spot.start:spot.end] != spot.heard.written:
            return False
        before = self.text()[:spot.start].rstrip(" \t\"'“‘(-–")
        if not before or before[-1] in _SENTENCE_ENDS:
            words = words[:1].upper() + words[1:]
        cursor = self._cursor((self._places.to_qt(spot.start), self._places.to_qt(spot.end)))
        cursor.insertText(words)
        self.setTextCursor(cursor)
        return True

    def add_item(self, words: str) -> None:
        """One more item, behind those of the body; selected, so that it is read over. It can be undone."""
        if self.isReadOnly():
            return
        parts = self.text().split("\n\n")
        at = len("\n\n".join(parts[:2] if len(parts) > _OPENING_AND_BODY else parts))
        cursor = self._cursor((Utf16Places(self.text()).to_qt(at),) * 2)
        before = cursor.position()
        cursor.insertText(f"\n{words}" if at else words)
        cursor.setPosition(before + 1 if at else 0)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setFocus()

    def select(self, place: tuple[int, int]) -> None:
        """Bring a stretch into sight; places count as Python counts."""
        places = Utf16Places(self.text())
        self.setTextCursor(self._cursor((places.to_qt(place[0]), places.to_qt(place[1]))))
        self.ensureCursorVisible()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Letters and their marks as one sign each, as everything here is stored."""
        if source.hasText():
            self.insertPlainText(nfc(source.text()))
            self.ensureCursorVisible()
        else:
            super().insertFromMimeData(source)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            found = self._spot_at(event.position().toPoint())
            if found is not None:
                self.spot_clicked.emit(found)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._spot_at(event.pos())
            if found is None:
                QToolTip.hideText()
            else:
                words = self.tr("read as: {spoken}").format(spoken=found.heard.spoken or "–")
                QToolTip.showText(event.globalPos(), words, self.viewport(), self.rect_of(found))
            return True
        return super().viewportEvent(event)

    def _show_spots(self, heard: Sequence[Heard], text: str) -> None:
        self._spots = spots(heard)
        self._places = Utf16Places(text)
        self._revision = self.document().revision()

    def _fresh(self) -> bool:
        """The spots belong to the text that stands here."""
        return self._revision == self.document().revision()

    def _spot_at(self, point: QPoint) -> Spot | None:
        if not self._fresh():
            return None
        cursor = self.cursorForPosition(point)
        found = spot_at(self._spots, self._places.from_qt(cursor.position()))
        # Beside the last line the nearest letter is not the one that was meant.
        return found if found and self.cursorRect(cursor).adjusted(-16, -4, 16, 4).contains(point) else None

    def _mark(self, spot: Spot, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = self._cursor((self._places.to_qt(spot.start), self._places.to_qt(spot.end)))
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


class Utf16Places:
    """Where Qt's document counts a character of a Python text: rare signs count twice there."""

    def __init__(self, text: str) -> None:
        wide = len(text.encode("utf-16-le", "surrogatepass")) // 2 != len(text)
        self._rare = [place for place, sign in enumerate(text) if sign > "\uffff"] if wide else []
        self._rare_qt = [place + number for number, place in enumerate(self._rare)]

    def to_qt(self, place: int) -> int:
        return place + bisect_left(self._rare, place)

    def from_qt(self, position: int) -> int:
        return position - bisect_left(self._rare_qt, position)


def _look(*, risky: bool) -> QTextCharFormat:
    """Another ground and another line: nobody has to tell colours apart."""
    look = QTextCharFormat()
    line = QTextCharFormat.UnderlineStyle.WaveUnderline if risky else QTextCharFormat.UnderlineStyle.DotLine
    look.setUnderlineStyle(line)
    look.setUnderlineColor(QColor(colors.wait_ink if risky else colors.accent))
    look.setBackground(QColor(colors.read_unsure if risky else colors.accent_faint))
    return look
