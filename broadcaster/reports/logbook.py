"""The paper logbook (sổ nhật ký phát thanh) as words: days, sessions, lines. Pure but for its wording file.

Columns: docs/formats.md "The logbook". A day is made when it is asked for: a book of a year is never in memory whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from broadcaster.asrun.model import NOT_HEARD, Airing, Outcome, Signature
from broadcaster.asrun.signatures import Standing
from broadcaster.asrun.totals import totals
from broadcaster.base.clock import parse_time
from broadcaster.base.frames import seconds
from broadcaster.base.settings import StationSection
from broadcaster.reports import wording
from broadcaster.reports.model import Fault
from broadcaster.reports.writers.log_rows import language_words, moment_words, origin_words, words

_SEAL_LETTERS = 16
"""Of the seal's hash, beside the code that holds more of it."""
_MOST_DAYS = 31
_FRAMES = ("nhac_hieu", "nhac_cat", "loi_xuong", "loi_chao", "chuong")


@dataclass(frozen=True)
class BookLine:
    """One airing; `cells` in the order of Book.columns."""

    cells: tuple[str, ...]
    struck: str = ""
    """What the journal says of the outcome, where a person corrected it: printed struck through before the new word."""


@dataclass(frozen=True)
class BookSession:
    name: str
    lines: tuple[BookLine, ...]


@dataclass(frozen=True)
class BookDay:
    """One day with everything that stands under it."""

    day: date
    heading: str
    sessions: tuple[BookSession, ...]
    totals: str
    faults: str
    signed: str
    seal: str
    code: str
    """What the QR code holds; empty without a seal."""
    left_out: str = ""
    """That tunes which aired as planned are not listed."""


@dataclass(frozen=True)
class Book:
    """What stands around the days."""

    issuer: str
    station: str
    title: str
    span: str
    running: str
    printed: str
    columns: tuple[str, ...]
    weeks: tuple[str, ...]
    """Names of leaders under the weeks of the span."""
    single: bool
    """One day: its signatures are those of the book."""


@dataclass
class Sums:
    """What the days add up to, gathered while they are written."""

    days: int = 0
    airings: int = 0
    seconds: float = 0.0
    missed: int = 0
    corrected: int = 0
    silent: list[date] = field(default_factory=list)
    """Days of the span that are over, of which there is nothing to tell."""

    def text(self) -> str:
        names = words()["book"]
        return names["span_total"].format(
            days=wording.number(self.days), airings=wording.number(self.airings), minutes=wording.minutes(self.seconds),
            missed=names["span_missed"].format(count=wording.number(self.missed)) if self.missed else "",
            corrected=names["corrected"].format(count=wording.number(self.corrected)) if self.corrected else "")

    def days_off(self) -> str:
        """Which days were without any broadcast; empty for none. A gap in a book asks why."""
        if not self.silent:
            return ""
        listed = ", ".join(f"{day:%d/%m}" for day in self.silent[:_MOST_DAYS])
        return words()["book"]["days_off"].format(
            count=len(self.silent), days=listed + (" …" if len(self.silent) > _MOST_DAYS else ""))


def span_words(first: date, last: date) -> str:
    """Thứ Bảy, ngày 21/11/2026 · Tuần từ … đến … · Tháng 11 năm 2026 · Từ … đến …"""
    names = words()["book"]
    if first == last:
        return names["day"].format(weekday=weekday(first), date=wording.day(first))
    edges = {"first": wording.day(first), "last": wording.day(last)}
    if first.weekday() == 0 and last - first == timedelta(days=6):
        return names["week"].format(**edges)
    if first.day == 1 and (last + timedelta(days=1)).day == 1 and (first.year, first.month) == (last.year, last.month):
        return names["month"].format(month=first.month, year=first.year)
    return names["period"].format(**edges)


def weekday(day: date) -> str:
    return words()["weekdays"]["names"].split(",")[day.weekday()]


def book_of(first: date, last: date, station: StationSection, now: datetime, weeks: Iterable[Signature] = ()) -> Book:
    """The frame of the book."""
    names, span = words()["book"], span_words(first, last)
    return Book(station.issuer, station.name, names["title"], span,
                names["running"].format(span=span, station=station.name),
                names["printed"].format(moment=f"{now:%d/%m/%Y %H:%M}"), tuple(words()["book_columns"].values()),
                tuple(_week(each) for each in weeks), first == last)


def day_of(day: date, rows: Sequence[Airing], faults: Sequence[Fault], standing: Standing, code: str,
           sums: Sums) -> BookDay:
    """One day; what it adds up to goes into `sums`. `code`: as the seals tell it, empty for none."""
    names = words()["book"]
    shown = [row for row in rows if row.outcome is not Outcome.PENDING]
    waiting = len(rows) - len(shown)
    listed = [row for row in shown if not _goes_without_saying(row)]
    number, sessions = 0, []
    for name, each in _sessions(listed):
        lines = tuple(_line(number + place, row) for place, row in enumerate(each, start=1))
        number += len(lines)
        sessions.append(BookSession(name, lines))
    said = _totals(shown, sums) if shown else names["empty"] if not waiting else ""
    said += (" " if said else "") + names["waiting"].format(count=waiting) if waiting else ""
    return BookDay(day, names["day"].format(weekday=weekday(day), date=wording.day(day)), tuple(sessions), said,
                   _faults(faults), signed_words(standing), _seal(code), code,
                  names["left_out"].format(count=len(shown) - len(listed)) if len(listed) < len(shown) else "")


