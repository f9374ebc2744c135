"""The keeper of an office: the inbox is emptied by itself, what only a person can decide is said aloud."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from office_sender import Station

from broadcaster.base.clock import VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, changed, save_settings
from broadcaster.keeper.office_inbox import OfficeInbox
from broadcaster.wiring import build_app

D1, D2, D3 = "2026-11-16", "2026-11-17", "2026-11-18"


class Held:
    """The alarms that hold now."""

    def __init__(self) -> None:
        self.now: dict[str, dict[str, Any]] = {}

    def raise_(self, code: str, /, **facts: Any) -> None:
        self.now[code] = facts

    def clear(self, code: str) -> None:
        self.now.pop(code, None)


@pytest.fixture
def held() -> Held:
    return Held()


@pytest.fixture
def job(home: StationHome, clock: VirtualClock, held: Held) -> Iterator[OfficeInbox]:
    made = OfficeInbox(home, clock, held.raise_, held.clear)
    yield made
    made.close()


def put(home: StationHome, *paths: Path) -> None:
    for path in paths:
        (home.inbox / path.name).write_bytes(path.read_bytes())


def test_a_night_of_an_office(home: StationHome, clock: VirtualClock, job: OfficeInbox, held: Held,
                              tmp_path: Path) -> None:
    station = Station(tmp_path / "đài")
    put(home, station.package(D1))
    assert (job.look(), held.now) == (0, {}), "a station leaves its inbox alone"
    assert len(list(home.inbox.glob("*.dxgoi"))) == 1
    save_settings(home, changed(Settings(), "office", role="office"))
    assert job.look() == 0
    assert held.now == {"office_keys": {"count": 1, "stations": "xa-mau"}}
    app = build_app(home, clock)
    app.office.trust("xa-mau", station.identity.fingerprint, "Cán bộ Sở")
    app.close()
    backup = station.backup()
    put(home, station.package(D2))
    assert (job.look(), held.now) == (1, {})
    station.restore(*backup)
    put(home, station.package(D3, note="restored"))
    assert job.look() == 0
    assert held.now == {"office_forks": {"count": 1, "stations": "xa-mau"}}
    assert list(home.inbox.glob("*.dxgoi")) == []


def test_an_inbox_that_is_not_there_is_said_and_found_again(
        home: StationHome, job: OfficeInbox, held: Held, tmp_path: Path) -> None:
    folder = tmp_path / "ổ mạng"
    save_settings(home, changed(Settings(), "office", role="office", inbox=str(folder)))
    assert job.look() == 0
    assert held.now["office_inbox"]["code"].startswith("place.")
    folder.mkdir()
    assert (job.look(), held.now) == (0, {})
