"""The approver's desk: what waits, what was given back, what runs out, in one list of bulletins and sounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from broadcaster.base.clock import Clock
from broadcaster.bulletins import comment_store, desk_store
from broadcaster.db.engine import Database
from broadcaster.library.model import CartKind, State

SOON_DAYS = 7
"""So many days before its last day an approval is said to run out."""
GONE_DAYS = 30
"""So long after its last day nobody means to approve it again."""
MOST = 2000
"""Rows of one list; the search finds the rest."""


class Pile(StrEnum):
    """The piles on the desk."""

    WAITING = "waiting"
    SECOND = "second"
    RETURNED = "returned"
    APPROVED = "approved"
    ENDING = "ending"
    WITHDRAWN = "withdrawn"


_STATES = {Pile.WAITING: State.SUBMITTED, Pile.SECOND: State.CHECKED, Pile.RETURNED: State.RETURNED,
           Pile.APPROVED: State.APPROVED, Pile.ENDING: State.APPROVED, Pile.WITHDRAWN: State.WITHDRAWN}


@dataclass(frozen=True)
class Waiting:
    """One line of a pile."""

    subject: str
    """"bulletin:<id>" or "cart:<id>"."""
    title: str
    kind: CartKind
    state: State
    author: str
    seconds: float
    since: str
    """When it came into this state (submitted, approved, given back …)."""
    directive_id: str = ""
    approver: str = ""
    """Who approved it; of an item that waits for the second: the first."""
    self_approved: bool = False
    valid_from: str = ""
    valid_until: str = ""
    reason: str = ""
    remarks: int = 0

    @property
    def id(self) -> str:
        return self.subject


class ApprovalDesk:
    """Reads only; ApprovalService acts."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def pile(self, pile: Pile, words: str = "") -> list[Waiting]:
        """What waits: the longest waiting first; what runs out: the next to end first; else the newest first."""
        soon = self._soon() if pile is Pile.ENDING else ("", "")
        with self._database.read() as connection:
            remarks = comment_store.counts(connection)
            found = desk_store.rows(connection, _STATES[pile], soon, words, MOST)
        rows = [_waiting(row, remarks.get(row["subject"], 0)) for row in found]
        if pile is Pile.ENDING:
            return sorted(rows, key=lambda row: row.valid_until)[:MOST]
        return sorted(rows, key=lambda row: row.since, reverse=pile not in {Pile.WAITING, Pile.SECOND})[:MOST]

    def counts(self) -> dict[Pile, int]:
        """How many lie on each pile."""
        with self._database.read() as connection:
            states = desk_store.state_counts(connection)
            ending = desk_store.ending_count(connection, self._soon())
        return {pile: ending if pile is Pile.ENDING else states.get(_STATES[pile].value, 0) for pile in Pile}

    def _soon(self) -> tuple[str, str]:
        today = self._clock.now().date()
        return (today - timedelta(days=GONE_DAYS)).isoformat(), (today + timedelta(days=SOON_DAYS)).isoformat()


def _waiting(row: desk_store.Found, remarks: int) -> Waiting:
    ends: Sequence[str] = [day for day in (row["cart_until"], row["until"]) if day]
    begins = max(row["cart_from"], row["first"])
    since = row["approved_at"] if row["state"] == State.APPROVED else row["acted_at"]
    return Waiting(row["subject"], row["title"], CartKind(row["kind"]), State(row["state"]), row["author"],
                   row["frames"] / 48_000, since or row["updated_at"], row["directive_id"],
                   row["approver"] or row["first_approver"], row["self_approved"], begins,
                   min(ends) if ends else "", row["reason"], remarks)
