"""What a special period must say before it may hold. Pure."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from broadcaster.base.errors import Refused
from broadcaster.base.vietnamese import one_line
from broadcaster.library.model import CartKind
from broadcaster.schedule.calendar.days import PeriodKind, length_of
from broadcaster.schedule.model import Period, SessionTemplate


def checked(period: Period, today: date, kinds: Sequence[PeriodKind],
            templates: Sequence[SessionTemplate]) -> Period:
    """The period as it is stored: texts on one line, each word once. Raises Refused."""
    ready = replace(
        period, name=one_line(period.name, 120), reason=one_line(period.reason),
        directive_number=one_line(period.directive_number, 80), profile=one_line(period.profile, 40),
        sessions=None if period.sessions is None else tuple(dict.fromkeys(period.sessions)),
        without=tuple(dict.fromkeys(period.without)))
    if ready.kind not in (names := {item.key for item in kinds}):
        raise Refused("period.kind", f"no kind of period {ready.kind!r}{_hint(ready.kind, names)}", name=ready.kind)
    if not ready.name:
        raise Refused("period.name", "a period needs a name")
    length_of(ready.first_day, ready.last_day)
    if ready.last_day < today:
        raise Refused("period.past", f"{ready.last_day} is over", last=ready.last_day.isoformat())
    _refuse_unknown(ready, {item.id for item in templates}, {str(item) for item in CartKind})
    if grounds_needed(ready) and not ready.reason:
        raise Refused("period.reason", "say why: other sessions, another profile or kinds left out need a reason",
                      name=ready.name)
    if grounds_needed(ready) and not ready.directive_number:
        raise Refused("period.directive", "say by which letter: other sessions, another profile or kinds left out "
                      "need its number", name=ready.name)
    return ready


def grounds_needed(period: Period) -> bool:
    """Whether it takes effect on what airs, so that somebody must say by which letter and why."""
    return period.sessions is not None or bool(period.profile) or bool(period.without)


def _refuse_unknown(period: Period, sessions: Collection[str], kinds: Collection[str]) -> None:
    for name in period.sessions or ():
        if name not in sessions:
            raise Refused("period.session", f"no session {name!r}{_hint(name, sessions)}", name=name)
    for name in period.without:
        if name not in kinds:
            raise Refused("period.item_kind", f"no kind of item {name!r}{_hint(name, kinds)}", name=name)


def _hint(value: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(value, known, n=1)
    return f"; did you mean {near[0]!r}?" if near else ""
