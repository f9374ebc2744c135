"""A day as lines to read: sessions, items, pauses, and what became of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from broadcaster.asrun.model import Airing, Outcome
from broadcaster.base.clock import parse_time
from broadcaster.base.frames import clock_text, seconds
from broadcaster.gui.i18n import length_text
from broadcaster.gui.log.model import TONES, outcome_words, reason_of
from broadcaster.gui.schedule.day import Day, Entry, Gap, Head, Item, Note
from broadcaster.gui.schedule.ruler import stretches_of
from broadcaster.gui.schedule.warnings import warning_tone, warning_words
from broadcaster.library.model import FRAME_KINDS
from broadcaster.protocol.rundown import PlannedSession, RundownEvent, Urgency
from broadcaster.schedule.model import ALL, Placed, PlanWarning, SessionFill

LEAST_GAP_S = 15 * 60


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
    own = [event for event in session.events if event.kind not in FRAME_KINDS]
    head = _head(day, session, own, aired)
    result: list[Entry] = [head]
    items = items_of(day, session)
    told = {item.reason for item in items if item.role == "out"}
    notes = [(warning_words(item), warning_tone(item)) for item in day.warnings if item.session_id == session.id]
    result.extend(Note(words, tone, session.id) for words, tone in notes if words not in told)
    if not items and not any(isinstance(entry, Note) for entry in result):
        result.append(Note(_empty_words(day.fills.get(session.id)), "plain", session.id))
    shown = _timed(items, session.starts_at)
    shown += [(parse_time(row.started_at), _loose_item(row)) for row in inside]
    result.extend(item for _, item in sorted(shown, key=lambda pair: pair[0]))
    return result


def _timed(items: Sequence[Item], starts_at: datetime) -> list[tuple[datetime, Item]]:
    """What does not air has no time of its own: it stays behind the item before it."""
    result: list[tuple[datetime, Item]] = []
    for item in items:
        starts_at = item.event.starts_at if item.event else starts_at
        result.append((starts_at, item))
    return result


def _head(day: Day, session: PlannedSession, own: Sequence[RundownEvent], aired: Mapping[str, Airing]) -> Head:
    translate = QCoreApplication.translate
    fill, edit = day.fills.get(session.id), day.edit_of(session.id)
    total = sum(seconds(event.cut.frames) for event in session.events)
    words = [f"{session.starts_at:%H:%M} – {session.hard_end:%H:%M}",
             "" if not session.zones or ALL in session.zones else ", ".join(session.zones),
             translate("Schedule", "{count} items").format(count=len(own)) if own else "",
             length_text(total) if total else ""]
    note, tone = _became([aired[event.id] for event in own if event.id in aired]) or fill_words(fill)
    limit = (session.hard_end - session.starts_at).total_seconds()
    over = fill.over_seconds if fill else total - limit
    return Head(session.name, " · ".join(filter(None, words)), note, tone, session.id, session.starts_at,
                session.hard_end, day.state_of(session), edit is not None and edit.items is not None,
                stretches_of(session, day.choices), limit, over,
                edit is None or edit.held, len(day.places(session.id)))


def _empty_words(fill: SessionFill | None) -> str:
    translate = QCoreApplication.translate
    if fill is not None and not fill.held:
        return translate("Schedule", "Not held until the week is approved.")
    return translate("Schedule", "Nothing is planned for this session.")


def items_of(day: Day, session: PlannedSession) -> list[Item]:
    """What sounds, and what was put here and does not fit."""
    aired = {item.id: item for item in day.airings}
    programme, places = day.programme_of(session.id), day.places(session.id)
    roles = {choice.event_id: choice.code for choice in day.choices}
    shown = [_item(event, aired.get(event.id), session, programme, (places.get(event.id, -1), _role(event, roles)))
             for event in session.events if _is_shown(event, aired.get(event.id))]
    for place in day.waiting(session.id):
        shown.insert(_place_among(shown, place), _left_out(day, session, place, programme[place]))
    return shown


def _place_among(items: Sequence[Item], place: int) -> int:
    """Behind the nearest item that comes before it in the programme, else before the first that comes after it."""
    before = [number for number, item in enumerate(items) if 0 <= item.place < place]
    after = [number for number, item in enumerate(items) if item.place > place]
    return before[-1] + 1 if before else after[0] if after else len(items)


def _role(event: RundownEvent, codes: Mapping[str, str]) -> str:
    if event.relay is not None:
        return "relay"
    if event.kind in FRAME_KINDS or codes.get(event.id) == "furniture":
        return "furniture"
    return "filler" if codes.get(event.id) == "filler" else "own"


def _became(airings: Sequence[Airing]) -> tuple[str, str] | None:
    """What became of a session that is over."""
    if not airings or any(item.outcome is Outcome.PENDING for item in airings):
        return None
    good = sum(item.outcome in {Outcome.AIRED, Outcome.MADE_UP} for item in airings)
    text = QCoreApplication.translate("Schedule", "aired {aired} of {asked}").format(aired=good, asked=len(airings))
    return text, "good" if good == len(airings) else "bad" if good == 0 else "wait"


def _is_shown(event: RundownEvent, airing: Airing | None) -> bool:
    return event.kind != "nhac_cat" or (airing is not None and airing.outcome in {Outcome.MISSED, Outcome.PARTIAL})


def _item(event: RundownEvent, airing: Airing | None, session: PlannedSession, programme: Sequence[Placed],
          found: tuple[int, str]) -> Item:
    length = seconds(event.cut.frames)
    place, role = found
    cart = programme[place].cart if place >= 0 else ""
    urgent = event.urgency is not Urgency.ROUTINE
    if airing is None or airing.outcome is Outcome.PENDING:
        return Item(event.id, f"{event.starts_at:%H:%M}", event.title, event.kind, length, clock_text(length), "",
                    Outcome.PENDING, event.campaign, "", urgent, session.id, place, cart, event, role)
    start = parse_time(airing.started_at) if airing.started_at else event.starts_at
    return Item(event.id, f"{start:%H:%M}", event.title, event.kind, length, _mark(airing), TONES[airing.outcome],
                airing.outcome, event.campaign, reason_of(airing), urgent, session.id, place, cart, event, role)


def _left_out(day: Day, session: PlannedSession, place: int, item: Placed) -> Item:
    """Put here by hand, and it does not air."""
    cart = day.titles.get(item.cart)
    translate = QCoreApplication.translate
    why = next((warning_words(warning) for warning in day.warnings
                if warning.session_id == session.id and _is_about(warning, item, cart.title if cart else "")), "")
    return Item(f"out:{session.id}:{place}", "", cart.title if cart else item.cart, str(cart.kind) if cart else "",
                cart.cut.seconds if cart else 0.0, translate("Schedule", "left out"), "bad", Outcome.PENDING,
                item.campaign, why, False, session.id, place, item.cart, None, "out")


def _is_about(warning: PlanWarning, item: Placed, title: str) -> bool:
    """Whether it says why something put in by hand does not air."""
    facts = warning.facts
    return "campaign" in facts and "title" in facts and facts["campaign"] == item.campaign and bool(
        item.campaign or not facts["title"] or facts["title"] == title)


def _loose_item(row: Airing) -> Item:
    return Item(row.id, f"{parse_time(row.started_at):%H:%M}", row.title, row.kind, seconds(row.aired_frames),
                _mark(row), TONES[row.outcome], row.outcome, row.campaign, reason_of(row), row.urgency != "routine",
                role="loose")


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


def free_seconds(limit: float, used: float) -> float:
    """Both are said in whole minutes: what is free and what is used add up to the session."""
    if used < 60 or limit - used < 60:
        return max(0.0, limit - used)
    return (limit // 60 - used // 60) * 60


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
        return translate("Schedule", "{length} free").format(length=length_text(free_seconds(
            fill.limit_seconds, fill.planned_seconds))), "plain"
    return translate("Schedule", "full"), "good"
