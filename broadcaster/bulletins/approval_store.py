"""The SQL of a first yes, of an item's history, and of what was approved last."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from broadcaster.bulletins.sign_off import FirstYes, Snapshot, Step
from broadcaster.db import schema

_FIRST = schema.first_yes.c
_APPROVAL = schema.approval.c
_ACTS = {"new": "new", "import": "new", "submit": "submit", "first_yes": "first_yes", "approve": "approve",
         "give_back": "give_back", "withdraw": "withdraw", "delete": "withdraw", "void": "void", "restore": "restored",
         "supersede": "superseded", "archive": "archived", "unarchive": "restored", "reopen": "reopened"}


def keep_first(connection: Connection, yes: FirstYes) -> None:
    forget_first(connection, yes.subject)
    connection.execute(insert(schema.first_yes).values(
        subject=yes.subject, approver=yes.approver, at=yes.at, text_sha256=yes.text_sha256,
        audio_sha256=yes.audio_sha256, valid_from=yes.days[0], valid_until=yes.days[1], channels=yes.channels,
        seal=yes.seal))


def first(connection: Connection, subject: str) -> FirstYes | None:
    row = connection.execute(select(schema.first_yes).where(_FIRST.subject == subject)).first()
    return FirstYes(row.subject, row.approver, row.at, row.text_sha256, row.audio_sha256,
                    (row.valid_from, row.valid_until), dict(row.channels), row.seal) if row else None


def forget_first(connection: Connection, subject: str) -> None:
    connection.execute(delete(schema.first_yes).where(_FIRST.subject == subject))


def last_approved(connection: Connection, subject: str) -> Snapshot | None:
    row = connection.execute(select(schema.approval).where(_APPROVAL.subject == subject)
                             .order_by(_APPROVAL.approved_at.desc(), _APPROVAL.id.desc()).limit(1)).first()
    return Snapshot(row.id, row.text, row.text_sha256, row.audio_sha256, row.approver, row.approved_at,
                    row.valid_until, not row.voided_at) if row else None


def own_reason(connection: Connection, approval_id: str) -> str:
    """Why whoever wrote it approved it: of the first or the second of two, or of the only one."""
    audit = schema.audit.c
    subject = connection.scalar(select(_APPROVAL.subject).where(_APPROVAL.id == approval_id))
    said = ""
    for row in connection.execute(select(audit.action, audit.detail).where(audit.subject == (subject or "?"))
                                  .order_by(audit.id)):
        act = str(row.action).rpartition(".")[2]
        if act == "submit":
            said = ""
        elif act in {"first_yes", "approve"}:
            said = str(row.detail.get("reason", "")) or said
        if act == "approve" and row.detail.get("approval") == approval_id:
            return said if row.detail.get("self_approved") else ""
    return ""


def own_reason_of(connection: Connection, audio_sha256: str, approved_at: str) -> str:
    """The same, for an airing: it knows its sound and the moment."""
    name = connection.scalar(select(_APPROVAL.id).where(
        _APPROVAL.audio_sha256 == audio_sha256, _APPROVAL.approved_at == approved_at).limit(1))
    return own_reason(connection, name) if name else ""


def steps(connection: Connection, subject: str, cart_id: str) -> list[Step]:
    """Oldest first, of the bulletin and of the item it airs as."""
    audit = schema.audit.c
    rows = connection.execute(select(schema.audit).where(audit.subject.in_({subject, f"cart:{cart_id}"}))
                              .order_by(audit.id))
    found = []
    for row in rows:
        act = _ACTS.get(str(row.action).rpartition(".")[2])
        if act:
            found.append(Step(row.at, row.person, act, str(row.detail.get("reason", "")), dict(row.detail)))
    return found
