"""The minutes of one session: what fills them, what belongs to a relay, what is too much. No widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from broadcaster.base.frames import seconds
from broadcaster.library.model import FRAME_KINDS
from broadcaster.protocol.rundown import PlannedSession
from broadcaster.schedule.model import Choice

_STEPS = (1, 2, 5, 10, 15, 30, 60)
_LEAST_PIXELS = 44
"""Between two figures of the scale."""


@dataclass(frozen=True)
class Stretch:
    """Part of a session, in seconds from its start."""

    start: float
    end: float
    kind: str
    """own, furniture, relay, filler, over."""


def stretches_of(session: PlannedSession, choices: Sequence[Choice] = ()) -> tuple[Stretch, ...]:
    """What sounds when."""
    filler = {choice.event_id for choice in choices if choice.code == "filler"}
    found = []
    for event in session.events:
        start = (event.starts_at - session.starts_at).total_seconds()
        kind = "relay" if event.relay is not None else "filler" if event.id in filler else \
            "furniture" if event.kind in FRAME_KINDS else "own"
        found.append(Stretch(start, start + seconds(event.cut.frames), kind))
    return tuple(found)


def step_minutes(limit_s: float, pixels: int) -> int:
    """How many minutes lie between two figures, so that they do not touch."""
    wanted = limit_s / 60 * _LEAST_PIXELS / max(1, pixels)
    return next((step for step in _STEPS if step >= wanted), 120)
