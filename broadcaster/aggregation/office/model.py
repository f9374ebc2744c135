"""What the office knows of stations, their keys and packages. No I/O."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from broadcaster.aggregation.model import Manifest, Resting
from broadcaster.asrun.model import Airing


class KeyState(StrEnum):
    """What was decided about a public key."""

    WAITING = "waiting"
    """Of a station nobody knows yet: a person compares the fingerprint by telephone."""
    CHANGED = "changed"
    """It calls itself a station that is known with another key: reinstalled, or a second one of the same id."""
    TRUSTED = "trusted"
    REFUSED = "refused"
    REPLACED = "replaced"
    """The station has a newer one."""


class PackageState(StrEnum):
    """What became of a package."""

    RECEIVED = "received"
    WAITING = "waiting"
    """For somebody to confirm the key."""
    EARLY = "early"
    """One before it is missing."""
    FORK = "fork"
    """It does not go on from what is here: a person decides."""
    REFUSED = "refused"
    SET_ASIDE = "set_aside"
    """It was received; then another course of the log was chosen from its number on."""


OPEN = (PackageState.WAITING, PackageState.EARLY, PackageState.FORK)
"""Kept, not merged yet."""


@dataclass(frozen=True)
class Station:
    """One station of the office."""

    ref: int
    id: str
    name: str
    commune: str
    province: str
    unit: int
    key: str
    fingerprint: str
    state: str
    """active, fork."""
    branch: int
    number: int
    """Of the newest package merged."""
    manifest: str
    head: str
    last_seq: int
    first_day: str
    last_day: str
    last_received_at: str
    trusted_at: str
    trusted_by: str


@dataclass(frozen=True)
class Key:
    """A key somebody signed packages with."""

    key: str
    station: int
    sender_id: str
    name: str
    commune: str
    fingerprint: str
    state: KeyState
    first_seen_at: str
    decided_at: str = ""
    decided_by: str = ""
    packages: int = 0
    """How many of its packages are here."""
    known_as: str = ""
    """With `changed`: id and name of the station that already has this id."""


@dataclass(frozen=True)
class PackageLine:
    """One package as the office's list shows it."""

    ref: int
    sha256: str
    station: int
    sender_id: str
    number: int
    branch: int
    first_day: str
    last_day: str
    airings: int
    state: PackageState
    code: str
    facts: dict[str, Any]
    file: str
    size: int
    made_at: str
    received_at: str
    key: str = ""
    first_seq: int = 0
    last_seq: int = 0


@dataclass(frozen=True)
class Refusal:
    """Why a file is no package we can use; goes between processes, as exceptions with facts cannot."""

    code: str
    text: str
    facts: dict[str, Any]


@dataclass(frozen=True)
class Result:
    """What became of one file that was handed in."""

    name: str
    state: PackageState
    code: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    text: str = ""
    """One plain English line."""
    station: str = ""
    number: int = 0
    days: tuple[str, ...] = ()
    airings: int = 0
    is_known: bool = False
    """It was here before; nothing changed."""
    sha256: str = ""
    is_answered: bool = False
    """A receipt goes back: not to strangers who call themselves a known station."""


@dataclass(frozen=True)
class Letter:
    """A directive as one package names it."""

    number_key: str
    issuer_key: str
    number: str
    issuer: str
    subject: str
    issued_date: str
    required: int = 0
    first_day: str = ""
    last_day: str = ""
    asked: dict[str, int] = field(default_factory=dict)
    """ISO day -> airings asked for."""

    @property
    def known_by(self) -> tuple[str, str]:
        return self.number_key, self.issuer_key


@dataclass(frozen=True)
class DayStatement:
    """One day as a package states it, ready for the tables; who said it is added when it is merged."""

    day: str
    airings: list[tuple[str, tuple[str, str] | None, str]]
    """Columns of table airing: those from `id` to `category` as one text, tabs between them, then a key of `letters`
    or None, then those from `item` on. Whoever verifies joins them, on another core: merging adds what it alone knows.
    """
    figures: tuple[int, ...]
    """In the order of office_schema.FIGURES."""
    reasons: dict[str, int]
    letters: dict[tuple[str, str], tuple[int, int, int]]
    """Aired, verified, seconds."""


@dataclass(frozen=True)
class Statement:
    """A package that was opened and verified: what is merged, or kept until it can be."""

    manifest: Manifest
    sha256: str
    size: int
    days: tuple[DayStatement, ...]
    letters: dict[tuple[str, str], Letter]
    seals: tuple[tuple[Any, ...], ...]
    """Day, first_seq, last_seq, head, sha256."""
    signatures: tuple[tuple[Any, ...], ...]
    corrections: tuple[tuple[Any, ...], ...]
    resting: tuple[tuple[Resting, Airing], ...] = ()
    """Airings that sounded by lines of an earlier package."""

    @property
    def airings(self) -> int:
        return sum(len(day.airings) for day in self.days)
