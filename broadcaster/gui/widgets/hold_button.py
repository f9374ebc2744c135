"""A button that must be held: quick for a hand that means it, deaf to an elbow, a double click, a book on the keys."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QCursor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy

from broadcaster.gui.theme import colors, danger_edge, sizes, text_font
from broadcaster.gui.widgets.key_hold import KeyHold

HOLD_SECONDS = 1.0
_STEP_MS = 25
_HEIGHT = 60


class HoldButton(QPushButton):
    """Emits `held` after it was pressed without a break for HOLD_SECONDS; let go before, nothing happens.

    Space holds it while it has the focus; a dialog may pass other keys on to `keys`.
    """

    held = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.setFont(text_font(sizes.large, QFont.Weight.Bold))
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self._since = QElapsedTimer()
        self._full = False
        self.keys = KeyHold(self.press, self.let_go, self)
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._look)

    def press(self) -> None:
        """Begin to hold."""
        if self.isEnabled() and not self._timer.isActive() and not self._full:
            self._since.start()
            self._timer.start()
            self.update()

    def let_go(self) -> None:
        """Let go too early, or again after it was held."""
        self._timer.stop()
        self._full = False
        self.update()

    def progress(self) -> float:
        """0…1 of the time it must be held."""
        if self._full:
            return 1.0
        return min(1.0, self._since.elapsed() / 1000 / HOLD_SECONDS) if self._timer.isActive() else 0.0

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 60, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, _HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.press()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.let_go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.keys.press(int(event.key()), event.isAutoRepeat())
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.keys.release(int(event.key()), event.isAutoRepeat())
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.keys.drop()
        self.let_go()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange and not self.isEnabled():
            self.let_go()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        shape = QPainterPath()
        shape.addRoundedRect(box, 8, 8)
        painter.fillPath(shape, QColor(colors.danger_fill if self.isEnabled() else colors.off_fill))
        if (part := self.progress()) > 0:
            painter.setClipPath(shape)
            painter.fillRect(QRectF(0, 0, self.width() * part, self.height()), QColor(colors.danger_fill_held))
            painter.setClipping(False)
        if self.isEnabled():
            painter.setPen(QPen(QColor(colors.danger_line), danger_edge()))
            painter.drawRoundedRect(box, 8, 8)
        if self.hasFocus():
            inside = danger_edge() + 2
            painter.setPen(QPen(QColor(colors.focus_on_danger), 2))
            painter.drawRoundedRect(box.adjusted(inside, inside, -inside, -inside), 6, 6)
        painter.setPen(QColor(colors.on_danger if self.isEnabled() else colors.on_off_fill))
        painter.setFont(self.font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _look(self) -> None:
        self.update()
        if self._since.elapsed() >= HOLD_SECONDS * 1000:
            self._timer.stop()
            self._full = True
            self.held.emit()
