"""The resident process: starts jobs and player, answers on the socket, ends cleanly."""

from __future__ import annotations

import logging
import signal
import threading
from collections.abc import Callable
from typing import Any

from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_MISSED
from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

from broadcaster.base.clock import STATION_ZONE, Clock, SystemClock
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.lock import ProcessLock
from broadcaster.base.logs import start_logging
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import load_settings
from broadcaster.keeper.jobs import Jobs
from broadcaster.keeper.rhythm import Rhythm
from broadcaster.keeper.shared_home import EVERY as SHARED_EVERY
from broadcaster.keeper.shared_home import SharedHome
from broadcaster.keeper.supervisor import Supervisor
from broadcaster.keeper.updating import Updating
from broadcaster.protocol.link import LinkServer
from broadcaster.protocol.messages import Alarm
from broadcaster.protocol.restored import read_restored

log = logging.getLogger(__name__)

TICK = 0.2
PUBLISH_EVERY = 60.0
FILE_EVERY = 5.0
SEAL_EVERY = 300.0
HEALTH_EVERY = 5.0
SERVER_EVERY = 5.0
FOLDER_EVERY = 30.0
SEND_EVERY = 60.0
INBOX_EVERY = 300.0
VERIFY_EVERY = 60.0
BACKUP_EVERY = 60.0
UPDATE_EVERY = 60.0
TIDY_EVERY = 12 * 3600.0
JUMP_SECONDS = 5.0


def run_keeper(home: StationHome, *, start_air: bool = True, with_air: bool = False) -> int:
    """Run until SIGTERM or the command `shutdown`. The player stays on air unless `with_air`."""
    home.create()
    lock = ProcessLock(home, "keeper")
    start_logging(home, "keeper")
    logging.getLogger("apscheduler.executors").setLevel(logging.WARNING)
    keeper = Keeper(home, SystemClock(), start_air=start_air, with_air=with_air)
    for name in ("SIGTERM", "SIGINT", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: keeper.end())
    try:
        keeper.run()
    finally:
        lock.release()
    return 0


