"""The first column of a wide table stays in sight while the others are moved sideways."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

_EDGE = 2
"""Pixels of the line at its right."""


class FrozenColumn(QTableView):
    """Lies over column 0 of `table` and moves up and down with it; keys and the selection stay the table's own."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.setModel(table.model())
        self.setItemDelegate(table.itemDelegate())
        self.setSelectionModel(table.selectionModel())
        self.setObjectName("frozen")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(table.selectionMode())
        self.setShowGrid(False)
        for bar in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(table.verticalScrollMode())
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
        self.horizontalHeader().setFixedHeight(table.horizontalHeader().height())
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        table.verticalScrollBar().valueChanged.connect(self._follow)
        # Qt lays rows out late: what it could not move to yet it moves to when it knows how far it can.
        self.verticalScrollBar().rangeChanged.connect(self._follow)
        table.horizontalScrollBar().valueChanged.connect(lambda _: self.lay())
        table.horizontalHeader().sectionResized.connect(lambda *_: self.lay())
        self.model().modelReset.connect(self.lay)
        self.activated.connect(table.activated)
        table.installEventFilter(self)
        self.lay()

    def lay(self) -> None:
        """Over the first column, and only where that would have left the view."""
        table = self._table
        for column in range(1, self.model().columnCount()):
            self.setColumnHidden(column, True)
        width = table.columnWidth(0)
        self.setColumnWidth(0, width)
        self.horizontalHeader().setFixedHeight(table.horizontalHeader().height())
        place = table.viewport().geometry()
        head = table.horizontalHeader().height()
        self.setAccessibleName(table.accessibleName())
        self.setGeometry(QRect(place.left(), place.top() - head, width + _EDGE, place.height() + head))
        self.setVisible(table.horizontalScrollBar().value() > 0 and place.width() > 2 * width)
        self._follow()
        self.raise_()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves the table, also over this column."""
        self._table.wheelEvent(event)

    def _follow(self) -> None:
        self.verticalScrollBar().setValue(self._table.verticalScrollBar().value())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show}:
            self.lay()
        return super().eventFilter(watched, event)
