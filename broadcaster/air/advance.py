"""From a session's items to voices on the bus: each begins on its moment, or it is said why not."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from broadcaster.air.judge import GRACE
from broadcaster.air.mixer import Voice
from broadcaster.air.quiet import QuietGuard
from broadcaster.air.session_run import Item, SessionRun
from broadcaster.air.shaping import ToneSource
from broadcaster.air.sources import Source
from broadcaster.base.clock import STATION_ZONE, unix
from broadcaster.base.errors import Refused
from broadcaster.base.frames import frames
from broadcaster.protocol.journal import Kind, Reason

if TYPE_CHECKING:
    from broadcaster.air.line import Line

COMMIT_SECONDS = 3.0
"""How long before its first sample an item's START is written and its voice handed to the mixer."""
CHECK_SECONDS = 10.0
"""How much earlier its file is checked, or its relay called."""
DUCK = 10 ** (-18 / 20)
"""Gain of a programme somebody talks over."""
HUNG_CHECK_SECONDS = 10.0
_RESUME_FADE = 480


def quiet_of(line: Line, run: SessionRun) -> QuietGuard:
    """The quiet hours that bind it: none for a confirmed emergency."""
    return QuietGuard(()) if run.exempt else line.desk.book.quiet(run.rundown, line.desk.settings)


def advance(line: Line, run: SessionRun, wall: float) -> None:
    """Let every item begin whose time has come; called at each tick."""
    quiet = quiet_of(line, run)
    horizon = wall + COMMIT_SECONDS + line.sink.latency
    if line.zone.wake == "tone":
        horizon += run.session.lead_in_seconds
    waiting = run.in_turn(wall)
    for item in waiting:
        if item.hard and unix(item.event.starts_at) < wall - GRACE and not item.goes_on_elsewhere(wall):
            item.hard = False
    for item in waiting:
        due = max(run.due(item), wall, _free_from(line, run))
        if due <= horizon + CHECK_SECONDS:
            line.desk.judge.prepare(item, run)
        if _displaced(line, run, item, due, horizon):
            line.airlog.miss(run, item, run.late or Reason.OVERRUN)
            continue
        if due > horizon:
            return
        verdict = line.desk.judge.verdict(run, item, due, quiet)
        if verdict is Reason.NONE and _withdrawn(line, run, item):
            verdict = Reason.NOT_APPROVED
        if verdict is None and wall > run.due(item) + HUNG_CHECK_SECONDS:
            verdict = Reason.PROGRAM_ERROR  # a disk that does not answer must not hold up what follows
        if verdict is None or (verdict is Reason.NONE and _held(line, run)):
            return
        if verdict:
            _refuse(line, run, item, verdict)
        else:
            _commit(line, run, item, due)


def _before(line: Line, run: SessionRun) -> list[SessionRun]:
    """What has to be over first: for the plan, what was put in between; for that, what it was put behind."""
    if run.over_programme:
        return []
    if run.insert:
        return [each for each in line.roster.runs if each.airings]
    return [each for each in line.inserts if not each.over_programme]


def _free_from(line: Line, run: SessionRun) -> float:
    return max((each.free_from() for each in _before(line, run)), default=0.0)


def _held(line: Line, run: SessionRun) -> bool:
    """Nothing may begin now, though the item could."""
    if not line.sink.ok and line.sink.problem != "opening":
        run.late = run.late or Reason.DEVICE_LOST
    return run.stopped or not line.sink.ok or (
        not run.insert and any(each.waiting() for each in _before(line, run)))


def _withdrawn(line: Line, run: SessionRun, item: Item) -> bool:
    """A running session is frozen, but a yes taken back holds at once."""
    newest = line.desk.book.plan(run.rundown.day)
    return newest is not None and item.event.approval.id in newest.rundown.withdrawn


def _displaced(line: Line, run: SessionRun, item: Item, due: float, horizon: float) -> bool:
    """A hard start is near whose sound is known to be good, and this item would begin after it."""
    for later in run.items[run.items.index(item) + 1:]:
        starts = unix(later.event.starts_at)
        if item.hard or not later.hard or later not in run.waiting() or starts > horizon:
            continue
        line.desk.judge.prepare(later, run)
        check = later.check
        return due > starts - 1.0 and check is not None and check.done() and not check.result()
    return False


def _refuse(line: Line, run: SessionRun, item: Item, reason: Reason) -> None:
    if reason is Reason.QUIET_HOURS and not run.told_quiet:
        run.told_quiet = True
        line.scribe.write(Kind.QUIET, day=run.day, session_id=run.session.id, action="refused",
                          title=item.event.title)
    if item.hard:
        run.cursor = max(run.cursor, unix(item.event.starts_at))
    line.airlog.miss(run, item, reason)
    line.alarms.raise_("missed", title=item.event.title, reason=str(reason), session=run.session.name)


def _commit(line: Line, run: SessionRun, item: Item, due: float) -> None:
    joined = not item.hard and any(each.airings for each in [run, *_before(line, run)])
    try:
        voice = voice_of(line, run, item, None if joined else due)
    except (Refused, OSError):
        _refuse(line, run, item, Reason.FILE_ALTERED)
        return
    line.airlog.start(run, item, voice, due)
    if run.over_programme:
        line.mixer.talk_over(voice, DUCK)
        return
    _wake(line, run, item, due)
    line.mixer.add(voice)


def _wake(line: Line, run: SessionRun, item: Item, due: float) -> None:
    """A soft tone before a session, for receivers that sleep until they hear something."""
    lead = run.session.lead_in_seconds
    begins = datetime.fromtimestamp(due - lead, STATION_ZONE)
    if line.zone.wake != "tone" or item is not run.items[0] or item.offset or not item.hard or line.mixer.busy() \
            or lead <= 0 or quiet_of(line, run).covers(begins):
        return
    tone = Voice(ToneSource(frames(lead)), frames(lead), at=due - lead)
    line.mixer.add(tone)
    line.mixer.stop_by(tone, due, 0)


def voice_of(line: Line, run: SessionRun, item: Item, at: float | None) -> Voice:
    """Raises Refused when the file cannot be decoded."""
    event, length = item.event, item.event.cut.frames - item.offset
    if item.open_source is not None:
        source: Source = item.open_source()
    else:
        source = line.desk.open_file(line.desk.home.audio(event.cut.sha256), item.offset)
        if item.stamp is not None and getattr(source, "stamp", item.stamp) != item.stamp:
            source.close()
            raise Refused("air.unreadable_cut", f"{event.title}: altered after its check", name=event.title)
        length = max(0, min(event.cut.frames, getattr(source, "frames", event.cut.frames)) - item.offset)
    gain = 1.0 if event.gain_db == 0 else 10 ** (event.gain_db / 20)
    return Voice(source, length, gain=gain, at=at, fade_in=_RESUME_FADE if item.offset else 0)
