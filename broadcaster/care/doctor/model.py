"""What the check-up finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from broadcaster.base.clock import Clock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.care.doctor.probes import Probes


class Severity(StrEnum):
    """How bad it is."""

    WRONG = "wrong"
    """The station is silent, or will be, or something is lost."""
    DOUBT = "doubt"
    """It plays, but somebody should see to it."""


class Remedy(StrEnum):
    """What can be done at once, by one button; each can be taken back or only takes what comes back by itself."""

    NONE = ""
    START_KEEPER = "start_keeper"
    AUTOSTART = "autostart"
    TIDY = "tidy"
    RIGHTS = "rights"
    DEVICE_RIGHT = "device_right"


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it should be."""

    code: str
    """"doctor.…": the window has its Vietnamese sentence, resources/help/doctor.toml the steps."""
    severity: Severity
    text: str
    """One plain English line."""
    facts: dict[str, Any] = field(default_factory=dict)
    page: str = ""
    """Page of the window where it is mended."""
    item: str = ""
    remedy: Remedy = Remedy.NONE


@dataclass(frozen=True)
class Case:
    """The patient, and how far to look."""

    home: StationHome
    clock: Clock
    probes: Probes
    settings: Settings
    """The defaults where station.toml cannot be read."""
    deep: bool = False
    """Every sound read through, the whole journal, every page of the database; otherwise samples."""
    cancelled: Callable[[], bool] = lambda: False
    """Asked again and again by what takes long."""

    @property
    def now(self) -> datetime:
        return self.clock.now()


Look = Callable[[Case], Iterator[Finding]]


@dataclass(frozen=True)
class Check:
    """One look; `name` stands for it in the window and in `--json`."""

    name: str
    look: Look
    seconds: float = 10.0
    """After so long it is left alone, which is a finding too."""
    deep_seconds: float = 0.0
    """The same when everything is read through."""


@dataclass(frozen=True)
class Examination:
    """All that was found, the worst first."""

    at: datetime
    findings: tuple[Finding, ...]
    looked: tuple[str, ...]
    """Names of the checks that were made, in their order."""
    seconds: float
    cancelled: bool = False
    troubled: frozenset[str] = frozenset()
    """Names of the checks that found something."""

    @property
    def wrong(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity is Severity.WRONG)

    @property
    def lamp(self) -> str:
        """"bad", "wait" or "good"."""
        return "bad" if self.wrong else "wait" if self.findings else "good"


def wrong(code: str, text: str, /, page: str = "", item: str = "", remedy: Remedy = Remedy.NONE,
          **facts: Any) -> Finding:
    """Something that silences the station or loses something."""
    return Finding(f"doctor.{code}", Severity.WRONG, text, facts, page, item, remedy)


def doubt(code: str, text: str, /, page: str = "", item: str = "", remedy: Remedy = Remedy.NONE,
          **facts: Any) -> Finding:
    """Something to see to when there is time."""
    return Finding(f"doctor.{code}", Severity.DOUBT, text, facts, page, item, remedy)
