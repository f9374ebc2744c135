"""Four weeks of a station in one table cell: a small box a day, by what it aired of what was planned."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, QTimer
from PySide6.QtGui import QBrush, QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from broadcaster.gui.office.model import GOOD_SHARE, POOR_SHARE
from broadcaster.gui.theme import colors
from broadcaster.gui.widgets.paged import ROW_ROLE
from broadcaster.gui.widgets.table import Table

Marks = Mapping[date, float | None]
"""Share of the planned that went out; None: nothing was planned. A day nobody stated is not in it."""
_BOX, _STEP, _HIGH = 5, 7, 18
_PATIENCE_MS = 60


def strip_width(days: int) -> int:
    return days * _STEP + 18


class StripDelegate(QStyledItemDelegate):
    """Paints what is known; asks for what is in sight and not known yet, once the scrolling pauses."""

    def __init__(self, table: Table, column: int, ask: Callable[[Sequence[int]], object]) -> None:
        super().__init__(table)
        self._table, self._column, self._ask = table, column, ask
        self._days: Sequence[date] = ()
        self._known: dict[int, Marks] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE_MS)
        self._timer.timeout.connect(self._want)
        table.setItemDelegateForColumn(column, self)

    def begin(self, days: Sequence[date]) -> None:
        """Other days, or news: everything is asked for again."""
        self._days = days
        self._known = {}
        self._timer.start()

    def learn(self, found: Mapping[int, Marks], days: Sequence[date]) -> None:
        if days == self._days:
            self._known.update(found)
            self._table.viewport().update()

    @property
    def days(self) -> Sequence[date]:
        """The days it shows now."""
        return self._days

    def marks(self, ref: int) -> Marks | None:
        return self._known.get(ref)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem,
              index: QModelIndex | QPersistentModelIndex) -> None:
        super().paint(painter, option, index)
        row = index.data(ROW_ROLE)
        if row is None:
            return
        marks = self._known.get(row.ref)
        if marks is None:
            if not self._timer.isActive():
                self._timer.start()
            return
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        top = QRectF(option.rect).center().y() - _HIGH / 2
        for place, day in enumerate(self._days):
            _paint_day(painter, QRectF(option.rect.left() + 8 + place * _STEP, top, _BOX, _HIGH), day in marks,
                       marks.get(day))
        painter.restore()

    def _want(self) -> None:
        view = self._table.viewport().rect()
        first = max(self._table.rowAt(view.top()), 0)
        last = self._table.rowAt(view.bottom())
        last = len(self._table.rows.ids) - 1 if last < 0 else last
        rows = [self._table.rows.row_at(number) for number in range(first, last + 1)]
        missing = [row.ref for row in rows if row is not None and row.ref not in self._known]
        if missing and self._days:
            self._ask(missing)


def _paint_day(painter: QPainter, box: QRectF, is_stated: bool, share: float | None) -> None:
    if not is_stated:
        painter.fillRect(box, QBrush(QColor(colors.hatch), Qt.BrushStyle.BDiagPattern))
        return
    if share is None:
        painter.fillRect(box.adjusted(0, _HIGH * 0.7, 0, 0), QColor(colors.off_fill))
        return
    good, fair = share >= GOOD_SHARE, share >= POOR_SHARE
    color = QColor(colors.good_mark if good else colors.wait_mark if fair else colors.bad_mark)
    # The height says it too, for whoever does not see the colours apart.
    painter.fillRect(box, QColor(colors.off_fill))
    painter.fillRect(box.adjusted(0, _HIGH * (1 - max(share, 0.12)), 0, 0), color)
