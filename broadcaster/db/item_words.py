"""By which words an item is found: its own, its bulletin's text, its letter's number and subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from broadcaster.base.vietnamese import sort_key
from broadcaster.db import schema, search

KIND = "cart"
_MOST_VARIABLES = 500
_CART, _CUT, _BULLETIN, _LETTER = schema.cart.c, schema.cut.c, schema.bulletin.c, schema.directive.c
_WORDS = (
    select(_CART.id, _CART.title, _CART.artist, _CART.note, _CART.source_note, _CART.category, _CUT.original_name,
           _BULLETIN.text, _LETTER.number, _LETTER.subject)
    .select_from(schema.cart).join(schema.cut, _CUT.sha256 == _CART.cut_sha256)
    .outerjoin(schema.bulletin, _BULLETIN.id == _CART.bulletin_id)
    .outerjoin(schema.directive, _LETTER.id == _CART.directive_id))


def index_cart(connection: Connection, cart_id: str) -> None:
    """Make an item findable as it is now; one that is gone is found no longer."""
    index_carts(connection, [cart_id])


def index_carts(connection: Connection, cart_ids: Sequence[str]) -> None:
    """Like index_cart, for many."""
    for start in range(0, len(cart_ids), _MOST_VARIABLES):
        part = cart_ids[start:start + _MOST_VARIABLES]
        rows = connection.execute(_WORDS.where(_CART.id.in_(part))).all()
        for gone in set(part) - {row.id for row in rows}:
            search.forget(connection, KIND, gone)
        for row in rows:
            _index(connection, row)


def index_bulletin(connection: Connection, bulletin_id: str) -> None:
    """After a bulletin's text changed."""
    index_carts(connection, connection.scalars(select(_CART.id).where(_CART.bulletin_id == bulletin_id)).all())


def index_letter(connection: Connection, directive_id: str) -> None:
    """After a letter's number or subject changed."""
    index_carts(connection, connection.scalars(select(_CART.id).where(_CART.directive_id == directive_id)).all())


def index_all(connection: Connection) -> int:
    """Every item anew; gives how many."""
    found = connection.scalars(select(_CART.id).order_by(_CART.created_at, _CART.id)).all()
    index_carts(connection, found)
    return len(found)


def _index(connection: Connection, row: Any) -> None:
    number = row.number or ""
    # Numbers are typed with and without the strokes between their parts.
    joined = "".join(character for character in number if character.isalnum())
    search.index(connection, KIND, row.id, row.title, row.artist, row.note, row.source_note,
                 category_token(row.category), row.original_name, row.text or "", number, joined, row.subject or "",
                 sort=sort_key(row.title))


def category_token(key: str) -> str:
    """A word nobody types that stands for a category in an item's text: its names may change, and are asked for."""
    return f"zzcategory{re.sub('[^a-z0-9]', '', key.lower())}" if key else ""
