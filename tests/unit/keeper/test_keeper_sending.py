"""The keeper's way up: a package a night, sent by itself, alarms a person can act on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from broadcaster.aggregation.model import SUFFIX
from broadcaster.base.clock import VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import changed, load_settings, save_settings
from broadcaster.keeper.sending import Sending

sys.path.insert(0, str(Path(__file__).parents[1] / "aggregation"))
from package_station import PackageStation
from upward_station import Ends, ends


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
def way(home: StationHome, clock: VirtualClock, tmp_path: Path) -> Iterator[Ends]:
    made = ends(home, clock, tmp_path)
    yield made
    made.app.close()


@pytest.fixture
def sending(way: Ends, held: Held) -> Iterator[Sending]:
    job = Sending(way.app.home, way.clock, held.raise_, held.clear)
    yield job
    job.close()


def test_what_waits_goes_out_and_its_answer_comes_back(way: Ends, sending: Sending, held: Held) -> None:
    row = way.packages(1)[0]
    assert sending.look() == 1
    way.app.upward.trust.confirm_office(way.office.public, "Phó Chủ tịch")
    way.answer(row, "refused", code="package.damaged")
    assert sending.look() == 0
    assert way.row(1).state == "sent"  # looked a minute ago
    way.clock.advance(16 * 60)
    sending.look()
    assert (way.row(1).state, held.now["sent_refused"]) == ("refused", {"count": 1, "numbers": "1"})
    way.app.upward.confirm_handed(1, "Cán bộ truyền thanh")
    sending.look()
    assert held.now == {}


def test_a_day_without_a_line_is_said(way: Ends, sending: Sending, held: Held) -> None:
    way.packages(2)
    way.folder.rename(way.folder.with_name("rut-ra"))
    for _ in range(30):
        sending.look()
        assert "send_failed" not in held.now or way.clock.monotonic() > 86_400
        way.clock.advance(3600)
    assert held.now["send_failed"] == {"count": 2, "place": str(way.folder), "day": "21/11/2026"}
    way.folder.with_name("rut-ra").rename(way.folder)
    for _ in range(7):
        sending.look()
        way.clock.advance(3600)
    assert (way.row(2).state, held.now) == ("sent", {})


def test_a_strange_key_is_said(way: Ends, sending: Sending, held: Held, tmp_path: Path) -> None:
    row = way.packages(1)[0]
    way.app.upward.trust.confirm_office("0" * 64, "Phó Chủ tịch")
    sending.look()
    way.answer(row)
    way.clock.advance(16 * 60)
    sending.look()
    assert held.now == {"office_key_changed": {"fingerprint": way.office.fingerprint}}
    way.app.upward.trust.confirm_office(way.office.public, "Phó Chủ tịch")
    way.clock.advance(16 * 60)
    sending.look()
    assert (way.row(1).state, held.now) == ("received", {})


def test_without_a_place_it_rests(way: Ends, sending: Sending, held: Held) -> None:
    way.packages(1)
    save_settings(way.app.home, changed(load_settings(way.app.home), "upward", to=""))
    assert sending.look() == 0
    assert (way.row(1).tries, held.now) == (0, {})


@pytest.mark.parametrize(("every", "made"), [("day", 4), ("week", 2), ("hand", 0)])
def test_one_package_a_night_or_a_week(home: StationHome, held: Held, tmp_path: Path, every: str, made: int) -> None:
    station = PackageStation(home, date(2026, 11, 20))  # a Friday
    save_settings(home, changed(load_settings(home), "upward", to=str(tmp_path), every=every))
    job = Sending(home, station.clock, held.raise_, held.clear)
    for day in (20, 21, 22, 23):
        station.air(date(2026, 11, day), items=1, missed=0)
        for _ in range(3):
            job.look()
    job.close()
    station.close()
    assert len(list(tmp_path.glob(f"*{SUFFIX}"))) == made
    assert held.now == {}
