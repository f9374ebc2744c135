"""Two weeks with nobody there, in short: two_weeks_alone.py plays them with real lengths."""

from __future__ import annotations

from two_weeks_alone import BEHIND, DAYS, FIRST, Alone

from broadcaster.base.paths import StationHome
from broadcaster.protocol.journal import Kind


def test_the_player_needs_neither_keeper_nor_database_for_two_weeks(bare_home: StationHome) -> None:
    """Power cuts on days 3 and 9; the clock an hour ahead from day 6 to 7, an hour behind from day 11 to 12."""
    alone = Alone(bare_home, (3.0, 1.5))
    alone.run()
    assert alone.problems == []
    assert len(alone.planned) == DAYS
    assert all(len(session.events) == 2 for rundown in alone.planned.values() for session in rundown.sessions)
    assert len(alone.excused) == 2
    assert len(alone.starts()) == 2 * DAYS - 2
    assert max(abs((started - planned).total_seconds()) for planned, started in alone.starts()) < 0.001
    steps = [round(line.data["step_seconds"]) for line in alone.lines(Kind.CLOCK) if "step_seconds" in line.data]
    assert steps == [3600, -3600, -3600, 3600]
    assert FIRST.day + BEHIND == 31, "the second one on the first of the next month"
    assert not list(bare_home.root.glob("station.db*"))
