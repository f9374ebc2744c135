"""The items of a station as data: find them, change what is said about them, follow where they are used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.db.engine import Database
from broadcaster.library import categories as vocabulary
from broadcaster.library import edits, listing_store, states, store, use_store
from broadcaster.library.categories import Category, Daypart, Right
from broadcaster.library.model import Aired, Cart, CartKind, Changed, Filter, State, Undo, Undone, Use, Version
from broadcaster.library.states import the_cart


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
            asked = _filter(wanted, kinds, states)
            found = listing_store.ids(connection, asked, self._today(), limit, offset, self._more())
            return store.carts(connection, found)

    def count(self, wanted: Filter | str = "", kinds: Collection[CartKind] = (),
              states: Collection[State] = ()) -> int:
        """How many `find` would give without a limit."""
        with self._database.read() as connection:
            return listing_store.count(connection, _filter(wanted, kinds, states), self._today(), self._more())

    def ids(self, wanted: Filter | str = "", kinds: Collection[CartKind] = (),
            states: Collection[State] = ()) -> list[str]:
        """All ids that match: the backbone of a list that loads only the rows in sight."""
        with self._database.read() as connection:
            return listing_store.ids(connection, _filter(wanted, kinds, states), self._today(), more=self._more())

    def rows(self, ids: Sequence[str]) -> list[Cart]:
        """These carts, in this order."""
        with self._database.read() as connection:
            return store.carts(connection, ids)

    def edit(self, ids: Sequence[str], values: Mapping[str, object], by: str = "") -> Undo:
        """Change values of one or many items in one unit of work: all of it, or nothing. An approved sound stays so.

        Names: title, kind, category, language, origin, directive_id, valid_from, valid_until, dayparts, zones, rights,
        source_note, artist, note, cue_frames. Raises Refused: cart.unknown, cart.title, cart.value, cart.dates,
        cart.cue, directive.unknown.
        """
        wanted = edits.checked(values, self._vocabulary())
        with self._database.write("cart", "audit") as connection:
            _refuse_unknown_letter(connection, wanted)
            changes = self._change(connection, _the_carts(connection, ids), wanted, by, "cart.edit")
            touched = {change.cart_id for change in changes if change.name == "valid_until"}
            beyond = store.beyond_approval(connection, touched)
        return Undo(tuple(changes), tuple(beyond))

    def undo(self, edit: Undo, by: str = "") -> Undone:
        """Put back what still is as the edit left it."""
        left: list[Changed] = []
        alike: dict[str, list[str]] = defaultdict(list)
        before: dict[str, dict[str, Any]] = {}
        with self._database.write("cart", "audit") as connection:
            now = {cart.id: cart for cart in store.carts(connection, _ids_of(edit.changes))}
            for cart_id, mine in _by_item(edit.changes).items():
                same = [change for change in mine
                        if cart_id in now and getattr(now[cart_id], change.name) == change.after]
                left += [change for change in mine if change not in same]
                values = {change.name: change.before for change in same}
                alike[repr(values)].append(cart_id)  # many had the same: they are put back together
                before[repr(values)] = values
            back = [change for values, ids in alike.items() if before[values] for change in self._change(
                connection, [now[cart_id] for cart_id in ids], before[values], by, "cart.undo")]
        undone = {(change.cart_id, change.name) for change in back}
        return Undone(tuple(change for change in edit.changes if (change.cart_id, change.name) in undone), tuple(left))

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
        with self._database.write(*states.TABLES) as connection:
            cart = the_cart(connection, cart_id)
            return states.put_out_of_use(connection, cart, State.WITHDRAWN, by, self._now(), reason)

    def restore(self, cart_id: str, by: str = "", reason: str = "") -> Cart:
        """A withdrawn or superseded item as a draft again; others stay as they are. Raises Refused("cart.unknown")."""
        return self._back(cart_id, "restore", (State.WITHDRAWN, State.SUPERSEDED), by, reason)

    def archive(self, cart_id: str, by: str = "", reason: str = "") -> Cart:
        """Out of every list, kept for the record; its approval ends. Raises Refused("cart.unknown")."""
        with self._database.write(*states.TABLES) as connection:
            cart = the_cart(connection, cart_id)
            return states.put_out_of_use(connection, cart, State.ARCHIVED, by, self._now(), reason)

    def unarchive(self, cart_id: str, by: str = "", reason: str = "") -> Cart:
        """An archived item as a draft again; others stay as they are. Raises Refused("cart.unknown")."""
        return self._back(cart_id, "unarchive", (State.ARCHIVED,), by, reason)

    def supersede(self, old_id: str, new_id: str, by: str = "") -> Cart:
        """Another item takes its place; the old one's approval ends. Raises Refused: cart.unknown, cart.value."""
        if old_id == new_id:
            raise Refused("cart.value", "an item cannot take its own place", name="superseded_by", value=new_id)
        with self._database.write(*states.TABLES) as connection:
            old, new = the_cart(connection, old_id), the_cart(connection, new_id)
            if new.state in listing_store.OUT_OF_USE:
                raise Refused("cart.value", f"{new.title!r} is out of use itself", name="superseded_by",
                              value=new.title)
            return states.put_out_of_use(connection, old, State.SUPERSEDED, by, self._now(), superseded_by=new.id)

    def versions(self, cart_id: str) -> list[Version]:
        """Every sound the item has had, the newest first. Raises Refused("cart.unknown")."""
        with self._database.read() as connection:
            the_cart(connection, cart_id)
            return store.versions(connection, cart_id)

    def use_version(self, cart_id: str, number: int, by: str = "", reason: str = "") -> Cart:
        """An earlier sound again, as a new version and a draft; its approval ends. `reason`: for the record.

        Raises Refused: cart.unknown, cart.version_unknown, cart.version_bulletin, cart.version_gone.
        """
        with self._database.write(*states.TABLES) as connection:
            cart = the_cart(connection, cart_id)
            version = next((item for item in store.versions(connection, cart_id) if item.number == number), None)
            if version is None:
                raise Refused("cart.version_unknown", f"{cart.title!r} has no version {number}", title=cart.title,
                              number=number)
            if cart.bulletin_id:
                raise Refused("cart.version_bulletin", f"{cart.title!r} was made from a bulletin: change it there",
                              title=cart.title)
            cut = store.cut(connection, version.cut_sha256)
            if cut is None or not self._home.audio(version.cut_sha256).exists():
                raise Refused("cart.version_gone", f"the sound of version {number} is kept no longer",
                              title=cart.title, number=number)
            return states.give_sound(connection, cart, cut, "restore", by, self._now(), reason)

    def used(self, cart_id: str) -> list[Use]:
        """Where it is used, what can still come on air first. Raises Refused("cart.unknown")."""
        with self._database.read() as connection:
            cart = the_cart(connection, cart_id)
            return use_store.used(connection, self._home, cart, self._today())

    def aired(self, cart_id: str, limit: int = 200) -> list[Aired]:
        """When it went out, under any version, the latest first. Raises Refused("cart.unknown")."""
        with self._database.read() as connection:
            return use_store.aired(connection, the_cart(connection, cart_id), limit)

    def categories(self) -> list[Category]:
        """What an item can be about: the decree's classes, then the station's own. Raises Refused("library.words")."""
        return vocabulary.categories(self._home)

    def rights(self) -> list[Right]:
        """By what right a sound may be broadcast. Raises Refused("library.words")."""
        return vocabulary.rights()

    def dayparts(self) -> list[Daypart]:
        """The times of day an item can be for. Raises Refused("library.words")."""
        return vocabulary.dayparts()

    def languages(self) -> dict[str, str]:
        """Code to name."""
        return vocabulary.languages()

    def _more(self) -> vocabulary.Tokens:
        try:
            return vocabulary.tokens(self.categories())
        except Refused:  # the station's own file is broken, which must not stop the search
            return vocabulary.tokens(())

    def _now(self) -> str:
        return format_time(self._clock.now())

    def _today(self) -> str:
        return self._clock.now().date().isoformat()

    def _vocabulary(self) -> edits.Vocabulary:
        return edits.Vocabulary(
            [item.key for item in self.categories()], [item.key for item in self.rights()],
            [item.key for item in self.dayparts()], list(self.languages()),
            [zone.name for zone in self._settings.zones])

    def _change(self, connection: Connection, carts: Sequence[Cart], wanted: Mapping[str, Any], by: str,
                action: str) -> list[Changed]:
        """The same values for all of these items."""
        changes: list[Changed] = []
        for cart in carts:
            mine = [Changed(cart.id, name, getattr(cart, name), value) for name, value in wanted.items()
                    if getattr(cart, name) != value]
            if mine:
                edits.check_together(replace(cart, **wanted))
                store.add_audit(connection, self._now(), by, action, cart.id,
                                **{change.name: [change.before, change.after] for change in mine})
                changes += mine
        touched = _ids_of(changes)
        store.change_carts(connection, touched, self._now(), **edits.as_columns(wanted))
        if not edits.UNSPOKEN.issuperset(wanted):
            store.index_again(connection, touched)
        return changes

    def _back(self, cart_id: str, action: str, states_before: Collection[State], by: str, reason: str) -> Cart:
        with self._database.write(*states.TABLES) as connection:
            cart = the_cart(connection, cart_id)
            if cart.state not in states_before:
                return cart
            return states.bring_back(connection, cart, action, by, self._now(), reason)


