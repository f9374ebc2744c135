"""How loud it is listened to in the window; the broadcast has nothing to do with it."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from broadcaster.gui.icons import pixmap
from broadcaster.gui.listening import listening
from broadcaster.gui.theme import colors

_KEY = "preview/volume"


class VolumeSlider(QWidget):
    """One volume for the whole window, remembered; every slider shows the same."""

    def __init__(self, memory: QSettings | None = None, width: int = 74) -> None:
        super().__init__()
        self._memory = memory
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setFixedWidth(width)
        self.slider.setAccessibleName(self.tr("Volume of listening in the window"))
        self.slider.setToolTip(self.tr("Only here: the broadcast is as loud as ever"))
        self._picture = QLabel()
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self._picture)
        box.addWidget(self.slider)
        if memory is not None:
            listening().set_volume(float(str(memory.value(_KEY, listening().volume))))
        self._show(listening().volume)
        self.slider.valueChanged.connect(self._changed)
        listening().volume_changed.connect(self._show)

    def _changed(self, percent: int) -> None:
        listening().set_volume((percent / 100) ** 2)  # loudness as the ear hears it, roughly
        if self._memory is not None:
            self._memory.setValue(_KEY, listening().volume)

    def _show(self, volume: float) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(round(volume ** 0.5 * 100))
        self.slider.blockSignals(False)
        self._picture.setPixmap(pixmap("volume-2" if volume > 0 else "volume-x", 18, colors.soft))
