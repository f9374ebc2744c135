"""The channels, one below the other, each with its state in small letters under the name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from broadcaster.gui.kit.model import Row
from broadcaster.gui.theme import TONES, colors, sizes, text_font

_HEIGHT = 45
_ROLE = int(Qt.ItemDataRole.UserRole)


class ChannelList(QListWidget):
    """`picked(row)` when another one is chosen."""

    picked = Signal(object)

    def __init__(self, accessible: str) -> None:
        super().__init__()
        self.setAccessibleName(accessible)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Delegate(self))
        self._filling = False
        self.currentItemChanged.connect(lambda *_: None if self._filling else self.picked.emit(self.current_row()))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """New states of the same channels, or a first list; the choice stays and is not announced."""
        chosen = self.current_row()
        self._filling = True
        while self.count() > len(rows):
            self.takeItem(self.count() - 1)
        for number, row in enumerate(rows):
            if number >= self.count():
                self.addItem(QListWidgetItem())
            item = self.item(number)
            item.setData(_ROLE, row)
            item.setText(f"{row.words}, {row.state}" if row.state else row.words)
            item.setToolTip(row.words)
        if chosen is not None:
            self.select_id(chosen.id)
        self._filling = False

    def current_row(self) -> Row | None:
        item = self.currentItem()
        return item.data(_ROLE) if item is not None else None

    def select_id(self, wanted: str) -> bool:
        """Choose the row with this id."""
        for number in range(self.count()):
            if self.item(number).data(_ROLE).id == wanted:
                self.setCurrentRow(number)
                return True
        return False


class _Delegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem,
              index: QModelIndex | QPersistentModelIndex) -> None:
        row: Row = index.data(_ROLE)
        rect = option.rect
        chosen = bool(option.state & option.state.State_Selected)
        painter.save()
        painter.fillRect(rect, QColor(colors.accent_soft) if chosen else QColor(colors.card))
        painter.setPen(QColor(colors.grid))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(10, 4, -6, -5)
        painter.setPen(QColor(colors.ink))
        painter.setFont(text_font(sizes.body, QFont.Weight.Medium))
        words = painter.fontMetrics().elidedText(row.words, Qt.TextElideMode.ElideRight, inner.width())
        top = Qt.AlignmentFlag.AlignLeft | (Qt.AlignmentFlag.AlignTop if row.state else Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(inner, top, words)
        painter.setPen(QColor(TONES.get(row.tone, TONES["plain"])[1]))
        painter.setFont(text_font(sizes.caption))
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, row.state)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, _HEIGHT)
