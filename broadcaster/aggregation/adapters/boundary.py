"""The boundary to a source information system (HTTT nguồn): what goes out, what comes in, who translates.

Its interface is not published, so nothing here claims to conform to it: these are neutral records. A vendor writes a
class with the two functions of SourceSystem and names it in an entry point (docs/adapters.md); what comes in through
it is checked here and becomes drafts and letters, never anything that airs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

ENTRY_POINTS = "dai_xa.source_system"
LEVELS = ("thong_thuong", "uu_tien", "khan_cap")
"""The three of Thông tư 39/2020/TT-BTTTT."""


@dataclass(frozen=True)
class AiringRecord:
    """One airing in one cluster."""

    bulletin: str
    """Id the source system gave the bulletin; empty: it is the station's own."""
    title: str
    kind: str
    level: str
    cluster: str
    """Name of the zone; empty on a station without zones."""
    planned_at: str
    started_at: str
    """ISO 8601 with offset; may end on the next day. Empty: it did not sound."""
    ended_at: str
    seconds: float
    result: str
    """asrun.model.Outcome."""
    reason: str
    verification: str
    directive: str
    """Number of the letter it served."""
    language: str
    category: str


@dataclass(frozen=True)
class ClusterState:
    """What is known of one cluster, by its last airing."""

    cluster: str
    last_airing_at: str
    state: str
    """heard, sent (nobody listened), not_heard, silent, other; empty: nothing aired."""


@dataclass(frozen=True)
class MonthTotal:
    """One calendar month, of what lies in the days asked for."""

    month: str
    """YYYY-MM."""
    items: int
    """Different sounds (tin, bài)."""
    airings: int
    """Lượt phát; items and airings are never added up."""
    repeats: int
    missed: int
    seconds: float
    relay_seconds: float


@dataclass(frozen=True)
class Outgoing:
    """Everything for one export. `airings` may be asked several times."""

    station: str
    name: str
    first_day: str
    last_day: str
    """Both inclusive."""
    made_at: str
    airings: Callable[[], Iterator[AiringRecord]]
    clusters: Sequence[ClusterState]
    months: Sequence[MonthTotal]


@dataclass(frozen=True)
class IncomingSound:
    """A sound file beside the bulletins' file."""

    file: str
    """Its plain name, no folder."""
    sha256: str
    seconds: float = 0.0
    """As the source says; 0: it does not."""


@dataclass(frozen=True)
class IncomingBulletin:
    """One bulletin of the source system."""

    id: str
    title: str
    issuer: str
    """The body that issues it."""
    text: str = ""
    level: str = LEVELS[0]
    number: str = ""
    """Of the letter it carries out, if any."""
    category: str = ""
    valid_from: str = ""
    valid_until: str = ""
    """ISO days, both inclusive; empty: at once, without end."""
    times: int = 0
    """Airings a day that are asked for; 0: the source does not say."""
    sound: IncomingSound | None = None


class SourceSystem(Protocol):
    """What a vendor writes. Both may raise ValueError with a plain sentence."""

    def write(self, outgoing: Outgoing, folder: Path) -> Iterable[Path]:
        """Write the export into `folder`, or send it; the files made."""
        ...

    def read(self, path: Path) -> Iterable[IncomingBulletin]:
        """The bulletins of a file; sounds lie beside it."""
        ...
