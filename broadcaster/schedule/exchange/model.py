"""What a file of another program says, and what would come of it here. No I/O."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from broadcaster.base.errors import BroadcasterError
from broadcaster.base.vietnamese import one_line
from broadcaster.protocol.rundown import Urgency
from broadcaster.schedule.model import Campaign, Per, Period, SessionTemplate

MOST_BYTES = 2_000_000
"""A commune's year of planned items is a tenth of this; more is no schedule."""
MOST_ROWS = 1_000
"""Two sessions a day make 730 a year; making as many holds the database for some seconds."""
EARLIEST_YEAR, LATEST_YEAR = 2020, 2100


@dataclass(frozen=True)
class Terms:
    """A campaign in a file's words: its item by name, nothing checked yet."""

    item: str
    times: int
    first_day: date | None
    """None: from today on."""
    last_day: date
    per: Per = Per.DAY
    weekdays: str = "1234567"
    urgency: Urgency = Urgency.ROUTINE
    dayparts: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    spacing_minutes: int = 0


@dataclass(frozen=True)
class Found:
    """One thing a file asks for."""

    place: int
    """Line of a table, or which event or programme of the file, counted from 1."""
    what: Terms | SessionTemplate | Period


@dataclass(frozen=True)
class Refusal:
    """One thing that cannot be taken over, and why: a code with facts, worded at the edge as any refusal."""

    place: int
    name: str
    code: str
    text: str
    """In plain English."""
    facts: Mapping[str, Any] = field(default_factory=dict)


def refusal(place: int, name: object, error: BroadcasterError) -> Refusal:
    return Refusal(place, one_line(str(name), 120), error.code, error.text, error.facts)


@dataclass(frozen=True)
class Reading:
    """All that a file says, in its order."""

    found: tuple[Found, ...] = ()
    refused: tuple[Refusal, ...] = ()


@dataclass(frozen=True)
class Entry:
    """One thing that would come, ready to be stored."""

    place: int
    what: Campaign | SessionTemplate | Period

    @property
    def name(self) -> str:
        return self.what.title if isinstance(self.what, Campaign) else self.what.name

    @property
    def kind(self) -> str:
        """campaign, session or period."""
        return {Campaign: "campaign", SessionTemplate: "session", Period: "period"}[type(self.what)]


@dataclass(frozen=True)
class Incoming:
    """What a file would bring: nothing is stored until somebody accepts it."""

    file: str
    entries: tuple[Entry, ...]
    refused: tuple[Refusal, ...]
    there: int = 0
    """Things the station has just so already: left out in silence."""
