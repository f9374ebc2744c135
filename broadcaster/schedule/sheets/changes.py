"""What differs between two sheets of one week, told once however many days it concerns. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from broadcaster.schedule.sheets.sheet import Change, SheetItem, Slot

_ORDER = ("session_added", "session_removed", "session_moved", "session_zones", "item_added", "item_removed",
          "item_moved", "item_renamed", "order")

_Loose = Counter[tuple[str, str]]
"""(session, cart) -> airings."""


def changes_between(before: Sequence[Slot], after: Sequence[Slot], since: datetime | None = None) -> list[Change]:
    """From the one to the other. `since`: sessions that started earlier are history and are left out."""
    old, new = _by_session(before, since), _by_session(after, since)
    found = [*_sessions(old, new), *_items(old, new)]
    return _grouped(found)


def _by_session(slots: Sequence[Slot], since: datetime | None) -> dict[str, Slot]:
    return {slot.session: slot for slot in slots if since is None or slot.starts > since}


def _sessions(old: Mapping[str, Slot], new: Mapping[str, Slot]) -> Iterator[Change]:
    for name, slot in new.items():
        was = old.get(name)
        if was is None:
            yield Change("session_added", (slot.day,), name=slot.name, after=_hours(slot))
            continue
        if _hours(was) != _hours(slot):
            yield Change("session_moved", (slot.day,), name=slot.name, before=_hours(was), after=_hours(slot))
        if set(was.zones) != set(slot.zones):
            yield Change("session_zones", (slot.day,), name=slot.name, before=", ".join(was.zones),
                         after=", ".join(slot.zones))
    for name, slot in old.items():
        if name not in new:
            yield Change("session_removed", (slot.day,), name=slot.name, before=_hours(slot))


def _items(old: Mapping[str, Slot], new: Mapping[str, Slot]) -> Iterator[Change]:
    for day in sorted({slot.day for slot in (*old.values(), *new.values())}):
        before = {name: slot for name, slot in old.items() if slot.day == day}
        after = {name: slot for name, slot in new.items() if slot.day == day}
        had, has = _airings(before), _airings(after)
        yield from _moves(day, before, after, had - has, has - had)
        for name in sorted(set(before) & set(after)):
            yield from _same_session(before[name], after[name])


def _airings(slots: Mapping[str, Slot]) -> _Loose:
    return Counter((name, item.cart) for name, slot in slots.items() for item in slot.items)


def _moves(day: date, before: Mapping[str, Slot], after: Mapping[str, Slot], gone: _Loose,
           come: _Loose) -> Iterator[Change]:
    """An airing gone here and come there on the same day was moved."""
    for session, cart in sorted(gone.elements()):
        title = _titles(before[session])[cart]
        target = next((name for name, other in sorted(come) if other == cart and come[name, cart]), "")
        if target:
            come[target, cart] -= 1
            yield Change("item_moved", (day,), title=title, before=before[session].name, after=after[target].name)
        elif session in after:
            yield Change("item_removed", (day,), title=title)
    for session, cart in sorted(come.elements()):
        if session in before:
            yield Change("item_added", (day,), title=_titles(after[session])[cart])


def _same_session(was: Slot, slot: Slot) -> Iterator[Change]:
    titles = _titles(was)
    for item in {item.cart: item for item in slot.items}.values():
        if item.cart in titles and titles[item.cart] != item.title:
            yield Change("item_renamed", (slot.day,), before=titles[item.cart], after=item.title)
    if _carts(was) != _carts(slot) and sorted(_carts(was)) == sorted(_carts(slot)):
        yield Change("order", (slot.day,), name=slot.name)


def _titles(slot: Slot) -> dict[str, str]:
    return {item.cart: item.title for item in slot.items}


def _carts(slot: Slot) -> list[str]:
    return [item.cart for item in slot.items]


def _hours(slot: Slot) -> str:
    return f"{slot.starts:%H:%M}–{slot.ends:%H:%M}"


def _grouped(changes: Sequence[Change]) -> list[Change]:
    groups: dict[Change, list[date]] = {}
    for change in changes:
        groups.setdefault(replace(change, days=()), []).extend(change.days)
    told = [replace(change, days=tuple(sorted(set(days))), times=len(days)) for change, days in groups.items()]
    return sorted(told, key=lambda change: (_ORDER.index(change.code), change.days, change.name, change.title))


def total(slots: Sequence[Slot]) -> tuple[int, int]:
    """(distinct items, airings): never one number for both."""
    airings: list[SheetItem] = [item for slot in slots for item in slot.items]
    return len({item.cart for item in airings}), len(airings)
