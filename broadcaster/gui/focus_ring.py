"""A ring around whatever has the focus, drawn over it: buttons, ticks, tabs, lists and every widget that paints itself.

Two lines, one in the theme's focus colour and one in the colour of its cards, so that one of them stands out on any
ground. Fields to type in have their own frame. Whoever clicks with the mouse knows where they are and sees no ring.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from broadcaster.gui.theme import colors

_FRAMED = (QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QMenu)
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest}
_WIDTH, _INNER, _CORNER = 2.5, 1.5, 6.0


class FocusRing(QWidget):
    """Follows one widget, and goes with it."""

    def __init__(self, target: QWidget) -> None:
        self._target = target
        self._watched: list[QWidget] = [target]
        below, above = target, target.parentWidget()
        # Within a column that scrolls the ring is cut off where the column is.
        while above is not None and not above.isWindow() and not isinstance(above, QAbstractScrollArea):
            self._watched.append(above)
            below, above = above, above.parentWidget()
        super().__init__(below if isinstance(above, QAbstractScrollArea) else above)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for part in self._watched:
            part.installEventFilter(self)
        if isinstance(target, QTabBar):
            target.currentChanged.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Lie where the widget lies now."""
        target, above = self._target, self.parentWidget()
        assert above is not None
        rect = target.tabRect(target.currentIndex()) if isinstance(target, QTabBar) else target.rect()
        self.setGeometry(QRect(target.mapTo(above, rect.topLeft()), rect.size()))
        self.setVisible(target.isVisible())
        self.raise_()

    def leave(self) -> None:
        """Another widget has the focus now."""
        for part in self._watched:
            if isValid(part):
                part.removeEventFilter(self)
        if isinstance(self._target, QTabBar) and isValid(self._target):
            self._target.currentChanged.disconnect(self.follow)
        self.hide()
        self.deleteLater()

    def _lines(self) -> list[tuple[str, float]]:
        outer = (colors.focus, _WIDTH)
        # The box of a tick begins where the second line would lie; its ground is the accent's own.
        ticked = isinstance(self._target, QCheckBox | QRadioButton)
        return [outer] if ticked else [outer, (colors.card, _INNER)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and isValid(self._target) and isValid(self):
            self.follow()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = 0.0
        for color, width in self._lines():
            painter.setPen(QPen(QColor(color), width))
            edge = inset + width / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), _CORNER, _CORNER)
            inset += width
        painter.end()


class _Follower(QObject):
    """One for the application."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._ring: FocusRing | None = None
        application.focusChanged.connect(self._on_focus)

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.leave()
        self._ring = None
        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is not None and not by_mouse and is_ringed(now):
            self._ring = FocusRing(now)


def is_ringed(part: QWidget) -> bool:
    """Whether a ring is drawn around it."""
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and not isinstance(part, _FRAMED) \
        and not part.isWindow() and part.parentWidget() is not None


def install_focus_ring(application: QApplication) -> None:
    """Once, before the first window."""
    if application.findChild(_Follower) is None:
        _Follower(application)
