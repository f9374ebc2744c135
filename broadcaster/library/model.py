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


FRAME_KINDS = frozenset({"nhac_hieu", "nhac_cat", "loi_xuong", "loi_chao", "chuong"})
"""Belong to the frame of every session."""
ITEM_KINDS = tuple(kind for kind in CartKind if str(kind) not in FRAME_KINDS)
"""What a campaign may air."""


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


@dataclass(frozen=True)
class Filter:
    """Which items a list shows and in what order. Empty or None leaves a question open; "" in a tuple means without."""

    words: str = ""
    """All of them, with accents or none, the last as a beginning."""
    kinds: tuple[CartKind, ...] = ()
    states: tuple[State, ...] = ()
    """None: all but withdrawn, superseded and archived ones."""
    categories: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    """Items for one of these zones; those for all zones are among them."""
    dayparts: tuple[str, ...] = ()
    """Items for one of these times of day; those for any time are among them."""
    rights: tuple[str, ...] = ()
    directive_id: str = ""
    expired: bool | None = None
    expiring_within_days: int | None = None
    """Valid today, but not after so many days more."""
    never_aired: bool | None = None
    has_warnings: bool | None = None
    """Whether the import found something worth a second look."""
    sort: str = "updated"
    """One of SORTS."""
    descending: bool = True


SORTS = ("updated", "title", "kind", "seconds", "lufs", "valid_until", "category", "created")
"""What a list of items can be ordered by."""


@dataclass(frozen=True)
class Changed:
    """One value of one item, as an edit found it and as it left it."""

    cart_id: str
    name: str
    before: object
    after: object


@dataclass(frozen=True)
class Undo:
    """What an edit did, to tell it and to take it back."""

    changes: tuple[Changed, ...]
    """Only what really changed."""
    beyond_approval: tuple[str, ...] = ()
    """Ids of items whose days now reach beyond their approval's, which they do not extend."""


@dataclass(frozen=True)
class Undone:
    """How far an edit was taken back."""

    back: tuple[Changed, ...]
    changed_meanwhile: tuple[Changed, ...] = ()
    """Left alone: somebody changed it since, or the item is gone."""


@dataclass(frozen=True)
class Use:
    """A place where an item is used."""

    where: str
    """campaign | session | emergency | production | attachment | rundown."""
    ref: str
    """Id of the campaign, bulletin or letter; a session's key; the slug on the shelf; file name of the rundown."""
    title: str
    active: bool
    """Whether it can still come on air through it."""
    first_day: str = ""
    last_day: str = ""
    detail: str = ""
    """Part of a bulletin (chime, ident, bed, closing); time of a rundown's event (HH:MM:SS)."""


@dataclass(frozen=True)
class Aired:
    """One airing of an item, under any of its versions."""

    id: str
    day: str
    time: str
    """HH:MM:SS it began, or should have begun."""
    session: str
    outcome: str
    zones: tuple[str, ...]
    title: str
    """As it was then."""
    seconds: float
    version: int
    """Number of the version that sounded; 0 when it is none of the item's."""


@dataclass(frozen=True)
class Removal:
    """A sound file the retention rule would take away; log, hash, length, title and approvals stay."""

    sha256: str
    title: str
    cart_id: str
    """Empty for a sound no item has."""
    why: str
    """archived | withdrawn | superseded | orphan."""
    last_day: str
    """ISO date it last aired or was last touched."""
    seconds: float
    bytes: int
    ends_sha256: str = ""
    """The file of what was trimmed off it, which goes with it."""


@dataclass(frozen=True)
class Stray:
    """A sound file the database knows nothing of."""

    sha256: str
    title: str
    """As a published plan calls it; empty when none names it."""
    bytes: int
    modified_at: str
    """ISO 8601."""


@dataclass(frozen=True)
class Older:
    """The database is an older copy than the files beside it."""

    at: str
    """When that was found."""
    until: str
    """Time of its last act, ISO 8601."""
    approvals: tuple[str, ...]
    """Ids of approvals that only the ledger knows."""
    sounds: tuple[str, ...]
    """Hashes of sound files that it did not know then."""
