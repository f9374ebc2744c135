"""A real database with nobody in it, and PINs that are hashed with little work."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from broadcaster.accounts import pins
from broadcaster.base.paths import StationHome
from broadcaster.db.engine import Database, open_database
from broadcaster.db.migrate import migrate


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Migrated once: every test begins with a copy."""
    place = StationHome(tmp_path_factory.mktemp("trạm"))
    place.create()
    migrate(place)
    return place.database


@pytest.fixture
def database(home: StationHome, empty_database: Path) -> Iterator[Database]:
    shutil.copyfile(empty_database, home.database)
    opened = open_database(home.database)
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def _quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same argon2id with less memory: these tests hash some hundred PINs."""
    monkeypatch.setattr(pins, "_HASHER", PasswordHasher(time_cost=1, memory_cost=1_024, parallelism=1))
