"""SQL of corrections: rows beside the airing log, of which the newest of an airing counts."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Subquery, and_, case, func, select

from broadcaster.asrun.model import AiringQuery, Correction, Outcome
from broadcaster.db.schema import airing, correction

_WHOLE = (str(Outcome.AIRED), str(Outcome.MADE_UP))


def add(c: Connection, told: Correction) -> None:
    c.execute(correction.insert().values(
        id=told.id, airing_id=told.airing_id, day=told.day, outcome=str(told.outcome or ""), reason=told.reason,
        note=told.note, by=told.by, at=told.at))


def listed(c: Connection, first_day: str = "", last_day: str = "", airing_id: str = "") -> list[Correction]:
    """In the order they were made, of these ISO days of airings, both inclusive."""
    statement = select(correction).order_by(correction.c.at, correction.c.id)
    if first_day:
        statement = statement.where(correction.c.day >= first_day)
    if last_day:
        statement = statement.where(correction.c.day <= last_day)
    if airing_id:
        statement = statement.where(correction.c.airing_id == airing_id)
    return [_correction(row) for row in c.execute(statement)]


def newest(query: AiringQuery) -> Subquery:
    """The newest correction of every airing of the days asked for; `correction_of` joins it to the airing."""
    rank = func.row_number().over(partition_by=correction.c.airing_id,
                                  order_by=(correction.c.at.desc(), correction.c.id.desc())).label("rank")
    ranked = select(correction, rank)
    if query.first_day:
        ranked = ranked.where(correction.c.day >= query.first_day)
    if query.last_day:
        ranked = ranked.where(correction.c.day <= query.last_day)
    each = ranked.subquery()
    return select(
        each.c.airing_id.label("correction_of"), each.c.id.label("correction_id"), each.c.day.label("correction_day"),
        each.c.outcome.label("told_outcome"), each.c.reason.label("told_reason"), each.c.note.label("told_note"),
        each.c.by.label("told_by"), each.c.at.label("told_at")).where(each.c.rank == 1).subquery("told")


def outcome_now(told: Subquery) -> ColumnElement[str]:
    """As it counts: a person's word before the journal's."""
    return func.coalesce(func.nullif(told.c.told_outcome, ""), airing.c.outcome)


def frames_now(told: Subquery) -> ColumnElement[int]:
    """As Airing.counted has it."""
    longer = case((airing.c.planned_frames > airing.c.aired_frames, airing.c.planned_frames),
                  else_=airing.c.aired_frames)
    return case((told.c.told_outcome == str(Outcome.MISSED), 0),
                (and_(told.c.told_outcome.is_not(None), told.c.told_outcome.in_(_WHOLE)), longer),
                else_=airing.c.aired_frames)


def correction_of(row: Row[Any]) -> Correction | None:
    """What `newest` found beside an airing."""
    if row.correction_id is None:
        return None
    return Correction(row.correction_id, row.correction_of, row.correction_day, _outcome(row.told_outcome),
                      row.told_reason, row.told_note, row.told_by, row.told_at)


def _correction(row: Row[Any]) -> Correction:
    return Correction(row.id, row.airing_id, row.day, _outcome(row.outcome), row.reason, row.note, row.by, row.at)


def _outcome(text: str) -> Outcome | None:
    return Outcome(text) if text else None
