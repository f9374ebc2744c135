"""Cards, headings and rows: the few shapes every page is made of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget


class Card(QFrame):
    """A white sheet on the grey ground. `caption` is the small heading on top."""

    def __init__(self, caption: str = "") -> None:
        super().__init__()
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 14, 16, 14)
        self.body.setSpacing(10)
        if caption:
            self.body.addWidget(caption_label(caption))
            self.setAccessibleName(caption)

    def add(self, *items: QWidget | QLayout, stretch: int = 0) -> Card:
        """Put widgets or layouts below what is there."""
        for item in items:
            if isinstance(item, QLayout):
                self.body.addLayout(item, stretch)
            else:
                self.body.addWidget(item, stretch)
        return self


def card(*items: QWidget | QLayout, caption: str = "") -> Card:
    """A card holding these; the last one takes the spare room."""
    result = Card(caption)
    result.add(*items[:-1])
    result.add(*items[-1:], stretch=1)
    return result


def row(*items: QWidget | QLayout | None, spacing: int = 10) -> QHBoxLayout:
    """Side by side; None is a spring."""
    box = QHBoxLayout()
    box.setSpacing(spacing)
    for item in items:
        if item is None:
            box.addStretch(1)
        elif isinstance(item, QLayout):
            box.addLayout(item)
        else:
            box.addWidget(item)
    return box


def column(*items: QWidget | QLayout | None, spacing: int = 10) -> QVBoxLayout:
    """One below the other; None is a spring."""
    box = QVBoxLayout()
    box.setSpacing(spacing)
    for item in items:
        if item is None:
            box.addStretch(1)
        elif isinstance(item, QLayout):
            box.addLayout(item)
        else:
            box.addWidget(item)
    return box


def title_label(text: str) -> QLabel:
    """The page's name."""
    return label(text, "title")


def caption_label(text: str) -> QLabel:
    """A small heading in capitals."""
    return label(text.upper(), "caption")


def label(text: str, look: str = "", *, wrap: bool = False) -> QLabel:
    """Text; `look` is title, caption, strong, soft, faint or wrong. Never read as markup."""
    result = QLabel(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    if look:
        result.setObjectName(look)
    if wrap:
        result.setWordWrap(True)
        result.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return result


class ElidedLabel(QLabel):
    """One line that ends in … when there is no room; the whole text shows as a tip."""

    def __init__(self, text: str = "", look: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if look:
            self.setObjectName(look)
        self._whole = ""
        self.set_text(text)

    def set_text(self, text: str) -> None:
        if text != self._whole or not self.text():
            self._whole = text
            self.setAccessibleName(text)
            self._fit()

    def whole_text(self) -> str:
        return self._whole

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(40, self.width()))
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


def scrolled(content: QWidget) -> QScrollArea:
    """A column that scrolls when the window is low."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    content.setObjectName(content.objectName() or "plain")
    area.setWidget(content)
    return area


def show_if(widget: QWidget, shown: bool) -> None:
    """setVisible that is safe before the widget has a place: shown without a parent it would be a window."""
    if shown and widget.parentWidget() is None:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_Hidden, True)
    else:
        widget.setVisible(shown)


def rule() -> QFrame:
    """A thin line between two parts of a card."""
    line = QFrame()
    line.setFixedHeight(1)
    line.setObjectName("rule")
    return line
