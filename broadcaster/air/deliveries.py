"""Zones that somebody else plays: each session is put into a folder before its time, whole and checked."""

from __future__ import annotations

import logging
from concurrent.futures import Future
from datetime import datetime, timedelta
from typing import Any

from broadcaster.air.alarms import ZoneAlarms
from broadcaster.air.checks import check_file
from broadcaster.air.desk import Desk
from broadcaster.air.outputs.folder import Delivered, FolderDelivery, Piece
from broadcaster.air.scribe import ZoneScribe
from broadcaster.air.session_run import meant_for
from broadcaster.protocol.journal import Kind, Reason
from broadcaster.protocol.rundown import PlannedSession, Rundown, RundownEvent

log = logging.getLogger(__name__)

AHEAD = timedelta(minutes=30)
"""How long before its start a session is delivered; a later revision before its start is delivered again."""


class FolderZone:
    """Stepped once a second by the conductor."""

    def __init__(self, desk: Desk, name: str, delivery: FolderDelivery,
                 delivered: dict[tuple[str, str, str], str]) -> None:
        """`delivered`: what the journal says of (zone, day, session), so that nothing is delivered twice."""
        self._desk, self.name, self._delivery = desk, name, delivery
        self._scribe, self._alarms = ZoneScribe(desk.scribe, name), ZoneAlarms(desk.alarms, name)
        self._delivered = delivered
        self._on_the_way: list[tuple[dict[str, Any], Future[Delivered]]] = []

    def look(self, now: datetime) -> None:
        """Deliver what is due and note what has arrived."""
        for plan, session in self._desk.book.sessions():
            due = now < session.starts_at <= now + AHEAD
            if due and meant_for(self.name, session.zones) and session.events:
                self._deliver(plan.rundown, session)
        for facts, future in [each for each in self._on_the_way if each[1].done()]:
            self._on_the_way.remove((facts, future))
            self._note(facts, future)

    def _deliver(self, rundown: Rundown, session: PlannedSession) -> None:
        day = rundown.day.isoformat()
        permits = self._desk.judge.permits
        # What is taken back after it was delivered is delivered away again, without anybody planning anew.
        contents = ",".join(event.cut.sha256[:16] for event in session.events
                            if not permits.event(event, day, rundown.ledger))
        if self._delivered.get((self.name, day, session.id)) == contents:
            return
        self._delivered[self.name, day, session.id] = contents
        verdicts = [(event, self._verdict(rundown, session, event, day)) for event in session.events]
        good = [event for event, reason in verdicts if not reason]
        facts = {
            "day": day, "session_id": session.id, "session_name": session.name, "contents": contents,
            "events": [event.id for event in good],
            "refused": {event.id: str(reason) for event, reason in verdicts if reason}}
        pieces = [Piece(event.title, self._desk.home.audio(event.cut.sha256), event.cut.frames, event.gain_db,
                        event.cut.sha256)
                  for event in good]
        self._on_the_way.append((facts, self._delivery.deliver(rundown.day, session.id, session.starts_at, pieces)))

    def _verdict(self, rundown: Rundown, session: PlannedSession, event: RundownEvent, day: str) -> Reason:
        quiet = self._desk.book.quiet(rundown, self._desk.settings)
        if quiet.covers(event.starts_at):
            return Reason.QUIET_HOURS
        if event.starts_at >= session.hard_end:
            return Reason.OVERRUN
        if event.relay is not None:
            return Reason.RELAY_LOST
        return self._desk.judge.permits.event(event, day, rundown.ledger) or check_file(
            self._desk.home, event.cut.sha256)

    def _note(self, facts: dict[str, Any], future: Future[Delivered]) -> None:
        error = future.exception()
        if error is not None:
            log.error("a session was not delivered: %s", error)
            self._alarms.raise_("not_delivered", session=facts["session_name"], detail=str(error))
            self._scribe.write(Kind.DELIVERED, **facts, problem=str(error))
            return
        done = future.result()
        self._alarms.clear("not_delivered")
        self._scribe.write(Kind.DELIVERED, **facts, name=done.name, sha256=done.sha256, frames=done.frames)
