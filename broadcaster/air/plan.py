"""What the rundown files say now: the newest good revision of each day, and the ones that were refused."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from broadcaster.air.quiet import QuietGuard
from broadcaster.base.errors import BroadcasterError, NewerFormat, Refused, Tampered
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.protocol.rundown import PlannedSession, QuietHours, Rundown, read_rundown, revisions_of

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Plan:
    """One day's rundown and the file it came from."""

    name: str
    rundown: Rundown


@dataclass(frozen=True)
class Rejected:
    """A revision that may not be used."""

    name: str
    problem: str
    """altered, unreadable, newer_format, misplaced."""
    detail: str
    passing: bool = False
    """The file could not be opened just now: asked again at the next look."""


class PlanBook:
    """Reads rundowns/ again whenever it changed. Only yesterday, today and tomorrow matter to a player."""

    def __init__(self, home: StationHome, key: bytes, settings: Settings,
                 on_rejected: Callable[[Rejected], None]) -> None:
        self._home, self._key, self._settings = home, key, settings
        self._on_rejected = on_rejected
        self._seen: object = None
        self._verdicts: dict[tuple[str, int, int], Plan | Rejected] = {}
        self._told: set[tuple[str, str]] = set()
        self._plans: dict[date, Plan] = {}
        self.rejected: list[Rejected] = []

    def poll(self, now: datetime, *, force: bool = False) -> bool:
        """Look at the folder; True when the plan may have changed."""
        days = [now.date() + timedelta(days=shift) for shift in (-1, 0, 1)]
        listing = {day: [(path, *_stamp(path)) for path in revisions_of(self._home.rundowns, day)] for day in days}
        if listing == self._seen and not force:
            return False
        self._seen = listing
        if force:
            self._verdicts.clear()
        self.rejected = []
        self._plans = {}
        for day, revisions in listing.items():
            self._choose(day, revisions)
        present = {(path.name, *stamp) for revisions in listing.values() for path, *stamp in revisions}
        self._verdicts = {key: verdict for key, verdict in self._verdicts.items() if key in present}
        return True

    def plan(self, day: date) -> Plan | None:
        return self._plans.get(day)

    def sessions(self) -> list[tuple[Plan, PlannedSession]]:
        """Every session of the days in hand, by start."""
        found = [(plan, session) for plan in self._plans.values() for session in plan.rundown.sessions]
        return sorted(found, key=lambda item: item[1].starts_at)

    def named(self, name: str) -> Plan | None:
        """One revision by its file name, if it is good."""
        verdict = self._read(self._home.rundowns / name)
        return verdict if isinstance(verdict, Plan) else None

    def quiet(self, rundown: Rundown | None, settings: Settings) -> QuietGuard:
        """The union of the plan's own quiet hours and the station's."""
        windows = [QuietHours(settings.hours.quiet_from, settings.hours.quiet_to)]
        return QuietGuard(windows + ([rundown.quiet] if rundown else []))

    def _choose(self, day: date, revisions: list[tuple[Path, int, int]]) -> None:
        for path, *stamp in revisions:
            key = (path.name, stamp[0], stamp[1])
            if key not in self._verdicts:
                self._verdicts[key] = self._read(path)
            verdict = self._verdicts[key]
            if isinstance(verdict, Rejected) and verdict.passing:
                del self._verdicts[key]
                self._seen = None
            if isinstance(verdict, Plan):
                self._plans[day] = verdict
                return
            self.rejected.append(verdict)
            if (verdict.name, verdict.problem) not in self._told:
                self._told.add((verdict.name, verdict.problem))
                self._on_rejected(verdict)

    def _read(self, path: Path) -> Plan | Rejected:
        try:
            rundown = read_rundown(path, self._key)
            self._check(path, rundown)
        except Tampered as error:
            return Rejected(path.name, "altered", error.text)
        except NewerFormat as error:
            return Rejected(path.name, "newer_format", error.text)
        except BroadcasterError as error:
            problem = "misplaced" if error.code == "air.misplaced_plan" else "unreadable"
            return Rejected(path.name, problem, error.text, passing=isinstance(error.__cause__, OSError))
        except ValueError as error:
            return Rejected(path.name, "unreadable", str(error))
        ordered = sorted(rundown.sessions, key=lambda session: session.starts_at)
        return Plan(path.name, replace(rundown, sessions=tuple(ordered)))

    def _check(self, path: Path, rundown: Rundown) -> None:
        """A sealed file under another day's name, or another station's, is not this day's plan."""
        ours = self._settings.station.id
        if rundown.file_name() != path.name or (ours and rundown.station_id and rundown.station_id != ours):
            raise Refused("air.misplaced_plan", f"{path.name} is a plan for another day or station", name=path.name)
        QuietGuard([rundown.quiet])


def _stamp(path: Path) -> tuple[int, int]:
    try:
        stat = path.stat()
    except OSError:
        return 0, 0
    return stat.st_mtime_ns, stat.st_size
