"""The text in front of the speaker: large, the sentence of the moment marked, moving on at the speaker's pace."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from broadcaster.gui.theme import colors, text_font

_SENTENCE = re.compile(r"[^\n]+?(?:(?<![.!?…;])[.!?…;]++(?=[\s”\"')]|$)[”\"')]*|(?=\n|$))")
_WORD = re.compile(r"\w+")
_BREATH_SECONDS = 0.45
SIZES = (20, 24, 28, 34, 40, 48)


@dataclass(frozen=True)
class Sentence:
    """A stretch of the text, and how many syllables it is when spoken."""

    start: int
    end: int
    syllables: int


def sentences(text: str) -> list[Sentence]:
    """Where each begins and ends; figures and signs count as the eye sees them until `weighed` tells better."""
    found = []
    for match in _SENTENCE.finditer(text):
        words = match.group()
        if _WORD.search(words):
            start = match.start() + len(words) - len(words.lstrip())
            found.append(Sentence(start, match.end(), len(_WORD.findall(words))))
    return found


class Prompter(QTextEdit):
    """`follow(seconds)` while somebody speaks; `moved(sentence)` when another comes up, `chosen(sentence)` by click."""

    moved = Signal(int)
    chosen = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.lines: list[Sentence] = []
        self.current = 0
        self._anchor = (0, 0.0)
        self._pace = 170
        self._size = 28
        self._slide = QPropertyAnimation(self.verticalScrollBar(), b"value", self)
        self._slide.setDuration(500)
        self._slide.setEasingCurve(QEasingCurve.Type.InOutQuad)

    def show_text(self, text: str, size: int) -> None:
        self.setPlainText(text)
        self.lines = sentences(text)
        self.set_size(size)
        self.go(0)

    def show_weights(self, syllables: list[int]) -> None:
        """How long each sentence really is when numbers and short forms are spoken."""
        if len(syllables) == len(self.lines):
            self.lines = [Sentence(line.start, line.end, max(1, count))
                          for line, count in zip(self.lines, syllables, strict=True)]

    def set_size(self, pixels: int) -> None:
        """Of the letters."""
        self._size = pixels
        self.document().setDefaultFont(text_font(pixels))
        self.document().setDocumentMargin(18)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        spacing.setBottomMargin(pixels * 0.4)
        cursor.mergeBlockFormat(spacing)
        self._show()

    def set_pace(self, syllables_per_minute: int) -> None:
        self._pace = syllables_per_minute

    def begin(self, sentence: int, seconds: float) -> None:
        """Speaking begins (or goes on) with this sentence at this time of the recording."""
        self._anchor = (sentence, seconds)
        self.go(sentence)

    def follow(self, seconds: float) -> None:
        """Move to where the speaker should be by now."""
        place, at = self._anchor
        while place < len(self.lines) - 1:
            at += self.lines[place].syllables * 60 / self._pace + _BREATH_SECONDS
            if at > seconds:
                break
            place += 1
        if place > self.current:
            self.go(place)
            self.moved.emit(place)

    def step(self, by: int, seconds: float) -> None:
        """The speaker is ahead or behind: the sentence begins now."""
        place = max(0, min(len(self.lines) - 1, self.current + by))
        if place != self.current:
            self._anchor = (place, seconds)
            self.go(place)
            self.moved.emit(place)

    def go(self, sentence: int) -> None:
        """Mark a sentence and bring it into the upper half."""
        self.current = max(0, min(len(self.lines) - 1, sentence))
        self._show()

    def sizeHint(self) -> QSize:
        return QSize(700, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 110)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._show()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.cursorForPosition(event.position().toPoint()).position()
        hit = next((number for number, line in enumerate(self.lines) if line.start <= place <= line.end), None)
        if hit is not None:
            self.chosen.emit(hit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the dialog's keys

    def _show(self) -> None:
        if not self.lines:
            self.setExtraSelections([])
            return
        self.setExtraSelections([self._tinted(0, self.lines[self.current].start, colors.faint, ""),
                                 self._tinted(self.lines[self.current].start, self.lines[self.current].end, colors.ink,
                                              colors.read_here)])
        top = self.cursorRect(self._cursor(self.lines[self.current].start)).top() + self.verticalScrollBar().value()
        wanted = max(0, min(self.verticalScrollBar().maximum(), top - self.viewport().height() // 4))
        self._slide.stop()
        if self.isVisible():
            self._slide.setStartValue(self.verticalScrollBar().value())
            self._slide.setEndValue(wanted)
            self._slide.start()
        else:
            self.verticalScrollBar().setValue(wanted)

    def _cursor(self, start: int, end: int = -1) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        if end >= 0:
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _tinted(self, start: int, end: int, ink: str, ground: str) -> QTextEdit.ExtraSelection:
        result = QTextEdit.ExtraSelection()
        look = QTextCharFormat()
        look.setForeground(QColor(ink))
        if ground:
            look.setBackground(QColor(ground))
        result.format = look
        result.cursor = self._cursor(start, end)
        return result


def text_for_qt(text: str) -> str:
    """Positions in a Qt document count UTF-16 units: what lies beyond them is shown as one sign."""
    return "".join(sign if ord(sign) < 0x10000 else "\ufffd" for sign in text).replace("\r\n", "\n")


