"""The lamp of the tray: four states, each with a colour and a shape of its own."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from broadcaster.gui.icons import pixmap
from broadcaster.gui.theme import colors
from broadcaster.protocol.messages import Alarm, Status

_SIZES = (16, 22, 24, 32, 48)


class Lamp(StrEnum):
    """What the tray says at a glance."""

    READY = "ready"
    ON_AIR = "on_air"
    ALARM = "alarm"
    DOWN = "down"


def lamp_of(status: Status | None, alarms: Collection[Alarm] = ()) -> Lamp:
    """`alarms`: those of the resident helper."""
    if status is None:
        return Lamp.DOWN
    if status.state in {"no_device", "stopped"}:
        return Lamp.ALARM
    if status.on_air is not None or (status.insert is not None and status.insert.state == "on_air"):
        return Lamp.ON_AIR
    return Lamp.ALARM if status.alarms or alarms else Lamp.READY


def lamp_icon(lamp: Lamp) -> QIcon:
    """A mast with a badge; on a pale plate, because nobody knows how dark the desktop's bar is."""
    result = QIcon()
    for size in _SIZES:
        result.addPixmap(_drawn(lamp, size))
    return result


def _drawn(lamp: Lamp, size: int) -> QPixmap:
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colors.line), max(1.0, size / 32)))
    painter.setBrush(QColor(colors.card))
    edge = max(0.5, size / 40)
    painter.drawRoundedRect(QRectF(edge, edge, size - 2 * edge, size - 2 * edge), size / 5, size / 5)
    mast = round(size * 0.62)
    painter.drawPixmap(round(size * 0.08), round(size * 0.06), mast, mast, pixmap("radio-tower", 48, colors.ink))
    _badge(painter, lamp, QRectF(size * 0.44, size * 0.44, size * 0.52, size * 0.52))
    painter.end()
    return picture


def _badge(painter: QPainter, lamp: Lamp, box: QRectF) -> None:
    """Ready: a full disc with a tick; on air: a red disc with a hole; alarm: a triangle; down: an empty ring, struck
    through."""
    def at(x: float, y: float) -> QPointF:
        return QPointF(box.x() + box.width() * x, box.y() + box.height() * y)

    stroke = max(1.5, box.width() / 7)
    white = QPen(QColor(colors.card), stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(Qt.PenStyle.NoPen)
    if lamp is Lamp.READY:
        painter.setBrush(QColor(colors.good_mark))
        painter.drawEllipse(box)
        painter.setPen(white)
        painter.drawPolyline([at(0.27, 0.53), at(0.44, 0.70), at(0.74, 0.34)])
    elif lamp is Lamp.ON_AIR:
        painter.setBrush(QColor(colors.bad_mark))
        painter.drawEllipse(box)
        painter.setBrush(QColor(colors.card))
        painter.drawEllipse(box.center(), box.width() * 0.2, box.width() * 0.2)
    elif lamp is Lamp.ALARM:
        painter.setBrush(QColor(colors.wait_mark))
        painter.drawPolygon(QPolygonF([at(0.5, 0.0), at(1.0, 0.95), at(0.0, 0.95)]))
        painter.setPen(white)
        painter.drawLine(at(0.5, 0.38), at(0.5, 0.62))
        painter.drawPoint(at(0.5, 0.82))
    else:
        painter.setBrush(QBrush(QColor(colors.card)))
        painter.setPen(QPen(QColor(colors.soft), stroke))
        inner = box.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
        painter.drawEllipse(inner)
        painter.drawLine(at(0.22, 0.78), at(0.78, 0.22))
