"""How faults are written."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from broadcaster.base.errors import Refused
from broadcaster.forecast.faults import fault_from
from broadcaster.forecast.model import Trouble

FIRST = date(2026, 11, 21)


@pytest.mark.parametrize(("text", "kind", "day", "at", "seconds", "what"), [
    ("power:05:10+8m", Trouble.POWER, 0, time(5, 10), 480, ""),
    ("power:5:10+90s@2", Trouble.POWER, 1, time(5, 10), 90, ""),
    (" power:23:59+2h@2026-11-23 ", Trouble.POWER, 2, time(23, 59), 7200, ""),
    ("clock:-1h", Trouble.CLOCK, 0, None, -3600, ""),
    ("clock:05:10-1h", Trouble.CLOCK, 0, time(5, 10), -3600, ""),
    ("clock:05:10+30m@3", Trouble.CLOCK, 2, time(5, 10), 1800, ""),
    ("missing:Thu gom rác: đợt 2", Trouble.MISSING, 0, None, 0, "Thu gom rác: đợt 2"),
    ("missing:a@b@2", Trouble.MISSING, 1, None, 0, "a@b"),
    ("relay-silent@1", Trouble.RELAY_SILENT, 0, None, 0, ""),
    ("silent-relay", Trouble.RELAY_SILENT, 0, None, 0, ""),
    ("relay-lost", Trouble.RELAY_LOST, 0, None, 0, ""),
    ("keeper@3", Trouble.KEEPER, 2, None, 0, ""),
])
def test_faults_are_read(text: str, kind: Trouble, day: int, at: time | None, seconds: float, what: str) -> None:
    fault = fault_from(text, FIRST, 3)
    assert (fault.kind, fault.day, fault.at, fault.seconds, fault.what) == \
        (kind, FIRST + timedelta(days=day), at, seconds, what)


@pytest.mark.parametrize("text", [
    "", "power", "power:05:10", "power:25:10+8m", "power:05:10+0m", "power:05:10+13h", "power:05:10-8m", "clock",
    "clock:1h", "clock:-0s", "missing", "missing: ", "relay-silent:now", "keeper:x", "fire:05:10", "power:05:10+8m@x",
])
def test_what_is_no_fault_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        fault_from(text, FIRST, 3)
    assert refused.value.code == "forecast.fault"


@pytest.mark.parametrize("day", ["0", "4", "2026-11-20", "2026-11-24"])
def test_a_day_beyond_the_forecast_is_refused(day: str) -> None:
    with pytest.raises(Refused) as refused:
        fault_from(f"keeper@{day}", FIRST, 3)
    assert refused.value.code == "forecast.fault_day"
