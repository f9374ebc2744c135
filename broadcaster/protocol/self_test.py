"""The opening tune tests the chain every day: how level, octaves and delay at the monitor moved over a month.

Reads the VERDICT lines that `air` wrote with `self_test` {level_db, delay_ms, score, bands: 8, noise_db}: differences
between what the zone's monitor heard and what was sent, so a quieter tune or a gain by time of day does not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import Any

from broadcaster.protocol.journal import Kind, Line

BAND_CENTRES = (90, 180, 350, 700, 1_400, 2_800, 5_700, 11_300)
"""Middle of each octave in Hz."""
DAYS = 30
STEADY, UNHEARD, WEAKER, LOUDER, BASS_LOST, TREBLE_LOST, LATENCY_CHANGED, TOO_FEW = (
    "steady", "unheard", "weaker", "louder", "bass_lost", "treble_lost", "latency_changed", "too_few")

RECENT, LEAST_BEFORE = 3, 4
"""Self-tests that stand for now, and how many before them stand for what is usual."""
LEVEL_DB = 4.0
"""Weather and wind move a microphone's level by less."""
BAND_DB = 6.0
"""How much more than the whole a part of the spectrum must have lost."""
LATENCY_MS = 150.0
_UNHEARD = ("silent", "not_heard", "other")
_HEARABLE_DB = 30.0
"""An octave this far below the loudest one was never worth listening to."""


@dataclass(frozen=True)
class Trend:
    """One zone's chain, now beside before."""

    zone: str
    judgement: str
    """steady, unheard, weaker, louder, bass_lost, treble_lost, latency_changed, too_few: the worst that holds."""
    heard: int
    """Self-tests that were heard in the last DAYS days."""
    unheard: int
    """That were listened for and not heard."""
    last_at: datetime | None = None
    last_verdict: str = ""
    level_db: float | None = None
    """Middle of the last RECENT: level at the monitor less that sent."""
    level_change_db: float | None = None
    """Against the middle of those before."""
    delay_ms: float | None = None
    delay_change_ms: float | None = None
    band_changes_db: tuple[float | None, ...] = ()
    """For each of BAND_CENTRES; None where there was too little to compare."""


def trend(lines: Iterable[Line], until: datetime) -> list[Trend]:
    """Each zone's trend over the DAYS days before `until`, by name. Lines may come in any order, of any kind."""
    since = until - timedelta(days=DAYS)
    zones: dict[str, list[Line]] = {}
    for line in sorted(lines, key=lambda item: item.at):
        if line.kind is Kind.VERDICT and since <= line.at <= until and _is_test(line.data):
            zones.setdefault(str(line.data.get("zone", "")), []).append(line)
    return [_of(zone, found) for zone, found in sorted(zones.items())]


def _is_test(data: dict[str, Any]) -> bool:
    test, verdict = data.get("self_test"), data.get("verdict")
    if not isinstance(test, dict):
        return False
    return verdict in _UNHEARD or (verdict == "heard" and _number(test.get("level_db")) is not None)


def _of(zone: str, lines: list[Line]) -> Trend:
    heard = [line for line in lines if line.data["verdict"] == "heard"]
    unheard = [line for line in lines if line.data["verdict"] in _UNHEARD]
    last = lines[-1]
    tests = [line.data["self_test"] for line in heard]
    now, before = tests[-RECENT:], tests[:-RECENT]
    level, usual = _middle(now, "level_db"), _middle(before, "level_db")
    delay, usual_delay = _middle(now, "delay_ms"), _middle(before, "delay_ms")
    enough = len(before) >= LEAST_BEFORE
    told = Trend(zone, TOO_FEW, len(heard), len(unheard), last.at, str(last.data["verdict"]), level,
                 _change(level, usual) if enough else None, delay,
                 _change(delay, usual_delay) if enough else None, _bands(now, before) if enough else ())
    return _judged(told, [line.data["verdict"] != "heard" for line in lines[-2:]])


def _judged(told: Trend, missed: Sequence[bool]) -> Trend:
    """The worst that holds; one morning that was not heard may be a lorry, two are not."""
    if len(missed) == 2 and all(missed):
        return _with(told, UNHEARD)
    if told.level_change_db is None:
        return told
    low, high = _part(told, 0, 3), _part(told, 5, 8)
    if told.level_change_db <= -LEVEL_DB:
        return _with(told, WEAKER)
    if low is not None and low - told.level_change_db <= -BAND_DB:
        return _with(told, BASS_LOST)
    if high is not None and high - told.level_change_db <= -BAND_DB:
        return _with(told, TREBLE_LOST)
    if told.level_change_db >= LEVEL_DB:
        return _with(told, LOUDER)
    if told.delay_change_ms is not None and abs(told.delay_change_ms) >= LATENCY_MS:
        return _with(told, LATENCY_CHANGED)
    return _with(told, STEADY)


def _with(told: Trend, judgement: str) -> Trend:
    return Trend(**{**vars(told), "judgement": judgement})


def _part(told: Trend, first: int, last: int) -> float | None:
    """The middle change of some octaves."""
    known = [value for value in told.band_changes_db[first:last] if value is not None]
    return median(known) if known else None


def _bands(now: list[dict[str, Any]], before: list[dict[str, Any]]) -> tuple[float | None, ...]:
    usual = [_band(before, index) for index in range(len(BAND_CENTRES))]
    loudest = max((value for value in usual if value is not None), default=0.0)
    changes: list[float | None] = []
    for index, value in enumerate(usual):
        if value is None or value < loudest - _HEARABLE_DB:
            changes.append(None)
            continue
        # An octave that is gone leaves no number: it has fallen at least below what is worth listening to.
        level = _band(now, index)
        changes.append(round((level if level is not None else loudest - _HEARABLE_DB) - value, 1))
    return tuple(changes)


def _band(tests: list[dict[str, Any]], index: int) -> float | None:
    found = [_number(bands[index]) for test in tests
             if isinstance(bands := test.get("bands"), list) and len(bands) == len(BAND_CENTRES)]
    known = [value for value in found if value is not None]
    return median(known) if len(known) * 2 > len(tests) else None


def _middle(tests: list[dict[str, Any]], name: str) -> float | None:
    known = [value for test in tests if (value := _number(test.get(name))) is not None]
    return round(median(known), 1) if known else None


def _change(now: float | None, usual: float | None) -> float | None:
    return None if now is None or usual is None else round(now - usual, 1)


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
