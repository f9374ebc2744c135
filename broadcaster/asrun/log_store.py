"""SQL of the log as a file: only the columns a row of it needs, as they lie in the database, a thousand at a time.

A file may have a million rows: an Airing with its fifty fields for each would take ten times as long as writing it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Integer, String, case, cast, func, null, select, type_coerce

from broadcaster.asrun.correction_store import newest
from broadcaster.asrun.model import AiringQuery
from broadcaster.asrun.store import ORDER, asked_for, with_newest
from broadcaster.db.schema import airing as of
from broadcaster.db.schema import correction as corrections

_PIECE = 2_000


FACTS = ("kind", "origin", "language", "zones", "outcome", "reason", "note", "by_zone", "voice", "is_relay",
         "ordered_by", "confirmed", "recording", "approver", "second_approver", "self_approved")
"""What is the same in very many rows: it comes as one JSON text, to be put into words once."""
TOLD = ("told_outcome", "told_reason", "told_note", "told_by", "told_at")


class LogRow(NamedTuple):
    """One airing as it is stored; lists and flags as the database keeps them."""

    day: str
    session_name: str
    started_at: str
    ended_at: str
    title: str
    directive_number: str
    aired_frames: int
    verification: str
    percent: int | None
    """How sure the verification is."""
    approved_at: str
    facts: str
    """JSON list of FACTS."""
    told: str | None
    """JSON list of TOLD, the newest correction; None without one."""


def select_log(c: Connection, query: AiringQuery) -> Iterator[Sequence[tuple[Any, ...]]]:
    """The rows `query` asks for, by planned start, in pieces; each a tuple in the order of LogRow."""
    told = newest(query)
    plain = [getattr(of.c, name) for name in LogRow._fields if name in of.c]
    percent = cast(of.c.score * 100 + 0.5, Integer)
    facts = func.json_array(*(type_coerce(getattr(of.c, name), String) for name in FACTS))
    # Where nothing was ever corrected, not even asking is a tenth faster.
    some = c.scalar(select(corrections.c.id).limit(1)) is not None
    correction = case((told.c.correction_id.is_not(None), func.json_array(*(told.c[name] for name in TOLD)))) \
        if some else null().label("told")
    columns = [*plain[:8], percent, *plain[8:], facts, correction]
    rows = with_newest(select(*columns), told) if some or query.outcomes else select(*columns)
    statement = asked_for(c, rows, query, told).order_by(*ORDER)
    # The driver's own rows: a tenth of the time of the library's, whose types a file does not need.
    made = statement.compile(c.engine, compile_kwargs={"render_postcompile": True})
    cursor = c.connection.cursor()
    try:
        cursor.execute(str(made), tuple(made.params[name] for name in made.positiontup or ()))
        while piece := cursor.fetchmany(_PIECE):
            yield piece
    finally:
        cursor.close()
