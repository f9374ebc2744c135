"""SQL of the files that came with letters."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from broadcaster.base.clock import format_time, parse_time
from broadcaster.db.schema import cart, directive_attachment
from broadcaster.directives import store
from broadcaster.directives.model import Attachment

_TABLE = directive_attachment


def add(c: Connection, item: Attachment) -> None:
    c.execute(insert(_TABLE).values(
        id=item.id, directive_id=item.directive_id, kind=item.kind, file_name=item.file_name, sha256=item.sha256,
        suffix=item.suffix, cart_id=item.cart_id or None, bulletin_id=item.bulletin_id or None,
        added_at=format_time(item.added_at), added_by=item.added_by))


def change(c: Connection, attachment_id: str, **values: Any) -> None:
    c.execute(update(_TABLE).where(_TABLE.c.id == attachment_id).values(**values))


def get(c: Connection, attachment_id: str) -> Attachment | None:
    row = c.execute(select(_TABLE).where(_TABLE.c.id == attachment_id)).first()
    return _attachment(row) if row else None


def of(c: Connection, directive_id: str) -> list[Attachment]:
    """Those there now, in the order they came."""
    rows = c.execute(select(_TABLE).where(_TABLE.c.directive_id == directive_id, _TABLE.c.removed_at == "")
                     .order_by(_TABLE.c.added_at, _TABLE.c.id))
    return [_attachment(row) for row in rows]


def same_file(c: Connection, directive_id: str, sha256: str) -> tuple[Attachment, bool] | None:
    """The attachment with these bytes, and whether it was taken away."""
    row = c.execute(select(_TABLE).where(_TABLE.c.directive_id == directive_id, _TABLE.c.sha256 == sha256)
                    .order_by(_TABLE.c.removed_at)).first()
    return (_attachment(row), bool(row.removed_at)) if row else None


def adopt(c: Connection, cart_id: str, directive_id: str) -> None:
    """A sound that was in the library before its letter belongs to the letter now, unless another has it."""
    c.execute(update(cart).where(cart.c.id == cart_id, cart.c.directive_id.is_(None))
              .values(directive_id=directive_id))


def reindex(c: Connection, directive_id: str) -> None:
    """The letter is found by the names of its files."""
    if letter := store.get(c, directive_id):
        store.index(c, letter)


def _attachment(row: Row[Any]) -> Attachment:
    return Attachment(row.id, row.directive_id, row.kind, row.file_name, row.sha256, row.suffix,
                      parse_time(row.added_at), row.added_by, row.cart_id or "", row.bulletin_id or "")
