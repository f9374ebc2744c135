"""The week as a sheet of rows that one person signs: what airs in which session, and what changed since. Pure."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from broadcaster.base.clock import format_time, parse_time
from broadcaster.protocol.rundown import PlannedSession, RundownEvent
from broadcaster.protocol.seal import seal, seal_holds
from broadcaster.protocol.verifier import canonical
from broadcaster.schedule.model import DayPlan, Placed

SUBMITTED, APPROVED, RETURNED, VOIDED = "submitted", "approved", "returned", "voided"


@dataclass(frozen=True)
class SheetItem:
    """One airing of an item."""

    cart: str
    title: str
    number: str = ""
    """Of the letter it serves; empty for none."""
    repeat: bool = False
    seconds: float = 0.0
    campaign: str = ""
    make_up: str = ""
    """Id of the session in which it may be made up; empty: nowhere."""


@dataclass(frozen=True)
class Slot:
    """One session of the week with its items in order; tunes and greetings go with it unnamed."""

    day: date
    session: str
    """<day>/<template>."""
    name: str
    starts: datetime
    ends: datetime
    """The session's hard end."""
    zones: tuple[str, ...]
    items: tuple[SheetItem, ...]


@dataclass(frozen=True)
class Sheet:
    """A week as it was submitted, with what became of it."""

    id: str
    monday: date
    slots: tuple[Slot, ...]
    state: str
    """submitted | approved | returned | voided (a later sheet took its place)."""
    submitted_by: str
    submitted_at: str
    approver: str = ""
    approved_at: str = ""
    reason: str = ""
    seal: str = ""

    @property
    def digest(self) -> str:
        """sha256 over week and rows: what is printed on paper and bound by the seal."""
        return digest_of(self.monday, self.slots)

    @property
    def self_approved(self) -> bool:
        """Author and approver are one person (a single-person station)."""
        return bool(self.approver) and self.approver.casefold() == self.submitted_by.casefold()

    def sealed(self, key: bytes) -> Sheet:
        """The same sheet with the station's seal."""
        return replace(self, seal=seal(self._body(), key))

    def intact(self, key: bytes) -> bool:
        """Whether nobody but this program wrote it, state and signature included."""
        return seal_holds(self._body(), self.seal, key)

    def _body(self) -> dict[str, Any]:
        return {"id": self.id, "monday": self.monday.isoformat(), "digest": self.digest, "state": self.state,
                "submitted_by": self.submitted_by, "submitted_at": self.submitted_at, "approver": self.approver,
                "approved_at": self.approved_at, "reason": self.reason}


@dataclass(frozen=True)
class Change:
    """One difference between two sheets of a week, worded at the edge."""

    code: str
    """session_added, session_removed, session_moved, session_zones, item_added, item_removed, item_moved,
    item_renamed, order."""
    days: tuple[date, ...]
    times: int = 1
    """Airings, where items are meant; else sessions."""
    name: str = ""
    """The session."""
    title: str = ""
    before: str = ""
    """Hours, zones, title or session as approved."""
    after: str = ""


def monday_of(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(day.weekday())


def digest_of(monday: date, slots: Sequence[Slot]) -> str:
    """sha256, hexadecimal."""
    return hashlib.sha256(canonical({"monday": monday.isoformat(), "slots": rows_of(slots)})).hexdigest()


def rows_of(slots: Sequence[Slot]) -> list[dict[str, Any]]:
    """Plain data for the database."""
    # Not asdict: it copies deeply, and a year has thousands of rows.
    return [{**vars(slot), "day": slot.day.isoformat(), "starts": format_time(slot.starts),
             "ends": format_time(slot.ends), "zones": list(slot.zones),
             "items": [dict(vars(item)) for item in slot.items]} for slot in slots]


def slots_from(rows: Any) -> tuple[Slot, ...]:
    """The reverse; raises ValueError, TypeError, KeyError or OverflowError for anything else."""
    return tuple(Slot(date.fromisoformat(row["day"]), str(row["session"]), str(row["name"]), parse_time(row["starts"]),
                      parse_time(row["ends"]), tuple(map(str, row["zones"])), tuple(map(_item_from, row["items"])))
                 for row in rows)


def _item_from(row: Any) -> SheetItem:
    seconds = float(row["seconds"])
    if not math.isfinite(seconds):
        raise ValueError("a length without end")
    words = {name: str(row[name]) for name in ("cart", "title", "number", "campaign", "make_up")}
    return SheetItem(repeat=bool(row["repeat"]), seconds=seconds, **words)


def slots_of(plans: Iterable[DayPlan], carts: Mapping[str, str]) -> tuple[Slot, ...]:
    """The sessions that carry items or relays. `carts`: campaign id -> cart id."""
    slots = [_slot(plan.rundown.day, session, plan.programme.get(session.id, ()), carts)
             for plan in plans for session in plan.rundown.sessions]
    return tuple(sorted((slot for slot in slots if slot.items), key=lambda slot: (slot.starts, slot.session)))


def _slot(day: date, session: PlannedSession, programme: Sequence[Placed], carts: Mapping[str, str]) -> Slot:
    loose = [item.cart for item in programme if not item.campaign]
    items = []
    for event in session.events:
        cart = carts.get(event.campaign, "") if event.campaign else _relay_of(event) or _taken(loose, event)
        if cart or event.campaign:
            items.append(_item(event, cart))
    return Slot(day, session.id, session.name, session.starts_at, session.hard_end, session.zones, tuple(items))


def relay_name(source: str) -> str:
    """How a relay stands on a sheet, in place of a cart."""
    return f"relay:{source}"


def _relay_of(event: RundownEvent) -> str:
    return relay_name(_tail(event)) if event.relay is not None else ""


def _taken(loose: list[str], event: RundownEvent) -> str:
    """The first item put in by hand, without a campaign, that this event is."""
    found = next((cart for cart in loose if cart[-8:] == _tail(event)), "")
    if found:
        loose.remove(found)
    return found


def _tail(event: RundownEvent) -> str:
    """<session>/<tail>-<copy>: the end of a cart's id, or a relay source."""
    return event.id.rpartition("/")[2].rpartition("-")[0]


def _item(event: RundownEvent, cart: str) -> SheetItem:
    return SheetItem(cart, event.title, event.directive.number if event.directive else "", event.repeat,
                     round(event.cut.frames / 48_000, 1), event.campaign, event.make_up)
