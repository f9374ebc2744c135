"""Hearing a sound that is being shaped: play, loop, its beginning, its end, zoom. The editor does what it asks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLayout, QPushButton, QVBoxLayout, QWidget

from broadcaster.gui.icons import icon
from broadcaster.gui.library.wave_model import exact_time
from broadcaster.gui.theme import colors, digit_font, sizes
from broadcaster.gui.widgets.buttons import icon_button
from broadcaster.gui.widgets.layout import column, label, row, show_if
from broadcaster.gui.widgets.volume import VolumeSlider

Act = Callable[[], object]


class Transport(QWidget):
    """`acts`: play, loop, head, tail, nearer, farther, large."""

    def __init__(self, acts: dict[str, Act], memory: QSettings, *, large: bool) -> None:
        super().__init__()
        self.play = icon_button("play", self.tr("Listen"), acts["play"])
        self.loop = icon_button("repeat", self.tr("Again and again (L)"), acts["loop"])
        self.loop.setCheckable(True)
        self.head = icon_button("skip-back", self.tr("Hear the first 3 seconds"), acts["head"])
        self.tail = icon_button("skip-forward", self.tr("Hear the last 3 seconds"), acts["tail"])
        self.nearer = icon_button("zoom-in", self.tr("Closer (+, Ctrl and the wheel)"), acts["nearer"])
        self.farther = icon_button("zoom-out", self.tr("Farther (−)"), acts["farther"])
        self.large = icon_button("maximize-2", self.tr("Open large"), acts["large"])
        show_if(self.large, not large)
        self.volume = VolumeSlider(memory, 110 if large else 64)
        self.time = label("")
        self.time.setFont(digit_font(sizes.body if large else 13))
        keys = (self.play, self.loop, self.head, self.tail)
        if large:
            box: QLayout = row(*keys, self.time, None, self.volume, self.farther, self.nearer, spacing=6)
        else:
            box = column(row(*keys, None, self.farther, self.nearer, self.large, spacing=2),
                         row(self.time, None, self.volume, spacing=6), spacing=2)
        box.setContentsMargins(0, 0, 0, 0)
        self.setLayout(box)
        _show_checked(self.loop)

    def show_state(self, state: str) -> None:
        playing = state == "playing"
        self.play.setIcon(icon("pause" if playing else "play", colors.accent, filled=True))
        words = self.tr("Pause") if playing else self.tr("Listen")
        self.play.setAccessibleName(words)
        self.play.setToolTip(self.tr("{what} (Space)").format(what=words))

    def show_time(self, frame: int, whole: int) -> None:
        self.time.setText(f"{exact_time(frame)} / {exact_time(whole)}")


def _show_checked(button: QPushButton) -> None:
    button.setStyleSheet(f"QPushButton:checked {{ background: {colors.accent_soft};"
                         f" border: 1px solid {colors.accent}; }}")


def stacked(*parts: QWidget, spacing: int = 6) -> QVBoxLayout:
    """One below the other, without room around."""
    box = QVBoxLayout()
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(spacing)
    for part in parts:
        box.addWidget(part)
    return box
