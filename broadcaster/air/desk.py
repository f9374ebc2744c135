"""What all lines share: the journal, the plan, the settings, and what files and relays may sound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from broadcaster.air.alarms import Alarms
from broadcaster.air.judge import Judge
from broadcaster.air.plan import PlanBook
from broadcaster.air.scribe import Scribe
from broadcaster.air.sources import Source
from broadcaster.base.clock import Clock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings

OpenFile = Callable[[Path, int], Source]
"""(cut's file, first frame) -> its sound; raises Refused when it cannot be decoded."""


@dataclass(eq=False)
class Desk:
    """One for the station."""

    home: StationHome
    clock: Clock
    key: bytes
    settings: Settings
    """The last good reading."""
    scribe: Scribe
    alarms: Alarms
    book: PlanBook
    judge: Judge
    open_file: OpenFile
    held_until: float = 0.0
    """STOP ALL holds the sessions that would begin before this wall time."""
