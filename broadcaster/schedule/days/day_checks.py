"""What edits of a day must obey before they are stored: refusals a person can act on."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection

from broadcaster.base.errors import Refused
from broadcaster.library.model import State
from broadcaster.schedule import store
from broadcaster.schedule.days import edit_store
from broadcaster.schedule.days.state import DayState, refuse_begun, refuse_quiet, refuse_start
from broadcaster.schedule.model import PlanWarning, SessionEdit, unusual_start

RULES = {"session_long": "minutes", "sessions_many": "count", "weekday": "weekday"}
"""Warning about the rule profile -> the fact that says what was wanted."""


def refuse(before: DayState, after: DayState, edits: Sequence[SessionEdit], reason: str) -> None:
    """Raises Refused: schedule.begun, minutes, quiet_hours, reason, overlap, rule."""
    hours = [edit for edit in edits if _hours(edit) != _hours(before.edit(edit.session))]
    for edit in edits:
        if edit.session in before.templates or edit.session in before.edits:
            refuse_begun(before, edit.session)
    asked = [edit for edit in hours if edit.held and (edit.starts or edit.minutes)]
    for edit in asked:
        frame = after.frame(edit.session)
        refuse_start(after, frame)
        refuse_quiet(after, frame)
        _refuse_unusual(before, edit, reason)
    if any(not edit.says_nothing for edit in hours):  # the way back to the templates is always open
        _refuse_warned(before, after, {edit.session for edit in asked})


def refuse_items(c: Connection, befores: Mapping[date, DayState], edits: Sequence[SessionEdit]) -> None:
    """Items must be there, and a campaign must be meant for a day it is brought to.

    Raises Refused: schedule.cart_unknown, schedule.kind, schedule.not_open.
    """
    items = {item for edit in edits for item in edit.items or ()}
    kinds = edit_store.kinds(c, {item.cart for item in items})
    windows = edit_store.windows(c, {item.campaign for item in items})
    for item in sorted(items, key=lambda item: (item.cart, item.campaign)):
        if item.cart not in kinds or (item.campaign and item.campaign not in windows):
            raise Refused("schedule.cart_unknown", f"no item {item.cart!r}", name=item.cart, found=0)
        _refuse_furniture(item.cart, kinds[item.cart])
    for edit in edits:
        there = befores[edit.day].edit(edit.session).items or ()
        for name in {item.campaign for item in edit.items or ()} - {item.campaign for item in there} - {""}:
            title, first, last = windows[name]
            if not first <= edit.day <= last:
                raise Refused("schedule.not_open", f"{title!r} airs from {first} to {last}, not on {edit.day}",
                              title=title, first=first.isoformat(), last=last.isoformat(), day=edit.day.isoformat())


def schedulable(c: Connection, cart_id: str) -> None:
    """Whether a person may put it in now. Raises Refused: schedule.cart_unknown, kind, withdrawn, put_away."""
    found = store.airable(c, cart_id)
    if found is None:
        raise Refused("schedule.cart_unknown", f"no item {cart_id!r}", name=cart_id, found=0)
    title, state = found.cart.title, found.cart.state
    _refuse_furniture(title, str(found.cart.kind))
    if state is State.WITHDRAWN:
        raise Refused("schedule.withdrawn", f"{title!r} was withdrawn", title=title)
    if state in {State.SUPERSEDED, State.ARCHIVED}:
        raise Refused("schedule.put_away", f"{title!r} is {state}", title=title, state=str(state))


def name_of(before: DayState, after: DayState, session: str) -> str:
    """What a session is called, also one that is gone."""
    for state in (after, before):
        if (session in state.templates or session in state.edits) and not state.is_gone(session):
            return state.frame(session).name
    return session


def _hours(edit: SessionEdit) -> tuple[object, ...]:
    return edit.held, edit.starts, edit.minutes, edit.zones


def _refuse_furniture(title: str, kind: str) -> None:
    if kind in {str(each) for each in store.FURNITURE}:
        raise Refused("schedule.kind", f"{title!r} belongs to the frame of a session, it is no item", title=title,
                      kind=kind)


def _refuse_unusual(before: DayState, edit: SessionEdit, reason: str) -> None:
    template, was = before.templates.get(edit.session), before.edit(edit.session).starts
    if edit.starts is None or not unusual_start(edit.starts) or reason or edit.reason \
            or edit.starts == was or (template is not None and template.starts == edit.starts):
        return
    name = edit.name or (template.name if template else edit.session)
    raise Refused("schedule.reason", f"a session at {edit.starts:%H:%M} needs a reason", name=name,
                  starts=f"{edit.starts:%H:%M}")


def _refuse_warned(before: DayState, after: DayState, asked: Collection[str]) -> None:
    """What the planner would not hold as wanted, and held before: rules of the profile, sessions over each other."""
    known = {_mark(warning) for warning in before.plan.warnings}
    missing = {session for session in asked if not after.is_held(session)}
    for warning in after.plan.warnings:
        session = after.name_of(warning.session_id)
        if _mark(warning) in known and session not in missing and not (missing and warning.code == "weekday"):
            continue
        if warning.code in RULES:
            name = str(warning.facts.get("name") or next((after.frame(each).name for each in sorted(missing)), ""))
            limit = warning.facts.get("limit", warning.facts.get("allowed", ""))
            wanted = warning.facts.get(RULES[warning.code], "")
            raise Refused("schedule.rule", f"{name}: the rule profile allows {limit}, not {wanted} ({warning.code})",
                          rule=warning.code, session=session or next(iter(sorted(missing)), ""), name=name,
                          limit=limit, wanted=wanted)
        if warning.code in {"session_overlap", "session_shortened"}:
            other = _other(after, session)
            raise Refused("schedule.overlap", f"{warning.facts['name']} and {other} overlap",
                          name=str(warning.facts["name"]), other=other)


def _mark(warning: PlanWarning) -> tuple[str, str, str]:
    return warning.code, warning.session_id, str(sorted(warning.facts.items(), key=lambda fact: fact[0]))


def _other(state: DayState, session: str) -> str:
    """The session one runs into; empty when that is one of the next day."""
    starts_at, ends_at = state.frame(session).hours(state.day)
    return next((fill.name for fill in state.plan.fills if state.name_of(fill.session_id) != session
                 and starts_at <= fill.starts_at < ends_at), "")
