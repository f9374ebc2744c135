"""What is known of a programme that may be taken over: its standing decision, and how it sounded when it was tried."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from broadcaster.base.vietnamese import fold
from broadcaster.schedule.model import RelaySource

KIND = "relay"
"""Of subjects on the trail and in approvals: "relay:<id>"."""


LONGEST_ID = 40


def short_name(name: str, taken: Collection[str]) -> str:
    """An id nobody has yet, from what people call it: thoi-su-vov1."""
    words = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:LONGEST_ID - 4].strip("-") or "tiep-song"
    numbered = (f"{words}-{number}" for number in range(2, len(taken) + 3))
    return words if words not in taken else next(each for each in numbered if each not in taken)


class RelayState(StrEnum):
    """Where a source stands today."""

    DRAFT = "draft"
    """Nobody approved it, or its address was changed since."""
    CHECKED = "checked"
    """The first of two approvers agreed."""
    APPROVED = "approved"
    NOT_YET = "not_yet"
    """Approved from a later day on."""
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    FALLBACK_GONE = "fallback_gone"
    """Approved, but what replaces it when it is lost was withdrawn or changed: it does not air."""
    REMOVED = "removed"


@dataclass(frozen=True)
class RelayStanding:
    """A source as the list of sources shows it."""

    source: RelaySource
    """Its `approval` is the last one given, while nobody took it back, also when its days are over."""
    state: RelayState
    note: str = ""
    """The standing decision: number, slot."""
    author: str = ""
    """Who entered the address, or changed it last."""
    authors: frozenset[str] = frozenset()
    """Folded names of everybody who had a hand in what is approved."""
    fallback_cart: str = ""
    """Id of the item that replaces it when it is lost."""
    fallback_title: str = ""
    reason: str = ""
    """Why it was withdrawn."""
    first_approver: str = ""
    """Who agreed as the first of two."""

    @property
    def id(self) -> str:
        return self.source.id


class Trial(StrEnum):
    """What came of listening to a source for some seconds."""

    HEARD = "heard"
    SILENT = "silent"
    """It answers and says nothing."""
    NO_ANSWER = "no_answer"


@dataclass(frozen=True)
class RelayTrial:
    """How a source sounded when it was tried."""

    outcome: Trial
    level_db: float
    """The loudest moment, dBFS; -120 for nothing."""
    problem: str = ""
    """As air.relay.RelaySource.problem: unreachable, refused, not_sound, lost, absent, unusable, missing, silent."""
