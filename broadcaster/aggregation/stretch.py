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
    faults: tuple[str, ...]
    journal: JournalCheck


def lines_after(folder: Path, head: str, seq: int, until: str) -> Stretch:
    """Lines after the one with hash `head` and number `seq`, in files up to ISO day `until`.

    It ends with the last line that can be believed: a damaged tail waits for what follows it. Raises
    Refused("package.journal_gap") if the journal does not hold the line to go on from.
    """
    try:
        return _lines_after(folder, head, seq, until)
    except OSError as error:
        raise unwritable(folder, error) from error


def _lines_after(folder: Path, head: str, seq: int, until: str) -> Stretch:
    check = JournalCheck(head, seq)
    parts: list[Part] = []
    kept = (0, seq, head, 0)  # parts, number, hash and faults up to the last whole line
    for path, first in _begin(folder, head, seq):
        if path.stem > until:
            break
        end = first
        lines = _Lines(path, first)
        for digest, number, _ in check.follow(path.name, lines):
            end = first + lines.read
            kept = len(parts) + 1, number, digest, len(check.faults)
        parts.append(Part(path, first, end if end > first else first + lines.read))
    count, last, newest, faults = kept
    parts = parts[:count]
    if not parts:
        return Stretch((), 0, 0, head, (), JournalCheck(head, seq))
    return Stretch(tuple(parts), seq + 1, last, newest, tuple(check.faults[:faults]), check)


class _Lines:
    """The lines of a file from a place on, with how much was read."""

    def __init__(self, path: Path, first: int) -> None:
        self._path, self._first = path, first
        self.read = 0

    def __iter__(self) -> Iterator[bytes]:
        with self._path.open("rb") as file:
            file.seek(self._first)
            for raw in file:
                self.read += len(raw)
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
    raise Refused("package.journal_gap", f"the journal does not hold line {seq}, up to which packages were made",
                  seq=seq)
