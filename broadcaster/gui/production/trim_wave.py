"""A recording's shape with a handle at each end: what lies outside is left out."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from broadcaster.base.frames import clock_text
from broadcaster.gui.theme import colors

_GRIP = 10
_LEAST_MS = 300


class TrimWave(QWidget):
    """`start` and `end` in milliseconds; `sought(seconds)` on a click between them, `changed` when a handle moves.

    Keys: Left and Right seek by a second, with Ctrl they move the first handle, with Shift the last one, by 50 ms.
    """

    sought = Signal(float)
    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._wave = b""
        self._length = 0
        self.start = self.end = 0
        self._position = -1.0
        self._held = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    def show_take(self, wave: bytes, length_ms: int, start_ms: int, end_ms: int) -> None:
        self._wave, self._length = wave, length_ms
        self.start, self.end = start_ms, end_ms
        self._position = -1.0
        self._told()

    def show_position(self, seconds: float) -> None:
        """Where it plays; negative hides the line."""
        self._position = seconds
        self.update()

    def set_bounds(self, start: int, end: int) -> None:
        """Milliseconds; at least a third of a second stays."""
        start = max(0, min(start, self._length - _LEAST_MS))
        end = min(self._length, max(end, start + _LEAST_MS))
        if (start, end) != (self.start, self.end):
            self.start, self.end = start, end
            self._told()
            self.changed.emit()

    def sizeHint(self) -> QSize:
        return QSize(400, 64)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colors.ground))
        left, right = self._x(self.start), self._x(self.end)
        painter.fillRect(QRectF(left, 0, right - left, self.height()), QColor(colors.wave_ground))
        middle, columns = self.height() / 2, self.width() // 3
        for number in range(columns if self._wave else 0):
            first = number * len(self._wave) // columns
            peak = max(self._wave[first:max(first + 1, (number + 1) * len(self._wave) // columns)], default=0) / 255
            height = max(1.0, peak * (self.height() - 8))
            color = colors.accent if left <= number * 3 <= right else colors.rest_mark
            painter.fillRect(QRectF(number * 3, middle - height / 2, 2, height), QColor(color))
        if self._length:
            for place in (left, right):
                self._paint_grip(painter, place)
        if self._position >= 0:
            painter.fillRect(QRectF(self._x(self._position * 1000) - 1, 0, 2, self.height()), QColor(colors.red))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().x()
        near = min((("start", self.start), ("end", self.end)), key=lambda item: abs(self._x(item[1]) - place))
        if abs(self._x(near[1]) - place) <= _GRIP:
            self._held = near[0]
        elif self._length:
            self.sought.emit(self._ms(place) / 1000)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._ms(event.position().x())
        if self._held == "start":
            self.set_bounds(min(at, self.end - _LEAST_MS), self.end)
        elif self._held == "end":
            self.set_bounds(self.start, at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        side = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if side is None or not self._length:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_bounds(self.start + side * 50, self.end)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.set_bounds(self.start, self.end + side * 50)
        else:
            self.sought.emit(max(0.0, min(self._length / 1000, max(self.start / 1000, self._position) + side)))

    def _paint_grip(self, painter: QPainter, place: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.ink))
        painter.fillRect(QRectF(max(0.0, min(self.width() - 2.0, place - 1)), 0, 2, self.height()), QColor(colors.ink))
        painter.drawEllipse(QPointF(max(5.0, min(self.width() - 5.0, place)), self.height() / 2), 5, 9)

    def _x(self, ms: float) -> float:
        return ms / max(1, self._length) * self.width()

    def _ms(self, x: float) -> int:
        return round(max(0.0, min(1.0, x / max(1, self.width()))) * self._length)

    def _told(self) -> None:
        self.setAccessibleDescription(f"{clock_text(self.start / 1000)}–{clock_text(self.end / 1000)}")
        self.update()
