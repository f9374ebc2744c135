"""The words on the loopback socket: JSON lines, one object each; run/air.json says the protocol's number.

Files are the truth; the socket only carries live status and commands. Client sends
{"token": …, "command": "stop_all", "by": "…", …}; server answers {"ok": true, …} and, once per
STATUS_SECONDS, pushes {"status": {…}} to every client that sent {"command": "watch"}.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import Any

PROTOCOL = 1
STATUS_SECONDS = 0.1
SILENT_DB = -120.0

COMMANDS = ("ping", "watch", "reload", "break_in", "end_break_in", "stop_all", "resume", "skip", "live_on", "live_off",
            "relay_on", "relay_off", "play_next", "end_next", "say_why", "rebuild_audio", "shutdown")


@dataclass(frozen=True)
class OnAir:
    """What is sounding now."""

    event_id: str
    title: str
    kind: str
    session: str
    position_seconds: float
    duration_seconds: float
    zones: tuple[str, ...] = ()
    directive: str = ""


@dataclass(frozen=True)
class Upcoming:
    """What comes next."""

    event_id: str
    title: str
    kind: str
    session: str
    starts_at: str
    duration_seconds: float


@dataclass(frozen=True)
class Alarm:
    """Something a person must know; `code` is translated in the window."""

    code: str
    since: str
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ZoneStatus:
    """One zone, measured at its own output."""

    name: str
    """Empty for a station without zones."""
    state: str
    """idle, armed, on_air, stopped, no_device."""
    output: str = ""
    """The device, stream or folder as a person knows it."""
    output_ok: bool = False
    on_air: OnAir | None = None
    peak_db: tuple[float, ...] = (SILENT_DB, SILENT_DB)
    rms_db: tuple[float, ...] = (SILENT_DB, SILENT_DB)
    gain_db: float = 0.0
    """The zone's own gain at this time of day."""
    underruns: int = 0
    drift_ms: float = 0.0
    power: str = ""
    """on, off, failed; empty where nothing is switched."""
    heard_db: float | None = None
    """Level at the zone's monitor input, where there is one."""


@dataclass(frozen=True)
class Insert:
    """What a person put on the air out of the plan, or what waits to be repeated."""

    id: str
    kind: str
    """break_in, live, relay, next."""
    title: str
    by: str
    state: str
    """on_air; waiting: for its next round or its turn, or while its recording is still being written."""
    ends_at: str
    """When it ends by itself, at the latest (ISO)."""
    zones: tuple[str, ...] = ()
    round: int = 1
    rounds: int = 1
    next_at: str = ""
    """When it is repeated next (ISO); empty on the last round."""
    detail: str = ""
    """live: open, no_input. relay: connecting, sound, silent, fallback."""
    level_db: float = SILENT_DB
    """At the microphone or the relay's input."""


@dataclass(frozen=True)
class Status:
    """The state of `air`, measured, not planned."""

    at: str
    pid: int
    state: str
    """idle, armed, on_air, stopped, no_device."""
    on_air: OnAir | None = None
    upcoming: tuple[Upcoming, ...] = ()
    peak_db: tuple[float, ...] = (SILENT_DB, SILENT_DB)
    """dBFS of the last tenth of a second that was heard, left and right."""
    rms_db: tuple[float, ...] = (SILENT_DB, SILENT_DB)
    device: str = ""
    device_ok: bool = False
    underruns: int = 0
    drift_ms: float = 0.0
    rundown: str = ""
    alarms: tuple[Alarm, ...] = ()
    journal_seq: int = 0
    zones: tuple[ZoneStatus, ...] = ()
    """Every zone; the fields above show the first one that is on air, else the first."""
    insert: Insert | None = None
    verdict: dict[str, Any] = field(default_factory=dict)
    """The sentinel's last verdict, as in the journal; empty: none yet."""

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, body: dict[str, Any]) -> Status:
        known = {item.name for item in fields(cls)}
        values = {key: value for key, value in body.items() if key in known}
        if values.get("on_air"):
            values["on_air"] = OnAir(**{**values["on_air"], "zones": tuple(values["on_air"]["zones"])})
        values["zones"] = tuple(_zone(item) for item in values.get("zones", ()))
        if values.get("insert"):
            values["insert"] = Insert(**{**values["insert"], "zones": tuple(values["insert"]["zones"])})
        values["upcoming"] = tuple(Upcoming(**item) for item in values.get("upcoming", ()))
        values["alarms"] = tuple(Alarm(**item) for item in values.get("alarms", ()))
        for name in ("peak_db", "rms_db"):
            values[name] = tuple(values.get(name, (SILENT_DB, SILENT_DB)))
        return cls(**values)


def _zone(body: dict[str, Any]) -> ZoneStatus:
    on_air = body.get("on_air")
    return ZoneStatus(**{
        **body, "peak_db": tuple(body["peak_db"]), "rms_db": tuple(body["rms_db"]),
        "on_air": OnAir(**{**on_air, "zones": tuple(on_air["zones"])}) if on_air else None})
