"""What a person should know of the predicted days, judged by what sounded, not by what was planned. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

from broadcaster.air.quiet import QuietGuard
from broadcaster.asrun.model import CONTENT_KINDS, Outcome
from broadcaster.base.clock import format_time
from broadcaster.base.frames import seconds
from broadcaster.forecast.limits import Limits
from broadcaster.forecast.model import DayResult, Finding, Level, Sound
from broadcaster.protocol.journal import Line, Reason
from broadcaster.protocol.rundown import PlannedSession, Rundown, RundownEvent
from broadcaster.schedule.model import PlanWarning

BLUR_SECONDS = 2.0
"""A drift or a fade that may reach over a bound."""
LATE_SECONDS = 60.0
_CLOCK_BLUR = timedelta(seconds=0.05)
"""Written times are cut to the millisecond."""
_ORDER = list(Level)
_BY_PLAN = {Outcome.MISSED: "not_aired", Outcome.PARTIAL: "cut_short"}


_AGAIN = {"not_aired", "cut_short", "tune_missing", "relay_fallback", "relay_lost", "gap", "plan_gap", "late",
          "past_end"}
"""Findings that are one trouble, however often it comes."""
_SAID_OTHERWISE = {"item_left_out", "session_begun", "gap_before_relay"}
_GRAVE = {"session_empty", "session_over", "session_overlap", "quiet_hours", "approval_broken", "zone_unknown",
          "week_not_approved", "relay_unknown", "relay_not_approved", "session_gone", "period_session_gone"}
"""Warnings after which something asked for is not heard."""


@dataclass(frozen=True)
class Seen:
    """One day as planned and as it sounded."""

    plan: Rundown
    result: DayResult
    sounds: Sequence[Sound]
    silences: Sequence[Line]
    published: bool
    key: bytes
    silent_relays: bool = False
    """It was supposed that what is relayed on this day says nothing."""

    @property
    def day(self) -> str:
        return self.plan.day.isoformat()

    def of(self, session: str) -> list[Sound]:
        return [sound for sound in self.sounds if sound.session == session]


def findings_of(days: Sequence[Seen], limits: Limits) -> list[Finding]:
    """All of them, the gravest first, then by day."""
    found = [finding for seen in days for finding in _of_day(seen, limits)]
    return ordered([*found, *from_the_planner(days)])


def from_the_planner(days: Sequence[Seen]) -> list[Finding]:
    """The planner's own warnings, each once for all its days; what a campaign lacks is said of the campaign."""
    said: dict[tuple[str, ...], list[tuple[str, PlanWarning]]] = {}
    for seen in days:
        for warning in seen.result.warnings:
            if warning.code not in _SAID_OTHERWISE:
                about = (str(warning.facts.get(name, "")) for name in ("title", "name", "kind", "zone"))
                session = warning.session_id.rpartition("/")[2]  # <day>/<template>
                said.setdefault((warning.code, session, *about), []).append((seen.day, warning))
    return [_planned(each) for each in said.values()]


def _planned(said: Sequence[tuple[str, PlanWarning]]) -> Finding:
    day, warning = said[0]
    level = Level.LOSS if warning.code in _GRAVE else Level.NOTE
    return Finding(level, "plan", day, warning.session_id, facts={
        **warning.facts, "warning": warning.code, "days": [each for each, _ in said]})


def ordered(found: Iterable[Finding]) -> list[Finding]:
    """The gravest first, then by day; what comes again on other days is said once, with `days` and `count`."""
    told = _folded(_in_all_zones(found))
    return sorted(told, key=lambda each: (_ORDER.index(each.level), each.day, str(each.facts.get("at", ""))))


def _in_all_zones(found: Iterable[Finding]) -> list[Finding]:
    """What is the same in several zones is said once, of none of them."""
    once: dict[tuple[str, ...], list[Finding]] = {}
    for finding in found:
        once.setdefault((finding.code, finding.day, finding.session, str(finding.facts)), []).append(finding)
    return [same[0] if len(same) == 1 else replace(same[0], zone="") for same in once.values()]


def _folded(found: Iterable[Finding]) -> list[Finding]:
    once: dict[tuple[str, ...], list[Finding]] = {}
    for number, finding in enumerate(found):
        about = "" if "title" in finding.facts else \
            f"{finding.session.rpartition('/')[2]} {str(finding.facts.get('at', ''))[11:16]}"
        again = finding.code in _AGAIN
        key = (finding.code, finding.zone, about, str(finding.facts.get("title", "")),
               str(finding.facts.get("reason", ""))) if again else (str(number),)
        once.setdefault(key, []).append(finding)
    return [_fold(same) for same in once.values()]


