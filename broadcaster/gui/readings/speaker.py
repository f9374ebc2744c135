"""A few words said aloud at the desk, so that a reading is judged by the ear."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from broadcaster.gui.ops import Op
from broadcaster.gui.preview import PreviewPlayer
from broadcaster.wiring import App

_LONGEST = 400
"""Characters: words are judged here, not bulletins."""


class Speaker(QObject):
    """`say(words)` voices off the window's thread and plays; another `say` or `stop` ends the one before."""

    failed = Signal(object)
    busy_changed = Signal(bool)
    """It is voicing or sounding."""

    def __init__(self, app: App, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._folder: Path | None = None
        self._op: Op[Path] | None = None
        self.said: list[str] = []
        """What was voiced, the last words last."""
        self.player = PreviewPlayer(self)
        self.player.failed.connect(self._on_failed)
        self.player.state_changed.connect(lambda _: self.busy_changed.emit(self.busy))

    @property
    def busy(self) -> bool:
        return self._op is not None or self.player.state == "playing"

    def say(self, words: str, voice: str = "", rate: int = 0) -> None:
        """In the voice of the bulletin, or the station's."""
        self.stop()
        words = " ".join(words.split())[:_LONGEST]
        if not words:
            return
        app, folder = self._app, self._place()

        def speak(step: object) -> Path:
            return app.speech.synthesise(words, folder, voice or None, rate or None,
                                         cancelled=lambda: bool(getattr(step, "cancelled", False)))

        self._op = Op(speak, lane="slow").on_progress(lambda *_: None)
        self._op.on_success(lambda path: self._play(path, words)).on_failure(self._on_failed).start(self)
        self.busy_changed.emit(True)

    def stop(self) -> None:
        """Be quiet; what is being voiced is dropped."""
        if self._op is not None:
            self._op.cancel()
            self._op = None
        self.player.stop()
        self.busy_changed.emit(False)

    def _place(self) -> Path:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="dai-xa-"))
            weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        return self._folder

    def _play(self, path: Path, words: str) -> None:
        self._op = None
        self.said.append(words)
        self.player.play(path)

    def _on_failed(self, error: Exception) -> None:
        self._op = None
        self.busy_changed.emit(False)
        self.failed.emit(error)
