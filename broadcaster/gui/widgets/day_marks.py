"""What became of a stretch of the day, told by shape as well as by colour: whoever sees no red still sees a gap."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from broadcaster.gui.theme import Shades, colors

COLORS = Shades(good="good_mark", wait="wait_mark", bad="bad_mark", plain="plain_mark", info="info_mark",
                accent="accent_mark", emergency="emergency_mark", live="live_mark", relay="info_mark")
_WHOLE = ((0.0, 1.0),)
_PROFILES = {
    "plain": ((0.3, 0.7),),
    "wait": ((0.42, 1.0),),
    "bad": ((0.0, 0.32), (0.68, 1.0)),
    "info": ((0.0, 0.22), (0.39, 0.61), (0.78, 1.0)),
}
"""Tone → the parts of the bar's height that are filled: they tell the tones apart even three pixels wide."""
_CAPPED = {"emergency": 0.0, "relay": 0.39, "live": 0.78}
"""A dark line through what did not come from the plan: above, an emergency; in the middle, a relay; below, speech."""
_SWATCH = 14


def paint_mark(painter: QPainter, rect: QRectF, tone_name: str) -> None:
    """One stretch in its colour and its shape."""
    color = QColor(COLORS.get(tone_name, COLORS["plain"]))
    for top, bottom in _PROFILES.get(tone_name, _WHOLE):
        painter.fillRect(_part(rect, top, bottom), color)
    if tone_name in _CAPPED:
        top = _CAPPED[tone_name]
        painter.fillRect(_part(rect, top, top + 0.22), QColor(colors.ink))


def legend_html(pairs: Sequence[tuple[str, str]]) -> str:
    """Tones and their words on one line, for a label with rich text."""
    return " &nbsp; ".join(f'<img src="{_swatch(tone_name)}" width="{_SWATCH}" height="{_SWATCH}"> '
                           f"{html.escape(words)}" for tone_name, words in pairs)


def _part(rect: QRectF, top: float, bottom: float) -> QRectF:
    return QRectF(rect.left(), rect.top() + rect.height() * top, rect.width(), rect.height() * (bottom - top))


def _swatch(tone_name: str) -> str:
    picture = QPixmap(_SWATCH * 2, _SWATCH * 2)  # twice as fine as it is shown, for screens at 150 % and 200 %
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_mark(painter, QRectF(2, 2, 2 * _SWATCH - 4, 2 * _SWATCH - 4), tone_name)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return f"data:image/png;base64,{bytes(data.toBase64().data()).decode('ascii')}"
