"""Packages: what a station sends up, each going on where the one before ended (docs/formats.md "The package")."""

from __future__ import annotations

import contextlib
import logging
import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Connection

from broadcaster import __version__
from broadcaster.aggregation import contents, store
from broadcaster.aggregation.archive import Archive
from broadcaster.aggregation.archive_write import Member, member, write_package
from broadcaster.aggregation.contents import Rows
from broadcaster.aggregation.history import History, Made, add_line, newest_file, read_history
from broadcaster.aggregation.journal_check import JournalCheck
from broadcaster.aggregation.model import SUFFIX, UP, Manifest, Sender, StationFacts
from broadcaster.aggregation.opened import Opened, open_package
from broadcaster.aggregation.seals_check import faults_inside
from broadcaster.aggregation.stretch import lines_after
from broadcaster.asrun.identity import Identity
from broadcaster.asrun.seals import SealService
from broadcaster.asrun.service import AsRunService
from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.ids import new_id
from broadcaster.base.lock import ProcessLock
from broadcaster.base.paths import StationHome, sync_folder, unwritable
from broadcaster.base.room import require_room
from broadcaster.base.settings import Settings
from broadcaster.db import trail
from broadcaster.db.engine import Database
from broadcaster.directives.service import DirectiveService
from broadcaster.reports.service import ReportService
from broadcaster.units.model import OWN
from broadcaster.units.service import UnitService

log = logging.getLogger(__name__)

_LOOK_BACK = timedelta(days=92)
"""Rows older than this are looked at again only where a person said something of them since."""
_FIRST_DAY = "2020-01-01"
_ASIDE = "making.part"


@dataclass(frozen=True)
class _Draft:
    """A package before it is written."""

    manifest: Manifest
    members: tuple[Member, ...]
    made: Made
    rows: Rows


@dataclass(frozen=True)
class _Wish:
    """What was asked for."""

    first: date | None
    until: date
    today: date
    full: bool
    audio: bool
    reports: Sequence[Path]
    by: str


