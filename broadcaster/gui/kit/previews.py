"""How a channel will look: the printed page, or the LED board line by line."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHideEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from broadcaster.bulletins.kit.led import shown
from broadcaster.gui.theme import colors, sizes, text_font
from broadcaster.gui.widgets.layout import label

_MOST_PAGES = 6
_WIDTH = 900
"""Pixels of a rendered page: sharp at 150 % too."""


def pages(pdf: bytes, most: int = _MOST_PAGES, width: int = _WIDTH) -> list[QImage]:
    """The first pages of a PDF as pictures; called off the window's thread."""
    # Loaded by whoever looks first.
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        found = []
        for number in range(min(len(document), most)):
            page = document[number]
            bitmap = page.render(scale=width / page.get_width())
            picture = bitmap.to_pil().convert("RGB")
            image = QImage(picture.tobytes(), picture.width, picture.height, picture.width * 3,
                           QImage.Format.Format_RGB888)
            found.append(image.copy())
            bitmap.close()
            page.close()
        return found
    finally:
        document.close()


class PaperPreview(QScrollArea):
    """Pages one below the other, as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("How it will be printed"))
        self._images: list[QImage] = []
        inside = QWidget()
        inside.setObjectName("plain")
        self._box = QVBoxLayout(inside)
        self._box.setContentsMargins(2, 2, 2, 2)
        self._box.setSpacing(8)
        self._note = label("", "faint", wrap=True)
        self._box.addWidget(self._note)
        self._box.addStretch(1)
        self._sheets: list[QLabel] = []
        self.setWidget(inside)

    def show_pages(self, images: list[QImage]) -> None:
        self._images = images
        while len(self._sheets) < len(images):
            sheet = QLabel()
            sheet.setStyleSheet(f"border: 1px solid {colors.paper_line}; background: {colors.paper};")
            self._box.insertWidget(self._box.count() - 1, sheet)
            self._sheets.append(sheet)
        for number, sheet in enumerate(self._sheets):
            sheet.setVisible(number < len(images))
            sheet.setAccessibleName(self.tr("Page {number}").format(number=number + 1))
        self._note.setVisible(not images)
        self._fit()

    def show_words(self, text: str) -> None:
        """Instead of pages: why there are none."""
        self._note.setText(text)
        self.show_pages([])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        ratio = self.devicePixelRatioF()
        width = max(80, self.viewport().width() - 6)
        for image, sheet in zip(self._images, self._sheets, strict=False):
            pixmap = QPixmap.fromImage(image.scaledToWidth(int(width * ratio),
                                                           Qt.TransformationMode.SmoothTransformation))
            pixmap.setDevicePixelRatio(ratio)
            sheet.setPixmap(pixmap)


class LedPreview(QWidget):
    """A board that shows one line after the other, each for its seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("How the board will look"))
        self._lines: list[str] = []
        self._most = 32
        self._place = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)

    def show_text(self, text: str, characters: int, seconds: int) -> None:
        self._lines, self._most = shown(text), characters
        self._place = min(self._place, max(0, len(self._lines) - 1))
        self._timer.setInterval(seconds * 1000)
        self._tell()

    def sizeHint(self) -> QSize:
        return QSize(300, 92)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place = 0
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.led_ground))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        if self._lines:
            line = self._lines[self._place]
            painter.setPen(QColor(colors.led if len(line) <= self._most else colors.led_wide))
            painter.setFont(self._font(line))
            painter.drawText(self.rect().adjusted(12, 4, -12, -24), Qt.AlignmentFlag.AlignCenter, line)
            painter.setPen(QColor(colors.led_soft))
            painter.setFont(text_font(sizes.caption))
            painter.drawText(self.rect().adjusted(12, 0, -12, -6),
                             Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom,
                             f"{self._place + 1} / {len(self._lines)}")
        painter.end()

    def _font(self, line: str) -> QFont:
        """As large as a full line of the board lets it be."""
        font = text_font(sizes.prompter, QFont.Weight.Bold)
        room = self.width() - 24
        while font.pixelSize() > 12:
            if QFontMetrics(font).horizontalAdvance(line) <= room:
                break
            font.setPixelSize(font.pixelSize() - 1)
        return font

    def _next(self) -> None:
        if self._lines:
            self._place = (self._place + 1) % len(self._lines)
            self._tell()

    def _tell(self) -> None:
        self.setAccessibleDescription(self._lines[self._place] if self._lines else "")
        self.update()
