"""Letters that name each other: one key for numbers however they are typed, and the links both ways."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from broadcaster.base.vietnamese import nfc
from broadcaster.db.schema import directive, directive_citation
from broadcaster.directives.model import Citation, Field

ROLES = ("based_on", "also_cited")


@dataclass(frozen=True)
class _Letter:
    """As much of a registered letter as tells whether it can be the one meant."""

    id: str
    number: str
    issued: str


def number_key(number: str) -> str:
    """Capitals without blanks: "1349 / STTTT-BCXBTT" and "1349/stttt-bcxbtt" are one letter. Đ is not D here."""
    return "".join(nfc(number).replace("–", "-").split()).upper()


def named(fields: dict[str, Field]) -> list[tuple[str, str, str]]:
    """(key, number as printed, role) of each letter that these fields name, each once, without its own number."""
    own = fields["number"].value if "number" in fields else None
    seen, found = {number_key(str(own or "")), ""}, []
    for role in ROLES:
        for number in (fields[role].value if role in fields else None) or ():
            key = number_key(str(number))
            if key not in seen:
                seen.add(key)
                found.append((key, str(number), role))
    return found


def save(c: Connection, directive_id: str, fields: dict[str, Field]) -> None:
    """Keep what the letter names now, in place of what it named before."""
    c.execute(delete(directive_citation).where(directive_citation.c.directive_id == directive_id))
    for key, number, role in named(fields):
        c.execute(insert(directive_citation).values(directive_id=directive_id, number_key=key, number=number,
                                                    role=role))


def links(c: Connection, directive_id: str) -> list[Citation]:
    """The letters this one names, then those that name it; registered or not."""
    own = c.execute(select(directive.c.id, directive.c.number, directive.c.issued_date, directive.c.number_key)
                    .where(directive.c.id == directive_id)).one()
    rows = c.execute(select(directive_citation).where(directive_citation.c.directive_id == directive_id)).all()
    known = _registered(c, {row.number_key for row in rows})
    order = sorted(rows, key=lambda row: ROLES.index(row.role))
    found = [Citation(row.number, row.role, _meant(known.get(row.number_key, []), own.issued_date, directive_id))
             for row in order]
    return found + (_cited_by(c, _Letter(own.id, own.number, own.issued_date), own.number_key) if own.number_key
                    else [])


def _cited_by(c: Connection, letter: _Letter, key: str) -> list[Citation]:
    rows = c.execute(
        select(directive.c.id, directive.c.number, directive.c.issued_date, directive.c.file_name)
        .join(directive_citation, directive_citation.c.directive_id == directive.c.id)
        .where(directive_citation.c.number_key == key, directive.c.id != letter.id)
        .order_by(directive.c.issued_date, directive.c.received_at)).all()
    same = _registered(c, {key}).get(key, [])
    return [Citation(row.number or row.file_name, "cited_by", row.id) for row in rows
            if _meant(same, row.issued_date, row.id) == letter.id]


def _registered(c: Connection, keys: Iterable[str]) -> dict[str, list[_Letter]]:
    found: dict[str, list[_Letter]] = {}
    for key in keys:
        rows = c.execute(select(directive.c.id, directive.c.number, directive.c.issued_date)
                         .where(directive.c.number_key == key)).all()
        found[key] = [_Letter(row.id, row.number, row.issued_date) for row in rows]
    return found


def _meant(candidates: list[_Letter], issued: str, citing: str) -> str:
    """Numbers begin anew each year: the newest letter that is not younger than the one that names it; "" if none."""
    fitting = [item for item in candidates
               if item.id != citing and (not issued or not item.issued or item.issued <= issued)]
    return max(fitting, key=lambda item: (item.issued, item.id)).id if fitting else ""
