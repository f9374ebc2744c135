"""What the keeper hears of the player: its answers on the socket, and its traces in the station home."""

from __future__ import annotations

import json
from typing import Any

from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome
from broadcaster.protocol.journal import journal_files
from broadcaster.protocol.link import LinkClient, address_file

PATIENCE = 1.0
SIGN_LASTS = 10.0
"""The player leaves a trace every four seconds."""


class AirLink:
    """Asks the player, one short connection each time."""

    def __init__(self, home: StationHome) -> None:
        self._home = home
        self._trace: object = None
        self._trace_at = float("-inf")

    def ask(self, command: str, **words: Any) -> dict[str, Any] | None:
        """The answer, or None: nobody there, too busy, or the answer was no."""
        try:
            client = LinkClient(self._home, "air", timeout=PATIENCE)
        except BroadcasterError:
            return None
        try:
            return client.ask(command, **words)
        except BroadcasterError:
            return None
        finally:
            client.close()

    def leaves_traces(self, now: float) -> bool:
        """Whether files only a living player touches have changed lately; their times are compared, not believed."""
        trace = self._look()
        if trace != self._trace:
            # What the first look finds may be old.
            self._trace_at = now if self._trace is not None else self._trace_at
            self._trace = trace
        return now - self._trace_at < SIGN_LASTS

    def named_pid(self) -> int | None:
        """The process that last said how to reach it."""
        try:
            return int(json.loads(address_file(self._home, "air").read_bytes())["pid"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _look(self) -> object:
        found: list[object] = []
        for path in (self._home.run / "air.alive", *journal_files(self._home.asrun)[-1:]):
            try:
                stat = path.stat()
            except OSError:
                continue
            found.append((path.name, stat.st_mtime_ns, stat.st_size))
        return tuple(found)
