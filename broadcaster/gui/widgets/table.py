"""The list every page uses: large rows, badges, an empty state that says what to do, widths that are remembered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from broadcaster.gui.icons import pixmap
from broadcaster.gui.theme import colors, digit_font, sizes, text_font
from broadcaster.gui.widgets.badge import paint_pill
from broadcaster.gui.widgets.buttons import primary_button
from broadcaster.gui.widgets.layout import label
from broadcaster.gui.widgets.paged import TONE_ROLE, Column, PagedModel, _own_id

ROW_HEIGHT = 42
_LEAST = 200
"""Pixels a column that takes what is left needs at least."""


class Table(QTableView):
    """A list of rows. `name` ("library.carts") is where its widths are remembered."""

    picked = Signal(object)
    """The row now selected, or None."""
    opened = Signal(object)
    """Enter or a double click on a row."""

    def __init__(self, name: str, columns: Sequence[Column], *, accessible: str = "") -> None:
        super().__init__()
        self.name = name
        self.rows = PagedModel(columns)
        self.rows.setParent(self)
        self.setModel(self.rows)
        self.setAccessibleName(accessible or ", ".join(column.title for column in columns))
        self._look()
        self._widths()
        self._empty = _Empty(self)
        self._user_sized = False
        self.horizontalHeader().sectionResized.connect(lambda *_: self.viewport().update())
        self.selectionModel().currentRowChanged.connect(lambda *_: self.picked.emit(self.current_row()))
        self.doubleClicked.connect(lambda _: self.opened.emit(self.current_row()))

    def show_ids(self, ids: Sequence[Any], fetch: Callable[[Sequence[Any]], Sequence[Any]]) -> None:
        """Long lists: all ids now, rows a hundred at a time as they come into sight."""
        self._keep_place(lambda: self.rows.show_ids(ids, fetch))

    def show_rows(self, rows: Sequence[Any], key: Callable[[Any], Any] = _own_id) -> None:
        """Short lists: rows with an `id` (or `key(row)`)."""
        self._keep_place(lambda: self.rows.show_rows(rows, key))

    def current_row(self) -> Any:
        """The selected row object, or None."""
        index = self.currentIndex()
        return self.rows.row_at(index.row()) if index.isValid() else None

    def selected_rows(self) -> list[Any]:
        """All selected row objects (see setSelectionMode)."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [row for row in map(self.rows.row_at, chosen) if row is not None]

    def select_id(self, item: Any) -> bool:
        """Select and scroll to the row with this id."""
        try:
            number = list(self.rows.ids).index(item)
        except ValueError:
            return False
        self._stand_on(number)
        self.scrollTo(self.rows.index(number, 0))
        return True

    def set_empty(self, icon_name: str, sentence: str, action: str = "",
                  clicked: Callable[[], object] | None = None) -> None:
        """What shows while there are no rows."""
        self._empty.show_words(icon_name, sentence, action, clicked)
        self._show_empty()

    def remember(self, memory: QSettings, *, save: bool) -> None:
        """Keep or restore the column widths."""
        key = f"columns/{self.name}"
        if save:
            memory.setValue(key, self.horizontalHeader().saveState())
        elif state := memory.value(key):
            header = self.horizontalHeader()
            last = header.stretchLastSection()
            header.restoreState(state)
            # Who takes what is left is the program's affair: an older version may have kept another column.
            header.setStretchLastSection(last)
            for number, column in enumerate(self.rows.columns):
                if not column.width:
                    header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
                elif header.sectionResizeMode(number) is QHeaderView.ResizeMode.Stretch:
                    header.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
            self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.current_row())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._empty.setGeometry(self.viewport().geometry())
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Columns that say the least give way on a small screen; the details of a row still tell everything."""
        columns = self.rows.columns
        if not any(column.rank for column in columns):
            return
        header, room = self.horizontalHeader(), self.viewport().width()
        widths = [max(header.sectionSize(number) if not header.isSectionHidden(number) else 0, column.width)
                  if column.width else _LEAST for number, column in enumerate(columns)]
        shown = set(range(len(columns)))
        for number in sorted((each for each in shown if columns[each].rank), key=lambda each: -columns[each].rank):
            if sum(widths[each] for each in shown) > room:
                shown.discard(number)
        for number in range(len(columns)):
            if header.isSectionHidden(number) == (number in shown):
                header.setSectionHidden(number, number not in shown)

    def _look(self) -> None:
        self.setItemDelegate(_Delegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(56)

    def _widths(self) -> None:
        header = self.horizontalHeader()
        for number, column in enumerate(self.rows.columns):
            if column.width:
                self.setColumnWidth(number, column.width)
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    def _keep_place(self, change: Callable[[], None]) -> None:
        index = self.currentIndex()
        chosen = self.rows.ids[index.row()] if index.isValid() and index.row() < len(self.rows.ids) else None
        place = self.verticalScrollBar().value()
        change()
        self._show_empty()
        if chosen is not None and chosen in set(self.rows.ids):
            self._stand_on(list(self.rows.ids).index(chosen))
        elif chosen is not None:
            self.picked.emit(None)
        self.verticalScrollBar().setValue(place)

    def _stand_on(self, number: int) -> None:
        # selectRow would add or take away while somebody holds Ctrl or Shift.
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.rows.index(number, 0), flags.ClearAndSelect | flags.Rows)

    def _show_empty(self) -> None:
        self._empty.setGeometry(self.viewport().geometry())
        self._empty.setVisible(not self.rows.ids)


class _Delegate(QStyledItemDelegate):
    """Badges as pills, figures in one width, no focus rectangle around single cells."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._table = table
        self._digits = digit_font(sizes.body, 450)
        self._pill = text_font(sizes.small, QFont.Weight.Medium)

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if self._table.rows.columns[index.column()].digits:
            option.font = self._digits

    def paint(self, painter: QPainter, option: QStyleOptionViewItem,
              index: QModelIndex | QPersistentModelIndex) -> None:
        tone_name = index.data(TONE_ROLE)
        text = str(index.data() or "")
        if not tone_name or not text:
            super().paint(painter, option, index)
            return
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        plain.text = ""
        self._table.style().drawControl(self._table.style().ControlElement.CE_ItemViewItem, plain, painter, self._table)
        rect = QRectF(option.rect)
        metrics = QFontMetrics(self._pill)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width() - 30))
        width = metrics.horizontalAdvance(text) + 22
        painter.save()
        paint_pill(painter, QRectF(rect.left() + 8, rect.center().y() - 13, width, 26), text, tone_name, self._pill)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width() + 12, ROW_HEIGHT)


class _Empty(QWidget):
    """Lies over the table while it has no rows."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        box = QVBoxLayout(self)
        box.setSpacing(12)
        self._picture = QLabel()
        self._sentence = label("", "soft")
        self._sentence.setWordWrap(True)
        self._action = primary_button("")
        self._clicked: Callable[[], object] | None = None
        self._action.clicked.connect(lambda: self._clicked() if self._clicked else None)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.addStretch(2)
        box.addWidget(self._picture)
        box.addWidget(self._sentence)
        box.addWidget(self._action, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)
        self._action.hide()

    def show_words(self, icon_name: str, sentence: str, action: str, clicked: Callable[[], object] | None) -> None:
        self._picture.setPixmap(pixmap(icon_name, 48, colors.faint))
        self._sentence.setText(sentence)
        self._clicked = clicked
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._action.setVisible(bool(action))
