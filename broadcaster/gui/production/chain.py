"""The parts of a bulletin below each other, as they will be heard: chime, ident, words, music, closing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QWidget

from broadcaster.bulletins.model import Production
from broadcaster.bulletins.production import LIMITS, PARTS
from broadcaster.gui.production.model import COLOURS, choices, part_words
from broadcaster.gui.voices.dial import Dial
from broadcaster.gui.widgets.flow import FlowLayout
from broadcaster.gui.widgets.form import choice, decimal_field, number_field
from broadcaster.gui.widgets.layout import label, row
from broadcaster.library.model import Cart

_LINE = 38


class Chain(QWidget):
    """`changed(field, value)` when a person chooses something."""

    changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._filling = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.boxes: dict[str, QComboBox] = {}
        self._part("chime")
        self._part("ident")
        self._words()
        self._part("bed")
        self._music()
        self._part("closing")

    def show_production(self, production: Production, offered: Sequence[Cart]) -> None:
        """Choices and figures; nothing is announced."""
        self._filling = True
        for part in PARTS:
            box, chosen = self.boxes[part], str(getattr(production, part))
            box.clear()
            for value, words in choices(part, offered, chosen):
                box.addItem(words, value)
            box.setCurrentIndex(max(0, box.findData(chosen)))
            box.setToolTip(box.currentText())
        self.repeats.setValue(production.repeats)
        self.pause.setValue(production.pause_seconds)
        self.level.slider.setValue(round(production.bed_db))
        self.fade.setValue(production.fade_seconds)
        self._filling = False
        self._show_use(production)

    def lock(self, locked: bool) -> None:
        self.setEnabled(not locked)

    def _show_use(self, production: Production) -> None:
        """What has no effect now is grey."""
        for part in (self.level, self.fade_label, self.fade):
            part.setEnabled(bool(production.bed))
        for part in (self.pause_label, self.pause):
            part.setEnabled(not production.plain)

    def _part(self, part: str) -> None:
        box = choice([])
        box.setAccessibleName(part_words(part))
        box.setMinimumWidth(120)
        box.activated.connect(lambda _: self._tell(part, str(box.currentData() or "")))
        self.boxes[part] = box
        line = self._grid.rowCount()
        self._grid.addWidget(self._name(part), line, 0)
        self._grid.addWidget(box, line, 1)

    def _words(self) -> None:
        self.repeats = number_field(1, int(LIMITS["repeats"][0]), int(LIMITS["repeats"][1]), self.tr(" times"))
        self.repeats.setAccessibleName(self.tr("How often the words are said"))
        self.repeats.valueChanged.connect(lambda value: self._tell("repeats", int(value)))
        self.pause = decimal_field(1.5, *LIMITS["pause_seconds"], self.tr(" s"), 0.5)
        self.pause.setAccessibleName(self.tr("Pause between the parts"))
        self.pause.valueChanged.connect(lambda value: self._tell("pause_seconds", float(value)))
        self.pause_label = label(self.tr("pause between the parts"), "soft")
        line = self._grid.rowCount()
        self._grid.addWidget(self._name("words"), line, 0)
        self._grid.addWidget(_Flowing(self.repeats, self.pause_label, self.pause), line, 1)

    def _music(self) -> None:
        self.level = Dial(self.tr("Level"), -36, -6, -18, 1, " dB")
        self.level.words.setMinimumWidth(self.level.words.fontMetrics().horizontalAdvance("-36 dB") + 8)
        self.level.setToolTip(self.tr("How far the music lies under the words"))
        self.level.slider.valueChanged.connect(lambda _: self._tell("bed_db", float(self.level.value())))
        self.fade = decimal_field(1.0, *LIMITS["fade_seconds"], self.tr(" s"), 0.5)
        self.fade.setAccessibleName(self.tr("Music comes and goes within"))
        self.fade.valueChanged.connect(lambda value: self._tell("fade_seconds", float(value)))
        self.fade_label = label(self.tr("fades"), "soft")
        self.level.slider.setMinimumWidth(120)
        self._grid.addWidget(_Flowing(self.level, self.fade_label, self.fade), self._grid.rowCount(), 1)

    def _name(self, part: str) -> QWidget:
        mark = QFrame()
        mark.setFixedSize(5, 24)
        mark.setStyleSheet(f"background: {COLOURS[part]}; border-radius: 2px;")
        line = row(mark, label(part_words(part)), None, spacing=9)
        line.setContentsMargins(0, 0, 0, 0)
        result = QWidget()
        result.setLayout(line)
        return result

    def _tell(self, name: str, value: Any) -> None:
        if not self._filling:
            self.changed.emit(name, value)


class _Flowing(QWidget):
    """Side by side, or below each other in a narrow window."""

    def __init__(self, *items: QWidget) -> None:
        super().__init__()
        self._flow = FlowLayout(self, 10)
        for item in items:
            item.setMinimumHeight(_LINE)
            self._flow.addWidget(item)

    def sizeHint(self) -> QSize:
        # One line: Qt would ask for as many as the narrowest width needs, and keep them.
        return QSize(self._flow.minimumSize().width(), _LINE)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
