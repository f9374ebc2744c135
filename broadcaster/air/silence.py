"""The meter has the last word: the plan says sound, the samples say none."""

from __future__ import annotations

from collections import deque

from broadcaster.air.alarms import Raises
from broadcaster.air.meter import decibels
from broadcaster.air.mixer import Mixer, Voice
from broadcaster.air.scribe import Writes
from broadcaster.air.session_run import Airing, SessionRun
from broadcaster.air.sink import AudioSink
from broadcaster.base.frames import frames
from broadcaster.protocol.journal import Kind

SILENT_BELOW_DB = -60.0
SILENT_SECONDS = 10.0
NOTHING_DB = -90.0
"""A recording that is quieter than this is not quiet, but empty."""
_WINDOW = frames(0.2)
_FLOWING = 0.8
_LEAST = frames(1.0)


class SilenceWatch:
    """One SILENCE line when it begins, one when it is over."""

    def __init__(self, mixer: Mixer, sink: AudioSink, scribe: Writes, alarms: Raises) -> None:
        self._mixer, self._sink, self._scribe, self._alarms = mixer, sink, scribe, alarms
        self._since: float | None = None
        self._told = False
        self._given = Given()

    def look(self, runs: list[SessionRun], steady: float) -> None:
        """Compare what should sound with what does."""
        heard = self._sink.heard()
        sounding = [airing for run in runs for airing in run.airings
                    if airing.voice.start is not None and airing.voice.start < heard]
        loud = max(self._mixer.meter.levels(heard, _WINDOW)[1]) >= SILENT_BELOW_DB
        if not sounding or loud:
            self._over()
            return
        self._given.note(sounding[0].voice, self._mixer.head, heard)
        if self._since is None:
            self._since = steady
            self._given.begin()
        if not self._told and steady - self._since >= SILENT_SECONDS and not self._quiet_by_itself(sounding[0]):
            self._told = True
            item = sounding[0].item
            self._scribe.write(Kind.SILENCE, state="begun", day=sounding[0].run.day, event_id=item.event.id)
            self._alarms.raise_("silence", title=item.event.title, seconds=SILENT_SECONDS)

    def _quiet_by_itself(self, airing: Airing) -> bool:
        """The file flows and is just as quiet in this place, without being empty: a pause in the music."""
        given = self._given
        return given.just_begun() or (airing.item.open_source is None and given.flowed()
                                      and NOTHING_DB < given.level_db() < SILENT_BELOW_DB)

    def _over(self) -> None:
        self._since = None
        self._given = Given()
        if self._told:
            self._told = False
            self._scribe.write(Kind.SILENCE, state="over")
            self._alarms.clear("silence")


class Given:
    """What the sounding voice's own source gave of the part that has been heard since the silence began."""

    def __init__(self) -> None:
        self._notes: deque[tuple[int, int, float]] = deque()
        """(frame up to which was rendered, frames played, sum of squares): the first is what has been heard."""
        self._began: tuple[int, int, float] | None = None
        self._voice: Voice | None = None

    def note(self, voice: Voice, head: int, heard: int) -> None:
        if voice is not self._voice:
            self._voice, self._began = voice, None
            self._notes.clear()
        self._notes.append((head, voice.played, voice.squares))
        while len(self._notes) > 1 and self._notes[1][0] <= heard:
            self._notes.popleft()
        if self._began is None:
            self.begin()

    def begin(self) -> None:
        """Count from here."""
        self._began = self._notes[0] if self._notes else None

    def just_begun(self) -> bool:
        """Too early to tell."""
        began, now = self._ends()
        return now[0] - began[0] < _LEAST

    def flowed(self) -> bool:
        """It never ran dry for long."""
        began, now = self._ends()
        return now[1] - began[1] >= _FLOWING * (now[0] - began[0]) > 0

    def level_db(self) -> float:
        """Rms of what it gave, dBFS."""
        began, now = self._ends()
        return decibels((max(0.0, now[2] - began[2]) / max(1, now[1] - began[1])) ** 0.5)

    def _ends(self) -> tuple[tuple[int, int, float], tuple[int, int, float]]:
        nothing = (0, 0, 0.0)
        return self._began or nothing, self._notes[0] if self._notes else nothing
