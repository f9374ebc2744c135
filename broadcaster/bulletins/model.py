"""A bulletin: a text with a state, the sound made from it, and the approval that binds both."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date

from broadcaster.base.vietnamese import nfc
from broadcaster.library.model import CartKind, Cut, State

CHANNELS = ("sms", "social", "portal", "led", "leaflet", "poster", "script")


def text_sha256(text: str) -> str:
    """What an approval binds: the composed text."""
    return hashlib.sha256(nfc(text).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class Production:
    """How the words become an item: what stands before, under and behind them. All plain: the words alone."""

    chime: str = ""
    """A cart's id; empty: none."""
    ident: str = ""
    """A cart's id: the station's ident before the words."""
    bed: str = ""
    """A cart's id: music under the words."""
    bed_db: float = -18.0
    """The bed's level under the words, against theirs."""
    repeats: int = 1
    """How often the words are said."""
    pause_seconds: float = 1.5
    """Between the parts and the repeats."""
    fade_seconds: float = 1.0
    """In and out of the bed."""
    closing: str = ""
    """A cart's id: tune behind the words."""

    @property
    def plain(self) -> bool:
        """Nothing but the words, once."""
        return not (self.chime or self.ident or self.bed or self.closing) and self.repeats == 1


@dataclass(frozen=True)
class Bulletin:
    """One text for the loudspeakers."""

    id: str
    title: str
    kind: CartKind
    text: str
    state: State
    author: str
    directive_id: str = ""
    points: tuple[str, ...] = ()
    """Ids of the points of the letter it tells."""
    voice: str = ""
    rate: int = 0
    cut: Cut | None = None
    audio_current: bool = False
    """The cut says exactly the present text."""
    returned_reason: str = ""
    created_at: str = ""
    updated_at: str = ""
    language: str = "vi"
    """BCP 47: "vi", or the tongue of a recording ("tyz", "hmn", "km" …), which no voice here reads."""
    production: Production = field(default_factory=Production)
    speech_sha256: str = ""
    """The cut with the words alone, before production; `cut` is what airs."""
    words_current: bool = False
    """These words say exactly the present text."""


@dataclass(frozen=True)
class ChannelText:
    """One bulletin in the form of another channel."""

    bulletin_id: str
    channel: str
    """sms | social | portal | led | leaflet | poster | script."""
    text: str
    edited: bool = False
    """False: made by rule, and made anew when the bulletin changes."""
    approved_sha256: str = ""
    """Of the text an approver saw with the bulletin; another text is not approved."""
    updated_at: str = ""
    made_from: str = ""
    """Hash of the bulletin's text it was made or edited from: an edited one may have been left behind."""

    @property
    def approved(self) -> bool:
        return self.approved_sha256 != "" and self.approved_sha256 == text_sha256(self.text)


@dataclass(frozen=True)
class HandOut:
    """Something given out or posted by hand, so that the report covers every channel of the letter."""

    id: str
    directive_id: str
    bulletin_id: str
    channel: str
    day: date
    place: str
    count: int
    by: str
    note: str = ""
    photo_sha256: str = ""
    photo_suffix: str = ""
    created_at: str = ""
    removed_at: str = ""
    """Taken back, never erased."""


@dataclass(frozen=True)
class Pending:
    """Something waiting for an approver."""

    subject: str
    """"bulletin:<id>" or "cart:<id>"."""
    title: str
    kind: CartKind
    author: str
    seconds: float
    submitted_at: str
    state: State = State.SUBMITTED
    """CHECKED: the first of two agreed already."""
    first_approver: str = ""
