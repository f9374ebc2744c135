"""`broadcaster control …` against a running `broadcaster air`."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from air_pulse import AirProcess, wait_for
from air_station import Station

from broadcaster.base.clock import SystemClock
from broadcaster.cli.main import main
from broadcaster.protocol.journal import Kind
from broadcaster.protocol.link import address_file
from broadcaster.protocol.rundown import QuietHours

Play = Callable[..., AirProcess]


@pytest.fixture
def order(station: Station, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def send(*words: str) -> tuple[int, str, str]:
        code = main(["--home", str(station.home.root), "control", *words])
        out, err = capsys.readouterr()
        return code, out, err

    return send


def publish(station: Station) -> None:
    """A session of three long items that begins in a moment; quiet hours are elsewhere."""
    starts = SystemClock().now() + timedelta(seconds=4)
    if starts.hour == 23 and starts.minute >= 50:
        pytest.skip("too near to midnight for a test of today's session")
    quiet = [(starts + timedelta(hours=hours)).strftime("%H:%M") for hours in (11, 12)]
    station.home.settings.write_text(f'[hours]\nquiet_from = "{quiet[0]}"\nquiet_to = "{quiet[1]}"\n')
    events = station.chain(starts, [60.0, 60.0, 60.0])
    station.publish([station.session(events, starts + timedelta(seconds=300))], day=starts.date(),
                    quiet=QuietHours(*quiet), created=starts - timedelta(hours=1))


@pytest.mark.parametrize("act", ["status", "stop", "resume", "skip"])
def test_air_that_does_not_run(order: Callable[..., tuple[int, str, str]], act: str) -> None:
    assert order(act) == (1, "", "broadcaster: air is not running\n")


def test_an_order_is_needed(order: Callable[..., tuple[int, str, str]]) -> None:
    assert order()[0] == order("louder")[0] == 2


def test_an_idle_station(station: Station, play: Play, order: Callable[..., tuple[int, str, str]],
                         tmp_path: Path) -> None:
    air = play(None, "--sink", f"wav:{tmp_path / 'out.wav'}")
    assert wait_for(address_file(station.home, "air").exists, 20)
    assert json.loads(order("status", "--json")[1])["pid"] == air.process.pid
    assert order("status")[1].startswith("idle  rundown -")
    assert order("skip") == (1, "", "broadcaster: nothing is on air\n")
    assert order("stop") == (0, "no session is running; those of the next 15 minutes are held\n", "")
    assert order("resume") == (0, "nothing is held any more\n", "")
    assert order("resume") == (0, "nothing was stopped\n", "")


def test_skip_stop_and_resume_a_session(station: Station, play: Play, order: Callable[..., tuple[int, str, str]],
                                        tmp_path: Path) -> None:
    publish(station)
    play(None, "--sink", f"wav:{tmp_path / 'out.wav'}")
    # The start is in the journal a moment before it is heard: the status tells what is heard.
    assert wait_for(lambda: "Thông báo e1" in _now(order), 30), (station.home.logs / "stderr").read_text()
    assert json.loads(order("status", "--json")[1])["on_air"]["event_id"] == "e1"
    assert order("skip", "--by", "Cán bộ truyền thanh") == (0, "skipped: e1\n", "")
    assert wait_for(lambda: "Thông báo e2" in _now(order), 20)
    code, out, _ = order("stop", "--by", "Cán bộ truyền thanh", "--json")
    assert (code, json.loads(out)) == (0, {"sessions": ["sang"]})
    assert wait_for(lambda: order("status")[1].startswith("stopped"))
    assert order("resume", "--by", "Cán bộ truyền thanh") == (0, "resumed: sang\n", "")
    assert wait_for(lambda: "Thông báo e3" in _now(order), 20)
    told = [(line.data["action"], line.data["by"]) for line in station.journal(Kind.OPERATOR)]
    assert told == [(act, "Cán bộ truyền thanh") for act in ("skip", "stop_all", "resume")]


def _now(order: Callable[..., tuple[int, str, str]]) -> str:
    """The line of the status that tells what sounds."""
    return next((line for line in order("status")[1].splitlines() if line.startswith("now ")), "")
