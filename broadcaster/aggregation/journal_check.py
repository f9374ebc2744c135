"""The journal lines inside a package: one chain from its `prev_head` to its `head`, not a line more or less. No I/O."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, NamedTuple

from broadcaster.protocol.verifier import canonical

LONGEST_LINE = 4 << 20
_WORD = rb'"[^"\\\x00-\x1f]*"'
_NUMBER = rb"(?:0|[1-9][0-9]*)"
_BEAT = re.compile(
    rb'(\{"at":' + _WORD + rb',"data":\{"day":' + _WORD + rb',"event_id":' + _WORD + rb',"frames":' + _NUMBER
    + rb',"position":(' + _NUMBER + rb'),"start_seq":(' + _NUMBER + rb'),"started_at":' + _WORD
    + rb'(?:,"zone":' + _WORD + rb')?\},)"hash":"([0-9a-f]{64})",("kind":"BEAT","prev":"([0-9a-f]{64})","seq":('
    + _NUMBER + rb'),"v":1\})\n')
"""Nine lines in ten; in this form one is canonical, so it need not be read and written again to know it."""
_BELIEVED = {"", "broken_link", "out_of_order"}
"""What such a line says of itself is at least what was written."""


class Seen(NamedTuple):
    """A line as it went by: what verifier.Checked says of one, without its contents."""

    file: str
    number: int
    """1-based, in the file."""
    line: None
    problem: str
    raw: bytes
    seq: int
    head: str


@dataclass
class JournalCheck:
    """Follows the chain; keeps what airings may rest on."""

    prev: str
    seq: int
    """Number of the line before."""
    faults: list[str] = field(default_factory=list)
    """As filing.fault_text writes them."""
    damaged: list[int] = field(default_factory=list)
    """Numbers of the lines that cannot be believed."""
    starts: dict[str, list[tuple[int, dict[str, Any]]]] = field(default_factory=dict)
    """Event id -> number and data of its START lines."""
    handed_over: dict[tuple[str, str], list[dict[str, Any]]] = field(default_factory=dict)
    """(Day, session) -> data of its DELIVERED lines."""
    positions: dict[int, int] = field(default_factory=dict)
    """Number of a START line -> frames of the cut up to which its last BEAT knew it to sound."""
    ends: dict[int, dict[str, Any]] = field(default_factory=dict)
    """Number of a START line -> data of its END."""
    verdicts: dict[int, str] = field(default_factory=dict)
    """Number of a START line -> what the sentinel found of it."""
    missed: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    """Number and data of MISSED lines."""

    def follow(self, file: str, lines: Iterable[bytes]) -> Iterator[Seen]:
        """Check one file's lines as they go by."""
        for place, raw in enumerate(lines, start=1):
            beat = _BEAT.fullmatch(raw)
            if beat:
                known = sha256(beat[1] + beat[5]).hexdigest() == beat[4].decode("ascii") and _is_text(raw)
                link, number, digest = beat[6].decode("ascii"), int(beat[7]), beat[4].decode("ascii")
                problem = self._problem(link, number) if known else "altered"
                if not problem:
                    self.positions[int(beat[3])] = int(beat[2])
            else:
                problem, number, digest = self._other(raw)
            seq = number if problem in _BELIEVED else self.seq + 1
            if problem:
                self.faults.append(f"{file}:{place} {problem}")
                self.damaged.append(seq)
            self.prev, self.seq = digest or self.prev, number if digest else self.seq + 1
            yield Seen(file, place, None, problem, raw, seq, self.prev)

    def _other(self, raw: bytes) -> tuple[str, int, str]:
        """(Problem, number, hash); as chain.walk judges, which goes on from what a damaged line says of itself."""
        try:
            line = json.loads(raw)
            whole = isinstance(line, dict) and canonical(line) + b"\n" == raw and _holds(line)
        except (ValueError, RecursionError):
            line, whole = None, False
        if not raw.endswith(b"\n"):
            return "torn", *_claims(line)
        if not isinstance(line, dict):
            return "unreadable", 0, ""
        if not whole:
            return "altered", *_claims(line)
        number, digest = _claims(line)
        problem = self._problem(line.get("prev"), line.get("seq"))
        if not problem:
            self._note(line, number)
        return problem, number, digest

    def _problem(self, prev: object, number: object) -> str:
        if prev != self.prev:
            return "broken_link"
        return "" if number == self.seq + 1 else "out_of_order"

    def _note(self, line: dict[str, Any], number: int) -> None:
        data = line.get("data")
        if not isinstance(data, dict):
            return
        if line.get("kind") == "START":
            name = data.get("event_id")
            known = isinstance(name, str) and name
            self.starts.setdefault(str(name) if known else f"break_in:{number}", []).append((number, data))
        elif line.get("kind") == "DELIVERED":
            place = str(data.get("day")), str(data.get("session_id"))
            self.handed_over.setdefault(place, []).append(data)
        elif line.get("kind") == "MISSED":
            self.missed.append((number, data))
        elif line.get("kind") in {"END", "BEAT", "VERDICT"}:
            newest = self.starts.get(str(data.get("event_id")), [(0, {})])[-1][0]
            start = data.get("start_seq")
            self._note_run(str(line.get("kind")), start if isinstance(start, int) else newest, data)

    def _note_run(self, kind: str, start: int, data: dict[str, Any]) -> None:
        """What became of what a START line began; the first END counts, and the newest of the others."""
        if kind == "END":
            self.ends.setdefault(start, data)
        elif kind == "VERDICT":
            self.verdicts[start] = str(data.get("verdict") or "")
        elif kind == "BEAT" and isinstance(position := data.get("position"), int):
            self.positions[start] = position


def _holds(line: dict[str, Any]) -> bool:
    body = {key: value for key, value in line.items() if key != "hash"}
    return line.get("hash") == sha256(canonical(body)).hexdigest()


def _claims(line: object) -> tuple[int, str]:
    """What a line says of itself; (0, "") where it says nothing usable."""
    if not isinstance(line, dict):
        return 0, ""
    number, digest = line.get("seq"), line.get("hash")
    if isinstance(number, int) and not isinstance(number, bool) and isinstance(digest, str) and len(digest) == 64:
        return number, digest
    return 0, ""


def _is_text(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
