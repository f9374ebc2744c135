"""Where an item is used and when it aired: rows of other features and files, read but never touched."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, exists, func, or_, select

from broadcaster.base.frames import seconds
from broadcaster.base.paths import StationHome
from broadcaster.db import schema
from broadcaster.library import store
from broadcaster.library.listing_store import OUT_OF_USE
from broadcaster.library.model import Aired, Cart, CartKind, State, Use

FURNITURE = (CartKind.SIGNATURE, CartKind.BRIDGE, CartKind.OPENING, CartKind.CLOSING, CartKind.CHIME)
"""Kinds the sessions' templates ask for by name; the one approved last is taken."""

_RUNDOWN = re.compile(r"(\d{4}-\d{2}-\d{2})\.r(\d+)\.json")
_CAMPAIGN, _BULLETIN, _AIRING = schema.campaign.c, schema.bulletin.c, schema.airing.c
_ATTACHMENT, _LETTER = schema.directive_attachment.c, schema.directive.c


def used(connection: Connection, home: StationHome, cart: Cart, today: str) -> list[Use]:
    """What can still come on air first; `today` as ISO date."""
    cuts = _cuts(connection, cart)
    found = [*_campaigns(connection, cart, today), *_sessions(connection, cart), *_shelf(home, cart, cuts),
             *_productions(connection, cart), *_attachments(connection, cart), *_rundowns(home, cuts, today)]
    return sorted(found, key=lambda use: not use.active)


def aired(connection: Connection, cart: Cart, limit: int) -> list[Aired]:
    """The latest first; what is still to come is not among them."""
    cuts = _cuts(connection, cart)
    query = (select(schema.airing).where(_AIRING.cut_sha256.in_(list(cuts)), _AIRING.outcome != "pending")
             .order_by(_AIRING.day.desc(), func.coalesce(func.nullif(_AIRING.started_at, ""), _AIRING.planned_start)
                       .desc()).limit(limit))
    return [Aired(row.id, row.day, (row.started_at or row.planned_start)[11:19], row.session_name, row.outcome,
                  tuple(row.zones or ()), row.title, seconds(row.aired_frames), cuts[row.cut_sha256])
            for row in connection.execute(query)]


def planned_cuts(home: StationHome, today: str) -> set[str]:
    """Hashes of every sound in the rundowns of today and later, and of yesterday's that may still be played."""
    return {sha for _, _, body in rundowns(home, today) for sha in hashes(body)}


def rundowns(home: StationHome, first_day: str) -> Iterator[tuple[str, Path, Any]]:
    """Day, file and content of the rundown in force on each day from `first_day` on; an unreadable one is left out."""
    revisions: dict[str, list[tuple[int, Path]]] = {}
    for path in home.rundowns.glob("*.json"):
        name = _RUNDOWN.fullmatch(path.name)
        if name and name[1] >= first_day:
            revisions.setdefault(name[1], []).append((int(name[2]), path))
    for day, found in sorted(revisions.items()):
        for _, path in sorted(found, reverse=True):  # the player, too, goes back to the last good one
            body = read_json(path)
            if body is not None:
                yield day, path, body
                break


def read_json(path: Path) -> Any:
    """None when it cannot be read: whoever owns the file complains about it."""
    try:
        return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None
    except (OSError, ValueError, RecursionError):
        return None


def hashes(body: Any) -> Iterator[str]:
    """Everything in a file's content that may name a sound."""
    if isinstance(body, str):
        if len(body) == 64:
            yield body
    elif isinstance(body, dict | list):
        for value in body.values() if isinstance(body, dict) else body:
            yield from hashes(value)


def _cuts(connection: Connection, cart: Cart) -> dict[str, int]:
    """Hash to number of the latest version that had it."""
    numbers = {version.cut_sha256: version.number for version in reversed(store.versions(connection, cart.id))}
    return {cart.cut.sha256: 0} | numbers


def _campaigns(connection: Connection, cart: Cart, today: str) -> list[Use]:
    rows = connection.execute(select(schema.campaign).where(_CAMPAIGN.cart_id == cart.id)
                              .order_by(_CAMPAIGN.last_day.desc(), _CAMPAIGN.id.desc()))
    return [Use("campaign", row.id, row.title, row.state == "active" and row.last_day >= today, row.first_day,
                row.last_day) for row in rows]


def _sessions(connection: Connection, cart: Cart) -> list[Use]:
    if cart.kind not in FURNITURE or cart.state is not State.APPROVED:
        return []
    other, approval = schema.cart.c, schema.approval.c
    last = connection.scalar(select(other.id).join(schema.approval, approval.id == other.approval_id)
                             .where(other.kind == cart.kind.value, other.state == State.APPROVED.value)
                             .order_by(approval.approved_at.desc(), other.id.desc()).limit(1))
    return [Use("session", cart.kind.value, cart.title, last == cart.id)]


def _shelf(home: StationHome, cart: Cart, cuts: dict[str, int]) -> list[Use]:
    return [Use("emergency", path.stem, str(body.get("title", path.stem)), True)
            for path in sorted(home.emergency.glob("*.json")) if isinstance(body := read_json(path), dict)
            and any(sha in cuts for sha in hashes([body.get("cut"), body.get("chime")]))]


def _productions(connection: Connection, cart: Cart) -> list[Use]:
    found = []
    part = func.json_each(_BULLETIN.production).table_valued("key", "value")
    made = func.json_each(_BULLETIN.produced_with).table_valued("key", "value")
    query = select(_BULLETIN.id, _BULLETIN.title, _BULLETIN.state, _BULLETIN.production, _BULLETIN.produced_with).where(
        or_(exists(select(1).select_from(part).where(part.c.value == cart.id)),
            exists(select(1).select_from(made).where(made.c.value == cart.id)))).order_by(_BULLETIN.updated_at.desc())
    out = {state.value for state in OUT_OF_USE}
    for row in connection.execute(query):
        names = [name for name, value in {**row.produced_with, **row.production}.items() if value == cart.id]
        found.append(Use("production", row.id, row.title, row.state not in out, detail=", ".join(names)))
    return found


def _attachments(connection: Connection, cart: Cart) -> list[Use]:
    rows = connection.execute(
        select(_ATTACHMENT.directive_id, _ATTACHMENT.file_name, _LETTER.number, _LETTER.subject)
        .join(schema.directive, _LETTER.id == _ATTACHMENT.directive_id)
        .where(_ATTACHMENT.cart_id == cart.id, _ATTACHMENT.removed_at == "").order_by(_ATTACHMENT.added_at.desc()))
    return [Use("attachment", row.directive_id, row.number or row.subject, False, detail=row.file_name) for row in rows]


def _rundowns(home: StationHome, cuts: dict[str, int], today: str) -> list[Use]:
    return [Use("rundown", path.name, str(session.get("name", "")), True, day, day,
                str(event.get("starts_at", ""))[11:19])
            for day, path, body in rundowns(home, today) if isinstance(body, dict)
            for session in body.get("sessions", ()) if isinstance(session, dict)
            for event in session.get("events", ()) if isinstance(event, dict)
            and any(sha in cuts for sha in hashes(event.get("cut")))]
