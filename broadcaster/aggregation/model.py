"""What goes between a station and the office above: packages, receipts (docs/formats.md "The package").

A package is a ZIP file. Its manifest names every other entry with size and sha256; the signature is over the
manifest's bytes as they stand. Nothing of a package is used before all of it was checked.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

FORMAT = "dai-xa.package"
VERSION = 1
SUFFIX = ".dxgoi"
MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"

UP, DOWN = "up", "down"
"""From a station to the office above; from there to stations."""


@dataclass(frozen=True)
class Sender:
    """Who made a package: copied from station.toml and the tree of units when it was made."""

    id: str
    """settings.station.id; stays when the name changes."""
    name: str
    commune: str
    province: str
    superior: str
    path: tuple[str, ...] = ()
    """Names of the units above it, the highest first."""


@dataclass(frozen=True)
class Entry:
    """One file inside."""

    name: str
    """manifest names alone: journal/YYYY-MM-DD.jsonl, seals/YYYY-MM-DD.json, airings.jsonl, corrections.jsonl,
    signatures.jsonl, directives.jsonl, station.json, reports/NAME, audio/<sha256>.flac; going down: letters.jsonl,
    letters/NAME, messages.jsonl, messages/<sha256>.flac."""
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """The signed face of a package."""

    kind: str
    sender: Sender
    key: str
    """Public key of the sender, hex; trusted only once a person has compared its fingerprint."""
    number: int
    """Counts the sender's packages from 1; none is left out."""
    previous: str
    """sha256 of the manifest of the package before this; GENESIS for the first."""
    made_at: str
    days: tuple[str, ...]
    """ISO days whose airings it states whole; a later package that states one of them again replaces it."""
    first_seq: int
    """Journal lines inside: from here …"""
    last_seq: int
    """… to here, without a gap; it goes on where the package before ended. 0, 0: none."""
    prev_head: str
    """Hash of the line before the first one inside."""
    head: str
    """Hash of the last line inside (or `prev_head`)."""
    entries: tuple[Entry, ...]
    addressees: tuple[str, ...] = ()
    """Going down: ids of stations; none: all that trust the sender."""
    program: str = ""
    """Version that made it."""
    faults: tuple[str, ...] = ()
    """Places where the station's own journal is damaged, "2026-11-21.jsonl:17 altered": said, so that one spoilt
    line does not keep a station silent for ever. Exactly these are found inside, or the package is refused."""


@dataclass(frozen=True)
class CampaignState:
    """What was asked for, as the office counts "required"."""

    id: str
    title: str
    kind: str
    """Of the item: tin, bai …"""
    times: int
    per: str
    """day, week."""
    first_day: str
    last_day: str
    weekdays: str
    urgency: str
    state: str
    """active, stopped."""
    zones: tuple[str, ...]
    required: int
    """Airings asked for over the whole window, as it stands now."""
    asked: dict[str, int]
    """ISO day up to the last day of the package -> airings asked for; days without are left out."""


@dataclass(frozen=True)
class LetterState:
    """A directive the station works on; said again whole by every later package that names it."""

    id: str
    number: str
    issuer: str
    subject: str
    issued_date: str
    urgency: str
    report_due: str
    reported_at: str
    campaigns: tuple[CampaignState, ...] = ()


@dataclass(frozen=True)
class StationFacts:
    """What the station says of itself, when the package was made."""

    clusters: int
    zones: tuple[str, ...]
    campaigns: tuple[CampaignState, ...] = ()
    """Without a letter."""


@dataclass(frozen=True)
class Resting:
    """An airing that sounded by lines of an earlier package: the office looks there for its START."""

    airing_id: str
    day: str
    first_seq: int
    last_seq: int


@dataclass(frozen=True)
class Receipt:
    """The answer of the office above to one package; signed as a manifest is."""

    package: str
    """sha256 of the package's manifest."""
    station: str
    number: int
    state: str
    """received, refused, waiting (the key is not trusted yet)."""
    code: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    key: str = ""
    at: str = ""
