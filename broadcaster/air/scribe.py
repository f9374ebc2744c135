"""Writing the journal without ever stopping the sound: what the disk refuses is kept and tried again."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from typing import Any, Protocol

from broadcaster.air.alarms import Alarms
from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import BroadcasterError
from broadcaster.protocol.journal import JournalWriter, Kind

log = logging.getLogger(__name__)

class Writes(Protocol):
    """What can take a journal line."""

    def write(self, kind: Kind, /, **data: Any) -> int: ...


class ZoneScribe:
    """Writes lines that say which zone they are about."""

    def __init__(self, scribe: Writes, zone: str) -> None:
        self._scribe, self._facts = scribe, {"zone": zone} if zone else {}

    def write(self, kind: Kind, /, **data: Any) -> int:
        """As Scribe.write."""
        return self._scribe.write(kind, **data, **self._facts)


_PENDING = 10_000
_RETRY_SECONDS = 1.0


class Scribe:
    """The one user of JournalWriter."""

    def __init__(self, journal: JournalWriter, clock: Clock, alarms: Alarms,
                 make_room: Callable[[], bool] = lambda: False) -> None:
        """`make_room`: called when the disk is full; True when something was let go and it is worth another try."""
        self._journal, self._clock, self._alarms, self._make_room = journal, clock, alarms, make_room
        self._pending: deque[tuple[Kind, dict[str, Any]]] = deque(maxlen=_PENDING)
        self._retry_at = 0.0

    @property
    def seq(self) -> int:
        """Number of the last line that is safely on disk."""
        return self._journal.last.seq if self._journal.last else 0

    def write(self, kind: Kind, /, **data: Any) -> int:
        """The line's number, or 0 while the disk refuses: the line is kept, with its time in `noted_at`."""
        if not self._pending:
            try:
                return self._try(kind, data)
            except BroadcasterError as error:
                self._refused(error)
        self._pending.append((kind, {**data, "noted_at": format_time(self._clock.now())}))
        return 0

    def retry(self) -> None:
        """Write what had to wait, in order."""
        if not self._pending or self._clock.monotonic() < self._retry_at:
            return
        try:
            while self._pending:
                kind, data = self._pending[0]
                self._journal.write(kind, **data)
                self._pending.popleft()
        except BroadcasterError as error:
            self._refused(error)
            return
        self._alarms.clear("journal_refused")

    def close(self) -> None:
        self.retry()
        self._journal.close()

    def _try(self, kind: Kind, data: dict[str, Any]) -> int:
        try:
            return self._journal.write(kind, **data).seq
        except BroadcasterError as error:
            if error.code != "disk.full" or not self._make_room():
                raise
            log.warning("the disk is full: the room set aside is let go")
            return self._journal.write(kind, **data).seq

    def _refused(self, error: BroadcasterError) -> None:
        self._retry_at = self._clock.monotonic() + _RETRY_SECONDS
        if self._alarms.raise_("journal_refused", problem=error.code, waiting=len(self._pending) + 1):
            log.error("the journal cannot be written: %s", error.text)
