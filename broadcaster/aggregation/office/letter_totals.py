"""Running totals of a letter at a station, beside its duty: the matrix reads them instead of every day.

Made by the database anew from all its days whenever a batch touched one of them, never counted on: a day stated
again, or asked for anew, cannot leave them wrong.
"""

from __future__ import annotations

from collections.abc import Collection
from importlib import import_module
from typing import Any

from sqlalchemy import Connection, exists, func, literal, select, update

from broadcaster.aggregation.office import store
from broadcaster.db.office_schema import directive_figures, duty

_TOTALS = ("due", "aired", "verified", "seconds", "newest", "known_to")


def letters_of_days(c: Connection, stations: Collection[int], first: str, last: str) -> set[int]:
    """Letters of which these stations stated something in a span: to be asked before the days are taken out."""
    found: set[int] = set()
    t = directive_figures.c
    for part in store.pieces(stations):
        found |= set(c.scalars(select(t.directive).distinct().where(
            store.among(c, t.station, part), t.day.between(first, last))))
    return found


def make_totals(c: Connection, stations: Collection[int], letters: Collection[int], *, taken_out: bool) -> None:
    """Of every pair of these. `taken_out`: days may have gone, so that nothing at all is left of a pair."""
    for refs in store.pieces(stations):
        for part in store.pieces(letters):
            if taken_out:
                _clear(c, refs, part)
            _sum(c, refs, part)


def _sum(c: Connection, stations: list[int], letters: list[int]) -> None:
    t = directive_figures.c
    # PostgreSQL's part of SQLAlchemy is loaded where it is spoken: stations start without it.
    made: Any = import_module(f"sqlalchemy.dialects.{c.dialect.name}").insert(duty)
    made = made.from_select(
        ["directive", "station", "required", "package", *_TOTALS],
        select(t.directive, t.station, literal(0), literal(0), func.sum(t.required), func.sum(t.aired),
               func.sum(t.verified), func.sum(t.seconds), func.max(t.day).filter(t.aired > 0), func.max(t.day))
        .where(store.among(c, t.station, stations), store.among(c, t.directive, letters))
        .group_by(t.directive, t.station), include_defaults=False)
    c.execute(made.on_conflict_do_update(
        index_elements=["directive", "station"], set_={name: made.excluded[name] for name in _TOTALS}))


def _clear(c: Connection, stations: list[int], letters: list[int]) -> None:
    left = exists().where(directive_figures.c.directive == duty.c.directive,
                          directive_figures.c.station == duty.c.station)
    nothing: dict[str, Any] = dict.fromkeys(_TOTALS, 0) | {"newest": None, "known_to": None}
    c.execute(update(duty).where(store.among(c, duty.c.station, stations), store.among(c, duty.c.directive, letters),
                                 duty.c.known_to.is_not(None), ~left).values(nothing))
