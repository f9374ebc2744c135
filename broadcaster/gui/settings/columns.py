"""Two columns side by side, one below the other where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

NARROW = 860
"""Pixels below which labels and fields of two columns would no longer fit side by side."""


class Columns(QWidget):
    """`Columns(left, right)`."""

    def __init__(self, left: QLayout, right: QLayout) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._sides = (left, right)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(14)
        for side in self._sides:
            self._box.addLayout(side, 1)

    @property
    def stacked(self) -> bool:
        """One below the other."""
        return self._box.direction() == QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider column alone: otherwise two columns would keep the page too wide for ever to stack."""
        return QSize(max(side.minimumSize().width() for side in self._sides), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        if narrow != self.stacked:
            self._box.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