class Keeper:
    """Jobs, player and socket of one station."""

    def __init__(self, home: StationHome, clock: Clock, *, start_air: bool, with_air: bool) -> None:
        self._home = home
        self._clock = clock
        self._with_air = with_air
        self._supervisor = Supervisor(home, clock) if start_air else None
        self._plays = _may_play(home)
        self._shared = SharedHome(home, clock)
        self._jobs = Jobs(home, clock, self._air_status, self._watch_alarms)
        self._updating = Updating(home)
        self._over = threading.Event()
        self._server: LinkServer | None = None
        self._told_trouble = ""
        self._scheduler = make_scheduler(self._jobs.trouble)

    def run(self) -> None:
        """Block until told to end."""
        self._keep_server()
        for name, job, every in (("publish", self._jobs.publish, PUBLISH_EVERY), ("file", self._jobs.file, FILE_EVERY),
                                 ("health", self._jobs.health, HEALTH_EVERY),
                                 ("coming", self._jobs.verify, VERIFY_EVERY),
                                 ("watched folder", self._jobs.watch_folder, FOLDER_EVERY),
                                 ("send", self._jobs.send, SEND_EVERY),
                                 ("backup", self._jobs.back_up, BACKUP_EVERY),
                                 ("office inbox", self._jobs.take_inbox, INBOX_EVERY),
                                 ("seal", self._jobs.seal, SEAL_EVERY),
                                 ("update", self._updating.look, UPDATE_EVERY),
                                 ("shared", self._shared.look, SHARED_EVERY), ("tidy", self._jobs.tidy, TIDY_EVERY)):
            self._scheduler.add_job(job, Rhythm(every), id=name)
        self._scheduler.start()
        log.info("the keeper is up")
        try:
            self._watch()
        finally:
            if self._server is not None:
                self._server.close()
            self._jobs.stop_watching()
            self._scheduler.shutdown(wait=True)
            self._part_from_air()
            self._updating.let_go()
            self._shared.end()
            self._jobs.file()
            self._jobs.end()
            log.info("the keeper ends")

    def end(self) -> None:
        """Ask `run` to return; safe in a signal handler."""
        self._over.set()

    def _watch(self) -> None:
        wall, steady = self._clock.now(), self._clock.monotonic()
        server_at = steady
        while not self._over.wait(TICK):
            self._tend_air()
            if self._clock.monotonic() >= server_at:
                server_at = self._clock.monotonic() + SERVER_EVERY
                self._keep_server()
                self._plays = _may_play(self._home)
            now, monotonic = self._clock.now(), self._clock.monotonic()
            jump = (now - wall).total_seconds() - (monotonic - steady)
            wall, steady = now, monotonic
            if abs(jump) > JUMP_SECONDS:
                # Jobs wait for wall times: after a clock set back they would not run until it caught up.
                log.warning("the clock jumped by %.0f s", jump)
                run_now(self._scheduler)

    def _tend_air(self) -> None:
        try:
            if self._supervisor is not None and self._plays:
                self._supervisor.tick()
        except Exception as error:  # the player must not be left alone for a fault of ours
            if repr(error) != self._told_trouble:
                self._told_trouble = repr(error)
                log.exception("looking after the player failed")
            self._jobs.trouble("supervisor", repr(error))

    def _keep_server(self) -> None:
        """Answer on the socket; where it cannot be opened now (disk full, no home), the rest goes on and it is tried
        again."""
        try:
            if self._server is not None:
                self._server.keep_address()
            elif self._home.run.is_dir():
                self._server = LinkServer(self._home, "keeper", self._answer)
        except (OSError, BroadcasterError) as error:
            log.info("no socket: %s", error)

    def _answer(self, message: dict[str, Any]) -> dict[str, Any]:
        command = message.get("command")
        if command == "ping":
            return {}
        if command == "status":
            return {"status": self._jobs.health()}
        if command == "publish":
            return {"written": self._jobs.publish()}
        if command == "file":
            return {"new_lines": self._jobs.file()}
        if command == "shutdown":
            self._with_air = bool(message.get("with_air", True))
            self._over.set()
            return {}
        raise Refused("link.command", f"the keeper knows no command {command!r}", command=str(command))

    def _part_from_air(self) -> None:
        if self._supervisor is None:
            return
        if self._with_air:
            self._supervisor.stop()
        else:
            self._supervisor.let_go()

    def _watch_alarms(self) -> tuple[Alarm, ...]:
        return (*(self._supervisor.alarms() if self._supervisor else ()), *self._shared.alarms())

    def _air_status(self) -> dict[str, Any]:
        return self._supervisor.status() if self._supervisor else {}


def _may_play(home: StationHome) -> bool:
    """Not an office above stations, which has no loudspeaker, nor a station brought back from a backup until a person
    has said that no other computer plays; whatever else station.toml says, a player is looked after."""
    restored = read_restored(home)
    if restored is not None and restored.waits:
        return False
    try:
        return load_settings(home).office.role != "office"
    except BroadcasterError:
        return True


def make_scheduler(trouble: Callable[[str, str], None]) -> BackgroundScheduler:
    """APScheduler with every default that loses jobs made explicit: a late job runs late, once, never beside itself."""
    scheduler = BackgroundScheduler(
        timezone=STATION_ZONE, executors={"default": ThreadPoolExecutor(6)},
        job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1})

    def listen(event: Any) -> None:
        error = getattr(event, "exception", None)
        log.error("job %s %s", event.job_id, "failed" if error else "was missed",
                  exc_info=error if isinstance(error, BaseException) else None)
        trouble(event.job_id, repr(error) if error else "missed")

    scheduler.add_listener(listen, EVENT_JOB_ERROR | EVENT_JOB_MISSED)
    return scheduler


def run_now(scheduler: BackgroundScheduler) -> None:
    """Every job runs at once and goes on from there."""
    for job in scheduler.get_jobs():
        job.modify(next_run_time=SystemClock().now())
