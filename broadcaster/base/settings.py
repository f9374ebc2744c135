"""station.toml, declared once: name, type, default, meaning. Unknown words are errors, not silence."""

from __future__ import annotations

import difflib
import json
import math
import tomllib
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import time
from typing import Any, get_type_hints

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.base.zones import check_zones


@dataclass(frozen=True)
class StationSection:
    """Who we are, as it is spoken and printed."""

    id: str = ""
    name: str = "Đài truyền thanh xã Mẫu"
    commune: str = "xã Mẫu"
    province: str = "tỉnh Mẫu"
    issuer: str = "ỦY BAN NHÂN DÂN XÃ MẪU"
    """The body above the station's name on a report, in capitals."""
    superior: str = ""
    """Whom reports go to; free text, because the tier above differs by place and time."""
    clusters: int = 0
    """How many loudspeaker clusters there are."""


@dataclass(frozen=True)
class HoursSection:
    """When nothing may sound, and the rule profile for the rest."""

    quiet_from: str = "21:00"
    quiet_to: str = "04:30"
    profile: str = "two-by-60"
    """A file of schedules/profiles/."""


NOBODY = "null"
"""The sound device that plays to nobody, in station.toml, in the journal and in the player's status."""


@dataclass(frozen=True)
class AudioSection:
    """Sound out and house loudness."""

    device: str = ""
    """Name of the sound device; empty: the system's default; "null": play to nobody, to try a station without sound."""
    latency: float = 0.4
    """Seconds of sound queued ahead in the device."""
    target_lufs: float = -18.0
    """Loudness of speech, as EBU R128 measures it when played."""
    lead_in: float = 3.0
    """Seconds of silence before the first item, to wake amplifiers and receivers."""
    max_session_minutes: int = 120
    """Nothing sounds longer than this without a new order, whatever the plan or a person said."""
    live_minutes: int = 15
    """How long the microphone stays open unless another end was chosen."""


@dataclass(frozen=True)
class ZoneSection:
    """One group of loudspeakers that can play its own programme. A station without any has one, on audio.device."""

    name: str
    output: str = ""
    """Where its sound goes: a device's name (empty: audio.device), "icecast://USER:PASSWORD@HOST:PORT/MOUNT",
    "folder:PATH" (files for a vendor's platform) or "null"."""
    channels: str = ""
    """Channels of the device, counted from 1: "1", "2", "3,4"; empty: all."""
    gain: str = ""
    """Gain by time of day: "04:30 -6, 06:00 0, 19:00 -6" in dB; empty: 0 dB all day."""
    horn: bool = False
    """Shape the sound for horn loudspeakers: high-pass, presence, gentle compression."""
    wake: str = "silence"
    """What fills the lead-in that wakes amplifiers and receivers: "silence" or "tone"."""
    power: str = ""
    """Switch of the amplifier or encoder group: "command:ON || OFF", "serial:PORT lcus1" or "serial:PORT rts"/"dtr"."""
    pre_roll: float = 3.0
    """Seconds the switch closes before the first sound."""
    post_roll: float = 5.0
    """Seconds it stays closed after the last."""
    monitor: str = ""
    """Name of the input that hears this zone: loopback, line-in or microphone; empty: none."""


@dataclass(frozen=True)
class SpeechSection:
    """The reading voice."""

    voice: str = "vi"
    rate: int = 130
    """eSpeak's words per minute; 120–140 suits horns with echo."""
    pitch: int = 50
    """0 to 99; 50 is the voice as it was made."""


@dataclass(frozen=True)
class ApprovalSection:
    """Who may approve."""

    single_person: bool = False
    """Allow an author to approve their own work; said so in log and report."""
    second_approver: bool = False
    """Two must agree: an approver and, after them, another (ban biên tập)."""
    weekly_sheet: bool = False
    """A week airs only what stands on its approved sheet."""


@dataclass(frozen=True)
class PeopleSection:
    """How people come to the window."""

    sign_in: bool = False
    """Whoever uses the window signs in first; otherwise everybody may look, and each act is signed."""
    lock_minutes: int = 10
    """The window locks after this time without a key or mouse; 0: never. The air is not touched."""


