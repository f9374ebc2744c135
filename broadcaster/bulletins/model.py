"""A bulletin: a text with a state, the sound made from it, and the approval that binds both."""

from __future__ import annotations

from dataclasses import dataclass

from broadcaster.library.model import CartKind, Cut, State


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
