"""The takes of a bulletin: choose one, hear it, cut off its ends."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from broadcaster.base.frames import clock_text
from broadcaster.gui.icons import icon
from broadcaster.gui.ops import Op
from broadcaster.gui.preview import PreviewPlayer
from broadcaster.gui.production.takes import Take, shape
from broadcaster.gui.production.trim_wave import TrimWave
from broadcaster.gui.theme import colors
from broadcaster.gui.widgets.buttons import icon_button
from broadcaster.gui.widgets.form import choice
from broadcaster.gui.widgets.layout import column, label, row


class Review(QWidget):
    """`take()` and `bounds()` are what would be used; `changed` when another take is chosen."""

    changed = Signal()

    def __init__(self, failed: Callable[[Exception], object]) -> None:
        super().__init__()
        self._takes: dict[str, Take] = {}
        self._bounds: dict[str, tuple[int, int]] = {}
        self.player = PreviewPlayer(self)
        self.player.failed.connect(failed)
        self.player.position.connect(self._on_position)
        self.player.state_changed.connect(self._on_state)
        self.box = choice([])
        self.box.setMinimumWidth(150)
        self.box.setAccessibleName(self.tr("Recording"))
        self.box.currentIndexChanged.connect(lambda _: self._show())
        self.play_button = icon_button("play", self.tr("Listen"), self.toggle)
        self.wave = TrimWave(self.tr("Shape of the recording, with a handle at each end"))
        self.wave.setToolTip(self.tr("Drag the ends to cut them off (Ctrl+arrows and Shift+arrows on the keyboard)"))
        self.wave.sought.connect(self.seek)
        self.wave.changed.connect(self._trimmed)
        self.length = label("", "faint")
        line = row(column(self.box, self.length, spacing=2), self.play_button, self.wave)
        line.setStretch(2, 1)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)

    def add(self, take: Take) -> None:
        """A finished take; it is the one shown."""
        if take.seconds <= 0:
            return
        self._takes[str(take.path)] = take
        words = QCoreApplication.translate("Review", "Recording {number} · {time}")
        self.box.addItem(words.format(number=take.number, time=clock_text(take.seconds)), str(take.path))
        self.box.setCurrentIndex(self.box.count() - 1)

    def remove(self, take: Take) -> None:
        self._takes.pop(str(take.path), None)
        self.box.removeItem(self.box.findData(str(take.path)))
        self._show()

    def takes(self) -> list[Take]:
        return list(self._takes.values())

    def take(self) -> Take | None:
        """The chosen one."""
        return self._takes.get(str(self.box.currentData()))

    def bounds(self) -> tuple[int, int]:
        """Milliseconds from and to which it is used."""
        return self.wave.start, self.wave.end

    def toggle(self) -> None:
        """Play what would be used, or pause."""
        take = self.take()
        if take is None:
            return
        if self.player.state == "stopped":
            self.player.play(take.path, self.wave.start / 1000)
        else:
            self.player.toggle(take.path)

    def seek(self, seconds: float) -> None:
        take = self.take()
        if take is not None:
            self.player.play(take.path, seconds)

    def stop(self) -> None:
        self.player.stop()

    def _show(self) -> None:
        self.stop()
        take = self.take()
        if take is not None:
            key = str(take.path)
            Op(lambda: shape(take)).on_success(lambda found: self._drawn(key, *found)).start(self)
        self.changed.emit()

    def _drawn(self, key: str, wave: bytes, start: int, end: int) -> None:
        take = self.take()
        if take is not None and str(take.path) == key:
            start, end = self._bounds.get(key, (start, end))
            self.wave.show_take(wave, round(take.seconds * 1000), start, end)
            self._trimmed()

    def _trimmed(self) -> None:
        take = self.take()
        if take is not None:
            self._bounds[str(take.path)] = self.bounds()
            kept = clock_text((self.wave.end - self.wave.start) / 1000)
            text = self.tr("{time} used, distorted") if take.clipped else self.tr("{time} used")
            self.length.setText(text.format(time=kept))

    def _on_position(self, seconds: float) -> None:
        self.wave.show_position(seconds)
        if seconds * 1000 >= self.wave.end:
            self.player.stop()

    def _on_state(self, state: str) -> None:
        playing = state == "playing"
        self.play_button.setIcon(icon("pause" if playing else "play", colors.accent, filled=True))
        self.play_button.setAccessibleName(self.tr("Pause") if playing else self.tr("Listen"))
        if state == "stopped":
            self.wave.show_position(-1.0)
