"""A day of 24 hours on one line, or one a zone: blocks to scale, in colour and shape what became of them, and now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QCursor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from broadcaster.gui.theme import colors, digit_font, sizes, text_font
from broadcaster.gui.widgets.day_marks import paint_mark
from broadcaster.gui.widgets.strip_windows import Grip, Window, clock_of, grip_at

DAY_SECONDS = 86_400
_LEAST_PIXELS = 3.0
_ONE, _MANY = 20, 13
"""Height of the bar when it is alone, and of each when there are several."""


@dataclass(frozen=True)
class Block:
    """One stretch of the day, in seconds from midnight."""

    start: float
    end: float
    tone: str
    tip: str
    lanes: tuple[str, ...] = ()
    """The zones it belongs to; none: all of them."""


_HOUR = 46
"""Pixels a label of the hours needs."""


class DayStrip(QWidget):
    """Show blocks with `show_blocks`, the time with `show_now` (negative: another day).

    With `show_windows` the sessions can be pressed, and pulled: `window_resized(id, start, end)`, seconds of the day.
    """

    window_pressed = Signal(str)
    window_resized = Signal(str, float, float)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._windows: tuple[Window, ...] = ()
        self._chosen = ""
        self._grip: Grip | None = None
        self._pulled: Window | None = None
        self._blocks: tuple[Block, ...] = ()
        self._now = -1.0
        self._sessions: tuple[tuple[float, float], ...] = ()
        self._quiet: tuple[tuple[float, float], ...] = ()
        self._lanes: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self._tell()

    def show_blocks(self, blocks: Sequence[Block], sessions: Sequence[tuple[float, float]] = ()) -> None:
        """`sessions` are the windows the blocks lie in, drawn as a tint behind them."""
        self._blocks = tuple(blocks)
        self._sessions = tuple(sessions)
        self._tell()
        self.update()

    def show_windows(self, windows: Sequence[Window], chosen: str = "") -> None:
        """Sessions that can be pressed; those that are movable can be pulled."""
        self._windows, self._chosen = tuple(windows), chosen
        self.setMouseTracking(bool(self._windows))
        self.update()

    def windows(self) -> tuple[Window, ...]:
        return self._windows

    def blocks(self) -> tuple[Block, ...]:
        return self._blocks

    def show_lanes(self, names: Sequence[str]) -> None:
        """One line for each zone; with fewer than two it stays a single one."""
        lanes = tuple(names) if len(names) > 1 else ()
        if lanes != self._lanes:
            self._lanes = lanes
            self.updateGeometry()
            self.update()

    def lanes(self) -> tuple[str, ...]:
        return self._lanes

    def show_quiet(self, stretches: Sequence[tuple[float, float]]) -> None:
        """Hours in which nothing may sound, hatched."""
        self._quiet = tuple(stretches)
        self.update()

    def show_now(self, seconds: float) -> None:
        if int(seconds / 20) != int(self._now / 20):
            self._now = seconds
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, self._foot() + 22)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, name in enumerate(self._lanes or ("",)):
            self._paint_lane(painter, number, name)
        foot = self._foot()
        if self._now >= 0:
            painter.fillRect(QRectF(self._place(self._now) - 1, 0, 2, foot + 3), QColor(colors.red))
        self._paint_windows(painter)
        painter.setPen(QColor(colors.soft))
        painter.setFont(digit_font(sizes.mark, 450))
        room = self.width() - self._gutter()
        step = next((hours for hours in (3, 6) if room * hours / 24 >= _HOUR), 12)
        for hour in range(0, 25, step):
            left = min(max(self._gutter(), self._place(hour * 3600) - 25), self.width() - 50)
            side = Qt.AlignmentFlag.AlignLeft if hour == 0 else \
                Qt.AlignmentFlag.AlignRight if hour == 24 else Qt.AlignmentFlag.AlignHCenter
            painter.drawText(QRectF(left, foot + 5, 50, 16), side, f"{hour:02}:00")
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            hit = [block.tip for block in self._blocks for number in self._rows(block)
                   if self._rect(block.start, block.end, number).contains(event.pos())]
            QToolTip.showText(event.globalPos(), "\n".join(hit[:6]), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grip = self._grip_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        if self._grip is not None:
            self.window_pressed.emit(self._grip.window.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None and self._grip.window.movable and event.buttons() & Qt.MouseButton.LeftButton:
            self._pulled = self._grip.moved(self._seconds(event.position()))
            self.update()
            return
        grip = self._grip_at(event.position())
        shape = Qt.CursorShape.ArrowCursor if grip is None else Qt.CursorShape.SizeHorCursor \
            if grip.window.movable and grip.part != "whole" else Qt.CursorShape.PointingHandCursor
        self.setCursor(QCursor(shape))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pulled, grip = self._pulled, self._grip
        self._grip = self._pulled = None
        self.update()
        if pulled is not None and grip is not None and pulled != grip.window:
            self.window_resized.emit(pulled.id, pulled.start, pulled.end)

    def _tell(self) -> None:
        """In words what the strip shows."""
        hours = ", ".join(f"{clock_of(start)} – {clock_of(end)}" for start, end in self._sessions)
        told = [self.tr("sessions {hours}").format(hours=hours)] if hours else []
        told += [block.tip for block in self._blocks] or [self.tr("nothing in it yet")]
        self.setAccessibleDescription("; ".join(told))

    def _grip_at(self, place: QPointF) -> Grip | None:
        if not self._windows or place.y() > self._foot() + 4:
            return None
        return grip_at(self._windows, self._seconds(place), DAY_SECONDS / max(1.0, self.width() - self._gutter()))

    def _seconds(self, place: QPointF) -> float:
        return (place.x() - self._gutter()) / max(1.0, self.width() - self._gutter()) * DAY_SECONDS

    def _paint_windows(self, painter: QPainter) -> None:
        """The chosen session framed; the one being pulled with its new hours."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for window in self._windows:
            if window.id == self._chosen and self._pulled is None:
                painter.setPen(QPen(QColor(colors.accent), 2))
                painter.drawRoundedRect(self._whole(window), 4, 4)
        if self._pulled is None:
            return
        rect = self._whole(self._pulled)
        painter.setPen(QPen(QColor(colors.accent_dark), 2))
        veil = QColor(colors.accent)
        veil.setAlpha(70)
        painter.setBrush(veil)
        painter.drawRoundedRect(rect, 4, 4)
        painter.setFont(digit_font(sizes.caption, 650))
        text = f"{clock_of(self._pulled.start)} – {clock_of(self._pulled.end)}"
        width = painter.fontMetrics().horizontalAdvance(text) + 16
        left = rect.right() + 6 if rect.right() + 6 + width < self.width() else rect.left() - 6 - width
        box = QRectF(left, rect.top(), width, rect.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.tip_ground))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(colors.tip_ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _whole(self, window: Window) -> QRectF:
        left, right = self._place(window.start), self._place(window.end)
        return QRectF(left - 1, 1, max(6.0, right - left + 2), self._foot())

    def _paint_lane(self, painter: QPainter, number: int, name: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.plain_ground))
        painter.drawRoundedRect(self._rect(0, DAY_SECONDS, number), 4, 4)
        for start, end in self._quiet:
            painter.fillRect(self._rect(start, end, number), QBrush(QColor(colors.hatch), Qt.BrushStyle.BDiagPattern))
        for start, end in self._sessions:
            painter.fillRect(self._rect(start, end, number), QColor(colors.off_fill))
        for block in self._blocks:
            if number in self._rows(block):
                paint_mark(painter, self._rect(block.start, block.end, number), block.tone)
        if name:
            painter.setPen(QColor(colors.soft))
            painter.setFont(text_font(sizes.mark))
            shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(self._gutter()) - 8)
            top = self._rect(0, 0, number).top()
            painter.drawText(QRectF(0, top - 3, self._gutter() - 8, _MANY + 6),
                             Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _rows(self, block: Block) -> list[int]:
        if not self._lanes:
            return [0]
        named = [number for number, name in enumerate(self._lanes) if name in block.lanes]
        return named or list(range(len(self._lanes)))

    def _gutter(self) -> float:
        return 112.0 if self._lanes else 0.0

    def _foot(self) -> int:
        return 2 + (len(self._lanes) * (_MANY + 4) - 4 if self._lanes else _ONE)

    def _place(self, seconds: float) -> float:
        return self._gutter() + seconds / DAY_SECONDS * (self.width() - self._gutter())

    def _rect(self, start: float, end: float, lane: int = 0) -> QRectF:
        left, height = self._place(start), _MANY if self._lanes else _ONE
        top = 2 + lane * (_MANY + 4)
        return QRectF(left, top, max(_LEAST_PIXELS, self._place(end) - left), height)
