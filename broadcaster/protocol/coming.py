"""What is wrong with items that are to air soon: said alike by the player and by the resident helper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from broadcaster.base.vietnamese import one_line
from broadcaster.protocol.journal import Reason
from broadcaster.protocol.rundown import PlannedSession, RundownEvent

CODES: Mapping[Reason, str] = {
    Reason.FILE_MISSING: "coming_missing",
    Reason.FILE_ALTERED: "coming_altered",
    Reason.NOT_APPROVED: "coming_not_approved",
    Reason.EXPIRED: "coming_expired",
}
"""The alarm for each reason for which a planned item would not sound."""
NAMED = 2
"""Items an alarm names; the others are counted."""
_LONGEST = 60


@dataclass(frozen=True)
class Fault:
    """One item that would not sound if its time were now."""

    title: str
    session: str
    starts_at: datetime
    """Of the session."""
    reason: Reason

    def __str__(self) -> str:
        return f"“{one_line(self.title, _LONGEST)}” ({self.session} {self.starts_at:%H:%M %d/%m})"


def fault_of(session: PlannedSession, event: RundownEvent, reason: Reason) -> Fault:
    return Fault(event.title, session.name, session.starts_at, reason)


def alarms_of(faults: Iterable[Fault]) -> dict[str, dict[str, Any]]:
    """Code -> facts: `items` (the first ones, with session and time), `count`. Reasons without a code say nothing."""
    grouped: dict[str, list[str]] = {}
    for fault in faults:
        if fault.reason in CODES:
            names = grouped.setdefault(CODES[fault.reason], [])
            if str(fault) not in names:
                names.append(str(fault))
    return {code: {"items": named(names), "count": len(names)} for code, names in grouped.items()}


def named(items: Sequence[str]) -> str:
    """The first ones, and how many more there are: “A”, “B” +5."""
    more = len(items) - NAMED
    return ", ".join(items[:NAMED]) + (f" +{more}" if more > 0 else "")
