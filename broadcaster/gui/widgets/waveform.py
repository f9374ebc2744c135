"""The shape of a sound, from Cut.waveform, with the place that is playing."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from broadcaster.base.frames import clock_text
from broadcaster.gui.theme import colors


class Waveform(QWidget):
    """Shows a cut; a click or the arrow keys ask for another place (`sought`, seconds)."""

    sought = Signal(float)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._columns = b""
        self._seconds = 0.0
        self._position = -1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)

    def show_cut(self, waveform: bytes, seconds: float) -> None:
        """`waveform`: peak per column, 0…255."""
        self._columns = waveform
        self._seconds = seconds
        self._position = -1.0
        self.setAccessibleDescription(clock_text(seconds))
        self.update()

    def show_position(self, seconds: float) -> None:
        """Where it plays; negative hides the line."""
        self._position = seconds
        self.update()

    def position(self) -> float:
        return self._position

    def sizeHint(self) -> QSize:
        return QSize(300, 64)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = self.height() / 2
        painter.fillRect(QRectF(0, middle - 0.5, self.width(), 1), QColor(colors.rest_mark))
        count = self.width() // 3
        done = self._position / self._seconds if self._seconds > 0 and self._position >= 0 else -1
        for number in range(count if self._columns else 0):
            first = number * len(self._columns) // count
            last = max(first + 1, (number + 1) * len(self._columns) // count)
            height = max(self._columns[first:last], default=0) / 255 * (self.height() - 6)
            color = QColor(colors.accent if number / count <= done or done < 0 else colors.wave_soft)
            painter.fillRect(QRectF(number * 3, middle - height / 2, 2, max(1.0, height)), color)
        if done >= 0:
            painter.fillRect(QRectF(done * self.width() - 1, 0, 2, self.height()), QColor(colors.red))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._seconds > 0 and self.width() > 0:
            self.sought.emit(max(0.0, min(1.0, event.position().x() / self.width())) * self._seconds)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -5.0, Qt.Key.Key_Right: 5.0}.get(Qt.Key(event.key()))
        if step is None or self._seconds <= 0:
            super().keyPressEvent(event)
            return
        self.sought.emit(max(0.0, min(self._seconds, max(0.0, self._position) + step)))
