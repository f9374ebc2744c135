"""Special periods in the database."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, or_, select, update

from broadcaster.db.schema import period
from broadcaster.schedule.model import Period
from broadcaster.schedule.stored import Broken, readable, words_of


def periods(c: Connection, first: date, last: date, broken: Broken | None = None) -> list[Period]:
    """Those that touch the days from `first` to `last`, both inclusive; the one made last at the end."""
    rows = c.execute(select(period).where(
        period.c.removed_at == "", period.c.first_day <= last.isoformat(), period.c.last_day >= first.isoformat())
        .order_by(period.c.created_at, period.c.id)).mappings()
    return list(readable("period", rows, _period, lambda row: row["name"], broken))


def removed(c: Connection) -> list[Period]:
    """Those taken away, the last one first."""
    rows = c.execute(select(period).where(period.c.removed_at != "")
                     .order_by(period.c.removed_at.desc(), period.c.id)).mappings()
    return list(readable("period", rows, _period, lambda row: row["name"]))


def find(c: Connection, ref: str) -> list[Period]:
    """By id, or the beginning or end of one, removed ones too; several when `ref` may mean several."""
    escaped = ref.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    rows = c.execute(select(period).where(or_(
        period.c.id == ref, period.c.id.like(f"{escaped}%", escape="\\"),
        period.c.id.like(f"%{escaped}", escape="\\"))).order_by(period.c.id)).mappings().all()
    exact = [row for row in rows if row["id"] == ref]
    return list(readable("period", exact or rows, _period, lambda row: row["name"]))


def is_removed(c: Connection, period_id: str) -> bool:
    return bool(c.scalar(select(period.c.removed_at).where(period.c.id == period_id)))


def insert_period(c: Connection, new: Period, by: str, now: str) -> None:
    c.execute(insert(period).values(id=new.id, created_by=by, created_at=now, **_values(new)))


def update_period(c: Connection, changed: Period) -> None:
    """Its place among the others stays: when it was made does not change."""
    c.execute(update(period).where(period.c.id == changed.id).values(**_values(changed)))


def set_removed(c: Connection, period_id: str, at: str) -> None:
    """`at`: when it was removed; empty brings it back."""
    c.execute(update(period).where(period.c.id == period_id).values(removed_at=at))


def _values(item: Period) -> dict[str, Any]:
    return {"kind": item.kind, "name": item.name, "first_day": item.first_day.isoformat(),
            "last_day": item.last_day.isoformat(), "reason": item.reason, "directive_number": item.directive_number,
            "profile": item.profile, "sessions": None if item.sessions is None else list(item.sessions),
            "without": list(item.without)}


def _period(row: RowMapping) -> Period:
    return Period(row["id"], row["kind"], row["name"], date.fromisoformat(row["first_day"]),
                  date.fromisoformat(row["last_day"]), row["reason"], row["directive_number"], row["profile"],
                  None if row["sessions"] is None else words_of(row["sessions"]), words_of(row["without"]))
