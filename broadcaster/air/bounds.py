"""Until when an item may sound: the next hard start, the session's end, the quiet hours; a relay: its own end."""

from __future__ import annotations

from datetime import datetime

from broadcaster.air.mixer import Mixer
from broadcaster.air.quiet import QuietGuard
from broadcaster.air.session_run import Airing, SessionRun
from broadcaster.base.clock import STATION_ZONE, unix
from broadcaster.base.frames import RATE, frames
from broadcaster.protocol.journal import Reason
from broadcaster.protocol.rundown import Overrun

FADE = frames(1.0)
QUIET_FADE = frames(2.0)
_SLACK = 0.05


def bind(mixer: Mixer, run: SessionRun, quiet: QuietGuard, now: datetime) -> None:
    """Tell the mixer the earliest bound of each airing, as it is known now."""
    for index, airing in enumerate(run.airings):
        if airing.voice.limit is not None or airing.voice.end is not None:
            continue
        # One that waits to begin on the very end of the quiet hours is not bound by them.
        silence = quiet.next_start(max(now, datetime.fromtimestamp(airing.due, STATION_ZONE)))
        at, fade, reason = _earliest(run, airing, run.airings[index + 1:], silence)
        mixer.stop_by(airing.voice, at, fade)
        airing.bound_reason = reason


def _earliest(run: SessionRun, airing: Airing, after: list[Airing],
              silence: datetime | None) -> tuple[float, int, Reason]:
    rule = airing.item.event.overrun
    fade = 0 if rule is Overrun.CUT else FADE
    bounds = [(run.end(), fade, Reason.OVERRUN)]
    if silence is not None:
        bounds.append((unix(silence), QUIET_FADE, Reason.QUIET_HOURS))
    if airing.due + airing.voice.length / RATE > airing.item.ends_by + _SLACK:  # joined late, or interrupted
        bounds.append((airing.item.ends_by, fade, run.late or Reason.OVERRUN))
    hard = [later for later in after if later.item.hard]
    if hard and rule is not Overrun.FINISH:
        bounds.append((hard[0].due, fade, Reason.PREEMPTED))
    return min(bounds, key=lambda bound: bound[0])
