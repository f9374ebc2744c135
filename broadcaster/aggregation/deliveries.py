"""What is to go up and what became of it: rows of `delivery`, their words and their SQL."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select, update

from broadcaster.base.clock import parse_time
from broadcaster.db.schema import delivery

QUEUED, SENT, RECEIVED, REFUSED = "queued", "sent", "received", "refused"
SETTLED_BY_HAND = "delivery.by_hand"
"""Somebody put it into the office's hands and says so."""
WAITS_ABOVE = "receipt.waiting"
"""The office has it and does not know our key yet, or waits for one before it."""
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=6)


@dataclass(frozen=True)
class Delivery:
    """One package on its way."""

    id: str
    package: str
    """File name in outbox/."""
    sha256: str
    number: int
    first_day: str
    last_day: str
    state: str
    place: str
    """Where it was put; empty before."""
    tries: int
    problem: dict[str, Any] = field(default_factory=dict)
    """{"code", "facts"} of the last refusal, ours or the office's; empty when there is none."""
    made_at: str = ""
    made_by: str = ""
    next_try: str = ""
    sent_at: str = ""
    answered_at: str = ""
    """When the office wrote its newest answer, by its clock."""

    @property
    def code(self) -> str:
        """Of the problem."""
        return str(self.problem.get("code", ""))

    @property
    def facts(self) -> dict[str, Any]:
        found = self.problem.get("facts", {})
        return found if isinstance(found, dict) else {}

    def is_due(self, now: datetime) -> bool:
        """A time farther away than any pause is a clock that was set back."""
        if not self.next_try:
            return True
        then = parse_time(self.next_try)
        return then <= now or then > now + LONGEST_PAUSE


def pause_after(tries: int) -> timedelta:
    """1 min, 2, 4 … 6 h."""
    return min(LONGEST_PAUSE, FIRST_PAUSE * int(2 ** min(tries, 20)))


def problem(code: str, facts: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"code": code, "facts": facts or {}}


def all_of(connection: Connection) -> list[Delivery]:
    """The newest first."""
    rows = connection.execute(select(delivery).order_by(delivery.c.number.desc()))
    return [Delivery(**row._mapping) for row in rows]


def in_state(connection: Connection, states: Collection[str]) -> list[Delivery]:
    """The oldest first."""
    rows = connection.execute(select(delivery).where(delivery.c.state.in_(states)).order_by(delivery.c.number))
    return [Delivery(**row._mapping) for row in rows]


def by_number(connection: Connection, number: int) -> Delivery | None:
    row = connection.execute(select(delivery).where(delivery.c.number == number)).first()
    return Delivery(**row._mapping) if row else None


def change(connection: Connection, number: int, states: Collection[str], **values: Any) -> bool:
    """Only while it is in one of `states`: what another process has settled meanwhile stays."""
    done = connection.execute(update(delivery).where(delivery.c.number == number, delivery.c.state.in_(states))
                              .values(**values))
    return done.rowcount == 1