class PackageService:
    """Makes the station's packages, each going on where the one before ended."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock, identity: Identity,
                 asrun: AsRunService, seals: SealService, units: UnitService, directives: DirectiveService,
                 reports: ReportService) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
        self._identity = identity
        self._asrun = asrun
        self._seals = seals
        self._units = units
        self._directives = directives
        self._reports = reports

    @property
    def station_id(self) -> str:
        """What the office knows this station by: that of station.toml, else the beginning of its key."""
        return self._settings.station.id or self._identity.public[:16]

    def make(self, first: date | None = None, last: date | None = None, *, audio: bool | None = None,
             reports: Sequence[Path] = (), full: bool = False, after: tuple[int, str] | None = None,
             by: str = "") -> Path:
        """Everything since the package before, up to the end of `last` (else yesterday), into outbox/, queued.

        `first`: also state the days from here on again. `full`: state everything, from the first journal line, for an
        office that lost its data; `after`: number and manifest's sha256 of the newest package the office has, where
        this station has lost them. Raises Refused: package.nothing, package.period, package.history_lost,
        package.journal_gap, package.report, package.too_large, package.busy, disk.*, signing_key.*.
        """
        today = self._clock.now().date()
        until = min(last or today - timedelta(days=1), today)
        if first and first > until:
            raise Refused("package.period", f"the days end ({until}) before they begin ({first})",
                          first=first.isoformat(), last=until.isoformat())
        wish = _Wish(first, until, today, full, self._settings.upward.audio if audio is None else audio, reports, by)
        require_room(self._home.root)
        with self._alone():
            self._asrun.file()
            before = self._before(full, after)
            self._settle()
            return self._make(before, wish)

    def open(self, path: Path) -> Opened:
        """A package of any station, checked. Raises as `opened.open_package`."""
        return open_package(path, self._clock.now())

    def _make(self, before: History, wish: _Wish) -> Path:
        """A day whose rows do not rest on the journal is reconciled anew; if that is no help it stays behind.

        Sent it would be refused with all the rest: one bad day must not keep the station silent.
        """
        anew: set[str] = set()
        left_out: set[str] = set()
        while True:
            draft = self._draft(before, wish, left_out)
            try:
                return self._keep(draft, wish.by, left_out)
            except Refused as error:
                if error.code != "package.rows":
                    raise
                day = str(error.facts.get("day") or draft.rows.day_of(error.facts["row"]))
                log.error("%s does not rest on the journal: %s", day, error.text)
            if day in anew:
                left_out.add(day)
            else:
                anew.add(day)
                self._asrun.reconcile(date.fromisoformat(day))

    # What was before

    def _before(self, full: bool, after: tuple[int, str] | None) -> History:
        history = read_history(self._home.outbox)
        with self._database.read() as c:
            number, sha256, name = store.newest(c)
        in_folder, path = newest_file(self._home.outbox)
        newest = max(number, history.newest.number, in_folder)
        if after is not None:
            if after[0] < newest:
                raise Refused("package.number_given", f"package {newest} was made already", number=newest)
            return History(Made(after[0], after[1]))
        if newest == history.newest.number:
            return History(replace(history.newest, last_seq=0, head=Made().head)) if full else history
        if path is not None and in_folder == newest and (found := self._from_file(path)) is not None \
                and (number != newest or sha256 == found.sha256):
            add_line(self._home.outbox, found)  # a power cut came between its name and its row
            return History(replace(found, last_seq=0, head=Made().head)) if full else \
                History(found, history.days, history.audio)
        if full and number == newest:
            return History(Made(number, sha256, name))
        raise Refused("package.history_lost", f"package {newest} was made, but nothing here says where it ended: "
                      "make one of everything (--all)",
                      number=newest)

    def _from_file(self, path: Path) -> Made | None:
        """A package of ours that lies in outbox/ and stands nowhere else."""
        try:
            archive = Archive(path, self._clock.now())
        except BroadcasterError:
            return None
        archive.close()
        manifest = archive.manifest
        if manifest.key != self._identity.public or manifest.kind != UP or not manifest.last_seq:
            return None
        return Made(manifest.number, archive.sha256, path.name, manifest.made_at, manifest.last_seq, manifest.head)

    # What goes in

    def _draft(self, before: History, wish: _Wish, left_out: Collection[str]) -> _Draft:
        newest, until = before.newest, wish.until
        with self._database.read() as c:
            stretch = lines_after(self._home.asrun, newest.head, newest.last_seq, until.isoformat())
            last_seq = stretch.last_seq or newest.last_seq
            days, anyway = self._days(c, before, wish.first, until)
            rows = contents.changed_rows(c, [day for day in days if day not in left_out], before.days, anyway, last_seq)
            since = rows.days[0] if rows.days else until.isoformat()
            asked = contents.campaigns_asked(c, since, until, wish.today)
            letters = contents.letters_asked(c, asked, rows.letters)
            signatures = list(store.signatures(c, rows.days, newest.made_at))
        seals, sealed = contents.seals_between(self._home, 0 if wish.full else newest.sealed, last_seq)
        added = contents.report_members(wish.reports)
        if not (stretch.last_seq or rows.days or signatures or seals or added):
            raise Refused("package.nothing", "nothing happened since the package before")
        facts = StationFacts(self._settings.station.clusters, tuple(zone.name for zone in self._settings.zones),
                             tuple(state for campaign, state in asked if not campaign.directive_id))
        cuts = contents.whole_sounds(self._home, {*rows.cuts} - before.audio) if wish.audio else ()
        members = (*contents.journal_members(stretch), *(member(f"seals/{name}", raw) for name, raw in seals),
                   *contents.text_members(rows, signatures, letters, facts), *added,
                   *contents.sound_members(self._home, cuts))
        journal = JournalCheck(newest.head, newest.last_seq)
        faults = faults_inside(journal, stretch.lines(), seals, self.station_id)
        made = Made(newest.number + 1, newest.sha256, "", format_time(self._clock.now()), last_seq,
                    stretch.head if stretch.last_seq else newest.head, sealed, rows.digests, cuts)
        manifest = Manifest(
            UP, self._sender(), "", made.number, newest.sha256, made.made_at, rows.days, stretch.first_seq,
            stretch.last_seq, newest.head, made.head, (), program=__version__, faults=faults)
        return _Draft(manifest, members, made, rows)

    def _days(self, c: Connection, before: History, first: date | None, until: date) -> tuple[list[str], set[str]]:
        """Days to look at, and among them those to state whether they changed or not."""
        since = _FIRST_DAY
        if before.days:
            since = (date.fromisoformat(max(before.days)) - _LOOK_BACK).isoformat()
        days = set(store.days(c, since, until.isoformat()))
        anyway = set(store.days(c, first.isoformat(), until.isoformat())) if first else set()
        said = store.said_since(c, before.newest.made_at) if before.newest.made_at else set()
        return sorted(days | anyway | {day for day in said if day <= until.isoformat()}), anyway

    def _sender(self) -> Sender:
        station = self._settings.station
        units = {unit.id: unit for unit in self._units.all()}
        own = next((unit for unit in units.values() if unit.role == OWN), None)
        path: list[str] = []
        while own is not None and own.parent_id in units and len(path) < len(units):
            own = units[own.parent_id]
            path.insert(0, own.name)
        return Sender(self.station_id, station.name, station.commune, station.province, self._units.superior(),
                      tuple(path))

    # Into outbox/

    def _keep(self, draft: _Draft, by: str, left_out: Collection[str]) -> Path:
        """Write it aside, look at it with the office's eyes, and give it its name and row in one unit of work."""
        name = f"{_plain(self.station_id)}-{draft.made.number:06d}{SUFFIX}"
        aside = self._home.outbox / f".{_ASIDE}"
        try:
            manifest = write_package(aside, draft.manifest, draft.members, self._identity)
            with open_package(aside, self._clock.now()) as opened:
                made = replace(draft.made, sha256=opened.sha256, package=name)
            with self._database.write("delivery", "audit") as c:
                if max(store.newest(c)[0], read_history(self._home.outbox).newest.number) >= made.number:
                    raise Refused("package.busy", "another package was made just now: try again")
                _add_row(c, made, by)
                trail.add(c, made.made_at, by, "package.make", f"package:{made.number}", {
                    "file": name, "number": made.number, "days": len(manifest.days),
                    **({"days_left_out": sorted(left_out)} if left_out else {})})
                aside.replace(self._home.outbox / name)
                sync_folder(self._home.outbox)
                add_line(self._home.outbox, made)
        except OSError as error:
            raise unwritable(aside, error) from error
        return self._home.outbox / name

    def _settle(self) -> None:
        """Rows for packages in outbox/ that have none: of a lost database, or after a power cut between two writes."""
        with self._database.read() as c:
            known = store.numbers(c)
        forgotten = [each for each in read_history(self._home.outbox).made
                     if each.number not in known and (self._home.outbox / each.package).is_file()]
        if forgotten:
            with self._database.write("delivery") as c:
                for each in forgotten:
                    _add_row(c, each, "")

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One package at a time; what a power cut left lying aside is swept."""
        try:
            lock = ProcessLock(self._home, "package")
        except Refused as error:
            raise Refused("package.busy", "another package is being made: try again") from error
        try:
            self._sweep()
            yield
        finally:
            self._sweep()
            lock.release()

    def _sweep(self) -> None:
        for path in self._home.outbox.glob(f".*{_ASIDE}*"):
            with contextlib.suppress(OSError):
                path.unlink()


def _plain(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]+", "_", text)[:60] or "station"


def _add_row(c: Connection, made: Made, by: str) -> None:
    days = sorted(made.days) or [made.made_at[:10]]
    store.add(c, id=new_id(), package=made.package, sha256=made.sha256, number=made.number, first_day=days[0],
              last_day=days[-1], made_at=made.made_at, made_by=by)
