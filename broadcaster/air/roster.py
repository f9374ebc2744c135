"""Which sessions are running: armed ahead, opened late after a failure, or passed without us."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import datetime, timedelta

from broadcaster.air.airlog import AirLog
from broadcaster.air.desk import Desk
from broadcaster.air.history import History, Key, Trace
from broadcaster.air.plan import Plan
from broadcaster.air.session_run import HARDLY, Item, SessionRun, State, meant_for
from broadcaster.base.clock import unix
from broadcaster.protocol.journal import Reason
from broadcaster.protocol.rundown import PlannedSession, Rundown, RundownEvent

ARM_SECONDS = 12.0
STUMBLES = 5
"""An item over which the player died so often in a row, before a sample of it sounded, is not tried again."""
EXCUSED_SECONDS = 60.0
"""An item interrupted for no longer than this goes on even past its latest start."""


class Roster:
    """The sessions of yesterday, today and tomorrow, by absolute time; each is run once."""

    def __init__(self, desk: Desk, history: History, airlog: AirLog, zone: str | None) -> None:
        self._desk, self._book, self._history, self._airlog, self._zone = desk, desk.book, history, airlog, zone
        self._booted_at = desk.clock.now()
        self.runs: list[SessionRun] = []
        self.down_reason = Reason.PC_OFF
        """Why nothing could air before this player started."""
        self.blind_reason = Reason.SLEEP
        """Why a session may have passed while this player ran."""
        self._settled = {key for key, trace in history.events.items() if trace.settled}
        self._sounded = {key for key, trace in history.events.items() if trace.heard}
        self._closed: set[tuple[str, str]] = set()
        self._begun: list[tuple[Plan, PlannedSession]] | None = None
        self._missed_more = False

    def settle(self, run: SessionRun, item: Item) -> None:
        """Never to be started again, not by a later revision either."""
        self._settled.add((run.day, item.event.id))
        if item.heard:
            self._sounded.add((run.day, item.event.id))
        elif item.event.make_up and not item.made_up_from:
            self._missed_more = True

    def reopen(self, run: SessionRun, item: Item) -> None:
        """It ended against everybody's will and waits again."""
        item.state = State.WAITING
        self._settled.discard((run.day, item.event.id))

    def arm(self, now: datetime) -> bool:
        """Freeze the plan of each session that is about to begin or should be running; True when one was."""
        before = len(self.runs)
        running = {run.key for run in self.runs}
        sessions = self._sessions()
        for plan, session in sessions:
            key = _key(plan, session)
            due = (session.starts_at - now).total_seconds() <= ARM_SECONDS and session.hard_end > now
            if due and key not in running and key not in self._closed:
                self._open(plan, session, now)
        if self._missed_more:
            self._make_up_more()
        for run in self.runs:
            later = [unix(session.starts_at) for _, session in sessions
                     if session.starts_at > run.session.starts_at and session.events]
            run.next_start = min(later, default=None)
        return len(self.runs) > before

    def retire(self) -> None:
        """Let go of sessions that are over."""
        for run in [run for run in self.runs if run.over()]:
            self.runs.remove(run)
            self._closed.add(run.key)

    def sweep(self, now: datetime) -> None:
        """Sessions that passed without us: each event says so, once."""
        running = {run.key for run in self.runs}
        for plan, session in self._sessions():
            key = _key(plan, session)
            if session.hard_end > now or key in running or key in self._closed:
                continue
            self._closed.add(key)
            if plan.rundown.created_at < session.hard_end:
                self._miss_all(*self._as_begun(plan, session), now)

    def ahead(self, now: datetime) -> list[tuple[Plan, PlannedSession]]:
        """Sessions that have not begun and are not over."""
        running = {run.key for run in self.runs}
        return [(plan, session) for plan, session in self._planned()
                if session.hard_end > now and _key(plan, session) not in self._closed | running]

    def next_wakeup(self, now: datetime) -> datetime:
        """When the next session must be looked at; at the latest on the next full hour."""
        hour = now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        times = [session.starts_at - timedelta(seconds=ARM_SECONDS + max(3.0, session.lead_in_seconds))
                 for _, session in self.ahead(now)]
        return max(now, min([*times, hour]))

    def _planned(self) -> list[tuple[Plan, PlannedSession]]:
        zone = self._zone
        return [each for each in self._book.sessions() if zone is not None and meant_for(zone, each[1].zones)]

    def _sessions(self) -> list[tuple[Plan, PlannedSession]]:
        """The newest plans' sessions, and those that began before a restart and were dropped from the plan since."""
        found = self._planned()
        if self._begun is None:
            self._begun = self._begun_before()
        known = {_key(*each) for each in found}
        dropped = [each for each in self._begun if _key(*each) not in known]
        return sorted(found + dropped, key=lambda each: each[1].starts_at) if dropped else found

    def _begun_before(self) -> list[tuple[Plan, PlannedSession]]:
        begun = []
        for (_, session_id), name in self._history.session_plans.items():
            plan = self._book.named(name) if name else None
            sessions = plan.rundown.sessions if plan else ()
            begun += [(plan, session) for session in sessions
                      if plan and session.id == session_id and session.hard_end > self._booted_at]
        return begun

    def _open(self, plan: Plan, session: PlannedSession, now: datetime) -> None:
        plan, session = self._as_begun(plan, session)
        items = [self._item(plan.rundown, session, event) for event in session.events]
        items += self._made_up(plan.rundown, session)
        longest = unix(session.starts_at) + self._desk.settings.audio.max_session_minutes * 60
        run = SessionRun(plan.name, plan.rundown, session, items, cursor=unix(session.starts_at), longest=longest)
        if session.starts_at < now:
            run.late = self._late_reason(plan, session)
            run.cursor = unix(now)
        elif run.items:
            run.cursor = max(run.cursor, unix(run.items[0].event.starts_at))
        if run.key in self._history.stopped or unix(now) < self._desk.held_until:
            run.stopped, run.late = True, Reason.OPERATOR
        self.runs.append(run)
        self.runs.sort(key=lambda each: each.session.starts_at)

    def _late_reason(self, plan: Plan, session: PlannedSession) -> Reason:
        if plan.rundown.created_at > session.starts_at:
            return Reason.NONE
        return self.down_reason if self._booted_at > session.starts_at else self.blind_reason

    def _as_begun(self, plan: Plan, session: PlannedSession) -> tuple[Plan, PlannedSession]:
        """A session that began before a restart goes on by the revision it began with."""
        name = self._history.session_plans.get(_key(plan, session), "")
        begun = self._book.named(name) if name and name != plan.name else None
        if begun is not None:
            for old in begun.rundown.sessions:
                if old.id == session.id:
                    return begun, old
        return plan, session

    def _item(self, rundown: Rundown, session: PlannedSession, event: RundownEvent) -> Item:
        key = (rundown.day.isoformat(), event.id)
        trace: Trace | None = self._history.events.get(key)
        item = Item(event, hard=event.hard)
        elsewhere = trace is not None and event.make_up and session.id != event.make_up == trace.session_id
        if key in self._settled or elsewhere:  # the session that makes up for it goes on with it
            item.state = State.DONE
        elif trace is not None:
            item.offset, item.heard, item.resumed_from = trace.position, trace.heard, trace.start_seq
            item.excused_until = self._excused_until(trace)
            if item.remaining <= HARDLY or trace.stumbles >= STUMBLES:
                item.state = State.DONE
        return item

    def _excused_until(self, trace: Trace) -> float:
        last = self._history.last_at
        if trace.made_way and last is not None and (self._booted_at - last).total_seconds() <= EXCUSED_SECONDS:
            return math.inf  # we died while it waited for what was put in between
        return unix(trace.last_at) + EXCUSED_SECONDS if trace.last_at is not None else 0.0

    def _made_up(self, rundown: Rundown, session: PlannedSession) -> list[Item]:
        """What earlier sessions of the day missed wholly and this one makes up for."""
        day, made_up = rundown.day.isoformat(), []
        for earlier in rundown.sessions:
            if earlier.starts_at >= session.starts_at or not meant_for(self._zone or "", earlier.zones):
                continue
            for event in earlier.events:
                later = replace(event, hard=False, latest_start=session.hard_end)
                key, trace = (day, event.id), self._history.events.get((day, event.id))
                if event.make_up != session.id or (trace is not None and session.id in trace.missed_in):
                    continue
                if key in self._settled and key not in self._sounded:
                    made_up.append(Item(later, made_up_from=earlier.id))
                elif self._cut_off(key, session.id):
                    made_up.append(replace(self._item(rundown, session, later), made_up_from=earlier.id))
        return made_up

    def _cut_off(self, key: Key, session_id: str) -> bool:
        """The last player died while it made up for it in that session."""
        trace = self._history.events.get(key)
        return trace is not None and not trace.settled and trace.session_id == session_id and key not in self._settled

    def _make_up_more(self) -> None:
        """What was missed while the session that makes up for it is running already."""
        self._missed_more = False
        for run in self.runs:
            known = {item.event.id for item in run.items}
            run.items += [item for item in self._made_up(run.rundown, run.session) if item.event.id not in known]

    def _miss_all(self, plan: Plan, session: PlannedSession, now: datetime) -> None:
        items = [self._item(plan.rundown, session, event) for event in session.events]
        passed = SessionRun(plan.name, plan.rundown, session, items, 0.0)
        reason = self.down_reason if session.hard_end <= self._booted_at else self.blind_reason
        for item in passed.waiting():
            self._airlog.miss(passed, item, reason)


def _key(plan: Plan, session: PlannedSession) -> tuple[str, str]:
    return plan.rundown.day.isoformat(), session.id
