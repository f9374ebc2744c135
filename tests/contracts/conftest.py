from __future__ import annotations

import itertools
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import office_server
import pytest
from sqlalchemy import select

from broadcaster.aggregation.office.model import Result
from broadcaster.aggregation.office.service import OfficeService
from broadcaster.asrun.identity import Identity
from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, changed, save_settings
from broadcaster.db import office_schema as tables
from broadcaster.db.engine import Database, open_database
from broadcaster.db.office import open_office

_COUNT = itertools.count()
BY = "Cán bộ Sở"


@dataclass
class Office:
    """One office on one kind of database."""

    home: StationHome
    clock: VirtualClock
    settings: Settings
    trail: Database
    service: OfficeService

    @property
    def address(self) -> str:
        return self.settings.office.database

    def take(self, *paths: Path) -> list[str]:
        """States, in the order given; with a dot before the code where there is one."""
        return [said(result) for result in self.service.take(paths)[:len(paths)]]

    def trust(self, station_id: str, as_id: str = "", *, replaces: bool = False) -> list[str]:
        key = next(each for each in self.service.waiting() if each.sender_id == station_id)
        results = self.service.trust(key.fingerprint, key.fingerprint, BY, as_id, replaces=replaces)
        return [said(result) for result in results]

    def again(self) -> None:
        """The program ended and started."""
        self.service.close()
        self.service = OfficeService(self.trail, self.home, self.settings, self.clock, Identity(self.home))

    def content(self) -> dict[str, list[tuple[object, ...]]]:
        """What is said of days and airings, whichever package brought it."""
        with self.service.database.read() as c:
            letters = {row.ref: row.number_key for row in c.execute(select(tables.directive))}
            names = {row.ref: row.id for row in c.execute(select(tables.station))}
            found: dict[str, list[tuple[object, ...]]] = {}
            for table in (tables.airing, tables.day_figures, tables.day_reasons, tables.directive_figures,
                          tables.month_figures, tables.month_facets, tables.duty, tables.signature, tables.correction):
                rows = [dict(row._mapping) for row in c.execute(select(table))]
                found[table.name] = sorted(tuple(_said(name, value, letters, names) for name, value in row.items()
                                                 if name != "package") for row in rows)
            columns = (tables.station.c.id, tables.station.c.number, tables.station.c.head, tables.station.c.last_seq,
                       tables.station.c.first_day, tables.station.c.last_day)
            found["station"] = sorted(tuple(row) for row in c.execute(select(*columns)))
        return found


def _said(name: str, value: object, letters: dict[int, str], names: dict[int, str]) -> object:
    if name == "station":
        return names[value]  # type: ignore[index]
    return letters.get(value, "") if name == "directive" else value  # type: ignore[call-overload]


def said(result: Result) -> str:
    return str(result.state) + (f" {result.code}" if result.code else "") + (" known" if result.is_known else "")


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The folder of its socket; its database "ready" has the tables: migrating each anew would take most time."""
    if sys.platform == "win32" or not office_server.program("initdb"):
        pytest.skip("PostgreSQL is not installed (Debian: postgresql)")
    with office_server.server() as folder:
        open_office(Path(), office_server.new_database(folder, "ready")).close()
        yield folder


@pytest.fixture(scope="session")
def ready_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("office") / "office.db"
    open_office(path).close()
    return path


@pytest.fixture(scope="session")
def databases() -> list[str]:
    """Addresses of PostgreSQL databases that are empty and free: copying one takes longer than a test."""
    return []


@pytest.fixture(params=["sqlite", "postgresql"])
def new_office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Office]]:
    """Makes empty offices on one kind of database."""
    made: list[Office] = []
    free: list[str] = request.getfixturevalue("databases")

    def make() -> Office:
        number = next(_COUNT)
        home = StationHome(tmp_path / f"cấp trên {number}")
        home.create()
        address = ""
        if request.param == "postgresql":
            folder = request.getfixturevalue("postgres")
            address = free.pop() if free else office_server.new_database(folder, f"office_{number}", "TEMPLATE ready")
        else:
            shutil.copyfile(request.getfixturevalue("ready_file"), home.root / "office.db")
        settings = changed(Settings(), "office", role="office", database=address)
        save_settings(home, settings)
        clock = VirtualClock(datetime(2026, 11, 21, 4, 50, tzinfo=STATION_ZONE))
        shutil.copyfile(request.getfixturevalue("migrated_file"), home.database)
        trail = open_database(home.database)
        made.append(Office(home, clock, settings, trail,
                           OfficeService(trail, home, settings, clock, Identity(home))))
        return made[-1]

    yield make
    for office in made:
        office.service.close()
        office.trail.close()
        if office.address and office_server.empty(office.address):
            free.append(office.address)


@pytest.fixture
def office(new_office: Callable[[], Office]) -> Office:
    return new_office()
