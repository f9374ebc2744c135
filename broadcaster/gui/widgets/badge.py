"""A pill that says a state in one or two words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from broadcaster.gui.icons import pixmap
from broadcaster.gui.theme import TONES, sizes, text_font, tone
from broadcaster.gui.widgets.layout import label, row, show_if


class Badge(QLabel):
    """State in words on a tinted pill; the words carry the meaning, the colour only helps."""

    def __init__(self, text: str = "", tone_name: str = "plain") -> None:
        super().__init__()
        self._tone = tone_name
        self.setFont(text_font(sizes.small, QFont.Weight.Medium))
        self.show_state(text, tone_name)

    def show_state(self, text: str, tone_name: str = "plain") -> None:
        self._tone = tone_name
        self.setText(text)
        self.setAccessibleName(text)
        show_if(self, bool(text))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 22, 26)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = min(self.width(), self.sizeHint().width())
        paint_pill(painter, QRectF(0, (self.height() - 26) / 2, width, 26), self.text(), self._tone, self.font())
        painter.end()


def paint_pill(painter: QPainter, rect: QRectF, text: str, tone_name: str, font: QFont) -> None:
    """Draw the pill, in a widget or in a table cell."""
    ground, ink = tone(tone_name)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.setPen(QColor(ink))
    painter.setFont(font)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


class Banner(QWidget):
    """A tinted strip inside a page that explains something; hidden while it has no text."""

    def __init__(self, text: str = "", tone_name: str = "wait", icon_name: str = "triangle-alert") -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = QLabel()
        self._text = label("", wrap=True)
        self.box = row(self._icon, self._text, spacing=10)
        self.box.setContentsMargins(12, 9, 12, 9)
        self.box.setStretch(1, 1)
        self.setLayout(self.box)
        self.show_text(text, tone_name, icon_name)

    def text(self) -> str:
        return self._text.text()

    def show_text(self, text: str, tone_name: str = "wait", icon_name: str = "triangle-alert") -> None:
        ground, ink = TONES[tone_name]
        self.setStyleSheet(f"Banner {{ background: {ground}; border-radius: 8px; }} Banner QLabel {{ color: {ink}; }}")
        self._icon.setPixmap(pixmap(icon_name, 20, ink))
        self._icon.setFixedWidth(22)
        self._text.setText(text)
        self.setAccessibleName(text)
        show_if(self, bool(text))
