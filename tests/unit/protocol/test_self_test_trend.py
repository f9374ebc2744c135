"""A month of opening tunes: what the trend says of an amplifier that fades, a horn that tears, a network that slows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest

from broadcaster.base.clock import STATION_ZONE
from broadcaster.protocol.journal import Kind, Line
from broadcaster.protocol.self_test import BAND_CENTRES, trend

NOW = datetime(2026, 11, 21, 6, 0, tzinfo=STATION_ZONE)
BANDS = [None, -30.0, -16.0, -12.0, -12.0, -13.0, -21.0, -45.0]


def line(days_ago: float, verdict: str = "heard", zone: str = "thôn Đông", level: float = -12.0, delay: float = 300.0,
         bands: Sequence[float | None] = BANDS, **more: Any) -> Line:
    test: dict[str, Any] = {"score": 0.7}
    if verdict == "heard":
        test |= {"level_db": level, "delay_ms": delay, "bands": list(bands)}
    data = {"zone": zone, "verdict": verdict, "self_test": test, **more}
    return Line(1, NOW - timedelta(days=days_ago), Kind.VERDICT, data, "")


def month(**now: Any) -> list[Line]:
    """Twelve ordinary mornings that wander by a decibel, and three of today's kind."""
    usual = [line(day, level=-12 + day % 3 - 1, delay=300 + 20 * (day % 2)) for day in range(4, 16)]
    return usual + [line(day, **now) for day in range(3)]


@pytest.mark.parametrize(("now", "judgement"), [
    ({}, "steady"),
    ({"level": -19.0, "bands": [value and value - 7 for value in BANDS]}, "weaker"),
    ({"level": -5.0, "bands": [value and value + 7 for value in BANDS]}, "louder"),
    ({"bands": [None, -44.0, -27.0, -12.0, -12.0, -13.0, -21.0, -45.0]}, "bass_lost"),
    ({"bands": [None, None, None, -12.0, -12.0, -13.0, -21.0, -45.0]}, "bass_lost"),
    ({"bands": [None, -30.0, -16.0, -12.0, -12.0, -25.0, -38.0, None]}, "treble_lost"),
    ({"delay": 900.0}, "latency_changed"),
    ({"verdict": "silent"}, "unheard"),
    ({"verdict": "other"}, "unheard"),
    ({"verdict": "sent"}, "steady"),
])
def test_judgements(now: dict[str, Any], judgement: str) -> None:
    found = trend(month(**now), NOW)
    assert [(item.zone, item.judgement) for item in found] == [("thôn Đông", judgement)]


def test_figures_are_of_now_beside_before() -> None:
    found = trend(month(level=-15.0, delay=330.0, bands=[value and value - 3 for value in BANDS]), NOW)[0]
    assert (found.judgement, found.heard, found.level_db) == ("steady", 15, -15.0)
    assert (found.level_change_db, found.delay_change_ms) == (-3.0, 20.0)
    assert found.band_changes_db == (None, -3.0, -3.0, -3.0, -3.0, -3.0, -3.0, None)
    assert len(found.band_changes_db) == len(BAND_CENTRES)


def test_one_bad_morning_is_no_trend() -> None:
    lines = [item for item in month() if item.at < NOW]
    assert trend([*lines, line(0, "not_heard")], NOW)[0].judgement == "steady"


def test_too_few_to_tell() -> None:
    assert trend([line(1), line(2)], NOW)[0].judgement == "too_few"
    assert trend([], NOW) == []


def test_old_lines_and_other_verdicts_do_not_count() -> None:
    lines = [line(40 + day) for day in range(20)]
    lines += [Line(1, NOW, Kind.VERDICT, {"zone": "a", "verdict": "heard"}, ""), Line(2, NOW, Kind.END, {}, "")]
    assert trend(lines, NOW) == []


def test_zones_are_told_apart() -> None:
    lines = month() + [line(day, zone="chợ") for day in range(2)]
    assert [(item.zone, item.judgement) for item in trend(lines, NOW)] == [("chợ", "too_few"), ("thôn Đông", "steady")]


@pytest.mark.parametrize("test", [None, 7, "x", [], {"level_db": "loud"}, {"level_db": -1.0, "bands": 5},
                                  {"level_db": -1.0, "bands": ["a"] * 8, "delay_ms": {}}])
def test_nonsense_is_passed_over(test: Any) -> None:
    lines = [Line(day, NOW - timedelta(days=day), Kind.VERDICT, {"verdict": "heard", "self_test": test}, "")
             for day in range(10)]
    assert all(item.judgement in {"too_few", "steady"} for item in trend(lines, NOW))
