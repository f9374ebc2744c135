"""From what the mixer did and the device played to journal lines: START, BEAT, END, MISSED."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable
from datetime import datetime
from typing import Any

from broadcaster.air.history import History, Trace, moment_of
from broadcaster.air.meter import decibels
from broadcaster.air.mixer import Voice
from broadcaster.air.scribe import Writes
from broadcaster.air.session_run import Airing, Item, SessionRun, State
from broadcaster.air.sink import AudioSink
from broadcaster.base.clock import STATION_ZONE, format_time, unix
from broadcaster.protocol.journal import BEAT_SECONDS, Kind, Reason

log = logging.getLogger(__name__)

WHOLE_WITHIN = 2_400
"""An airing that lacks no more than this many frames (50 ms, trimmed for drift) is whole."""


def time_text(wall: float) -> str:
    return format_time(datetime.fromtimestamp(wall, STATION_ZONE))


class AirLog:
    """Follows the airings of all sessions, in order."""

    def __init__(self, scribe: Writes, sink: AudioSink, on_settled: Callable[[SessionRun, Item], None],
                 on_ended: Callable[[Airing, int], None]) -> None:
        self._scribe, self._sink, self._on_settled, self._on_ended = scribe, sink, on_settled, on_ended

    def start(self, run: SessionRun, item: Item, voice: Voice, due: float) -> Airing:
        """Put START on disk; only then may the voice go to the mixer."""
        extra: dict[str, Any] = {} if item.resumed_from is None else {"resumed_from": item.resumed_from}
        seq = self._scribe.write(Kind.START, **run.facts(item), starts=time_text(due),
                                 gain_db=item.event.gain_db, device=self._sink.name, **extra)
        item.state = State.COMMITTED
        airing = Airing(run, item, voice, seq, due, self._sink.underruns)
        run.airings.append(airing)
        return airing

    def follow(self, run: SessionRun, wall: float) -> None:
        """Write BEATs and ENDs for what has been heard by now."""
        heard = self._sink.heard()
        for airing in list(run.airings):
            voice = airing.voice
            if voice.start is not None and heard > voice.start:
                if airing.started is None:
                    airing.started = self._sink.timeline.wall_of(voice.start)
                    airing.next_beat = airing.started + BEAT_SECONDS
                elif voice.end is None and wall >= airing.next_beat:
                    self._beat(airing, heard, wall)
            if voice.end is not None and heard >= voice.end:
                self.end(airing, voice.played, self._reason(airing))

    def end(self, airing: Airing, frames: int, reason: Reason, **extra: Any) -> None:
        """The sound is over: say how much of it there was."""
        run, item, voice = airing.run, airing.item, airing.voice
        if item.event.relay is not None:
            extra |= _received(voice)
            if reason is Reason.NONE and extra.get("received_seconds") == 0:
                reason = Reason.RELAY_LOST
        started = airing.started
        if started is None and voice.start is not None and frames:
            started = self._sink.timeline.wall_of(voice.start)
        item.heard += frames
        rms = math.sqrt(voice.squares / voice.played) if voice.played else 0.0
        self._scribe.write(
            Kind.END, event_id=item.event.id, day=run.day, session_id=run.session.id, start_seq=airing.seq,
            frames=frames, position=item.offset + frames, reason=str(reason),
            started_at=time_text(started) if started is not None else "",
            ended_at=time_text(started + frames / 48_000) if started is not None else "",
            peak_db=round(decibels(voice.peak), 1), rms_db=round(decibels(rms), 1),
            underruns=self._sink.underruns - airing.underruns_before, **extra)
        run.airings.remove(airing)
        if started is not None:
            run.cursor = max(run.cursor, started + frames / 48_000)
        item.state = State.DONE
        self._on_settled(run, item)
        self._on_ended(airing, frames)

    def miss(self, run: SessionRun, item: Item, reason: Reason) -> None:
        """It will not begin (again); an item that already sounded in part has its END and gets no MISSED."""
        item.state = State.DONE
        if item.called is not None:
            item.called.close()
        if not item.heard:
            self._scribe.write(Kind.MISSED, **run.facts(item), reason=str(reason))
            log.warning("missed %s (%s): %s", item.event.id, item.event.title, reason)
        self._on_settled(run, item)

    def close_interrupted(self, history: History, reason: Reason) -> None:
        """Give each airing the last player left open its END, as far as it is known."""
        for (day, _), trace in history.events.items():
            if trace.open is not None:
                self._estimate(day, trace, reason)

    def _estimate(self, day: str, trace: Trace, reason: Reason) -> None:
        start, beat = trace.open, trace.beat
        assert start is not None
        frames = max(0, trace.position - int(start.data.get("offset", 0)))
        began = moment_of(beat, "started_at") if beat else None
        self._scribe.write(
            Kind.END, event_id=trace.event_id, day=day, session_id=start.data.get("session_id", ""),
            start_seq=start.seq, frames=frames, position=trace.position, reason=str(reason), estimated=True,
            started_at=format_time(began) if began else "",
            ended_at=time_text(unix(began) + frames / 48_000) if began else "",
            underruns=0)
        trace.heard += frames
        trace.stumbles = trace.stumbles + 1 if reason is Reason.PROGRAM_ERROR and not frames else 0
        trace.open = None

    def _beat(self, airing: Airing, heard: int, wall: float) -> None:
        assert airing.started is not None
        frames = heard_of(airing.voice, heard)
        self._scribe.write(
            Kind.BEAT, event_id=airing.item.event.id, day=airing.run.day, start_seq=airing.seq,
            frames=frames, position=airing.item.offset + frames, started_at=time_text(airing.started))
        airing.next_beat = max(airing.next_beat + BEAT_SECONDS, wall + BEAT_SECONDS / 2)

    def _reason(self, airing: Airing) -> Reason:
        voice = airing.voice
        if voice.length - voice.played <= WHOLE_WITHIN:
            return Reason.NONE
        if is_altered(voice):
            return Reason.FILE_ALTERED
        if airing.forced or voice.limit is not None:
            return airing.forced or airing.bound_reason
        # A file that is relayed ends when it ends; nobody else has a source that does.
        return Reason.NONE if airing.item.open_source is not None and not voice.failed else Reason.PROGRAM_ERROR


def _received(voice: Voice) -> dict[str, Any]:
    """What a relay says of itself; nothing in virtual time."""
    names = ("received_seconds", "lost_seconds", "reconnects")
    return {name: round(getattr(voice.source, name), 1) for name in names if hasattr(voice.source, name)}


def is_altered(voice: Voice) -> bool:
    """Somebody wrote to its file while it sounded: nothing of that was heard, it ended there."""
    return bool(getattr(voice.source, "altered", False))


def heard_of(voice: Voice, heard: int) -> int:
    """How much of a voice had left the loudspeaker by the frame `heard`."""
    return 0 if voice.start is None else max(0, min(voice.played, heard - voice.start - voice.starved))
