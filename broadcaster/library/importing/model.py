"""Bringing many files in: what is wished, what was found, how far it is, what became of each. No I/O."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from broadcaster.library.model import CartKind

WATCHER = "Thư mục theo dõi"
"""Who brought in what came out of the watched folder; stands in the audit trail."""


class FileState(StrEnum):
    """What became of one file of a run."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    WARNING = "warning"
    """Taken, but worth a second look."""
    KNOWN = "known"
    """The same sound was here already."""
    REFUSED = "refused"


@dataclass(frozen=True)
class Wish:
    """What the new items shall be."""

    kind: CartKind = CartKind.MESSAGE
    origin: str = "superior"
    category: str = ""
    directive_id: str = ""
    title: str = ""
    """Of every new item; empty: the title in the file, else its name."""


@dataclass(frozen=True)
class FoundFile:
    """A file as it was seen."""

    path: Path
    size: int
    modified: int
    """Time of change, ns."""


@dataclass(frozen=True)
class Found:
    """The sound files behind what was chosen."""

    files: tuple[FoundFile, ...]
    left_out: int = 0
    """More than a run takes."""
    unreadable: tuple[str, ...] = ()
    """Folders that could not be looked into."""

    @property
    def paths(self) -> list[Path]:
        return [file.path for file in self.files]

    @property
    def bytes(self) -> int:
        return sum(file.size for file in self.files)


@dataclass(frozen=True)
class ImportFile:
    """One file of a run and its verdict."""

    number: int
    path: Path
    name: str
    """As it can be shown."""
    size: int
    state: FileState
    cart_id: str = ""
    verdict: Mapping[str, object] = field(default_factory=dict)
    """Refused: code, text (English), facts. Known: title. Taken: title, seconds, warnings."""


@dataclass(frozen=True)
class ImportRun:
    """One order to bring files in."""

    id: str
    started_at: str
    by: str
    wish: Wish
    state: str
    """running (or interrupted) | done | cancelled."""
    files: int
    waiting: int


@dataclass(frozen=True)
class Progress:
    """How far a run is."""

    files_done: int
    files: int
    bytes_done: int
    bytes: int
    seconds_left: float | None
    """Smoothed; None while it cannot be told."""
    names: tuple[str, ...]
    """What is being worked on now."""

    @property
    def share(self) -> float:
        """0 to 1."""
        return self.bytes_done / self.bytes if self.bytes else self.files_done / max(1, self.files)
