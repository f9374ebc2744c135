"""The search field: a magnifier, a clear button, and some patience after the last key."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit

from broadcaster.gui.icons import icon
from broadcaster.gui.theme import colors

PATIENCE_MS = 150


class SearchField(QLineEdit):
    """`searched(text)` when the typing pauses, on Enter, and when Esc empties the field."""

    searched = Signal(str)

    def __init__(self, hint: str, patience_ms: int = PATIENCE_MS) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self.setMaxLength(200)
        self.addAction(icon("search", colors.soft), QLineEdit.ActionPosition.LeadingPosition)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(patience_ms)
        self._timer.timeout.connect(self._announce)
        self.textChanged.connect(lambda _: self._timer.start())
        self.returnPressed.connect(self._announce)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._announce()
            return
        super().keyPressEvent(event)

    def _announce(self) -> None:
        self._timer.stop()
        self.searched.emit(self.text().strip())
