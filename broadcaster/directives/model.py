"""A directive letter as data: fields with their place in the text, points to propagate, an airing proposal."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

FIELD_NAMES = (
    "doc_type", "number", "symbol", "issued_place", "issued_date", "urgency", "issuer", "subject", "recipients",
    "based_on", "also_cited", "campaign_start", "campaign_end", "airing_frequency", "report_due", "report_on_request",
    "content_items", "channels", "attachments", "hotlines", "links", "signature", "archive_line", "form",
    "superior_body", "contact", "report_duty", "report_addressee",
)
"""Names and codes are those of `broadcaster directive parse --json` (docs/formats.md)."""


STATES = ("new", "drafted", "submitted", "approved", "planned", "running", "aired", "reported", "none")
"""Where the work on a letter stands: chưa soạn, đã soạn, chờ duyệt, đã duyệt, đã lên lịch, đang phát, đã phát,
đã báo cáo; none: it asks nothing of the loudspeakers (không phải phát)."""


@dataclass(frozen=True)
class Field:
    """One value read from a letter."""

    value: Any
    """str, bool, int, list[str] or None (the letter does not say)."""
    span: tuple[int, int] | None = None
    """Character range in the letter's text; None when inferred or absent."""
    confidence: float = 1.0
    """0…1; below 0.6 the window asks for a look."""
    source: str = "parsed"
    """parsed | operator."""


@dataclass(frozen=True)
class Point:
    """One numbered or dashed point of the body."""

    id: str
    number: str
    text: str
    kind: str
    """content: something to tell the people; task: something for an office to do."""
    start: int
    end: int


@dataclass(frozen=True)
class ParsedLetter:
    """What the parser made of a letter; nothing is stored yet."""

    text: str
    fields: dict[str, Field]
    points: tuple[Point, ...]
    scanned: bool = False
    """Read from a picture: figures are to be compared with the paper."""

    def value(self, name: str) -> Any:
        return self.fields[name].value if name in self.fields else None


@dataclass(frozen=True)
class RelayProposal:
    """One programme of a station above that the letter asks to relay; the hour is for a person to find out."""

    day: date
    part_of_day: str = ""
    """morning | noon | afternoon | evening; empty: the letter does not say."""
    time: str = ""
    """HH:MM, if the letter says it."""
    programme: str = ""
    """The words of the letter that name it."""


@dataclass(frozen=True)
class AiringProposal:
    """What the letter asks of the loudspeakers, for a person to confirm. Never airs by itself."""

    times_per_day: int
    first_day: date
    last_day: date
    weekdays: str = "1234567"
    urgency: str = "routine"
    reasons: tuple[str, ...] = ()
    """Codes that say where each figure comes from: frequency_from_letter, frequency_default, window_from_letter,
    window_default, urgency_mark …"""
    at_least: bool = False
    """The letter's figure is a lower bound ("ít nhất 02 lần/ngày")."""
    parts_of_day: tuple[str, ...] = ()
    """morning | noon | afternoon | evening, as the letter asks; empty: any."""
    relay: RelayProposal | None = None
    times_per_week: int = 0
    """Where the letter counts by the week ("2 lần/tuần"); `times_per_day` and `weekdays` then say one way to do it."""


@dataclass(frozen=True)
class Directive:
    """A registered letter."""

    id: str
    sha256: str
    suffix: str
    file_name: str
    text: str
    fields: dict[str, Field]
    points: tuple[Point, ...]
    received_at: datetime
    received_by: str
    scanned: bool = False
    """Read from a picture: figures are to be compared with the paper."""

    def value(self, name: str) -> Any:
        return self.fields[name].value if name in self.fields else None


@dataclass(frozen=True)
class DirectiveRow:
    """A line of the register."""

    id: str
    number: str
    """As printed; "…/SYMBOL" where the letter left it blank."""
    issuer: str
    subject: str
    issued_date: str
    urgency: str
    report_due: str
    received_at: datetime
    bulletins: int = 0
    campaigns: int = 0
    airings: int = 0
    approved: int = 0
    """How many of its bulletins and sounds are approved."""
    work: str = ""
    """"" (the counts above tell), "none" (asks nothing of this station), "reported"."""
    reported_at: str = ""
    reminder: str = ""
    """The next open reminder's day."""
    attachments: int = 0
    asks_report: bool = False
    """A day, "on request" or another duty to report."""
    state: str = "new"
    """Where the work stands, one of STATES."""
    overdue: bool = False
    """The day of the report is over and no report is noted."""


@dataclass(frozen=True)
class Registered:
    """The result of bringing a letter in."""

    directive: Directive
    known: bool = False
    """True: this letter was in the register already; nothing was stored twice."""
    warnings: tuple[str, ...] = field(default=())


@dataclass(frozen=True)
class Attachment:
    """A file that came with the letter: the message as sound, a script to read, an annex."""

    id: str
    directive_id: str
    kind: str
    """audio | script | other."""
    file_name: str
    sha256: str
    suffix: str
    added_at: datetime
    added_by: str = ""
    cart_id: str = ""
    """The library item made from it."""
    bulletin_id: str = ""
    """The draft made from it."""


@dataclass(frozen=True)
class Reminder:
    """Something to do for a letter, by a day."""

    id: str
    directive_id: str
    due: date
    text: str
    done_at: str = ""
    done_by: str = ""


@dataclass(frozen=True)
class Due:
    """Something whose day is near or over: a report that a letter asks for, or a reminder."""

    directive_id: str
    number: str
    subject: str
    day: date
    kind: str
    """report | reminder."""
    text: str = ""
    reminder_id: str = ""


@dataclass(frozen=True)
class WorkNote:
    """What a person noted about the work on a letter."""

    work: str = ""
    """"" | none | reported."""
    reported_at: str = ""
    """The day the report went out, ISO."""
    by: str = ""
    """Empty with "none": the program found no airing duty in the text."""
    note: str = ""


@dataclass(frozen=True)
class Citation:
    """A letter named by another."""

    number: str
    """As printed."""
    role: str
    """based_on | also_cited (of this letter), cited_by (another registered letter names this one)."""
    directive_id: str = ""
    """The registered letter it is; empty: not in the register."""
