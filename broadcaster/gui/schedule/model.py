"""A day as lines to read: sessions, items, pauses, and what became of each; words of campaigns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from broadcaster.asrun.model import Airing, Outcome
from broadcaster.base.clock import parse_time
from broadcaster.base.frames import clock_text, seconds
from broadcaster.gui.i18n import length_text, weekday_text
from broadcaster.gui.log.model import TONES, outcome_words, reason_of
from broadcaster.gui.schedule.warnings import warning_tone, warning_words
from broadcaster.library.model import Cart
from broadcaster.protocol.rundown import PlannedSession, QuietHours, RundownEvent, Urgency
from broadcaster.schedule.model import ALL, Campaign, IfMissed, PlanWarning, SessionFill, SessionTemplate

FURNITURE_KINDS = {"nhac_hieu", "nhac_cat", "loi_xuong", "loi_chao", "chuong"}
LEAST_GAP_S = 15 * 60
_DAY_S = 86_400
_LATE_CHOICES = (5, 15, 30, 60)


@dataclass(frozen=True)
class Head:
    """A session's heading."""

    name: str
    span: str
    note: str
    tone: str = ""


@dataclass(frozen=True)
class Item:
    """One item of the day."""

    id: str
    clock: str
    title: str
    kind: str
    length: float
    mark: str
    tone: str
    """Of the mark; empty for what is still to come."""
    outcome: Outcome
    campaign: str = ""
    reason: str = ""
    urgent: bool = False


@dataclass(frozen=True)
class Gap:
    """A stretch in which nothing airs."""

    seconds: float


@dataclass(frozen=True)
class Note:
    """A sentence below a heading."""

    text: str
    tone: str = "plain"


Entry = Head | Item | Gap | Note


@dataclass(frozen=True)
class Day:
    """Everything the page shows of one day."""

    day: date
    sessions: tuple[PlannedSession, ...] = ()
    airings: tuple[Airing, ...] = ()
    fills: Mapping[str, SessionFill] = field(default_factory=dict)
    warnings: tuple[PlanWarning, ...] = ()
    campaigns: tuple[tuple[Campaign, int], ...] = ()
    """Campaign and how often it has aired."""
    proposals: tuple[tuple[Campaign, Cart], ...] = ()
    """Campaigns whose item gave way, and the item that took its place."""
    quiet: QuietHours = field(default_factory=lambda: QuietHours("21:00", "04:30"))


def entries(day: Day) -> list[Entry]:
    """The day from top to bottom; bridges are left out unless something went wrong with one."""
    aired = {item.id: item for item in day.airings}
    loose = sorted((item for item in day.airings if item.outcome is Outcome.UNSCHEDULED),
                   key=lambda item: item.started_at)
    result: list[Entry] = []
    before: datetime | None = None
    for session in sorted(day.sessions, key=lambda item: item.starts_at):
        early = [item for item in loose if parse_time(item.started_at) < session.starts_at]
        inside = [item for item in loose if session.starts_at <= parse_time(item.started_at) < session.hard_end]
        loose = [item for item in loose if item not in early and item not in inside]
        before = _add_loose(result, early, before)
        before = _add_gap(result, before, session.starts_at)
        result.extend(_session(day, session, aired, inside))
        before = max(_end_of(session), before) if before else _end_of(session)
    _add_loose(result, loose, before)
    return result


def _add_loose(result: list[Entry], rows: Sequence[Airing], before: datetime | None) -> datetime | None:
    if not rows:
        return before
    before = _add_gap(result, before, parse_time(rows[0].started_at))
    total = sum(seconds(item.aired_frames) for item in rows)
    first, last = parse_time(rows[0].started_at), parse_time(rows[-1].ended_at or rows[-1].started_at)
    result.append(Head(QCoreApplication.translate("Schedule", "Outside the plan"), f"{first:%H:%M} – {last:%H:%M}",
                       length_text(total)))
    result.extend(_loose_item(item) for item in rows)
    return last


def _add_gap(result: list[Entry], before: datetime | None, now: datetime) -> datetime:
    if before is not None and (now - before).total_seconds() >= LEAST_GAP_S:
        result.append(Gap((now - before).total_seconds()))
    return now


