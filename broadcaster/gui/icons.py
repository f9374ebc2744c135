"""Lucide line icons (resources/icons), coloured at run time and drawn at the screen's own resolution."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from broadcaster.base.paths import shipped
from broadcaster.gui.theme import colors

_SIZES = (12, 16, 18, 20, 24, 32, 48)


def icon(name: str, color: str = "", *, filled: bool = False) -> QIcon:
    """The icon for buttons and lists. `name` is the file's stem; `color`: ink if empty; `filled`: its inside too."""
    return _icon(name, color or colors.ink, filled, _ratio())


def pixmap(name: str, size: int, color: str = "", *, filled: bool = False) -> QPixmap:
    """One drawing, `size` device-independent pixels wide."""
    return _icon(name, color or colors.ink, filled, _ratio()).pixmap(QSize(size, size), _ratio())


def spaced(name: str, color: str = "", gap: int = 6, *, filled: bool = False) -> QIcon:
    """The icon with air at its right: a style sheet gives no way to set the distance between icon and text."""
    ratio = _ratio()
    result = QPixmap(round((18 + gap) * ratio), round(18 * ratio))
    result.setDevicePixelRatio(ratio)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.drawPixmap(0, 0, _icon(name, color or colors.ink, filled, ratio).pixmap(QSize(18, 18), ratio))
    painter.end()
    return QIcon(result)


@lru_cache(maxsize=512)
def _icon(name: str, color: str, filled: bool, ratio: float) -> QIcon:
    text = shipped("resources", "icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", color)
    if filled:
        text = text.replace('fill="none"', f'fill="{color}"')
    renderer = QSvgRenderer(QByteArray(text.encode()))
    result = QIcon()
    for size in _SIZES:
        drawn = QPixmap(round(size * ratio), round(size * ratio))
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        renderer.render(painter, QRectF(0, 0, drawn.width(), drawn.height()))
        painter.end()
        drawn.setDevicePixelRatio(ratio)
        result.addPixmap(drawn)
    return result


def _ratio() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.devicePixelRatio() if screen else 1.0
