"""What the journal says of each event: the parts that sounded and the lines that say it was missed. No I/O."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from broadcaster.base.clock import parse_time
from broadcaster.protocol.journal import Kind, Line, Reason

FRESH = timedelta(seconds=10)
"""An open airing is believed to be sounding while the journal is no older than this (BEAT comes every 2 s)."""

_REBOOT = timedelta(seconds=30)
"""No machine comes back from a power cut sooner: a quicker BOOT means that only the program died."""


@dataclass
class Part:
    """One stretch of an event that sounded without interruption."""

    start: Line
    beat: Line | None = None
    end: Line | None = None
    verdict: Line | None = None

    @property
    def offset(self) -> int:
        """Where in the cut it began, in frames."""
        return _whole(self.start.data.get("offset"))

    @property
    def reached(self) -> int:
        """Where in the cut it ended, as far as is known, in frames."""
        if self.end is not None and "frames" in self.end.data:
            return self.offset + _whole(self.end.data["frames"])
        last = self.end or self.beat
        return max(self.offset, _whole(last.data.get("position")) if last else 0)

    @property
    def last(self) -> Line:
        return self.end or self.beat or self.start

    @property
    def started_at(self) -> datetime:
        """When the first sample was heard, as far as is known; START is written a little before."""
        told = next((line.data["started_at"] for line in (self.end, self.beat)
                     if line is not None and line.data.get("started_at")), self.start.data.get("starts"))
        return _time(told, self.start.at)

    @property
    def ended_at(self) -> datetime:
        return _time(self.end.data.get("ended_at") if self.end else None, max(self.last.at, self.started_at))

    @property
    def estimated(self) -> bool:
        """The end is known only to the last BEAT."""
        return self.end is None or bool(self.end.data.get("estimated"))


@dataclass
class Trace:
    """Everything the journal holds about one event in one zone."""

    event_id: str
    zone: str = ""
    parts: list[Part] = field(default_factory=list)
    missed: Line | None = None
    silent: bool = False

    @property
    def lines(self) -> list[Line]:
        found = [line for part in self.parts for line in (part.start, part.last, part.verdict) if line is not None]
        return found + ([self.missed] if self.missed else [])

    def data(self) -> dict[str, Any]:
        """The copies made when the event first started, or was missed."""
        first = self.parts[0].start if self.parts else self.missed
        return first.data if first else {}

    def frames(self) -> int:
        """Frames of the cut that sounded at least once: a stretch repeated after a restart counts once."""
        covered, edge = 0, 0
        for begin, end in sorted((part.offset, part.reached) for part in self.parts):
            covered += max(0, end - max(begin, edge))
            edge = max(edge, end)
        return covered

    @property
    def restarted(self) -> bool:
        """It was broken off and began again, instead of going on in place."""
        return any(part.offset == 0 and before.reached > 0
                   for before, part in zip(self.parts, self.parts[1:], strict=False))

    @property
    def made_up(self) -> bool:
        """It sounded in a later session than planned."""
        return any(part.start.data.get("made_up_from") for part in self.parts)


Zones = dict[str, Trace]
"""Zone -> what the journal holds of one event there; the key is "" on a station without zones."""


def traces(lines: Iterable[Line], day: str) -> dict[str, Zones]:
    """What the journal says of the events of ISO day `day`, in order of first appearance.

    The same event id may come back on another day: the day of the plan, copied into the lines, tells them apart.
    """
    found: dict[str, Zones] = {}
    for line in lines:
        name = event_of(line)
        if name and day_of(line) in {"", day}:
            zone = zone_of(line)
            _note(found.setdefault(name, {}).setdefault(zone, Trace(name, zone)), line)
    return found


def _note(trace: Trace, line: Line) -> None:
    if line.kind is Kind.START:
        trace.parts.append(Part(line))
    elif line.kind is Kind.MISSED:
        trace.missed = line
    elif line.kind is Kind.SILENCE:
        trace.silent = True
    elif not trace.parts:
        return
    elif line.kind is Kind.VERDICT:
        meant = line.data.get("start_seq")
        next((part for part in trace.parts if part.start.seq == meant), trace.parts[-1]).verdict = line
    elif line.kind is Kind.BEAT:
        trace.parts[-1].beat = line
    elif line.kind is Kind.END and trace.parts[-1].end is None:
        trace.parts[-1].end = line


def zone_of(line: Line) -> str:
    """The zone a line speaks of; empty on a station without zones."""
    return str(line.data.get("zone") or "")


def day_of(line: Line) -> str:
    """The day of the plan a line belongs to; empty when it does not say."""
    return str(line.data.get("day") or str(line.data.get("rundown") or "")[:10])


def event_of(line: Line) -> str:
    """The event a line speaks of; something that started without one is named by its line."""
    name = line.data.get("event_id")
    if isinstance(name, str) and name:
        return name
    return f"break_in:{line.seq}" if line.kind is Kind.START else ""


def sounding(part: Part, lines: Sequence[Line], now: datetime) -> bool:
    """Whether an open part is still on air: the player that began it lives, and spoke of it a moment ago."""
    if part.end is not None or any(line.seq > part.start.seq and line.kind is Kind.BOOT for line in lines):
        return False
    return now - max(part.last.at, part.started_at) <= FRESH


def why_open(part: Part, lines: Sequence[Line]) -> str:
    """The reason for an end that nobody wrote down."""
    boot = next((line for line in lines if line.seq > part.last.seq and line.kind is Kind.BOOT), None)
    if boot is None:
        return str(Reason.PROGRAM_ERROR)
    return _down_reason(boot) or str(Reason.POWER if boot.at - part.last.at > _REBOOT else Reason.PROGRAM_ERROR)


def why_silent(planned: datetime, lines: Sequence[Line]) -> str:
    """The reason when the journal does not mention an event at all."""
    after = next((line for line in lines if line.at > planned), None)
    before = next((line for line in reversed(lines) if line.at <= planned), None)
    if after is not None and after.kind is not Kind.BOOT and before is not None:
        return str(Reason.PROGRAM_ERROR)
    if after is not None and after.kind is Kind.BOOT and _down_reason(after):
        return _down_reason(after)
    if before is None or before.at.date() != planned.date():
        return str(Reason.PC_OFF)
    return str(Reason.POWER if after is not None else Reason.PROGRAM_ERROR)


def _down_reason(boot: Line) -> str:
    """What the player found out, on starting, about the time it was down."""
    word = str(boot.data.get("down_reason") or "")
    return word if word in {str(reason) for reason in Reason} else ""


def reason_of(line: Line | None) -> str:
    """The closed-list reason a line names; an unknown word counts as a program error."""
    return known_reason(line.data.get("reason") if line else "")


def known_reason(word: object) -> str:
    """A word of the closed list; any other counts as a program error."""
    word = str(word or "")
    return word if word in {str(reason) for reason in Reason} else str(Reason.PROGRAM_ERROR)


def _whole(value: object) -> int:
    return int(value) if isinstance(value, int | float) and math.isfinite(value) else 0


def time_in(data: Mapping[str, Any], name: str, otherwise: datetime) -> datetime:
    """A moment a line names; `otherwise` when it names none."""
    return _time(data.get(name), otherwise)


def _time(text: object, otherwise: datetime) -> datetime:
    try:
        return parse_time(str(text)) if text else otherwise
    except ValueError:
        return otherwise