@dataclass(frozen=True)
class LibrarySection:
    """Sounds in, sounds kept."""

    watch: str = ""
    """A folder whose new sound files come in by themselves, as drafts; empty: none."""
    retention_months: int = 24
    """How long what has aired is kept at least; 0: for ever."""
    preview_device: str = ""
    """Where the window plays for the operator's ears alone; empty: the system's default."""


@dataclass(frozen=True)
class ReportsSection:
    """How reports count time."""

    month_from: int = 1
    """The day a reporting month begins on; 15: from the 15th of the month before to the 14th (NĐ 09/2019's custom)."""


@dataclass(frozen=True)
class UpwardSection:
    """How the log and the reports reach the office above, and its letters this station."""

    to: str = ""
    """Where packages are put: a folder, "sftp://USER@HOST/PATH", "s3://BUCKET/PATH", "webdav+https://HOST/PATH";
    empty: by hand, on a stick or by e-mail. Passwords stand in station.secrets, never here."""
    endpoint: str = ""
    """Address of an S3-compatible service; empty: Amazon's."""
    every: str = "day"
    """"day": a package each night, "week": each Monday, "hand": only when somebody makes one."""
    audio: bool = False
    """Put the sound of what aired into the package."""
    source_system: str = ""
    """Name of the adapter to the source information system (HTTT nguồn); empty: none."""


@dataclass(frozen=True)
class OfficeSection:
    """For an office above stations: the same program in another role."""

    role: str = "station"
    """"station", "office", or "both"."""
    database: str = ""
    """Empty: office.db beside station.db; "postgresql://USER@HOST/NAME" when it outgrows one machine."""
    inbox: str = ""
    """Where stations put their packages, as upward.to; empty: inbox/ of the home."""
    silent_days: int = 3
    """After so many days without a package a station counts as one that stopped reporting."""


@dataclass(frozen=True)
class BackupSection:
    """Copies of the whole station, made each night."""

    to: str = ""
    """A folder on a second disk or a stick; empty: backup/ of the home, which does not outlive the disk."""
    at: str = "23:00"
    """When, on the station's clock; a PC that was off then makes it up as soon as it runs and nothing is near."""
    keep_days: int = 7
    """So many of the newest days are kept, each by its last backup …"""
    keep_weeks: int = 4
    """… and so many of the weeks before them."""
    encrypted: bool = False
    """Readable only with the recovery phrase printed when this was turned on."""


@dataclass(frozen=True)
class Settings:
    """All of station.toml."""

    station: StationSection = field(default_factory=StationSection)
    hours: HoursSection = field(default_factory=HoursSection)
    audio: AudioSection = field(default_factory=AudioSection)
    speech: SpeechSection = field(default_factory=SpeechSection)
    approval: ApprovalSection = field(default_factory=ApprovalSection)
    people: PeopleSection = field(default_factory=PeopleSection)
    library: LibrarySection = field(default_factory=LibrarySection)
    reports: ReportsSection = field(default_factory=ReportsSection)
    upward: UpwardSection = field(default_factory=UpwardSection)
    office: OfficeSection = field(default_factory=OfficeSection)
    backup: BackupSection = field(default_factory=BackupSection)
    zones: tuple[ZoneSection, ...] = ()


_RANGES = {"audio.latency": (0, math.inf), "audio.lead_in": (0, math.inf), "station.clusters": (0, math.inf),
           "speech.rate": (0, math.inf), "speech.pitch": (0, 99),
           "people.lock_minutes": (0, 720), "library.retention_months": (0, 600),
           "audio.max_session_minutes": (1, 720), "audio.live_minutes": (1, 720),
           "reports.month_from": (1, 28), "office.silent_days": (1, 365),
           "backup.keep_days": (1, 366), "backup.keep_weeks": (0, 104)}
"""Numbers that mean nothing outside these limits."""
_WORDS = {"upward.every": ("day", "week", "hand"), "office.role": ("station", "office", "both")}


def load_settings(home: StationHome) -> Settings:
    """Read station.toml; a missing file means the defaults, a wrong one is refused with its line."""
    try:
        text = home.settings.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise Refused("settings.unreadable", f"cannot read {home.settings}: {error}", detail=str(error)) from error
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Refused("settings.broken", f"station.toml: {error}", detail=str(error)) from error
    return _settings_from(table)


