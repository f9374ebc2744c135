"""From templates and campaigns to the frozen plan of one day: the only place that computes broadcast times. Pure.

Same input, same plan, same event ids: planning again changes nothing that did not change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from broadcaster.base.frames import RATE
from broadcaster.protocol.rundown import PlannedSession, Rundown
from broadcaster.schedule.model import (
    Airable,
    DayPlan,
    PlanWarning,
    Rules,
    Running,
    SessionFill,
    SessionTemplate,
    note,
)
from broadcaster.schedule.plan.by_sheet import DaySheet
from broadcaster.schedule.plan.given import DayFrame, Given
from broadcaster.schedule.plan.layout import GRACE as GRACE
from broadcaster.schedule.plan.layout import LATEST as LATEST
from broadcaster.schedule.plan.layout import Layout, World, rooms_of
from broadcaster.schedule.plan.limits import limit_of, problem_of
from broadcaster.schedule.plan.make_up import with_make_up
from broadcaster.schedule.plan.programme import Programme
from broadcaster.schedule.plan.sittings import Sitting, sitting_of, sittings_of, with_blocks, zone_warnings
from broadcaster.schedule.plan.spread import Room

LOCK = timedelta(seconds=30)
"""This long before its start a session counts as begun. `air` freezes it 12 s before: what is published later than that
would never air."""


def build_day(day: date, templates: Sequence[SessionTemplate], running: Sequence[Running],
              furniture: Mapping[str, Airable], rules: Rules, published: Rundown | None = None,
              sheet: DaySheet | None = None, given: Given | None = None,
              night: Sequence[PlannedSession] = ()) -> DayPlan:
    """The plan of `day`. `published` is what `air` has now: sessions begun by `rules.now` stay exactly as in it.

    With a `sheet`, nothing that does not stand on it is planned. `night`: what was published for the day before; a
    session of it that runs past midnight is not cut off.
    """
    given = given or Given()
    frame = given.on(day, templates, rules.profile)
    locked = tuple(session for session in (published.sessions if published else ()) if begun(session.starts_at, rules))
    tomorrow = given.on(day + timedelta(days=1), templates, rules.profile)
    running_on = [session for session in night if begun(session.starts_at, rules)]
    sittings, warnings = _sittings(frame, tomorrow, given, rules, locked, sheet, running_on)
    warnings += given.contradictions(day, templates)
    usable, problems = _usable(frame, running, rules)
    world = World(frame, rules, given, {item.campaign.id: item for item in usable}, _airable(furniture, frame, rules))
    by_sitting = [rooms_of(number, sitting, world) for number, sitting in enumerate(sittings)]
    programme = Programme(world, sittings, by_sitting, locked, sheet, published)
    layout, sessions = _laid(programme, world, sittings, locked)
    rooms = [[programme.rooms[number] for number in numbers] for numbers in programme.numbers]
    fills = [_fill(sitting, own, session) for sitting, own, session in zip(sittings, rooms, sessions, strict=True)]
    warnings += problems + programme.warnings() + _furniture_missing(sittings, world)
    warnings += layout.warnings + [warning for fill in fills for warning in _fill_warnings(fill, frame)]
    policies = {item.campaign.id: item.campaign for item in running}
    planned, missing = with_make_up([session for session in sessions if session.events], locked, policies, rules)
    planned, warnings = [*locked, *map(sheet.made_up, planned)] if sheet else [*locked, *planned], warnings + missing
    rundown = Rundown(
        rules.station_id, rules.station_name, day, published.revision + 1 if published else 1, rules.now, rules.quiet,
        tuple(sorted(planned, key=lambda session: (session.starts_at, session.id))), tuple(map(note, warnings)))
    ordered = sorted([*map(_locked_fill, locked), *fills], key=lambda fill: (fill.starts_at, fill.session_id))
    return DayPlan(rundown, tuple(ordered), tuple(warnings), programme.items(), tuple(layout.choices))


def begun(starts_at: datetime, rules: Rules) -> bool:
    """Whether a session that starts then may no longer be changed."""
    return rules.now >= starts_at - LOCK


def _sittings(frame: DayFrame, tomorrow: DayFrame, given: Given, rules: Rules, locked: Sequence[PlannedSession],
              sheet: DaySheet | None, night: Sequence[PlannedSession]) -> tuple[list[Sitting], list[PlanWarning]]:
    held = frame if sheet is None else replace(frame, templates=tuple(sheet.templates(frame.templates, frame.day)))
    sittings, warnings = sittings_of(held, tomorrow, rules.quiet, locked, night)
    warnings += zone_warnings(sittings, rules.zones)
    warnings += [PlanWarning("session_begun", item.id, {"name": item.template.name})
                 for item in sittings if begun(item.starts_at, rules)]
    sittings = [item for item in sittings if not begun(item.starts_at, rules)]
    sittings = list(map(sheet.ending, sittings)) if sheet else sittings
    return [with_blocks(item, given.sources, rules.key, warnings) for item in sittings], warnings


def _usable(frame: DayFrame, running: Sequence[Running], rules: Rules) -> tuple[list[Running], list[PlanWarning]]:
    usable, warnings = [], []
    meant = [sitting_of(template, frame.day) for template in frame.templates]
    by_hand = {item.campaign for edit in frame.edits.values() for item in edit.items or ()}
    for item in running:
        put_in = item.campaign.id in by_hand and item.campaign.is_open(frame.day)
        if not put_in and not item.campaign.asked_on(frame.day):
            continue
        without = "music_off" if str(item.airable.cart.kind) in frame.without else ""
        problem = problem_of(item.airable, frame.day, rules.key) or without
        if not problem and not put_in:  # a person's choice goes before a campaign's own wishes
            problem = limit_of(item, meant, rules)
        if problem:
            warnings.append(PlanWarning(problem, "", {"title": item.campaign.title, "campaign": item.campaign.id}))
        else:
            usable.append(item)
    return usable, warnings


def _airable(furniture: Mapping[str, Airable], frame: DayFrame, rules: Rules) -> dict[str, Airable]:
    return {kind: item for kind, item in furniture.items()
            if kind not in frame.without and not problem_of(item, frame.day, rules.key)}


def _laid(programme: Programme, world: World, sittings: Sequence[Sitting],
          locked: Sequence[PlannedSession]) -> tuple[Layout, list[PlannedSession]]:
    """The sessions on the clock; an airing too near to another of its campaign is taken out, and all laid anew."""
    heard = [event.campaign for session in locked for event in session.events]
    while True:
        layout = Layout(world, heard, programme.reasons())
        sessions = [layout.session(sitting, programme.numbers[number], programme.stretches(number),
                                   [programme.rooms[room].fixed for room in programme.numbers[number]])
                    for number, sitting in enumerate(sittings)]
        if not any(programme.take_out(*near) for near in _too_near(world, [*locked, *sessions])):
            return layout, sessions


def _too_near(world: World, sessions: Sequence[PlannedSession]) -> Iterator[tuple[str, str]]:
    """Session and campaign of each airing that starts sooner after another of its campaign than that one allows."""
    spaced = {name: item.campaign.spacing_minutes for name, item in world.campaigns.items()
              if item.campaign.spacing_minutes}
    last: dict[str, datetime] = {}
    for session in sorted(sessions, key=lambda item: item.starts_at) if spaced else ():
        for event in session.events:
            if event.campaign not in spaced:
                continue
            before = last.get(event.campaign)
            if before is not None and event.starts_at - before < timedelta(minutes=spaced[event.campaign]):
                yield session.id, event.campaign
            last[event.campaign] = event.starts_at


def _furniture_missing(sittings: Sequence[Sitting], world: World) -> list[PlanWarning]:
    """Each kind a template names and the library lacks, once a day."""
    wanted = {kind for item in sittings for kind in
              (*item.template.opening, item.template.bridge, *item.template.closing) if kind}
    return [PlanWarning("furniture_missing", "", {"kind": kind})
            for kind in sorted(wanted - set(world.furniture) - world.frame.without)]


def _fill(sitting: Sitting, rooms: Sequence[Room], session: PlannedSession) -> SessionFill:
    refused = sum(room.refused for room in rooms)
    used = sum(room.fixed + room.used for room in rooms) + refused if session.events or refused else 0
    relayed = sum((block.ends_at - block.starts_at).total_seconds() for block in sitting.blocks)
    return SessionFill(sitting.id, sitting.template.name, sitting.starts_at, used / RATE + relayed, sitting.seconds)


def _locked_fill(session: PlannedSession) -> SessionFill:
    used = sum(event.cut.frames for event in session.events) / RATE
    return SessionFill(session.id, session.name, session.starts_at, used,
                       (session.hard_end - session.starts_at).total_seconds())


def _fill_warnings(fill: SessionFill, frame: DayFrame) -> list[PlanWarning]:
    facts: dict[str, object] = {"name": fill.name, "seconds": round(fill.planned_seconds, 1),
                                "limit": round(fill.limit_seconds, 1)}
    if not fill.planned_seconds:
        return [PlanWarning("session_empty", fill.session_id, facts)]
    if fill.over_seconds > 0:
        return [PlanWarning("session_over", fill.session_id, {**facts, "over": round(fill.over_seconds, 1)})]
    if fill.planned_seconds * 100 < fill.limit_seconds * frame.profile.thin_percent:
        return [PlanWarning("session_thin", fill.session_id, facts)]
    return []