def _the_carts(connection: Connection, ids: Sequence[str]) -> list[Cart]:
    """Raises Refused("cart.unknown") for the first that is not there."""
    wanted = list(dict.fromkeys(ids))
    found = store.carts(connection, wanted)
    if len(found) < len(wanted):
        gone = next(iter(set(wanted) - {cart.id for cart in found}))
        raise Refused("cart.unknown", f"no such item: {gone}", id=gone)
    return found


def _refuse_unknown_letter(connection: Connection, wanted: Mapping[str, Any]) -> None:
    letter = wanted.get("directive_id")
    if letter and not store.has_directive(connection, letter):
        raise Refused("directive.unknown", f"no such letter: {letter}", id=letter)


def _by_item(changes: Sequence[Changed]) -> dict[str, list[Changed]]:
    found: dict[str, list[Changed]] = defaultdict(list)
    for change in changes:
        found[change.cart_id].append(change)
    return found


def _ids_of(changes: Sequence[Changed]) -> list[str]:
    return list(dict.fromkeys(change.cart_id for change in changes))


def _filter(wanted: Filter | str, kinds: Collection[CartKind], states: Collection[State]) -> Filter:
    if isinstance(wanted, Filter):
        return wanted
    return Filter(wanted, tuple(kinds), tuple(states))
