"""Fingerprints large enough to be read out, and a square code for whoever has a telephone with a camera."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from broadcaster.gui.theme import colors, digit_font

_SIDE, _QUIET = 132, 4


class Digits(QLabel):
    """Five groups of four."""

    def __init__(self, text: str = "", pixels: int = 24) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(digit_font(pixels))
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.show_digits(text)

    def show_digits(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)


class SquareCode(QWidget):
    """A QR code."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._rows: list[list[int]] = []
        self.setFixedSize(_SIDE, _SIDE)
        self.setAccessibleName(name)

    def show_text(self, text: str) -> None:
        # Loaded by whoever shows one.
        import segno

        self.setAccessibleDescription(text)
        self._rows = [list(line) for line in segno.make(text, error="m", micro=False).matrix]
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._rows:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colors.paper))
        count = len(self._rows) + 2 * _QUIET
        step = self.width() / count
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.paper_ink))
        for line, cells in enumerate(self._rows):
            for place, dark in enumerate(cells):
                if dark:
                    # A little over the edge: no white hair between two dark cells.
                    painter.drawRect(QRectF((place + _QUIET) * step, (line + _QUIET) * step, step + 0.3, step + 0.3))
        painter.end()
