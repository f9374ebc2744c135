"""Special periods in the database."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, insert, select, update

from broadcaster.db.schema import period
from broadcaster.schedule.model import Period


def periods(c: Connection, first: date, last: date) -> list[Period]:
    """Those that touch the days from `first` to `last`, both inclusive; the one made last at the end."""
    rows = c.execute(select(period).where(
        period.c.removed_at == "", period.c.first_day <= last.isoformat(), period.c.last_day >= first.isoformat())
        .order_by(period.c.created_at, period.c.id)).mappings()
    return [Period(row["id"], row["kind"], row["name"], date.fromisoformat(row["first_day"]),
                   date.fromisoformat(row["last_day"]), row["reason"], row["directive_number"], row["profile"],
                   None if row["sessions"] is None else tuple(row["sessions"]), tuple(row["without"])) for row in rows]


def insert_period(c: Connection, new: Period, by: str, now: str) -> None:
    c.execute(insert(period).values(
        id=new.id, kind=new.kind, name=new.name, first_day=new.first_day.isoformat(),
        last_day=new.last_day.isoformat(), reason=new.reason, directive_number=new.directive_number,
        profile=new.profile, sessions=None if new.sessions is None else list(new.sessions), without=list(new.without),
        created_by=by, created_at=now))


def set_removed(c: Connection, period_id: str, at: str) -> None:
    """`at`: when it was removed; empty brings it back."""
    c.execute(update(period).where(period.c.id == period_id).values(removed_at=at))
