"""What the keeper does again and again: publish rundowns, file the journal, look after the station's health."""

from __future__ import annotations

import json
import logging
import os
import shutil
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from broadcaster.base.clock import Clock, format_time, parse_time
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.base.settings import load_settings
from broadcaster.keeper import evening
from broadcaster.keeper.coming import ComingWatch
from broadcaster.keeper.journaltime import journal_time
from broadcaster.keeper.presence import Presence
from broadcaster.keeper.watched_folder import WatchedFolder
from broadcaster.protocol.coming import CODES, alarms_of
from broadcaster.protocol.link import LinkClient
from broadcaster.protocol.messages import Alarm
from broadcaster.schedule.model import DayPlan
from broadcaster.wiring import App, build_app

log = logging.getLogger(__name__)

DAYS_AHEAD = 15
"""Tomorrow and 14 more: the station plays on when nobody starts the keeper for two weeks."""
DISK_LOW_BYTES = 500_000_000
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
        self._folder = WatchedFolder(home, clock, self._raise_alarm, self._clear_alarm)
        self._coming = ComingWatch(home)
        self._told: dict[str, frozenset[str]] = {}
        """What each concern of the evening is about; more of it is said anew."""
        self._app: App | None = None
        self._alarms: dict[str, Alarm] = {}
        self._sessions: list[dict[str, Any]] = []
        self._times: dict[str, str] = {}

    def publish(self) -> list[str]:
        """Bring the rundowns of today and the coming days up to date; returns the files written."""
        with self._work:
            if not self._home_is_there():
                return []
            try:
                self._check_clock()
                app = self._fresh_app()
                app.approval_book.settle(app.database)
                done = app.schedule.publish_days(self._clock.now().date(), 1 + DAYS_AHEAD)
                app.emergency.drop_withdrawn()
            except BroadcasterError as error:
                self._raise_alarm("publish_failed", code=error.code, detail=error.text)
                return []
            self._clear_alarm("publish_failed")
            self._note_ledger(app)
            self._note_evening([plan for plan, _ in done[:2]])
            self._note_sessions([plan for plan, _ in done[:2]])
            self._note_sheets(app, [plan for plan, _ in done[:2]])
            self._note_due(app)
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
                filed = self._fresh_app().asrun.file()
            except BroadcasterError as error:
                self._raise_alarm("filing_failed", code=error.code, detail=error.text)
                return 0
            self._clear_alarm("filing_failed")
            self._note_time("filed_at")
            if filed.faults:
                self._raise_alarm("journal_faults", faults=list(filed.faults[:20]), count=len(filed.faults))
            else:  # the check of the whole journal still finds what an older day holds
                self._clear_alarm("journal_faults")
            return filed.new_lines

    def verify(self) -> int:
        """Look at what is to sound within a day; beside the other jobs, as it may read for long. Gives the faults."""
        if not self._presence.there() or "clock_invalid" in self._alarms:
            return 0
        try:
            faults = self._coming.look(self._clock.now())
        except BroadcasterError as error:  # no station key yet: nothing is planned either
            log.info("coming items: %s", error.text)
            return 0
        held = alarms_of(faults)
        for code in CODES.values():
            if code in held:
                self._raise_alarm(code, **held[code])
            else:
                self._clear_alarm(code)
        return len(faults)

    def watch_folder(self) -> int:
        """Bring in what is new in the watched folder, beside the other jobs: it may take long."""
        return self._folder.look() if self._presence.there() else 0

    def stop_watching(self) -> None:
        """What is being brought in now waits for the next start."""
        self._folder.stop()

    def tidy(self) -> int:
        """Let go of sounds that have lain aside long enough to be missed; returns how many. Says what does not fit."""
        with self._work:
            if not self._home_is_there():
                return 0
            try:
                self._check_clock()  # ten years on, everything would have lain aside long enough
                app = self._fresh_app()
            except BroadcasterError as error:
                log.warning("nothing is tidied: %s", error.text)
                return 0
            self._note_strays(app)
            return app.retention.sweep()

    def health(self) -> dict[str, Any]:
        """The state of the station, also written to run/keeper.status.json; asked while a job hangs, it answers."""
        there = self._presence.there()
        free = self._watch_disk() if there else 0
        with self._lock:
            if there:
                self._clear_alarm("home_lost")
            else:
                self._raise_alarm("home_lost", path=str(self._home.root))
            alarms = [*self._alarms.values(), *self._watch_alarms()]
            status = {"at": format_time(self._clock.now()), "pid": os.getpid(), "air": self._watch(),
                      "disk_free_mb": free // 1_000_000, "sessions": self._sessions, **self._times,
                      "alarms": [vars(alarm) for alarm in alarms]}
        if there:
            self._write_status(status)
        return status

    def trouble(self, job: str, detail: str) -> None:
        """A job failed in a way nobody foresaw: said aloud until the program is started again."""
        self._raise_alarm("program_error", job=job, detail=detail)

    def close(self) -> None:
        with self._work:
            app, self._app = self._app, None
            if app is not None:
                app.close()

    def _home_is_there(self) -> bool:
        """Never write into a folder that only has the same name: the stick with the station may be pulled out."""
        if self._presence.there():
            return True
        try:
            self.close()
        except Exception as error:  # its files are gone: there is nothing left to close well
            log.warning("the database of a lost home: %s", error)
        return False

    def _watch_disk(self) -> int:
        try:
            free = shutil.disk_usage(self._home.root).free
        except OSError:
            return 0
        with self._lock:
            if free < DISK_LOW_BYTES:
                self._raise_alarm("disk_low", free_mb=free // 1_000_000)
            else:
                self._clear_alarm("disk_low")
        return free

    def _write_status(self, status: dict[str, Any]) -> None:
        raw = json.dumps(status, ensure_ascii=False).encode("utf-8")
        try:
            write_atomic(self._home.run / "keeper.status.json", raw)
        except BroadcasterError as error:
            self._raise_alarm("status_unwritten", detail=error.text)
        else:
            self._clear_alarm("status_unwritten")

    def _note_time(self, what: str) -> None:
        with self._lock:
            self._times[what] = format_time(self._clock.now())

    def _fresh_app(self) -> App:
        """The services, built anew when station.toml says something else than before."""
        if self._app is not None and self._app.settings != load_settings(self._home):
            log.info("the settings changed")
            self.close()
        if self._app is None:
            self._app = build_app(self._home, self._clock)
        return self._app

    def _check_clock(self) -> None:
        """A wrong clock must not publish: not 1970, and not a day before what the journal tells."""
        now = self._clock.now()
        told = journal_time(self._home.asrun)
        behind = told is not None and told > now + timedelta(days=1)
        ahead = told is not None and now - told > _LONGEST_SILENCE
        if now.year < EARLIEST_YEAR or behind or ahead:
            newest = format_time(told) if told else ""
            self._raise_alarm("clock_invalid", now=format_time(now), journal_day=newest[:10])
            raise BroadcasterError("clock_invalid", f"the clock says {format_time(now)}, the journal {newest}")
        self._clear_alarm("clock_invalid")

    def _note_sessions(self, plans: list[DayPlan]) -> None:
        """Today and tomorrow as minutes per session; an empty one is an alarm before it is a silence."""
        sessions = [{"session": fill.session_id, "name": fill.name, "starts_at": format_time(fill.starts_at),
                     "seconds": round(fill.planned_seconds, 1), "limit": round(fill.limit_seconds, 1)}
                    for plan in plans for fill in plan.fills if fill.held]
        with self._lock:
            self._sessions = sessions
        urgent = self._told.get("next_empty", frozenset())
        empty = [item["session"] for item in sessions if not item["seconds"] and item["session"] not in urgent]
        if empty:
            self._raise_alarm("session_empty", sessions=empty)
        else:
            self._clear_alarm("session_empty")

    def _note_evening(self, plans: list[DayPlan]) -> None:
        """What must be mended today; a session that becomes empty later in the night is said a second time."""
        found = {concern.code: concern for concern in evening.concerns(plans, self._clock.now())}
        for code in set(self._told) - set(found):
            self._clear_alarm(code)
        for code, concern in found.items():
            if concern.about - self._told.get(code, concern.about):
                self._clear_alarm(code)
            self._raise_alarm(code, **concern.facts)
        self._told = {code: concern.about for code, concern in found.items()}

    def _note_sheets(self, app: App, plans: list[DayPlan]) -> None:
        """A week nobody approved airs nothing; what came after the approval waits: both are said before the day."""
        weeks = app.sheets.unapproved()
        if weeks:
            last = weeks[0] + timedelta(days=6)
            self._raise_alarm("sheet_missing", first=f"{weeks[0]:%d/%m}", last=f"{last:%d/%m/%Y}")
        else:
            self._clear_alarm("sheet_missing")
        waiting = sorted({str(warning.facts.get("title") or warning.facts["name"]) for plan in plans
                          for warning in plan.warnings if warning.code in {"not_on_sheet", "session_not_on_sheet"}})
        if waiting:
            self._raise_alarm("sheet_behind", count=len(waiting), titles=", ".join(waiting[:3]))
        else:
            self._clear_alarm("sheet_behind")

    def _note_due(self, app: App) -> None:
        """Reports whose day has passed; what is only near stands above the register of letters."""
        today = self._clock.now().date()
        late = [due for due in app.directives.reminders.due(today, 0) if due.kind == "report" and due.day < today]
        if late:
            numbers = [due.number or due.subject[:60] for due in late]
            self._raise_alarm("report_overdue", count=len(late), letters=", ".join(numbers[:3]))
        else:
            self._clear_alarm("report_overdue")

    def _note_strays(self, app: App) -> None:
        """An older database beside newer files, or the reverse, is said aloud; nothing is taken away for it."""
        older = app.strays.look()
        if older is not None:
            until = f"{parse_time(older.until):%H:%M (%d/%m/%Y)}" if older.until else "?"
            self._raise_alarm("database_older", until=until, sounds=len(older.sounds), approvals=len(older.approvals))
        else:
            self._clear_alarm("database_older")
        missing = app.strays.missing()
        if missing:
            self._raise_alarm("sounds_missing", count=len(missing), title=missing[0][1])
        else:
            self._clear_alarm("sounds_missing")

    def _note_ledger(self, app: App) -> None:
        fault = app.approval_book.trouble()
        if fault:
            self._raise_alarm("approvals_broken", fault=fault)
        else:
            self._clear_alarm("approvals_broken")

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

    def _raise_alarm(self, code: str, /, **facts: Any) -> None:
        with self._lock:
            known = self._alarms.get(code)
            self._alarms[code] = Alarm(code, known.since if known else format_time(self._clock.now()), facts)
        if known is None:
            log.error("%s %s", code, facts)

    def _clear_alarm(self, code: str) -> None:
        with self._lock:
            held = self._alarms.pop(code, None)
        if held:
            log.info("%s is over", code)