def _session(day: Day, session: PlannedSession, aired: Mapping[str, Airing], inside: Sequence[Airing]) -> list[Entry]:
    translate = QCoreApplication.translate
    shown = [event for event in session.events if _is_shown(event, aired.get(event.id))]
    own = [event for event in session.events if event.kind not in FURNITURE_KINDS]
    total = sum(seconds(event.cut.frames) for event in session.events)
    words = [f"{session.starts_at:%H:%M} – {session.hard_end:%H:%M}",
             "" if not session.zones or ALL in session.zones else ", ".join(session.zones),
             translate("Schedule", "{count} items").format(count=len(own)) if own else "",
             length_text(total) if total else ""]
    note, tone = _became([aired[event.id] for event in own if event.id in aired]) or fill_words(
        day.fills.get(session.id))
    result: list[Entry] = [Head(session.name, " · ".join(filter(None, words)), note, tone)]
    result.extend(Note(warning_words(item), warning_tone(item))
                  for item in day.warnings if item.session_id == session.id)
    if not shown and not any(isinstance(entry, Note) for entry in result):
        fill = day.fills.get(session.id)
        waits = fill is not None and not fill.held
        result.append(Note(translate("Schedule", "Not held until the week is approved.") if waits else
                           translate("Schedule", "Nothing is planned for this session.")))
    items = [(event.starts_at, _item(event, aired.get(event.id))) for event in shown]
    items += [(parse_time(row.started_at), _loose_item(row)) for row in inside]
    result.extend(item for _, item in sorted(items, key=lambda pair: pair[0]))
    return result


def _became(airings: Sequence[Airing]) -> tuple[str, str] | None:
    """What became of a session that is over."""
    if not airings or any(item.outcome is Outcome.PENDING for item in airings):
        return None
    good = sum(item.outcome in {Outcome.AIRED, Outcome.MADE_UP} for item in airings)
    text = QCoreApplication.translate("Schedule", "aired {aired} of {asked}").format(aired=good, asked=len(airings))
    return text, "good" if good == len(airings) else "bad" if good == 0 else "wait"


def _is_shown(event: RundownEvent, airing: Airing | None) -> bool:
    return event.kind != "nhac_cat" or (airing is not None and airing.outcome in {Outcome.MISSED, Outcome.PARTIAL})


def _item(event: RundownEvent, airing: Airing | None) -> Item:
    length = seconds(event.cut.frames)
    if airing is None or airing.outcome is Outcome.PENDING:
        return Item(event.id, f"{event.starts_at:%H:%M}", event.title, event.kind, length, clock_text(length), "",
                    Outcome.PENDING, event.campaign, "", event.urgency is not Urgency.ROUTINE)
    start = parse_time(airing.started_at) if airing.started_at else event.starts_at
    return Item(event.id, f"{start:%H:%M}", event.title, event.kind, length, _mark(airing), TONES[airing.outcome],
                airing.outcome, event.campaign, reason_of(airing), event.urgency is not Urgency.ROUTINE)


def _loose_item(row: Airing) -> Item:
    return Item(row.id, f"{parse_time(row.started_at):%H:%M}", row.title, row.kind, seconds(row.aired_frames),
                _mark(row), TONES[row.outcome], row.outcome, row.campaign, reason_of(row), row.urgency != "routine")


def _mark(airing: Airing) -> str:
    length = clock_text(seconds(airing.aired_frames))
    words = outcome_words(airing.outcome)
    if airing.outcome in {Outcome.AIRED, Outcome.MADE_UP}:
        return f"✓ {words} {length}"
    if airing.outcome is Outcome.PARTIAL:
        return f"{words} {length} / {clock_text(seconds(airing.planned_frames))}"
    return words if airing.outcome is Outcome.MISSED else f"{words} {length}"


def _end_of(session: PlannedSession) -> datetime:
    ends = [event.starts_at + timedelta(seconds=seconds(event.cut.frames)) for event in session.events]
    return max(ends, default=session.starts_at)


def gap_text(length: float) -> str:
    """không phát 5 giờ 12 phút."""
    return QCoreApplication.translate("Schedule", "nothing airs for {length}").format(length=length_text(length))


def fill_words(fill: SessionFill | None) -> tuple[str, str]:
    """How full a session is, and the tone of it."""
    translate = QCoreApplication.translate
    if fill is None:
        return "", ""
    if not fill.held:
        return translate("Schedule", "not approved"), "wait"
    over = fill.over_seconds
    if over > 0:
        return translate("Schedule", "{length} too much").format(length=length_text(over)), "bad"
    if over < -60:
        return translate("Schedule", "{length} free").format(length=length_text(-over)), "plain"
    return translate("Schedule", "full"), "good"


# Campaigns

