"""One session of the week view: hours, how full, its items; an item is taken here and put down there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from broadcaster.asrun.model import Airing, Outcome
from broadcaster.gui.icons import pixmap
from broadcaster.gui.schedule.cargo import Cargo, unpacked
from broadcaster.gui.schedule.carrying import start_drag
from broadcaster.gui.schedule.day import Day, Item
from broadcaster.gui.schedule.lines import fill_words, items_of
from broadcaster.gui.schedule.timeline_paint import elided
from broadcaster.gui.theme import colors, digit_font, sizes, text_font, tone
from broadcaster.protocol.rundown import PlannedSession

_HEAD, _LINE, _FOOT, _EDGE = 52, 22, 26, 7
_MOST = 8
_SHOWN = ("own", "out", "relay")
_SIGN = 13
_SIGNS = {"out": ("octagon-x", "bad_ink"), "relay": ("radio-tower", "info_ink")}
"""Role of an item: icon and ink."""


class WeekBox(QWidget):
    """`put(Cargo, place)` when something is dropped, `hovered(Cargo | None, place)` before, `opened` on a click."""

    put = Signal(object, int)
    hovered = Signal(object, int)
    opened = Signal()

    def __init__(self, day: Day, session: PlannedSession) -> None:
        super().__init__()
        self.session = session
        self._day = day
        self._items = [item for item in items_of(day, session) if item.role in _SHOWN]
        self._takes = day.state is not None and day.state_of(session) == "open"
        self._target = -1
        self._verdict = ("", "good")
        self._pressed: QPoint | None = None
        fill = day.fills.get(session.id)
        self._fill = min(1.0, fill.planned_seconds / fill.limit_seconds) if fill and fill.limit_seconds else 0.0
        self._over = fill is not None and fill.over_seconds > 0
        ids = {item.id for item in self._items}
        self._state = _became([airing for airing in day.airings if airing.id in ids])
        if not self._state[0]:
            self._state = fill_words(fill)
        self.setAcceptDrops(self._takes)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{session.starts_at:%H:%M} {session.name}, {self._state[0]}")
        self.setAccessibleDescription("; ".join(item.title for item in self._items) or self.tr("nothing in it yet"))

    def items(self) -> list[Item]:
        return list(self._items)

    def show_verdict(self, words: str, tone_name: str) -> None:
        """What would come of dropping it here."""
        if self._target >= 0:
            self._verdict = (words, tone_name)
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height() + 4)), words, self)
            self.update()

    def sizeHint(self) -> QSize:
        lines = min(len(self._items), _MOST) + (len(self._items) > _MOST)
        return QSize(110, _HEAD + lines * _LINE + (_FOOT if self._state[0] else _EDGE))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def place_of(self, number: int) -> QRect:
        """Where one of its items stands."""
        return QRect(_EDGE, _HEAD + number * _LINE, self.width() - 2 * _EDGE, _LINE)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            self._pressed = None
            self.opened.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pressed is None or (place - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return
        item, self._pressed = self._item_at(self._pressed), None
        if item is not None and item.cart:
            start_drag(self, self.cargo_of(item))

    def cargo_of(self, item: Item) -> Cargo:
        """As it is carried: taken away only from a session that may still be changed."""
        day, _, session = item.session.partition("/")
        here = self._takes and item.place >= 0
        return Cargo(item.cart, item.title, item.campaign, day if here else "", session if here else "",
                     item.place if here else -1, item.length)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        cargo = unpacked(event.mimeData())
        if cargo is None or not self._takes:
            event.ignore()
            return
        event.acceptProposedAction()
        target = self._target_at(event.position().toPoint().y())
        if target != self._target:
            self._target, self._verdict = target, ("", "good")
            self.hovered.emit(cargo, target)
            self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._leave()

    def dropEvent(self, event: QDropEvent) -> None:
        cargo = unpacked(event.mimeData())
        target = self._target_at(event.position().toPoint().y())
        self._leave()
        if cargo is not None and self._takes:
            event.acceptProposedAction()
            copying = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.put.emit(Cargo(cargo.cart, cargo.title, cargo.campaign, seconds=cargo.seconds) if copying else cargo,
                          target)

    def _leave(self) -> None:
        if self._target >= 0:
            self._target = -1
            self.hovered.emit(None, -1)
            QToolTip.hideText()
            self.update()

    def _target_at(self, y: int) -> int:
        own = [(number, item) for number, item in enumerate(self._items[:_MOST]) if item.place >= 0]
        above = [item.place for number, item in own if self.place_of(number).center().y() <= y]
        return above[-1] + 1 if above else 0

    def _item_at(self, place: QPoint) -> Item | None:
        return next((item for number, item in enumerate(self._items[:_MOST])
                     if self.place_of(number).contains(place)), None)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            item = self._item_at(event.pos())
            text = f"{item.clock} {item.title}" if item else self.accessibleName()
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        width = self.width() - 2 * _EDGE
        painter.setFont(digit_font(sizes.body, 650))
        painter.setPen(QColor(colors.ink))
        left = painter.fontMetrics().horizontalAdvance("00:00") + 8
        elided(painter, QRect(_EDGE, 5, width, 22), Qt.AlignmentFlag.AlignLeft, f"{self.session.starts_at:%H:%M}")
        painter.setFont(text_font(sizes.small))
        elided(painter, QRect(_EDGE + left, 5, width - left, 22), Qt.AlignmentFlag.AlignLeft, self.session.name)
        self._paint_fill(painter, QRectF(_EDGE, 32, width, 5))
        painter.setFont(text_font(sizes.caption))
        for number, item in enumerate(self._items[:_MOST]):
            self._paint_item(painter, self.place_of(number), item)
        if len(self._items) > _MOST:
            painter.setPen(QColor(colors.soft))
            elided(painter, self.place_of(_MOST), Qt.AlignmentFlag.AlignLeft,
                   self.tr("and {count} more").format(count=len(self._items) - _MOST))
        self._paint_state(painter, width)
        self._paint_target(painter)
        painter.end()

    def _paint_item(self, painter: QPainter, place: QRect, item: Item) -> None:
        """What was left out and what another station sends have a sign too, for whoever does not see the colour."""
        drawn, ink = _SIGNS.get(item.role, ("", "ink"))
        color = str(getattr(colors, ink))
        if drawn:
            painter.drawPixmap(place.left(), place.top() + (place.height() - _SIGN) // 2, pixmap(drawn, _SIGN, color))
            place = place.adjusted(_SIGN + 4, 0, 0, 0)
        painter.setPen(QColor(color))
        elided(painter, place, Qt.AlignmentFlag.AlignLeft, item.title)

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.raised))
        if self._target >= 0:
            ground, ink = tone(self._verdict[1])
            painter.setPen(QPen(ink, 1.5))
            painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)

    def _paint_fill(self, painter: QPainter, bar: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.track))
        painter.drawRoundedRect(bar, 2, 2)
        painter.setBrush(QColor(colors.red if self._over else colors.accent))
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * self._fill, bar.height()), 2, 2)

    def _paint_state(self, painter: QPainter, width: int) -> None:
        text, tone_name = self._state
        if text:
            painter.setFont(text_font(sizes.caption))
            painter.setPen(tone(tone_name)[1])
            elided(painter, QRect(_EDGE, self.height() - _FOOT + 1, width, 20), Qt.AlignmentFlag.AlignLeft, text)

    def _paint_target(self, painter: QPainter) -> None:
        if self._target < 0:
            return
        number = next((number for number, item in enumerate(self._items[:_MOST]) if item.place == self._target),
                      min(len(self._items), _MOST))
        y = self.place_of(number).top()
        painter.setPen(QPen(tone(self._verdict[1])[1], 2.5))
        painter.drawLine(_EDGE, y, self.width() - _EDGE, y)


def _became(airings: Sequence[Airing]) -> tuple[str, str]:
    counts = Counter(airing.outcome for airing in airings)
    done = sum(counts.values()) - counts[Outcome.PENDING]
    if not done:
        return "", ""
    good = counts[Outcome.AIRED] + counts[Outcome.MADE_UP]
    text = QCoreApplication.translate("WeekBox", "aired {good}/{all}").format(good=good, all=sum(counts.values()))
    return text, "bad" if counts[Outcome.MISSED] else "wait" if counts[Outcome.PARTIAL] else "good"
