"""The program tries itself: does all it is made of work on this computer, without a station and without a screen?

For the built program most of all: what a builder forgot to pack is seen here and not at the operator's. The player,
the helper and the window lie above this layer; their trials come from broadcaster/cli/self_test.py.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from broadcaster.base.clock import SystemClock
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome
from broadcaster.wiring import App, build_app

log = logging.getLogger(__name__)


class Failed(Exception):
    """Something is not as it must be; the sentence says what."""


@dataclass(frozen=True)
class Trial:
    """One thing tried. `run` tells in a few words what it saw, or raises."""

    name: str
    run: Callable[[Ground], str]


@dataclass(frozen=True)
class Result:
    """What became of a trial; `detail` says what was seen, or why it failed."""

    name: str
    ok: bool
    seconds: float
    detail: str


class Ground:
    """A station of its own in an empty folder, opened when first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = StationHome(folder / "trạm thử")

    @cached_property
    def app(self) -> App:
        return build_app(self.home)

    def close(self) -> None:
        if "app" in self.__dict__:
            self.app.close()
            del self.app


def run_trials(trials: Sequence[Trial], folder: Path) -> Iterator[Result]:
    """One after the other, each told as soon as it is over; one that fails does not keep the others from running."""
    ground, clock = Ground(folder), SystemClock()
    try:
        for trial in trials:
            begun = clock.monotonic()
            try:
                ok, detail = True, trial.run(ground)
            except (Failed, BroadcasterError) as error:
                ok, detail = False, str(error)
            except Exception as error:  # a part that is missing shows in any way it likes
                log.exception("the trial %s", trial.name)
                ok, detail = False, f"{type(error).__name__}: {error}"
            yield Result(trial.name, ok, round(clock.monotonic() - begun, 2), detail)
    finally:
        ground.close()


def must(holds: object, otherwise: str) -> None:
    """Raises Failed with this sentence."""
    if not holds:
        raise Failed(otherwise)
