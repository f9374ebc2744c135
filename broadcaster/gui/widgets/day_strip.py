"""A day of 24 hours on one line: blocks to scale, coloured by what became of them, and where we are now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from broadcaster.gui.theme import RED, SOFT, digit_font

DAY_SECONDS = 86_400
COLORS = {"good": "#2f9e5b", "wait": "#d9911a", "bad": "#cf3a32", "plain": "#7d94ad", "info": "#3f6fb8",
          "accent": "#0b6e73"}
_LEAST_PIXELS = 3.0


@dataclass(frozen=True)
class Block:
    """One stretch of the day, in seconds from midnight."""

    start: float
    end: float
    tone: str
    tip: str


class DayStrip(QWidget):
    """Show blocks with `show_blocks`, the time with `show_now` (negative: another day)."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._blocks: tuple[Block, ...] = ()
        self._now = -1.0
        self._sessions: tuple[tuple[float, float], ...] = ()
        self._quiet: tuple[tuple[float, float], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_blocks(self, blocks: Sequence[Block], sessions: Sequence[tuple[float, float]] = ()) -> None:
        """`sessions` are the windows the blocks lie in, drawn as a tint behind them."""
        self._blocks = tuple(blocks)
        self._sessions = tuple(sessions)
        self.setAccessibleDescription("; ".join(block.tip for block in self._blocks))
        self.update()

    def blocks(self) -> tuple[Block, ...]:
        return self._blocks

    def show_quiet(self, stretches: Sequence[tuple[float, float]]) -> None:
        """Hours in which nothing may sound, hatched."""
        self._quiet = tuple(stretches)
        self.update()

    def show_now(self, seconds: float) -> None:
        if int(seconds / 20) != int(self._now / 20):
            self._now = seconds
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, 44)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#edf0f3"))
        painter.drawRoundedRect(QRectF(0, 2, self.width(), 20), 5, 5)
        for start, end in self._quiet:
            painter.fillRect(self._rect(start, end), QBrush(QColor("#b9c3cc"), Qt.BrushStyle.BDiagPattern))
        for start, end in self._sessions:
            painter.fillRect(self._rect(start, end), QColor("#cfdde3"))
        for block in self._blocks:
            painter.fillRect(self._rect(block.start, block.end), QColor(COLORS.get(block.tone, COLORS["plain"])))
        if self._now >= 0:
            painter.fillRect(QRectF(self._place(self._now) - 1, 0, 2, 25), QColor(RED))
        painter.setPen(QColor(SOFT))
        painter.setFont(digit_font(12, 450))
        for hour in range(0, 25, 3):
            left = min(max(0.0, self._place(hour * 3600) - 25), self.width() - 50)
            side = Qt.AlignmentFlag.AlignLeft if hour == 0 else \
                Qt.AlignmentFlag.AlignRight if hour == 24 else Qt.AlignmentFlag.AlignHCenter
            painter.drawText(QRectF(left, 27, 50, 16), side, f"{hour:02}:00")
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            hit = [block.tip for block in self._blocks if self._rect(block.start, block.end).contains(event.pos())]
            QToolTip.showText(event.globalPos(), "\n".join(hit[:6]), self)
            return True
        return super().event(event)

    def _place(self, seconds: float) -> float:
        return seconds / DAY_SECONDS * self.width()

    def _rect(self, start: float, end: float) -> QRectF:
        left = self._place(start)
        return QRectF(left, 2, max(_LEAST_PIXELS, self._place(end) - left), 20)
