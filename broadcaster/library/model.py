"""Sounds: a cut is one immutable file, a cart is something that can be scheduled."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class CartKind(StrEnum):
    """Kinds of items, in the words of the trade (docs/glossary.md)."""

    NEWS = "tin"
    FEATURE = "bai"
    NOTICE = "thong_bao"
    COLUMN = "chuyen_muc"
    MESSAGE = "thong_diep"
    MUSIC = "nhac"
    SIGNATURE = "nhac_hieu"
    BRIDGE = "nhac_cat"
    OPENING = "loi_xuong"
    CLOSING = "loi_chao"
    CHIME = "chuong"
    WAITING = "nhac_cho"


class State(StrEnum):
    """Where an item stands on its way to the air."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    CHECKED = "checked"
    """The first of two said yes."""
    APPROVED = "approved"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    """Another item took its place."""
    ARCHIVED = "archived"
    """Kept for the record, out of every list."""


@dataclass(frozen=True)
class Cut:
    """One sound in house format: 48 kHz mono 16-bit FLAC at house loudness, named by its hash."""

    sha256: str
    frames: int
    lufs: float | None
    """Integrated loudness as played on two channels; None when too short or silent."""
    true_peak_db: float
    source: str
    original_name: str
    waveform: bytes
    """Peak per column, 0…255, evenly over the whole length."""
    checks: dict[str, object] = field(default_factory=dict)
    """What the import found, as library.checks.Checks writes it; empty for what was made here."""

    @property
    def seconds(self) -> float:
        return self.frames / 48_000


@dataclass(frozen=True)
class Cart:
    """Something that can be put into a session."""

    id: str
    kind: CartKind
    title: str
    cut: Cut
    state: State
    origin: str
    """own | superior | shipped."""
    language: str = "vi"
    category: str = ""
    directive_id: str = ""
    bulletin_id: str = ""
    approval_id: str = ""
    author: str = ""
    returned_reason: str = ""
    valid_from: str = ""
    valid_until: str = ""
    dayparts: tuple[str, ...] = ()
    """morning, noon, afternoon, evening; none: any time of day."""
    zones: tuple[str, ...] = ()
    """Names of zones; none: all."""
    rights: str = ""
    """A key of resources/library/rights.toml."""
    source_note: str = ""
    """Where it comes from, in words."""
    artist: str = ""
    note: str = ""
    cue_frames: int = 0
    """Where listening begins in the window."""
    superseded_by: str = ""
    """Id of the cart that took its place."""
    archived_at: str = ""
    created_at: str = ""
    updated_at: str = ""

    def expired_on(self, day: str) -> bool:
        """Whether its time is over on ISO date `day`; `valid_until` is inclusive."""
        return bool(self.valid_until) and day > self.valid_until


@dataclass(frozen=True)
class Version:
    """One sound a cart has had."""

    number: int
    cut_sha256: str
    title: str
    at: str
    by: str
    why: str
    """import | replace | trim | bulletin | restore."""


@dataclass(frozen=True)
class Imported:
    """The verdict on one imported file."""

    cart: Cart
    known: bool = False
    """The same sound was here already; nothing was stored twice."""
    warnings: tuple[str, ...] = ()
    """Codes: clipped, silent_head, silent_tail, silent_middle, quiet, short, truncated, resampled."""
