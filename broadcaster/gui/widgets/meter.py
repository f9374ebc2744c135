"""Level meters: true dBFS of what was handed to the sound card, peaks held for a second and a half."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from broadcaster.gui.theme import Pairs, colors, digit_font, sizes

FLOOR_DB = -60.0
_SEGMENTS = 60
_HOLD_MS = 1500
_FALL_DB_PER_S = 22.0
_MARKS = (-60, -50, -40, -30, -20, -10, -6, -3, 0)
_MARK_ROOM = 30
"""Pixels a figure of the scale needs."""
_LEVELS = Pairs(good=("meter_good", "meter_good_off"), high=("meter_high", "meter_high_off"),
                over=("meter_over", "meter_over_off"))


def db_to_place(db: float) -> float:
    """0…1 along the bar: the upper 20 dB take more than half of it, as the eye needs them."""
    db = max(FLOOR_DB, min(0.0, db))
    return (db + 60) / 40 * 0.45 if db < -20 else 0.45 + (db + 20) / 20 * 0.55


class LevelMeter(QWidget):
    """Feed it with `show_levels`; without news for a second it falls to silence by itself."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._levels = [FLOOR_DB, FLOOR_DB]
        self._peaks = [FLOOR_DB, FLOOR_DB]
        self._peak_ages = [0, 0]
        self._clock = QElapsedTimer()
        self._clock.start()
        self._last_news = 0
        self._last_fall = 0
        self._timer = QTimer(self)
        self._timer.setInterval(50)
        self._timer.timeout.connect(self._fall)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.tr("silent"))

    def show_levels(self, peak_db: Sequence[float]) -> None:
        """dBFS of the last block, left and right."""
        now = self._clock.elapsed()
        for side in range(2):
            level = float(peak_db[min(side, len(peak_db) - 1)]) if peak_db else FLOOR_DB
            self._levels[side] = max(level, self._levels[side] if now - self._last_news < 60 else FLOOR_DB)
            if level >= self._peaks[side]:
                self._peaks[side], self._peak_ages[side] = level, now
        self._last_news = now
        self.setAccessibleDescription(f"{max(self._levels):.0f} dBFS")
        if self.isVisible() and not self._timer.isActive():
            self._last_fall = now
            self._timer.start()
        self.update()

    def silence(self) -> None:
        """No line to the player: show nothing rather than something old."""
        self._levels = [FLOOR_DB, FLOOR_DB]
        self._peaks = [FLOOR_DB, FLOOR_DB]
        self.setAccessibleDescription(self.tr("silent"))
        self.update()

    def levels(self) -> tuple[float, float]:
        return self._levels[0], self._levels[1]

    def sizeHint(self) -> QSize:
        return QSize(400, 56)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 56)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        for side in range(2):
            self._paint_bar(painter, side, side * 17)
        painter.setFont(digit_font(sizes.mark, 450))
        painter.setPen(QColor(colors.soft))
        last = float(self.width() + _MARK_ROOM)
        for mark in reversed(_MARKS):
            place = db_to_place(mark) * self.width()
            if last - place < _MARK_ROOM or (mark > FLOOR_DB and place < _MARK_ROOM):
                continue
            last = place
            left = min(max(0.0, place - 20), self.width() - 40)
            side = Qt.AlignmentFlag.AlignLeft if mark == FLOOR_DB else \
                Qt.AlignmentFlag.AlignRight if mark == 0 else Qt.AlignmentFlag.AlignHCenter
            painter.drawText(QRectF(left, 37, 40, 17), side, str(mark).replace("-", "−"))
        painter.end()

    def _paint_bar(self, painter: QPainter, side: int, top: int) -> None:
        step = self.width() / _SEGMENTS
        lit = db_to_place(self._levels[side]) if self._levels[side] > FLOOR_DB else 0.0
        peak = int(db_to_place(self._peaks[side]) * _SEGMENTS) if self._peaks[side] > FLOOR_DB else -1
        pairs = [_LEVELS[name] for name in ("good", "high", "over")]
        for number in range(_SEGMENTS):
            place = (number + 0.5) / _SEGMENTS
            pair = pairs[0] if place < db_to_place(-9) else pairs[1] if place < db_to_place(-3) else pairs[2]
            on = place <= lit or number == min(peak, _SEGMENTS - 1)
            painter.fillRect(QRectF(number * step, top, step - 2, 13), QColor(pair[0] if on else pair[1]))

    def _fall(self) -> None:
        now = self._clock.elapsed()
        drop = (now - self._last_fall) / 1000 * _FALL_DB_PER_S
        self._last_fall = now
        for side in range(2):
            if now - self._last_news > 200:
                self._levels[side] = max(FLOOR_DB, self._levels[side] - drop)
            if now - self._peak_ages[side] > _HOLD_MS:
                self._peaks[side] = max(self._levels[side], self._peaks[side] - drop)
        if not self.isVisible():
            self.silence()
        if not self.isVisible() or (max(self._peaks) <= FLOOR_DB and now - self._last_news > 1000):
            self._timer.stop()
        self.update()


class SlimMeter(QWidget):
    """One thin bar and its figure, for a zone, a microphone or a relay. `dark`: drawn on a coloured ground."""

    def __init__(self, name: str, *, dark: bool = False) -> None:
        super().__init__()
        self._level = FLOOR_DB
        self._dark = dark
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.tr("silent"))

    def show_level(self, db: float) -> None:
        """dBFS; falls no faster than the eye can follow."""
        shown = max(FLOOR_DB, min(0.0, db))
        shown = max(shown, self._level - 4.0)
        if abs(shown - self._level) >= 0.25 or shown == FLOOR_DB != self._level:
            self._level = shown
            self.setAccessibleDescription(f"{shown:.0f} dBFS")
            self.update()

    def silence(self) -> None:
        """Nothing is known."""
        if self._level != FLOOR_DB:
            self._level = FLOOR_DB
            self.setAccessibleDescription(self.tr("silent"))
            self.update()

    def level(self) -> float:
        return self._level

    def sizeHint(self) -> QSize:
        return QSize(220, 18)

    def minimumSizeHint(self) -> QSize:
        return QSize(90, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(digit_font(sizes.caption, 500))
        painter.setPen(QColor(colors.on_insert if self._dark else colors.soft))
        words = f"{self._level:.0f} dB".replace("-", "−") if self._level > FLOOR_DB else "–"
        painter.drawText(QRectF(self.width() - 54, 0, 54, self.height()),
                         Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        width = self.width() - 62
        count = max(10, width // 9)
        step = width / count
        lit = db_to_place(self._level) if self._level > FLOOR_DB else 0.0
        pairs = [_LEVELS[name] for name in ("good", "high", "over")]
        for number in range(count):
            place = (number + 0.5) / count
            pair = pairs[0] if place < db_to_place(-9) else pairs[1] if place < db_to_place(-3) else pairs[2]
            painter.fillRect(QRectF(number * step, (self.height() - 12) / 2, step - 2, 12),
                             self._color(place <= lit, pair))
        painter.end()

    def _color(self, on: bool, pair: tuple[str, str]) -> QColor:
        if self._dark:
            light = QColor(colors.on_insert)
            light.setAlpha(240 if on else 60)
            return light
        return QColor(pair[0] if on else pair[1])
