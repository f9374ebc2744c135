"""The clock: right, in the right zone, not forgotten when the computer is switched off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from broadcaster.base.clock import format_time
from broadcaster.base.errors import BroadcasterError
from broadcaster.care.doctor.model import Case, Finding, doubt, wrong
from broadcaster.protocol.journal import Kind, Line, journal_files, read_journal

EARLIEST_YEAR = 2025
_LONGEST_SILENCE = timedelta(days=366)
_BACK = timedelta(minutes=1)
JUMPS, JUMP_SECONDS = 3, 60.0
"""So many steps of so many seconds within the last days are no sync any more."""
_FILES = 7


def clock(case: Case) -> Iterator[Finding]:
    """A wrong clock airs at wrong times or not at all."""
    now = case.now
    if now.year < EARLIEST_YEAR:
        yield wrong("clock_impossible", f"the clock says {format_time(now)}: set date and time", now=format_time(now))
        return
    lines = _lines(case)
    told = _latest(lines)
    if told is not None and told - now > _BACK:
        yield wrong("clock_behind", f"the clock says {format_time(now)}, but the journal was already written at "
                    f"{format_time(told)}", "on_air", now=format_time(now), journal=format_time(told))
    elif told is not None and now - told > _LONGEST_SILENCE:
        yield wrong("clock_ahead", f"the clock says {format_time(now)}, but the journal ends at {format_time(told)}",
                    "on_air", now=format_time(now), journal=format_time(told))
    yield from _battery(lines)


def zone(case: Case) -> Iterator[Finding]:
    """The station itself always keeps Vietnam's time; other programs and the bar of the desktop do not."""
    hours = case.probes.utc_offset(case.now)
    if hours != case.probes.zone_hours:
        yield doubt("zone_wrong", f"the computer's time zone is UTC{hours:+g}, not UTC+7", hours=f"{hours:+g}")


def _battery(lines: list[Line]) -> Iterator[Finding]:
    """A dead battery on the main board: a clock that lies after every start."""
    lied = [line for line in lines if line.kind is Kind.CLOCK and line.data.get("valid") is False]
    jumps = [line for line in lines if line.kind is Kind.CLOCK
             and abs(_number(line.data.get("step_seconds"))) > JUMP_SECONDS]
    if len(lied) >= 2:
        yield doubt("battery", f"the clock was wrong {len(lied)} times lately: the battery on the main board is empty",
                    count=len(lied))
    elif len(jumps) >= JUMPS:
        yield doubt("clock_jumps", f"the clock was moved {len(jumps)} times lately", count=len(jumps))


def _lines(case: Case) -> list[Line]:
    found: list[Line] = []
    for path in journal_files(case.home.asrun)[-_FILES:]:
        try:
            found += read_journal(path)
        except (OSError, BroadcasterError, ValueError):
            continue  # told by the look at the journal
    return found


def _latest(lines: list[Line]) -> datetime | None:
    """As the player reckons: what a lying clock wrote does not count, nor anything before a person confirmed it."""
    latest: datetime | None = None
    valid = True
    for line in lines:
        if line.kind is Kind.CLOCK and "valid" in line.data:
            valid = bool(line.data["valid"])
            latest = None if line.data.get("confirmed") else latest
        if valid:
            latest = max(latest or line.at, line.at)
    return latest


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
