"""The SQL behind lists of items: what matches, in which order."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, or_, select, text

from broadcaster.base.errors import Refused
from broadcaster.db import schema, search
from broadcaster.library.model import SORTS, Filter, State

_CUT = schema.cut.c
_CART = schema.cart.c
_VERSION = schema.cart_version.c
_AIRING = schema.airing.c

OUT_OF_USE = (State.WITHDRAWN, State.SUPERSEDED, State.ARCHIVED)
SOUNDED = ("aired", "partial", "made_up", "unscheduled")
_ORDER: dict[str, ColumnElement[Any]] = {
    "updated": _CART.updated_at, "title": search.ITEM.c.sort, "kind": _CART.kind, "seconds": _CUT.frames,
    "lufs": _CUT.lufs, "valid_until": func.nullif(_CART.valid_until, ""), "category": func.nullif(_CART.category, ""),
    "created": _CART.created_at}
_WITH_GAPS = frozenset({"lufs", "valid_until", "category"})
"""What has no value comes last, whichever way the list is turned."""
_OF_CUT = frozenset({"seconds", "lufs"})
_LISTED = frozenset({"updated", "title"})
"""Orders an index gives without reading the rows."""


def ids(connection: Connection, wanted: Filter, today: str, limit: int = -1, offset: int = 0,
        more: search.More | None = None) -> list[str]:
    """Ids of what matches on ISO date `today`; `more`: db.search's other tokens for a word.

    Raises Refused("cart.value") for an order there is none of.
    """
    if wanted.sort not in SORTS:
        raise Refused("cart.value", f"no such order: {wanted.sort!r}", name="sort", value=wanted.sort)
    if not search.match_expression(wanted.words):
        return _in_order(connection, wanted, today, limit, offset)
    found = search.refs_matching(connection, "cart", wanted.words, more)
    # To walk the whole list in its order and keep what was found is quicker than to look up and sort the find.
    asked = frozenset(found)
    in_order = [item for item in _in_order(connection, wanted, today) if item in asked] if found else []
    return in_order[offset:] if limit < 0 else in_order[offset:offset + limit]


def _in_order(connection: Connection, wanted: Filter, today: str, limit: int = -1, offset: int = 0) -> list[str]:
    query = select(_CART.id).where(*_tests(wanted, today))
    if wanted.sort not in _LISTED or (wanted.sort == "updated" and not _deep(wanted)):
        return _joined(connection, _ordered(query, wanted).limit(limit).offset(offset))
    # Both from an index alone: the order of all, and what passes the filter in no order.
    passing = frozenset(_joined(connection, query))
    in_order = [item for item in _joined(connection, _ordered(select(_CART.id), wanted)) if item in passing]
    return in_order[offset:] if limit < 0 else in_order[offset:offset + limit]


def _deep(wanted: Filter) -> bool:
    """Whether the filter asks for what ix_cart_listing does not hold."""
    return bool(wanted.zones or wanted.dayparts) or wanted.never_aired is not None or wanted.has_warnings is not None


def count(connection: Connection, wanted: Filter, today: str, more: search.More | None = None) -> int:
    if search.match_expression(wanted.words):
        return len(ids(connection, wanted, today, more=more))
    query = select(func.count()).select_from(schema.cart).where(*_tests(wanted, today))
    return int(connection.scalar(query) or 0)


def _joined(connection: Connection, query: Select[Any]) -> list[str]:
    # One long string instead of 50,000 rows: half the time of a keystroke went into carrying them over.
    ordered = query.subquery()
    joined = connection.scalar(select(func.group_concat(ordered.c.id, " ")))
    return str(joined).split() if joined else []


def _ordered(query: Select[Any], wanted: Filter) -> Select[Any]:
    key = _ORDER[wanted.sort]
    order = key.desc() if wanted.descending else key.asc()
    if wanted.sort == "title":
        item = search.ITEM.c
        query = select(item.ref.label("id")).where(item.kind == "cart")
        return query.order_by(order, item.ref.desc() if wanted.descending else item.ref)
    if wanted.sort in _OF_CUT:
        query = query.join(schema.cut, _CUT.sha256 == _CART.cut_sha256)
    return query.order_by(order.nulls_last() if wanted.sort in _WITH_GAPS else order,
                          _CART.id.desc() if wanted.descending else _CART.id)


def _tests(wanted: Filter, today: str) -> list[ColumnElement[bool]]:
    return [*_plain(wanted), *_days(wanted, today), *_history(wanted)]


def _plain(wanted: Filter) -> list[ColumnElement[bool]]:
    tests: list[ColumnElement[bool]] = []
    if wanted.states:
        tests.append(_CART.state.in_([state.value for state in wanted.states]))
    else:
        tests.append(_CART.state.not_in([state.value for state in OUT_OF_USE]))
    if wanted.kinds:
        tests.append(_CART.kind.in_([kind.value for kind in wanted.kinds]))
    if wanted.directive_id:
        tests.append(_CART.directive_id == wanted.directive_id)
    for column, values in ((_CART.category, wanted.categories), (_CART.language, wanted.languages),
                           (_CART.origin, wanted.origins), (_CART.rights, wanted.rights)):
        if values:
            tests.append(column.in_(values))
    for column, values in ((_CART.zones, wanted.zones), (_CART.dayparts, wanted.dayparts)):
        if values:
            tests.append(_any_of(column, values))
    return tests


def _any_of(column: ColumnElement[Any], values: Collection[str]) -> ColumnElement[bool]:
    """An empty list stands for all."""
    item = func.json_each(column).table_valued("value")
    return or_(func.json_array_length(column) == 0, exists(select(1).select_from(item).where(item.c.value.in_(values))))


def _days(wanted: Filter, today: str) -> list[ColumnElement[bool]]:
    tests: list[ColumnElement[bool]] = []
    over = and_(_CART.valid_until != "", _CART.valid_until < today)
    if wanted.expired is not None:
        tests.append(over if wanted.expired else ~over)
    if wanted.expiring_within_days is not None:
        last = date.fromisoformat(today) + timedelta(days=min(max(wanted.expiring_within_days, 0), 36_500))
        tests.append(and_(_CART.valid_until >= today, _CART.valid_until <= last.isoformat()))
    return tests


def _history(wanted: Filter) -> list[ColumnElement[bool]]:
    tests: list[ColumnElement[bool]] = []
    if wanted.never_aired is not None:
        # From the versions, not from each item: those lie together, and are read once.
        heard = exists(select(1).where(_AIRING.cut_sha256 == _VERSION.cut_sha256, _AIRING.outcome.in_(SOUNDED)))
        sounded = _CART.id.in_(select(_VERSION.cart_id).where(heard))
        tests.append(~sounded if wanted.never_aired else sounded)
    if wanted.has_warnings is not None:
        # As ix_cut_warned has it, so that it is used.
        found = text("json_array_length(cut.checks, '$.warnings') > 0")
        warned = _CART.cut_sha256.in_(select(_CUT.sha256).where(found))
        tests.append(warned if wanted.has_warnings else ~warned)
    return tests
