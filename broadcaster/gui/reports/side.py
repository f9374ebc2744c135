"""Beside the pages: the figures at a glance, and what is counted."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from broadcaster.gui.reports.model import Figure, explanations, figures, notes
from broadcaster.gui.theme import TONES, digit_font, sizes
from broadcaster.gui.widgets.layout import label, rule
from broadcaster.reports.model import Report

_COLUMNS = 2


class Side(QWidget):
    """Six figures, notes, and two sentences about the words people mix up."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plain")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 4, 0)
        box.setSpacing(10)
        self.grid = QGridLayout()
        self.grid.setSpacing(8)
        box.addLayout(self.grid)
        self.note = label("", "soft", wrap=True)
        box.addWidget(self.note)
        self._rule = rule()
        box.addWidget(self._rule)
        for word, meaning in explanations():
            box.addWidget(label(word, "strong", wrap=True))
            box.addWidget(label(meaning, "soft", wrap=True))
        box.addStretch(1)

    def show_report(self, report: Report | None) -> None:
        """None: nothing to count."""
        while (item := self.grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        something = report is not None and bool(report.log_rows or report.airings)
        for number, figure in enumerate(figures(report) if report and something else ()):
            self.grid.addWidget(tile(figure), number // _COLUMNS, number % _COLUMNS)
        self.note.setText("\n".join(notes(report)) if report else "")
        self.note.setVisible(bool(self.note.text()))

    def tiles(self) -> list[str]:
        """What the figures say, for who cannot see them."""
        return [each.accessibleName() for each in self.findChildren(QFrame, "tile") if not each.isHidden()]


def tile(figure: Figure) -> QFrame:
    """One figure with its word below."""
    ground, ink = TONES[figure.tone]
    made = QFrame()
    made.setObjectName("tile")
    made.setStyleSheet(f"#tile {{ background: {ground}; border-radius: 8px; }} #tile QLabel {{ color: {ink}; }}")
    made.setAccessibleName(f"{figure.value} {figure.words}")
    value = QLabel(figure.value)
    value.setFont(digit_font(sizes.title))
    box = QVBoxLayout(made)
    box.setContentsMargins(12, 6, 10, 7)
    box.setSpacing(0)
    box.addWidget(value)
    box.addWidget(label(figure.words, wrap=True))
    return made
