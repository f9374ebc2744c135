"""The pieces of the forecast: a finding, a supposed fault, a day on its strip."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolTip, QVBoxLayout, QWidget

from broadcaster.gui.forecast.model import DayRow
from broadcaster.gui.forecast.words import TONES, finding_words, level_words
from broadcaster.gui.i18n import weekday_text
from broadcaster.gui.icons import pixmap
from broadcaster.gui.theme import TONES as GROUNDS
from broadcaster.gui.theme import colors, digit_font, sizes
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.buttons import button, icon_button
from broadcaster.gui.widgets.day_marks import paint_mark
from broadcaster.gui.widgets.day_strip import DAY_SECONDS, Block
from broadcaster.gui.widgets.layout import Card, column, label, row

_LEAST_PIXELS = 2.0


class Pressable(QFrame):
    """A frame that can be pressed, also by Enter or the space bar."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pressable")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.set_chosen(False)

    def set_chosen(self, chosen: bool) -> None:
        ground = colors.accent_soft if chosen else "transparent"
        self.setStyleSheet(
            f"#pressable {{ background: {ground}; border: 1px solid transparent; border-radius: 0;"
            f" border-bottom: 1px solid {colors.line}; }}"
            f" #pressable:hover {{ background: {colors.accent_soft if chosen else colors.hover}; }}"
            f" #pressable:focus {{ border: 1px solid {colors.accent}; }}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.pressed.emit()
            return
        super().keyPressEvent(event)


class FindingLine(Pressable):
    """Its day, how much it matters, one sentence."""

    def __init__(self, finding: Mapping[str, Any], names: Mapping[str, str]) -> None:
        super().__init__()
        self.day = str(finding["day"])
        days = finding["facts"].get("days") or [self.day]
        more = f" (+{len(days) - 1})" if len(days) > 1 else ""
        when = f"{date.fromisoformat(self.day):%d/%m}{more}" if self.day else ""
        words = finding_words(finding, names)
        badge = Badge(level_words(str(finding["level"])), TONES.get(str(finding["level"]), "plain"))
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 9)
        box.setSpacing(5)
        box.addLayout(row(badge, label(when, "soft"), None, spacing=8))
        box.addWidget(label(words, wrap=True))
        self.setAccessibleName(f"{when} {words}")


class FaultChip(QFrame):
    """A supposed fault, to be taken away again."""

    def __init__(self, words: str, remove: Callable[[], object]) -> None:
        super().__init__()
        ground, ink = GROUNDS["info"]
        self.setObjectName("chip")
        self.setStyleSheet(f"#chip {{ background: {ground}; border-radius: 15px; }} #chip QLabel {{ color: {ink}; }}")
        box = QHBoxLayout(self)
        box.setContentsMargins(13, 1, 4, 1)
        box.setSpacing(2)
        box.addWidget(label(words))
        box.addWidget(icon_button("x", self.tr("Take away: {fault}").format(fault=words), remove))
        self.setAccessibleName(words)


class DayLine(Pressable):
    """One day on one line: its name, its hours, what became of it."""

    def __init__(self, day: DayRow) -> None:
        super().__init__()
        self.day = day.day
        name = label(f"{weekday_text(day.day)}, {day.day:%d/%m}", "strong")
        name.setMinimumWidth(name.fontMetrics().horizontalAdvance("M" * 10))
        badge = Badge(day.words, day.tone)
        badge.setToolTip(day.words)
        box = row(name, HourBar(day.blocks, day.sessions), badge, spacing=12)
        box.setStretch(1, 1)
        box.setContentsMargins(10, 6, 10, 6)
        self.setLayout(box)
        self.setAccessibleName(f"{name.text()} {day.words}")


class HourBar(QWidget):
    """Twenty-four hours, low enough for a list; the tip tells what lies under the mouse."""

    def __init__(self, blocks: Sequence[Block] = (), sessions: Sequence[tuple[float, float]] = (), *,
                 hours: bool = False) -> None:
        """`hours`: the figures over the bars instead of a bar."""
        super().__init__()
        self._blocks, self._sessions, self._hours = tuple(blocks), tuple(sessions), hours
        self.setFixedHeight(18 if hours else 22)
        self.setMinimumWidth(160)
        self.setAccessibleName(self.tr("Hours of the day"))
        told = "; ".join(block.tip for block in self._blocks[:20])
        self.setAccessibleDescription(told or self.tr("nothing in it"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._hours:
            painter.setPen(QColor(colors.soft))
            painter.setFont(digit_font(sizes.mark, 450))
            for hour in range(3, 24, 3):
                left = self._place(hour * 3600) - 25
                painter.drawText(QRectF(left, 0, 50, 16), Qt.AlignmentFlag.AlignHCenter, f"{hour:02}:00")
        else:
            painter.fillRect(self.rect().adjusted(0, 3, 0, -3), QColor(colors.plain_ground))
            for begins, ends in self._sessions:
                painter.fillRect(self._stretch(begins, ends), QColor(colors.off_fill))
            for block in sorted(self._blocks, key=lambda each: each.tone == "bad"):
                paint_mark(painter, self._stretch(block.start, block.end), block.tone)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            second = event.pos().x() / max(1, self.width()) * DAY_SECONDS
            near = DAY_SECONDS / max(1, self.width())
            tips = [block.tip for block in self._blocks if block.start - near <= second <= block.end + near]
            QToolTip.showText(event.globalPos(), "\n".join(tips[:8]), self)
            return True
        return super().event(event)

    def _place(self, second: float) -> float:
        return second / DAY_SECONDS * self.width()

    def _stretch(self, begins: float, ends: float) -> QRectF:
        left = self._place(begins)
        return QRectF(left, 3, max(_LEAST_PIXELS, self._place(ends) - left), self.height() - 6)


class Intro(Card):
    """What a trial run is for, and questions to begin with."""

    def __init__(self, ask: Callable[[str], object], at: time) -> None:
        """`at`: an hour at which something sounds."""
        super().__init__()
        picture = QLabel()
        picture.setPixmap(pixmap("history", 48, colors.faint))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = label(self.tr(
            "The coming days are planned and played ahead in a few seconds, with the real planner and the real player "
            "but without any sound, to show what would go wrong."), "soft", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hour = f"{at:%H:%M}"
        questions = [button(text, "circle-help", partial(ask, fault)) for text, fault in (
            (self.tr("What if the power fails at {at} for 8 minutes?").format(at=hour), f"power:{hour}+8m"),
            (self.tr("What if the clock goes back one hour at {at}?").format(at=hour), f"clock:{hour}-60m"),
            (self.tr("What if the helper publishes nothing any more?"), "keeper"))]
        inner = column(picture, words, *questions, spacing=12)
        middle = row(None, inner, None)
        middle.setStretch(0, 1)
        middle.setStretch(1, 2)
        middle.setStretch(2, 1)
        self.add(column(None, middle, None), stretch=1)


def cleared(box: QVBoxLayout | Any) -> None:
    """Take everything out of a layout."""
    while (item := box.takeAt(0)) is not None:
        widget: QWidget | None = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
