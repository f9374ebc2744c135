"""The office above: packages of many stations in, checked, merged, asked (docs/architecture.md "The office above")."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from broadcaster.aggregation.office import decisions, moving, proof, store
from broadcaster.aggregation.office.consolidated import ConsolidatedReports
from broadcaster.aggregation.office.decisions import Signed
from broadcaster.aggregation.office.inbox import Answering, Inbox
from broadcaster.aggregation.office.intake import Intake, Told
from broadcaster.aggregation.office.model import Key, KeyState, PackageLine, PackageState, Result, Station
from broadcaster.aggregation.office.overview import OverviewService
from broadcaster.aggregation.office.proof import Proof
from broadcaster.aggregation.office.shelf import Shelf
from broadcaster.aggregation.places.opening import open_place
from broadcaster.aggregation.places.place import Place
from broadcaster.aggregation.secrets import Secrets
from broadcaster.asrun.identity import Identity
from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.db import trail
from broadcaster.db.engine import Database
from broadcaster.db.office import OfficeDatabase, open_office


def _nobody(_result: Result) -> None:
    """Nobody watches."""


class OfficeService:
    """Opens its database when first asked something: a station has none."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock,
                 identity: Identity) -> None:
        self._trail = database
        """Of this installation: who did what stands in its trail."""
        self._home = home
        self._settings = settings
        self._clock = clock
        self._shelf = Shelf(home, clock)
        self._answering = Answering(self._shelf, identity, clock)
        self._opened: OfficeDatabase | None = None
        self._lock = threading.Lock()

    @property
    def is_one(self) -> bool:
        """Whether this installation is an office at all."""
        return self._settings.office.role in {"office", "both"}

    @property
    def database(self) -> OfficeDatabase:
        """Opened, and brought to this program's form, when first asked for. Raises as open_office; secrets.*."""
        with self._lock:
            if self._opened is None:
                if not self.is_one:
                    raise Refused("office.none", "this is a station: set office.role in station.toml to \"office\" or "
                                  "\"both\" first")
                address = self._settings.office.database.strip()
                self._opened = open_office(self._home.root / "office.db", address, self._password(address))
            return self._opened

    @property
    def overview(self) -> OverviewService:
        """Answers from the sums: who reports, what aired, what became of letters. Raises as `database`."""
        return OverviewService(self.database, self._clock, self._settings.office.silent_days)

    @property
    def consolidated(self) -> ConsolidatedReports:
        """The report on all stations. Raises as `database`."""
        return ConsolidatedReports(self.overview, self._settings)

    def close(self) -> None:
        """Let go of the database, if it was opened."""
        with self._lock:
            if self._opened is not None:
                self._opened.close()
                self._opened = None

    def move(self, address: str, told: Callable[[str, int], None] = lambda _table, _rows: None) -> dict[str, int]:
        """Copy everything into another, empty database (empty address: office.db); gives table -> rows.

        The settings are for the caller to change afterwards. Raises office.target_not_empty, as open_office; secrets.*.
        """
        source = self.database
        target = open_office(self._home.root / "office.db", address.strip(), self._password(address))
        try:
            if target.name == source.name:
                raise Refused("office.target_not_empty", f"{target.name} is where the data is", name=target.name)
            return moving.move(source, target, told)
        finally:
            target.close()

    def take(self, paths: Sequence[Path], told: Told = _nobody, *, workers: int = 1,
             answers: Path | None = None) -> list[Result]:
        """Files given by hand; a folder stands for the packages in it. `answers`: receipts also go below it.

        Never raises for one bad file: its result says why. Raises office.unreachable, disk.*.
        """
        files: list[Path] = []
        for path in paths:
            files += sorted(path.glob("*.dxgoi")) if path.is_dir() else [path]

        def settled(result: Result) -> None:
            self._answering.write(result, answers)
            told(result)

        return Intake(self.database, self._shelf, self._clock, workers).take(files, settled)

    def take_inbox(self, told: Told = _nobody, *, workers: int = 1,
                   cancelled: Callable[[], bool] = lambda: False) -> list[Result]:
        """Everything that lies in the inbox; what was taken leaves it, the answers are put beside.

        Once `cancelled()`, no further file is begun. What was taken stays taken when the line breaks half way; then it
        raises place.* at the end.
        """
        database, place = self.database, self._place()
        inbox = Inbox(place, self._shelf, cancelled)
        self._shelf.sweep()

        def settled(result: Result) -> None:
            self._answering.write(result)
            inbox.settle(result)
            told(result)

        try:
            results = Intake(database, self._shelf, self._clock, workers).take(inbox.files(), settled)
            if inbox.problem is not None:
                raise inbox.problem
            self._answering.carry(place)
        finally:
            place.close()
        return results

    def stations(self) -> list[Station]:
        """By name."""
        with self.database.read() as c:
            return store.stations(c)

    def station(self, station_id: str) -> Station:
        """Raises Refused("office.station_unknown")."""
        with self.database.read() as c:
            found = store.station_called(c, station_id.strip())
        if found is None:
            raise Refused("office.station_unknown", f"no station is called {station_id}", station=station_id)
        return found

    def waiting(self) -> list[Key]:
        """Keys a person has to decide about, the oldest first."""
        with self.database.read() as c:
            return store.keys_in(c, [KeyState.WAITING, KeyState.CHANGED])

    def forks(self) -> list[tuple[Station, list[PackageLine]]]:
        """Stations whose log came in two courses, with the packages that do not fit ours."""
        with self.database.read() as c:
            return [(each, [line for line in store.open_packages(c, each.key) if line.state is PackageState.FORK])
                    for each in store.stations(c) if each.state == "fork"]

    def packages(self, station_id: str = "", states: Sequence[PackageState] = ()) -> list[PackageLine]:
        """Of one station, or the newest of all; the newest first. Raises Refused("office.station_unknown")."""
        ref = self.station(station_id).ref if station_id else 0
        with self.database.read() as c:
            if not ref:
                return store.package_lines(c, states)
            return [line for line in store.packages_of(c, ref) if not states or line.state in states]

    def trust(self, wanted: str, fingerprint: str, by: str, as_id: str = "", told: Told = _nobody, *,
              replaces: bool = False) -> list[Result]:
        """The key is the station's that read this fingerprint out; what waited is merged now.

        `as_id`: it is another station than the one of this id, and is called so here. `replaces`: it is that station,
        installed anew. One of both has to be said where the id is known with another key.
        Raises Refused: office.key_unknown, key_ambiguous, fingerprint_differs, id_taken, key_choice.
        """
        with self.database.write("station") as c:
            key = decisions.find_key(c, wanted)
            decisions.trust(c, key, fingerprint, self._signed(by), as_id, replaces=replaces)
            self._write_down(by, "station.trust", as_id.strip() or key.sender_id, fingerprint=key.fingerprint)
        return self._again(key.key, told)

    def refuse(self, wanted: str, by: str) -> int:
        """The key is nobody's we know; gives how many packages of it were refused. Raises as find_key."""
        with self.database.write("station") as c:
            key = decisions.find_key(c, wanted)
            gone = decisions.refuse(c, key, self._signed(by))
            self._write_down(by, "station.refuse", key.sender_id, fingerprint=key.fingerprint)
        for line in gone:
            self._shelf.drop(line.file)
        return len(gone)

    def keep_ours(self, station_id: str, by: str, told: Told = _nobody) -> list[Result]:
        """After a fork: what is here holds, the other course is refused. Raises office.no_fork, station_unknown."""
        station = self.station(station_id)
        with self.database.write("station") as c:
            decisions.keep_ours(c, station, self._signed(by))
            self._write_down(by, "station.keep", station.id, number=station.number)
        return self._again(station.key, told, settling=True)

    def take_theirs(self, station_id: str, by: str, number: int = 0, package: str = "",
                    told: Told = _nobody) -> list[Result]:
        """After a fork or a gap nobody can fill: the log goes on with the package that waits (of `number`).

        Ours from that number on are set aside; they and what they say stay to be looked at.
        Raises Refused("office.no_such_package", "office.station_unknown").
        """
        station = self.station(station_id)
        with self.database.write("station") as c:
            chosen = decisions.take_theirs(c, station, number, package, self._signed(by))
            self._write_down(by, "station.go_on", station.id, number=chosen.number, sha256=chosen.sha256)
        return self._again(station.key, told, first=chosen.ref, settling=True)

    def airings(self, station_id: str, day: str) -> list[dict[str, object]]:
        """A day as it stands here, by planned start. Raises Refused("office.station_unknown")."""
        station = self.station(station_id)
        with self.database.read() as c:
            return proof.airings_of(c, station, day)

    def proof(self, station_id: str, day: str, airing_id: str) -> Proof:
        """What bears out one airing. Raises office.station_unknown, no_such_airing, archive_damaged."""
        station = self.station(station_id)
        with self.database.read() as c:
            return proof.prove(c, self._shelf, self._clock, station, day, airing_id)

    def decisions(self) -> list[dict[str, object]]:
        """Who trusted, refused, resolved what; the newest first."""
        with self.database.read() as c:
            return store.decisions(c)

    def _again(self, key: str, told: Told, *, first: int = 0, settling: bool = False) -> list[Result]:
        def settled(result: Result) -> None:
            self._answering.write(result)
            told(result)

        intake = Intake(self.database, self._shelf, self._clock)
        return [*intake.again(key, settled, first=first, settling=settling), *intake.go_on(settled)]

    def _password(self, address: str) -> str:
        return Secrets(self._home).login(address).password if address.strip() else ""

    def _write_down(self, by: str, action: str, station_id: str, **detail: object) -> None:
        """Into the trail, before the office's own unit of work is durable: no decision without its line."""
        with self._trail.write("audit") as c:
            trail.add(c, format_time(self._clock.now()), by, action, f"station:{station_id}",
                      {"station": station_id, **detail})

    def _signed(self, by: str) -> Signed:
        return Signed(by, format_time(self._clock.now()))

    def _place(self) -> Place:
        inbox = self._settings.office.inbox.strip() or str(self._home.inbox)
        try:
            return open_place(self._home, inbox, self._settings.upward.endpoint)
        except BroadcasterError as refusal:
            refusal.facts.setdefault("name", inbox)
            raise
