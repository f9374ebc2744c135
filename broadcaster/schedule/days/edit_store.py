"""What people decided for single sessions of single days, in the database."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, Row, Select, delete, insert, select

from broadcaster.db.schema import campaign, cart, session_edit
from broadcaster.schedule.model import Placed, RelaySlot, SessionEdit
from broadcaster.schedule.stored import Broken, minutes_of, moment_of, readable, word_of, words_of

_MOST_VARIABLES = 500
_LONGEST_ID = 80


def edits(c: Connection, first: date, last: date,
          broken: Broken | None = None) -> dict[date, tuple[SessionEdit, ...]]:
    """Day -> its edits, for the days from `first` to `last`, both inclusive; an unreadable one is none."""
    rows = c.execute(select(session_edit).where(
        session_edit.c.day >= first.isoformat(), session_edit.c.day <= last.isoformat()).order_by(
            session_edit.c.day, session_edit.c.session))
    found: dict[date, tuple[SessionEdit, ...]] = {}
    for edit in readable("session_edit", rows, _edit, lambda row: f"{row.day} {row.session}", broken):
        found[edit.day] = (*found.get(edit.day, ()), edit)
    return found


def put(c: Connection, edit: SessionEdit, by: str, now: str) -> None:
    """In place of what was decided before; one that says nothing leaves nothing."""
    c.execute(delete(session_edit).where(session_edit.c.day == edit.day.isoformat(),
                                         session_edit.c.session == edit.session))
    if not edit.says_nothing:
        c.execute(insert(session_edit).values(day=edit.day.isoformat(), session=edit.session, body=to_json(edit),
                                              reason=edit.reason, by=by, at=now))


def titles(c: Connection, carts: Collection[str]) -> dict[str, str]:
    """Cart id -> what it is called."""
    return {row.id: row.title for row in _named(c, select(cart.c.id, cart.c.title), cart.c.id, carts)}


def kinds(c: Connection, carts: Collection[str]) -> dict[str, str]:
    """Cart id -> its kind, for those that are there."""
    return {row.id: row.kind for row in _named(c, select(cart.c.id, cart.c.kind), cart.c.id, carts)}


def windows(c: Connection, ids: Collection[str]) -> dict[str, tuple[str, date, date]]:
    """Campaign id -> title, first and last day, for those that are there."""
    query = select(campaign.c.id, campaign.c.title, campaign.c.first_day, campaign.c.last_day)
    return {row.id: (row.title, date.fromisoformat(row.first_day), date.fromisoformat(row.last_day))
            for row in _named(c, query, campaign.c.id, ids)}


def _named(c: Connection, query: Select[Any], column: Column[Any], ids: Collection[str]) -> Iterator[Row[Any]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), _MOST_VARIABLES):
        yield from c.execute(query.where(column.in_(ordered[start:start + _MOST_VARIABLES])))


def to_json(edit: SessionEdit) -> dict[str, Any]:
    """Everything but day, session and reason, which have columns of their own."""
    return {"held": edit.held, "name": edit.name, "starts": edit.starts.isoformat() if edit.starts else "",
            "minutes": edit.minutes, "zones": list(edit.zones),
            "items": None if edit.items is None else [vars(item) for item in edit.items],
            "relays": None if edit.relays is None else [
                {"source": slot.source, "starts": slot.starts.isoformat(), "minutes": slot.minutes}
                for slot in edit.relays]}


def from_json(day: date, session: str, body: Mapping[str, Any], reason: str = "") -> SessionEdit:
    """The reverse of to_json. Raises ValueError, TypeError or KeyError: what is not an edit is not half of one."""
    items, relays, held = body.get("items"), body.get("relays"), body.get("held", True)
    if not session or len(session) > _LONGEST_ID or "/" in session or not isinstance(held, bool):
        raise ValueError(f"{session!r}: not a session, or {held!r} is neither true nor false")
    return SessionEdit(
        day, word_of(session), held=held, name=word_of(body.get("name", "")),
        starts=moment_of(body["starts"]) if body.get("starts") else None, minutes=minutes_of(body.get("minutes", 0), 0),
        zones=words_of(body.get("zones", ())), items=None if items is None else tuple(_placed(item) for item in items),
        relays=None if relays is None else tuple(
            RelaySlot(word_of(slot["source"]), moment_of(slot["starts"]), minutes_of(slot["minutes"]))
            for slot in relays),
        reason=reason)


def _edit(row: Row[Any]) -> SessionEdit:
    return from_json(date.fromisoformat(row.day), row.session, row.body, row.reason)


def _placed(item: Mapping[str, Any]) -> Placed:
    found = Placed(**{name: word_of(value) for name, value in item.items()})
    if found.makes_up:
        date.fromisoformat(found.makes_up)
    return found
