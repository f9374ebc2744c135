"""What the journal says of each event: the parts that sounded and the lines that say it was missed. No I/O."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
        return _time(self.end.data.get("started_at") if self.end else None, self.start.at)

    @property
    def ended_at(self) -> datetime:
        return _time(self.end.data.get("ended_at") if self.end else None, self.last.at)

    @property
    def estimated(self) -> bool:
        """The end is known only to the last BEAT."""
        return self.end is None or bool(self.end.data.get("estimated"))


@dataclass
class Trace:
    """Everything the journal holds about one event."""

    event_id: str
    parts: list[Part] = field(default_factory=list)
    missed: Line | None = None
    silent: bool = False

    @property
    def lines(self) -> list[Line]:
        found = [line for part in self.parts for line in (part.start, part.last)]
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


def traces(lines: Iterable[Line]) -> dict[str, Trace]:
    """The journal's lines gathered by event, in order of first appearance."""
    found: dict[str, Trace] = {}
    for line in lines:
        name = event_of(line)
        if not name or line.kind not in {Kind.START, Kind.BEAT, Kind.END, Kind.MISSED, Kind.SILENCE}:
            continue
        trace = found.setdefault(name, Trace(name))
        if line.kind is Kind.START:
            trace.parts.append(Part(line))
        elif line.kind is Kind.MISSED:
            trace.missed = line
        elif line.kind is Kind.SILENCE:
            trace.silent = True
        elif trace.parts and line.kind is Kind.BEAT:
            trace.parts[-1].beat = line
        elif trace.parts and trace.parts[-1].end is None:
            trace.parts[-1].end = line
    return found


def event_of(line: Line) -> str:
    """The event a line speaks of; something that started without one is named by its line."""
    name = line.data.get("event_id")
    if isinstance(name, str) and name:
        return name
    return f"break_in:{line.seq}" if line.kind is Kind.START else ""


def sounding(part: Part, lines: Sequence[Line], now: datetime) -> bool:
    """Whether an open part is still on air: nothing in the journal says otherwise and the journal is fresh."""
    if part.end is not None:
        return False
    later = [line for line in lines if line.seq > part.last.seq]
    if any(line.kind is Kind.BOOT or _other_start(line, part) for line in later):
        return False
    return now - (later[-1] if later else part.last).at <= FRESH


def why_open(part: Part, lines: Sequence[Line]) -> str:
    """The reason for an end that nobody wrote down."""
    boot = next((line for line in lines if line.seq > part.last.seq and line.kind is Kind.BOOT), None)
    if boot is None:
        return str(Reason.PROGRAM_ERROR)
    return reason_of(boot) or str(Reason.POWER if boot.at - part.last.at > _REBOOT else Reason.PROGRAM_ERROR)


def why_silent(planned: datetime, lines: Sequence[Line]) -> str:
    """The reason when the journal does not mention an event at all."""
    after = next((line for line in lines if line.at > planned), None)
    before = next((line for line in reversed(lines) if line.at <= planned), None)
    ran_that_day = before is not None and before.at.date() == planned.date()
    if after is not None and after.kind is not Kind.BOOT and before is not None:
        return str(Reason.PROGRAM_ERROR)
    if not ran_that_day:
        return str(Reason.PC_OFF)
    return str(Reason.POWER if after is not None else Reason.PROGRAM_ERROR)


def reason_of(line: Line | None) -> str:
    """The closed-list reason a line names; an unknown word counts as a program error."""
    word = str(line.data.get("reason") or "") if line else ""
    return word if word in {str(reason) for reason in Reason} else str(Reason.PROGRAM_ERROR)


def _other_start(line: Line, part: Part) -> bool:
    return line.kind is Kind.START and line.data.get("session_id") == part.start.data.get("session_id")


def _whole(value: object) -> int:
    return int(value) if isinstance(value, int | float) else 0


def _time(text: object, otherwise: datetime) -> datetime:
    try:
        return parse_time(str(text)) if text else otherwise
    except ValueError:
        return otherwise
