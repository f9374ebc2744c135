"""Saving the settings, and trying the voice."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from broadcaster.base.settings import Settings, changed, save_settings
from broadcaster.gui.page import Shell
from broadcaster.speech.model import Voice
from broadcaster.wiring import App


def save(app: App, settings: Settings) -> Settings:
    """Write station.toml; raises Refused with nothing written."""
    save_settings(app.home, settings)
    return settings


def tell_air(shell: Shell, owner: object) -> None:
    """Let the playing process read the settings again; it reads them at its next start too."""
    shell.air.command("reload").on_failure(lambda _: None).start(owner)  # type: ignore[arg-type]


def voices(app: App) -> list[Voice]:
    """The voices of this computer."""
    return list(app.speech.voices())


class VoiceTrial:
    """One spoken sentence in a file that goes away with the page."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="dai-xa-"))
        self._count = 0

    def speak(self, app: App, text: str, voice: str, rate: int) -> Path:
        """Voice it with values that are not saved yet."""
        self._count += 1
        folder = self._folder / str(self._count)
        folder.mkdir()
        return app.speech.synthesise(text, folder, voice=voice, rate=rate)

    def close(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)


def with_values(settings: Settings, values: dict[str, object]) -> Settings:
    """Settings with "section.name" values replaced."""
    for name, value in values.items():
        section, key = name.split(".")
        settings = changed(settings, section, **{key: value})
    return settings
