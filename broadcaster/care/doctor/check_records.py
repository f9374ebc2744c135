"""What the station has written down: settings, key, database, approvals, journal, sounds."""

from __future__ import annotations

import random
import sqlite3
import stat
import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import islice, takewhile

from broadcaster.base.errors import BroadcasterError, NewerFormat
from broadcaster.base.paths import sha256_of
from broadcaster.base.settings import load_settings
from broadcaster.care.doctor.model import Case, Finding, Remedy, doubt, wrong
from broadcaster.db.migrate import HEAD, current_revision
from broadcaster.protocol.journal import journal_files
from broadcaster.protocol.ledger import LedgerBook
from broadcaster.protocol.seal import read_key
from broadcaster.protocol.verifier import verify

SAMPLE, SAMPLE_BYTES = 12, 200_000_000
_JOURNAL_DAYS = 3
_MOST_FAULTS = 50
_IN_USE = "SELECT DISTINCT cut_sha256, title FROM cart WHERE state NOT IN ('withdrawn', 'archived', 'superseded')"


def settings(case: Case) -> Iterator[Finding]:
    """station.toml can be read."""
    try:
        load_settings(case.home)
    except BroadcasterError as error:
        yield wrong("settings_broken", f"the settings cannot be read: {error.text}", "settings", detail=error.text)


def key(case: Case) -> Iterator[Finding]:
    """The station key is there and nobody else's to read."""
    if not case.home.key.exists():
        if case.home.database.exists():
            yield wrong("key_missing", "the station key is gone: nothing that was approved may air", "care", "backup")
        return
    try:
        read_key(case.home)
    except BroadcasterError as error:
        yield wrong("key_broken", error.text, "care", "backup")
        return
    if sys.platform == "win32":
        return
    secret = [path for path in (case.home.key, case.home.signing_key, case.home.secrets) if path.exists()
              and stat.S_IMODE(path.stat().st_mode) & 0o077]
    if secret:
        names = ", ".join(path.name for path in secret)
        yield doubt("key_open", f"others on this computer may read {names}", remedy=Remedy.RIGHTS, names=names)


def database(case: Case) -> Iterator[Finding]:
    """The database is whole and of a form this program knows."""
    path = case.home.database
    if not path.exists():
        if any(path.parent.glob("rundowns/*.json")) or journal_files(case.home.asrun):
            yield wrong("database_missing", "the database is gone, though the station has run", "care", "backup")
        return
    try:
        found = current_revision(path)
        if found > HEAD:
            raise NewerFormat("station.db", found, HEAD)
        problems = _integrity(case)
    except NewerFormat as error:
        yield wrong("database_newer", error.text, "care", "updates", found=error.facts["found"])
    except BroadcasterError as error:
        if error.code != "disk.full":
            yield wrong("database_broken", f"the database is damaged: {error.text}", "care", "backup",
                        detail=error.text)
    except sqlite3.OperationalError as error:  # held by another, or no room: told elsewhere
        if not case.cancelled() and not any(word in str(error) for word in ("locked", "full")):
            yield wrong("database_broken", f"the database cannot be read: {error}", "care", "backup",
                        detail=str(error))
    except sqlite3.DatabaseError as error:
        yield wrong("database_broken", f"the database is damaged: {error}", "care", "backup", detail=str(error))
    else:
        if problems:
            yield wrong("database_broken", f"the database is damaged: {problems[0]}", "care", "backup",
                        detail=problems[0])


def approvals(case: Case) -> Iterator[Finding]:
    """The ledger the player goes by holds together."""
    try:
        ledger = LedgerBook(case.home, read_key(case.home)).read()
    except BroadcasterError:
        return  # told by the look at the key
    if ledger.fault:
        yield wrong("ledger_broken", f"the ledger of approvals is damaged ({ledger.fault}): only emergencies air",
                    "approvals", detail=ledger.fault)
    elif not ledger.there and _count(case, "SELECT count(*) FROM approval"):
        yield wrong("ledger_broken", "the ledger of approvals is gone: only emergencies air", "approvals",
                    detail="missing")


def journal(case: Case) -> Iterator[Finding]:
    """What aired is written down without a gap or a change."""
    files = journal_files(case.home.asrun)
    chosen = files if case.deep else files[-_JOURNAL_DAYS:]
    try:
        faults = list(islice(takewhile(lambda _: not case.cancelled(), verify(chosen)), _MOST_FAULTS))
    except OSError as error:
        yield wrong("journal_unreadable", f"the journal cannot be read: {error.strerror}", "log",
                    detail=error.strerror or "")
        return
    # A last line without its end is being written, or was when the power failed: the player mends that itself.
    faults = [fault for fault in faults if not (fault.problem == "torn" and fault is faults[-1])]
    if faults:
        yield wrong("journal_faults", f"{len(faults)} faults in the airing journal, the first in {faults[0].file}",
                    "log", count=len(faults), day=faults[0].file[:10])


def sounds(case: Case) -> Iterator[Finding]:
    """Every sound in use is there; a sample of them (or all) is what it was."""
    rows = _rows(case, _IN_USE)
    missing = [title for sha256, title in rows if not case.home.audio(sha256).exists()]
    if missing:
        yield wrong("sounds_missing", f"{len(missing)} sounds are gone: {', '.join(missing[:2])}", "library",
                    count=len(missing), titles=", ".join(missing[:2]))
    there = [row for row in rows if case.home.audio(row[0]).exists()]
    altered = [title for sha256, title in _chosen(case, there) if not case.cancelled() and not _same(case, sha256)]
    if altered:
        yield wrong("sounds_altered", f"{len(altered)} sounds were altered or damaged: {', '.join(altered[:2])}",
                    "library", count=len(altered), titles=", ".join(altered[:2]))


def _chosen(case: Case, rows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Others each time, so that in the end all have been read."""
    if case.deep:
        return rows
    picked = random.Random(case.now.timestamp()).sample(rows, min(SAMPLE, len(rows)))  # noqa: S311 - no secret
    room, chosen = SAMPLE_BYTES, []
    for row in picked:
        room -= case.home.audio(row[0]).stat().st_size
        if room >= 0:
            chosen.append(row)
    return chosen


def _same(case: Case, sha256: str) -> bool:
    try:
        return sha256_of(case.home.audio(sha256)) == sha256
    except OSError:
        return False


def _integrity(case: Case) -> list[str]:
    with closing(_open(case)) as connection:
        pragma = "integrity_check" if case.deep else "quick_check"
        connection.set_progress_handler(lambda: int(case.cancelled()), 100_000)
        told = [str(row[0]) for row in connection.execute(f"PRAGMA {pragma}(5)")]
    return [line for line in told if line != "ok"]


def _rows(case: Case, query: str) -> list[tuple[str, str]]:
    try:
        with closing(_open(case)) as connection:
            return [(str(one), str(other)) for one, other in connection.execute(query)]
    except sqlite3.Error:
        return []  # told by the look at the database


def _count(case: Case, query: str) -> int:
    try:
        with closing(_open(case)) as connection:
            return int(connection.execute(query).fetchone()[0])
    except sqlite3.Error:
        return 0


def _open(case: Case) -> sqlite3.Connection:
    if not case.home.database.exists():
        raise sqlite3.OperationalError("no database")
    return sqlite3.connect(f"{case.home.database.as_uri()}?mode=ro", uri=True, timeout=3)
