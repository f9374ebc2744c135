"""From templates and campaigns to the frozen plan of one day: the only place that computes broadcast times. Pure.

Same input, same plan, same event ids: planning again changes nothing that did not change.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from broadcaster.base.frames import RATE
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.rundown import CutRef, PlannedSession, Rundown, RundownEvent, Urgency
from broadcaster.schedule.by_sheet import DaySheet
from broadcaster.schedule.limits import fits, limit_of, problem_of
from broadcaster.schedule.make_up import with_make_up
from broadcaster.schedule.model import (
    DEFAULT_LATE,
    Airable,
    DayPlan,
    PlanWarning,
    Rules,
    Running,
    SessionFill,
    SessionTemplate,
    note,
)
from broadcaster.schedule.sittings import Sitting, frame_warnings, sittings_of, zone_warnings
from broadcaster.schedule.spread import Ask, Room, order, spread

LATEST = timedelta(minutes=DEFAULT_LATE)
"""How late tunes and words may still start after an interruption."""

GRACE = timedelta(minutes=1)
"""An item that may not be late may be this late: the start of one that follows others is an estimate."""

LOCK = timedelta(seconds=30)
"""This long before its start a session counts as begun. `air` freezes it 12 s before: what is published later than that
would never air."""


def build_day(day: date, templates: Sequence[SessionTemplate], running: Sequence[Running],
              furniture: Mapping[str, Airable], rules: Rules, published: Rundown | None = None,
              sheet: DaySheet | None = None) -> DayPlan:
    """The plan of `day`. `published` is what `air` has now: sessions begun by `rules.now` stay exactly as in it.

    With a `sheet`, nothing that does not stand on it is planned.
    """
    locked = tuple(session for session in (published.sessions if published else ()) if begun(session.starts_at, rules))
    sittings, warnings = _sittings(day, templates, rules, locked, sheet)
    usable, problems = _usable(day, running, rules, templates)
    furniture = {kind: item for kind, item in furniture.items() if not problem_of(item, day, rules.key)}
    rooms = [_room(sitting, furniture, rules) for sitting in sittings]
    asks = [_ask(item, locked, sittings, rules) for item in usable]
    left_out, programme = _chosen(asks, sittings, rooms, usable, sheet)
    layout = _Layout(day, usable, furniture, rules, locked)
    sessions = [layout.session(sitting, names) for sitting, names in zip(sittings, programme, strict=True)]
    fills = [_fill(sitting, room, session) for sitting, room, session in zip(sittings, rooms, sessions, strict=True)]
    warnings += problems + _left_out(left_out, usable) + layout.furniture_warnings(sittings)
    warnings += [warning for fill in fills for warning in _fill_warnings(fill, rules)]
    policies = {item.campaign.id: item.campaign for item in running}
    planned, missing = with_make_up([session for session in sessions if session.events], locked, policies, rules)
    planned, warnings = [*locked, *map(sheet.made_up, planned)] if sheet else [*locked, *planned], warnings + missing
    rundown = Rundown(
        rules.station_id, rules.station_name, day, published.revision + 1 if published else 1, rules.now, rules.quiet,
        tuple(sorted(planned, key=lambda session: (session.starts_at, session.id))), tuple(map(note, warnings)))
    ordered = sorted([*map(_locked_fill, locked), *fills], key=lambda fill: (fill.starts_at, fill.session_id))
    return DayPlan(rundown, tuple(ordered), tuple(warnings))


def begun(starts_at: datetime, rules: Rules) -> bool:
    """Whether a session that starts then may no longer be changed."""
    return rules.now >= starts_at - LOCK


def _sittings(day: date, templates: Sequence[SessionTemplate], rules: Rules, locked: Sequence[PlannedSession],
              sheet: DaySheet | None) -> tuple[list[Sitting], list[PlanWarning]]:
    held = templates if sheet is None else sheet.templates(templates, day)
    sittings, warnings = sittings_of(day, held, rules.quiet, locked)
    warnings += frame_warnings(day, templates, rules.profile) + zone_warnings(sittings, rules.zones)
    warnings += [PlanWarning("session_begun", item.id, {"name": item.template.name})
                 for item in sittings if begun(item.starts_at, rules)]
    sittings = [item for item in sittings if not begun(item.starts_at, rules)]
    return (list(map(sheet.ending, sittings)) if sheet else sittings), warnings


def _usable(day: date, running: Sequence[Running], rules: Rules,
            templates: Sequence[SessionTemplate]) -> tuple[list[Running], list[PlanWarning]]:
    usable, warnings = [], []
    for item in running:
        if not item.campaign.runs_on(day):
            continue
        problem = problem_of(item.airable, day, rules.key) or limit_of(item.airable.cart, day, templates, rules)
        if problem:
            warnings.append(PlanWarning(problem, "", {"title": item.campaign.title, "campaign": item.campaign.id}))
        else:
            usable.append(item)
    return usable, warnings


def _ask(item: Running, locked: Sequence[PlannedSession], sittings: Sequence[Sitting], rules: Rules) -> Ask:
    campaign, cart = item.campaign, item.airable.cart
    done = sum(event.campaign == campaign.id for session in locked for event in session.events)
    able = frozenset(number for number, sitting in enumerate(sittings)
                     if fits(cart, sitting.template, sitting.starts_at, rules)) if cart.dayparts or cart.zones else None
    return Ask(campaign.id, campaign.urgency, cart.cut.frames, campaign.times, done, able)


def _chosen(asks: Sequence[Ask], sittings: Sequence[Sitting], rooms: Sequence[Room], usable: Sequence[Running],
            sheet: DaySheet | None) -> tuple[dict[str, int], list[list[str]]]:
    """How many airings of which campaign found no place, and the campaigns of each session in order."""
    if sheet is not None:
        return sheet.fill(sittings, rooms, asks, {item.campaign.id: item.airable.cart.id for item in usable})
    left_out = spread(asks, rooms)
    ranks = {ask.campaign_id: ask.rank for ask in asks}
    return left_out, [order(room.counts, ranks) for room in rooms]


def _room(sitting: Sitting, furniture: Mapping[str, Airable], rules: Rules) -> Room:
    template, own = sitting.template, _furniture_of(sitting, furniture, rules)
    frames = {kind: item.cart.cut.frames for kind, item in own.items()}
    fixed = sum(frames.get(kind, 0) for kind in (*template.opening, *template.closing))
    return Room(int(sitting.seconds * RATE) - fixed, frames.get(template.bridge, 0), fixed=fixed)


def _furniture_of(sitting: Sitting, furniture: Mapping[str, Airable], rules: Rules) -> Mapping[str, Airable]:
    """Tunes and words that are for this hour and these zones."""
    return {kind: item for kind, item in furniture.items()
            if fits(item.cart, sitting.template, sitting.starts_at, rules)}


class _Layout:
    """Lays the chosen items of a day on the clock."""

    def __init__(self, day: date, usable: Sequence[Running], furniture: Mapping[str, Airable], rules: Rules,
                 locked: Sequence[PlannedSession]) -> None:
        self._day = day
        self._rules = rules
        self._items = {item.campaign.id: item for item in usable}
        self._furniture = furniture
        self._aired = {event.campaign for session in locked for event in session.events}

    def session(self, sitting: Sitting, names: Sequence[str]) -> PlannedSession:
        """Opening, items with bridges, closing; without items, nothing at all."""
        events: list[RundownEvent] = []
        template = sitting.template
        for sound, campaign in self._running_order(sitting, names):
            position = sum(event.cut.frames for event in events)
            events.append(self._event(sitting, sound, campaign, position, events))
        return PlannedSession(sitting.id, template.name, sitting.starts_at, sitting.hard_end, template.zones,
                              tuple(events), self._rules.lead_in_seconds)

    def furniture_warnings(self, sittings: Sequence[Sitting]) -> list[PlanWarning]:
        """Each kind a template names and the library lacks, once a day."""
        wanted = {kind for item in sittings for kind in
                  (*item.template.opening, item.template.bridge, *item.template.closing) if kind}
        return [PlanWarning("furniture_missing", "", {"kind": kind}) for kind in sorted(wanted - set(self._furniture))]

    def _running_order(self, sitting: Sitting, names: Sequence[str]) -> list[tuple[Airable, Running | None]]:
        if not names:
            return []
        template, furniture = sitting.template, _furniture_of(sitting, self._furniture, self._rules)
        result: list[tuple[Airable, Running | None]] = []
        for name in names:
            if result and template.bridge in furniture:
                result.append((furniture[template.bridge], None))
            result.append((self._items[name].airable, self._items[name]))
        opening = [(furniture[kind], None) for kind in template.opening if kind in furniture]
        closing = [(furniture[kind], None) for kind in template.closing if kind in furniture]
        return [*opening, *result, *closing]

    def _event(self, sitting: Sitting, sound: Airable, running: Running | None, position: int,
               before: Sequence[RundownEvent]) -> RundownEvent:
        cart, approval = sound.cart, sound.approval
        assert isinstance(approval, Approval)
        starts_at = sitting.starts_at + timedelta(seconds=position / RATE)
        length = timedelta(seconds=cart.cut.frames / RATE)
        name = f"{sitting.id}/{cart.id[-8:]}"
        copies = sum(event.id.rpartition("-")[0] == name for event in before)
        event = RundownEvent(
            id=f"{name}-{copies + 1}", kind=str(cart.kind), title=cart.title,
            cut=CutRef(cart.cut.sha256, cart.cut.frames), starts_at=starts_at, hard=position == 0 and not before,
            latest_start=max(starts_at, min(sitting.hard_end - length, starts_at + LATEST)), approval=approval,
            voice=sound.voice)
        if running is None:
            return event
        campaign = running.campaign
        repeat = self._heard_before(running)
        self._aired.add(campaign.id)
        late = max(GRACE, timedelta(minutes=campaign.if_missed.late_minutes))
        latest = max(starts_at, min(sitting.hard_end - length, starts_at + late))
        return replace(event, latest_start=latest, title=campaign.title, urgency=campaign.urgency,
                       directive=sound.directive, campaign=campaign.id, repeat=repeat)

    def _heard_before(self, running: Running) -> bool:
        """Aired on an earlier day, planned for an earlier day still to come, or earlier in this day's plan."""
        campaign = running.campaign
        if campaign.id in self._aired or (running.first_aired and running.first_aired < self._day.isoformat()):
            return True
        first = max(campaign.first_day, self._rules.now.date())
        return any(campaign.runs_on(first + timedelta(days=n)) for n in range(min(7, (self._day - first).days)))


