"""A migrated database and the library on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from shelf_station import Station

from broadcaster.base.clock import VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, ZoneSection
from broadcaster.db.engine import Database, open_database
from broadcaster.db.migrate import migrate
from broadcaster.library.service import LibraryService


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of an empty station: migrating anew for every test would take most of the time."""
    home = StationHome(tmp_path_factory.mktemp("migrated"))
    migrate(home)
    return home.database.read_bytes()


@pytest.fixture
def database(home: StationHome, migrated: bytes) -> Iterator[Database]:
    home.database.write_bytes(migrated)
    opened = open_database(home.database)
    yield opened
    opened.close()


@pytest.fixture
def station(database: Database, home: StationHome, clock: VirtualClock) -> Station:
    return Station(database, home, clock)


@pytest.fixture
def shelf(database: Database, home: StationHome, clock: VirtualClock) -> LibraryService:
    """A station of two zones."""
    return LibraryService(database, home, Settings(zones=(ZoneSection("Thôn Đông"), ZoneSection("Thôn Tây"))), clock)
