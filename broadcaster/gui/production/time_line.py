"""The bulletin as it will sound, drawn: parts in their colours, music below them, the place that is playing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from broadcaster.base.frames import clock_text
from broadcaster.bulletins.production import Stretch
from broadcaster.gui.production.model import COLOURS, Picture, part_words
from broadcaster.gui.theme import colors, digit_font, sizes, text_font

_TOP, _FRONT, _BED, _AXIS = 18, 44, 24, 18
_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800)


class TimeLine(QWidget):
    """`show_picture`; a click or the arrow keys ask for another place (`sought`, seconds)."""

    sought = Signal(float)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._picture: Picture | None = None
        self._position = -1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)

    def show_picture(self, picture: Picture | None) -> None:
        """None: nothing can be shown."""
        self._picture = picture
        self._position = -1.0
        if picture is not None:
            told = [f"{part_words(item.part)} {clock_text(item.start / 1000)}–{clock_text(item.end / 1000)}"
                    for item in picture.plan.stretches]
            self.setAccessibleDescription("; ".join(told))
        self.updateGeometry()
        self.update()

    def show_position(self, seconds: float) -> None:
        """Where it plays; negative hides the line."""
        self._position = seconds
        self.update()

    def sizeHint(self) -> QSize:
        bed = _BED if self._picture and self._picture.levels else 0
        return QSize(400, _TOP + _FRONT + bed + _AXIS)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._picture is not None and self._picture.plan.length:
            for item in self._picture.plan.stretches:
                if item.part == "bed":
                    self._paint_bed(painter, self._picture)
                else:
                    self._paint_part(painter, self._picture, item)
            self._paint_axis(painter, self._picture.plan.seconds)
            if self._position >= 0:
                painter.fillRect(QRectF(self._x(self._position * 1000) - 1, _TOP - 4, 2,
                                        self.height() - _TOP - _AXIS + 6), QColor(colors.red))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Short parts have no room for their names: the pointer tells them."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.told_at(event.pos().x()), self)
            return True
        return super().event(event)

    def told_at(self, x: float) -> str:
        """What sounds there."""
        if self._picture is None:
            return ""
        at = x / max(1, self.width()) * self._picture.plan.length
        here = [item for item in self._picture.plan.stretches if item.start <= at < item.end]
        names = [self._picture.parts[item.part].title if item.part in self._picture.parts else "" for item in here]
        return "\n".join(f"{part_words(item.part)}{': ' if name else ''}{name}, {clock_text(item.length / 1000)}"
                         for item, name in zip(here, names, strict=True))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._picture is not None and self.width() > 0:
            share = max(0.0, min(1.0, event.position().x() / self.width()))
            self.sought.emit(share * self._picture.plan.seconds)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -5.0, Qt.Key.Key_Right: 5.0}.get(Qt.Key(event.key()))
        if step is None or self._picture is None:
            super().keyPressEvent(event)
            return
        self.sought.emit(max(0.0, min(self._picture.plan.seconds, max(0.0, self._position) + step)))

    def _x(self, ms: float) -> float:
        return ms / (self._picture.plan.length if self._picture else 1) * self.width()

    def _paint_part(self, painter: QPainter, picture: Picture, item: Stretch) -> None:
        left, right = self._x(item.start), self._x(item.end)
        color = QColor(COLOURS[item.part])
        ground = QColor(color)
        ground.setAlpha(34)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(left, _TOP, max(2.0, right - left - 1), _FRONT), 4, 4)
        wave = picture.words if item.part == "words" else picture.parts[item.part].waveform
        middle = _TOP + _FRONT / 2
        for number in range(int((right - left) // 3)):
            first = number * 3 / max(1.0, right - left)
            height = self._peak(wave, first, 3 / max(1.0, right - left)) * (_FRONT - 8)
            painter.fillRect(QRectF(left + number * 3, middle - height / 2, 2, max(1.0, height)), color)
        painter.setPen(color)
        painter.setFont(text_font(sizes.mark))
        words = painter.fontMetrics().elidedText(part_words(item.part), Qt.TextElideMode.ElideRight,
                                                 int(right - left))
        if right - left > 24:
            painter.drawText(QPointF(left + 1, _TOP - 5), words)

    def _paint_bed(self, painter: QPainter, picture: Picture) -> None:
        """The music's level, with its ducks, as a shape."""
        top, base = _TOP + _FRONT + 4, _TOP + _FRONT + _BED
        points = [QPointF(self._x(at), base - (base - top) * max(0.0, (level + 44) / 44))
                  for at, level in picture.levels]
        shape = QPolygonF([QPointF(points[0].x(), base), *points, QPointF(points[-1].x(), base)])
        color = QColor(COLOURS["bed"])
        painter.setPen(color)
        color.setAlpha(90)
        painter.setBrush(color)
        painter.drawPolygon(shape)

    def _paint_axis(self, painter: QPainter, seconds: float) -> None:
        painter.setFont(digit_font(sizes.mark, 450))
        base = self.height() - _AXIS
        step = next((item for item in _STEPS if item / seconds * self.width() >= 56), _STEPS[-1])
        for number in range(int(seconds // step) + 1):
            place = number * step / seconds * self.width()
            painter.fillRect(QRectF(place, base, 1, 4), QColor(colors.line))
            painter.setPen(QColor(colors.soft))
            if place < self.width() - 36 or number == 0:
                painter.drawText(QPointF(place + 3, base + 14), clock_text(number * step))

    def _peak(self, wave: bytes, first: float, share: float) -> float:
        if not wave:
            return 0.25
        low = int(first * len(wave))
        return max(wave[low:max(low + 1, int((first + share) * len(wave)))], default=0) / 255
