"""The SQL of approval slips: one approval with the words it was given to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from broadcaster.db import schema
from broadcaster.protocol.approval import Approval

_APPROVAL = schema.approval.c


@dataclass(frozen=True)
class Filed:
    """An approval as it lies in the database."""

    approval: Approval
    text: str
    voided_at: str
    voided_reason: str


def by_id(connection: Connection, approval_id: str) -> Filed | None:
    return _filed(connection.execute(select(schema.approval).where(_APPROVAL.id == approval_id)).first())


def last_of(connection: Connection, subject: str) -> Filed | None:
    """The approval given last, whether it still holds or not."""
    query = (select(schema.approval).where(_APPROVAL.subject == subject)
             .order_by(_APPROVAL.approved_at.desc(), _APPROVAL.id.desc()).limit(1))
    return _filed(connection.execute(query).first())


def _filed(row: Row[Any] | None) -> Filed | None:
    if row is None:
        return None
    approval = Approval(row.id, row.subject, row.text_sha256, row.audio_sha256, row.approver, row.approved_at,
                        row.valid_until, row.self_approved, row.valid_from, row.second_approver, row.second_at,
                        row.seal)
    return Filed(approval, row.text, row.voided_at, row.voided_reason)
