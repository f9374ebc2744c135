"""The pages of a PDF as they will be printed: looked at one below the other, made larger and smaller."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from broadcaster.gui.ops import Op
from broadcaster.gui.theme import colors, sizes, text_font

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
"""Of the paper's own size at 96 dots an inch."""
_DOTS = 96 / 72
_A4 = 595.0
_GAP = 12
_KEPT = 10
"""Pictures kept: those around what is seen; a year of reports has a hundred pages."""


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page in points; called off the window's thread, on the lane "slow"."""
    # Loaded by whoever looks first.
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [document.get_page_size(number) for number in range(len(document))]
    finally:
        document.close()


def picture(pdf: bytes, number: int, width: int) -> QImage:
    """One page, `width` pixels wide; called off the window's thread, on the lane "slow"."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[number]
        bitmap = page.render(scale=width / page.get_width())
        drawn = bitmap.to_pil().convert("RGB")
        image = QImage(drawn.tobytes(), drawn.width, drawn.height, drawn.width * 3, QImage.Format.Format_RGB888).copy()
        bitmap.close()
        page.close()
        return image
    finally:
        document.close()


class PagesView(QScrollArea):
    """Page keys, Home and End go from page to page; Ctrl with + and - or the wheel makes them larger and smaller."""

    moved = Signal(int, int)
    """The page looked at, counted from 1, and how many there are."""
    zoomed = Signal(str)
    """The size now shown; empty while the pages fit the width."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(False)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("How it will be printed"))
        self._canvas = _Canvas(self)
        self._canvas.setAccessibleName(self.accessibleName())
        self.setWidget(self._canvas)
        self._zoom: float | None = None
        self.verticalScrollBar().valueChanged.connect(lambda _: self._tell())

    @property
    def page_count(self) -> int:
        return len(self._canvas.sizes)

    @property
    def page(self) -> int:
        """The page in the upper middle of the view, counted from 1; 0 without any."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        return sum(place.top() <= middle for place in self._canvas.places)

    def show_pdf(self, pdf: bytes, sizes: Sequence[tuple[float, float]]) -> None:
        """Show another document; the place is kept, as far as there are such pages."""
        self._canvas.take(pdf, sizes)
        self._fit()

    def show_words(self, text: str) -> None:
        """Instead of pages: why there are none."""
        self._canvas.take(b"", ())
        self._canvas.words = text
        self._fit()

    def go(self, page: int) -> None:
        """To the top of a page, counted from 1."""
        if self._canvas.places:
            place = self._canvas.places[min(max(page, 1), self.page_count) - 1]
            self.verticalScrollBar().setValue(place.top() - _GAP // 2)

    def fit_width(self) -> None:
        self._zoom = None
        self._fit()

    def step_zoom(self, up: bool) -> None:
        """To the next size up or down."""
        shown = self._canvas.sizes[max(0, self.page - 1)][0] if self._canvas.sizes else _A4
        now = self._scale(shown) / _DOTS
        wider = [zoom for zoom in ZOOMS if zoom > now + 0.01]
        narrower = [zoom for zoom in ZOOMS if zoom < now - 0.01]
        if wider if up else narrower:
            self._zoom = wider[0] if up else narrower[-1]
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, ctrl = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if ctrl and key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus}:
            self.step_zoom(key != Qt.Key.Key_Minus)
        elif ctrl and key == Qt.Key.Key_0:
            self.fit_width()
        elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            self.go(self.page + (1 if key == Qt.Key.Key_PageDown else -1))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.go(1 if key == Qt.Key.Key_Home else self.page_count)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(event.angleDelta().y() > 0)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _scale(self, width: float) -> float:
        """Pixels of the window for a point of a page so wide."""
        return self._zoom * _DOTS if self._zoom is not None else max(
            0.2, (self.viewport().width() - 2 * _GAP) / width)

    def _fit(self) -> None:
        page, bar = self.page, self.verticalScrollBar()
        offset = bar.value() - self._canvas.places[page - 1].top() if page else 0
        before = self._canvas.places[page - 1].height() if page else 1
        self._canvas.lay_out(self._scale, self.viewport().size())
        if page and page <= self.page_count:
            place = self._canvas.places[page - 1]
            bar.setValue(place.top() + round(offset * place.height() / max(1, before)))
        sideways = self.horizontalScrollBar()
        sideways.setValue((sideways.minimum() + sideways.maximum()) // 2)
        self.zoomed.emit("" if self._zoom is None else f"{round(self._zoom * 100)} %")
        self._tell()

    def _tell(self) -> None:
        shown = self.tr("page {page} of {count}").format(page=self.page, count=self.page_count)
        for part in (self, self._canvas):
            part.setAccessibleDescription(shown if self.page_count else self._canvas.words or self.tr("no page yet"))
        self.moved.emit(self.page, self.page_count)


class _Canvas(QWidget):
    """Draws what is seen; asks for a picture when a page is."""

    def __init__(self, view: PagesView) -> None:
        super().__init__()
        self._view = view
        self.sizes: Sequence[tuple[float, float]] = ()
        self.places: list[QRect] = []
        self.words = ""
        self._pdf = b""
        self._number = 0
        """Of the document: a picture of another one comes too late."""
        self._pictures: OrderedDict[int, QImage] = OrderedDict()
        self._asked: dict[int, int] = {}
        """Page -> width asked for."""

    def take(self, pdf: bytes, sizes: Sequence[tuple[float, float]]) -> None:
        self._pdf, self.sizes, self.words = pdf, sizes, ""
        self._number += 1
        self._pictures.clear()
        self._asked.clear()

    def lay_out(self, scale: Callable[[float], float], room: QSize) -> None:
        """`scale`: pixels for a point of a page of that width."""
        width = max([room.width(), *(round(page[0] * scale(page[0])) + 2 * _GAP for page in self.sizes)])
        self.places, top = [], _GAP
        for page in self.sizes:
            size = QSize(round(page[0] * scale(page[0])), round(page[1] * scale(page[0])))
            self.places.append(QRect(QPoint((width - size.width()) // 2, top), size))
            top += size.height() + _GAP
        self.resize(width, max(room.height(), top))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self.places and self.words:
            painter.setPen(QColor(colors.faint))
            painter.setFont(text_font(sizes.body))
            painter.drawText(self.rect().adjusted(40, 40, -40, -40), Qt.AlignmentFlag.AlignCenter
                             | Qt.TextFlag.TextWordWrap, self.words)
        for number, place in enumerate(self.places):
            if not place.intersects(event.rect()):
                continue
            image = self._pictures.get(number)
            painter.fillRect(place, QColor(colors.paper))
            if image is not None:
                painter.drawImage(place, image)
            painter.setPen(QColor(colors.paper_line))
            painter.drawRect(place.adjusted(0, 0, -1, -1))
            self._ask(number, round(place.width() * self.devicePixelRatioF()))
        painter.end()

    def _ask(self, number: int, width: int) -> None:
        image = self._pictures.get(number)
        if self._asked.get(number) == width or (image is not None and image.width() == width):
            return
        self._asked[number] = width
        document = self._number
        Op(partial(picture, self._pdf, number, width), lane="slow").on_success(
            lambda drawn: self._show(document, number, width, drawn)).start(self)

    def _show(self, document: int, number: int, width: int, drawn: QImage) -> None:
        if document != self._number or self._asked.get(number) != width:
            return
        del self._asked[number]
        self._pictures[number] = drawn
        self._pictures.move_to_end(number)
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        self.update(self.places[number])
