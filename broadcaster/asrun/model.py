"""What really aired: every planned event ends in exactly one outcome with a reason."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum


class Outcome(StrEnum):
    """The end of a planned event."""

    AIRED = "aired"
    PARTIAL = "partial"
    MISSED = "missed"
    MADE_UP = "made_up"
    UNSCHEDULED = "unscheduled"
    PENDING = "pending"
    """Its time has not passed yet, or it is sounding now."""


class Verification(StrEnum):
    """What is known beyond 'the device took the samples'; from good to bad."""

    HEARD = "heard"
    """The monitor heard this item."""
    SENT = "sent"
    """Nobody listened."""
    NOT_HEARD = "not_heard"
    """The monitor listened and could not make it out."""
    SILENT = "silent"
    OTHER = "other"
    """The monitor heard something else."""


NOT_HEARD = (Verification.NOT_HEARD, Verification.SILENT, Verification.OTHER)
"""Somebody should look: what was played is not what came out."""


@dataclass(frozen=True)
class ZoneAiring:
    """What became of one airing in one zone."""

    zone: str
    """Empty on a station without zones."""
    outcome: Outcome
    aired_frames: int = 0
    reason: str = ""
    note: str = ""
    started_at: str = ""
    ended_at: str = ""
    verification: str = ""
    score: float | None = None


@dataclass(frozen=True)
class Correction:
    """What a person said of an airing afterwards: a row of its own, never a change of the log."""

    id: str
    airing_id: str
    day: str
    outcome: Outcome | None
    """None: as it was."""
    reason: str
    """Of protocol.journal.Reason; may be empty for what aired."""
    note: str
    by: str
    at: str

    @property
    def changes(self) -> bool:
        """Whether it counts otherwise; a bare note does not, nor what takes an earlier correction back."""
        return self.outcome is not None or bool(self.reason)


@dataclass(frozen=True)
class Signature:
    """A name under the log of a day or a week."""

    id: str
    kind: str
    """day, week."""
    first_day: str
    last_day: str
    head: str
    """sha256 of the last journal line the signer vouches for; empty: nothing was written in that time."""
    rows_sha256: str
    """Of the airings of those days as they were shown, corrections and all (asrun.signatures.digest)."""
    person: str
    role: str
    at: str
    note: str = ""


@dataclass(frozen=True)
class Airing:
    """One row of the airing log. Texts are copies: later edits change nothing here."""

    id: str
    day: str
    session_id: str
    session_name: str
    title: str
    kind: str
    urgency: str
    planned_start: str
    planned_frames: int
    started_at: str
    ended_at: str
    aired_frames: int
    outcome: Outcome
    reason: str
    note: str
    verification: str
    zones: tuple[str, ...]
    cut_sha256: str
    approver: str
    approved_at: str
    directive_id: str
    directive_number: str
    directive_subject: str
    issuer: str
    campaign: str
    voice: str
    is_repeat: bool
    rundown: str
    first_seq: int
    last_seq: int
    score: float | None = None
    """How sure the verification is, 0–1; None: nothing was listened to."""
    by_zone: tuple[ZoneAiring, ...] = ()
    """The truth of each zone; empty on a station without zones."""
    insert_id: str = ""
    """What a person put in between: "insert-…"."""
    ordered_by: str = ""
    confirmed: bool = False
    """Confirmed by that person, as in quiet hours it must be."""
    recording: str = ""
    """Name of the file a live speech was recorded in."""
    is_relay: bool = False
    """Another station's programme."""
    self_approved: bool = False
    """Whoever approved it wrote it too (a station of one): said wherever the approver is named."""
    second_approver: str = ""
    """Where two must agree."""
    language: str = "vi"
    category: str = ""
    origin: str = ""
    """own, superior, shipped, relay; empty where nobody noted it."""
    correction: Correction | None = None
    """What a person said afterwards; the row itself stays as the journal proves it."""

    @property
    def counted(self) -> Airing:
        """As reports count it: with the newest correction in the place of what the journal says."""
        if self.correction is None:
            return self
        told = self.correction
        if told.outcome is None:
            return replace(self, reason=told.reason or self.reason, note=told.note)
        frames = self.aired_frames
        if told.outcome is Outcome.MISSED:
            frames = 0
        elif told.outcome in {Outcome.AIRED, Outcome.MADE_UP}:
            frames = max(frames, self.planned_frames)  # who says it aired whole says that all of it did
        return replace(self, outcome=told.outcome, reason=told.reason, note=told.note, aired_frames=frames)

    @property
    def corrected(self) -> bool:
        """Whether a person's word stands in the place of the journal's."""
        return self.correction is not None and self.correction.changes

    @property
    def planned(self) -> bool:
        """Whether the plan held it, whatever was said of it afterwards."""
        return self.outcome is not Outcome.UNSCHEDULED and not self.insert_id


@dataclass(frozen=True)
class AiringQuery:
    """One question to the log; screen, print and file all ask it the same way."""

    first_day: str = ""
    last_day: str = ""
    directive_id: str = ""
    outcomes: tuple[Outcome, ...] = ()
    words: str = ""
    kinds: tuple[str, ...] = ()
    zone: str = ""


@dataclass(frozen=True)
class Filed:
    """The result of filing the journal."""

    new_lines: int
    faults: tuple[str, ...] = ()
    """"2026-11-21.jsonl:17 altered"."""


@dataclass(frozen=True)
class DaySummary:
    """Planned against aired for one day."""

    day: str
    planned: int
    aired: int
    partial: int
    missed: int
    seconds: float


EMERGENCY, PRIORITY, LIVE, RELAY = "khan_cap", "uu_tien", "truc_tiep", "tiep_song"
INSERT_KINDS = (EMERGENCY, PRIORITY, LIVE, RELAY)
"""What a person puts in between; a chime ("chuong") belongs to it and is not counted."""

CONTENT_KINDS = ("tin", "bai", "thong_bao", "chuyen_muc", "thong_diep", *INSERT_KINDS)
"""What reports count; tunes, bridges, chimes, opening and closing words are time on air but nobody's message."""

SOUNDED = (Outcome.AIRED, Outcome.PARTIAL, Outcome.MADE_UP, Outcome.UNSCHEDULED)
"""Outcomes in which something went out."""


@dataclass(frozen=True)
class Totals:
    """Distinct items (tin, bài) and airings (lượt phát), never mixed."""

    items: dict[str, int]
    """Kind -> number of different sounds aired."""
    airings: int
    repeats: int
    partial: int
    planned: int
    missed: int
    missed_by_reason: dict[str, int]
    seconds: float
    days: int
    sessions: int
    relay_seconds: float = 0.0
    """Of `seconds`: other stations' programmes."""
    unscheduled: dict[str, int] = field(default_factory=dict)
    """Kind -> airings outside the plan."""
    made_up: int = 0
    verification: dict[str, int] = field(default_factory=dict)
    """Verification -> airings."""
    self_approved: int = 0
    """Airings of what its author approved alone (a station of one)."""
    corrected: int = 0
    """Rows, aired or not, of which a person said something else afterwards than the journal."""

    @property
    def new_airings(self) -> int:
        return self.airings - self.repeats
