"""Room for a page whatever the window's size: it fills the room, scrolls where that is too small, and never sprawls."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from broadcaster.gui.page import Page


class PageHolder(QScrollArea):
    """One per page in the window's stack."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.setObjectName("ground")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        # Tab goes to what the page holds, not to the frame around it.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if page.widest:
            page.setMaximumWidth(page.widest)
            room = QWidget()
            room.setObjectName("ground")
            box = QHBoxLayout(room)
            box.setContentsMargins(0, 0, 0, 0)
            box.addStretch(1)
            box.addWidget(page, 1_000)
            box.addStretch(1)
            self.setWidget(room)
        else:
            self.setWidget(page)

    def minimumSizeHint(self) -> QSize:
        """The window may be made small: what has no room then is scrolled to."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.page.fit(self.viewport().width())
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        return self.page.sizeHint()
