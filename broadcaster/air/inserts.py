"""What a person puts on the air out of the plan: an emergency that breaks in, the microphone, a relay.

Each is a session of its own on the lines concerned, bounded by an end that comes by itself. The journal's
BREAK_IN lines are its only memory: after a crash the next player takes up what had not ended.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from broadcaster.air.desk import Desk
from broadcaster.air.history import History
from broadcaster.air.insert import Insert, moved
from broadcaster.air.insert_maker import OLD_ORDER, InsertMaker, OpenInput
from broadcaster.air.judge import OpenRelay
from broadcaster.air.line import Line
from broadcaster.air.order_words import text_of
from broadcaster.air.session_run import SessionRun
from broadcaster.base.clock import STATION_ZONE, unix
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.protocol.emergency_orders import OrderBox
from broadcaster.protocol.journal import Kind, Reason
from broadcaster.protocol.rundown import Urgency
from broadcaster.protocol.seal import seal

log = logging.getLogger(__name__)

LATE_ROUND = 120.0
"""A round that could not begin for so many seconds is left out, never caught up."""


class Inserts:
    """All of the station; at most one sounds at a time in a zone."""

    def __init__(self, desk: Desk, lines: Sequence[Line], open_relay: OpenRelay, open_input: OpenInput) -> None:
        self._desk, self._lines = desk, lines
        self._maker = InsertMaker(desk, open_relay, open_input)
        self._box = OrderBox(desk.home)
        self._stuck: set[Path] = set()
        self.open: list[Insert] = []
        """Those that have not ended, the one that sounds first."""

    # -- orders --

    def break_in(self, words: dict[str, Any], by: str) -> Insert:
        """Play a prepared message: an emergency at once, a priority message after the item that sounds.

        Raises Refused as InsertMaker.break_in, air.insert_active and air.no_zone; Tampered("emergency.tampered").
        """
        return self._begin(self._maker.break_in(words, by))

    def live(self, words: dict[str, Any], by: str) -> Insert:
        """Open the microphone. Raises Refused as InsertMaker.live, air.insert_active and air.no_zone."""
        return self._begin(self._maker.live(words, by))

    def relay(self, words: dict[str, Any], by: str) -> Insert:
        """Take over another programme. Raises Refused as InsertMaker.relay, air.insert_active and air.no_zone."""
        return self._begin(self._maker.relay(words, by))

    def play_next(self, words: dict[str, Any], by: str) -> Insert:
        """Play an approved item after the one that sounds, within the running session.

        Raises Refused as InsertMaker.next_item, air.no_session and air.insert_active.
        """
        name, now = text_of(words, "session"), unix(self._desk.clock.now())
        runs = [(line, run) for line in self._lines for run in line.roster.runs
                if unix(run.session.starts_at) <= now < run.end() and not run.stopped and name in {"", run.session.id}]
        if not runs:
            raise Refused("air.no_session", "no such session is running", session=name)
        session = runs[0][1].session
        ends = min(_free_until(run) for _, run in runs if run.session.id == session.id)
        busy = max(line.busy_for() for line, run in runs if run.session.id == session.id)
        return self._begin(self._maker.next_item(words, by, session.zones, busy, ends))

    def of(self, kind: str) -> list[Insert]:
        """Every insert of a kind ("": all) that nobody has ended yet."""
        return [insert for insert in self.open if kind in {"", insert.kind} and insert.finishing is None]

    def end(self, kind: str, reason: Reason = Reason.OPERATOR) -> list[str]:
        """End every insert of a kind ("": all), those that wait to be repeated too; their ids."""
        ended = self.of(kind)
        for insert in ended:
            self._end(insert, reason)
        return [insert.id for insert in ended]

    def read_orders(self, now: datetime) -> None:
        """Carry out what was dropped into emergency/orders/."""
        for path in self._box.waiting():
            if path in self._stuck:
                continue
            why = ""
            try:
                order = self._box.read(path)
                age = (now - order.ordered_at).total_seconds() if order.ordered_at else 0.0
                if age > OLD_ORDER:
                    raise Refused("emergency.order", f"it was given {age / 60:.0f} minutes ago", name=path.name)
                self.break_in(order.words(), order.by or f"file {path.name}")
            except Exception as error:  # whatever somebody wrote into a file, the station plays on
                log.warning("the order %s is not carried out", path.name, exc_info=True)
                why = error.text if isinstance(error, BroadcasterError) else repr(error)
                self._desk.scribe.write(Kind.OPERATOR, action="order_refused", by=f"file {path.name}", why=why,
                                        day=now.date().isoformat())
                self._desk.alarms.raise_("order_refused", name=path.name, detail=why)
            else:
                self._desk.alarms.clear("order_refused")
            if self._box.settle(path, not why, why) is None:
                self._stuck.add(path)

    # -- time --

    def tick(self, now: datetime) -> None:
        """Begin rounds whose time has come, notice those that are over."""
        wall = unix(now)
        for insert in list(self.open):
            if insert.hub is not None and insert.hub.recording_problem:
                self._desk.alarms.raise_("recording_stopped", problem=insert.hub.recording_problem)
            if insert.runs:
                if not insert.sounding():
                    self._round_over(insert)
                continue
            blocked = self._blocked(insert)
            if blocked and insert.retry_at:
                insert.again(wall)
            if insert.finishing is not None:
                self._finish(insert)
            elif insert.round >= insert.rounds or wall >= insert.ends_at:
                self._end(insert, Reason.NONE)
            elif wall >= insert.next_at and not blocked:
                self._next_round(insert, wall)

    def wakeups(self) -> list[datetime]:
        """When a round begins."""
        return [datetime.fromtimestamp(insert.next_at, STATION_ZONE) for insert in self.open]

    def clock_moved(self, step: float, now: datetime) -> None:
        """What was to last ten minutes lasts ten minutes; `now`: what the clock says after it was set."""
        for insert in self.open:
            if insert.began > unix(now) - step + 1.0:
                continue  # ordered by a clock that was right, before the one that has just been put right
            insert.began += step
            insert.ends_at += step
            insert.retry_at += step if insert.retry_at else 0.0
            for _, run in insert.runs:
                moved(run, step)

    def shut_down(self) -> None:
        """The microphone is closed; the rest is taken up by the next player."""
        for insert in self.open:
            if insert.hub is not None:
                insert.hub.close()
                insert.hub.wait(2.0)

    def take_up(self, history: History, reason: Reason) -> None:
        """Go on with what the last player did not end. A microphone nobody stands at stays closed."""
        for name, facts in history.inserts.items():
            called_off = bool(facts.get("called_off"))
            try:
                insert = None if called_off else self._maker.restored(name, facts)
            except Exception as error:  # nothing a journal says may keep the player from starting
                log.warning("insert %s is not taken up: %s", name, error)
                insert = None
            if insert is None or unix(self._desk.clock.now()) >= insert.ends_at:
                self._desk.scribe.write(Kind.BREAK_IN, state="ended", insert=name, insert_kind=facts.get("insert_kind"),
                                        title=facts.get("title"), day=self._day(),
                                        reason=str(Reason.OPERATOR if called_off else reason))
                continue
            self.open.append(insert)

    # -- one insert --

    def _begin(self, insert: Insert) -> Insert:
        lines = [line for line in self._lines if line.serves(insert.zones)]
        if not lines:
            raise Refused("air.no_zone", f"no such zone: {', '.join(insert.zones)}", zones=", ".join(insert.zones))
        for other in [each for each in self.open if each.sounding()]:
            if insert.urgency is not Urgency.EMERGENCY or (other.kind == "break_in" and insert.kind != "break_in"):
                raise Refused("air.insert_active", f"{other.title} is on air; end it first", title=other.title)
            if other.kind != "break_in":
                self._end(other, Reason.PREEMPTED)
        facts = insert.facts()
        # The journal's chain has no secret: without a seal a line written by hand would be an order.
        vouched = seal(Insert.sealed(facts), self._desk.key)
        self._desk.scribe.write(Kind.BREAK_IN, state="ordered", **facts, seal=vouched)
        self.open.insert(0, insert)
        self._desk.alarms.clear("recording_stopped")
        self._play(insert, lines)
        return insert

    def _play(self, insert: Insert, lines: Sequence[Line]) -> None:
        now = self._desk.clock.now()
        insert.round += 1
        self._make_way(insert, lines)
        waits = insert.waits_its_turn
        insert.runs = [(line, insert.session(now, self._desk.settings, line.busy_for() if waits else 0.0))
                       for line in lines]
        insert.retry_at = 0.0
        for line, run in insert.runs:
            if insert.over_programme:
                line.talk_over(run)
            elif waits:
                line.queue_up(run)
            else:
                line.cut_in(run, insert.then)

    def _make_way(self, insert: Insert, lines: Sequence[Line]) -> None:
        """A message that is cut short is read again afterwards, a microphone or a relay is over."""
        for other in [each for each in self.open if each is not insert and each.runs]:
            if other.kind != "break_in":
                self._end(other, Reason.PREEMPTED)
                continue
            other.owed += [line for line, run in other.runs if line in lines and not run.over()]
            other.runs = [(line, run) for line, run in other.runs if line not in lines]
            if not other.runs:
                self._round_over(other)

    def _next_round(self, insert: Insert, wall: float) -> None:
        if wall > insert.next_at + LATE_ROUND:
            insert.leave_out()
            log.warning("round %s of %s is left out", insert.round, insert.title)
            return
        lines = insert.owed or [line for line in self._lines if line.serves(insert.zones)]
        insert.owed = []
        if refused := self._maker.against(insert):
            self._desk.alarms.raise_("missed", title=insert.title, session=insert.title, reason=str(refused))
            self._end(insert, refused)
            return
        if not insert.exempt and self._maker.quiet_within(insert):
            insert.leave_out()
            self._desk.scribe.write(Kind.QUIET, day=self._day(), session_id=insert.id, action="refused",
                                    title=insert.title)
            return
        self._desk.scribe.write(Kind.BREAK_IN, state="round", insert=insert.id, round=insert.round + 1, day=self._day())
        self._play(insert, lines)

    def _round_over(self, insert: Insert) -> None:
        insert.runs.clear()
        if insert.owed:
            insert.round, insert.attempt = insert.round - 1, insert.attempt + 1
            insert.again(unix(self._desk.clock.now()))
            return
        insert.attempt = 0
        if insert.rounds > 1:
            self._desk.scribe.write(Kind.BREAK_IN, state="round_over", insert=insert.id, round=insert.round,
                                    day=self._day())

    def _end(self, insert: Insert, reason: Reason) -> None:
        for line, run in insert.runs:
            line.end_insert(run, reason)
        insert.runs.clear()
        insert.finishing = reason
        if insert.hub is not None:
            insert.hub.close()
        self._finish(insert)

    def _finish(self, insert: Insert) -> None:
        """Say that it is over, once its recording is safe."""
        if insert not in self.open or (insert.hub is not None and not insert.hub.closed):
            return
        self.open.remove(insert)
        self._desk.scribe.write(Kind.BREAK_IN, state="ended", insert=insert.id, insert_kind=insert.kind,
                                title=insert.title, day=self._day(), reason=str(insert.finishing),
                                rounds_played=insert.round, **(insert.hub.facts() if insert.hub else {}))

    def _blocked(self, insert: Insert) -> bool:
        """Something sounds that it does not interrupt: an emergency, and for all but an emergency anything."""
        others = [each for each in self.open if each is not insert and each.runs]
        return any(insert.urgency is not Urgency.EMERGENCY or other.urgency is Urgency.EMERGENCY for other in others)

    def _day(self) -> str:
        return self._desk.clock.now().date().isoformat()


def _free_until(run: SessionRun) -> float:
    """Wall time of the next promise to the clock: a relay's start, else the session's end."""
    return min([run.end(), *(run.due(item) for item in run.waiting() if item.hard)])