def _fold(same: Sequence[Finding]) -> Finding:
    first = min(same, key=lambda each: (each.day, str(each.facts.get("at", ""))))
    if len(same) == 1:
        return first
    days = sorted({day for each in same for day in _days(each)})
    return replace(first, facts={**first.facts, "days": days, "count": sum(_count(each) for each in same)})


def _days(finding: Finding) -> list[str]:
    days = finding.facts.get("days")
    return list(days) if isinstance(days, list) else [finding.day]


def _count(finding: Finding) -> int:
    return int(str(finding.facts.get("count", 1)))


def _of_day(seen: Seen, limits: Limits) -> Iterator[Finding]:
    if not seen.published:
        yield Finding(Level.LOSS, "no_plan", seen.day, facts={"items": len(seen.result.airings)})
    yield from _against_the_clock(seen, limits)
    yield from _against_the_profile(seen, limits)
    yield from _without_approval(seen)
    yield from _on_top_of_each_other(seen)
    yield from _sessions(seen)
    if seen.published:
        yield from _items(seen)
    yield from _gaps(seen)


# -- rules --

def _against_the_clock(seen: Seen, limits: Limits) -> Iterator[Finding]:
    """Sound in the quiet hours, or after its session's end, by the true time."""
    guard = QuietGuard([limits.quiet, seen.plan.quiet])
    ends = {session.id: session.hard_end for session in seen.plan.sessions}
    for sound in seen.sounds:
        facts: dict[str, object] = {"title": _title(seen, sound.event), "at": format_time(sound.starts_at),
                                    "until": format_time(sound.ends_at), "clock_off": sound.off}
        blur = timedelta(seconds=BLUR_SECONDS)
        begins = guard.next_start(sound.starts_at + _CLOCK_BLUR)
        if guard.covers(sound.starts_at + _CLOCK_BLUR) or (begins is not None and begins < sound.ends_at - blur):
            yield Finding(Level.BREAK, "quiet_hours", seen.day, sound.session, sound.zone, facts)
        elif not sound.off and sound.session in ends and sound.ends_at - blur > ends[sound.session]:
            yield Finding(Level.BREAK, "past_end", seen.day, sound.session, sound.zone, facts)


def _against_the_profile(seen: Seen, limits: Limits) -> Iterator[Finding]:
    day = seen.plan.day
    for session in seen.plan.sessions:
        sounds = seen.of(session.id)
        if not sounds:
            continue
        length = max(each.ends_at for each in sounds) - min(each.starts_at for each in sounds)
        most = limits.session_minutes(day, session.id)
        if length.total_seconds() > most * 60 + BLUR_SECONDS and not any(sound.off for sound in sounds):
            yield Finding(Level.BREAK, "session_long", seen.day, session.id, facts={
                "name": session.name, "minutes": round(length.total_seconds() / 60, 1), "limit": most})
    zones = {sound.zone for sound in seen.sounds}
    held = max((len({sound.session for sound in seen.sounds if sound.zone == zone}) for zone in zones), default=0)
    if held > limits.sessions(day):
        yield Finding(Level.BREAK, "sessions_many", seen.day, facts={"count": held, "limit": limits.sessions(day)})


def _without_approval(seen: Seen) -> Iterator[Finding]:
    events = _events(seen.plan)
    for sound in seen.sounds:
        event = events.get(sound.event)
        if event is None or event.approval.holds(event.cut.sha256, seen.day, seen.key):
            continue
        until = event.approval.valid_until
        code = "expired" if until and until < seen.day else "not_approved"
        yield Finding(Level.BREAK, code, seen.day, sound.session, sound.zone,
                      {"title": event.title, "at": format_time(sound.starts_at)})


def _on_top_of_each_other(seen: Seen) -> Iterator[Finding]:
    for zone in dict.fromkeys(sound.zone for sound in seen.sounds):
        for one, other in pairwise(sound for sound in seen.sounds if sound.zone == zone):
            if (one.ends_at - other.starts_at).total_seconds() > BLUR_SECONDS and one.off == other.off:
                yield Finding(Level.BREAK, "overlap", seen.day, other.session, zone, {
                    "title": _title(seen, one.event), "other": _title(seen, other.event),
                    "at": format_time(other.starts_at)})


# -- what is lost --

