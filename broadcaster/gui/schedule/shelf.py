"""The library beside the day: approved items and campaigns to be put into a session by mouse or keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from broadcaster.base.frames import clock_text
from broadcaster.gui.library.model import kind_words
from broadcaster.gui.ops import Op
from broadcaster.gui.schedule import actions
from broadcaster.gui.schedule.cargo import Cargo
from broadcaster.gui.schedule.carrying import start_drag
from broadcaster.gui.schedule.timeline_paint import elided
from broadcaster.gui.theme import colors, digit_font, sizes, text_font
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.chips import chip
from broadcaster.gui.widgets.layout import label, row
from broadcaster.gui.widgets.search import SearchField
from broadcaster.library.model import Cart
from broadcaster.schedule.model import Campaign
from broadcaster.wiring import App

_ROW = 52
_CARGO, _NOTE = int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 1


class Shelf(QWidget):
    """`wanted(Cargo)`: Enter, a double click, or “Put in”: put it where the day's choice stands."""

    wanted = Signal(object)
    library_asked = Signal()

    def __init__(self, app: App) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._app = app
        self._day = app.clock.now().date()
        self._asked = 0
        self.search = SearchField(self.tr("Search the library (accents may be left out)…"))
        self.search.searched.connect(lambda _: self.reload())
        self.items_chip, self.campaigns_chip = chip(self.tr("Items")), chip(self.tr("Campaigns"))
        for part in (self.items_chip, self.campaigns_chip):
            part.setAutoExclusive(True)
            part.clicked.connect(lambda _: self.reload())
        self.items_chip.setChecked(True)
        self.list = _List()
        self.list.setAccessibleName(self.tr("Items that may be put in"))
        self.list.opened.connect(self.put_in)
        self.empty = label("", "soft", wrap=True)
        self.library_button = button(self.tr("Open the library"), "music", self.library_asked.emit)
        self.library_button.hide()
        self.put_button = button(self.tr("Put in"), "plus", self.put_in)
        self.put_button.setToolTip(self.tr("After the item that is chosen in the day; or drag it there"))
        self.put_button.setEnabled(False)
        self.list.currentItemChanged.connect(lambda now, _: self.put_button.setEnabled(now is not None))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.search)
        box.addLayout(row(self.items_chip, self.campaigns_chip, None))
        box.addWidget(self.empty)
        box.addLayout(row(self.library_button, None))
        box.addWidget(self.list, 1)
        box.addLayout(row(None, self.put_button))

    def show_day(self, day: date) -> None:
        """Campaigns of this day; the items are the same on every day."""
        self._day = day
        if self.isVisible():
            self.reload()

    def reload(self) -> None:
        """Read again; only the newest answer is shown."""
        self._asked += 1
        asked, words, day = self._asked, self.search.text().strip(), self._day
        if self.campaigns_chip.isChecked():
            Op(lambda: actions.campaigns_on(self._app, day, words)).on_success(
                lambda found: self._show_campaigns(found) if asked == self._asked else None).start(self)
        else:
            Op(lambda: actions.approved_items(self._app, words)).on_success(
                lambda found: self._show_items(found) if asked == self._asked else None).start(self)

    def chosen(self) -> Cargo | None:
        item = self.list.currentItem()
        return item.data(_CARGO) if item else None

    def put_in(self) -> None:
        """What is chosen here, into the day."""
        cargo = self.chosen()
        if cargo is not None:
            self.wanted.emit(cargo)

    def _show_items(self, carts: Sequence[Cart]) -> None:
        rows = [(Cargo(cart.id, cart.title, seconds=cart.cut.seconds),
                 f"{kind_words(str(cart.kind))} · {clock_text(cart.cut.seconds)}") for cart in carts]
        self._show(rows, self.tr("No approved item was found. Items are approved in the library."))

    def _show_campaigns(self, campaigns: Sequence[Campaign]) -> None:
        until = self.tr("until {last}")
        rows = [(Cargo(item.cart.id, item.title, item.id, seconds=item.cart.cut.seconds),
                 f"{clock_text(item.cart.cut.seconds)} · {until.format(last=f'{item.last_day:%d/%m/%Y}')}")
                for item in campaigns]
        self._show(rows, self.tr("No campaign runs on this day."))

    def _show(self, rows: Sequence[tuple[Cargo, str]], nothing: str) -> None:
        kept = self.chosen()
        self.list.clear()
        for cargo, note in rows:
            item = QListWidgetItem(cargo.title)
            item.setData(_CARGO, cargo)
            item.setData(_NOTE, note)
            item.setToolTip(f"{cargo.title}\n{note}")
            self.list.addItem(item)
            if cargo == kept:
                self.list.setCurrentItem(item)
        self.empty.setText("" if rows else nothing)
        self.empty.setVisible(not rows)
        self.library_button.setVisible(not rows and not self.campaigns_chip.isChecked())


class _List(QListWidget):
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_Delegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(120)
        self._pressed: QPoint | None = None
        self.itemDoubleClicked.connect(lambda _: self.opened.emit())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pressed is None or (place - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return
        item = self.itemAt(self._pressed)
        self._pressed = None
        if item is not None:
            start_drag(self, item.data(_CARGO))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
            return
        super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    """Two lines: the title, and kind and length below it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem,
              index: QModelIndex | QPersistentModelIndex) -> None:
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colors.accent_soft))
        inner = option.rect.adjusted(8, 5, -8, -5)
        painter.setPen(QColor(colors.ink))
        painter.setFont(text_font(sizes.body))
        elided(painter, QRect(inner.left(), inner.top(), inner.width(), 22), Qt.AlignmentFlag.AlignLeft,
               str(index.data() or ""))
        painter.setPen(QColor(colors.soft))
        painter.setFont(digit_font(sizes.caption, 450))
        elided(painter, QRect(inner.left(), inner.top() + 22, inner.width(), 20), Qt.AlignmentFlag.AlignLeft,
               str(index.data(_NOTE) or ""))
        painter.setPen(QColor(colors.grid))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, _ROW)
