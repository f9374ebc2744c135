"""The one use case: what would the coming days sound like, as planned now, with the faults supposed?"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from broadcaster.asrun.model import CONTENT_KINDS, SOUNDED, Airing
from broadcaster.asrun.reconcile import reconcile
from broadcaster.base.clock import parse_time
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.frames import seconds
from broadcaster.forecast.campaigns import short_campaigns
from broadcaster.forecast.faults import fault_from, meant
from broadcaster.forecast.findings import Seen, findings_of, ordered
from broadcaster.forecast.limits import Limits
from broadcaster.forecast.model import DayResult, DirectiveResult, Fault, Forecast, SessionResult, Sound, Trouble
from broadcaster.forecast.run import Played, Progress, Run, midnight, moment_of
from broadcaster.forecast.scratch import ScratchHome
from broadcaster.forecast.sounds import gaps_of, merged, silences_of, sounds_of
from broadcaster.protocol.rundown import PlannedSession, Rundown
from broadcaster.schedule.calendar import period_store
from broadcaster.schedule.model import DayPlan, Period, RuleProfile
from broadcaster.schedule.rules import rule_store
from broadcaster.schedule.sessions.templates import load_profile
from broadcaster.wiring import App

MOST_DAYS = 60
_CLOCK_AFTER = timedelta(minutes=5)
"""A clock that is moved at no given time is moved so long after the day's first start."""
_EARLIER = timedelta(minutes=1)
"""A forecast of later days begins so long before their midnight."""


def forecast(app: App, days: int, first: date | None = None, faults: Sequence[str] = (),
             progress: Progress = lambda day, done, of: None) -> Forecast:
    """Play `days` days from `first` (today) on. Nothing of the station's home is written.

    Raises Refused: forecast.days, forecast.past, forecast.fault, forecast.fault_day, forecast.fault_past,
    forecast.item_unknown, forecast.no_relay, key.unreadable, disk.*.
    """
    now = app.clock.now()
    first = first or now.date()
    _check(days, first, now)
    begins_at = _next_second(now) if first == now.date() else midnight(first) - _EARLIER
    planned = app.schedule.plan_days(first, days)
    plans = [_still_to_come(plan.rundown, begins_at) for plan in planned]
    supposed = tuple(_resolved(fault_from(text, first, days), plans, begins_at) for text in faults)
    with tempfile.TemporaryDirectory(prefix="dai-xa-forecast-", ignore_cleanup_errors=True) as folder:
        home = ScratchHome(Path(folder) / "home", app.home)
        played = Run(home, app.key, plans, begins_at, supposed, progress).play()
    seen = days_of(plans, planned, played, app.key, supposed)
    found = findings_of(seen, _limits(app, first, days))
    whole = [plan.day for plan, day in zip(plans, planned, strict=True)
             if len(plan.sessions) == len(day.rundown.sessions)]
    found = ordered([*found, *short_campaigns(app.schedule.campaigns(), seen, whole)])
    return Forecast(app.settings.station.name, now, begins_at, first, first + timedelta(days=days - 1), supposed,
                    tuple(found), tuple(each.result for each in seen), tuple(_directives(seen)))


def _check(days: int, first: date, now: datetime) -> None:
    if not 1 <= days <= MOST_DAYS:
        raise Refused("forecast.days", f"a forecast is for 1 to {MOST_DAYS} days", days=days, most=MOST_DAYS)
    if first < now.date():
        raise Refused("forecast.past", f"{first} is over", day=str(first))


def _next_second(now: datetime) -> datetime:
    return now.replace(microsecond=0) + timedelta(seconds=1)


def _still_to_come(plan: Rundown, begins_at: datetime) -> Rundown:
    """Sessions that have begun are no forecast."""
    return replace(plan, sessions=tuple(session for session in plan.sessions if session.starts_at > begins_at))


def _resolved(fault: Fault, plans: Sequence[Rundown], begins_at: datetime) -> Fault:
    """With its time, on a day on which it can still happen."""
    if fault.kind is Trouble.CLOCK and fault.at is None:
        starts = [session.starts_at for plan in plans if plan.day == fault.day for session in plan.sessions]
        at = min(starts, default=begins_at) + _CLOCK_AFTER
        fault = replace(fault, at=at.time().replace(microsecond=0))
    if fault.kind in {Trouble.POWER, Trouble.CLOCK} and moment_of(fault) <= begins_at:
        if "@" in fault.text or len(plans) == 1:
            raise Refused("forecast.fault_past", f"{fault.text!r}: that time is over", fault=fault.text)
        fault = replace(fault, day=fault.day + timedelta(days=1))
    if fault.kind is Trouble.MISSING and not meant(fault, plans):
        raise Refused("forecast.item_unknown", f"nothing called {fault.what!r} is planned on {fault.day}",
                      what=fault.what, day=str(fault.day))
    relays = any(event.relay for plan in plans if plan.day == fault.day for session in plan.sessions
                 for event in session.events)
    if fault.kind in {Trouble.RELAY_LOST, Trouble.RELAY_SILENT} and not relays:
        raise Refused("forecast.no_relay", f"no relay is planned on {fault.day}", day=str(fault.day))
    return fault


