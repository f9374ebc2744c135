"""The register's lines: every letter with what became of it, in one statement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, and_, case, func, select

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
    return [_row(found, blanks, today) for found in c.execute(query) if wanted is None or found.id in wanted]


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
    return select(
        own.id, own.number, own.issuer, own.subject, own.issued_date, own.urgency, own.report_due, own.received_at,
        own.work, own.reported_at, own.reported_by, own.asks_report,
        texts.c.total.label("texts"), texts.c.approved.label("texts_approved"),
        texts.c.submitted.label("texts_submitted"), texts.c.dropped.label("texts_dropped"),
        sounds.c.total.label("sounds"), sounds.c.approved.label("sounds_approved"),
        sounds.c.submitted.label("sounds_submitted"), sounds.c.dropped.label("sounds_dropped"),
        planned.c.total.label("campaigns"), planned.c.running, planned.c.coming,
        aired.c.total.label("airings"), files.c.total.label("files"), tasks.c.due.label("reminder"),
    ).select_from(joined).order_by(own.received_at.desc(), own.id.desc())


def _counts(table: Any, state: Any) -> Select[Any]:
    return select(table.c.directive_id, func.count().label("total"),
                  *(func.sum(case((state == value, 1), else_=0)).label(name)
                    for name, value in (("approved", "approved"), ("submitted", "submitted"), ("dropped", "withdrawn")))
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


def _row(found: Any, blanks: dict[str, str], today: date) -> DirectiveRow:
    due = deadline(found.report_due) if found.report_due else None
    number = found.number or (f"…/{blanks[found.id]}" if found.id in blanks else "")
    return DirectiveRow(
        id=found.id, number=number, issuer=found.issuer, subject=found.subject, issued_date=found.issued_date,
        urgency=found.urgency, report_due=found.report_due, received_at=parse_time(found.received_at),
        bulletins=found.texts or 0, campaigns=found.campaigns or 0, airings=found.airings or 0,
        approved=(found.texts_approved or 0) + (found.sounds_approved or 0), work=found.work,
        reported_at=found.reported_at, reminder=found.reminder or "", attachments=found.files or 0,
        asks_report=bool(found.asks_report), state=_state(found),
        overdue=due is not None and due < today and found.work != "reported")


def _state(found: Any) -> str:
    texts = (found.texts or 0) - (found.texts_dropped or 0) + (found.sounds or 0) - (found.sounds_dropped or 0)
    if found.work == "reported":
        return "reported"
    # What the program found by itself gives way to what a person has begun.
    if found.work == "none" and (found.reported_by or not (texts or found.campaigns)):
        return "none"
    steps = (("running", found.running), ("planned", found.coming), ("aired", found.airings),
             ("approved", (found.texts_approved or 0) + (found.sounds_approved or 0)),
             ("submitted", (found.texts_submitted or 0) + (found.sounds_submitted or 0)), ("drafted", texts))
    return next((name for name, count in steps if count), "new")
