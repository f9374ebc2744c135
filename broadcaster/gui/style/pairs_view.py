"""Words on their grounds as the running theme has them, each with its names and its measured contrast."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from broadcaster.gui.i18n import number_text
from broadcaster.gui.theme import colors, digit_font, running_theme, sizes, space, text_font
from broadcaster.gui.theme_sets import contrast

_BOX = QSize(212, 68)


class PairsView(QWidget):
    """Boxes in as many columns as there is room for. `marks`: drawn things, which need 3 : 1 only."""

    def __init__(self, name: str, pairs: Sequence[tuple[str, str]], *, marks: bool = False) -> None:
        super().__init__()
        self._pairs = list(pairs)
        self._marks = marks
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)
        self.setAccessibleDescription("; ".join(f"{ink} / {ground} {self._figure(ink, ground)}"
                                                for ink, ground in self._pairs))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self._pairs) // self._columns(width))
        return rows * (_BOX.height() + space.small) - space.small

    def sizeHint(self) -> QSize:
        return QSize(3 * _BOX.width(), self.heightForWidth(3 * _BOX.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(_BOX.width(), _BOX.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        columns = self._columns(self.width())
        wide = (self.width() - (columns - 1) * space.small) / columns
        for number, (ink, ground) in enumerate(self._pairs):
            line, column = divmod(number, columns)
            box = QRectF(column * (wide + space.small), line * (_BOX.height() + space.small), wide, _BOX.height())
            self._paint(painter, box, ink, ground)
        painter.end()

    def _columns(self, width: int) -> int:
        return max(1, (width + space.small) // (_BOX.width() + space.small))

    def _figure(self, ink: str, ground: str) -> str:
        return f"{number_text(contrast(getattr(colors, ink), getattr(colors, ground)), 1)} : 1"

    def _paint(self, painter: QPainter, box: QRectF, ink: str, ground: str) -> None:
        painter.setPen(QPen(QColor(colors.line), 1))
        painter.setBrush(QColor(getattr(colors, ground)))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        color = QColor(getattr(colors, ink))
        inner = box.adjusted(space.medium, space.small, -space.medium, -space.small)
        if self._marks:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawRoundedRect(QRectF(inner.left(), inner.top() + 2, 28, inner.height() - 4), 5, 5)
            inner.setLeft(inner.left() + 28 + space.medium)
            paper = "paper_ink" if QColor(getattr(colors, ground)).lightnessF() > 0.5 else "wall_strong"
            color = QColor(getattr(colors, paper))
        painter.setPen(color)
        for font, text, side in ((text_font(sizes.small), ink, Qt.AlignmentFlag.AlignTop),
                                 (digit_font(sizes.caption, 450), self._figure(ink, ground),
                                  Qt.AlignmentFlag.AlignBottom)):
            painter.setFont(font)
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(inner.width()))
            painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | side, shown)
        painter.setFont(text_font(sizes.mark))
        room = inner.adjusted(inner.width() * 0.38, 0, 0, 0)
        words = QFontMetrics(painter.font()).elidedText(ground, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, words)

    def lowest(self) -> float:
        """The weakest contrast shown here, in the theme that is on."""
        assert running_theme()
        return min(contrast(getattr(colors, ink), getattr(colors, ground)) for ink, ground in self._pairs)
