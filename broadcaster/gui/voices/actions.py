"""What the buttons of the voice comparison do."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from broadcaster.base.errors import Refused
from broadcaster.gui.ops import Step
from broadcaster.gui.voices.model import Manner
from broadcaster.speech.model import AbsentEngine, Pack, Voice
from broadcaster.wiring import App


def listing(app: App) -> tuple[list[Voice], tuple[AbsentEngine, ...], list[Pack]]:
    """Voices, engines that are missing, packs that were put away."""
    voices = app.speech.voices()
    return voices, app.speech.absent(), app.speech.removed_packs()


class Trials:
    """Spoken samples in files that go away with the window; the same sample is spoken once."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._folder = Path(tempfile.mkdtemp(prefix="dai-xa-"))
        self._made: dict[tuple[str, Manner], Path] = {}

    def known(self, text: str, manner: Manner) -> Path | None:
        """The file, when it was made already."""
        return self._made.get((text, manner))

    def speak(self, text: str, manner: Manner, cancelled: Callable[[], bool]) -> Path:
        """Off the window's thread. Raises Refused: speech.*."""
        made = self._app.speech.synthesise(text, self._folder, manner.voice, manner.rate, cancelled=cancelled,
                                           pitch=manner.pitch)
        self._made[(text, manner)] = made
        return made

    def close(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)


def look(app: App, path: Path) -> Pack:
    return app.speech.look_at_pack(path)


def install(app: App, path: Path, step: Step, words: str) -> Pack | None:
    """Bring a pack in; None: called off."""
    def moved(share: float) -> None:
        if not step.cancelled:
            step(round(share * 100), 100, words)

    try:
        return app.speech.install_pack(path, moved, lambda: step.cancelled)
    except Refused as refusal:
        if refusal.code == "speech.pack_cancelled":
            return None
        raise


def remove(app: App, name: str) -> None:
    app.speech.remove_pack(name)


def restore(app: App, name: str) -> Pack:
    return app.speech.restore_pack(name)
