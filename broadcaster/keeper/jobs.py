"""What the keeper does again and again: publish rundowns, file the journal, look after the station's health."""

from __future__ import annotations

import json
import logging
import os
import platform
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.keeper import evening, notes, sealing
from broadcaster.keeper.alarms import HeldAlarms
from broadcaster.keeper.backing_up import BackingUp
from broadcaster.keeper.caring import Caring
from broadcaster.keeper.coming import ComingWatch
from broadcaster.keeper.journaltime import journal_time
from broadcaster.keeper.office_inbox import OfficeInbox
from broadcaster.keeper.presence import Presence
from broadcaster.keeper.sending import Sending
from broadcaster.keeper.services import KeptServices
from broadcaster.keeper.watched_folder import WatchedFolder
from broadcaster.protocol.coming import CODES, alarms_of
from broadcaster.protocol.link import LinkClient
from broadcaster.protocol.messages import Alarm
from broadcaster.schedule.model import DayPlan
from broadcaster.wiring import App

log = logging.getLogger(__name__)

DAYS_AHEAD = 15
"""Tomorrow and 14 more: the station plays on when nobody starts the keeper for two weeks."""
EARLIEST_YEAR = 2025
_LONGEST_SILENCE = timedelta(days=366)
"""Since the journal's last line; a clock farther on is believed once a person has confirmed it, as by the player."""


