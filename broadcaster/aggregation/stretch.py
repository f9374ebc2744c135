"""The journal's lines after a given one, as stretches of its files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from broadcaster.aggregation.journal_check import JournalCheck
from broadcaster.base.errors import Refused
from broadcaster.base.paths import unwritable
from broadcaster.protocol.journal import journal_files
from broadcaster.protocol.verifier import GENESIS

_DAY = slice(7, 17)
"""Where a line that is whole has the day it was written: {"at":"2026-11-21T…"""


@dataclass(frozen=True)
class Part:
    """Bytes `first` to before `end` of one file: whole lines."""

    path: Path
    first: int
    end: int


@dataclass(frozen=True)
class Stretch:
    """What is new in the journal."""

    parts: tuple[Part, ...]
    first_seq: int
    """0: no line."""
    last_seq: int
    head: str

    def lines(self) -> Iterator[tuple[str, Iterator[bytes]]]:
        """Each file's name and its lines."""
        return ((part.path.name, _lines(part.path, part.first, part.end)) for part in self.parts)


def lines_after(folder: Path, head: str, seq: int, until: str) -> Stretch:
    """Lines after the one with hash `head` and number `seq`, up to the last one written by the end of ISO day `until`.

    By the lines' own time, not by their file's name: after a clock that ran ahead was set back, all lines go into a
    file of the future. A damaged tail waits for a line that can be believed. Raises Refused("package.journal_gap") if
    the journal does not hold the line to go on from.
    """
    try:
        return _lines_after(folder, head, seq, until)
    except OSError as error:
        raise unwritable(folder, error) from error


def _lines_after(folder: Path, head: str, seq: int, until: str) -> Stretch:
    check, limit = JournalCheck(head, seq), until.encode("ascii")
    parts: list[Part] = []
    good, last, newest = 0, seq, head  # up to the last line that goes
    for path, first in _begin(folder, head, seq):
        at = end = first
        for seen in check.follow(path.name, _lines(path, first)):
            at += len(seen.raw)
            if not seen.problem and seen.raw[_DAY] <= limit:
                end, last, newest, good = at, seen.seq, seen.head, len(parts) + 1
        parts.append(Part(path, first, end if good > len(parts) else at))
    return Stretch(tuple(parts[:good]), seq + 1, last, newest) if good else Stretch((), 0, 0, head)


def _lines(path: Path, first: int, end: int | None = None) -> Iterator[bytes]:
    with path.open("rb") as file:
        file.seek(first)
        for raw in file:
            first += len(raw)
            if end is not None and first > end:
                return
            yield raw


def _begin(folder: Path, head: str, seq: int) -> list[tuple[Path, int]]:
    files = journal_files(folder)
    if head == GENESIS:
        return [(path, 0) for path in files]
    wanted = f'"hash":"{head}"'.encode("ascii")
    for place in range(len(files) - 1, -1, -1):
        data = files[place].read_bytes()
        at = data.rfind(wanted)
        if at >= 0:
            return [(files[place], data.index(b"\n", at) + 1), *((path, 0) for path in files[place + 1:])]
    raise Refused("package.journal_gap", f"the journal does not hold line {seq}, up to which packages were made: "
                  "make one of everything (--all), and tell the office why",
                  seq=seq)
