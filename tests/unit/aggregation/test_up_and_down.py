"""The whole way between a station and the office above: both programs, one folder between them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from package_station import PackageStation

from broadcaster.base.paths import StationHome
from broadcaster.base.settings import changed, load_settings, save_settings
from broadcaster.wiring import App, build_app


@dataclass
class World:
    """A station that airs, the office, and the folder between them."""

    station: PackageStation
    office: App
    folder: Path

    @property
    def app(self) -> App:
        return self.station.app


@pytest.fixture
def world(home: StationHome, migrated_file: Path, tmp_path: Path) -> Iterator[World]:
    folder = tmp_path / "chung"
    folder.mkdir()
    station = PackageStation(home, date(2026, 11, 20))
    save_settings(home, changed(load_settings(home), "upward", to=str(folder)))
    station.again()
    above = StationHome(tmp_path / "huyện")
    above.create()
    shutil.copyfile(migrated_file, above.database)
    settings = changed(load_settings(above), "office", role="office", inbox=str(folder))
    save_settings(above, changed(settings, "station", id="phong", name="Phòng Văn hóa - Xã hội"))
    made = World(station, build_app(above, station.clock), folder)
    yield made
    made.office.close()
    station.close()


def test_up_acknowledged_and_down_again(world: World) -> None:
    up, office = world.app.upward, world.office.office
    for day in (20, 21):
        world.station.air(date(2026, 11, day), items=2, missed=1)
        world.app.packages.make()
        assert up.send_due().refusal is None
    office.take_inbox()
    up.send_due()
    assert {row.code for row in up.queue()} == {"office.unknown"}
    up.trust.confirm_office(str(up.queue()[0].facts["key"]), "Phó Chủ tịch")
    up.send_due()
    assert {(row.state, row.code) for row in up.queue()} == {("sent", "receipt.waiting")}
    office.trust("xa-mau", world.app.identity.fingerprint, "Cán bộ phòng")
    world.station.clock.advance(1)
    office.take_inbox()
    up.send_due()
    assert {(row.state, row.code) for row in up.queue()} == {("received", "")}
    assert list(world.folder.glob("*.dxgoi")) == []
    letter = Path(__file__).parents[2] / "data" / "letters" / "01.txt"
    world.office.orders.post(world.office.orders.make([letter], to=["xa-mau"]), ["xa-mau"])
    place = up.place()
    [row] = world.app.downward.fetch(place)
    place.close()
    assert (row.state, len(world.app.directives.list())) == ("taken", 1)
    office.take_inbox()  # what lies below the folder is not a package
    up.send_due()
    assert len(list((world.folder / "receipts").glob("*.answer.json"))) == 1
