"""What a backup is: the files of a station at one moment, cut into pieces that are stored once (docs/formats.md)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from broadcaster.base.errors import Refused

FORMAT = 1
FOLDER = "dai-xa-sao-luu"
"""Below the place a person chose; nothing outside of it is ever touched."""
_NAME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{6}")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Windows knows these in any folder."""
OBJECT_BYTES = 4 << 20
"""Of one object at most; a file that is larger has several."""
PIECE_BYTES = 64 << 10
"""Of files that change: what stayed the same between two nights is found in steps of this size."""

Told = Callable[[int, int, str], None]
"""(bytes done, bytes in all, file); may raise to call the work off."""


def nobody(done: int, total: int, text: str) -> None:
    """For whoever does not ask."""


@dataclass(frozen=True)
class Part:
    """A stretch of an object that is a stretch of a file."""

    object: str
    offset: int
    length: int
    sha256: str


@dataclass(frozen=True)
class Entry:
    """One file of the station."""

    path: str
    """Relative, with "/"."""
    mode: int
    bytes: int
    sha256: str
    mtime_ns: int
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class FileList:
    """Everything a backup holds, and how large each object is that it needs."""

    files: tuple[Entry, ...] = ()
    objects: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Counts:
    """What a copy must show again when it is opened; also says which of two copies is the newer one."""

    carts: int = 0
    letters: int = 0
    people: int = 0
    airings: int = 0
    trail_seq: int = 0
    trail_head: str = ""
    journal_seq: int = 0
    journal_head: str = ""
    ledger_seq: int = 0
    ledger_head: str = ""
    newest_at: str = ""
    """Of the last act on the trail, or the last journal line."""


@dataclass(frozen=True)
class Wrap:
    """The data key, locked with the recovery phrase (scrypt, AES-256-GCM); all in hex."""

    salt: str
    n: int
    locked: str


@dataclass(frozen=True)
class Backup:
    """A manifest, as it was written when all it names was on disk."""

    name: str
    """YYYY-MM-DDTHHMMSS on the station's clock."""
    station: str
    station_name: str
    made_at: str
    program: str
    revision: str
    files: int
    bytes: int
    new_bytes: int
    """Written for this one; the rest was there."""
    list_object: str
    list_sha256: str
    list_bytes: int
    counts: Counts
    key: str
    """Public half of the key it is signed with."""
    wrap: Wrap | None = None
    small: bool = False
    """Much smaller than the one before: nothing older is let go for it until a person has looked."""
    left_out: tuple[str, ...] = ()
    """Files with names no other machine could take."""

    @property
    def day(self) -> date:
        return date.fromisoformat(self.name[:10])

    @property
    def encrypted(self) -> bool:
        return self.wrap is not None


@dataclass(frozen=True)
class Drill:
    """What came of trying a backup."""

    at: str
    full: bool
    """Every byte was read back; otherwise all but sounds that an earlier trial had read."""
    problems: tuple[str, ...] = ()
    """"code: detail"; empty: the copy opened, held together, counted right and planned a day."""
    notes: tuple[str, ...] = ()
    seconds: float = 0.0
    bytes: int = 0

    @property
    def good(self) -> bool:
        return not self.problems


def to_keep(names: Sequence[str], days: int, weeks: int) -> set[str]:
    """The last backup of each of the newest `days` days, and of each of the newest `weeks` weeks before them."""
    by_day: dict[date, str] = {}
    for name in sorted(names):
        by_day[date.fromisoformat(name[:10])] = name
    newest = sorted(by_day, reverse=True)
    kept = {by_day[day] for day in newest[:days]}
    by_week: dict[tuple[int, int], str] = {}
    for day in newest[days:]:
        by_week.setdefault(day.isocalendar()[:2], by_day[day])
    return kept | {by_week[week] for week in sorted(by_week, reverse=True)[:weeks]}


def much_smaller(now: Counts, bytes_now: int, before: Backup) -> bool:
    """Whether something was lost at the station itself, so that this backup must not push out the good ones."""
    pairs = [(bytes_now, before.bytes), (now.carts, before.counts.carts), (now.airings, before.counts.airings),
             (now.journal_seq, before.counts.journal_seq), (now.letters, before.counts.letters)]
    return any(small * 2 < large and large > 4 for small, large in pairs)


def newer_in(present: Counts, backup: Counts) -> tuple[str, ...]:
    """What the present station holds that the backup does not: journal, ledger, airings, trail."""
    found = []
    for word, ours, theirs in (
            ("journal", (present.journal_seq, present.journal_head), (backup.journal_seq, backup.journal_head)),
            ("ledger", (present.ledger_seq, present.ledger_head), (backup.ledger_seq, backup.ledger_head)),
            ("trail", (present.trail_seq, present.trail_head), (backup.trail_seq, backup.trail_head))):
        if ours[0] > theirs[0] or (ours[0] == theirs[0] and ours[1] != theirs[1]):
            found.append(word)
    return tuple([*found, *(["airings"] if present.airings > backup.airings else [])])


def check_paths(files: Sequence[Entry]) -> None:
    """A list may come from anybody's stick. Raises Refused("backup.list_bad")."""
    seen: set[str] = set()
    folders: set[str] = set()
    for entry in files:
        folded = entry.path.casefold()
        parents = {folded[:place] for place, letter in enumerate(folded) if letter == "/"}
        if not is_safe(entry.path) or folded in seen | folders or parents & seen:
            raise Refused("backup.list_bad", f"the backup names a file no station has: {entry.path[:80]!r}",
                          path=entry.path[:80])
        seen.add(folded)
        folders |= parents


def is_safe(path: str) -> bool:
    """Whether a name means a file below the station's folder, on every system."""
    words = path.split("/")
    return (0 < len(path) <= 400 and len(words) <= 20 and path.isprintable()
            and not any(letter in path for letter in '\\:*?"<>|')
            and all(word not in {"", ".", ".."} and len(word.encode("utf-8", "replace")) <= 240
                    and word == word.rstrip(". ") and not _DEVICE.fullmatch(word) for word in words))


def is_name(text: str) -> bool:
    """Whether a backup may be called that; a file beside them may bear any name."""
    try:
        return _NAME.fullmatch(text) is not None and date.fromisoformat(text[:10]).year > 0
    except ValueError:
        return False


def refused(text: str, **facts: Any) -> Refused:
    """A backup that does not hold what it says."""
    return Refused("backup.damaged", text, **facts)


def stamp(moment: datetime) -> str:
    """The name of a backup made now."""
    return f"{moment:%Y-%m-%dT%H%M%S}"
