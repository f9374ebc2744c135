"""One of two sounds that are compared: its shape, what only it has, and where it plays."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from broadcaster.base.frames import RATE, clock_text
from broadcaster.gui.sounds import STEP, bars_of
from broadcaster.gui.theme import colors, digit_font, sizes

_PITCH = 3


class AbWave(QWidget):
    """`sought(seconds)` on a click. Both waves of a pair are drawn to one scale: `scale_to(seconds)`."""

    sought = Signal(float)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._columns: list[float] = []
        self._peaks: object = None
        self._frames = 0
        self._scale = 0.0
        self._gain = 1.0
        self._different: list[tuple[int, int]] = []
        self._position = self._pointer = -1.0
        self._sounding = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(name)

    def show_sound(self, waveform: bytes, frames: int, scale_seconds: float, gain: float) -> None:
        """`waveform`: peak per column, 0…255, until its peaks are known."""
        self._columns = [value / 255 for value in waveform]
        self._peaks, self._frames, self._scale, self._gain = None, frames, scale_seconds, gain
        self._different, self._position = [], -1.0
        self.setAccessibleDescription(clock_text(frames / RATE))
        self.update()

    def show_peaks(self, peaks: object, different: list[tuple[int, int]]) -> None:
        """Peaks per 10 ms, and the parts only this sound has."""
        self._peaks, self._different = peaks, different
        self.update()

    def show_position(self, seconds: float, sounding: bool) -> None:
        """Where it plays, or would; negative hides the line."""
        self._position, self._sounding = seconds, sounding
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 58)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = self._x(self._frames / RATE)
        painter.fillRect(QRectF(0, 0, width, self.height()), QColor(colors.wave_ground))
        for first, last in self._different:
            self._paint_different(painter, self._x(first / RATE), self._x(last / RATE))
        self._paint_bars(painter, width)
        painter.setPen(QColor(colors.accent if self._sounding else colors.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(0.5, 0.5, max(1.0, width - 1), self.height() - 1))
        if self._position >= 0:
            painter.fillRect(QRectF(self._x(self._position) - 1, 0, 2, self.height()),
                             QColor(colors.red if self._sounding else colors.rest_mark))
        self._paint_pointer(painter, width)
        painter.end()

    def _paint_different(self, painter: QPainter, left: float, right: float) -> None:
        area = QRectF(left, 0, max(3.0, right - left), self.height())
        painter.fillRect(area, QColor(colors.cue_ground))
        veil = QColor(colors.cue)
        veil.setAlpha(90)
        # Not by colour alone.
        painter.fillRect(area, QBrush(veil, Qt.BrushStyle.BDiagPattern))
        painter.fillRect(QRectF(area.left(), 0, area.width(), 3), QColor(colors.cue))

    def _paint_bars(self, painter: QPainter, width: float) -> None:
        count = int(width) // _PITCH
        if not count or not self._frames:
            return
        bars = self._bars(count)
        color = QColor(colors.accent if self._sounding else colors.wave_soft)
        middle, room = self.height() / 2, self.height() - 10
        loudest = max(bars, default=0.0) or 1.0
        scale = room * min(1.0, self._gain) / max(0.1, loudest)
        for number, peak in enumerate(bars):
            height = max(1.0, min(room, peak * scale))
            painter.fillRect(QRectF(number * _PITCH, middle - height / 2, 2, height), color)

    def _bars(self, count: int) -> list[float]:
        if self._peaks is not None:
            return bars_of(self._peaks, STEP, 0, self._frames, count)  # type: ignore[arg-type]
        columns = self._columns
        if not columns:
            return [0.0] * count
        edges = [number * len(columns) // count for number in range(count + 1)]
        return [max(columns[low:max(low + 1, high)]) for low, high in pairwise(edges)]

    def _paint_pointer(self, painter: QPainter, width: float) -> None:
        if not 0 <= self._pointer <= width:
            return
        text = clock_text(self._seconds(self._pointer))
        painter.setFont(digit_font(sizes.mark))
        room = painter.fontMetrics().horizontalAdvance(text) + 12
        box = QRectF(max(0.0, min(self.width() - room, self._pointer + 8)), 4, room, 18)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.tip_ground))
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(QColor(colors.tip_ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._scale > 0:
            self.sought.emit(min(self._frames / RATE, max(0.0, self._seconds(event.position().x()))))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position().x()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer = -1.0
        self.update()

    def _x(self, seconds: float) -> float:
        return seconds / self._scale * self.width() if self._scale > 0 else 0.0

    def _seconds(self, x: float) -> float:
        return x / max(1, self.width()) * self._scale