def _limits(app: App, first: date, days: int) -> Limits:
    with app.database.read() as c:
        overrides = rule_store.overrides(c)
        periods = period_store.periods(c, first, first + timedelta(days=days - 1))
    own = [(period, _profile_of(app, period)) for period in periods if period.profile]
    return Limits(app.schedule.profile(), overrides, own, app.schedule.quiet())


def _profile_of(app: App, period: Period) -> RuleProfile:
    """A file that is gone, or damaged, allows no more than the station's own."""
    try:
        return load_profile(app.home, period.profile)
    except BroadcasterError:
        return app.schedule.profile()


def days_of(plans: Sequence[Rundown], planned: Sequence[DayPlan], played: Played, key: bytes,
            faults: Sequence[Fault] = ()) -> list[Seen]:
    """Plan against what sounded, day by day."""
    silent = {fault.day for fault in faults if fault.kind is Trouble.RELAY_SILENT}
    sounds, silences = sounds_of(played), silences_of(played.lines)
    found = []
    for plan, whole in zip(plans, planned, strict=True):
        name = plan.day.isoformat()
        around = {name, (plan.day - timedelta(days=1)).isoformat(), (plan.day + timedelta(days=1)).isoformat()}
        lines = [line for line in played.lines if line.at.date().isoformat() in around]
        rows = [_at_true_time(row, played) for row in reconcile(plan.day, [plan], lines, played.ended_at)]
        own = [sound for sound in sounds if sound.day == name]
        sessions = tuple(_session(session, rows, own) for session in plan.sessions)
        gaps = tuple(gap for session in plan.sessions for gap in gaps_of(
            session, [sound for sound in own if sound.session == session.id], rows))
        result = DayResult(plan.day, sessions, tuple(rows), gaps, whole.warnings)
        found.append(Seen(plan, result, own, [line for line in silences if line.data.get("day") == name],
                          plan.day in played.published, key, plan.day in silent))
    return found


def _at_true_time(row: Airing, played: Played) -> Airing:
    """The journal goes by the station's clock, which may have been wrong."""
    off = timedelta(seconds=played.off(row.first_seq)) if row.first_seq else timedelta()
    if not off:
        return row
    return replace(row, started_at=_moved(row.started_at, off), ended_at=_moved(row.ended_at, off))


def _moved(text: str, off: timedelta) -> str:
    return (parse_time(text) - off).isoformat(timespec="milliseconds") if text else ""


def _session(session: PlannedSession, rows: Sequence[Airing], sounds: Sequence[Sound]) -> SessionResult:
    own = [sound for sound in sounds if sound.session == session.id]
    heard = [sum((end - begin).total_seconds() for begin, end in merged(
        (each.starts_at, each.ends_at) for each in own if each.zone == zone)) for zone in {each.zone for each in own}]
    mine = [row for row in rows if row.session_id == session.id]
    begins = min((each.starts_at for each in own), default=None)
    ends = max((each.ends_at for each in own), default=None)
    outcomes = {str(outcome): sum(row.outcome is outcome for row in mine)
                for outcome in dict.fromkeys(row.outcome for row in mine)}
    return SessionResult(
        session.id, session.name, session.zones, session.starts_at, session.hard_end,
        seconds(sum(event.cut.frames for event in session.events)), max(heard, default=0.0),
        begins, ends, outcomes)


def _directives(days: Sequence[Seen]) -> list[DirectiveResult]:
    """The letters by what they would get, the most first."""
    rows: dict[str, list[Airing]] = {}
    for row in (row for seen in days for row in seen.result.airings):
        if row.directive_number and row.kind in CONTENT_KINDS:
            rows.setdefault(row.directive_id or row.directive_number, []).append(row)
    found = [DirectiveResult(
        mine[0].directive_number, mine[0].directive_subject, mine[0].issuer,
        sum(row.outcome in SOUNDED for row in mine), sum(row.outcome not in SOUNDED for row in mine),
        round(seconds(sum(row.aired_frames for row in mine if row.outcome in SOUNDED)), 1)) for mine in rows.values()]
    return sorted(found, key=lambda each: (-each.seconds, each.number))
