"""What is judged: a bulletin with its words, or a sound of the library, read inside one unit of work."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from broadcaster.base.errors import Refused
from broadcaster.bulletins import store
from broadcaster.bulletins.model import Bulletin, text_sha256
from broadcaster.library import store as library_store
from broadcaster.library.model import CartKind, Cut, State


@dataclass(frozen=True)
class Subject:
    """"bulletin:<id>" or "cart:<id>" as it is now."""

    name: str
    title: str
    kind: CartKind
    state: State
    author: str
    cut: Cut | None
    text_sha256: str
    current: bool
    bulletin: Bulletin | None
    cart_id: str
    days: tuple[str, str] = ("", "")
    """First and last day its author gave it; empty: open."""


def subject_of(connection: Connection, name: str) -> Subject:
    """Raises Refused("approval.unknown"); a bulletin's item is its bulletin."""
    kind, _, key = name.partition(":")
    if kind == "bulletin" and (bulletin := store.get(connection, key)) is not None:
        return Subject(name, bulletin.title, bulletin.kind, bulletin.state, bulletin.author, bulletin.cut,
                        text_sha256(bulletin.text), bulletin.audio_current, bulletin,
                        store.cart_id(connection, key))
    carts = library_store.carts(connection, [key]) if kind == "cart" else []
    if not carts:
        raise Refused("approval.unknown", f"there is nothing called {name!r}", subject=name)
    cart = carts[0]
    if cart.bulletin_id:  # its words live in the bulletin: they are judged together
        return subject_of(connection, f"bulletin:{cart.bulletin_id}")
    return Subject(name, cart.title, cart.kind, cart.state, cart.author, cart.cut, "", True, None, cart.id,
                   (cart.valid_from, cart.valid_until))
