"""A day ahead, and again ten minutes ahead: would everything that is planned sound?

Asks what the player will ask, of the published files themselves. A sound is read through and decoded when its session
comes into sight, once more just before it, and whenever its file is another one; between that a look costs a stat.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import soundfile

from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome, sha256_of
from broadcaster.protocol.coming import Fault, fault_of
from broadcaster.protocol.journal import Reason
from broadcaster.protocol.permits import Permits
from broadcaster.protocol.rundown import CutRef, PlannedSession, Rundown, RundownEvent
from broadcaster.protocol.seal import read_key
from broadcaster.schedule.publish import newest_good

log = logging.getLogger(__name__)

FAR = timedelta(hours=24)
NEAR = timedelta(minutes=10)
_BLOCK = 1 << 18

Stamp = tuple[int, int, int, int, int] | None


class ComingWatch:
    """Remembers what it has read; `look` may take as long as reading a day's sounds."""

    def __init__(self, home: StationHome) -> None:
        self._home = home
        self._permits: Permits | None = None
        self._known: dict[tuple[str, str], tuple[Stamp, Reason]] = {}
        """(sha256, "" or the session it was read just before) -> the file that was read, and what was found."""
        self.read = 0
        """How many sounds were read through so far."""

    def look(self, now: datetime) -> list[Fault]:
        """What of the sessions of the next 24 hours would not sound. Raises Refused without a station key."""
        key = read_key(self._home)
        self._permits = self._permits or Permits(self._home, key)
        rundowns = [newest_good(self._home, (now + timedelta(days=n)).date(), key) for n in (0, 1)]
        soon = [(rundown, session) for rundown in rundowns if rundown for session in rundown.sessions
                if now < session.starts_at <= now + FAR]
        faults = list(self._faults(soon, now))
        wanted = {cut.sha256 for _, session in soon for event in session.events for cut in _sounds(event)}
        self._known = {key: known for key, known in self._known.items() if key[0] in wanted}
        return faults

    def _faults(self, soon: list[tuple[Rundown, PlannedSession]], now: datetime) -> Iterator[Fault]:
        assert self._permits is not None
        for rundown, session in soon:
            before = session.id if session.starts_at - now <= NEAR else ""
            for event in session.events:
                reason = self._permits.event(event, rundown.day.isoformat(), rundown.ledger)
                reason = reason or self._relay(event) or self._found(event, before)
                if reason:
                    yield fault_of(session, event, reason)

    def _relay(self, event: RundownEvent) -> Reason:
        altered = event.relay is not None and event.relay.digest() != event.cut.sha256
        return Reason.FILE_ALTERED if altered else Reason.NONE

    def _found(self, event: RundownEvent, before: str) -> Reason:
        """`before`: the session that is about to begin; its sounds are read once more, whatever is known of them."""
        for cut in _sounds(event):
            key, stamp = (cut.sha256, before), _stamp(self._home, cut)
            if key not in self._known or self._known[key][0] != stamp:
                self._known[key] = stamp, self._read_through(cut)
            if reason := self._known[key][1]:
                return reason
        return Reason.NONE

    def _read_through(self, cut: CutRef) -> Reason:
        self.read += 1
        try:
            path = self._home.audio(cut.sha256)
            if sha256_of(path) != cut.sha256:
                return Reason.FILE_ALTERED
        except (OSError, ValueError):  # ValueError: a name no file can have
            return Reason.FILE_MISSING
        return Reason.NONE if _decodes(path, cut.frames) else Reason.FILE_ALTERED


def _sounds(event: RundownEvent) -> list[CutRef]:
    """The files it needs: its own, or what replaces a relay that is lost."""
    if event.relay is None:
        return [event.cut]
    return [event.relay.fallback] if event.relay.fallback else []


def _stamp(home: StationHome, cut: CutRef) -> Stamp:
    try:
        state: os.stat_result = home.audio(cut.sha256).stat()
    except (OSError, ValueError):
        return None
    return state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns


def _decodes(path: Path, frames: int) -> bool:
    """Whether it is sound in the house format, to its end."""
    try:
        with soundfile.SoundFile(path) as file:
            if file.samplerate != RATE or file.channels > 2:
                return False
            decoded = sum(len(block) for block in file.blocks(_BLOCK, dtype="int16"))
    except (soundfile.LibsndfileError, OSError) as error:
        log.warning("%s cannot be decoded: %s", path.name, error)
        return False
    return decoded >= frames
