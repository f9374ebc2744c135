"""What time it is at least, by the journal: the latest a believable clock has written into it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from broadcaster.base.clock import at
from broadcaster.base.errors import BroadcasterError
from broadcaster.protocol.journal import Kind, journal_files, read_journal


def journal_time(folder: Path) -> datetime | None:
    """None without a journal.

    Lines written by a clock the player knew to lie do not count, nor does anything before an operator confirmed the
    clock: a moment in 2037 must not keep the station from publishing for years. The file's name counts when nothing
    in it can be read.
    """
    files = journal_files(folder)
    if not files:
        return None
    latest: datetime | None = None
    valid = True
    try:
        for line in read_journal(files[-1]):
            if line.kind is Kind.CLOCK and "valid" in line.data:
                valid = bool(line.data["valid"])
                latest = None if line.data.get("confirmed") else latest
            if valid:
                latest = max(latest or line.at, line.at)
    except (OSError, BroadcasterError):
        latest = None
    return latest or _named_day(files[-1])


def _named_day(path: Path) -> datetime | None:
    try:
        return at(date.fromisoformat(path.stem), 0)
    except ValueError:
        return None