def _sessions(seen: Seen) -> Iterator[Finding]:
    for session in seen.plan.sessions:
        sounds = seen.of(session.id)
        if not sounds:
            if session.events and seen.published:
                yield Finding(Level.LOSS, "session_silent", seen.day, session.id, facts={
                    "name": session.name, "at": format_time(session.starts_at), "items": len(session.events),
                    "reason": _reason_of(seen, session)})
            continue
        off = next((sound for sound in sounds if sound.off), None)
        if off is not None:
            yield Finding(Level.LOSS, "clock_off", seen.day, session.id, facts={
                "name": session.name, "at": format_time(off.starts_at), "seconds": off.off,
                "items": sum(bool(sound.off) for sound in sounds)})
            continue
        yield from _late(seen, session, sounds)


def _late(seen: Seen, session: PlannedSession, sounds: Sequence[Sound]) -> Iterator[Finding]:
    """The first sounds of items that began late; what was made up elsewhere is no latecomer."""
    first: dict[str, datetime] = {}
    for sound in sounds:
        first.setdefault(sound.event, sound.starts_at)
    late = {event.id: (first[event.id] - event.starts_at).total_seconds() for event in session.events
            if event.id in first}
    late = {name: much for name, much in late.items() if much > LATE_SECONDS}
    if late:
        yield Finding(Level.LOSS, "late", seen.day, session.id, facts={
            "name": session.name, "items": len(late), "seconds": round(max(late.values())),
            "at": format_time(first[next(iter(late))])})


def _items(seen: Seen) -> Iterator[Finding]:
    silent = {session.id for session in seen.plan.sessions if not seen.of(session.id)}
    for row in seen.result.airings:
        facts: dict[str, object] = {"title": row.title, "at": row.planned_start, "reason": row.reason,
                                    "campaign": row.campaign, "directive": row.directive_number}
        gone = row.is_relay and (row.reason == Reason.RELAY_LOST or seen.silent_relays)
        if gone and row.outcome is not Outcome.MISSED:
            yield from _relay(seen, row.id, row.session_id, facts)
        elif row.outcome in _BY_PLAN:
            content = row.kind in CONTENT_KINDS or row.is_relay
            if row.session_id in silent and row.outcome is Outcome.MISSED:
                continue  # said once for the whole session
            facts |= {"aired_seconds": round(seconds(row.aired_frames), 1),
                      "planned_seconds": round(seconds(row.planned_frames), 1)}
            yield Finding(Level.LOSS if content else Level.NOTE,
                          _BY_PLAN[row.outcome] if content else "tune_missing", seen.day, row.session_id, facts=facts)
        elif row.outcome is Outcome.MADE_UP:
            yield Finding(Level.NOTE, "made_up", seen.day, row.session_id, facts={**facts, "started": row.started_at})


def _relay(seen: Seen, event: str, session: str, facts: dict[str, object]) -> Iterator[Finding]:
    """Another station's programme that was not to be had; that it was silent, the player says itself."""
    found = _events(seen.plan).get(event)
    if found is not None and found.relay is not None and found.relay.fallback is not None:
        yield Finding(Level.NOTE, "relay_fallback", seen.day, session, facts=facts)
    elif facts["reason"] == Reason.RELAY_LOST:
        yield Finding(Level.LOSS, "relay_lost", seen.day, session, facts=facts)


def _gaps(seen: Seen) -> Iterator[Finding]:
    for gap in seen.result.gaps:
        facts: dict[str, object] = {"at": format_time(gap.starts_at), "until": format_time(gap.ends_at),
                                    "seconds": round(gap.seconds, 1), "reason": gap.reason}
        yield Finding(Level.NOTE if gap.planned else Level.LOSS, "plan_gap" if gap.planned else "gap", seen.day,
                      gap.session, gap.zone, facts)
    lost = {row.id for row in seen.result.airings if row.reason == Reason.RELAY_LOST}
    for line in seen.silences:
        event = str(line.data.get("event_id", ""))
        if event in lost:
            continue  # said already
        yield Finding(Level.LOSS, "silence", seen.day, "", str(line.data.get("zone", "")),
                      {"title": _title(seen, event), "at": format_time(line.at)})


def _reason_of(seen: Seen, session: PlannedSession) -> str:
    """Why nothing of a session was heard: the reason most of its items have."""
    reasons = [row.reason for row in seen.result.airings if row.session_id == session.id and row.reason]
    return max(sorted(set(reasons)), key=reasons.count, default="")


def _events(plan: Rundown) -> dict[str, RundownEvent]:
    return {event.id: event for session in plan.sessions for event in session.events}


def _title(seen: Seen, event: str) -> str:
    found = _events(seen.plan).get(event)
    return found.title if found is not None else event
