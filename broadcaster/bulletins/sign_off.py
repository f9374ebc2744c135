"""What an approver's yes is made of, and what is told of it later. No I/O."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.protocol.seal import seal, seal_holds

Days = tuple[str, str]
"""First and last day as ISO dates, inclusive; empty means open."""


@dataclass(frozen=True)
class FirstYes:
    """The first of two agreed to exactly this; nothing airs before the second has agreed to the same."""

    subject: str
    approver: str
    at: str
    text_sha256: str
    audio_sha256: str
    days: Days
    channels: dict[str, str] = field(default_factory=dict)
    """Channel to the sha256 of its text."""
    seal: str = ""

    def sealed(self, key: bytes) -> FirstYes:
        """The same with the station's seal, without which it counts for nothing."""
        return replace(self, seal=seal(self._body(), key))

    def holds(self, key: bytes) -> bool:
        """Whether it was given here, by this person, to exactly this."""
        return seal_holds(self._body(), self.seal, key)

    def _body(self) -> dict[str, Any]:
        body = asdict(self)
        del body["seal"]
        return {"first_yes": body}

    def same_as(self, other: FirstYes) -> bool:
        """Whether both saw the same words, sound and channel texts."""
        return (self.text_sha256, self.audio_sha256, self.channels) == (
            other.text_sha256, other.audio_sha256, other.channels)


@dataclass(frozen=True)
class Step:
    """One step of an item's way to the air and off it."""

    at: str
    by: str
    act: str
    """new, submit, first_yes, approve, give_back, withdraw, void, expired, superseded, archived, restored, reopened."""
    reason: str
    detail: dict[str, object]


@dataclass(frozen=True)
class Snapshot:
    """What an approval was given to."""

    approval_id: str
    text: str
    text_sha256: str
    audio_sha256: str
    approver: str
    approved_at: str
    valid_until: str
    holds: bool
    """Nobody took it back and nothing was changed since."""


def check_days(valid_from: str, valid_until: str, today: date) -> Days:
    """Both as given. Raises Refused("approval.date"): no date, an end in the past, an end before the beginning."""
    for value in (valid_from, valid_until):
        try:
            day = date.fromisoformat(value) if value else today
        except ValueError as error:
            raise Refused("approval.date", f"{value!r} is not a date YYYY-MM-DD", value=value) from error
        if value == valid_until and day < today:
            raise Refused("approval.date", f"{value} is in the past", value=value)
    if valid_from and valid_until and valid_until < valid_from:
        raise Refused("approval.date", f"{valid_until} is before {valid_from}", value=valid_until)
    return valid_from, valid_until


def narrowed(first: Days, second: Days) -> Days:
    """The days to which both agreed. Raises Refused("approval.date") when there is none."""
    ends = [day for day in (first[1], second[1]) if day]
    days = max(first[0], second[0]), min(ends) if ends else ""
    if days[1] and days[1] < days[0]:
        raise Refused("approval.date", f"{days[1]} is before {days[0]}", value=days[1])
    return days
