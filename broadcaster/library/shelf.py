"""The items of a station as data: find them, change what is said about them, follow where they are used."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Connection

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.db.engine import Database
from broadcaster.library import categories, listing_store, store
from broadcaster.library.categories import Category, Daypart, Right
from broadcaster.library.model import Aired, Cart, CartKind, Filter, State, Undo, Undone, Use, Version


class Shelf:
    """What the library knows of its items, apart from how sounds come in."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock

    def get(self, cart_id: str) -> Cart:
        """Raises Refused("cart.unknown")."""
        with self._database.read() as connection:
            return the_cart(connection, cart_id)

    def find(self, wanted: Filter | str = "", kinds: Collection[CartKind] = (), states: Collection[State] = (),
             limit: int = 200, offset: int = 0) -> list[Cart]:
        """What matches: a Filter, or words that must all be there; withdrawn ones and the like only when asked for."""
        with self._database.read() as connection:
            found = listing_store.ids(connection, _filter(wanted, kinds, states), self._today(), limit, offset)
            return store.carts(connection, found)

    def count(self, wanted: Filter | str = "", kinds: Collection[CartKind] = (),
              states: Collection[State] = ()) -> int:
        """How many `find` would give without a limit."""
        with self._database.read() as connection:
            return listing_store.count(connection, _filter(wanted, kinds, states), self._today())

    def ids(self, wanted: Filter | str = "", kinds: Collection[CartKind] = (),
            states: Collection[State] = ()) -> list[str]:
        """All ids that match: the backbone of a list that loads only the rows in sight."""
        with self._database.read() as connection:
            return listing_store.ids(connection, _filter(wanted, kinds, states), self._today())

    def rows(self, ids: Sequence[str]) -> list[Cart]:
        """These carts, in this order."""
        with self._database.read() as connection:
            return store.carts(connection, ids)

    def edit(self, ids: Sequence[str], values: Mapping[str, object], by: str = "") -> Undo:
        """Change values of one or many items in one unit of work: all of it, or nothing.

        Names: title, kind, category, language, origin, directive_id, valid_from, valid_until, dayparts, zones, rights,
        source_note, artist, note, cue_frames. Raises Refused: cart.unknown, cart.title, cart.value.
        """
        raise NotImplementedError

    def undo(self, edit: Undo, by: str = "") -> Undone:
        """Put back what still is as the edit left it."""
        raise NotImplementedError

    def rename(self, cart_id: str, title: str, by: str = "") -> Cart:
        """Raises Refused: cart.unknown, cart.title."""
        self.edit([cart_id], {"title": title}, by)
        return self.get(cart_id)

    def set_kind(self, cart_id: str, kind: CartKind, by: str = "") -> Cart:
        """Raises Refused("cart.unknown")."""
        self.edit([cart_id], {"kind": CartKind(kind)}, by)
        return self.get(cart_id)

    def withdraw(self, cart_id: str, by: str = "", reason: str = "") -> Cart:
        """Take an item out of use; its approval ends, its sound and history stay. Raises Refused("cart.unknown")."""
        raise NotImplementedError

    def restore(self, cart_id: str, by: str = "", reason: str = "") -> Cart:
        """A withdrawn or superseded item as a draft again; others stay as they are. Raises Refused("cart.unknown")."""
        raise NotImplementedError

    def archive(self, cart_id: str, by: str = "", reason: str = "") -> Cart:
        """Out of every list, kept for the record; its approval ends. Raises Refused("cart.unknown")."""
        raise NotImplementedError

    def unarchive(self, cart_id: str, by: str = "", reason: str = "") -> Cart:
        """An archived item as a draft again; others stay as they are. Raises Refused("cart.unknown")."""
        raise NotImplementedError

    def supersede(self, old_id: str, new_id: str, by: str = "") -> Cart:
        """Another item takes its place; the old one's approval ends. Raises Refused: cart.unknown, cart.value."""
        raise NotImplementedError

    def versions(self, cart_id: str) -> list[Version]:
        """Every sound the item has had, the newest first. Raises Refused("cart.unknown")."""
        raise NotImplementedError

    def use_version(self, cart_id: str, number: int, by: str = "") -> Cart:
        """An earlier sound again, as a new version and a draft; its approval ends.

        Raises Refused: cart.unknown, cart.version_unknown, cart.version_bulletin, cart.version_gone.
        """
        raise NotImplementedError

    def used(self, cart_id: str) -> list[Use]:
        """Where it is used, what can still come on air first. Raises Refused("cart.unknown")."""
        raise NotImplementedError

    def aired(self, cart_id: str, limit: int = 200) -> list[Aired]:
        """When it went out, under any version, the latest first. Raises Refused("cart.unknown")."""
        raise NotImplementedError

    def categories(self) -> list[Category]:
        """What an item can be about: the decree's classes, then the station's own. Raises Refused("library.words")."""
        return categories.categories(self._home)

    def rights(self) -> list[Right]:
        """By what right a sound may be broadcast. Raises Refused("library.words")."""
        return categories.rights()

    def dayparts(self) -> list[Daypart]:
        """The times of day an item can be for. Raises Refused("library.words")."""
        return categories.dayparts()

    def languages(self) -> dict[str, str]:
        """Code to name."""
        return categories.languages()

    def _now(self) -> str:
        return format_time(self._clock.now())

    def _today(self) -> str:
        return self._clock.now().date().isoformat()

    def _unapprove(self, connection: Connection, cart: Cart, reason: str) -> None:
        if cart.approval_id:
            store.void_approval(connection, cart.approval_id, self._now(), reason)
            store.change_cart(connection, cart.id, self._now(), approval_id=None)


def the_cart(connection: Connection, cart_id: str) -> Cart:
    """Raises Refused("cart.unknown")."""
    found = store.carts(connection, [cart_id])
    if not found:
        raise Refused("cart.unknown", f"no such item: {cart_id}", id=cart_id)
    return found[0]


def _filter(wanted: Filter | str, kinds: Collection[CartKind], states: Collection[State]) -> Filter:
    if isinstance(wanted, Filter):
        return wanted
    return Filter(wanted, tuple(kinds), tuple(states))
