"""What sounds now, large enough for three metres: lamp, verdict, title, where and until when, time left."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from broadcaster.gui.on_air.model import Lamp, ends_at, headline, progress, seconds_left, zones_text
from broadcaster.gui.on_air.zone_words import verdict_tip, verdict_words
from broadcaster.gui.theme import Pairs, sizes, text_font
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.clock import Countdown
from broadcaster.gui.widgets.layout import Card, ElidedLabel, row
from broadcaster.protocol.messages import Status

LAMPS = Pairs(**{name: (f"lamp_{name}", f"on_lamp_{name}") for name in ("live", "warn", "bad", "calm")})
_LONG = 26
_NARROW, _SLIM, _COUNTDOWN, _LOWEST = 520, 360, 62, 172


class LampSign(QLabel):
    """The lamp: colour helps, the words say it. Made smaller only when there is no room."""

    def __init__(self, pixels: int = 36) -> None:
        super().__init__()
        self._pixels = pixels
        self._look: Lamp | None = None
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def words(self) -> str:
        return self._look.words if self._look else ""

    def look(self) -> str:
        return self._look.look if self._look else ""

    def set_pixels(self, pixels: int) -> None:
        """Another size, for a window that grows."""
        self._pixels = pixels
        self.updateGeometry()

    def show_lamp(self, lamp: Lamp) -> None:
        if lamp == self._look:
            return
        self._look = lamp
        self.setText(("●  " if lamp.look == "live" else "") + lamp.words)
        self.setAccessibleName(lamp.words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        # A long sentence must not push the time that is left off the card.
        pixels = self._pixels if len(self.text()) < _LONG else round(self._pixels * 0.75)
        width = QFontMetrics(text_font(pixels, QFont.Weight.Bold)).horizontalAdvance(self.text())
        return QSize(width + 56, round(self._pixels * 1.55))

    def minimumSizeHint(self) -> QSize:
        return QSize(90, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        ground, ink = LAMPS[self._look.look]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(self.rect(), 9, 9)
        font = text_font(self._pixels, QFont.Weight.Bold)
        needed = QFontMetrics(font).horizontalAdvance(self.text())
        if needed > self.width() - 24:
            font.setPixelSize(max(11, int(self._pixels * (self.width() - 24) / needed)))
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class NowCard(Card):
    """Fed ten times a second; touches only what changed."""

    def __init__(self, clusters: int) -> None:
        super().__init__()
        self._clusters = clusters
        self.lamp = LampSign()
        self.verdict = Badge()
        self.title = ElidedLabel()
        self.title.setFont(text_font(sizes.title, QFont.Weight.DemiBold))
        self.title.setObjectName("title")
        self.line = ElidedLabel("", "soft")
        self.line.setStyleSheet(f"font-size: {sizes.strong}px;")
        self.countdown = Countdown(_COUNTDOWN)
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the item"))
        self._narrow: bool | None = None
        self._slim: bool | None = None
        self._verdict: dict[str, Any] | None = None
        self._top = QWidget()
        self._top.setObjectName("plain")
        top = row(self.lamp, self.verdict, None, spacing=12)
        top.setContentsMargins(0, 0, 0, 0)
        self._top.setLayout(top)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self.title, 1, 0)
        self._grid.addWidget(self.line, 2, 0)
        self._place(narrow=False, slim=False)
        self.add(self._grid, self.progress)
        self.setAccessibleName(self.tr("Now"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(narrow=self.width() < _NARROW, slim=self.width() < _SLIM)

    def _place(self, *, narrow: bool, slim: bool) -> None:
        """On a small screen the lamp has the whole line, and the verdict stands among the words; on a very small
        one the time left has a line of its own."""
        if (narrow, slim) == (self._narrow, self._slim):
            return
        self._narrow, self._slim = narrow, slim
        for part in (self._top, self.countdown):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._top, 0, 0, 1, 2 if narrow else 1)
        self.setMinimumHeight(_LOWEST + (46 if slim else 0))
        if slim:
            self._grid.addWidget(self.countdown, 3, 0, 1, 2)
        else:
            self._grid.addWidget(self.countdown, 1 if narrow else 0, 1, 2 if narrow else 3, 1)
        self.countdown.set_pixels(46 if narrow else _COUNTDOWN)
        self._show_verdict({})

    def show_now(self, status: Status | None, lamp: Lamp, now: datetime, starting: bool) -> None:
        """Everything but the countdown between two status messages."""
        self.lamp.show_lamp(lamp)
        title, line = headline(status, now, starting)
        verdict = status.verdict if status else {}
        parts = [line, self._zones(status)]
        if (end := ends_at(status, now)) is not None:
            parts.append(self.tr("until {time}").format(time=f"{end:%H:%M:%S}"))
        if self._narrow:
            parts.append(verdict_words(verdict)[0])
        self.title.set_text(title)
        self.line.set_text(" · ".join(part for part in parts if part))
        self.countdown.show_seconds(seconds_left(status, now))
        self.progress.setValue(round(progress(status) * 1000))
        self._show_verdict({} if self._narrow else verdict)

    def _zones(self, status: Status | None) -> str:
        if status is None or status.on_air is None:
            return ""
        return zones_text(status.on_air.zones, self._clusters)

    def _show_verdict(self, verdict: dict[str, Any]) -> None:
        if verdict == self._verdict:
            return
        self._verdict = verdict
        words, tone = verdict_words(verdict)
        self.verdict.show_state(words, tone)
        self.verdict.setToolTip(verdict_tip(verdict))
