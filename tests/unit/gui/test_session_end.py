"""When the session that sounds will be over, and whether it fits its window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from broadcaster.base.clock import STATION_ZONE
from broadcaster.base.frames import RATE
from broadcaster.gui.on_air.session_end import SessionEnd, end_words, fit_words, session_end
from broadcaster.protocol.messages import OnAir, Status
from broadcaster.protocol.rundown import Approval, CutRef, PlannedSession, QuietHours, Rundown, RundownEvent

_START = datetime(2026, 11, 23, 5, 0, tzinfo=STATION_ZONE)


def _event(name: str, seconds: int, starts: datetime, *, hard: bool = False) -> RundownEvent:
    return RundownEvent(name, "tin", name, CutRef("0" * 64, seconds * RATE), starts, hard, starts,
                        Approval(*("x" for _ in range(len(Approval.__dataclass_fields__)))))


def _plan(*events: RundownEvent, minutes: int = 30) -> Rundown:
    session = PlannedSession("sang", "Buổi sáng", _START, _START + timedelta(minutes=minutes), ("all",), events)
    return Rundown("x", "Đài Xã Mẫu", date(2026, 11, 23), 1, _START, QuietHours("21:00", "04:30"), (session,))


def _sounding(name: str, position: float, duration: float) -> Status:
    return Status("2026-11-23T05:00:00+07:00", 1, "on_air", OnAir(name, name, "tin", "Buổi sáng", position, duration))


def test_items_that_follow_count_from_the_end_of_what_sounds() -> None:
    plan = _plan(_event("a", 60, _START), _event("b", 120, _START + timedelta(seconds=60)))
    now = _START + timedelta(seconds=90)
    end = session_end(plan, _sounding("a", 10, 60), now)
    assert end == SessionEnd(1, now + timedelta(seconds=50 + 120), _START + timedelta(minutes=30))
    assert fit_words(end)[1] == "plain"
    assert "1" in end_words(end)


def test_a_hard_start_is_waited_for() -> None:
    plan = _plan(_event("a", 60, _START), _event("b", 60, _START + timedelta(minutes=10), hard=True))
    end = session_end(plan, _sounding("a", 0, 60), _START)
    assert end is not None
    assert end.ends == _START + timedelta(minutes=11)


@pytest.mark.parametrize(("minutes", "tone"), [(3, "wait"), (5, "good"), (9, "plain")])
def test_too_long_just_right_and_room_left(minutes: int, tone: str) -> None:
    plan = _plan(_event("a", 300, _START), minutes=minutes)
    end = session_end(plan, _sounding("a", 0, 300), _START)
    assert end is not None
    assert fit_words(end)[1] == tone


def test_nothing_is_said_of_what_is_in_no_session() -> None:
    plan = _plan(_event("a", 60, _START))
    assert session_end(plan, _sounding("by hand", 0, 60), _START) is None
    assert session_end(plan, replace(_sounding("a", 0, 60), on_air=None), _START) is None
    assert session_end(None, _sounding("a", 0, 60), _START) is None
