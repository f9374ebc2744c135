"""Programmes that may be relayed, with the standing decision that lets them, in the database."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, RowMapping, Select, and_, insert, select, update

from broadcaster.base.frames import RATE
from broadcaster.bulletins.store import APPROVED_ANEW
from broadcaster.db.schema import approval, audit, cart, relay_source
from broadcaster.library.model import State
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.relay_address import KINDS
from broadcaster.protocol.rundown import CutRef, Relay
from broadcaster.schedule.model import RelaySource
from broadcaster.schedule.sessions.toml_words import LONGEST_MINUTES
from broadcaster.schedule.stored import Broken, number, readable

_APPROVAL = ("id", "subject", "text_sha256", "audio_sha256", "approver", "approved_at", "valid_until", "self_approved",
             "valid_from", "second_approver", "second_at", "seal")


def sources(c: Connection, broken: Broken | None = None) -> list[RelaySource]:
    """All that were not removed, by name; `approval` is None where none is in force, or what replaces it fell away."""
    rows = c.execute(_query().where(relay_source.c.removed_at == "")).mappings()
    return list(readable("relay_source", rows, _source, lambda row: row["name"], broken))


def _source(row: RowMapping) -> RelaySource:
    if row["kind"] not in KINDS:
        raise ValueError(f"{row['kind']!r} is not a kind of source")
    if row["fallback_sha256"]:
        number(row["fallback_frames"], 1, LONGEST_MINUTES * 60 * RATE)
    return source_of(row, held=not row["voided_at"] and not fallback_gone(row))


def rows(c: Connection, removed: bool = False) -> list[RowMapping]:
    """Every source with its last approval (granted_…, voided_at, voided_reason) and its fallback's item."""
    query = _query() if removed else _query().where(relay_source.c.removed_at == "")
    return list(c.execute(query).mappings())


def row(c: Connection, source_id: str) -> RowMapping | None:
    """One of them, also a removed one."""
    return c.execute(_query().where(relay_source.c.id == source_id)).mappings().first()


def source_of(found: RowMapping, *, held: bool) -> RelaySource:
    """`held`: its approval is part of it."""
    fallback = CutRef(found["fallback_sha256"], found["fallback_frames"]) if found["fallback_sha256"] else None
    given = Approval(**{name: found[f"granted_{name}"] for name in _APPROVAL}) \
        if held and found["granted_id"] else None
    return RelaySource(found["id"], found["name"], Relay(found["kind"], found["address"], fallback), given, fallback)


def fallback_gone(found: RowMapping) -> bool:
    """What replaces it may itself air no longer, or its item has another sound now."""
    return bool(found["fallback_cart_id"]) and (
        found["cart_state"] != State.APPROVED.value or found["cart_sha256"] != found["fallback_sha256"])


def taken_back(found: RowMapping) -> str:
    """Why its last approval was withdrawn; empty where it was not."""
    reason = str(found["voided_reason"] or "")
    return reason.removeprefix(WITHDRAWN) if found["voided_at"] and reason != APPROVED_ANEW else ""


CHANGED, WITHDRAWN = "changed", "withdrawn: "
"""Why an approval ended, as its row says it."""


def add(c: Connection, **values: Any) -> None:
    c.execute(insert(relay_source).values(**values))


def change(c: Connection, source_id: str, **values: Any) -> None:
    c.execute(update(relay_source).where(relay_source.c.id == source_id).values(**values))


def hands(c: Connection, subject: str) -> list[str]:
    """Who entered or changed what an approval of it binds, the last one last."""
    acts = ("relay.add", "relay.address")
    return list(c.scalars(select(audit.c.person).where(audit.c.subject == subject, audit.c.action.in_(acts))
                          .order_by(audit.c.id)))


def _query() -> Select[Any]:
    granted = [approval.c[name].label(f"granted_{name}") for name in _APPROVAL]
    item = [cart.c.state.label("cart_state"), cart.c.cut_sha256.label("cart_sha256"), cart.c.title.label("cart_title")]
    joined = relay_source.outerjoin(approval, approval.c.id == relay_source.c.approval_id).outerjoin(
        cart, and_(cart.c.id == relay_source.c.fallback_cart_id, relay_source.c.fallback_cart_id.is_not(None)))
    return select(relay_source, approval.c.voided_at, approval.c.voided_reason, *granted, *item).select_from(
        joined).order_by(relay_source.c.name, relay_source.c.id)