def weekdays_words(weekdays: str) -> str:
    """Empty for every day; else Thứ Hai, Thứ Ba."""
    if len(set(weekdays)) == 7:
        return ""
    monday = date(2026, 11, 16)
    return ", ".join(weekday_text(monday + timedelta(int(digit) - 1)) for digit in weekdays)


def airing_days(campaign: Campaign) -> int:
    """Days on which it airs."""
    length = (campaign.last_day - campaign.first_day).days + 1
    return sum(str((campaign.first_day + timedelta(n)).isoweekday()) in campaign.weekdays for n in range(length))


def times_words(times: int, first: date, last: date, weekdays: str) -> str:
    """2 lần/ngày · 21/11–30/11."""
    text = QCoreApplication.translate("Schedule", "{times} times a day · {first}–{last}")
    span = text.format(times=times, first=f"{first:%d/%m}", last=f"{last:%d/%m}")
    return " · ".join(filter(None, (span, weekdays_words(weekdays))))


def campaign_words(campaign: Campaign, today: date) -> str:
    """One line: how often, when, and whether it still runs."""
    translate = QCoreApplication.translate
    text = times_words(campaign.times, campaign.first_day, campaign.last_day, campaign.weekdays)
    if campaign.state != "active":
        return " – ".join((text, translate("Schedule", "stopped")))
    return " – ".join((text, translate("Schedule", "over"))) if campaign.last_day < today else text


def coverage_words(campaign: Campaign, aired: int) -> str:
    """đã phát 3/20."""
    return QCoreApplication.translate("Schedule", "aired {aired} of {asked}").format(
        aired=aired, asked=airing_days(campaign) * campaign.times)


def urgency_words(urgency: Urgency) -> str:
    translate = QCoreApplication.translate
    return {Urgency.ROUTINE: translate("Schedule", "Routine"), Urgency.PRIORITY: translate("Schedule", "Priority"),
            Urgency.EMERGENCY: translate("Schedule", "Emergency")}[urgency]


def if_missed_words(policy: IfMissed, names: Mapping[str, str]) -> str:
    """What becomes of an airing whose time passed; `names`: session id -> name."""
    translate = QCoreApplication.translate
    if policy.session:
        return translate("Schedule", "Make up in “{name}”").format(name=names.get(policy.session, policy.session))
    if not policy.late_minutes:
        return translate("Schedule", "Leave out, with the reason in the log")
    return translate("Schedule", "Play up to {minutes} minutes late").format(minutes=policy.late_minutes)


def if_missed_choices(templates: Sequence[SessionTemplate]) -> list[tuple[str, str]]:
    """(value as stored, words) to choose from."""
    names = {item.id: item.name for item in templates}
    policies = [*(IfMissed(minutes) for minutes in _LATE_CHOICES), *(IfMissed(session=name) for name in names),
                IfMissed(0)]
    return [(str(policy), if_missed_words(policy, names)) for policy in policies]


def promise(times: int, first: date, last: date, weekdays: str, approved: bool, by_sheet: bool = False) -> str:
    """What a campaign will do. `by_sheet`: only what stands on an approved weekly sheet airs."""
    translate = QCoreApplication.translate
    length = (last - first).days + 1
    days = sum(str((first + timedelta(n)).isoweekday()) in weekdays for n in range(max(0, min(length, 4000))))
    if days == 0:
        return translate("Schedule", "It would never air: no such day of the week lies in this stretch.")
    text = translate("Schedule", "It airs {times} times on each of {days} days, {total} times in all, from {first} "
                                 "to {last}.")
    text = text.format(times=times, days=days, total=days * times, first=f"{first:%d/%m/%Y}", last=f"{last:%d/%m/%Y}")
    if not approved:
        text += " " + translate("Schedule", "It is not approved yet: until it is, it does not air.")
    if by_sheet:
        text += " " + translate("Schedule", "It airs once the weekly schedule with it is approved.")
    return text


# The strip

def quiet_stretches(quiet: QuietHours) -> list[tuple[float, float]]:
    """Seconds of the day in which nothing may sound."""
    start, end = _clock_seconds(quiet.start), _clock_seconds(quiet.end)
    if start <= end:
        return [(start, end)] if start < end else []
    return [(0.0, end), (start, float(_DAY_S))]


def minutes_of(sessions: Iterable[PlannedSession]) -> float:
    """Seconds of sound planned."""
    return sum(seconds(event.cut.frames) for session in sessions for event in session.events)


def _clock_seconds(text: str) -> float:
    hours, minutes = text.split(":")[:2]
    return int(hours) * 3600.0 + int(minutes) * 60
