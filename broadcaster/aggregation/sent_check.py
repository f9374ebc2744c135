"""Whether the journal still says what went up in packages: a log that was cut off or written anew does not."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from broadcaster.aggregation.history import read_history
from broadcaster.db.engine import Database
from broadcaster.db.schema import journal_line
from broadcaster.protocol.verifier import Fault


def sent_faults(database: Database, outbox: Path) -> list[Fault]:
    """The first package that contradicts the filed journal, if one does. Raises Refused: disk.*.

    That the filed journal is that of the files is for SealService.verify.
    """
    for made in read_history(outbox).made:
        if not made.last_seq:
            continue
        with database.read() as c:
            found = c.scalar(select(journal_line.c.hash).where(journal_line.c.seq == made.last_seq))
            newest = c.scalar(select(journal_line.c.seq).order_by(journal_line.c.seq.desc()).limit(1)) or 0
        if newest < made.last_seq:
            return [Fault(made.package, 0, "sent_missing", str(made.last_seq))]
        if found is not None and found != made.head:
            return [Fault(made.package, 0, "fork", str(made.last_seq))]
    return []
