"""The rundown: one day's frozen plan, rundowns/YYYY-MM-DD.rN.json (docs/formats.md).

The planner writes it, `air` obeys it. Every time is absolute, every sound is named by hash, every rule
is already applied; `air` checks seal, hashes, approvals and quiet hours again before anything sounds.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass, field, fields
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from broadcaster.base.clock import format_time, parse_time
from broadcaster.base.errors import NewerFormat, Refused, Tampered
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.seal import seal, seal_holds
from broadcaster.protocol.verifier import canonical

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

FORMAT = "dai-xa.rundown"
VERSION = 1

_NAME = re.compile(r"^(\d{4}-\d{2}-\d{2})\.r(\d+)\.json$")
_LONGEST_FILE = 64_000_000
"""Bytes; a full day needs less than one million."""
_PLAIN: dict[str, tuple[type, ...]] = {"str": (str,), "int": (int,), "float": (int, float), "bool": (bool,)}
Made = TypeVar("Made", bound="DataclassInstance")


class Urgency(StrEnum):
    """The three levels of Thông tư 39/2020/TT-BTTTT."""

    ROUTINE = "routine"
    PRIORITY = "priority"
    EMERGENCY = "emergency"


class Overrun(StrEnum):
    """What happens when an item runs into the next hard start or the session's hard end."""

    FINISH = "finish"
    FADE = "fade"
    CUT = "cut"


@dataclass(frozen=True)
class CutRef:
    """The sound itself: audio/ab/<sha256>.flac."""

    sha256: str
    frames: int


@dataclass(frozen=True)
class Relay:
    """Another station's programme, taken over for a planned stretch (tiếp sóng).

    In an event that has one, `cut` stands for it: `cut.sha256` is `digest()`, `cut.frames` the planned length. An
    approval binds the digest, so that another address is another approval.
    """

    kind: str
    """stream (HTTP, Icecast), line (a sound input, by name), file (anything FFmpeg reads; ends when it ends)."""
    address: str
    fallback: CutRef | None = None
    """What sounds when the source is lost or silent; nothing: silence."""

    def digest(self) -> str:
        """sha256 over kind, address and fallback."""
        return hashlib.sha256(canonical(asdict(self))).hexdigest()


@dataclass(frozen=True)
class DirectiveRef:
    """The letter an airing serves; copied, so that a report survives any later edit."""

    id: str
    number: str
    subject: str
    issuer: str


@dataclass(frozen=True)
class RundownEvent:
    """One item of a session."""

    id: str
    kind: str
    """tin, bai, thong_bao, chuyen_muc, nhac, nhac_hieu, nhac_cat, loi_xuong, loi_chao, thong_diep."""
    title: str
    cut: CutRef
    starts_at: datetime
    """Planned start; binding when `hard`, an estimate otherwise."""
    hard: bool
    """True: starts on its sample at `starts_at`. False: follows the item before it without a gap."""
    latest_start: datetime
    """After a late start-up or a cut-off, the last moment at which starting still makes sense."""
    approval: Approval
    gain_db: float = 0.0
    overrun: Overrun = Overrun.FADE
    urgency: Urgency = Urgency.ROUTINE
    directive: DirectiveRef | None = None
    campaign: str = ""
    voice: str = ""
    """Name of the synthetic voice that read it, empty for a recording."""
    repeat: bool = False
    """Already aired before (phát lại)."""
    relay: Relay | None = None
    """Where the sound comes from instead of a cut's file."""
    language: str = "vi"
    category: str = ""
    """A word of the library's list (resources/library); empty: none."""
    origin: str = ""
    """own, superior, shipped, relay; empty in plans older than this."""
    make_up: str = ""
    """Id of a later session of the day in which it is played if it did not sound at all here; empty: never."""


@dataclass(frozen=True)
class PlannedSession:
    """One broadcast session (buổi phát thanh)."""

    id: str
    name: str
    starts_at: datetime
    hard_end: datetime
    """Nothing of this session sounds after this moment."""
    zones: tuple[str, ...]
    events: tuple[RundownEvent, ...]
    lead_in_seconds: float = 0.0
    """Silence, or the zone's wake tone, on the open line just before the first item, to wake amplifiers."""


@dataclass(frozen=True)
class QuietHours:
    """The window in which nothing sounds but a confirmed emergency; may cross midnight. HH:MM."""

    start: str
    end: str

    def covers(self, moment: datetime) -> bool:
        """Whether `moment` lies in the window; the end belongs to the day, not to the quiet."""
        clock = moment.strftime("%H:%M")
        if self.start <= self.end:
            return self.start <= clock < self.end
        return clock >= self.start or clock < self.end


@dataclass(frozen=True)
class Rundown:
    """A station's plan for one day."""

    station_id: str
    station_name: str
    day: date
    revision: int
    created_at: datetime
    quiet: QuietHours
    sessions: tuple[PlannedSession, ...] = ()
    notes: tuple[str, ...] = field(default=())
    """What the planner wants known: sessions left thin, items left out."""
    withdrawn: tuple[str, ...] = ()
    """Approvals in this plan that were withdrawn after their session had begun: what waits of them no longer airs."""
    ledger: str = ""
    """Hash of the last line of the ledger of approvals when this was planned; `air` refuses to know less."""

    def file_name(self) -> str:
        return f"{self.day.isoformat()}.r{self.revision}.json"


