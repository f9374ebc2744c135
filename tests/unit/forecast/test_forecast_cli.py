"""`broadcaster forecast` as a person, and as the window, calls it."""

from __future__ import annotations

import contextlib
import json
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from forecast_station import Station

from broadcaster.base.clock import SystemClock
from broadcaster.base.paths import StationHome
from broadcaster.cli.main import main
from broadcaster.wiring import build_app


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path) -> tuple[StationHome, date]:
    """A station with one item a day, from a day of next week on: the command goes by the machine's own clock."""
    home = StationHome(tmp_path_factory.mktemp("cli") / "trạm")
    home.create()
    shutil.copyfile(migrated_file, home.database)
    station = Station(home, home.root.parent)
    station.sessions("05:00")
    first = SystemClock().now().date() + timedelta(days=7)
    cart = station.approved("Thu gom rác thải", 5.0)
    station.app.schedule.add_campaign(cart.id, 1, first, first + timedelta(days=3), by="thử")
    station.close()
    return home, first


def run(home: StationHome, *words: str) -> int:
    return main(["--home", str(home.root), "forecast", *words])


def test_the_answer_as_data(place: tuple[StationHome, date], capsys: pytest.CaptureFixture[str]) -> None:
    home, first = place
    assert run(home, "--days", "2", "--from", str(first), "--json", "--progress") == 0
    out, err = capsys.readouterr()
    answer = json.loads(out)
    assert (answer["format"], answer["first_day"], len(answer["days"])) == ("dai-xa.forecast", str(first), 2)
    assert [item["title"] for item in answer["days"][0]["airings"]] == ["Thu gom rác thải"]
    assert answer["totals"]["aired"] == 2
    assert err.splitlines() == [f"progress 1/2 {first}", f"progress 2/2 {first + timedelta(1)}"]


def test_the_answer_as_text(place: tuple[StationHome, date], capsys: pytest.CaptureFixture[str]) -> None:
    home, first = place
    assert run(home, "--days", "1", "--from", str(first), "--fault", "missing:rác thải") == 0
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert err == ""
    found = next(number for number, line in enumerate(lines) if "file_missing" in line)
    day = next(number for number, line in enumerate(lines) if line == str(first))
    assert found < day  # what to worry about comes first
    assert any("05:00:00" in line and "missed" in line for line in lines[day:])


def test_a_refusal_is_one_line_and_the_same_as_data(place: tuple[StationHome, date],
                                                    capsys: pytest.CaptureFixture[str]) -> None:
    home, _ = place
    assert run(home, "--days", "99") == 1
    assert capsys.readouterr().err == "broadcaster: a forecast is for 1 to 60 days\n"
    assert run(home, "--fault", "fire:05:00", "--json") == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["refused"]["code"] == "forecast.fault"
    assert len(err.splitlines()) == 1
    assert run(home, "--from", "hôm nay") == 2


def test_a_session_empty_on_every_day_is_said_once(home: StationHome, capsys: pytest.CaptureFixture[str]) -> None:
    with contextlib.closing(build_app(home)):
        pass
    assert main(["--home", str(home.root), "forecast", "--days", "5", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["findings"]
    empty = [each for each in found if each["facts"].get("warning") == "session_empty"]
    assert len(empty) == 2
    assert all(len(each["facts"]["days"]) >= 4 for each in empty)
