"""What a change of an item's sound or state entails; inside the caller's unit of work."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from broadcaster.base.errors import Refused
from broadcaster.base.vietnamese import one_line
from broadcaster.library import store
from broadcaster.library.model import Cart, Cut, State

TABLES = ("cart", "cut", "audit", "approval", "bulletin")
"""What a unit of work that calls these may touch."""


def the_cart(connection: Connection, cart_id: str) -> Cart:
    """Raises Refused("cart.unknown")."""
    found = store.carts(connection, [cart_id])
    if not found:
        raise Refused("cart.unknown", f"no such item: {cart_id}", id=cart_id)
    return found[0]


def unapprove(connection: Connection, cart: Cart, at: str, reason: str) -> None:
    """What was approved is not what there is now."""
    if cart.approval_id:
        store.void_approval(connection, cart.approval_id, at, reason)
        store.change_cart(connection, cart.id, at, approval_id=None)


def give_sound(connection: Connection, cart: Cart, cut: Cut, why: str, by: str, at: str, reason: str = "") -> Cart:
    """Another sound for `cart`: a draft again, with one version more; the same sound: as is. `why`: model.Version.

    `reason`: of whoever ends an approval with it.
    """
    if cut.sha256 == cart.cut.sha256:
        return cart
    unapprove(connection, cart, at, "audio changed")
    cue = cart.cue_frames if cart.cue_frames < cut.frames else 0
    store.change_cart(connection, cart.id, at, cut_sha256=cut.sha256, state=State.DRAFT.value, cue_frames=cue)
    store.add_version(connection, replace(cart, cut=cut), why, by, at)
    store.add_audit(connection, at, by, "cart.audio", cart.id, old=cart.cut.sha256, new=cut.sha256, why=why,
                    **({"reason": one_line(reason)} if reason else {}))
    store.index(connection, cart)
    return the_cart(connection, cart.id)


def put_out_of_use(connection: Connection, cart: Cart, state: State, by: str, at: str, reason: str = "",
                   superseded_by: str = "") -> Cart:
    """Withdrawn, superseded or archived: its approval ends, its sound and history stay. Already so: as is."""
    if cart.state is state and cart.superseded_by == superseded_by:
        return cart
    unapprove(connection, cart, at, state.value)
    _set(connection, cart, state, at, superseded_by=superseded_by, archived_at=at if state is State.ARCHIVED else "")
    detail = {"with": superseded_by} if superseded_by else {"reason": one_line(reason)}
    store.add_audit(connection, at, by, f"cart.{_ACTS[state]}", cart.id, **detail)
    return the_cart(connection, cart.id)


def bring_back(connection: Connection, cart: Cart, action: str, by: str, at: str, reason: str = "") -> Cart:
    """A draft again: what it had been approved as may be long ago."""
    _set(connection, cart, State.DRAFT, at, superseded_by="", archived_at="")
    store.add_audit(connection, at, by, f"cart.{action}", cart.id, reason=one_line(reason))
    return the_cart(connection, cart.id)


_ACTS = {State.WITHDRAWN: "withdraw", State.SUPERSEDED: "supersede", State.ARCHIVED: "archive"}


def _set(connection: Connection, cart: Cart, state: State, at: str, **values: Any) -> None:
    store.change_cart(connection, cart.id, at, state=state.value, **values)
    if cart.bulletin_id:  # its words live there: they are judged together
        store.change_bulletin_state(connection, cart.bulletin_id, state, at)
