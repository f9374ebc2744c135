"""A package pulled out of the list: onto a stick in the file manager, or into a mail."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication

from broadcaster.gui.widgets.table import Table


class DragOut(QObject):
    """Only ever a copy: the file in outbox/ stays."""

    def __init__(self, table: Table, file_of: Callable[[Any], Path]) -> None:
        super().__init__(table)
        self._table = table
        self._file_of = file_of
        self._from: QPoint | None = None
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._from = event.position().toPoint()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._from = None
        elif event.type() == QEvent.Type.MouseMove and self._from is not None:
            far = (event.position().toPoint() - self._from).manhattanLength()
            if far >= QApplication.startDragDistance():
                at, self._from = self._from, None
                return self._pull(at)
            return True  # the list would otherwise choose every row passed over
        return False

    def mime(self, at: QPoint) -> QMimeData | None:
        """What is pulled from this point; None where there is no row or its file is gone."""
        row = self._table.rows.row_at(self._table.rowAt(at.y()))
        path = self._file_of(row) if row is not None else None
        if path is None or not path.is_file():
            return None
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        return data

    def _pull(self, at: QPoint) -> bool:
        data = self.mime(at)
        if data is None:
            return False
        drag = QDrag(self._table)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)
        return True
