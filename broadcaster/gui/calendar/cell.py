"""How one day of the month view is drawn. Every colour has its word beside it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from broadcaster.gui.calendar.model import FULL, Cell, amount_words, fault_words, lunar_mark
from broadcaster.gui.theme import TONES, Shades, colors, digit_font, sizes, text_font
from broadcaster.schedule.model import Period

CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 1
BAND_ROLE = int(Qt.ItemDataRole.UserRole) + 2
"""The period of that day and whether its name stands here."""
STATE_ROLE = int(Qt.ItemDataRole.UserRole) + 3
"""(is today, belongs to the month)."""
RAMP = Shades(**{str(step): f"fill_{step}" for step in range(5)})
"""Nothing, up to a third, up to two thirds, nearly full, full; ink stays legible on all of them."""
PAST_RAMP = Shades(**{str(step): f"past_{step}" if step else "fill_0" for step in range(5)})
_GAP = 3
_LOW = 54
"""Below this height inside the cell there is no room for names: a dot and a line stand for them."""
_LINE = 17
"""Height of a line of small text."""


def ground(cell: Cell) -> QColor:
    """As dark as the day is full; days that are over in grey."""
    ramp = PAST_RAMP if cell.past else RAMP
    if not cell.filled:
        return QColor(ramp["0"])
    if cell.share >= FULL:
        return QColor(ramp["4"])
    return QColor(ramp["1" if cell.share < 1 / 3 else "2" if cell.share < 2 / 3 else "3"])


class CellPainter(QStyledItemDelegate):
    """Day and lunar day on top, holiday below, figure and what is wrong at the foot, a band for a special period."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._day = digit_font(sizes.lead, 600)
        self._lunar = digit_font(sizes.mark, 450)
        self._name = text_font(sizes.mark, QFont.Weight.Medium)
        self._figure = digit_font(sizes.caption, 500)
        self._fault = text_font(sizes.mark, QFont.Weight.DemiBold)
        self.tones: dict[str, str] = {}
        """Kind of period -> tone."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem,
              index: QModelIndex | QPersistentModelIndex) -> None:
        cell = index.data(CELL_ROLE)
        if cell is None:
            return
        today, inside = index.data(STATE_ROLE)
        box = QRectF(option.rect).adjusted(_GAP, _GAP, -_GAP, -_GAP)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not inside:
            painter.setOpacity(0.5)
        self._ground(painter, box, cell, chosen)
        inner = box.adjusted(8, 5, -8, -5)
        low = inner.height() < _LOW
        band = index.data(BAND_ROLE)
        if band is not None:
            self._band(painter, box, band, low)
            inner.setBottom(inner.bottom() - (4 if low else _LINE + 2))
        self._head(painter, inner, cell, today)
        self._foot(painter, inner, cell)
        self._holiday(painter, inner, cell, low)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRectF, cell: Cell, chosen: bool) -> None:
        painter.setBrush(ground(cell))
        line = QPen(QColor(colors.accent), 2.5) if chosen else QPen(QColor(colors.line), 1)
        painter.setPen(line)
        painter.drawRoundedRect(box, 7, 7)
        if not cell.past and fault_words(cell)[1] == "bad":
            # Colour alone would not do: the words stand at the foot.
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.bad_mark))
            painter.drawRoundedRect(QRectF(box.left() + 1, box.top() + 9, 4, box.height() - 18), 2, 2)

    def _head(self, painter: QPainter, inner: QRectF, cell: Cell, today: bool) -> None:
        number = str(cell.day.day)
        painter.setFont(self._day)
        metrics = QFontMetricsF(self._day)
        width, height = metrics.horizontalAdvance(number), metrics.height()
        if today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent_fill))
            painter.drawRoundedRect(QRectF(inner.left() - 4, inner.top() - 1, width + 10, height + 2), 6, 6)
        red = cell.special.rest or cell.special.weekday == 7
        painter.setPen(QColor(colors.on_accent if today else colors.bad_ink if red else colors.ink))
        painter.drawText(QRectF(inner.left() + 1, inner.top(), width + 4, height), Qt.AlignmentFlag.AlignLeft, number)
        lunar = cell.special.lunar
        mark = lunar_mark(cell)
        marked = lunar is not None and lunar.day in {1, 15}
        painter.setFont(self._lunar)
        painter.setPen(QColor(colors.bad_ink if marked else colors.soft))
        painter.drawText(QRectF(inner.left(), inner.top() + 1, inner.width(), height),
                         Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, mark)

    def _holiday(self, painter: QPainter, inner: QRectF, cell: Cell, low: bool) -> None:
        if not cell.special.names:
            return
        color = QColor(colors.bad_ink if cell.special.rest else TONES["accent"][1])
        if low:
            left = inner.left() + QFontMetricsF(self._day).horizontalAdvance("00") + 9
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            if not cell.special.rest:  # a day on which people work: a ring instead of a dot
                painter.setPen(QPen(color, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(left, inner.top() + 7, 7, 7))
            return
        top = inner.top() + 22
        foot = _LINE if amount_words(cell) or fault_words(cell)[0] else 0
        lines = min(2, int((inner.bottom() - foot - top) // (_LINE - 2)))
        painter.setPen(color)
        if lines > 0:
            room = QRectF(inner.left(), top, inner.width(), (_LINE - 2) * lines)
            _lines(painter, room, "; ".join(cell.special.names), self._name, lines)

    def _foot(self, painter: QPainter, inner: QRectF, cell: Cell) -> None:
        fault, tone = fault_words(cell)
        line = QRectF(inner.left(), inner.bottom() - _LINE, inner.width(), _LINE)
        figure = amount_words(cell)
        fault_width = QFontMetricsF(self._fault).horizontalAdvance(fault)
        room = line.width() - fault_width - (6 if fault else 0)
        # Where there is no room for both, what is wrong goes before the unit, and before the figure.
        figures = (figure, figure.partition(" ")[0], *([""] if fault else []))
        figure = next((text for text in figures if QFontMetricsF(self._figure).horizontalAdvance(text) <= room),
                      figures[-1])
        painter.setPen(QColor(colors.ink if cell.limit or cell.filled else colors.soft))
        _elided(painter, line, figure, self._figure)
        if fault:
            painter.setPen(QColor(TONES[tone][1]))
            _elided(painter, line, fault, self._fault, right=bool(figure))

    def _band(self, painter: QPainter, box: QRectF, band: tuple[Period, bool], low: bool) -> None:
        period, begins = band
        back, ink = TONES[self.tones.get(period.kind, "info")]
        height = 5 if low else _LINE
        strip = QRectF(box.left() - _GAP + (2 if begins else 0), box.bottom() - height - 3, box.width() + 2 * _GAP,
                       height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink))
        painter.drawRect(strip)
        if begins and not low:
            painter.setPen(QColor(back))
            _elided(painter, strip.adjusted(7, 0, -4, 0), period.name, self._name)


def _elided(painter: QPainter, room: QRectF, text: str, font: QFont, *, right: bool = False) -> None:
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(font)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, shown)


def _lines(painter: QPainter, room: QRectF, text: str, font: QFont, most: int) -> None:
    """Up to `most` lines broken between words; the last one ends in … when there is more."""
    metrics = QFontMetricsF(font)
    words, line, lines = text.split(), "", list[str]()
    while words and len(lines) < most - 1:
        longer = f"{line} {words[0]}".strip()
        if line and metrics.horizontalAdvance(longer) > room.width():
            lines.append(line)
            line = ""
        else:
            line = longer
            words.pop(0)
    lines.append(" ".join([line, *words]).strip())
    step = room.height() / most
    for number, part in enumerate(lines):
        _elided(painter, QRectF(room.left(), room.top() + number * step, room.width(), step), part, font)


def swatches() -> tuple[QColor, ...]:
    """The colours of the legend."""
    return tuple(map(QColor, RAMP.values()))
