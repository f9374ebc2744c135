from __future__ import annotations

import itertools
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import office_server
import pytest
from office_above import Office

from broadcaster.aggregation.office.service import OfficeService
from broadcaster.asrun.identity import Identity
from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, changed, save_settings
from broadcaster.db.engine import open_database
from broadcaster.db.office import open_office

_COUNT = itertools.count()


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
