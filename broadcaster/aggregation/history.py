"""What was made before: outbox/packages.jsonl, a line a package, beside the rows of table `delivery`.

The file outlives a database that is lost, the database a folder that was emptied; the newest word counts, and no
number is ever given twice. It also remembers how each day was last stated, so that a day that changed goes up again.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from broadcaster.aggregation.model import SUFFIX
from broadcaster.base.paths import unwritable
from broadcaster.protocol.verifier import GENESIS, canonical

_FILE = "packages.jsonl"
_NUMBER = re.compile(r"-([0-9]{6,9})" + re.escape(SUFFIX))


@dataclass(frozen=True)
class Made:
    """One package, as the next one needs to know it."""

    number: int = 0
    sha256: str = GENESIS
    """Of its manifest."""
    package: str = ""
    """File name."""
    made_at: str = ""
    last_seq: int = 0
    """Of the last journal line sent by then."""
    head: str = GENESIS
    sealed: int = 0
    """Last journal line under a seal sent by then."""
    days: dict[str, str] = field(default_factory=dict)
    """ISO day -> how its rows were stated."""
    audio: tuple[str, ...] = ()


@dataclass(frozen=True)
class History:
    """All of them."""

    newest: Made = Made()
    days: dict[str, str] = field(default_factory=dict)
    audio: frozenset[str] = frozenset()
    made: tuple[Made, ...] = ()


def read_history(outbox: Path) -> History:
    """What the file says; a last line cut short by a power failure is none. Raises Refused: disk.*."""
    try:
        made = tuple(_lines(outbox / _FILE))
    except OSError as error:
        raise unwritable(outbox / _FILE, error) from error
    days: dict[str, str] = {}
    audio: set[str] = set()
    for each in made:
        days |= each.days
        audio.update(each.audio)
    return History(max(made, key=lambda each: each.number, default=Made()), days, frozenset(audio), made)


def add_line(outbox: Path, made: Made) -> None:
    """Append, and on disk when it returns. Raises Refused: disk.*."""
    path = outbox / _FILE
    try:
        with path.open("ab+") as file:
            file.seek(0)
            torn = file.read().rpartition(b"\n")[2]
            file.write((b"\n" if torn else b"") + canonical(asdict(made)) + b"\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise unwritable(path, error) from error


def newest_file(outbox: Path) -> tuple[int, Path | None]:
    """The package with the highest number in the folder."""
    found = [(int(match[1]), path) for path in outbox.glob(f"*{SUFFIX}") if (match := _NUMBER.search(path.name))]
    return max(found, default=(0, None), key=lambda each: each[0])


def _lines(path: Path) -> Iterator[Made]:
    with contextlib.suppress(FileNotFoundError):
        for raw in path.read_bytes().split(b"\n"):
            with contextlib.suppress(ValueError, TypeError):
                body = json.loads(raw)
                yield Made(**{**body, "audio": tuple(body["audio"]), "days": dict(body["days"])})
