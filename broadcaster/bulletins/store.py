"""The SQL of bulletins and approvals."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from broadcaster.bulletins.model import Bulletin, Production, text_sha256
from broadcaster.db import item_words, schema, trail
from broadcaster.library import store as library_store
from broadcaster.library.model import CartKind, State
from broadcaster.protocol.approval import Approval

APPROVED_ANEW = "approved anew"
_BULLETIN = schema.bulletin.c
_APPROVAL = schema.approval.c


def add(connection: Connection, bulletin: Bulletin) -> None:
    connection.execute(insert(schema.bulletin).values(
        id=bulletin.id, directive_id=bulletin.directive_id or None, title=bulletin.title, kind=bulletin.kind.value,
        text=bulletin.text, points=list(bulletin.points), state=bulletin.state.value, author=bulletin.author,
        voice=bulletin.voice, rate=bulletin.rate, language=bulletin.language, production=asdict(bulletin.production),
        created_at=bulletin.created_at, updated_at=bulletin.updated_at))


def change(connection: Connection, bulletin_id: str, at: str, **values: Any) -> None:
    connection.execute(update(schema.bulletin).where(_BULLETIN.id == bulletin_id).values(updated_at=at, **values))
    if "text" in values:
        item_words.index_bulletin(connection, bulletin_id)


def get(connection: Connection, bulletin_id: str) -> Bulletin | None:
    row = connection.execute(select(schema.bulletin).where(_BULLETIN.id == bulletin_id)).first()
    return _bulletin(connection, row) if row else None


def like_id(connection: Connection, ref: str) -> list[str]:
    """Ids that begin or end with `ref`."""
    wanted = ref.replace("%", "").replace("_", "")
    query = select(_BULLETIN.id).where(_BULLETIN.id.like(f"{wanted}%") | _BULLETIN.id.like(f"%{wanted}")).limit(3)
    return list(connection.scalars(query)) if wanted else []


def rows(connection: Connection, *, withdrawn: bool = False) -> list[Bulletin]:
    """Last changed first."""
    query = select(schema.bulletin).order_by(_BULLETIN.updated_at.desc(), _BULLETIN.id.desc())
    if not withdrawn:
        query = query.where(_BULLETIN.state != State.WITHDRAWN.value)
    return [_bulletin(connection, row) for row in connection.execute(query)]


def last_production(connection: Connection) -> Production | None:
    """Of the bulletin changed last that has anything around its words."""
    query = (select(_BULLETIN.produced_with).where(_BULLETIN.cut_sha256.is_not(None))
             .order_by(_BULLETIN.updated_at.desc(), _BULLETIN.id.desc()).limit(200))
    found = (Production(**values) for values in connection.scalars(query))
    return next((production for production in found if not production.plain), None)


def cart_id(connection: Connection, bulletin_id: str) -> str:
    """The item a bulletin airs as; empty before its first approval."""
    return str(connection.scalar(select(schema.cart.c.id).where(schema.cart.c.bulletin_id == bulletin_id)) or "")


def void_approvals(connection: Connection, subject: str, at: str, reason: str) -> bool:
    """No approval of `subject` holds any longer, nor the cart that aired under it. True if there was one."""
    done = connection.execute(update(schema.approval)
                              .where(_APPROVAL.subject == subject, _APPROVAL.voided_at == "")
                              .values(voided_at=at, voided_reason=reason))
    ids = select(_APPROVAL.id).where(_APPROVAL.subject == subject)
    connection.execute(update(schema.cart).where(schema.cart.c.approval_id.in_(ids))
                       .values(approval_id=None, state=State.DRAFT.value, updated_at=at))
    return done.rowcount > 0


def add_approval(connection: Connection, approval: Approval, text: str = "") -> None:
    """`text`: the words that were approved, kept to show later what changed since."""
    connection.execute(insert(schema.approval).values(**vars(approval), text=text))


def approval_of_cart(connection: Connection, cart: str) -> Approval | None:
    """The approval under which a cart may air now."""
    query = (select(schema.approval).join(schema.cart, schema.cart.c.approval_id == _APPROVAL.id)
             .where(schema.cart.c.id == cart, _APPROVAL.voided_at == ""))
    row = connection.execute(query).first()
    if row is None:
        return None
    return Approval(row.id, row.subject, row.text_sha256, row.audio_sha256, row.approver, row.approved_at,
                    row.valid_until, row.self_approved, row.valid_from, row.second_approver, row.second_at, row.seal)


def withdrawn_approvals(connection: Connection) -> frozenset[str]:
    """Ids of approvals that were taken back or fell with a change; one that only gave way to a newer one is none."""
    query = select(_APPROVAL.id).where(_APPROVAL.voided_at != "", _APPROVAL.voided_reason != APPROVED_ANEW)
    return frozenset(connection.execute(query).scalars())


def audit(connection: Connection, at: str, person: str, action: str, subject: str, **detail: Any) -> None:
    """Who did what, in the same unit of work as the act."""
    trail.add(connection, at, person, action, subject, detail)


def submitted_at(connection: Connection, subject: str) -> str:
    query = (select(schema.audit.c.at).where(schema.audit.c.subject == subject, schema.audit.c.action.like("%.submit"))
             .order_by(schema.audit.c.id.desc()).limit(1))
    return str(connection.scalar(query) or "")


def last_submitter(connection: Connection, subject: str) -> str:
    query = (select(schema.audit.c.person)
             .where(schema.audit.c.subject == subject, schema.audit.c.action.like("%.submit"))
             .order_by(schema.audit.c.id.desc()).limit(1))
    return str(connection.scalar(query) or "")


def _bulletin(connection: Connection, row: Row[Any]) -> Bulletin:
    cut = library_store.cut(connection, row.cut_sha256) if row.cut_sha256 else None
    current = cut is not None and row.voiced_text_sha256 == text_sha256(row.text)
    # Before there was production, the cut was the words.
    speech = row.speech_sha256 or (row.cut_sha256 or "" if cut and cut.source != "production" else "")
    return Bulletin(
        id=row.id, title=row.title, kind=CartKind(row.kind), text=row.text, state=State(row.state), author=row.author,
        directive_id=row.directive_id or "", points=tuple(row.points), voice=row.voice, rate=row.rate, cut=cut,
        audio_current=current and row.produced_with == row.production,
        returned_reason=row.returned_reason, created_at=row.created_at, updated_at=row.updated_at,
        language=row.language, production=Production(**row.production), speech_sha256=speech,
        words_current=current)
