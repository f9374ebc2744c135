"""The sound of a bulletin: hear it, see its shape, make it anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from broadcaster.base.frames import clock_text
from broadcaster.base.paths import StationHome
from broadcaster.gui.icons import icon
from broadcaster.gui.preview import PreviewPlayer
from broadcaster.gui.theme import colors
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.buttons import button, icon_button
from broadcaster.gui.widgets.layout import label, row
from broadcaster.gui.widgets.waveform import Waveform
from broadcaster.library.model import Cut

_ONE_STEP = 1.0
"""Seconds: the player tells its place ten times as often; a longer way is a jump."""


class SoundBar(QWidget):
    """`show_cut(cut, current)`; the button that voices belongs to the page."""

    def __init__(self, home: StationHome, failed: Callable[[Exception], None], voiced: Callable[[], None]) -> None:
        super().__init__()
        self._home = home
        self._cut: Cut | None = None
        self._current = False
        self._place = 0.0
        self.heard = 0.0
        """Seconds of this sound that were played here; what was jumped over does not count."""
        self.player = PreviewPlayer(self)
        self.player.failed.connect(failed)
        self.player.position.connect(self._on_position)
        self.player.state_changed.connect(self._on_state)
        self.play_button = icon_button("play", self.tr("Listen"), self.toggle)
        self.wave = Waveform(self.tr("Shape of the sound"))
        self.wave.setFixedHeight(40)
        self.wave.sought.connect(self.player.seek)
        self.time = label("", "soft")
        self.stale = Badge("", "wait")
        self.voice_button = button(self.tr("Read aloud"), "volume-2", voiced)
        self.voice_button.setToolTip(self.tr("Make the sound from the present text (Ctrl+R)"))
        line = row(self.play_button, self.wave, self.time, self.stale, self.voice_button)
        line.setStretch(1, 1)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        self.none = label(self.tr("No sound yet"), "soft")
        line.insertWidget(1, self.none, 1)

    def show_cut(self, cut: Cut | None, current: bool) -> None:
        """Keep playing when it is the sound that plays already."""
        if (cut and cut.sha256) != (self._cut and self._cut.sha256):
            self.player.stop()
            self._cut = cut
            self._place = self.heard = 0.0
            self.wave.show_cut(cut.waveform if cut else b"", cut.seconds if cut else 0.0)
            self._on_state("stopped")
        self._current = cut is not None and current
        self.stale.setToolTip("")
        for part in (self.play_button, self.wave, self.time):
            part.setVisible(cut is not None)
        self.none.setVisible(cut is None)
        self.stale.show_state("" if cut is None or current else self.tr("says the old text"), "wait")
        self.voice_button.setText(self.tr("Read aloud") if cut is None or not current else self.tr("Read again"))

    def show_old_readings(self, words: Sequence[str]) -> None:
        """The text is the same, but these words would be read otherwise today."""
        if self._current and words:
            self.stale.show_state(self.tr("old reading"), "wait")
            self.stale.setToolTip(self.tr("The sound was made before these readings were changed: {words}").format(
                words=", ".join(words[:6]) + (" …" if len(words) > len(words[:6]) else "")))
            self.voice_button.setText(self.tr("Read aloud"))
        elif self._current:
            self.stale.show_state("")
            self.stale.setToolTip("")
            self.voice_button.setText(self.tr("Read again"))

    def toggle(self) -> None:
        """Play or pause."""
        if self._cut:
            self.player.toggle(self._home.audio(self._cut.sha256))

    def stop(self) -> None:
        self.player.stop()

    def _on_position(self, seconds: float) -> None:
        if 0.0 < seconds - self._place < _ONE_STEP:
            self.heard += seconds - self._place
        self._place = seconds
        self.wave.show_position(seconds)
        self._show_time(seconds)

    def _on_state(self, state: str) -> None:
        playing = state == "playing"
        self.play_button.setIcon(icon("pause" if playing else "play", colors.accent, filled=True))
        words = self.tr("Pause") if playing else self.tr("Listen")
        self.play_button.setAccessibleName(words)
        self.play_button.setToolTip(words)
        if state == "stopped":
            self.wave.show_position(-1.0)
            self._show_time(0.0)

    def _show_time(self, seconds: float) -> None:
        if self._cut:
            self.time.setText(f"{clock_text(seconds)} / {clock_text(self._cut.seconds)}")
