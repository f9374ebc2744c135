"""The station's time, and the time that is left: large figures that do not tremble."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from broadcaster.base.clock import Clock
from broadcaster.base.frames import clock_text
from broadcaster.gui.theme import colors, digit_font


class Digits(QWidget):
    """Large figures, centred, made smaller only when there is no room. `paint`: their colour."""

    def __init__(self, pixels: int, paint: str = "ink", widest: str = "00:00:00") -> None:
        super().__init__()
        self._pixels = pixels
        self._widest = widest
        self._paint_name = paint
        self._text = ""
        self.alignment = Qt.AlignmentFlag.AlignCenter
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        return self._text

    def show_text(self, text: str, paint: str = "") -> None:
        if text != self._text or (paint and paint != self._paint_name):
            self._text = text
            self._paint_name = paint or self._paint_name
            self.setAccessibleDescription(text or self.tr("nothing is running"))
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
        painter.setPen(QColor(getattr(colors, self._paint_name)))
        painter.drawText(self.rect(), self.alignment, self._text)
        painter.end()


class BigClock(Digits):
    """The station's clock, from the injected Clock; ticks on the second."""

    def __init__(self, clock: Clock, pixels: int = 66, paint: str = "ink") -> None:
        super().__init__(pixels, paint)
        self.setAccessibleName(self.tr("Station time"))
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

    def __init__(self, pixels: int = 56, paint: str = "accent") -> None:
        super().__init__(pixels, paint, "-00:00")
        self.setAccessibleName(self.tr("Time left"))
        self.setAccessibleDescription(self.tr("nothing is running"))
        self.alignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

    def show_seconds(self, seconds: float | None) -> None:
        """None shows nothing."""
        if seconds is None:
            self.show_text("")
            return
        text = clock_text(seconds)
        self.show_text(f"−{text}" if seconds >= 0.5 else text)
