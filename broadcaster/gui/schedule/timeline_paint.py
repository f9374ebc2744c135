"""How the lines of a day are drawn."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen

from broadcaster.asrun.model import Outcome
from broadcaster.gui.icons import pixmap
from broadcaster.gui.schedule.day import Gap, Head, Item
from broadcaster.gui.schedule.lines import gap_text
from broadcaster.gui.schedule.ruler import step_minutes
from broadcaster.gui.theme import Pairs, Shades, colors, digit_font, sizes, text_font, tone
from broadcaster.protocol.messages import OnAir

CLOCK_WIDTH = 62
BAR = 5
ROW, TALL, LIVE, HEAD, GAP, NOTE = 40, 60, 62, 46, 38, 30
RULER = 34
"""More for a heading that has a ruler."""
_GROUNDS = Pairs(tin=("accent_ground", "accent_mark"), thong_diep=("accent_ground", "accent_mark"),
                 thong_bao=("wait_ground", "wait_mark"), bai=("info_ground", "info_mark"),
                 chuyen_muc=("info_ground", "info_mark"), nhac=("violet_ground", "violet_mark"),
                 frame=("violet_ground", "quiet_mark"), relay=("info_ground", "info_ink"),
                 out=("red_faint", "bad_mark"), partial=("wait_ground", "wait_mark"), live=("red_faint", "red"),
                 done=("raised", "rest_mark"))
_KINDS = frozenset({"tin", "thong_diep", "thong_bao", "bai", "chuyen_muc", "nhac"})
_STRETCHES = Shades(own="accent_mark", furniture="quiet_mark", relay="info_mark", filler="violet_mark")
_PATTERNS = {"relay": Qt.BrushStyle.BDiagPattern, "filler": Qt.BrushStyle.VerPattern}
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class Look:
    """What of an item depends on the moment, not on the plan."""

    live: OnAir | None = None
    chosen: bool = False
    marked: bool = False
    """Belongs to the campaign that is pointed at."""
    carried: bool = False
    """It is being dragged away."""
    waits: bool = False
    """Lies on the clipboard, cut."""


def paint_item(painter: QPainter, item: Item, rect: QRect, look: Look, on_air: str) -> None:
    """`on_air`: the words for what sounds now."""
    live = look.live is not None
    done = item.outcome is not Outcome.PENDING and not live
    if look.carried or look.waits:
        painter.setOpacity(0.4)
    box = QRectF(rect.left() + CLOCK_WIDTH, rect.top() + 2, rect.width() - CLOCK_WIDTH - 3, rect.height() - 4)
    ground, bar = _colors(item, done, live)
    painter.setPen(QPen(QColor(bar), 1, Qt.PenStyle.DashLine) if item.role == "out" else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(box, 6, 6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(bar))
    painter.drawRoundedRect(QRectF(box.left(), box.top(), BAR, box.height()), 2, 2)
    _paint_frame(painter, box, look)
    painter.setFont(digit_font(sizes.body, 650 if live else 450))
    painter.setPen(QColor(colors.red if live else colors.soft if done else colors.ink))
    painter.drawText(QRect(rect.left(), rect.top() + 2, CLOCK_WIDTH - 12, ROW - 4), _RIGHT, item.clock)
    _paint_words(painter, item, box.toRect().adjusted(18, 0, -12, 0), done, live, on_air)
    painter.setOpacity(1.0)


def _paint_words(painter: QPainter, item: Item, inner: QRect, done: bool, live: bool, on_air: str) -> None:
    inner.setHeight(ROW - 4)
    text = on_air if live else item.mark
    plain = text_font(sizes.small) if item.tone else digit_font(sizes.small, 450)
    font = text_font(sizes.small, QFont.Weight.DemiBold) if live else plain
    painter.setFont(font)
    painter.setPen(QColor(colors.red) if live else tone(item.tone)[1] if item.tone else QColor(colors.soft))
    painter.drawText(inner, _RIGHT, text)
    right = QFontMetrics(font).horizontalAdvance(text)
    if item.role == "relay":
        painter.drawPixmap(inner.left(), inner.center().y() - 8, pixmap("radio-tower", 16, colors.info_ink))
        inner = inner.adjusted(24, 0, 0, 0)
    painter.setFont(text_font(sizes.body, QFont.Weight.Medium if live or item.urgent else QFont.Weight.Normal))
    painter.setPen(QColor(colors.soft if done and item.outcome is not Outcome.MISSED else colors.ink))
    elided(painter, inner.adjusted(0, 0, -right - 12, 0), Qt.AlignmentFlag.AlignLeft, item.title)
    if item.reason and not live:
        painter.setFont(text_font(sizes.caption))
        painter.setPen(tone(item.tone)[1])
        second = inner.translated(0, ROW - 12)
        second.setHeight(20)
        elided(painter, second, Qt.AlignmentFlag.AlignLeft, item.reason)


def _paint_frame(painter: QPainter, box: QRectF, look: Look) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if look.live is not None:
        painter.setPen(QPen(QColor(colors.red), 2))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        if look.live.duration_seconds > 0:
            share = min(1.0, look.live.position_seconds / look.live.duration_seconds)
            painter.fillRect(QRectF(box.left() + 4, box.bottom() - 6, (box.width() - 8) * share, 4), QColor(colors.red))
    if look.chosen or look.marked:
        painter.setPen(QPen(QColor(colors.accent), 2 if look.chosen else 1))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)


def _colors(item: Item, done: bool, live: bool) -> tuple[str, str]:
    if live:
        return _GROUNDS["live"]
    if item.role == "out" or item.outcome is Outcome.MISSED:
        return _GROUNDS["out"]
    if item.outcome is Outcome.PARTIAL:
        return _GROUNDS["partial"]
    if done:
        return _GROUNDS["done"]
    if item.role == "relay":
        return _GROUNDS["relay"]
    return _GROUNDS["frame" if item.role == "filler" or item.kind not in _KINDS else item.kind]


def paint_head(painter: QPainter, head: Head, rect: QRect, chosen: bool, words: str) -> None:
    """Name, hours and fill of a session, and the ruler of its minutes. `words`: running, by hand …"""
    if chosen:
        painter.setPen(QPen(QColor(colors.accent), 2))
        painter.setBrush(QColor(colors.accent_faint))
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 7, -4, -1), 7, 7)
    line = QRect(rect.left() + 8, rect.top() + 12, rect.width() - 20, HEAD - 12)
    font = text_font(sizes.strong, QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(colors.ink if head.held else colors.soft))
    left = min(QFontMetrics(font).horizontalAdvance(head.name), line.width() // 2)
    elided(painter, QRect(line.left(), line.top(), left + 2, line.height()), Qt.AlignmentFlag.AlignLeft, head.name)
    if words:
        left += 10 + _paint_tag(painter, QRect(line.left() + left + 10, line.top(), line.width() // 3, line.height()),
                                words, head.state)
    right = _paint_pill(painter, line, head.note, head.tone)
    painter.setFont(text_font(sizes.small))
    painter.setPen(QColor(colors.soft))
    elided(painter, line.adjusted(left + 16, 0, -right, 0), Qt.AlignmentFlag.AlignRight, head.span)
    if head.limit > 0 and head.session:
        _paint_ruler(painter, head, QRect(rect.left() + CLOCK_WIDTH, rect.top() + HEAD, rect.width() - CLOCK_WIDTH - 6,
                                          RULER - 6))


def _paint_tag(painter: QPainter, room: QRect, words: str, state: str) -> int:
    font = text_font(sizes.caption, QFont.Weight.Medium)
    picture = "lock" if state == "running" else "pencil" if state == "open" else ""
    ground, ink = tone("bad" if state == "running" else "accent" if state == "open" else "plain")
    width = min(room.width(), QFontMetrics(font).horizontalAdvance(words) + (38 if picture else 18))
    box = QRectF(room.left(), room.center().y() - 11, width, 22)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 6, 6)
    if picture:
        painter.drawPixmap(int(box.left()) + 8, int(box.center().y()) - 6, pixmap(picture, 12, ink.name()))
    painter.setFont(font)
    painter.setPen(ink)
    inner = box.toRect().adjusted(26 if picture else 9, 0, -8, 0)
    elided(painter, inner, Qt.AlignmentFlag.AlignLeft, words)
    return width


def _paint_pill(painter: QPainter, line: QRect, text: str, tone_name: str) -> int:
    if not text:
        return 0
    font = text_font(sizes.small, QFont.Weight.Medium)
    width = QFontMetrics(font).horizontalAdvance(text) + 20
    ground, ink = tone(tone_name)
    pill = QRectF(line.right() - width, line.center().y() - 12, width, 24)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(pill, 12, 12)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), text)
    return width + 12


def _paint_ruler(painter: QPainter, head: Head, rect: QRect) -> None:
    """To scale: what fills the session, relays hatched, what is too much in red beyond its end."""
    over = max(0.0, head.over)
    whole = head.limit + over
    bar = QRectF(rect.left(), rect.top(), rect.width(), 10)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.track))
    painter.drawRoundedRect(bar, 3, 3)
    scale = rect.width() / whole
    for stretch in head.ruler:
        part = QRectF(bar.left() + stretch.start * scale, bar.top(),
                      max(1.5, (stretch.end - stretch.start) * scale - 1), bar.height())
        painter.fillRect(part, QColor(_STRETCHES.get(stretch.kind, colors.accent)))
        if stretch.kind in _PATTERNS:  # not by colour alone
            painter.fillRect(part, QBrush(QColor(colors.card), _PATTERNS[stretch.kind]))
    limit = bar.left() + head.limit * scale
    if over:
        painter.fillRect(QRectF(limit, bar.top(), bar.right() - limit, bar.height()), QColor(colors.red))
        painter.fillRect(QRectF(limit - 1, bar.top() - 3, 2, bar.height() + 6), QColor(colors.red))
    painter.setFont(digit_font(sizes.tiny, 450))
    painter.setPen(QColor(colors.soft))
    step = step_minutes(whole, rect.width())
    minutes = int(head.limit // 60)
    for minute in [*range(0, minutes, step), minutes]:
        place = bar.left() + minute * 60 * scale
        if minute != minutes and limit - place < 34:
            continue
        painter.fillRect(QRectF(min(place, bar.right() - 1), bar.bottom(), 1, 4), QColor(colors.rest_mark))
        side = Qt.AlignmentFlag.AlignLeft if minute == 0 else \
            Qt.AlignmentFlag.AlignRight if minute == minutes and not over else Qt.AlignmentFlag.AlignHCenter
        left = place if minute == 0 else place - 40 if side == Qt.AlignmentFlag.AlignRight else place - 20
        painter.drawText(QRectF(left, bar.bottom() + 4, 40, 13), int(side), f"{minute}′")


def paint_gap(painter: QPainter, gap: Gap, rect: QRect) -> None:
    """A pause, folded together."""
    text = gap_text(gap.seconds)
    painter.setFont(text_font(sizes.small))
    width = painter.fontMetrics().horizontalAdvance(text) + 24
    middle, y = rect.left() + (CLOCK_WIDTH + rect.width()) // 2, rect.center().y()
    painter.setPen(QPen(QColor(colors.line).darker(112), 1, Qt.PenStyle.DashLine))
    painter.drawLine(rect.left() + CLOCK_WIDTH, y, middle - width // 2, y)
    painter.drawLine(middle + width // 2, y, rect.right() - 4, y)
    painter.setPen(QColor(colors.soft))
    painter.drawText(QRect(middle - width // 2, rect.top(), width, rect.height()), int(Qt.AlignmentFlag.AlignCenter),
                     text)


def paint_marker(painter: QPainter, y: int, width: int, words: str, tone_name: str) -> None:
    """Where a carried item would be put, and what would come of it."""
    ground, ink = tone(tone_name)
    painter.setPen(QPen(ink, 3))
    painter.drawLine(CLOCK_WIDTH - 4, y, width - 4, y)
    painter.setBrush(ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(CLOCK_WIDTH - 9, y - 5, 10, 10)
    if not words:
        return
    font = text_font(sizes.small, QFont.Weight.Medium)
    length = min(width - CLOCK_WIDTH - 24, QFontMetrics(font).horizontalAdvance(words) + 24)
    box = QRectF(CLOCK_WIDTH + 14, y + 6, length, 28)
    painter.setPen(QPen(ink, 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 7, 7)
    painter.setPen(ink)
    painter.setFont(font)
    elided(painter, box.toRect().adjusted(10, 0, -8, 0), Qt.AlignmentFlag.AlignLeft, words)


def elided(painter: QPainter, rect: QRect, side: Qt.AlignmentFlag, text: str) -> None:
    """One line that ends in … when there is no room."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, rect.width()))
    painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
