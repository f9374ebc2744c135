"""Filing: the journal's new lines into the database, checked on the way. The files stay the truth.

A damaged line is reported and left out; it never stops the filing of the rest. What was filed once is remembered by
hash, so that a line rewritten or removed afterwards is found even when its file was chained anew.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from broadcaster.asrun import store
from broadcaster.asrun.model import Filed
from broadcaster.asrun.traces import day_of, time_in
from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import Refused
from broadcaster.db.engine import Database
from broadcaster.protocol.journal import Kind, Line, journal_files, line_from
from broadcaster.protocol.verifier import GENESIS, Checked, Fault, Seal, fit, walk

log = logging.getLogger(__name__)

_LONGEST_DOWN = 31
"""Days before a start that are looked at again."""
_DAMAGED = {"altered", "unreadable", "torn"}
_LOST = _DAMAGED | {"missing", "rewritten", "fork"}


@dataclass
class _Reading:
    """What one pass over the journal found."""

    lines: dict[str, list[Line]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def file_journal(database: Database, folder: Path, clock: Clock) -> tuple[Filed, set[str]]:
    """File what is new. Returns the result and the days (ISO) that new lines speak of. Safe to repeat."""
    with database.read() as c:
        last_seq, last_file = store.last_filed(c)
        known = store.filed_hashes(c, last_file)
    paths = journal_files(folder)
    at_hand = [path for path in paths if path.name >= last_file]
    reading = _read(at_hand, GENESIS if at_hand == paths else None, last_seq, known, last_file)
    if last_file and (not at_hand or at_hand[0].name != last_file):
        reading.faults.append(Fault(last_file, 0, "missing"))
    _keep(database, reading, clock)
    days = {line.at.date().isoformat() for lines in reading.lines.values() for line in lines}
    days |= {name.removesuffix(".jsonl") for name in reading.lines}
    # A player that comes back in the morning speaks of yesterday.
    days |= {day for lines in reading.lines.values() for line in lines if (day := day_of(line))}
    days |= {day for lines in reading.lines.values() for line in lines for day in _days_down(line)}
    new = sum(len(lines) for lines in reading.lines.values())
    return Filed(new, tuple(fault_text(fault) for fault in reading.faults)), days


def _days_down(line: Line) -> list[str]:
    """The days before a start on which the player was down: only now the reason is known."""
    if line.kind is not Kind.BOOT:
        return []
    since = time_in(line.data, "last_line_at", line.at).date()
    count = min((line.at.date() - since).days, _LONGEST_DOWN)
    return [(line.at.date() - timedelta(days=number)).isoformat() for number in range(1, count + 1)]


def verify_journal(database: Database, folder: Path, seals: Iterable[Seal] = ()) -> Iterator[Fault]:
    """Every fault in all files, from the first line ever written, against what was filed, and under `seals`."""
    paths = journal_files(folder)
    present = {path.name for path in paths}
    with database.read() as c:
        yield from (Fault(file, 0, "missing") for file in store.filed_files(c) if file not in present)
    against = _Filed(database)
    for fault in fit(against.lines(walk(paths, GENESIS)), seals, whole=True):
        yield from against.told()
        yield fault
    yield from against.told()
    yield from _emptied(database, paths)


class _Filed:
    """Holds lines against what was filed of their files."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._name = ""
        self._known: dict[int, str] = {}
        self._texts: dict[int, tuple[str, str]] = {}
        self._seen: set[int] = set()
        self._faults: list[Fault] = []
        self._forked = False
        with database.read() as c:
            self._filed_to = store.last_filed(c)[0]

    def lines(self, lines: Iterable[Checked]) -> Iterator[Checked]:
        """The lines as they come; what `told` gives meanwhile is of those that have."""
        for found in lines:
            if found.file != self._name:
                self._begin(found.file)
            if not found.problem and _differs(found, self._known) and not self._forked:
                self._forked = is_fork(found)
                self._faults.append(Fault(found.file, found.number, "fork" if self._forked else "rewritten"))
            elif not found.problem and not self._forked and self._told_otherwise(found):
                self._faults.append(Fault(found.file, found.number, "filed_altered"))
            self._seen.add(_seq(found))
            yield found
        self._begin("")

    def _told_otherwise(self, found: Checked) -> bool:
        """The log is made from the filed copy: one changed there, under its old hash, would make another log."""
        line, seq = found.line or {}, _seq(found)
        if seq not in self._known:
            return 0 < seq <= self._filed_to and line_from(line) is not None
        kind, data = self._texts[seq]
        try:
            return kind != line.get("kind") or json.loads(data) != line.get("data")
        except ValueError:
            return True

    def told(self) -> list[Fault]:
        faults, self._faults = self._faults, []
        return faults

    def _begin(self, name: str) -> None:
        if not self._forked:  # of the history that was left behind lines are missing anyway
            self._faults += _missing(self._name, self._known, self._seen)
        self._name, self._seen = name, set()
        with self._database.read() as c:
            self._known = store.filed_hashes(c, name) if name else {}
            self._texts = store.filed_texts(c, name) if name else {}


