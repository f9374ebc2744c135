"""Export to and import from the source information system, by the adapter the settings name. Off by default."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from broadcaster.aggregation import store
from broadcaster.aggregation.adapters.boundary import (
    ENTRY_POINTS,
    AiringRecord,
    ClusterState,
    IncomingBulletin,
    MonthTotal,
    Outgoing,
    SourceSystem,
)
from broadcaster.aggregation.adapters.incoming import check_bulletin, letter_text
from broadcaster.aggregation.adapters.neutral import Neutral
from broadcaster.asrun.model import CONTENT_KINDS, SOUNDED, Airing, AiringQuery, ZoneAiring
from broadcaster.asrun.service import AsRunService
from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.frames import seconds
from broadcaster.base.paths import unwritable
from broadcaster.base.settings import Settings
from broadcaster.bulletins.service import BulletinService
from broadcaster.db import trail
from broadcaster.db.engine import Database
from broadcaster.directives.service import DirectiveService
from broadcaster.library.model import CartKind
from broadcaster.library.service import LibraryService

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

NEUTRAL = "neutral"
_LARGEST_FILE = 16 << 20
_FILE = "nguon-{}.txt"
"""Name of the letter a bulletin became, by which its airings know its id."""
_LEVELS = {"routine": "thong_thuong", "priority": "uu_tien", "emergency": "khan_cap"}


@dataclass(frozen=True)
class Taken:
    """What became of one incoming bulletin."""

    id: str
    title: str
    letter: str = ""
    """Id in the register; empty: it was refused."""
    draft: str = ""
    """Id of the draft bulletin or of the library item."""
    known: bool = False
    problem: str = ""


class SourceService:
    """Translates nothing itself: gathers, checks, and hands to the adapter."""

    def __init__(self, database: Database, settings: Settings, clock: Clock, asrun: AsRunService,
                 directives: DirectiveService, bulletins: BulletinService, library: LibraryService) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock
        self._asrun = asrun
        self._directives = directives
        self._bulletins = bulletins
        self._library = library

    def names(self) -> list[str]:
        """Adapters there are."""
        return sorted({NEUTRAL, *brought()})

    def export(self, first: date, last: date, folder: Path, by: str = "") -> list[Path]:
        """Airings, clusters and monthly totals of these days, both inclusive.

        Raises Refused: source.none, source.unknown, source.broken, report.period, disk.*.
        """
        adapter = self._adapter()
        if last < first:
            raise Refused("report.period", f"the period ends ({last}) before it begins ({first})",
                          first=first.isoformat(), last=last.isoformat())
        self._asrun.file()
        outgoing = self._outgoing(first, last)
        try:
            with self._foreign():
                made = list(adapter.write(outgoing, folder))
        except OSError as error:
            raise unwritable(folder, error) from error
        with self._database.write("audit") as c:
            trail.add(c, format_time(self._clock.now()), by, "source.export", "source:export", {
                "first_day": first.isoformat(), "last_day": last.isoformat(), "file": ", ".join(
                    path.name for path in made)[:200]})
        return made

    def take(self, path: Path, by: str = "") -> list[Taken]:
        """Bulletins of a file, each a letter in the register and a draft; nothing airs by itself. Safe to repeat.

        Raises Refused: source.none, source.unknown, source.unreadable, source.too_large, source.broken.
        """
        adapter = self._adapter()
        try:
            if path.stat().st_size > _LARGEST_FILE:
                raise Refused("source.too_large", f"{path.name} is too large", name=path.name)
            with self._foreign(path):
                found = list(adapter.read(path))
        except OSError as error:
            raise Refused("source.unreadable", f"cannot read {path.name}: {error.strerror}", name=path.name,
                          problem=str(error.strerror)) from error
        taken = [self._take(item, path.parent, by) for item in found]
        with self._database.write("audit") as c:
            trail.add(c, format_time(self._clock.now()), by, "source.import", "source:import",
                      {"file": path.name, "count": sum(not item.problem for item in taken)})
        return taken

    def _adapter(self) -> SourceSystem:
        name = self._settings.upward.source_system.strip()
        if not name:
            raise Refused("source.none", "no source system is chosen ([upward] source_system)")
        if name == NEUTRAL:
            return Neutral()
        if (point := brought().get(name)) is not None:
            with self._foreign():
                made: SourceSystem = point.load()()
            return made
        raise Refused("source.unknown", f"no source system {name!r}; known: {', '.join(self.names())}", name=name,
                      known=", ".join(self.names()))

    @contextmanager
    def _foreign(self, path: Path | None = None) -> Iterator[None]:
        """Somebody else's program: whatever it raises is told, and is not ours."""
        try:
            yield
        except (BroadcasterError, OSError):
            raise
        except Exception as error:
            if path is not None and isinstance(error, ValueError):
                raise Refused("source.unreadable", f"{path.name}: {error}", name=path.name,
                              problem=str(error)[:200]) from error
            raise self._broken(error) from error

    def _broken(self, error: Exception) -> Refused:
        name = self._settings.upward.source_system
        return Refused("source.broken", f"the adapter {name!r} failed: {error!r}", name=name, problem=repr(error)[:200])

    # Out

    def _outgoing(self, first: date, last: date) -> Outgoing:
        query = AiringQuery(first.isoformat(), last.isoformat(), kinds=CONTENT_KINDS)
        with self._database.read() as c:
            ids = store.letters_named(c, _FILE)
        station = self._settings.station
        return Outgoing(
            station.id, station.name, query.first_day, query.last_day, format_time(self._clock.now()),
            lambda: (record for row in self._asrun.stream(query) for record in _records(row, ids)),
            tuple(_clusters(self._asrun.stream(query), [zone.name for zone in self._settings.zones])),
            tuple(self._months(first, last)))

    def _months(self, first: date, last: date) -> Iterator[MonthTotal]:
        begin = first
        while begin <= last:
            following = date(begin.year + begin.month // 12, begin.month % 12 + 1, 1)
            end = min(last, date.fromordinal(following.toordinal() - 1))
            found = self._asrun.totals(AiringQuery(begin.isoformat(), end.isoformat()))
            yield MonthTotal(f"{begin:%Y-%m}", sum(found.items.values()), found.airings, found.repeats, found.missed,
                             round(found.seconds, 1), round(found.relay_seconds, 1))
            begin = following

    # In

    def _take(self, item: IncomingBulletin, folder: Path, by: str) -> Taken:
        try:
            sound = check_bulletin(item, folder, self._clock.now().date())
            letter = self._directives.add_text(letter_text(item), _FILE.format(item.id), by)
            draft = ""
            if sound is not None:
                draft = self._library.add(sound, title=item.title, kind=CartKind.MESSAGE, origin="superior",
                                          directive_id=letter.directive.id, by=by).cart.id
            if item.text.strip() and not self._directives.row(letter.directive.id).bulletins:
                draft = self._bulletins.new(item.title, item.text, CartKind.NOTICE, by, letter.directive.id).id
        except (ValueError, Refused) as error:
            if isinstance(error, Refused) and error.code.startswith(("disk.", "database.")):
                raise
            return Taken(item.id[:80], item.title[:200], problem=str(error)[:200])
        return Taken(item.id, item.title, letter.directive.id, draft, letter.known)


def brought() -> dict[str, EntryPoint]:
    """Adapters that others installed, by name."""
    from importlib.metadata import entry_points  # slow to load, and wanted by few

    return {each.name: each for each in entry_points(group=ENTRY_POINTS)}


def _records(row: Airing, ids: dict[str, str]) -> Iterator[AiringRecord]:
    """One for each zone; a correction counts, as in reports."""
    told = row.counted
    for each in row.by_zone or (None,):
        outcome = told.outcome if each is None or row.correction is not None else each.outcome
        spoken = told if each is None else each
        sounded = outcome in SOUNDED
        yield AiringRecord(
            ids.get(row.directive_id, ""), row.title, row.kind, _LEVELS.get(row.urgency, "thong_thuong"),
            "" if each is None else each.zone, row.planned_start, spoken.started_at if sounded else "",
            spoken.ended_at if sounded else "", round(seconds(spoken.aired_frames), 1) if sounded else 0.0,
            str(outcome),
            told.reason if each is None or row.correction is not None else each.reason, spoken.verification,
            row.directive_number, row.language, row.category)


def _clusters(rows: Iterable[Airing], zones: list[str]) -> Iterator[ClusterState]:
    newest: dict[str, ClusterState] = {zone: ClusterState(zone, "", "") for zone in zones or [""]}
    for row in rows:
        for each in row.by_zone or (ZoneAiring("", row.outcome, started_at=row.started_at,
                                               verification=row.verification),):
            known = newest.get(each.zone)
            if each.outcome in SOUNDED and (known is None or each.started_at >= known.last_airing_at):
                newest[each.zone] = ClusterState(each.zone, each.started_at, each.verification)
    yield from newest.values()
