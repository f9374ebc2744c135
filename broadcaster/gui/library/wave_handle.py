"""One mark of a sound that is being shaped: dragged with the mouse, moved with the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from broadcaster.base.frames import RATE
from broadcaster.gui.library.wave_model import Mark, exact_time
from broadcaster.gui.theme import Shades, colors

if TYPE_CHECKING:
    from broadcaster.gui.library.wave_view import WaveView

WIDTH, HEIGHT = 20, 24
_SMALL, _LARGE = RATE // 100, RATE
_COLORS = Shades(**{Mark.START: "ink", Mark.END: "ink", Mark.FADE_IN: "accent", Mark.FADE_OUT: "accent",
                    Mark.CUE: "cue"})


class Handle(QWidget):
    """Reached with Tab; Left and Right move it by 10 ms, with Shift by a second, Home and End as far as it goes."""

    def __init__(self, view: WaveView, mark: Mark, name: str) -> None:
        super().__init__(view)
        self._view = view
        self.mark = mark
        self._name = name
        self._held: float | None = None
        self.setFixedSize(WIDTH, HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setAccessibleName(name)

    def tell(self, frame: int) -> None:
        """Where it stands, for the tip and for a screen reader."""
        text = exact_time(frame)
        self.setToolTip(f"{self._name}: {text}")
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = QColor(_COLORS[self.mark])
        if self.hasFocus():
            painter.setPen(QColor(colors.accent_dark))
            painter.setBrush(QColor(colors.wave_ground))
            painter.drawRoundedRect(QRectF(0.5, 0.5, WIDTH - 1, HEIGHT - 1), 5, 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        self._paint_shape(painter)
        painter.end()

    def _paint_shape(self, painter: QPainter) -> None:
        middle, centre = WIDTH / 2, HEIGHT / 2
        if self.mark in {Mark.START, Mark.END}:
            painter.drawRoundedRect(QRectF(middle - 5, 2, 10, HEIGHT - 4), 4, 4)
            painter.setBrush(QColor(colors.wave_ground))
            for place in (-1.75, 1.75):
                painter.drawRect(QRectF(middle + place - 0.6, centre - 4, 1.2, 8))
        elif self.mark is Mark.CUE:
            flag = [(-5, -8), (5, -8), (5, 3), (0, 9), (-5, 3)]
            painter.drawPolygon(QPolygonF([QPointF(middle + x, centre + y) for x, y in flag]))
        else:
            painter.drawEllipse(QPointF(middle, centre), 6.5, 6.5)
            painter.setBrush(QColor(colors.wave_ground))
            painter.drawEllipse(QPointF(middle, centre), 2.5, 2.5)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = event.position().x() - WIDTH / 2

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            x = self.mapToParent(event.position().toPoint()).x() - self._held
            self._view.drag(self.mark, self._view.frame_at(x))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._held = None
            self._view.dragged.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, here = Qt.Key(event.key()), self._view.marks.at(self.mark)
        side = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        low, high = self._view.marks.limits(self.mark)
        if side is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            large = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._view.drag(self.mark, here + side * (_LARGE if large else _SMALL))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._view.drag(self.mark, low if key is Qt.Key.Key_Home else high)
        else:
            super().keyPressEvent(event)
            return
        self._view.show_mark(self.mark)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._view.show_mark(self.mark)
        self._view.chosen.emit(self.mark)
        self.raise_()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._view.dragged.emit()
        self.update()
