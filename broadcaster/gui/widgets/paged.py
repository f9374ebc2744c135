"""A table model for long lists: all ids, but only the rows near the screen."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

PAGE_ROWS = 100
PAGES_KEPT = 20

Index = QModelIndex | QPersistentModelIndex
TONE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 2


@dataclass(frozen=True)
class Column:
    """One column: how a row looks in it."""

    title: str
    text: Callable[[Any], str]
    width: int = 120
    """Pixels to begin with; 0 takes what is left."""
    tone: Callable[[Any], str] | None = None
    """Shown as a badge in this tone (gui.theme.TONES)."""
    right: bool = False
    digits: bool = False
    """Set in figures of one width."""
    tip: Callable[[Any], str] | None = None
    icon: Callable[[Any], Any] | None = None
    rank: int = 0
    """Where there is no room the columns of the highest rank go first; 0 never goes."""


def _own_id(row: Any) -> Any:
    return row.id


class PagedModel(QAbstractTableModel):
    """Rows by id; `fetch(ids)` returns them in the same order (a missing row may be None)."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = list(columns)
        self.ids: Sequence[Any] = ()
        self._fetch: Callable[[Sequence[Any]], Sequence[Any]] = list
        self._pages: OrderedDict[int, Sequence[Any]] = OrderedDict()

    def show_ids(self, ids: Sequence[Any], fetch: Callable[[Sequence[Any]], Sequence[Any]]) -> None:
        """Show these; rows are fetched when they come into sight, a hundred at a time."""
        self.beginResetModel()
        self.ids = ids
        self._fetch = fetch
        self._pages.clear()
        self.endResetModel()

    def show_rows(self, rows: Sequence[Any], key: Callable[[Any], Any] = _own_id) -> None:
        """Show rows that are at hand already."""
        by_id = {key(row): row for row in rows}
        self.show_ids(list(by_id), lambda ids: [by_id.get(item) for item in ids])

    def refresh(self) -> None:
        """The same ids with new values: read again what is in sight; heights, widths and selection stay."""
        self._pages.clear()
        if self.ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.ids) - 1, len(self.columns) - 1))

    def row_at(self, number: int) -> Any:
        """The row object, or None when it is gone."""
        if not 0 <= number < len(self.ids):
            return None
        page = number // PAGE_ROWS
        if page not in self._pages:
            self._pages[page] = self._fetch(self.ids[page * PAGE_ROWS:(page + 1) * PAGE_ROWS])
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        rows = self._pages[page]
        offset = number % PAGE_ROWS
        return rows[offset] if offset < len(rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row())
        if row is None:
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole or role == Qt.ItemDataRole.AccessibleTextRole:
            return column.text(row)
        if role == TONE_ROLE:
            return column.tone(row) if column.tone else None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip(row) if column.tip else column.text(row)
        if role == Qt.ItemDataRole.DecorationRole and column.icon:
            return column.icon(row)
        if role == Qt.ItemDataRole.TextAlignmentRole and column.right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None
