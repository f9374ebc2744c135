"""The day as a list on a time axis: sessions, items with what became of them, pauses folded together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolTip, QWidget

from broadcaster.asrun.model import Outcome
from broadcaster.gui.schedule.model import Entry, Gap, Head, Item, Note, gap_text
from broadcaster.gui.theme import ACCENT, INK, LINE, RED, SOFT, digit_font, text_font, tone
from broadcaster.protocol.messages import OnAir

_CLOCK_WIDTH = 62
_BAR = 5
_ROW, _TALL, _LIVE, _HEAD, _GAP, _NOTE = 40, 60, 62, 46, 38, 30
_KIND_COLORS = {
    "tin": ("#dff1ef", "#0b6e73"), "thong_diep": ("#dff1ef", "#0b6e73"), "thong_bao": ("#fdf0dc", "#c06a00"),
    "bai": ("#e6edf9", "#3f6fb8"), "chuyen_muc": ("#e6edf9", "#3f6fb8"), "nhac": ("#f0eaf8", "#7a4db0"),
}
_FRAME_COLORS = ("#f1eff6", "#9a86b8")
_DONE_COLORS = ("#f4f6f7", "#b8c2ca")


class Timeline(QWidget):
    """Click, or the arrow keys, choose an item: `picked(Item | None)`; Enter or a double click: `opened(Item)`."""

    picked = Signal(object)
    opened = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._entries: list[Entry] = []
        self._tops: list[int] = []
        self._chosen = ""
        self._live: OnAir | None = None
        self._campaign = ""
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """A new day, or the same day as it is now; what was chosen stays chosen if it is still there."""
        self._entries = list(entries)
        if self._chosen and self.chosen() is None:
            self._choose("")
        self.setAccessibleDescription("; ".join(_spoken(entry) for entry in self._entries))
        self._measure()

    def show_live(self, live: OnAir | None) -> None:
        """What sounds now, with its progress."""
        before, self._live = self._live, live
        if (before.event_id if before else "") != (live.event_id if live else ""):
            self._measure()
        elif live is not None:
            self.update()

    def show_next(self) -> None:
        """Scroll to the first item still to come, or what sounds now; to the top when there is none."""
        coming = next((item for item in self._items() if item.outcome is Outcome.PENDING), None)
        area = self._area()
        if area:
            place = self.place_of(coming.id).top() - 2 * _ROW if coming else 0
            area.verticalScrollBar().setValue(max(0, place))

    def highlight(self, campaign: str) -> None:
        """Frame all items of one campaign."""
        self._campaign = campaign
        self.update()

    def entries(self) -> list[Entry]:
        return list(self._entries)

    def chosen(self) -> Item | None:
        return next((item for item in self._items() if item.id == self._chosen), None)

    def place_of(self, item_id: str) -> QRect:
        """Where an item stands; empty when it is not here."""
        for entry, top in zip(self._entries, self._tops, strict=True):
            if isinstance(entry, Item) and entry.id == item_id:
                return QRect(0, top, self.width(), self._height(entry))
        return QRect()

    def sizeHint(self) -> QSize:
        return QSize(480, self.minimumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for entry, top in zip(self._entries, self._tops, strict=True):
            rect = QRect(0, top, self.width(), self._height(entry))
            if rect.intersects(event.rect()):
                self._paint(painter, entry, rect)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        item = self._item_at(event.position().toPoint())
        self._choose(item.id if item else "")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        item = self._item_at(event.position().toPoint())
        if item:
            self.opened.emit(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        items = self._items()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step and items:
            ids = [item.id for item in items]
            number = ids.index(self._chosen) + step if self._chosen in ids else (0 if step > 0 else len(ids) - 1)
            self._choose(ids[max(0, min(len(ids) - 1, number))])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.chosen():
            self.opened.emit(self.chosen())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            item = self._item_at(event.pos())
            QToolTip.showText(event.globalPos(), _spoken(item) if item else "", self)
            return True
        return super().event(event)

    def _items(self) -> list[Item]:
        return [entry for entry in self._entries if isinstance(entry, Item)]

    def _item_at(self, place: QPoint) -> Item | None:
        return next((item for item in self._items() if self.place_of(item.id).contains(place)), None)

    def _choose(self, item_id: str) -> None:
        self._chosen = item_id
        self.update()
        chosen = self.chosen()
        if chosen:
            area = self._area()
            if area:
                place = self.place_of(item_id)
                area.ensureVisible(0, place.center().y(), 0, place.height())
        self.picked.emit(chosen)

    def _area(self) -> QScrollArea | None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        return parent

    def _is_live(self, item: Item) -> bool:
        return self._live is not None and self._live.event_id == item.id

    def _height(self, entry: Entry) -> int:
        if isinstance(entry, Item):
            if self._is_live(entry):
                return _LIVE
            return _TALL if entry.reason else _ROW
        return _HEAD if isinstance(entry, Head) else _GAP if isinstance(entry, Gap) else _NOTE

    def _measure(self) -> None:
        top, self._tops = 0, []
        for entry in self._entries:
            self._tops.append(top)
            top += self._height(entry)
        self.setMinimumHeight(top + 6)
        self.updateGeometry()
        self.update()

    def _paint(self, painter: QPainter, entry: Entry, rect: QRect) -> None:
        if isinstance(entry, Head):
            _paint_head(painter, entry, rect)
        elif isinstance(entry, Gap):
            _paint_gap(painter, entry, rect)
        elif isinstance(entry, Note):
            painter.setFont(text_font(14))
            painter.setPen(tone(entry.tone)[1])
            _text(painter, rect.adjusted(_CLOCK_WIDTH + 8, 0, -8, 0), Qt.AlignmentFlag.AlignLeft, entry.text)
        else:
            self._paint_item(painter, entry, rect)

    def _paint_item(self, painter: QPainter, item: Item, rect: QRect) -> None:
        live = self._is_live(item)
        done = item.outcome is not Outcome.PENDING and not live
        box = QRectF(rect.left() + _CLOCK_WIDTH, rect.top() + 2, rect.width() - _CLOCK_WIDTH - 3, rect.height() - 4)
        ground, bar = _colors(item, done, live)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, 6, 6)
        painter.setBrush(QColor(bar))
        painter.drawRoundedRect(QRectF(box.left(), box.top(), _BAR, box.height()), 2, 2)
        self._paint_frame(painter, item, box, live)
        painter.setFont(digit_font(15, 650 if live else 450))
        painter.setPen(QColor(RED if live else SOFT if done else INK))
        line = QRect(rect.left(), rect.top() + 2, _CLOCK_WIDTH - 12, _ROW - 4)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), item.clock)
        inner = box.toRect().adjusted(18, 0, -12, 0)
        inner.setHeight(_ROW - 4)
        right = self._paint_mark(painter, item, inner, live)
        painter.setFont(text_font(15, QFont.Weight.Medium if live or item.urgent else QFont.Weight.Normal))
        painter.setPen(QColor(SOFT if done and item.outcome is not Outcome.MISSED else INK))
        _text(painter, inner.adjusted(0, 0, -right - 12, 0), Qt.AlignmentFlag.AlignLeft, item.title)
        if item.reason and not live:
            painter.setFont(text_font(13))
            painter.setPen(tone(item.tone)[1])
            second = inner.translated(0, _ROW - 18)
            second.setHeight(20)
            _text(painter, second, Qt.AlignmentFlag.AlignLeft, item.reason)

    def _paint_frame(self, painter: QPainter, item: Item, box: QRectF, live: bool) -> None:
        chosen = item.id == self._chosen
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if live:
            painter.setPen(QPen(QColor(RED), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
            if self._live and self._live.duration_seconds > 0:
                share = min(1.0, self._live.position_seconds / self._live.duration_seconds)
                painter.fillRect(QRectF(box.left() + 4, box.bottom() - 6, (box.width() - 8) * share, 4), QColor(RED))
        if chosen or (self._campaign and item.campaign == self._campaign):
            painter.setPen(QPen(QColor(ACCENT), 2 if chosen else 1))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_mark(self, painter: QPainter, item: Item, inner: QRect, live: bool) -> int:
        text = self.tr("ON AIR") if live else item.mark
        font = text_font(14, QFont.Weight.DemiBold) if live else text_font(14) if item.tone else digit_font(14, 450)
        painter.setFont(font)
        painter.setPen(QColor(RED) if live else tone(item.tone)[1] if item.tone else QColor(SOFT))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
        return QFontMetrics(font).horizontalAdvance(text)


def _colors(item: Item, done: bool, live: bool) -> tuple[str, str]:
    if live:
        return "#fdf1f0", RED
    if item.outcome is Outcome.MISSED:
        return "#fdf3f2", "#cf3a32"
    if item.outcome is Outcome.PARTIAL:
        return "#fef8ee", "#d9911a"
    return _DONE_COLORS if done else _KIND_COLORS.get(item.kind, _FRAME_COLORS)


def _paint_head(painter: QPainter, head: Head, rect: QRect) -> None:
    line = rect.adjusted(4, 12, -4, 0)
    painter.setFont(text_font(16, QFont.Weight.DemiBold))
    painter.setPen(QColor(INK))
    _text(painter, line, Qt.AlignmentFlag.AlignLeft, head.name)
    name = QFontMetrics(text_font(16, QFont.Weight.DemiBold)).horizontalAdvance(head.name)
    font = text_font(14, QFont.Weight.Medium)
    width = QFontMetrics(font).horizontalAdvance(head.note) + 20 if head.note else 0
    if head.note:
        ground, ink = tone(head.tone)
        pill = QRectF(line.right() - width, line.center().y() - 12, width, 24)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(pill, 12, 12)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), head.note)
    painter.setFont(text_font(14))
    painter.setPen(QColor(SOFT))
    _text(painter, line.adjusted(name + 16, 0, -width - 12 if width else 0, 0), Qt.AlignmentFlag.AlignRight, head.span)


def _paint_gap(painter: QPainter, gap: Gap, rect: QRect) -> None:
    text = gap_text(gap.seconds)
    painter.setFont(text_font(14))
    width = painter.fontMetrics().horizontalAdvance(text) + 24
    middle, y = rect.left() + (_CLOCK_WIDTH + rect.width()) // 2, rect.center().y()
    painter.setPen(QPen(QColor(LINE).darker(112), 1, Qt.PenStyle.DashLine))
    painter.drawLine(rect.left() + _CLOCK_WIDTH, y, middle - width // 2, y)
    painter.drawLine(middle + width // 2, y, rect.right() - 4, y)
    painter.setPen(QColor(SOFT))
    painter.drawText(QRect(middle - width // 2, rect.top(), width, rect.height()), int(Qt.AlignmentFlag.AlignCenter),
                     text)


def _text(painter: QPainter, rect: QRect, side: Qt.AlignmentFlag, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, rect.width()))
    painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter), shown)


def _spoken(entry: Entry) -> str:
    """The whole entry in words, for the tip and the screen reader."""
    if isinstance(entry, Head):
        return " · ".join(filter(None, (entry.name, entry.span, entry.note)))
    if isinstance(entry, Gap):
        return gap_text(entry.seconds)
    if isinstance(entry, Note):
        return entry.text
    return " · ".join(filter(None, (entry.clock, entry.title, entry.mark, entry.reason)))
