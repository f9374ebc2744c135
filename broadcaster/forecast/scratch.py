"""A home to be thrown away: the player writes there, and reads the station's sounds, key and approvals in place."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from broadcaster.air.checks import ImmediateExecutor, Stamp, check_file, stamp
from broadcaster.base.paths import StationHome


@dataclass(frozen=True)
class ScratchHome(StationHome):
    """`root` is empty and ours; nothing of `station` is ever written to."""

    station: StationHome
    gone: set[str] = field(default_factory=set)
    """sha256 of the sounds that are supposed to be missing."""

    @property
    def settings(self) -> Path:
        return self.station.settings

    @property
    def key(self) -> Path:
        return self.station.key

    @property
    def approvals(self) -> Path:
        return self.station.approvals

    def audio(self, sha256: str) -> Path:
        """The station's own file, while it is not supposed to be missing."""
        return (StationHome(self.root) if sha256 in self.gone else self.station).audio(sha256)


class OnceChecked(ImmediateExecutor):
    """A file that was compared with its name once is believed while nobody was at it: it airs many times in a month."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, Stamp], Any] = {}

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        """As Executor.submit."""
        if fn is not check_file:
            return super().submit(fn, *args, **kwargs)  # type: ignore[no-untyped-call]
        home, sha256 = args
        found = stamp(home, sha256)
        if found is None:
            return super().submit(fn, *args)  # type: ignore[no-untyped-call]
        if (sha256, found) not in self._known:
            self._known[sha256, found] = check_file(home, sha256)
        known: Future[object] = Future()
        known.set_result(self._known[sha256, found])
        return known
