"""A slider with its name and value."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider, QWidget

from broadcaster.gui.theme import colors
from broadcaster.gui.widgets.form import calm_wheel
from broadcaster.gui.widgets.layout import label, row

_LOOK = (f"QSlider {{ min-height: 28px; }} QSlider::groove:horizontal {{ height: 4px; background: {colors.line};"
         f" border-radius: 2px; }} QSlider::sub-page:horizontal {{ background: {colors.accent}; border-radius: 2px; }}"
         f"QSlider::handle:horizontal {{ width: 18px; height: 18px; margin: -7px 0; border-radius: 9px;"
         f" background: white; border: 2px solid {colors.accent}; }}"
         f"QSlider::handle:horizontal:focus {{ background: {colors.accent}; }}"
         f"QSlider::sub-page:horizontal:disabled {{ background: {colors.faint}; }}"
         f"QSlider::handle:horizontal:disabled {{ border-color: {colors.faint}; }}")


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
        self.slider.setStyleSheet(_LOOK)
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
