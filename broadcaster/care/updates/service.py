"""An update from the first look to the last: beside the running version, tried, switched by one rename, watched, and
taken back by itself when it does not come up. Whatever moment the power goes, what current.txt names can start."""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import time
from pathlib import Path
from typing import Any, Protocol

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.paths import StationHome, sync_folder, unwritable, write_atomic
from broadcaster.base.program import NO_WINDOW
from broadcaster.care.installed import Installed, is_version, version_key
from broadcaster.care.updates import database_copy, package
from broadcaster.care.updates.model import OVER, STANDS_STILL, Manifest, Record, Step, platform_tag, record_from
from broadcaster.care.updates.on_trail import write_down
from broadcaster.care.updates.updater_lock import UpdaterLock

log = logging.getLogger(__name__)

NIGHT = time(21, 30), time(4, 0)
_ASK_SECONDS = 20.0
_SELF_TEST_SECONDS = 300.0


class Runs(Protocol):
    """The station an update meets (station.Station)."""

    home: StationHome

    def busy(self) -> str: ...

    def stop(self) -> None: ...

    def start(self, command: Sequence[str]) -> None: ...

    def lives(self) -> bool: ...


@dataclass
class Updates:
    """One installation and one station. `told` hears of every step, also from other threads' files (record())."""

    place: Installed
    station: Runs
    clock: Clock
    keys: Sequence[str] | None = None
    watch_seconds: float = 60.0
    come_up_seconds: float = 60.0
    told: Callable[[Record], object] = field(default=lambda record: None)

    def check(self, path: Path) -> Manifest:
        """Whether this file is an update for us. Raises what package.read_manifest raises, and update.platform,
        update.not_newer, update.not_writable."""
        manifest = package.read_manifest(path, self.keys)
        if manifest.platform != platform_tag():
            raise Refused("update.platform", f"{path.name} is for {manifest.platform}, this is {platform_tag()}",
                          name=path.name, platform=manifest.platform)
        if version_key(manifest.version) <= version_key(self.place.current):
            raise Refused("update.not_newer", f"{manifest.version} is not newer than {self.place.current}",
                          version=manifest.version, current=self.place.current)
        if not os.access(self.place.root, os.W_OK) or not os.access(self.place.root / "versions", os.W_OK):
            raise Refused("update.not_writable", f"{self.place.root} belongs to the administrator",
                          path=str(self.place.root))
        return manifest

    def stage(self, path: Path, when: str = "now", by: str = "") -> Record:
        """Unpack it beside the running version and try it there; the station plays on. `by`: who signed for it.
        Raises as `check`, and update.self_test, update.no_room, update.busy."""
        with UpdaterLock(self.place):
            manifest = self.check(path)
            record = Record(manifest.version, self.place.current, Step.UNPACKING, str(self.station.home.root),
                            format_time(self.clock.now()), when, manifest.news)
            try:
                self._stage(path, manifest, record)
            except BroadcasterError as error:
                self._set_down(replace(record, step=Step.FAILED, code=error.code, facts=_plain(error.facts)))
                raise
            write_down(self.station.home, self.clock, by, "update.staged", record)
            return self._set_down(replace(record, step=Step.READY, part=1.0))

    def carry_out(self, *, wait: bool = True) -> Record:
        """Put the version that is ready in use, at a quiet moment. Gives how it ended. Raises Refused update.busy,
        update.none_ready, and (with `wait` off) update.not_now."""
        with UpdaterLock(self.place):
            record = self.record()
            if record is None or record.step is not Step.READY:
                raise Refused("update.none_ready", "no update is ready")
            self._wait_for_quiet(record, wait)
            return self._switch(record)

    def resume(self) -> Record | None:
        """After a power cut: end what was begun, or take it back. None when nothing was under way; raises
        update.busy while another updater is at work."""
        with UpdaterLock(self.place):
            record = self.record()
            if record is None or record.step in OVER or record.step is Step.READY:
                return record
            log.warning("an update to %s was interrupted at: %s", record.version, record.step)
            switched = self.place.current == record.version
            if record.step is Step.ROLLING_BACK:
                return self._roll_back(record)
            if switched:
                return self._watch(self._set_down(replace(record, step=Step.TRIAL)))
            self._sweep()
            self.place.trial_file.unlink(missing_ok=True)
            if record.step in STANDS_STILL:
                self.station.start([str(self.place.launcher())])
            return self._set_down(replace(record, step=Step.FAILED, code="update.interrupted", facts={}))

    def roll_back(self, *, even_if_newer: bool = False, failed_start: bool = False,
                  window_closes: bool = False, by: str = "") -> Record:
        """Back to the version before, with the database as it was then. Raises update.no_previous, update.busy,
        update.not_now, and update.rollback_would_lose unless `even_if_newer` (then the newer one is set aside)."""
        with UpdaterLock(self.place):
            record, before = self.record(), self.place.previous
            if record is None or not before or not self.place.program(before).exists():
                raise Refused("update.no_previous", "there is no earlier version to go back to")
            if not failed_start:
                reason = self.station.busy()
                if reason and not (window_closes and reason == "window"):
                    raise Refused("update.not_now", f"not now: {reason}", reason=reason)
                if not even_if_newer and database_copy.would_lose(self.station.home, Path(record.copy), record.airings):
                    raise Refused("update.rollback_would_lose", "what was done since the update would be lost",
                                  at=record.at)
            record = replace(record, before=before, version=self.place.current or record.version,
                             code="update.failed_start" if failed_start else "", facts={})
            # Before: the database of then takes this one's place, which is kept with what stands in it.
            write_down(self.station.home, self.clock, by, "update.taken_back", record)
            return self._roll_back(record)

    def record(self) -> Record | None:
        """The update under way, or the last one."""
        try:
            return record_from((self.place.root / "update.json").read_bytes())
        except OSError:
            return None

    # -- staging --

    def _stage(self, path: Path, manifest: Manifest, record: Record) -> None:
        self._sweep()
        beside = self.place.root / "versions" / f".{manifest.version}"
        shown = 0.0

        def told(part: float) -> None:
            nonlocal shown
            if part - shown > 0.04 or part >= 1:
                shown = part
                self._set_down(replace(record, part=part))

        self._set_down(record)
        package.unpack(path, manifest, beside, told)
        self._set_down(replace(record, step=Step.TESTING))
        self._self_test(beside / self.place.program(manifest.version).name)
        package.check_tree(beside, manifest)
        target = self.place.folder(manifest.version)
        try:
            if target.exists():  # left by an update that was called off
                shutil.rmtree(target)
            beside.replace(target)
            sync_folder(target.parent)
        except OSError as error:
            raise unwritable(target, error) from error

    def _self_test(self, program: Path) -> None:
        words = {key: value for key, value in os.environ.items() if not key.startswith(("_PYI", "_MEI"))}
        try:
            done = subprocess.run([str(program), "self-test"], stdin=subprocess.DEVNULL, capture_output=True,
                                  timeout=_SELF_TEST_SECONDS, check=False, env=words, creationflags=NO_WINDOW)
            detail = "" if done.returncode == 0 else _last_line(done.stdout + done.stderr) or f"exit {done.returncode}"
        except (OSError, subprocess.TimeoutExpired) as error:
            detail = str(error)
        if detail:
            shutil.rmtree(program.parent, ignore_errors=True)
            raise Refused("update.self_test", f"the new version does not run here: {detail}", detail=detail)

    def _sweep(self) -> None:
        """What an interrupted update left half unpacked."""
        for each in (self.place.root / "versions").glob(".*"):
            shutil.rmtree(each, ignore_errors=True)

    # -- switching --

    def _wait_for_quiet(self, record: Record, wait: bool) -> None:
        told = ""
        while True:
            reason = self._too_early(record) or self.station.busy()
            if not reason:
                return
            if not wait:
                raise Refused("update.not_now", f"not now: {reason}", reason=reason)
            if reason != told:
                told = reason
                self._set_down(replace(record, code="update.waits", facts={"reason": reason}))
            self.clock.sleep(_ASK_SECONDS)

    def _too_early(self, record: Record) -> str:
        begin, end = NIGHT
        now = self.clock.now().time()
        return "tonight" if record.when == "tonight" and end < now < begin else ""

    def _switch(self, record: Record) -> Record:
        record = replace(record, step=Step.STOPPING, code="", facts={}, at=format_time(self.clock.now()))
        record = self._set_down(record)
        try:
            self.station.stop()
            record = self._set_down(replace(record, step=Step.COPYING))
            record = self._set_down(replace(self._copied(record), step=Step.SWITCHING))
            write_atomic(self.place.previous_file, f"{record.before}\n".encode())
            write_atomic(self.place.trial_file, b"")
            self.place.point_to(record.version)
        except (BroadcasterError, OSError, sqlite3.Error) as error:
            self.place.trial_file.unlink(missing_ok=True)
            self.station.start([str(self.place.launcher())])
            code, facts = _told_error(error)
            return self._set_down(replace(record, step=Step.FAILED, code=code, facts=facts))
        return self._watch(self._set_down(replace(record, step=Step.TRIAL)))

    def _copied(self, record: Record) -> Record:
        """A copy of the database, always: the new version may bring it to a new form at its first start."""
        database = self.station.home.database
        if not database.exists():
            return record
        target = self.station.home.root / "backup" / f"station-before-{record.version}.db"
        target.parent.mkdir(exist_ok=True)
        database_copy.copy(database, target)
        return replace(record, copy=str(target), airings=database_copy.airings(self.station.home))

    def _watch(self, record: Record) -> Record:
        """It has a minute to come up, and must then live for another."""
        if not self.station.lives():
            self.station.start([str(self.place.launcher())])
        end = self.clock.monotonic() + self.come_up_seconds
        while not self.station.lives():
            if self.clock.monotonic() > end:
                return self._roll_back(replace(record, code="update.did_not_come_up", facts={}))
            self.clock.sleep(min(0.5, self.come_up_seconds / 4))
        end = self.clock.monotonic() + self.watch_seconds
        missed = 0
        while self.clock.monotonic() < end:
            self.clock.sleep(min(2.0, self.watch_seconds / 4))
            missed = 0 if self.station.lives() else missed + 1
            if missed >= 3:
                return self._roll_back(replace(record, code="update.did_not_stay_up", facts={}))
        self.place.trial_file.unlink(missing_ok=True)
        done = self._set_down(replace(record, step=Step.DONE, code="", facts={}))
        self._forget_older(done)
        return done

    def _forget_older(self, record: Record) -> None:
        """One version to go back to is kept."""
        for each in (self.place.root / "versions").iterdir():
            if is_version(each.name) and each.name not in {record.version, record.before, self.place.current}:
                shutil.rmtree(each, ignore_errors=True)

    # -- going back --

    def _roll_back(self, record: Record) -> Record:
        record = replace(record, step=Step.ROLLING_BACK)
        with suppress(BroadcasterError):  # a full disk may be why it does not come up
            self._set_down(record)
        with suppress(BroadcasterError):
            self.station.stop()
        try:
            aired = record.copy != "" and database_copy.airings(self.station.home) > record.airings
            database_copy.restore(self.station.home, Path(record.copy), record.version)
            self.place.point_to(record.before)
            self.place.trial_file.unlink(missing_ok=True)
        except (BroadcasterError, OSError) as error:
            self.station.start([str(self.place.launcher())])
            code, facts = _told_error(error)
            return self._set_down(replace(record, step=Step.FAILED, code=code, facts=facts))
        self.station.start([str(self.place.launcher())])
        facts = {**record.facts, "aired_since": aired}
        return self._set_down(replace(record, step=Step.ROLLED_BACK, facts=facts))

    def _set_down(self, record: Record) -> Record:
        write_atomic(self.place.root / "update.json", record.to_json())
        self.told(record)
        return record


def _told_error(error: Exception) -> tuple[str, dict[str, Any]]:
    if isinstance(error, BroadcasterError):
        return error.code, _plain(error.facts)
    return "update.failed", {"detail": str(error)[:300]}


def _plain(facts: dict[str, Any]) -> dict[str, Any]:
    return {key: value if isinstance(value, (int, float, str, bool)) else str(value) for key, value in facts.items()}


def _last_line(raw: bytes) -> str:
    lines = [line for line in raw.decode("utf-8", "replace").splitlines() if line.strip()]
    return lines[-1].strip()[:300] if lines else ""
