"""Short lists of things one can go to: a line of text, a soft line below it, perhaps buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from broadcaster.gui.theme import colors
from broadcaster.gui.widgets.layout import ElidedLabel, label, row


@dataclass(frozen=True)
class Line:
    """One entry; `go` makes it a link."""

    text: str
    detail: str = ""
    go: Callable[[], object] | None = None
    buttons: tuple[Callable[[], QWidget], ...] = field(default=())
    """Makers of small buttons at the right."""


class LinkList(QWidget):
    """`show_lines` fills it; without lines it says `empty`."""

    def __init__(self, name: str, empty: str) -> None:
        super().__init__()
        self.setObjectName("plain")
        self.setAccessibleName(name)
        self._empty = empty
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self.lines: list[Line] = []
        self.show_lines([])

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Replace what is there."""
        while (item := self._box.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.lines = list(lines)
        for line in lines:
            self._box.addWidget(_shown(line))
        if not lines:
            self._box.addWidget(label(self._empty, "soft", wrap=True))

    def words(self) -> list[str]:
        """Every line as text."""
        return [f"{line.text} {line.detail}".strip() for line in self.lines]


def _shown(line: Line) -> QWidget:
    result = QWidget()
    result.setObjectName("plain")
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(_link(line.text, line.go) if line.go else ElidedLabel(line.text))
    if line.detail:
        words.addWidget(ElidedLabel(line.detail, "faint"))
    box = row(spacing=4)
    box.setContentsMargins(0, 0, 0, 0)
    box.addLayout(words, 1)
    for make in line.buttons:
        box.addWidget(make())
    result.setLayout(box)
    return result


class _Link(QPushButton):
    """A text that leads somewhere; ends in … when there is no room."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._whole = text
        self.setObjectName("flat")
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setStyleSheet(
            f"QPushButton {{ color: {colors.accent}; text-align: left; border: 1px solid transparent; padding: 1px 2px;"
            f" background: transparent; }} QPushButton:hover {{ text-decoration: underline; }}"
            f"QPushButton:focus {{ border: 1px solid {colors.accent}; border-radius: 4px; }}")

    def resizeEvent(self, event: object) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(40, self.width() - 8))
        self.setText(shown.replace("&", "&&"))


def _link(text: str, go: Callable[[], object]) -> QPushButton:
    result = _Link(text)
    result.clicked.connect(lambda: go())
    return result