def signed_words(standing: Standing) -> str:
    """Who put a name under the day, and whether it still fits."""
    names, signature = words()["signed"], standing.signature
    if signature is not None and standing.state in {"signed", "changed"}:
        return names[standing.state].format(**_name(signature))
    return names.get(standing.state, names["unsigned"])


def _week(signature: Signature) -> str:
    first, last = date.fromisoformat(signature.first_day), date.fromisoformat(signature.last_day)
    return words()["signed"]["week"].format(first=f"{first:%d/%m}", last=wording.day(last), **_name(signature))


def _name(signature: Signature) -> dict[str, str]:
    role = words()["roles"].get(signature.role, signature.role)
    return {"name": signature.person if role == signature.person else f"{signature.person} ({role})",
            "at": moment_words(signature.at)}


def _sessions(rows: Sequence[Airing]) -> list[tuple[str, list[Airing]]]:
    """By the plan; what came outside of it is named so."""
    found: dict[tuple[str, str], list[Airing]] = {}
    for row in sorted(rows, key=lambda row: (row.started_at or row.planned_start, row.planned_start, row.id)):
        found.setdefault((row.session_id, row.session_name), []).append(row)
    return [(name or words()["book"]["unplanned"], each) for (_, name), each in found.items()]


def _goes_without_saying(row: Airing) -> bool:
    """A tune, bridge or greeting that aired as it was planned: a book that lists them all hides what matters."""
    return row.kind in _FRAMES and row.outcome is Outcome.AIRED and row.correction is None \
        and row.verification not in NOT_HEARD


def _line(number: int, row: Airing) -> BookLine:
    counted, told = row.counted, row.correction
    outcome = wording.outcome_heard(counted)
    struck = wording.outcome_heard(row) if told and wording.outcome_heard(row) != outcome else ""
    approved = "\n".join(part for part in (wording.approver(row), moment_words(row.approved_at)) if part)
    note = wording.note(row)
    if told:
        correction = words()["correction"]["note_only"].format(note=told.note, by=told.by, at=moment_words(told.at))
        note = "\n".join(part for part in (note, f"{words()['columns']['correction']}: {correction}") if part)
    return BookLine((
        str(number), _times(row), row.title, wording.kind(row.kind), origin_words(row.origin), row.directive_number,
        language_words(row.language), wording.minutes(seconds(counted.aired_frames)), wording.zones(row.zones), outcome,
        wording.voice(row), approved, note), struck)


def _times(row: Airing) -> str:
    """05:00:12 and, on the next line, the end; what did not air has its planned time in brackets."""
    if not row.started_at:
        return f"({parse_time(row.planned_start):%H:%M})" if row.planned_start else ""
    return "\n".join(_hour(text) for text in (row.started_at, row.ended_at) if text)


def _hour(text: str) -> str:
    return parse_time(text).strftime("%H:%M:%S")


def _totals(rows: Sequence[Airing], sums: Sums) -> str:
    names, of_day = words()["book"], totals(rows)
    sums.days += of_day.airings > 0
    sums.airings += of_day.airings
    sums.seconds += of_day.seconds
    sums.missed += of_day.missed
    sums.corrected += of_day.corrected
    said = names["totals"].format(airings=wording.number(of_day.airings), minutes=wording.minutes(of_day.seconds))
    if of_day.items:
        said += names["items"].format(items=wording.items(of_day.items))
    if of_day.missed:
        said += names["missed"].format(count=of_day.missed, reasons=wording.reasons(of_day.missed_by_reason))
    if of_day.partial:
        said += names["partial"].format(count=of_day.partial)
    return said + (names["corrected"].format(count=of_day.corrected) if of_day.corrected else "") + "."


def _faults(faults: Sequence[Fault]) -> str:
    names, of_kind = words()["book"], Counter[str]()
    for fault in faults:
        of_kind[fault.kind] += fault.count
    said = "; ".join(names["fault"].format(name=wording.words()["faults"].get(kind, kind), count=count)
                     for kind, count in of_kind.items())
    return names["faults"].format(faults=said) if said else names["no_faults"]


def _seal(code: str) -> str:
    """The short hash as people compare it, in fours."""
    parts = code.split()
    if len(parts) < 4:
        return words()["seal"]["none"]
    short = parts[3][:_SEAL_LETTERS]
    return words()["seal"]["sealed"].format(seal=" ".join(short[at:at + 4] for at in range(0, len(short), 4)))
