"""What is chosen at the left, what it means at the right; one below the other where the dialog is narrow."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

_NARROW = 720


class Halves(QWidget):
    """`Halves(left, right)`: the left one keeps to the top."""

    def __init__(self, left: QWidget, right: QWidget, *shares: int) -> None:
        super().__init__()
        self.setObjectName("plain")
        first, second = shares or (5, 4)
        self._sides = (left, right)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(18)
        self._box.addWidget(left, first, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(right, second)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider half alone: otherwise two would keep the dialog too wide for ever to stack."""
        return QSize(max(side.minimumSizeHint().width() for side in self._sides), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
