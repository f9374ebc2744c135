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
    signatures.jsonl, directives.jsonl, reports/NAME, audio/<sha256>.flac; going down: letters.jsonl, letters/NAME,
    messages.jsonl, messages/<sha256>.flac."""
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