def _fill(sitting: Sitting, room: Room, session: PlannedSession) -> SessionFill:
    used = room.fixed + room.used + room.refused if session.events or room.refused else 0
    return SessionFill(sitting.id, sitting.template.name, sitting.starts_at, used / RATE, sitting.seconds)


def _locked_fill(session: PlannedSession) -> SessionFill:
    used = sum(event.cut.frames for event in session.events) / RATE
    return SessionFill(session.id, session.name, session.starts_at, used,
                       (session.hard_end - session.starts_at).total_seconds())


def _fill_warnings(fill: SessionFill, rules: Rules) -> list[PlanWarning]:
    facts: dict[str, object] = {"name": fill.name, "seconds": round(fill.planned_seconds, 1),
                                "limit": round(fill.limit_seconds, 1)}
    if not fill.planned_seconds:
        return [PlanWarning("session_empty", fill.session_id, facts)]
    if fill.over_seconds > 0:
        return [PlanWarning("session_over", fill.session_id, {**facts, "over": round(fill.over_seconds, 1)})]
    if fill.planned_seconds * 100 < fill.limit_seconds * rules.profile.thin_percent:
        return [PlanWarning("session_thin", fill.session_id, facts)]
    return []


def _left_out(left_out: Mapping[str, int], usable: Sequence[Running]) -> list[PlanWarning]:
    return [PlanWarning("item_left_out", "", {"title": item.campaign.title, "campaign": item.campaign.id,
                                              "times": left_out[item.campaign.id],
                                              "emergency": item.campaign.urgency is Urgency.EMERGENCY})
            for item in usable if item.campaign.id in left_out]
