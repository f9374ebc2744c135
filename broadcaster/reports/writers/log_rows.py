"""One airing as the columns of the log (sổ nhật ký phát thanh), the same for workbook, text file and report.

A file may have a million rows: what is the same in many of them (a reason, an approver, a note) is put into words once.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar

from broadcaster.asrun.log_store import FACTS, LogRow
from broadcaster.asrun.model import Airing, Correction, Outcome, ZoneAiring
from broadcaster.base.clock import parse_time
from broadcaster.base.frames import RATE
from broadcaster.base.paths import shipped
from broadcaster.reports import wording
from broadcaster.reports.writers.sheet_stream import Column

MINUTE = 60 * RATE
_KEPT = 40_000

Value = TypeVar("Value")
_WIDTHS = {"number": 7, "day": 12, "session": 16, "start": 10, "end": 10, "title": 52, "kind": 13, "origin": 14,
           "directive": 22, "language": 12, "minutes": 11, "zones": 16, "outcome": 28, "verification": 22, "voice": 16,
           "approver": 22, "approved_at": 16, "note": 34, "correction": 40}
_FORMS = {"number": "whole", "day": "day", "start": "moment", "end": "moment", "minutes": "tenth"}

LOG_WIDTHS = tuple(_WIDTHS.values())


@cache
def words() -> dict[str, dict[str, str]]:
    """The wording of logbook and log."""
    return tomllib.loads(shipped("resources", "templates", "logbook.toml").read_text(encoding="utf-8"))


def log_heads() -> list[str]:
    return [words()["columns"][key] for key in _WIDTHS]


def log_columns() -> list[Column]:
    return [Column(words()["columns"][key], width, _FORMS.get(key, "text")) for key, width in _WIDTHS.items()]


def log_row(airing: Airing) -> tuple[object, ...]:
    """The columns after the running number, as dates, moments, numbers and texts; None where nothing is known."""
    day, session, start, end, *rest = _texts().row(_stored(airing))
    return (date.fromisoformat(day), session, _moment(start), _moment(end), *rest)


def plain(value: object) -> object:
    """A column as text for a file without types: 21/11/2026, 05:00:12, 1,5."""
    if isinstance(value, datetime):
        return value.strftime("%H:%M:%S")
    if isinstance(value, date):
        return wording.day(value)
    if isinstance(value, float):
        return wording.number(value, 1)
    return "" if value is None else value


class Memo(dict[Any, Value], Generic[Value]):
    """What `make` says of a key, asked once as long as there are not too many keys."""

    def __init__(self, make: Callable[[Any], Value]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Any) -> Value:
        value = self._make(key)
        if len(self) < _KEPT:
            self[key] = value
        return value


class Said(NamedTuple):
    """The columns that are the same in very many rows."""

    kind: str
    origin: str
    language: str
    zones: str
    outcome: str
    voice: str
    approver: str
    note: str


class LogTexts:
    """Turns stored rows (LogRow) into columns. `finish`: how a text stands in the file."""

    def __init__(self, finish: Callable[[str], str] = str) -> None:
        self.said = Memo(lambda facts: Said(*map(finish, _said(facts))))
        self.verifications = Memo(lambda key: finish(_verification(*key)))
        self.moments = Memo(lambda text: finish(moment_words(text)))
        self.corrections = Memo(lambda told: finish(_told(told)))

    def row(self, stored: Sequence[Any]) -> tuple[Any, ...]:
        """The columns after the number, day and moments as ISO texts."""
        day, session, started, ended, title, directive, frames, verification, percent, approved_at, facts, told = stored
        kind, origin, language, zones, outcome, voice, approver, note = self.said[facts]
        return (day, session, started, ended, title, kind, origin, directive, language, round(frames / MINUTE, 4),
                zones, outcome, self.verifications[verification, percent], voice, approver,
                self.moments[approved_at], note, self.corrections[told])


@cache
def _texts() -> LogTexts:
    return LogTexts()


def _said(stored: str) -> Said:
    facts = dict(zip(FACTS, json.loads(stored), strict=True))
    flags = {name: bool(facts[name]) for name in ("is_relay", "confirmed", "self_approved")}
    zones = tuple(json.loads(facts["zones"] or "[]"))
    parts = tuple(ZoneAiring(**{**item, "outcome": Outcome(item["outcome"])})
                  for item in json.loads(facts["by_zone"] or "[]"))
    like = _like(**{**facts, **flags, "zones": zones, "by_zone": parts, "outcome": Outcome(facts["outcome"])})
    return Said(wording.kind(like.kind), origin_words(like.origin), language_words(like.language),
                wording.zones(zones), wording.outcome(like), wording.voice(like), wording.approver(like),
                wording.note(like))


def _verification(word: str, percent: int | None) -> str:
    return wording.verification(_like(verification=word, score=None if percent is None else percent / 100))


def _told(stored: str | None) -> str:
    if not stored:
        return ""
    outcome, *rest = json.loads(stored)
    return correction_words(Outcome(outcome) if outcome else None, *rest)


def correction_words(outcome: Outcome | None, reason: str, note: str, by: str, at: str) -> str:
    """Không phát (mất điện): mất điện cả thôn (Cán bộ truyền thanh, 21/11/2026 07:10)."""
    pattern = words()["correction"]["told" if outcome else "note_only"]
    said = wording.outcome(_like(outcome=outcome, reason=reason)) if outcome else ""
    return pattern.format(outcome=said, note=note, by=by, at=moment_words(at))


def moment_words(text: str) -> str:
    """21/11/2026 07:10; empty for nothing."""
    return parse_time(text).strftime("%d/%m/%Y %H:%M") if text else ""


def origin_words(origin: str) -> str:
    return words()["origins"].get(origin, origin)


def language_words(code: str) -> str:
    return _languages().get(code, code)


_BLANK: dict[str, Any] = {
    "id": "", "day": "", "session_id": "", "session_name": "", "title": "", "kind": "", "urgency": "",
    "planned_start": "", "planned_frames": 0, "started_at": "", "ended_at": "", "aired_frames": 0,
    "outcome": Outcome.AIRED, "reason": "", "note": "", "verification": "", "zones": (), "cut_sha256": "",
    "approver": "", "approved_at": "", "directive_id": "", "directive_number": "", "directive_subject": "",
    "issuer": "", "campaign": "", "voice": "", "is_repeat": False, "rundown": "", "first_seq": 0, "last_seq": 0}


def _like(**facts: Any) -> Airing:
    """An airing of which only these facts are known: enough for the words that rest on them."""
    return Airing(**{**_BLANK, **facts})


def _stored(airing: Airing) -> LogRow:
    """As the database keeps it."""
    told: Correction | None = airing.correction
    zones = [{"zone": item.zone, "outcome": str(item.outcome), "reason": item.reason} for item in airing.by_zone]
    facts = {name: getattr(airing, name) for name in FACTS}
    facts |= {"zones": json.dumps(airing.zones), "by_zone": json.dumps(zones)}
    percent = None if airing.score is None else int(airing.score * 100 + 0.5)
    return LogRow(
        airing.day, airing.session_name, airing.started_at, airing.ended_at, airing.title, airing.directive_number,
        airing.aired_frames, str(airing.verification), percent, airing.approved_at, json.dumps(list(facts.values())),
        json.dumps([told.outcome or "", told.reason, told.note, told.by, told.at]) if told else None)


def _moment(text: str) -> datetime | None:
    return parse_time(text) if text else None


@cache
def _languages() -> dict[str, str]:
    return tomllib.loads(shipped("resources", "library", "languages.toml").read_text(encoding="utf-8"))
