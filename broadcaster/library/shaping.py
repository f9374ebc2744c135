"""Trim and fade a sound without losing anything: every shape is a new cut, and any earlier one can be had back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.db.engine import Database
from broadcaster.library import edit_store, states, store
from broadcaster.library.intake import place_shaped, storing
from broadcaster.library.model import Cart, State
from broadcaster.library.shape import Edit, Shape

if TYPE_CHECKING:
    from broadcaster.library.decode import Cancelled, Progress
    from broadcaster.library.pieces import Written

MOST_COLUMNS = 4000
_OUT_OF_USE = (State.WITHDRAWN, State.SUPERSEDED, State.ARCHIVED)


class ShapingService:
    """The shapes of carts' sounds."""

    def __init__(self, database: Database, home: StationHome, clock: Clock) -> None:
        self._database = database
        self._home = home
        self._clock = clock

    def shape_of(self, cart_id: str) -> Shape:
        """How a cart's sound lies in its recording. Raises Refused("cart.unknown")."""
        cart, edit = self._known(cart_id)
        if edit is None:
            return Shape(0, 0, 0, 0, cart.cue_frames, cart.cut.frames)
        return Shape(edit.head_frames, edit.tail_frames, edit.fade_in_frames, edit.fade_out_frames, cart.cue_frames,
                     edit.head_frames + cart.cut.frames + edit.tail_frames)

    def cover(self, cart_id: str) -> bytes:
        """The picture that came with the sound, a JPEG; empty without one. Raises Refused("cart.unknown")."""
        cart, _ = self._known(cart_id)
        with self._database.read() as connection:
            return edit_store.cover(connection, cart.cut.sha256)

    def picture(self, cart_id: str, columns: int = 2000, progress: Progress | None = None,
                cancelled: Cancelled | None = None) -> bytes:
        """The waveform of the whole recording: peak per column, 0…255. Reads all of it: not for the UI thread.

        Raises Refused: cart.unknown, shape.file, import.cancelled.
        """
        from broadcaster.library import edit

        cart, made = self._known(cart_id)
        if made is None and columns == len(cart.cut.waveform):
            return cart.cut.waveform
        return edit.picture(self._home, cart.cut, made, max(1, min(columns, MOST_COLUMNS)), progress, cancelled)

    def shape(self, cart_id: str, shape: Shape, by: str = "", progress: Progress | None = None,
              cancelled: Cancelled | None = None, reason: str = "") -> Cart:
        """Give a cart's sound another shape; it thereby needs a new approval, unless only the cue moved.

        `reason`: why an approved sound is changed, for the record.

        Raises Refused: cart.unknown, shape.bulletin, shape.state, shape.range, shape.too_short, shape.silent,
        shape.file, shape.changed, disk.*, import.cancelled.
        """
        from broadcaster.library import edit

        cart, made = self._known(cart_id)
        now = self.shape_of(cart_id)
        _refuse(cart)
        wanted = edit.checked(replace(shape, whole_frames=now.whole_frames))
        if replace(wanted, cue_frames=now.cue_frames) == now:
            return self._move_cue(cart_id, wanted.cue_frames, by)
        self._home.create()
        with edit.rendered(self._home, cart.cut, made, wanted, progress, cancelled) as sound, \
                storing(self._database, self._home, sound, "cart", "cut", "audit", "approval") as connection:
            return self._swap(connection, cart, sound, wanted, by, reason)

    def _swap(self, connection: Connection, seen: Cart, sound: Written, wanted: Shape, by: str,
              reason: str) -> Cart:
        at, old = format_time(self._clock.now()), _cart(connection, seen.id)
        _refuse(old)
        if old.cut.sha256 != seen.cut.sha256:
            raise Refused("shape.changed", f"{old.title} was given another sound meanwhile", id=old.id,
                          title=old.title)
        cut = place_shaped(connection, self._home, old.cut, sound, at)
        if cut.sha256 == old.cut.sha256:  # cut off and put on again was nothing but silence of the same length
            return old
        states.give_sound(connection, old, cut, "trim", by, at, reason)
        store.change_cart(connection, old.id, at, cue_frames=wanted.cue_frames)
        store.add_audit(connection, at, by, "cart.trim", old.id, head=wanted.head_frames, tail=wanted.tail_frames,
                        fade_in=wanted.fade_in_frames, fade_out=wanted.fade_out_frames)
        return _cart(connection, old.id)

    def _move_cue(self, cart_id: str, cue_frames: int, by: str) -> Cart:
        with self._database.write("cart", "audit") as connection:
            at = format_time(self._clock.now())
            store.change_cart(connection, cart_id, at, cue_frames=cue_frames)
            store.add_audit(connection, at, by, "cart.cue", cart_id, frames=cue_frames)
            return _cart(connection, cart_id)

    def _known(self, cart_id: str) -> tuple[Cart, Edit | None]:
        with self._database.read() as connection:
            cart = _cart(connection, cart_id)
            return cart, edit_store.edit_of(connection, cart.cut.sha256)


def _refuse(cart: Cart) -> None:
    if cart.bulletin_id:
        raise Refused("shape.bulletin", "a bulletin's sound is shaped where the bulletin is produced", id=cart.id,
                      title=cart.title)
    if cart.state in _OUT_OF_USE:
        raise Refused("shape.state", f"the item is out of use: {cart.state.value}", id=cart.id, title=cart.title,
                      state=cart.state.value)


def _cart(connection: Connection, cart_id: str) -> Cart:
    found = store.carts(connection, [cart_id])
    if not found:
        raise Refused("cart.unknown", f"no such item: {cart_id}", id=cart_id)
    return found[0]

