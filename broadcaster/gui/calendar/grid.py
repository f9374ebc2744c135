"""The grid of a month: a table of seven columns, Monday first, each cell as dark as its day is full."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from broadcaster.gui.calendar.cell import BAND_ROLE, CELL_ROLE, STATE_ROLE, CellPainter
from broadcaster.gui.calendar.model import Month, bands, cell_words
from broadcaster.gui.i18n import weekday_text

Index = QModelIndex | QPersistentModelIndex
_MONDAY = date(2026, 11, 16)
_LEAST_ROW = 52


class MonthModel(QAbstractTableModel):
    """Weeks as rows."""

    def __init__(self) -> None:
        super().__init__()
        self.month: Month | None = None
        self._bands: Any = {}

    def show_month(self, month: Month) -> None:
        self.beginResetModel()
        self.month = month
        self._bands = bands(month.cells)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() or self.month is None else len(self.month.cells) // 7

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 7

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.month is None or not index.isValid():
            return None
        cell = self.month.cells[index.row() * 7 + index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return str(cell.day.day)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return ("\n" if role == Qt.ItemDataRole.ToolTipRole else "; ").join(cell_words(cell))
        if role == CELL_ROLE:
            return cell
        if role == BAND_ROLE:
            return self._bands.get(cell.day)
        if role == STATE_ROLE:
            return cell.day == self.month.today, self.month.holds(cell.day)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return weekday_text(_MONDAY.replace(day=_MONDAY.day + section))
        return None

    def place_of(self, day: date) -> QModelIndex:
        """The cell of a day; invalid when it is not shown."""
        if self.month is None or not self.month.cells:
            return QModelIndex()
        number = (day - self.month.cells[0].day).days
        return self.index(number // 7, number % 7) if 0 <= number < len(self.month.cells) else QModelIndex()


class MonthGrid(QTableView):
    """Arrows move from day to day and over the month's edge; Enter opens; PageUp and PageDown change the month."""

    picked = Signal(object)
    """The day now chosen."""
    opened = Signal(object)
    """Enter or a double click on a day."""
    turned = Signal(int)
    """-1 or 1: another month is wanted."""
    left_for = Signal(int)
    """Days from the chosen one: an arrow went over the edge."""

    def __init__(self, accessible: str) -> None:
        super().__init__()
        self.cells = MonthModel()
        self.cells.setParent(self)
        self.setModel(self.cells)
        self.setAccessibleName(accessible)
        self.setItemDelegate(CellPainter(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(_LEAST_ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(60)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumHeight(6 * _LEAST_ROW + 40)
        self.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.doubleClicked.connect(lambda _: self._open())

    def show_month(self, month: Month, chosen: date) -> None:
        """Show it, with the cursor on `chosen`."""
        self.cells.show_month(month)
        self.choose(chosen)

    def choose(self, day: date) -> bool:
        """Put the cursor on a day; False when it is not shown."""
        place = self.cells.place_of(day)
        if place.isValid():
            self.setCurrentIndex(place)
        return place.isValid()

    def day(self) -> date | None:
        """The day the cursor is on."""
        cell = self.currentIndex().data(CELL_ROLE)
        return cell.day if cell is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.currentIndex().isValid():
            self._open()
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.turned.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in _STEPS and event.modifiers() == Qt.KeyboardModifier.NoModifier and self.currentIndex().isValid():
            self._step(_STEPS[key])
        else:
            # Alt+Left and the like belong to the page.
            event.ignore() if event.modifiers() & Qt.KeyboardModifier.AltModifier else super().keyPressEvent(event)

    def _step(self, count: int) -> None:
        current = self.currentIndex()
        number = current.row() * 7 + current.column() + count
        if 0 <= number < self.cells.rowCount() * 7:
            self.setCurrentIndex(self.cells.index(number // 7, number % 7))
        else:
            self.left_for.emit(count)

    def _tell(self) -> None:
        cell = self.currentIndex().data(CELL_ROLE)
        if cell is not None:
            self.picked.emit(cell)

    def _open(self) -> None:
        if (day := self.day()) is not None:
            self.opened.emit(day)


_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
