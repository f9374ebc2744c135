"""The prepared messages as large rows with their number key, readable by someone in a hurry."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from broadcaster.gui.on_air.orders import Prepared, schedule_words
from broadcaster.gui.theme import colors, digit_font, sizes, text_font

_HEIGHT = 78
_ROLE = int(Qt.ItemDataRole.UserRole)


class MessageList(QListWidget):
    """`chosen()` is what the person has selected; number keys are the dialog's."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Prepared messages"))
        self.setItemDelegate(_Look(self))
        self.setSpacing(2)
        self.setStyleSheet("QListWidget { background: transparent; border: 0; }"
                           "QListWidget::item { border: 0; background: transparent; }")
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_messages(self, messages: Sequence[Prepared]) -> None:
        """The first that can be aired is selected."""
        self.clear()
        for entry in messages:
            item = QListWidgetItem(entry.message.title)
            item.setData(_ROLE, entry)
            words = f"{entry.message.key}: " if entry.message.key else ""
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}{entry.message.title}. {_second(entry)}")
            item.setToolTip(entry.message.title)
            self.addItem(item)
        good = (number for number, entry in enumerate(messages) if not entry.problem)
        if messages:
            self.setCurrentRow(next(good, 0))

    def chosen(self) -> Prepared | None:
        item = self.currentItem()
        return item.data(_ROLE) if item else None

    def choose_key(self, key: int) -> bool:
        """Select the message of a number key."""
        for number in range(self.count()):
            if self.item(number).data(_ROLE).message.key == key:
                self.setCurrentRow(number)
                return True
        return False


def _second(entry: Prepared) -> str:
    return entry.problem or schedule_words(entry.message)


class _Look(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem,
              index: QModelIndex | QPersistentModelIndex) -> None:
        entry: Prepared = index.data(_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        box = QRectF(option.rect).adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colors.accent if chosen else colors.line))
        painter.setBrush(QColor(colors.accent_soft if chosen else colors.card))
        painter.drawRoundedRect(box, 8, 8)
        self._paint_key(painter, box, entry, chosen)
        left, width = box.left() + 64, box.width() - 74
        self._title(painter, QRectF(left, box.top() + 5, width, 44), entry)
        self._line(painter, QRectF(left, box.top() + 50, width, 20), _second(entry),
                   QColor(colors.bad_ink if entry.problem else colors.soft))
        painter.restore()

    def _paint_key(self, painter: QPainter, box: QRectF, entry: Prepared, chosen: bool) -> None:
        if not entry.message.key:
            return
        square = QRectF(box.left() + 10, box.top() + 10, 44, box.height() - 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.danger_fill if not entry.problem else colors.off_fill))
        painter.drawRoundedRect(square, 7, 7)
        painter.setPen(QColor(colors.on_danger if not entry.problem else colors.on_off_fill))
        painter.setFont(digit_font(sizes.figure, 700))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, str(entry.message.key))

    def _title(self, painter: QPainter, box: QRectF, entry: Prepared) -> None:
        """Two lines of it: who presses the key must know what will be heard."""
        font = text_font(sizes.strong, QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        title, room = entry.message.title, int(box.width())
        if metrics.horizontalAdvance(title) > 2 * room - 60:
            title = metrics.elidedText(title, Qt.TextElideMode.ElideRight, 2 * room - 60)
        painter.setFont(font)
        painter.setPen(QColor(colors.soft if entry.problem else colors.ink))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), title)

    def _line(self, painter: QPainter, box: QRectF, text: str, color: QColor) -> None:
        font = text_font(sizes.small)
        painter.setFont(font)
        painter.setPen(color)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
