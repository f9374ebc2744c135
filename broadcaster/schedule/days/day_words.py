"""Edits in the words of others: the trail of who did what, and the player. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from broadcaster.schedule.days.state import DayState
from broadcaster.schedule.model import Airable, Placed, RelaySlot, SessionEdit


def carts_of(edits: Sequence[SessionEdit], *programmes: Sequence[Placed]) -> set[str]:
    """Ids of all items named."""
    found = {item.cart for edit in edits for item in edit.items or ()}
    return found | {item.cart for programme in programmes for item in programme}


def changes(before: DayState, edit: SessionEdit, after: DayState, titles: Mapping[str, str]) -> dict[str, Any]:
    """Name -> what it is now, or the pair of before and now; empty when nothing is different."""
    old = before.edit(edit.session)
    was, now = _frame(before, edit.session), _frame(after, edit.session)
    found: dict[str, Any] = {}
    for name in ("name", "starts", "minutes", "zones"):
        if was and now and was[name] != now[name]:
            found[name] = [was[name], now[name]]
        elif now and not was:
            found[name] = now[name]
    if old.held != edit.held:
        found["held"] = [old.held, edit.held]
    if (old.items is None) != (edit.items is None):
        found["by_hand"] = [old.items is not None, edit.items is not None]
    found |= _items(before.listed(edit.session), edit, titles)
    if old.relays != edit.relays:
        found["relays"] = [_relays(old.relays), _relays(edit.relays)]
    return found


def next_words(item: Airable, campaign: str, session: str) -> dict[str, Any]:
    """What the order `play_next` says (docs/formats.md)."""
    cart, approval = item.cart, item.approval
    return {"session": session, "item": {
        "kind": str(cart.kind), "title": cart.title, "sha256": cart.cut.sha256, "frames": cart.cut.frames,
        "approval": dict(vars(approval)) if approval else {}, "voice": item.voice, "campaign": campaign,
        "directive": dict(vars(item.directive)) if item.directive else None}}


def _frame(state: DayState, session: str) -> dict[str, str] | None:
    if (session not in state.templates and session not in state.edits) or state.is_gone(session):
        return None
    frame = state.frame(session)
    return {"name": frame.name, "starts": f"{frame.starts:%H:%M}", "minutes": str(frame.minutes),
            "zones": "; ".join(frame.zones)}


def _items(before: Sequence[Placed], edit: SessionEdit, titles: Mapping[str, str]) -> dict[str, Any]:
    if edit.items is None:
        return {}
    was, now = Counter(item.cart for item in before), Counter(item.cart for item in edit.items)
    found = {"put_in": _titles(now - was, titles), "taken_out": _titles(was - now, titles)}
    if not any(found.values()) and tuple(before) != edit.items:
        found["order"] = "; ".join(titles.get(item.cart, item.cart) for item in edit.items)
    return {name: words for name, words in found.items() if words}


def _titles(carts: Counter[str], titles: Mapping[str, str]) -> str:
    return "; ".join(titles.get(cart, cart) + (f" ×{count}" if count > 1 else "") for cart, count in carts.items())


def _relays(slots: Sequence[RelaySlot] | None) -> str:
    return "; ".join(f"{slot.starts:%H:%M} {slot.source} ({slot.minutes})" for slot in slots or ())