def is_fork(found: Checked) -> bool:
    """Whether another line than was filed begins another history: a player that was started, as on an old copy."""
    return bool(found.line and found.line.get("kind") == str(Kind.BOOT))


def forget_filed(database: Database, folder: Path) -> None:
    """Empty the filed copy, to be made anew; refused while it is the only witness of lines that are gone."""
    lost = [fault for fault in verify_journal(database, folder) if fault.problem in _LOST]
    if lost:
        raise Refused("asrun.lines_missing", f"the filed copy is the only witness of {len(lost)} damaged places",
                      count=len(lost))
    with database.write("journal_line") as c:
        store.forget_lines(c, [path.name for path in journal_files(folder)])


def fault_text(fault: Fault) -> str:
    """2026-11-21.jsonl:17 altered."""
    return f"{fault.file}:{fault.line} {fault.problem}"


def _read(paths: list[Path], start: str | None, last_seq: int, known: dict[int, str], known_file: str) -> _Reading:
    reading = _Reading()
    seen: set[int] = set()
    forked = False
    newest = paths[-1].name if paths else ""
    for found in walk(paths, start):
        if found.problem == "torn" and found.file == newest:
            continue  # being written now, or cut by a power failure: the next BOOT takes it off
        if found.problem:
            reading.faults.append(Fault(found.file, found.number, found.problem))
        if found.file == known_file:
            seen.add(_seq(found))
        if found.problem in _DAMAGED or found.line is None:
            continue
        line = line_from(found.line)
        if line is None:
            reading.faults.append(Fault(found.file, found.number, "unreadable"))
        elif line.seq > last_seq:
            reading.lines.setdefault(found.file, []).append(line)
            last_seq = line.seq
        elif known.get(line.seq) != line.hash and not forked:
            forked = not found.problem and is_fork(found)
            reading.faults.append(Fault(found.file, found.number, "fork" if forked else "rewritten"))
    if known_file in {path.name for path in paths} and not forked:
        reading.faults += _missing(known_file, known, seen)
    return reading


def _keep(database: Database, reading: _Reading, clock: Clock) -> None:
    if not reading.lines and not reading.faults:
        return
    with database.read() as c:
        fresh = store.new_faults(c, reading.faults)
    if not reading.lines and not fresh:
        return
    with database.write(*(["journal_line"] if reading.lines else []), *(["audit"] if fresh else [])) as c:
        for name, lines in reading.lines.items():
            store.add_lines(c, name, lines)
        store.add_faults(c, fresh, format_time(clock.now()))
    for fault in fresh:
        log.error("the journal does not hold together: %s", fault_text(fault))


def _missing(name: str, known: dict[int, str], seen: set[int]) -> list[Fault]:
    """One fault for all filed lines of a file that are no longer in it."""
    return [Fault(name, 0, "missing")] if set(known) - seen and -1 not in seen else []


def _emptied(database: Database, paths: list[Path]) -> Iterator[Fault]:
    for path in paths:
        if path.stat().st_size == 0:
            with database.read() as c:
                if store.filed_hashes(c, path.name):
                    yield Fault(path.name, 0, "missing")


def _differs(found: Checked, known: dict[int, str]) -> bool:
    seq = _seq(found)
    return seq in known and found.line is not None and known[seq] != found.line.get("hash")


def _seq(found: Checked) -> int:
    """-1 for a line too damaged to say: it may be any of the filed ones."""
    value = found.line.get("seq") if found.line else None
    return value if isinstance(value, int) else -1
