"""The meter has the last word: the plan says sound, the samples say none."""

from __future__ import annotations

from broadcaster.air.alarms import Raises
from broadcaster.air.mixer import Mixer
from broadcaster.air.scribe import Writes
from broadcaster.air.session_run import SessionRun
from broadcaster.air.sink import AudioSink
from broadcaster.base.frames import frames
from broadcaster.protocol.journal import Kind

SILENT_BELOW_DB = -60.0
SILENT_SECONDS = 10.0
_WINDOW = frames(0.2)


class SilenceWatch:
    """One SILENCE line when it begins, one when it is over."""

    def __init__(self, mixer: Mixer, sink: AudioSink, scribe: Writes, alarms: Raises) -> None:
        self._mixer, self._sink, self._scribe, self._alarms = mixer, sink, scribe, alarms
        self._since: float | None = None
        self._told = False

    def look(self, runs: list[SessionRun], steady: float) -> None:
        """Compare what should sound with what does."""
        heard = self._sink.heard()
        sounding = [airing for run in runs for airing in run.airings
                    if airing.voice.start is not None and airing.voice.start < heard]
        loud = max(self._mixer.meter.levels(heard, _WINDOW)[1]) >= SILENT_BELOW_DB
        if not sounding or loud:
            self._over()
            return
        self._since = steady if self._since is None else self._since
        if not self._told and steady - self._since >= SILENT_SECONDS:
            self._told = True
            item = sounding[0].item
            self._scribe.write(Kind.SILENCE, state="begun", day=sounding[0].run.day, event_id=item.event.id)
            self._alarms.raise_("silence", title=item.event.title, seconds=SILENT_SECONDS)

    def _over(self) -> None:
        self._since = None
        if self._told:
            self._told = False
            self._scribe.write(Kind.SILENCE, state="over")
            self._alarms.clear("silence")