def save_settings(home: StationHome, settings: Settings) -> None:
    """Write every value, so that a person reading the file sees all there is to set."""
    _settings_from(_as_table(settings))
    write_atomic(home.settings, to_toml(settings).encode("utf-8"))


def to_toml(settings: Settings) -> str:
    """The text of station.toml."""
    lines: list[str] = []
    for name, content in _as_table(settings).items():
        several = isinstance(content, list)
        for section in content if several else [content]:
            lines.append(f"[[{name}]]" if several else f"[{name}]")
            lines += [f"{key} = {_toml_value(value)}" for key, value in section.items()]
            lines.append("")
    return "\n".join(lines)


def changed(settings: Settings, section: str, **values: Any) -> Settings:
    """A copy with some values of one section replaced."""
    return replace(settings, **{section: replace(getattr(settings, section), **values)})


def clock_time(text: str, name: str) -> time:
    """HH:MM on the 24-hour clock."""
    try:
        # fromisoformat alone takes 0430 and 04:30:15 too; the player compares these texts as they stand.
        if len(text) != 5:
            raise ValueError(text)
        return time.fromisoformat(text)
    except ValueError as error:
        raise Refused("settings.value", f"{name}: {text!r} is not a time HH:MM", name=name, value=text) from error


def _as_table(settings: Settings) -> dict[str, Any]:
    table = asdict(settings)
    return {**table, "zones": list(table["zones"])}


def _toml_value(value: Any) -> str:
    # TOML's basic strings, booleans and numbers are written as JSON writes them.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _settings_from(table: dict[str, Any]) -> Settings:
    sections = {item.name: type(getattr(Settings(), item.name)) for item in fields(Settings)}
    _refuse_unknown(table, sections, "station.toml")
    zones = table.get("zones", [])
    if not isinstance(zones, list):
        raise Refused("settings.value", "[[zones]] is not a list of sections", name="zones", value=str(zones))
    built = {name: _section(kind, table.get(name, {}), name) for name, kind in sections.items() if name != "zones"}
    settings = Settings(**built, zones=tuple(_section(ZoneSection, zone, "zones") for zone in zones))
    check_zones(settings.zones)
    clock_time(settings.hours.quiet_from, "hours.quiet_from")
    clock_time(settings.hours.quiet_to, "hours.quiet_to")
    clock_time(settings.backup.at, "backup.at")
    for name, known in _WORDS.items():
        section, key = name.split(".")
        value = getattr(getattr(settings, section), key)
        if value not in known:
            raise Refused("settings.value", f"{name}: {value!r} is none of {', '.join(known)}", name=name, value=value)
    for name, (low, high) in _RANGES.items():
        section, key = name.split(".")
        value = getattr(getattr(settings, section), key)
        if not (low <= value <= high and math.isfinite(value)):
            raise Refused("settings.value", f"{name}: {value!r} is out of range", name=name, value=str(value))
    return settings


def _section(kind: type, values: Any, name: str) -> Any:
    if not isinstance(values, dict):
        raise Refused("settings.value", f"[{name}] is not a section", name=name, value=str(values))
    hints = get_type_hints(kind)
    _refuse_unknown(values, hints, f"[{name}]")
    for key, value in values.items():
        allowed: tuple[type, ...] = (int, float) if hints[key] is float else (hints[key],)
        if not isinstance(value, allowed) or (isinstance(value, bool) and hints[key] is not bool):
            raise Refused("settings.value", f"{name}.{key}: {value!r} is not a {hints[key].__name__}",
                          name=f"{name}.{key}", value=str(value))
    if kind is ZoneSection and "name" not in values:
        raise Refused("settings.value", "[[zones]] needs a name", name="zones.name", value="")
    return kind(**values)


def _refuse_unknown(given: dict[str, Any], known: dict[str, Any], where: str) -> None:
    for key in given:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            raise Refused("settings.unknown", f"{where}: unknown word {key!r}{hint}", name=key,
                          nearest=near[0] if near else "")
