"""SQL of the register of letters."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, or_, select, update

from broadcaster.base.clock import format_time, parse_time
from broadcaster.db import item_words, search, trail
from broadcaster.db.schema import directive, directive_attachment, directive_point
from broadcaster.directives import citations
from broadcaster.directives.model import Directive, Field, Point

KIND = "directive"


def add(c: Connection, letter: Directive, text_sha256: str) -> None:
    """Store a letter with its points and make it findable."""
    c.execute(insert(directive).values(
        id=letter.id, sha256=letter.sha256, suffix=letter.suffix, file_name=letter.file_name, text=letter.text,
        text_sha256=text_sha256, received_at=format_time(letter.received_at), received_by=letter.received_by,
        fields=_as_json(letter.fields), scanned=letter.scanned, **_columns(letter)))
    for position, point in enumerate(letter.points):
        c.execute(insert(directive_point).values(
            id=point.id, directive_id=letter.id, position=position, number=point.number, text=point.text,
            kind=point.kind, start=point.start, end=point.end))
    citations.save(c, letter.id, letter.fields)
    index(c, letter)


def save_field(c: Connection, letter: Directive, name: str, field: Field) -> Directive:
    """Replace one field and whatever is derived from it."""
    changed = replace(letter, fields={**letter.fields, name: field})
    c.execute(update(directive).where(directive.c.id == letter.id)
              .values(fields=_as_json(changed.fields), **_columns(changed)))
    if name in {"number", *citations.ROLES}:
        citations.save(c, letter.id, changed.fields)
    index(c, changed)
    if name in {"number", "subject"}:
        item_words.index_letter(c, letter.id)
    return changed


def mark_duty(c: Connection, directive_id: str, *, asked: bool) -> None:
    """What the text gives; a person's own mark stays."""
    c.execute(update(directive).where(directive.c.id == directive_id, directive.c.reported_by == "",
                                      directive.c.work.in_(("", "none"))).values(work="" if asked else "none"))


def note(c: Connection, at: datetime, person: str, action: str, subject: str, **detail: Any) -> None:
    """A line of the audit trail."""
    trail.add(c, format_time(at), person, action, subject, detail)


def get(c: Connection, directive_id: str) -> Directive | None:
    row = c.execute(select(directive).where(directive.c.id == directive_id)).mappings().first()
    return None if row is None else _directive(c, dict(row))


def id_of_file(c: Connection, sha256: str) -> str | None:
    return c.execute(select(directive.c.id).where(directive.c.sha256 == sha256)).scalar()


def id_of_text(c: Connection, text_sha256: str) -> str | None:
    return c.execute(select(directive.c.id).where(directive.c.text_sha256 == text_sha256)).scalar()


def id_of_number(c: Connection, number: str, issuer: str, issued_date: str) -> str | None:
    """The same paper by its own marks; only when all three are known."""
    if not (number and issuer and issued_date):
        return None
    return c.execute(select(directive.c.id).where(
        directive.c.number == number, directive.c.issuer == issuer, directive.c.issued_date == issued_date)).scalar()


def ids_for(c: Connection, ref: str) -> list[str]:
    """Ids a person may mean by `ref`: the id, its beginning or end, or the letter's number."""
    pattern = ref.replace("\\", "").replace("%", "").replace("_", "")
    rows = c.execute(select(directive.c.id).where(or_(
        directive.c.id == ref, func.upper(directive.c.number) == ref.upper(),
        directive.c.number == ref)).limit(3)).scalars().all()
    if rows or len(pattern) < 4 or not pattern.isalnum():
        return list(rows)
    return list(c.execute(select(directive.c.id).where(or_(
        directive.c.id.like(f"{pattern.lower()}%"), directive.c.id.like(f"%{pattern.lower()}"))).limit(3)).scalars())


def printed_number(fields: dict[str, Field]) -> str:
    """The number as an operator knows it; "…/SYMBOL" where the letter left it blank."""
    number, symbol = _text(fields, "number"), _text(fields, "symbol")
    return number or (f"…/{symbol}" if symbol else "")


def _columns(letter: Directive) -> dict[str, Any]:
    return {**{name: _text(letter.fields, name)
               for name in ("number", "issuer", "subject", "issued_date", "urgency", "report_due")},
            "number_key": citations.number_key(_text(letter.fields, "number")),
            "asks_report": any(letter.value(name) for name in ("report_due", "report_on_request", "report_duty"))}


def _text(fields: dict[str, Field], name: str) -> str:
    value = fields[name].value if name in fields else None
    return "" if value is None else str(value)


def index(c: Connection, letter: Directive) -> None:
    """Make the letter findable: its marks, its words, the names of the files that came with it."""
    names = c.execute(select(directive_attachment.c.file_name).where(
        directive_attachment.c.directive_id == letter.id, directive_attachment.c.removed_at == "")).scalars()
    number = printed_number(letter.fields)
    # Numbers are typed with and without the strokes between their parts.
    joined = "".join(character for character in number if character.isalnum())
    search.index(c, KIND, letter.id, number, joined, _text(letter.fields, "issuer"),
                 _text(letter.fields, "subject"), letter.file_name, *names, letter.text)


def _as_json(fields: dict[str, Field]) -> dict[str, Any]:
    return {name: {"value": item.value, "span": item.span, "confidence": item.confidence, "source": item.source}
            for name, item in fields.items()}


def _from_json(table: Any) -> dict[str, Field]:
    stored = json.loads(table) if isinstance(table, str) else table
    return {name: Field(item["value"], tuple(item["span"]) if item["span"] else None, item["confidence"],
                        item["source"]) for name, item in stored.items()}


def _directive(c: Connection, row: dict[str, Any]) -> Directive:
    points = c.execute(select(directive_point).where(directive_point.c.directive_id == row["id"])
                       .order_by(directive_point.c.position)).mappings()
    return Directive(
        id=row["id"], sha256=row["sha256"], suffix=row["suffix"], file_name=row["file_name"], text=row["text"],
        fields=_from_json(row["fields"]), received_at=parse_time(row["received_at"]), received_by=row["received_by"],
        scanned=row["scanned"],
        points=tuple(Point(p["id"], p["number"], p["text"], p["kind"], p["start"], p["end"]) for p in points))
