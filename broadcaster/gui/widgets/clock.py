"""The station's time, and the time that is left: large figures that do not tremble."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from broadcaster.base.clock import Clock
from broadcaster.base.frames import clock_text
from broadcaster.gui.theme import colors, digit_font


class Digits(QWidget):
    """Large figures, centred, made smaller only when there is no room."""

    def __init__(self, pixels: int, color: str = colors.ink, widest: str = "00:00:00") -> None:
        super().__init__()
        self._pixels = pixels
        self._widest = widest
        self._color = color
        self._text = ""
        self.alignment = Qt.AlignmentFlag.AlignCenter
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        return self._text

    def show_text(self, text: str, color: str = "") -> None:
        if text != self._text or (color and color != self._color):
            self._text = text
            self._color = color or self._color
            self.setAccessibleName(text)
            self.update()

    def set_pixels(self, pixels: int) -> None:
        """Another size, for a window that grows."""
        if pixels != self._pixels:
            self._pixels = pixels
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetrics(digit_font(self._pixels)).horizontalAdvance(self._widest)
        return QSize(width + 8, round(self._pixels * 1.25))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width() // 2, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = digit_font(self._pixels)
        needed = QFontMetrics(font).horizontalAdvance(self._text or self._widest) + 4
        if needed > self.width():
            font.setPixelSize(max(10, self._pixels * self.width() // needed))
        painter.setFont(font)
        painter.setPen(QColor(self._color))
        painter.drawText(self.rect(), self.alignment, self._text)
        painter.end()


class BigClock(Digits):
    """The station's clock, from the injected Clock; ticks on the second."""

    def __init__(self, clock: Clock, pixels: int = 66, color: str = colors.ink) -> None:
        super().__init__(pixels, color)
        self._clock = clock
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tick)
        self._tick()

    def _tick(self) -> None:
        now = self._clock.now()
        self.show_text(f"{now:%H:%M:%S}")
        self._timer.start(1005 - now.microsecond // 1000)


class Countdown(Digits):
    """Time left, with a minus as on a studio clock: -15:18."""

    def __init__(self, pixels: int = 56, color: str = colors.accent) -> None:
        super().__init__(pixels, color, "-00:00")
        self.alignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

    def show_seconds(self, seconds: float | None) -> None:
        """None shows nothing."""
        if seconds is None:
            self.show_text("")
            return
        text = clock_text(seconds)
        self.show_text(f"−{text}" if seconds >= 0.5 else text)
