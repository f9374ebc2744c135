"""The file for whoever helps: what the program is, what ails it, the ends of its logs; nothing personal, nothing sent.

A zip of plain texts. Every line but the program's own figures goes through the scrubber.
"""

from __future__ import annotations

import io
import json
import os
import platform
import sqlite3
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import asdict
from importlib import metadata
from pathlib import Path
from typing import Any

from broadcaster import __version__
from broadcaster.base import crashes, room
from broadcaster.base.clock import Clock, SystemClock
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.base.program import built, folder
from broadcaster.base.settings import Settings, load_settings
from broadcaster.care.doctor.known import known_texts
from broadcaster.care.doctor.model import Examination
from broadcaster.care.doctor.probes import load, memory
from broadcaster.care.doctor.scrub import Scrubber
from broadcaster.protocol.journal import journal_files

TAIL_BYTES = 60_000
"""Of each log."""
_MOST_CRASHES = 10
_PACKAGES = ("PySide6-Essentials", "SQLAlchemy", "APScheduler", "sounddevice", "av", "numpy", "pyttsx3", "pypdfium2")
_KEPT_SETTINGS = {"hours.quiet_from", "hours.quiet_to", "hours.profile", "speech.voice", "upward.every", "office.role",
                  "backup.at"}
"""Texts of station.toml that say nothing of anybody; numbers and yes/no are kept anyway."""
_EXPLAINED = """This file was made by Đài Xã for whoever helps the station. It was not sent anywhere.
Taken out: names, titles, places, telephone numbers, addresses, passwords and all words the program does not use
itself ("[known …]" stands for the same text wherever it is the same). Please look through it before you pass it on.
"""


def write_report(home: StationHome, target: Path, found: Examination, clock: Clock | None = None) -> Path:
    """Write it whole or not at all. Raises Refused: disk.*."""
    clock = clock or SystemClock()
    scrubber = Scrubber(known_texts(home))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _parts(home, found, clock, scrubber):
            archive.writestr(name, text)
    write_atomic(target, packed.getvalue())
    return target


def _parts(home: StationHome, found: Examination, clock: Clock, scrubber: Scrubber) -> Iterator[tuple[str, str]]:
    yield "read-me.txt", _EXPLAINED
    yield "system.txt", "\n".join(_system(home, clock))
    yield "check-up.txt", "\n".join(_findings(found, scrubber))
    yield "settings.txt", "\n".join(_settings(home))
    yield "station.txt", "\n".join(_counts(home))
    yield "ends.txt", "\n\n".join(_ends(home, scrubber))
    for path in _logs(home):
        yield f"logs/{path.name}.txt", scrubber.text(_tail(path))


def _system(home: StationHome, clock: Clock) -> Iterator[str]:
    yield f"version {__version__}, {'built' if built() else 'from sources'}"
    yield from _build_facts()
    yield f"written {clock.now():%Y-%m-%d %H:%M:%S}"
    yield f"{platform.system()} {platform.release()} {platform.machine()}, Python {platform.python_version()}"
    yield f"SQLite {sqlite3.sqlite_version}, {os.cpu_count()} cores, load {load():.2f} a core"
    found = memory()
    if found is not None:
        yield f"memory {found.total // 1_000_000} MB, {found.available // 1_000_000} MB available"
    with suppress(OSError):
        yield f"disk {room.free_bytes(home.root) // 1_000_000} MB free"
    for name in _PACKAGES:
        with suppress(metadata.PackageNotFoundError):
            yield f"{name} {metadata.version(name)}"


def _build_facts() -> Iterator[str]:
    """What the built program says of itself, without its list of files."""
    if not built():
        return
    with suppress(OSError, ValueError, AttributeError):
        body = json.loads((folder() / "build.json").read_bytes())
        yield from (f"build {name}: {value}" for name, value in body.items() if isinstance(value, str | int))


def _findings(found: Examination, scrubber: Scrubber) -> Iterator[str]:
    yield f"{found.lamp}: {len(found.looked)} looks in {found.seconds:.1f} s: {', '.join(found.looked)}"
    for finding in found.findings:
        facts = {name: value if isinstance(value, int | float) else scrubber.line(str(value))
                 for name, value in finding.facts.items()}
        yield f"{finding.severity} {finding.code} {json.dumps(facts, ensure_ascii=False)}"


def _settings(home: StationHome) -> Iterator[str]:
    try:
        settings = load_settings(home)
    except BroadcasterError as error:
        yield f"station.toml cannot be read: {error.code}"
        settings = Settings()
    table = asdict(settings)
    yield f"zones: {len(table.pop('zones'))}"
    for section, values in table.items():
        for name, value in values.items():
            yield f"{section}.{name} = {_shown(f'{section}.{name}', value)}"


def _shown(name: str, value: Any) -> str:
    if not isinstance(value, str) or name in _KEPT_SETTINGS:
        plain = str(value)
        return plain if plain.isascii() and all(letter.isalnum() or letter in ":.-_" for letter in plain) else "set"
    if name == "audio.device":
        return "default" if not value else "null" if value == "null" else "chosen"
    return "set" if value else "empty"


def _counts(home: StationHome) -> Iterator[str]:
    """How large everything is."""
    yield f"journal: {len(journal_files(home.asrun))} days"
    yield f"rundowns: {len(list(home.rundowns.glob('*.json')))}"
    with suppress(sqlite3.Error), \
            closing(sqlite3.connect(f"{home.database.as_uri()}?mode=ro", uri=True, timeout=3)) as connection:
        yield f"database: {home.database.stat().st_size // 1000} KB"
        for (table,) in list(connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")):
            with suppress(sqlite3.Error):
                count = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]  # noqa: S608 - our names
                yield f"{table}: {count}"


def _ends(home: StationHome, scrubber: Scrubber) -> Iterator[str]:
    """What ended by itself, the newest first."""
    for crash in crashes.crashes(home)[:_MOST_CRASHES]:
        yield f"{crash.at:%Y-%m-%d %H:%M:%S} {scrubber.line(crash.process)} {scrubber.line(crash.kind)}, " \
              f"version {scrubber.line(crash.version)}\n{scrubber.text(crash.trace)}"


def _logs(home: StationHome) -> list[Path]:
    """The current log of each process, and what it said on stderr; known names only."""
    suffixes = (".log", ".stderr", ".crash")
    names = [f"{process}{suffix}" for process in ("window", "keeper", "air") for suffix in suffixes]
    return [home.logs / name for name in names if (home.logs / name).is_file()]


def _tail(path: Path) -> str:
    try:
        with path.open("rb") as file:
            file.seek(0, os.SEEK_END)
            file.seek(max(0, file.tell() - TAIL_BYTES))
            return file.read().decode("utf-8", "replace")
    except OSError as error:
        return f"cannot be read: {type(error).__name__}"


if sys.platform == "win32":
    _EXPLAINED = _EXPLAINED.replace("\n", "\r\n")
