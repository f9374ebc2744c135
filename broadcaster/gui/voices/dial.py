"""A slider with its name and value."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider, QWidget

from broadcaster.gui.widgets.form import calm_wheel
from broadcaster.gui.widgets.layout import label, row


class Dial(QWidget):
    """`value()`; arrow keys move it by `step`."""

    def __init__(self, name: str, low: int, high: int, value: int, step: int, suffix: str = "") -> None:
        super().__init__()
        self._step, self._suffix = step, suffix
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(low, high)
        self.slider.setSingleStep(step)
        self.slider.setPageStep(step * 4)
        self.slider.setAccessibleName(name)
        calm_wheel(self.slider)
        self.words = label("", "soft")
        self.words.setMinimumWidth(self.words.fontMetrics().horizontalAdvance(f"{high}{suffix}") + 8)
        line = row(label(name), self.slider, self.words)
        line.setStretch(1, 1)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        self.slider.valueChanged.connect(self._show)
        self.slider.setValue(value)
        self._show()

    def value(self) -> int:
        """In whole steps."""
        return round(self.slider.value() / self._step) * self._step

    def _show(self) -> None:
        self.words.setText(f"{self.value()}{self._suffix}")
