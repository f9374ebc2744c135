"""A verified package's records as rows of the office's tables: the ingest form. No I/O."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from broadcaster.aggregation.model import LetterState
from broadcaster.aggregation.office.model import DayStatement, Letter
from broadcaster.asrun.model import CONTENT_KINDS, NOT_HEARD, SOUNDED, Airing, Correction, Outcome, Verification
from broadcaster.asrun.totals import first_heard
from broadcaster.base.clock import at, parse_time
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.base.vietnamese import fold, one_line
from broadcaster.directives.citations import number_key

MOST_A_DAY = 20_000
"""Airings; what one day of a real station holds is a few hundred at most."""
_MS = RATE // 1000
_LARGEST = 2_000_000_000
_LEGIBLE = re.compile(r"[^/]*\d")
LetterKey = tuple[str, str]


@lru_cache(maxsize=65_536)
def letter_key(number: str, issuer: str, subject: str) -> LetterKey | None:
    """By what the office knows a letter, however a station typed it; None without a number.

    Of "…/STTTT-TTBCXB" the number is not legible: such letters of one issuer are told apart by their subjects.
    """
    key = number_key(number)[:200]
    if key and not _LEGIBLE.match(key):
        key = f"{key} {' '.join(fold(subject).split())}"[:400].rstrip()
    return (key, " ".join(fold(issuer).split())[:200]) if key else None


def letters_of(states: Iterable[LetterState]) -> dict[LetterKey, Letter]:
    """What the station took upon itself, by letter; campaigns of one letter together."""
    found: dict[LetterKey, Letter] = {}
    for state in states:
        key = letter_key(state.number, state.issuer, state.subject)
        if key is None:
            continue
        asked: dict[str, int] = defaultdict(int)
        before = found.get(key)
        for day, count in (before.asked if before else {}).items():
            asked[day] += count
        for campaign in state.campaigns:
            for day, count in campaign.asked.items():
                asked[day] += count
        spans = [span for span in ((before.first_day, before.last_day) if before else ("", ""),
                                   *((each.first_day, each.last_day) for each in state.campaigns)) if span[0]]
        required = sum(each.required for each in state.campaigns) + (before.required if before else 0)
        found[key] = Letter(
            *key, plain(state.number), plain(state.issuer), plain(state.subject), plain(state.issued_date, 10),
            min(required, _LARGEST), min((first for first, _ in spans), default=""),
            max((last for _, last in spans), default=""), dict(asked))
    return found


def named_letters(rows: Iterable[Airing], known: Mapping[LetterKey, Letter]) -> dict[LetterKey, Letter]:
    """`known`, and what the airings name besides: letters of before the station kept them."""
    found = dict(known)
    for row in rows:
        key = letter_key(row.directive_number, row.issuer, row.directive_subject)
        if key is not None and key not in found:
            found[key] = Letter(*key, plain(row.directive_number), plain(row.issuer), plain(row.directive_subject), "")
    return found


def day_statements(days: Sequence[str], rows: Iterable[Airing], corrections: Iterable[Correction],
                   faults: Mapping[str, int], name: str) -> tuple[DayStatement, ...]:
    """Every one of `days`, also those on which nothing was planned. `faults`: day -> damaged journal lines.

    Raises Refused("office.too_many_airings").
    """
    newest: dict[str, Correction] = {}
    for told in sorted(corrections, key=lambda each: (each.at, each.id)):
        newest[told.airing_id] = told
    by_day: dict[str, list[Airing]] = {day: [] for day in days}
    for row in rows:
        told_of = newest.get(row.id)
        by_day[row.day].append(replace(row, correction=told_of) if told_of and told_of.day == row.day else row)
    for day, found in by_day.items():
        if len(found) > MOST_A_DAY:
            raise Refused("office.too_many_airings", f"{name}: {len(found)} airings on {day}", name=name, day=day,
                          count=len(found), most=MOST_A_DAY)
    return tuple(_statement(day, found, faults.get(day, 0)) for day, found in by_day.items())


def _statement(day: str, rows: list[Airing], faults: int) -> DayStatement:
    count: dict[str, int] = defaultdict(int)
    reasons: dict[str, int] = defaultdict(int)
    letters: dict[LetterKey, list[int]] = {}
    airings: list[tuple[str, LetterKey | None, str]] = []
    ms = relay_ms = 0
    for told in first_heard(sorted(rows, key=lambda row: (row.planned_start, row.id))):
        row = told.counted
        aired_ms = min(row.aired_frames // _MS, _LARGEST)
        key = letter_key(row.directive_number, row.issuer, row.directive_subject)
        airings.append(_columns(told, row, key, aired_ms))
        if row.kind not in CONTENT_KINDS:
            continue
        sounded = row.outcome in SOUNDED
        _count_one(count, told, row, sounded)
        if row.reason and told.planned and row.outcome in {Outcome.MISSED, Outcome.PARTIAL}:
            reasons[plain(row.reason, 40)] += 1
        if not sounded:
            continue
        ms += aired_ms
        relay_ms += aired_ms if row.is_relay else 0
        if key is not None:
            sums = letters.setdefault(key, [0, 0, 0])
            sums[0] += 1
            sums[1] += row.verification == Verification.HEARD
            sums[2] += aired_ms
    count |= {"seconds": min(ms // 1000, _LARGEST), "relay_seconds": min(relay_ms // 1000, _LARGEST), "faults": faults}
    return DayStatement(day, airings, tuple(count[name] for name in _FIGURES), dict(reasons),
                        {key: (aired, heard, lasted // 1000) for key, (aired, heard, lasted) in letters.items()})


_FIGURES = ("planned", "aired", "partial", "missed", "made_up", "unscheduled", "verified", "not_heard", "repeats",
            "corrected", "seconds", "relay_seconds", "faults")
"""office_schema.FIGURES; a test holds them equal."""
_OUTCOMES = {Outcome.AIRED: "aired", Outcome.PARTIAL: "partial", Outcome.MADE_UP: "made_up",
             Outcome.UNSCHEDULED: "unscheduled"}


def _count_one(count: dict[str, int], told: Airing, row: Airing, sounded: bool) -> None:
    """As asrun.totals counts."""
    count["planned"] += told.planned
    count["corrected"] += told.corrected
    count["missed"] += row.outcome is Outcome.MISSED and told.planned
    if sounded:
        count[_OUTCOMES[row.outcome]] += 1
        count["repeats"] += row.is_repeat
        count["verified"] += row.verification == Verification.HEARD
        count["not_heard"] += row.verification in NOT_HEARD


def _columns(told: Airing, row: Airing, key: LetterKey | None, aired_ms: int) -> tuple[str, LetterKey | None, str]:
    """No text holds a tab: `plain` made blanks of them."""
    started = _second(row.day, row.started_at) if row.started_at and row.outcome in SOUNDED else -1
    before = (plain(row.id, 200), plain(row.session_name or row.session_id, 120), plain(row.title),
              plain(row.kind, 40), plain(row.urgency, 40), plain(row.origin, 40), plain(row.language, 20),
              plain(row.category, 80))
    after = (f"{_item(row.cut_sha256)}\t{_second(row.day, row.planned_start)}\t"
             f"{min(row.planned_frames // _MS, _LARGEST)}\t{started}\t{aired_ms}\t{row.outcome}\t"
             f"{plain(row.reason, 40)}\t{plain(row.verification, 40)}\t"
             f"{row.is_repeat:d}\t{row.is_relay:d}\t{told.corrected:d}")
    return "\t".join(before), key, after


@lru_cache(maxsize=65_536)
def _item(sha256: str) -> int:
    """A number for a sound; 0 where there is none. Two sounds of one number are nowhere near."""
    return int(sha256[:15], 16) if re.fullmatch("[0-9a-f]{15,}", sha256) else 0


@lru_cache(maxsize=65_536)
def plain(text: str, limit: int = 300) -> str:
    """Text from outside, fit for one line of a table and for any database."""
    # Texts come again and again, and cleaning one takes longer than all else about a row.
    return one_line(text, limit).encode("utf-8", "replace").decode("utf-8")


def _second(day: str, text: str) -> int:
    """Of the local day; before it and after it too, as when the clock was set."""
    if text[:10] == day and text.endswith("+07:00") and text[13:14] == ":":
        return int(text[11:13]) * 3600 + int(text[14:16]) * 60 + int(text[17:19])
    moment = parse_time(text)
    span = (moment - at(date.fromisoformat(day), 0)).total_seconds()
    return max(-_LARGEST, min(int(span), _LARGEST))
