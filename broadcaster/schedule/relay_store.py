"""Programmes that may be relayed, with the standing decision that lets them, in the database."""

from __future__ import annotations

from sqlalchemy import Connection, and_, select

from broadcaster.db.schema import approval, relay_source
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.rundown import CutRef, Relay
from broadcaster.schedule.model import RelaySource

_APPROVAL = ("id", "subject", "text_sha256", "audio_sha256", "approver", "approved_at", "valid_until", "self_approved",
             "valid_from", "second_approver", "second_at", "seal")


def sources(c: Connection) -> list[RelaySource]:
    """All that were not removed, by name; `approval` is None where none is in force."""
    granted = [approval.c[name].label(f"granted_{name}") for name in _APPROVAL]
    rows = c.execute(select(relay_source, *granted).outerjoin(
        approval, and_(approval.c.id == relay_source.c.approval_id, approval.c.voided_at == "")).where(
            relay_source.c.removed_at == "").order_by(relay_source.c.name, relay_source.c.id)).mappings()
    found = []
    for row in rows:
        fallback = CutRef(row["fallback_sha256"], row["fallback_frames"]) if row["fallback_sha256"] else None
        held = Approval(**{name: row[f"granted_{name}"] for name in _APPROVAL}) if row["granted_id"] else None
        found.append(RelaySource(row["id"], row["name"], Relay(row["kind"], row["address"], fallback), held, fallback))
    return found
