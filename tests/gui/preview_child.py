"""A child process that listens as the window does, with a sound server of its own.

Words: a JSON list of steps [seconds to wait, name, *values] after the settings. Prints what happened as lines of JSON.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer

from broadcaster.base.settings import Settings, changed
from broadcaster.gui.listening import listening
from broadcaster.gui.preview import PreviewPlayer
from broadcaster.gui.sounds import FileSound, Turns


def say(kind: str, value: Any) -> None:
    print(json.dumps({kind: value}), flush=True)


class Desk:
    """What the steps may ask for."""

    def __init__(self) -> None:
        self.players = [PreviewPlayer(), PreviewPlayer()]
        for number, player in enumerate(self.players):
            player.failed.connect(lambda refusal: say("failed", refusal.code))
            player.state_changed.connect(lambda state, number=number: say("state", [number, state]))
            player.position.connect(lambda at: say("position", at))
        listening().told.connect(lambda refusal: say("told", [refusal.code, refusal.facts]))
        self.turns: Turns | None = None

    def play(self, number: int, path: str, start: float = 0.0) -> None:
        self.players[number].play(Path(path), start)

    def pair(self, first: str, second: str) -> None:
        self.turns = Turns()
        turns = self.turns

        def opened() -> Turns:
            turns.open(FileSound(Path(first)), FileSound(Path(second)))
            return turns
        self.players[0].play_sound((first, second), opened)

    def turn(self) -> None:
        assert self.turns is not None
        self.turns.second = not self.turns.second

    def loop(self, start: float, end: float) -> None:
        self.players[0].loop = (start, end)

    def volume(self, volume: float) -> None:
        listening().set_volume(volume)

    def seek(self, seconds: float) -> None:
        self.players[0].seek(seconds)

    def pause(self) -> None:
        self.players[0].pause()


def main(wanted: str, air: str, steps: list[list[Any]]) -> None:
    app = QCoreApplication([])
    settings = changed(changed(Settings(), "library", preview_device=wanted), "audio", device=air)
    listening().set_up(replace(settings))
    desk, after = Desk(), 0.0
    for wait, name, *values in steps:
        after += wait
        act = app.quit if name == "quit" else getattr(desk, name)
        QTimer.singleShot(round(after * 1000), lambda act=act, values=values: act(*values))
    app.exec()
    for player in desk.players:
        player.stop()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], json.loads(sys.argv[3]))
