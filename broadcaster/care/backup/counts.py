"""How much a station home holds, read plainly from its files: for the manifest, the trial, and which is newer."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from broadcaster.care.backup.model import Counts
from broadcaster.protocol.journal import journal_files, read_journal

_COUNTED = {"carts": "cart", "letters": "directive", "people": "person", "airings": "airing"}


def counts_of(root: Path) -> Counts:
    """Of a home on disk; what cannot be read counts as nothing."""
    journal = next((line for path in reversed(journal_files(root / "asrun"))
                    for line in reversed(list(read_journal(path)))), None)
    ledger = b""
    with contextlib.suppress(OSError):
        ledger = (root / "approvals" / "ledger.jsonl").read_bytes()
    seq, head, at = (journal.seq, journal.hash, journal.at.isoformat()) if journal else (0, "", "")
    return counted(database_counts(root / "station.db"), (seq, head, at), ledger)


def counted(database: dict[str, Any], journal: tuple[int, str, str], ledger: bytes) -> Counts:
    """From what `database_counts` gave, the journal's last line, and the ledger's bytes."""
    seq, head, at = journal
    line = last_line(ledger)
    newest = max(str(database.pop("newest_at", "")), at)
    return Counts(**database, journal_seq=seq, journal_head=head, ledger_seq=int(line.get("seq", 0)),
                  ledger_head=str(line.get("hash", "")), newest_at=newest)


def last_line(raw: bytes) -> dict[str, Any]:
    """The last whole line that is an object; empty: there is none."""
    for line in reversed(raw[:raw.rfind(b"\n") + 1].split(b"\n")[-50:]):
        with contextlib.suppress(ValueError, RecursionError):
            body = json.loads(line)
            if isinstance(body, dict):
                return body
    return {}


def database_counts(path: Path) -> dict[str, Any]:
    """Rows, and the newest act on the trail; nothing where the database cannot be read."""
    found: dict[str, Any] = {}
    with contextlib.suppress(sqlite3.Error), closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as base:
        for word, table in _COUNTED.items():
            found[word] = int(base.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - our own words
        row = base.execute("SELECT id, hash, at FROM audit ORDER BY id DESC LIMIT 1").fetchone()
        if row:
            found |= {"trail_seq": int(row[0]), "trail_head": str(row[1]), "newest_at": str(row[2])}
    return found
