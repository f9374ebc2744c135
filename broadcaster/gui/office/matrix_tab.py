"""Letter × station: what was asked, what aired; a double click leads to the single airings."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from broadcaster.aggregation.office.figures import LetterLine, Matrix, MatrixLine
from broadcaster.gui.i18n import number_text
from broadcaster.gui.office import model
from broadcaster.gui.office.actions import LETTERS_AT_ONCE
from broadcaster.gui.theme import colors, digit_font, sizes, tone
from broadcaster.gui.widgets.buttons import icon_button
from broadcaster.gui.widgets.form import choice
from broadcaster.gui.widgets.frozen_column import FrozenColumn
from broadcaster.gui.widgets.layout import Card, ElidedLabel, label, row
from broadcaster.gui.widgets.search import SearchField

_ROW, _CELL, _NAME, _HEAD = 38, 168, 200, 58
Index = QModelIndex | QPersistentModelIndex


class MatrixModel(QAbstractTableModel):
    """Column 0 the station, 1 its state, then a letter each; no object per cell."""

    FIXED = 2

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[MatrixLine, ...] = ()
        self.letters: tuple[LetterLine, ...] = ()

    def show_matrix(self, found: Matrix) -> None:
        self.beginResetModel()
        self.lines, self.letters = found.lines, found.letters
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.FIXED + len(self.letters)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if section < self.FIXED:
            return (self.tr("Station"), self.tr("State"))[section] if role == Qt.ItemDataRole.DisplayRole else None
        letter = self.letters[section - self.FIXED]
        if role == Qt.ItemDataRole.DisplayRole:
            return model.letter_head(letter)
        return model.letter_tip(letter) if role == Qt.ItemDataRole.ToolTipRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if index.column() < self.FIXED:
            return self._fixed(line, index.column(), role)
        letter = self.letters[index.column() - self.FIXED]
        cell = line.cells.get(letter.ref)
        if role == Qt.ItemDataRole.DisplayRole:
            return model.cell_look(cell, line.station).words
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return model.cell_tip(letter, line.station, cell)
        return None

    def look(self, index: Index) -> model.CellLook:
        """Also of the column with the state."""
        line = self.lines[index.row()]
        if index.column() < self.FIXED:
            return model.CellLook(model.state_text(line.station), model.state_tone(line.station), 1)
        return model.cell_look(line.cells.get(self.letters[index.column() - self.FIXED].ref), line.station)

    def _fixed(self, line: MatrixLine, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return model.short_name(line.station.name) if column == 0 else model.state_text(line.station)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{line.station.name}\n{line.station.unit_name}"
        return None


class CellDelegate(QStyledItemDelegate):
    """A bar as long as the share that aired, hatched where nothing did, and the words over it."""

    def __init__(self, parent: QWidget, rows: MatrixModel) -> None:
        super().__init__(parent)
        self._rows = rows
        self._font = digit_font(sizes.small, 500)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.column() == 0:
            super().paint(painter, option, index)
            return
        look = self._rows.look(index)
        box = QRectF(option.rect).adjusted(3, 4, -3, -4)
        painter.save()
        painter.setFont(self._font)
        if look.tone:
            ground, ink = tone(look.tone)
            painter.fillRect(box, ground)
            if look.hatched:
                painter.fillRect(box, QBrush(ink.lighter(170), Qt.BrushStyle.BDiagPattern))
                text = painter.fontMetrics().horizontalAdvance(look.words) + 12
                painter.fillRect(QRectF(box.left() + 2, box.top() + 3, text, box.height() - 6), ground)
            elif index.column() >= MatrixModel.FIXED and look.share > 0:
                bar = QRectF(box.left(), box.bottom() - 4, box.width() * look.share, 4)
                painter.fillRect(bar, ink)
            painter.setPen(ink)
        else:
            painter.setPen(QColor(colors.faint))
        words = painter.fontMetrics().elidedText(look.words, Qt.TextElideMode.ElideRight, int(box.width() - 12))
        painter.drawText(box.adjusted(8, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()
        if option.state & option.state.State_HasFocus:
            painter.setPen(QColor(colors.focus))
            painter.drawRect(box)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(_CELL, _ROW)


class MatrixView(QTableView):
    """`opened(station line, letter or None)` on Enter and on a double click."""

    opened = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.rows = MatrixModel()
        self.rows.setParent(self)
        self.setModel(self.rows)
        self.setItemDelegate(CellDelegate(self, self.rows))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setFixedHeight(_HEAD)
        self.horizontalHeader().setDefaultSectionSize(_CELL)
        self.frozen = FrozenColumn(self)
        self.activated.connect(self._open)

    def show_matrix(self, found: Matrix) -> None:
        self.rows.show_matrix(found)
        self.setColumnWidth(0, _NAME)
        for column in range(1, self.rows.columnCount()):
            self.setColumnWidth(column, 190 if column < MatrixModel.FIXED else _CELL)

    def _open(self, index: QModelIndex) -> None:
        letter = None if index.column() < MatrixModel.FIXED else \
            self.rows.letters[index.column() - MatrixModel.FIXED]
        self.opened.emit(self.rows.lines[index.row()].station, letter)


class MatrixTab(QWidget):
    """`asked` when other letters, other stations or another order are wanted."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plain")
        self.page = 0
        self.letters = SearchField(self.tr("Letter: number, issuer or subject…"), 400)
        self.stations = SearchField(self.tr("Search stations (accents may be left out)…"), 400)
        self.order = choice([("share", self.tr("Worst first")), ("name", self.tr("By name")),
                             ("unit", self.tr("By unit"))])
        self.order.setMinimumWidth(178)
        self.order.setAccessibleName(self.tr("Order of the stations"))
        self.letters.searched.connect(lambda _: self._anew())
        self.stations.searched.connect(lambda _: self._anew())
        self.order.currentIndexChanged.connect(lambda _: self._anew())
        self.before = icon_button("chevron-left", self.tr("Letters before these"), lambda: self._turn(-1))
        self.after = icon_button("chevron-right", self.tr("Letters after these"), lambda: self._turn(1))
        self.where = label("", "soft")
        self.view = MatrixView()
        self.view.setAccessibleName(self.tr("Letters and stations"))
        self.subject = ElidedLabel("", "soft")
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_current())
        self.empty = label(self.tr("No letter was asked of these stations in this period."), "soft", wrap=True)
        find = row(self.letters, self.stations, self.order, self.before, self.where, self.after)
        find.setStretch(0, 1)
        find.setStretch(1, 1)
        card = Card().add(find, self.empty)
        card.add(self.view, stretch=1)
        card.add(self.subject)
        box = row(card)
        box.setContentsMargins(0, 12, 0, 0)
        self.setLayout(box)

    def show_matrix(self, found: Matrix) -> None:
        place = self.view.verticalScrollBar().value()
        self.view.show_matrix(found)
        self.view.verticalScrollBar().setValue(place)
        first = self.page * LETTERS_AT_ONCE
        shown = len(found.letters)
        self.where.setText(self.tr("letters {first}–{last} of {count}").format(
            first=first + 1, last=first + shown, count=number_text(found.letter_count)) if shown else "")
        self.before.setEnabled(self.page > 0)
        self.after.setEnabled(first + shown < found.letter_count)
        self.empty.setVisible(not shown)
        self.view.setVisible(bool(shown))
        self.subject.set_text(self.tr("{count} stations; a double click shows the airings behind a figure.").format(
            count=number_text(found.count)))

    def _show_current(self) -> None:
        index = self.view.currentIndex()
        if index.isValid() and index.row() < len(self.view.rows.lines):
            tip = self.view.rows.data(index, Qt.ItemDataRole.ToolTipRole)
            self.subject.set_text(" · ".join(str(tip).splitlines()))

    def _anew(self) -> None:
        self.page = 0
        self.asked.emit()

    def _turn(self, step: int) -> None:
        self.page = max(0, self.page + step)
        self.asked.emit()
