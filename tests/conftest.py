"""One Qt application, offscreen; a fresh station home and a virtual clock for whoever asks; PINs hashed quickly."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("BROADCASTER_HOME", None)

from broadcaster.accounts import pins
from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.db.migrate import migrate

DATA = Path(__file__).parent / "data"

# How long one example takes says more about what else the machine does.
settings.register_profile("unhurried", deadline=None, max_examples=50)
settings.load_profile("unhurried")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long begins first, one file to a worker: at the end the other workers would wait for it."""
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    files: dict[Path, list[pytest.Item]] = {}
    for item in items:
        if item.get_closest_marker("slow"):
            files.setdefault(item.path, []).append(item)
    longest_first = sorted(files.values(), key=_seconds, reverse=True)
    rest = [item for item in items if item.path not in files or item not in files[item.path]]
    # As xdist's "worksteal" gives them out: each worker one stretch of the list.
    share, ordered = len(items) // workers, list[pytest.Item]()
    for worker in range(workers):
        first = [item for file in longest_first[worker::workers] for item in file]
        more = len(rest) if worker == workers - 1 else max(0, share - len(first))
        ordered += first + rest[:more]
        rest = rest[more:]
    items[:] = ordered


def _seconds(items: list[pytest.Item]) -> int:
    """`slow(SECONDS)`; ten where a mark gives none."""
    marks = [mark for item in items if (mark := item.get_closest_marker("slow"))]
    return max(int(mark.args[0]) if mark.args else 10 for mark in marks)


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of an empty station: migrating anew for every test took a third of the whole run."""
    place = StationHome(tmp_path_factory.mktemp("migrated"))
    place.create()
    migrate(place)
    return place.database


@pytest.fixture
def bare_home(tmp_path: Path) -> StationHome:
    """A station home without a database, as before the very first start."""
    place = StationHome(tmp_path / "trạm mẫu")
    place.create()
    return place


@pytest.fixture
def home(bare_home: StationHome, migrated_file: Path) -> StationHome:
    """An empty station home, its database made."""
    shutil.copyfile(migrated_file, bare_home.database)
    return bare_home


@pytest.fixture(scope="session", autouse=True)
def _quick_hashes() -> Iterator[None]:
    """The same argon2id with less memory; a test of the accounts holds what the program itself uses."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pins, "_HASHER", PasswordHasher(time_cost=1, memory_cost=1_024, parallelism=1))
        yield


@pytest.fixture
def clock() -> VirtualClock:
    """Saturday, 21 November 2026, 04:50 at the station."""
    return VirtualClock(datetime(2026, 11, 21, 4, 50, tzinfo=STATION_ZONE))
