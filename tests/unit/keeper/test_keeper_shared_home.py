"""One folder, two computers: said while both are at work; what a power cut left behind never blocks."""

from __future__ import annotations

import json
from pathlib import Path

from broadcaster.base.clock import VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.keeper.shared_home import EVERY, SharedHome


def hosts(each: SharedHome) -> list[str]:
    return [alarm.facts["host"] for alarm in each.alarms() if alarm.code == "home_shared"]


def test_both_say_so_while_both_are_at_work(home: StationHome, clock: VirtualClock) -> None:
    here, there = SharedHome(home, clock, "MAY-1"), SharedHome(home, clock, "MAY-2")
    for _ in range(3):
        here.look()
        there.look()
        clock.advance(EVERY)
    assert (hosts(here), hosts(there)) == (["MAY-2"], ["MAY-1"])
    there.end()
    here.look()
    assert hosts(here) == [], "the other was closed in order"


def test_one_that_died_is_forgotten(home: StationHome, clock: VirtualClock) -> None:
    here, there = SharedHome(home, clock, "MAY-1"), SharedHome(home, clock, "MAY-2")
    for _ in range(3):
        there.look()
        here.look()
        clock.advance(EVERY)
    assert hosts(here) == ["MAY-2"]
    for _ in range(4):
        clock.advance(EVERY)
        here.look()
    assert hosts(here) == []
    for _ in range(4):
        clock.advance(1200)
        here.look()
    assert len(list((home.run / "open").iterdir())) == 1, "and its sign is swept away"


def test_what_a_power_cut_left_never_counts(home: StationHome, clock: VirtualClock) -> None:
    """Whatever its clock said: a sign counts only once it was seen to change."""
    left = home.run / "open"
    left.mkdir()
    (left / "aa.json").write_text(json.dumps({"host": "MAY-2", "at": "2031-01-01T00:00:00.000+07:00", "beat": 7}))
    (left / "bb.json").write_bytes(b"\xff\x00 no sign")
    here = SharedHome(home, clock, "MAY-1")
    for _ in range(5):
        here.look()
        clock.advance(EVERY)
        assert hosts(here) == []


def test_a_home_that_is_away_is_no_fault(tmp_path: Path, clock: VirtualClock) -> None:
    here = SharedHome(StationHome(tmp_path / "không có"), clock, "MAY-1")
    here.look()
    assert (hosts(here), list(tmp_path.iterdir())) == ([], [])