class Jobs:
    """All jobs of one station; one at a time, because they share one database connection's patience."""

    def __init__(self, home: StationHome, clock: Clock, watch: Callable[[], dict[str, Any]] = dict,
                 watch_alarms: Callable[[], tuple[Alarm, ...]] = tuple) -> None:
        self._home = home
        self._clock = clock
        self._watch = watch
        self._watch_alarms = watch_alarms
        self._work = threading.RLock()
        """One job at a time; whoever asks for the station's health never waits for it."""
        self._lock = threading.RLock()
        self._presence = Presence(home)
        self._coming = ComingWatch(home)
        self._told: dict[str, frozenset[str]] = {}
        """What each concern of the evening is about; more of it is said anew."""
        self._services = KeptServices(home, clock)
        self._alarms = HeldAlarms(clock)
        self._folder = WatchedFolder(home, clock, self._alarms.raise_, self._alarms.clear)
        self._sending = Sending(home, clock, self._alarms.raise_, self._alarms.clear)
        self._caring = Caring(home, clock, self._alarms.raise_, self._alarms.clear)
        self._inbox = OfficeInbox(home, clock, self._alarms.raise_, self._alarms.clear)
        self._sessions: list[dict[str, Any]] = []
        self._backing_up = BackingUp(home, clock, self._alarms.raise_, self._alarms.clear, lambda: self._sessions)
        self._times: dict[str, str] = {}

    def publish(self) -> list[str]:
        """Bring the rundowns of today and the coming days up to date; returns the files written."""
        with self._work:
            if not self._home_is_there():
                return []
            try:
                self._check_clock()
                app = self._services.fresh()
                if app.settings.office.role == "office":
                    return []  # nobody listens here
                app.approval_book.settle(app.database)
                done = app.schedule.publish_days(self._clock.now().date(), 1 + DAYS_AHEAD)
                app.emergency.drop_withdrawn()
            except BroadcasterError as error:
                self._alarms.raise_("publish_failed", code=error.code, detail=error.text)
                return []
            self._alarms.clear("publish_failed")
            notes.ledger(app, self._alarms)
            self._note_evening([plan for plan, _ in done[:2]])
            self._note_sessions([plan for plan, _ in done[:2]])
            notes.sheets(app, [plan for plan, _ in done[:2]], self._alarms)
            self._note_unreadable([plan for plan, _ in done])
            notes.overdue(app, self._clock.now().date(), self._alarms)
            self._note_time("published_at")
        written = [path.name for _, path in done if path is not None]
        if written:
            log.info("published %s", ", ".join(written))
            self._tell_air()
        return written

    def file(self) -> int:
        """File new journal lines into the database; returns how many."""
        with self._work:
            if not self._home_is_there():
                return 0
            try:
                filed = self._services.fresh().asrun.file()
            except BroadcasterError as error:
                self._alarms.raise_("filing_failed", code=error.code, detail=error.text)
                return 0
            self._alarms.clear("filing_failed")
            self._note_time("filed_at")
            if filed.faults:
                self._alarms.raise_("journal_faults", faults=list(filed.faults[:20]), count=len(filed.faults))
            else:  # the check of the whole journal still finds what an older day holds
                self._alarms.clear("journal_faults")
            return filed.new_lines

    def seal(self) -> int:
        """Seal the days of the journal that are over; returns how many."""
        with self._work:
            return sealing.seal(self._sure_app, self._alarms) if self._home_is_there() else 0

    def verify(self) -> int:
        """Look at what is to sound within a day; beside the other jobs, as it may read for long. Gives the faults."""
        if not self._presence.there() or self._alarms.holds("clock_invalid"):
            return 0
        try:
            faults = self._coming.look(self._clock.now())
        except BroadcasterError as error:  # no station key yet: nothing is planned either
            log.info("coming items: %s", error.text)
            return 0
        held = alarms_of(faults)
        for code in CODES.values():
            if code in held:
                self._alarms.raise_(code, **held[code])
            else:
                self._alarms.clear(code)
        return len(faults)

    def watch_folder(self) -> int:
        """Bring in what is new in the watched folder, beside the other jobs: it may take long."""
        return self._folder.look() if self._presence.there() else 0

    def send(self) -> int:
        """Packages up, answers and letters down, beside the other jobs: a line may be slow. Gives what went out."""
        if not self._presence.there():
            self._sending.close()
            return 0
        return 0 if self._alarms.holds("clock_invalid") else self._sending.look()

    def take_inbox(self) -> int:
        """At an office: packages in, beside the other jobs. Gives how many were merged."""
        if not self._presence.there():
            self._inbox.close()
            return 0
        return 0 if self._alarms.holds("clock_invalid") else self._inbox.look()

    def back_up(self) -> bool:
        """The backup of the night and its trial, beside the other jobs. Whether one was made."""
        if not self._presence.there() or self._alarms.holds("clock_invalid"):
            return False
        return self._backing_up.look()

    def stop_watching(self) -> None:
        """What is being brought in or sent now waits for the next start."""
        self._folder.stop()
        self._sending.stop()
        self._inbox.stop()
        self._backing_up.stop()

    def tidy(self) -> int:
        """Let go of sounds that have lain aside long enough to be missed; returns how many. Says what does not fit."""
        with self._work:
            if not self._home_is_there():
                return 0
            try:
                app = self._sure_app()  # ten years on, everything would have lain aside long enough
            except BroadcasterError as error:
                log.warning("nothing is tidied: %s", error.text)
                return 0
            notes.strays(app, self._alarms)
            return app.retention.sweep()

    def health(self) -> dict[str, Any]:
        """The state of the station, also written to run/keeper.status.json; asked while a job hangs, it answers."""
        there = self._presence.there()
        free = self._caring.disk() if there else 0
        with self._lock:
            if there:
                self._alarms.clear("home_lost")
            else:
                self._alarms.raise_("home_lost", path=str(self._home.root))
            alarms = [*self._alarms.all(), *self._watch_alarms()]
            status = {"at": format_time(self._clock.now()), "pid": os.getpid(), "host": platform.node(),
                      "air": self._watch(), "disk_free_mb": free // 1_000_000, "sessions": self._sessions,
                      **self._times, "alarms": [vars(alarm) for alarm in alarms]}
        if there:
            self._write_status(status)
        return status

    def trouble(self, job: str, detail: str) -> None:
        """A job failed in a way nobody foresaw: said aloud until the program is started again."""
        self._alarms.raise_("program_error", job=job, detail=detail)

    def close(self) -> None:
        with self._work:
            self._services.close()

    def end(self) -> None:
        """As `close`, once no job runs any more."""
        self.close()
        self._sending.close()
        self._inbox.close()

    def _home_is_there(self) -> bool:
        """Never write into a folder that only has the same name: the stick with the station may be pulled out."""
        if self._presence.there():
            return True
        try:
            self.close()
        except Exception as error:  # its files are gone: there is nothing left to close well
            log.warning("the database of a lost home: %s", error)
        return False

    def _write_status(self, status: dict[str, Any]) -> None:
        raw = json.dumps(status, ensure_ascii=False).encode("utf-8")
        try:
            write_atomic(self._home.run / "keeper.status.json", raw)
        except BroadcasterError as error:
            self._alarms.raise_("status_unwritten", detail=error.text)
        else:
            self._alarms.clear("status_unwritten")

    def _note_time(self, what: str) -> None:
        with self._lock:
            self._times[what] = format_time(self._clock.now())

    def _sure_app(self) -> App:
        """The services, for what a wrong clock must not do. Raises BroadcasterError("clock_invalid")."""
        self._check_clock()
        return self._services.fresh()

    def _check_clock(self) -> None:
        """A wrong clock must not publish: not 1970, and not a day before what the journal tells."""
        now = self._clock.now()
        told = journal_time(self._home.asrun)
        behind = told is not None and told > now + timedelta(days=1)
        ahead = told is not None and now - told > _LONGEST_SILENCE
        if now.year < EARLIEST_YEAR or behind or ahead:
            newest = format_time(told) if told else ""
            self._alarms.raise_("clock_invalid", now=format_time(now), journal_day=newest[:10])
            raise BroadcasterError("clock_invalid", f"the clock says {format_time(now)}, the journal {newest}")
        self._alarms.clear("clock_invalid")

    def _note_sessions(self, plans: list[DayPlan]) -> None:
        """Today and tomorrow as minutes per session; an empty one is an alarm before it is a silence."""
        sessions = [{"session": fill.session_id, "name": fill.name, "starts_at": format_time(fill.starts_at),
                     "seconds": round(fill.planned_seconds, 1), "limit": round(fill.limit_seconds, 1)}
                    for plan in plans for fill in plan.fills if fill.held]
        with self._lock:
            self._sessions = sessions
        gone = {fill.session_id for plan in plans for fill in plan.fills if fill.starts_at <= self._clock.now()}
        said = gone | self._told.get("next_empty", frozenset())
        empty = [item["session"] for item in sessions if not item["seconds"] and item["session"] not in said]
        if empty:
            self._alarms.raise_("session_empty", sessions=empty)
        else:
            self._alarms.clear("session_empty")

    def _note_evening(self, plans: list[DayPlan]) -> None:
        """What must be mended today; a session that becomes empty later in the night is said a second time."""
        found = {concern.code: concern for concern in evening.concerns(plans, self._clock.now())}
        for code in set(self._told) - set(found):
            self._alarms.clear(code)
        for code, concern in found.items():
            if concern.about - self._told.get(code, concern.about):
                self._alarms.clear(code)
            self._alarms.raise_(code, **concern.facts)
        self._told = {code: concern.about for code, concern in found.items()}

    def _note_unreadable(self, plans: list[DayPlan]) -> None:
        """What a slip or another program made of the station's files and rows: left out, or held as it last was."""
        names = sorted({str(warning.facts["name"]) for plan in plans for warning in plan.warnings
                        if warning.code == "unreadable"})
        if names:
            self._alarms.raise_("plan_unreadable", count=len(names), names=", ".join(names[:3]))
        else:
            self._alarms.clear("plan_unreadable")

    def _tell_air(self) -> None:
        # A hint only: `air` looks at the folder itself.
        try:
            client = LinkClient(self._home, "air", timeout=1.0)
        except BroadcasterError:
            return
        try:
            client.ask("reload")
        except BroadcasterError as error:
            log.info("the player did not take the hint: %s", error.text)
        finally:
            client.close()

