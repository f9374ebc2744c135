"""Sounds: a cut is one immutable file, a cart is something that can be scheduled."""

from __future__ import annotations

from dataclasses import dataclass
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


class State(StrEnum):
    """Where an item stands on its way to the air."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


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
    created_at: str = ""
    updated_at: str = ""


@dataclass(frozen=True)
class Imported:
    """The verdict on one imported file."""

    cart: Cart
    known: bool = False
    """The same sound was here already; nothing was stored twice."""
    warnings: tuple[str, ...] = ()
    """Codes: clipped, silent_head, silent_tail, silent_middle, quiet, short, truncated, resampled."""
