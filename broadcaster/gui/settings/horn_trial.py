"""Listening to the horn profile: the same approved item as it is, and as a horn zone will play it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from broadcaster.base.errors import Refused
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.preview import PreviewPlayer
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.form import choice
from broadcaster.gui.widgets.layout import label, row
from broadcaster.library.model import Cart, State

SECONDS = 30
"""How much of an item is listened to."""
_ITEMS = 60


@dataclass(frozen=True)
class Pair:
    """One item twice, from its beginning."""

    before: Path
    after: Path


def before_and_after(sound: Path, folder: Path) -> Pair:
    """Write both as WAV files into `folder`; raises Refused("preview.unreadable")."""
    # Both load numpy, which the window does without until somebody listens.
    import soundfile

    from broadcaster.sound.horn import horned

    try:
        with soundfile.SoundFile(sound) as file:
            rate = file.samplerate
            samples = file.read(SECONDS * rate, dtype="float32", always_2d=True)
    except (OSError, RuntimeError) as error:
        raise Refused("preview.unreadable", f"cannot play {sound.name}: {error}", name=sound.name) from error
    pair = Pair(folder / f"{sound.stem}-before.wav", folder / f"{sound.stem}-after.wav")
    soundfile.write(pair.before, samples, rate, subtype="PCM_16")
    soundfile.write(pair.after, horned(samples), rate, subtype="PCM_16")
    return pair


class HornTrial(QWidget):
    """Choose an item, then hear “before” and “after”: changing over keeps the place, so that the ear can compare."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._shell = shell
        self._folder = Path(tempfile.mkdtemp(prefix="dai-xa-"))
        folder = self._folder
        self.destroyed.connect(lambda: shutil.rmtree(folder, ignore_errors=True))
        self._pairs: dict[str, Pair] = {}
        self._at = 0.0
        self._playing = ""
        self.player = PreviewPlayer(self)
        self.player.failed.connect(shell.error)
        self.player.position.connect(self._on_position)
        self.player.state_changed.connect(self._on_state)
        self.items = choice([])
        self.items.setAccessibleName(self.tr("Item to listen to"))
        self.items.currentIndexChanged.connect(lambda _: self.stop())
        self.before = button(self.tr("Before"), "headphones", lambda: self._listen("before"))
        self.after = button(self.tr("After"), "headphones", lambda: self._listen("after"))
        self.note = label("", "faint", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.items)
        box.addLayout(row(self.before, self.after, None))
        box.addWidget(self.note)
        self._show_items(())
        library = shell.app.library
        Op(lambda: library.find(states=(State.APPROVED,), limit=_ITEMS)).on_success(self._show_items).start(self)

    def stop(self) -> None:
        """Silence, and from the beginning next time."""
        self._playing, self._at = "", 0.0
        self.player.stop()

    def _show_items(self, carts: Sequence[Cart]) -> None:
        self.items.clear()
        for cart in carts:
            self.items.addItem(cart.title, cart.cut.sha256)
        for control in (self.items, self.before, self.after):
            control.setVisible(bool(carts))
        self.note.setText(self.tr("The same place of the same item, as it is and as the horns will play it.") if carts
                          else self.tr("Once an item is approved it can be heard here, before and after."))

    def _listen(self, which: str) -> None:
        if self._playing == which:
            self.stop()
            return
        sha256 = str(self.items.currentData())
        if sha256 in self._pairs:
            self._play(which, sha256)
            return
        self.before.setEnabled(False)
        self.after.setEnabled(False)
        sound, folder = self._shell.app.home.audio(sha256), self._folder
        Op(lambda: before_and_after(sound, folder), lane="slow", label=self.tr("The item is being shaped…")) \
            .on_success(lambda pair: self._made(which, sha256, pair)).on_failure(self._failed).start(self)

    def _made(self, which: str, sha256: str, pair: Pair) -> None:
        self._enable()
        self._pairs[sha256] = pair
        if self.items.currentData() == sha256:
            self._play(which, sha256)

    def _failed(self, error: Exception) -> None:
        self._enable()
        self._shell.error(error)

    def _enable(self) -> None:
        self.before.setEnabled(True)
        self.after.setEnabled(True)

    def _play(self, which: str, sha256: str) -> None:
        at, self._playing = self._at, which
        self.player.play(getattr(self._pairs[sha256], which), start=at)
        self._show_playing()

    def _on_position(self, seconds: float) -> None:
        self._at = seconds

    def _on_state(self, state: str) -> None:
        if state == "stopped":
            self._playing, self._at = "", 0.0
        self._show_playing()

    def _show_playing(self) -> None:
        both = {"before": (self.before, self.tr("Before")), "after": (self.after, self.tr("After"))}
        for name, (control, words) in both.items():
            control.setText(self.tr("Stop listening") if self._playing == name else words)
            control.setAccessibleName(control.text())
