"""Saving the settings, and trying the voice."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import asdict
from pathlib import Path

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.program import NO_WINDOW, own_command
from broadcaster.base.settings import Settings, changed, save_settings
from broadcaster.gui.page import Shell
from broadcaster.speech.model import Voice
from broadcaster.wiring import App

_TRY_SECONDS = 30
"""Longer than starting the program, two commands that hang, and the two seconds between them."""


def save(app: App, settings: Settings, decided: tuple[str, str] | None = None) -> Settings:
    """Write station.toml; raises Refused with nothing written.

    `decided`: who changed the approval rule, and why. All that is changed goes into the record.
    """
    before = app.settings
    save_settings(app.home, settings)
    here = app.accounts.here
    if changes := changed_values(before, settings):
        app.accounts.record(here or "", "settings.change", "settings", **changes)
    if decided is not None:
        app.accounts.record(decided[0], "settings.approval", "settings", **asdict(settings.approval),
                            reason=decided[1])
    return settings


def changed_values(before: Settings, after: Settings) -> dict[str, object]:
    """"section.name" → [old, new]; of zones only that they changed: their addresses may hold passwords."""
    old, new = asdict(before), asdict(after)
    changes: dict[str, object] = {
        f"{section}.{name}": [old[section][name], value] for section, values in new.items()
        if isinstance(values, dict) for name, value in values.items() if old[section][name] != value}
    if before.zones != after.zones:
        changes["zones"] = [[zone.name for zone in before.zones], [zone.name for zone in after.zones]]
    return changes


def tell_air(shell: Shell, owner: object) -> None:
    """Let the playing process read the settings again; it reads them at its next start too."""
    shell.air.command("reload").on_failure(lambda _: None).start(owner)  # type: ignore[arg-type]


def voices(app: App) -> list[Voice]:
    """The voices of this computer."""
    return list(app.speech.voices())


def try_power(home: StationHome, power: str) -> None:
    """Close a switch for two seconds, in a process of its own: the window never touches the amplifier's port.

    Raises Refused("power.failed").
    """
    try:
        done = subprocess.run(own_command("--home", str(home.root), "power", "try", power), stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, encoding="utf-8", errors="replace",
                              timeout=_TRY_SECONDS, check=False, creationflags=NO_WINDOW)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Refused("power.failed", f"cannot switch: {error}", detail=str(error)) from error
    if done.returncode:
        detail = done.stderr.strip().rpartition("\n")[2].removeprefix("broadcaster: ")
        raise Refused("power.failed", f"cannot switch: {detail}", detail=detail)


class VoiceTrial:
    """One spoken sentence in a file that goes away with the page."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="dai-xa-"))
        self._count = 0

    def speak(self, app: App, text: str, voice: str, rate: int, pitch: int) -> Path:
        """Voice it with values that are not saved yet."""
        self._count += 1
        folder = self._folder / str(self._count)
        folder.mkdir()
        return app.speech.synthesise(text, folder, voice=voice, rate=rate, pitch=pitch)

    def close(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)


def with_values(settings: Settings, values: dict[str, object]) -> Settings:
    """Settings with "section.name" values replaced."""
    for name, value in values.items():
        section, key = name.split(".")
        settings = changed(settings, section, **{key: value})
    return settings
