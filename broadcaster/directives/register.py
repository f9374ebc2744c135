"""The register's lines: every letter with what became of it, in one statement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, case, func, or_, select

from broadcaster.base.clock import parse_time
from broadcaster.db.schema import airing, bulletin, campaign, cart, directive, directive_attachment, directive_reminder
from broadcaster.directives.corrections import last_day_of
from broadcaster.directives.model import DirectiveRow

_AIRED = ("aired", "partial", "made_up", "unscheduled")
_FEW = 500


def rows(c: Connection, today: date, ids: Sequence[str] | None = None) -> list[DirectiveRow]:
    """Newest first; `ids`: only these. Where each stands is told for `today`."""
    query = _lines(today.isoformat())
    if ids is not None and len(ids) <= _FEW:  # SQLite limits how many values one statement may carry
        query = query.where(directive.c.id.in_(ids))
    wanted = None if ids is None or len(ids) <= _FEW else set(ids)
    blanks = _symbols(c)
    return [_row(found, blanks, today) for found in c.execute(query) if wanted is None or found[0] in wanted]


def deadline(report_due: str) -> date | None:
    """The last day for a report; a month alone ends with its last day, a year with December."""
    try:
        parts = [int(part) for part in report_due.split("-")]
        if len(parts) == 3:
            return date(*parts)
        return last_day_of(parts[0], parts[1] if len(parts) == 2 else 12)
    except (ValueError, IndexError, OverflowError):
        return None


def _lines(today: str) -> Select[Any]:
    texts = _counts(bulletin, bulletin.c.state).where(bulletin.c.directive_id.is_not(None)).subquery("texts")
    sounds = _counts(cart, cart.c.state).where(cart.c.directive_id.is_not(None),
                                               cart.c.bulletin_id.is_(None)).subquery("sounds")
    planned = _campaigns(today).subquery("planned")
    aired = (select(airing.c.directive_id, func.count().label("total"))
             .where(airing.c.directive_id != "", airing.c.outcome.in_(_AIRED))
             .group_by(airing.c.directive_id).subquery("aired"))
    files = (select(directive_attachment.c.directive_id, func.count().label("total"))
             .where(directive_attachment.c.removed_at == "")
             .group_by(directive_attachment.c.directive_id).subquery("files"))
    tasks = (select(directive_reminder.c.directive_id, func.min(directive_reminder.c.due).label("due"))
             .where(directive_reminder.c.done_at == "")
             .group_by(directive_reminder.c.directive_id).subquery("tasks"))
    own = directive.c
    joined = directive.outerjoin(texts, texts.c.directive_id == own.id)
    for part in (sounds, planned, aired, files, tasks):
        joined = joined.outerjoin(part, part.c.directive_id == own.id)
    approved = _or_none(texts.c.approved) + _or_none(sounds.c.approved)
    submitted = _or_none(texts.c.submitted) + _or_none(sounds.c.submitted)
    kept = _or_none(texts.c.kept) + _or_none(sounds.c.kept)
    # In the order of DirectiveRow's fields.
    return select(
        own.id, own.number, own.issuer, own.subject, own.issued_date, own.urgency, own.report_due, own.received_at,
        _or_none(texts.c.total), _or_none(planned.c.total), _or_none(aired.c.total), approved, own.work,
        own.reported_at, func.coalesce(tasks.c.due, ""), _or_none(files.c.total), own.asks_report,
        _state(kept, approved, submitted, planned.c, _or_none(aired.c.total)),
    ).select_from(joined).order_by(own.received_at.desc(), own.id.desc())


def _state(kept: Any, approved: Any, submitted: Any, planned: Any, airings: Any) -> Any:
    own = directive.c
    begun = kept + _or_none(planned.total)
    return case(
        (own.work == "reported", "reported"),
        # What the program found by itself gives way to what a person has begun.
        (and_(own.work == "none", or_(own.reported_by != "", begun == 0)), "none"),
        (_or_none(planned.running) > 0, "running"), (_or_none(planned.coming) > 0, "planned"),
        (airings > 0, "aired"), (approved > 0, "approved"), (submitted > 0, "submitted"), (kept > 0, "drafted"),
        else_="new")


def _or_none(count: Any) -> Any:
    return func.coalesce(count, 0)


def _counts(table: Any, state: Any) -> Select[Any]:
    sums = (("approved", state == "approved"), ("submitted", state == "submitted"), ("kept", state != "withdrawn"))
    return select(table.c.directive_id, func.count().label("total"),
                  *(func.sum(case((wanted, 1), else_=0)).label(name) for name, wanted in sums),
                  ).group_by(table.c.directive_id)


def _campaigns(today: str) -> Select[Any]:
    live = and_(campaign.c.state == "active", campaign.c.last_day >= today)
    return (select(campaign.c.directive_id, func.count().label("total"),
                   func.sum(case((and_(live, campaign.c.first_day <= today), 1), else_=0)).label("running"),
                   func.sum(case((and_(live, campaign.c.first_day > today), 1), else_=0)).label("coming"))
            .where(campaign.c.directive_id.is_not(None)).group_by(campaign.c.directive_id))


def _symbols(c: Connection) -> dict[str, str]:
    """Symbols of the letters whose number was left blank."""
    symbol = func.json_extract(directive.c.fields, "$.symbol.value")
    found = c.execute(select(directive.c.id, symbol).where(directive.c.number == "")).all()
    return {row[0]: row[1] for row in found if row[1]}


def _row(found: Row[Any], blanks: dict[str, str], today: date) -> DirectiveRow:
    values = list(found)
    if not values[1] and values[0] in blanks:
        values[1] = f"…/{blanks[values[0]]}"
    values[7] = parse_time(values[7])
    due = deadline(values[6]) if values[6] else None
    values.append(due is not None and due < today and values[12] != "reported")
    return DirectiveRow(*values)
