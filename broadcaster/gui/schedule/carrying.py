"""Dragging over the lines of a day: the mark where it would be put, and what the planner would say to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QDrag, QDragMoveEvent, QDropEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from broadcaster.gui.schedule.cargo import Cargo, packed, unpacked
from broadcaster.gui.schedule.timeline_drop import Target, target_at
from broadcaster.gui.schedule.timeline_paint import elided, paint_marker
from broadcaster.gui.theme import ACCENT, CARD, INK, text_font

if TYPE_CHECKING:
    from broadcaster.gui.schedule.timeline import Timeline

_EDGE, _SCROLL = 36, 14
_WIDTH, _HEIGHT = 300, 36


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
        target = target_at(self._timeline.lines(), place.y()) if cargo else None
        if cargo is None or target is None or not target.takes(cargo):
            self.leave()
            event.ignore()
            return
        event.acceptProposedAction()
        if target != self.target:
            before, self.target = self.target, target
            if before is None or (target.session, target.place) != (before.session, before.place):
                self.words = ""
                self.hovered.emit(self._meant(cargo, event), target.session, target.place)
            self._timeline.update()
        self._scroll(place)

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

    def _scroll(self, place: QPoint) -> None:
        area = self._timeline.area()
        if area is None:
            return
        y = self._timeline.mapTo(area.viewport(), place).y()
        bar = area.verticalScrollBar()
        if y < _EDGE:
            bar.setValue(bar.value() - _SCROLL)
        elif y > area.viewport().height() - _EDGE:
            bar.setValue(bar.value() + _SCROLL)


def start_drag(source: QWidget, cargo: Cargo) -> Qt.DropAction:
    """Carry it until it is put down somewhere; returns what was done."""
    drag = QDrag(source)
    drag.setMimeData(packed(cargo))
    drag.setPixmap(_picture(source, cargo.title))
    drag.setHotSpot(QPoint(18, _HEIGHT // 2))
    return drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)


def _picture(source: QWidget, title: str) -> QPixmap:
    ratio = source.devicePixelRatioF()
    picture = QPixmap(round(_WIDTH * ratio), round(_HEIGHT * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(ACCENT), 1.5))
    painter.setBrush(QColor(CARD))
    painter.drawRoundedRect(QRect(1, 1, _WIDTH - 2, _HEIGHT - 2), 7, 7)
    painter.setPen(QColor(INK))
    painter.setFont(text_font(15))
    elided(painter, QRect(14, 0, _WIDTH - 28, _HEIGHT), Qt.AlignmentFlag.AlignLeft, title)
    painter.end()
    return picture
