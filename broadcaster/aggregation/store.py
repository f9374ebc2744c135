"""The SQL of packages: what there is to send, and the rows of what was made."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert

from broadcaster.asrun.model import Correction, Outcome, Signature
from broadcaster.db.schema import airing, correction, delivery, directive, signature

QUEUED = "queued"
_MOST = 500
"""Of the variables of one query."""


@dataclass(frozen=True)
class LetterRow:
    """What goes up of a registered letter: nothing of its text."""

    id: str
    number: str
    issuer: str
    subject: str
    issued_date: str
    urgency: str
    report_due: str
    reported_at: str


def newest(c: Connection) -> tuple[int, str, str]:
    """Number, manifest's sha256 and file name of the newest package; (0, "", "") before the first."""
    row = c.execute(select(delivery.c.number, delivery.c.sha256, delivery.c.package)
                    .order_by(delivery.c.number.desc()).limit(1)).first()
    return (int(row[0]), str(row[1]), str(row[2])) if row else (0, "", "")


def numbers(c: Connection) -> set[int]:
    return set(c.scalars(select(delivery.c.number)))


def add(c: Connection, **values: Any) -> None:
    """A package to go up; one that stands there already is left as it is."""
    c.execute(insert(delivery).values(state=QUEUED, **values).on_conflict_do_nothing())


def days(c: Connection, first: str, last: str) -> list[str]:
    """ISO days from `first` to `last` that have airings, in order."""
    return list(c.scalars(select(airing.c.day).distinct().where(airing.c.day >= first, airing.c.day <= last)
                          .order_by(airing.c.day)))


def said_since(c: Connection, moment: str) -> set[str]:
    """ISO days of which a person said something at or after an ISO time."""
    return set(c.scalars(select(correction.c.day).distinct().where(correction.c.at >= moment)))


def corrections(c: Connection, day: str) -> list[Correction]:
    """Of one ISO day, oldest first."""
    rows = c.execute(select(correction).where(correction.c.day == day).order_by(correction.c.at, correction.c.id))
    return [Correction(row.id, row.airing_id, row.day, Outcome(row.outcome) if row.outcome else None, row.reason,
                       row.note, row.by, row.at) for row in rows]


def signatures(c: Connection, of_days: Sequence[str], since: str) -> Iterator[Signature]:
    """Under any of these ISO days, and those given at or after an ISO time; oldest first."""
    first, last = (of_days[0], of_days[-1]) if of_days else ("9", "0")
    touching = (signature.c.last_day >= first) & (signature.c.first_day <= last)
    for row in c.execute(select(signature).where(touching | (signature.c.at >= since))
                         .order_by(signature.c.at, signature.c.id)):
        yield Signature(**row._mapping)


def letters(c: Connection, ids: Collection[str]) -> list[LetterRow]:
    """By id."""
    found: list[LetterRow] = []
    known, table = sorted(ids), directive.c
    symbol = func.json_extract(table.fields, "$.symbol.value")
    for start in range(0, len(known), _MOST):
        rows = c.execute(select(table.id, table.number, symbol, table.issuer, table.subject, table.issued_date,
                                table.urgency, table.report_due, table.reported_at)
                         .where(table.id.in_(known[start:start + _MOST])).order_by(table.id))
        found += [LetterRow(row[0], row[1] or (f"…/{row[2]}" if row[2] else ""), *row[3:]) for row in rows]
    return found


def letters_named(c: Connection, pattern: str) -> dict[str, str]:
    """Letter id -> what stands for {} in its file's name."""
    before, _, behind = pattern.partition("{}")
    rows = c.execute(select(directive.c.id, directive.c.file_name).where(
        directive.c.file_name.startswith(before, autoescape=True),
        directive.c.file_name.endswith(behind, autoescape=True)))
    return {row[0]: row[1].removeprefix(before).removesuffix(behind) for row in rows}
