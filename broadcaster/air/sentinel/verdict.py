"""What is said of one airing, and how it is decided from what was measured."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

HEARD, SENT, NOT_HEARD, SILENT, OTHER = "heard", "sent", "not_heard", "silent", "other"


@dataclass(frozen=True)
class Verdict:
    """Level two and three of the proof: the programme bus, and what the zone's monitor heard."""

    verdict: str
    """heard · sent (nobody listens, or could not) · not_heard (only the usual background) · silent · other."""
    score: float = 0.0
    """How well it matched, 0–1."""
    level_db: float | None = None
    """Level of the capture less that of the bus, in the bands a horn lets through."""
    delay_ms: float | None = None
    """From leaving the output to being heard."""
    windows: int = 0
    matched: int = 0
    source: str = ""
    """The input that listened."""
    note: str = ""
    """bus_silent, monitor_silent, monitor_lost, too_short, no_rhythm, background; empty: nothing to add."""
    bus_db: float | None = None
    """Loudness (rms) on the programme bus, dBFS."""
    heard_db: float | None = None
    """Loudness at the monitor, dBFS."""
    self_test: dict[str, Any] = field(default_factory=dict)
    """Of the opening tune alone: see broadcaster.protocol.self_test."""

    def facts(self) -> dict[str, Any]:
        """For the journal's VERDICT line."""
        body: dict[str, Any] = {
            "verdict": self.verdict, "score": round(self.score, 3), "level_db": self.level_db,
            "delay_ms": self.delay_ms, "windows": self.windows, "matched": self.matched, "source": self.source,
            "note": self.note, "bus_db": self.bus_db, "heard_db": self.heard_db}
        return {**body, "self_test": self.self_test} if self.self_test else body
