"""Gain by time of day: a small table of times and decibels."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QVBoxLayout, QWidget

from broadcaster.base.errors import Refused
from broadcaster.base.zones import GAIN_HIGH, GAIN_LOW, MOST_STEPS, gain_steps, gain_text
from broadcaster.gui.widgets.buttons import button, icon_button
from broadcaster.gui.widgets.form import decimal_field
from broadcaster.gui.widgets.layout import label, row
from broadcaster.gui.widgets.times import TimeField


class _Step(QWidget):
    """One line: from when, how loud, away with it."""

    def __init__(self, table: GainTable, at: time, gain: float) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self.at = TimeField(at)
        self.at.setAccessibleName(translate("GainTable", "From"))
        self.gain = decimal_field(gain, GAIN_LOW, GAIN_HIGH, translate("GainTable", " dB"), 0.5)
        self.gain.setAccessibleName(translate("GainTable", "Gain"))
        for field in (self.at, self.gain):
            field.setMinimumHeight(34)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(label(translate("GainTable", "from"), "soft"))
        box.addWidget(self.at, 1)
        box.addWidget(self.gain, 1)
        box.addWidget(icon_button("x", translate("GainTable", "Remove this time"), lambda: table.remove(self)))


class GainTable(QWidget):
    """`text()` and `set_text()` speak as station.toml does ("04:30 -6, 06:00 0")."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plain")
        self.steps: list[_Step] = []
        self._none = label(self.tr("The same loudness all day (0 dB)."), "soft", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.add_button = button(self.tr("Add a time"), "plus", self._add)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 4)
        box.setSpacing(6)
        box.addWidget(self._none)
        box.addLayout(self._rows)
        box.addLayout(row(self.add_button, None))

    def text(self) -> str:
        """In order of time; a time that is there twice stays so, for the check to refuse."""
        return gain_text((step.at.value(), step.gain.value()) for step in self.steps)

    def set_text(self, text: str) -> None:
        """Show these steps; a text that cannot be read shows none."""
        for step in list(self.steps):
            self.remove(step)
        try:
            found = gain_steps(text)
        except Refused:
            found = ()
        for at, gain in found:
            self._append(at, gain)
        self._show()

    def remove(self, step: _Step) -> None:
        """Take one line away."""
        self.steps.remove(step)
        self._rows.removeWidget(step)
        step.hide()
        step.deleteLater()
        self._show()

    def gain_fields(self) -> list[QDoubleSpinBox]:
        """The decibels, line by line."""
        return [step.gain for step in self.steps]

    def _add(self) -> None:
        # The usual wish first: softer before the village is up, then as it is.
        usual = [time(4, 30), time(6), time(19), time(20)]
        taken = {step.at.value() for step in self.steps}
        free = [at for at in usual + [time(hour) for hour in range(24)] if at not in taken]
        at = free[0] if free else time(0)
        self._append(at, -6.0 if at in {time(4, 30), time(19), time(20)} else 0.0)
        self.steps[-1].gain.setFocus()
        self._show()

    def _append(self, at: time, gain: float) -> None:
        step = _Step(self, at, gain)
        self.steps.append(step)
        self._rows.addWidget(step)
        step.at.timeChanged.connect(lambda _: self.changed.emit())
        step.gain.valueChanged.connect(lambda _: self.changed.emit())

    def _show(self) -> None:
        self._none.setVisible(not self.steps)
        self.add_button.setEnabled(len(self.steps) < MOST_STEPS)
        self.changed.emit()