def write_rundown(home: StationHome, rundown: Rundown, key: bytes) -> Path:
    """Seal and publish; an existing revision is never overwritten."""
    path = home.rundowns / rundown.file_name()
    if path.exists():
        raise Refused("rundown.exists", f"{path.name} is already published", name=path.name)
    body = to_json(rundown)
    body["seal"] = seal(body, key)
    write_atomic(path, json.dumps(body, ensure_ascii=False, indent=1).encode("utf-8"))
    return path


def read_rundown(path: Path, key: bytes) -> Rundown:
    """Read and check one file. Raises Tampered, NewerFormat or Refused; never a half-read plan."""
    return rundown_from(raw_rundown(path), path.name, key)


def raw_rundown(path: Path) -> bytes:
    """The bytes of one file. Raises Refused; a pipe or a device, which would never come to its end, is none."""
    try:
        if path.exists() and not path.is_file():
            raise Refused("rundown.unreadable", f"{path.name} is not a file", name=path.name)
        if path.stat().st_size > _LONGEST_FILE:
            raise Refused("rundown.unreadable", f"{path.name} is too large", name=path.name)
        return path.read_bytes()
    except OSError as error:
        raise Refused("rundown.unreadable", f"{path.name} cannot be read: {error}", name=path.name) from error


def rundown_from(raw: bytes, name: str, key: bytes) -> Rundown:
    """The same from bytes, kept elsewhere under the file's name."""
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise Refused("rundown.unreadable", f"{name} cannot be read: {error}", name=name) from error
    if not isinstance(body, dict) or body.get("format") != FORMAT:
        raise Refused("rundown.unreadable", f"{name} is not a rundown", name=name)
    if body.get("version") != VERSION:
        raise NewerFormat(name, body.get("version"), VERSION)
    claimed = body.pop("seal", None)
    try:
        if not seal_holds(body, claimed, key):
            raise Tampered("rundown.tampered", f"{name} was altered after it was sealed", name=name)
        return from_json(body)
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise Refused("rundown.unreadable", f"{name}: {error!r}", name=name) from error


def newest_rundown(folder: Path, day: date) -> Path | None:
    """The file with the highest revision for `day`."""
    revisions = [(int(match[2]), path) for path in folder.glob(f"{day.isoformat()}.r*.json")
                 if (match := _NAME.match(path.name))]
    return max(revisions)[1] if revisions else None


def revisions_of(folder: Path, day: date) -> list[Path]:
    """All published revisions of `day`, newest first."""
    found = [(int(match[2]), path) for path in folder.glob(f"{day.isoformat()}.r*.json")
             if (match := _NAME.match(path.name))]
    return [path for _, path in sorted(found, reverse=True)]


def to_json(rundown: Rundown) -> dict[str, Any]:
    """Plain data with times as text, ready for json.dumps."""
    body = {"format": FORMAT, "version": VERSION, **asdict(rundown)}
    return json.loads(canonical(_times_as_text(body)))  # type: ignore[no-any-return]


def from_json(body: dict[str, Any]) -> Rundown:
    """The inverse of to_json."""
    return Rundown(
        station_id=body["station_id"], station_name=body["station_name"], day=date.fromisoformat(body["day"]),
        revision=int(body["revision"]), created_at=parse_time(body["created_at"]),
        quiet=_plain(QuietHours(**body["quiet"])),
        sessions=tuple(_session(item) for item in body["sessions"]), notes=_words(body["notes"]),
        withdrawn=_words(body.get("withdrawn", [])), ledger=str(body.get("ledger", "")),
    )


def _session(body: dict[str, Any]) -> PlannedSession:
    return _plain(PlannedSession(**{
        **body, "starts_at": parse_time(body["starts_at"]), "hard_end": parse_time(body["hard_end"]),
        "zones": _words(body["zones"]), "events": tuple(_event(item) for item in body["events"]),
    }))


def _event(body: dict[str, Any]) -> RundownEvent:
    return _plain(RundownEvent(**{
        **body, "cut": _plain(CutRef(**body["cut"])), "starts_at": parse_time(body["starts_at"]),
        "latest_start": parse_time(body["latest_start"]), "approval": _plain(Approval(**body["approval"])),
        "overrun": Overrun(body["overrun"]), "urgency": Urgency(body["urgency"]),
        "directive": _plain(DirectiveRef(**body["directive"])) if body["directive"] else None,
        "relay": _relay(body.get("relay")),
    }))


def _relay(body: dict[str, Any] | None) -> Relay | None:
    if not body:
        return None
    return _plain(Relay(**{**body, "fallback": _plain(CutRef(**body["fallback"])) if body["fallback"] else None}))


def _plain(made: Made) -> Made:
    """A text where a text belongs, a number where a number: a plan that lies there would stop the player later on."""
    for each in fields(made):
        wanted, value = _PLAIN.get(str(each.type)), getattr(made, each.name)
        if wanted and (not isinstance(value, wanted) or isinstance(value, bool) is not (each.type == "bool")):
            raise TypeError(f"{each.name}: {value!r}")
    return made


def _words(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise TypeError(f"{value!r} is not a list of texts")
    return tuple(value)


def _times_as_text(value: Any) -> Any:
    if isinstance(value, datetime):
        return format_time(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _times_as_text(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_times_as_text(item) for item in value]
    return value
