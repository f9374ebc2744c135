"""What the journal says about before: read once, at start, to go on at the right place."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from broadcaster.base.clock import parse_time
from broadcaster.protocol.journal import Kind, Line, Reason, journal_files, read_journal

log = logging.getLogger(__name__)

RESUMABLE = {Reason.POWER, Reason.PC_OFF, Reason.PROGRAM_ERROR, Reason.DEVICE_LOST, Reason.SLEEP}
"""Ends that nobody wanted: the item may go on from there."""

Key = tuple[str, str]
"""(ISO day of the rundown, event id or session id)."""


@dataclass
class Trace:
    """All that is known of one event."""

    event_id: str
    open: Line | None = None
    """Its START, while no END is known."""
    beat: Line | None = None
    position: int = 0
    """Frame of the cut it had reached."""
    heard: int = 0
    """Frames that left the loudspeaker, over all parts."""
    settled: bool = False
    """Ended as it should, or missed: never to be started again."""
    last_at: datetime | None = None
    start_seq: int = 0
    stumbles: int = 0
    """How often in a row the player died over it before a sample of it was known to sound."""
    session_id: str = ""
    """Where it began last."""
    missed_in: set[str] = field(default_factory=set)
    """Sessions that were to play it and said that they did not."""
    made_way: bool = False
    """What a person put in between ended it, and it was to go on."""


@dataclass
class History:
    """The last days of the journal."""

    events: dict[Key, Trace] = field(default_factory=dict)
    session_plans: dict[Key, str] = field(default_factory=dict)
    """The rundown file each session was played from."""
    inserts: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What the journal says of each insert that has not ended: the facts of its "ordered" line, and its last round."""
    delivered: dict[tuple[str, str, str], str] = field(default_factory=dict)
    """What was put into a folder of (zone, day, session id)."""
    stopped: set[Key] = field(default_factory=set)
    """Sessions an operator stopped and nobody resumed."""
    held_until: datetime | None = None
    """Sessions that would begin before then are stopped, too."""
    high_water: datetime | None = None
    """The latest time a valid clock ever wrote."""
    last_at: datetime | None = None
    clean: bool = False
    """The last player ended by order."""

    def interrupted(self) -> list[Trace]:
        """Events that sounded, or were about to, when the last player died."""
        return [trace for trace in self.events.values() if trace.open is not None]


def read_history(folder: Path, zone: str = "", files: int = 5) -> History:
    """Read the newest files (an insert may last three days); damaged lines are left out, `verifier.walk` reports them.

    `zone`: leave out what is about other zones; what names none is about all.
    """
    history = History()
    valid = True
    for path in journal_files(folder)[-files:]:
        for line in read_journal(path):
            if line.kind is Kind.CLOCK and "valid" in line.data:
                valid = bool(line.data["valid"])
                if valid and line.data.get("confirmed"):
                    history.high_water = None
            if valid:
                history.high_water = max(history.high_water or line.at, line.at)
            history.last_at = line.at
            if zone and line.data.get("zone") not in {None, "", zone}:
                continue
            try:
                _note(history, line)
            except (ValueError, TypeError, OverflowError):
                # Whole, but not as the player writes it: somebody's hand must not keep the station silent.
                log.warning("line %s of %s makes no sense", line.seq, path.name)
    return history


def _note(history: History, line: Line) -> None:
    data = line.data
    history.clean = line.kind is Kind.OPERATOR and data.get("action") == "shutdown"
    if line.kind is Kind.OPERATOR:
        _note_order(history, data)
    if line.kind is Kind.DELIVERED and "name" in data:
        where = str(data.get("zone", "")), _day(data), str(data.get("session_id"))
        history.delivered[where] = str(data.get("contents"))
    if line.kind is Kind.BREAK_IN:
        _note_insert(history, line)
    if "event_id" not in data or line.kind is Kind.VERDICT:
        return
    key = (_day(data), str(data["event_id"]))
    trace = history.events.setdefault(key, Trace(key[1]))
    trace.last_at = line.at
    if line.kind is Kind.START:
        trace.position = int(data.get("offset", 0))
        trace.open, trace.beat, trace.settled = line, None, False
        trace.start_seq, trace.session_id, trace.made_way = line.seq, str(data.get("session_id")), False
        history.session_plans[key[0], str(data.get("session_id"))] = str(data.get("rundown", ""))
    elif line.kind is Kind.BEAT:
        trace.beat, trace.position = line, int(data.get("position", trace.position))
    elif line.kind is Kind.END:
        trace.open = None
        trace.heard += int(data.get("frames", 0))
        trace.position = int(data.get("position", trace.position))
        stumbled = data.get("estimated") and data.get("reason") == Reason.PROGRAM_ERROR and not data.get("frames")
        trace.stumbles = trace.stumbles + 1 if stumbled else 0
        silent_stop = data.get("reason") == Reason.OPERATOR and not trace.heard
        trace.settled = data.get("reason", "") not in RESUMABLE and not silent_stop
        if data.get("then") in {"resume", "restart"}:
            trace.settled, trace.made_way = False, True
            trace.position = 0 if data["then"] == "restart" else trace.position
    elif line.kind is Kind.MISSED:
        trace.settled = True
        trace.missed_in.add(str(data.get("session_id")))
        history.session_plans.setdefault((key[0], str(data.get("session_id"))), str(data.get("rundown", "")))


def _note_insert(history: History, line: Line) -> None:
    name, state = str(line.data.get("insert")), line.data.get("state")
    if state == "ordered":
        history.inserts[name] = {**line.data, "at": line.at, "round": 1, "attempt": 0, "played": 0}
    elif state == "round" and name in history.inserts:
        known, number = history.inserts[name], int(line.data["round"])
        known.update(round=number, at=line.at, attempt=known["attempt"] + 1 if number == known["round"] else 0)
    elif state == "round_over" and name in history.inserts:
        history.inserts[name]["played"] = int(line.data["round"])
    elif state == "ended":
        history.inserts.pop(name, None)


def _note_order(history: History, data: dict[str, Any]) -> None:
    if data.get("action") in {"stop_all", "resume"}:
        _note_stop(history, data)
    for name in history.inserts if data.get("action") == "stop_all" else data.get("inserts", ()):
        if name in history.inserts:
            history.inserts[name]["called_off"] = True


def _note_stop(history: History, data: dict[str, Any]) -> None:
    sessions = {(_day(data), str(name)) for name in data.get("sessions", [])}
    if data["action"] == "stop_all":
        history.stopped |= sessions
        history.held_until = parse_time(str(data["holds_until"])) if "holds_until" in data else None
    else:
        history.stopped.clear()
        history.held_until = None


def _day(data: dict[str, Any]) -> str:
    return str(data.get("day") or str(data.get("rundown", ""))[:10])


def moment_of(line: Line, key: str) -> datetime:
    """A time inside the line's data, else the line's own."""
    try:
        return parse_time(str(line.data[key]))
    except (KeyError, ValueError, OverflowError):
        return line.at
