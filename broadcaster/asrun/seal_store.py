"""SQL of the filed copy of seals/: what was sealed once is known here, should the files be rolled back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, select, text
from sqlalchemy.dialects.sqlite import insert

from broadcaster.db.schema_log import seal
from broadcaster.protocol.verifier import Seal


class FiledSeal(NamedTuple):
    """A seal as it was filed."""

    day: str
    last_seq: int
    head: str
    sha256: str


def rows(c: Connection) -> list[FiledSeal]:
    """In the order in which they were made, whatever the clock said then."""
    columns = (seal.c.day, seal.c.last_seq, seal.c.head, seal.c.sha256)
    return [FiledSeal(*row) for row in c.execute(select(*columns).order_by(text("rowid")))]


def add(c: Connection, seals: Iterable[Seal]) -> None:
    """File them; a day that is filed already stays as it is."""
    made = [{"day": each.day, "first_seq": each.first_seq, "last_seq": each.last_seq, "head": each.head,
             "sha256": each.sha256, "made_at": each.made_at} for each in seals]
    if made:
        c.execute(insert(seal).on_conflict_do_nothing(), made)
