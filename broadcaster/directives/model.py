"""A directive letter as data: fields with their place in the text, points to propagate, an airing proposal."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

FIELD_NAMES = (
    "doc_type", "number", "symbol", "issued_place", "issued_date", "urgency", "issuer", "subject", "recipients",
    "based_on", "also_cited", "campaign_start", "campaign_end", "airing_frequency", "report_due", "report_on_request",
    "content_items", "channels", "attachments", "hotlines", "links", "signature", "archive_line", "form",
)
"""Names and codes are those of `broadcaster directive parse --json` (docs/formats.md)."""


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

    def value(self, name: str) -> Any:
        return self.fields[name].value if name in self.fields else None


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


@dataclass(frozen=True)
class Registered:
    """The result of bringing a letter in."""

    directive: Directive
    known: bool = False
    """True: this letter was in the register already; nothing was stored twice."""
    warnings: tuple[str, ...] = field(default=())
