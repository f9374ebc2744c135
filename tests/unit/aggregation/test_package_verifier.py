"""What the program sends holds under the file that is shipped alone; packages and copies tell one story, or do not."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from package_station import DAY, PackageStation

from broadcaster.base.paths import StationHome
from broadcaster.protocol import verifier


def test_packages_and_the_station_tell_one_story(aired: PackageStation, capsys: pytest.CaptureFixture[str]) -> None:
    aired.app.seals.make()
    aired.app.packages.make()
    aired.air(DAY + timedelta(days=2))
    aired.app.asrun.file()
    aired.app.seals.make()
    aired.app.packages.make()
    key = aired.app.identity.fingerprint
    assert verifier.main([str(aired.home.root), "--key", key]) == 0
    told = capsys.readouterr().out
    assert told.count("all of it holds together") == 3
    assert f"xa-mau, 3 seals, key {key}" in told


def test_a_station_restored_from_an_old_copy_and_what_it_sent_before(aired: PackageStation, tmp_path: Path,
                                                                     capsys: pytest.CaptureFixture[str]) -> None:
    old = StationHome(tmp_path / "cũ")
    shutil.copytree(aired.home.root, old.root)
    sent = tmp_path / "đã gửi"
    for station in (aired, PackageStation(old, DAY + timedelta(days=2))):
        station.air(DAY + timedelta(days=2), items=6 if station is aired else 5, beats=9)
        station.app.asrun.file()
        station.app.seals.make()
        station.app.packages.make()
        shutil.copytree(station.home.outbox, sent / station.home.root.name)
        if station is not aired:
            station.close()
    assert verifier.main([str(sent / "cũ"), str(sent / aired.home.root.name)]) == 1
    told = capsys.readouterr().out
    assert told.count("fork: two histories") == 1
    assert verifier.main([str(sent / "cũ")]) == 0, "by itself each holds"
