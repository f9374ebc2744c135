from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from package_station import DAY, PackageStation, Sent

from broadcaster.base.paths import StationHome


@pytest.fixture(scope="session")
def aired_home(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path) -> Path:
    """Made once: what `aired` is a copy of."""
    home = StationHome(tmp_path_factory.mktemp("aired") / "trạm mẫu")
    home.create()
    shutil.copyfile(migrated_file, home.database)
    station = PackageStation(home)
    station.air(DAY)
    station.air(DAY + timedelta(days=1))
    station.app.asrun.file()
    station.close()
    return home.root


@pytest.fixture
def aired(aired_home: Path, tmp_path: Path) -> Iterator[PackageStation]:
    """A station that aired on 18 and 19 November 2026; it is the 20th, 04:00."""
    home = StationHome(tmp_path / "trạm mẫu")
    shutil.copytree(aired_home, home.root)
    station = PackageStation(home, DAY + timedelta(days=2))
    yield station
    station.close()


@pytest.fixture(scope="session")
def sent(aired_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Sent:
    """The package of these days, to be looked at; nobody writes to it."""
    home = StationHome(tmp_path_factory.mktemp("sent") / "trạm mẫu")
    shutil.copytree(aired_home, home.root)
    station = PackageStation(home, DAY + timedelta(days=2))
    made = Sent(station.app.packages.make(), station.clock.now())
    station.close()
    return made
