"""What of this home is somebody's: every text people wrote, every name the computer has. For the scrubber alone."""

from __future__ import annotations

import contextlib
import getpass
import platform
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import load_settings

_LONGEST = 300
_MOST_ROWS = 20_000
_PLAIN = re.compile(r"[a-z][a-z_.-]*|[0-9T:.+ -]*|[0-9a-f]{32,}", re.ASCII)
"""Words of the program, times and hashes: not somebody's."""


def known_texts(home: StationHome) -> Iterator[str]:
    """Texts of the database and the settings, names of user, computer and folders."""
    yield from _of_machine(home)
    yield from _of_settings(home)
    yield from _of_database(home)
    for name in ("inbox", "outbox", "recordings", "emergency"):
        with contextlib.suppress(OSError):
            yield from (path.stem for path in (home.root / name).rglob("*"))


def _of_machine(home: StationHome) -> Iterator[str]:
    yield platform.node()
    with contextlib.suppress(OSError, KeyError, ImportError):
        yield getpass.getuser()
    yield from (part for part in (*home.root.parts, *Path.home().parts) if part not in {"/", "home", "Users", "tmp"})


def _of_settings(home: StationHome) -> Iterator[str]:
    try:
        yield from _texts(asdict(load_settings(home)))
    except BroadcasterError:
        with contextlib.suppress(OSError):
            yield from re.findall(r'"([^"\n]*)"', home.settings.read_text(encoding="utf-8", errors="replace"))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if not _PLAIN.fullmatch(value):
            yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)


def _of_database(home: StationHome) -> Iterator[str]:
    """Every text column of every table, and each line of it: what people wrote may be quoted anywhere."""
    if not home.database.exists():
        return
    with contextlib.suppress(sqlite3.Error), \
            closing(sqlite3.connect(f"{home.database.as_uri()}?mode=ro", uri=True, timeout=3)) as connection:
        tables = [str(row[0]) for row in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")]
        for row in connection.execute("SELECT name FROM person"):
            yield from str(row[0]).split()  # also the given name alone
        for table in tables:
            if table == "journal_line" or "_fts" in table:
                continue  # what stands there stands in the other tables too
            with contextlib.suppress(sqlite3.Error):
                rows = connection.execute(f'SELECT * FROM "{table}" LIMIT {_MOST_ROWS}')  # noqa: S608 - our own names
                for row in rows:
                    for text in (value for value in row if isinstance(value, str) and not _PLAIN.fullmatch(value)):
                        yield from (line[:_LONGEST] for line in text.splitlines()[:40])
