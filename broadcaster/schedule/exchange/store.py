"""Items by their names, for files that know no others."""

from __future__ import annotations

from sqlalchemy import Connection, select

from broadcaster.base.vietnamese import fold, one_line
from broadcaster.db.schema import cart
from broadcaster.library.model import State
from broadcaster.schedule.store import FURNITURE

_USABLE = [str(state) for state in State if state not in {State.WITHDRAWN, State.SUPERSEDED, State.ARCHIVED}]


def items_by_name(c: Connection) -> dict[str, list[tuple[str, str, str]]]:
    """Folded title -> (id, title, state) of each item that can be planned; approved ones first."""
    rows = c.execute(select(cart.c.id, cart.c.title, cart.c.state).where(
        cart.c.state.in_(_USABLE), cart.c.kind.not_in([str(kind) for kind in FURNITURE])).order_by(cart.c.id))
    found: dict[str, list[tuple[str, str, str]]] = {}
    for row in rows:
        found.setdefault(fold(one_line(row.title)), []).append((row.id, row.title, row.state))
    for items in found.values():
        items.sort(key=lambda item: item[2] != str(State.APPROVED))
    return found
