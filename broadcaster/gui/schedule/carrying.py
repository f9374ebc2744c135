"""Dragging over the lines of a day: the mark where it would be put, and what the planner would say to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QDrag, QDragMoveEvent, QDropEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from broadcaster.gui.schedule.cargo import Cargo, packed, unpacked
from broadcaster.gui.schedule.timeline_drop import Target, target_at
from broadcaster.gui.schedule.timeline_paint import elided, paint_marker
from broadcaster.gui.theme import colors, sizes, text_font

if TYPE_CHECKING:
    from broadcaster.gui.schedule.timeline import Timeline

_EDGE, _SCROLL, _SCROLL_MS = 36, 10, 30
"""Held so near to the upper or lower edge the day goes on scrolling, so many pixels each time."""
_WIDTH, _HEIGHT, _LIFT = 300, 36, 14


class Carrying(QObject):
    """`put(Cargo, session, place)` when something is dropped; `hovered(Cargo | None, session, place)` on the way."""

    put = Signal(object, str, int)
    hovered = Signal(object, str, int)

    def __init__(self, timeline: Timeline) -> None:
        super().__init__(timeline)
        self._timeline = timeline
        self.target: Target | None = None
        self.source = ""
        """Id of the item that is being carried away."""
        self.words, self.tone = "", "accent"
        self._held: tuple[Cargo, QPoint] | None = None
        """What is carried, and where above the part of the day that is in view."""
        self._timer = QTimer(self)
        self._timer.setInterval(_SCROLL_MS)
        self._timer.timeout.connect(self._scroll)

    def carry(self, cargo: Cargo, item_id: str) -> None:
        """Returns when it was put down or let go."""
        self.source = item_id
        self._timeline.update()
        start_drag(self._timeline, cargo)
        self.source = ""
        self.leave()

    def move(self, event: QDragMoveEvent) -> None:
        cargo = unpacked(event.mimeData())
        place = event.position().toPoint()
        if cargo is None or not self._aim(cargo, self._meant(cargo, event), place):
            self.leave()
            event.ignore()
        else:
            event.acceptProposedAction()
        area = self._timeline.area()
        if cargo is not None and area is not None:
            self._held = (self._meant(cargo, event), self._timeline.mapTo(area.viewport(), place))
            self._timer.start()

    def _aim(self, cargo: Cargo, meant: Cargo, place: QPoint) -> bool:
        """Mark where it would be put; False where it cannot be."""
        target = target_at(self._timeline.lines(), place.y())
        if target is None or not target.takes(cargo):
            return False
        if target != self.target:
            before, self.target = self.target, target
            if before is None or (target.session, target.place) != (before.session, before.place):
                self.words = ""
                self.hovered.emit(meant, target.session, target.place)
            self._timeline.update()
        return True

    def drop(self, event: QDropEvent) -> None:
        cargo = unpacked(event.mimeData())
        target = target_at(self._timeline.lines(), event.position().toPoint().y())
        self.leave()
        if cargo is None or target is None or not target.takes(cargo):
            event.ignore()
            return
        event.acceptProposedAction()
        self.put.emit(self._meant(cargo, event), target.session, target.place)

    def leave(self) -> None:
        self._timer.stop()
        self._forget()

    def _forget(self) -> None:
        if self.target is not None:
            self.target, self.words = None, ""
            self.hovered.emit(None, "", -1)
        self._timeline.update()

    def show_verdict(self, session: str, place: int, words: str, tone: str) -> None:
        """What would come of it; late answers to earlier places are dropped."""
        if self.target is not None and (self.target.session, self.target.place) == (session, place):
            self.words, self.tone = words, tone
            self._timeline.update()

    def paint(self, painter: QPainter) -> None:
        if self.target is not None:
            paint_marker(painter, self.target.y, self._timeline.width(), self.words, self.tone)

    def _meant(self, cargo: Cargo, event: QDropEvent) -> Cargo:
        """With Ctrl it stays where it was, and airs once more here."""
        copying = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return Cargo(cargo.cart, cargo.title, cargo.campaign, seconds=cargo.seconds) if copying else cargo

    def _scroll(self) -> None:
        """Held near an edge, be it without moving."""
        area = self._timeline.area()
        if area is None or self._held is None:
            return
        meant, place = self._held
        bar = area.verticalScrollBar()
        before = bar.value()
        if place.y() < _EDGE:
            bar.setValue(before - _SCROLL)
        elif place.y() > area.viewport().height() - _EDGE:
            bar.setValue(before + _SCROLL)
        if bar.value() != before and not self._aim(meant, meant, self._timeline.mapFrom(area.viewport(), place)):
            self._forget()


def start_drag(source: QWidget, cargo: Cargo) -> Qt.DropAction:
    """Carry it until it is put down somewhere; returns what was done."""
    drag = QDrag(source)
    drag.setMimeData(packed(cargo))
    drag.setPixmap(_picture(source, cargo.title))
    # Above the mouse: what the planner says stands below the mark.
    drag.setHotSpot(QPoint(18, _HEIGHT + _LIFT))
    return drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)


def _picture(source: QWidget, title: str) -> QPixmap:
    ratio = source.devicePixelRatioF()
    picture = QPixmap(round(_WIDTH * ratio), round(_HEIGHT * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colors.accent), 1.5))
    painter.setBrush(QColor(colors.card))
    painter.drawRoundedRect(QRect(1, 1, _WIDTH - 2, _HEIGHT - 2), 7, 7)
    painter.setPen(QColor(colors.ink))
    painter.setFont(text_font(sizes.body))
    elided(painter, QRect(14, 0, _WIDTH - 28, _HEIGHT), Qt.AlignmentFlag.AlignLeft, title)
    painter.end()
    return picture
